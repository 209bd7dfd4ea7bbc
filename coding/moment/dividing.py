"""The ways of dividing a study by name, as the command line and kept matrices say them; one within another, too."""

from __future__ import annotations

import numpy as np

from coding.moment.dimensions import (
    SETS,
    Dimension,
    Label,
    attribute,
    by_coders,
    by_codes,
    by_documents,
    by_organisations,
    by_participants,
    by_questions,
    by_sets,
    by_speakers,
)
from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.moment.ranges import matches, once
from corpus.errors import MatrixError, NothingThere

WITHIN = ">"
"""What stands between a way of dividing and one within it, such as `attribute:secteur>participants`."""


def nested(outer: Dimension, inner: Dimension) -> Dimension:
    """Divide each part of one division by another; pairs that share no passage are left out."""
    if outer.coded is not None or inner.coded is not None:
        raise MatrixError("What is coded can't be divided within another division; let it be columns.")
    pair, place = matches(outer.by_passage[1], inner.by_passage[1])
    width = len(inner.labels)
    joined = outer.by_passage[0][place] * width + inner.by_passage[0][pair]
    kept, numbers = np.unique(joined, return_inverse=True)
    both = [(outer.labels[n // width], inner.labels[n % width]) for n in kept.tolist()]
    labels = tuple(
        Label(
            None if one.key is None and other.key is None else f"{one.key}{WITHIN}{other.key}",
            f"{one.name} {WITHIN} {other.name}",
            other.kind,
        )
        for one, other in both
    )
    places = {key: n for n, key in enumerate(kept.tolist())}
    whole = {
        document: [
            places[key]
            for one in mine
            for other in inner.of_document.get(document, ())
            if (key := one * width + other) in places
        ]
        for document, mine in outer.of_document.items()
    }
    by_passage = once((numbers.astype(np.int64), inner.by_passage[1][pair]))
    return Dimension(f"{outer.kind}{WITHIN}{inner.kind}", labels, outer.moment, by_passage, whole)


def _first_framework(moment: Moment) -> str:
    if not moment.frameworks:
        raise NothingThere("There are no codes of a framework yet.")
    return moment.frameworks[0].framework


def dimension(moment: Moment, name: str, ways: Ways) -> Dimension:
    """Return the dimension called `name` on the command line; one within another is written with `>`."""
    first, within, rest = name.partition(WITHIN)
    if within:
        return nested(dimension(moment, first.strip(), ways), dimension(moment, rest.strip(), ways))
    kind, _, rest = name.partition(":")
    if kind == "framework" and rest:
        return by_codes(moment, rest, ways)
    if name == "framework":
        return by_codes(moment, _first_framework(moment), ways)
    if kind == "attribute" and rest:
        return attribute(moment, rest)
    if name in SETS:
        return by_sets(moment, SETS[name], ways)
    simple = {
        "documents": by_documents,
        "participants": by_participants,
        "organisations": by_organisations,
        "speakers": by_speakers,
        "coders": by_coders,
    }
    if name == "codes":
        return by_codes(moment, None, ways)
    if name in simple:
        return simple[name](moment)
    if name in ("questions", "topics"):
        return by_questions(moment, name)
    raise MatrixError(
        "{name} is no way to divide a study; say documents, participants, organisations, speakers, codes, "
        "framework:KEY, attribute:NAME, coders, sets, sets:codes, questions or topics.",
        name=name,
    )
