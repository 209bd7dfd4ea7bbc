"""Assertions: the sentences of the results, each written beside the verbatims that bear on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.hub import Hub, Place
from app.icons import icon
from app.theory.assertion_segments import Dropping, LooseList, Segment, packed
from coding import assertions
from coding.moment.weighing import Theory
from coding.tables.arguments import Argument, Borne, arguments

if TYPE_CHECKING:
    from coding.moment.moment import Moment

_KEY = Qt.ItemDataRole.UserRole
_STANCES: tuple[str, ...] = ("supports", "nuances", "contradicts")


class AssertionText(QPlainTextEdit):
    """A text of few lines that is written when one leaves it. `left`: its words are to be kept."""

    left = Signal()

    def __init__(self, name: str, lines: int, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        if lines == 1:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Return is the field's own before it is the page's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _done(event):
            event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _done(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def show_text(self, text: str, *, same: bool = False) -> None:
        """Show a text; where it is of the `same` thing as before, what is being typed stays."""
        if not (same and self.document().isModified()) and self.toPlainText() != text:
            self.setPlainText(text)
        self.document().setModified(self.toPlainText() != text)


def _done(event: QKeyEvent) -> bool:
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(held) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BorneTable(QTableWidget):
    """`taken(rows)`: the stances of these rows are taken back; `stance_asked(rows)`: the next stance is asked for."""

    taken = Signal(object)
    stance_asked = Signal(object)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(self.tr("What bears on the assertion"))
        self.setHorizontalHeaderLabels([self.tr("Stance"), self.tr("Words"), self.tr("Reason")])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(2, 220)
        head.sectionResized.connect(lambda *_: self.resizeRowsToContents())
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.borne: Sequence[Borne] = ()
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(row))

    def mimeData(self, items: Sequence[QTableWidgetItem]) -> QMimeData:
        return packed([self.borne[row] for row in sorted({item.row() for item in items})])

    def chosen(self) -> list[int]:
        """Give the rows that are selected."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
            self.opened.emit(rows[0])
        elif event.key() == Qt.Key.Key_Delete and rows:
            self.taken.emit(rows)
        elif event.key() == Qt.Key.Key_S and not event.modifiers() and rows:
            self.stance_asked.emit(rows)
        else:
            super().keyPressEvent(event)


class AssertionsView(QWidget):
    """The assertions on the left; the one that is chosen, and what bears on it, on the right."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.found: list[Argument] = []
        self._moment: Moment | None = None
        self._filling = False
        self._shown: int | None = None
        self.list, self.table, self.loose = QListWidget(), BorneTable(), LooseList()
        self.not_yet = QLabel()
        self.not_yet.setProperty("muted", True)
        self.not_yet.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Assertions"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = AssertionText(self.tr("What you claim"), 3, self.tr("A sentence of your results"))
        self.scope = AssertionText(self.tr("Scope"), 1, self.tr("Of whom, when and where it is claimed"))
        self.rivals = AssertionText(self.tr("Rival explanations"), 2, self.tr("What else could explain it"))
        self.concept = QComboBox()
        self.concept.setAccessibleName(self.tr("Concept"))
        self.concept.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.hint = QLabel(
            self.tr(
                "Drag segments onto an assertion, or press S on them; on the Verbatims page, press Shift+S on those"
                " that are selected."
            )
        )
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.new = QPushButton(icon("add"), self.tr("New assertion"))
        self.gone = QPushButton(icon("delete"), self.tr("Remove"))
        buttons = QHBoxLayout()
        for button in (self.new, self.gone):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left, right = QWidget(), QWidget()
        down = QVBoxLayout(left)
        down.setContentsMargins(12, 8, 4, 8)
        down.addWidget(self.list, 1)
        down.addLayout(buttons)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for said, field in (
            (self.tr("Assertion"), self.text),
            (self.tr("Scope"), self.scope),
            (self.tr("Rival explanations"), self.rivals),
            (self.tr("Concept"), self.concept),
        ):
            form.addRow(said, field)
        self.form = QWidget()
        self.form.setLayout(form)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(8, 8, 12, 8)
        for part in (self.form, self.about, self.hint):
            beside.addWidget(part)
        under = QWidget()
        lower = QVBoxLayout(under)
        lower.setContentsMargins(0, 4, 0, 0)
        lower.addWidget(self.not_yet)
        lower.addWidget(self.loose, 1)
        self.under = under
        tables = QSplitter(Qt.Orientation.Vertical)
        tables.addWidget(self.table)
        tables.addWidget(under)
        tables.setSizes([300, 160])
        beside.addWidget(tables, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setSizes([380, 820])
        whole.addWidget(halves)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show_one())
        self.new.clicked.connect(lambda _checked=False: self.begin())
        self.gone.clicked.connect(lambda _checked=False: self.remove())
        self.text.left.connect(self._write_text)
        self.scope.left.connect(lambda: self._write("scope", self.scope.toPlainText()))
        self.rivals.left.connect(lambda: self._write("rivals", self.rivals.toPlainText()))
        self.concept.activated.connect(lambda _at: self._write_concept())
        self.table.taken.connect(self.take_back)
        self.table.stance_asked.connect(self.ask_stance)
        self.table.opened.connect(self._open)
        self.loose.stance_asked.connect(self.ask_of_loose)
        self.loose.opened.connect(lambda row: self._show_place(self.loose.segments[row]))
        onto_list = Dropping(self.list, lambda place: self.list.indexAt(place).isValid() and self.hub.project.writable)
        onto_list.dropped.connect(self._dropped_on_list)
        onto_table = Dropping(self.table, lambda _place: self.current() is not None and self.hub.project.writable)
        onto_table.dropped.connect(self._dropped_on_table)

    # what is shown

    def show_reading(self, reading: Theory) -> None:
        """Show the assertions of the whole study, staying at the same one."""
        at = self.current()
        self._moment, self.found = reading.moment, arguments(reading.moment)
        self._filling = True
        self.list.clear()
        for one in self.found:
            item = QListWidgetItem(f"{one.number}. {self.claim(one)}\n{self.said(one)}")
            item.setData(_KEY, one.info.key)
            if one.warnings:
                item.setForeground(QColor(theme.colours().danger))
            self.list.addItem(item)
        self._fill_concepts(reading)
        keys = [one.info.key for one in self.found]
        if keys:
            self.list.setCurrentRow(keys.index(at.info.key) if at is not None and at.info.key in keys else 0)
        self._filling = False
        self._show_one()

    def _fill_concepts(self, reading: Theory) -> None:
        self.concept.clear()
        self.concept.addItem(self.tr("(of no concept)"), None)
        for code in sorted(reading.codes.values(), key=lambda one: one.cycle == 1):
            self.concept.addItem(code.label, code.key)

    def current(self) -> Argument | None:
        """Give the assertion one is at."""
        row = self.list.currentRow()
        return self.found[row] if 0 <= row < len(self.found) else None

    def claim(self, one: Argument) -> str:
        """Say an assertion; one that is to be worded, by its concept."""
        if one.info.text:
            return one.info.text
        code = self._moment.codes.get(one.info.code or 0) if self._moment is not None else None
        return self.tr("To be worded: {concept}").format(concept=code.label if code is not None else "…")

    def said(self, one: Argument) -> str:
        """Say how much bears on an assertion, who is heard, and what there is to mind."""
        counts = (
            self.tr("%n support", "", len(one.of("supports"))),
            self.tr("%n nuance", "", len(one.of("nuances"))),
            self.tr("%n contradict", "", len(one.of("contradicts"))),
            self.tr("{n} of {asked} participants").format(n=len(one.people), asked=one.asked),
        )
        warned = {
            "to word": self.tr("still to be worded"),
            "no support": self.tr("nothing supports it yet"),
            "one person": self.tr("rests on one person alone"),
            "one document": self.tr("rests on one document alone"),
            "more against": self.tr("more often contradicted than supported"),
        }
        return " · ".join((*counts, *(warned[one_of] for one_of in one.warnings)))

    def _show_one(self) -> None:
        if self._filling:
            return
        one, moment = self.current(), self._moment
        self.form.setEnabled(one is not None and self.hub.project.writable)
        self.gone.setEnabled(one is not None)
        borne = one.borne if one is not None else ()
        key = one.info.key if one is not None else None
        for field, name in ((self.text, "text"), (self.scope, "scope"), (self.rivals, "rivals")):
            field.show_text(getattr(one.info, name) if one is not None else "", same=key == self._shown)
        self._shown = key
        self.concept.setCurrentIndex(max(0, self.concept.findData(one.info.code)) if one is not None else 0)
        self.about.setText(self._told(one) if one is not None else "")
        self.table.borne = borne
        self.table.setRowCount(len(borne))
        for row, each in enumerate(borne):
            if moment is not None:
                self._fill_row(moment, row, each)
        self.table.resizeRowsToContents()
        number = self.loose.show_segments(moment, one)
        self.under.setVisible(number > 0)
        self.not_yet.setText(self.tr("%n segment(s) of the concept bear on it not yet", "", number))

    def _told(self, one: Argument) -> str:
        against = self._moment.mask.names(one.against) if self._moment is not None else ""
        said = self.said(one)
        if not against:
            return said
        counter = self.tr("Counter-cases: {people}").format(people=against)
        return f"{said}\n{counter}"

    def _fill_row(self, moment: Moment, row: int, each: Borne) -> None:
        document, start, end = each.place
        who = moment.mask.names(each.people)
        whole = (start, end) == (0, moment.infos[document].characters)
        words = "" if whole else moment.mask.text(moment.text(document)[start:end])
        source = " · ".join(filter(None, (who, moment.mask.document(moment.infos[document]))))
        colours = theme.colours()
        stances = {"supports": colours.good, "contradicts": colours.danger}
        for column, said in enumerate((self.stances()[each.stance], f"{words}\n{source}".strip(), each.reason)):
            item = QTableWidgetItem(said)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            if column == 0:
                item.setForeground(QColor(stances.get(each.stance, colours.muted)))
            self.table.setItem(row, column, item)

    def stances(self) -> dict[str, str]:
        """Say the stances."""
        return {"supports": self.tr("supports"), "nuances": self.tr("nuances"), "contradicts": self.tr("contradicts")}

    # what is written

    def begin(self) -> None:
        """Write a new assertion: its first words are there to be written over."""
        project, words = self.hub.project, self.tr("New assertion")

        def show(key: int) -> None:
            keys = [one.info.key for one in self.found]
            if key in keys:
                self.list.setCurrentRow(keys.index(key))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.text.selectAll()

        self.hub.write(lambda: assertions.add(project, words), show)

    def remove(self) -> None:
        """Take the assertion away one is at; it can be undone."""
        if (one := self.current()) is not None:
            self._do(lambda: assertions.remove(self.hub.project, one.info.key))

    def _write_text(self) -> None:
        one, words = self.current(), self.text.toPlainText().strip()
        if one is not None and not self._filling and words and words != one.info.text:
            self._do(lambda: assertions.edit(self.hub.project, one.info.key, text=words))

    def _write(self, name: str, words: str) -> None:
        one = self.current()
        if one is None or self._filling or words.strip() == getattr(one.info, name):
            return
        key = one.info.key
        if name == "scope":
            self._do(lambda: assertions.edit(self.hub.project, key, scope=words))
        else:
            self._do(lambda: assertions.edit(self.hub.project, key, rivals=words))

    def _write_concept(self) -> None:
        one, code = self.current(), self.concept.currentData()
        if one is not None and code != one.info.code:
            key = one.info.key
            self._do(lambda: assertions.edit(self.hub.project, key, code=code, without_concept=code is None))

    def _do(self, verb: Callable[[], object]) -> None:
        if self.hub.project_or_none is not None and self.hub.project.writable:
            self.hub.write(verb)

    def _rows(self, rows: Sequence[int]) -> list[Borne]:
        one = self.current()
        return [one.borne[row] for row in rows if row < len(one.borne)] if one is not None else []

    def take_back(self, rows: Sequence[int]) -> None:
        """Take back what was said of these segments, by whoever said it."""
        project, keys = self.hub.project, [key for each in self._rows(rows) for key in each.keys]

        def verb() -> None:
            with project.change("Take back a stance"):
                for key in keys:
                    assertions.unsay(project, key)

        if keys:
            self._do(verb)

    def ask_stance(self, rows: Sequence[int]) -> None:
        """Ask which stance these segments take."""
        place = self.table.visualRect(self.table.model().index(rows[0], 0)).bottomLeft()
        self._ask(self.current(), self._rows(rows), self.table.viewport().mapToGlobal(place))

    def ask_of_loose(self, rows: Sequence[int]) -> None:
        """Ask which stance these segments of the concept, which bear on the assertion not yet, take."""
        place = self.loose.visualItemRect(self.loose.item(rows[0])).bottomLeft()
        self._ask(self.current(), [self.loose.segments[n] for n in rows], self.loose.viewport().mapToGlobal(place))

    def _dropped_on_list(self, segments: Sequence[Segment], place: QPoint) -> None:
        row = self.list.indexAt(place).row()
        if 0 <= row < len(self.found):
            self._ask(self.found[row], segments, self.list.viewport().mapToGlobal(place))

    def _dropped_on_table(self, segments: Sequence[Segment], place: QPoint) -> None:
        self._ask(self.current(), segments, self.table.viewport().mapToGlobal(place))

    def _ask(self, one: Argument | None, chosen: Sequence[Segment | Borne], place: QPoint) -> None:
        """Ask at a place of the screen what segments do to an assertion."""
        if one is None or not chosen or not self.hub.project.writable:
            return
        self.menu = QMenu(self)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        for stance in _STANCES:
            action = self.menu.addAction(self.stances()[stance])
            action.triggered.connect(lambda _=False, stance=stance: self._restate(one, chosen, stance))
        self.menu.popup(place)

    def _restate(self, one: Argument, chosen: Sequence[Segment | Borne], stance: str) -> None:
        from corpus import anchors

        project, key = self.hub.project, one.info.key

        def verb() -> None:
            with project.change("Take a stance towards an assertion"):
                for each in chosen:
                    things: list[assertions.Thing] = [*each.codings] or [anchors.words(*each.place)]
                    assertions.bear(project, key, things, stance, reason=each.reason)

        self._do(verb)

    def _open(self, row: int) -> None:
        for each in self._rows([row]):
            self._show_place(each)

    def _show_place(self, each: Segment | Borne) -> None:
        document, start, end = each.place
        self.hub.show_place(Place(document, start, end, each.codings[0] if each.codings else None))
