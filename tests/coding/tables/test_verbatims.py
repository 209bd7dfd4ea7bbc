"""Verbatims: spans with their words and speakers, and the table of those selected for print."""

from __future__ import annotations

import pytest

from coding import codebook, codings, excerpts, links
from coding.moment.moment import Moment
from coding.tables import verbatims
from corpus import anchors
from corpus.people import participants
from tests.coding.support import Study


@pytest.fixture
def theory(study: Study) -> tuple[Study, dict[str, int]]:
    """Give a study with a descriptive code that is linked to C1 of a small framework, and people behind it."""
    from coding.codebook import frameworks

    project = study.project
    frameworks.add(project, "meco-2019")
    keys = {"C1": codebook.find(project, "C1").key, "film": codebook.add(project, "film")}
    links.link(project, keys["film"], keys["C1"])
    codings.apply(project, keys["film"], study.words("Achats", "parcours client"))
    codings.apply(project, keys["C1"], study.words("Bureau", "📈 tombe"))
    participants.add(
        project,
        "Anne Roux",
        confidential=True,
        documents=[study.documents["Achats"]],
        attributes={"fonction": "Acheteuse", "entreprise": "Orange"},
    )
    participants.add(project, "Luc Petit", documents=[study.documents["Bureau"]], attributes={"fonction": "Chef"})
    return study, keys


def test_evidence_comes_with_words_speaker_and_way(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    moment = Moment.of(study.project)
    linked, direct = verbatims.of_items(moment, moment.evidence(keys["C1"]))
    assert (linked.text, linked.speaker, linked.linked, linked.direct) == ("parcours client", "ANNE", True, False)
    assert (direct.text, direct.speaker, direct.linked, direct.direct) == ("📈 tombe", "LUC", False, True)
    assert (linked.participants, linked.document_name, linked.number) == (("Anne Roux",), "Achats", 1)


def test_the_table_shows_counted_evidence_until_excerpts_are_chosen(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project = study.project
    rows = [row for row in verbatims.table(Moment.of(project, masking=True)) if row.capability == "C1"]
    assert [(row.verbatim, row.basis, row.selected) for row in rows] == [
        ("parcours client", "linked", False),
        ("📈 tombe", "direct", False),
    ]
    start, end = study.span("Achats", "On a suivi le parcours client trois semaines.")
    excerpts.add(project, keys["C1"], anchors.words(study.documents["Achats"], start, end), cuts=[(start, start + 5)])
    (row,) = [row for row in verbatims.table(Moment.of(project, masking=True)) if row.capability == "C1"]
    assert (row.verbatim, row.basis, row.selected) == ("(…)suivi le parcours client trois semaines.", "linked", True)


def test_confidential_people_are_masked_unless_shown(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project = study.project
    secret, plain = verbatims.table(Moment.of(project, masking=True), [keys["C1"]])
    assert (secret.attribution, secret.participant, secret.document) == ("[participant 1]",) * 3
    assert (secret.function, secret.company) == ("", "")
    assert (plain.participant, plain.function, plain.document) == ("Luc Petit", "Chef", "Bureau")
    shown = verbatims.table(Moment.of(project), [keys["C1"]])[0]
    assert (shown.attribution, shown.participant, shown.document) == ("Acheteuse, Orange", "Anne Roux", "Achats")


def test_contradicting_evidence_is_not_printed(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    (coding,) = codings.listed(study.project, codes=[keys["film"]])
    links.judge(study.project, coding.key, keys["C1"], "in", stance="contradicts")
    assert [row.verbatim for row in verbatims.table(Moment.of(study.project, masking=True), [keys["C1"]])] == [
        "📈 tombe"
    ]


def test_first_cycle_codes_are_printed_only_when_asked_for(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    assert "film" not in {row.capability for row in verbatims.table(Moment.of(study.project, masking=True))}
    assert [row.capability for row in verbatims.table(Moment.of(study.project, masking=True), [keys["film"]])] == [
        "film"
    ]
