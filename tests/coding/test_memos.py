"""Memos: each verb does and undoes; they are found by what they are about, and outlive it."""

from __future__ import annotations

from datetime import date

import pytest

from coding import codebook, codings, memos
from coding.codebook import frameworks
from coding.memos import MemoInfo, Target, chosen, on
from corpus import anchors, documents
from corpus.errors import CodingError, NothingThere, SpanOutside
from corpus.model import Participant
from tests.coding.support import Study, does_and_undoes, dump


def test_a_memo_on_anything(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    frameworks.add(project, "meco-2019")
    code = codebook.find(project, "C1").key
    coding = codings.apply(project, code, anchors.words(achats, 0, 5))
    with project.change("participant") as session:
        person = Participant(name="Anne")
        session.add(person)
        session.flush()
        anne = person.id
    label = "C1 Capacité d’analyse de l’expérience client"
    targets = (
        Target("project"),
        Target("document", achats, label="Achats"),
        on(anchors.words(achats, 2, 7), "Achats"),
        Target("code", code, label=label),
        Target("coding", coding, label=label),
        Target("participant", anne, label="Anne"),
    )
    key = does_and_undoes(
        project, lambda: memos.add(project, "body\r\n", title=" title ", kind="reflexive", targets=targets)
    )
    memo = memos.get(project, key)
    assert (memo.title, memo.body, memo.kind, memo.coder, memo.edited_at) == (
        "title",
        "body\n",
        "reflexive",
        "Ada",
        None,
    )
    assert memo.targets == targets
    for target in targets:
        assert memos.of(project, target.kind, target.key) == [memo]
    assert memos.of(project, "code", codebook.find(project, "C2").key) == []
    assert memos.of(project, "document", study.documents["Bureau"]) == []


def test_a_memo_without_targets_is_about_the_project(study: Study) -> None:
    key = memos.add(study.project, "thought")
    assert memos.get(study.project, key).targets == (Target("project"),)
    assert [memo.key for memo in memos.of(study.project, "project")] == [key]


def test_a_memo_outlives_what_it_is_about(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    key = memos.add(project, "thought", targets=[Target("document", achats)])
    assert memos.of(project, "project") == []
    documents.remove(project, [achats])
    assert memos.get(project, key).targets == (Target("removed document", label="Achats"),)
    assert memos.of(project, "project") == []


def test_editing(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    code = codebook.add(project, "a")
    key = memos.add(project, "old", targets=[Target("code", code), Target("document", achats)])
    does_and_undoes(
        project,
        lambda: memos.edit(
            project,
            key,
            title="t",
            body="new",
            kind="methodological",
            targets=[Target("document", achats), on(anchors.words(achats, 1, 4))],
        ),
    )
    memo = memos.get(project, key)
    assert (memo.title, memo.body, memo.kind) == ("t", "new", "methodological")
    assert memo.edited_at is not None
    assert memo.targets == (Target("document", achats, label="Achats"), on(anchors.words(achats, 1, 4), "Achats"))
    memos.edit(project, key, targets=[])
    assert memos.get(project, key).targets == (Target("project"),)


def test_editing_nothing_writes_no_change(study: Study) -> None:
    code = codebook.add(study.project, "a")
    key = memos.add(study.project, "body", targets=[Target("code", code)])
    count = len(study.project.history())
    memos.edit(study.project, key, body="body", targets=[Target("code", code)])
    assert len(study.project.history()) == count


def test_removing_and_listing(study: Study) -> None:
    project = study.project
    one, two = memos.add(project, "one"), memos.add(project, "two", kind="theoretical")
    assert [memo.key for memo in memos.listed(project)] == [one, two]
    assert [memo.key for memo in memos.listed(project, kind="theoretical")] == [two]
    does_and_undoes(project, lambda: memos.remove(project, one))
    assert [memo.key for memo in memos.listed(project)] == [two]
    for verb in (memos.remove, memos.get, memos.edit):
        with pytest.raises(NothingThere):
            verb(project, one)


def test_memos_that_make_no_sense_are_refused(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    key = memos.add(project, "body")
    before = dump(project)
    for body, kind, targets, error in (
        ("  ", "plain", (), CodingError),
        ("x", "angry", (), CodingError),
        ("\x00", "plain", (), CodingError),
        ("x", "plain", (Target("weather", 1),), CodingError),
        ("x", "plain", (Target("code", 9999),), NothingThere),
        ("x", "plain", (Target("code"),), NothingThere),
        ("x", "plain", (on(anchors.words(achats, 5, 5)),), SpanOutside),
        ("x", "plain", (on(anchors.words(achats, 0, 9999)),), SpanOutside),
    ):
        with pytest.raises(error):
            memos.add(project, body, kind=kind, targets=targets)
    with pytest.raises(CodingError, match="needs a title or a text"):
        memos.edit(project, key, body="")
    assert dump(project) == before


def test_a_memo_is_on_a_box_or_a_time_as_on_words(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    places = [anchors.words(achats, 2, 7), anchors.box(achats, 1, 0, 0, 0.5, 0.5), anchors.stretch(achats, 0, 900)]
    targets = [on(place) for place in places]
    key = does_and_undoes(project, lambda: memos.add(project, "seen", targets=[*targets, on(anchors.whole(achats))]))
    assert [target.anchor for target in memos.get(project, key).targets] == [*places, None]
    assert [target.kind for target in memos.get(project, key).targets] == ["passage", "passage", "passage", "document"]
    memos.edit(project, key, targets=targets[1:])
    assert [one.key for one in memos.of(project, "passage", achats)] == [key]
    assert memos.of(project, "document", achats) == []
    with pytest.raises(SpanOutside, match="box"):
        memos.edit(project, key, targets=[on(anchors.box(achats, 0, 0, 0, 1, 1))])


def test_a_memo_on_a_coded_box_stays_on_the_box_when_the_coding_goes(study: Study) -> None:
    project, box = study.project, anchors.box(study.documents["Achats"], 1, 0.25, 0, 0.5, 0.5)
    coding = codings.apply(project, codebook.add(project, "a"), box)
    key = memos.add(project, "seen", targets=[Target("coding", coding)])
    does_and_undoes(project, lambda: codings.uncode(project, [coding]))
    assert memos.get(project, key).targets == (on(box, "Achats"),)


def test_memos_are_narrowed_from_a_day_to_another_by_the_calendar_here() -> None:
    def dated(at: str, edited: str | None = None) -> MemoInfo:
        return MemoInfo(1, "", "x", "plain", "Ada", at, edited, ())

    noon = [dated("2024-05-30T12:00:00Z"), dated("2024-01-01T12:00:00Z", "2024-05-31T12:00:00Z"), dated("2024-06-01")]
    assert chosen.those(noon, chosen.MemoFilter(since="2024-05-31")) == noon[1:]
    assert chosen.those(noon, chosen.MemoFilter(until="2024-05-31")) == noon[:2]
    assert chosen.those(noon, chosen.MemoFilter(since="2024-05-31", until="2024-05-31")) == [noon[1]]
    assert chosen.day(dated("some day in May")) == "some day i"
    today = date(2024, 3, 1)
    assert {
        name: chosen.period(name, today) for name in ("", *(chosen.TODAY, chosen.WEEK, chosen.MONTH, chosen.YEAR))
    } == {
        "": ("", ""),
        "today": ("2024-03-01", "2024-03-01"),
        "week": ("2024-02-24", "2024-03-01"),
        "month": ("2024-02-01", "2024-03-01"),
        "year": ("2024-01-01", "2024-03-01"),
    }
