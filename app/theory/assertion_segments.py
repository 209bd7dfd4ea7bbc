"""Segments on their way to an assertion: those of its concept that bear on it not yet, and what is dragged."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from coding.permits import Place
from coding.tables.arguments import Argument, Borne

if TYPE_CHECKING:
    from coding.moment.moment import Moment

MIME = "application/x-verbatim-segments"
_MOST = 300  # segments that are listed
_LETTERS = 240  # of a segment's words


class Segment(NamedTuple):
    """Words, by place and codings, and why they bear on an assertion where that was said."""

    place: Place
    codings: tuple[int, ...]
    reason: str = ""


def packed(segments: Sequence[Segment | Borne]) -> QMimeData:
    """Return segments as they are dragged."""
    made = QMimeData()
    told = [[*each.place, list(each.codings), each.reason] for each in segments]
    made.setData(MIME, json.dumps(told).encode())
    return made


def segments_in(data: QMimeData) -> list[Segment]:
    """Return the segments that are dragged; none where something else is."""
    told = json.loads(bytes(data.data(MIME).data()) or b"[]") if data.hasFormat(MIME) else []
    return [Segment((document, start, end), tuple(codings), reason) for document, start, end, codings, reason in told]


class Dropping(QObject):
    """Takes segments that are dropped on a list; dropped(segments, where in its viewport)."""

    dropped = Signal(object, QPoint)

    def __init__(self, view: QAbstractItemView, taken: Callable[[QPoint], bool]) -> None:
        super().__init__(view)
        self.taken = taken
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What enters and what moves is a drop event, too.
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(MIME):
            return False
        place = event.position().toPoint()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self.taken(place))
        if event.type() == QEvent.Type.Drop and event.isAccepted():
            self.dropped.emit(segments_in(event.mimeData()), place)
        return True


class LooseList(QListWidget):
    """The segments of an assertion's concept that bear on it not yet; stance_asked(rows), opened(row)."""

    stance_asked = Signal(object)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.segments: list[Segment] = []
        self.setAccessibleName(self.tr("Segments of the concept that bear on the assertion not yet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def show_segments(self, moment: Moment | None, one: Argument | None) -> int:
        """List the segments of the concept, and return how many there are, listed or not."""
        self.clear()
        self.segments = _loose(moment, one) if moment is not None and one is not None else []
        for document, start, end in (each.place for each in self.segments[:_MOST]):
            assert moment is not None
            words = " ".join(moment.mask.text(moment.text(document)[start:end]).split())
            said = words if len(words) <= _LETTERS else f"{words[:_LETTERS].rsplit(' ', 1)[0]} …"
            people = moment.mask.names(moment.voices.heard(document, start, end).participants)
            source = " · ".join(filter(None, (people, moment.mask.document(moment.infos[document]))))
            self.addItem(QListWidgetItem(f"{said}\n{source}"))
        return len(self.segments)

    def chosen(self) -> list[int]:
        """Give the rows that are selected."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return packed([self.segments[row] for row in sorted(map(self.row, items))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
            self.opened.emit(rows[0])
        elif event.key() == Qt.Key.Key_S and not event.modifiers() and rows:
            self.stance_asked.emit(rows)
        else:
            super().keyPressEvent(event)


def _loose(moment: Moment, one: Argument) -> list[Segment]:
    """Return the evidence for the concept of an assertion that bears on it not yet."""
    if one.info.code is None or one.info.code not in moment.codes:
        return []
    borne = {key for each in one.borne for key in each.codings}
    places = {each.place for each in one.borne}
    found = (Segment((each.document, each.start, each.end), each.codings) for each in moment.evidence(one.info.code))
    return [each for each in found if each.place not in places and not borne & {*each.codings}]
