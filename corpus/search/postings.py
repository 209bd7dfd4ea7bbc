"""Where each word of a set of passages stands, as flat sorted arrays; made in bulk, kept in memory or in one file.

A word's *address* counts the words of all passages in order, with one address left free after each passage, so that no
phrase runs from one passage into the next.
"""

from __future__ import annotations

import re
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.search.analysis import chunk_tokens, fold, form_of, is_pattern, wild_words
from corpus.search.lemmas import BEGINNING, forms_of, others, related
from corpus.search.nodes import EXACT, STEM
from corpus.store.columns import distinct

Numbers = NDArray[Any]
_MAGIC = b"VPOST3\0\0"
_COMMON = 1024
"""How often a word stands at least for its passages to be kept; those of rarer ones are read off their addresses."""
_AFTER_ALL = "\U0010ffff"
_BOUND_BITS = np.uint64(32)
_LOW_BITS = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class PassageText:
    """A passage to search: `start` is its code point in the document, `key` never changes hands."""

    key: int
    document: int
    start: int
    text: str
    language: str = ""


@dataclass(frozen=True)
class Postings:
    """The words of `n` passages, `t` different ones, `m` in all.

    keys: int64[n], documents, starts: uint32[n], of the passages in order; bases: uint32[n + 1], the address of
    each passage's first word; lexicon: the t words, sorted; addresses: uint32[m], for each word in turn where it
    stands, ascending, and address_bounds: uint32[t + 1], where each word's begin; passages: uint32 and
    passage_bounds: uint32[t + 1] likewise the passages of each common word, none of a rare one. Each word has
    forms, as it is written: form_words, sorted under their word, form_bounds: uint32[t + 1], where each word's
    begin, and forms: uint8[w * m], for each of `addresses` which of its word's forms stands there, in w bytes each,
    as few as do for the word with the most.
    """

    keys: Numbers
    documents: Numbers
    starts: Numbers
    bases: Numbers
    passage_bounds: Numbers
    passages: Numbers
    address_bounds: Numbers
    addresses: Numbers
    form_bounds: Numbers
    forms: Numbers = field(repr=False)
    words: Numbers = field(repr=False)
    form_words: Numbers = field(repr=False)

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def count(self) -> int:
        """The number of words in all passages."""
        return len(self.addresses)

    @cached_property
    def joined(self) -> str:
        """The lexicon as one text, each word before a line end."""
        return self.words.tobytes().decode()

    @cached_property
    def lexicon(self) -> list[str]:
        """The different words, sorted."""
        return self.joined.split("\n")[:-1]

    @cached_property
    def _word_starts(self) -> Numbers:
        """Where each word of the lexicon begins in `joined`, and its end: int64[t + 1]."""
        lengths = np.fromiter(map(len, self.lexicon), np.int64, len(self.lexicon))
        return np.concatenate(([0], np.cumsum(lengths + 1)))

    def number(self, word: str) -> int | None:
        """Return the place of `word` in the lexicon."""
        at = bisect_left(self.lexicon, word)
        return at if at < len(self.lexicon) and self.lexicon[at] == word else None

    def numbers(self, word: str) -> Numbers:
        """Return the places in the lexicon of what a word, a pattern or a stem stands for, ascending."""
        if word.startswith(STEM):
            return self._alike(word[1:])
        prefix = _literal(word)
        if prefix == word:
            found = self.number(word)
            return np.array([] if found is None else [found], np.int64)
        low, high = bisect_left(self.lexicon, prefix), bisect_left(self.lexicon, prefix + _AFTER_ALL)
        if word == prefix + "*":
            return np.arange(low, high)
        begin, end = int(self._word_starts[low]), int(self._word_starts[high])
        # To look for the longest run of letters first is many times faster than the whole expression.
        run = max(re.findall(r"[^*?]+", word), key=len, default="")
        places = np.fromiter((hit.start() for hit in re.finditer(re.escape(run), self.joined[begin:end])), np.int64)
        words = np.searchsorted(self._word_starts, places + begin, "right") - 1
        fitting: Numbers = np.unique(words) if run else np.arange(low, high)
        if word != f"*{run}*":
            fits = re.compile(_expression(word)).fullmatch
            fitting = fitting[np.array([fits(self.lexicon[at]) is not None for at in fitting.tolist()], bool)]
        return fitting

    def _alike(self, word: str) -> Numbers:
        """Return the places of all forms of a word, or, with a second mark, those that are of no other word.

        Those of a pattern are those of the pattern itself.
        """
        bare = word.removeprefix(STEM)
        if is_pattern(bare):
            return self.numbers(bare)
        found = {number for form in forms_of(bare) if (number := self.number(form)) is not None}
        # What the tables do not list is formed regularly, and begins alike.
        low, high = (
            bisect_left(self.lexicon, bare[:BEGINNING]),
            bisect_left(self.lexicon, bare[:BEGINNING] + _AFTER_ALL),
        )
        found.update(at for at in range(low, high) if related(bare, self.lexicon[at]))
        if word != bare:
            found = {number for number in found if not self.other_words(number, bare)}
        return np.array(sorted(found), np.int64)

    def other_words(self, number: int, word: str) -> frozenset[str]:
        """Return the words that a form of `word`, by number, is of besides; `fera` is no fish where none is `féra`."""
        form, written = self.lexicon[number], self._forms_of(number)
        found = ((one, one + form[len(fold(one)) :]) for one in others(form, word))
        return frozenset(one for one, spelt in found if fold(spelt) != form or spelt in written)

    def spelt(self, number: int) -> str:
        """Return a word as it is written in small letters, with accents where it ever has any."""
        forms = self._forms_of(number)  # `client·e·s` is written for `clients`, and no other way to write it
        return min(forms, key=lambda form: (not form.isalnum(), form.isascii(), form), default=self.lexicon[number])

    def _forms_of(self, number: int) -> set[str]:
        forms = slice(*self.form_bounds[number : number + 2].tolist())
        return {one.casefold() for one in self._written[forms] if one}

    def addresses_for(self, word: str) -> Numbers:
        """Return where a word stands, ascending: folded, a pattern, a stem, or, after `=`, as it is written."""
        number = self.number(word)
        if number is not None:
            return self.addresses[int(self.address_bounds[number]) : int(self.address_bounds[number + 1])]
        if not word.startswith(EXACT):
            return self.addresses_of(self.numbers(word))
        numbers = self.numbers(wild_words(word[1:])[0])
        if not len(numbers):
            return self.addresses[:0]
        wanted = re.compile(_expression(word[1:]))
        forms, found = self.form_numbers, []
        for number in numbers.tolist():
            first, last = int(self.form_bounds[number]), int(self.form_bounds[number + 1])
            chosen = np.array([wanted.fullmatch(form) is not None for form in self._written[first:last]])
            run = slice(int(self.address_bounds[number]), int(self.address_bounds[number + 1]))
            found.append(self.addresses[run] if chosen.all() else self.addresses[run][chosen[forms[run]]])
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    @property
    def form_numbers(self) -> Numbers:
        """Which of its word's forms stands at each of `addresses`: unsigned[m]."""
        numbers: Numbers = self.forms.view(f"<u{max(len(self.forms) // max(self.count, 1), 1)}")
        return numbers

    @property
    def every_form(self) -> list[tuple[str, str]]:
        """Each word with each way it is written."""
        counts = np.diff(self.form_bounds)
        owners = np.repeat(np.arange(len(counts)), counts).tolist()
        return [(self.lexicon[owner], form) for owner, form in zip(owners, self._written, strict=True)]

    @cached_property
    def _written(self) -> list[str]:
        """The forms of all words, as `form_bounds` counts them."""
        return self.form_words.tobytes().decode().split("\n")[:-1]

    def passages_of(self, numbers: Numbers) -> Numbers:
        """Return the passages of the words at `numbers`: of one word each once, ascending; of several in any order."""
        listed = self.passage_bounds[numbers + 1] > self.passage_bounds[numbers]
        if listed.all():
            return _runs(self.passages, self.passage_bounds, numbers)
        rare = distinct(self.passage_at(_runs(self.addresses, self.address_bounds, numbers[~listed])))
        if not listed.any():
            return rare
        return np.concatenate((_runs(self.passages, self.passage_bounds, numbers[listed]), rare))

    def addresses_of(self, numbers: Numbers) -> Numbers:
        """Return where the words at `numbers` stand, ascending."""
        found = _runs(self.addresses, self.address_bounds, numbers)
        return found if len(numbers) < 2 else np.sort(found)

    def passage_at(self, addresses: Numbers) -> Numbers:
        """Return which passage each address lies in, the first or last one where it lies beyond: uint32[k]."""
        return self._owners.take(addresses, mode="clip")

    @cached_property
    def _owners(self) -> Numbers:
        """Which passage each address lies in: uint32[m + n]; made when first asked for, as it is quick to make."""
        return np.repeat(np.arange(len(self), dtype=np.uint32), np.diff(self.bases))

    def to_bytes(self) -> bytes:
        """Return all of it as the bytes of one file, with its own checksum."""
        arrays = [np.ascontiguousarray(getattr(self, part.name)) for part in fields(self)]
        parts: list[Any] = [struct.pack(f"<{len(arrays)}q", *map(len, arrays))]
        for item in arrays:
            parts += [item.view(np.uint8), bytes(-item.nbytes % 8)]
        checksum = 0
        for part in parts:
            checksum = zlib.crc32(part, checksum)
        return b"".join([_MAGIC, struct.pack("<q", checksum), *parts])

    @classmethod
    def from_buffer(cls, data: Numbers) -> Postings:
        """Return what `to_bytes` wrote, without copying it: uint8[size]. Raises ValueError where it is torn."""
        names = [part.name for part in fields(cls)]
        head = 16 + 8 * len(names)
        if data[:8].tobytes() != _MAGIC or len(data) < head:
            raise ValueError("this is no file of postings")
        (checksum,) = struct.unpack("<q", data[8:16].tobytes())
        if zlib.crc32(data[16:].data) != checksum:
            raise ValueError("a file of postings is torn")
        parts, at = {}, head
        for name, length in zip(names, struct.unpack(f"<{len(names)}q", data[16:head].tobytes()), strict=True):
            kind = np.dtype(_KINDS[name])
            parts[name] = data[at : at + length * kind.itemsize].view(kind)
            at += -(-length * kind.itemsize // 8) * 8
        return cls(**parts)


_KINDS = {
    "keys": "<i8", "documents": "<u4", "starts": "<u4", "bases": "<u4", "passage_bounds": "<u4", "passages": "<u4",
    "address_bounds": "<u4", "addresses": "<u4", "form_bounds": "<u4", "forms": "u1", "words": "u1", "form_words": "u1",
}  # fmt: skip


def _literal(word: str) -> str:
    """Return what stands before the first `*` or `?`."""
    match = re.match(r"[^*?]*", word)
    return match[0] if match else ""


def _expression(word: str) -> str:
    return "".join({"*": r"[^\n]*", "?": r"[^\n]"}.get(c, re.escape(c)) for c in word)


def _slices(values: Numbers, bounds: Numbers, numbers: Numbers) -> Numbers:
    """Return values[bounds[i]:bounds[i + 1]] for each i of `numbers`, end to end."""
    bounds = bounds.astype(np.int64)
    lengths = np.diff(bounds)[numbers]
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    picked: Numbers = values[np.arange(total) + np.repeat(bounds[numbers] - ends + lengths, lengths)]
    return picked


def _runs(values: Numbers, bounds: Numbers, numbers: Numbers) -> Numbers:
    """Return the same as `_slices` for ascending `numbers`, without copying where they follow one another."""
    if len(numbers) and int(numbers[-1]) - int(numbers[0]) + 1 == len(numbers):
        return values[int(bounds[numbers[0]]) : int(bounds[numbers[-1] + 1])]
    return _slices(values, bounds, numbers)


class _Chunks(dict[str, bytes]):
    """What stands between two white spaces → the numbers of the forms in it, as the bytes of uint32[k]."""

    def __init__(self, written: bool) -> None:
        super().__init__()
        self.forms: dict[tuple[str, str], int] = {}
        self._written = written

    def __missing__(self, chunk: str) -> bytes:
        numbers = b""
        for term, start, end in chunk_tokens(chunk):
            form = form_of(chunk[start:end]) if self._written else ""
            number = self.forms.setdefault((term, form), len(self.forms))
            numbers += number.to_bytes(4, "little")
        self[chunk] = numbers
        return numbers


class Gathering:
    """Takes passages one by one; `postings` gives all of them in their order, sorted by word.

    `written` says whether it matters how words are written; it is quicker where it does not.
    """

    def __init__(self, *, written: bool = True) -> None:
        self._chunks = _Chunks(written)
        self._stream = bytearray()
        self._ends = array("Q", [0])
        self._keys, self._documents, self._starts = array("q"), array("q"), array("q")

    def __len__(self) -> int:
        return len(self._stream) // 4

    def add(self, passage: PassageText) -> None:
        """Read one passage; its text is not kept."""
        self._stream += b"".join(map(self._chunks.__getitem__, passage.text.split()))
        self._ends.append(len(self))
        self._keys.append(passage.key)
        self._documents.append(passage.document)
        self._starts.append(passage.start)

    def postings(self) -> Postings:
        """Sort what was read."""
        lengths = np.diff(np.array(self._ends, np.int64))
        columns = (np.array(column, np.int64) for column in (self._keys, self._documents, self._starts))
        return built(list(self._chunks.forms), np.frombuffer(self._stream, "<u4"), lengths, *columns)


def gathered(passages: Iterable[PassageText], *, written: bool = True) -> Postings:
    """Return the postings of these passages."""
    gathering = Gathering(written=written)
    for passage in passages:
        gathering.add(passage)
    return gathering.postings()


def built(
    forms: Sequence[tuple[str, str]],
    stream: Numbers,
    lengths: Numbers,
    keys: Numbers,
    documents: Numbers,
    starts: Numbers,
) -> Postings:
    """Return the postings of a stream of numbers of forms (places in `forms`, which all occur, in any order).

    forms: a word and how it is written; stream: uint32[m], all passages in order; lengths: int64[n], words in each.
    """
    order = sorted(range(len(forms)), key=forms.__getitem__)
    ordered = [forms[at] for at in order]
    begins = np.array([at == 0 or ordered[at - 1][0] != term for at, (term, _) in enumerate(ordered)], bool)
    bounds = np.flatnonzero(begins)
    rank, form = np.empty(len(forms), np.uint64), np.empty(len(forms), np.int64)
    word_of = np.cumsum(begins) - 1
    rank[order] = word_of
    form[order] = np.arange(len(forms)) - bounds[word_of] if len(forms) else form
    width = "<u1" if form.max(initial=0) < 1 << 8 else "<u2" if form.max() < 1 << 16 else "<u4"
    words = [ordered[at][0] for at in bounds.tolist()]
    # One sort of 64-bit numbers, word above address, is several times faster than a stable sort by word; all is done
    # in place, since this is what the build takes most memory for.
    passage = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    address = np.arange(len(stream), dtype=np.int64)
    address += passage
    slots = len(stream) + len(lengths)
    owner, written = np.zeros(slots, np.uint32), np.zeros(slots, width)
    owner[address], written[address] = passage, form.astype(width).take(stream)
    pairs = rank.take(stream)
    pairs <<= _BOUND_BITS
    pairs |= address.view(np.uint64)
    del passage, address
    pairs.sort()
    address = pairs.astype(np.uint32)
    pairs >>= _BOUND_BITS
    word = pairs.astype(np.uint32)
    del pairs
    owner, written = owner.take(address), written.take(address)
    first = np.ones(len(word), bool)
    first[1:] = (word[1:] != word[:-1]) | (owner[1:] != owner[:-1])
    every = np.arange(len(words) + 1, dtype=np.uint32)
    address_bounds = np.searchsorted(word, every)
    first &= np.repeat(np.diff(address_bounds) >= _COMMON, np.diff(address_bounds))
    return Postings(
        keys=keys.astype("<i8"),
        documents=documents.astype("<u4"),
        starts=starts.astype("<u4"),
        bases=np.concatenate(([0], np.cumsum(lengths + 1))).astype("<u4"),
        passage_bounds=np.searchsorted(word[first], every).astype("<u4"),
        passages=owner[first].astype("<u4"),
        address_bounds=address_bounds.astype("<u4"),
        addresses=address.astype("<u4", copy=False),
        form_bounds=np.append(bounds, len(forms)).astype("<u4"),
        forms=written.view(np.uint8),
        words=np.frombuffer("".join(word + "\n" for word in words).encode(), np.uint8),
        form_words=np.frombuffer("".join(written + "\n" for _, written in ordered).encode(), np.uint8),
    )


def merged(parts: Iterable[tuple[Postings, Numbers]]) -> Postings:
    """Return one for several: of each, the passages where its bool[n] is set."""
    forms: dict[tuple[str, str], int] = {}
    streams, lengths, keys, documents, starts = [], [], [], [], []
    for postings, alive in parts:
        stream, sizes = _stream(postings, alive)
        used, places = np.unique(stream, return_inverse=True)
        names = postings.every_form
        numbers = np.array([forms.setdefault(names[at], len(forms)) for at in used], np.uint32)
        streams.append(numbers[places] if len(used) else stream)
        lengths.append(sizes)
        keys.append(postings.keys[alive])
        documents.append(postings.documents[alive])
        starts.append(postings.starts[alive])
    columns = (np.concatenate(column) for column in (lengths, keys, documents, starts))
    return built(list(forms), np.concatenate(streams), *columns)


def _stream(postings: Postings, alive: Numbers) -> tuple[Numbers, Numbers]:
    """Return the forms of the living passages in reading order, uint32[m], and how many each has, int64[n]."""
    by_address = np.full(int(postings.bases[-1]), _LOW_BITS, np.uint32)
    counts: Numbers = np.diff(postings.address_bounds)
    by_address[postings.addresses] = np.repeat(postings.form_bounds[:-1], counts) + postings.form_numbers
    sizes: Numbers = np.diff(postings.bases.astype(np.int64))
    kept = by_address[np.repeat(alive, sizes)]
    return kept[kept != _LOW_BITS], (sizes - 1)[alive]
