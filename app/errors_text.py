"""What the layers below say, in the window's language: errors, labels of changes, what goes with what is removed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject

from app.i18n import moment
from app.our_words import word
from corpus.our_words import ListedWords, Word

if TYPE_CHECKING:
    from coding.codebook.removal import Consequences

# Changes that a file may hold from before they were called otherwise.
_RENAMED = {
    "Fits nothing": "Outside the framework: to theorise",
    "Outside the framework": "Outside the framework: to theorise",
    "Judge": "Decide",
    "Judge codings": "Decide on codings",
    "Withdraw judgement": "Withdraw decision",
    "Take a stance": "Take a stance towards an assertion",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@runtime_checkable
class SentenceTemplate(Protocol):
    """A sentence as a template with its values: errors of ours, notes of the index, faults of a file."""

    sentence: str
    values: Mapping[str, object]


def sentence(error: object) -> str:
    """Give the sentence of an error or a note; what is no error of ours is only said to be unexpected."""
    if not isinstance(error, SentenceTemplate):
        return QCoreApplication.translate(
            "errors", "Something went wrong that should not have; what was saved is safe."
        )
    said = QCoreApplication.translate("errors", error.sentence)
    if not error.values:
        return said
    return said.format(**{name: _told(name, value) for name, value in error.values.items()})


def _told(name: str, value: object) -> object:
    if isinstance(value, SentenceTemplate):
        return sentence(value)
    if isinstance(value, ListedWords):
        return ", ".join(map(word, value))
    if isinstance(value, Word):
        return word(value)
    if name in ("change", "later") and isinstance(value, str):
        return change_label(value)
    return moment(value) if isinstance(value, str) and _MOMENT.fullmatch(value) else value


def change_label(label: str) -> str:
    """Give the label of a change, as undo, redo and the audit trail show it."""
    return QCoreApplication.translate("changes", _RENAMED.get(label, label))


def consequences(found: Consequences, *, below: bool = True) -> str:
    """Say what goes with a code that is removed, or, not `below`, with a framework."""
    codes = {"sub_codes" if below else "codes": found.codes}
    rest = ("codings", "documents", "links", "set_asides", "judgements", "excerpts", "memos")
    return going(unseen=found.unseen, **codes, **{name: getattr(found, name) for name in rest})


def going(*, unseen: bool = False, **counts: int) -> str:
    """Say what goes with a thing that is removed, each kind with its number; `documents` are those of the codings.

    `unseen` says that what others did goes too, where one codes blind.
    """
    return _Removal().said(counts, unseen=unseen)


class _Removal(QObject):
    def said(self, counts: Mapping[str, int], *, unseen: bool) -> str:
        def number(kind: str) -> int:
            return counts.get(kind, 0)

        codings = self.tr("%n coding(s)", "", number("codings"))
        documents = self.tr("%n document(s)", "", number("documents"))
        inside = self.tr("{codings} in {documents}").format(codings=codings, documents=documents)
        parts = (
            (number("codes"), self.tr("%n code(s)", "", number("codes"))),
            (number("sub_codes"), self.tr("%n sub-code(s)", "", number("sub_codes"))),
            (number("codings"), inside if number("documents") else codings),
            (number("links"), self.tr("%n link(s)", "", number("links"))),
            (number("set_asides"), self.tr("%n set-aside(s)", "", number("set_asides"))),
            (number("judgements"), self.tr("%n decision(s)", "", number("judgements"))),
            (number("excerpts"), self.tr("%n excerpt(s)", "", number("excerpts"))),
            (number("questions"), self.tr("%n question(s) of the guide", "", number("questions"))),
            (number("bearings"), self.tr("%n stance(s) towards assertions", "", number("bearings"))),
            (number("memos"), self.tr("%n memo(s)", "", number("memos"))),
        )
        listed = ", ".join(part for count, part in parts if count)
        also = (
            self.tr("This also removes {list}.").format(list=listed)
            if listed
            else self.tr("Nothing else is removed with it.")
        )
        others = [self.tr("What others did out of your sight goes too.")] if unseen else []
        return " ".join((also, *others, self.tr("It can be undone.")))
