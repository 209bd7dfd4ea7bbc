"""What the window shows while no project is open: new, open, the recent ones, and the sample study."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import theme
from app.icons import icon
from app.settings import Settings
from app.widgets import ElidedLabel

_MEASURE = 640


class RecentProject(QPushButton):
    """One project opened before: its name, and its folder elided in the middle."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.setProperty("row", True)
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(str(path))
        self.setToolTip(str(path))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(2)
        name, folder = ElidedLabel(path.stem), ElidedLabel(_home_as_tilde(path.parent))
        folder.setProperty("muted", True)
        for label in (name, folder):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.setFixedHeight(layout.sizeHint().height())


def _home_as_tilde(folder: Path) -> str:
    try:
        return f"~/{folder.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(folder)


class Welcome(QScrollArea):
    """Says what the person asks for; the window does it."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("welcome")
        across = QHBoxLayout(page)
        column = QWidget()
        column.setMaximumWidth(_MEASURE)
        across.addStretch(1)
        across.addWidget(column, 8)
        across.addStretch(1)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self._fill()

    def _fill(self) -> None:
        column = self._column
        column.addStretch(2)
        title = QLabel("Verbatim")
        title.setProperty("title", True)
        column.addWidget(title)
        promise = QLabel(self.tr("Read interviews, code what people say, then set it against a theory."))
        promise.setProperty("muted", True)
        promise.setWordWrap(True)
        column.addWidget(promise)
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.new = self._button("new", self.tr("New project…"), buttons)
        self.new.setProperty("primary", True)
        self.new.clicked.connect(self.new_asked)
        self.open = self._button("open", self.tr("Open project…"), buttons)
        self.open.clicked.connect(self.open_asked)
        self.sample = self._button("sample", self.tr("Sample study"), buttons)
        self.sample.setToolTip(self.tr("Twelve invented interviews, coded, to try everything on"))
        self.sample.clicked.connect(self.sample_asked)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addSpacing(16)
        self.heading = QLabel(self.tr("Recent projects"))
        self.heading.setProperty("muted", True)
        column.addWidget(self.heading)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addSpacing(24)
        hint = QLabel(
            self.tr(
                "Or drop interviews anywhere in this window: Word, OpenDocument, PDF, web pages, plain text, subtitles."
            )
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addStretch(3)
        self.refresh()

    def _button(self, name: str, text: str, layout: QHBoxLayout) -> QPushButton:
        primary = name == "new"
        button = QPushButton(icon(name, theme.colours().on_accent if primary else None), text)
        button.setIconSize(QSize(18, 18))
        layout.addWidget(button)
        return button

    def refresh(self) -> None:
        """Show the recent projects as they are now."""
        while (item := self._list.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.deleteLater()
        recent = self.settings.recent
        self.heading.setVisible(bool(recent))
        for path in recent[:8]:
            self._list.addWidget(self._row(path))

    def _row(self, path: Path) -> RecentProject:
        row = RecentProject(path)
        row.clicked.connect(lambda: self.recent_asked.emit(path))
        return row

    def rows(self) -> list[RecentProject]:
        """Give the recent projects shown."""
        items = (self._list.itemAt(i) for i in range(self._list.count()))
        return [row for item in items if item is not None and isinstance(row := item.widget(), RecentProject)]
