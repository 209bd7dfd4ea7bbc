"""A small study made through the real doors, and what every test of a verb asks of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select

from coding.moment.moment import Moment
from coding.search import filters, listings
from coding.search.searches import Search
from coding.tables.verbatims import Verbatim
from corpus import anchors, documents
from corpus.anchors import Anchor
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.search.index import SearchIndex
from corpus.store.history import watched_tables
from corpus.store.project import Project

T = TypeVar("T")

TEXTS = {
    "Achats": "ANNE : On a suivi le parcours client trois semaines.\n\nPAUL : Et alors ?\n\nANNE : Ça coince en rayon.",
    "Bureau": "LUC : Le tableau de bord 📈 tombe chaque lundi.\n\nLUC : Personne ne le lit, hélas.",
    "Caisse": "MIA : The queue is where it breaks.\n\nMIA : We watch it every day.",
}


def draft(name: str, text: str) -> Draft:
    """Return a text as the importer of plain text would give it: one passage a block, its speaker before the colon."""
    passages, labels, at = [], {}, 0
    for block in text.split("\n\n"):
        label, _, words = block.partition(" : ")
        label, words = (label, words) if words else (block.partition(": ")[0], block.partition(": ")[2])
        start = at + len(block) - len(words)
        passages.append(DraftPassage("turn", start, at + len(block), speaker=label))
        labels[label] = labels.get(label, 0) + 1
        at += len(block) + 2
    speakers = tuple(DraftSpeaker(label, "respondent", turns) for label, turns in labels.items())
    return Draft(
        path=Path(f"{name}.txt"),
        name=name,
        text=text,
        original=text.encode(),
        media_type="text/plain",
        importer="txt",
        language="fr",
        passages=tuple(passages),
        speakers=speakers,
    )


@dataclass(frozen=True)
class Study:
    """A project with three texts; `documents` gives their keys by name."""

    project: Project
    documents: dict[str, int]

    def span(self, document: str, words: str) -> tuple[int, int]:
        """Return where `words` stand in a document."""
        start = documents.text(self.project, self.documents[document]).index(words)
        return start, start + len(words)

    def words(self, document: str, words: str) -> Anchor:
        """Return `words` of a document as a place."""
        return anchors.words(self.documents[document], *self.span(document, words))

    @contextmanager
    def coder(self, name: str) -> Iterator[None]:
        """Let another person code for a while."""
        own = self.project.coder
        self.project.coder = name
        try:
            yield
        finally:
            self.project.coder = own


def make_study(folder: Path, *, language: str = "fr", texts: dict[str, str] | None = None) -> Study:
    """Make a project file with texts in it."""
    project = Project.create(folder / "study.verbatim", name="Étude", language=language, coder="Ada")
    added = documents.add(project, [draft(name, text) for name, text in (texts or TEXTS).items()])
    return Study(project, {one.name: one.key for one in added})


def dump(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that undo must restore."""
    with project.read() as session:
        tables = watched_tables()
        return {t.name: [tuple(row) for row in session.execute(select(t).order_by(t.c.id))] for t in tables}


def does_and_undoes(project: Project, verb: Callable[[], T]) -> T:
    """Do it, then see that one undo takes all of it back and one redo brings all of it again."""
    before = dump(project)
    result = verb()
    after = dump(project)
    assert after != before, "nothing was written"
    project.undo()
    assert dump(project) == before
    project.redo()
    assert dump(project) == after
    return result


def searched(project: Project, query: str, index: SearchIndex, **kept: Any) -> list[Verbatim]:
    """Return what a query finds among the passages that filters keep, as the command line asks it."""
    moment = Moment.of(project)
    found = listings.listing(Search(query), moment, index, among=filters.kept(moment, **kept))
    return [found.row(number).verbatim for number in range(len(found))]
