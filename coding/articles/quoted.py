"""The quotations of an article: words in quotation marks, and block quotes, with what stands behind them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coding.articles.tex import CLOSE, OPEN

LEAST = 3  # words of a quotation; fewer are a term in quotation marks
_LONGEST = 8_000  # characters of a quotation; more is a mark that nobody closed
_LETTER = re.compile(r"[^\W_]+")
# Every expression can match in one way only: what it has taken it does not give back.
_DOUBLE = (
    re.compile(r"«([^«»]*+(?:«[^«»]*+»[^«»]*+)*+)»"),
    re.compile(r"“([^“”]*+(?:“[^“”]*+”[^“”]*+)*+)”"),
)
_OTHER = (re.compile(r"„([^„“”]*+)[“”]"), re.compile(r'(?<!\w)"([^"\n]++)"(?!\w)'))
_SINGLE = re.compile(r"(?<!\w)‘((?:[^‘’\n]|’(?=\w))++)’(?!\w)")
_BLOCK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*+){CLOSE}")
_BEHIND = re.compile(r"[.,;:!?…]?\s{0,3}(?:\[(?P<in>[^\[\]\n]++)\]|\((?P<by>[^()\n]++)\))")
_BY_DASH = re.compile(r"\s{0,3}(?:—|–|--?)\s?(?P<by>[^\n]{2,120})")
_AT_END = re.compile(r"(?:\[([^\[\]()\n]++)\]|\(([^\[\]()\n]++)\))[.\s]{0,3}$")
_REFERENCE = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bpp?\.\s?\d|\bibid\b|\bop\. cit", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words with what stands behind them; `place` is document, start and end where they are of the project.

    In an article they stand from `start` to `end`. Where it is not `sure` that they quote anybody, they are told only
    where somebody said them.
    """

    words: str
    attribution: str
    place: tuple[int, int, int] | None = None
    start: int = 0
    end: int = 0
    sure: bool = True

    @property
    def of_literature(self) -> bool:
        """Whether what stands behind is a reference to something printed."""
        return _REFERENCE.search(self.attribution) is not None


def within(text: str) -> list[Quoted]:
    """Return the quotations of an article in their order, each paragraph that stands in none as an unsure one."""
    blocks = [one for block in _BLOCK.finditer(text) for one in _block(text, block)]
    found = _apart(blocks, (_quoted(text, match) for one in (*_DOUBLE, *_OTHER) for match in one.finditer(text)))
    found = _apart(found, (_quoted(text, match, sure=False) for match in _SINGLE.finditer(text)))
    return _apart(found, _paragraphs(text))


def attributed(text: str) -> list[Quoted]:
    """Return the quotations between double marks that somebody stands behind: `« … » [function, firm]`."""
    found = _apart([], (_quoted(text, match) for one in _DOUBLE for match in one.finditer(text)))
    return [one for one in found if one.attribution and not one.of_literature]


def _quoted(text: str, match: re.Match[str], *, sure: bool = True) -> Quoted:
    said = " ".join(match[1].split())
    behind = _BEHIND.match(text, match.end())
    by = (behind["in"] or behind["by"]).strip() if behind else ""
    return Quoted(said, by if _LETTER.search(by) else "", None, match.start(1), match.end(1), sure)


def _block(text: str, match: re.Match[str]) -> Iterator[Quoted]:
    """Yield a block quote, or the quotations in it where it is made of them."""
    words, start, by = match[1], match.start(1), ""
    inside = [_quoted(text, one) for marks in _DOUBLE for one in marks.finditer(text, start, match.end(1))]
    if 2 * sum(one.end - one.start for one in inside) > len(words.strip()):
        yield from inside
        return
    own = _AT_END.search(words, max(0, len(words) - 200))
    if own and _names(named := own[1] or own[2]):
        words, by = words[: own.start()], named
    elif behind := _BEHIND.match(text, match.end()) or _BY_DASH.match(text, match.end()):
        by = next(filter(None, behind.groups()))
    yield Quoted(" ".join(words.split()), by.strip(), None, start, start + len(words))


def _names(said: str) -> bool:
    """Say whether words in brackets at the end of a block may name who said it, and are no laughter or cut."""
    return any(map(str.isdigit, said)) or "," in said or said[:1].isupper()


def _paragraphs(text: str) -> Iterator[Quoted]:
    """Yield every paragraph: one may be a quotation that no mark and no style tells."""
    for match in re.finditer(r"[^\n]++", text):
        words, by = match[0].strip(OPEN + CLOSE), ""
        own = _AT_END.search(words, max(0, len(words) - 200))
        if own and _names(named := own[1] or own[2]):
            words, by = words[: own.start()], named
        yield Quoted(" ".join(words.split()), by, None, match.start(), match.end(), sure=False)


def _apart(known: list[Quoted], found: Iterable[Quoted]) -> list[Quoted]:
    """Return what is known and what was found and lies on none of it, in order: of those within another the outer."""
    kept = sorted(known, key=lambda one: one.start)
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        at = bisect_left(kept, one.start, key=lambda other: other.start)
        near = kept[max(0, at - 1) : at + 1]
        if len(_LETTER.findall(one.words)) < LEAST or one.end - one.start > _LONGEST:
            continue
        if all(one.end <= other.start or other.end <= one.start for other in near):
            kept.insert(at, one)
    return kept
