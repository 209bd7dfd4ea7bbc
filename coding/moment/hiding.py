"""Where secrets stand in a text, however they are written, and what stands there instead.

Rather one word too many goes than one too few: accents, case, hyphens, plurals and one wrong letter make no
difference, a person's initials go with the name, and so does each part of it that is no common word in small letters.
Where one part is several people's, what stands there names them all. A text stays readable: in French `de Carrefour`
becomes `d'[entreprise 4]`, and `d'Anne` becomes `de [participant 7]`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from coding.moment import elision, letters
from coding.moment.letters import AND, TOKEN, fold, tokens
from coding.moment.misspelling import EDGE, Misspellings

_GAP = re.compile(r"[\s_'’.,/+&·:@()-]{0,4}")
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")  # where a word may be broken, or may not
_PARTICLES = frozenset({"le", "la", "de", "du", "des", "d", "de la", "van", "von", "el"})
_TOGETHER = 256  # texts that are looked at together
_BORDER = "\n\x01\n"  # between them: a sentence begins behind it, and no name goes on
_LONGEST = 9  # letters of a particle, with accents apart
_SHORTEST = 3  # letters of a part of a name that is masked in small letters, too

Hidden = tuple[int, int, str]
"""From where to where in a text, and what stands there instead."""


class Secret(NamedTuple):
    """Words that may not be read, and what stands for them.

    `noun` says that they may be a common word, which stays where it is in small letters; `upper` that they begin with
    an initial, which is none in small letters, and stand alone only with dots (`L.P.`); `part` that they are a part of
    a firm's name, which is a common word at the beginning of a sentence, too (`Banque` of Banque Directe); `alone` that
    they go only where nothing stands beside them, as in a list of single words: a word of the name of a place.
    """

    said: str
    shown: str
    noun: bool = False
    upper: bool = False
    part: bool = False
    alone: bool = False


@dataclass(slots=True)
class _Node:
    """Words that secrets begin with: the secret that they are, and the words that may follow."""

    secret: Secret | None = None
    next: dict[str, _Node] = field(default_factory=dict)


class Hiding:
    """Secrets by the words they are made of.

    `common` says whether a word in small letters is one of the language; `public` are names that may be read.
    """

    def __init__(
        self, secrets: Iterable[Secret], *, language: str, common: Callable[[str], bool], public: Iterable[str] = ()
    ) -> None:
        self.language, self.common = language, common
        self.public = frozenset(token for name in public for token in tokens(name))
        self._first = dict[str, _Node]()
        self._met: dict[str, tuple[_Node, ...]] = {}
        self._begin, self._idle = set[bytes](), {b""}  # words that were met: those that begin one, and that begin none
        self._alone: dict[str, str] = {}
        for secret in secrets:
            if secret.alone:
                if len(secret.said) >= _SHORTEST:
                    self._alone.setdefault(fold(secret.said), secret.shown)
                continue
            for made in _written(secret.said):
                node, there = None, self._first
                for word in made:
                    node = there.get(word)
                    if node is None:
                        node = there[word] = _Node()
                    there = node.next
                if node is not None:
                    node.secret = _both(node.secret, secret, language)

    @property
    def anything(self) -> bool:
        """Whether there is any secret."""
        return bool(self._first)

    def found(self, text: str) -> list[Hidden]:
        """Return what is replaced in a text, in its order, without overlap."""
        if not text or not self._first:
            return []
        if not text.isascii() and _UNSEEN.search(text):
            return self._found_beneath(text)
        found, after = list[Hidden](), 0
        for start, end in self._beginnings(text):
            taken = self._at(text, start, end) if start >= after else None
            if taken is not None:
                after, shown = taken
                _put(found, text, (start, after, shown), self.language)
        return found or self._single(text)

    def _single(self, text: str) -> list[Hidden]:
        """Return what is replaced in a text of one word that is part of a longer name."""
        if not self._alone or not (word := TOKEN.search(text)) or TOKEN.search(text, word.end()):
            return []
        shown = self._alone.get(fold(word[0]))
        return [] if shown is None or self.common(word[0].lower()) else [(*word.span(), shown)]

    def _found_beneath(self, text: str) -> list[Hidden]:
        """Return what is replaced in a text where signs that nobody sees may stand within words."""
        seen = [n for n, one in enumerate(text) if not _UNSEEN.match(one)]
        found = self.found("".join(text[n] for n in seen))
        return [(seen[start], seen[end - 1] + 1, shown) for start, end, shown in found]

    def _beginnings(self, text: str) -> Iterable[tuple[int, int]]:
        """Return where words of a text are that secrets may begin with, in their order."""
        # Most texts hold none of them, which is known by their words alone.
        flat = letters.flat(text)
        said = flat.split(b" ") if flat is not None else []
        begun = self._beginning(said)
        # A name may touch a number, and letters may be of anywhere.
        if flat is None or not all(one.isalpha() or one.isdigit() for one in begun):
            return [token.span() for token in TOKEN.finditer(text) if self._begun(token[0])]
        found = letters.places(said, begun) if begun else []
        small = self._initials
        return [(at, end) for at, end in found if end - at > 1 or text[at] not in small]

    def _beginning(self, said: Iterable[bytes]) -> set[bytes]:
        """Return those of flat words that secrets may begin with; each is looked at once."""
        met = set(said)
        for one in met.difference(self._idle, self._begin):
            (self._begin if self._begins(one) else self._idle).add(one)
        return met & self._begin

    def _begins(self, flat: bytes) -> bool:
        """Say whether a secret begins with a word of these letters and digits."""
        begins, ends = self._edges
        if flat[:2] not in begins and flat[-EDGE:] not in ends and flat.isalpha():
            return False
        said = flat.decode(letters.WESTERN)
        return bool(self._begun(said)) if said.isalpha() else any(map(self._begun, TOKEN.findall(said)))

    def replaced(self, text: str) -> str:
        """Return a text with what stands there instead of secrets."""
        return _put_in(text, self.found(text))

    def replaced_in(self, texts: Sequence[str]) -> list[str]:
        """Return texts as `replaced` does, many looked at as one."""
        made = list(texts)
        for first in range(0, len(made) if self._first else 0, _TOGETHER):
            made[first : first + _TOGETHER] = self._replaced_together(made[first : first + _TOGETHER])
        return made

    def _replaced_together(self, texts: Sequence[str]) -> list[str]:
        together = _BORDER.join(texts)
        if _UNSEEN.search(together):  # a letter at a time, which all the others need not be
            return [self.replaced(text) for text in texts]
        starts = [0, *accumulate(len(text) + len(_BORDER) for text in texts)]
        within: dict[int, list[Hidden]] = {}
        for start, end, shown in self.found(together):
            n = bisect_right(starts, start) - 1
            if end > starts[n] + len(texts[n]):  # an `and` at the beginning of a text joins no names of two
                return [self.replaced(text) for text in texts]
            within.setdefault(n, []).append((start - starts[n], end - starts[n], shown))
        return [_put_in(text, within.get(n) or self._single(text)) for n, text in enumerate(texts)]

    def _at(self, text: str, start: int, end: int) -> tuple[int, str] | None:
        """Return where the longest secret ends that begins with a word, and what stands for it."""
        best = None
        for first in self._begun(text[start:end]):
            for last, node in _walked(text, end, first):
                secret = node.secret
                if secret is not None and (best is None or last > best[0]):
                    best = (last, secret.shown) if self._meant(text, start, last, secret) else best
        return best

    def _meant(self, text: str, start: int, end: int, secret: Secret) -> bool:
        """Say whether words of a text are the secret, and no common word that is spelt alike."""
        said = text[start:end]
        if secret.part and _begins(text, start) and self.common(said.lower()):
            return False
        if secret.upper:
            return said[:1].isupper() and (not _only_initials(said) or (said.isupper() and "." in said))
        if not said.islower():
            return True
        return len(said) >= _SHORTEST and not (secret.noun and self.common(said))

    def _begun(self, said: str) -> tuple[_Node, ...]:
        """Return what a word may begin, or be; each word is looked up once."""
        found = self._met.get(said)
        if found is None:
            plain = fold(said)
            one, many = self._first.get(plain), _alone(self._first.get(plain[:-1])) if plain[-1:] == "s" else None
            found = tuple(filter(None, (one, many))) or self._misspelt(plain)
            if found:
                self._met[said] = found
        return found

    @cached_property
    def _edges(self) -> tuple[frozenset[bytes], frozenset[bytes]]:
        """How words begin, and end, that may begin a secret; most words are known by these to begin none."""
        begins = {part for one in self._first for part in (one[:2], f"{one[:1]}s")}
        return letters.written(begins), letters.written({one[-EDGE:] for one in self._first})

    def _misspelt(self, plain: str) -> tuple[_Node, ...]:
        """Return the secrets of one word that differ from this one in a letter; none where it is a word in use."""
        near = self._near.of(plain)
        if not near or plain in self.public or self.common(plain):
            return ()
        alone = (_alone(self._first[name]) for name in near)
        return tuple(one for one in alone if one is not None)

    @cached_property
    def _initials(self) -> frozenset[str]:
        """Small letters that begin names as initials alone, which are capitals."""
        begin = {one for one, node in self._first.items() if len(one) == 1 and _upper(node)}
        return frozenset(one for one in letters.SMALL if fold(one) in begin)

    @cached_property
    def _near(self) -> Misspellings:
        return Misspellings(name for name, node in self._first.items() if node.secret is not None)


def _put_in(text: str, found: Sequence[Hidden]) -> str:
    """Return a text with what stands instead of what is hidden."""
    parts, at = list[str](), 0
    for start, end, shown in found:
        parts += [text[at:start], shown]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _put(found: list[Hidden], text: str, hidden: Hidden, language: str) -> None:
    """Add what is hidden; where the last one may stand for the same, as first name and name do, the two become one."""
    start, end, shown = hidden
    if found and _one_name(text[found[-1][1] : start]) and elision.same(found[-1][2], shown):
        before = found[-1]
        found[-1] = before[0], end, before[2].partition("[")[0] + shown if "[" in before[2] else shown
    else:
        found.append(elision.readable(text, start, end, shown, language, found[-1][1] if found else 0))


def _one_name(between: str) -> bool:
    """Say whether what stands between two names leaves them one: spaces, a hyphen, a particle."""
    said = between.strip(" '’\u00a0")
    return not between.strip(" -\u00a0") or (len(said) <= _LONGEST and fold(said) in _PARTICLES)


def _begins(text: str, start: int) -> bool:
    """Say whether a sentence begins here, where every word has a capital."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\u202f")
    return not before or before[-1] in ".!?…:;\n\t«“(–—•"


def _only_initials(said: str) -> bool:
    return all(len(one) == 1 for one in TOKEN.findall(said))


def _written(said: str) -> list[list[str]]:
    """Return how a secret may be written, as words: apart, and as one word."""
    found = tokens(said)
    if len(found) < 2:
        return [found] if found else []
    joined = "".join(found)
    one = len(joined) > _SHORTEST and (joined.isalpha() or joined.isdecimal())
    return [found, [joined]] if one else [found]


def _both(before: Secret | None, secret: Secret, language: str) -> Secret:
    """Return one secret for two that are written alike: what stands for it names both."""
    if before is None or before.shown == secret.shown:
        return before or secret
    shown = elision.either(before.shown, secret.shown, language)
    kinds = before.noun and secret.noun, before.upper and secret.upper, before.part and secret.part
    return before if (shown, *kinds) == before[1:5] else Secret(before.said, shown, *kinds)


def _upper(node: _Node) -> bool:
    """Say whether all that begins so begins with an initial."""
    return (node.secret is None or node.secret.upper) and all(map(_upper, node.next.values()))


def _alone(node: _Node | None) -> _Node | None:
    """Return a secret of one word without what may follow it."""
    return _Node(node.secret) if node is not None and node.secret is not None and not node.secret.upper else None


def _walked(text: str, end: int, node: _Node) -> Iterator[tuple[int, _Node]]:
    """Yield how far secrets are met word by word: where a word ends, the first at `end`, and what the words so far are.

    An `and` between two words is passed over.
    """
    yield end, node
    while node.next:
        token = TOKEN.search(text, end)
        if token is not None and token[0].lower() in AND:
            end = token.end()
            token = TOKEN.search(text, end)
        said = fold(token[0]) if token is not None else ""
        further = node.next.get(said) or (_alone(node.next.get(said[:-1])) if said.endswith("s") else None)
        if further is None or token is None or not _close(text, end, token.start()):
            return
        end = token.end()
        yield end, further
        if said not in node.next:
            return
        node = further


def _close(text: str, start: int, end: int) -> bool:
    """Say whether what is between two words leaves them one name: a little space, a hyphen, an apostrophe."""
    between = text[start:end]
    return between.isspace() or _GAP.fullmatch(between) is not None
