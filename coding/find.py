"""Search with codes, speakers and attributes as filters: the index knows the words, the project all the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from coding import codings, evidence, fields, tree
from coding.coverage import Coverage
from coding.dimensions import Source
from coding.evidence import Ways
from coding.verbatims import Verbatim
from corpus import documents as corpus_documents
from corpus.documents import DocumentInfo, PassageInfo
from corpus.progress import Progress, silent
from corpus.project import Project
from corpus.search import find as words_find
from corpus.search import passages
from corpus.search import query as queries
from corpus.search.find import Hit
from corpus.search.index import SearchIndex
from corpus.words import folded


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: `total` passages, of which `hits` are those asked for, in document order."""

    query: str
    total: int
    hits: list[Verbatim]


def search(
    project: Project,
    query: str,
    *,
    index: SearchIndex,
    codes: Iterable[int] = (),
    evidence: Ways = "both",
    coder: str | None = None,
    speaker: str | None = None,
    role: str | None = None,
    where: Mapping[str, str] | None = None,
    documents: str | None = None,
    limit: int | None = None,
    offset: int = 0,
    progress: Progress = silent,
) -> Found:
    """Return the passages that match a query and every filter; raises `QueryError`.

    `codes` keeps passages of which evidence for any of them covers a character; `speaker` a mark or a participant's
    name; `where` the attributes of participants or documents; `documents` a pattern of names (`*`, `?`). Case and
    accents are let go everywhere.
    """
    node = fields.resolved(queries.parse(query), lambda: Source.of(project, interviewer=True))
    index.catch_up(project, progress)
    mask = filtered(
        project, codes=codes, evidence=evidence, coder=coder, speaker=speaker, role=role, where=where,
        documents=documents,
    )  # fmt: skip
    found = words_find.search(index, node, passages.of(project), mask, limit, offset)
    return Found(query, found.total, _verbatims(project, found.hits))


def filtered(
    project: Project,
    *,
    codes: Iterable[int] = (),
    evidence: Ways = "both",
    coder: str | None = None,
    speaker: str | None = None,
    role: str | None = None,
    where: Mapping[str, str] | None = None,
    documents: str | None = None,
) -> frozenset[int] | None:
    """Return the keys of the passages that every filter keeps; None where there is no filter."""
    wanted = list(codes)
    kept: list[frozenset[int]] = []
    if wanted:
        kept.append(_with_codes(project, wanted, evidence, coder))
    if where:
        source = Source.of(project, where=where)
        kept.append(frozenset(source.passages[source.where, 0].tolist()))
    if speaker is not None or role is not None or documents is not None:
        kept.append(_said_by(project, speaker, role, documents))
    return frozenset.intersection(*kept) if kept else None


def _with_codes(project: Project, codes: Collection[int], ways: Ways, coder: str | None) -> frozenset[int]:
    covered = Coverage.of(project)
    items = evidence.of_all(project, codes, evidence=ways, coder=coder)
    return frozenset(
        key for found in items.values() for item in found if item.counted for key in covered.passages(item)
    )


def _said_by(project: Project, speaker: str | None, role: str | None, pattern: str | None) -> frozenset[int]:
    who = None if speaker is None else folded(" ".join(speaker.split()))
    within = None if pattern is None else _matching(corpus_documents.listed(project), pattern)
    marks = None if who is None else _marks(project, who)
    return frozenset(
        passage.key
        for passage in corpus_documents.passages(project)
        if (within is None or passage.document in within)
        and (role is None or passage.role == role)
        and (marks is None or (passage.document, passage.speaker) in marks)
    )


def _marks(project: Project, who: str) -> frozenset[tuple[int, str]]:
    """Return document and mark of every speaker so called, or who is the participant so called."""
    return frozenset(
        (info.document, info.label)
        for info in corpus_documents.speakers(project)
        if who in (folded(info.label), folded(info.participant or ""))
    )


def _matching(found: Iterable[DocumentInfo], pattern: str) -> frozenset[int]:
    plain = folded(pattern)
    return frozenset(info.key for info in found if folded(info.name) == plain or fnmatchcase(folded(info.name), plain))


def _verbatims(project: Project, hits: Collection[Hit]) -> list[Verbatim]:
    infos = {info.key: info for info in corpus_documents.listed(project)}
    places = {passage.key: passage for passage in corpus_documents.passages(project)} if hits else {}
    people = _people(project)
    on_passage = _codes_on(project, hits)
    return [
        _verbatim(hit, infos[hit.document], places[hit.key], people, on_passage.get(hit.key, ((), ())))
        for hit in hits
        if hit.key in places
    ]


def _verbatim(
    hit: Hit, info: DocumentInfo, place: PassageInfo, people: Mapping[tuple[int, str], str],
    on: tuple[tuple[int, ...], tuple[int, ...]],
) -> Verbatim:  # fmt: skip
    person = people.get((hit.document, place.speaker))
    return Verbatim(
        hit.document, info.name, hit.start, hit.end, hit.text, place.speaker, place.role,
        (person,) if person else info.participants, on[0], on[1], passage=hit.key, number=place.number,
        matches=hit.matches,
    )  # fmt: skip


def _people(project: Project) -> dict[tuple[int, str], str]:
    """Return the participant behind each speaker, by document and mark, where one is named."""
    return {
        (info.document, info.label): info.participant
        for info in corpus_documents.speakers(project)
        if info.participant is not None
    }


def _codes_on(project: Project, hits: Collection[Hit]) -> dict[int, tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the codes (in tree order) and codings on each passage of which they cover a character."""
    wanted = {hit.key for hit in hits}
    if not wanted:
        return {}
    covered = Coverage.of(project)
    with project.read() as session:
        order = {node.key: place for place, node in enumerate(tree.nodes(session))}
    found: dict[int, list[tuple[int, int]]] = {}
    for coding in codings.listed(project, documents={hit.document for hit in hits}):
        for key in covered.passages(coding):
            if key in wanted:
                found.setdefault(key, []).append((coding.code, coding.key))
    return {
        key: (tuple(sorted({code for code, _ in on}, key=order.__getitem__)), tuple(coding for _, coding in on))
        for key, on in found.items()
    }
