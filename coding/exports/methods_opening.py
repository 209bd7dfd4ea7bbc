"""What opens the numbers of the methods: words, coded segments, or the acts in which something was done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from coding.acts import Act
from coding.exports import opening
from coding.exports.opening import Acts, Opens
from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.rows import SUGGESTED, Ints
from corpus.model import Base, Link, Memo, SetAside, Verdict

_VERDICTS = {"accepted_": "accepted", "changed": "changed", "rejected": "rejected", "skipped": "skipped"}


def of_numbers(moment: Moment, acts: Sequence[Act]) -> dict[str, Opens]:
    """Return what opens each number that is counted, by its name; `acts` are all of the trail."""
    said, people = opening.search(moment, "*"), {"participant": tuple(shown.people(moment))}
    every = opening.of_spans(moment, range(len(moment.net.first)))
    return {
        "documents": said,
        "words": said,
        "participants": opening.search(moment, "*", people),
        "coders": every,
        "codings": every,
        **{name: opening.of_spans(moment, spans.tolist()) for name, spans in _spans(moment).items()},
        **{name: Acts(partial(_deciding, acts, said)) for name, said in _VERDICTS.items()},
        **{name: Acts(partial(_making, acts, table, keys)) for name, (table, keys) in _standing(moment).items()},
        "acts": Acts(lambda: acts),
    }


def _spans(moment: Moment) -> dict[str, Ints]:
    """Return the coded spans of descriptive codes, of concepts, from suggestions, and decided on, by name."""
    net, codes = moment.net, shown.codes(moment)
    found = {
        "descriptive": [net.every_span(key, "direct") for key, code in codes.items() if code.cycle == 1],
        "theory": [net.every_span(key) for key, code in codes.items() if code.cycle == 2],
        "suggested": [net.span[moment.coded.origins == SUGGESTED]],
        **{
            verdict: [net.span[np.isin(net.codings[:, 0], _judged(moment, verdict))]]
            for verdict in ("in", "out", "undecided")
        },
    }
    return {name: np.unique(np.concatenate([np.zeros(0, np.int64), *spans])) for name, spans in found.items()}


def _judged(moment: Moment, verdict: str) -> list[int]:
    """Return the codings on which this was decided."""
    weighed = moment.net.judgements.values()
    return [key for of_code in weighed for key, one in of_code.items() if one.verdict == verdict]


def _standing(moment: Moment) -> dict[str, tuple[type[Base], frozenset[int]]]:
    """Return what is counted of what was made and stands, by name: its table and its keys."""
    return {
        "links": (Link, frozenset(one.key for one in moment.links)),
        "asides": (SetAside, frozenset(one.key for one in moment.read.set_asides)),
        "memos": (Memo, frozenset(one.key for one in moment.memos)),
    }


def _making(acts: Sequence[Act], table: type[Base], keys: frozenset[int]) -> list[Act]:
    return [act for act in acts if any(row.table is table and row.key in keys for row in act.rows)]


def _deciding(acts: Sequence[Act], said: str) -> list[Act]:
    return [act for act in acts if any(row.table is Verdict and row.values["decision"] == said for row in act.rows)]
