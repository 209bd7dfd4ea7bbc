"""First passes and what was shown: declared once, kept as it is, and never written where one may only read."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from coding.suggest import suggestions
from corpus.errors import SourceError, UnknownDocument
from corpus.model import Exposure
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes, dump


def test_a_first_pass_is_declared_and_taken_back(study: Study) -> None:
    project, document = study.project, study.documents["Achats"]
    does_and_undoes(project, lambda: suggestions.declare_first_pass(project, document))
    assert suggestions.first_pass_done(project) == {document}
    does_and_undoes(project, lambda: suggestions.declare_first_pass(project, document, done=False))
    assert suggestions.first_pass_done(project) == frozenset()


def test_declared_again_it_keeps_its_moment(study: Study) -> None:
    project, document = study.project, study.documents["Achats"]
    suggestions.declare_first_pass(project, document)
    before = dump(project)["assignment"]
    suggestions.declare_first_pass(project, document)
    assert dump(project)["assignment"] == before


def test_of_a_document_that_is_gone_no_first_pass_is_declared(study: Study) -> None:
    with pytest.raises(UnknownDocument, match=r"^This document is no longer in the project\.$") as refused:
        suggestions.declare_first_pass(study.project, 999)
    assert isinstance(refused.value, SourceError)
    assert suggestions.first_pass_done(study.project) == frozenset()


def shown(project: Project) -> list[tuple[str, str]]:
    with project.read() as session:
        return [
            (one.coder, one.document_uid) for one in session.scalars(select(Exposure).order_by(Exposure.document_uid))
        ]


def test_what_was_shown_is_kept_once_and_not_where_one_only_reads(study: Study) -> None:
    project, keys = study.project, list(study.documents.values())
    with Project.open(project.path, coder="Paul", writable=False) as reader:
        suggestions.exposed(reader, keys)
    assert shown(project) == []
    before = project.undoable()
    suggestions.exposed(project, keys[:2])
    first = shown(project)
    assert [coder for coder, _ in first] == ["Ada", "Ada"]
    suggestions.exposed(project, keys[:2])
    assert shown(project) == first
    assert project.undoable() == before, "no undo takes it back"
