"""What a link proposes, or what proposes itself, is counted apart until somebody had it before their eyes."""

from __future__ import annotations

import numpy as np
import pytest
from sqlalchemy import select, update

from coding import codebook, codings, links, readings
from coding.codebook import frameworks
from coding.codings import Entry
from coding.moment import counts, weighing
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus.errors import WorkbenchError
from corpus.model import Opened
from corpus.store.project import BESIDE, Changes, Project
from tests.coding.support import Study, dump

BEFORE, AFTER = "2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"


@pytest.fixture
def theory(study: Study) -> dict[str, int]:
    frameworks.add(study.project, "meco-2019")
    keys = {c.code_key or c.name: c.key for c in codebook.listed(study.project)}
    return keys | {name: codebook.add(study.project, name) for name in ("listen", "film")}


def coded(study: Study, code: int, words: str, *, at: str = BEFORE, origin: str = "manual") -> int:
    entry = Entry(code, study.words("Achats", words), None, origin, at)
    return codings.enter(study.project, [entry])[0] or 0


def unread(project: Project, code: int, *, layer: str | None = None) -> int:
    return len(Moment.of(project, layer=layer).net.unread(code))


def test_a_link_proposes_until_the_words_are_opened(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    first, _ = (coded(study, theory["film"], words) for words in ("parcours client", "coince"))
    readings.opened(project, [first])
    project.write_beside(update(Opened), {"at": BEFORE})  # before the link: that was about something else
    links.link(project, theory["film"], theory["C1"])
    assert unread(project, theory["C1"]) == 2
    assert weighing.weigh(Moment.of(project)).counts(theory["C1"]).unread == 2
    readings.opened(project, [first])
    assert [item.unread for item in Moment.of(project).evidence(theory["C1"])] == [False, True]
    assert unread(project, theory["C1"]) == 1


def test_words_opened_within_the_same_thousandth_of_a_second_are_read(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    first = coded(study, theory["film"], "parcours client")
    links.link(project, theory["film"], theory["C1"])
    readings.opened(project, [first])
    made = links.listed(project)[0].created_at
    for at, left in ((made, 0), (made.replace("Z", "9Z"), 0), (BEFORE, 1)):
        project.write_beside(update(Opened), {"at": at})
        assert unread(project, theory["C1"]) == left


def test_a_matrix_counts_and_opens_what_is_to_be_read(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    first, _ = (coded(study, theory["film"], words) for words in ("parcours client", "coince"))
    coded(study, theory["C1"], "parcours", origin="auto")
    links.link(project, theory["film"], theory["C1"])

    def counted(rows: str, columns: str) -> int:
        matrix = matrices.build(Moment.of(project), rows, columns, "unread")
        for row, column in np.ndindex(matrix.values.shape):
            assert len(matrix.opened(row, column)) == matrix.values[row, column]
        return int(matrix.values.sum())

    framework = f"framework:{theory_key(project)}"
    assert (counted("documents", framework), counted(framework, "speakers"), counted("documents", "codes")) == (3, 3, 0)
    readings.opened(project, [first])
    assert counted("documents", framework) == counted(framework, framework) == 2
    with pytest.raises(WorkbenchError, match="let rows or columns be codes"):
        counted("documents", "speakers")


def theory_key(project: Project) -> str:
    [one] = frameworks.listed(project)
    return one.framework


def test_what_was_never_read_can_be_left_out(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    first, _ = (coded(study, theory["film"], words) for words in ("parcours client", "coince"))
    coded(study, theory["film"], "parcours", origin="auto")
    links.link(project, theory["film"], theory["C1"])
    readings.opened(project, [first])
    moment = Moment.of(project).viewed(reread=True)
    assert [item.codings for item in moment.evidence(theory["C1"])] == [(first,)]
    assert counts.counts(moment).segments[theory["film"]] == 2  # the one that proposes itself is left out, too
    assert len(Moment.of(project).evidence(theory["C1"])) == 3


def test_words_coded_by_hand_after_the_link_are_read(study: Study, theory: dict[str, int]) -> None:
    links.link(study.project, theory["film"], theory["C1"])
    coded(study, theory["film"], "parcours client", at=AFTER)
    coded(study, theory["film"], "coince", at=AFTER, origin="import")
    assert [item.unread for item in Moment.of(study.project).evidence(theory["C1"])] == [False, True]


def test_what_was_coded_with_many_others_is_unread_by_itself(study: Study, theory: dict[str, int]) -> None:
    key = coded(study, theory["C1"], "parcours client", origin="auto")
    assert unread(study.project, theory["C1"]) == 1
    readings.opened(study.project, [key])
    assert unread(study.project, theory["C1"]) == 0


def test_a_span_that_came_in_directly_is_read(study: Study, theory: dict[str, int]) -> None:
    for code in ("film", "C1"):
        coded(study, theory[code], "parcours client")
    links.link(study.project, theory["film"], theory["C1"])
    assert unread(study.project, theory["C1"]) == 0


def test_who_decides_has_read_even_where_it_is_undone(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    key = coded(study, theory["film"], "parcours client")
    links.link(project, theory["film"], theory["C1"])
    links.judge(project, key, theory["C1"], "in")
    project.undo()
    assert unread(project, theory["C1"]) == 0


def test_each_coder_reads_for_themselves(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    mine = coded(study, theory["film"], "parcours client")
    links.link(project, theory["film"], theory["C1"])
    with study.coder("Noé"):
        coded(study, theory["listen"], "coince")
        readings.opened(project, [mine])
    assert unread(project, theory["C1"]) == 0
    assert unread(project, theory["C1"], layer=project.coder) == 1


def test_opening_is_no_change_and_tells_those_who_listen(study: Study, theory: dict[str, int]) -> None:
    project, told = study.project, list[Changes]()
    keys = [coded(study, theory["film"], words) for words in ("parcours client", "coince")]
    before, steps = dump(project), project.history()
    project.subscribe(told.append)
    readings.opened(project, keys)
    assert (dump(project), project.history()) == (before, steps)
    assert [(one.kind, one.of(Opened)) for one in told] == [(BESIDE, frozenset(keys))]
    readings.opened(project, [])
    assert len(told) == 1


def test_a_moment_takes_up_what_was_opened_and_reads_nothing_else_anew(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    keys = [coded(study, theory["film"], words) for words in ("parcours client", "coince")]
    links.link(project, theory["film"], theory["C1"])
    moment = Moment.of(project)
    assert moment.now() is moment
    readings.opened(project, keys[:1])
    later = moment.now()
    assert later.read.codings is moment.read.codings
    assert len(later.net.unread(theory["C1"])) == 1
    assert (moment.net.unread(theory["C1"])).tolist() == Moment.of(project).net.spans(theory["C1"]).tolist()
    codings.uncode(project, keys[:1])
    project.undo()
    assert len(later.now().net.unread(theory["C1"])) == 1  # what came back is as read as it was


def test_an_opened_coding_that_is_gone_is_no_one_s(study: Study, theory: dict[str, int]) -> None:
    readings.opened(study.project, [999])
    with study.project.read() as session:
        assert session.scalars(select(Opened)).all() == []


def test_a_change_that_fails_leaves_nothing_opened(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    key = coded(study, theory["film"], "parcours client")
    links.link(project, theory["film"], theory["C1"])

    def fail() -> None:
        with project.change("Fails"):
            readings.opened(project, [key])
            raise RuntimeError("not so")

    with pytest.raises(RuntimeError):
        fail()
    assert unread(project, theory["C1"]) == 1
