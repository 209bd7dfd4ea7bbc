"""What is suggested for the passage before the person, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.codebook.painting import spot
from app.french_signs import held
from app.hub import Place
from app.i18n import quoted
from app.neighbours import NamesDelegate
from app.review import reasons
from coding.suggest.clipping import clipped, stems
from coding.suggest.coder_agreement import FEW
from coding.suggest.queue import DEFINITION, QueueEntry

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.suggest.records import Example, MatchedSentence, Suggestion
    from corpus.documents import DocumentInfo

_FIGURES = "figures"
_AROUND = 4  # pixels by which a column is wider than Qt says its words are
_CLIP = 170  # code points of an example: about three lines of the narrowest column


class SuggestionPanel(QWidget):
    """Lists the suggestions for one passage; the chosen one is explained below."""

    chosen = Signal(int)
    place_asked = Signal(Place)

    def __init__(self) -> None:
        super().__init__()
        self._entry: QueueEntry | None = None
        self._at = 0
        self._figures = False
        self._codes: Mapping[int, CodeInfo] = {}
        self._documents: Mapping[int, DocumentInfo] = {}
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        self.heading.setProperty("muted", True)
        self.list = QTreeWidget()
        self.list.setItemDelegate(NamesDelegate(self.list))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Suggested codes"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.list.currentItemChanged.connect(self._chosen)
        self.about = QTextBrowser()
        self.about.setObjectName("reasons")
        self.about.setOpenLinks(False)
        self.about.setAccessibleName(self.tr("Why this code is suggested"))
        self.about.anchorClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.list)
        layout.addWidget(self.about, 1)

    def show_entry(
        self, entry: QueueEntry | None, at: int, codes: Mapping[int, CodeInfo], documents: Mapping[int, DocumentInfo]
    ) -> None:
        """Show an entry with the suggestion `at` chosen; `codes` and `documents` by key."""
        self._entry, self._at, self._codes, self._documents = entry, at, codes, documents
        self._list()
        self._explain()

    def restyle(self) -> None:
        """Take on the colours of the window."""
        self.show_entry(self._entry, self._at, self._codes, self._documents)

    def _list(self) -> None:
        offered = self._entry.offered if self._entry else ()
        self.heading.setText(self._heading(self._entry, offered))
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in enumerate(offered, 1):
            self.list.addTopLevelItem(self._item(number, one))
        if (item := self.list.topLevelItem(self._at)) is not None:
            self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.header().resizeSection(1, self.list.sizeHintForColumn(1) + _AROUND)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(offered) + 2 if offered else 0)

    def _heading(self, entry: QueueEntry | None, offered: Sequence[Suggestion]) -> str:
        if entry is not None and set(offered) & set(entry.passage.weaker):
            return self.tr("Weaker: it rests on little. Look twice.")
        if offered and offered[0].basis == DEFINITION:
            return self.tr(
                "Definition match, unmeasured: it rests on what is written of the code, not on your codings."
            )
        return self._learned(offered)

    def _learned(self, offered: Sequence[Suggestion]) -> str:
        documents = min((one.documents for one in offered), default=FEW)
        if documents >= FEW or not offered:
            return self.tr("Learned from your codings")
        return self.tr("Learned from your codings, and measured on %n document(s) only", "", documents)

    def _item(self, number: int, one: Suggestion) -> QTreeWidgetItem:
        code = self._codes[one.code]
        item = QTreeWidgetItem([f"{number}  {code.label}", self._measure(one)])
        item.setIcon(0, spot(code.colour, ratio=self.devicePixelRatioF()))
        item.setToolTip(0, code.path)
        if one.chance is not None:
            item.setToolTip(1, reasons.times_right(one.chance))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _measure(self, one: Suggestion) -> str:
        if one.chance is None:
            return self.tr("unmeasured")
        return self.tr("{share} in 100").format(share=reasons.share(one.chance))

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.list.indexOfTopLevelItem(item))

    def _explain(self) -> None:
        if self._entry is None or not 0 <= self._at < len(self._entry.offered):
            self.about.clear()
            return
        one = self._entry.offered[self._at]
        code = self._codes[one.code]
        parts = []
        if code.definition:
            parts.append(f"<p {reasons.muted()}>{escape(code.definition)}</p>")
        parts += self._because(one)
        if one.sentence is not None:
            parts += [_head(self.tr("What is written of it that fits")), self._sentence(one.sentence)]
        if one.examples:
            parts.append(_head(self.tr("Coded so by people")))
            parts.extend(self._example(example) for example in one.examples)
        elif one.basis == DEFINITION:
            unknown = escape(self.tr("Nobody has coded so yet."))
            parts.append(f"<p {reasons.muted()}>{unknown}</p>")
        if against := self._against(one):
            parts += [_head(self.tr("What speaks against")), *against]
        self.about.document().setDefaultStyleSheet("p { margin: 0 0 8px 0; } h4 { margin: 4px 0 4px 0; }")
        self.about.setHtml("".join(parts))

    def _because(self, one: Suggestion) -> list[str]:
        """Return what the score was made of: words in plain speech, and every figure once asked for."""
        before = [reason for reason in one.evidence if reason.end <= one.turn[0]]
        own = [reason for reason in one.evidence if reason.end > one.turn[0]]
        asked, said = self.tr("Show the figures"), reasons.words(own, one.basis != DEFINITION)
        parts = [_head(self.tr("Because of these words")), said] if own else [_head(self.tr("No single word tells"))]
        if not own and not before:
            together = escape(self.tr("Taken together, it is like what stands below."))
            parts.append(f"<p>{together}</p>")
        parts.append(reasons.asked(before))
        if self._figures:
            asked = self.tr("Hide the figures")
            parts.append(reasons.figures(one))
        return [*parts, f'<p><a href="{_FIGURES}" style="color:{theme.colours().muted}">{escape(asked)}</a></p>']

    def _sentence(self, one: MatchedSentence) -> str:
        said = escape(self.tr("said here: {words}").format(words=", ".join(one.shared)))
        return f"<p>{held(quoted(_bold(one.text, one.shared)))}<br><span {reasons.muted()}>{said}</span></p>"

    def _against(self, one: Suggestion) -> list[str]:
        """Return the rule that leaves out what is said here, and the code that people took instead."""
        found = [] if one.excluded is None else [self._sentence(one.excluded)]
        if one.instead is not None and one.instead.code in self._codes:
            said = self.tr("Where it was not this code, most often {code} was: {times} of {of} times.")
            code = self._codes[one.instead.code].label
            found.append(f"<p>{escape(said.format(code=code, times=one.instead.times, of=one.instead.of))}</p>")
        return found

    def _example(self, example: Example) -> str:
        shown = _bold(example.text, example.shared)
        info = self._documents.get(example.document)
        where = f"{example.document}/{example.start}/{example.end}"
        link = f'<a href="{where}" style="color:{theme.colours().muted}">{escape(info.name if info else "")}</a>'
        shares = f"<span {reasons.muted()}>{escape(self._shares(example))}</span>"
        return f"<p>{held(quoted(shown))}<br>{link} · {shares}</p>"

    def _shares(self, example: Example) -> str:
        if example.shared:
            return self.tr("both say: {words}").format(words=", ".join(example.shared))
        if example.alike == "meaning":
            return self.tr("no word in common, alike in meaning alone")
        return self.tr("little in common")

    def _go(self, url: QUrl) -> None:
        if url.path() == _FIGURES:
            self._figures = not self._figures
            self._explain()
            return
        document, start, end = map(int, url.path().split("/"))
        self.place_asked.emit(Place(document, start, end))


def _bold(text: str, words: Iterable[str]) -> str:
    """Return a few lines of a text as HTML, with these words, in whatever form, in bold."""
    pieces = clipped(" ".join(text.split()), stems(words), _CLIP)
    return "".join(f"<b>{escape(piece)}</b>" if hit else escape(piece) for piece, hit in pieces)


def _head(text: str) -> str:
    return f"<h4>{escape(text)}</h4>"
