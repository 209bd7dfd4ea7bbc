"""What is done to the verbatims that are selected, each time as one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from app.codebook.painting import spot
from app.hub import Hub, Place
from app.verbatims.list import List
from app.verbatims.questions import Questions
from app.verbatims.thinning import ThinningDialog, ThinRows
from corpus import anchors

if TYPE_CHECKING:
    from app.codebook.picker import CodePicker
    from coding.assertions import Thing
    from coding.moment.weighing import CodingPair
    from coding.search.listings import ListedVerbatim, Listing

CHECK_FIRST = "verbatims.check_first"  # whether several are shown before something is done to them
_STANCES = ("supports", "nuances", "contradicts", None)
_SHORT = 70  # characters of an assertion in a menu


class RowActs(QObject):
    """Acts on the rows selected in `view`; questions are asked in `asking` and in a picker over `over`."""

    def __init__(self, hub: Hub, view: List, asking: Questions, over: QWidget) -> None:
        super().__init__(over)
        self.hub, self.view, self.asking, self._over = hub, view, asking, over
        self.locked = False
        self._picker: CodePicker | None = None

    def _chosen(self) -> tuple[Listing, list[ListedVerbatim]] | None:
        """Give the rows selected; None where there are none, or where the list is not yet what was asked for."""
        listing = self.view.rows.listing
        numbers = self.view.chosen()
        if listing is None or not numbers or self.locked:
            return None
        once = {int(listing.units[number]): number for number in reversed(numbers)}  # groups may repeat a verbatim
        return listing, [listing.row(number) for number in reversed(once.values())]

    # looked at before it is written, and confirmed after

    def _look(
        self,
        title: str,
        verb: Callable[[int], str],
        rows: Sequence[ListedVerbatim],
        go: Callable[[Sequence[ListedVerbatim]], object],
    ) -> None:
        """Show several rows before something is done to them, so that some can be left out."""
        if len(rows) < 2 or self.hub.settings.get(CHECK_FIRST) is False:
            go(rows)
            return

        def said(number: int) -> tuple[str, str]:
            verbatim = rows[number].verbatim
            return verbatim.text, " · ".join(filter(None, (verbatim.document_name, verbatim.speaker)))

        model = ThinRows({"": range(len(rows))}, said, ticked=True)
        ThinningDialog(self._over, title, model, verb, lambda kept: go([rows[n] for n in kept])).open()

    def _look_at_codings(
        self, title: str, verb: Callable[[int], str], keys: Sequence[int], go: Callable[[Sequence[int]], object]
    ) -> None:
        """Show the rows of these codings, and go on with the codings of those that are kept."""
        found, wanted = self._chosen(), set(keys)
        rows = [row for row in found[1] if wanted & set(row.verbatim.codings)] if found is not None else []
        if len(rows) < 2:
            go(keys)
            return

        def thin(kept: Sequence[ListedVerbatim]) -> None:
            left = {key for row in kept for key in row.verbatim.codings}
            go([key for key in keys if key in left])

        self._look(title, verb, rows, thin)

    def confirm(self, sentence: str, number: int) -> None:
        """Say what was done, where it was many with a button that takes it back."""
        step = self.hub.undoable()
        if number > 1 and step is not None:
            self.hub.told.emit(sentence, step, ())
        else:
            self.hub.said.emit(sentence)

    # coding

    def code(self) -> None:
        """Code the verbatims selected."""
        if (found := self._chosen()) is None:
            return
        rows, project = found[1], self.hub.project

        def verb(number: int) -> str:
            return self.tr("Code %n segment(s)", "", number)

        def apply(code: int) -> None:
            from coding import codings

            title = self.tr("Code with {code}").format(code=self._label(code))
            self._look(
                title,
                verb,
                rows,
                lambda kept: self.hub.write(
                    lambda: codings.apply_many(project, [(code, place) for place in _places(kept)]), self._say_coded
                ),
            )

        def create(path: str) -> None:
            from coding import codings

            self._look(
                self.tr("Code with {code}").format(code=path),
                verb,
                rows,
                lambda kept: self.hub.write(lambda: codings.create(project, path, _places(kept))[1], self._say_coded),
            )

        self.pick(verb(len(rows)), apply, create)

    def _say_coded(self, made: Sequence[int]) -> None:
        if not made:
            self.hub.said.emit(self.tr("This code is on these words already."))
        else:
            self.confirm(self.tr("%n segment(s) coded.", "", len(made)), len(made))

    def recode(self) -> None:
        """Give the codings selected another code."""

        def go(code: int, keys: Sequence[int]) -> None:
            name = self._label(code)
            title = self.tr("Recode %n coding(s) of {code} as", "", len(keys)).format(code=name)
            among = [key for key in self._codes() if key != code]
            self.pick(title, lambda to: self._recode(keys, to), None, among)

        self._of_one_code(self.tr("Recode which?"), go)

    def _recode(self, keys: Sequence[int], code: int) -> None:
        from coding import codings

        project, name = self.hub.project, self._label(code)

        def write(kept: Sequence[int]) -> None:
            said = self.tr("%n coding(s) recoded as {code}.", "", len(kept)).format(code=name)
            self.hub.write(lambda: codings.recode(project, kept, code), lambda _: self.confirm(said, len(kept)))

        title = self.tr("Recode as {code}").format(code=name)
        self._look_at_codings(title, lambda number: self.tr("Recode %n segment(s)", "", number), keys, write)

    def split(self) -> None:
        """Give the codings selected a new code beside their own."""

        def go(code: int, keys: Sequence[int]) -> None:
            title = self.tr("Split %n coding(s) off from {code}", "", len(keys)).format(code=self._label(code))
            self.asking.ask(
                title, self.tr("Name of the new code"), self.tr("Split off"), lambda name: self._split(code, keys, name)
            )

        self._of_one_code(self.tr("Split off from which?"), go)

    def _split(self, code: int, keys: Sequence[int], name: str) -> None:
        from coding import codebook

        project = self.hub.project
        self.hub.write(lambda: codebook.split_off(project, code, keys, name))

    def _of_one_code(self, title: str, go: Callable[[int, Sequence[int]], object]) -> None:
        """Go on with the codings of one code; where there are several, the person says which."""
        if (found := self._chosen()) is None:
            return
        grouped = _by_code(*found)
        if not grouped:
            self.hub.said.emit(self.tr("There is no coding here to change; Ctrl+K codes."))
        else:
            self._choose_code(
                title, {code: len(keys) for code, keys in grouped.items()}, lambda code: go(code, grouped[code])
            )

    # theory

    def judge_out(self) -> None:
        """Judge the verbatims selected out of a capability; a reason may be given."""

        def go(pairs: list[CodingPair], code: int) -> None:
            linked = [pair for pair in pairs if not pair.direct]
            if not linked:
                self.hub.said.emit(
                    self.tr("These words are coded with {code} directly; uncode them instead.").format(
                        code=self._label(code)
                    )
                )
                return
            title = self.tr("Do not keep %n coded segment(s) for {code}", "", len(linked)).format(
                code=self._label(code)
            )
            self.asking.ask(
                title,
                self.tr("Why? (may stay empty)"),
                self.tr("Do not keep"),
                lambda reason: self._judge(linked, "out", reason),
                needed=False,
            )

        self._weigh(go)

    def judge(self, verdict: str) -> None:
        """Judge the verbatims selected in, or leave them undecided."""
        self._weigh(lambda pairs, _code: self._judge(pairs, verdict))

    def _weigh(self, go: Callable[[list[CodingPair], int], object]) -> None:
        """Go on with the pairs that concern one theoretical code; where there are several, the person says which."""
        if (found := self._chosen()) is None:
            return
        listing, rows = found
        pairs = _pairs(listing, rows)
        theory = [key for key in listing.search.codes if listing.moment.codes[key].framework is not None]
        if not pairs:
            self.hub.said.emit(self.tr("No capability is linked to these codes; link one on the Theory page first."))
        elif len(theory) == 1:
            go(pairs, theory[0])
        else:
            counts: dict[int, int] = {}
            for pair in pairs:
                counts[pair.code] = counts.get(pair.code, 0) + 1
            self._choose_code(
                self.tr("With regard to which?"),
                counts,
                lambda code: go([pair for pair in pairs if pair.code == code], code),
            )

    def _judge(self, pairs: Sequence[CodingPair], verdict: str, reason: str = "") -> None:
        from coding import links

        project = self.hub.project

        def write(kept: Sequence[int]) -> None:
            weighed = [(pair.coding, pair.code) for pair in pairs if pair.coding in kept]
            self.hub.write(
                lambda: links.judge_many(project, weighed, verdict, stance=links.AS_IT_IS, reason=reason),
                lambda _: self.confirm(self.tr("%n decision(s) written.", "", len(weighed)), len(weighed)),
            )

        title = self.tr("With regard to {code}").format(code=self._label(pairs[0].code))
        self._look_at_codings(
            title, lambda number: self.tr("Decide on %n segment(s)", "", number), [pair.coding for pair in pairs], write
        )

    def stance(self) -> None:
        """Say whether the verbatims selected support, nuance or contradict a capability."""

        def go(pairs: list[CodingPair], code: int) -> None:
            words = self.view.words()
            menu = QMenu(self._over)
            menu.addSection(self._label(code))
            for stance in _STANCES:
                name = words[stance] if stance else self.tr("no stance")
                menu.addAction(name).triggered.connect(lambda _=False, s=stance: self._take_stance(pairs, s))
            self._pop(menu)

        self._weigh(go)

    def _take_stance(self, pairs: Sequence[CodingPair], stance: str | None) -> None:
        from coding import links

        project = self.hub.project

        weighed = [(pair.coding, pair.code) for pair in pairs]
        self.hub.write(lambda: links.take_stance(project, weighed, stance))

    def bear(self) -> None:
        """Say what the verbatims selected do to an assertion: their codings, or their words where there is none."""
        if (found := self._chosen()) is None:
            return
        things, moment, words = _things(found[1]), found[0].moment.now(), self.view.words()
        menu = QMenu(self._over)
        menu.addSection(self.tr("Bears on which assertion?"))
        for number, one in enumerate(moment.read.assertions, 1):
            code = moment.codes.get(one.code or 0)
            said = one.text or self.tr("To be worded: {concept}").format(concept=code.label if code else "…")
            under = menu.addMenu(f"{number}. {said[:_SHORT]}{'…' * (len(said) > _SHORT)}".replace("&", "&&"))
            for stance in _STANCES:
                name = words[stance] if stance else self.tr("no stance")
                under.addAction(name).triggered.connect(
                    lambda _=False, key=one.key, stance=stance: self._bear(key, things, stance)
                )
        menu.addAction(self.tr("New assertion…")).triggered.connect(lambda _=False: self._claim(things))
        self._pop(menu)

    def _bear(self, key: int, things: Sequence[Thing], stance: str | None) -> None:
        from coding import assertions

        project = self.hub.project

        def write(reason: str) -> None:
            self.hub.write(
                lambda: assertions.bear(project, key, things, stance, reason=reason),
                lambda _: self.confirm(self.tr("Said of %n segment(s).", "", len(things)), len(things)),
            )

        if stance is None:
            write("")
        else:
            self.asking.ask(
                self.view.words()[stance], self.tr("Why? (may stay empty)"), self.tr("Write"), write, needed=False
            )

    def _claim(self, things: Sequence[Thing]) -> None:
        from coding import assertions

        project = self.hub.project

        def write(text: str) -> None:
            def claim() -> None:
                with project.change("Write assertion"):
                    assertions.bear(project, assertions.add(project, text), things, "supports")

            self.hub.write(claim)

        self.asking.ask(
            self.tr("What do these segments support?"),
            self.tr("A sentence of your results"),
            self.tr("Write"),
            write,
            lines=2,
        )

    # print and notes

    def excerpt(self) -> None:
        """Choose the verbatims selected for print, under a code."""
        if (found := self._chosen()) is None:
            return
        listing, rows = found
        codes = [key for key in listing.search.codes if listing.moment.codes[key].framework] or listing.search.codes
        if len(codes) == 1:
            self._look_at_excerpts(codes[0], rows)
            return
        counts: dict[int, int] = {pair.code: 0 for pair in _pairs(listing, rows)}
        counts |= dict.fromkeys((code for row in rows for code in row.verbatim.codes if not counts), 0)
        if not counts:
            self.hub.said.emit(self.tr("Code these words first; an excerpt illustrates a code."))
            return
        self._choose_code(self.tr("An excerpt of which code?"), counts, lambda code: self._look_at_excerpts(code, rows))

    def _look_at_excerpts(self, code: int, rows: Sequence[ListedVerbatim]) -> None:
        title = self.tr("Excerpts of {code}").format(code=self._label(code))
        self._look(
            title,
            lambda number: self.tr("Make %n excerpt(s)", "", number),
            rows,
            lambda kept: self._excerpt(code, kept),
        )

    def _excerpt(self, code: int, rows: Sequence[ListedVerbatim]) -> None:
        from coding import excerpts

        project = self.hub.project

        places = _places(rows)

        def say(made: Sequence[int]) -> None:
            name = self._label(code)
            if made:
                self.confirm(self.tr("%n excerpt(s) chosen for {code}", "", len(made)).format(code=name), len(made))
            else:
                self.hub.said.emit(self.tr("These words are an excerpt of {code} already.").format(code=name))

        self.hub.write(lambda: excerpts.add_many(project, code, places), say)

    def memo(self) -> None:
        """Write a memo on the codings selected, or on the words where there is none."""
        if (found := self._chosen()) is None:
            return
        from coding.memos import Target, on

        rows = found[1]
        targets = [Target("coding", key) for key in dict.fromkeys(k for row in rows for k in row.verbatim.codings)]
        if not targets:
            targets = [on(place) for place in _places(rows)]
        self.hub.write_memo(targets)

    def source(self) -> None:
        """Show the current verbatim where it was said."""
        at, listing = self.view.at, self.view.rows.listing
        if at is None or listing is None:
            return
        said = self.view.rows.row(at).verbatim
        match = self.view.rows.match_at(at) or (said.matches[0] if said.matches else None)
        coding = said.codings[0] if said.codings and match is None else None
        start, end = match or (said.start, said.end)
        self.hub.seeing.saw(said.codings)
        self.hub.show_place(Place(said.document, start, end, coding))

    # asking which

    def _codes(self) -> Collection[int]:
        listing = self.view.rows.listing
        return listing.moment.codes.keys() if listing is not None else ()

    def _label(self, code: int) -> str:
        listing = self.view.rows.listing
        return listing.moment.codes[code].label if listing is not None and code in listing.moment.codes else ""

    def _choose_code(self, title: str, counts: Mapping[int, int], go: Callable[[int], object]) -> None:
        """Go on with the one code there is, or with the one the person picks from a short menu."""
        if len(counts) == 1:
            go(next(iter(counts)))
            return
        listing = self.view.rows.listing
        assert listing is not None
        menu = QMenu(self._over)
        menu.addSection(title)
        for code in [key for key in listing.moment.codes if key in counts]:
            count = f"  ({counts[code]})" if counts[code] else ""
            label = self._label(code).replace("&", "&&") + count
            action = menu.addAction(spot(listing.moment.codes[code].colour, 14), label)
            action.triggered.connect(lambda _=False, code=code: go(code))
        self._pop(menu)

    def _pop(self, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        where = self._current_rect()
        menu.popup(self._over.mapToGlobal(where.topLeft()) if where.isValid() else QCursor.pos())
        first = next((action for action in menu.actions() if not action.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _current_rect(self) -> QRect:
        """Give where the current row is, in the pixels of what lies under the picker."""
        rect = self.view.visualRect(self.view.currentIndex())
        corner = self.view.viewport().mapTo(self._over, rect.topLeft())
        return QRect(corner.x() + 24, max(0, corner.y() + 8), min(rect.width(), 400), min(rect.height(), 120))

    def pick(
        self,
        title: str,
        picked: Callable[[int], object],
        created: Callable[[str], object] | None,
        among: Collection[int] | None = None,
    ) -> None:
        from app.codebook.picker import CodePicker
        from coding.moment.code_list import Book

        self._picker = self._picker or CodePicker(self._over)
        book = Book(self.hub.moment())
        self._picker.open(book, self._current_rect(), picked, created, among=among, title=title)

    @property
    def picker(self) -> CodePicker | None:
        """The picker, once it was needed."""
        return self._picker

    def rest(self) -> None:
        """Leave every question unanswered."""
        self.asking.leave()
        if self._picker is not None:
            self._picker.close_quietly()


def _places(rows: Sequence[ListedVerbatim]) -> list[anchors.Anchor]:
    return [anchors.words(v.document, v.start, v.end) for v in (row.verbatim for row in rows)]


def _things(rows: Sequence[ListedVerbatim]) -> list[Thing]:
    """Give what bears on an assertion: the codings of each verbatim, or its words."""
    found: list[Thing] = []
    for verbatim in (row.verbatim for row in rows):
        found += verbatim.codings or (anchors.words(verbatim.document, verbatim.start, verbatim.end),)
    return list(dict.fromkeys(found))


def _pairs(listing: Listing, rows: Sequence[ListedVerbatim]) -> list[CodingPair]:
    """Give what codings of these verbatims can be weighed against: within the codes chosen, where theory is."""
    from coding.moment.weighing import pairs

    return pairs(listing.moment, [key for row in rows for key in row.verbatim.codings], listing.search.codes)


def _by_code(listing: Listing, rows: Sequence[ListedVerbatim]) -> dict[int, list[int]]:
    """Give the codings of these verbatims, those by which they are in the list, by code."""
    found: dict[int, list[int]] = {}
    for row in rows:
        for coding in row.verbatim.codings:
            code = listing.moment.code_of.get(coding)
            if code is not None:
                found.setdefault(code, []).append(coding)
    return found
