"""What the window calls sets, what they hold, and what a rule asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.errors_text import sentence
from app.i18n import told

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.moment.rule_matching import Filled
    from corpus.rules import Op


def kind_names() -> dict[str, str]:
    """Give what sets hold."""
    translate = QCoreApplication.translate
    return {
        "documents": translate("sets", "Documents"),
        "participants": translate("sets", "Participants"),
        "codes": translate("sets", "Codes"),
    }


def all_of(kind: str) -> str:
    """Say that everything of a kind is meant."""
    translate = QCoreApplication.translate
    return {
        "documents": translate("sets", "All documents"),
        "participants": translate("sets", "All participants"),
        "codes": translate("sets", "All codes"),
    }[kind]


class SetCounts(QObject):
    """Numbers of what sets hold; Qt knows plurals of what an object says alone."""

    def of_all(self, kind: str, members: int) -> str:
        """Say how many of {total} there are."""
        return {
            "documents": self.tr("%n of {total} documents", "", members),
            "participants": self.tr("%n of {total} participants", "", members),
            "codes": self.tr("%n of {total} codes", "", members),
        }[kind]

    def to_put(self, kind: str, members: int) -> str:
        """Say how many are put into a set."""
        return {
            "documents": self.tr("Put %n document(s) into a set", "", members),
            "participants": self.tr("Put %n participant(s) into a set", "", members),
            "codes": self.tr("Put %n code(s) into a set", "", members),
        }[kind]


def counted(one: Filled) -> str:
    """Say how many of how many stand in a set."""
    return SetCounts().of_all(one.kind, len(one.members)).format(total=f"{one.total:n}")


def nothing_within(moment: Moment) -> str:
    """Say why a page shows nothing where it is kept to sets: one is empty, its rule can't be met, or nothing is in."""
    translate = QCoreApplication.translate
    kept = [one for one in moment.sets.values() if one.info.uid in moment.within]
    for one in kept:
        if one.why is not None:
            return told(one.info.name, sentence(one.why))
        if not one.members:
            return translate("sets", "The set {name} is empty, so nothing is shown.").format(name=one.info.name)
    names = ", ".join(one.info.name for one in kept)
    return translate("sets", "Nothing here is within {sets}.").format(sets=names)


def show_all() -> str:
    """Name the way out of a page that is empty because of its sets."""
    return QCoreApplication.translate("sets", "Take the sets off")


def about_names() -> dict[str, str]:
    """Give what a condition can be about, beside attributes."""
    translate = QCoreApplication.translate
    return {
        "name": translate("sets", "Name"),
        "set": translate("sets", "Set"),
        "organisation": translate("sets", "Organisation"),
        "code": translate("sets", "Coded with"),
        "segments": translate("sets", "Coded segments"),
        "words": translate("sets", "Words"),
        "language": translate("sets", "Language"),
        "imported": translate("sets", "Imported on"),
        "confidential": translate("sets", "Confidential"),
        "documents": translate("sets", "Number of documents"),
        "participants": translate("sets", "Number of participants"),
        "framework": translate("sets", "Framework"),
        "under": translate("sets", "Code or under it"),
        "created": translate("sets", "Made on"),
        "in vivo": translate("sets", "In vivo"),
    }


def op_names() -> dict[Op, str]:
    """Give how values are compared."""
    translate = QCoreApplication.translate
    return {
        "=": "=",
        "≠": "≠",
        "<": "<",
        "≤": "≤",
        ">": ">",
        "≥": "≥",
        "between": translate("sets", "between"),
        "some": translate("sets", "has a value"),
        "none": translate("sets", "has none"),
    }
