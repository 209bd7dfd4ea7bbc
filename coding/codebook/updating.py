"""Taking over what a framework says since a newer version of it ships, thing by thing, as one change.

Codings, links that bring evidence, and what was decided on them stay, whatever is taken over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from coding import codebook
from coding.codebook import codes, differences, frameworks_files, removal
from coding.codebook.differences import ADDED, CODE, CROSSWALK, CUES, GONE, OF_FRAMEWORK, Difference, FrameworkTexts
from coding.codebook.frameworks import described, said
from coding.codebook.frameworks_files import FrameworkCode
from corpus.errors import FrameworkError
from corpus.model import Cue, Framework, Link
from corpus.store.project import Project


def update(project: Project, framework: str, chosen: Collection[str] | None = None) -> list[Difference]:
    """Take over what was `chosen` of `changes`, by key, or all that the person did not write; return what was taken.

    Where anything is taken, apostrophes and spaces come with it untold, as they are no news.

    From then on the project holds the version that ships, also where nothing was chosen, so that it is offered no more.
    """
    with project.change("Update framework") as session:
        texts = differences.read(project, framework)
        every = differences.every(project, framework)
        taken = _chosen([one for one in every if not one.in_signs], chosen)
        kept_whole = chosen is not None and not chosen
        written = [*taken, *(one for one in every if one.in_signs and not (one.own or kept_whole))]
        row = session.get_one(Framework, texts.info.key)
        for one in written:
            if one.field in OF_FRAMEWORK:
                setattr(row, one.field, one.shipped)
        _write_codes(project, session, texts, [one for one in written if one.field not in (*OF_FRAMEWORK, CROSSWALK)])
        session.flush()
        _write_crosswalks(project, session, texts, [one for one in written if one.field == CROSSWALK])
        row.version = texts.now.version
        return taken


def _chosen(offered: Sequence[Difference], chosen: Collection[str] | None) -> list[Difference]:
    if chosen is None:
        return [one for one in offered if not (one.own or one.used)]
    by_key = {one.key: one for one in offered}
    strange = [key for key in chosen if key not in by_key]
    if strange:
        raise FrameworkError("Nothing that has changed is called {name}.", name=strange[0])
    taken = [one for one in offered if one.key in chosen]
    for one in taken:
        if one.used:
            raise FrameworkError("{code} is no longer in the framework, but you work with it: it stays.", code=one.code)
    return taken


def _write_codes(project: Project, session: Session, texts: FrameworkTexts, taken: Sequence[Difference]) -> None:
    now = {code.key: code for code in texts.now.codes}
    fields: dict[int, dict[str, str]] = {}
    for one in taken:
        key, _, field = one.key.rpartition(".")
        if one.field == CODE:
            if one.what == GONE:
                removal.remove(project, texts.codes[one.key].key)
        elif field == CUES:
            _write_cues(session, texts.codes[key].key, one.shipped.split("\n"), differences.spoken(now[key]))
        else:
            fields.setdefault(texts.codes[key].key, {})[field] = one.shipped
    for code, written in fields.items():
        codebook.edit(project, code, **written)
    _add_codes(session, texts, {one.key for one in taken if one.what == ADDED})


def _write_cues(session: Session, code: int, wanted: Sequence[str], languages: dict[str, str]) -> None:
    session.execute(delete(Cue).where(Cue.code_id == code, Cue.text.not_in(wanted)))
    there = set(session.scalars(codes.cues_of(code)))
    made = [{"code_id": code, "text": cue, "language": languages[cue]} for cue in wanted if cue not in there]
    if made:
        session.execute(insert(Cue), made)


def _add_codes(session: Session, texts: FrameworkTexts, keys: Collection[str]) -> None:
    known = {key: code.key for key, code in texts.codes.items()}
    for code in _parents_first(texts.now.codes):
        if code.key in keys:
            fields = described(code, texts.info.language)
            name, key = fields.pop("name"), fields.pop("key")
            above = known.get(code.parent) if code.parent else None
            known[key] = codes.insert(session, name, above, texts.info.key, key=key, **fields)
            _write_cues(session, known[key], list(differences.spoken(code)), differences.spoken(code))


def _parents_first(listed: Sequence[FrameworkCode]) -> Iterator[FrameworkCode]:
    given: set[str | None] = {None}
    while waiting := [code for code in listed if code.key not in given]:
        for code in waiting:
            if code.parent in given:
                given.add(code.key)
                yield code


def _write_crosswalks(project: Project, session: Session, texts: FrameworkTexts, taken: Sequence[Difference]) -> None:
    made, ends = differences.crosswalks_made(session), differences.code_keys(session)
    current = {differences.pair(one): one for one in frameworks_files.crosswalks()}
    for one in taken:
        if one.what == GONE:
            session.delete(session.get_one(Link, made[one.key].link))
            continue
        crosswalk = current[one.key]
        fields = {"basis": crosswalk.basis, "reason": said(crosswalk.reason, texts.info.language)}
        if one.key in made:
            row = session.get_one(Link, made[one.key].link)
            row.basis, row.reason = fields["basis"], fields["reason"]
        elif crosswalk.source in ends and crosswalk.target in ends:
            start, end, coder = ends[crosswalk.source], ends[crosswalk.target], project.coder_key(session)
            session.add(Link(from_code_id=start, to_code_id=end, kind=CROSSWALK, coder_id=coder, **fields))
