"""What is sent to a participant to approve: their transcript with its turns numbered, or the words chosen for print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from coding import excerpts, permits
from coding.exports import saving
from coding.exports.dates import written
from coding.exports.reports import Report, Section
from coding.moment.masks import Mask
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Place, Terms
from corpus.errors import NothingThere
from corpus.people import approvals


class _ApprovalWords(NamedTuple):
    transcript: str
    quotations: str
    letter: tuple[str, str, str]
    until: str
    turns: tuple[str, str, str, str]
    chosen: tuple[str, str, str]
    answer: str
    choices: tuple[str, ...]


_WORDS = {
    "fr": _ApprovalWords(
        "Relecture de votre entretien",
        "Relecture de vos citations",
        (
            "Bonjour {name},",
            "Merci encore de l’entretien que vous nous avez accordé. En voici la transcription\u00a0: "
            "merci de la relire et de noter, en face des tours de parole, ce que vous souhaitez corriger ou retirer.",
            "Merci encore de l’entretien que vous nous avez accordé. Voici les passages que nous souhaitons "
            "citer\u00a0: merci de les relire et de noter, en face de chacun, ce "
            "que vous souhaitez corriger ou retirer.",
        ),
        "Merci de répondre avant le {day}.",
        ("N°", "Qui", "Paroles", "Vos remarques"),
        ("N°", "Citation", "Vos remarques"),
        "Votre réponse",
        (
            "☐ J’approuve ce texte.",
            "☐ J’approuve ce texte avec les changements notés.",
            "☐ Je n’approuve pas ce texte.",
            "Date\u00a0: ____________________",
            "Signature\u00a0: ____________________",
        ),
    ),
    "en": _ApprovalWords(
        "Your interview, to read over",
        "Your quotations, to read over",
        (
            "Dear {name},",
            "Thank you again for the interview. This is its transcript: please read it over and write beside the turns "
            "what you would like to be corrected or taken out.",
            "Thank you again for the interview. These are the passages that we would like to quote: please read them "
            "over and write beside each what you would like to be corrected or taken out.",
        ),
        "Please answer before {day}.",
        ("No.", "Who", "Words", "Your remarks"),
        ("No.", "Quotation", "Your remarks"),
        "Your answer",
        (
            "☐ I approve this text.",
            "☐ I approve this text with the changes noted.",
            "☐ I do not approve this text.",
            "Date: ____________________",
            "Signature: ____________________",
        ),
    ),
}


def report(moment: Moment, participant: int, document: int | None, due_on: str | None = None) -> Report:
    """Return what is sent: a letter, the turns of a document or without one their quotations, and lines to answer.

    The others who may not be named are not; raises `NothingThere` where there is nothing of theirs.
    """
    said, mask = _WORDS.get(moment.language, _WORDS["en"]), _own(moment, participant)
    greeting, of_transcript, of_quotations = said.letter
    letter = [
        greeting.format(name=moment.people[participant].name),
        of_quotations if document is None else of_transcript,
    ]
    letter += [said.until.format(day=written(due_on, moment.language))] if due_on else []
    rows = _quotations(moment, participant, mask) if document is None else _turns(moment, document, mask)
    return Report(
        said.quotations if document is None else said.transcript,
        moment.language,
        (
            Section("", tuple(letter), said.chosen if document is None else said.turns, rows),
            Section(said.answer, said.choices, (), ()),
        ),
    )


def places(moment: Moment, participant: int, document: int | None) -> list[Place]:
    """Return the places whose words are sent; raises `NothingThere`."""
    if document is not None:
        if participant not in moment.voices.participants_of.get(document, ()):
            sentence = "{name} does not speak in this document."
            raise NothingThere(sentence, name=moment.people[participant].name)
        return [(document, 0, moment.infos[document].characters)]
    spoken = [(one.document, one.start, one.end) for one in moment.excerpts]
    found = [place for place in dict.fromkeys(spoken) if participant in moment.voices.heard(*place).participants]
    if not found:
        raise NothingThere("No words of {name} are chosen for print yet.", name=moment.people[participant].name)
    return found


def send(
    moment: Moment,
    participant: int,
    document: int | None,
    path: Path,
    *,
    sent_on: str,
    due_on: str | None = None,
    terms: Terms = AS_AGREED,
    template: Path | None = None,
) -> int:
    """Write what is sent as .docx, .html or .md, note that it was, and return the key of the note.

    A Word document takes its styles from `template`.
    What is theirs needs no consent of theirs; of others who speak there it does.
    """
    made, own = report(moment, participant, document, due_on), frozenset({participant})
    leaving = replace(permits.of_report(made, places(moment, participant, document)), own=own)
    permits.let(moment, "approval", leaving, terms)
    with moment.project.change("Send for approval"):
        key = approvals.sent(moment.project, participant, document, sent_on=sent_on, due_on=due_on)
        saving.save_report(made, path, template)
    return key


def _own(moment: Moment, participant: int) -> Mask:
    """Return a mask of the others: who reads their own interview is named in it."""
    mask = moment.viewed(masking=True).mask
    return replace(mask, people={key: one for key, one in mask.people.items() if key != participant})


def _turns(moment: Moment, document: int, mask: Mask) -> tuple[tuple[str | int, ...], ...]:
    low, high = moment.voices.runs.get(document, (0, 0))
    text = moment.text(document)
    return tuple(
        (number, mask.speaker(speaker), mask.text(text[start:end]), "")
        for number, (_, _, start, end, speaker) in enumerate(moment.passages[low:high].tolist(), 1)
    )


def _quotations(moment: Moment, participant: int, mask: Mask) -> tuple[tuple[str | int, ...], ...]:
    theirs = set(places(moment, participant, None))
    chosen = [one for one in moment.excerpts if (one.document, one.start, one.end) in theirs]
    printed = dict.fromkeys(mask.text(excerpts.cut_from(moment.text(one.document), one)) for one in chosen)
    return tuple((number, words, "") for number, words in enumerate(printed, 1))
