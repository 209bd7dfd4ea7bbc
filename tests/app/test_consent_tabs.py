"""The tabs Consent and Recruitment: lines are added, edited in place, removed and undone; empty ones say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from app.consenting import Beyond
from app.hub import Hub
from app.neighbours import WordsDelegate
from app.participants.consent_tab import ConsentTab
from app.participants.ledger import Ledger
from app.participants.page import ParticipantsPage
from app.participants.recruitment_tab import RecruitmentTab
from app.participants.tabs import Tab
from app.shell.status import Status
from corpus import documents
from corpus.people import approvals, consents, disclosures, participants, recruiting
from tests.app.sample_pages import opened_sample, settle, shown


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> ParticipantsPage:
    opened_sample(hub, tmp_path)
    return shown(ParticipantsPage, hub, qtbot)


def tab(page: ParticipantsPage, name: str) -> Tab:
    numbers = {page.tabs.tabText(n): n for n in range(page.tabs.count())}
    page.tabs.setCurrentIndex(numbers[name])
    made = page.shown
    assert made is not None
    return made


@pytest.fixture
def consent(page: ParticipantsPage) -> ConsentTab:
    made = tab(page, "Consent")
    assert isinstance(made, ConsentTab)
    return made


@pytest.fixture
def recruitment(page: ParticipantsPage) -> RecruitmentTab:
    made = tab(page, "Recruitment")
    assert isinstance(made, RecruitmentTab)
    return made


def column(table: Ledger, title: str) -> int:
    return next(n for n, one in enumerate(table.rows.columns) if one.title == title)


def write(table: Ledger, row: int, title: str, said: str) -> None:
    """Edit a cell as a person does: what the editor holds is what is written."""
    index = table.rows.index(row, column(table, title))
    table.setCurrentIndex(index)
    table.edit(index)
    editor: QWidget = [*table.viewport().findChildren(QComboBox), *table.viewport().findChildren(QLineEdit)][0]
    if isinstance(editor, QComboBox):
        editor.setCurrentText(said)
    elif isinstance(editor, QLineEdit):
        editor.setText(said)
    table.itemDelegate().setModelData(editor, table.rows, index)
    table.closeEditor(editor, table.itemDelegate().EndEditHint.NoHint)
    editor.setParent(None)


def said(table: Ledger, row: int, title: str) -> object:
    return table.rows.index(row, column(table, title)).data(Qt.ItemDataRole.DisplayRole)


def test_tabs_are_built_when_they_are_first_shown(page: ParticipantsPage) -> None:
    assert not page.findChildren(ConsentTab)
    tab(page, "Consent")
    assert page.findChildren(ConsentTab)
    assert not page.findChildren(RecruitmentTab)


def test_a_consent_is_recorded_edited_in_place_undone_and_removed(consent: ConsentTab, hub: Hub) -> None:
    assert consent.views.currentWidget() is consent.nothing
    consent.add()
    assert consent.views.currentWidget() is consent.forms
    write(consent.forms, 0, "Form", "2")
    write(consent.forms, 0, "Signed on", "2024-05-31")
    write(consent.forms, 0, "Quotation", "no")
    (found,) = consents.listed(hub.project)
    assert (found.form, found.signed_on, found.quotation) == ("2", "2024-05-31", "no")
    assert said(consent.forms, 0, "Quotation") == "no"
    assert said(consent.forms, 0, "Archive") == "unsaid"
    assert said(consent.forms, 0, "Signed last") == "✓"
    hub.project.undo()
    assert said(consent.forms, 0, "Quotation") == "unsaid"
    consent.forms.selectRow(0)
    consent.remove()
    assert consents.listed(hub.project) == []
    assert consent.views.currentWidget() is consent.nothing


def test_uses_that_nothing_waits_for_say_so_above_their_column(consent: ConsentTab) -> None:
    rows, use = consent.forms.rows, Qt.ItemDataRole.ToolTipRole
    tips = {one.title: rows.headerData(n, Qt.Orientation.Horizontal, use) for n, one in enumerate(rows.columns)}
    assert "no way out" in str(tips["Recording"])
    assert tips["Images"] == tips["Recording"]
    assert tips["Quotation"] is None


def test_what_is_no_day_is_said_and_not_written(consent: ConsentTab, hub: Hub, qtbot: QtBot) -> None:
    consent.add()
    with qtbot.waitSignal(hub.failed) as failed:
        write(consent.forms, 0, "Signed on", "yesterday")
    assert "yesterday is no day" in str(failed.args[0])
    assert consents.listed(hub.project)[0].signed_on is None


def test_tables_are_read_into_both_tabs(
    consent: ConsentTab, page: ParticipantsPage, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    name = participants.listed(hub.project)[0].name
    table = tmp_path / "table.csv"
    table.write_text(f'participant,uses\n"{name}",quotation\nNobody,all\n', "utf-8")
    with qtbot.waitSignal(hub.said) as told:
        consent.read_table(table)
    assert told.args == ["1 added, 0 brought up to date. Not in the project: Nobody."]
    assert said(consent.forms, 0, "Name of the firm") == "no"
    recruitment = tab(page, "Recruitment")
    assert isinstance(recruitment, RecruitmentTab)
    table.write_text("name,status\nZoé,refused\n", "utf-8")
    recruitment.read_table(table)
    settle(hub, qtbot)
    assert said(recruitment.table, 0, "Answer") == "Refused"


def test_what_is_sent_to_approve_is_written_noted_and_answered(
    consent: ConsentTab, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    person = participants.listed(hub.project)[0]
    offered = [action.text() for action in consent.menu_of(person.key).actions()]
    assert offered[0] == "Quotations"
    assert len(offered) == 1 + len(person.documents)
    consent.send_to(person.key, person.documents[0], tmp_path / "letter.md")
    settle(hub, qtbot)
    assert person.name in (tmp_path / "letter.md").read_text("utf-8")
    assert "Sent to approve (1)" in [consent.below.tabText(n) for n in range(3)]
    write(consent.approvals, 0, "Answer", "with changes")
    (found,) = approvals.listed(hub.project)
    assert (found.answer, found.document) == ("changes", person.documents[0])
    consent.approvals.selectRow(0)
    consent.remove_approvals()
    assert approvals.listed(hub.project) == []


def test_what_is_due_and_what_was_let_out_is_listed(consent: ConsentTab, hub: Hub) -> None:
    key = participants.listed(hub.project)[0].key
    disclosures.note(hub.project, "verbatims", ["quotation"], [key], "by phone")
    consents.add(hub.project, key, keep_until="2020-01-01", quotation="no")
    assert said(consent.due, 0, "What") == "data were to be kept until then"
    assert said(consent.let_out, 0, "Uses") == "Quotation"


def test_lists_without_a_row_say_why_until_there_is_one(consent: ConsentTab, hub: Hub) -> None:
    tables = (consent.due, consent.approvals, consent.let_out)
    assert all(table.nothing.text() and not table.nothing.isHidden() for table in tables)
    consents.add(hub.project, participants.listed(hub.project)[0].key, keep_until="2020-01-01")
    assert consent.due.nothing.isHidden()
    assert not consent.approvals.nothing.isHidden()


def test_what_is_due_is_counted_in_the_status_bar_and_shown_from_there(
    page: ParticipantsPage, hub: Hub, qtbot: QtBot
) -> None:
    status = Status(hub)
    qtbot.addWidget(status)
    status.show()
    assert not status.due.isVisible()
    consents.add(hub.project, participants.listed(hub.project)[0].key, keep_until="2020-01-01")
    assert (status.due.isVisible(), status.due.text()) == (True, "1 thing(s) due")
    status.due.click()
    made = page.shown
    assert isinstance(made, ConsentTab)
    assert made.below.currentWidget() is made.due
    hub.project.undo()
    assert not status.due.isVisible()
    hub.close()
    assert not status.due.isVisible()


def test_somebody_is_put_into_the_log_and_counted(recruitment: RecruitmentTab, hub: Hub) -> None:
    assert recruitment.views.currentWidget() is recruitment.nothing
    recruitment.add()
    recruitment.add()
    write(recruitment.table, 0, "Who", "Directrice, Lille")
    write(recruitment.table, 0, "Answer", "Refused")
    write(recruitment.table, 1, "Participant", participants.listed(hub.project)[0].name)
    one, other = recruiting.listed(hub.project)
    assert (one.name, one.status) == ("Directrice, Lille", "refused")
    assert other.participant == participants.listed(hub.project)[0].key
    assert "No answer yet: 1" in recruitment.counts.text()
    hub.project.undo()
    assert said(recruitment.table, 1, "Participant") == ""
    recruitment.table.selectRow(0)
    recruitment.remove()
    assert [line.key for line in recruiting.listed(hub.project)] == [other.key]


def test_a_full_log_stands_side_by_side_on_two_lines(recruitment: RecruitmentTab, hub: Hub) -> None:
    recruiting.add(
        hub.project,
        name="Jean-Baptiste Montferrand",
        why="Il décide des budgets dans une enseigne de bricolage",
        channel="courriel, puis téléphone",
        place="siège de l’enseigne, Lille",
        reason="n’a pas le temps avant l’été",
        approached_on="2025-02-12",
        answered_on="2025-02-20",
        status="refused",
    )
    table = recruitment.table
    recruitment.window().resize(2400, 700)
    QApplication.processEvents()
    one, tall = table.rowHeight(0), table.horizontalHeader().height()
    recruitment.window().resize(1170, 640)
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.rowHeight(0) > one
    assert table.horizontalHeader().height() > tall
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.widget, index = table, table.rows.index(0, 1)
    option.rect = table.visualRect(index)
    delegate = table.itemDelegate()
    assert isinstance(delegate, WordsDelegate)
    delegate.initStyleOption(option, index)
    assert option.text.split("\u2028") == ["Jean-Baptiste", "Montferrand"]


def test_the_log_is_written_as_a_table_unless_a_firm_is_not_to_be_named(
    recruitment: RecruitmentTab, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    person = next(one for one in participants.listed(hub.project) if one.attributes.get("Entreprise"))
    recruiting.add(hub.project, name="Zoé", reason=f"Left {person.attributes['Entreprise']}")
    consents.add(hub.project, person.key, firm="no")
    recruitment.write_table(tmp_path / "log.csv", masking=False)
    settle(hub, qtbot)
    (dialog,) = [one for one in recruitment.findChildren(Beyond) if one.isVisible()]
    assert not (tmp_path / "log.csv").exists()
    dialog.why.setText("Asked")
    dialog.let.click()
    settle(hub, qtbot)
    assert "Zoé" in (tmp_path / "log.csv").read_text("utf-8")


def test_the_log_names_nobody_who_is_no_participant_unless_it_is_to_be_read_again(
    recruitment: RecruitmentTab, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    recruiting.add(hub.project, name="Zoé Kermorvan", why="Known to a colleague of Zoé Kermorvan")
    recruitment.write_table(tmp_path / "log.csv")
    settle(hub, qtbot)
    written = (tmp_path / "log.csv").read_text("utf-8")
    assert "Kermorvan" not in written
    assert "Known to a colleague of [" in written


def test_without_participants_the_tab_says_to_add_some(hub: Hub, study: Path, qtbot: QtBot) -> None:
    assert hub.open(study)
    made = tab(shown(ParticipantsPage, hub, qtbot), "Consent")
    assert isinstance(made, ConsentTab)
    assert made.nothing.sentence.text().startswith("Add participants first")
    assert not made.nothing.button.isVisible()
    made.add()
    assert consents.listed(hub.project) == []
    assert documents.listed(hub.project) == []
