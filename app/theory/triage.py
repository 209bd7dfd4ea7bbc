"""Triage: descriptive codes, the verbatims of the one in hand, and the framework's numbered codes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QVBoxLayout, QWidget

from app import actions, theme
from app.hub import Ask, Hub, Place
from app.theory.capabilities import CapabilitiesList
from app.theory.code_segments import WordsList, WordsRow
from app.theory.codes import CodesList
from app.theory.detail import ConceptDetail
from app.theory.offers import Offers
from app.widgets import remember_splitter
from coding.moment.weighing import ONE_BY_ONE, OUTSIDE, Theory

if TYPE_CHECKING:
    from coding.links import LinkInfo
    from coding.set_asides import SetAsideInfo
    from coding.suggest.linking import LinkSuggestion

_STANCES: tuple[str | None, ...] = (None, "supports", "nuances", "contradicts")


class Triage(QWidget):
    """One code after the other meets the framework. chosen(code): another descriptive code is in hand."""

    chosen = Signal(object)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.reading: Theory | None = None
        self.code: int | None = None
        self.codes = CodesList(self.tr("Descriptive codes"))
        self.words = WordsList(self.tr("Coded segments of the code"), _type(hub, self))
        self.capabilities = CapabilitiesList(self.tr("Codes of the framework"))
        self.detail = ConceptDetail()
        self.offers = Offers(hub, self)
        self.title, self.about = QLabel(), QLabel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.title.setObjectName("theory-title")
        self.about.setProperty("muted", True)
        said = self.tr("1–9 links · Shift+1–9 one by one · 0 outside the framework · {next} next")
        keys = QLabel(said.format(next=actions.shown("theory.next")))
        keys.setProperty("muted", True)
        keys.setWordWrap(True)
        keys.setContentsMargins(12, 6, 12, 8)
        self.across, self.down = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.across)
        head = QWidget()
        lines = QVBoxLayout(head)
        lines.setContentsMargins(16, 8, 16, 8)
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.about)
        for part in (_stacked(self.codes, keys), _stacked(head, self.words), self.down):
            self.across.addWidget(part)
        for part in (self.capabilities, self.detail):
            self.down.addWidget(part)
        for at, share in enumerate((24, 44, 32)):
            self.across.setStretchFactor(at, share)
        self.across.setSizes([280, 520, 380])
        self.down.setSizes([330, 280])
        for splitter, name in ((self.across, "theory.across"), (self.down, "theory.down")):
            splitter.setChildrenCollapsible(False)
            remember_splitter(splitter, name, self.hub.settings)

    def _set_title_font(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self.title.setFont(font)

    def _connect(self) -> None:
        self.codes.chosen.connect(self._code_chosen)
        self.capabilities.chosen.connect(self._capability_chosen)
        self.capabilities.rows.dropped.connect(lambda code, capability: self.link(capability, code=code))
        self.capabilities.activated.connect(lambda at: self.link_or_show(self.capabilities.key))
        for listed in (self.codes, self.words, self.capabilities):
            listed.digit.connect(self.take_digit)
        self.words.judged.connect(self._judge)
        self.words.stance_asked.connect(self._ask_stance)
        self.words.opened.connect(lambda _key: self.open_source())
        box = self.detail.link
        box.moded.connect(self._set_mode)
        box.reasoned.connect(self._set_reason)
        box.left.connect(lambda: self.codes.setFocus())
        box.removed.connect(self.unlink)
        self.detail.offer.accepted.connect(self.accept)
        self.detail.offer.refused.connect(self.refuse)
        self.offers.found.connect(self._offered)
        for name, slot in (
            ("verbatims.judge_in", lambda: self.judge("in")),
            ("verbatims.judge_out", lambda: self.judge("out")),
            ("verbatims.judge_undecided", lambda: self.judge("undecided")),
            ("verbatims.stance", self.step_stance),
            ("verbatims.next", lambda: self.words.step(1)),
            ("verbatims.previous", lambda: self.words.step(-1)),
            ("verbatims.source", self.open_source),
        ):
            actions.make(name, self.words, slot)
        actions.make("theory.accept", self, self.accept)
        actions.make("theory.refuse", self, self.refuse)

    @property
    def capability(self) -> int | None:
        """The framework's code one is at."""
        key = self.capabilities.key
        return key if isinstance(key, int) else None

    def show_reading(self, reading: Theory) -> None:
        """Paint what is true now; the code in hand stays where it is in the list."""
        self.reading = reading
        self._seek()
        if self.code not in reading.codes:
            self.code = None
        self.codes.show_codes(reading, self.code)
        if self.code is None:
            self.code = self.codes.rows.next_open(reading, None) or next((one.key for one in reading.first), None)
            self.codes.choose(self.code)
        self._paint(other=False)

    def _paint(self, *, other: bool) -> None:
        reading, code = self.reading, self.code
        if reading is None:
            return
        self.words.show_words(reading, code, other=other)
        self.capabilities.show_codes(reading, code, self.offers.of(reading, code))
        self._paint_detail()
        about = reading.codes.get(code) if code is not None else None
        self._set_title_font()
        self.title.setText(about.path if about else "")
        self.about.setText(self._summary(reading, about.key, about.definition) if about else "")

    def _summary(self, reading: Theory, code: int, definition: str) -> str:
        parts = [self.tr("coded segments: {count}").format(count=reading.segments(code))]
        if waiting := reading.waiting(code):
            parts.append(self.tr("to review: {count}").format(count=waiting))
        if reading.group(code) == OUTSIDE:
            parts.append(self.tr("outside the framework: to theorise"))
        return "\n".join(part for part in (definition, " · ".join(parts)) if part)

    def _paint_detail(self) -> None:
        if self.reading is None:
            return
        self.detail.show_code(self.reading, self.code, self.capability)
        one = self._offer()
        digit = self.capabilities.rows.digit_at(self.capabilities.currentIndex().row())
        source = self._name(one.source) if one is not None else ""
        self.detail.offer.show_offer(one, source, digit, writable=self.hub.project.writable)

    def _code_chosen(self, key: object | None) -> None:
        if not isinstance(key, int) or key == self.code:
            return
        self.code = key
        self._paint(other=True)
        if self.reading is not None and (linked := list(self.reading.own_links(key))):
            self.capabilities.choose(linked[0])
        self._go_to_offer()
        self.chosen.emit(key)
        # Not at once: the list is still at work on the press that chose the row.
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """Let the code that was in hand before go to the group where it belongs now."""
        if self.reading is not None and self.hub.project_or_none is not None:
            self.codes.show_codes(self.reading)

    def _capability_chosen(self, key: object | None) -> None:
        self.words.aim(key if isinstance(key, int) else None)
        self._paint_detail()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._seek)  # the page reads anew what was changed meanwhile

    def _seek(self) -> None:
        """Have links sought, once this is seen."""
        if self.reading is not None and self.isVisible():
            self.offers.seek(self.reading)

    def _offer(self, capability: int | None = None) -> LinkSuggestion | None:
        """Give the link that is suggested between the code in hand and a capability, the one one is at unless told."""
        at = self.capability if capability is None else capability
        return self.offers.of(self.reading, self.code).get(at) if self.reading and at is not None else None

    def _offered(self) -> None:
        self._paint(other=False)
        self._go_to_offer()

    def _go_to_offer(self) -> None:
        """Go to the best capability that is suggested, so that its number links."""
        if self.reading is not None and (few := self.offers.of(self.reading, self.code)):
            self.capabilities.choose(next(iter(few)))

    def accept(self) -> None:
        """Make the link that is suggested where one is."""
        if (one := self._offer_or_say()) is not None:
            self.link(one.target)

    def refuse(self) -> None:
        """Say that the code in hand does not speak for the capability that is suggested, and go to the next."""
        if (one := self._offer_or_say()) is not None:
            self.offers.refuse(one, lambda: self._refused(one.source, one.target))

    def _offer_or_say(self) -> LinkSuggestion | None:
        one = self._offer()
        if one is None:
            self.hub.said.emit(self.tr("No link is suggested here."))
        return one

    def _refused(self, source: int, target: int) -> None:
        said = self.tr("{code} → {target} is suggested no more; Delete there takes that back.")
        self.hub.said.emit(said.format(code=self._name(source), target=self._name(target)))
        self._go_to_offer()

    def take_digit(self, digit: int, shift: bool) -> None:
        """Do what a digit says for the code in hand: link it, link it one by one with Shift, or `0`, set it aside."""
        if digit == 0:
            if not shift:
                self.set_outside()
            return
        capability = self.capabilities.rows.numbered(digit)
        if capability is None:
            self.hub.said.emit(self.tr("No code has the number {digit}.").format(digit=digit))
            return
        self.link_or_show(capability, one_by_one=shift)

    def link_or_show(self, capability: object | None, *, one_by_one: bool = False) -> None:
        """Link the code in hand; where it is linked already, show the link."""
        if self.reading is None or self.code is None or not isinstance(capability, int):
            return
        if capability in self.reading.own_links(self.code):
            self.capabilities.choose(capability)
            said = self.tr("{code} is linked to {target} already; Delete takes the link away.")
            self.hub.said.emit(said.format(code=self._name(self.code), target=self._name(capability)))
            return
        self.link(capability, mode=ONE_BY_ONE if one_by_one else None)

    def link(self, capability: int, *, code: int | None = None, mode: str | None = None) -> None:
        """Link a descriptive code, the one in hand unless told, to a code of the framework.

        Where the link was suggested, the words that say so are its reason.
        """
        source = self.code if code is None else code
        if source is None or self.reading is None:
            return
        project = self.hub.project
        if source != self.code:
            self.codes.choose(source)
        one = self._offer(capability) if source == self.code else None
        reason = self.offers.because(one) if one is not None else ""

        def verb() -> int:
            from coding import links
            from coding.suggest import link_verdicts

            make = links.link if one is None else link_verdicts.accept
            return make(project, source, capability, reason=reason, mode=mode)

        self.hub.write(verb, partial(self._linked, source, capability, mode))

    def _linked(self, source: int, capability: int, mode: str | None, _key: object) -> None:
        self.capabilities.choose(capability)
        if self.reading is None:
            return
        made = self.reading.own_links(source).get(capability)
        values = {"code": self._name(source), "target": self._name(capability)}
        if made is None or made.mode != ONE_BY_ONE:
            said = self.tr("{code} → {target}: all its coded segments count.")
        elif mode is None:
            said = self.tr(
                "{code} → {target}, one by one, as it has another link here: decide which coded segments to keep."
            )
        else:
            said = self.tr("{code} → {target}, one by one: decide which of its coded segments to keep.")
        self.hub.said.emit(said.format(**values))

    def _name(self, code: int) -> str:
        assert self.reading is not None
        return self.reading.codes[code].label if code in self.reading.codes else ""

    def set_outside(self) -> None:
        """Say that the code in hand is outside the framework shown, to be theorised."""
        from coding import set_asides

        code, project, reading = self.code, self.hub.project, self.reading
        if code is None or reading is None or reading.framework is None:
            return
        name, framework = self._name(code), reading.framework.framework
        if reading.modes([code]):
            self.hub.said.emit(self.tr("{code} is linked; take its links away first.").format(code=name))
        elif code in reading.outside:
            said = self.tr("{code} is outside the framework: to theorise; Delete takes that back.")
            self.hub.said.emit(said.format(code=name))
        else:
            said = self.tr("{code} is outside the framework: to theorise.").format(code=name)
            self.hub.write(lambda: set_asides.outside(project, code, framework), lambda _key: self.hub.said.emit(said))

    def next_open(self) -> None:
        """Go to the next code that waits for a link."""
        if self.reading is None:
            return
        found = self.codes.rows.next_open(self.reading, self.code)
        if found is None:
            self.hub.said.emit(self.tr("No other code waits for a link."))
            return
        self.codes.choose(found)

    def previous(self) -> None:
        """Go to the code above."""
        self.codes.step(-1)

    def _link(self) -> LinkInfo | None:
        if self.reading is None or self.code is None or self.capability is None:
            return None
        return self.reading.own_links(self.code).get(self.capability)

    def _set_aside(self) -> SetAsideInfo | None:
        return self.reading.set_aside(self.code, self.capability) if self.reading and self.code is not None else None

    def unlink(self) -> None:
        """Take away the link shown, or take back what is set aside."""
        from coding import links, set_asides

        project, link, aside = self.hub.project, self._link(), self._set_aside()
        if link is not None:
            self.hub.write(lambda: links.unlink(project, link.key))
        elif aside is not None:
            self.hub.write(lambda: set_asides.take_back(project, aside.key))
        else:
            self.hub.said.emit(self.tr("There is no link here to take away."))

    def write_reason(self) -> None:
        """Go to the field of the reason, where there is something to give a reason for."""
        if not self.detail.link.isHidden():
            self.detail.ensureWidgetVisible(self.detail.link.reason)
            self.detail.link.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.detail.link.reason.selectAll()
        else:
            self.hub.said.emit(self.tr("Link the code first, then give the reason."))

    def _set_mode(self, mode: str) -> None:
        from coding import links

        project, link = self.hub.project, self._link()
        if link is not None and link.mode != mode:
            self.hub.write(lambda: links.set_mode(project, link.key, mode))

    def _set_reason(self, reason: str) -> None:
        from coding import links, set_asides

        project, link, aside = self.hub.project, self._link(), self._set_aside()
        if link is not None and link.reason != reason:
            self.hub.write(lambda: links.set_reason(project, link.key, reason))
        elif link is None and aside is not None and aside.reason != reason:
            self.hub.write(lambda: set_asides.set_reason(project, aside.key, reason))

    def judge(self, verdict: str) -> None:
        """Judge the verbatim one is at for the capability one is at, and go to the next."""
        row = self.words.current_row()
        capability = self.words.aimed(row) if row is not None else None
        if row is None or capability is None:
            self.hub.said.emit(self.tr("Link the code first; then you can decide on its coded segments."))
            return
        if self._judge(row.key, capability, verdict):
            self.words.step(1)

    def _judge(self, key: object, capability: int, verdict: str) -> bool:
        row = self._row(key)
        if row is None:
            return False
        stance = next((one.bearing.stance for one in row.weighings if one.bearing.code == capability), None)
        return self._weigh(row, capability, verdict, None if verdict == "out" else stance)

    def _weigh(self, row: WordsRow, capability: int, verdict: str, stance: str | None) -> bool:
        from coding import links

        project = self.hub.project

        pairs = [(coding, capability) for coding in row.item.codings]
        return bool(self.hub.write(lambda: links.judge_many(project, pairs, verdict, stance=stance)))

    def _row(self, key: object) -> WordsRow | None:
        return next((row for row in self.words.rows.rows if row.key == key), None)

    def step_stance(self) -> None:
        """Give the verbatim one is at the next stance."""
        row = self.words.current_row()
        capability = self.words.aimed(row) if row is not None else None
        if row is None or capability is None:
            return
        now = next(one.bearing.stance for one in row.weighings if one.bearing.code == capability)
        self._set_stance(row.key, capability, _STANCES[(_STANCES.index(now) + 1) % len(_STANCES)])

    def _set_stance(self, key: object, capability: int, stance: str | None) -> None:
        row = self._row(key)
        if row is None:
            return
        verdict = next(one.bearing.verdict for one in row.weighings if one.bearing.code == capability)
        # Who takes a stance has judged the words to be about the matter.
        self._weigh(row, capability, verdict if verdict in ("in", "undecided") else "in", stance)

    def _ask_stance(self, key: object, capability: int, place: QPoint) -> None:
        row = self._row(key)
        if row is None:
            return
        now = next(one.bearing.stance for one in row.weighings if one.bearing.code == capability)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for stance in _STANCES:
            said = self.words.rows.stance_said(stance) if stance else self.tr("no stance")
            action = menu.addAction(said)
            action.setCheckable(True)
            action.setChecked(stance == now)
            action.triggered.connect(partial(self._stance_chosen, key, capability, stance))
        menu.popup(place)

    def _stance_chosen(self, key: object, capability: int, stance: str | None, _checked: bool = False) -> None:
        self._set_stance(key, capability, stance)

    def open_source(self) -> None:
        """Show the words one is at in their document."""
        row = self.words.current_row()
        if row is not None:
            item = row.item
            self.hub.show_place(Place(item.document, item.start, item.end, item.codings[0]))

    def show_verbatims(self) -> None:
        """Show all verbatims of the code in hand on their page."""
        if self.code is not None and self.reading is not None:
            items = tuple(row.item for row in self.words.rows.rows)
            self.hub.show_verbatims(Ask(codes=(self.code,), items=items, title=self._name(self.code)))

    def go_to(self, code: int, capability: int | None = None) -> None:
        """Take a code in hand, at a capability."""
        self.codes.choose(code)
        if capability is not None:
            self.capabilities.choose(capability)

    def let_go(self) -> None:
        """Keep nothing of the project."""
        self.reading, self.code = None, None
        self.offers.forget()
        self.words.show_words(None, None, other=True)

    def restyled(self) -> None:
        """Take on the size of text that the window has now."""
        self._set_title_font()
        self.words.retype(_type(self.hub, self))
        for listed in (self.codes, self.capabilities):
            listed.scheduleDelayedItemsLayout()


def _type(hub: Hub, widget: QWidget) -> Any:
    from app.reader.theme import type_of

    return type_of(theme.text_size(hub.settings), widget.font())


def _stacked(*widgets: QWidget) -> QWidget:
    pane = QWidget()
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return pane
