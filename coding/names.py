"""Names that a study's texts seem to hold, for a person to hide or to refuse.

Words with a capital in the middle of a sentence are taken, runs of them as one name (`Constance d'Arvieu`), and at the
beginning of one those that no dictionary has or that stand elsewhere in the middle. Addresses, telephone numbers and
links are found by their form. Where a language model is installed, what it takes for a name is united with these, as
far as a word of it can be one. Of a text without capitals, as speech recognisers write, the words that no dictionary
has are all there is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from coding import entities
from coding.moment import shown
from coding.moment.letters import fold
from coding.moment.moment import Moment
from corpus import lexicon
from corpus.people.vault import Kind
from corpus.progress import Progress, silent
from corpus.search.analysis import SMALL
from corpus.words import folded

_TOKEN = re.compile(r"[^\W\d_]+")
_BEGINS = frozenset('.!?…:;\n\t"«“”»()[]{}•–—*')
_PARTICLES = frozenset("de du des d la le les l en sur sous van von der den del of the".split())
_NO_NAMES = frozenset(
    "rh dg pdg dsi daf drh kpi crm erp tv sms rgpd gdpr it ia ai b c ok bu pr roi seo sav plv gsa gss gms tic cv pme "
    "eti ceo cmo cto cio hr faq api url pos nps ux ui cx csp bac bts dut iut mba ht ttc pib usa ue eu ah oh ouais bah "
    "ben hein euh".split()
)
_TITLES = frozenset("monsieur madame mademoiselle m mme mlle mr mrs ms miss docteur dr professeur pr maitre me".split())
_AT_FIRMS = frozenset(
    "chez groupe societe entreprise enseigne marque magasin magasins filiale at company brand".split()
)
_AT_PLACES = frozenset("à en vers depuis ville région rue in near from".split())
_CONTACTS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
    r"|https?://[^\s<>\"»)]{1,300}|www\.[^\s<>\"»)]{1,300}"
    r"|(?<![\d+])(?:\+\d{2}[ .-]?\d|0\d)(?:[ .-]?\d\d){4}(?!\d)"
)
_LONGEST = 5  # words of a name
_COMMON = 0.3  # share of capitals in mid-sentence from which on a word of the language is taken for a name
_WRITTEN = 0.5  # share of sentences that begin with a capital from which on a text is written with capitals
_SHOWN = 3  # places kept of each

Span = tuple[int, int]


@dataclass(frozen=True)
class FoundName:
    """A name that texts seem to hold: as what, how often, in how many documents, and its first places there.

    `places` are (document, start, end) in code points. `sure` is false where a text has no capitals to go by.
    """

    name: str
    kind: Kind
    count: int
    documents: int
    places: tuple[tuple[int, int, int], ...]
    sure: bool = True


@dataclass
class _Heap:
    """What is gathered of one name."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    documents: set[int] = field(default_factory=set)
    places: list[tuple[int, int, int]] = field(default_factory=list)
    count: int = 0
    sure: bool = False

    def add(self, document: int, start: int, end: int, said: str, kind: Kind | None, *, sure: bool = True) -> None:
        self.count += 1
        self.sure |= sure
        self.forms[said] += 1
        self.documents.add(document)
        if kind is not None:
            self.kinds[kind] += 1
        if len(self.places) < _SHOWN:
            self.places.append((document, start, end))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    said: str
    begins: bool

    @property
    def capital(self) -> bool:
        return self.said[0].isupper()


def found(moment: Moment, progress: Progress = silent) -> list[FoundName]:
    """Return the names that the texts of a moment seem to hold, those met in most places first.

    What is hidden already, and what was said to be no name, is left out.
    """
    documents = [info.key for info in shown.documents(moment)]
    said = {key: _words(moment, key) for key in documents}
    uses = _Uses.of(said.values())
    language, heaps = moment.known.language, dict[str, _Heap]()
    for n, key in enumerate(documents):
        progress(n, len(documents))
        text = moment.text(key)
        for match in _CONTACTS.finditer(text):
            _heap(heaps, match[0]).add(key, *match.span(), match[0], "contact")
        capitals = _written(said[key])
        names = list(_names(text, said[key], uses, language) if capitals else _strange(said[key], language))
        if capitals and entities.installed(language):
            names += _told(moment, key, said[key], names, uses)
        for run in names:
            start, end = run[0].start, run[-1].end
            kind = _kind(text, said[key], run)
            _heap(heaps, text[start:end]).add(key, start, end, text[start:end], kind, sure=capitals)
    return _ranked(moment, heaps)


def still(moment: Moment, found: Iterable[FoundName]) -> list[FoundName]:
    """Return those of what was found that are neither hidden nor refused meanwhile."""
    refused, hiding = set(map(folded, moment.vault.refused)), moment.viewed(masking=True).mask
    return [one for one in found if folded(one.name) not in refused and _left(one.name, hiding.hidden(one.name))]


def around(moment: Moment, place: tuple[int, int, int], width: int = 40) -> str:
    """Return the words around a place, on one line, whole at both ends."""
    document, start, end = place
    text = moment.text(document)
    first, last = max(0, start - width), min(len(text), end + width)
    head = text[first:start] if first == 0 else text[first:start].partition(" ")[2]
    tail = text[end:last] if last == len(text) else text[end:last].rpartition(" ")[0]
    return " ".join(f"{head}{text[start:end]}{tail}".split())


@dataclass(frozen=True)
class _Uses:
    """How often words stand with a capital in mid-sentence, and without one."""

    capital: Counter[str]
    small: Counter[str]

    @classmethod
    def of(cls, texts: Iterable[Sequence[_Word]]) -> _Uses:
        capital, small = Counter[str](), Counter[str]()
        for words in texts:
            for word in words:
                if not word.begins or not word.capital:
                    (capital if word.capital else small)[fold(word.said)] += 1
        return cls(capital, small)

    def named(self, word: _Word, language: str) -> bool:
        """Say whether a word with a capital is a name by itself."""
        plain = fold(word.said)
        if plain in _NO_NAMES | SMALL or len(plain) < 2:
            return False
        met, small = self.capital[plain], self.small[plain]
        if met:
            return met / (met + small) >= _COMMON
        return not small and not _inflected(plain) and not lexicon.common(word.said.lower(), language)

    def possible(self, word: _Word, language: str) -> bool:
        """Say whether a word may be a name where more than its capital speaks for it."""
        plain = fold(word.said)
        if not word.capital or plain in _NO_NAMES | SMALL | _TITLES or len(plain) < 2:
            return False
        return bool(self.capital[plain]) or not (_inflected(plain) or lexicon.common(word.said.lower(), language))

    def rare(self, word: _Word) -> bool:
        """Say whether a word that begins a sentence before a name is part of it: nobody says it otherwise."""
        plain = fold(word.said)
        return plain not in SMALL | _TITLES and not self.small[plain]


def _words(moment: Moment, document: int) -> list[_Word]:
    """Return the words that are said in a document, without speakers' marks and times."""
    text, made = _CONTACTS.sub(lambda match: "," * len(match[0]), moment.text(document)), list[_Word]()
    first, last = moment.voices.runs.get(document, (0, 0))
    for _, _, start, end, _ in moment.passages[first:last].tolist():
        before = start
        for match in _TOKEN.finditer(text, start, end):
            begins = before == start or not _BEGINS.isdisjoint(text[before : match.start()])
            made.append(_Word(match.start(), match.end(), match[0], begins))
            before = match.end()
    return made


def _inflected(plain: str) -> bool:
    """Say whether a word looks like a verb that asks or tells (`Racontez`), of which dictionaries lack forms."""
    return plain.endswith(("ez", "ons", "re", "er", "ir")) and len(plain) > 4


def _written(words: Sequence[_Word]) -> bool:
    """Say whether a text is written with capitals."""
    begins = [word.capital for word in words if word.begins]
    return sum(begins) >= _WRITTEN * len(begins)


def _names(text: str, words: Sequence[_Word], uses: _Uses, language: str) -> Iterator[list[_Word]]:
    """Yield the runs of words that are one name."""
    at = 0
    while at < len(words):
        last = _end(text, words, at) if words[at].capital else at
        run = list(words[at : last + 1])
        if len(run) > 1 and run[0].begins and not uses.rare(run[0]):
            run = list(words[_next(words, at) : last + 1])
        if any(word.capital and uses.named(word, language) for word in run):
            yield run
        at = last + 1


def _told(
    moment: Moment, document: int, words: Sequence[_Word], found: Sequence[list[_Word]], uses: _Uses
) -> list[list[_Word]]:
    """Return what a language model takes for a name beside what is found, where a word of it can be one."""
    text, language = moment.text(document), moment.known.language
    first, last = moment.voices.runs.get(document, (0, 0))
    places = [(start, end) for _, _, start, end, _ in moment.passages[first:last].tolist()]
    known, starts = {word.start for run in found for word in run}, [word.start for word in words]
    told = zip(places, entities.spans((text[a:b] for a, b in places), language), strict=True)
    runs = (
        _trimmed(words[bisect_left(starts, begun + start) : bisect_left(starts, begun + end)])
        for (begun, _), ends in told
        for start, end in ends
    )
    return [
        run
        for run in runs
        if 0 < len(run) <= _LONGEST
        and known.isdisjoint(word.start for word in run)
        and any(uses.possible(word, language) for word in run)
    ]


def _trimmed(words: Sequence[_Word]) -> list[_Word]:
    """Return words from the first with a capital to the last, titles left out."""
    named = [n for n, one in enumerate(words) if one.capital and fold(one.said) not in _TITLES]
    return list(words[named[0] : named[-1] + 1]) if named else []


def _next(words: Sequence[_Word], at: int) -> int:
    """Return the next word with a capital."""
    return next(n for n in range(at + 1, len(words)) if words[n].capital)


def _end(text: str, words: Sequence[_Word], at: int) -> int:
    """Return the last word of a name that begins at one: capitals, and particles between them."""
    last, n = at, at + 1
    while n < len(words) and n - at < _LONGEST and not words[n].begins and _near(text, words[n - 1], words[n]):
        if words[n].capital and fold(words[n].said) not in _NO_NAMES:
            last = n
        elif fold(words[n].said) not in _PARTICLES:
            break
        n += 1
    return last


def _near(text: str, one: _Word, other: _Word) -> bool:
    between = text[one.end : other.start]
    return len(between) <= 3 and not between.strip(" \u00a0-'’&.")


def _strange(words: Sequence[_Word], language: str) -> Iterator[list[_Word]]:
    """Yield the words that no dictionary has, of a text without capitals."""
    for word in words:
        plain = fold(word.said)
        if len(plain) > 2 and plain not in SMALL | _NO_NAMES and not lexicon.common(word.said.lower(), language):
            yield [word]


def _kind(text: str, words: Sequence[_Word], run: Sequence[_Word]) -> Kind | None:
    """Return what the words before make a name, None where they say nothing."""
    said = text[max(0, run[0].start - 24) : run[0].start].lower()
    words_before = re.split(r"[\s.'’]+", said.strip(" .'’\n"))
    before = [folded(one) for one in words_before]
    if before[-1] in _TITLES:
        return "person"
    if words_before[-1] in _AT_PLACES:
        return "place"
    return "firm" if _AT_FIRMS.intersection(before[-2:]) else None


def _heap(heaps: dict[str, _Heap], said: str) -> _Heap:
    return heaps.setdefault(folded(" ".join(said.split())), _Heap())


def _ranked(moment: Moment, heaps: dict[str, _Heap]) -> list[FoundName]:
    """Return what was gathered, parts of a longer name within it, without what is settled already."""
    refused = set(map(folded, moment.vault.refused))
    hiding = moment.viewed(masking=True).mask
    made = []
    for plain, heap in _joined(heaps).items():
        name = " ".join(heap.forms.most_common(1)[0][0].split())
        if plain in refused or not _left(name, hiding.hidden(name)):
            continue
        kind = heap.kinds.most_common(1)[0][0] if heap.kinds else _usual(name)
        made.append(FoundName(name, kind, heap.count, len(heap.documents), tuple(heap.places), heap.sure))
    return sorted(made, key=lambda one: (-one.documents, -one.count, folded(one.name)))


def _left(name: str, hidden: Iterable[tuple[int, int, str]]) -> bool:
    """Say whether some word of a name is still to be read."""
    spans = [(start, end) for start, end, _ in hidden]
    return any(
        not any(start <= word.start() and word.end() <= end for start, end in spans)
        for word in re.finditer(r"[^\W_]+", name)
    )


def _usual(name: str) -> Kind:
    return "person" if len(_TOKEN.findall(name)) > 1 and not name.isupper() else "other"


def _joined(heaps: dict[str, _Heap]) -> dict[str, _Heap]:
    """Return the heaps, those of one word put to the one longer name that has it."""
    longer: dict[str, list[str]] = {}
    for plain in heaps:
        parts = [one for one in map(fold, _TOKEN.findall(plain)) if one not in _PARTICLES]
        for part in parts if len(parts) > 1 else ():
            longer.setdefault(part, []).append(plain)
    joined = dict(heaps)
    for plain, heap in heaps.items():
        whole = longer.get(fold(plain), [])
        if len(whole) == 1 and whole[0] in joined and plain not in whole:
            del joined[plain]
            _put(joined[whole[0]], heap)
    return joined


def _put(whole: _Heap, part: _Heap) -> None:
    whole.count += part.count
    whole.documents |= part.documents
    whole.kinds += part.kinds
    whole.places = sorted({*whole.places, *part.places})[:_SHOWN]
