"""What coders did, laid out for comparing: whose stretches, of which units, in which documents and for which codes.

Codings of whole documents are left out, as they would be about every unit, and so are those made after disagreements
of their document began to be settled: agreement is that before discussion.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coding.agreement.overlaps import Stretches, joined
from coding.agreement.worked_documents import Work
from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.rows import ORIGINS, Ints
from corpus.errors import CodingError, NothingThere

Unit = Literal["passage", "character"]
UNITS: tuple[Unit, ...] = ("passage", "character")
_MOST = 40  # a bit each, and more are no team
_SUGGESTED = ORIGINS.index("suggestion")


@dataclass(frozen=True, slots=True)
class AgreementScope:
    """What is compared: coders by name, units, all text or what was `coded` alone, no suggestions where `by_hand`.

    `codes` None means all that the view shows. Intervals come of `resamplings` of documents, drawn from `seed`.
    """

    coders: tuple[str, ...]
    unit: Unit = "passage"
    coded: bool = False
    by_hand: bool = False
    codes: tuple[int, ...] | None = None
    resamplings: int = 1000
    seed: int = 1


class Left(NamedTuple):
    """How many codings of the shared documents there are, and of these how many are special.

    `suggested` came from suggestions, `whole` stand on a whole document, `late` were made after settling began.
    """

    codings: int
    suggested: int
    whole: int
    late: int


@dataclass(frozen=True)
class Laid:
    """What two coders or more did, laid out: `stretches` of groups, which are a document and a code.

    The group of the document at place d and the code at place c is d * len(codes) + c. Stretches are of passage
    numbers or characters, `sizes` says how many each document has, and `raters` has a bit for each who worked there.
    """

    documents: tuple[int, ...]
    codes: tuple[int, ...]
    stretches: Stretches
    sizes: Ints
    raters: Ints
    left: Left


def named(moment: Moment, names: Collection[str]) -> tuple[int, ...]:
    """Return the keys of coders by name; raises `NothingThere`."""
    known = {name: key for key, name in moment.read.coders.items()}
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        if name not in known:
            raise NothingThere("No coder here is called {name}.", name=name)
    if len(wanted) < 2:
        raise NothingThere("Agreement is of two coders or more; say which.")
    if len(wanted) > _MOST:
        raise CodingError("At most {most} coders are compared at once.", most=_MOST)
    return tuple(known[name] for name in wanted)


def lay_out(moment: Moment, asked: AgreementScope, keys: Sequence[int], found: Work) -> Laid:
    """Lay out what these coders did in the documents that they share; raises `NothingThere` where they share none."""
    documents = found.shared
    if not documents:
        raise NothingThere("These coders share no document: give the same one to two of them.")
    codes = asked.codes if asked.codes is not None else tuple(shown.codes(moment))
    seen = moment.viewed(layer=tuple(moment.read.coders[key] for key in keys), reread=False)
    kept, left = _compared(seen, asked, documents, codes)
    return Laid(
        documents,
        codes,
        joined(_stretches(seen, asked.unit, kept, keys, documents, codes)),
        _sizes(moment, asked.unit, documents),
        found.raters(documents),
        left,
    )


def _compared(seen: Moment, asked: AgreementScope, documents: Sequence[int], codes: Sequence[int]) -> tuple[Ints, Left]:
    """Return the rows of the codings that are compared, and how many there are of those that are special."""
    coded = seen.coded
    here = np.isin(coded.codings[:, 1], documents) & np.isin(coded.codings[:, 2], codes)
    suggested, late = coded.origins == _SUGGESTED, _late(seen)
    out = coded.whole | late | (suggested if asked.by_hand else np.zeros(len(here), bool))
    counts = (int((here & one).sum()) for one in (suggested, coded.whole, late))
    return np.flatnonzero(here & ~out), Left(int(here.sum()), *counts)


def _late(seen: Moment) -> NDArray[np.bool_]:
    """Return which codings were made after a disagreement in their document was settled first: bool[codings]."""
    first: dict[int, int] = {}
    for one in seen.read.settlements:
        first[one.document] = min(first.get(one.document, one.at), one.at)
    table = seen.coded.codings
    if not first:
        return np.zeros(len(table), bool)
    made = zip(table[:, 1].tolist(), seen.coded.made.tolist(), strict=True)
    late = [document in first and at > first[document] for document, at in made]
    return np.array(late, bool)


def _stretches(
    seen: Moment, unit: Unit, rows: Ints, keys: Sequence[int], documents: Sequence[int], codes: Sequence[int]
) -> Stretches:
    table = seen.coded.codings[rows]
    document, code, coder = (_places(table[:, n], order) for n, order in ((1, documents), (2, codes), (5, keys)))
    ranges = table[:, 3:5] if unit == "character" else seen.item_passages[seen.coded.span[rows]]
    return Stretches(document * len(codes) + code, coder, ranges[:, 0], ranges[:, 1])


def _places(keys: Ints, order: Sequence[int]) -> Ints:
    """Return where each key stands in an order that holds all of them."""
    by_key = np.argsort(np.array(order, np.int64))
    return by_key[np.searchsorted(np.array(order, np.int64)[by_key], keys)]


def _sizes(moment: Moment, unit: Unit, documents: Sequence[int]) -> Ints:
    if unit == "character":
        return np.array([moment.infos[key].characters for key in documents], np.int64)
    runs = [moment.voices.runs.get(key, (0, 0)) for key in documents]
    return np.array([high - low for low, high in runs], np.int64)
