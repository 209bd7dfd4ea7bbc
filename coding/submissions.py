"""Submissions: what was sent is kept under a name, and later it is told what changed since.

The study as it stood is content by its hash, outside the watched log as originals are; the name is a row like others.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from coding import excerpts
from coding.moment import shown
from coding.moment.moment import Moment
from corpus import documents
from corpus.cleaning import clean_text
from corpus.errors import NothingThere, SubmissionError
from corpus.importers import safety
from corpus.model import Coder, Content, Submission
from corpus.store.project import Project

_PAPER = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class SubmissionInfo:
    """What was sent: `study` and `article` are hashes of content, `article_name` the file's name if there was one."""

    key: int
    name: str
    note: str
    study: str
    article: str | None
    article_name: str
    coder: str
    at: str


@dataclass(frozen=True, slots=True)
class StudyDifference:
    """One thing that is otherwise now: what kind of thing, what it is called, and what it was and is."""

    part: str
    what: str
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class SubmittedStudy:
    """A study as it stood: codes, the words that are evidence for each, tables by report and row, and quotations."""

    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    evidence: dict[str, list[list[str]]] = field(default_factory=dict)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    quotations: dict[str, list[str]] = field(default_factory=dict)


def standing(moment: Moment, tables: dict[str, list[list[str]]]) -> SubmittedStudy:
    """Return a study as it stands, with tables that were made of it."""
    codes, evidence = dict[str, dict[str, str]](), dict[str, list[list[str]]]()
    for key, code in shown.codes(moment).items():
        codes[str(key)] = {"name": code.label, "path": code.path, "definition": code.definition}
        evidence[str(key)] = [
            [str(item.document), moment.text(item.document)[item.start : item.end]]
            for item in moment.evidence(key)
            if item.counted
        ]
    quotations = {
        str(one.key): [str(one.code), excerpts.printed(moment.project, one), one.translation] for one in moment.excerpts
    }
    return SubmittedStudy(codes, evidence, tables, quotations)


def freeze(
    moment: Moment, name: str, tables: dict[str, list[list[str]]], *, note: str = "", article: Path | None = None
) -> int:
    """Keep what is sent under a name, with the article's file if given, and return its key."""
    project, name = moment.project, clean_text(name).strip()
    if not name:
        raise SubmissionError("What was sent needs a name.")
    body = zlib.compress(json.dumps(vars(standing(moment, tables)), ensure_ascii=False, sort_keys=True).encode(), 9)
    paper = safety.load(article) if article is not None else None
    with project.change("Keep what was sent") as session:
        if session.scalar(select(func.count()).where(func.lower(Submission.name) == name.lower())):
            raise SubmissionError("{name} was sent already; give this one another name.", name=name)
        row = Submission(
            name=name,
            note=clean_text(note).strip(),
            coder_id=project.coder_key(session),
            study_sha=documents.keep(session, body, "submission", "application/zlib"),
            article_sha=None if paper is None else documents.keep(session, paper, "original", _PAPER),
            article_name=article.name if article is not None else "",
        )
        session.add(row)
        session.flush()
        return row.id


def listed(project: Project) -> list[SubmissionInfo]:
    """Return what was sent, in the order it was."""
    query = (
        select(
            Submission.id,
            Submission.name,
            Submission.note,
            Submission.study_sha,
            Submission.article_sha,
            Submission.article_name,
            Coder.name,
            Submission.created_at,
        )
        .join(Coder, Coder.id == Submission.coder_id)
        .order_by(Submission.id)
    )
    with project.read() as session:
        return [SubmissionInfo(*row) for row in session.execute(query)]


def find(project: Project, name: str) -> SubmissionInfo:
    """Return what was sent under a name; raises `NothingThere`."""
    for one in listed(project):
        if one.name.casefold() == name.strip().casefold():
            return one
    raise NothingThere("Nothing was sent under the name {name}.", name=name)


def remove(project: Project, key: int) -> None:
    """Forget that something was sent; remarks on it stay."""
    with project.change("Forget what was sent") as session:
        row = session.get(Submission, key)
        if row is None:
            raise NothingThere("Nothing of this was sent.")
        session.delete(row)


def article(project: Project, one: SubmissionInfo) -> bytes:
    """Return the article that was sent; raises `NothingThere` where none was kept."""
    if one.article is None:
        raise NothingThere("No article was kept with {name}.", name=one.name)
    return _content(project, one.article)


def kept(project: Project, one: SubmissionInfo) -> SubmittedStudy:
    """Return the study as it stood when something was sent."""
    read: dict[str, Any] = json.loads(zlib.decompress(_content(project, one.study)))
    return SubmittedStudy(**read)


def _content(project: Project, sha: str) -> bytes:
    with project.read() as session:
        body = session.scalar(select(Content.body).where(Content.sha256 == sha))
    if body is None or hashlib.sha256(body).hexdigest() != sha:
        raise NothingThere("What was sent is damaged in this file: it can't be read.")
    return bytes(body)


def since(moment: Moment, one: SubmissionInfo, tables: dict[str, list[list[str]]]) -> list[StudyDifference]:
    """Return what changed since something was sent; of documents coded blind, nothing of their evidence is told."""
    before, now = kept(moment.project, one), standing(moment, tables)
    return differences(*(_seen(moment, each) for each in (before, now)))


def _seen(moment: Moment, one: SubmittedStudy) -> SubmittedStudy:
    unseen = {str(key) for key in moment.read.blind}
    if not unseen:
        return one
    evidence = {code: [words for words in found if words[0] not in unseen] for code, found in one.evidence.items()}
    return SubmittedStudy(one.codes, evidence)


def differences(before: SubmittedStudy, now: SubmittedStudy) -> list[StudyDifference]:
    """Return what is otherwise now: of codes, of the evidence of each, of tables, and of quotations."""
    return [*_of_codes(before, now), *_of_evidence(before, now), *_of_tables(before, now), *_of_quotations(before, now)]


def _of_codes(before: SubmittedStudy, now: SubmittedStudy) -> Iterator[StudyDifference]:
    for key in {**before.codes, **now.codes}:
        was, is_ = before.codes.get(key), now.codes.get(key)
        if was is None or is_ is None:
            name = (is_ or was or {})["name"]
            yield StudyDifference("code", "added" if was is None else "gone", name, "", "")
            continue
        for what in ("name", "path", "definition"):
            if was[what] != is_[what] and not (what == "path" and was["name"] != is_["name"]):
                yield StudyDifference("code", what, is_["name"], was[what], is_[what])


def _of_evidence(before: SubmittedStudy, now: SubmittedStudy) -> Iterator[StudyDifference]:
    """Yield the words that came to a code, and those that went; a text that was corrected counts as both."""
    for key, code in now.codes.items():
        was = Counter(map(tuple, before.evidence.get(key, ())))
        is_ = Counter(map(tuple, now.evidence.get(key, ())))
        for words in (is_ - was).elements():
            yield StudyDifference("evidence", "added", code["name"], "", words[1])
        for words in (was - is_).elements():
            yield StudyDifference("evidence", "gone", code["name"], words[1], "")


def _of_tables(before: SubmittedStudy, now: SubmittedStudy) -> Iterator[StudyDifference]:
    for name in before.tables:
        was = Counter(map(tuple, before.tables[name]))
        is_ = Counter(map(tuple, now.tables.get(name, ())))
        gone, added = (was - is_).total(), (is_ - was).total()
        if gone or added:
            yield StudyDifference("table", "changed", name, str(gone), str(added))


def _of_quotations(before: SubmittedStudy, now: SubmittedStudy) -> Iterator[StudyDifference]:
    for key in {**before.quotations, **now.quotations}:
        was, is_ = before.quotations.get(key), now.quotations.get(key)
        code = (now.codes if is_ else before.codes).get((is_ or was or [""])[0], {}).get("name", "")
        if was is None or is_ is None:
            yield StudyDifference("quotation", "added" if was is None else "gone", code, *_told(was, is_))
        elif was[1:] != is_[1:]:
            yield StudyDifference("quotation", "changed", code, *_told(was, is_))


def _told(was: Sequence[str] | None, is_: Sequence[str] | None) -> tuple[str, str]:
    return (was[1] if was else "", is_[1] if is_ else "")
