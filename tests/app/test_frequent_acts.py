"""The acts done most take as many keys as the manual says, and not one more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from coding import codings, links
from corpus import anchors
from tests.app.at_the_desk import counted, digit_of_azerty, keys_of, seat, span, told
from tests.app.person import ALT, CTRL, SHIFT, Person, seated

FIRST, SECOND = "Le tableau de bord tombe chaque lundi.", "Personne ne le lit, hélas."
# What each took before the sentence at the caret could be coded, and a coding stayed selected.
BEFORE = {"apply a code used": 2, "apply a code by": 2, "create": 2, "code in vivo": 1, "recode": 2, "resize": 3,
          "link": 1, "decide": 1, "accept": 1, "open what": 1}  # fmt: skip


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def test_no_act_takes_more_keys_than_before() -> None:
    assert len(told()) == len(BEFORE)
    assert {act: keys_of(act) for act in BEFORE if keys_of(act) > BEFORE[act]} == {}


def test_the_acts_of_coding_take_the_keys_that_are_told(person: Person) -> None:
    person.code.shown.recent.slots[:] = [person.find("Irritation")]
    with counted(person, "apply a code used"):
        digit_of_azerty(person, 1)
    assert person.stored() == [(FIRST, "Irritation")]
    with counted(person, "resize"):
        person.press(Qt.Key.Key_Right, ALT)
    assert person.stored() == [(FIRST.removeprefix("Le "), "Irritation")]
    with counted(person, "recode"):
        person.press(Qt.Key.Key_R, CTRL)
        person.write("vendeurs")
        person.press(Qt.Key.Key_Return)
    assert person.stored() == [(FIRST.removeprefix("Le "), "Vendeurs")]
    person.press(Qt.Key.Key_Right, ALT | SHIFT)
    person.press(Qt.Key.Key_Down)
    with counted(person, "code in vivo"):
        person.press(Qt.Key.Key_I, CTRL)
    assert (SECOND, SECOND.rstrip(".")) in person.stored()
    with counted(person, "create"):
        person.press(Qt.Key.Key_K, CTRL)
        person.write("lecture")
        person.press(Qt.Key.Key_Return, CTRL)
    assert (SECOND, "lecture") in person.stored()
    with counted(person, "apply a code by"):
        person.press(Qt.Key.Key_K, CTRL)
        person.write("irritation")
        person.press(Qt.Key.Key_Return)
    assert (SECOND, "Irritation") in person.stored()


def test_the_acts_of_theorising_take_the_keys_that_are_told(person: Person) -> None:
    code = person.find("Irritation")
    codings.apply(person.project, code, anchors.words(person.code.shown.document.key, *span(person, FIRST)))
    person.go(2)
    person.rest()
    person.theory.triage.codes.setFocus()
    person.theory.triage.go_to(code)
    with counted(person, "link to"):
        digit_of_azerty(person, 1)
    person.rest()
    [link] = links.listed(person.project)
    assert (link.source, person.names()[link.target][:2]) == (code, "C1")
    person.theory.triage.words.setFocus()
    with counted(person, "decide on"):
        person.press(Qt.Key.Key_X)
    person.rest()
    assert [one.verdict for one in links.judgements(person.project)] == ["out"]
    person.go(1)
    person.code.codebook.tree.select([code])
    person.code.codebook.tree.setFocus()
    with counted(person, "open what"):
        person.press(Qt.Key.Key_Return, CTRL)
    assert person.window.current_page is person.verbatims
