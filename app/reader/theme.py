"""Type and colour: the body's fonts and measure, and colours mixed so that they stay legible on light and dark."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

from .items import ReaderTheme

_BODY = ("Noto Serif", "Source Serif 4", "Source Serif Pro", "Charter", "Georgia", "Cambria", "DejaVu Serif")
_SAMPLE = "une journée de travail, c’est aussi tout ce qu’on ne voit pas; and what they say about it in the end"
_LINE_HEIGHT = 1.45
_LAYERS = (0.30, 0.22, 0.16)  # more than three blended tints turn muddy
_READABLE = 4.5  # contrast of text, and below of graphics, as asked by WCAG 2.2 (1.4.3, 1.4.11)
_VISIBLE = 3.0


@dataclass(frozen=True, slots=True)
class Type:
    """Fonts and the grid they stand on, in whole logical pixels; `letter` is the mean width of one, in pixels."""

    body: QFont
    heading: QFont
    small: QFont
    pitch: int
    ascent: float
    letter: float
    digits: int
    line: int


@lru_cache(maxsize=1)
def body_family() -> str:
    """Give the first serif family for reading that this machine has, else the window's own."""
    known = set(QFontDatabase.families())
    return next((name for name in _BODY if name in known), QGuiApplication.font().family())


def type_of(size_pt: float, window: QFont) -> Type:
    """Set the reader's type at a body size in points; the gutter and the names take the window's font."""
    body, small = QFont(body_family()), QFont(window)
    body.setPointSizeF(size_pt)
    body.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    small.setPointSizeF(max(6.5, size_pt * 0.72))
    heading = QFont(body)
    heading.setPointSizeF(size_pt * 1.12)
    heading.setBold(True)
    measure, small_measure = QFontMetricsF(body), QFontMetricsF(small)
    pitch = max(math.ceil(measure.height()), round(QFontInfo(body).pixelSize() * _LINE_HEIGHT))
    return Type(
        body=body,
        heading=heading,
        small=small,
        pitch=pitch,
        ascent=(pitch - measure.height()) / 2 + measure.ascent(),
        letter=measure.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
        digits=math.ceil(small_measure.horizontalAdvance("000")),
        line=math.ceil(small_measure.height()),
    )


@lru_cache(maxsize=512)
def mixed(under: str, over: str, share: float) -> str:
    """Lay `share` (0 to 1) of one colour over another, both `#rrggbb`."""
    pairs = zip(_channels(under), _channels(over))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=512)
def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=512)
def legible(colour: str, theme: ReaderTheme) -> str:
    """Give a code's colour, moved towards the text's only as far as it takes to stand out from the background."""
    colour = colour if QColor.isValidColorName(colour) else theme.accent
    steps = (mixed(colour, theme.text, step / 10) for step in range(11))
    return next((step for step in steps if contrast(step, theme.background) >= _VISIBLE), theme.text)


@lru_cache(maxsize=2048)
def tinted(colours: tuple[str, ...], theme: ReaderTheme) -> str:
    """Lay up to three colours over the background, thin enough for the text on them to stay readable."""
    for strength in (1.0, 0.85, 0.7, 0.55, 0.4, 0.25):
        ground = theme.background
        for colour, share in zip(colours, _LAYERS):
            ground = mixed(ground, colour if QColor.isValidColorName(colour) else theme.accent, share * strength)
        if contrast(ground, theme.text) >= _READABLE:
            return ground
    return theme.background


@lru_cache(maxsize=256)
def colour_of(name: str) -> QColor:
    """Give Qt's colour for `#rrggbb`; one object for each, not to be changed."""
    return QColor(name)


@lru_cache(maxsize=512)
def _channels(name: str) -> tuple[int, int, int]:
    colour = QColor(name)
    return colour.red(), colour.green(), colour.blue()


def _luminance(name: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(channel) for channel in _channels(name))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
