"""The Report page: what is seen is what is printed; excerpts are made ready here; the confidential stay unnamed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.hub import Ask, Hub, Place
from app.report import parts, report_text
from app.report.page import ReportPage
from coding import acts, codebook, codings, excerpts, links, remarks, reports
from coding.codebook import frameworks
from coding.exports import annexes
from coding.exports.reports import Report, Section
from coding.moment.counts import counts as count_codes
from coding.moment.moment import Moment
from coding.moment.weighing import weigh
from corpus import anchors, documents
from corpus.guide import guides
from corpus.model import Study
from corpus.people import participants, recruiting
from tests.app.sample_pages import choose_part, opened_sample, settle, shown

PARTS = tuple(reports.REGISTER)
CODEBOOK, INTERVIEWS, VERBATIMS, RECRUITMENT = "codebook", "interviews", "verbatims", "recruitment"
# Parts that the sample says little in: nothing is wrong, few are confidential, and it was made in a day.
FEW = ("attributions", "flow", "singling")
CASES, GUIDE, COVERAGE, STORIES, TRAIL = "cases", "guide", "coverage", "stories", "trail"


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> ReportPage:
    opened_sample(hub, tmp_path)
    return shown(ReportPage, hub, qtbot)


def part(page: ReportPage, qtbot: QtBot, name: str) -> str:
    choose_part(page, name)
    settle(page.hub, qtbot)
    return page.preview.toPlainText()


def exported(page: ReportPage, qtbot: QtBot, path: Path) -> Path:
    page.export_to(path)
    settle(page.hub, qtbot)
    return path


def test_the_codebook_has_both_cycles_with_counts_and_links(page: ReportPage, qtbot: QtBot) -> None:
    project = page.hub.project
    text = part(page, qtbot, CODEBOOK)
    names = {code.key: code.label for code in codebook.listed(project)}
    for code in codebook.listed(project):
        assert code.label in text
        assert code.definition.replace("\n", " ")[:60] in text.replace("\n", " ")
    report, used = annexes.codebook_report(Moment.of(project)), count_codes(Moment.of(project))
    assert [section.heading.partition(" ")[0] for section in report.sections] == ["Codes", "Cadre"]
    first = report.sections[0]
    counts = {str(row[0]).split("\n")[0].strip(): row[-2:] for row in first.rows}
    for code in codebook.listed(project):
        if code.cycle == 1:
            assert counts[code.label] == used.said(code.key)
    at = first.columns.index("Liens")
    said = "\n".join(str(row[at]) for row in first.rows)
    made = links.listed(project)
    assert said.count("→") == len(made)
    assert all(f"→\u00a0{names[link.target]}" in said for link in made)
    theory = weigh(Moment.of(project))
    groups = [theory.group(code.key) for code in theory.first]
    assert said.count("non lié") == groups.count("open")
    assert said.count("\npar ") == groups.count("linked") - len({link.source for link in made})


def test_where_a_code_is_from_is_said_in_the_language_of_the_report(page: ReportPage, qtbot: QtBot) -> None:
    text = part(page, qtbot, CODEBOOK)
    assert "littérature" in text
    assert "literature" not in text
    project = page.hub.project
    with project.change("Speak English") as session:
        session.execute(update(Study).values(language="en"))
    settle(page.hub, qtbot)
    assert "\nliterature" in str(annexes.codebook_report(Moment.of(project)).sections[1].rows[0][0])


def test_french_titles_have_the_apostrophe_of_print(page: ReportPage) -> None:
    said = annexes.trail(Moment.of(page.hub.project), acts.acts(page.hub.project))
    assert said.title == "Piste d’audit"


def test_interviews_hide_the_confidential(page: ReportPage, qtbot: QtBot) -> None:
    project = page.hub.project
    text = part(page, qtbot, INTERVIEWS)
    secret = [one for one in participants.listed(project) if one.confidential]
    assert secret
    for one in secret:
        assert f"[participant {one.number}]" in text
        for hidden in (one.name, one.attributes["Fonction"], one.attributes["Entreprise"]):
            assert hidden not in text
        assert documents.get(project, one.documents[0]).name not in text
    for one in participants.listed(project):
        if not one.confidential:
            assert one.name in text
    page.masking.click()
    settle(page.hub, qtbot)
    assert all(one.name in page.preview.toPlainText() for one in secret)


def test_interviews_begin_with_function_and_firm(page: ReportPage) -> None:
    [section] = annexes.interviews(Moment.of(page.hub.project, masking=True)).sections
    assert section.columns[:6] == ("N°", "Participant·e", "Fonction", "Type d'entreprise", "Entreprise", "Secteur")
    assert [row[0] for row in section.rows] == list(range(1, 13))
    documents.rename(page.hub.project, 1, "Renamed")
    assert annexes.interviews(Moment.of(page.hub.project, masking=True)).sections[0].rows[0][-2] == "Renamed"


def test_verbatims_are_those_chosen_and_masked(page: ReportPage, qtbot: QtBot) -> None:
    project = page.hub.project
    text = " ".join(part(page, qtbot, VERBATIMS).split())
    for one in excerpts.listed(project):
        assert (
            " ".join(excerpts.printed(project, one).split())[:40] in text or codebook.get(project, one.code).cycle == 1
        )
    secret = [one for one in participants.listed(project) if one.confidential]
    assert not [one.name for one in secret if one.name in text or one.attributes["Entreprise"] in text]
    code = codebook.find(project, "C4")
    page.scope.setCurrentIndex(next(n for n in range(page.scope.count()) if page.scope.itemData(n) == (code.key,)))
    page.scope.activated.emit(page.scope.currentIndex())
    settle(page.hub, qtbot)
    assert code.label in page.preview.toPlainText()
    assert codebook.find(project, "C1").label not in page.preview.toPlainText()
    assert {one.code for one in page.excerpts._found.values()} == {code.key}


def chosen(page: ReportPage, qtbot: QtBot) -> excerpts.ExcerptInfo:
    part(page, qtbot, VERBATIMS)
    one = next(one for one in excerpts.listed(page.hub.project) if not one.cuts and not one.insertions)
    page.excerpts.choose(one.key)
    return one


def test_an_excerpt_is_cut_and_given_back(page: ReportPage, qtbot: QtBot) -> None:
    project, one = page.hub.project, chosen(page, qtbot)
    editor = page.excerpts.editor
    words = documents.text(project, one.document)[one.start : one.end]
    assert editor.source.toPlainText() == words
    editor.select(one.start + 4, one.start + 12)
    editor.cut_button.click()
    assert excerpts.get(project, one.key).cuts == ((one.start + 4, one.start + 12),)
    printed = excerpts.printed(project, one.key)
    assert printed == words[:4] + "(…)" + words[12:]
    settle(page.hub, qtbot)
    assert " ".join(printed.split())[:30] in " ".join(page.preview.toPlainText().split())
    editor.select(one.start + 6, one.start + 8)
    editor.restore_button.click()
    assert excerpts.get(project, one.key).cuts == ((one.start + 4, one.start + 6), (one.start + 8, one.start + 12))
    project.undo()
    project.undo()
    assert excerpts.get(project, one.key) == one
    assert editor.excerpt == one


def test_words_are_put_in_and_taken_out(page: ReportPage, qtbot: QtBot) -> None:
    project, one = page.hub.project, chosen(page, qtbot)
    editor = page.excerpts.editor
    text = documents.text(project, one.document)
    at = text.index(" ", one.start)
    editor.select(at, at)
    editor.inserted.setText("[the shop]")
    qtbot.keyClick(editor.inserted, Qt.Key.Key_Return)
    assert excerpts.get(project, one.key).insertions == ((at, "the shop"),)
    assert editor.inserted.text() == ""
    editor.insertions.setCurrentRow(0)
    qtbot.keyClick(editor.insertions, Qt.Key.Key_Delete)
    assert excerpts.get(project, one.key).insertions == ()


def test_a_translation_is_kept_when_one_goes_on(page: ReportPage, qtbot: QtBot) -> None:
    project, one = page.hub.project, chosen(page, qtbot)
    editor = page.excerpts.editor
    editor.translation.setPlainText("As they say.")
    other = next(e for e in excerpts.listed(project) if e.key != one.key)
    page.excerpts.choose(other.key)
    assert excerpts.get(project, one.key).translation == "As they say."
    assert editor.translation.toPlainText() == other.translation
    project.undo()
    assert excerpts.get(project, one.key).translation == one.translation


def test_excerpts_are_ordered_and_taken_away(page: ReportPage, qtbot: QtBot) -> None:
    project = page.hub.project
    part(page, qtbot, VERBATIMS)
    code = codebook.find(project, "C1").key
    before = [one.key for one in excerpts.listed(project, [code])]
    page.excerpts.choose(before[0])
    assert not page.excerpts.up.isEnabled()
    page.excerpts.down.click()
    assert [one.key for one in excerpts.listed(project, [code])] == [before[1], before[0], *before[2:]]
    current = page.excerpts.current
    assert current is not None
    assert current.key == before[0]
    page.excerpts.take_away.click()
    assert before[0] not in [one.key for one in excerpts.listed(project)]
    project.undo()
    project.undo()
    assert [one.key for one in excerpts.listed(project, [code])] == before
    places: list[Place] = []
    page.hub.place_asked.connect(places.append)
    page.excerpts.choose(before[2])
    page.excerpts.editor.open_button.click()
    one = excerpts.get(project, before[2])
    assert places == [Place(one.document, one.start, one.end)]


def test_offsets_are_code_points(hub: Hub, study: Path, qtbot: QtBot) -> None:
    from corpus.drafts import Draft, DraftPassage

    hub.open(study)
    text = "😀😀 we like it 😀 here"
    draft = Draft(
        Path("a.txt"), "a", text, text.encode(), "text/plain", "plain", passages=(DraftPassage("turn", 0, len(text)),)
    )
    document = documents.add(hub.project, [draft])[0].key
    code = codebook.add(hub.project, "joy")
    key = excerpts.add(hub.project, code, anchors.words(document, 1, len(text)))
    page = shown(ReportPage, hub, qtbot)
    part(page, qtbot, VERBATIMS)
    page.scope.setCurrentIndex(1)
    page.scope.activated.emit(1)
    settle(hub, qtbot)
    page.excerpts.choose(key)
    editor = page.excerpts.editor
    editor.select(text.index("it"), text.index("here"))
    assert editor.source.textCursor().selectedText() == "it 😀 "
    editor.cut()
    assert excerpts.printed(hub.project, key) == "😀 we like (…)here"


def test_a_long_report_is_shown_in_part_and_says_so() -> None:
    rows = tuple((f"row {n}.", n) for n in range(5))
    report = Report(
        "<b>Long</b>", "en", (Section("A", (), ("x", "n"), rows), Section("B", ("last",), ("x", "n"), rows))
    )
    whole = report_text.html(report)
    assert whole.count("row 4.") == 2
    assert "&lt;b&gt;Long" in whole
    part = report_text.html(report, most=3)
    assert (part.count("row 2."), part.count("row 3."), "last" in part) == (1, 0, False)
    assert "first 3 rows" in part
    assert "all 10" in part


def test_no_line_of_a_report_ends_before_a_french_sign(qapp: object) -> None:
    rows = (("combien\u202f?", "Anne\u202f; Bob"), ("29 nov. 2026", "un code"))
    document = QTextDocument()
    document.setHtml(report_text.html(Report("Rapport", "fr", (Section("", (), ("Question", "Qui"), rows),))))
    shown = document.toRawText()
    assert "combien\u00a0?" in shown
    assert "Anne\u00a0; Bob" in shown
    assert "29\u00a0nov.\u00a02026" in shown
    assert "un code" in shown


def test_a_head_takes_three_lines_where_other_columns_have_room_to_give() -> None:
    heads = ("Participant·e", "Attributs", "Déjà sorti malgré un accord ou non masqué", "n")
    rows = tuple(("Anne", "Fonction : directrice marketing d’une enseigne " * 4, "", 1) for _ in range(5))
    shares = report_text._widths(Section("", (), heads, rows))
    assert sum(shares) == 100
    assert shares[2] >= 16
    assert shares[1] > 40
    plain = report_text._widths(Section("", (), ("Code", "Mots"), rows=(("Écoute", "mot " * 60),)))
    assert plain[1] > 75, "what has room stays as it was"


def test_the_trail_is_narrowed_and_exported(page: ReportPage, qtbot: QtBot, tmp_path: Path) -> None:
    project = page.hub.project
    part(page, qtbot, TRAIL)
    trail = page.trail
    assert [act.step.change for act in trail.acts] == [step.change for step in project.history()][::-1]
    codebook.add(project, "something new")
    project.undo()
    settle(page.hub, qtbot)
    assert trail.model.index(0, 3).data() == "Undone: Add code"
    project.coder = "berta"
    codebook.add(project, "something else")
    settle(page.hub, qtbot)
    assert trail.coder.findData("berta") >= 0
    trail.coder.setCurrentIndex(trail.coder.findData("berta"))
    assert [act.step.coder for act in trail.acts] == ["berta"]
    trail.coder.setCurrentIndex(0)
    trail.search.setText("something else")
    assert len(trail.acts) == 1, "sought by the name of its code"
    trail.search.setText("add code")
    wanted = [step for step in project.history() if step.label.startswith("Add code")]
    assert len(trail.acts) == len(wanted)
    trail.period.setCurrentIndex(1)
    assert len(trail.acts) == len(wanted)
    path = exported(page, qtbot, tmp_path / "trail.csv")
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [int(line["change"]) for line in lines] == [act.step.change for act in trail.acts]
    assert lines[0]["coder"] == "berta"


def test_a_number_of_acts_opens_the_trail_at_them_until_all_are_asked_for(page: ReportPage, qtbot: QtBot) -> None:
    part(page, qtbot, TRAIL)
    trail, every = page.trail, len(page.trail.acts)
    trail.search.setText("add")
    part(page, qtbot, "methods")
    counts = next(n for n, one in enumerate(page._report.sections) if one.caption == "Corpus, codage et décisions")
    at = next(n for n, row in enumerate(page._report.sections[counts].rows) if row[0] == "Liens")
    page.open(f"{counts}.{at}.1")
    settle(page.hub, qtbot)
    assert page.part == TRAIL
    assert {act.step.label for act in trail.acts} == {"Link codes"}
    assert trail.every.isVisible()
    assert trail.every.toolTip().startswith("Liens")
    trail.every.click()
    assert len(trail.acts) == every
    assert not trail.every.isVisible()


def test_all_of_the_trail_is_in_sight_and_a_click_on_a_document_opens_the_words(page: ReportPage, qtbot: QtBot) -> None:
    part(page, qtbot, TRAIL)
    table, model = page.trail.table, page.trail.model
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.columnWidth(5) > table.columnWidth(3) / 2, "an act with a long name leaves its document room"
    row = next(n for n, act in enumerate(page.trail.acts) if act.place is not None)
    act = page.trail.acts[row]
    with qtbot.waitSignal(page.trail.place_asked) as asked:
        spot = table.visualRect(model.index(row, 5)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (asked.args[0].document, asked.args[0].start) == act.place[:2]
    with qtbot.assertNotEmitted(page.trail.place_asked):
        spot = table.visualRect(model.index(row, 3)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_written_in_every_format(page: ReportPage, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    from docx import Document
    from openpyxl import load_workbook

    for number in range(8) if name == RECRUITMENT else ():
        recruiting.add(page.hub.project, name=f"Person {number}")
    if name == GUIDE:
        guides.add(page.hub.project, "Mars", [guides.GuideLine("", "Et alors ?")])
    for number in range(8) if name == "to-review" else ():
        codebook.add(page.hub.project, f"Unused {number}")
    if name == "sources":  # of which one is no interview
        participants.remove(page.hub.project, [participants.listed(page.hub.project)[0].key])
    if name == "crosswalk":
        frameworks.add(page.hub.project, "homburg-2017")
    for number in range(8) if name == "submissions" else ():
        remarks.add(page.hub.project, f"Remark {number}")
    if name == "agreement":
        one = codings.listed(page.hub.project)[0]
        codings.enter(page.hub.project, [codings.Entry(one.code, one.anchor, coder="Noé")])
    part(page, qtbot, name)
    secret = [one.name for one in participants.listed(page.hub.project) if one.confidential]
    suffixes = (".docx", ".html", ".md", ".csv", ".xlsx")
    read = {suffix: exported(page, qtbot, tmp_path / f"part{suffix}") for suffix in suffixes}
    book = [row for table in Document(str(read[".docx"])).tables for row in table.rows]
    sheet = list(load_workbook(read[".xlsx"]).worksheets[0].iter_rows(values_only=True))
    with read[".csv"].open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) == len(sheet) > (0 if name in FEW else 7)
    assert len(book) >= (1 if name in FEW else 8)
    whole = read[".html"].read_text("utf-8") + read[".md"].read_text("utf-8") + str(lines) + str(sheet)
    if name in (INTERVIEWS, VERBATIMS):
        assert not [one for one in secret if one in whole]
    if name == CODEBOOK:
        assert lines[0][-1] == "links"
        assert "→ C1" in str(lines)


def test_keys_go_from_part_to_part(page: ReportPage, qtbot: QtBot, hub: Hub) -> None:
    page.parts.setFocus()
    qtbot.keyClick(page.parts, Qt.Key.Key_J)
    qtbot.keyClick(page.parts, Qt.Key.Key_J)
    assert page.part == VERBATIMS
    qtbot.keyClick(page.parts, Qt.Key.Key_K)
    assert page.part == INTERVIEWS
    settle(hub, qtbot)
    assert shown(ReportPage, hub, qtbot).part == INTERVIEWS


def test_an_empty_study_says_what_to_do(hub: Hub, study: Path, qtbot: QtBot) -> None:
    hub.open(study)
    page = shown(ReportPage, hub, qtbot)
    asked: list[str] = []
    hub.page_asked.connect(asked.append)
    for name, where in ((CODEBOOK, "code"), (INTERVIEWS, "code"), (VERBATIMS, "theory")):
        part(page, qtbot, name)
        assert page.views.currentWidget() is page._nothing
        assert not page.export_button.isEnabled()
        page._nothing.button.click()
        assert asked[-1] == where


def test_without_excerpts_the_way_to_choose_some_is_shown(page: ReportPage, qtbot: QtBot) -> None:
    project = page.hub.project
    with project.change("Remove excerpts"):
        for one in excerpts.listed(project):
            excerpts.remove(project, one.key)
    part(page, qtbot, VERBATIMS)
    asked: list[Ask] = []
    page.hub.verbatims_asked.connect(asked.append)
    page.excerpts.go.click()
    assert asked[0].codes == (codebook.find(project, "C1").key,)


def test_closing_the_project_lets_go_of_it(page: ReportPage, hub: Hub, qtbot: QtBot) -> None:
    part(page, qtbot, VERBATIMS)
    page.refresh()
    hub.close()
    settle(hub, qtbot)
    assert page.preview.toPlainText() == ""
    assert page.excerpts.current is None


def test_a_notice_leads_to_quotations_that_give_somebody_away(page: ReportPage, qtbot: QtBot) -> None:
    part(page, qtbot, VERBATIMS)
    assert not page.notice.isVisible()
    project = page.hub.project
    code = next(one.code for one in excerpts.listed(project))
    document = documents.listed(project)[0].key
    for one in documents.speakers(project, document):
        participants.tie_speaker(project, one.key, None)
    for person in Moment.of(project).voices.participants_of.get(document, ()):
        participants.untie(project, person, document)
    passage = documents.passages(project, document)[0]
    excerpts.add(project, code, anchors.words(document, passage.start, passage.end))
    settle(page.hub, qtbot)
    assert page.notice.isVisible()
    page.notice.linkActivated.emit("attributions")
    settle(page.hub, qtbot)
    assert page.part == "attributions"
    assert "Aucun·e participant·e n’a cette attribution" in page.preview.toPlainText()


def test_a_notice_says_who_can_be_told_by_a_table_before_it_is_exported(page: ReportPage, qtbot: QtBot) -> None:
    project = page.hub.project
    secret = next(one.key for one in participants.listed(project) if one.confidential)
    part(page, qtbot, INTERVIEWS)
    participants.edit(project, secret, attributes={"manie": "collectionne les tampons"})
    settle(page.hub, qtbot)
    assert page.notice.isVisible()
    page.notice.linkActivated.emit("singling")
    settle(page.hub, qtbot)
    assert page.part == "singling"
    assert "collectionne les tampons" in page.preview.toPlainText()


def test_an_empty_part_offers_the_page_that_fills_it(qtbot: QtBot) -> None:
    offered = {key: parts.next_step(key) for key in parts.names()}
    assert offered["recruitment"] == ("Go to Participants", "participants")
    assert offered["verbatims"] == ("Go to Theory", "theory")
    assert offered["codebook"] == ("Go to Code", "code")
    assert offered["crosswalk"] == ("Go to Theory", "theory")
    for key in ("to-review", "attributions", "agreement", "submissions", "singling"):
        assert offered[key] == ("", ""), "there is nothing to do on another page"


def test_a_number_opens_to_the_words_behind_it_by_mouse_and_by_key(page: ReportPage, qtbot: QtBot) -> None:
    asked: list[Ask] = []
    page.hub.verbatims_asked.connect(asked.append)
    part(page, qtbot, "tree")
    page.preview.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(page.preview, key)
    settle(page.hub, qtbot)
    moment = Moment.of(page.hub.project)
    code = next(iter(moment.codes.values()))
    assert page.preview.textCursor().selectedText() == str(len(moment.evidence(code.key, "direct")))
    assert asked[0].title.startswith(f"{code.label} · ")
    assert asked[0].items == tuple(moment.evidence(code.key, "direct"))
    place = page.preview.cursorRect(page.preview.textCursor()).center()
    QTest.mouseClick(page.preview.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(4, 0))
    settle(page.hub, qtbot)
    assert [one.title for one in asked] == [asked[0].title] * 2
    part(page, qtbot, "sample")
    assert page._report is not None
    page.open(f"0.0.{len(page._report.sections[0].columns) - 2}")
    info = moment.documents[0]
    assert asked[2].search is not None
    assert (asked[2].search.query, asked[2].search.chosen) == ("*", {"document": (info.key,)})
    QTest.keyClick(page.preview, Qt.Key.Key_Tab)
    assert not page.preview.hasFocus()
