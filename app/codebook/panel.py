"""The codebook beside the text: a line to find or create, the tree, and what can be done with a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app import actions
from app.codebook.counting import CountChoice, counted
from app.codebook.entry import CodeEntry
from app.codebook.model import CodeModel
from app.codebook.picker import CodePicker
from app.codebook.questions import SplitDialog, ask_name, ask_removal
from app.codebook.ranking import Ranking
from app.codebook.to_review import ToReview
from app.codebook.tree import CodeTree
from app.errors_text import consequences
from app.hub import Ask, Hub
from app.icons import icon
from app.sets.list_filter import ListFilter
from app.sets.putting import menu_into
from app.verbatims.code_questions import menu_of
from app.widgets import ElidedLabel
from coding import codebook, codings
from coding.codebook import frameworks
from coding.moment.code_list import Book, Touched
from coding.moment.sets import holding
from corpus import documents

if TYPE_CHECKING:
    from corpus.store.history import Step
    from corpus.store.project import Changes, Project


_GROUPED = frozenset({"grouping", "grouping_member"})


class _FindLine(QLineEdit):
    """Find or create: Enter takes the best code found, Ctrl+Enter creates, Down goes into the tree."""

    first_asked = Signal()
    create_asked = Signal(str)
    tree_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            named = self.text().strip().strip("/")
            if ctrl and named:
                self.create_asked.emit(named)
            elif not ctrl:
                self.first_asked.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.tree_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CodebookPanel(QWidget):
    """`tinted(codes)`: those whose codings are to tint the text. `apply_asked(key)` and `create_asked(path)` are for
    the words selected on the page; all else the panel writes by itself, and repaints when the project has changed.
    """

    tinted = Signal(object)
    apply_asked = Signal(int)
    create_asked = Signal(str)
    current_changed = Signal(object)

    def __init__(self, hub: Hub, picker: CodePicker) -> None:
        super().__init__()
        self.hub, self.picker = hub, picker
        self.book: Book | None = None
        self._ranking: Ranking | None = None
        self.model = CodeModel(self)
        self.tree = CodeTree(self.model)
        self.sets = ListFilter(hub, "codebook", ("codes",))
        self.entry, self.review = CodeEntry(), ToReview(hub, self.sets.filter)
        self._reviewing = False  # whether it is gone back to when an entry is left
        self.counts = CountChoice()
        self.sets.filter.chosen.connect(lambda _within: self.keep_within())
        self.line = _FindLine()
        self.line.setPlaceholderText(self.tr("Type to find or create"))
        self.line.setAccessibleName(self.tr("Find or create a code"))
        self.line.setToolTip(self.tr("Enter applies the code named below, Ctrl+Enter creates one; parent/child works"))
        self.hint = ElidedLabel()
        self.hint.setProperty("muted", True)
        self.hint.hide()
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        book = QWidget()
        self.stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.stack.addWidget(book)
        self.stack.addWidget(self.entry)
        self.stack.addWidget(self.review)
        layout = QVBoxLayout(book)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 0)
        above.addWidget(self.line)
        above.addWidget(self.hint)
        above.addWidget(self.sets)
        layout.addLayout(above)
        self.to_review = QToolButton()
        self.to_review.setText(self.tr("To review"))
        self.to_review.setProperty("muted", True)
        self.to_review.clicked.connect(lambda _checked=False: self.show_review())
        heading = QHBoxLayout()
        heading.setContentsMargins(4, 0, 0, 0)
        heading.addWidget(self.to_review)
        heading.addStretch()
        heading.addWidget(self.counts)
        layout.addLayout(heading)
        layout.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._narrow)
        self.line.first_asked.connect(self._apply_first)
        self.line.create_asked.connect(self._create)
        self.line.tree_asked.connect(self._into_tree)
        self.tree.tinted.connect(self.tinted)
        self.tree.apply_asked.connect(self.apply_asked)
        self.tree.current_changed.connect(self.current_changed)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.model.rename_asked.connect(lambda key, name: self._write(lambda p: codebook.edit(p, key, name=name)))
        self.model.move_asked.connect(self._move)
        self.model.apply_asked.connect(self.apply_asked)
        self.counts.chose.connect(self.model.count)
        self.entry.typed.connect(self._typed)
        self.entry.history_asked.connect(self.show_history)
        self.hub.closing.connect(self.entry.flush)
        self.review.pair_asked.connect(
            lambda codes, title: self.hub.show_verbatims(Ask(codes=codes, title=title, group="code"))
        )
        self.entry.left.connect(lambda: self.show_review() if self._reviewing else self.show_tree())
        self.review.left.connect(self.show_tree)
        self.review.list.opened.connect(self._review_entry)
        self.review.list.customContextMenuRequested.connect(self._menu_of_review)
        tip = self.tr("Codes that are never used, rest on one person or lie under another ({key})")
        self.to_review.setToolTip(tip.format(key=actions.shown("code.to_review")))
        actions.make("code.rename", self.tree, self.rename)
        actions.make("code.up", self.tree, lambda: self._with_current(lambda key: self.shift(key, -1)))
        actions.make("code.down", self.tree, lambda: self._with_current(lambda key: self.shift(key, 1)))
        actions.make("code.verbatims", self.tree, lambda: self._with_current(self.show_verbatims))

    # kept up

    def show_book(self, book: Book | None) -> None:
        """Show a book, or none."""
        self.book, self._ranking = book, None
        self.counts.show_book(book)
        self.line.clear()
        self.show_tree()
        self.model.show(book)
        self.keep_within()

    def heard(self, changes: Changes) -> None:
        """Show the codes of the sets after a change that may have changed which these are."""
        if self.sets.filter.concerns(changes):
            self.keep_within()
        if self.stack.currentWidget() is self.entry and changes.keys.keys() & _GROUPED:
            self._say_sets()
        if self.stack.currentWidget() is self.review:
            self.show_review()

    def keep_within(self) -> None:
        """Show the codes of the sets that are chosen."""
        moment = self.sets.filter.narrowed()
        kept = moment.scope.codes if moment is not None else None
        self.model.keep(kept)
        self.sets.say(moment, len(kept or ()))

    def take(self, touched: Touched) -> None:
        """Show what a change did."""
        if touched.codes:
            self._ranking = None
            self.model.show(self.book)
            key = self.entry.key
            if self.stack.currentWidget() is self.entry and key is not None and self.book is not None:
                if key in self.book.codes:
                    self.entry.show_code(self.book.codes[key], keep=True)
                else:
                    self.show_tree()
        else:
            self.model.counted(touched.counted)
        self.counts.show_book(self.book)
        if self.entry.key in touched.counted and self.book is not None:
            self.entry.say_counts(counted(self.book, self.entry.key or 0))

    def show_tree(self) -> None:
        """Go back from an entry, or from what is to be reviewed, to the tree."""
        self._reviewing = False
        if self.stack.currentIndex():
            self.stack.setCurrentIndex(0)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_code(self, key: int) -> None:
        """Select a code, whatever the tree is narrowed to, and open its entry."""
        if self.book is not None and key in self.book.codes:
            self.line.clear()
            if not self.model.index_of(key).isValid():
                self.sets.filter.take_off()
            self.tree.select([key])
            self.tree.show_code(key)
            self.edit_entry(key)

    def focus_line(self) -> None:
        """Put the cursor where a code is looked for."""
        self.show_tree()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    # the line

    def _narrow(self, text: str) -> None:
        self.model.filter(text)
        self.hint.setVisible(bool(text.strip()))
        if text.strip():
            key = self._meant()
            self.hint.setText(
                self.tr("No code is called like this; Ctrl+Enter creates it")
                if key is None or self.book is None
                else self.tr("Enter applies {code}").format(code=self.book.codes[key].label)
            )

    def _meant(self) -> int | None:
        """Give the code that the words typed mean best: one that holds them all, never one that is only near."""
        if self.book is None or not self.line.text().strip():
            return None
        self._ranking = self._ranking or Ranking(list(self.book.codes.values()))
        found = self._ranking.ranked(self.line.text(), limit=1, near=False)
        return found[0].key if found else None

    def _apply_first(self) -> None:
        key = self._meant()
        if key is not None:
            self.tree.select([key])
            self.apply_asked.emit(key)

    def _create(self, named: str) -> None:
        self.line.clear()
        self.create_asked.emit(named)

    def _into_tree(self) -> None:
        index = self.model.first_match() if self.model.filtered else self.tree.currentIndex()
        if not index.isValid():
            index = self.model.index_of(next(iter(self.model.codes()), None))
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tree.setCurrentIndex(index)

    # what can be done with a code

    def _write(self, verb: Callable[[Project], Any], done: Callable[[Any], None] | None = None) -> None:
        project = self.hub.project
        self.hub.write(lambda: verb(project), done)

    def _with_current(self, act: Callable[[int], object]) -> None:
        if (key := self.tree.current()) is not None:
            act(key)

    def rename(self) -> None:
        """Let the current code's name be written over."""
        self._with_current(self.tree.rename)

    def edit_entry(self, key: int) -> None:
        """Open the entry of a code."""
        if self.book is not None and key in self.book.codes:
            self.entry.show_code(self.book.codes[key])
            self.entry.say_counts(counted(self.book, key))
            self._say_sets()
            self.stack.setCurrentWidget(self.entry)
            self.entry.texts["definition"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_sets(self) -> None:
        if self.book is not None and self.entry.key is not None:
            self.entry.say_sets(holding(self.book.moment.sets.values(), "codes").get(self.entry.key, ()))

    # what is to be reviewed

    def show_review(self) -> None:
        """Show the codes that deserve another look."""
        if self.book is None:
            return
        if self.stack.currentWidget() is not self.review:
            self.stack.setCurrentWidget(self.review)
            self.review.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.review.look(self.book)

    def show_alike(self) -> None:
        """Show which codes are given to like words, among those that deserve another look."""
        self.review.ask_alike()
        self.show_review()

    def _review_entry(self, key: int) -> None:
        self.edit_entry(key)
        self._reviewing = True

    def _menu_of_review(self, point: QPoint) -> None:
        if (key := self.review.list.current()) is not None:
            self.menu_of(key, None).popup(self.review.list.viewport().mapToGlobal(point))

    def _typed(self, key: int, fields: dict[str, Any]) -> None:
        """Write what is typed of a code; all that is typed of it until something else is done is one step of undo."""
        from coding.codebook import definitions

        if self.hub.project_or_none is None or not self.hub.project.writable:
            return
        began, before = self.entry.began, self.entry.step

        def done(step: Step | None) -> None:
            if self.entry.began is began:
                self.entry.step = step

        self._write(lambda project: definitions.typed(project, key, fields, before), done)

    def show_history(self, key: int) -> None:
        """Show who wrote what is said of a code, when, and instead of what."""
        from app.codebook.history import CodeHistoryDialog
        from coding.codebook import definitions

        self.entry.flush()
        if self.book is not None:
            CodeHistoryDialog(self, self.book.codes[key].label, definitions.versions(self.hub.project, key)).open()

    def show_verbatims(self, key: int) -> None:
        """Show the verbatims of a code on their page."""
        if self.book is not None:
            self.hub.show_verbatims(Ask(codes=(key,), title=self.book.codes[key].label))

    def _move(self, keys: list[int], parent: int | None, position: int | None) -> None:
        self._write(lambda project: codebook.move_many(project, keys, parent, position))

    def shift(self, key: int, step: int) -> None:
        """Move a code past the one shown before (-1) or after it (1) at the same place."""
        here = self.model.index_of(key)
        beside = self.model.key_of(self.model.index(here.row() + step, 0, here.parent()))
        if self.book is None or beside is None:
            return
        stay = [one for one in self.book.siblings(key) if one != key]
        self._move([key], self.book.codes[key].parent, stay.index(beside) + (step > 0))

    def add(self, parent: int | None, framework: str | None) -> None:
        """Ask for a name and add a code there."""

        def made(key: int) -> None:
            self.tree.select([key])
            self.tree.show_code(key)

        above = self.book.codes[parent].label if self.book and parent is not None else ""
        label = (
            self.tr("Name of the code under {parent}").format(parent=above) if above else self.tr("Name of the code")
        )
        ask_name(
            self,
            self.tr("Add code"),
            label,
            "",
            lambda name: self._write(
                lambda project: codebook.add(project, name, parent=parent, framework=framework), made
            ),
        )

    def paste(self, parent: int | None, framework: str | None) -> None:
        """Let a list be pasted whose codes go under a code, or to the top."""
        from app.codebook.pasting import PasteDialog
        from coding.codebook import pasting

        assert self.book is not None
        codes, titles = self.book.codes, {info.framework: info.title for info in self.book.frameworks}
        top = titles.get(framework or "", self.tr("Descriptive codes"))
        where = top if parent is None else codes[parent].label
        PasteDialog(
            self,
            where,
            lambda text: pasting.proposed(text, codes, parent=parent, framework=framework),
            lambda text: self._write(
                lambda p: pasting.paste(p, text, parent=parent, framework=framework), self.tree.select
            ),
        ).open()

    def merge(self, keys: list[int]) -> None:
        """Let a code be picked and make `keys` one with it."""
        book = self.book
        if book is None or not keys:
            return
        first = book.codes[keys[0]]
        among = {code.key for code in book.codes.values() if code.framework == first.framework} - set(keys)
        names = ", ".join(book.codes[key].label for key in keys)
        self._pick(
            keys[0],
            among,
            self.tr("Merge {codes} into").format(codes=names),
            lambda into: self._write(
                lambda project: codebook.merge(project, keys, into), lambda _: self.tree.select([into])
            ),
        )

    def _pick(self, key: int, among: set[int], title: str, then: Callable[[int], None]) -> None:
        assert self.book is not None
        parent = self.picker.parentWidget()
        place = self.tree.visualRect(self.model.index_of(key))
        corner = self.tree.viewport().mapTo(parent, place.topLeft()) if parent else QPoint()
        self.picker.open(self.book, QRect(corner, place.size()), then, among=among, title=title)

    def split(self, key: int) -> None:
        """Ask which codings become a code of their own."""
        assert self.book is not None
        project, code = self.hub.project, self.book.codes[key]
        names = {info.key: info.name for info in documents.listed(project)}
        own = [
            (coding.key, names[coding.document], documents.text(project, coding.document)[coding.start : coding.end])
            for coding in codings.listed(project, codes=[key])
        ]

        def done(keys: list[int], name: str) -> None:
            self._write(lambda p: codebook.split_off(p, key, keys, name))

        SplitDialog(self, code.label, own, done).open()

    def remove(self, key: int) -> None:
        """Ask, saying what goes with it, and remove a code."""
        assert self.book is not None
        question = self.tr("Remove the code “{code}”?").format(code=self.book.codes[key].label)
        goes = consequences(codebook.consequences(self.hub.project, key))
        ask_removal(self, question, goes, lambda: self._write(lambda project: codebook.remove(project, key)))

    # the menu

    def _menu(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        menu = self.menu_of(self.model.key_of(index), self.model.framework_of(index))
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def menu_of(self, key: int | None, framework: str | None) -> QMenu:
        """Give the menu of a code, or of a heading for None."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)

        def add(name: str, text: str, act: Callable[[], object]) -> None:
            menu.addAction(icon(name), text).triggered.connect(lambda _checked=False: act())

        if key is None:
            add("add", self.tr("Add code…"), lambda: self.add(None, framework))
            add("add", self.tr("Paste codes…"), lambda: self.paste(None, framework))
            self._framework_menu(menu)
            return menu
        chosen = [code for code in self.tree.selected() if code != key]
        add("check", self.tr("Apply to the selection"), lambda: self.apply_asked.emit(key))
        add("verbatims", self.tr("Show coded segments"), lambda: self.show_verbatims(key))
        by_meaning = menu.addMenu(icon("quality"), self.tr("By meaning"))
        menu_of(by_meaning, lambda of: self.hub.show_verbatims(Ask(codes=(key,), of=of)), self.show_alike)
        menu.addSeparator()
        add("edit", self.tr("Edit entry…"), lambda: self.edit_entry(key))
        add("history", self.tr("History of the definition…"), lambda: self.show_history(key))
        add("edit", self.tr("Rename"), lambda: self.tree.rename(key))
        add("add", self.tr("Add code under it…"), lambda: self.add(key, framework))
        add("add", self.tr("Paste codes under it…"), lambda: self.paste(key, framework))
        menu.addSeparator()
        merging = (
            self.tr("Merge {count} codes into…").format(count=len(chosen) + 1) if chosen else self.tr("Merge into…")
        )
        add("link", merging, lambda: self.merge([key, *chosen]))
        add("split", self.tr("Split off…"), lambda: self.split(key))
        menu_into(menu, self.hub, "codes", [key, *chosen]).setEnabled(self.hub.project.writable)
        menu.addSeparator()
        add("delete", self.tr("Remove…"), lambda: self.remove(key))
        return menu

    def _framework_menu(self, menu: QMenu) -> None:
        from coding.codebook.frameworks_files import shipped

        assert self.book is not None
        there, language = {info.framework for info in self.book.frameworks}, self.hub.project.info().language
        below = menu.addMenu(icon("theory"), self.tr("Add framework"))
        for file in shipped():
            if file.key not in there:
                title = file.title.get(language) or next(iter(file.title.values()))
                action = below.addAction(title.replace("&", "&&"))
                action.triggered.connect(
                    lambda _checked=False, key=file.key: self._write(lambda project: frameworks.add(project, key))
                )
        below.setEnabled(not below.isEmpty())
