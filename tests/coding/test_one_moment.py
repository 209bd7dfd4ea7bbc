"""What is read together is read at one moment, whatever is written meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from coding import annexes, codebook, codings, evidence, frameworks, links, matrices, people, removal, verbatims
from coding.dimensions import Source
from coding.grounds import Ground
from corpus import documents
from corpus.project import Project
from tests.coding.support import Study, draft

READINGS: dict[str, Callable[[Project], Any]] = {
    "documents × codes": lambda project: _numbers(project, "documents", "codes"),
    "codes × framework": lambda project: _numbers(project, "codes", "framework:meco-2019"),
    "participants × coders": lambda project: _numbers(project, "participants", "coders"),
    "codebook": codebook.listed,
    "evidence": lambda project: evidence.of_all(project, [code.key for code in codebook.listed(project)]),
    "source": lambda project: Source.of(project).passages.tolist(),
    "ground": lambda project: Ground.of(project).codes,
    "verbatims": verbatims.table,
    "interviews": annexes.interviews,
    "codebook annex": annexes.codebook_report,
    "people": people.counts,
    "trail": lambda project: (project.history(), project.stamp(), project.info()),
}


def _numbers(project: Project, rows: str, columns: str) -> Any:
    matrix = matrices.build(project, rows, columns)
    return [label.name for label in matrix.rows], [label.name for label in matrix.columns], matrix.values.tolist()


@contextmanager
def written_between(study: Study) -> Iterator[list[int]]:
    """Let another thread write before every single statement of this one: no writer could come more often."""
    project, reader, written = study.project, threading.get_ident(), list[int]()

    def write() -> None:
        written.append(len(written))
        name, old = f"Nr. {len(written)}", f"Nr. {len(written) - 2}"
        with project.change("Write"):
            documents.remove(project, [known.key for known in documents.listed(project) if known.name == old])
            for code in codebook.listed(project):
                if code.name == old:
                    removal.remove(project, code.key)
            (added,) = documents.add(project, [draft(name, f"ANNE : {name} coince.\n\nPAUL : Oui.")])
            code_key = codebook.add(project, name)
            codings.apply(project, added.key, (0, 4), code_key)
            links.link(project, code_key, codebook.find(project, "C1").key)

    def before(*_: object) -> None:
        if threading.get_ident() == reader:
            thread = threading.Thread(target=write)
            thread.start()
            thread.join()

    event.listen(project.engine, "before_cursor_execute", before)
    try:
        yield written
    finally:
        event.remove(project.engine, "before_cursor_execute", before)


@pytest.mark.parametrize("name", READINGS)
def test_what_is_read_together_is_of_one_moment(study: Study, name: str) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    with written_between(study) as written:
        with project.read():
            first = READINGS[name](project)
            again = READINGS[name](project)
        assert again == first
    assert len(written) > 2
