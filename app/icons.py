"""Icons drawn in strokes on a grid of 24; they take the colour of the window's text, light or dark."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app import theme

STROKES = {
    "code": "M4 6h10M4 11h7M4 16h9 M17 5v14M20 9v6",
    "theory": "M12 4.5v6 M6 14v-3.5h12V14 M12 10.5V14 M4 14h4v4.5H4z M10 14h4v4.5h-4z M16 14h4v4.5h-4z",
    "review": "M4 7h9M4 12h6M4 17h6 M13 15.5l2.8 2.8L21 12.5",
    "verbatims": "M5 17c3-1 4-3 4-6H5V6h5v5c0 4-2 6-5 7z M14 17c3-1 4-3 4-6h-4V6h5v5c0 4-2 6-5 7z",
    "matrix": "M4 5h16v14H4z M4 10h16M4 14.5h16M9.5 5v14M15 5v14",
    "participants": "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3.5 19c0-3.5 2.4-5.5 5.5-5.5s5.5 2 5.5 5.5 "
    "M15.5 5.4a3 3 0 0 1 0 5.2 M17 13.8c2.2.6 3.5 2.4 3.5 5.2",
    "quality": "M9 16a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11z M15 19a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11z",
    "report": "M6 3.5h8l4 4V20.5H6z M14 3.5v4h4 M9 12h6M9 15.5h6",
    "figure": "M4.5 19.5h15 M7.5 19v-6M12 19V6M16.5 19v-9",
    "memos": "M7 3h12v12 M4 6h12v9l-4 4H4z M16 15h-4v4 M7 10h6",
    "read": "M3 12c3-5 6-6.5 9-6.5s6 1.5 9 6.5c-3 5-6 6.5-9 6.5s-6-1.5-9-6.5z M12 9.5a2.5 2.5 0 1 0 .01 0",
    "memo": "M5 5h14v9l-5 5H5z M19 14h-5v5 M8.5 9h7",
    "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z M15.5 15.5L20 20",
    "open": "M3.5 18.5v-13h6l2 2.5h9v10.5z",
    "new": "M6 3.5h8l4 4V20.5H6z M14 3.5v4h4 M12 10.5v6M9 13.5h6",
    "import": "M12 4v10 M8 10.5l4 4 4-4 M4.5 15v4.5h15V15",
    "export": "M12 14.5v-10 M8 8l4-4 4 4 M4.5 15v4.5h15V15",
    "sample": "M4 5.5c3-1 5.5-.5 8 1 2.5-1.5 5-2 8-1v13c-3-1-5.5-.5-8 1-2.5-1.5-5-2-8-1z M12 6.5v13",
    "add": "M12 5v14M5 12h14",
    "remove": "M5 12h14",
    "delete": "M5 7h14 M9.5 7V4.5h5V7 M7 7l.8 12.5h8.4L17 7 M10.3 10.5v5.5M13.7 10.5v5.5",
    "edit": "M4.5 19.5l1-4L16 5l3 3L8.5 18.5z M13.8 7.2l3 3",
    "close": "M6.5 6.5l11 11M17.5 6.5l-11 11",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "undo": "M8.5 5L4.5 9l4 4 M4.5 9H14a5 5 0 0 1 0 10h-4",
    "redo": "M15.5 5l4 4-4 4 M19.5 9H10a5 5 0 0 0 0 10h4",
    "left": "M14.5 5.5L8 12l6.5 6.5",
    "right": "M9.5 5.5L16 12l-6.5 6.5",
    "up": "M5.5 14.5L12 8l6.5 6.5",
    "down": "M5.5 9.5L12 16l6.5-6.5",
    "filter": "M4 5.5h16l-6 7v6l-4-2v-4z",
    "link": "M10 14a4 4 0 0 0 5.6.3l3-3a4 4 0 0 0-5.6-5.6l-1.3 1.2 "
    "M14 10a4 4 0 0 0-5.6-.3l-3 3a4 4 0 0 0 5.6 5.6l1.3-1.2",
    "split": "M12 20v-7 M12 13L6 7 M12 13l6-6 M6 11V7h4 M18 11V7h-4",
    "star": "M12 4l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L12 16.3l-5 2.9 1.2-5.6L4 9.8l5.6-.6z",
    "history": "M12 7v5l3.5 2 M4.5 12a7.5 7.5 0 1 0 2.4-5.5 M4.5 4.5v3.5H8",
    "settings": "M4 7h9M17 7h3M4 17h3M11 17h9 M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4z M9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
    "warning": "M12 4.5L21 19.5H3z M12 10v4.5M12 17v.2",
    "info": "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z M12 11v5.5M12 7.8v.2",
    "columns": "M4 5h16v14H4z M10 5v14M15 5v14",
    "document": "M6 3.5h8l4 4V20.5H6z M14 3.5v4h4",
    "keys": "M3.5 6.5h17v11h-17z M7 10h.2M10.3 10h.2M13.6 10h.2M17 10h.2 M8 14h8",
    "swap": "M8 4.5L4.5 8 8 11.5 M4.5 8h13 M16 12.5l3.5 3.5-3.5 3.5 M19.5 16h-13",
    "more": "M6 12h.2M12 12h.2M18 12h.2",
    "suggest": "M12 3.5l1.8 5.2L19 10.5l-5.2 1.8L12 17.5l-1.8-5.2L5 10.5l5.2-1.8z M18.5 16v4M16.5 18h4",
}
_STROKE = 1.6
_CLONED: list[QIconEngine] = []  # Qt takes them for its own, and Python, left alone, would let them go at once


class _Strokes(QIconEngine):
    """Paints one icon when asked, in the colours of that moment."""

    def __init__(self, name: str, colour: str | None) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def _shade(self, mode: QIcon.Mode) -> str:
        c = theme.colours()
        return c.muted if mode is QIcon.Mode.Disabled else self._colour or c.text

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{STROKES[self._name]}" fill="none" '
            f'stroke="{self._shade(mode)}" stroke-width="{_STROKE}" stroke-linecap="round" stroke-linejoin="round"/>'
            "</svg>"
        )
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = f"verbatim {self._name} {self._shade(mode)} {size.width()} {size.height()}"
        made = QPixmap()
        if size.isEmpty() or QPixmapCache.find(drawn, made):
            return made
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        QPixmapCache.insert(drawn, made)
        return made

    def clone(self) -> Self:
        made = type(self)(self._name, self._colour)
        _CLONED.append(made)
        return made


def icon(name: str, colour: str | None = None) -> QIcon:
    """Give the icon of that name, in the colour of the window's text unless told another (`#rrggbb`)."""
    return QIcon(_Strokes(name, colour))
