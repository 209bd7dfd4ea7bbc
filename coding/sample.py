"""The sample study: a fictional one, put together by the same verbs a researcher uses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from coding import assertions, codebook, codings, excerpts, links, memos, readings
from coding.codebook import frameworks
from corpus import anchors, documents, importing
from corpus.anchors import Anchor
from corpus.errors import SpanOutside
from corpus.people import attributes, participants
from corpus.progress import Progress, silent
from corpus.store.project import Project

Entry = Mapping[str, Any]
STEPS = 6
# The study is in French, and so are the names of what is known of its participants; they are labelled in English.
ATTRIBUTES = {"function": "Fonction", "company_type": "Type d'entreprise", "company": "Entreprise", "sector": "Secteur"}
_ENGLISH = {"function": "Function", "company_type": "Type of company", "company": "Company", "sector": "Sector"}


@dataclass(frozen=True)
class _Study:
    """The study as written in `resources/sample`, and where its quotations stand in the project."""

    project: Project
    head: Entry
    halves: tuple[Entry, ...]
    documents: dict[str, int]
    codes: dict[str, int]

    def entries(self, table: str) -> Iterator[Entry]:
        """Return the entries of one table in all halves."""
        for half in self.halves:
            yield from half.get(table, ())

    def words(self, document: str, quote: str) -> Anchor:
        """Return where `quote` stands in the document."""
        text = documents.text(self.project, self.documents[document])
        if text.count(quote) != 1:
            raise SpanOutside("The sample study quotes words that {name} does not hold once.", name=document)
        start = text.index(quote)
        return anchors.words(self.documents[document], start, start + len(quote))

    def place(self, entry: Entry) -> Anchor:
        """Return where an entry's quotation stands."""
        return self.words(entry["document"], entry["quote"])


def build(path: Path, progress: Progress = silent, *, coder: str | None = None) -> Project:
    """Make the sample study at `path` and return it opened; a cancelled build leaves no file."""
    head, halves = _read()
    project = Project.create(path, name=head["name"], language=head["language"], coder=coder)
    try:
        _fill(project, head, halves, progress)
    except BaseException:
        project.close()
        for left in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            left.unlink(missing_ok=True)
        raise
    return project


def _read() -> tuple[Entry, tuple[Entry, ...]]:
    folder = files("resources") / "sample"
    head = tomllib.loads((folder / "study.toml").read_text("utf-8"))
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith("study-"))
    return head, tuple(tomllib.loads((folder / name).read_text("utf-8")) for name in names)


def _fill(project: Project, head: Entry, halves: tuple[Entry, ...], progress: Progress) -> None:
    progress(0, STEPS, "documents")
    with as_file(files("resources") / "sample" / "interviews") as folder:
        for outcome in importing.import_files(project, [folder], language=head["language"]):
            if outcome.error is not None:
                raise outcome.error
    progress(1, STEPS, "participants")
    found = {info.name: info.key for info in documents.listed(project)}
    _participants(project, head, found)
    progress(2, STEPS, "codes")
    study = _Study(project, head, halves, found, _codes(project, head))
    progress(3, STEPS, "codings")
    _codings(study)
    progress(4, STEPS, "links")
    _links(study)
    progress(5, STEPS, "memos")
    _memos(study)
    _excerpts(study)
    _passes(study)
    progress(STEPS, STEPS, "")


def _participants(project: Project, head: Entry, found: Mapping[str, int]) -> None:
    with project.change("Add participants"):
        for column, shown in ATTRIBUTES.items():
            attributes.add(project, shown, labels={"en": _ENGLISH[column]})
        for entry in head["participant"]:
            participants.add(
                project,
                entry["name"],
                confidential=entry.get("confidential", False),
                attributes={shown: entry[column] for column, shown in ATTRIBUTES.items() if entry.get(column)},
                documents=[found[entry["document"]]],
            )


def _codes(project: Project, head: Entry) -> dict[str, int]:
    made: dict[str, int] = {}
    with project.change("Add codes"):
        for entry in head["code"]:
            fields = {k: v for k, v in entry.items() if k not in ("name", "parent")}
            parent = made[entry["parent"]] if entry.get("parent") else None
            made[entry["name"]] = codebook.add(project, entry["name"], parent=parent, **fields)
    framework = frameworks.add(project, head["framework"])
    for code in codebook.listed(project):
        if code.framework == framework and code.code_key:
            made[code.code_key] = code.key
    return made


def _codings(study: _Study) -> None:
    with study.project.change("Apply codes"):
        for entry in study.entries("coding"):
            key = codings.apply(study.project, study.codes[entry["code"]], study.place(entry))
            if entry.get("memo"):
                memos.add(study.project, entry["memo"], targets=[memos.Target("coding", key)])


def _links(study: _Study) -> None:
    project = study.project
    with project.change("Link codes"):
        for entry in study.head["link"]:
            links.link(
                project,
                study.codes[entry["from"]],
                study.codes[entry["to"]],
                reason=entry.get("reason", ""),
                mode=entry.get("mode"),
            )
    with project.change("Write assertions"):
        for entry in study.head["assertion"]:
            assertions.add(
                project,
                entry["text"],
                scope=entry["scope"],
                rivals=entry.get("rivals", ""),
                code=study.codes[entry["concept"]],
            )
    with project.change("Decide on codings"):
        for entry in study.entries("judgement"):
            coding = codings.find(project, study.codes[entry["code"]], study.place(entry))
            links.judge(
                project,
                coding.key,
                study.codes[entry["theoretical"]],
                entry["verdict"],
                stance=entry.get("stance"),
                reason=entry.get("reason", ""),
            )


def _memos(study: _Study) -> None:
    with study.project.change("Write memos"):
        for entry in study.entries("memo"):
            memos.add(
                study.project,
                entry["body"],
                title=entry.get("title", ""),
                kind=entry.get("kind", "plain"),
                targets=[_target(study, entry["target"])],
            )


def _target(study: _Study, written: str) -> memos.Target:
    kind, _, rest = written.partition(":")
    if kind == "document":
        return memos.Target("document", study.documents[rest])
    if kind == "code":
        return memos.Target("code", study.codes[rest])
    if kind == "coding":
        document, quote, code = rest.split("|")
        coding = codings.find(study.project, study.codes[code], study.words(document, quote))
        return memos.Target("coding", coding.key)
    return memos.Target("project")


def _excerpts(study: _Study) -> None:
    with study.project.change("Choose excerpts"):
        for entry in study.entries("excerpt"):
            anchor, quote = study.place(entry), entry["quote"]
            start = anchor.start or 0
            cuts = [(start + quote.index(cut), start + quote.index(cut) + len(cut)) for cut in entry.get("cuts", ())]
            insertions = [
                (start + quote.index(one["after"]) + len(one["after"]), one["text"])
                for one in entry.get("insertions", ())
            ]
            excerpts.add(
                study.project,
                study.codes[entry["code"]],
                anchor,
                cuts=cuts,
                insertions=insertions,
                translation=entry.get("translation", ""),
            )


def _passes(study: _Study) -> None:
    """Declare every first pass done, so that suggestions are shown at once."""
    with study.project.change("Declare first passes done"):
        for document in study.documents.values():
            readings.declare(study.project, document, "done", cycle="descriptive")
