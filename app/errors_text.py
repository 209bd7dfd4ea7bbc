"""What the layers below say, in the window's language: errors, labels of changes, what goes with a code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject

from app.i18n import moment

if TYPE_CHECKING:
    from coding.removal import Consequences

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@runtime_checkable
class Said(Protocol):
    """A sentence as a template with its values: errors of ours, notes of the index, faults of a file."""

    sentence: str
    values: Mapping[str, object]


def sentence(error: object) -> str:
    """Give the sentence of an error or a note; what is no error of ours is only said to be unexpected."""
    if not isinstance(error, Said):
        return QCoreApplication.translate(
            "errors", "Something went wrong that should not have; what was saved is safe."
        )
    said = QCoreApplication.translate("errors", error.sentence)
    if not error.values:
        return said
    return said.format(**{name: _told(value) for name, value in error.values.items()})


def _told(value: object) -> object:
    if isinstance(value, Said):
        return sentence(value)
    return moment(value) if isinstance(value, str) and _MOMENT.fullmatch(value) else value


def change_label(label: str) -> str:
    """Give the label of a change, as undo, redo and the audit trail show it."""
    return QCoreApplication.translate("changes", label)


def consequences(found: Consequences) -> str:
    """Say what goes with a code that is removed."""
    return _Removal().said(found)


class _Removal(QObject):
    def said(self, found: Consequences) -> str:
        codings, documents = self.tr("%n coding(s)", "", found.codings), self.tr("%n document(s)", "", found.documents)
        parts = (
            (found.codes, self.tr("%n sub-code(s)", "", found.codes)),
            (found.codings, self.tr("{codings} in {documents}").format(codings=codings, documents=documents)),
            (found.links, self.tr("%n link(s)", "", found.links)),
            (found.judgements, self.tr("%n judgement(s)", "", found.judgements)),
            (found.excerpts, self.tr("%n excerpt(s)", "", found.excerpts)),
            (found.memos, self.tr("%n memo(s)", "", found.memos)),
        )
        listed = ", ".join(part for number, part in parts if number)
        if not listed:
            return self.tr("Nothing else goes with {code}.").format(code=found.code)
        return self.tr("With {code} goes: {list}.").format(code=found.code, list=listed)
