"""Every name and text that a person can give, with characters that no file can hold: nothing ends over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coding import codebook, codings, excerpts, links, memos
from coding.codebook import frameworks
from coding.exports import annexes, codebooks, saving
from coding.exports import codings as codings_export
from coding.memos import Target
from coding.moment.moment import Moment
from coding.search import searches
from coding.tables import saved_matrices
from corpus import anchors, documents
from corpus.people import attributes, participants
from corpus.store.project import Project
from tests.coding.support import Study, draft, dump

BAD = "a\ud800b\x00c\x1b\udce9\uffff"
KEPT = "a\ufffdb c \ufffd\ufffd"

FRAMEWORK = """
key = "own"
title = { en = "a\\uFFFFb" }
[[codes]]
key = "A"
[codes.en]
name = "a\\uFFFFb"
definition = "d\\uFFFFe"
"""


def _speaker(study: Study) -> int:
    return documents.speakers(study.project, study.documents["Achats"])[0].key


def _theory(study: Study) -> int:
    frameworks.add(study.project, "meco-2019")
    return codebook.find(study.project, "C1").key


def _link(study: Study) -> None:
    link = links.link(study.project, codebook.add(study.project, "x"), _theory(study), reason=BAD)
    links.set_reason(study.project, link, BAD + "2")


def _judge(study: Study) -> None:
    theory = _theory(study)
    code = codebook.add(study.project, "x")
    links.link(study.project, code, theory)
    coding = codings.apply(study.project, code, anchors.words(study.documents["Achats"], 0, 4))
    links.judge(study.project, coding, theory, "in", reason=BAD)


def _excerpt(study: Study) -> None:
    code = codebook.add(study.project, "x")
    key = excerpts.add(
        study.project, code, anchors.words(study.documents["Achats"], 0, 9), insertions=[(4, BAD)], translation=BAD
    )
    excerpts.edit(study.project, key, translation=BAD + "2")


def _own_framework(study: Study, folder: Path) -> None:
    (folder / "own.toml").write_text(FRAMEWORK, "utf-8")
    frameworks.add(study.project, folder / "own.toml")


def _participant(study: Study) -> None:
    key = participants.add(study.project, BAD, attributes={BAD: BAD})
    participants.edit(study.project, key, BAD + "2", attributes={BAD + "2": BAD})


def _search(study: Study) -> None:
    key = searches.save(study.project, BAD, searches.Search(BAD, {"participant": (BAD,)}))
    searches.rename(study.project, key, BAD + "2")


def _matrix(study: Study) -> None:
    key = saved_matrices.save(study.project, BAD, saved_matrices.MatrixChoice())
    saved_matrices.rename(study.project, key, BAD + "2")


def _memo(study: Study) -> None:
    key = memos.add(study.project, BAD, title=BAD, targets=[Target("document", study.documents["Achats"])])
    memos.edit(study.project, key, title=BAD + "2", body=BAD + "2")


def _code(study: Study) -> None:
    key = codebook.add(study.project, f"{BAD}/{BAD}", definition=BAD, cues=[BAD])
    codebook.edit(study.project, key, name=BAD + "2", include=BAD)
    coding = codings.apply(study.project, key, anchors.words(study.documents["Achats"], 0, 4))
    codebook.split_off(study.project, key, [coding], BAD + "3")


def _attribute(study: Study) -> None:
    attributes.rename(study.project, attributes.add(study.project, BAD), BAD + "2")


def _document(study: Study) -> None:
    made = draft(BAD, "EVE : Bonjour.")
    documents.add(study.project, [replace(made, attributes={BAD: BAD}), draft("next", "BOB : Salut.")])
    assert {"Achats", "next"} <= {info.name for info in documents.listed(study.project)}
    documents.rename(study.project, study.documents["Achats"], BAD + "2")


def _grown(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    key = frameworks.fork(study.project, "meco-2019", title=BAD)
    codebook.add(study.project, BAD, framework=key, key=BAD)


@pytest.mark.parametrize(
    "verb",
    [_document, _code, _memo, _participant, _attribute, _search, _matrix, _link, _judge, _excerpt, _grown],
    ids=lambda verb: verb.__name__.strip("_"),
)
def test_each_verb_cleans_what_it_takes(study: Study, verb: Callable[[Study], None]) -> None:
    before = dump(study.project)
    verb(study)
    after = dump(study.project)
    said = [value for rows in after.values() for row in rows for value in row if isinstance(value, str)]
    assert [value for value in said if value.startswith(KEPT)] != []
    assert not [value for value in said if {"\x00", "\x1b", "\ud800"} & set(value)]
    while study.project.undoable() is not None and dump(study.project) != before:
        study.project.undo()
    assert dump(study.project) == before


def test_a_framework_file_is_cleaned(study: Study, tmp_path: Path) -> None:
    _own_framework(study, tmp_path)
    assert [info.title for info in frameworks.listed(study.project)] == ["a\ufffdb"]
    assert codebook.find(study.project, "A").definition == "d\ufffde"


def test_a_coder_of_any_name_works(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.verbatim", name=BAD, coder=BAD) as project:
        assert project.coder == KEPT
        assert project.info().name == KEPT
        codebook.add(project, "x")
        project.remember("place", BAD)
        assert project.recall("place") == BAD
        assert project.history()[-1].coder == KEPT


def test_a_login_name_that_is_no_unicode_is_cleaned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "Ren\udce9")
    with Project.create(tmp_path / "caf\udce9.verbatim") as project:
        assert project.coder == "Ren\ufffd"
        assert project.info().name == "café"


def test_asking_for_a_name_that_none_can_have_says_so_or_finds_none(study: Study) -> None:
    for ask in (
        lambda: documents.find(study.project, BAD),
        lambda: codebook.find(study.project, BAD),
        lambda: frameworks.get(study.project, BAD),
        lambda: codebook.add(study.project, "x", framework=BAD),
    ):
        with pytest.raises(Exception, match=r"No (document|code) is called|is not in this project"):
            ask()


def test_what_is_written_out_holds_any_name(study: Study, tmp_path: Path) -> None:
    key = codebook.add(study.project, BAD, definition=BAD)
    coding = codings.apply(study.project, key, anchors.words(study.documents["Achats"], 0, 4))
    memos.add(study.project, BAD, targets=[Target("coding", coding)])
    moment = Moment.of(study.project)
    for suffix in (".csv", ".xlsx"):
        saving.save_sheet(codings_export.sheet(Moment.of(study.project)), tmp_path / f"codings{suffix}")
        saving.save_sheet(codebooks.sheet(moment), tmp_path / f"book{suffix}")
    for suffix in (".docx", ".html", ".md"):
        saving.save_report(annexes.codebook_report(moment), tmp_path / f"book{suffix}")
    assert KEPT in (tmp_path / "codings.csv").read_text("utf-8")
    assert KEPT in (tmp_path / "book.md").read_text("utf-8")
