"""What fits no concept: a queue of its own, those in which most people are heard first; new theory starts here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.i18n import moment
from app.neighbours import NamesDelegate
from app.widgets import EmptyState
from coding import theorising
from coding.moment.weighing import Theory

_CODE = Qt.ItemDataRole.UserRole
_GROWN = "grown"


class Outside(QWidget):
    """`opened(code)`: its coded segments are asked for · `taken(code)`: it is to be linked · `fork_asked()`."""

    opened = Signal(int)
    taken = Signal(int)
    fork_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.reading: Theory | None = None
        self.list = QTreeWidget()
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.setAccessibleName(self.tr("Outside the framework: to theorise"))
        self.list.setHeaderLabels(
            [
                self.tr("Descriptive code"),
                self.tr("Participants"),
                self.tr("Coded segments"),
                self.tr("Why"),
                self.tr("Set aside by"),
            ]
        )
        self.list.setRootIsDecorated(False)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((300, 110, 130, 320)):
            self.list.setColumnWidth(column, width)
        self.list.itemSelectionChanged.connect(self._allow)
        self.list.itemActivated.connect(lambda item, _column: self.opened.emit(item.data(0, _CODE)))
        self.name, self.why = QLineEdit(), QLineEdit()
        self.name.setPlaceholderText(self.tr("Name of the new concept"))
        self.why.setPlaceholderText(self.tr("Why these codes are one concept"))
        for field in (self.name, self.why):
            field.setAccessibleName(field.placeholderText())
            field.textChanged.connect(lambda _text: self._allow())
            field.returnPressed.connect(self.make)
        self.made = QPushButton()
        self.made.clicked.connect(self.make)
        self.link = QPushButton(self.tr("Link after all…"))
        self.link.clicked.connect(lambda: self._one(self.taken.emit))
        self.back = QPushButton(self.tr("Take back"))
        self.back.setToolTip(self.tr("The code waits for a link again"))
        self.back.clicked.connect(self.take_back)
        self.words = QPushButton(self.tr("Coded segments"))
        self.words.clicked.connect(lambda: self._one(self.opened.emit))
        self.nothing = EmptyState(
            "theory",
            self.tr("No code is outside this framework. In triage, 0 puts a code here that fits no concept of it."),
        )
        self._lay_out()

    def _lay_out(self) -> None:
        said = self.tr("These codes fit no concept of the framework: make a new one of those that belong together.")
        about = QLabel(said)
        about.setProperty("muted", True)
        about.setWordWrap(True)
        acts, form = QHBoxLayout(), QHBoxLayout()
        for button in (self.words, self.link, self.back):
            acts.addWidget(button)
        acts.addStretch()
        form.addWidget(self.name, 2)
        form.addWidget(self.why, 3)
        form.addWidget(self.made)
        inner = QWidget()
        down = QVBoxLayout(inner)
        down.setContentsMargins(16, 8, 16, 12)
        down.setSpacing(8)
        down.addWidget(about)
        down.addWidget(self.list, 1)
        down.addLayout(acts)
        down.addLayout(form)
        self.stack = QStackedWidget()
        self.stack.addWidget(inner)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.setFocusProxy(self.list)

    def show_reading(self, reading: Theory) -> None:
        """Show the queue of the framework shown; what was chosen stays so."""
        self.reading = reading
        chosen = set(self.chosen())
        self.list.clear()
        waiting = theorising.queue(reading)
        for one in waiting:
            cells = (one.label, str(one.people), str(one.segments), one.reason, f"{one.coder}, {moment(one.at)}")
            item = QTreeWidgetItem(self.list, list(cells))
            item.setData(0, _CODE, one.code)
            for column, text in enumerate(cells):
                item.setToolTip(column, text)
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setSelected(one.code in chosen)
        if not self.chosen() and (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self.stack.setCurrentIndex(0 if waiting else 1)
        self._allow()

    def chosen(self) -> list[int]:
        """Give the codes selected, in the order of the list."""
        items = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [item.data(0, _CODE) for item in items if item is not None and item.isSelected()]

    @property
    def _grown(self) -> bool:
        framework = self.reading.framework if self.reading else None
        return framework is not None and framework.origin == _GROWN

    def _allow(self) -> None:
        codes = self.chosen()
        if self._grown:
            self.made.setText(self.tr("Make a concept of %n code(s)", "", len(codes)))
            self.made.setEnabled(bool(codes) and bool(self.name.text().strip()) and self.hub.project.writable)
        else:
            self.made.setText(self.tr("Fork the framework first…"))
            self.made.setEnabled(True)
            self.made.setToolTip(self.tr("This framework stays as it was published; fork it, then change the copy."))
        for field in (self.name, self.why):
            field.setEnabled(self._grown)
        for button in (self.words, self.link, self.back):
            button.setEnabled(bool(codes))

    def _one(self, act: object) -> None:
        if (codes := self.chosen()) and callable(act):
            act(codes[0])

    def make(self) -> None:
        """Make a concept of the codes selected; a framework as it was published is forked first."""
        if not self._grown:
            self.fork_asked.emit()
            return
        codes, reading, project = self.chosen(), self.reading, self.hub.project
        if not codes or reading is None or reading.framework is None or not self.name.text().strip():
            return
        framework, name, why = reading.framework.framework, self.name.text(), self.why.text()
        said = self.tr("{name}: a concept of %n code(s).", "", len(codes)).format(name=name.strip())
        self.hub.write(
            lambda: theorising.theorise(project, codes, framework, name, reason=why), lambda _key: self._made(said)
        )

    def _made(self, said: str) -> None:
        self.name.clear()
        self.why.clear()
        self.hub.said.emit(said)

    def take_back(self) -> None:
        """Let the codes selected wait for a link again."""
        from coding import set_asides

        reading, project = self.reading, self.hub.project
        if reading is None:
            return
        keys = [reading.outside[code].key for code in self.chosen() if code in reading.outside]

        def verb() -> None:
            with project.change("Take back what was set aside"):
                for key in keys:
                    set_asides.take_back(project, key)

        self.hub.write(verb)
