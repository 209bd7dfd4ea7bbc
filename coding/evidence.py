"""Evidence: which words speak for a code, and by which way they came in. Computed, never stored.

Evidence for a theoretical code T is the direct codings of T and of its sub-codes, and the codings of the codes
linked to T (with their sub-codes), less those judged out for T. A link that is `one_by_one` brings a coding only
once it is judged in. Direct codings are never subtracted. The same span by the same coder counts once, whatever the
number of ways in. Contradicting evidence is listed and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from corpus import anchors, columns
from corpus.model import Code, Coder, Coding, Document, Judgement, Link
from corpus.project import Project

Ways = Literal["both", "direct", "linked"]
Ints = NDArray[np.int64]
_NO_ROWS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Item:
    """One span by one coder; `codes` are those by which it came in, `counted` is false where it contradicts."""

    document: int
    start: int
    end: int
    coder: str
    codings: tuple[int, ...]
    codes: tuple[int, ...]
    direct: bool
    linked: bool
    stance: str | None = None
    counted: bool = True
    whole: bool = False


class _Weighed(NamedTuple):
    verdict: str
    stance: str | None


_UNWEIGHED = _Weighed("", None)


@dataclass
class Net:
    """Codes, links, judgements and codings of one moment of a project, read once for many questions.

    `codings` is (n, 6) int64: key, document, code, start, end, coder, in document order; `whole` (n,) marks codings of
    a whole document. Rows with the same document, span and coder are one span: `span` (n,) is its number.
    """

    parents: dict[int, int | None]
    codings: Ints
    whole: NDArray[np.bool_]
    coders: dict[int, str]
    links: dict[int, list[tuple[int, str]]]
    judgements: dict[int, dict[int, _Weighed]]
    span: Ints = field(init=False)
    first: Ints = field(init=False)

    def __post_init__(self) -> None:
        place = self.codings[:, [1, 3, 4, 5]]
        new = np.ones(len(place), bool)
        new[1:] = (place[1:] != place[:-1]).any(axis=1)
        self.span = np.cumsum(new) - 1
        self.first = np.flatnonzero(new)

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = {}
        for code, parent in self.parents.items():
            if parent is not None:
                children.setdefault(parent, []).append(code)
        return children

    @cached_property
    def _rows(self) -> dict[int, Ints]:
        """Code → the rows of its codings."""
        order = np.argsort(self.codings[:, 2], kind="stable")
        codes, starts = np.unique(self.codings[order, 2], return_index=True)
        return dict(zip(codes.tolist(), np.split(order, starts[1:]), strict=True)) if len(codes) else {}

    def subtree(self, code: int) -> list[int]:
        """Return `code` and all below it."""
        found = [code]
        for one in found:
            found.extend(self._children.get(one, ()))
        return found

    def _under(self, code: int) -> Ints:
        """Return the rows of the codings of `code` and all below it."""
        return np.concatenate([self._rows.get(one, _NO_ROWS) for one in self.subtree(code)])

    def _linked(self, code: int) -> Ints:
        """Return the rows that links bring to `code` itself, judged out ones left out."""
        weighed = self.judgements.get(code, {})
        out = [key for key, one in weighed.items() if one.verdict == "out"]
        judged_in = [key for key, one in weighed.items() if one.verdict == "in"]
        found = []
        for source, mode in self.links.get(code, ()):
            rows = self._under(source)
            if mode == "one_by_one":
                rows = rows[np.isin(self.codings[rows, 0], judged_in)]
            found.append(rows[~np.isin(self.codings[rows, 0], out)] if out else rows)
        return np.concatenate(found) if found else _NO_ROWS

    def _for(self, code: int, rows: Ints) -> Ints:
        """Return `rows` without those that contradict `code`."""
        against = [key for key, one in self.judgements.get(code, {}).items() if one.stance == "contradicts"]
        return rows[~np.isin(self.codings[rows, 0], against)] if against else rows

    def _ways(self, code: int, ways: Ways) -> list[tuple[int, Ints, Ints]]:
        """Return (code, direct rows, linked rows) for `code` and each below it."""
        return [
            (
                one,
                self._rows.get(one, _NO_ROWS) if ways != "linked" else _NO_ROWS,
                self._linked(one) if ways != "direct" else _NO_ROWS,
            )
            for one in self.subtree(code)
        ]

    def spans(self, code: int, ways: Ways = "both") -> Ints:
        """Return the numbers of the spans that count as evidence for `code`, each once, in document order."""
        return columns.distinct(np.sort(self.span[self.rows(code, ways)]))

    def rows(self, code: int, ways: Ways = "both") -> Ints:
        """Return the rows of the codings that count as evidence for `code`, in any order, some more than once."""
        found = [self._for(one, np.concatenate(rows)) for one, *rows in self._ways(code, ways)]
        return np.concatenate(found)

    def evidence(self, code: int, ways: Ways = "both") -> list[Item]:
        """Return the evidence for `code` in document order, contradicting spans included and marked."""
        direct: set[int] = set()
        linked: set[int] = set()
        counted: set[int] = set()
        stances: dict[int, str] = {}
        for one, straight, by_link in self._ways(code, ways):
            direct.update(straight.tolist())
            linked.update(by_link.tolist())
            counted.update(self._for(one, np.concatenate([straight, by_link])).tolist())
            weighed = self.judgements.get(one, {})
            for row in (*straight.tolist(), *by_link.tolist()) if weighed else ():
                stance = weighed.get(int(self.codings[row, 0]), _UNWEIGHED).stance
                if stance and stance != "contradicts":
                    stances[row] = stance
        together: dict[int, list[int]] = {}
        for row in sorted(direct | linked):
            together.setdefault(int(self.span[row]), []).append(row)
        return [self._item(rows, direct, linked, counted, stances) for rows in together.values()]

    def _item(
        self, rows: list[int], direct: set[int], linked: set[int], counted: set[int], stances: dict[int, str]
    ) -> Item:
        key, document, code, start, end, coder = (int(value) for value in self.codings[rows[0]])
        keys, codes = (key,), (code,)
        if len(rows) > 1:
            keys = tuple(sorted(self.codings[rows, 0].tolist()))
            codes = tuple(sorted(set(self.codings[rows, 2].tolist())))
        counts = any(row in counted for row in rows)
        return Item(
            document, start, end, self.coders[coder], keys, codes,
            direct=any(row in direct for row in rows),
            linked=any(row in linked for row in rows),
            stance=next((stances[row] for row in rows if row in stances), None) if counts else "contradicts",
            counted=counts,
            whole=bool(self.whole[rows].any()),
        )  # fmt: skip

    def every(self, spans: Iterable[int]) -> list[Item]:
        """Return coded spans by number, whatever their codes."""
        ends = [*self.first.tolist(), len(self.codings)]
        found = []
        for n in spans:
            rows = list(range(ends[n], ends[n + 1]))
            found.append(self._item(rows, set(rows), set(), set(rows), {}))
        return found


def net(project: Project, *, coder: str | None = None) -> Net:
    """Read what evidence is computed from; `coder` keeps the codings of one layer."""
    with project.read() as session:
        parents = {row.id: row.parent_id for row in session.execute(select(Code.id, Code.parent_id))}
        coders = {row.id: row.name for row in session.execute(select(Coder.id, Coder.name))}
        links: dict[int, list[tuple[int, str]]] = {}
        for source, target, mode in session.execute(
            select(Link.from_code_id, Link.to_code_id, Link.mode).where(Link.kind == "evidence").order_by(Link.id)
        ):
            links.setdefault(target, []).append((source, mode))
        judgements: dict[int, dict[int, _Weighed]] = {}
        for coding, code, verdict, stance in session.execute(
            select(Judgement.coding_id, Judgement.code_id, Judgement.verdict, Judgement.stance)
            .order_by(Judgement.created_at, Judgement.id)
        ):  # fmt: skip
            judgements.setdefault(code, {})[coding] = _Weighed(verdict, stance)
        query = (
            select(Coding.id, Coding.document_id, Coding.code_id, Coding.start, Coding.end, Coding.coder_id,
                   Document.characters)
            .join(Document, Document.id == Coding.document_id)
            .where(anchors.of_text(Coding))
        )  # fmt: skip
        if coder is not None:
            query = query.where(Coding.coder_id.in_([key for key, name in coders.items() if name == coder]))
        rows = columns.read(session, query)
    table, whole = rows[:, :6], rows[:, 3] == columns.NOTHING
    table[whole, 3], table[whole, 4] = 0, rows[whole, 6]
    order = np.lexsort((table[:, 0], table[:, 5], table[:, 4], table[:, 3], table[:, 1]))
    return Net(parents, table[order], whole[order], coders, links, judgements)


def of(project: Project, code: int, *, evidence: Ways = "both", coder: str | None = None) -> list[Item]:
    """Return the evidence for one code, in document order; for a descriptive code, its codings and its sub-codes'."""
    return net(project, coder=coder).evidence(code, evidence)


def of_all(
    project: Project, codes: Iterable[int] | None = None, *, evidence: Ways = "both", coder: str | None = None
) -> dict[int, list[Item]]:
    """Return the evidence of each of `codes`, or of every code, from one reading of the project."""
    read = net(project, coder=coder)
    return {code: read.evidence(code, evidence) for code in (read.parents if codes is None else codes)}


def passages(project: Project, code: int, *, evidence: Ways = "both", coder: str | None = None) -> frozenset[int]:
    """Return the keys of the passages of which evidence for `code` covers one character at least."""
    from coding.coverage import Coverage

    covered = Coverage.of(project)
    items = of(project, code, evidence=evidence, coder=coder)
    return frozenset(key for item in items if item.counted for key in covered.passages(item))
