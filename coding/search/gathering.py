"""What the results of a search are of: their documents, participants or codes, as a set can be made of them."""

from __future__ import annotations

import numpy as np

from coding.search.listings import Listing
from coding.search.other_hits import OtherHits
from corpus.rules import Kind


def gathered(found: Listing | OtherHits) -> dict[Kind, frozenset[int]]:
    """Return by kind the keys of the documents that results are in and of who says them; of codes, the codes."""
    if isinstance(found, Listing):
        return _of_verbatims(found)
    numbers = range(len(found))
    match found.search.scope:
        case "documents":
            return {"documents": frozenset(map(found.key, numbers))}
        case "definitions":
            return {"codes": frozenset(map(found.key, numbers))}
    return {}


def _of_verbatims(found: Listing) -> dict[Kind, frozenset[int]]:
    net, people = found.moment.net, found.other.people if found.other is not None else None
    table = net.codings[net.first] if found.of_spans else found.moment.passages
    documents = frozenset(np.unique(table[found.units, 1]).tolist())
    if people is None:
        return {"documents": documents}
    labels, units = people.by_item if found.of_spans else people.units("passage")
    heard = np.unique(labels[np.isin(units, found.units)]).tolist()
    keys = (people.labels[label].key for label in heard)
    return {"documents": documents, "participants": frozenset(key for key in keys if isinstance(key, int))}
