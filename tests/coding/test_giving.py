"""A copy to give away: nothing of the names is in its bytes, codings stay on their words, the key is apart."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codings
from coding.giving import giving
from coding.giving.name_removal import Shift
from coding.moment.moment import Moment
from corpus import documents
from corpus.erasing import scanning
from corpus.errors import BeyondConsent, ExportFailed
from corpus.people import consents, participants, vault
from corpus.store import checking
from corpus.store.project import Project
from tests.coding.erasing_study import Planted, planted

NAMES = ("Luc Zéphyrin", "Zéphyrin", "quaxogroupe")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Planted]:
    (tmp_path / "away").mkdir()
    with planted(tmp_path) as made:
        vault.hide(made.project, ["quaxogroupe"], "brand")
        yield made


def test_a_copy_has_no_name_and_every_coding(study: Planted, tmp_path: Path) -> None:
    project, out = study.project, tmp_path / "away" / "copy.verbatim"
    before = {one.key: (one.code, said(project, one)) for one in codings.listed(project)}
    made = giving.copy(Moment.of(project), out, tmp_path / "key.csv")
    assert (made.paths, made.burned.documents) == ((out,), 2)
    assert scanning.scan(out, NAMES) == []
    with Project.open(out, coder="Bob") as copy:
        assert checking.check(copy) == []
        assert copy.key != project.key
        assert [step.label for step in copy.history()] == ["A copy to give away"]
        assert copy.undoable() is None
        after = {one.key: (one.code, said(copy, one)) for one in codings.listed(copy)}
        assert after.keys() == before.keys()
        hidden = [key for key in before if before[key] != after[key]]
        assert [(before[key][1], after[key][1]) for key in hidden] == [
            ("Chez nous le quaxogroupe", "Chez nous le [marque 1]")
        ]
        assert documents.text(copy, study.documents["Groupe"]).count("[participant 1] :") == 2
        assert [one.name for one in participants.listed(copy)] == ["[participant 1]", "Anne", "Paul"]
        assert [one.attributes for one in participants.listed(copy)] == [{}, {"métier": "rayon"}, {"métier": "rayon"}]
        assert consents.listed(copy) == []
    assert not list((tmp_path / "away").glob(".*"))
    assert participants.listed(project)[0].name == "Luc Zéphyrin"


def said(project: Project, one: codings.CodingInfo) -> str:
    start, end = one.anchor.span or (0, 0)
    return documents.text(project, one.document)[start:end]


def test_the_key_is_apart_and_the_statement_names_nobody(study: Planted, tmp_path: Path) -> None:
    made = giving.copy(Moment.of(study.project), tmp_path / "away" / "copy", tmp_path / "key.csv")
    key = made.key.read_text("utf-8")
    assert "Luc Zéphyrin,participant,[participant 1]," in key
    assert "quaxogroupe,brand,[marque 1]," in key
    if os.name != "nt":
        assert stat.S_IMODE(made.key.stat().st_mode) == 0o600
    statement = made.statement.read_text("utf-8")
    assert "pseudonymisée, et non anonyme" in statement
    assert "1 participant·e·s" in statement
    assert not [name for name in NAMES if name in statement]
    assert made.paths[0].name == "copy.verbatim"


@pytest.mark.parametrize("kind", giving.DOCUMENTS)
def test_documents_are_given_with_their_names_replaced(study: Planted, tmp_path: Path, kind: str) -> None:
    made = giving.documents(Moment.of(study.project), tmp_path / "away" / "papers", tmp_path / "key.csv", kind)
    assert sorted(path.name for path in made.paths) == [
        f"Anne.{kind}",
        f"Paul.{kind}",
        f"[participant 1] (2).{kind}",
        f"[participant 1].{kind}",
    ]
    for path in made.paths:
        body = path.read_bytes() if kind == "txt" else zipfile.ZipFile(path).read("word/document.xml")
        assert not [name for name in NAMES if name in body.decode()]
    group = next(path for path in made.paths if b"Personne, en effet." in path.read_bytes()) if kind == "txt" else None
    if group is not None:
        assert "[participant 1]\u00a0: Chez nous le [marque 1]" in group.read_text("utf-8")


def test_who_did_not_agree_and_what_is_there_already_stops_it(study: Planted, tmp_path: Path) -> None:
    project, moment = study.project, Moment.of(study.project)
    (tmp_path / "key.csv").write_text("mine")
    with pytest.raises(ExportFailed, match=r"^key\.csv exists already"):
        giving.copy(moment, tmp_path / "copy.verbatim", tmp_path / "key.csv")
    consents.add(project, participants.find(project, "Anne").key, archive="no")
    with pytest.raises(BeyondConsent):
        giving.copy(Moment.of(project), tmp_path / "copy.verbatim", tmp_path / "other.csv")
    assert not (tmp_path / "copy.verbatim").exists()
    assert not (tmp_path / "other.csv").exists()


def test_what_ends_within_a_name_goes_to_its_edge() -> None:
    shift = Shift([(3, 8, "[x]"), (10, 12, "[long]")])
    assert [shift.of(*one) for one in ((0, 3), (3, 8), (4, 7), (0, 11), (8, 10), (8, 13), (12, 14))] == [
        (0, 3),
        (3, 6),
        (3, 6),
        (0, 14),
        (6, 8),
        (6, 15),
        (14, 16),
    ]
