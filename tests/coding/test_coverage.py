"""Coverage of a framework by participant, and evidence through crosswalks on request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.exports import coverage as printed
from coding.moment.moment import Moment
from coding.moment.weighing import weigh
from coding.tables.coverage import Coverage, coverage
from coding.tables.saved_matrices import MatrixChoice
from corpus import documents
from corpus.guide import askings, guides, questions
from corpus.people import participants
from tests.coding.support import Study, make_study

SAID = {
    "Un": "INT : Que faites-vous du terrain ?\n\nANNE : On va voir les vendeurs.\n\nINT : Et la stratégie ?\n\n"
    "ANNE : Rien de cela.",
    "Deux": "INT : Que faites-vous du terrain ?\n\nPAUL : Personne ne va voir.",
    "Trois": "INT : Bonjour.\n\nLUC : Bonjour.",
}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts=SAID)
    for name, label in (("Un", "ANNE"), ("Deux", "PAUL"), ("Trois", "LUC")):
        person = participants.add(made.project, label.title())
        speaker = next(one for one in documents.speakers(made.project, made.documents[name]) if one.label == label)
        participants.tie_speaker(made.project, speaker.key, person)
    frameworks.add(made.project, "meco-2019")
    yield made
    made.project.close()


def key(study: Study, name: str) -> int:
    return next(one.key for one in codebook.listed(study.project) if name in (one.code_key, one.name))


def covered(moment: Moment) -> Coverage:
    return coverage(moment, weigh(moment, "meco-2019").capabilities)


def states(study: Study, concept: str) -> list[str]:
    found = covered(Moment.of(study.project))
    names = {one.name: one.key for one in participants.listed(study.project)}
    return [found.cells[key(study, concept), names[who]].state for who in ("Anne", "Paul", "Luc")]


def test_a_concept_is_not_asked_asked_contrary_or_present(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "terrain")
    codings.apply(project, code, study.words("Un", "voir les vendeurs"))
    links.link(project, code, key(study, "C1"))
    assert states(study, "C1") == ["present", "nothing", "nothing"], "without a guide whoever speaks counts as asked"

    guide = guides.add(project, "Guide")
    question = questions.add(project, guide, "Que faites-vous du terrain ?")
    for name in ("Un", "Deux"):
        askings.mark(project, question, study.words(name, "Que faites-vous du terrain ?"))
    assert states(study, "C1") == ["present", "nothing", "not asked"]
    assert states(study, "C2") == ["not asked", "not asked", "not asked"], "no answer is evidence for it"

    against = codings.apply(project, code, study.words("Deux", "Personne ne va voir"))
    links.judge(project, against, key(study, "C1"), "in", stance="contradicts")
    assert states(study, "C1") == ["present", "contrary", "not asked"]


def test_every_cell_opens_and_is_printed(study: Study) -> None:
    project = study.project
    coding = codings.apply(project, key(study, "C1"), study.words("Un", "voir les vendeurs"))
    found = covered(Moment.of(project))
    anne = next(one.key for one in participants.listed(project) if one.name == "Anne")
    spans = found.spans(key(study, "C1"), anne)
    assert [item.codings for item in weigh(found.moment, "meco-2019").items(key(study, "C1"), spans)] == [(coding,)]
    (section,) = printed.report(found.moment).sections
    assert section.columns == ("Concept", "Anne", "Paul", "Luc")
    assert section.rows[0][1:] == ("1", "·", "·")


def test_evidence_comes_through_a_crosswalk_on_request_alone(study: Study) -> None:
    project = study.project
    frameworks.add(project, "homburg-2017")
    other = next(one.key for one in codebook.listed(project) if one.framework == "homburg-2017" and one.cycle == 2)
    for one in links.listed(project, "crosswalk"):
        links.unlink(project, one.key)
    mine = codings.apply(project, key(study, "C1"), study.words("Un", "voir les vendeurs"))
    moment = Moment.of(project)
    links.link(project, key(study, "C1"), other, kind="crosswalk")
    moment = moment.now()
    assert moment.evidence(other) == []
    (item,) = moment.evidence(other, "crossed")
    assert (item.codings, item.crossed, item.direct, item.linked) == ((mine,), True, False, False)
    assert list(weigh(moment, "homburg-2017").crossed(other)) == [key(study, "C1")]
    counted = [
        MatrixChoice("documents", "framework:homburg-2017", "codings", ways).counted(moment).values.sum()
        for ways in ("both", "crossed")
    ]
    assert counted == [0, 1]
    codings.apply(project, other, study.words("Un", "voir les vendeurs"))
    (item,) = moment.now().evidence(other, "crossed")
    assert (item.crossed, item.direct) == (False, True), "what is its own is not said to come through a crosswalk"
