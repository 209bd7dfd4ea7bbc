"""A corrected file in the place of the one a document came from: what is coded goes along, the rest is told first."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from corpus import documents, pending
from corpus.correcting import aligning, corrected, speakers
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.importers.reader_process import Drafts
from corpus.importing import Outcome
from corpus.model import Code, Coding
from corpus.people import participants
from corpus.store.checking import check
from corpus.store.project import Project
from tests.corpus.support import dump

LINES = [
    ("INT", "Comment avez-vous commencé dans le métier ?"),
    ("MARIE", "J'ai commencé par hasard, chez un voisin qui cherchait de l'aide."),
    ("INT", "Et le client, dans tout cela ?"),
    ("MARIE", "Le client revient quand la boutique lui parle, et cela change tout."),
    ("INT", "Merci beaucoup."),
]


def made(lines: Sequence[tuple[str, str]], name: str = "Marie") -> Draft:
    text, passages = "", []
    for label, said in lines:
        start = len(text) + len(label) + 2
        passages.append(DraftPassage("turn", start, start + len(said), label))
        text += f"{label}: {said}\n"
    labels = dict.fromkeys(label for label, _ in lines)
    return Draft(
        path=Path(f"{name}.txt"),
        name=name,
        text=text,
        original=text.encode(),
        media_type="text/plain",
        importer="plain",
        passages=tuple(passages),
        speakers=tuple(DraftSpeaker(label) for label in labels),
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.verbatim") as opened:
        documents.add(opened, [made(LINES)])
        with opened.change("Add code") as session:
            session.execute(insert(Code), [{"name": "code", "position": 0}])
        yield opened


def code(project: Project, words: str) -> int:
    start = documents.text(project, 1).index(words)
    with project.change("Apply code") as session:
        row = Coding(document_id=1, start=start, end=start + len(words), code_id=1, coder_id=project.coder_key(session))
        session.add(row)
        session.flush()
        return row.id


def coded(project: Project) -> list[str]:
    text = documents.text(project, 1)
    with project.read() as session:
        rows = session.execute(select(Coding.start, Coding.end).order_by(Coding.id)).all()
    return [text[start:end] for start, end in rows]


def heard(project: Project) -> list[tuple[str, str]]:
    text = documents.text(project, 1)
    return [(one.speaker, text[one.start : one.end]) for one in documents.passages(project, 1)]


def take(project: Project, lines: Sequence[tuple[str, str]], name: str = "Marie", **asked: object) -> Outcome | None:
    return corrected.take(project, made(lines, name), **asked)  # type: ignore[arg-type]  # by name


def changed(**lines: tuple[str, str]) -> list[tuple[str, str]]:
    return [lines.get(f"line{n}", line) for n, line in enumerate(LINES)]


def test_ten_mistakes_are_corrected_and_no_coding_is_lost(project: Project) -> None:
    for words in ("par hasard", "un voisin qui cherchait", "Le client revient", "cela change tout", "Merci"):
        code(project, words)
    before = dump(project.path)
    lines = changed(
        line1=("MARIE", "J'ai débuté par hasard, chez un voisin qui recherchait un peu d'aide."),
        line3=("MARIE", "Le client ne revient que quand la boutique lui parle ; cela change tout, oui."),
        line4=("INT", "Merci à vous."),
    )
    outcome = take(project, [("INT", "Bonjour."), *lines])
    assert outcome is not None
    assert (outcome.status, outcome.looks) == ("replaced", ())
    assert coded(project) == [
        "par hasard",
        "un voisin qui recherchait",
        "Le client ne revient",
        "cela change tout",
        "Merci",
    ]
    assert heard(project) == [("INT", "Bonjour."), *lines]
    assert not check(project)
    after = dump(project.path)
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after


def test_what_loses_its_words_or_most_of_them_is_shown_before_anything_is_written(project: Project) -> None:
    code(project, "chez un voisin")
    code(project, "Le client revient")
    code(project, "Merci")
    lines = changed(
        line1=("MARIE", "J'ai commencé par hasard."), line3=("MARIE", "Il vient quand la boutique lui parle.")
    )
    before = dump(project.path)
    outcome = take(project, lines)
    assert outcome is not None
    assert (outcome.status, len(outcome.looks)) == ("refused", 2)
    assert [(one.kind, one.code, one.words) for one in outcome.looks] == [
        ("coding", "code", "chez un voisin"),
        ("coding", "code", "Le client revient"),
    ]
    assert "questions to look at first: 2" in str(outcome.error)
    assert dump(project.path) == before
    outcome = take(project, lines, losing=True)
    assert outcome is not None
    assert outcome.status == "replaced"
    assert coded(project)[-1] == "Merci"


def test_who_was_said_to_speak_speaks_still_where_the_mark_is_as_it_was(project: Project) -> None:
    marie = next(one.key for one in documents.speakers(project, 1) if one.label == "MARIE")
    participants.tie_speaker(project, marie, participants.add(project, "Marie Martin"))
    speakers.rename(project, [marie], "R1")
    speakers.give(project, [documents.passages(project, 1)[2].key], "R1")
    take(
        project, changed(line0=("PAUL", LINES[0][1]), line3=("MARIE", "Le client revient quand la boutique lui parle."))
    )
    assert [who for who, _ in heard(project)] == ["PAUL", "R1", "R1", "R1", "INT"]
    assert next(one.participant for one in documents.speakers(project, 1) if one.label == "R1") == "Marie Martin"


def test_a_name_that_is_another_in_the_whole_file_is_the_speaker_s(project: Project) -> None:
    marie = next(one.key for one in documents.speakers(project, 1) if one.label == "MARIE")
    participants.tie_speaker(project, marie, participants.add(project, "Marie Martin"))
    take(project, [(label.replace("MARIE", "R1"), said) for label, said in LINES])
    assert {(one.key, one.label, one.participant) for one in documents.speakers(project, 1) if one.key == marie} == {
        (marie, "R1", "Marie Martin")
    }


OTHER = [("INT", "Parlez-moi de votre usine."), ("PAUL", "Nous faisons des vis, et des boulons aussi.")]


def test_another_interview_of_the_same_name_is_refused_unless_insisted_upon(project: Project) -> None:
    outcome = take(project, OTHER)
    assert outcome is not None
    assert "it is another interview" in str(outcome.error)
    assert heard(project) == LINES
    outcome = take(project, OTHER, instead=1)
    assert outcome is not None
    assert outcome.status == "replaced"
    assert heard(project) == OTHER


def test_a_corrected_file_is_known_by_its_words_whatever_its_name(project: Project) -> None:
    outcome = take(project, changed(line4=("INT", "Merci à vous.")), "corrected 2")
    assert outcome is not None
    assert (outcome.status, outcome.document) == ("replaced", "Marie")
    assert take(project, OTHER, "Paul") is None


def test_a_file_put_in_its_place_is_known_when_it_comes_again(project: Project) -> None:
    draft = made(changed(line4=("INT", "Merci à vous.")))
    corrected.take(project, draft)
    assert [one.status for one in documents.add(project, [draft])] == ["duplicate"]
    assert documents.original(project, 1) == draft.original
    assert [one.status for one in documents.add(project, [replace(made(LINES), name="Other")])] == ["imported"]


_WORDS = st.lists(st.sampled_from("a b c d é 😀 e\u0301".split()), max_size=30)


@given(before=_WORDS, after=_WORDS)
def test_steps_make_one_sequence_of_the_other(before: list[str], after: list[str]) -> None:
    found, made, i, j = aligning.steps(before, after), list[str](), 0, 0
    for tag, a, a_end, b, b_end in found:
        assert (a, b) == (i, j)
        assert a < a_end or b < b_end
        assert tag != "equal" or before[a:a_end] == after[b:b_end]
        made += before[a:a_end] if tag == "equal" else after[b:b_end]
        i, j = a_end, b_end
    assert made == after
    assert (i, j) == (len(before), len(after))


def test_what_stands_between_words_found_once_is_the_same(project: Project) -> None:
    chance = random.Random(4)
    before = [chance.choice(LINES[3][1].split()) for _ in range(4_000)]
    after = list(before)
    for _ in range(60):
        at = chance.randrange(len(after))
        after[at : at + chance.randrange(2)] = [f"x{at}"]
    changed = sum(a_end - a for tag, a, a_end, _, _ in aligning.steps(before, after) if tag != "equal")
    assert changed <= 60


def test_what_looks_like_a_corrected_version_is_told_before_it_comes_in(project: Project, tmp_path: Path) -> None:
    lines = changed(line4=("INT", "Merci à vous."))
    (tmp_path / "Marie 2.txt").write_text(made(lines).text, "utf-8")
    (tmp_path / "other.txt").write_text(made(OTHER).text, "utf-8")
    with Drafts() as drafts:
        found = pending.read(drafts, [tmp_path / "Marie 2.txt", tmp_path / "other.txt"], documents.originals(project))
        fixed, other = corrected.noted(project, found)
    assert [str(note) for note in fixed.preview.doubts][-1:] == [
        "This looks like a corrected version of Marie: it can be put in its place."
    ]
    assert other.preview.doubts == found[1].preview.doubts
