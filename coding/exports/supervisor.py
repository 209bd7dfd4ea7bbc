"""A study for a supervisor: one page that opens anywhere, needs nothing from elsewhere, and takes remarks.

All that is in it stands in one JSON document, which the page's own script writes out as text and never as markup; its
policy lets nothing be fetched. Places are counted as JavaScript counts, in UTF-16 units.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import select

from coding import permits
from coding.codebook import CodeInfo
from coding.exports import notes, saving
from coding.exports.sheets import storable
from coding.exports.supervisor_words import WORDS
from coding.exports.transcripts import words
from coding.moment import shown
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Leaving, Terms
from corpus.documents import DocumentInfo
from corpus.model import Document, Passage
from corpus.progress import Progress, silent
from corpus.voices import INTERVIEWER

FORMAT = 1
LINKED, CONTRARY, WHOLE = 1, 2, 4
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_SCRIPT = re.compile(r"<script>(.*)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*)</style>", re.DOTALL)


def save(moment: Moment, path: Path, *, terms: Terms = AS_AGREED, progress: Progress = silent) -> int:
    """Write the study as a page and return of how many documents; raises `BeyondConsent`.

    Those who may not be named are masked whatever the view. A document in which somebody speaks who is to be left out
    is not in it.
    """
    seen, out = moment.viewed(masking=True), frozenset[int]()
    if permits.refused(seen, "supervisor"):
        out = permits.left_out(seen, "supervisor", leaving(seen), terms)
        permits.let(seen, "supervisor", leaving(seen, out), terms)
    made = content(seen, out, progress=progress)
    saving.written(path, page(made))
    return len(made["documents"])


def leaving(moment: Moment, without: frozenset[int] = frozenset()) -> Leaving:
    """Return what leaves with the page."""
    infos = documents(moment, without)
    texts = permits.of_records(content(moment, without)).texts
    return Leaving(texts, [(one.key, 0, one.characters) for one in infos], [one.key for one in infos])


def documents(moment: Moment, without: frozenset[int] = frozenset()) -> list[DocumentInfo]:
    """Return the documents that are shown: of the sets, and of nobody who is left out."""
    people = moment.voices.participants_of
    return [one for one in shown.documents(moment) if not without.intersection(people.get(one.key, ()))]


def page(made: dict[str, Any]) -> bytes:
    """Return the page that shows what `content` gives."""
    text = (files("resources.copy") / "page.html").read_text("utf-8")
    study = _written(made | {"copy": hashlib.sha256(_written(made).encode("utf-8", "replace")).hexdigest()[:32]})
    for sign in "<>&":
        study = study.replace(sign, f"\\u{ord(sign):04x}")
    hashes = [_hash(found) for found in (_SCRIPT.search(text), _STYLE.search(text)) if found]
    values = dict(zip(("SCRIPT", "STYLE"), hashes)) | {
        "LANGUAGE": made["language"],
        "TITLE": _escaped(made["title"]),
        "STUDY": study,
    }
    return storable(re.sub(r"@@([A-Z]+)@@", lambda found: values[found[1]], text)).encode("utf-8")


def _written(made: dict[str, Any]) -> str:
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _hash(found: re.Match[str]) -> str:
    return b64encode(hashlib.sha256(found[1].encode()).digest()).decode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def content(moment: Moment, without: frozenset[int] = frozenset(), *, progress: Progress = silent) -> dict[str, Any]:
    """Return what the page shows: codes in tree order with the evidence for each, and documents with their codings."""
    infos, codes = documents(moment, without), shown.codes(moment)
    language = moment.language if moment.language in WORDS else "en"
    numbers = {key: number for number, key in enumerate(codes)}
    papers: dict[int, _Paper] = {}
    for done, info in enumerate(infos):
        progress(done, len(infos), moment.mask.document(info))
        papers[info.key] = _Paper(moment, info, len(papers))
    for document, code, start, end, whole in _codings(moment):
        if document in papers and code in numbers:
            papers[document].code(numbers[code], start, end, whole=whole)
    found = [_code(moment, code, numbers, papers) for code in codes.values()]
    return {
        "format": FORMAT,
        "study": moment.project.lineage,
        "language": language,
        "words": WORDS[language],
        "day": notes.day(moment),
        "title": moment.mask.text(moment.project.info().name),
        "groups": _groups(moment),
        "codes": found,
        "documents": _identified(moment, [paper.record() for paper in papers.values()], list(papers)),
    }


def _codings(moment: Moment) -> Iterator[tuple[int, int, int, int, bool]]:
    coded = moment.coded
    for (_, document, code, start, end, _), whole in zip(coded.codings.tolist(), coded.whole.tolist()):
        yield document, code, start, end, whole


class _Paper:
    """A document as it is shown: its words, the stretches of them that anything is on, and which codes are on which."""

    def __init__(self, moment: Moment, info: DocumentInfo, number: int) -> None:
        self.number = number
        self._name, self._said = moment.mask.document(info), words(moment, info.key)
        self._unit = _units(self._said.text)
        self._spans: dict[tuple[int, int], int] = {}
        self._codings: dict[tuple[int, int], None] = {}
        self._wholes: dict[int, None] = {}

    def span(self, start: int, end: int) -> int:
        """Return the number of a stretch; one of which no words are shown stands at the beginning, and is empty."""
        low, high = self._said.place(start, end) or (0, 0)
        return self._spans.setdefault((self._unit(low), self._unit(high)), len(self._spans))

    def code(self, code: int, start: int, end: int, *, whole: bool) -> None:
        """Note that a code is on a stretch, or on the whole document."""
        if whole:
            self._wholes[code] = None
        else:
            self._codings[self.span(start, end), code] = None

    def record(self) -> dict[str, Any]:
        """Return what the page shows of it: a turn is start, end, speaker and whether they ask; runs are flat."""
        turns, unit = self._said.turns, self._unit
        speakers = {name: n for n, name in enumerate(dict.fromkeys(turn.speaker for turn in turns))}
        rows = [(unit(t.start), unit(t.end), speakers[t.speaker], int(t.role == INTERVIEWER)) for t in turns]
        return {
            "name": self._name,
            "text": self._said.text,
            "speakers": list(speakers),
            "turns": _flat(rows),
            "spans": _flat(self._spans),
            "codings": _flat(self._codings),
            "wholes": list(self._wholes),
        }


def _flat(rows: Iterable[tuple[int, ...]]) -> list[int]:
    return [number for row in rows for number in row]


def _units(text: str) -> Callable[[int], int]:
    """Return how a place in code points is told in UTF-16 units."""
    wide = [found.start() for found in _WIDE.finditer(text)]
    return lambda place: place + bisect_left(wide, place)


def _code(moment: Moment, code: CodeInfo, numbers: dict[int, int], papers: dict[int, _Paper]) -> dict[str, Any]:
    """Return a code with its evidence: for each segment document, stretch, and by which way it came."""
    text = moment.mask.text
    items = [
        (papers[one.document].number, papers[one.document].span(one.start, one.end), _ways(one))
        for one in moment.evidence(code.key)
        if one.document in papers
    ]
    groups = [None, *(info.framework for info in moment.frameworks)]
    return {
        "uid": code.uid,
        "name": text(code.label),
        "depth": code.depth,
        "group": groups.index(code.framework),
        "parent": numbers.get(code.parent or 0, -1),
        "definition": text(code.definition),
        "include": text(code.include),
        "exclude": text(code.exclude),
        "colour": code.colour if _COLOUR.fullmatch(code.colour) else "",
        "items": _flat(items),
    }


def _ways(item: EvidenceItem) -> int:
    return LINKED * (not item.direct) + CONTRARY * (not item.counted) + WHOLE * item.whole


def _groups(moment: Moment) -> list[str]:
    """Return what codes are listed under: the descriptive ones, whose heading the page knows, and each framework."""
    return ["", *(moment.mask.text(info.title) for info in moment.frameworks)]


def _identified(moment: Moment, records: list[dict[str, Any]], keys: list[int]) -> list[dict[str, Any]]:
    """Return the documents with what they, and their turns, are found again by; it says nothing of them."""
    turns: dict[int, list[str]] = {key: [] for key in keys}
    order = (Passage.document_id, Passage.position)
    with moment.project.read() as session:
        known = dict(session.execute(select(Document.id, Document.uid)).all())
        for document, uid in session.execute(select(Passage.document_id, Passage.uid).order_by(*order)):
            turns.setdefault(document, []).append(uid)
    return [{**record, "uid": known[key], "uids": turns[key]} for key, record in zip(keys, records, strict=True)]
