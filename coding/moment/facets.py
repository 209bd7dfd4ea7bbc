"""Facets: every way in which the verbatims of a search can be chosen, as divisions of one moment.

Those of texts and people stay as they are while codes and codings change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from coding.codebook import CodeInfo
from coding.moment import dimensions, shown
from coding.moment.dimensions import Dimension, Label
from coding.moment.evidence import Ways
from coding.moment.moment import Moment
from coding.moment.ranges import once
from coding.moment.rows import ORIGINS
from corpus import words


def said(moment: Moment) -> dict[str, Dimension]:
    """Divide by speaker, role, document, organisation where there are any, and each attribute."""
    inputs = (moment.voices, moment.known, moment.belongings, moment.mask, moment.language)
    kept = moment.keep("facets", inputs, lambda: _said(_whole(moment)))
    return {name: replace(one, moment=moment) for name, one in kept.items()}


def people(moment: Moment) -> Dimension:
    """Divide by participant."""
    made = moment.keep("people", (moment.voices, moment.mask), lambda: dimensions.by_participants(_whole(moment)))
    return replace(made, moment=moment)


def _whole(moment: Moment) -> Moment:
    """Return a moment without its sets: what is outside of them is left out when it is counted."""
    return moment.viewed(within=())


def coded_by(moment: Moment) -> dict[str, Dimension]:
    """Divide the coded spans by coder, and by where their codings came from."""
    net = moment.net
    kinds = sorted({ORIGINS[n] for n in set(net.coded.origins.tolist())})
    place = np.array([kinds.index(name) if name in kinds else 0 for name in ORIGINS], np.int64)
    labels = tuple(Label(kind, kind, "origin") for kind in kinds)
    origins = Dimension("origin", labels, moment, coded=once((place[net.coded.origins], net.span)))
    return {"coder": dimensions.by_coders(moment), "origin": origins}


def by_sets(moment: Moment, ways: Ways) -> dict[str, Dimension]:
    """Divide by the sets of documents and of participants, and by those of codes, where there are any."""
    said = [one for one in moment.sets.values() if one.kind != "codes"]
    found = {}
    if said:
        kinds = ("documents", "participants")
        inputs = (moment.voices, moment.mask, *said)
        made = moment.keep("by sets", inputs, lambda: dimensions.by_sets(_whole(moment), kinds, ways))
        found["set"] = replace(made, moment=moment)
    if len(said) < len(moment.sets):
        found["set:codes"] = dimensions.by_sets(moment, ("codes",), ways)
    return found


def by_books(moment: Moment, ways: Ways) -> dict[str, Dimension]:
    """Divide by the descriptive codes, and by those of each framework, with the evidence that counts."""
    books: dict[str, list[CodeInfo]] = {}
    for code in shown.codes(moment).values():
        books.setdefault("code" if code.framework is None else f"framework:{code.framework}", []).append(code)
    return {name: dimensions.of_codes(moment, name, [code.key for code in book], ways) for name, book in books.items()}


def by_code(moment: Moment, ways: Ways) -> Dimension:
    """Divide by every code, those of frameworks after the descriptive ones."""
    order = sorted(shown.codes(moment).values(), key=lambda code: code.framework or "")
    return dimensions.of_codes(moment, "code", [code.key for code in order], ways)


def _said(moment: Moment) -> dict[str, Dimension]:
    speakers = moment.voices.speakers
    found = {
        "speaker": _by_word(moment, "speaker", lambda key: speakers[key].label if key in speakers else ""),
        "role": _by_word(moment, "role", lambda key: speakers[key].role if key in speakers else ""),
        "document": dimensions.by_documents(moment),
    }
    if moment.belongings.infos:
        found["organisation"] = dimensions.by_organisations(moment)
    for info in moment.known.attributes:
        found.setdefault(f"attribute:{info.name}", dimensions.attribute(moment, info.name))
    return found


def _by_word(moment: Moment, kind: str, word: Callable[[int], str]) -> Dimension:
    """Divide passages by a word of their speaker; those alike but for case and accents are one."""
    who = moment.passages[:, 4]
    keys: Iterable[int] = dict.fromkeys(who.tolist())
    given = {key: word(key) for key in keys}
    spelt: dict[str, str] = {}
    for one in given.values():
        spelt.setdefault(words.folded(one), one)
    order = {plain: n for n, plain in enumerate(sorted(spelt))}
    labels = tuple(Label(spelt[plain] or None, spelt[plain], kind) for plain in order)
    place = np.zeros(int(who.max(initial=0)) + 1, np.int64)
    for key, one in given.items():
        place[key] = order[words.folded(one)]
    return Dimension(kind, labels, moment, (place[who], np.arange(len(who), dtype=np.int64)))
