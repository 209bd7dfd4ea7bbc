"""How long sets by rule take to be right again after a change: 200 participants × 20 attributes, 25,000 codings."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from corpus.store.project import Project

Row = tuple[str, str, float, str]
_DOCUMENTS, _PEOPLE, _ATTRIBUTES, _CODES, _CODINGS, _TURNS = 500, 200, 20, 2_000, 25_000, 20


def run() -> list[Row]:
    """Give rows of name, unit, median and note."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured(_study(Path(folder) / "study.verbatim"))


def _study(path: Path) -> Project:
    from coding import codebook, codings
    from corpus import anchors, documents, rules, sets
    from corpus.drafts import Draft, DraftPassage, DraftSpeaker
    from corpus.people import participants
    from corpus.store.project import Project

    chance, project = random.Random(1), Project.create(path)

    def draft(number: int) -> Draft:
        lines = [f"on a vu que le client revient {number} {turn} quand il veut" for turn in range(_TURNS)]
        text, at, passages = "\n".join(lines), 0, []
        for turn, line in enumerate(lines):
            passages.append(DraftPassage("turn", at, at + len(line), speaker=f"R{turn % 2}"))
            at += len(line) + 1
        speakers = tuple(DraftSpeaker(f"R{n}", "respondent", _TURNS // 2) for n in range(2))
        return Draft(
            path=Path(f"{number}.txt"),
            name=f"{number:03d}",
            text=text,
            original=text.encode(),
            media_type="text/plain",
            importer="txt",
            passages=tuple(passages),
            speakers=speakers,
        )

    papers = [one.key for one in documents.add(project, [draft(number) for number in range(_DOCUMENTS)])]
    with project.change("Fill"):
        for n in range(_PEOPLE):
            known = {f"a{column}": str(chance.randrange(10)) for column in range(_ATTRIBUTES)}
            participants.add(project, f"P{n}", attributes=known)
        people = [one.key for one in participants.listed(project)]
        for speaker in documents.speakers(project):
            participants.tie_speaker(project, speaker.key, chance.choice(people))
        codes = [codebook.add(project, f"code {n}") for n in range(_CODES)]
        first = participants.attributes(project)[0].key
        conditions = [
            ("documents", ("attribute", "≥", "5", first)),
            ("participants", ("attribute", "=", "3", first)),
            ("documents", ("segments", "≥", "50", None)),
            ("participants", ("segments", "≥", "120", None)),
            ("participants", ("code", "=", "", codes[0])),
            ("codes", ("participants", "≥", "10", None)),
            ("codes", ("segments", "≥", "12", None)),
            ("documents", ("words", "≥", "100", None)),
        ]
        for n, (kind, (about, op, value, key)) in enumerate(conditions):
            rule = rules.Rule((rules.Condition(about, op, value, key=key),))  # type: ignore[arg-type]  # ops, all of them
            sets.make(project, f"set {n}", kind, rule=rule)  # type: ignore[arg-type]  # kinds, all of them
    places = [(chance.choice(papers), chance.randrange(800)) for _ in range(_CODINGS)]
    codings.apply_many(project, [(chance.choice(codes), anchors.words(key, at, at + 40)) for key, at in places])
    return project


def _measured(project: Project) -> list[Row]:
    from coding import codebook, codings
    from coding.moment.moment import Moment
    from corpus import anchors, documents
    from corpus.people import participants

    moment = Moment.of(project)
    started = time.perf_counter()
    assert len(moment.sets) == 8
    first = (time.perf_counter() - started) * 1000
    person, paper = participants.listed(project)[0].key, documents.listed(project)[0].key
    code = codebook.listed(project)[0].key
    rows: list[Row] = [("sets by rule: the first time", "ms", round(first, 1), "8 rules")]
    changes: list[tuple[str, Callable[[int], object]]] = [
        ("a coding", lambda n: codings.apply(project, code, anchors.words(paper, n, n + 30))),
        ("an attribute's value", lambda n: participants.edit(project, person, attributes={"a0": str(n % 10)})),
    ]
    for what, change in changes:
        filled, whole = [], []
        for n in range(20):
            change(n)
            moment, read, done = _again(moment)
            filled.append(done)
            whole.append(read + done)
        rows.append(
            (
                f"sets by rule recomputed after {what}",
                "ms",
                round(statistics.median(filled), 1),
                f"with what is read again {statistics.median(whole):.1f}",
            )
        )
    return rows


def _again(moment: Moment) -> tuple[Moment, float, float]:
    """Return the moment now, and how long it took to read it and to fill its sets, in milliseconds."""
    begun = time.perf_counter()
    now = moment.now()
    read = time.perf_counter()
    assert now.sets
    return now, (read - begun) * 1000, (time.perf_counter() - read) * 1000
