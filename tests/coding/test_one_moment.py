"""What is read together is read at one moment, whatever is written meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from sqlalchemy import event

from coding import codebook, codings, links
from coding.codebook import frameworks, removal
from coding.exports import annexes
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.tables import matrices, people, verbatims
from corpus import anchors, documents
from tests.coding.support import Study, draft

READINGS: dict[str, Callable[[Moment], Any]] = {
    "documents × codes": lambda moment: _numbers(moment, "documents", "codes"),
    "codes × framework": lambda moment: _numbers(moment, "codes", "framework:meco-2019"),
    "participants × coders": lambda moment: _numbers(moment, "participants", "coders"),
    "codebook": lambda moment: moment.codes,
    "counts": counts,
    "evidence": lambda moment: [moment.evidence(code) for code in moment.codes],
    "passages": lambda moment: moment.passages.tolist(),
    "verbatims": verbatims.table,
    "interviews": annexes.interviews,
    "codebook annex": annexes.codebook_report,
    "people": people.counts,
}


def _numbers(moment: Moment, rows: str, columns: str) -> Any:
    matrix = matrices.build(moment, rows, columns)
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
            codings.apply(project, code_key, anchors.words(added.key, 0, 4))
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
            moments = Moment.of(project), Moment.of(project)
        first, again = (READINGS[name](moment) for moment in moments)
        assert again == first
        later = moments[0].now()
        READINGS[name](later)  # whole in itself, however much was written since
    assert later.stamp > moments[0].stamp
    assert len(written) > 2


def test_a_moment_is_read_whole_by_itself(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    with written_between(study) as written:
        moments = [Moment.of(project) for _ in range(3)]
    assert len(written) > 3
    for moment in moments:
        codes = {key for key, code in moment.codes.items() if code.name.startswith("Nr. ")}
        names = {moment.codes[key].name for key in codes}
        assert names == {one.name for one in moment.documents if one.name.startswith("Nr. ")}
        table = moment.codings.table
        assert set(table[np.isin(table[:, 2], list(codes)), 2].tolist()) == codes
        assert set(table[:, 1].tolist()) <= {one.key for one in moment.documents}
        assert set(table[:, 2].tolist()) <= set(moment.codes)


def test_a_moment_brought_up_to_date_is_what_is_read_anew(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    with written_between(study):
        moment = Moment.of(project)
        for _ in range(3):
            moment = moment.now()
    now, anew = moment.now(), Moment.of(project)
    assert now.now() is now
    for name, read in READINGS.items():
        assert read(now) == read(anew), name


def test_history_state_and_study_are_of_the_moment_of_the_block_around_them(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    with written_between(study), project.read():
        first = (project.history(), project.stamp(), project.info())
        assert (project.history(), project.stamp(), project.info()) == first
