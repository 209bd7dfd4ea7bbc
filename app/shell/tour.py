"""A first tour of the sample study: a few quiet words beside what they are about, until one has had enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from app import actions, theme
from app.page import Page

_WIDTH = 320


@dataclass(frozen=True, slots=True)
class TourStop:
    """Something to look at: on which page, what of it, and what is said of it."""

    page: str
    at: Callable[[Page], QWidget | None]
    title: str
    said: str


class Tour(QFrame):
    """Stands over the window, and goes from stop to stop; the window works as ever beneath it."""

    def __init__(self, window: QMainWindow, show: Callable[[str], Page | None], ended: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._show_page, self._ended = window, show, ended
        self._at = -1
        self._on: QWidget | None = None
        self.setObjectName("tour")
        self.setAccessibleName(self.tr("Tour"))
        self.frame = QFrame(window)
        self.frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.frame.setObjectName("tour frame")
        self.title, self.said, self.count = QLabel(), QLabel(), QLabel()
        self.said.setWordWrap(True)
        self.count.setProperty("muted", True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.skip, self.on = QPushButton(self.tr("Skip the tour")), QPushButton()
        self.on.setProperty("primary", True)
        self.skip.clicked.connect(self.end)
        self.on.clicked.connect(self.go_on)
        below, down = QHBoxLayout(), QVBoxLayout(self)
        for part in (self.count, self.skip, self.on):
            below.addWidget(part)
        below.insertStretch(1)
        down.setContentsMargins(16, 12, 16, 12)
        down.setSpacing(8)
        for part in (self.title, self.said):
            down.addWidget(part)
        down.addLayout(below)
        self.setFixedWidth(_WIDTH)
        self.stops = self._stops()
        window.installEventFilter(self)
        self.restyle()

    def restyle(self) -> None:
        """Take on the window's colours."""
        c = theme.colours()
        self.setStyleSheet(f"#tour {{ background: {c.raised}; border: 1px solid {c.accent}; border-radius: 8px; }}")
        self.frame.setStyleSheet(f"#tour\\ frame, QFrame {{ border: 2px solid {c.accent}; border-radius: 4px; }}")

    def _stops(self) -> Sequence[TourStop]:
        def part(name: str) -> Callable[[Page], QWidget | None]:
            return lambda page: getattr(page, name, None)

        def home(page: Page) -> QWidget:
            return page.home()

        key = actions.shown
        return (
            TourStop(
                "code",
                part("reading"),
                self.tr("Read and select"),
                self.tr("Select some words and type the first letters of a code; Enter applies it."),
            ),
            TourStop(
                "code",
                part("codebook"),
                self.tr("The codebook"),
                self.tr("All codes, with how many segments each has; {key} finds or creates one.").format(
                    key=key("code.find_or_create")
                ),
            ),
            TourStop(
                "theory",
                home,
                self.tr("From codes to theory"),
                self.tr("A digit links a descriptive code to a concept of the framework; 0 says that it is outside."),
            ),
            TourStop(
                "review",
                home,
                self.tr("Suggestions"),
                self.tr(
                    "Learned from your own coding: {accept} accepts, {reject} rejects, one passage at a time."
                ).format(accept=key("review.accept"), reject=key("review.reject")),
            ),
            TourStop(
                "verbatims",
                part("bar"),
                self.tr("Find again"),
                self.tr("Search all interviews by words, codes and people; each row opens its source."),
            ),
            TourStop(
                "matrix",
                home,
                self.tr("Cross and count"),
                self.tr("Every number opens down to the words that support it."),
            ),
            TourStop(
                "memos",
                home,
                self.tr("Think in writing"),
                self.tr("Memos link to codes and passages; {key} opens one beside any page.").format(
                    key=key("memos.beside")
                ),
            ),
            TourStop(
                "code",
                part("sources"),
                self.tr("Your turn"),
                self.tr(
                    "{help} helps on each page, {keys} shows all keys, {undo} undoes. Nothing here can be broken."
                ).format(help=key("help"), keys=key("keys"), undo=key("edit.undo")),
            ),
        )

    def go_on(self) -> None:
        """Go to the next stop; behind the last the tour is over."""
        self._at += 1
        if self._at >= len(self.stops):
            self.end()
            return
        stop = self.stops[self._at]
        page = self._show_page(stop.page)
        self._on = stop.at(page) if page is not None else None
        self.title.setText(stop.title)
        self.said.setText(stop.said)
        last = self._at + 1 == len(self.stops)
        self.on.setText(self.tr("Done") if last else self.tr("Next"))
        self.count.setText(f"{self._at + 1}/{len(self.stops)}")
        self.place()
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Stand beside what is spoken of, within the window."""
        self.setFixedHeight(self.heightForWidth(_WIDTH) if self.hasHeightForWidth() else self.sizeHint().height())
        spot = self._spot()
        room = self._window.rect().adjusted(8, 8, -8, -8)
        corner = QPoint(spot.right() + 12, spot.top() + 24)
        if corner.x() + self.width() > room.right():
            corner.setX(spot.left() - self.width() - 12)
        if corner.x() < room.left():
            corner = QPoint(spot.center().x() - self.width() // 2, spot.bottom() - self.height() - 24)
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.frame.setGeometry(spot)
        self.frame.setVisible(self._on is not None)
        for part in (self.frame, self):
            part.raise_()
        self.show()

    def _spot(self) -> QRect:
        on = self._on
        if on is None or not on.isVisible():
            self._on = None
            return QRect(self._window.rect().center(), QPoint(0, 0)).normalized()
        return QRect(on.mapTo(self._window, QPoint(0, 0)), on.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Go, and do not come back unless one asks."""
        self.frame.hide()
        self.hide()
        self._ended()
        self.frame.deleteLater()
        self.deleteLater()
