"""What there is to choose from when a matrix is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from coding.tables.matrices import MEETINGS
from coding.tables.saved_matrices import MatrixChoice

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.moment.rule_matching import Filled


ASKING = frozenset({"questions", "topics"})
"""The dimensions by which it is known who was asked."""


@dataclass(frozen=True, slots=True)
class MatrixOffer:
    """What the project has: dimensions by name with what they are called, coders, and the values of attributes."""

    dimensions: Mapping[str, str]
    coders: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    documents: int
    codings: int
    sets: Mapping[int, Filled] = field(default_factory=dict)

    def mended(self, choice: MatrixChoice) -> MatrixChoice:
        """Return the choice with what the project no longer has replaced by what it has."""
        names = list(self.dimensions)
        theory = next((name for name in names if name.startswith("framework:")), "codes")
        rows = choice.rows if choice.rows in names else "documents"
        columns = choice.columns if choice.columns in names else theory
        cell = choice.cell
        if cell == "asked" and not ASKING & {rows, columns}:
            columns, cell = ("questions", cell) if "questions" in names else (columns, "passages")
        if cell == "unread" and not any(_of_codes(name) for name in (rows, columns)):
            columns = theory
        if cell in MEETINGS and not (_of_codes(rows) and _of_codes(columns)):
            rows = columns = rows if _of_codes(rows) else "codes"
        coder = choice.coder if choice.coder in self.coders else ""
        where = {name: value for name, value in choice.where.items() if value in self.values.get(name, ())}
        known = {one.info.uid for one in self.sets.values()}
        within = tuple(uid for uid in choice.within if uid in known)
        return replace(choice, rows=rows, columns=columns, cell=cell, coder=coder, where=where, within=within)

    def first(self) -> MatrixChoice:
        """Return what to show first: documents by the codes of a framework where there is one."""
        return self.mended(MatrixChoice(columns="", mask=True))


def _of_codes(name: str) -> bool:
    return name == "codes" or name.startswith("framework:")


def dimension_names() -> dict[str, str]:
    """Give the dimensions every project has, as they are called in the window."""
    translate = QCoreApplication.translate
    return {
        "documents": translate("matrix", "Documents"),
        "participants": translate("matrix", "Participants"),
        "organisations": translate("matrix", "Organisations"),
        "speakers": translate("matrix", "Speakers"),
        "codes": translate("matrix", "Descriptive codes"),
        "coders": translate("matrix", "Coders"),
        "sets": translate("matrix", "Sets of documents and participants"),
        "sets:codes": translate("matrix", "Sets of codes"),
        "questions": translate("matrix", "Questions of the guide"),
        "topics": translate("matrix", "Topics of the guide"),
    }


def cell_names() -> dict[str, str]:
    """Give the kinds of cells as they are called in the window."""
    translate = QCoreApplication.translate
    return {
        "passages": translate("matrix", "Passages"),
        "codings": translate("matrix", "Coded segments"),
        "documents": translate("matrix", "Documents"),
        "participants": translate("matrix", "Participants"),
        "words": translate("matrix", "Words"),
        "share": translate("matrix", "Share of the row's words"),
        "binary": translate("matrix", "Yes or no"),
        "asked": translate("matrix", "Of those asked"),
        "unread": translate("matrix", "Not re-read"),
        "same-words": translate("matrix", "Together: same words"),
        "near": translate("matrix", "Together: within two turns"),
        "c": translate("matrix", "Together: c (Jaccard)"),
    }


def offer(moment: Moment, language: str) -> MatrixOffer:
    """Say what there is to choose from; attributes are called as they are in a language."""
    from coding.moment import dimensions

    found = dimension_names()
    coders, asking = found.pop("coders"), {name: found.pop(name) for name in sorted(ASKING)}
    if not moment.belongings.infos:
        found.pop("organisations")
    sets, kinds = moment.sets, {one.kind for one in moment.sets.values()}
    if not kinds - {"codes"}:
        found.pop("sets")
    if "codes" not in kinds:
        found.pop("sets:codes")
    for framework in moment.frameworks:
        found[f"framework:{framework.framework}"] = framework.title
    values: dict[str, tuple[str, ...]] = {}
    called = moment.known.labelled(language)
    for name in dict.fromkeys(info.name for info in moment.known.attributes):
        by = dimensions.attribute(moment, name)
        found[by.kind] = called.get(name, name)
        values[name] = tuple(label.name for label in by.labels)
    if moment.belongings.infos:
        values["organisation"] = tuple(label.name for label in dimensions.by_organisations(moment).labels)
    found["coders"] = coders
    if moment.guiding.versions:
        found.update(asking)
    names = tuple(label.name for label in dimensions.by_coders(moment).labels)
    return MatrixOffer(found, names, values, len(moment.documents), len(moment.net.codings), sets)
