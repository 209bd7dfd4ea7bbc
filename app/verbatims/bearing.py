"""Which theory a coding bears on: the codes it is, and those that its code is linked to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coding.listings import Listing, Row


class Pair(NamedTuple):
    """A coding and a framework's code it can be weighed against; `direct` where it carries that code."""

    coding: int
    code: int
    direct: bool


def pairs(listing: Listing, rows: Iterable[Row]) -> list[Pair]:
    """Give what codings of these verbatims can be weighed against: within the codes chosen, where theory is."""
    ground, net = listing.ground, listing.ground.source.net
    theory = {key for key, code in ground.codes.items() if code.framework is not None}
    chosen = [key for key in listing.search.codes if key in theory]
    wanted = {below for key in chosen for below in net.subtree(key)} if chosen else theory
    targets: dict[int, list[int]] = {}
    for target, sources in net.links.items():
        for source, _ in sources:
            targets.setdefault(source, []).append(target)
    found: dict[tuple[int, int], Pair] = {}
    for row in rows:
        for coding in row.verbatim.codings:
            at: int | None = ground.code_of.get(coding)
            while at is not None:
                if at in wanted:
                    found[coding, at] = Pair(coding, at, True)
                for target in targets.get(at, ()):
                    if target in wanted:
                        found.setdefault((coding, target), Pair(coding, target, False))
                at = net.parents.get(at)
    return list(found.values())


def by_code(listing: Listing, rows: Iterable[Row]) -> dict[int, list[int]]:
    """Give the codings of these verbatims, those by which they are in the list, by code."""
    found: dict[int, list[int]] = {}
    for row in rows:
        for coding in row.verbatim.codings:
            code = listing.ground.code_of.get(coding)
            if code is not None:
                found.setdefault(code, []).append(coding)
    return found
