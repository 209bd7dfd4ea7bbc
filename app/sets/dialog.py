"""The dialog of sets: the list with how many stand in each, who does, and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors_text import sentence
from app.hub import Hub
from app.icons import icon
from app.neighbours import NamesDelegate
from app.sets.putting import name_dialog
from app.sets.rule_editor import RuleEditor
from app.sets.words import counted, kind_names

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.moment.rule_matching import Filled
    from corpus.rules import Kind
    from corpus.store.project import Changes

_KEY = Qt.ItemDataRole.UserRole
_SOON_MS = 150  # after a key, before the preview is asked


def _within(made: QListWidget) -> QListWidget:
    """Let long names give way in their middle, and not the list."""
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setItemDelegate(NamesDelegate(made))
    return made


class SetsDialog(QDialog):
    """Not modal, and follows along; each act is one change that undo takes back."""

    def __init__(self, hub: Hub, parent: QWidget | None, chosen: int | None = None) -> None:
        super().__init__(parent)
        self.hub = hub
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sets"))
        self.resize(920, 560)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._preview)
        hub.changed.connect(self._changed)
        hub.viewed.connect(lambda: self.refresh())
        hub.closed.connect(self.close)
        self.refresh(chosen)

    def _lay_out(self) -> None:
        self.list = _within(QListWidget())
        self.list.setAccessibleName(self.tr("Sets"))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        new = QPushButton(icon("add"), self.tr("New set"))
        new.setAutoDefault(False)
        menu = QMenu(new)
        for kind, title in kind_names().items():
            menu.addAction(title).triggered.connect(self._making(kind))
        new.setMenu(menu)
        self.remove = self._button(self.tr("Remove"), self._remove)
        left = QWidget()
        down = QVBoxLayout(left)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(new)
        buttons.addWidget(self.remove)
        down.addLayout(buttons)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(left)
        across.addWidget(self._right())
        across.setSizes([300, 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(across)

    def _right(self) -> QWidget:
        self.name, self.note = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the set"))
        self.name.editingFinished.connect(self._rename)
        self.note.setAccessibleName(self.tr("What the set is for"))
        self.note.setPlaceholderText(self.tr("What the set is for"))
        self.note.editingFinished.connect(self._describe)
        self.ruled = QCheckBox(self.tr("Filled by a rule, now and later"))
        self.ruled.clicked.connect(self._turn)
        self.rule = RuleEditor()
        self.rule.changed.connect(self._rule_changed)
        self.apply = self._button(self.tr("Keep this rule"), self._keep_rule)
        self.apply.setProperty("primary", True)
        self.rule.beside(self.apply)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.members = _within(QListWidget())
        self.members.setAccessibleName(self.tr("Who stands in the set"))
        self.members.itemChanged.connect(self._ticked)
        self.right = QWidget()
        down = QVBoxLayout(self.right)
        down.setContentsMargins(12, 0, 0, 0)
        for part in (self.name, self.note, self.ruled, self.rule, self.said, self.filter):
            down.addWidget(part)
        down.addWidget(self.members, 1)
        return self.right

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())
        return button

    # what is shown

    @property
    def moment(self) -> Moment:
        """The study as it is now."""
        return self.hub.moment()

    @property
    def current(self) -> Filled | None:
        """The set in focus."""
        item = self.list.currentItem()
        return self.moment.sets.get(item.data(_KEY)) if item is not None else None

    def _changed(self, _changes: Changes) -> None:
        if self.hub.project_or_none is not None:
            self.refresh()

    def refresh(self, chosen: int | None = None) -> None:
        """Read the sets again; the one in focus stays so."""
        item = self.list.currentItem()
        wanted = chosen if chosen is not None else (item.data(_KEY) if item is not None else None)
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for key, one in self.moment.sets.items():
            how = self.tr("by rule") if one.info.ruled else self.tr("by hand")
            made = QListWidgetItem(f"{one.info.name}\n{counted(one)} · {how}")
            made.setData(_KEY, key)
            made.setToolTip("\n".join(filter(None, (one.info.name, one.info.note))))
            self.list.addItem(made)
            if key == wanted:
                self.list.setCurrentItem(made)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        blocked.unblock()
        self._show()

    def _show(self) -> None:
        one = self.current
        self.right.setEnabled(one is not None)
        self.remove.setEnabled(one is not None)
        for line, text in ((self.name, one.info.name if one else ""), (self.note, one.info.note if one else "")):
            line.setText(text)
            line.setCursorPosition(0)  # of a long text the beginning is seen
        self.ruled.setChecked(one is not None and one.info.ruled)
        if one is None:
            self.members.clear()
            self.said.setText(self.tr("A set keeps documents, participants or codes together: make the first."))
        else:
            self._show_kind(one)
        self._soon.stop()

    def _show_kind(self, one: Filled) -> None:
        self.rule.show_rule(self.moment, one.kind, one.info.rule)
        self._show_rule(self.ruled.isChecked())
        self._say(one.members, one.why)

    def _show_rule(self, on: bool) -> None:
        self.rule.setVisible(on)

    def _say(self, members: frozenset[int], why: Exception | None) -> None:
        """Say how many stand in the set, or why nobody can, and show them."""
        one = self.current
        if one is None:
            return
        from dataclasses import replace

        self.said.setText(sentence(why) if why is not None else counted(replace(one, members=members)))
        blocked = QSignalBlocker(self.members)
        self.members.clear()
        for key, name in self._names(one.kind):
            if self.ruled.isChecked() and key not in members:
                continue
            item = QListWidgetItem(name)
            item.setToolTip(name)
            item.setData(_KEY, key)
            if not self.ruled.isChecked():
                item.setCheckState(Qt.CheckState.Checked if key in members else Qt.CheckState.Unchecked)
            self.members.addItem(item)
        blocked.unblock()
        self._narrow()

    def _names(self, kind: Kind) -> list[tuple[int, str]]:
        moment = self.moment
        match kind:
            case "documents":
                return [(info.key, info.name) for info in moment.documents]
            case "participants":
                return [(key, one.name) for key, one in moment.people.items()]
        return [(key, moment.ways[key]) for key in moment.codes]

    def _narrow(self) -> None:
        from corpus.words import folded

        wanted = folded(self.filter.text())
        for n in range(self.members.count()):
            item = self.members.item(n)
            item.setHidden(wanted not in folded(item.text()))

    # what is done

    def _making(self, kind: Kind | str) -> Callable[[], None]:
        return lambda: self.make(kind)

    def make(self, kind: Kind | str, members: tuple[int, ...] = ()) -> None:
        """Ask for the name of a new set and make it, with these in it."""
        dialog = name_dialog(self)
        dialog.textValueSelected.connect(lambda name: self.add(name, kind, members))
        dialog.open()

    def add(self, name: str, kind: Kind | str, members: tuple[int, ...] = ()) -> None:
        """Make a set and put the focus on it."""
        from corpus import sets

        project = self.hub.project
        self.hub.write(
            lambda: sets.make(project, name, kind, members),  # type: ignore[arg-type]  # one of the kinds
            lambda key: self.refresh(key),
        )

    def _rename(self) -> None:
        from corpus import sets

        one, name = self.current, self.name.text()
        if one is not None and name.strip() and name.strip() != one.info.name:
            project, key = self.hub.project, one.key
            self.hub.write(lambda: sets.rename(project, key, name))

    def _describe(self) -> None:
        from corpus import sets

        one, note = self.current, self.note.text()
        if one is not None and note.strip() != one.info.note:
            project, key = self.hub.project, one.key
            self.hub.write(lambda: sets.describe(project, key, note))

    def _remove(self) -> None:
        from corpus import sets

        one = self.current
        if one is not None:
            project, key = self.hub.project, one.key
            self.hub.write(lambda: sets.remove(project, [key]))

    def _ticked(self, item: QListWidgetItem) -> None:
        from corpus import sets

        one, member = self.current, item.data(_KEY)
        if one is None or one.info.ruled:
            return
        verb = sets.put_in if item.checkState() is Qt.CheckState.Checked else sets.take_out
        project, key = self.hub.project, one.key
        self.hub.write(lambda: verb(project, key, [member]))

    def _turn(self, on: bool) -> None:
        """Let a rule be written, or take it off: who meets it now stays in."""
        from corpus import sets

        one = self.current
        if one is None:
            return
        self._show_rule(on)
        if on and not self.rule.lines:
            self.rule.add()
        if not on and one.info.ruled:
            project, key, members = self.hub.project, one.key, one.members
            self.hub.write(lambda: sets.take_rule(project, key, members))
        elif not on:
            self._say(one.members, one.why)

    def _rule_changed(self) -> None:
        """Let a rule be kept where it is another than the one that is, and show soon who would meet it."""
        one = self.current
        self.apply.setEnabled(one is not None and self.rule.rule() != one.info.rule)
        self._soon.start()

    def _preview(self) -> None:
        """Show who would meet the rule as it stands."""
        from coding.moment.rule_matching import met
        from corpus.errors import WorkbenchError

        one = self.current
        if one is None or not self.ruled.isChecked():
            return
        try:
            self._say(met(self.moment, self.moment.sets, self.rule.rule(), one.kind), None)
        except WorkbenchError as error:
            self._say(frozenset(), error)

    def _keep_rule(self) -> None:
        from corpus import sets

        one = self.current
        if one is not None:
            project, key, rule = self.hub.project, one.key, self.rule.rule()
            self.hub.write(lambda: sets.set_rule(project, key, rule))
