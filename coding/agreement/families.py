"""Agreement on units of text over codes that exclude each other: those under one code, as one continuum."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from coding.agreement.stretches import AgreementScope, Laid, lay_out, named
from coding.agreement.unitizing import Unitized, agreement
from coding.agreement.worked_documents import work
from coding.moment.moment import Moment
from corpus.errors import CodingError


def family(moment: Moment, asked: AgreementScope, parent: int) -> Unitized:
    """Return the u-alpha family over the codes right under `parent`; `each` is by their keys.

    Raises `CodingError` where a coder has two of them on the same words, as then they exclude nothing.
    """
    codes = tuple(key for key, code in moment.codes.items() if code.parent == parent)
    if not codes:
        raise CodingError("{code} has no codes under it.", code=moment.codes[parent].label)
    keys = named(moment, asked.coders)
    laid = lay_out(moment, replace(asked, unit="character", codes=codes), keys, work(moment, keys))
    return agreement([_continuum(moment, laid, n, len(keys)) for n in range(len(laid.documents))])


def _continuum(moment: Moment, laid: Laid, place: int, coders: int) -> tuple[int, list[list[tuple[int, int, int]]]]:
    here = laid.stretches.where(laid.stretches.group // len(laid.codes) == place)
    units: list[list[tuple[int, int, int]]] = [[] for _ in range(coders)]
    for group, coder, start, end in zip(*(column.tolist() for column in here), strict=True):
        units[coder].append((start, end, laid.codes[group % len(laid.codes)]))
    for mine in units:
        mine.sort()
        if any(after[0] < before[1] for before, after in pairwise(mine)):
            raise CodingError(
                "Several codes under it are on the same words of {document}: they exclude nothing.",
                document=moment.infos[laid.documents[place]].name,
            )
    raters = int(laid.raters[place])
    return int(laid.sizes[place]), [mine for n, mine in enumerate(units) if raters >> n & 1]
