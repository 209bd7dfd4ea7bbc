"""Where secrets stand in a text, however they are written, and what stands there instead.

Rather one word too many goes than one too few: accents, case, hyphens, plurals and one wrong letter make no
difference, a person's initials go with the name, and so does each part of it that is no common word in small letters.
Where one part is several people's, what stands there names them all. A text stays readable: in French `de Carrefour`
becomes `d'[entreprise 4]`, and `d'Anne` becomes `de [participant 7]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from coding.moment import elision
from corpus import words

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[\s_'’.,/+&·:@()-]{0,4}")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})
_AND = frozenset({"et", "and"})
_SHORTEST = 3  # letters of a part of a name that is masked in small letters, too
_SHORTEST_MISSPELT = 6  # letters of a name that is known with one of them wrong

Hidden = tuple[int, int, str]
"""From where to where in a text, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that may not be read, and what stands for them.

    `noun` says that they may be a common word, which stays where it is in small letters; `upper` that they begin with
    an initial, which is none in small letters, and stand alone only with dots (`L.P.`).
    """

    said: str
    shown: str
    noun: bool = False
    upper: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    secret: Secret


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    said: str


class Hiding:
    """Secrets by the words they are made of.

    `common` are the words of the language, `public` names that may be read.
    """

    def __init__(
        self, secrets: Iterable[Secret], *, language: str, common: frozenset[str], public: Iterable[str] = ()
    ) -> None:
        self.language, self.common = language, common
        self.public = frozenset(token for name in public for token in tokens(name))
        entries: dict[tuple[str, ...], Secret] = {}
        for secret in secrets:
            for made in _written(secret.said):
                entries[made] = _both(entries.get(made), secret, language)
        self._starts: dict[str, list[_Entry]] = {}
        for made, secret in sorted(entries.items(), key=lambda one: (-len(one[0]), one[0])):
            self._starts.setdefault(made[0], []).append(_Entry(made, secret))
        self._met: dict[str, tuple[_Entry, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._starts)

    def found(self, text: str) -> list[Hidden]:
        """Return what is replaced in a text, in its order, without overlap."""
        # Most texts hold none of them, which is known by their words alone.
        if not self._starts or not any(map(self._begun, set(_TOKEN.findall(text)))):
            return []
        spans = [_Token(*one.span(), one[0]) for one in _TOKEN.finditer(text)]
        found, at = list[Hidden](), 0
        while at < len(spans):
            taken = self._at(text, spans, at)
            if taken is None:
                at += 1
                continue
            last, shown = taken
            _put(found, text, (spans[at].start, spans[last].end, shown), self.language)
            at = last + 1
        return found

    def _at(self, text: str, spans: list[_Token], at: int) -> tuple[int, str] | None:
        """Return the last token of the longest secret that begins at a token, and what stands for it."""
        for entry in self._begun(spans[at].said):
            last = _reach(text, spans, at, entry.words)
            if last is not None and self._meant(text[spans[at].start : spans[last].end], entry.secret):
                return last, entry.secret.shown
        return None

    def _meant(self, said: str, secret: Secret) -> bool:
        """Say whether these words are the secret, and no common word that is spelt alike."""
        if secret.upper:
            return said[:1].isupper() and (not _only_initials(said) or (said.isupper() and "." in said))
        if not said.islower():
            return True
        return len(said) >= _SHORTEST and not (secret.noun and self._common(said))

    def _begun(self, said: str) -> tuple[_Entry, ...]:
        """Return the secrets that a word may begin, or be, the longest first; each word is looked up once."""
        found = self._met.get(said)
        if found is None:
            plain = fold(said)
            found = tuple(self._starts.get(plain, ()))
            if plain.endswith("s"):
                found += tuple(one for one in self._starts.get(plain[:-1], ()) if len(one.words) == 1)
            if not found:
                found = self._misspelt(plain)
            self._met[said] = found
        return found

    def _misspelt(self, plain: str) -> tuple[_Entry, ...]:
        """Return the secrets of one word that differ from this one in a letter; none where it is a word in use."""
        if len(plain) < _SHORTEST_MISSPELT - 1 or plain in self.public or self._common(plain):
            return ()
        near = {name for form in (plain, *_without_one(plain)) for name in self._near.get(form, ())}
        return tuple(
            one
            for name in sorted(near)
            if _one_apart(plain, name)
            for one in self._starts[name]
            if len(one.words) == 1 and not one.secret.upper
        )

    @cached_property
    def _near(self) -> Mapping[str, list[str]]:
        """Each name of one long word under itself and under what it is with a letter left out."""
        found: dict[str, list[str]] = {}
        for name, entries in self._starts.items():
            if len(name) >= _SHORTEST_MISSPELT and name.isalpha() and any(len(one.words) == 1 for one in entries):
                for form in (name, *_without_one(name)):
                    found.setdefault(form, []).append(name)
        return found

    def _common(self, word: str) -> bool:
        """Say whether a word in small letters is one of the language, also in the plural."""
        return word in self.common or word.rstrip("sx") in self.common


def _put(found: list[Hidden], text: str, hidden: Hidden, language: str) -> None:
    """Add what is hidden; where the last one stands for the same, as first name and name do, the two become one."""
    start, end, shown = hidden
    if found and found[-1][2].endswith(shown) and not text[found[-1][1] : start].strip(" -\u00a0"):
        found[-1] = found[-1][0], end, found[-1][2]
    else:
        found.append(elision.readable(text, start, end, shown, language, found[-1][1] if found else 0))


def _only_initials(said: str) -> bool:
    return all(len(one) == 1 for one in _TOKEN.findall(said))


def fold(word: str) -> str:
    """Return a word without case, accents and strokes."""
    return words.folded(word).translate(_LETTERS)


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text, folded; `et`, `and` and & between others are none."""
    found = [fold(one) for one in _TOKEN.findall(text)]
    return [one for n, one in enumerate(found) if not (one in _AND and 0 < n < len(found) - 1)]


def _written(said: str) -> Iterator[tuple[str, ...]]:
    """Return how a secret may be written, as words: apart, and as one word."""
    found = tuple(tokens(said))
    if found:
        yield found
    joined = "".join(found)
    if len(found) > 1 and len(joined) > _SHORTEST and (joined.isalpha() or joined.isdecimal()):
        yield (joined,)


def _both(before: Secret | None, secret: Secret, language: str) -> Secret:
    """Return one secret for two that are written alike: what stands for it names both."""
    if before is None or before.shown == secret.shown:
        return before or secret
    shown = elision.either(before.shown, secret.shown, language)
    return Secret(before.said, shown, before.noun and secret.noun, before.upper and secret.upper)


def _reach(text: str, spans: list[_Token], at: int, wanted: tuple[str, ...]) -> int | None:
    """Return the token at which all wanted words have been met one after the other from `at` on."""
    for word in wanted[1:]:
        at += 1
        if at < len(spans) and fold(spans[at].said) in _AND and word not in _AND:
            at += 1
        if at >= len(spans) or not _close(text, spans[at - 1].end, spans[at].start):
            return None
        said = fold(spans[at].said)
        if said != word and not (word == wanted[-1] and said == word + "s"):
            return None
    return at


def _close(text: str, start: int, end: int) -> bool:
    """Say whether what is between two words leaves them one name: a little space, a hyphen, an apostrophe."""
    between = text[start:end]
    return between.isspace() or _GAP.fullmatch(between) is not None


def _without_one(word: str) -> set[str]:
    return {word[:n] + word[n + 1 :] for n in range(len(word))}


def _one_apart(one: str, other: str) -> bool:
    """Say whether two words differ in one letter: another one, one more or less, or two that changed places."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
