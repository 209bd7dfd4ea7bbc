"""Questions found by likeness: on made interviews with known answers and on real ones; people's marks stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coding.guide import finding, proposing
from coding.guide.finding import ASKED, LOOK, Finding
from coding.guide.interviews import interviews
from coding.guide.likeness import sentences, shared
from coding.moment.moment import Moment
from corpus import anchors, documents, importing
from corpus.errors import Cancelled
from corpus.guide import askings, guides
from corpus.guide.guides import GuideLine
from corpus.store.project import Project
from tests.coding.guide.made import GUIDE, Made
from tests.coding.support import does_and_undoes, dump


def found(made: Made) -> dict[tuple[int, int], Finding]:
    return {(one.anchor.document, one.question.number): one for one in finding.find(Moment.of(made.project))}


def words(made: Made, one: Finding) -> str:
    return anchors.text_of(one.anchor, documents.text(made.project, one.anchor.document))


def test_what_is_asked_is_found_where_it_is_asked_and_nowhere_else(made: Made) -> None:
    truth, told = made.truth(), found(made)
    right = [place for place, one in told.items() if place in truth and words(made, one) in truth[place]]
    assert len(right) >= 0.95 * len(told)
    assert len(right) >= 0.95 * len(truth)


def test_the_very_words_are_asked_and_others_are_less_alike(made: Made) -> None:
    told, one = found(made), made.documents
    for number, line in enumerate(GUIDE, 1):
        exact = told[one["Fadila"], number]
        assert (exact.state, exact.score is not None and exact.score > 0.75) == ("asked", True), line
    loose = told[one["Hortense"], 5]
    assert loose.score is not None
    assert LOOK <= loose.score < told[one["Fadila"], 5].score
    assert loose.state == ("asked" if loose.score >= ASKED else "otherwise")
    assert loose.words == ("clients", "viennent")
    assert all(0 < (each.score or 0) <= 1 for each in told.values())


def test_a_run_is_one_change_and_says_what_it_put(made: Made) -> None:
    project = made.project
    result = does_and_undoes(project, lambda: finding.run(Moment.of(project), missing=True))
    marks = askings.listed(project)
    assert (result.asked + result.otherwise + result.not_asked, result.unheard) == (len(marks), ())
    assert len(marks) == len(made.documents) * len(GUIDE)
    assert not any(mark.sure for mark in marks)
    missed = {(m.document, m.question) for m in marks if m.state == "not asked"}
    assert len(missed) == len(made.documents) * len(GUIDE) - len(made.truth())
    before = dump(project)
    finding.run(Moment.of(project))
    assert {m.state for m in askings.listed(project)} == {"asked", "otherwise"}
    project.undo()
    assert dump(project) == before


def test_what_a_person_said_stays_and_its_words_are_learned_from(made: Made) -> None:
    project, one = made.project, made.documents["Ignace"]
    question = guides.find(project).questions[0]
    text = documents.text(project, one)
    start = text.index("Vous aviez quel âge ?")
    askings.mark(project, question.key, anchors.words(one, start, start + 21), "otherwise")
    askings.mark(project, guides.find(project).questions[1].key, anchors.whole(one), "not asked")
    said = [mark for mark in askings.listed(project) if mark.sure]
    finding.run(Moment.of(project), missing=True)
    assert [mark for mark in askings.listed(project) if mark.sure] == said
    assert sum(mark.document == one for mark in askings.listed(project)) == len(GUIDE)
    other = {p: w for p, w in found(made).items() if p[1] == 1 and p[0] != one}
    assert len(other) == 3


def test_interviews_are_those_in_which_somebody_asks(made: Made) -> None:
    project = made.project
    [added] = documents.add(project, [_letter()])
    assert added.key not in interviews(Moment.of(project))
    guides.use(project, [added.key], made.guide)
    assert added.key in interviews(Moment.of(project))
    assert finding.run(Moment.of(project), missing=True).unheard == (added.key,)
    assert all(mark.document != added.key for mark in askings.listed(project))


def _letter():  # type: ignore[no-untyped-def]  # a draft
    from tests.corpus.support import draft

    return draft("Lettre", "Comment êtes-vous arrivé à la boulangerie ? On me le demande souvent.")


def test_cancelled_it_leaves_nothing(made: Made) -> None:
    def stop(done: int, total: int, doing: str = "") -> None:
        if done == 2:
            raise Cancelled

    before = dump(made.project)
    with pytest.raises(Cancelled):
        finding.run(Moment.of(made.project), progress=stop)
    assert dump(made.project) == before


def test_some_interviews_alone_leave_the_others_as_they_are(made: Made) -> None:
    finding.run(Moment.of(made.project))
    kept = [mark for mark in askings.listed(made.project) if mark.document != made.documents["Gildas"]]
    finding.run(Moment.of(made.project), [made.documents["Gildas"]], missing=True)
    assert [mark for mark in askings.listed(made.project) if mark.document != made.documents["Gildas"]] == kept


def test_without_a_guide_nothing_is_found(made: Made) -> None:
    guides.remove(made.project, made.guide)
    assert finding.find(Moment.of(made.project)) == []


def test_sentences_leave_numbers_and_white_space_out() -> None:
    text = "2 - Et alors ?\n  Ok. 10 ans, déjà"
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == ["Et alors ?", "Ok.", "10 ans, déjà"]
    assert shared("les fournées étaient ratées", "Une fournée est-elle ratée ?", "fr") == ("fournée", "ratée")


def test_a_guide_is_proposed_of_what_half_of_the_interviews_ask(made: Made) -> None:
    proposed = proposing.propose(Moment.of(made.project))
    texts = [one.text for one in proposed]
    assert any("boulangerie" in text and "arriv" in text for text in texts[:2])
    assert "dix ans" in texts[-1]
    assert not any("radio" in text or "Merci" in text for text in texts)
    assert all(len(one.documents) >= 2 for one in proposed)
    key = does_and_undoes(
        made.project, lambda: guides.add(made.project, "Brouillon", proposing.draft(Moment.of(made.project)))
    )
    assert [one.text for one in guides.find(made.project).questions] == texts
    assert guides.find(made.project).key == key


REAL = [
    "Depuis combien de temps êtes-vous artisan ?",
    "Racontez-moi une journée de travail classique et vos activités.",
    "Parmi ces activités, parlez-moi d'un geste en particulier, difficile à apprendre ou typique de votre métier.",
    "Décrivez-moi les étapes de ce geste : les outils, la matière.",
    "Quelles étapes vous demandent de l'attention, et à quoi pensez-vous ?",
    "Racontez l'histoire du geste du point de vue du matériau : que vit-il ?",
]
_MARK = re.compile(r"(?m)^(\d)\s?[-:]\s?(?=\w)")


def test_real_interviews_whose_questions_are_numbered(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "transcripts" / "fr"
    with Project.create(tmp_path / "real.verbatim", language="fr", coder="Ada") as project:
        importing.import_files(project, sorted(folder.rglob("*.docx")), language="fr")
        guides.add(project, "Réel", [GuideLine("", text) for text in REAL])
        passages = documents.passages(project)
        numbered = {
            (passage.document, int(match[1]), passage.number)
            for passage in passages
            for match in _MARK.finditer(documents.text(project, passage.document), passage.start, passage.end)
            if passage.role == "interviewer"
        }
        told = {
            (one.anchor.document, one.question.number - 1, passage.number)
            for one in finding.find(Moment.of(project))
            for passage in passages
            if passage.document == one.anchor.document and passage.start <= (one.anchor.start or 0) < passage.end
        }
    assert len(numbered) > 100
    assert len(told & numbered) >= 0.88 * len(told)
    assert len(told & numbered) >= 0.85 * len(numbered)
