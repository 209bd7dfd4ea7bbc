"""The register of reports: every row makes something to read and something for other programs, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import acts, assertions, codebook, codings, excerpts, links, remarks, reports
from coding.codebook import frameworks
from coding.exports import saving
from coding.exports.opening import Acts, behind
from coding.exports.reports import Report, Section
from coding.moment.moment import Moment
from coding.reports import REGISTER, ReportChoices, ReportRow
from coding.search.listings import listing
from coding.search.searches import Search
from corpus import anchors
from corpus.errors import NothingThere
from corpus.guide import askings, guides
from corpus.people import participants, recruiting
from corpus.search.index import SearchIndex
from tests.coding.support import Study


@pytest.fixture
def told(study: Study) -> Study:
    """Add a respondent who may not be named, who speaks of a code."""
    achats = study.documents["Achats"]
    participants.add(study.project, "Anne Dupont", confidential=True, documents=[achats])
    span = study.span("Achats", "parcours client")
    field = codebook.add(study.project, "Terrain")
    codings.apply(study.project, field, anchors.words(achats, *span))
    excerpts.add(study.project, field, study.words("Caisse", "We watch it every day."))
    recruiting.add(study.project, name="Anne Dupont", status="accepted", why="Anne Dupont tient un rayon")
    guides.add(study.project, "Mars", [guides.GuideLine("", "Et alors ?")])
    question = guides.find(study.project).questions[0].key
    askings.mark(study.project, question, anchors.words(achats, *study.span("Achats", "Et alors ?")))
    codebook.add(study.project, "Vide")
    codings.apply(study.project, codebook.add(study.project, "Tableau"), study.words("Bureau", "tableau de bord"))
    codings.apply(study.project, codebook.add(study.project, "Suivi"), study.words("Achats", "On a suivi"))
    for framework in ("meco-2019", "homburg-2017"):
        frameworks.add(study.project, framework)
    analysis = codebook.find(study.project, "C1").key
    links.link(study.project, field, analysis)
    against = codings.apply(study.project, field, study.words("Achats", "Ça coince en rayon."))
    links.judge(study.project, against, analysis, "in", stance="contradicts")
    codings.enter(study.project, [codings.Entry(field, study.words("Achats", "Ça coince en rayon."), coder="Noé")])
    remarks.add(study.project, "Que dit Anne Dupont ?", who="R2")
    return study


NOTHING_HERE = {"singling", "revealed"}
"""Reports on what gives somebody away, which nothing does in this study; they have tests of their own."""


@pytest.mark.parametrize("key", [key for key in REGISTER if key not in NOTHING_HERE])
def test_every_report_is_written_in_all_its_formats(told: Study, tmp_path: Path, key: str) -> None:
    row = REGISTER[key]
    codes = tuple(codebook.find(told.project, name).key for name in ("Terrain", "C1"))
    choices = ReportChoices(codes=codes)
    made = reports.report(Moment.of(told.project), key, choices)
    lines = sum(len(section.rows) for section in made.sections)
    rows = len(reports.sheet(Moment.of(told.project), key, choices).rows)
    assert min(lines, rows) > 0
    for_programs = "recruitment guide saturation agreement assertions framework-matrix correspondence".split()
    assert lines == rows or key in for_programs, "of which the log, the answers, or all figures are for other programs"
    for suffix in row.formats:
        path = tmp_path / f"{key}{suffix}"
        assert reports.save(Moment.of(told.project), key, path, choices) == (rows if suffix in saving.SHEETS else lines)
        assert path.stat().st_size > 0


def test_reports_heed_what_they_ask_for(told: Study) -> None:
    def cells(key: str, choices: ReportChoices) -> str:
        return str(reports.report(Moment.of(told.project), key, choices))

    for key, row in REGISTER.items():
        differs = cells(key, ReportChoices(mask=True)) != cells(key, ReportChoices(mask=False))
        assert differs <= ("mask" in row.asks), key
    assert "Anne Dupont" in cells("interviews", ReportChoices(mask=False))
    assert "Anne Dupont" not in cells("interviews", ReportChoices(mask=True))
    first, *_ = acts.acts(told.project)
    assert [row[0] for row in reports.sheet(Moment.of(told.project), "trail", ReportChoices(acts=[first])).rows] == [
        first.step.change
    ]
    assert len(reports.sheet(Moment.of(told.project), "trail").rows) == len(told.project.history())
    assert reports.sheet(Moment.of(told.project), "verbatims", ReportChoices(codes=())).rows == ()


def test_a_new_report_is_a_row(told: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Report("Count", "en", (Section("", (), ("what", "how many"), (("codes", 1),)),))
    monkeypatch.setitem(REGISTER, "count", ReportRow("count", "Count", "Nothing to count.", lambda *_: made))
    assert reports.save(Moment.of(told.project), "count", tmp_path / "count.csv") == 1
    assert (tmp_path / "count.csv").read_text("utf-8").splitlines() == ["what,how many", "codes,1"]


def test_what_is_no_report_is_told_which_there_are(told: Study) -> None:
    with pytest.raises(NothingThere, match="weather is no report; say one of codebook, interviews"):
        reports.report(Moment.of(told.project), "weather")


def test_the_table_of_interviews_says_why_people_were_chosen_where_the_log_does(told: Study) -> None:
    table = reports.sheet(Moment.of(told.project), "interviews")
    at = table.columns.index("Raison du choix")
    row = next(row for row in table.rows if row[1] == "[participant 1]")
    assert row[at] == "[participant 1] tient un rayon"
    shown = reports.sheet(Moment.of(told.project), "interviews", ReportChoices(mask=False))
    assert [row[at] for row in shown.rows if row[1] == "Anne Dupont"] == ["Anne Dupont tient un rayon"]
    recruiting.edit(told.project, recruiting.listed(told.project)[0].key, why="")
    assert "Raison du choix" not in reports.sheet(Moment.of(told.project), "interviews").columns


OPENING = {
    "codebook", "evidence", "assertions", "balance", "growth", "tree", "cases", "coverage", "framework-matrix",
    "structure", "co-occurrence", "saturation", "sources", "sample", "specificities", "guide",
    "agreement", "flow", "methods", "recruitment",
}  # fmt: skip


def test_numbers_open_down_to_the_segments_they_count(told: Study, tmp_path: Path) -> None:
    project = told.project
    claim = assertions.add(project, "Tout se suit", code=codebook.find(project, "C1").key)
    first = codings.of_document(project, told.documents["Achats"])[0]
    assertions.bear(project, claim, [first.key], "supports")
    moment, opened = Moment.of(project), set[str]()
    numbers = {step.change for step in project.history()}
    for key in REGISTER:
        for section in reports.report(moment, key).sections:
            for row in section.rows:
                for column, cell in zip(section.columns, row, strict=True):
                    if (opens := behind(cell)) is not None:
                        opened.add(key)
                        if isinstance(opens, Search):
                            found = listing(opens, moment, SearchIndex.of(project, tmp_path))
                            assert len(found), (key, column, cell)
                            continue
                        if isinstance(opens, Acts):
                            assert opens.changes, (key, column, cell)
                            assert opens.changes <= numbers, (key, column, cell)
                            continue
                        items = opens()
                        assert items, (key, column, cell)
                        if column == "Segments codés":
                            wanted = "(contraires)" not in row
                            assert sum(item.counted is wanted for item in items) == cell, (key, row)
    assert opened == OPENING


def test_a_study_without_codes_has_a_sheet_of_each_report_too(study: Study) -> None:
    moment = Moment.of(study.project)
    assert {key: reports.sheet(moment, key).title for key in REGISTER}.keys() == REGISTER.keys()
