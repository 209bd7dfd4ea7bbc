"""What was sent is kept by name; later its differences are told, and remarks are tied to what answers them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import program
from coding import blind, codebook, codings, excerpts, memos, remarks, reports, submissions
from coding.memos import Target
from coding.moment.moment import Moment
from corpus import documents
from corpus.errors import NothingThere, WorkbenchError
from tests.coding.support import Study, does_and_undoes

SAID, OTHER = "Ça coince en rayon.", "Personne ne le lit, hélas."


@pytest.fixture
def coded(study: Study) -> Study:
    """Give a study with a code, a coding and an excerpt."""
    code = codebook.add(study.project, "Terrain", definition="En magasin")
    codings.apply(study.project, code, study.words("Achats", SAID))
    excerpts.add(study.project, code, study.words("Achats", SAID))
    return study


def sent(study: Study, name: str = "Premier tour", article: Path | None = None) -> int:
    moment = Moment.of(study.project, masking=True)
    return submissions.freeze(moment, name, reports.tables_sent(moment), note="RFM", article=article)


def changed(study: Study, name: str = "Premier tour") -> set[tuple[str, str, str]]:
    moment = Moment.of(study.project, masking=True)
    found = submissions.since(moment, submissions.find(study.project, name), reports.tables_sent(moment))
    return {(one.part, one.what, one.name) for one in found}


def test_what_is_sent_is_kept_undone_and_brought_back(coded: Study, tmp_path: Path) -> None:
    article = tmp_path / "article.docx"
    article.write_bytes(b"as it was sent")
    key = does_and_undoes(coded.project, lambda: sent(coded, article=article))
    (one,) = submissions.listed(coded.project)
    assert (one.key, one.name, one.note, one.article_name) == (key, "Premier tour", "RFM", "article.docx")
    article.write_bytes(b"something else since")
    assert submissions.article(coded.project, one) == b"as it was sent"
    assert changed(coded) == set()
    with pytest.raises(WorkbenchError):
        sent(coded, "premier TOUR")
    with pytest.raises(WorkbenchError):
        sent(coded, "  ")
    does_and_undoes(coded.project, lambda: submissions.remove(coded.project, key))
    with pytest.raises(NothingThere):
        submissions.find(coded.project, "Premier tour")


def test_what_changed_since_is_told_by_code_evidence_table_and_quotation(coded: Study) -> None:
    project = coded.project
    sent(coded)
    code = codebook.find(project, "Terrain").key
    codebook.edit(project, code, name="En magasin", definition="Ce qui s'y passe")
    codebook.add(project, "Bureau")
    codings.apply(project, code, coded.words("Bureau", OTHER))
    (one,) = excerpts.listed(project)
    excerpts.edit(project, one.key, translation="It gets stuck")
    assert changed(coded) == {
        ("code", "name", "En magasin"),
        ("code", "definition", "En magasin"),
        ("code", "added", "Bureau"),
        ("evidence", "added", "En magasin"),
        ("quotation", "changed", "En magasin"),
        ("table", "changed", "evidence"),
    }
    codebook.remove(project, code)
    assert {("code", "gone", "Terrain"), ("quotation", "gone", "Terrain")} <= changed(coded)
    sent(coded, "Second tour")
    assert changed(coded, "Second tour") == set()


def test_tables_say_how_many_of_their_rows_are_otherwise(coded: Study) -> None:
    from corpus.people import participants

    sent(coded)
    participants.add(coded.project, "Anne", documents=[coded.documents["Achats"]])
    assert ("table", "changed", "interviews") in changed(coded)


def test_who_codes_blind_is_not_told_what_others_coded_when_it_was_sent(coded: Study) -> None:
    with coded.coder("Noé"):
        codings.apply(coded.project, codebook.find(coded.project, "Terrain").key, coded.words("Bureau", OTHER))
        sent(coded)
    blind.assign(coded.project, [coded.documents["Bureau"]], "Ada", blind=True)
    assert changed(coded) == set()


def test_remarks_are_tied_to_what_answers_them(coded: Study) -> None:
    project = coded.project
    key = sent(coded)
    one = does_and_undoes(project, lambda: remarks.add(project, "Comment C3 ?", who="R2", submission=key))
    memo = memos.add(project, "Voici comment.", targets=[Target("project", None)])
    code, document = codebook.find(project, "Terrain").key, documents.listed(project)[0].key
    assert not remarks.listed(project)[0].answered
    for given in ({"memo": memo}, {"code": code}, {"document": document}, {"words": "Voir p. 4"}):
        does_and_undoes(project, lambda given=given: remarks.answer(project, one, **given))  # type: ignore[misc]  # by name
    (found,) = remarks.listed(project, key)
    assert (found.memo, found.code, found.document, found.answer) == (memo, code, document, "Voir p. 4")
    submissions.remove(project, key)
    assert remarks.listed(project)[0].submission is None, "what was remarked stays"
    memos.remove(project, memo)
    assert remarks.listed(project)[0].memo is None
    does_and_undoes(project, lambda: remarks.remove(project, one))
    for wrong in (lambda: remarks.remove(project, one), lambda: remarks.answer(project, one, words="x")):
        with pytest.raises(NothingThere):
            wrong()
    with pytest.raises(WorkbenchError):
        remarks.add(project, " ")


def test_the_report_has_each_submission_with_its_changes_and_remarks(coded: Study) -> None:
    project = coded.project
    key = sent(coded)
    remarks.add(project, "Et le bureau ?", who="R1", submission=key)
    remarks.add(project, "Bon courage", who="Ma directrice")
    codebook.add(project, "Bureau")
    made = reports.report(Moment.of(project), "submissions")
    assert [one.heading for one in made.sections] == [
        "Premier tour",
        "Remarques, Premier tour",
        "Remarques hors soumission",
    ]
    assert ("code", "ajouté", "Bureau", "", "") in made.sections[0].rows
    assert made.sections[1].rows == (("R1", "Et le bureau ?", "sans réponse"),)


def test_the_command_line_keeps_compares_and_answers(coded: Study, tmp_path: Path) -> None:
    path, article = str(coded.project.path), tmp_path / "a.docx"
    coded.project.close()
    article.write_bytes(b"sent")

    def ran(*arguments: str) -> Result:
        done = CliRunner().invoke(program, [arguments[0], path, *arguments[1:]])
        assert done.exit_code == 0, done.output
        return done

    ran("submit", "Tour 1", "--article", str(article), "--note", "RFM")
    ran("code-add", "Nouveau")
    told = json.loads(ran("submissions", "Tour 1", "--json", "--article", str(tmp_path / "out.docx")).stdout)
    assert told == [{"part": "code", "change": "added", "name": "Nouveau", "before": "", "after": ""}]
    assert (tmp_path / "out.docx").read_bytes() == b"sent"
    number = ran("remark", "Et C3 ?", "--who", "R2", "--submission", "Tour 1").stdout.strip()
    ran("remark-answer", number, "--code", "Nouveau", "--text", "Ajouté")
    (found,) = json.loads(ran("remarks", "--json").stdout)
    assert (found["who"], found["answered"], found["answer"]) == ("R2", True, "Ajouté")
    ran("remark-remove", number)
    ran("submission-remove", "Tour 1")
    assert json.loads(ran("submissions", "--json").stdout) == []
