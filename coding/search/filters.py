"""Filters: which passages the choices of a command or a script keep, and the same as facets, to be kept by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

import numpy as np
from numpy.typing import NDArray

from coding.moment import dimensions, facets
from coding.moment.dimensions import Dimension
from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.moment.ranges import spread
from coding.search.searches import Chosen
from corpus.errors import NothingThere, SetError
from corpus.words import folded

Mask = NDArray[np.bool_]


def kept(
    moment: Moment,
    *,
    codes: Iterable[int] = (),
    ways: Ways = "both",
    speaker: str | None = None,
    role: str | None = None,
    where: Mapping[str, str] | None = None,
    documents: str | None = None,
) -> Mask | None:
    """Return the passages that every filter keeps, bool[passages]; None where there is no filter.

    `codes` keeps passages that evidence for any of them touches; `speaker` a mark or a participant's name; `where` the
    attributes of those who speak, or of documents; `documents` a pattern of names (`*`, `?`). Case and accents are let
    go everywhere.
    """
    found: list[Mask] = []
    if wanted := list(codes):
        found.append(_coded(moment, wanted, ways))
    if where and (asked := dimensions.asked(moment.viewed(where=where))) is not None:
        found.append(asked)
    if speaker is not None:
        found.append(_said(moment, folded(" ".join(speaker.split()))))
    if role is not None:
        keys = [key for key, info in moment.voices.speakers.items() if info.role == role]
        found.append(np.asarray(np.isin(moment.passages[:, 4], keys)))
    if documents is not None:
        plain = folded(documents)
        named = {info.key: folded(info.name) for info in moment.documents}
        keys = [key for key, name in named.items() if name == plain or fnmatchcase(name, plain)]
        found.append(np.asarray(np.isin(moment.passages[:, 1], keys)))
    return np.asarray(np.logical_and.reduce(found), bool) if found else None


def chosen(
    moment: Moment,
    *,
    codes: Iterable[int] = (),
    speaker: str | None = None,
    role: str | None = None,
    where: Mapping[str, str] | None = None,
    documents: Iterable[int] = (),
) -> dict[str, tuple[Chosen, ...]]:
    """Return what `kept` is asked as facets of a search, with the values that are there now.

    Facets narrow one another, so that codes of several frameworks would all have to fit; that is refused.
    """
    found: dict[str, list[Chosen]] = {}
    for code in codes:
        framework = moment.codes[code].framework
        found.setdefault("code" if framework is None else f"framework:{framework}", []).append(code)
    if len(found) > 1:
        raise SetError("A search is kept with descriptive codes or with codes of one framework.")
    divided = facets.said(moment)
    if speaker is not None:
        people = facets.people(moment)
        by = "speaker" if _named(divided["speaker"], speaker) else "participant"
        found[by] = _value(divided["speaker"] if by == "speaker" else people, speaker)
    if role is not None:
        found["role"] = [role]
    for name, value in (where or {}).items():
        one, labels = dimensions.by_name(moment, name, value)
        facet = one.kind.removesuffix("s") if one.kind == "organisations" else one.kind
        if facet not in divided:
            raise SetError("A search can't be kept with the attribute {name}.", name=name)
        found[facet] = [one.labels[n].key for n in labels if one.labels[n].key is not None]
        if not found[facet]:
            raise NothingThere("Nothing is called {name} there.", name=value)
    if keys := list(documents):
        found["document"] = [*keys]
    return {name: tuple(keys) for name, keys in found.items()}


def _named(division: Dimension, name: str) -> list[Chosen]:
    wanted = folded(" ".join(name.split()))
    return [label.key for label in division.labels if label.key is not None and folded(label.name) == wanted]


def _value(division: Dimension, name: str) -> list[Chosen]:
    if not (found := _named(division, name)):
        raise NothingThere("Nothing is called {name} there.", name=name)
    return found


def _coded(moment: Moment, codes: list[int], ways: Ways) -> Mask:
    mask = np.zeros(len(moment.passages), bool)
    for code in codes:
        spans = moment.net.spans(code, ways)
        mask[spread(spans, moment.item_passages[spans])[1]] = True
    return mask


def _said(moment: Moment, who: str) -> Mask:
    """Return the passages of the speakers so called, and of the participant so called: bool[passages]."""
    keys = [key for key, info in moment.voices.speakers.items() if folded(info.label) == who]
    mask = np.asarray(np.isin(moment.passages[:, 4], keys))
    people = dimensions.by_participants(moment.viewed(masking=False))
    called = [n for n, label in enumerate(people.labels) if label.key is not None and folded(label.name) == who]
    mask[people.by_passage[1][np.isin(people.by_passage[0], called)]] = True
    return mask
