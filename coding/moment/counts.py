"""Counts: how often codes are used. One rule, for every list, tree and table.

The *coded segments* of a code are the stretches that a coder gave it or a code under it, each once; its documents are
those in which they are. What is a code's alone, without the codes under it, is said to be its own.
"""

from __future__ import annotations

import numpy as np

from coding.moment.evidence import above
from coding.moment.moment import Moment
from coding.moment.tally import Counts, counted

__all__ = ["Counts", "by_coder", "coders", "counts"]


def counts(moment: Moment) -> Counts:
    """Return how often the codes of a moment are used, in its layer and in the sets that are asked for."""
    if moment.layer is None and not moment.within and not moment.reread and not moment.human:
        return moment.tally
    read, coded = moment.read, moment.coded  # not the net: links and decisions count for nothing here
    parents = above({key: one.parent for key, one in read.codes.items()})
    inputs = (moment.codings, read.codes, coded)
    return moment.keep("counts", inputs, lambda: counted(coded.codings, moment.codings, read.codes, parents))


def coders(moment: Moment) -> list[str]:
    """Return the names of those whose codings are seen in a moment."""
    seen, names = np.flatnonzero(np.bincount(moment.coded.codings[:, 5])).tolist(), moment.read.coders
    return sorted((names[key] for key in seen if key in names), key=str.casefold)


def by_coder(moment: Moment) -> dict[str, Counts]:
    """Return how often each of the coders who are seen in a moment uses the codes, by name."""
    inputs = (moment.coded, moment.read.coders, moment.codes)
    return moment.keep("by coder", inputs, lambda: {name: counts(moment.viewed(layer=name)) for name in coders(moment)})
