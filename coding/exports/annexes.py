"""What stands at the end of a thesis: the codebook with its links, the interviews, the audit trail, ready for print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from coding.acts import Act
from coding.codebook import CodeInfo
from coding.exports import codebooks, opening, recruitment
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet, apart
from coding.moment import shown
from coding.moment.coarsening import FIRM_TYPE, FUNCTION
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.moment.sets import holding
from coding.tables import people
from corpus import words
from corpus.people.organisations import EMPLOYER


class _AnnexWords(NamedTuple):
    title: str
    first: str
    second: str
    header: tuple[str, ...]
    include: str
    exclude: str
    borderline: str
    unlinked: str
    one_by_one: str
    by_parent: str
    outside: str
    refused: str
    also: str
    within: str
    others: str
    provenances: Mapping[str, str]


_CODEBOOK = {
    "fr": _AnnexWords(
        "Grille de codage",
        "Codes descriptifs",
        "Cadre théorique\u00a0: {}",
        (
            "Code",
            "Définition et règles",
            "Exemples",
            "Indices",
            "Liens",
            "Segments codés (sous-codes compris)",
            "Documents",
        ),
        "Inclure\u00a0: {}",
        "Exclure\u00a0: {}",
        "Cas limite\u00a0: {}",
        "non lié",
        "un par un",
        "par {}",
        "hors cadre, à théoriser\u00a0: {}",
        "lien refusé\u00a0: {}",
        "autres noms\u00a0: {}",
        "ensembles\u00a0: {}",
        "Les indices d’une autre langue ne sont pas imprimés.",
        {"literature": "littérature", "this study": "cette étude"},
    ),
    "en": _AnnexWords(
        "Codebook",
        "Descriptive codes",
        "Framework: {}",
        ("Code", "Definition and rules", "Examples", "Cues", "Links", "Coded segments (with sub-codes)", "Documents"),
        "Include: {}",
        "Exclude: {}",
        "Borderline: {}",
        "not linked",
        "one by one",
        "through {}",
        "outside the framework, to theorise: {}",
        "link refused: {}",
        "other names: {}",
        "sets: {}",
        "Cues in another language are not printed.",
        {},
    ),
}
_INTERVIEWS = {
    "fr": (
        "Entretiens",
        ("N°", "Participant·e"),
        ("Confidentialité", "Documents", "Mots (sans l’intervieweur·euse)"),
        ("oui", "non"),
        "Raison du choix",
    ),
    "en": (
        "Interviews",
        ("No.", "Participant"),
        ("Confidential", "Documents", "Words (interviewer left out)"),
        ("yes", "no"),
        "Why chosen",
    ),
}
_TRAIL = {
    "fr": ("Piste d’audit", ("N°", "Moment", "Codeur", "Acte", "Codes", "Documents", "Pourquoi", "Annule")),
    "en": ("Audit trail", ("No.", "When", "Coder", "Act", "Codes", "Documents", "Why", "Takes back")),
}
_ARROW = re.compile("([→←]) ")  # it stands on the line of the name that it points to


def codebook_report(moment: Moment) -> Report:
    """Return every code with what is said of it, its links and counts; empty columns are left out."""
    language = _language(moment)
    said = _CODEBOOK[language]
    linked, used, mask = _links(moment, said), counts(moment), moment.mask
    above, within = _by_their_parent(moment, said.by_parent), holding(moment.sets.values(), "codes")
    theory = bool(moment.frameworks)
    infos = {info.framework: info for info in moment.frameworks}
    sections = []
    for framework, grouped in groupby(shown.codes(moment).values(), lambda code: code.framework):
        group = list(grouped)
        heading, paragraphs = said.first, tuple[str, ...]()
        unlinked = said.unlinked if theory else ""
        if framework is not None:
            info, unlinked = infos[framework], ""
            heading, paragraphs = said.second.format(info.title), tuple(filter(None, (info.citation, info.note)))
        rows: list[tuple[Cell, ...]] = [
            (
                *map(mask.text, _described(code, within.get(code.key, ()), said, language)),
                _ARROW.sub("\\1\u00a0", mask.text(linked.get(code.key) or above.get(code.key, unlinked))),
                *opening.used(moment, used, code.key),
            )
            for code in group
        ]
        notes = (said.others,) if any(code.cues != code.cues_in(language) for code in group) else ()
        sections.append(Section(heading, paragraphs, said.header, tuple(rows), notes=notes).filled())
    return Report(said.title, language, tuple(sections))


def _by_their_parent(moment: Moment, said: str) -> dict[int, str]:
    """Return for each descriptive code without a link of its own through which code above it counts."""
    linked = {link.source for link in moment.links}
    found: dict[int, str] = {}
    for key, code in moment.codes.items():
        above = code.parent
        while above is not None and above not in linked:
            above = moment.codes[above].parent
        if above is not None and key not in linked:
            found[key] = said.format(moment.codes[above].label)
    return found


def _described(code: CodeInfo, sets: Sequence[str], said: _AnnexWords, language: str) -> tuple[str, str, str, str]:
    """Return name with what else it is called and the sets it is in, definition with its rules, examples and cues, a
    line for each thing that is said.
    """

    def lines(*parts: str | None) -> str:
        return "\n".join(part for part in parts if part)

    known = code.provenance or ""
    provenance = said.provenances.get(known, known) or ("in vivo" if code.in_vivo else "")
    return (
        lines(
            "\u2003" * code.depth + code.label,
            code.level,
            provenance,
            said.also.format(apart(code.aliases, language)) if code.aliases else "",
            said.within.format(apart(sets, language)) if sets else "",
        ),
        lines(
            code.short,
            code.definition,
            code.include and said.include.format(code.include),
            code.exclude and said.exclude.format(code.exclude),
        ),
        lines(code.typical, code.atypical and said.borderline.format(code.atypical)),
        apart(code.cues_in(language), language),
    )


def codebook_sheet(moment: Moment) -> Sheet:
    """Return a line for each code with every field, and the codes it is linked to."""
    linked, mask, listed = _links(moment, _CODEBOOK["en"]), moment.mask, shown.codes(moment)
    sheet, within = codebooks.sheet(moment), holding(moment.sets.values(), "codes")
    rows = tuple(
        (
            *(mask.text(cell) if isinstance(cell, str) else cell for cell in row),
            mask.text(linked.get(key, "")),
            *((mask.text("; ".join(within.get(key, ()))),) if within else ()),
        )
        for row, key in zip(sheet.rows, moment.codes, strict=True)
        if key in listed
    )
    return replace(sheet, columns=(*sheet.columns, "links", *(("sets",) if within else ())), rows=rows)


def _links(moment: Moment, said: _AnnexWords) -> dict[int, str]:
    """Return for each code what it is linked to, what is linked to it, and what it is set aside from."""
    names = {key: code.label for key, code in moment.codes.items()}
    found: dict[int, list[str]] = {}
    for link in moment.links:
        mode = f" ({said.one_by_one})" if link.mode == "one_by_one" else ""
        found.setdefault(link.source, []).append(f"→ {names[link.target]}{mode}")
        found.setdefault(link.target, []).append(f"← {names[link.source]}{mode}")
    for code, line in _set_asides(moment, said):
        found.setdefault(code, []).append(line)
    return {key: "\n".join(lines) for key, lines in found.items()}


def _set_asides(moment: Moment, said: _AnnexWords) -> Iterator[tuple[int, str]]:
    """Yield what codes are set aside from, where no link, their own or of a code above, outweighs that."""
    about = moment.codes
    linked = {(link.source, to) for link in moment.links for to in (link.target, about[link.target].framework)}
    for one in moment.read.set_asides:
        above: int | None = one.code
        while above is not None and (above, one.target or one.framework) not in linked:
            above = about[above].parent
        if above is None and one.target is not None:
            yield one.code, said.refused.format(about[one.target].label)
        elif above is None:
            yield one.code, said.outside.format(moment.titles[one.framework or ""])


def interviews(moment: Moment, without: frozenset[int] = frozenset()) -> Report:
    """Return a line for each participant but some: function, company and what else is known, documents and words.

    Where the view masks, a confidential participant is a number, without name, function and employer. Documents that
    have no participant stand last. Where the recruitment log says why people were chosen, that has a column.
    """
    language = _language(moment)
    title, before, after, answers, reason = _INTERVIEWS[language]
    mask, spoken = moment.mask, {key: found.words for key, found in people.counts(moment).items()}
    told = people.words_by_document(moment)
    known = (info for info in moment.known.attributes if info.subject == "participant")
    columns = sorted(known, key=lambda info: _rank(info.name))
    why = recruitment.reasons(moment)
    within: dict[int, list[str]] = {}
    for info in shown.documents(moment):
        for key in moment.voices.participants_of.get(info.key, ()):
            within.setdefault(key, []).append(mask.document(info))
    rows: list[tuple[Cell, ...]] = []
    for key, person in shown.people(moment).items():
        if key in without:
            continue
        said = [mask.told(key, info.name) for info in columns]
        chosen = [why.get(key, "")] if why else []
        rows.append(
            (
                person.number,
                mask.person(key),
                *said,
                *chosen,
                answers[0] if person.confidential else answers[1],
                "\n".join(within.get(key, ())),
                spoken.get(key, 0),
            )
        )
    for info in shown.documents(moment):
        if not moment.voices.participants_of.get(info.key):
            rows.append(
                ("", "", *("" for _ in columns), *([""] if why else []), "", mask.document(info), told.get(info.key, 0))
            )
    known_of = (*(info.label(language) for info in columns), *([reason] if why else []))
    section = Section("", (), (*before, *known_of, *after), tuple(rows), caption=title)
    return Report(title, language, (section,))


def _rank(name: str) -> tuple[int, str]:
    """Return where an attribute stands: function, type of company, company, then the others by name."""
    plain = words.folded(name).strip()
    for place, known in enumerate((FUNCTION, FIRM_TYPE, EMPLOYER)):
        if plain in known:
            return place, plain
    return 3, plain


def trail(moment: Moment, acts: Iterable[Act], said: Mapping[str, str] | None = None) -> Report:
    """Return these acts, the way they come; `said` gives labels in another language."""
    language, mask = _language(moment), moment.mask
    title, header = _TRAIL[language]
    labels = said or {}
    rows = tuple(
        (
            act.step.change,
            act.step.at,
            act.step.coder,
            labels.get(act.step.label, act.step.label),
            mask.text(apart(act.codes, language)),
            mask.text(apart(act.documents, language)),
            mask.text(act.why),
            act.step.reverts,
        )
        for act in acts
    )
    return Report(title, language, (Section("", (), header, rows),))


def sheet_of(report: Report) -> Sheet:
    """Return the tables of a report as one sheet; sections after the first must have the same columns."""
    columns = report.sections[0].columns if report.sections else ()
    rows = tuple(row for section in report.sections for row in section.rows if section.columns == columns)
    return Sheet(report.title, columns, rows)


def _language(moment: Moment) -> str:
    language = moment.language
    return language if language in _TRAIL else "en"
