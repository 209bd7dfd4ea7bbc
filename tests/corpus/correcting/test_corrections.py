"""Corrections of a text: what is attached stays on its words, passages keep their speakers, and all can be undone."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from corpus import anchors, documents
from corpus.correcting import corrections, revisions
from corpus.correcting.attached import Going
from corpus.correcting.carrying import Correction, Stretch, checked, corrected, passages
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.errors import NothingThere, SourceError, SpanOutside, WorkbenchError
from corpus.guide import askings, guides
from corpus.model import Code, Coding, Excerpt, Memo, MemoTarget
from corpus.places import PlacedLine, packed
from corpus.store.checking import check
from corpus.store.project import Project

TEXT = "INT: Un deux.\nMARIE: Trois quatre cinq.\nINT: Fin."
SPANS = ((5, 13, "INT"), (21, 39, "MARIE"), (45, 49, "INT"))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.verbatim") as made:
        _fill(made)
        yield made


def _fill(made: Project, places: bytes = b"") -> None:
    speakers = (DraftSpeaker("INT", "interviewer"), DraftSpeaker("MARIE", "respondent"))
    draft = Draft(
        path=Path("one.txt"),
        name="one",
        text=TEXT,
        original=TEXT.encode(),
        media_type="text/plain",
        importer="plain",
        passages=tuple(DraftPassage("turn", a, b, who) for a, b, who in SPANS),
        speakers=speakers,
        places=places,
    )
    documents.add(made, [draft])
    with made.change("Add code") as session:
        session.execute(insert(Code), [{"name": "code", "position": 0}])


def code(project: Project, words: str) -> int:
    """Put the code on these words."""
    start = now(project).index(words)
    with project.change("Apply code") as session:
        row = Coding(document_id=1, start=start, end=start + len(words), code_id=1, coder_id=project.coder_key(session))
        session.add(row)
        session.flush()
        return row.id


def now(project: Project) -> str:
    return documents.text(project, 1)


def coded(project: Project) -> list[str]:
    with project.read() as session:
        rows = session.execute(select(Coding.start, Coding.end).order_by(Coding.id)).all()
    return [now(project)[slice(*row)] for row in rows]


def said(project: Project) -> list[tuple[str, str, int]]:
    return [(p.speaker, now(project)[p.start : p.end], p.words) for p in documents.passages(project, 1)]


def replace(project: Project, old: str, new: str) -> Going:
    start = now(project).index(old)
    return corrections.edit(project, 1, start, start + len(old), new)


def test_a_word_is_put_right_and_all_else_stays_on_its_words(project: Project) -> None:
    for words in ("deux", "Trois quatre", "Fin"):
        code(project, words)
    before = said(project)
    assert not replace(project, "Un", "Onze fois")
    assert now(project) == "INT: Onze fois deux.\nMARIE: Trois quatre cinq.\nINT: Fin."
    assert coded(project) == ["deux", "Trois quatre", "Fin"]
    assert said(project) == [("INT", "Onze fois deux.", 3), ("MARIE", "Trois quatre cinq.", 3), ("INT", "Fin.", 1)]
    info = documents.get(project, 1)
    assert (info.characters, info.words) == (len(now(project)), 10)
    assert not check(project)
    project.undo()
    assert now(project) == TEXT
    assert said(project) == before
    assert coded(project) == ["deux", "Trois quatre", "Fin"]


def test_inside_a_coding_its_words_grow_and_shrink(project: Project) -> None:
    code(project, "Trois quatre")
    replace(project, "ois", "ois et")
    replace(project, " quatre", "")
    assert coded(project) == ["Trois et"]


def test_a_coding_goes_with_its_words_alone_and_memos_stay_on_the_document(project: Project) -> None:
    key = code(project, "quatre")
    code(project, "Trois quatre")
    with project.change("Add memo") as session:
        session.add(Memo(title="m", coder_id=project.coder_key(session)))
        session.flush()
        session.add(MemoTarget(memo_id=1, coding_id=key))
        session.add(MemoTarget(memo_id=1, document_id=1, start=27, end=33))
    start = TEXT.index(" quatre")
    wanted = [Correction(start, start + 7, "")]
    foreseen = corrections.foreseen(project, 1, wanted)
    assert (foreseen.codings, foreseen.excerpts) == (1, 0)
    assert corrections.apply(project, 1, wanted) == foreseen
    assert coded(project) == ["Trois"]
    with project.read() as session:
        about = session.execute(
            select(MemoTarget.document_id, MemoTarget.start, MemoTarget.coding_id).order_by(MemoTarget.id)
        ).all()
    assert about == [(1, None, None), (1, None, None)]
    project.undo()
    assert coded(project) == ["quatre", "Trois quatre"]


def test_a_question_of_the_guide_goes_with_its_words_and_is_told(project: Project) -> None:
    guides.add(project, "Mars", [guides.GuideLine("", "Un deux ?")])
    question = guides.find(project).questions[0].key
    asking = askings.mark(project, question, anchors.words(1, 5, 12))
    wanted = [Correction(4, 13, "")]
    assert corrections.foreseen(project, 1, [Correction(5, 7, "Un peu")]) == Going()
    assert corrections.foreseen(project, 1, wanted) == Going(questions=1)
    code(project, "Trois")
    gone = corrections.apply(project, 1, wanted)
    assert gone == Going(questions=1)
    assert bool(gone)
    assert (askings.listed(project), coded(project)) == ([], ["Trois"])
    project.undo()
    assert [(one.key, one.start, one.end) for one in askings.listed(project)] == [(asking, 5, 12)]


def test_cuts_and_insertions_of_an_excerpt_move_with_its_words(project: Project) -> None:
    with project.change("Choose excerpt") as session:
        row = Excerpt(
            document_id=1,
            code_id=1,
            start=21,
            end=39,
            cuts=[[26, 33]],
            insertions=[[34, "[ajout]"]],
            coder_id=project.coder_key(session),
        )
        session.add(row)
    replace(project, "Un", "Onze")
    with project.read() as session:
        row = session.scalars(select(Excerpt)).one()
        cut, insertion = row.cuts[0], row.insertions[0]
        assert now(project)[row.start : row.end] == "Trois quatre cinq."
    assert now(project)[slice(*cut)] == " quatre"
    assert now(project)[insertion[0] :].startswith("cinq")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("deux.", "deux. Ah", [("INT", "Un deux. Ah"), ("MARIE", "Trois quatre cinq."), ("INT", "Fin.")]),
        ("Un", "Ah un", [("INT", "Ah un deux."), ("MARIE", "Trois quatre cinq."), ("INT", "Fin.")]),
        (".\nMARIE: ", " ", [("INT", "Un deux Trois quatre cinq."), ("INT", "Fin.")]),
        ("MARIE", "MARIA", [("INT", "Un deux."), ("MARIE", "Trois quatre cinq."), ("INT", "Fin.")]),
        ("MARIE: ", "M. : ", [("INT", "Un deux."), ("MARIE", "Trois quatre cinq."), ("INT", "Fin.")]),
        ("\nMARIE: ", "\nM: ", [("INT", "Un deux."), ("MARIE", "Trois quatre cinq."), ("INT", "Fin.")]),
        ("deux.\nMARIE: Trois ", "et ", [("INT", "Un et quatre cinq."), ("INT", "Fin.")]),
        ("Trois quatre cinq.", "", [("INT", "Un deux."), ("INT", "Fin.")]),
        (TEXT, "Tout est autre.", [("INT", "Tout est autre.")]),
    ],
)
def test_passages_keep_their_speakers(project: Project, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    replace(project, old, new)
    assert [(who, words) for who, words, _ in said(project)] == expected
    assert [p.number for p in documents.passages(project, 1)] == list(range(1, len(expected) + 1))
    assert not check(project)
    project.undo()
    assert [(who, words) for who, words, _ in said(project)] == [(who, TEXT[a:b]) for a, b, who in SPANS]


def test_earlier_texts_can_be_read_and_their_places_be_followed(project: Project) -> None:
    corrections.edit(project, 1, 5, 7, "Onze", reason="mal  entendu")
    replace(project, "cinq", "six")
    first, second = revisions.listed(project, 1)
    assert (first.number, first.coder, first.reason, second.reason) == (1, project.coder, "mal entendu", "")
    assert revisions.text(project, 1, 1) == TEXT
    assert revisions.text(project, 1, 2) == TEXT.replace("Un", "Onze")
    places = anchors.carried([(8, 12)], first.corrections)
    assert now(project)[slice(*anchors.carried(places, second.corrections)[0])] == "deux"
    with pytest.raises(NothingThere, match="no revision 3"):
        revisions.text(project, 1, 3)
    project.undo()
    assert [one.number for one in revisions.listed(project, 1)] == [1]


def test_what_can_not_be_is_refused_in_a_sentence(project: Project) -> None:
    with pytest.raises(SpanOutside):
        corrections.edit(project, 1, 5, 500, "x")
    with pytest.raises(SourceError, match="Nothing would be left"):
        corrections.edit(project, 1, 0, len(TEXT), " … ")
    with pytest.raises(NothingThere):
        corrections.edit(project, 7, 0, 1, "x")
    with pytest.raises(WorkbenchError, match="touch"):
        corrections.apply(project, 1, [Correction(5, 7, "x"), Correction(7, 8, "y")])
    assert not corrections.edit(project, 1, 5, 7, "Un")
    assert not revisions.listed(project, 1)
    assert now(project) == TEXT


def test_the_lines_of_a_page_move_with_their_words(tmp_path: Path) -> None:
    lines = [PlacedLine(0, 13, 1, 0), PlacedLine(14, 25, 1, 14), PlacedLine(40, 9, 2, 0)]
    with Project.create(tmp_path / "pages.verbatim") as made:
        _fill(made, packed(lines))
        corrections.edit(made, 1, 5, 7, "Onze")
        assert documents.places(made, 1) == [
            PlacedLine(0, 15, 1, 0),
            PlacedLine(16, 25, 1, 14),
            PlacedLine(42, 9, 2, 0),
        ]
        corrections.edit(made, 1, 15, 41, "")
        assert documents.places(made, 1) == [PlacedLine(0, 15, 1, 0), PlacedLine(16, 9, 2, 0)]
        made.undo()
        made.undo()
        assert documents.places(made, 1) == lines


def test_a_text_that_was_changed_meanwhile_is_not_corrected(project: Project) -> None:
    read = documents.get(project, 1).text_sha
    replace(project, "Un", "Onze")
    with pytest.raises(SourceError, match="changed meanwhile"):
        corrections.apply(project, 1, [Correction(8, 12, "trois")], upon=read)
    assert now(project) == TEXT.replace("Un", "Onze")
    corrections.apply(project, 1, [Correction(10, 14, "trois")], upon=documents.get(project, 1).text_sha)
    assert now(project).startswith("INT: Onze trois.")


def test_an_accent_joins_its_letter(project: Project) -> None:
    code(project, "deux")
    corrections.edit(project, 1, TEXT.index("Un") + 1, TEXT.index("Un") + 1, "\u0303")
    assert now(project)[5:14] == "Ũn deux.\n"
    assert coded(project) == ["deux"]


_LETTERS = st.text("ab é\u0301😀\n", max_size=6)


@given(st.lists(st.text("abc é😀", min_size=1, max_size=12), min_size=1, max_size=6), st.data())
def test_any_corrections_leave_passages_whole(turns: list[str], data: st.DataObject) -> None:
    text, before = "", []
    for number, turn in enumerate(turns):
        start = len(text) + 3
        text += f"X: {turn}\n"
        before.append(Stretch(number, start, start + len(turn)))
    ends = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    wanted = checked(
        [Correction(a, b, data.draw(_LETTERS)) for a, b in zip(ends[::2], ends[1::2], strict=False)], len(text)
    )
    after = corrected(text, wanted)
    left = passages(before, wanted, after)
    spans = [(one.start, one.end) for one in left]
    assert all(0 <= a < b <= len(after) for a, b in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert all(after[a:b] == after[a:b].strip() for a, b in spans)
    untouched = {
        one.key: text[one.start : one.end].strip()
        for one in before
        if all(edit.end < one.start - 3 or edit.start > one.end + 1 for edit in wanted)
    }
    assert {one.key: after[one.start : one.end] for one in left if one.key in untouched} == {
        key: words for key, words in untouched.items() if words
    }


def test_many_random_corrections_lose_no_coded_word_outside_them(project: Project) -> None:
    chance = random.Random(7)
    for words in ("deux", "Trois", "quatre cinq", "Fin"):
        code(project, words)
    for _ in range(60):
        text = now(project)
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randrange(4))
        put = "".join(chance.choice("aé😀 \u0301") for _ in range(chance.randrange(4)))
        held = {key: text[a:b] for key, a, b in _spans(project) if b < start - 1 or a > end + 1}
        corrections.edit(project, 1, start, end, put)
        left = {key: now(project)[a:b] for key, a, b in _spans(project)}
        assert {key: left.get(key) for key in held} == held
        assert not check(project)


def _spans(project: Project) -> list[tuple[int, int, int]]:
    with project.read() as session:
        return [tuple(row) for row in session.execute(select(Coding.id, Coding.start, Coding.end))]


def test_the_map_of_a_revision_is_kept_as_numbers(project: Project) -> None:
    replace(project, "Un", "Onze")
    (one,) = revisions.listed(project, 1)
    assert json.dumps(one.corrections) == "[[5, 7, 4]]"
