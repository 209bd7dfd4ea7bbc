"""What makes a theory grow in a study: codes added, sharpened and split, each with the reason and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coding.moment.evidence import Item
    from corpus.project import Project

THIS_STUDY = "this study"


def _linked_above(code: int, parents: Mapping[int, int | None], sources: Iterable[int]) -> int | None:
    """Return which of `sources` is `code` or nearest above it."""
    at: int | None = code
    while at is not None and at not in sources:
        at = parents.get(at)
    return at


def add(project: Project, framework: str, name: str, *, reason: str = "", **fields: Any) -> int:
    """Add a code to a framework, of this study unless told, with the reason as a theoretical memo; return its key."""
    from coding import codebook

    with project.change("Add code"):
        made = codebook.add(project, name, framework=framework, **{"provenance": THIS_STUDY, **fields})
        _remember(project, name, reason, made)
        return made


def sharpen(project: Project, code: int, *, reason: str = "", **fields: Any) -> None:
    """Change what is said of a framework's code, with the reason as a theoretical memo."""
    from coding import codebook

    with project.change("Edit code"):
        codebook.edit(project, code, **fields)
        _remember(project, codebook.get(project, code).label, reason, code)


def split(
    project: Project, code: int, items: Sequence[Item], name: str, *, key: str | None = None, definition: str = "",
    under: bool = True, reason: str = "",
) -> int:  # fmt: skip
    """Make a new code of a framework from part of the evidence of `code`, under it or beside it; return its key.

    Direct codings move to the new code. What links brought is judged in for the new one, by a one-by-one link, and out
    of `code`; its stance goes along. A theoretical memo on the new code keeps the reason and the words for the split.
    """
    from coding import codebook, codings
    from corpus.errors import CodingError

    with project.change("Split code"):
        old = codebook.get(project, code)
        if not items:
            raise CodingError("Tick the words for which {code} is to be split.", code=old.label)
        made = codebook.add(
            project, name, framework=old.framework, parent=code if under else old.parent, key=key,
            definition=definition, provenance=THIS_STUDY,
        )  # fmt: skip
        by_key = {one.key: one for one in codings.listed(project)}
        mine = [by_key[one] for item in items for one in item.codings if one in by_key]
        if direct := [one.key for one in mine if one.code == code]:
            codings.recode(project, direct, made)
        _pass_on(project, [(one.key, one.code) for one in mine if one.code != code], code, made, reason)
        _remember(project, f"{old.label} → {name}", reason, made, [one.key for one in mine])
        return made


def _pass_on(project: Project, linked: Iterable[tuple[int, int]], old: int, new: int, reason: str) -> None:
    from coding import codebook, links

    parents = {one.key: one.parent for one in codebook.listed(project)}
    sources = {one.source for one in links.listed(project) if one.target == old}
    stances = {one.coding: one.stance for one in links.judgements(project, code=old)}
    made: set[int] = set()
    for coding, code in linked:
        source = _linked_above(code, parents, sources)
        if source is None:
            continue
        if source not in made:
            links.link(project, source, new, mode="one_by_one", reason=reason)
            made.add(source)
        links.judge(project, coding, new, "in", stance=stances.get(coding), reason=reason)
        links.judge(project, coding, old, "out", reason=reason)


def _remember(project: Project, title: str, reason: str, code: int, words: Iterable[int] = ()) -> None:
    from coding import memos

    words = tuple(words)
    if reason.strip() or words:
        targets = [memos.Target("code", code), *(memos.Target("coding", one) for one in words)]
        memos.add(project, reason, title=title, kind="theoretical", targets=targets)
