"""Remarks of a supervisor's copy come back as memos: whose they are, on what, once, and as one change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from coding import codebook, memos
from coding.imports import remarks
from coding.imports.remarks import Returned
from corpus import documents
from corpus.errors import ImportFailed
from corpus.model import Code, Document, Passage
from tests.coding.support import Study, does_and_undoes


@pytest.fixture
def code(study: Study) -> int:
    return codebook.add(study.project, "Rayon")


def uid(study: Study, kind: type[Any], key: int) -> str:
    with study.project.read() as session:
        return str(session.scalar(select(kind.uid).where(kind.id == key)))


def remark(kind: str, of: str, text: str = "À relire", who: str = "Mme Dupré", **more: str) -> dict[str, Any]:
    target = {"kind": kind, "uid": of, "label": "Ce que c’était", **more}
    return {"id": "afcc6c29-b35b-4265-acce-1dd25dcf3a6f", "who": who, "text": text, "at": "2026", "target": target}


def saved(here: Study, folder: Path, *made: object, **head: object) -> Path:
    path = folder / "remarks.json"
    whole = {"verbatim-remarks": 1, "study": here.project.lineage, "copy": "x", "remarks": list(made), **head}
    path.write_text(json.dumps(whole), "utf-8")
    return path


def told(study: Study) -> list[tuple[str, str, str, str]]:
    return [(one.coder, one.body, on.kind, on.label) for one in memos.listed(study.project) for on in one.targets]


def test_each_remark_is_a_memo_of_who_made_it_on_what_it_is_on_and_undone_at_once(study, code, tmp_path):
    achats = study.documents["Achats"]
    passage = documents.passages(study.project, achats)[2]
    path = saved(
        study,
        tmp_path,
        remark("code", uid(study, Code, code), "Où finit-il ?"),
        remark("document", uid(study, Document, achats), "Bel"),
        remark("passage", uid(study, Passage, passage.key), "Et ici ?", "M. <Roy>"),
        remark("project", "", "Tout va."),
    )
    assert does_and_undoes(study.project, lambda: remarks.import_file(study.project, path)) == Returned(4, 0, 0)
    assert told(study) == [
        ("Mme Dupré", "Où finit-il ?", "code", "Rayon"),
        ("Mme Dupré", "Bel", "document", "Achats"),
        ("M. <Roy>", "Et ici ?", "passage", "Achats"),
        ("Mme Dupré", "Tout va.", "project", ""),
    ]
    assert memos.listed(study.project)[2].targets[0].span == study.span("Achats", "Ça coince en rayon.")


def test_the_same_file_twice_adds_nothing_and_a_remark_that_was_changed_adds_one(study, code, tmp_path):
    of = uid(study, Code, code)
    path = saved(study, tmp_path, remark("code", of), remark("code", of))
    assert remarks.import_file(study.project, path) == Returned(1, 0, 0)
    before = study.project.undoable()
    assert remarks.import_file(study.project, path) == Returned(0, 1, 0)
    assert study.project.undoable() == before
    assert remarks.import_file(study.project, saved(study, tmp_path, remark("code", of, "Mieux"))) == Returned(1, 0, 0)
    assert [body for _, body, *_ in told(study)] == ["À relire", "Mieux"]


def test_what_is_gone_says_what_it_was_and_a_passage_that_is_gone_leaves_its_document(study, tmp_path):
    achats = uid(study, Document, study.documents["Achats"])
    path = saved(study, tmp_path, remark("code", "gone", "Un"), remark("passage", "gone", "Deux", document=achats))
    assert remarks.import_file(study.project, path) == Returned(2, 0, 1)
    assert [(kind, label) for *_, kind, label in told(study)] == [
        ("removed code", "Ce que c’était"),
        ("document", "Achats"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"remarks": [{"id": "1"}]},
        {"remarks": "all"},
        {"verbatim-remarks": 2},
        {"study": "another"},
        {"remarks": [7]},
        {"remarks": [remark("passport", "x")]},
        {"remarks": [remark("code", "x", "  ")]},
        {"remarks": [remark("code", "x", who=" ")]},
        {"remarks": [remark("code", "x", "a" * 100_001)]},
    ],
)
def test_a_foreign_file_is_refused_in_one_sentence_and_adds_nothing(study, tmp_path, wrong):
    with pytest.raises(ImportFailed, match=r"remarks\.json"):
        remarks.import_file(study.project, saved(study, tmp_path, **wrong))
    assert not told(study)


@pytest.mark.parametrize("body", [b'{"verbatim-remarks": 1, "rem', b"\xff\xfe\x00", b"[" * 100_000, b"[]", b"7"])
def test_a_torn_file_is_refused_in_one_sentence(study, tmp_path, body):
    path = tmp_path / "remarks.json"
    path.write_bytes(body)
    with pytest.raises(ImportFailed, match=r"remarks\.json"):
        remarks.import_file(study.project, path)
