"""Small parts that every page uses."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.eliding import first_words, in_words
from app.icons import icon
from app.settings import Settings

_AROUND_A_HINT = 24  # pixels between the words of a field and its edges
_MEASURE = 76  # letters a line of what an empty page says
_LINE = 86  # average letters of the window's type, which are about 80 of those one writes


class EmptyState(QWidget):
    """What an empty page shows: an icon, one sentence that says what to do next, and the button that does it."""

    def __init__(
        self, name: str, sentence: str, button: str = "", slot: Callable[[], object] | None = None, *, hint: str = ""
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(_Picture(name), alignment=Qt.AlignmentFlag.AlignHCenter)
        self.sentence = _centred(sentence)
        layout.addLayout(_in_the_middle(self.sentence))
        self.button = QPushButton(button)
        self.button.setProperty("primary", True)
        if slot is not None:
            self.button.clicked.connect(lambda: slot())
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        # Not before it has a parent: it would be a window of its own for a moment, and take the focus.
        self.button.setVisible(bool(button))
        self.hint = _centred(hint)
        self.hint.setProperty("muted", True)
        layout.addLayout(_in_the_middle(self.hint))
        self.hint.setVisible(bool(hint))
        layout.addStretch(3)


def _centred(text: str) -> QLabel:
    """Make words in the middle, in lines of a length that is read with ease."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setContentsMargins(32, 0, 32, 0)
    label.setMaximumWidth(_MEASURE * label.fontMetrics().averageCharWidth())
    return label


def _in_the_middle(label: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1_000)  # all of the room, up to its measure
    row.addStretch(1)
    return row


class _Picture(QWidget):
    """An icon three lines high, painted in the colours of the moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._icon = icon(name)
        side = self.fontMetrics().height() * 3
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect(), mode=QIcon.Mode.Disabled)


class Halves(QWidget):
    """Two parts side by side or, where there is no room for both, one below the other."""

    def __init__(self, first: QWidget, second: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._parts = (first, second)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)  # the parts may still be moved
        self._box.addWidget(first, 1)
        self._box.addWidget(second)

    def sizeHint(self) -> QSize:
        """Ask for the width of both side by side, however they stand: so they come back there."""
        hints = [part.sizeHint().width() for part in self._parts]
        return QSize(sum(hints) + self._box.spacing(), self._box.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give what the wider part needs: the other can stand below it."""
        hints = [part.minimumSizeHint() for part in self._parts]
        return QSize(max(hint.width() for hint in hints), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrange the parts anew, too, where one has come to need more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange(self.width())
        return super().event(event)

    def _arrange(self, width: int) -> None:
        needed = self.sizeHint().width()
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not (wanted := across if needed <= width else below):
            self._box.setDirection(wanted)
            self._ask_for_height()

    def _ask_for_height(self) -> None:
        """Be given the height of two lines, or of one, before anything is painted: nobody sees them squeezed."""
        self.updateGeometry()
        around = self.parentWidget()
        while around is not None and not around.isWindow():
            if (layout := around.layout()) is not None:
                layout.activate()
            around = around.parentWidget()


class ElidedLabel(QLabel):
    """A line of text that gives way in its middle when there is no room, and shows whole in its tooltip."""

    def __init__(self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(text)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def _shown(self) -> str:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        if self._mode is Qt.TextElideMode.ElideMiddle and "/" not in self.text():  # a path ends in what matters
            return in_words(self.text(), room, metrics.horizontalAdvance)
        return metrics.elidedText(self.text(), self._mode, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())


class NamesBox(QComboBox):
    """A choice among names: one that has no room is shortened between its words, not cut off at the edge."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        room -= 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + 4
        option.currentText = in_words(self.currentText(), room - 2, self.fontMetrics().horizontalAdvance)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2, 0)  # the style paints a pixel inside the room it asks for, on each side


def measured_as_drawn(listed: QListView) -> None:
    """Let rows of several lines be as high as they are drawn: Qt breaks lines without what a style sheet puts beside
    them, and for the width the list had first.
    """
    listed.setResizeMode(QListView.ResizeMode.Adjust)
    listed.setStyleSheet("QListView::item { padding: 3px 0; }")


class HintedField(QLineEdit):
    """A field whose hint ends with a word where there is no room for all of it."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _AROUND_A_HINT
        self.setPlaceholderText(first_words(self._hint, room, self.fontMetrics().horizontalAdvance))


class NumberBox(QSpinBox):
    """A number to choose, as far from the frame as words in other fields are: the style sheet can't say so."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(6, 0, 6, 0)


def keep_to_measure(text: QTextEdit) -> None:
    """Let no line of a text be longer than one reads with ease, however wide its place is; called at each new size."""
    most = _LINE * text.fontMetrics().averageCharWidth()
    text.setLineWrapColumnOrWidth(most)
    wide = text.viewport().width() > most
    mode = QTextEdit.LineWrapMode.FixedPixelWidth if wide else QTextEdit.LineWrapMode.WidgetWidth
    if text.lineWrapMode() is not mode:
        text.setLineWrapMode(mode)


def rule() -> QFrame:
    """Give a thin horizontal line."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line


def line_of(across: QHBoxLayout) -> QWidget:
    """Make what stands in a line one part."""
    part = QWidget()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(16)
    part.setLayout(across)
    return part


def remember_splitter(splitter: QSplitter, key: str, settings: Settings) -> None:
    """Give a splitter the sizes it had when it was last moved, and remember those to come."""
    sizes = settings.get(f"splitter.{key}")
    if isinstance(sizes, list) and len(sizes) == splitter.count() and all(isinstance(size, int) for size in sizes):
        splitter.setSizes(sizes)
    splitter.splitterMoved.connect(lambda *_: settings.set(f"splitter.{key}", splitter.sizes()))


def packed(state: QByteArray) -> str:
    """Give a state of Qt's as text for the settings."""
    return b64encode(state.data()).decode("ascii")


def unpacked(text: object) -> QByteArray:
    """Give back what `packed` made; empty where it can't be read."""
    try:
        return QByteArray(b64decode(str(text or ""), validate=True))
    except ValueError:
        return QByteArray()
