"""The preview of an import: it opens where something asks for a look, and what it shows is what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from app import speaker_rules, theme
from app.code.corrected import CorrectedDialog
from app.hub import Hub
from app.shell.main_window import Window
from app.shell.outcomes import OutcomesDialog
from app.shell.preview.dialog import PreviewDialog
from coding import codebook, codings
from corpus import anchors, documents, importing
from corpus.drafts import Note
from tests.mixed_files import talk

MISSPELT = talk() + "\nELODIE: That is all.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two interviews, one of them with a mark misspelt; one whose labels stand before commas; and a song."""
    made = tmp_path / "files"
    made.mkdir()
    (made / "a plain.txt").write_text(talk(), "utf-8")
    (made / "b misspelt.txt").write_text(MISSPELT, "utf-8")
    (made / "c commas.txt").write_text(talk("Anna", "Bruno", mark="{}, "), "utf-8")
    (made / "song.mp3").write_bytes(b"x")
    return made


def shown(window: Window) -> list[PreviewDialog]:
    return [dialog for dialog in window.findChildren(PreviewDialog) if dialog.isVisible()]


def previewed(window: Window, qtbot: QtBot, *paths: Path) -> PreviewDialog:
    """Return the preview of files, asked for where nothing calls for it."""
    window.importing.take(paths, preview=True)
    qtbot.waitUntil(lambda: bool(shown(window)))
    return shown(window)[0]


def names(hub: Hub) -> list[str]:
    return [document.name for document in documents.listed(hub.project)]


def listed(dialog: PreviewDialog) -> list[str]:
    files = dialog.list.files
    return [str(files.data(files.index(row))) for row in range(files.rowCount())]


def voices(dialog: PreviewDialog) -> list[tuple[str, str]]:
    items = [dialog.voices.table.topLevelItem(row) for row in range(dialog.voices.table.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def settled(dialog: PreviewDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.write.isEnabled() and not dialog.bar.isVisible())


def give_up(dialog: PreviewDialog) -> None:
    dialog.reject()
    [box] = dialog.findChildren(QMessageBox)
    assert dialog.isVisible()
    box.buttons()[[button.text() for button in box.buttons()].index("Do not import")].click()


def select(dialog: PreviewDialog, label: str) -> None:
    start = dialog.current.preview.opening.index(label)
    dialog.opening.select(start, start + len(label))


def test_files_without_doubts_come_in_at_once_and_can_be_taken_back(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    window.importing.take([folder / "a plain.txt"])
    qtbot.waitUntil(window.toast.isVisible)
    assert shown(window) == []
    assert names(hub) == ["a plain"]
    assert window.toast.label.text() == window.status.currentMessage() == "1 document imported"
    assert (window.toast.button.text(), window.toast.second.isVisible()) == ("Undo", False)
    window.toast.button.click()
    assert names(hub) == []
    assert not window.toast.isVisible()


def test_the_offer_to_take_back_goes_with_the_next_change(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    window.importing.take([folder / "a plain.txt"])
    qtbot.waitUntil(window.toast.isVisible)
    documents.rename(hub.project, documents.listed(hub.project)[0].key, "another name")
    assert not window.toast.isVisible()
    assert names(hub) == ["another name"]


def test_a_doubt_opens_the_preview_with_the_doubtful_first_and_nothing_is_written(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    window.importing.take([folder])
    qtbot.waitUntil(lambda: bool(shown(window)))
    [dialog] = shown(window)
    assert listed(dialog)[0] == "b misspelt"
    assert dialog.list.currentIndex().row() == 0
    assert dialog.notes.lines[0].text() == "ELODIE (1) may be ÉLODIE, misspelt."
    assert voices(dialog) == [("INT", "interviewer"), ("ÉLODIE", "interviewee"), ("ELODIE", "unknown")]
    assert dialog.opening.text.toPlainText() == MISSPELT
    image, colours = dialog.opening.text.viewport().grab().toImage(), theme.colours()
    first = range(dialog.fontMetrics().height())
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in first}
    assert {colours.accent, colours.muted} <= inks, "labels stand out, and who asks is quiet"
    assert colours.text not in inks
    dialog.list.choose(listed(dialog).index("song.mp3"))
    assert not dialog.parts.isVisible()
    assert "files of type .mp3 can't be read" in dialog.notes.lines[0].text()
    dialog.reject()
    qtbot.waitUntil(lambda: not hub.jobs.busy)
    assert names(hub) == []
    assert hub.undoable() is None


def test_what_is_answered_and_ticked_is_what_is_written_and_undone(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    window.importing.take([folder])
    qtbot.waitUntil(lambda: bool(shown(window)))
    [dialog] = shown(window)
    dialog.voices.choose("ELODIE")
    qtbot.keyClick(dialog, Qt.Key.Key_J)
    assert voices(dialog) == [("INT", "interviewer"), ("ÉLODIE", "interviewee")]
    assert not dialog.notes.isVisible()
    files = dialog.list.files
    row = files.index(listed(dialog).index("c commas"))
    files.setData(row, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.write.click()
    qtbot.waitUntil(window.toast.isVisible)
    assert names(hub) == ["a plain", "b misspelt"]
    assert [one.label for one in documents.speakers(hub.project)] == ["INT", "ÉLODIE"] * 2
    assert [one for one in window.findChildren(OutcomesDialog) if one.isVisible()] == [], "it was seen before"
    assert shown(window) == []
    window.toast.button.click()
    assert names(hub) == []


def test_one_key_gives_a_role_in_one_file_or_in_all(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    dialog = previewed(window, qtbot, folder / "a plain.txt", folder / "b misspelt.txt")
    assert listed(dialog) == ["b misspelt", "a plain"]
    dialog.voices.choose("INT")
    qtbot.keyClick(dialog, Qt.Key.Key_U)
    qtbot.keyClick(dialog, Qt.Key.Key_R)
    assert voices(dialog)[0] == ("INT", "interviewee")
    dialog.list.choose(1)
    assert voices(dialog) == [("INT", "interviewer"), ("ÉLODIE", "interviewee")]
    dialog.voices.choose("ÉLODIE")
    qtbot.keyClick(dialog, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert voices(dialog)[1] == ("ÉLODIE", "interviewer")
    dialog.list.choose(0)
    assert voices(dialog)[:2] == [("INT", "interviewee"), ("ÉLODIE", "interviewer")]
    dialog.voices.choose("INT")
    assert dialog.voices.everywhere.isVisible()
    dialog.voices.everywhere.click()
    dialog.voices.buttons["unknown"].click()
    dialog.list.choose(1)
    assert voices(dialog) == [("INT", "unknown"), ("ÉLODIE", "interviewer")]
    dialog.write.click()
    qtbot.waitUntil(lambda: len(names(hub)) == 2)
    assert {one.role for one in documents.speakers(hub.project) if one.label == "INT"} == {"unknown"}


def test_a_label_selected_in_the_text_says_how_all_are_written(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    (folder / "d commas.txt").write_text(talk("Anna", "Chloé", mark="{}, "), "utf-8")
    dialog = previewed(window, qtbot, folder / "c commas.txt", folder / "d commas.txt")
    assert voices(dialog) == [("Question", "interviewer")]
    assert not dialog.opening.label.isEnabled()
    select(dialog, "Anna")
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settled(dialog, qtbot)
    assert [label for label, _ in voices(dialog)] == ["Anna", "Bruno"]
    assert dialog.choices.rules.currentText() == "By this expression"
    dialog.list.choose(1)
    assert voices(dialog) == [("Question", "interviewer")]
    dialog.list.choose(0)
    dialog.choices.all.click()
    settled(dialog, qtbot)
    dialog.list.choose(1)
    assert [label for label, _ in voices(dialog)] == ["Anna", "Chloé"]
    dialog.choices.first.click()
    settled(dialog, qtbot)
    assert voices(dialog) == [("Question", "interviewer")]
    dialog.write.click()
    qtbot.waitUntil(lambda: len(names(hub)) == 2)
    assert [one.label for one in documents.speakers(hub.project)] == ["Anna", "Bruno", "Question"]


def test_a_text_in_which_nobody_speaks_says_so(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    (folder / "e prose.txt").write_text("The shop opened in 1962.\n\nA queue forms at noon.\n", "utf-8")
    dialog = previewed(window, qtbot, folder / "e prose.txt")
    assert voices(dialog) == []
    assert dialog.voices.nobody.isVisible()


def test_a_label_in_doubt_is_selected_already(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    dialog = previewed(window, qtbot, folder / "c commas.txt", folder / "song.mp3")
    doubt = Note("Look at {label}.", {"label": "Bruno", "start": 40}, doubt=True)
    at = listed(dialog).index("c commas")
    dialog.pending[at] = replace(dialog.pending[at], preview=replace(dialog.pending[at].preview, notes=(doubt,)))
    dialog.list.choose(1 - at)
    dialog.list.choose(at)
    assert dialog.opening.text.textCursor().selectedText() == "Bruno"
    dialog.opening.label.click()
    settled(dialog, qtbot)
    assert [label for label, _ in voices(dialog)] == ["Anna", "Bruno"]


def test_an_expression_is_typed_kept_by_name_chosen_and_forgotten(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    dialog = previewed(window, qtbot, folder / "c commas.txt")
    qtbot.waitUntil(lambda: not hub.jobs.busy)
    dialog.choices.rule.setFocus()
    dialog.choices.rule.setText("(?P<speaker>")
    qtbot.keyClick(dialog.choices.rule, Qt.Key.Key_Return)
    assert "can't be read" in dialog.choices.fault.text()
    assert not hub.jobs.busy, "Enter in a field imports nothing"
    dialog.choices.rule.setText(r"(?P<speaker>\w+),")
    qtbot.keyClick(dialog.choices.rule, Qt.Key.Key_Return)
    settled(dialog, qtbot)
    assert not dialog.choices.fault.isVisible()
    assert [label for label, _ in voices(dialog)] == ["Anna", "Bruno"]
    dialog.choices.keep_as("Commas")
    settled(dialog, qtbot)
    assert speaker_rules.kept(hub.settings) == {"Commas": r"(?P<speaker>\w+),"}
    assert dialog.choices.rules.currentText() == "Commas"
    give_up(dialog)
    qtbot.waitUntil(lambda: not hub.jobs.busy and not shown(window))
    dialog = previewed(window, qtbot, folder / "c commas.txt")
    dialog.choices.rules.setCurrentText("Commas")
    dialog.choices.rules.activated.emit(dialog.choices.rules.currentIndex())
    settled(dialog, qtbot)
    assert [label for label, _ in voices(dialog)] == ["Anna", "Bruno"]
    dialog.choices.forget.click()
    assert speaker_rules.kept(hub.settings) == {}
    assert dialog.choices.rules.currentText() == "By this expression"


def test_other_columns_of_a_survey_are_read_as_text(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    rows = "name;town;What do you like here?\n" + "".join(
        f"{name};{town};The light, and the {n} people who come in every single morning of the week.\n"
        for n, (name, town) in enumerate((("Anna", "Lyon by the river"), ("Bruno", "Metz on the hill")), 3)
    )
    (folder / "survey.csv").write_text(rows, "utf-8")
    dialog = previewed(window, qtbot, folder / "survey.csv")
    columns = dialog.choices.columns
    assert (columns.isVisible(), columns.text(), len(dialog.pending)) == (True, "", 2)
    columns.setText("town; What do you like here?")
    columns.returnPressed.emit()
    settled(dialog, qtbot)
    assert "Lyon by the river" in dialog.opening.shown
    columns.setText("no such column")
    columns.returnPressed.emit()
    qtbot.waitUntil(lambda: not hub.jobs.busy and not dialog.bar.isVisible())
    assert [one.shown.status for one in dialog.pending] == ["refused"]
    assert columns.isVisible()
    dialog.choices.first.click()
    settled(dialog, qtbot)
    assert len(dialog.pending) == 2
    dialog.list.choose(0)
    assert not dialog.opening.shown.count("Lyon")


def test_another_encoding_and_language_are_chosen(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    (folder / "old.txt").write_bytes("HÉLÈNE: Très bien, hélas.\n".encode("cp850"))
    dialog = previewed(window, qtbot, folder / "old.txt")
    choices = dialog.choices
    choices.encoding.setCurrentIndex(choices.encoding.findData("cp850"))
    choices.encoding.activated.emit(choices.encoding.currentIndex())
    settled(dialog, qtbot)
    assert dialog.opening.text.toPlainText() == "HÉLÈNE: Très bien, hélas.\n"
    choices.language.setCurrentIndex(choices.language.findData("en"))
    choices.language.activated.emit(choices.language.currentIndex())
    dialog.write.click()
    qtbot.waitUntil(lambda: names(hub) == ["old"])
    [info] = documents.listed(hub.project)
    assert (info.language, info.encoding) == ("en", "cp850")


def test_a_file_that_is_there_is_read_anew_in_its_place_and_undone(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    window.importing.take([folder / "a plain.txt"])
    qtbot.waitUntil(lambda: names(hub) == ["a plain"])
    before = documents.passages(hub.project)
    dialog = previewed(window, qtbot, folder / "a plain.txt")
    assert not dialog.write.isEnabled()
    assert dialog.notes.lines[0].text().startswith("Already in the project, as a plain.")
    dialog.choices.split.setCurrentIndex(dialog.choices.split.findData("lines"))
    dialog.choices.split.activated.emit(dialog.choices.split.currentIndex())
    settled(dialog, qtbot)
    files = dialog.list.files
    assert files.facts(dialog.current) == "Read anew in the place of a plain"
    dialog.write.click()
    qtbot.waitUntil(lambda: not shown(window))
    assert names(hub) == ["a plain"]
    assert {one.speaker for one in documents.passages(hub.project)} == {""}
    window.menus.undo.trigger()
    assert documents.passages(hub.project) == before


@pytest.mark.parametrize(("answer", "left"), [("Cancel", ["puis ça"]), ("Remove", [])])
def test_what_a_new_reading_has_no_words_for_goes_only_if_agreed_to(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot, answer: str, left: list[str]
) -> None:
    hub.open(study)
    file, said = folder / "talk.txt", "LÉA : un mot.\r\nLÉA : puis ça.\r\n"
    file.write_bytes(said.encode("utf-16-le")[:-2])
    importing.import_files(hub.project, [file], encoding="utf-16-le")
    start = documents.text(hub.project, 1).index("puis ça")
    codings.apply(hub.project, codebook.add(hub.project, "order"), anchors.words(1, start, start + 7))
    dialog = previewed(window, qtbot, file)
    dialog.ask({"encoding": "utf-16-be"})
    settled(dialog, qtbot)
    dialog.write.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    [box] = dialog.findChildren(QMessageBox)
    assert len(codings.listed(hub.project)) == 1
    next(button for button in box.buttons() if button.text().replace("&", "") == answer).click()
    qtbot.waitUntil(lambda: not shown(window) and not hub.jobs.busy)
    text = documents.text(hub.project, 1)
    assert [text[one.start : one.end] for one in codings.listed(hub.project)] == left


def test_the_preview_is_asked_for_by_menu_and_remembers_its_size(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.open(study)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(folder / "a plain.txt")], ""))
    window.importing.choose_files(preview=True)
    qtbot.waitUntil(lambda: bool(shown(window)))
    [dialog] = shown(window)
    assert dialog.height() != 600
    dialog.resize(dialog.width(), 600)
    dialog.reject()
    qtbot.waitUntil(lambda: not hub.jobs.busy and not shown(window))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.importing.choose_folder(preview=True)
    qtbot.waitUntil(lambda: bool(shown(window)))
    assert shown(window)[0].height() == 600


def test_what_was_answered_is_not_lost_by_a_slip(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    dialog = previewed(window, qtbot, folder / "a plain.txt")
    qtbot.keyClick(dialog, Qt.Key.Key_U)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    [box] = dialog.findChildren(QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert dialog.isVisible()
    assert voices(dialog)[0] == ("INT", "unknown")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(hub) == ["a plain"])


def test_more_of_a_long_text_is_shown_and_labels_are_told_there_too(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    (folder / "long.txt").write_text("🙂🙂\n\n" + talk("Anna", "Bruno", mark="{}, ", turns=200), "utf-8")
    dialog = previewed(window, qtbot, folder / "long.txt")
    opening, whole = dialog.opening, (folder / "long.txt").read_text("utf-8")
    assert opening.shown == whole[: len(opening.shown)] != whole
    while opening.more.isVisible():
        before = len(opening.shown)
        opening.more.click()
        qtbot.waitUntil(lambda before=before: len(opening.shown) > before)
    assert opening.text.toPlainText() == opening.shown == whole
    start = whole.rindex("Bruno")
    opening.select(start, start + len("Bruno"))
    assert opening.text.textCursor().selectedText() == "Bruno"
    opening.label.click()
    settled(dialog, qtbot)
    assert [label for label, _ in voices(dialog)] == ["Anna", "Bruno"]
    assert opening.shown == whole
    qtbot.waitUntil(lambda: not hub.jobs.busy)
    spans = opening.text.extraSelections()
    assert spans[-1].cursor.selectedText() == "Bruno,"


def test_what_was_left_out_can_be_read_after_a_plain_import(
    window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    captions = "WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:03.000\nWelcome.\n\n00:04.000 --> 00:06.000\nGoodbye.\n"
    (folder / "captions.vtt").write_text(captions, "utf-8")
    window.importing.take([folder / "captions.vtt"])
    qtbot.waitUntil(window.toast.isVisible)
    assert shown(window) == []
    assert window.toast.second.text() == "What was left out…"
    window.toast.second.click()
    [listing] = [one for one in window.findChildren(OutcomesDialog) if one.isVisible()]
    assert "Remarks between the captions left out: 1." in [label.text() for label in listing.findChildren(QLabel)]


def test_a_folder_without_documents_is_said_to_be_so(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    hub.open(study)
    (tmp_path / "bare").mkdir()
    window.importing.take([tmp_path / "bare"], preview=True)
    qtbot.waitUntil(lambda: window.status.currentMessage() == "There is no document to import there")
    assert shown(window) == []


def test_a_closed_project_closes_the_preview(window: Window, hub: Hub, study: Path, folder: Path, qtbot: QtBot) -> None:
    hub.open(study)
    previewed(window, qtbot, folder / "a plain.txt")
    hub.close()
    assert shown(window) == []


def test_a_corrected_file_is_compared_there_and_put_in_its_place(
    window: Window, hub: Hub, study: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    said = "".join(f"INT: Et l'année {n} ?\nLÉA: L'année {n}, on a suivi le parcour du client.\n" for n in range(20))
    path = tmp_path / "Léa.txt"
    path.write_text(said, "utf-8")
    hub.open(study)
    window.importing.take([path])
    qtbot.waitUntil(lambda: names(hub) == ["Léa"])
    before = documents.listed(hub.project)[0]
    fixed = tmp_path / "Léa corrigé.txt"
    fixed.write_text(said.replace("parcour ", "parcours ", 3), "utf-8")
    window.importing.take([fixed])
    qtbot.waitUntil(lambda: bool(shown(window)))
    [dialog] = shown(window)
    assert dialog.current.preview.corrects == "Léa"
    dialog.compare()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(CorrectedDialog)))
    [comparing] = dialog.findChildren(CorrectedDialog)
    assert "3 place" in comparing.says.text()
    assert "parcours" in comparing.differs.toPlainText()
    assert "parcours" not in documents.text(hub.project, before.key), "nothing is written yet"
    comparing.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: "parcours" in documents.text(hub.project, before.key))
    assert names(hub) == ["Léa"]
    assert not dialog.current.comes_in, "it is in the document's place, and comes in no second time"
    hub.project.undo()
    assert "parcours" not in documents.text(hub.project, before.key)
    dialog.done(0)
