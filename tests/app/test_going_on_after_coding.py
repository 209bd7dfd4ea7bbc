"""The loop of reading and coding: the sentence outlined, the coding that stays selected, keys that go on at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.reader import ReaderPassage
from app.reader.document import ReaderDocument
from app.settings import Settings
from coding import codings
from coding.moment.counts import counts
from coding.moment.moment import Moment
from tests.app.at_the_desk import digit_of_azerty, seat, span
from tests.app.person import ALT, CTRL, NO, SHIFT, Person, seated

FIRST = "Le tableau de bord tombe chaque lundi."
SECOND = "Personne ne le lit, hélas."
ASKED = "Et pourquoi ?"
DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


@pytest.fixture
def person(qtbot: QtBot, settings: Settings, hub: Hub, tmp_path: Path) -> Iterator[Person]:
    with seated(qtbot, hub) as sitting:
        yield seat(sitting, hub, settings, tmp_path)


def meant(person: Person) -> str:
    return person.code.shown.text[slice(*person.code.reading.pane.meant())]


def take(person: Person, name: str) -> None:
    """Let the key 1 stand for a code."""
    person.code.shown.recent.slots[:] = [person.find(name)]


def click(person: Person, words: str) -> None:
    pane = person.code.reading.pane
    spot = pane.spot(span(person, words)[0] + 1)
    assert spot is not None
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, NO, spot.center().toPoint())


def test_without_a_selection_the_sentence_under_the_cursor_is_outlined_and_coded(person: Person) -> None:
    take(person, "Irritation")
    pane = person.code.reading.pane
    assert meant(person) == FIRST  # the caret stands in the speaker's mark before it
    click(person, SECOND)
    assert meant(person) == SECOND
    assert pane.selection()[0] == pane.selection()[1]
    digit_of_azerty(person, 1)
    click(person, FIRST)
    person.press(Qt.Key.Key_I, CTRL)
    click(person, ASKED)
    person.press(Qt.Key.Key_K, CTRL)
    person.write("vendeurs")
    person.press(Qt.Key.Key_Return)
    assert [words for words, _ in person.stored()] == sorted((FIRST, SECOND, ASKED))
    assert {(SECOND, "Irritation"), (ASKED, "Vendeurs")} <= set(person.stored())


def test_the_outline_is_seen_around_the_sentence_and_not_around_others(person: Person) -> None:
    pane = person.code.reading.pane
    click(person, SECOND)
    with_one = pane.viewport().grab().toImage()
    pane.offers_sentence = False
    pane._outline()
    without = pane.viewport().grab().toImage()
    spots = [pane.spot(at) for at in span(person, SECOND)]
    assert all(spots)
    rows = [
        y
        for y in range(with_one.height())
        if any(with_one.pixel(x, y) != without.pixel(x, y) for x in range(0, with_one.width(), 3))
    ]
    ratio = with_one.devicePixelRatio()
    assert rows
    assert spots[0].top() - 4 <= rows[0] / ratio
    assert rows[-1] / ratio <= spots[1].bottom() + 4


def test_plain_letters_stay_commands_where_nothing_is_selected(person: Person) -> None:
    click(person, SECOND)
    person.press(Qt.Key.Key_V)
    assert not person.code.picker.isVisible()
    person.select(*span(person, SECOND))
    person.press(Qt.Key.Key_V)
    assert person.code.picker.isVisible()


def test_after_coding_the_keys_for_codings_work_at_once(person: Person) -> None:
    take(person, "Irritation")
    pane = person.code.reading.pane
    for words in ("tableau de bord", "chaque lundi", "On subit"):
        person.select(*span(person, words))
        digit_of_azerty(person, 1)
        assert pane.selection()[0] == pane.selection()[1]
        assert meant(person) == words
    person.press(Qt.Key.Key_K)
    assert meant(person) == "chaque lundi"
    person.press(Qt.Key.Key_J)
    assert meant(person) == "On subit"
    person.press(Qt.Key.Key_Left, ALT)
    assert "demandé. On subit" in {words for words, _ in person.stored()}
    person.press(Qt.Key.Key_R, CTRL)
    person.write("vendeurs")
    person.press(Qt.Key.Key_Return)
    assert ("demandé. On subit", "Vendeurs") in person.stored()
    person.press(Qt.Key.Key_Delete)
    assert [words for words, _ in person.stored()] == ["chaque lundi", "tableau de bord"]
    person.press(Qt.Key.Key_K)
    assert meant(person) == "chaque lundi"


def test_after_coding_the_arrows_go_on_from_the_words_coded(person: Person) -> None:
    take(person, "Irritation")
    person.press(DOWN)
    for expected in (SECOND, ASKED, "On ne nous a rien demandé.", "On subit."):
        digit_of_azerty(person, 1)
        person.press(DOWN)
        assert meant(person) == expected
    digit_of_azerty(person, 1)
    person.press(UP)
    assert meant(person) == "On ne nous a rien demandé."
    person.press(DOWN)
    person.press(UP)
    digit_of_azerty(person, 1)
    person.press(DOWN, SHIFT)
    assert meant(person) == "On ne nous a rien demandé. On subit."


def test_a_coding_taken_back_leaves_its_words_selected_to_be_coded_otherwise(person: Person) -> None:
    take(person, "Irritation")
    person.select(*span(person, "chaque lundi"))
    digit_of_azerty(person, 1)
    person.press(Qt.Key.Key_Z, CTRL)
    assert person.stored() == []
    assert person.code.reading.pane.selection() == span(person, "chaque lundi")
    person.write("vendeurs")
    person.press(Qt.Key.Key_Return)
    assert person.stored() == [("chaque lundi", "Vendeurs")]


def test_the_full_stop_codes_again_with_the_last_code(person: Person) -> None:
    person.press(Qt.Key.Key_Period)
    assert person.stored() == []
    person.select(*span(person, "chaque lundi"))
    person.write("vendeurs en rayon")
    person.press(Qt.Key.Key_Return)
    person.select(*span(person, "On subit"))
    person.press(Qt.Key.Key_Period)
    click(person, ASKED)
    person.press(Qt.Key.Key_Period, SHIFT)  # as AZERTY sends it
    assert {words for words, _ in person.stored()} == {"chaque lundi", "On subit", ASKED}
    assert {name for _, name in person.stored()} == {"Vendeurs en rayon"}


def test_words_of_two_speakers_stay_one_coding_counted_once_and_it_is_said(person: Person) -> None:
    take(person, "Irritation")
    start, end = span(person, "hélas.")[0], span(person, "pourquoi")[1]
    person.code.reading.pane.setFocus()
    person.code.reading.pane.select(start, end)
    assert "over 2 speakers: LUC, EVE" in person.code.inspector.coding.advice.text()
    digit_of_azerty(person, 1)
    code = person.find("Irritation")
    assert len(codings.listed(person.project, codes=[code])) == 1
    assert counts(Moment.of(person.project)).segments[code] == 1
    assert person.window.status.currentMessage() == "Irritation applied, over 2 speakers: LUC, EVE · Ctrl+Z"
    assert "over 2 speakers: LUC, EVE" in person.code.inspector.coding.facts.text()


def test_f6_reaches_the_text_first(person: Person) -> None:
    pane = person.code.reading.pane
    person.code.codebook.line.setFocus()
    person.window.rail.button("code").setFocus()
    person.press(Qt.Key.Key_F6)
    assert pane.hasFocus()
    seen = set()
    for _ in range(12):
        person.press(Qt.Key.Key_F6)
        now = person.window.focusWidget()
        seen |= {part for part in person.code.panes() if part is now or part.isAncestorOf(now)}
    assert seen == {part for part in person.code.panes() if part.isVisible()}


TIMED = "[00:01:02] INT : Bonjour à tous. (00:07)\nINT :\n\nR1 : 00:01:09.500 C'est ici. À 14:30 on ferme. [01:12]"


def test_steps_by_sentence_skip_labels_and_times() -> None:
    said = (("INT", "Bonjour à tous. (00:07)"), ("R1", "00:01:09.500 C'est ici. À 14:30 on ferme. [01:12]"))
    passages = [
        ReaderPassage(n, n, "turn", TIMED.index(words), TIMED.index(words) + len(words), who)
        for n, (who, words) in enumerate(said)
    ]
    document, at, found = ReaderDocument(TIMED, passages), 0, []
    while (next_ := document.beside(at, 1, "sentence")) is not None:
        found.append(TIMED[slice(*next_)])
        at = next_[1]
    assert found == ["Bonjour à tous.", "C'est ici.", "À 14:30 on ferme."]
    for place in (0, TIMED.index("INT :\n\n"), TIMED.index("\n\n") + 1):
        assert TIMED[slice(*document.sentence_near(place))] in found
