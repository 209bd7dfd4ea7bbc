"""The query language, read into a small tree of nodes.

Words, "phrases" (or « phrases »), AND OR NOT or ET OU SAUF in capitals or & | -, parentheses, `*` for any letters and
`?` for one letter anywhere in a word, `*` alone in a phrase for any word, `"a b"~10` for words in this order each
within ten of the one before, `a NEAR/10 b` (PRÈS) for either order and `a THEN/10 b` (PUIS) for this one, `=word` as it
is written, `~word` in all its forms, `/expression/`, fields such as `code:delay`, and `*` alone for every passage.
Words side by side are all asked for. NEAR, THEN and OVERLAPS bind first, then NOT, AND, OR.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NoReturn

from corpus.errors import QueryError
from corpus.search.nodes import And, Everything, Field, Near, Node, Not, Or, Related, Words, leaves, of_fields, placed
from corpus.search.pieces import OPERATORS, QueryToken, known_field, pieces, place

__all__ = ["And", "Everything", "Field", "Near", "Node", "Not", "Or", "Related", "Words", "leaves", "parse"]

LONGEST = 10_000
DEEPEST = 50
USUAL_DISTANCE = 10
USUAL_TURNS = 1
_NAMED = re.compile(r"(?<!\w)([^\W\d_][\w-]*)((?:\.[\w-]+)?):(\S+)")
_JOINTS = ("near", "then", "overlaps")


def parse(query: str) -> Node:
    """Read a query; raises `QueryError`, with the position and the nearest query that can be read.

    >>> parse("parcours l'expérience")
    And(parts=(Words(words=('parcours',), reach=1), Words(words=('experience',), reach=1)))
    """
    try:
        return _read(query)
    except QueryError as error:
        if "{nearest}" in error.sentence:
            error.values["nearest"] = nearest(query)
        raise


def _read(query: str) -> Node:
    if len(query) > LONGEST:
        raise QueryError(
            "The query has {length} characters; {longest} are the most that can be read.",
            position=LONGEST,
            length=len(query),
            longest=LONGEST,
        )
    found = list(pieces(query))
    if not found:
        raise QueryError("The query has no word to look for.", position=0)
    reader = _QueryReader(found)
    node = reader.either()
    if reader.here is not None:
        raise QueryError(
            "The parenthesis closed at character {at} was never opened; try {nearest}.", **place(reader.here.at)
        )
    return node


def nearest(query: str) -> str:
    """Return a query near to one that can't be read: mended where one mark is missing or too many, else its words."""
    plain = " ".join(re.findall(r"[^\W_]+(?:[-'’*][^\W_]+)*", re.sub(r"(?<=/)\d+\b", "", query)))
    words = " ".join(word.lower() if word in OPERATORS or word in ("NEAR", "THEN") else word for word in plain.split())
    for mended in (*_mended(query), words):
        mended = " ".join(mended.split())
        try:
            _read(mended)
        except QueryError:
            continue
        return mended
    return "*"


def _mended(query: str) -> tuple[str, ...]:
    """Return what may have been meant, the likeliest first."""
    bare = re.sub(r"\(\s*\)", " ", query)
    opened, closed = bare.count("("), bare.count(")")
    joints = "|".join(map(re.escape, sorted(OPERATORS, key=len, reverse=True)))
    without = re.sub(rf"^\s*(?:(?:{joints})\s+)+|(?:\s+(?:{joints}|-|!|NEAR|THEN))+\s*$", " ", bare)
    without = re.sub(rf"\b({joints})(?:\s+(?:AND|ET|OR|OU))+\s", r"\1 ", without)
    numbered = re.sub(r"\b(NEAR|PR[EÈ]S|THEN|PUIS)/(?:0*|\d{5,})(?=\s)", r"\1", bare)
    numbered = re.sub(r"(?<=[\"”»])~(?:0*|\d{5,})(?=\s|$)", "", numbered)
    lone = bare[bare.rfind("«") + 1 :] if "»" not in bare[max(bare.rfind("«"), 0) :] else ""
    return (
        bare,
        f"{bare} »" if lone and "«" in bare else f'{bare}"',
        bare + ")" * (opened - closed),
        re.sub(r"\(\s*$", "", bare),
        "(" * (closed - opened) + bare,
        re.sub(r"^\s*\)|\)\s*$", "", bare),
        without,
        numbered,
        re.sub(r'["“”«»]\s*["“”«»]', " ", bare),
        f"{bare}/" if "/" in bare else bare,
        _NAMED.sub(lambda named: f"{known_field(named[1]) or named[1]}{named[2]}:{named[3]}", bare),
        _NAMED.sub(r'"\1\2 \3"', bare),
    )


class _QueryReader:
    """Reads pieces by falling precedence; keeps where it is and how deep."""

    def __init__(self, found: list[QueryToken]) -> None:
        self._pieces, self._next, self._deep = found, 0, 0

    @property
    def here(self) -> QueryToken | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _take(self, *kinds: str) -> QueryToken | None:
        piece = self.here
        if piece is None or piece.kind not in kinds:
            return None
        self._next += 1
        return piece

    def either(self) -> Node:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._negated()]
        while self.here is not None and self.here.kind not in ("or", ")"):
            self._take("and")
            parts.append(self._negated())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _negated(self) -> Node:
        denied = False
        while self._take("not"):
            denied = not denied
        node = self._joined()
        return Not(node) if denied else node

    def _joined(self) -> Node:
        parts, joints = [self._one()], list[QueryToken]()
        while joint := self._take(*_JOINTS):
            joints.append(joint)
            parts.append(self._one())
        if not joints:
            return parts[0]
        if all(map(of_fields, parts)):
            return _related(parts, joints)
        for joint, both in zip(joints, pairwise(parts), strict=True):
            _check(joint, both)
        distances = tuple(USUAL_DISTANCE if joint.distance is None else joint.distance for joint in joints)
        ordered = tuple(joint.kind == "then" for joint in joints)
        return Near(tuple(parts), distances, ordered if any(ordered) else ())

    def _one(self) -> Node:
        if opened := self._take("("):
            return self._group(opened)
        if leaf := self._take("leaf"):
            assert leaf.node is not None
            return leaf.node
        self._refuse_missing()

    def _group(self, opened: QueryToken) -> Node:
        self._deep += 1
        if self._deep > DEEPEST:
            raise QueryError(
                "The parentheses at character {at} are more than {deepest} deep.",
                **place(opened.at),
                deepest=DEEPEST,
            )
        if self.here is not None and self.here.kind == ")":
            raise QueryError(
                "There is nothing between the parentheses at character {at}; try {nearest}.", **place(opened.at)
            )
        node = self.either()
        if not self._take(")"):
            raise QueryError("The parenthesis at character {at} is never closed; try {nearest}.", **place(opened.at))
        self._deep -= 1
        return node

    def _refuse_missing(self) -> NoReturn:
        """Say which operator lacks a word, before or after it."""
        before = self._pieces[self._next - 1] if self._next else None
        if before is not None and before.kind not in ("(", ")", "leaf"):
            raise QueryError(
                "{name} at character {at} needs a word after it, and the word itself is sought in lower case; "
                "try {nearest}.",
                **place(before.at),
                name=before.text,
            )
        here = self.here
        if here is None:
            opened = self._pieces[-1]
            raise QueryError("The parenthesis at character {at} is never closed; try {nearest}.", **place(opened.at))
        if here.kind == ")":
            raise QueryError(
                "The parenthesis closed at character {at} was never opened; try {nearest}.", **place(here.at)
            )
        raise QueryError(
            "{name} at character {at} needs a word before it, and the word itself is sought in lower case; "
            "try {nearest}.",
            **place(here.at),
            name=here.text,
        )


def _related(parts: list[Node], joints: list[QueryToken]) -> Node:
    """Return fields in a relation; more than two are related each to the next."""
    steps = [
        Related(joint.kind, first, second, USUAL_TURNS if joint.distance is None else joint.distance)
        for joint, first, second in zip(joints, parts, parts[1:], strict=False)
    ]
    return steps[0] if len(steps) == 1 else And(tuple(steps))


def _check(joint: QueryToken, both: tuple[Node, Node]) -> None:
    if joint.kind == "overlaps":
        raise QueryError(
            "{name} at character {at} joins only fields such as code:…; words are joined by NEAR or AND.",
            **place(joint.at),
            name=joint.text,
        )
    if not all(map(placed, both)):
        raise QueryError(
            "{name} at character {at} joins words, phrases and choices of them (a OR b), or fields with fields.",
            **place(joint.at),
            name=joint.text,
        )
