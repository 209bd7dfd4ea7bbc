"""The flow from descriptive codes to concepts: a band for each link, as wide as the segments that come by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from coding.figures import layout, words
from coding.figures.choices import FigureChoice
from coding.figures.letters import width
from coding.figures.paper import ACCENT, DEEP, EDGE, LINE, MUTED, SIZE, SMALL, SOFT, Figure, Opens, Paper
from coding.moment import shown
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from corpus.errors import NothingThere

_GAP, _SLOT, _BAR = 1.6, 3.4, 2.2  # mm
_LOW, _HIGH = 60.0, 225.0
_MOST = 45
_WORDS = {
    "fr": {
        "title": "Des codes descriptifs aux concepts",
        "from": "Codes descriptifs",
        "to": "Concepts",
        "alt": "Flux de {codes} vers {concepts}, par {links} et {segments}. Le lien le plus fourni va de"
        " {where} ({number}).",
        "loose": "Ne figurent pas ici\u00a0: {codes} sans lien.",
        "arrow": "{one} → {other}",
        "links": "Montré ici\u00a0: {shown} codes reliés sur {all}.",
    },
    "en": {
        "title": "From descriptive codes to concepts",
        "from": "Descriptive codes",
        "to": "Concepts",
        "alt": "Flow of {codes} to {concepts}, by {links} and {segments}. Most go from {where} ({number}).",
        "loose": "Not shown here: {codes} without a link.",
        "arrow": "{one} → {other}",
        "links": "Shown here: {shown} linked codes of {all}.",
    },
}


@dataclass(frozen=True)
class Band:
    """A link with the spans that come by it."""

    source: int
    target: int
    spans: tuple[int, ...]


def bands(moment: Moment) -> list[Band]:
    """Return the links of the codes that are seen, by which anything comes."""
    codes, found = shown.codes(moment), list[Band]()
    for source, target in dict.fromkeys((link.source, link.target) for link in moment.links):
        if source in codes and target in codes:
            spans = tuple(moment.net.brought(source, target).tolist())
            found += [Band(source, target, spans)] if spans else []
    return found


def flow(moment: Moment, choice: FigureChoice) -> Figure:
    """Draw the links from descriptive codes to concepts, of those codes that bring most."""
    layout.something(len(moment.coded.codings))
    wanted = set(moment.codes if choice.codes is None else choice.codes)
    framework = (choice.rows or "").partition(":")[2]
    every = [
        one
        for one in bands(moment)
        if {one.source, one.target} & wanted and (not framework or moment.codes[one.target].framework == framework)
    ]
    if not every:
        raise NothingThere("There is nothing to draw: no link brings a segment to a concept.")
    sources = list(dict.fromkeys(one.source for one in every))
    totals = [sum(len(one.spans) for one in every if one.source == key) for key in sources]
    kept = {sources[n] for n in layout.most(totals, choice.most or _MOST)}
    return _Flow(moment, [one for one in every if one.source in kept], len(sources), Paper(choice.width)).drawn()


class _Flow:
    def __init__(self, moment: Moment, found: list[Band], every: int, paper: Paper) -> None:
        self.moment, self.bands, self.every, self.paper = moment, found, every, paper
        self.language = words.spoken(moment)
        order = {key: n for n, key in enumerate(moment.codes)}
        self.targets = sorted({one.target for one in found}, key=order.__getitem__)
        place = {key: n for n, key in enumerate(self.targets)}
        pulled = {
            key: sum(place[one.target] * len(one.spans) for one in found if one.source == key) / self.total(key)
            for key in {one.source for one in found}
        }
        self.sources = sorted(pulled, key=lambda key: (pulled[key], order[key]))
        told = [words.number(self.total(key), self.language) for key in (*self.sources, *self.targets)]
        self.numbers = max(width(one, SMALL) for one in told) + 1.4
        self.names = {key: layout.named(moment, key) for key in (*self.sources, *self.targets)}
        side = paper.width * 0.32
        rooms = [
            layout.room_for((self.names[key] for key in keys), 12, side, SIZE) + self.numbers + _BAR + 3
            for keys in (self.sources, self.targets)
        ]
        self.left, self.right = EDGE + rooms[0], paper.width - EDGE - rooms[1]
        self.top = EDGE + LINE + 2
        self.high = min(max(_LOW, len(self.sources) * 5.6, len(self.targets) * 7.0), _HIGH)
        self.scale = min(self._scale(self.sources), self._scale(self.targets))

    def total(self, key: int) -> int:
        return sum(len(one.spans) for one in self.bands if key in (one.source, one.target))

    def _scale(self, keys: list[int]) -> float:
        """Return how many mm a segment is wide, where small codes take the room of their names."""
        low, high = 0.0, self.high
        for _ in range(30):
            middle = (low + high) / 2
            needed = sum(max(self.total(key) * middle, _SLOT) + _GAP for key in keys)
            low, high = (middle, high) if needed <= self.high else (low, middle)
        return low

    def _stacked(self, keys: list[int]) -> dict[int, float]:
        """Return where each code's bar begins, all of them spread over the height."""
        slots = [max(self.total(key) * self.scale, _SLOT) for key in keys]
        gap = (self.high - sum(slots)) / max(len(keys) - 1, 1) if len(keys) > 1 else 0.0
        found, y = {}, self.top if len(keys) > 1 else self.top + (self.high - slots[0]) / 2
        for key, slot in zip(keys, slots, strict=True):
            found[key] = y + (slot - self.total(key) * self.scale) / 2
            y += slot + gap
        return found

    def drawn(self) -> Figure:
        paper, said = self.paper, _WORDS[self.language]
        paper.words(self.left, EDGE + LINE / 2, said["from"], size=SMALL, across="right", colour=MUTED)
        paper.words(self.right, EDGE + LINE / 2, said["to"], size=SMALL, colour=MUTED)
        starts, ends = self._stacked(self.sources), self._stacked(self.targets)
        self._ribbons(dict(starts), dict(ends))
        for keys, places, x, fill in (
            (self.sources, starts, self.left, ACCENT),
            (self.targets, ends, self.right, DEEP),
        ):
            paper.bars(
                [
                    (x - (_BAR if x == self.left else 0), places[key], _BAR, self.total(key) * self.scale)
                    for key in keys
                ],
                fill,
            )
            for key in keys:
                self._node(key, places[key], left=x == self.left)
        return self._cut()

    def _ribbons(self, starts: dict[int, float], ends: dict[int, float]) -> None:
        order = {key: n for n, key in enumerate((*self.sources, *self.targets))}
        by_end = sorted(self.bands, key=lambda one: (order[one.target], order[one.source]))
        landed = {}
        for one in by_end:
            landed[one.source, one.target] = ends[one.target]
            ends[one.target] += len(one.spans) * self.scale
        for one in sorted(self.bands, key=lambda one: (order[one.source], order[one.target])):
            wide, begun = len(one.spans) * self.scale, starts[one.source]
            starts[one.source] += wide
            self.paper.ribbon(self.left, begun, self.right, landed[one.source, one.target], wide, SOFT)
            arrow = _WORDS[self.language]["arrow"].format(one=self.names[one.source], other=self.names[one.target])
            said = words.told(arrow, words.counted(len(one.spans), "codings", self.language), self.language)
            reach = (self.right - self.left) * 0.3
            self.paper.spot(self.left, begun, reach, max(wide, 0.4), said, self._opens(one.spans), len(one.spans))

    def _opens(self, spans: tuple[int, ...]) -> Opens:
        return partial(_items, self.moment, spans)

    def _node(self, key: int, y: float, *, left: bool) -> None:
        total, room = (
            self.total(key),
            (self.left if left else self.paper.width - self.right) - EDGE - self.numbers - _BAR - 1,
        )
        middle, name = y + total * self.scale / 2, self.names[key]
        x = self.left - _BAR - 1 if left else self.right + _BAR + 1
        number = words.number(total, self.language)
        self.paper.words(x, middle, number, size=SMALL, across="right" if left else "left", colour=MUTED)
        beside = x - self.numbers if left else x + self.numbers
        lines = 1 if left else 2
        self.paper.label(beside, middle, name, room, lines=lines, across="right" if left else "left", bold=not left)
        spans = tuple(sorted({n for one in self.bands if key in (one.source, one.target) for n in one.spans}))
        said = words.told(name, words.counted(total, "codings", self.language), self.language)
        edge = EDGE if left else self.right
        wide = self.left - EDGE if left else self.paper.width - EDGE - self.right
        self.paper.spot(edge, middle - _SLOT / 2, wide, _SLOT, said, self._opens(spans), total)

    def _cut(self) -> Figure:
        said, language = _WORDS[self.language], self.language
        codes = [one for one in shown.codes(self.moment).values() if one.framework is None]
        linked = {key for link in self.moment.links for key in self.moment.net.subtree(link.source)}
        loose = sum(one.key not in linked for one in codes)
        notes = (
            [said["links"].format(shown=len(self.sources), all=self.every)] if len(self.sources) < self.every else []
        )
        notes += [said["loose"].format(codes=words.counted(loose, "codes", language))] if loose else []
        bottom, notes = layout.foot(self.paper, self.top + self.high + 1, language, notes)
        most = max(self.bands, key=lambda one: len(one.spans))
        alt = said["alt"].format(
            codes=words.counted(len(self.sources), "codes", language),
            concepts=words.counted(len(self.targets), "concepts", language),
            links=words.counted(len(self.bands), "links", language),
            number=len(most.spans),
            segments=words.counted(sum(len(one.spans) for one in self.bands), "codings", language),
            where=said["arrow"].format(one=self.names[most.source], other=self.names[most.target]),
        )
        return self.paper.cut("flow", said["title"], alt, language, bottom, notes)


def _items(moment: Moment, spans: tuple[int, ...]) -> list[EvidenceItem]:
    return moment.net.every(spans)
