"""Coding many places at once: all that is listed, what speakers say, what stands under headings; seen before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton

from app.hub import Hub
from app.icons import icon
from app.verbatims.acts import RowActs
from app.verbatims.thinning import ThinningDialog, ThinRows

if TYPE_CHECKING:
    from coding.autocoding import ProposedCoding
    from coding.search.listings import Listing


class AutoCode(QToolButton):
    """A menu of ways; `listing` gives what is listed, None where it is not what was asked for."""

    def __init__(self, hub: Hub, acts: RowActs, listing: Callable[[], Listing | None]) -> None:
        super().__init__()
        self.hub, self._acts, self._listing = hub, acts, listing
        self.setIcon(icon("code"))
        self.setText(self.tr("Auto-code"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Code many places at once, after a look at them"))
        self.setAccessibleName(self.toolTip())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for text, act in (
            (self.tr("All that is listed…"), self.listed),
            (self.tr("By speaker…"), self.by_speaker),
            (self.tr("By heading…"), self.by_heading),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())
        self.setMenu(menu)

    def listed(self) -> None:
        """Propose all that is listed."""
        from coding import autocoding

        if (listing := self._listing()) is not None and len(listing):
            found = autocoding.of_places(map(listing.place, range(len(listing))))
            self._show(self.tr("Code what is listed"), found, ticked=True)

    def by_speaker(self) -> None:
        """Propose the turns of each speaker, in the documents that are chosen."""
        from coding import autocoding

        self._show(self.tr("Code by speaker"), autocoding.by_speaker(self.hub.moment(), self._within()), ticked=False)

    def by_heading(self) -> None:
        """Propose what stands under each heading, in the documents that are chosen."""
        from coding import autocoding

        self._show(self.tr("Code by heading"), autocoding.by_heading(self.hub.moment(), self._within()), ticked=False)

    def _within(self) -> list[int] | None:
        listing = self._listing()
        chosen = listing.search.chosen.get("document", ()) if listing is not None else ()
        return [key for key in chosen if isinstance(key, int)] or None

    def _show(self, title: str, found: Sequence[ProposedCoding], *, ticked: bool) -> None:
        moment, groups = self.hub.moment(), dict[str, list[int]]()
        if not found:
            self.hub.said.emit(self.tr("There is nothing to code in this way."))
            return
        for number, one in enumerate(found):
            groups.setdefault(one.name, []).append(number)

        def said(number: int) -> tuple[str, str]:
            place = found[number].anchor
            return moment.text(place.document)[place.start : place.end], moment.infos[place.document].name

        each = QComboBox()
        each.setAccessibleName(self.tr("With which code"))
        each.addItems([self.tr("With one code"), self.tr("With a code for each, named like it")])
        ThinningDialog(
            self,
            title,
            ThinRows(groups, said, ticked=ticked),
            lambda n: self.tr("Code %n segment(s)", "", n),
            lambda kept: self._write([found[n] for n in kept], each=bool(each.currentIndex())),
            None if ticked else each,
        ).open()

    def _write(self, kept: Sequence[ProposedCoding], *, each: bool) -> None:
        from coding import autocoding

        project = self.hub.project
        if each:
            self.hub.write(lambda: autocoding.apply_each(project, kept), self._done)
            return
        self._acts.pick(
            self.tr("Code %n segment(s)", "", len(kept)),
            lambda code: self.hub.write(lambda: autocoding.apply(project, kept, code), self._done),
            lambda path: self.hub.write(lambda: autocoding.create(project, kept, path), self._done),
        )

    def _done(self, made: Sequence[int]) -> None:
        self._acts.confirm(self.tr("%n segment(s) coded automatically.", "", len(made)), len(made))
