"""Colours as they are defined: text to be read and the edges of fields stand out in both palettes (WCAG 2.2)."""

from __future__ import annotations

import re
from itertools import product

import pytest

from app.reader import items
from app.reader.theme import contrast
from app.theme import DARK, LIGHT, Colours, stylesheet

GROUNDS = ("window", "background", "raised", "selection", "hover", "pressed")
INKS = ("text", "muted", "accent", "danger", "good")
READER = {LIGHT: items.LIGHT, DARK: items.DARK}
palettes = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@palettes
def test_every_ink_can_be_read_on_every_ground(colours: Colours) -> None:
    pairs = [
        (ink, ground, contrast(getattr(colours, ink), getattr(colours, ground)))
        for ink, ground in product(INKS, GROUNDS)
    ]
    assert [pair for pair in pairs if pair[2] < 4.5] == []
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@palettes
def test_the_edge_of_a_field_is_seen(colours: Colours) -> None:
    around = {ground: contrast(colours.field, getattr(colours, ground)) for ground in GROUNDS if ground != "selection"}
    assert {ground: found for ground, found in around.items() if found < 3} == {}
    for named in ("QLineEdit", "QComboBox", "QPlainTextEdit", "QSpinBox", "QPushButton"):
        [first] = re.findall(
            rf"^{named}[^:]*? {{([^}}]*)}}|^QLineEdit.*{named}.* {{([^}}]*)}}", stylesheet(colours, 10), re.MULTILINE
        )[:1]
        assert f"border: 1px solid {colours.field}" in "".join(first), named


@palettes
def test_the_reader_has_the_windows_colours_and_reads_as_well(colours: Colours) -> None:
    theme = READER[colours]
    for name in ("background", "text", "muted", "selection", "accent"):
        assert getattr(theme, name) == getattr(colours, name)
