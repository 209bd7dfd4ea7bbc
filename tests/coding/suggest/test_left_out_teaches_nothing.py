"""Who is left out of analysis neither teaches what is suggested nor is suggested anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coding import codebook, codings
from coding.suggest import texts, turns
from coding.suggest.suggester import Suggester
from corpus.people import participants
from corpus.store.project import Changes
from tests.coding.erasing_study import Planted, planted


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Planted]:
    with planted(tmp_path) as made:
        yield made


def said(study: Planted, found: texts.TurnTexts) -> list[str]:
    return [found.said(study.project, place) for place in range(len(found.turns))]


def heard(study: Planted, act: Callable[[], object]) -> Changes:
    told: list[Changes] = []
    study.project.subscribe(told.append)
    act()
    return told[-1]


def test_their_turns_are_not_read_and_stand_before_nobody_elses(study: Planted) -> None:
    before = said(study, texts.read(study.project, ()))
    assert sum("quaxo" in one for one in before) == 3
    participants.leave_out(study.project, [study.luc])
    found = texts.read(study.project, ())
    assert said(study, found) == [one for one in before if "quaxo" not in one and "ramasse" not in one]
    texts_before = [
        study.project.text(found.words[turn.document])[slice(*turn.before)] for turn in found.turns if turn.before
    ]
    assert not any("quaxo" in one or "ramasse" in one for one in texts_before)


def test_what_was_learned_forgets_them_and_knows_them_again(study: Planted) -> None:
    code = codebook.add(study.project, "Débit")
    codings.apply(study.project, code, study.words("Groupe", "Chez nous le quaxogroupe tombe tous les matins"))
    codings.apply(study.project, code, study.words("Anne", "Oui, le rayon est vide"))
    suggester = Suggester.train(study.project)
    assert suggester.labels.counts()[code] == 2
    leave = heard(study, lambda: participants.leave_out(study.project, [study.luc]))
    without = suggester.update(leave)
    assert without.labels.counts()[code] == 1
    renamed = heard(study, lambda: participants.edit(study.project, study.luc, "Luc Z."))
    assert without.update(renamed) is without, "nobody else is left out"
    back = heard(study, lambda: participants.leave_out(study.project, [study.luc], out=False))
    assert without.update(back).labels.counts()[code] == 2


def test_nobody_left_out_costs_no_reading(study: Planted) -> None:
    assert turns.left_out(study.project) == frozenset()
