"""What a framework says otherwise as it ships now: side by side with the project, and whose the difference is.

Three texts are compared: the project's, the one of the version it was added in, and the one that ships. What did not
change between the last two is no news; where the project's is not the first of them, the person wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from coding import codebook
from coding.codebook import CodeInfo, frameworks, frameworks_files, tree
from coding.codebook.frameworks import FrameworkInfo, described, said
from coding.codebook.frameworks_files import Crosswalk, FrameworkCode, FrameworkFile
from coding.codebook.names import clean_name
from corpus.cleaning import clean_text
from corpus.errors import FrameworkError
from corpus.model import Code, Framework, Link
from corpus.store.project import Project

OF_FRAMEWORK = ("title", "citation", "note")
OF_CODE = ("name", "short", "definition", "include", "exclude", "typical", "atypical")
CUES, CODE, CROSSWALK = "cues", "code", "crosswalk"
ADDED, GONE, CHANGED = "added", "gone", "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the framework as it ships says otherwise: `mine` is the project's text, `shipped` the other.

    `code` is the label of the code it is said of, `field` one of those above, `what` added, gone or changed. `own`: the
    person wrote it, or took it away. `used`: a code that the framework no longer has and that is worked with; it stays.
    """

    key: str
    code: str
    field: str
    what: str
    mine: str
    shipped: str
    own: bool = False
    used: bool = False

    @property
    def in_signs(self) -> bool:
        """Whether the two differ in how apostrophes and spaces are written alone, which is no news to anybody."""
        return self.what == CHANGED and set(plain(self.mine).split("\n")) == set(plain(self.shipped).split("\n"))


def plain(text: str) -> str:
    """Return a text with the apostrophes and spaces of a keyboard, for comparing.

    >>> plain("L’enquête\u202f; quoi\u00a0: rien")
    "L'enquête ; quoi : rien"
    """
    return text.replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")


@dataclass(frozen=True, slots=True)
class FrameworkTexts:
    """A framework in the project, its codes by key, the file that ships, and the one it was added from if known."""

    info: FrameworkInfo
    codes: Mapping[str, CodeInfo]
    now: FrameworkFile
    was: FrameworkFile | None


def newer(info: FrameworkInfo) -> str | None:
    """Return the version that ships where the project holds another; forks and a person's own are never behind."""
    if info.origin != "shipped":
        return None
    version = frameworks_files.version(info.framework)
    return None if version == info.version else version


def changes(project: Project, framework: str) -> list[Difference]:
    """Return what a framework says otherwise as it ships now, first of itself, then code by code, then crosswalks.

    A fork is compared with what it was forked from. Raises `FrameworkError` where nothing of the kind ships.
    """
    return [one for one in every(project, framework) if not one.in_signs]


def every(project: Project, framework: str) -> list[Difference]:
    """Return `changes`, and what differs in signs alone, which is taken over without being asked for."""
    with project.read() as session:
        texts = read(project, framework)
        found = [*_of_framework(texts), *_of_codes(project, texts)]
        return found + (list(_of_crosswalks(session, texts)) if texts.info.origin == "shipped" else [])


def read(project: Project, framework: str) -> FrameworkTexts:
    """Return the texts that are compared."""
    info = frameworks.get(project, framework)
    now = frameworks_files.find(_source(project, info))
    mine = {one.code_key: one for one in codebook.listed(project) if one.framework == info.framework and one.code_key}
    return FrameworkTexts(info, mine, now, frameworks_files.former(now.key, info.version))


def _source(project: Project, info: FrameworkInfo) -> str:
    """Return the key of the shipped framework that this one is, or was forked from."""
    shipped = {file.key for file in frameworks_files.shipped()}
    above = {one.framework: one.forked_from for one in frameworks.listed(project)}
    at = info.framework if info.origin == "shipped" else info.forked_from
    while at is not None and at not in shipped:
        at = above.get(at)
    if at is None:
        raise FrameworkError("{framework} does not come with the program; its text is yours.", framework=info.framework)
    return at


def _of_framework(texts: FrameworkTexts) -> Iterator[Difference]:
    info, language = texts.info, texts.info.language
    for field in OF_FRAMEWORK:
        if field == "title" and info.origin != "shipped":
            continue  # a fork is called otherwise on purpose
        was = None if texts.was is None else _said_of(texts.was, field, language)
        yield from _changed(field, "", field, getattr(info, field), _said_of(texts.now, field, language), was)


def _said_of(file: FrameworkFile, field: str, language: str) -> str:
    return clean_text(said(getattr(file, field), language))


def _changed(key: str, code: str, field: str, mine: str, now: str, was: str | None) -> Iterator[Difference]:
    if now not in (mine, was):
        yield Difference(key, code, field, CHANGED, mine, now, own=was is None or plain(mine) != plain(was))


def _of_codes(project: Project, texts: FrameworkTexts) -> Iterator[Difference]:
    former = {} if texts.was is None else {code.key: code for code in texts.was.codes}
    for code in texts.now.codes:
        if code.key in texts.codes:
            yield from _of_code(texts.codes[code.key], code, former.get(code.key), texts.info.language)
        elif code.key not in former or _as_compared(former[code.key]) != _as_compared(code):
            fields = described(code, texts.info.language)
            label = tree.label(code.key, fields["name"])
            yield Difference(code.key, label, CODE, ADDED, "", fields["definition"], own=code.key in former)
    still = {code.key for code in texts.now.codes}
    for key, code in former.items():
        if key not in still and key in texts.codes:
            yield _gone(project, texts.codes[key], described(code, texts.info.language))


def _of_code(mine: CodeInfo, now: FrameworkCode, was: FrameworkCode | None, language: str) -> Iterator[Difference]:
    new, old = described(now, language), None if was is None else described(was, language)
    for field in OF_CODE:
        before = None if old is None else old[field]
        yield from _changed(f"{now.key}.{field}", mine.label, field, getattr(mine, field), new[field], before)
    kept = cues(mine, now, was)
    if set(kept) != set(mine.cues):
        yield Difference(f"{now.key}.{CUES}", mine.label, CUES, CHANGED, "\n".join(mine.cues), "\n".join(kept))


def cues(mine: CodeInfo, now: FrameworkCode, was: FrameworkCode | None) -> tuple[str, ...]:
    """Return the cues as they will be: those that ship, less what the person took away, and what the person added."""
    new, old = _by_plain(spoken(now)), {} if was is None else _by_plain(spoken(was))
    here = _by_plain(mine.cues)
    kept = [new.get(said, cue) for said, cue in here.items() if said in new or said not in old]
    return (*kept, *(cue for said, cue in new.items() if said not in here and said not in old))


def _by_plain(cues: Iterable[str]) -> dict[str, str]:
    return {plain(cue): cue for cue in cues}


def spoken(code: FrameworkCode) -> dict[str, str]:
    """Return the language of each cue of a code."""
    return {clean_name(cue): language for language, text in code.texts.items() for cue in text.cues}


def _as_compared(code: FrameworkCode) -> str:
    return plain(json.dumps(asdict(code), ensure_ascii=False))


def _gone(project: Project, mine: CodeInfo, old: Mapping[str, str]) -> Difference:
    own = any(plain(getattr(mine, field)) != plain(old[field]) for field in OF_CODE)
    held = codebook.consequences(project, mine.key)
    with project.read() as session:  # a crosswalk that shipped is nobody's work
        ends = or_(Link.from_code_id == mine.key, Link.to_code_id == mine.key)
        shipped = session.scalar(select(func.count()).select_from(Link).where(ends, Link.kind == CROSSWALK)) or 0
    links = held.links - shipped
    used = any((held.codes, held.codings, links, held.judgements, held.excerpts, held.memos, held.set_asides))
    return Difference(mine.code_key or "", mine.label, CODE, GONE, mine.definition, "", own=own, used=used)


def _of_crosswalks(session: Session, texts: FrameworkTexts) -> Iterator[Difference]:
    made, ends = crosswalks_made(session), {*code_keys(session), *(f"{texts.now.key}:{c.key}" for c in texts.now.codes)}
    former = {pair(one): one for one in frameworks_files.former_crosswalks(texts.info.version)}
    current = {pair(one): one for one in frameworks_files.crosswalks()}
    for key, one in current.items():
        if not _of(one, texts.now.key) or not ends.issuperset((one.source, one.target)):
            continue
        new, old = _written(one, texts.info.language), former.get(key)
        if key not in made:
            if old is None:
                yield Difference(key, _ends(one), CROSSWALK, ADDED, "", new)
        elif old != one and made[key].said not in [_joined(one.basis, reason) for reason in one.reason.values()]:
            own = old is None or plain(made[key].said) not in _spoken(old)
            yield Difference(key, _ends(one), CROSSWALK, CHANGED, made[key].said, new, own=own)
    for key, one in former.items():
        if key in made and key not in current and _of(one, texts.now.key):
            own = plain(made[key].said) not in _spoken(one)
            yield Difference(key, _ends(one), CROSSWALK, GONE, made[key].said, "", own=own)


@dataclass(frozen=True, slots=True)
class MadeCrosswalk:
    """A crosswalk in the project: the key of its link, and what it says."""

    link: int
    said: str


def crosswalks_made(session: Session) -> dict[str, MadeCrosswalk]:
    """Return the crosswalks between shipped frameworks in the project, by the `pair` they join."""
    source, target = aliased(Code), aliased(Code)
    named = {key: name for name, key in code_keys(session).items()}
    rows = session.execute(
        select(Link.id, Link.basis, Link.reason, source.id, target.id)
        .join(source, source.id == Link.from_code_id)
        .join(target, target.id == Link.to_code_id)
        .where(Link.kind == CROSSWALK)
    )
    return {
        f"{named[start]}={named[end]}": MadeCrosswalk(link, _joined(basis, reason))
        for link, basis, reason, start, end in rows
        if start in named and end in named
    }


def code_keys(session: Session) -> dict[str, int]:
    """Return the codes of shipped frameworks by `framework:code`."""
    rows = session.execute(
        select(Framework.key, Code.key, Code.id)
        .join(Code, Code.framework_id == Framework.id)
        .where(Framework.origin == "shipped", Code.key.is_not(None))
    )
    return {f"{framework}:{code}": key for framework, code, key in rows}


def pair(one: Crosswalk) -> str:
    """Return what names a crosswalk: both its ends."""
    return f"{one.source}={one.target}"


def _of(one: Crosswalk, framework: str) -> bool:
    return framework in (one.source.partition(":")[0], one.target.partition(":")[0])


def _ends(one: Crosswalk) -> str:
    return f"{one.source} → {one.target}"


def _joined(basis: str, reason: str) -> str:
    return f"{basis}\n{reason}"


def _written(one: Crosswalk, language: str) -> str:
    return _joined(one.basis, said(one.reason, language))


def _spoken(one: Crosswalk) -> set[str]:
    return {plain(_joined(one.basis, reason)) for reason in one.reason.values()}
