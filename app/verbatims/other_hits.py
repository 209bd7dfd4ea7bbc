"""Documents, memos or codes that a search found: a list of cards, laid out where they are looked at."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app import theme
from app.eliding import in_words
from app.indexes import NOWHERE, Index
from app.reader.theme import mixed
from app.verbatims.typesetting import Frame, LaidWords, block, frame, separator, skipped, write

if TYPE_CHECKING:
    from coding.search.other_hits import HitPart, OtherHit, OtherHits

_LEFT, _ABOVE, _GAP, _BAR = 24, 12, 4, 3
_LINES = 2  # of the words of what is not unfolded
_KEPT = 300
_FEW = 40


class _HitsModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: OtherHits | None = None
        self._read: OrderedDict[int, OtherHit] = OrderedDict()

    def take(self, hits: OtherHits | None) -> None:
        self.beginResetModel()
        self.hits = hits
        self._read.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.hits is None else len(self.hits)

    def hit(self, at: int) -> OtherHit:
        found = self._read.get(at)
        if found is None:
            assert self.hits is not None
            found = self._read[at] = self.hits.hit(at)
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(part.text for part in self.hit(index.row()).parts)
        return None


@dataclass(slots=True)
class _Card:
    head: LaidWords | None
    about: str
    turns: str
    colour: str
    blocks: list[LaidWords]
    height: int


class OtherHitsList(QListView):
    """Shows hits; `opened()` says that the current one is to be opened."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.size_pt = float(theme.TEXT_SIZE)
        self.unfolded: set[int] = set()
        self.faded = False
        self._cards: OrderedDict[int, _Card] = OrderedDict()
        self._frame: Frame | None = None
        self.model_ = _HitsModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setAccessibleName(self.tr("What was found"))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    # what is shown

    def part_names(self) -> dict[str, str]:
        """Give the names of the words of memos and codes, where they need one."""
        return {
            "short": self.tr("In short"),
            "include": self.tr("Include"),
            "exclude": self.tr("Exclude"),
            "typical": self.tr("Typical"),
            "atypical": self.tr("Atypical"),
            "cue": self.tr("Cues"),
            "alias": self.tr("Other name"),
            "memo": self.tr("Memo"),
        }

    def counted(self) -> str:
        """Say how many there are."""
        scope, count = self._scope(), self.model_.rowCount()
        return {
            "documents": self.tr("%n document(s)", "", count),
            "memos": self.tr("%n memo(s)", "", count),
        }.get(scope, self.tr("%n code(s)", "", count))

    def nothing(self) -> str:
        """Say what to do where there is none."""
        search = None if self.hits is None else self.hits.search
        if search is not None and search.chosen:
            return self.tr("Nothing matches this query and these choices.")
        asked = search is not None and bool(search.query.strip())
        return {
            "documents": (
                self.tr("There is nothing to read yet: import interviews first."),
                self.tr("No document matches; its turns together must have all the words."),
            ),
            "memos": (
                self.tr("There is no memo yet; Ctrl+M writes one on what you read."),
                self.tr("No memo's title or text matches."),
            ),
        }.get(
            self._scope(),
            (
                self.tr("There is no code yet: make one on the Code page."),
                self.tr("No code's name, definition, examples or memos match."),
            ),
        )[asked]

    def _scope(self) -> str:
        return "" if self.hits is None else self.hits.search.scope

    @property
    def hits(self) -> OtherHits | None:
        """What is shown."""
        return self.model_.hits

    @property
    def at(self) -> int | None:
        """The current row."""
        row = self.currentIndex().row()
        return row if row >= 0 else None

    @property
    def current(self) -> OtherHit | None:
        """What is at the current row."""
        return None if self.at is None else self.model_.hit(self.at)

    def show_hits(self, hits: OtherHits | None) -> None:
        """Show others; the current one stays so if it is among them."""
        before = self.hits
        key = None
        if before is not None and hits is not None and self.at is not None:
            key = before.key(self.at) if before.search.scope == hits.search.scope else None
        if before is None or hits is None or before.search.scope != hits.search.scope:
            self.unfolded.clear()
        self.model_.take(hits)
        self._cards.clear()
        if hits is not None and len(hits):
            keys = {hits.key(at): at for at in range(len(hits))} if key is not None else {}
            self.setCurrentIndex(self.model_.index(keys.get(key or 0, 0)))

    def fade(self, faded: bool) -> None:
        """Show that these are not, or not yet, what was asked for."""
        if faded != self.faded:
            self.faded = faded
            self.viewport().update()

    def restyle(self, size_pt: float) -> None:
        """Take on the colours and the size of text."""
        self.size_pt = size_pt
        self._relay()

    def _relay(self) -> None:
        self._cards.clear()
        self._frame = None
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relay()

    def step(self, steps: int) -> None:
        """Go so many rows on."""
        at = max(0, min((-1 if self.at is None else self.at) + steps, self.model_.rowCount() - 1))
        if at >= 0:
            self.setCurrentIndex(self.model_.index(at))

    def toggle(self) -> None:
        """Unfold the words of the current one, or fold them again."""
        if self.at is None or self.hits is None:
            return
        self.unfolded ^= {self.hits.key(self.at)}
        self._cards.pop(self.at, None)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    # cards

    def frame(self) -> Frame:
        """Give what all cards at this width share."""
        if self._frame is None:
            self._frame = frame(self.viewport().width(), self.size_pt, QFont(self.font()), {}, {}, tagged=False)
        return self._frame

    @property
    def short(self) -> bool:
        """Whether each card has the height it needs: there are few; of many none is laid out before it is seen."""
        return self.model_.rowCount() <= _FEW and self._scope() != "documents"

    def folded_height(self) -> int:
        """Give the height of a card that is not unfolded."""
        type_ = self.frame().type
        return 2 * _ABOVE + type_.pitch + type_.line + 2 * _GAP + _LINES * type_.pitch

    def card(self, at: int) -> _Card:
        """Give a hit laid out."""
        known = self._cards.get(at)
        if known is None:
            known = self._cards[at] = self._laid_out(at)
            if len(self._cards) > _KEPT:
                self._cards.popitem(last=False)
        return known

    def _laid_out(self, at: int) -> _Card:
        assert self.hits is not None
        hit, made = self.model_.hit(at), self.frame()
        whole = self.hits.key(at) in self.unfolded
        titled = bool(hit.parts) and hit.parts[0].name != "body"
        turns = self.tr("%n turn(s)", "", hit.turns) if hit.turns else ""
        beside = math.ceil(QFontMetricsF(made.type.small).horizontalAdvance(turns)) + 16 if turns else 0
        inner = replace(made, text=max(made.text - beside, made.text // 2))
        head = _part(hit.parts[0], inner, 1, bold=True, skips=False) if titled else None
        rest = _together(hit.parts[1:] if titled else hit.parts)
        if whole:
            shown = [*(hit.parts[:1] if head is not None and head.more else ()), *rest]
        else:
            shown = [part for part in rest if part.matches][:1] or rest[:1]
        about = self._about(hit)
        lines = None if whole else _LINES + (0 if titled and about else 1)
        names = self.part_names()
        blocks = [_part(part, made, lines, names.get(part.name, "")) for part in shown]
        above = _ABOVE + (made.type.pitch + _GAP if titled else 0) + (made.type.line + _GAP if about else 0)
        height = above + sum(laid.height + _GAP for laid in blocks) + _ABOVE - _GAP
        code = self.hits.moment.codes.get(hit.code) if hit.code is not None else None
        return _Card(head, about, turns, code.colour if code else "", blocks, height)

    def _about(self, hit: OtherHit) -> str:
        assert self.hits is not None
        about = hit.about
        if self.hits.search.scope == "memos":
            from app.memos.words import kind_names

            about = (kind_names().get(about[0], about[0]), *about[1:])
        return " · ".join(filter(None, about))


def _together(parts: Sequence[HitPart]) -> list[HitPart]:
    """Give parts, the cues of a code as one."""
    cues = [part for part in parts if part.name == "cue"]
    found = [part for part in parts if part.name != "cue"]
    if cues:
        text, matches = "", list[tuple[int, int]]()
        for cue in cues:
            text += " · " if text else ""
            matches += [(start + len(text), end + len(text)) for start, end in cue.matches]
            text += cue.text
        found.append(replace(cues[0], text=text, matches=tuple(matches)))
    return found


def _part(
    part: HitPart, made: Frame, most: int | None, label: str = "", *, bold: bool = False, skips: bool = True
) -> LaidWords:
    """Lay out words behind their label, every match marked; those around the first match where not all fit."""
    reader = theme.reader_theme()
    places = [(start - part.start, end - part.start) for start, end in part.matches]
    skip = skipped(part.text, [start for start, _ in places], made, most) if most and skips else 0
    text, lead = part.text[skip:], (f"{label} · " if label else "") + ("… " if skip else "")
    if most is not None:
        text = text[: int(made.text / made.type.letter * 1.5) * (most + 1)]
    shift = skip - len(lead)
    places = [(start - shift, end - shift) for start, end in places if end > skip]
    mark = mixed(reader.background, reader.accent, 0.30)
    grounds = [(start, end, mark, False) for start, end in places]
    heavy = [(0, len(lead + text))] if bold else places
    return block(lead + text, made, most, reader.text, grounds, heavy, skip + len(text) < len(part.text))


class _Painter(QStyledItemDelegate):
    """Paints cards."""

    def __init__(self, view: OtherHitsList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view, hits, at = self._view, self._view.hits, index.row()
        if hits is not None and (view.short or (view.unfolded and hits.key(at) in view.unfolded)):
            return QSize(100, view.card(at).height)
        return QSize(100, view.folded_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, colours, box = self._view, theme.colours(), QRect(option.rect)
        made, card = view.frame(), view.card(index.row())
        painter.save()
        painter.setOpacity(0.45 if view.faded else 1.0)
        if view.selectionModel().isSelected(index):
            shade = QColor(colours.selection)
            shade.setAlphaF(0.55)
            painter.fillRect(box, shade)
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height()), QColor(colours.accent))
        left, y = box.left() + _LEFT, box.top() + _ABOVE
        painter.setFont(made.type.small)
        wide = QFontMetricsF(made.type.small).horizontalAdvance(card.turns)
        write(painter, left + made.text - wide, y, wide, made.type.pitch, card.turns, colours.muted)
        if card.colour:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.code_colour(card.colour))
            painter.drawEllipse(QPointF(left - 11, y + made.type.pitch / 2), 4.5, 4.5)
        if card.head is not None:
            card.head.paint(painter, left, y)
            y += made.type.pitch + _GAP
        painter.setFont(made.type.small)
        about = in_words(card.about, made.text, QFontMetricsF(made.type.small).horizontalAdvance)
        write(painter, left, y, made.text, made.type.line, about, colours.muted)
        y += made.type.line + _GAP if about else 0
        for laid in card.blocks:
            laid.paint(painter, left, y)
            y += laid.height + _GAP
        separator(painter, box.left(), box.right(), box.bottom())
        painter.restore()
