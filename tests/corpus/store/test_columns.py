"""Whole numbers read column by column are what rows one by one give."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select
from sqlalchemy.orm import Session

from corpus.model import Document, Passage
from corpus.store import columns
from corpus.store.project import Project

_LARGEST = 2**63 - 1
_PAIRS = Table("pairs", MetaData(), Column("first", Integer), Column("second", Integer))


@given(st.lists(st.tuples(st.integers(0, _LARGEST), st.none() | st.integers(0, _LARGEST))), st.integers(0, _LARGEST))
def test_rows_are_what_a_loop_reads(pairs: list[tuple[int, int | None]], least: int) -> None:
    engine = create_engine("sqlite://")
    _PAIRS.metadata.create_all(engine)
    with Session(engine) as session:
        if pairs:
            session.execute(insert(_PAIRS), [{"first": first, "second": second} for first, second in pairs])
        found = columns.read(session, select(_PAIRS).where(_PAIRS.c.first >= least))
    engine.dispose()
    wanted = [(first, columns.NOTHING if second is None else second) for first, second in pairs if first >= least]
    assert found.shape == (len(wanted), 2)
    assert sorted(map(tuple, found.tolist())) == sorted(wanted)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 99))), st.frozensets(st.integers(0, 9)))
def test_rows_go_by_their_keys(rows: list[tuple[int, int]], keys: frozenset[int]) -> None:
    table = np.array(rows, np.int64).reshape(-1, 2)
    left = columns.without(table, keys)
    assert [tuple(row) for row in left.tolist()] == [row for row in rows if row[0] not in keys]
    assert (left is table) == keys.isdisjoint(key for key, _ in rows)


def test_an_empty_project_has_rows_of_every_column(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty") as project, project.read() as session:
        found = columns.read(session, select(Passage.id, Passage.speaker_id, Document.characters).join(Document))
    assert found.shape == (0, 3)
