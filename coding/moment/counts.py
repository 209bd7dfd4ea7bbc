"""Counts: how often codes are used. One rule, for every list, tree and table.

The *coded segments* of a code are the stretches that a coder gave it or a code under it, each once; its documents are
those in which they are. What is a code's alone, without the codes under it, is said to be its own.
"""

from __future__ import annotations

from coding.moment.evidence import above
from coding.moment.moment import Moment
from coding.moment.tally import Counts, counted

__all__ = ["Counts", "counts"]


def counts(moment: Moment) -> Counts:
    """Return how often the codes of a moment are used, in its layer and in the sets that are asked for."""
    if moment.layer is None and not moment.within and not moment.reread:
        return moment.tally
    read, coded = moment.read, moment.coded  # not the net: links and decisions count for nothing here
    parents = above({key: one.parent for key, one in read.codes.items()})
    inputs = (moment.codings, read.codes, coded)
    return moment.keep("counts", inputs, lambda: counted(coded.codings, moment.codings, read.codes, parents))
