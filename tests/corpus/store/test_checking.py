"""What `check` finds of places: in every table that has them, of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from corpus import anchors, documents
from corpus.anchors import Anchor, box, stretch, whole, words
from corpus.model import Code, Coding, Excerpt, Media, Memo, MemoTarget, Passage, Pseudonym, Replacement, Verdict
from corpus.store import checking
from corpus.store.project import Project
from tests.corpus.support import draft, empty_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with one document, `a`, of 13 characters and a recording of a minute, and a row in every table."""
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        (added,) = documents.add(opened, [draft("a", "un deux trois")])
        span = {"document_id": added.key, "start": 0, "end": 2}
        with opened.change("Attach") as session:
            coder = opened.coder_key(session)
            code, memo, name = Code(name="c"), Memo(coder_id=coder), Pseudonym(original="a", replacement="b")
            session.add_all([code, memo, name, Media(document_id=added.key, path="a.mp3", duration_ms=60_000)])
            session.flush()
            session.add_all(
                [
                    Coding(code_id=code.id, coder_id=coder, **span),
                    Excerpt(code_id=code.id, coder_id=coder, **span),
                    MemoTarget(memo_id=memo.id, **span),
                    MemoTarget(memo_id=memo.id),
                    Replacement(pseudonym_id=name.id, **span),
                    Verdict(code_id=code.id, coder_id=coder, text_sha="", decision="accepted", **span),
                ]
            )
        yield opened


def faults(project: Project) -> list[tuple[str, str]]:
    return [(fault.kind, str(fault)) for fault in checking.check(project)]


def put(project: Project, stored: type, **values: object) -> None:
    with project.change("Break") as session:
        session.execute(update(stored).where(stored.id == 1).values(**values))


@pytest.mark.parametrize("place", [words(1, 0, 13), whole(1), box(1, 1, 0, 0, 1, 1), stretch(1, 0, 60_000)])
def test_places_inside_are_sound(project: Project, place: Anchor) -> None:
    for stored in (Coding, Excerpt, MemoTarget):
        put(project, stored, **anchors.fields(place))
    assert faults(project) == []


@pytest.mark.parametrize("stored", [Coding, Excerpt, MemoTarget, Passage, Replacement, Verdict])
def test_words_outside_are_found_in_every_table(project: Project, stored: type) -> None:
    name = stored.__tablename__  # type: ignore[attr-defined]  # every table has one
    for start, end in ((0, 14), (5, 5), (6, 2), (-1, 2)):
        put(project, stored, start=start, end=end)
        assert faults(project) == [("span", f"The span {start}–{end} of {name} 1 is not within a.")]


@pytest.mark.parametrize("stored", [Coding, Excerpt, MemoTarget])
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (box(1, 1, 0.6, 0, 0.5, 1), "The box of {} 1 is not within a page of a."),
        (box(1, 0, 0, 0, 1, 1), "The box of {} 1 is not within a page of a."),
        (Anchor(1, page=2), "The box of {} 1 is not within a page of a."),
        (stretch(1, 0, 60_001), "The time 0–60001 ms, or its box, of {} 1 is not within a."),
        (stretch(1, 9, 3), "The time 9–3 ms, or its box, of {} 1 is not within a."),
        (stretch(1, 3, 9, box(1, 1, 0, 0, 1, 2)), "The time 3–9 ms, or its box, of {} 1 is not within a."),
    ],
)
def test_boxes_and_times_outside_are_found(project: Project, stored: type, place: Anchor, said: str) -> None:
    put(project, stored, **anchors.fields(place))
    name = stored.__tablename__  # type: ignore[attr-defined]  # every table has one
    assert faults(project) == [("place", said.format(name))]


def test_words_of_no_document_and_words_with_a_box_are_found(project: Project) -> None:
    put(project, MemoTarget, document_id=None)
    put(project, Coding, **anchors.fields(replace(words(1, 0, 2), page=1)))
    assert faults(project) == [
        ("span", "The span 0–2 of coding 1 is not within a."),
        ("span", "The span 0–2 of memo_target 1 is not within any document."),
    ]
