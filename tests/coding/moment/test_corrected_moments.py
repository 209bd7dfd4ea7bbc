"""A moment after corrections is what a new reading would be, though most of it only moved."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from coding import assertions, codebook, codings
from coding.moment.moment import Moment
from corpus import anchors, documents
from corpus.correcting import corrections, turns
from tests.coding.support import Study, make_study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path)
    with made.project:
        yield made


def held(moment: Moment) -> None:
    """Hold a moment against a new reading."""
    fresh = Moment.of(moment.project)
    assert np.array_equal(moment.read.codings.table, fresh.read.codings.table)
    assert np.array_equal(moment.passages, fresh.passages)
    assert moment.documents == fresh.documents
    assert moment.tally == fresh.tally
    assert moment.read.bearings == fresh.read.bearings
    assert moment.voices.speakers == fresh.voices.speakers
    assert np.array_equal(moment.net.span, fresh.net.span)
    assert np.array_equal(moment.item_passages, fresh.item_passages)


def test_a_moment_is_carried_through_corrections_at_random(study: Study) -> None:
    project, chance = study.project, random.Random(8)
    code = codebook.add(project, "client")
    said = assertions.add(project, "Clients come back.")
    for key in study.documents.values():
        corrections.edit(project, key, 0, 0, "Un long début. " * 20)
        codings.apply(project, code, anchors.whole(key))
        coded = [
            codings.apply(project, code, anchors.words(key, start, start + 5 + start % 50))
            for start in range(0, 300, 23)
        ]
        assertions.bear(project, said, [coded[1], coded[-1], anchors.words(key, 200, 240)], assertions.STANCES[0])
    moment = Moment.of(project)
    carried = 0
    for number in range(60):
        key = chance.choice([*study.documents.values()])
        length = len(documents.text(project, key))
        start = chance.randrange(length)
        put = "".join(chance.choices(["é", "😀", " ", "\n", "mot "], k=chance.randrange(4)))
        corrections.edit(project, key, start, min(length, start + chance.choice([0, 1, 3])), put)
        if number % 4 == 3:
            project.undo()
        if number % 8 == 7:
            project.redo()
        if number % 20 == 19 and len(turned := documents.passages(project, key)) > 1:
            turns.join(project, turned[0].key)
        before, moment = moment, moment.now()
        carried += moment.read.voices.tied is before.read.voices.tied
        held(moment)
    assert carried > 40  # what was not read again is the same object


def test_counts_outlast_corrections_where_nothing_is_coded(study: Study) -> None:
    project = study.project
    moment = Moment.of(project)
    for key in study.documents.values():
        corrections.edit(project, key, 0, 0, "Un début. ")
        moment = moment.now()
        assert moment.tally == Moment.of(project).tally
