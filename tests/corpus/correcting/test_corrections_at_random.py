"""Corrections at random, hundreds in a row: every coded character that is left is coded still, and no other is.

`CORRECTIONS=20000 make test ARGS=tests/corpus/correcting/test_corrections_at_random.py` tries as many.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from corpus import documents
from corpus.anchors import Edit
from corpus.correcting import corrections
from corpus.correcting.carrying import Correction
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.errors import SourceError
from corpus.model import Code, Coding, Excerpt, Memo, MemoTarget, Passage, Revision
from corpus.search import passages as texts
from corpus.search.find import search
from corpus.search.index import SearchIndex
from corpus.search.query import parse
from corpus.store.checking import check
from corpus.store.project import Project
from tests.corpus.support import rows_of

_COUNT = int(os.environ.get("CORRECTIONS", "500"))
_AT_ONCE = 100  # in one project: each costs more the more there is to hold it against
_SIGNS = [
    "a",
    "é",
    "e\u0301",
    "\u0301",
    "😀",
    "👩\u200d💻",
    " ",
    "\n",
    ".",
    "le client ",
    "q\u0323\u0307",
    "\u00a0",
    "\0",
    "\r\n",
]
_SAID = "Ça dépend du client 😀 et de l'été. Un café, e\u0301videmment 👩\u200d💻 !"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.verbatim") as made:
        yield made


def fill(project: Project, chance: random.Random, turns: int = 12) -> None:
    """Put in one document more, coded, quoted and noted all over."""
    text, passages = "", []
    for turn in range(turns):
        mark, said = f"R{turn % 3}: ", " ".join(chance.choices(_SAID.split(), k=8))
        passages.append(DraftPassage("turn", len(text) + 4, len(text) + 4 + len(said), f"R{turn % 3}"))
        text += f"{mark}{said}\n"
    draft = Draft(
        path=Path("one.txt"),
        name="one",
        text=text,
        original=f"{text}{chance.random()}".encode(),
        media_type="text/plain",
        importer="plain",
        passages=tuple(passages),
        speakers=tuple(DraftSpeaker(f"R{number}", "respondent") for number in range(3)),
    )
    [added] = documents.add(project, [draft])
    with project.change("Code") as session:
        session.execute(insert(Code), [{"name": "code", "position": 0}])
        coder, here = project.coder_key(session), added.key
        spans = [(a, min(a + chance.randint(1, 60), len(text))) for a in chance.choices(range(len(text) - 1), k=40)]
        codings = [{"document_id": here, "start": a, "end": b, "code_id": 1, "coder_id": coder} for a, b in spans]
        session.execute(insert(Coding), [*codings, {**codings[0], "start": None, "end": None}])
        for a, b in spans[:8]:
            cuts, put = [[a, a + 1]], [[b - 1, "…"]]
            session.add(Excerpt(code_id=1, document_id=here, start=a, end=b, cuts=cuts, insertions=put, coder_id=coder))
        session.add(Memo(title="m", coder_id=coder))
        session.flush()
        memo = session.scalars(select(Memo.id).order_by(Memo.id.desc())).first()
        session.add_all(MemoTarget(memo_id=memo, document_id=here, start=a, end=b) for a, b in spans[8:12])


def spans(project: Project, stored: type[Coding | Excerpt], document: int) -> dict[int, tuple[int, int]]:
    query = select(stored.id, stored.start, stored.end).where(stored.document_id == document, stored.start.is_not(None))
    with project.read() as session:
        return {key: (start, end) for key, start, end in session.execute(query)}


def edited(project: Project, chance: random.Random, document: int) -> bool:
    """Make a correction at random, hold it against what it is to do, and say whether one was made."""
    text = documents.text(project, document)
    start = chance.choice([0, len(text), chance.randrange(len(text) + 1)] + [chance.randrange(len(text) + 1)] * 7)
    end = min(len(text), start + chance.choice([0, 0, 1, 2, 5, 9, 40]))
    put = "".join(chance.choices(_SIGNS, k=chance.choice([0, 1, 1, 2, 6])))
    before = {stored: spans(project, stored, document) for stored in (Coding, Excerpt)}
    foreseen = corrections.foreseen(project, document, [Correction(start, end, put)])
    try:
        gone = corrections.edit(project, document, start, end, put)
    except SourceError:
        return False
    after = documents.text(project, document)
    if after == text:
        return False
    edit = latest(project, document)
    assert after[: edit.start] == text[: edit.start]
    assert after[edit.start + edit.length :] == text[edit.end :]
    lost = 0
    for stored, places in before.items():
        now = spans(project, stored, document)
        for key, (a, b) in places.items():
            lost += key not in now
            held(text, after, (a, b), now.get(key), edit)
    assert lost == gone.codings + gone.excerpts
    assert foreseen == gone
    return True


def latest(project: Project, document: int) -> Edit:
    """Return what the last correction did, as its revision tells it."""
    query = select(Revision.map_sha).where(Revision.document_id == document).order_by(Revision.number.desc()).limit(1)
    with project.read() as session:
        [[start, end, length]] = json.loads(project.content(session.scalars(query).one() or ""))
    return Edit(start, end, length)


def held(text: str, after: str, was: tuple[int, int], now: tuple[int, int] | None, edit: Edit) -> None:
    """Hold a span against the characters that it had: each that is left it has still, and no other of the old."""
    (a, b), (start, end, length) = was, edit
    left = text[a : min(b, start)] + text[max(a, end) : b]
    within = a <= start and end <= b and not (start == end and start in (a, b))
    put = after[start : start + length] if within else ""
    expected = text[a : min(b, start)] + put + text[max(a, end) : b]
    assert (now is not None) == bool(left or put)
    assert now is None or after[slice(*now)] == expected


@pytest.mark.parametrize("first", range(0, _COUNT, _AT_ONCE))
def test_every_coded_character_that_is_left_is_coded_still(project: Project, first: int) -> None:
    chance = random.Random(11 + first)
    document = 0
    with closing(sqlite3.connect(project.path)) as eye:
        for number in range(min(_AT_ONCE, _COUNT - first)):
            if number % 50 == 0:  # so much is gone by then that a new one tells more
                fill(project, chance)
                document += 1
            rows = rows_of(eye) if number % 10 == 0 else {}
            made = edited(project, chance, document)
            if rows and made:
                later = rows_of(eye)
                project.undo()
                assert rows_of(eye) == rows
                project.redo()
                assert rows_of(eye) == later
            if number % 25 == 24:
                assert not check(project)
                whole(project, document)


def whole(project: Project, document: int) -> None:
    """See that passages stand in a row, and none is empty or has a space at its ends."""
    text, at = documents.text(project, document), 0
    for number, one in enumerate(documents.passages(project, document), 1):
        said = text[one.start : one.end]
        assert one.number == number
        assert at <= one.start < one.end
        assert said == said.strip()
        at = one.end


def test_what_is_searched_is_what_is_read_after_corrections(project: Project, tmp_path: Path) -> None:
    chance = random.Random(5)
    fill(project, chance)
    index = SearchIndex.of(project, tmp_path / "caught up")
    index.catch_up(project)
    for number in range(20):
        edited(project, chance, 1)
        if number % 5 == 4:
            project.undo()
        index.catch_up(project)
        fresh = SearchIndex.of(project, tmp_path / f"fresh {number}")
        fresh.catch_up(project)
        for words in ("client", "café", "été", "ça"):
            found = search(index, parse(words), texts.of(project))
            assert found == search(fresh, parse(words), texts.of(project))
            assert found.total


def test_the_whole_text_can_be_another(project: Project) -> None:
    fill(project, random.Random(2))
    text = documents.text(project, 1)
    gone = corrections.edit(project, 1, 0, len(text), "Tout est autre.")
    assert (gone.codings, gone.excerpts) == (40, 8)
    with project.read() as session:
        assert session.scalars(select(Passage.words)).all() == [3]
    assert not check(project)
