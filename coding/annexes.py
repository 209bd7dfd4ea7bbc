"""What stands at the end of a thesis: the codebook with its links, the interviews, the audit trail, ready for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from coding import codebook, frameworks, links, set_asides
from coding.codebook import CodeInfo
from coding.confidential import EMPLOYER, FIRM_TYPE, FUNCTION, Mask
from coding.exports import codebooks
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, Sheet
from corpus import documents, participants, words
from corpus.history import Step
from corpus.project import Project


class _Words(NamedTuple):
    title: str
    first: str
    second: str
    header: tuple[str, ...]
    include: str
    exclude: str
    borderline: str
    unlinked: str
    one_by_one: str
    outside: str
    refused: str
    provenances: Mapping[str, str]


_CODEBOOK = {
    "fr": _Words(
        "Livre de codes", "Premier cycle : codes descriptifs", "Cadre théorique {}",
        ("Code", "Définition et règles", "Exemples", "Indices", "Liens", "Codages", "Documents"),
        "Inclure : {}", "Exclure : {}", "Cas limite : {}", "non lié", "un par un",
        "hors cadre, à théoriser : {}", "lien refusé : {}",
        {"literature": "littérature", "this study": "cette étude"},
    ),
    "en": _Words(
        "Codebook", "First cycle: descriptive codes", "Framework {}",
        ("Code", "Definition and rules", "Examples", "Cues", "Links", "Codings", "Documents"),
        "Include: {}", "Exclude: {}", "Borderline: {}", "not linked", "one by one",
        "outside the framework, to theorise: {}", "link refused: {}", {},
    ),
}  # fmt: skip
_INTERVIEWS = {
    "fr": ("Entretiens", ("N°", "Participant"), ("Confidentiel", "Documents", "Mots"), ("oui", "non")),
    "en": ("Interviews", ("No.", "Participant"), ("Confidential", "Documents", "Words"), ("yes", "no")),
}
_TRAIL = {
    "fr": ("Piste d’audit", ("N°", "Moment", "Codeur", "Modification", "Lignes", "Annule")),
    "en": ("Audit trail", ("No.", "When", "Coder", "Change", "Rows", "Takes back")),
}


def codebook_report(project: Project) -> Report:
    """Return every code with what is said of it, its links and counts; empty columns are left out."""
    language = _language(project)
    said = _CODEBOOK[language]
    codes = codebook.listed(project)
    linked = _links(project, codes, said)
    theory = any(code.framework for code in codes)
    infos = {info.framework: info for info in frameworks.listed(project)}
    sections = []
    for framework, group in groupby(codes, lambda code: code.framework):
        heading, paragraphs = said.first, tuple[str, ...]()
        unlinked = said.unlinked if theory else ""
        if framework is not None:
            info, unlinked = infos[framework], ""
            heading, paragraphs = said.second.format(info.title), tuple(filter(None, (info.citation, info.note)))
        rows = [
            (*_described(code, said), linked.get(code.key, unlinked), code.codings, code.documents) for code in group
        ]
        sections.append(Section(heading, paragraphs, *_filled(said.header, rows)))
    return Report(said.title, language, tuple(sections))


def _described(code: CodeInfo, said: _Words) -> tuple[str, str, str, str]:
    """Return name, definition with its rules, examples and cues, a line for each thing that is said."""

    def lines(*parts: str | None) -> str:
        return "\n".join(part for part in parts if part)

    known = code.provenance or ""
    provenance = said.provenances.get(known, known) or ("in vivo" if code.in_vivo else "")
    return (
        lines("\u2003" * code.depth + code.label, code.level, provenance),
        lines(
            code.short, code.definition, code.include and said.include.format(code.include),
            code.exclude and said.exclude.format(code.exclude),
        ),
        lines(code.typical, code.atypical and said.borderline.format(code.atypical)),
        "; ".join(code.cues),
    )  # fmt: skip


def codebook_sheet(project: Project) -> Sheet:
    """Return a line for each code with every field, and the codes it is linked to."""
    codes = codebook.listed(project)
    linked = _links(project, codes, _CODEBOOK["en"])
    sheet = codebooks.sheet(codes, codebook.ways(project))
    rows = tuple((*row, linked.get(code.key, "")) for row, code in zip(sheet.rows, codes, strict=True))
    return replace(sheet, columns=(*sheet.columns, "links"), rows=rows)


def _links(project: Project, codes: Sequence[CodeInfo], said: _Words) -> dict[int, str]:
    """Return for each code what it is linked to, what is linked to it, and what it is set aside from."""
    names = {code.key: code.label for code in codes}
    found: dict[int, list[str]] = {}
    for link in links.listed(project):
        mode = f" ({said.one_by_one})" if link.mode == "one_by_one" else ""
        found.setdefault(link.source, []).append(f"→ {names[link.target]}{mode}")
        found.setdefault(link.target, []).append(f"← {names[link.source]}{mode}")
    for code, line in _set_asides(project, codes, said):
        found.setdefault(code, []).append(line)
    return {key: "\n".join(lines) for key, lines in found.items()}


def _set_asides(project: Project, codes: Sequence[CodeInfo], said: _Words) -> Iterator[tuple[int, str]]:
    """Yield what codes are set aside from, where no link, their own or of a code above, outweighs that."""
    about = {code.key: code for code in codes}
    titles = {info.framework: info.title for info in frameworks.listed(project)}
    linked = {(link.source, to) for link in links.listed(project) for to in (link.target, about[link.target].framework)}
    for one in set_asides.listed(project):
        above: int | None = one.code
        while above is not None and (above, one.target or one.framework) not in linked:
            above = about[above].parent
        if above is None and one.target is not None:
            yield one.code, said.refused.format(about[one.target].label)
        elif above is None:
            yield one.code, said.outside.format(titles[one.framework or ""])


def _filled(
    header: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return header and rows without the columns in which no row says anything."""
    kept = [n for n in range(len(header)) if any(row[n] not in ("", None) for row in rows)]
    return tuple(header[n] for n in kept), tuple(tuple(row[n] for n in kept) for row in rows)


def interviews(project: Project, *, confidential: str = "mask") -> Report:
    """Return a line for each participant: function, company and what else is known, documents and words.

    With `mask` a confidential participant is a number, without name, function and employer. Documents that have no
    participant stand last.
    """
    language = _language(project)
    title, before, after, answers = _INTERVIEWS[language]
    mask = Mask.of(project, masking=confidential != "show")
    names = sorted((info.name for info in participants.attributes(project)), key=_rank)
    infos = {info.key: info for info in documents.listed(project)}
    spoken = _words(project)
    rows: list[tuple[Cell, ...]] = []
    for person in participants.listed(project):
        hidden = mask.hides(mask.people[person.key])
        known = [
            "" if hidden and _rank(name)[0] in (0, 2) else mask.text(person.attributes.get(name, "")) for name in names
        ]
        of = "\n".join(mask.document(infos[key]) for key in person.documents)
        rows.append((
            person.number, mask.people[person.key].shown if hidden else person.name, *known,
            answers[0] if person.confidential else answers[1], of, spoken.get(person.key, 0),
        ))  # fmt: skip
    for info in infos.values():
        if not info.participants:
            rows.append(("", "", *("" for _ in names), "", mask.document(info), info.words))
    section = Section("", (), (*before, *names, *after), tuple(rows))
    return Report(title, language, (section,))


def _rank(name: str) -> tuple[int, str]:
    """Return where an attribute stands: function, type of company, company, then the others by name."""
    plain = words.folded(name).strip()
    for place, known in enumerate((FUNCTION, FIRM_TYPE, EMPLOYER)):
        if plain in known:
            return place, plain
    return 3, plain


def _words(project: Project) -> dict[int | None, int]:
    from coding import people

    return {key: counts.words for key, counts in people.counts(project).items()}


def trail(project: Project, steps: Iterable[Step], said: Mapping[str, str] | None = None) -> Report:
    """Return these changes, the way they come; `said` gives labels in another language."""
    language = _language(project)
    title, header = _TRAIL[language]
    labels = said or {}
    rows = tuple(
        (step.change, step.at, step.coder, labels.get(step.label, step.label), step.rows, step.reverts)
        for step in steps
    )
    return Report(title, language, (Section("", (), header, rows),))


def sheet_of(report: Report) -> Sheet:
    """Return the tables of a report as one sheet; sections after the first must have the same columns."""
    columns = report.sections[0].columns
    rows = tuple(row for section in report.sections for row in section.rows if section.columns == columns)
    return Sheet(report.title, columns, rows)


def _language(project: Project) -> str:
    language = project.info().language
    return language if language in _TRAIL else "en"
