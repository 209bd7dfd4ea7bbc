"""Memos for others: each under its heading, or a line each; who may not be named is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from coding import permits, singling
from coding.exports import saving
from coding.exports.dates import day
from coding.exports.reports import Report, Section
from coding.exports.sheets import Sheet, apart
from coding.memos import MemoInfo
from coding.memos.markdown import plain
from coding.moment.moment import Moment
from coding.permits import AS_AGREED, Leaving, Terms
from coding.singling import GivenAway

COLUMNS = ("memo", "title", "text", "kind", "about", "coder", "created_at", "edited_at")
KINDS = {
    "fr": {
        "plain": "Simple",
        "theoretical": "Théorique",
        "methodological": "Méthodologique",
        "reflexive": "Réflexif",
        "contact": "Fiche d’entretien",
        "field": "Note de terrain",
        "annotation": "Annotation",
    },
    "en": {
        "plain": "Plain",
        "theoretical": "Theoretical",
        "methodological": "Methodological",
        "reflexive": "Reflexive",
        "contact": "Contact summary",
        "field": "Field note",
        "annotation": "Annotation",
    },
}
_TITLE = {"fr": ("Mémos", "Sans titre", "modifié le {}"), "en": ("Memos", "Without title", "changed {}")}


def report(moment: Moment, memos: Sequence[MemoInfo]) -> Report:
    """Return each memo under its title: what kind it is, on what, by whom and when, then what it says."""
    language = moment.language if moment.language in _TITLE else "en"
    made = Report(_TITLE[language][0], language, tuple(_section(moment, memo, language) for memo in memos))
    return moment.makers.out(made)


def _section(moment: Moment, memo: MemoInfo, language: str) -> Section:
    _, untitled, changed = _TITLE[language]
    edited = [changed.format(day(memo.edited_at, language))] if memo.edited_at else []
    dates = [day(memo.created_at, language), *edited]
    head = " · ".join(
        filter(None, (KINDS[language][memo.kind], apart(about(moment, memo), language), memo.coder, *dates))
    )
    said = (moment.mask.text(part) for part in plain(memo.body).split("\n\n"))
    return Section(moment.mask.text(memo.title) or untitled, (head, *filter(str.strip, said)), (), ())


def about(moment: Moment, memo: MemoInfo) -> Iterator[str]:
    """Yield what a memo is about, as it may be named."""
    names = {info.key: moment.mask.document(info) for info in moment.documents}
    for one in memo.targets:
        match one.kind:
            case "document":
                yield names.get(one.key or 0, "")
            case "passage":
                yield f"{names.get(one.key or 0, '')} {' – '.join(map(str, one.span or ()))}".rstrip()
            case _ if one.label:
                yield moment.mask.text(one.label)


def sheet(moment: Moment, memos: Sequence[MemoInfo]) -> Sheet:
    """Return a line for each memo, its text with its marks."""
    text = moment.mask.text
    rows = tuple(
        (
            memo.key,
            text(memo.title),
            text(memo.body),
            memo.kind,
            "; ".join(about(moment, memo)),
            memo.coder,
            memo.created_at,
            memo.edited_at or "",
        )
        for memo in memos
    )
    return moment.makers.out(Sheet("Memos", COLUMNS, rows))


def save(
    moment: Moment,
    memos: Sequence[MemoInfo],
    path: Path,
    *,
    masking: bool = True,
    excel: bool = False,
    terms: Terms = AS_AGREED,
    template: Path | None = None,
) -> int:
    """Write memos as .md, .docx, .html, .csv or .xlsx and return how many; raises `BeyondConsent`.

    A Word document takes its styles from `template`.
    """
    saving.checked(template, unsigned=moment.unsigned)
    seen = moment.viewed(masking=masking)
    if permits.refused(seen, "memos"):
        permits.let(seen, "memos", leaving(seen, memos), terms)
    if path.suffix.lower() in saving.SHEETS:
        saving.save_sheet(sheet(seen, memos), path, excel=moment.known.language if excel else "")
    else:
        saving.save_report(report(seen, memos), path, template)
    return len(memos)


def giving_away(moment: Moment, memos: Sequence[MemoInfo]) -> GivenAway:
    """Return the flagged words that memos have from the texts; of what is known of participants they tell nothing."""
    return singling.of_words(moment, (), (part for memo in memos for part in (memo.title, plain(memo.body))))


def leaving(moment: Moment, memos: Sequence[MemoInfo]) -> Leaving:
    """Return what leaves with memos: their texts; of the words that they are on, only where these stand."""
    return Leaving((*permits.of_report(report(moment, memos)).texts, *permits.of_sheet(sheet(moment, memos)).texts))
