"""What a person does to the words selected, from the key pressed to the verb of the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app import actions
from app.action_table import table
from app.code import flagging
from app.code.dragging import Dragging
from app.code.notes import Notes
from app.code.printing import Printing
from app.code.turns import Turns
from app.codebook.painting import spot
from app.codebook.questions import ask_name
from app.guide import marking
from app.hub import Ask, Hub
from app.icons import icon
from coding import codebook, codings, excerpts, links
from corpus.anchors import whole, words

if TYPE_CHECKING:
    from app.code.reading import ReadingPanel
    from app.code.shown import OnPage
    from app.codebook.picker import CodePicker
    from coding.codings import CodingInfo
    from corpus.anchors import Anchor
    from corpus.correcting.carrying import Correction
    from corpus.store.project import Project

_QUERY = 80  # code points of words looked for elsewhere


class Verbs(QObject):
    """Each asks the project and nothing more: what is seen changes when the project says that it has changed.

    used(code): it was applied · code_made(code): it is new · memo_asked(): on what is in focus · stepped(): another
    coding is in focus.
    """

    used = Signal(int)
    code_made = Signal(int)
    memo_asked = Signal()
    stepped = Signal()

    def __init__(self, hub: Hub, shown: OnPage, reading: ReadingPanel, picker: CodePicker, over: QWidget) -> None:
        super().__init__(over)
        self.hub, self.shown, self.pane = hub, shown, reading.pane
        self._picker, self._over = picker, over
        self.applying = False  # what is being written comes into focus once it is done
        for name, act in (
            ("code.find_or_create", self.find_or_create), ("code.in_vivo", self.in_vivo),
            ("code.whole", self.code_whole), ("code.recode", self.recode), ("code.memo", self.memo),
        ):  # fmt: skip
            actions.make(name, over, act)
        for name, act in (
            ("code.uncode", self.uncode), ("code.excerpt", self.excerpt),
            ("code.start_back", lambda: self.nudge(-1, at_end=False)),
            ("code.start_on", lambda: self.nudge(1, at_end=False)),
            ("code.end_back", lambda: self.nudge(-1, at_end=True)), ("code.end_on", lambda: self.nudge(1, at_end=True)),
            ("code.next", lambda: self.step(1)), ("code.previous", lambda: self.step(-1)),
            ("code.verbatims", self.show_verbatims), ("code.correct", self.correct), ("code.again", self.again),
            ("code.rename", self.rename),
            ("code.copy_source", self.copy_source),
        ):  # fmt: skip
            actions.make(name, reading, act)
        self.pane.key_text.connect(lambda letter: self.pick(letter))
        self.pane.coding_resized.connect(self.resize)
        self.pane.context_requested.connect(self._menu)
        reading.digit_pressed.connect(self.apply_recent)
        self.dragging = Dragging(self.pane)
        self.dragging.dropped.connect(self.drop)
        self.turns = Turns(hub, shown, self.pane, over)
        self.notes = Notes(hub, shown, reading, over, self._anchor)
        self.printing = Printing(hub, shown, over)

    # what is meant

    def current(self) -> CodingInfo | None:
        """Give the coding in focus."""
        selected = self.pane.selected_coding()
        return self.shown.codings.get(self.shown.whole or 0 if selected is None else selected)

    def chosen(self) -> list[int]:
        """Give the codings that are changed together: all whose stripes are selected, else the one in focus."""
        selected, coding = self.pane.selected_codings(), self.current()
        return selected if len(selected) > 1 else [coding.key] if coding is not None else []

    def span(self) -> tuple[int, int] | None:
        """Give the words to be coded: those selected, else the selected coding's, else the sentence outlined."""
        start, end = self.pane.meant()
        return (start, end) if start < end else None

    def _words(self) -> Anchor | None:
        span = self.span()
        document = self.shown.document
        return words(document.key, *span) if document is not None and span is not None else None

    def _chosen(self) -> Anchor | None:
        """Give the words selected or the selected coding's, which the person marked themselves."""
        marked = self.pane.selection()[0] < self.pane.selection()[1] or self.pane.selected_coding() is not None
        return self._words() if marked else None

    def _place(self) -> Anchor | None:
        place = self._words()
        if place is None:
            self.hub.said.emit(self.tr("There are no words here to code."))
        return place

    def _write(self, verb: Callable[[Project], Any], done: Callable[[Any], None] | None = None) -> None:
        project = self.hub.project
        self.applying = done is not None and not project.busy
        try:
            self.hub.write(lambda: verb(project), done)
        finally:
            self.applying = False

    # applying

    def apply(self, code: int) -> None:
        """Put a code on the words meant; they become the selected coding."""
        if (place := self._place()) is not None:
            self._write(
                lambda project: (code, codings.apply(project, code, place)), self._coded(self.tr("{code} applied"))
            )

    def drop(self, codes: list[int], start: int, end: int) -> None:
        """Put codes that were dragged onto words on these."""
        document = self.shown.document
        if document is None:
            return
        place, many = words(document.key, start, end), [(code, words(document.key, start, end)) for code in codes]
        if len(codes) == 1:
            done = self._coded(self.tr("{code} applied"))
            self._write(lambda project: (codes[0], codings.apply(project, codes[0], place)), done)
        else:
            self._write(lambda project: codings.apply_many(project, many), lambda keys: self._dropped(codes, keys))

    def _dropped(self, codes: list[int], keys: list[int]) -> None:
        for code in codes:
            self.used.emit(code)
        self.hub.said.emit(self.tr("%n code(s) applied", "", len(keys)))

    def again(self) -> None:
        """Put the code used last on the words meant."""
        if order := self.shown.recent.order:
            self.apply(order[0])
        else:
            self.hub.said.emit(self.tr("No code was used yet."))

    def _coded(self, said: str, *, new: bool = False) -> Callable[[tuple[int, int]], None]:
        """Return what follows a verb that gives code and coding: it is selected, unless one has gone on meanwhile."""
        here = self.pane.selection(), self.pane.selected_coding(), self.shown.document

        def done(made: tuple[int, int]) -> None:
            if here == (self.pane.selection(), self.pane.selected_coding(), self.shown.document):
                self._hold(made[1])
            self.used.emit(made[0])
            if new:
                self.code_made.emit(made[0])
            self._say(self._over_speakers(said, made[1]), made[0])

        return done

    def _hold(self, key: int) -> None:
        coding = self.shown.codings.get(key)
        if coding is not None and coding.whole:
            self.pane.select_coding(None)
            self.shown.whole = key
        elif coding is not None:
            self.pane.select_coding(key, scrolls=False)

    def _over_speakers(self, said: str, key: int) -> str:
        """Add whose words they are, where they are several persons'."""
        coding = self.shown.codings.get(key)
        heard = self.pane.speakers_in(coding.start, coding.end) if coding is not None and not coding.whole else []
        if len(heard) < 2:
            return said
        return self.tr("{done}, over {count} speakers: {speakers}").format(
            done=said, count=len(heard), speakers=", ".join(heard).replace("{", "{{").replace("}", "}}")
        )

    def _say(self, done: str, code: int, **more: str) -> None:
        """Say what was done with a code; the window adds how it is taken back."""
        book = self.shown.book
        if book is not None and code in book.codes:
            self.hub.said.emit(done.format(code=book.codes[code].label, **more))

    def apply_recent(self, digit: int) -> None:
        """Put the code of that key on the words selected."""
        if digit <= len(self.shown.recent.slots):
            self.apply(self.shown.recent.slots[digit - 1])
        else:
            self.hub.said.emit(self.tr("No code has the key {digit} yet.").format(digit=digit))

    def create(self, path: str) -> None:
        """Make a code of the first cycle, `parent/child` understood, and put it on the words meant: one change."""
        place = self._words()
        if place is None:
            self._write(lambda project: codebook.add(project, path), self._created)
            return

        def make(project: Project) -> tuple[int, int]:
            code, [key] = codings.create(project, path, [place])
            return code, key

        self._write(make, self._coded(self.tr("{code} created and applied"), new=True))

    def _created(self, code: int) -> None:
        self.used.emit(code)
        self.code_made.emit(code)
        self._say(self.tr("{code} created"), code)

    def find_or_create(self) -> None:
        """Open the picker over the words selected."""
        self.pick("")

    def pick(self, text: str) -> None:
        """Open the picker with `text` typed."""
        if self.shown.book is not None and self._place() is not None:
            self._open_picker(self.apply, self.create, text=text)

    def code_whole(self) -> None:
        """Pick a code for the whole document."""
        document = self.shown.document
        if document is None or self.shown.book is None:
            return

        def apply(code: int) -> None:
            place, done = whole(document.key), self._coded(self.tr("{code} applied"))
            self._write(lambda project: (code, codings.apply(project, code, place)), done)

        self._open_picker(apply, None, title=self.tr("Code for the whole of {name}").format(name=document.name))

    def _open_picker(
        self,
        choose: Callable[[int], object],
        create: Callable[[str], object] | None,
        *,
        text: str = "",
        title: str = "",
    ) -> None:
        shown, recent = self.shown, self.shown.recent
        assert shown.book is not None
        self._picker.open(
            shown.book, self._anchor(), choose, create, text=text, title=title, recent=recent.order, digits=recent.slots
        )

    def _anchor(self) -> QRect:
        """Give where the words to be coded are seen, in the page's pixels."""
        viewport = self.pane.viewport()
        start, end = self.span() or self.pane.selection()
        top, bottom = self.pane.spot(start), self.pane.spot(end, before=True)
        first = top.top() if top is not None else 0.0
        last = bottom.bottom() if bottom is not None else first + 24 if top is not None else viewport.height() / 3
        left = top.left() if top is not None else bottom.left() if bottom is not None else viewport.width() / 4
        corner = viewport.mapTo(self._over, QPoint(round(left), round(max(0.0, first))))
        return QRect(corner, QSize(1, max(1, round(min(last, viewport.height()) - max(0.0, first)))))

    def in_vivo(self) -> None:
        """Let the words selected be the name of their code."""
        if (place := self._place()) is not None:
            name = codings.short_name(self.shown.text[slice(*self.pane.meant())])
            said = self.tr("{code} applied · {key} gives another name")
            self._write(
                lambda project: codings.in_vivo(project, place, name=name),
                self._coded(said.replace("{key}", actions.shown("code.rename"))),
            )

    def rename(self) -> None:
        """Let the name of the code in focus be written over: what was coded in vivo is offered a short one."""
        coding, book = self.current(), self.shown.book
        if coding is None or book is None:
            self.hub.said.emit(self.tr("Click the stripe of a coding first."))
            return
        code = book.codes[coding.code]

        def done(name: str) -> None:
            self._write(
                lambda project: codebook.edit(project, code.key, name=name),
                lambda _: self._say(self.tr("{before} is called {code} now"), code.key, before=code.label),
            )

        ask_name(self._over, self.tr("Rename"), self.tr("Name of the code"), code.name, done)

    # changing

    def uncode(self) -> None:
        """Take the codings chosen away, as one change."""
        keys = self.chosen()
        if not keys:
            self.hub.said.emit(self.tr("Click the stripe of a coding first."))
            return
        coding = self.current()
        several = self.tr("%n coding(s) taken away", "", len(keys))

        def done(_: object) -> None:
            if len(keys) > 1 or coding is None:
                self.hub.said.emit(several)
            else:
                self._say(self.tr("{code} taken off these words"), coding.code)

        self._write(lambda project: codings.uncode(project, keys), done)

    def recode(self) -> None:
        """Pick another code for the codings chosen."""
        coding, book = self.current(), self.shown.book
        if coding is None or book is None:
            self.hub.said.emit(self.tr("Click the stripe of a coding first."))
            return

        keys, before = self.chosen(), book.codes[coding.code].label

        def done(code: int) -> None:
            self.used.emit(code)
            if len(keys) > 1:
                self._say(self.tr("{code} in the place of {count} codings"), code, count=str(len(keys)))
            else:
                self._say(self.tr("{code} in the place of {before}"), code, before=before)

        def change(code: int) -> None:
            self._write(lambda project: codings.recode(project, keys, code), lambda _: done(code))

        def create(path: str) -> None:
            self._write(lambda project: codings.recode_as(project, keys, path), done)

        several = self.tr("Instead of the codes of %n codings", "", len(keys))
        title = several if len(keys) > 1 else self.tr("Instead of {code}").format(code=before)
        self._open_picker(change, create, title=title)

    def resize(self, key: int, start: int, end: int) -> None:
        """Put a coding on other words; where that is refused it is drawn where it was."""
        document, coding = self.shown.document, self.shown.codings.get(key)
        if document is not None and coding is not None:
            self._write(
                lambda project: codings.resize(project, key, words(document.key, start, end)),
                lambda _: self._say(self.tr("{code} is on other words now"), coding.code),
            )

    def nudge(self, step: int, *, at_end: bool) -> None:
        """Let the selected coding begin or end a word further on, or back."""
        if not self.pane.nudge(step, at_end=at_end):
            self.hub.said.emit(self.tr("Click the stripe of a coding first."))

    def judge(self, code: int, verdict: str | None, stance: str | None) -> None:
        """Weigh the coding in focus against a theoretical code; None takes the judgement back."""
        coding = self.current()
        if coding is None:
            return
        if verdict is None:
            self._write(lambda project: links.withdraw(project, coding.key, code))
        else:
            self._write(lambda project: links.judge(project, coding.key, code, verdict, stance=stance))

    def excerpt(self) -> None:
        """Choose the words of the coding in focus for print."""
        coding = self.current()
        if coding is None:
            self.hub.said.emit(self.tr("Click the stripe of a coding first."))
            return
        self._write(
            lambda project: excerpts.add(project, coding.code, words(coding.document, coding.start, coding.end)),
            lambda _: self.hub.said.emit(self.tr("Chosen as an excerpt.")),
        )

    def memo(self) -> None:
        """Write a memo on the coding, the words or the document in focus."""
        if self.shown.document is not None:
            self.memo_asked.emit()

    # going about

    def step(self, step: int) -> None:
        """Go to the next coding, or the one before."""
        if self.pane.step_coding(step) is None:
            self.hub.said.emit(self.tr("No further coding here."))
        else:
            self.stepped.emit()

    def show_verbatims(self) -> None:
        """Show the verbatims of the code in focus."""
        coding, book = self.current(), self.shown.book
        if coding is not None and book is not None:
            self.hub.show_verbatims(Ask(codes=(coding.code,), title=book.codes[coding.code].label))

    def show_owed(self, code: int) -> None:
        """Show which documents a code that came late leaves to be read again."""
        from app.code.rereading import RereadingDialog

        if self.shown.book is not None:
            RereadingDialog(self.hub, code, self.shown.book.codes[code].label, self._over).show()

    def search_words(self) -> None:
        """Look for the words selected in all documents."""
        words = self._selected()
        self.hub.show_verbatims(Ask(query=f'"{words}"', title=words))

    def search_meaning(self) -> None:
        """Look for passages that say something like the words selected."""
        self.hub.show_verbatims(Ask(query=self._selected(), meaning=True))

    def _selected(self) -> str:
        start, end = self.pane.selection()
        return " ".join(self.shown.text[start : min(end, start + _QUERY)].split())

    def copy_source(self) -> None:
        """Copy the words selected, or the coding's, with their document, passage and speaker, masked."""
        from app import consenting
        from coding import singling
        from coding.exports import quotations

        if (anchor := self._place()) is None or anchor.span is None:
            return
        moment, place = self.hub.moment().viewed(masking=True), (anchor.document, *anchor.span)
        consenting.copy(
            self.hub, self._over, quotations.cited(moment, place), lambda: quotations.leaving(moment, place),
            given=lambda: singling.of_words(moment, [place]), said=self.tr("Copied with its source."),
        )  # fmt: skip

    def correct(self) -> None:
        """Let the person put the words selected right, or all of the turn at the caret."""
        from app.code.correcting import CorrectDialog
        from corpus.correcting import corrections

        place, document = self._chosen(), self.shown.document
        if place is None and document is not None:
            turn = next(iter(self.pane.passages_in(*self.pane.selection())), None)
            place = words(document.key, turn.start, turn.end) if turn is not None else self._place()
        if place is None or document is None or not self.hub.project.writable:
            return
        said = self.shown.text[slice(*place.span)] if place.span else ""

        def done(wanted: list[Correction], reason: str) -> None:
            upon = document.text_sha
            self._write(lambda project: corrections.apply(project, place.document, wanted, reason=reason, upon=upon))

        CorrectDialog(self.hub, place, said, done, self._over).open()

    # the menu

    @Slot(QPoint, int)
    def _menu(self, point: QPoint, _offset: int) -> None:
        self.menu().popup(point)

    def menu(self) -> QMenu:
        """Give the menu of the words or the coding in focus."""
        menu = QMenu(self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(name: str, action: str, act: Callable[[], object], *, able: bool = True) -> None:
            made = menu.addAction(icon(name), f"{table()[action].text}\t{actions.shown(action)}")
            made.triggered.connect(lambda _checked=False: act())
            made.setEnabled(able)

        words, coding = self.span() is not None, self.current() is not None
        add("add", "code.find_or_create", self.find_or_create, able=words)
        add("verbatims", "code.in_vivo", self.in_vivo, able=words)
        if words and self.shown.book is not None:
            for number, key in enumerate(self.shown.recent.slots[:5], 1):
                code = self.shown.book.codes[key]
                made = menu.addAction(spot(code.colour), f"{code.label}\t{number}".replace("&", "&&"))
                made.triggered.connect(lambda _checked=False, key=key: self.apply(key))
        menu.addSeparator()
        add("swap", "code.recode", self.recode, able=coding)
        add("delete", "code.uncode", self.uncode, able=coding)
        add("star", "code.excerpt", self.excerpt, able=coding)
        add("verbatims", "code.verbatims", self.show_verbatims, able=coding)
        if (focus := self.current()) is not None and self.shown.book is not None:
            label = self.shown.book.codes[focus.code].label
            owed = menu.addAction(self.tr("To re-read for {code}…").format(code=label).replace("&", "&&"))
            owed.triggered.connect(lambda _checked=False, key=focus.code: self.show_owed(key))
        menu.addSeparator()
        writable = self.hub.project.writable
        add("edit", "code.correct", self.correct, able=writable)
        if (place := self._words()) is not None and writable:
            marking.add_to(menu, self.hub, place)
            flagging.add_to(menu, self.hub, place)
        add("memo", "code.memo", self.memo)
        add("edit", "code.annotate", self.notes.annotate, able=words and writable)
        add("document", "code.whole", self.code_whole)
        self.turns.fill(menu)
        menu.addSeparator()
        start, end = self.pane.selection()
        search = menu.addAction(icon("search"), self.tr("Search these words in all documents"), self.search_words)
        search.setEnabled(start < end)
        like = menu.addAction(icon("search"), self.tr("Passages that say something like it"), self.search_meaning)
        like.setEnabled(start < end)
        copy = menu.addAction(self.tr("Copy"), self.pane.copy)
        copy.setEnabled(self._chosen() is not None)
        add("verbatims", "code.copy_source", self.copy_source, able=self._chosen() is not None)
        menu.addSeparator()
        add("document", "code.print", self.printing.preview)
        add("export", "code.pdf", self.printing.ask_where)
        return menu
