"""Answers: respondents' own words from a question to the next, in all versions; who was asked, as n of N."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coding import codebook, codings
from coding.guide import finding
from coding.guide.answers import Answers, Who, answers
from coding.guide.tallies import States, asked, tallies
from coding.moment import dimensions
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.errors import NothingThere, QueryError, WorkbenchError
from corpus.guide import askings, guides, questions
from corpus.guide.guides import GuideLine
from corpus.people import participants
from corpus.search.index import SearchIndex
from corpus.store.project import Project
from tests.coding.guide.made import Made
from tests.coding.support import searched

GROUP = """INT : Bienvenue. Qui vous a appris ?
ANNE : Ma tante, à Brest.
LUC : Personne.
INT : Sûr ?
LUC : Sûr.
INT : Et la nuit, c'est comment ?
ANNE : Longue. Luc dort.
INT : Merci."""
LINES = [
    GuideLine("Départ", "Qui vous a appris ?"),
    GuideLine("Nuit", "Et la nuit, c'est comment ?"),
    GuideLine("", "Et demain ?"),
]


def group() -> Draft:
    passages, at = [], 0
    for line in GROUP.split("\n"):
        label, _, said = line.partition(" : ")
        start = at + len(label) + 3
        passages.append(DraftPassage("turn", start, start + len(said), speaker=label))
        at += len(line) + 1
    speakers = tuple(DraftSpeaker(n, "interviewer" if n == "INT" else "respondent", 1) for n in ("INT", "ANNE", "LUC"))
    return Draft(
        path=Path("Groupe.txt"),
        name="Groupe",
        text=GROUP,
        original=GROUP.encode(),
        media_type="text/plain",
        importer="txt",
        language="fr",
        passages=tuple(passages),
        speakers=speakers,
    )


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    """Give a group interview of Anne and Luc, who may not be named, with a guide of which two questions are marked."""
    with Project.create(tmp_path / "study.verbatim", language="fr", coder="Ada") as project:
        [one] = documents.add(project, [group()])
        for name in ("Anne", "Luc"):
            participants.add(project, name, confidential=name == "Luc", documents=[one.key])
        guides.add(project, "Mars", LINES)
        for question, words in zip(
            guides.find(project).questions, ("Qui vous a appris ?", "Et la nuit, c'est comment ?")
        ):
            start = GROUP.index(words)
            askings.mark(project, question.key, anchors.words(one.key, start, start + len(words)))
        yield project


def texts(found: Answers) -> dict[str, list[str]]:
    return {found.name(who): [found.text(who, one) for one in found.questions] for who in found.rows}


def named(found: Answers, name: str) -> Who:
    return next(who for who in found.rows if found.name(who) == name)


def test_each_participant_of_a_group_has_their_own_words_alone(study: Project) -> None:
    assert texts(answers(Moment.of(study))) == {
        "Anne": ["Ma tante, à Brest.", "Longue. Luc dort.", ""],
        "Luc": ["Personne.\n\nSûr.", "", ""],
    }


def test_who_may_not_be_named_is_not(study: Project) -> None:
    found = answers(Moment.of(study, masking=True))
    assert texts(found)["Anne"][1] == "Longue. [participant 2] dort."
    assert "Luc" not in str(texts(found))


def test_words_and_places_open(study: Project) -> None:
    found = answers(Moment.of(study))
    cell = found.answer(named(found, "Luc"), found.questions[0])
    assert [GROUP[one.start : one.end] for one in cell.pieces] == ["Personne.", "Sûr."]
    assert [GROUP[start:end] for _, start, end in cell.asked_at] == ["Qui vous a appris ?"]
    assert (cell.state, cell.sure) == ("asked", True)
    assert found.answer(named(found, "Luc"), found.questions[2]).state == "unknown"


def test_a_newer_version_counts_what_the_older_one_asked(study: Project) -> None:
    [document] = [info.key for info in documents.listed(study)]
    first = guides.find(study)
    second = guides.copy(study, first.key, "Juin")
    questions.add(study, second, "Et vos enfants ?")
    guides.use(study, [document], first.key)
    found = answers(Moment.of(study))
    assert found.version.name == "Juin"
    assert texts(found)["Anne"] == ["Ma tante, à Brest.", "Longue. Luc dort.", "", ""]
    assert [found.answer(found.rows[0], one).state for one in found.questions] == [
        "asked",
        "asked",
        "unknown",
        "absent",
    ]
    assert tallies(Moment.of(study))[3].people == States(0, 0, 0, 0, 2)


def test_without_ties_speakers_stand_for_themselves(made: Made) -> None:
    finding.run(Moment.of(made.project))
    found = answers(Moment.of(made.project))
    assert [found.name(who) for who in found.rows] == [f"{name} · {name}" for name in sorted(made.documents)]
    text = found.text(named(found, "Fadila · Fadila"), found.questions[0])
    assert text == "Voilà ce que je réponds, pour la fois 0.\n\nVoilà ce que je réponds, pour la fois 1."
    every = [found.text(who, one) for who in found.rows for one in found.questions]
    assert not any("?" in words for words in every)


def test_what_nobody_says_beside_speakers_is_nobody_s_answer(study: Project) -> None:
    with_title = "Groupe du 3 mai\n" + GROUP
    one = group()
    shift = len(with_title) - len(GROUP)
    moved = tuple(each._replace(start=each.start + shift, end=each.end + shift) for each in one.passages)
    titled = replace(
        one,
        name="Autre",
        text=with_title,
        original=with_title.encode(),
        passages=(DraftPassage("paragraph", 0, shift - 1), *moved),
    )
    [added] = documents.add(study, [titled])
    found = answers(Moment.of(study))
    assert [found.name(who) for who in found.rows] == ["Anne", "Luc"]
    askings.mark(study, found.questions[0].key, anchors.words(added.key, 0, 3))
    assert len(answers(Moment.of(study)).rows) == 3


def test_tallies_count_interviews_and_people(study: Project) -> None:
    document, third = documents.listed(study)[0].key, guides.find(study).questions[2]
    first, _, last = tallies(Moment.of(study))
    assert (first.interviews, first.people, first.sure) == (States(1, 0, 0, 0, 0), States(2, 0, 0, 0, 0), 1)
    assert (last.interviews, last.people.of) == (States(0, 0, 0, 1, 0), 2)
    askings.mark(study, third.key, anchors.whole(document), "not asked")
    assert tallies(Moment.of(study))[2].people == States(0, 0, 2, 0, 0)
    askings.mark(study, third.key, anchors.whole(document), "otherwise")
    moment = Moment.of(study)
    assert tallies(moment)[2].people == States(0, 2, 0, 0, 0)
    found = answers(moment)
    assert asked(found, found.questions[2]) == frozenset(found.rows)
    assert found.answer(found.rows[0], found.questions[2]).pieces == ()


def test_a_study_is_divided_by_question_and_by_topic(study: Project) -> None:
    by = dimensions.by_questions(Moment.of(study))
    assert [label.name for label in by.labels] == [f"{n} {line.text}" for n, line in enumerate(LINES, 1)] + ["(none)"]
    numbers, passages = by.units("passage")
    assert sorted(passages.tolist()) == list(range(8))
    assert [passages[numbers == n].tolist() for n in range(4)] == [[1, 2, 4], [6], [], [0, 3, 5, 7]]
    topics = dimensions.by_questions(Moment.of(study), "topics")
    assert [label.name for label in topics.labels] == ["Départ", "Nuit", "(none)"]


def test_a_cell_says_how_many_of_those_who_were_asked(study: Project) -> None:
    document = documents.listed(study)[0].key
    code = codebook.add(study, "solitude")
    for words in ("Personne", "Sûr.", "Luc dort"):
        start = GROUP.index(words)
        codings.apply(study, code, anchors.words(document, start, start + len(words)))
    matrix = matrices.build(Moment.of(study), "codes", "questions", "asked")
    assert matrix.values.tolist() == [[0.5, 0.5, 0.0, 0.0]]
    assert [matrix.asked(0, n) for n in range(4)] == [2, 2, 0, 0]
    assert matrices.build(Moment.of(study), "questions", "codes", "asked").values.T.tolist() == matrix.values.tolist()
    assert [GROUP[one.start : one.end] for one in matrix.opened(0, 0)] == ["Personne", "Sûr."]
    attributes_of = {"Anne": "Brest", "Luc": "Lens"}
    for info in participants.listed(study):
        participants.edit(study, info.key, attributes={"ville": attributes_of[info.name]})
    alone = matrices.build(Moment.of(study, where={"ville": "Brest"}), "codes", "questions", "asked")
    assert ([alone.asked(0, n) for n in range(2)], alone.values[0, :2].tolist()) == ([1, 1], [0.0, 1.0])
    with pytest.raises(WorkbenchError, match="by question"):
        matrices.build(Moment.of(study), "codes", "documents", "asked")


def test_without_a_guide_there_is_nothing_to_answer(study: Project) -> None:
    guides.remove(study, guides.find(study).key)
    for ask in (answers, tallies, dimensions.by_questions):
        with pytest.raises(NothingThere, match="no interview guide"):
            ask(Moment.of(study))  # type: ignore[operator]  # of many kinds


def test_a_search_is_kept_to_the_answers_to_a_question(study: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(study, tmp_path)
    for query, found in (
        ("question:1", {"Ma tante, à Brest.", "Personne.", "Sûr."}),
        ('question:"la nuit"', {"Longue. Luc dort."}),
        ("question:appris AND tante", {"Ma tante, à Brest."}),
        ("question:3", set()),
    ):
        assert {hit.text for hit in searched(study, query, index)} == found, query
    with pytest.raises(QueryError):
        searched(study, "question:argent", index)
    guides.remove(study, guides.find(study).key)
    with pytest.raises(QueryError, match="no interview guide"):
        searched(study, "question:1", index)
