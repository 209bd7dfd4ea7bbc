"""What memos link to: `[[code:Prices]]` is kept with the identity of the code, and read with the name it has now.

A link that was typed is `[[kind:name]]`, or `[[name]]` where that means one thing alone; a passage is
`[[passage:document § number]]`. What is kept is `[[kind:name|uid]]`; nothing above `coding.memos` sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding.codebook import tree
from corpus.model import Code, Document, Memo, Participant, Passage
from corpus.store.project import Project
from corpus.words import folded

KINDS = ("code", "document", "participant", "memo", "passage")
_LINK = re.compile(r"\[\[([^\[\]\n|]{1,500})(?:\|([0-9a-f-]{36}))?\]\]")
_PLAIN = str.maketrans("[]|\n", "()/ ")
_SECTION = " § "
_COLUMNS = {
    "document": select(Document.id, Document.uid, Document.name).order_by(Document.id),
    "participant": select(Participant.id, Participant.uid, Participant.name).order_by(Participant.id),
    "memo": select(Memo.id, Memo.uid, Memo.title).order_by(Memo.id),
}


@dataclass(frozen=True, slots=True)
class Linkable:
    """Something that a memo can link to, by the name that means it alone; a passage has the span of its words."""

    kind: str
    key: int
    uid: str
    name: str
    document: int | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A link in a text: where it stands, in code points, what is written in it, and what it leads to, if anything."""

    start: int
    end: int
    kind: str | None
    name: str
    to: Linkable | None


class LinkTargets:
    """What there is to link to, read kind by kind when it is first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ways: dict[str, dict[str, set[int]]] = {}
        self._named: dict[str, dict[int, Linkable]] = {}

    def all(self, kind: str) -> list[Linkable]:
        """Return everything of a kind, but no passages."""
        return list(self._of(kind).values())

    def _of(self, kind: str) -> dict[int, Linkable]:
        if kind not in self._named:
            rows = [(key, uid, [_plain(name) for name in names]) for key, uid, names in self._rows(kind)]
            ways = self._ways[kind] = {}
            for key, _, names in rows:
                for way in (*names, f"{names[0]} #{key}", f"#{key}"):
                    ways.setdefault(folded(way), set()).add(key)
            self._named[kind] = {key: Linkable(kind, key, uid, _alone(ways, key, names)) for key, uid, names in rows}
        return self._named[kind]

    def _rows(self, kind: str) -> Iterator[tuple[int, str, list[str]]]:
        """Yield key, uid and the names that each thing of a kind goes by, the one that is shown first."""
        session = self._session
        if kind == "code":
            uids = dict(session.execute(select(Code.id, Code.uid)).all())
            for node in tree.nodes(session):
                yield node.key, uids[node.key], [node.label, node.name, node.path, node.code_key or node.name]
            return
        for key, uid, said in session.execute(_COLUMNS[kind]):
            yield key, uid, [said or f"#{key}"]

    def by_uid(self, kind: str, uid: str) -> Linkable | None:
        """Return what has that identity."""
        if kind == "passage":
            return self._passage(Passage.uid == uid)
        return next((one for one in self._of(kind).values() if one.uid == uid), None)

    def find(self, kind: str | None, name: str) -> Linkable | None:
        """Return the one thing of that name, case and accents let go; None where it is none or may be several."""
        if kind == "passage":
            return self._passage_named(name)
        kinds = (kind,) if kind else KINDS[:-1]
        wanted = folded(_plain(name).strip())
        found = [named for one in kinds for named in self._called(one, wanted)]
        return found[0] if len(found) == 1 else None

    def _called(self, kind: str, name: str) -> list[Linkable]:
        there = self._of(kind)
        return [there[key] for key in self._ways[kind].get(name, ())]

    def _passage_named(self, name: str) -> Linkable | None:
        title, mark, number = name.rpartition("§")
        document = self.find("document", title) if mark and number.strip().isdecimal() else None
        if document is None or len(number) > 9:
            return None
        return self._passage(Passage.document_id == document.key, Passage.position == int(number) - 1)

    def _passage(self, *where: object) -> Linkable | None:
        columns = (Passage.id, Passage.uid, Passage.document_id, Passage.position, Passage.start, Passage.end)
        row = self._session.execute(select(*columns).where(*where)).first()  # type: ignore[arg-type]  # conditions on its columns
        if row is None:
            return None
        name = f"{self._of('document')[row.document_id].name}{_SECTION}{row.position + 1}"
        return Linkable("passage", row.id, row.uid, name, row.document_id, (row.start, row.end))


def _plain(name: str) -> str:
    return name.translate(_PLAIN)


def _alone(ways: dict[str, set[int]], key: int, names: list[str]) -> str:
    """Return the first of the names that means this one alone."""
    return next((name for name in names if ways[folded(name)] == {key}), f"{names[0]} #{key}")


def _parted(written: str) -> tuple[str | None, str]:
    """Return the kind that a link says, if any, and the name."""
    head, colon, rest = written.partition(":")
    kind = folded(head.strip())
    return (kind, rest.strip()) if colon and kind in KINDS else (None, written.strip())


def shown(known: LinkTargets, body: str) -> str:
    """Return a memo's text as one reads it: each link with the name that it has now, else with its last one."""

    def one(link: re.Match[str]) -> str:
        written, uid = link.groups()
        kind, _ = _parted(written)
        found = known.by_uid(kind, uid) if kind and uid else None
        return f"[[{kind}:{found.name}]]" if found else f"[[{written}]]"

    return _LINK.sub(one, body) if "[[" in body else body


def stored(known: LinkTargets, text: str, before: str = "") -> str:
    """Return a memo's text as it is kept; a link to what is gone stays one, so that undo mends it."""
    lost = {_parted(written): uid for written, uid in _LINK.findall(before) if uid}

    def one(link: re.Match[str]) -> str:
        kind, name = _parted(link.group(1))
        found = known.find(kind, name)
        if found is not None:
            return f"[[{found.kind}:{found.name}|{found.uid}]]"
        uid = link.group(2) or lost.get((kind, name))
        return f"[[{link.group(1)}|{uid}]]" if uid and kind else f"[[{link.group(1)}]]"

    return _LINK.sub(one, text) if "[[" in text else text


def found(project: Project, text: str) -> tuple[Linked, ...]:
    """Return the links in a text as one reads it, in their order; one that leads nowhere is broken."""
    if "[[" not in text:
        return ()
    with project.read() as session:
        known = LinkTargets(session)
        parted = [(link, *_parted(link.group(1))) for link in _LINK.finditer(text)]
        return tuple(Linked(*link.span(), kind, name, known.find(kind, name)) for link, kind, name in parted)


def offers(project: Project) -> list[Linkable]:
    """Return all that a memo may link to, but passages."""
    with project.read() as session:
        known = LinkTargets(session)
        return [one for kind in KINDS[:-1] for one in known.all(kind)]


def passages(project: Project, document: str) -> int:
    """Return how many passages the document of that name has, 0 where there is none."""
    with project.read() as session:
        one = LinkTargets(session).find("document", document)
        count = select(func.count()).select_from(Passage)
        return session.scalar(count.where(Passage.document_id == one.key)) or 0 if one is not None else 0
