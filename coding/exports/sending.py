"""What was sent and what changed since, with the remarks on it and what answers them, for print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coding import remarks, submissions
from coding.exports.dates import day
from coding.exports.reports import Report, Section, as_sheet
from coding.exports.sheets import Cell, Sheet, apart
from coding.moment.moment import Moment
from coding.remarks import RemarkInfo
from coding.submissions import StudyDifference, SubmissionInfo

_LONGEST = 240
_WORDS: dict[str, dict[str, Any]] = {
    "fr": {
        "title": "Soumissions",
        "kind": "Quoi",
        "name": "Nom",
        "before": "À l’envoi",
        "after": "Aujourd’hui",
        "what": "Changement",
        "sent": "Envoyé le {day} par {coder}. {note}",
        "article": "Article\u00a0: {name}.",
        "same": "Rien n’a changé depuis.",
        "remarks": "Remarques",
        "who": "De qui",
        "remark": "Remarque",
        "answer": "Réponse",
        "none": "sans réponse",
        "loose": "Remarques hors soumission",
        "memo": "mémo «\u00a0{name}\u00a0»",
        "code": "code «\u00a0{name}\u00a0»",
        "document": "document {name}",
        "kinds": {"code": "code", "evidence": "données à l’appui", "table": "tableau", "quotation": "verbatim"},
        "whats": {
            "added": "ajouté",
            "gone": "retiré",
            "changed": "modifié",
            "name": "renommé",
            "path": "déplacé",
            "definition": "redéfini",
        },
        "rows": "{number} ligne(s)",
    },
    "en": {
        "title": "Submissions",
        "kind": "What",
        "name": "Name",
        "before": "As sent",
        "after": "Now",
        "what": "Change",
        "sent": "Sent on {day} by {coder}. {note}",
        "article": "Article: {name}.",
        "same": "Nothing changed since.",
        "remarks": "Remarks",
        "who": "By whom",
        "remark": "Remark",
        "answer": "Answer",
        "none": "unanswered",
        "loose": "Remarks on no submission",
        "memo": "memo “{name}”",
        "code": "code “{name}”",
        "document": "document {name}",
        "kinds": {"code": "code", "evidence": "evidence", "table": "table", "quotation": "quotation"},
        "whats": {
            "added": "added",
            "gone": "gone",
            "changed": "changed",
            "name": "renamed",
            "path": "moved",
            "definition": "redefined",
        },
        "rows": "{number} row(s)",
    },
}


def report(moment: Moment, tables: dict[str, list[list[str]]]) -> Report:
    """Return of each submission what changed since and the remarks on it; `tables` are those of today."""
    made = _Made(moment)
    sections = list[Section]()
    for one in submissions.listed(moment.project):
        sections.append(made.changes(one, submissions.since(moment, one, tables)))
        sections += made.remarks(one.key, one.name)
    sections += made.remarks(None, "")
    return Report(made.words["title"], made.language, tuple(sections))


def sheet(moment: Moment, tables: dict[str, list[list[str]]]) -> Sheet:
    """Return the same as one sheet, with what each line is of."""
    made = report(moment, tables)
    return as_sheet(made, str(_WORDS[made.language]["name"]))


def changed(moment: Moment, one: SubmissionInfo, found: list[StudyDifference]) -> Section:
    """Return when something was sent, by whom, and what changed since."""
    return _Made(moment).changes(one, found)


def remarked(moment: Moment, found: Sequence[RemarkInfo]) -> list[tuple[Cell, ...]]:
    """Return a line for each remark: who made it, what it says, and what answers it."""
    made = _Made(moment)
    return [made.remark(one) for one in found]


class _Made:
    """What is said of submissions in the language of print, masked as the moment says."""

    def __init__(self, moment: Moment) -> None:
        self.moment, self.mask = moment, moment.mask
        self.language = moment.language if moment.language in _WORDS else "en"
        self.words = _WORDS[self.language]

    def changes(self, one: SubmissionInfo, found: list[StudyDifference]) -> Section:
        words = self.words
        said = [words["sent"].format(day=day(one.at, self.language), coder=one.coder, note=one.note).strip()]
        said += [words["article"].format(name=one.article_name)] if one.article_name else []
        columns = tuple(words[name] for name in ("kind", "what", "name", "before", "after"))
        rows = tuple(self._row(each) for each in found)
        paragraphs = (*map(self.mask.text, said), *([] if rows else [words["same"]]))
        return Section(self.mask.text(one.name), paragraphs, columns if rows else (), rows)

    def _row(self, one: StudyDifference) -> tuple[Cell, ...]:
        words = self.words
        cells = (one.before, one.after)
        if one.part == "table":
            cells = (words["rows"].format(number=one.before), words["rows"].format(number=one.after))
        shown = (self.mask.text(_shortened(cell)) for cell in cells)
        return words["kinds"][one.part], words["whats"][one.what], self.mask.text(one.name), *shown

    def remarks(self, submission: int | None, name: str) -> Iterator[Section]:
        """Yield the remarks on a submission, or on none, where there are any."""
        words = self.words
        found = [one for one in remarks.listed(self.moment.project) if one.submission == submission]
        if found:
            columns = (words["who"], words["remark"], words["answer"])
            rows = tuple(map(self.remark, found))
            heading = f"{words['remarks']}, {name}" if name else words["loose"]
            yield Section(heading, (), columns, rows)

    def remark(self, one: RemarkInfo) -> tuple[Cell, ...]:
        return self.mask.text(one.who), self.mask.text(one.text), self._answer(one)

    def _answer(self, one: RemarkInfo) -> str:
        words, moment = self.words, self.moment
        said = [one.answer]
        memo = next((each for each in moment.memos if each.key == one.memo), None)
        if memo is not None:
            said.append(words["memo"].format(name=memo.title or _shortened(memo.body)))
        if one.code in moment.codes:
            said.append(words["code"].format(name=moment.codes[one.code].label))
        if one.document in moment.infos:
            said.append(words["document"].format(name=self.mask.document(moment.infos[one.document])))
        return self.mask.text(apart(filter(None, said), moment.language)) or str(words["none"])


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]} …"
