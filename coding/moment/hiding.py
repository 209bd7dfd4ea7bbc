"""Where secrets stand in a text, however they are written, and what stands there instead.

Rather one word too many goes than one too few: accents, case, hyphens, plurals and one wrong letter make no
difference, a person's initials go with the name, and so does each part of it that is no common word in small letters.
Where one part is several people's, what stands there names them all. A text stays readable: in French `de Carrefour`
becomes `d'[entreprise 4]`, and `d'Anne` becomes `de [participant 7]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from coding.moment import elision
from corpus import words

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[\s_'’.,/+&·:@()-]{0,4}")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "ð": "d", "þ": "th"})
_AND = frozenset({"et", "and"})
_PARTICLES = frozenset({"le", "la", "de", "du", "des", "d", "de la", "van", "von", "el"})
_SHORTEST = 3  # letters of a part of a name that is masked in small letters, too
_SHORTEST_MISSPELT = 6  # letters of a name that is known with one of them wrong

Hidden = tuple[int, int, str]
"""From where to where in a text, and what stands there instead."""


class Secret(NamedTuple):
    """Words that may not be read, and what stands for them.

    `noun` says that they may be a common word, which stays where it is in small letters; `upper` that they begin with
    an initial, which is none in small letters, and stand alone only with dots (`L.P.`); `part` that they are a part of
    a firm's name, which is a common word at the beginning of a sentence, too (`Banque` of Banque Directe).
    """

    said: str
    shown: str
    noun: bool = False
    upper: bool = False
    part: bool = False


@dataclass(slots=True)
class _Node:
    """Words that secrets begin with: the secret that they are, and the words that may follow."""

    secret: Secret | None = None
    next: dict[str, _Node] = field(default_factory=dict)


class _Token(NamedTuple):
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
        self._first = dict[str, _Node]()
        self._met: dict[str, tuple[_Node, ...]] = {}
        self._idle = set[str]()  # words that were met and begin none
        for secret in secrets:
            for made in _written(secret.said):
                node = self._first.setdefault(made[0], _Node())
                for word in made[1:]:
                    node = node.next.setdefault(word, _Node())
                node.secret = _both(node.secret, secret, language)

    @property
    def anything(self) -> bool:
        """Whether there is any secret."""
        return bool(self._first)

    def found(self, text: str) -> list[Hidden]:
        """Return what is replaced in a text, in its order, without overlap."""
        # Most texts hold none of them, which is known by their words alone.
        if not text or not self._first:
            return []
        begun = {said for said in set(_TOKEN.findall(text)).difference(self._idle) if self._begun(said)}
        if not begun:
            return []
        spans = [_Token(one.start(), one.end(), one[0]) for one in _TOKEN.finditer(text)]
        found, after = list[Hidden](), 0
        for at, (start, _, said) in enumerate(spans):
            taken = self._at(text, spans, at) if at >= after and said in begun else None
            if taken is not None:
                last, shown = taken
                _put(found, text, (start, spans[last].end, shown), self.language)
                after = last + 1
        return found

    def replaced(self, text: str) -> str:
        """Return a text with what stands there instead of secrets."""
        parts, at = list[str](), 0
        for start, end, shown in self.found(text):
            parts += [text[at:start], shown]
            at = end
        return "".join([*parts, text[at:]]) if parts else text

    def _at(self, text: str, spans: list[_Token], at: int) -> tuple[int, str] | None:
        """Return the last token of the longest secret that begins at a token, and what stands for it."""
        start, best = spans[at].start, None
        for first in self._begun(spans[at].said):
            for last, node in _walked(text, spans, at, first):
                secret = node.secret
                if secret is not None and (best is None or last > best[0]):
                    best = (last, secret.shown) if self._meant(text, start, spans[last].end, secret) else best
        return best

    def _meant(self, text: str, start: int, end: int, secret: Secret) -> bool:
        """Say whether words of a text are the secret, and no common word that is spelt alike."""
        said = text[start:end]
        if secret.part and self._common(said.lower()) and _begins(text, start):
            return False
        if secret.upper:
            return said[:1].isupper() and (not _only_initials(said) or (said.isupper() and "." in said))
        if not said.islower():
            return True
        return len(said) >= _SHORTEST and not (secret.noun and self._common(said))

    def _begun(self, said: str) -> tuple[_Node, ...]:
        """Return what a word may begin, or be; each word is looked up once."""
        found = self._met.get(said)
        if found is None:
            plain = fold(said)
            nodes = [self._first.get(plain), *([_alone(self._first.get(plain[:-1]))] if plain.endswith("s") else ())]
            found = tuple(one for one in nodes if one is not None) or self._misspelt(plain)
            self._met[said] = found
            if not found:
                self._idle.add(said)
        return found

    def _misspelt(self, plain: str) -> tuple[_Node, ...]:
        """Return the secrets of one word that differ from this one in a letter; none where it is a word in use."""
        if len(plain) < _SHORTEST_MISSPELT - 1 or plain in self.public or self._common(plain):
            return ()
        near = {name for form in (plain, *_without_one(plain)) for name in self._near.get(form, ())}
        alone = (_alone(self._first[name]) for name in sorted(near) if _one_apart(plain, name))
        return tuple(one for one in alone if one is not None)

    @cached_property
    def _near(self) -> Mapping[str, list[str]]:
        """Each name of one long word under itself and under what it is with a letter left out."""
        found: dict[str, list[str]] = {}
        for name, node in self._first.items():
            if len(name) >= _SHORTEST_MISSPELT and name.isalpha() and node.secret is not None:
                for form in (name, *_without_one(name)):
                    found.setdefault(form, []).append(name)
        return found

    def _common(self, word: str) -> bool:
        """Say whether a word in small letters is one of the language, also in the plural."""
        return word in self.common or word.rstrip("sx") in self.common


def _put(found: list[Hidden], text: str, hidden: Hidden, language: str) -> None:
    """Add what is hidden; where the last one may stand for the same, as first name and name do, the two become one."""
    start, end, shown = hidden
    if found and elision.same(found[-1][2], shown) and _one_name(text[found[-1][1] : start]):
        before = found[-1]
        found[-1] = before[0], end, before[2].partition("[")[0] + shown if "[" in before[2] else shown
    else:
        found.append(elision.readable(text, start, end, shown, language, found[-1][1] if found else 0))


def _one_name(between: str) -> bool:
    """Say whether what stands between two names leaves them one: spaces, a hyphen, a particle."""
    return not between.strip(" -\u00a0") or fold(between.strip(" '’\u00a0")) in _PARTICLES


def _begins(text: str, start: int) -> bool:
    """Say whether a sentence begins here, where every word has a capital."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\u202f")
    return not before or before[-1] in ".!?…:;\n\t«“(–—•"


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
    return Secret(
        before.said, shown, before.noun and secret.noun, before.upper and secret.upper, before.part and secret.part
    )


def _alone(node: _Node | None) -> _Node | None:
    """Return a secret of one word without what may follow it."""
    return _Node(node.secret) if node is not None and node.secret is not None and not node.secret.upper else None


def _walked(text: str, spans: list[_Token], at: int, node: _Node) -> Iterator[tuple[int, _Node]]:
    """Yield how far secrets are met word by word from a token on: the token, and what the words so far are."""
    yield at, node
    while node.next:
        if at + 1 < len(spans) and spans[at + 1].said.lower() in _AND:
            at += 1
        if at + 1 >= len(spans) or not _close(text, spans[at].end, spans[at + 1].start):
            return
        at += 1
        said = fold(spans[at].said)
        further = node.next.get(said)
        if further is None:
            last = _alone(node.next.get(said[:-1])) if said.endswith("s") else None
            if last is not None:
                yield at, last
            return
        node = further
        yield at, node


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
