"""What makes a theory grow in a study: codes added, sharpened and split, each with the reason and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coding import codebook, codings, links, memos
from coding.codebook.codes import THIS_STUDY
from coding.codings import CodingInfo
from corpus.errors import CodingError, NothingThere
from corpus.store.project import Project


def _linked_above(code: int, parents: Mapping[int, int | None], sources: Iterable[int]) -> int | None:
    """Return which of `sources` is `code` or nearest above it."""
    at: int | None = code
    while at is not None and at not in sources:
        at = parents.get(at)
    return at


def add(project: Project, framework: str, name: str, *, reason: str = "", **fields: Any) -> int:
    """Add a code to a framework, of this study unless told, with the reason as a theoretical memo; return its key."""
    with project.change("Add code"):
        made = codebook.add(project, name, framework=framework, **{"provenance": THIS_STUDY, **fields})
        _remember(project, name, reason, made)
        return made


def sharpen(project: Project, code: int, *, reason: str = "", **fields: Any) -> None:
    """Change what is said of a framework's code, with the reason as a theoretical memo."""
    with project.change("Edit code"):
        codebook.edit(project, code, **fields)
        _remember(project, codebook.get(project, code).label, reason, code)


def split(
    project: Project,
    code: int,
    evidence: Iterable[int],
    name: str,
    *,
    key: str | None = None,
    definition: str = "",
    under: bool = True,
    reason: str = "",
) -> int:
    """Make a new code of a framework from part of the evidence of `code`, under it or beside it; return its key.

    The evidence is named by its codings. Those of `code` move to the new one. Those that a link brought are judged in
    for the new one, by a one-by-one link, and out of `code`; their stance goes along. A theoretical memo on the new
    code keeps the reason and the words for the split.
    """
    with project.change("Split code"):
        old = codebook.get(project, code)
        mine = _codings(project, evidence)
        if not mine:
            raise CodingError("Tick the words for which {code} is to be split.", code=old.label)
        made = codebook.add(
            project,
            name,
            framework=old.framework,
            parent=code if under else old.parent,
            key=key,
            definition=definition,
            provenance=THIS_STUDY,
        )
        direct = [one.key for one in mine if one.code == code]
        if direct:
            codings.recode(project, direct, made)
        passed = _pass_on(project, [one for one in mine if one.code != code], code, made, reason)
        if not direct and not passed:
            raise NothingThere("These words do not illustrate {code}.", code=old.label)
        _remember(project, f"{old.label} → {name}", reason, made, [one.key for one in mine])
        return made


def _codings(project: Project, keys: Iterable[int]) -> list[CodingInfo]:
    by_key = {one.key: one for one in codings.listed(project)}
    return [by_key[key] for key in dict.fromkeys(keys) if key in by_key]


def _pass_on(project: Project, linked: Iterable[CodingInfo], old: int, new: int, reason: str) -> bool:
    """Judge what links brought in for the new code and out of the old; say whether there was anything."""
    parents = {one.key: one.parent for one in codebook.listed(project)}
    sources = {one.source for one in links.listed(project) if one.target == old}
    stances = {one.coding: one.stance for one in links.judgements(project, code=old)}
    made: set[int] = set()
    for coding in linked:
        source = _linked_above(coding.code, parents, sources)
        if source is None:
            continue
        if source not in made:
            links.link(project, source, new, mode="one_by_one", reason=reason)
            made.add(source)
        links.judge(project, coding.key, new, "in", stance=stances.get(coding.key), reason=reason)
        links.judge(project, coding.key, old, "out", reason=reason)
    return bool(made)


def _remember(project: Project, title: str, reason: str, code: int, words: Iterable[int] = ()) -> None:
    words = tuple(words)
    if reason.strip() or words:
        targets = [memos.Target("code", code), *(memos.Target("coding", one) for one in words)]
        memos.add(project, reason, title=title, kind="theoretical", targets=targets)
