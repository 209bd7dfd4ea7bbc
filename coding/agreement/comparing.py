"""Agreement of coders in a project, code by code: each code is one question, asked of every unit of a document.

Units are passages or characters. Only documents are compared on which two or more of the coders worked; where one did
not, their answer is missing. Codes above others count what they are on themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from coding.agreement.overlaps import pieces
from coding.agreement.resampling import Figures, RatingTables, measured
from coding.agreement.stretches import AgreementScope, Left, lay_out, named
from coding.agreement.worked_documents import work
from coding.moment.moment import Moment


@dataclass(frozen=True)
class AgreementResult:
    """The figures of each code by key in tree order, of all pooled, and their mean; and what they rest on.

    `documents` are those compared, `apart` those that one coder alone worked on, `hidden` those where the coder at the
    desk codes blind; `informed` those compared in which suggestions had been shown. `units` counts the units of all
    documents, `used` by code those that anybody coded.
    """

    asked: AgreementScope
    documents: tuple[int, ...]
    apart: tuple[int, ...]
    hidden: tuple[int, ...]
    informed: tuple[int, ...]
    units: int
    codes: Mapping[int, Figures]
    pooled: Figures
    mean: Figures
    used: Mapping[int, int]
    left: Left


def compare(moment: Moment, asked: AgreementScope) -> AgreementResult:
    """Compare coders; raises `NothingThere` where there are fewer than two, or no two share a document."""
    keys = named(moment, asked.coders)
    found = work(moment, keys)
    laid = lay_out(moment, asked, keys, found)
    parts = pieces(laid.stretches)
    tables = RatingTables.of(parts, laid, len(keys), of_text=asked.unit == "character")
    figures = measured(tables, coded=asked.coded, resamplings=asked.resamplings, seed=asked.seed)
    used = np.bincount(parts.group % max(len(laid.codes), 1), weights=parts.length, minlength=len(laid.codes))
    return AgreementResult(
        asked=asked,
        documents=laid.documents,
        apart=found.apart,
        hidden=found.hidden,
        informed=tuple(key for key in laid.documents if key in found.informed),
        units=int(laid.sizes.sum()),
        codes=dict(zip(laid.codes, figures, strict=False)),
        pooled=figures[-2],
        mean=figures[-1],
        used=dict(zip(laid.codes, used.astype(int).tolist(), strict=True)),
        left=laid.left,
    )
