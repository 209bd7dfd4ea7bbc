"""The acts done most take as many keys as the manual says, and not one more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.settings import Settings
from tests.app.at_the_desk import digit_of_azerty, seat
from tests.app.person import ALT, CTRL, NO, SHIFT, Person, seated

PAGE = Path(__file__).resolve().parents[2] / "docs" / "keys.md"
FIRST, SECOND = "Le tableau de bord tombe chaque lundi.", "Personne ne le lit, hélas."
# What each took before the sentence at the caret could be coded, and a coding stayed selected.
BEFORE = {"apply a code used": 2, "apply a code by": 2, "create": 2, "code in vivo": 1, "recode": 2, "resize": 3,
          "link": 1, "decide": 1, "accept": 1, "open what": 1}  # fmt: skip


@pytest.fixture
def person(qtbot: QtBot, undressed: None, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def told() -> dict[str, int]:
    rows = [line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    return {row[0].strip(): int(row[2]) for row in rows}


def of(act: str) -> int:
    [number] = [number for name, number in told().items() if name.startswith(act)]
    return number


def test_no_act_takes_more_keys_than_before() -> None:
    assert len(told()) == len(BEFORE)
    assert {act: of(act) for act in BEFORE if of(act) > BEFORE[act]} == {}


def test_the_acts_of_coding_take_the_keys_that_are_told(person: Person) -> None:
    person.code.shown.recent.slots[:] = [person.find("Irritation")]
    keys: list[Qt.Key] = []
    press = person.press

    def counted(key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
        keys.append(key)
        press(key, held)

    person.press = counted  # type: ignore[method-assign]  # letters of a name are written, not pressed

    def taken() -> int:
        count = len(keys)
        keys.clear()
        return count

    digit_of_azerty(1)
    assert person.stored() == [(FIRST, "Irritation")]
    assert of("apply a code used") == 1
    person.press(Qt.Key.Key_Right, ALT)
    assert person.stored() == [(FIRST.removeprefix("Le "), "Irritation")]
    assert taken() == of("resize")
    person.press(Qt.Key.Key_R, CTRL)
    person.write("vendeurs")
    person.press(Qt.Key.Key_Return)
    assert person.stored() == [(FIRST.removeprefix("Le "), "Vendeurs")]
    assert taken() == of("recode")
    person.press(Qt.Key.Key_Right, ALT | SHIFT)
    person.press(Qt.Key.Key_Down)
    taken()
    person.press(Qt.Key.Key_I, CTRL)
    assert (SECOND, SECOND.rstrip(".")) in person.stored()
    assert taken() == of("code in vivo")
    person.press(Qt.Key.Key_K, CTRL)
    person.write("lecture")
    person.press(Qt.Key.Key_Return, CTRL)
    assert (SECOND, "lecture") in person.stored()
    assert taken() == of("create")
    person.press(Qt.Key.Key_K, CTRL)
    person.write("irritation")
    person.press(Qt.Key.Key_Return)
    assert (SECOND, "Irritation") in person.stored()
    assert taken() == of("apply a code by")
