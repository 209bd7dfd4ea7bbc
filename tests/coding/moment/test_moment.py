"""A moment: read in one transaction, brought up to date by what was written, seen by layer and mask."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import event

from coding import codebook, codings, excerpts, links, memos, set_asides
from coding.codebook import frameworks
from coding.moment.counts import counts
from coding.moment.moment import PARTS, Moment, Read
from coding.tables import matrices
from corpus import documents, sets
from corpus.guide import askings, guides
from corpus.people import organisations, participants
from corpus.store.project import Project
from tests.coding.support import Study

Write = Callable[[Study, dict[str, int]], object]
WRITES: dict[str, tuple[Write, set[str]]] = {
    "a coding": (
        lambda study, keys: codings.apply(study.project, keys["one"], study.words("Achats", "coince")),
        {"codings", "eyes"},
    ),
    "a coding that a memo is about": (
        lambda study, keys: codings.recode(study.project, [keys["noted"]], keys["C1"]),
        {"codings", "memos", "eyes"},
    ),
    "a link": (lambda study, keys: links.link(study.project, keys["one"], keys["C1"]), {"links"}),
    "a decision": (
        lambda study, keys: links.judge(study.project, keys["coding"], keys["C2"], "out"),
        {"decisions", "eyes"},
    ),
    "a code": (lambda study, keys: codebook.add(study.project, "new"), {"codes", "frameworks", "memos"}),
    "a cue": (lambda study, keys: codebook.edit(study.project, keys["one"], cues=["là"]), {"codes"}),
    "a memo": (lambda study, keys: memos.add(study.project, "Bref."), {"memos"}),
    "an excerpt": (
        lambda study, keys: excerpts.add(study.project, keys["one"], study.words("Achats", "coince")),
        {"excerpts"},
    ),
    "what is set aside": (
        lambda study, keys: set_asides.outside(study.project, keys["one"], "meco-2019"),
        {"set_asides"},
    ),
    "a participant": (
        lambda study, keys: participants.add(study.project, "Zoé"),
        {"voices", "people", "known", "memos", "recruits"},
    ),
    "an attribute's value": (
        lambda study, keys: participants.edit(study.project, keys["person"], attributes={"ville": "Lyon"}),
        {"people", "known"},
    ),
    "an organisation": (
        lambda study, keys: organisations.add(study.project, "Verger"),
        {"people", "belongings", "recruits"},
    ),
    "who is of an organisation": (
        lambda study, keys: organisations.belong(study.project, keys["firm"], participants=[keys["person"]]),
        {"people", "belongings"},
    ),
    "a set": (lambda study, keys: sets.make(study.project, "Des codes", "codes", [keys["one"]]), {"sets"}),
    "a role": (lambda study, keys: documents.set_role(study.project, keys["speaker"], "interviewer"), {"voices"}),
    "a document's name": (
        lambda study, keys: documents.rename(study.project, study.documents["Achats"], "Autre"),
        {"voices", "codings", "memos", "guiding"},
    ),
    "a version of the guide": (
        lambda study, keys: guides.add(study.project, "Mai", [guides.GuideLine("", "Et alors ?")]),
        {"guiding"},
    ),
    "a mark of a question": (
        lambda study, keys: askings.mark(study.project, keys["question"], study.words("Achats", "Et alors ?")),
        {"guiding"},
    ),
}


@pytest.fixture
def keys(study: Study) -> dict[str, int]:
    project = study.project
    frameworks.add(project, "meco-2019")
    one = codebook.add(project, "one")
    firm = organisations.add(project, "Moulin")
    found = {"one": one, "firm": firm, **{name: codebook.find(project, name).key for name in ("C1", "C2")}}
    found["coding"] = codings.apply(project, one, study.words("Achats", "parcours client"))
    found["noted"] = codings.apply(project, one, study.words("Achats", "client"))
    memos.add(project, "À revoir.", targets=[memos.Target("coding", found["noted"])])
    links.link(project, one, found["C2"])
    found["person"] = participants.add(
        project, "Anne Roux", confidential=True, documents=[study.documents["Achats"]], attributes={"ville": "Pau"}
    )
    guides.add(project, "Mars", [guides.GuideLine("", "Et alors ?")])
    found["question"] = guides.find(project).questions[0].key
    found["speaker"] = documents.speakers(project, study.documents["Achats"])[1].key
    return found


@pytest.mark.parametrize("name", WRITES)
def test_only_what_was_written_is_read_again_and_right(study: Study, keys: dict[str, int], name: str) -> None:
    write, touched = WRITES[name]
    before = Moment.of(study.project)
    assert _illustrated(before)  # so that there is something to carry over
    write(study, keys)
    now = before.now()
    again = {part for part in PARTS if getattr(now.read, part) is not getattr(before.read, part)}
    assert again == touched
    assert _told(now) == _told(Moment.of(study.project))
    assert _illustrated(now) == _illustrated(Moment.of(study.project))
    study.project.undo()
    assert _told(now.now()) == _told(before)


def test_a_moment_of_a_study_that_rests_is_that_very_moment(study: Study, keys: dict[str, int]) -> None:
    moment = Moment.of(study.project)
    assert moment.now() is moment
    assert moment.viewed(masking=False, layer=None) is moment


def test_what_a_change_left_alone_is_not_computed_again(study: Study, keys: dict[str, int]) -> None:
    moment = Moment.of(study.project)
    kept = counts(moment), moment.item_passages, moment.mask
    brought = {name: moment.net._linked(keys[name]) for name in ("C1", "C2")}
    links.link(study.project, keys["one"], keys["C1"], mode="all")
    later = moment.now()
    assert later.net is not moment.net
    assert later.net._linked(keys["C2"]) is brought["C2"]
    assert len(later.net._linked(keys["C1"])[0]) > len(brought["C1"][0])
    assert counts(later) is kept[0]
    assert later.item_passages is kept[1]
    assert later.mask is kept[2]
    assert later.stamp == moment.stamp + 1


def test_a_layer_is_one_coders_and_a_mask_names_nobody(study: Study, keys: dict[str, int]) -> None:
    project = study.project
    with study.coder("Grace"):
        codings.apply(project, keys["one"], study.words("Bureau", "tableau de bord"))
    moment = Moment.of(project)
    assert {one.coder for one in moment.evidence(keys["one"])} == {"Ada", "Grace"}
    assert {one.coder for one in moment.viewed(layer="Grace").evidence(keys["one"])} == {"Grace"}
    assert moment.viewed(layer="Nobody").evidence(keys["one"]) == []
    rows = [label.name for label in matrices.build(moment.viewed(masking=True), "participants", "codes").rows]
    assert rows == ["[participant 1]", "(none)"]
    assert [label.name for label in matrices.build(moment, "participants", "codes").rows] == ["Anne Roux", "(none)"]


def test_every_part_is_read_of_the_tables_it_names(study: Study, keys: dict[str, int]) -> None:
    assert PARTS.keys() == Read.__dataclass_fields__.keys()
    asked: set[str] = set()

    def watch(_c: object, _k: object, statement: str, *_: object) -> None:
        asked.update(word.strip('",();') for word in statement.replace(".", " ").split())

    from sqlalchemy import event

    event.listen(study.project.engine, "before_cursor_execute", watch)
    for name, part in PARTS.items():
        asked.clear()
        with study.project.read() as session:
            part.read(study.project, session)
        tables = {table.__tablename__ for table in part.tables}
        assert asked & _TABLES <= tables | _ALWAYS, name
    event.remove(study.project.engine, "before_cursor_execute", watch)


_TABLES = {table.__tablename__ for part in PARTS.values() for table in part.tables}
_ALWAYS = {"position"}


def _illustrated(moment: Moment) -> list[object]:
    return [item for code in moment.codes for item in moment.evidence(code)]


def _told(moment: Moment) -> list[object]:
    """Put down all that was read, so that it can be compared."""
    read = moment.read
    return [
        moment.documents,
        moment.passages.tolist(),
        moment.voices.speakers,
        moment.voices.tied,
        read.people,
        read.known,
        read.codes,
        read.frameworks,
        read.links,
        read.decisions,
        read.codings.table.tolist(),
        read.coders,
        read.excerpts,
        read.set_asides,
        read.memos,
    ]


def test_a_project_without_anything_is_a_moment_too(tmp_path: object) -> None:
    from pathlib import Path

    with Project.create(Path(str(tmp_path)) / "empty.verbatim") as project:
        moment = Moment.of(project)
        assert (len(moment.passages), moment.codes, moment.covered([]), counts(moment).segments) == (
            0,
            {},
            frozenset(),
            {},
        )


def test_a_moment_asks_the_file_for_nothing_where_nothing_was_written(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "one")
    moment, asked = Moment.of(project), list[str]()
    event.listen(project.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert (moment.now(), asked) == (moment, [])
    with project.change("Two codes"):
        codebook.edit(project, code, name="two")
        assert moment.now().codes[code].name == "two", "what the open change wrote is seen within it"
    later = moment.now()
    assert later.codes[code].name == "two"
    project.undo()
    assert later.now().codes[code].name == "one"
