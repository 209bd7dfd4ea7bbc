"""Words of French and English text, folded alike for texts and queries, each with its true place.

A word is a run of letters and digits, in lower case, without accents, with œ as oe and every apostrophe as '. Hyphens
separate. An elided article or pronoun is no word before a full word (`l'expérience` is `experience`) but is one before
a small word (`c'est` is `c`, `est`), so that phrases of small words stay exact. What is written for both genders is
one word, without its feminine ending: `client·e·s`, `client.e.s` and `client(e)s` are `clients`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

_SMALL = """
a afin ai aie ailleurs ainsi alors apres as au aucun aucune aupres aura aurai auraient aurais aurait auras aurez
aurons auront aussi autour autre autres aux avaient avais avait avant avec avez aviez avions avoir avons ayant bien
c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre d dans de dehors
depuis derriere des desormais deux devant doit donc dont du en encore entre envers es est et etaient etais etait
etant etes etiez etions etre eu eurent eut eux fait faire fois font fut hors il ils ici j je jusqu jusque l la
le les leur leurs lors lorsqu lorsque lui m ma main mais malgre me meme memes mes mien moi moins mon n ne ni non
nos notre nous on ont or ou ont outre par parce parmi pas pendant peu peut plus pour pourquoi pres puis puisqu
puisque qu quand que quel quelle quelles quelqu quels qui quoi quoiqu quoique s sa sans se selon sera serait ses si
sien soi soit sommes son sont sous suis sur t ta tant te tel telle tes toi ton tous tout toute toutes tres tu un
une va vais vas vers voici voila vont vos votre vous vu y
about above after again all am an and any are at be been before being below between both but by can could did do
does doing down during each ever few for from further had has have having he her here hers him his how i if in into
is it its itself may me more most my no nor not of off once one only or other our out over own same she should so
some such than that the their them then there these they this those through to too under until very was we were
what when where which while who whom why will with would you your
"""
SMALL = frozenset(_SMALL.split())
"""Function words of both languages, folded: never taken as a part of a compound, never bare of their elision."""

_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200d\u2060\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f\ufeff"
)
_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u2032\uff07"
_WRITTEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | dict.fromkeys(map(ord, _APOSTROPHES), "'")
_UNFOLDED = {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}


# Feminine endings that are no words of their own; others that are; and those that only words in -eur take.
_ENDING = "(?:e(?:nne|sse|ve|\u0300(?:re|ve))?|è(?:re|ve)|i(?:e(?:nne|\u0300re)|ère|ne|ve)|sse|ve|fe|ue)"
_WORDLIKE = "(?:ale|belle|elle|euse|ice|la|le|ne|que|rice|se|te|trice)"
_OF_EUR = "(?<=eur.)(?:euse|ice|rice|trice)"


def _both_genders(letter: str) -> str:
    """The feminine ending after a word that is written for both genders, with an s where it is for several people."""
    dot, joint, end = "[·•‧⋅]", "[.‐‑-]", f"(?!{letter})"
    dotted = f"(?i:{dot}(?:{_ENDING}|{_WORDLIKE})(?:{dot}?s)?)"
    # Full stops and hyphens join words as well (amazon.es): what may be one counts only where the plural shows it.
    joined = f"{joint}(?:(?:{_ENDING}|{_OF_EUR})(?:{joint}s)?|{_WORDLIKE}{joint}s)"
    bracketed = rf"(?i:\((?:{_ENDING}|{_WORDLIKE})(?:s\)|\)(?:s|\(s\))?))"
    return f"(?=[·•‧⋅.‐‑(-])(?<={letter}{letter}|{letter}[{_MARKS}])(?:{dotted}|{joined}|{bracketed}){end}"


def _units(letter: str) -> re.Pattern[str]:
    """What lies between two separators of the raw text: letters with their marks, apostrophes within, both genders."""
    return re.compile(f"({letter}+(?:[{_MARKS}{_APOSTROPHES}]+{letter}+)*[{_MARKS}]*)({_both_genders(letter)})?")


def _terms(letter: str) -> re.Pattern[str]:
    """The words of a folded unit; the group holds the word without its elision."""
    small = "|".join(sorted(SMALL))
    return re.compile(
        f"(?:(?:qu|[cdjlmnst])'+(?={letter})(?!(?:{small})(?!{letter})))?(aujourd'hui(?!{letter})|{letter}+)"
    )


_UNIT, _TERM = _units(r"[^\W_]"), _terms(r"[^\W_]")
_WILD_UNIT, _WILD_TERM = _units(r"(?:[^\W_]|[*?])"), _terms(r"(?:[^\W_]|[*?])")


class Token(NamedTuple):
    """A folded word and its place in the text, in code points."""

    term: str
    start: int
    end: int


class _Folded(dict[str, str]):
    """Each character as it is compared: a few letters at most, nothing for a mark."""

    def __missing__(self, character: str) -> str:
        if unicodedata.combining(character) or re.match(f"[{_MARKS}]", character):
            folded = ""
        elif character in _APOSTROPHES:
            folded = "'"
        else:
            plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
            folded = "".join(_UNFOLDED.get(c, c) for c in plain if not unicodedata.combining(c))
            if folded and character.isalnum() and not folded.isalnum():
                folded = character  # ¼ stays one word: taken apart, 1 and 4 would stand at one place
        self[character] = folded
        return folded


_folded = _Folded()


def fold(text: str) -> str:
    """Return `text` as it is compared: without case, accents and ligatures; the length may change."""
    return "".join([_folded[character] for character in text])


@lru_cache(maxsize=65_536)
def chunk_tokens(chunk: str) -> tuple[Token, ...]:
    """Return the words of what stands between two white spaces, with their places in it.

    No word goes over white space, and chunks come again and again: texts are read so, many times faster.
    """
    return tuple(tokens(chunk))


def _words_in(unit: str, ending: str, expression: re.Pattern[str]) -> list[Token]:
    """Return the words of a unit; the last one takes in the ending that makes it a word for both genders."""
    found = list(_terms_in(unit, expression))
    if ending and found:
        term, start, _ = found[-1]
        several = ending.rstrip(")").lower().endswith("s") and term[-1] not in "sxz"
        found[-1] = Token(f"{term}s" if several else term, start, len(unit) + len(ending))
    return found


def _terms_in(unit: str, expression: re.Pattern[str]) -> Iterator[Token]:
    pieces = [_folded[character] for character in unit]
    source = [at for at, piece in enumerate(pieces) for _ in piece]
    for match in expression.finditer("".join(pieces)):
        first, last = match.span(1)
        end = source[last - 1] + 1
        while end < len(pieces) and not pieces[end]:
            end += 1
        yield Token(match[1], source[first], end)


def form_of(word: str) -> str:
    """Return a word as it is written, but for invisible characters and the shape of its apostrophe."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word).translate(_WRITTEN)


def tokens(text: str) -> list[Token]:
    """Return every word of `text` in order, with the exact span it was read from.

    >>> tokens("L’expérience client")
    [Token(term='experience', start=2, end=12), Token(term='client', start=13, end=19)]
    """
    found = []
    for match in _UNIT.finditer(text):
        (unit, ending), at = match.groups(""), match.start()
        # Most units are one plain word, and need no second look.
        folded = unit.lower() if unit.isascii() else fold(unit)
        if not ending and unit.isalnum() and folded.isalnum() and _folded[unit[0]]:
            found.append(Token(folded, at, match.end()))
        else:
            found += [Token(term, at + start, at + end) for term, start, end in _words_in(unit, ending, _TERM)]
    return found


def places_of(text: str, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return start and end of some words of a text, by number, in code points; the rest of it is only counted."""
    counts = list(accumulate(map(len, map(chunk_tokens, text.split())), initial=0))
    found: dict[int, tuple[int, int]] = {}
    left, passed = text.lstrip(), 0
    for number in sorted(set(numbers)):
        chunk = bisect_right(counts, number) - 1
        if chunk + 1 == len(counts):
            break
        left, passed = left.split(None, chunk - passed)[-1], chunk
        _, start, end = chunk_tokens(left.split(None, 1)[0])[number - counts[chunk]]
        begin = len(text) - len(left)
        found[number] = begin + start, begin + end
    return found


def wild_words(text: str) -> list[str]:
    """Return the words of a piece of a query, where `*` and `?` count as letters; a lone `?` is punctuation."""
    found = [token.term for _, token in _wild_tokens(text)]
    return [re.sub(r"\*+", "*", word) for word in found if word.strip("?")]


def exact_words(text: str) -> list[str]:
    """Return the words of a piece of a query as they are written, with `*` and `?` as in `wild_words`."""
    found = [form_of(unit[token.start : token.end]) for unit, token in _wild_tokens(text)]
    return [re.sub(r"\*+", "*", word) for word in found if word.strip("?")]


def _wild_tokens(text: str) -> Iterator[tuple[str, Token]]:
    for match in _WILD_UNIT.finditer(text):
        yield from ((match[0], token) for token in _words_in(match[1], match[2] or "", _WILD_TERM))


def is_pattern(word: str) -> bool:
    """Say whether `*` (any letters) or `?` (one letter) stands in the word."""
    return "*" in word or "?" in word


def joinable(first: str, second: str) -> bool:
    """Say whether two words side by side may be one compound: `omni canal`, `1 200`, but not `par le`."""
    if first.isdecimal() and second.isdecimal():
        return len(second) == 3 and len(first) <= 3 and first[0] != "0"
    return (
        len(first) + len(second) >= 5
        and len(second) >= 2
        and (first + second).isalpha()
        and first not in SMALL
        and second not in SMALL
    )


class WordAnalyzer:
    """The same words in the shape that Whoosh asks for, so that its own tools read the index as we do."""

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        tokenize: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        **wanted: Any,
    ) -> Iterator[Any]:
        """Yield one Whoosh token a word; with `tokenize=False` the folded value whole, as wildcards need it."""
        from whoosh.analysis import Token as WhooshToken

        token = WhooshToken(positions, chars, mode=wanted.get("mode", ""))
        token.boost, token.stopped = 1.0, False
        found = tokens(value) if tokenize else [Token(fold(value), 0, len(value))]
        for token.pos, (token.text, start, end) in enumerate(found, start_pos):
            token.startchar, token.endchar = start_char + start, start_char + end
            yield token

    def has_morph(self) -> bool:
        """Say that words are kept as they are said, not reduced to stems."""
        return False
