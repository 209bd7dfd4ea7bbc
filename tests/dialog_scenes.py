"""Dialogs to be drawn in a study whose names are long: sets, rules, corrections, speakers, guide, attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.code.corrected import AROUND, CorrectedDialog
from app.code.correcting import CorrectDialog
from app.code.naming import SpeakerDialog
from app.code.revisions import RevisionsDialog
from app.code.turns import rename
from app.codebook.questions import SplitDialog
from app.consenting import Beyond
from app.guide.dialogs import VersionDialog
from app.participants.recoding import Groups
from app.participants.wording import Wording
from app.quality.lot import LotDialog
from app.report.sending import SubmissionsDialog
from app.sets.dialog import SetsDialog
from app.sets.putting import ask
from app.shell.main_window import Window
from coding import codebook, codings, remarks, submissions
from coding.agreement import draws
from coding.moment.moment import Moment
from corpus import anchors, documents, sets
from corpus.correcting import corrected, corrections, revisions
from corpus.documents import DocumentInfo
from corpus.drafts import Draft
from corpus.errors import BeyondConsent
from corpus.guide import guides
from corpus.people import participants, recruiting
from corpus.people.known import AttributeInfo
from corpus.rules import Condition, Rule
from corpus.store.project import Project

LONG = "Entretiens menés auprès des directions marketing de la grande distribution spécialisée"
NAMES = (
    "sets", "sets-rule", "sets-empty", "set-new", "correct", "corrected", "revisions", "speaker", "speaker-rename",
    "guide-version", "guide-new", "groups", "wording", "split", "beyond", "submissions", "submission-new",
    "remark-new", "remark-answer", "lot",
)  # fmt: skip


def furnish(path: Path) -> None:
    """Put long names, sets, corrections, a guide and choices into a study."""
    with Project.open(path, coder="camille") as project:
        first, second, *_ = documents.listed(project)
        documents.rename(project, first.key, f"{first.name} — {LONG}")
        sets.make(project, LONG, "documents", [first.key, second.key], note="Pour le premier article.")
        sector = participants.attributes(project)[0]
        lines = (
            Condition("attribute", "some", key=sector.key),
            Condition("words", "between", "500", "100000"),
            Condition("code", "=", key=codebook.listed(project)[0].key),
            Condition("name", "≠", "Pilote*"),
        )
        sets.make(project, f"{LONG}, par règle", "documents", rule=Rule(lines))
        sets.make(project, "Personne", "participants", rule=Rule((Condition("name", "=", "Nobody at all"),)))
        sets.make(project, "Codes", "codes", [codebook.listed(project)[0].key])
        text = documents.text(project, first.key)
        for word in ("client", "parcours"):
            start = text.index(word)
            spot = (start, start + len(word))
            corrections.edit(project, first.key, *spot, word.upper(), reason="Mal entendu à la transcription.")
            text = documents.text(project, first.key)
        guides.add(project, f"Version 1 — {LONG}", [], used_from="2025-01-31")
        recruiting.add(project, name=LONG, status="refused", approached_on="2025-01-31", answered_on="2025-02-03")
        coded = codings.of_document(project, second.key)
        sent = submissions.freeze(Moment.of(project, masking=True), f"Revue — {LONG}", {}, note="Premier tour.")
        remarks.add(project, f"Où finit ce code ? {LONG}", who="Relecteur·rice 2", submission=sent)
        codebook.add(project, "Ajouté depuis l’envoi")
        draws.draw(Moment.of(project), "documents", 3, 2026)
    with Project.open(path, coder="paul") as project:
        for n, one in enumerate(coded):
            if n % 3:
                codings.apply(project, one.code, anchors.words(second.key, one.start, one.end - n % 2))


def scenes(window: Window, folder: Path) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give each dialog by name, and what shows it."""
    shows = (
        partial(_sets, window, 0),
        partial(_sets, window, 1),
        partial(_sets, window, 2),
        partial(_new_set, window),
        partial(_correct, window),
        partial(_corrected, window, folder),
        partial(_revisions, window),
        partial(_speaker, window),
        partial(_rename, window),
        partial(_version, window),
        partial(_new_version, window),
        partial(_groups, window),
        partial(_wording, window),
        partial(_split, window),
        partial(_beyond, window),
        partial(_submissions, window),
        partial(_sending, window, "ask_keep"),
        partial(_sending, window, "ask_remark"),
        partial(_sending, window, "ask_answer"),
        partial(_lot, window),
    )
    yield from zip(NAMES, shows, strict=True)


def _sets(window: Window, row: int) -> QWidget:
    dialog = SetsDialog(window.hub, window)
    dialog.show()
    dialog.list.setCurrentRow(row)
    return dialog


def _submissions(window: Window) -> QWidget:
    for before in window.findChildren(SubmissionsDialog):
        before.close()
    window.show_submissions()
    [made] = [one for one in window.findChildren(SubmissionsDialog) if one.isVisible()]
    made.table.selectRow(0)
    return made


def _sending(window: Window, act: str) -> QWidget:
    made = _submissions(window)
    before = set(made.findChildren(QDialog))
    getattr(made, act)()
    [form] = set(made.findChildren(QDialog)) - before
    return form


def _lot(window: Window) -> QWidget:
    return opened(LotDialog(window.hub, window, window.hub.moment()))


def _new_set(window: Window) -> QWidget:
    return ask(window.hub, window, "documents", [])


def _first(window: Window) -> DocumentInfo:
    return documents.listed(window.hub.project)[0]


def _correct(window: Window) -> QWidget:
    info = _first(window)
    start = documents.text(window.hub.project, info.key).index("PARCOURS")
    words = documents.text(window.hub.project, info.key)[start - 90 : start + 200]
    place = anchors.words(info.key, start - 90, start + 200)
    return opened(CorrectDialog(window.hub, place, words, lambda *_: None, window))


def opened(dialog: QDialog) -> QDialog:
    """Show a dialog without waiting for its answer."""
    dialog.open()
    return dialog


def _corrected(window: Window, folder: Path) -> QWidget:
    info = _first(window)
    text = documents.text(window.hub.project, info.key)
    draft = Draft(folder / "corrected.txt", info.name, text.replace("client", "visiteur"), b"", "text/plain", "txt")
    found = replace(corrected.compared(window.hub.project, info.key, draft), likeness=0.4)
    pieces = revisions.shortened(revisions.compared(text, draft.text), AROUND)
    return opened(CorrectedDialog(window.hub, found, pieces, window))


def _revisions(window: Window) -> QWidget:
    dialog = RevisionsDialog(window.hub, _first(window).key, window)
    dialog.show()
    return dialog


def _speaker(window: Window) -> QWidget:
    names = [LONG, "INT", "Directrice marketing"]
    explained = QCoreApplication.translate("Turns", "Who says these turns?")
    return opened(SpeakerDialog(window, explained, explained, names, LONG, 12, lambda *_: None))


def _rename(window: Window) -> QWidget:
    rename(window.hub, documents.speakers(window.hub.project)[0], window)
    return window.findChildren(SpeakerDialog)[-1]


def _version(window: Window) -> QWidget:
    return opened(VersionDialog(window.hub, window, guides.listed(window.hub.project)[0]))


def _new_version(window: Window) -> QWidget:
    dialog = VersionDialog(window.hub, window)
    dialog.text.setPlainText("# Le parcours\nComment cela se passe-t-il chez vous ?\nEt ensuite ?")
    return opened(dialog)


def _attribute(window: Window) -> AttributeInfo:
    return participants.attributes(window.hub.project)[0]


def _groups(window: Window) -> QWidget:
    return opened(Groups(window.hub, _attribute(window), window))


def _wording(window: Window) -> QWidget:
    return opened(Wording(window.hub, _attribute(window), window))


def _split(window: Window) -> QWidget:
    info = _first(window)
    words = [(n, info.name, documents.text(window.hub.project, info.key)[n * 300 : n * 300 + 280]) for n in range(9)]
    return opened(SplitDialog(window, LONG, words, lambda *_: None))


def _beyond(window: Window) -> QWidget:
    error = BeyondConsent("This goes beyond what was agreed to.")
    error.breaches = ((LONG, "quotation"), ("Directrice marketing", "firm"), ("Gérant", "archive"))
    return opened(Beyond(window, error, lambda _terms: None, rows=True))


def made(window: Window, show: Callable[[], object]) -> QWidget:
    """Show a dialog that is made by the window, and give it."""
    before = set(window.findChildren(QDialog))
    show()
    return next(iter(set(window.findChildren(QDialog)) - before))
