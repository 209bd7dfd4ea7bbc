"""The line above the list: how many were found, by what they were chosen, and what an empty list says instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.sets.words import nothing_within
from app.verbatims.code_questions import CodeQuestions
from app.verbatims.facets import Facets
from app.widgets import ElidedLabel

if TYPE_CHECKING:
    from coding.moment.evidence import Ways
    from coding.search.listings import Listing
    from coding.search.other_hits import OtherHits
    from corpus.search.forms import Shared

_WAYS: tuple[Ways, ...] = ("both", "direct", "linked", "crossed")


class StatusLine(QWidget):
    """`way_chosen(way)`: by which way coded segments are to come in. `clear` takes query and facets away."""

    way_chosen = Signal(str)

    def __init__(self, clear: Callable[[], object]) -> None:
        super().__init__()
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.about = ElidedLabel()
        self.about.setProperty("muted", True)
        self.ways = QComboBox()
        self.ways.setAccessibleName(self.tr("By which way coded segments came in"))
        said = (
            self.tr("Direct and linked"),
            self.tr("Direct only"),
            self.tr("Linked only"),
            self.tr("And through crosswalks"),
        )
        for way, text in zip(_WAYS, said):
            self.ways.addItem(text, way)
        self.ways.activated.connect(lambda at: self.way_chosen.emit(_WAYS[at]))
        self.clearing = QPushButton(self.tr("Clear"))
        self.clearing.setToolTip(self.tr("Take query and facets away"))
        self.clearing.clicked.connect(clear)
        stays = self.clearing.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.clearing.setSizePolicy(stays)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.count)
        line.addWidget(self.about, 1)
        line.addWidget(self.ways)
        line.addWidget(self.clearing)

    def add(self, part: QWidget) -> None:
        """Put in something that is done to all that is listed."""
        self._line.insertWidget(self._line.indexOf(self.ways), part)

    def say(self, count: str = "", about: str = "") -> None:
        """Say how many there are, and of what."""
        self.count.setText(count)
        self.about.setText(about)

    def take(self, listing: Listing, facets: Facets) -> None:
        """Say of a listing how many there are, and what is chosen."""
        self.say(self._counted(listing), self._described(listing, facets))
        search = listing.search
        self.ways.setVisible(bool(search.codes) and any(name.startswith("framework:") for name in search.chosen))
        self.ways.setCurrentIndex(_WAYS.index(search.ways))

    def take_hits(self, hits: OtherHits, counted: str, facets: Facets) -> None:
        """Say of documents, memos or codes how many there are, and what is chosen."""
        self.say(counted, self._described(hits, facets))

    def _counted(self, listing: Listing) -> str:
        segments = self.tr("%n coded segment(s)", "", listing.counted)
        counted = segments if listing.of_spans else self.tr("%n turn(s)", "", listing.counted)
        said = self.tr("{counted} in {documents}").format(
            counted=counted, documents=self.tr("%n document(s)", "", listing.documents)
        )
        if listing.lines is not None:
            said = self.tr("{matches} in {rest}").format(
                matches=self.tr("%n match(es)", "", len(listing.lines)), rest=said
            )
        if against := listing.total - listing.counted:
            said += " · " + self.tr("%n contradicting", "", against)
        if unread := listing.unread:
            said += " · " + self.tr("%n not re-read", "", unread)
        return said

    def _described(self, listing: Listing | OtherHits, facets: Facets) -> str:
        """Say what is chosen, in words."""
        parts = [listing.search.title] if listing.search.items is not None and listing.search.title else []
        if listing.search.about and listing.search.scope == "meaning":
            of, code = listing.search.about
            parts.append(CodeQuestions().said(of, listing.moment.codes[code].label))
        for facet in listing.facets:
            keys = listing.search.chosen.get(facet.name, ())
            named = [facets.label(facet.name, v.key, v.label) for v in facet.values if v.key in keys]
            if named:
                parts.append(self.tr(" or ").join(named))
        if not parts and not listing.search.query.strip() and listing.search.scope in ("passages", "codings"):
            return self.tr("All that is coded")
        return " · ".join((*parts, *self._shared(listing)))

    def _shared(self, listing: Listing | OtherHits) -> list[str]:
        """Say which forms of a ~word are those of another word, too, and what leaves them out."""
        from corpus.search.forms import shared

        if listing.view is None or listing.node is None:
            return []
        found: dict[str, list[Shared]] = {}
        for one in shared(listing.view, listing.node):
            found.setdefault(one.without, []).append(one)
        return [self._told(query, forms) for query, forms in found.items()]

    def _told(self, query: str, forms: list[Shared]) -> str:
        if len(forms) == 1:
            [one] = forms
            return self.tr("{form} ({count}) may belong to the word {words}, too: {query} leaves it out").format(
                form=one.form, count=one.passages, words=", ".join(one.of), query=query
            )
        return self.tr("{forms} may belong to other words, too: {query} leaves them out").format(
            forms=", ".join(f"{one.form} ({one.passages})" for one in forms), query=query
        )

    def nothing(self, listing: Listing) -> str:
        """Say why a listing is empty, and what to do."""
        moment, search = listing.moment, listing.search
        if not moment.documents:
            return self.tr("There is nothing to read yet: import interviews first.")
        if search.within:
            return nothing_within(moment.viewed(within=search.within))
        if search.scope == "meaning" and search.about:
            of, code = search.about
            return CodeQuestions().nothing(of, moment.codes[code].label)
        if search.scope == "meaning":
            typed = bool(search.query.strip())
            return self.tr("Nothing here says something like it.") if typed else self.tr("Type what somebody may say.")
        if not (search.query.strip() or search.chosen or search.items is not None):
            return self.tr("Nothing is coded yet. Type a query to search all interviews, or code on the Code page.")
        if search.query.strip() and search.scope == "codings":
            return self.tr("No coding's own words match this query and these choices.")
        if search.query.strip():
            return self.tr("No turn matches this query and these choices.")
        return self.tr("No coded segment has all that is chosen.")
