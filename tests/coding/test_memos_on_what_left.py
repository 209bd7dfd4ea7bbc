"""Memos whose document, participant or code has left the project: they stay, and say what they were about."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.memos.words import target_name
from coding import codebook, codings, memos
from coding.memos import Target
from corpus import anchors, documents
from corpus.people import participants
from corpus.store.project import Project
from tests.coding.support import Study, dump
from tests.corpus.support import earlier_project


def about(project: Project, key: int) -> list[tuple[str, int | None, str]]:
    return [(target.kind, target.key, target.label) for target in memos.get(project, key).targets]


def _on_document(study: Study) -> list[Target]:
    return [Target("document", study.documents["Achats"])]


def _on_words(study: Study) -> list[Target]:
    return [memos.on(anchors.words(study.documents["Achats"], *span)) for span in ((0, 4), (5, 9))]


def _on_coding(study: Study) -> list[Target]:
    coding = codings.apply(
        study.project, codebook.add(study.project, "x"), anchors.words(study.documents["Achats"], 0, 4)
    )
    return [Target("coding", coding)]


@pytest.mark.parametrize("targets", [_on_document, _on_words, _on_coding])
def test_a_memo_on_a_removed_document_says_so(study: Study, targets: Callable[[Study], list[Target]]) -> None:
    project = study.project
    key = memos.add(project, "À relire.", targets=targets(study))
    before, said = dump(project), about(project, key)
    documents.remove(project, [study.documents["Achats"]])
    assert about(project, key) == [("removed document", None, "Achats")]
    assert memos.of(project, "project") == []
    assert [target_name(target) for target in memos.get(project, key).targets] == ["The document Achats, removed since"]
    memos.edit(project, key, body="Relu.", targets=memos.get(project, key).targets)
    assert about(project, key) == [("removed document", None, "Achats")]
    project.undo()
    project.undo()
    assert (dump(project), about(project, key)) == (before, said)


def test_a_memo_on_a_removed_participant_says_so(study: Study) -> None:
    project = study.project
    person = participants.add(project, "Anne : la directrice")
    key = memos.add(project, "Franche.", targets=[Target("participant", person), Target("project")])
    before = dump(project)
    participants.remove(project, [person])
    assert about(project, key) == [("project", None, ""), ("removed participant", None, "Anne : la directrice")]
    project.undo()
    assert dump(project) == before


def test_a_memo_on_a_removed_code_and_more_says_so(study: Study) -> None:
    project = study.project
    gone, kept = codebook.add(project, "gone"), codebook.add(project, "kept")
    key = memos.add(project, "Voisins.", targets=[Target("code", gone), Target("code", kept)])
    alone = memos.add(project, "Seul.", targets=[Target("code", gone)])
    before = dump(project)
    codebook.remove(project, gone)
    assert about(project, key) == [("code", kept, "kept"), ("removed code", None, "gone")]
    assert alone not in {memo.key for memo in memos.listed(project)}
    project.undo()
    assert dump(project) == before


def test_memos_that_lost_their_subject_before_are_not_about_the_study(tmp_path: Path) -> None:
    path = earlier_project(tmp_path, 2)
    with closing(sqlite3.connect(path)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        written = "INSERT INTO memo(title, body, kind, coder_id, created_at, uid) VALUES ('', ?, 'plain', 1, '', ?)"
        lost, kept = (file.execute(written, (body, body)).lastrowid for body in ("Perdu.", "Étude."))
        file.execute("INSERT INTO memo_target(memo_id, uid) VALUES (?, 'kept')", (kept,))
        file.commit()
    with Project.open(path, coder="Ada") as again:
        assert about(again, lost or 0) == [("removed thing", None, "")]
        assert about(again, kept or 0) == [("project", None, "")]
        assert target_name(memos.get(again, lost or 0).targets[0]) == "Something removed since"
