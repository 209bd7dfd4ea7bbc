"""What re-identifies: combinations of what is told of somebody confidential that too few participants have.

Two that are told of one person alone tell who it is, without any name (Kaiser 2009). What is compared is what print
tells: an attribute that is hidden tells nothing, one that is generalised tells its coarser word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from coding import permits
from coding.moment import shown
from coding.moment.coarsening import FUNCTION, Telling, called
from coding.moment.masks import ShownPerson
from coding.moment.moment import Moment
from coding.telltales import Place, TelltaleInfo
from corpus import words
from corpus.errors import CodingError
from corpus.people.known import AttributeInfo
from corpus.people.organisations import EMPLOYER
from corpus.store.project import Project
from corpus.words import folded

FEWEST = 2
_KEPT = "singling.fewest"
_AT_ONCE = 3  # columns that are tried together, whether they lift a combination
_NAMED = 3  # ways of lifting it that are told


@dataclass(frozen=True, slots=True)
class Singled:
    """What is told of a confidential participant, attribute and value, and how many of the study `have` all of it.

    `lifted` are the fewest attributes that have to be generalised or left out, each way by itself; none where what is
    left would single them out as well. `firm` says that a function stands with an employer.
    """

    participant: int
    told: tuple[tuple[str, str], ...]
    have: int
    lifted: tuple[tuple[str, ...], ...] = ()
    firm: bool = False


@dataclass(frozen=True, slots=True)
class GivenAway:
    """Whom something that is about to leave singles out, and which flagged words are in it."""

    singled: Sequence[Singled] = ()
    flagged: Sequence[TelltaleInfo] = ()

    def __bool__(self) -> bool:
        return bool(self.singled or self.flagged)


def together(found: Iterable[GivenAway]) -> GivenAway:
    """Return whom several things single out, each once, and which flagged words are in them."""
    each = list(found)
    people = {person.participant: person for one in each for person in one.singled}
    flagged = dict.fromkeys(flag for one in each for flag in one.flagged)
    return GivenAway(list(people.values()), list(flagged))


def fewest(project: Project) -> int:
    """Return how many have to have what is told, so that it singles nobody out."""
    kept = project.recall(_KEPT, FEWEST)
    return kept if isinstance(kept, int) and kept >= FEWEST else FEWEST


def keep_fewest(project: Project, number: int) -> None:
    """Keep how many have to have what is told, for all that leaves later."""
    if number < FEWEST:
        raise CodingError("To single nobody out, {number} or more have to share what is told.", number=FEWEST)
    project.remember(_KEPT, number)


def columns(moment: Moment) -> list[AttributeInfo]:
    """Return the attributes of participants."""
    return [info for info in moment.known.attributes if info.subject == "participant"]


def of_print(moment: Moment) -> list[AttributeInfo]:
    """Return the attributes that stand behind a quotation: function and employer."""
    return [info for info in columns(moment) if called(info.name, FUNCTION | EMPLOYER)]


def by_kinds(moment: Moment, *kinds: str) -> GivenAway:
    """Return whom the attributes single out by which something is divided, `attribute:NAME` among these kinds."""
    parts = [part for kind in kinds for part in kind.split(">")]
    names = [folded(part.partition(":")[2]) for part in parts if part.startswith("attribute:")]
    infos = [info for info in columns(moment) if folded(info.name) in names]
    return GivenAway(singled(moment, infos)) if infos else GivenAway()


def of_quotations(moment: Moment, places: Sequence[Place]) -> GivenAway:
    """Return whom quotations single out by function and employer behind them, and the flagged words in them."""
    return GivenAway(singled(moment, of_print(moment), of=permits.heard(moment, places)), flagged(moment, places))


def of_words(moment: Moment, places: Iterable[Place], texts: Iterable[str] = ()) -> GivenAway:
    """Return the flagged words that stand in these places, and those that texts say wherever they have them from."""
    there = flagged(moment, places)
    return GivenAway(flagged=[*there, *(one for one in _said(moment, texts) if one not in there)])


def of_study(moment: Moment, places: Iterable[Place]) -> GivenAway:
    """Return whom all that is known of participants singles out, and the flagged words in these places."""
    return GivenAway(singled(moment), flagged(moment, places))


def singled(
    moment: Moment, among: Iterable[AttributeInfo] | None = None, *, of: Collection[int] | None = None, k: int = 0
) -> list[Singled]:
    """Return whom these attributes single out, by default all, in the order of their table.

    Of the confidential participants `of` these, or of all within the sets, those come whose combination fewer than `k`
    (by default what the study keeps) of all participants have.
    """
    infos = columns(moment) if among is None else list(among)
    if not any(one.confidential for one in moment.people.values()) or not infos:
        return []
    telling = moment.viewed(masking=True).mask.telling
    table = {key: _told(telling, one, infos) for key, one in moment.people.items()}
    wanted = shown.people(moment).keys() if of is None else of
    least = k or fewest(moment.project)
    found = (_of(key, table, infos, least) for key, one in moment.people.items() if one.confidential and key in wanted)
    return [one for one in found if one is not None]


def _told(telling: Telling, person: ShownPerson, infos: Sequence[AttributeInfo]) -> tuple[str, ...]:
    """Return what print would tell of somebody, were they confidential: then like is compared with like."""
    return tuple(telling.told(info, ("participant", person.key), person.said(info.name)) for info in infos)


def _of(key: int, table: dict[int, tuple[str, ...]], infos: Sequence[AttributeInfo], k: int) -> Singled | None:
    own = [(n, value) for n, value in enumerate(table[key]) if value.strip()]
    if not own:
        return None
    fits = {n: {who for who, row in table.items() if folded(row[n]) == folded(value)} for n, value in own}
    have = len(set.intersection(*fits.values()))
    firm = _with_firm(infos[n] for n, _ in own)
    if have >= k and not firm:
        return None
    lifted = tuple(tuple(infos[n].name for n in one) for one in _lifting(fits, infos, k))
    return Singled(key, tuple((infos[n].name, value) for n, value in own), have, lifted[:_NAMED], firm)


def _with_firm(told: Iterable[AttributeInfo]) -> bool:
    """Say whether a function is told together with an employer, which singles out whatever the study holds."""
    names = [info.name for info in told]
    return all(any(called(name, sought) for name in names) for sought in (FUNCTION, EMPLOYER))


def flagged(moment: Moment, places: Iterable[Place]) -> list[TelltaleInfo]:
    """Return the flagged words of which some are printed with these places; what an excerpt cuts is not."""
    cuts = {(one.document, one.start, one.end): one.cuts for one in moment.excerpts}
    by_document: dict[int, list[Place]] = {}
    for place in places:
        by_document.setdefault(place[0], []).append(place)
    return [
        one
        for one in moment.read.telltales
        if any(_printed(one, place, cuts.get(place, ())) for place in by_document.get(one.document, ()))
    ]


def _said(moment: Moment, texts: Iterable[str]) -> list[TelltaleInfo]:
    """Return the flagged words that texts say; a single word of no date or figure may be anybody's."""
    if not moment.read.telltales:
        return []
    told = f" {' | '.join(map(_plain, texts))} "
    sought = {one: _plain(moment.text(one.document)[one.start : one.end]) for one in moment.read.telltales}
    return [
        one for one, said in sought.items() if said and (" " in said or one.kind != "phrase") and f" {said} " in told
    ]


def _plain(text: str) -> str:
    return " ".join(words.found(folded(text)))


def _printed(one: TelltaleInfo, place: Place, cuts: Iterable[tuple[int, int]]) -> bool:
    start, end = max(one.start, place[1]), min(one.end, place[2])
    for first, last in cuts:
        start = max(start, last) if first <= start < last else start
        end = min(end, first) if first < end <= last else end
    return start < end


def _lifting(fits: dict[int, set[int]], infos: Sequence[AttributeInfo], k: int) -> list[tuple[int, ...]]:
    """Return the smallest sets of columns without which the rest singles nobody out."""
    for size in range(1, min(_AT_ONCE, len(fits)) + 1):
        found = [one for one in combinations(fits, size) if _open({n: fits[n] for n in fits if n not in one}, infos, k)]
        if found:
            return found
    return []


def _open(fits: dict[int, set[int]], infos: Sequence[AttributeInfo], k: int) -> bool:
    alone = fits and len(set.intersection(*fits.values())) < k
    return not alone and not _with_firm(infos[n] for n in fits)
