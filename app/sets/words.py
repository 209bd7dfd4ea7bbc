"""What the window calls sets, what they hold, and what a rule asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from coding.moment.meeting import Filled
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


def counted(one: Filled) -> str:
    """Say how many of how many stand in a set."""
    translate = QCoreApplication.translate
    template = {
        "documents": translate("sets", "{members} of {total} documents"),
        "participants": translate("sets", "{members} of {total} participants"),
        "codes": translate("sets", "{members} of {total} codes"),
    }[one.kind]
    return template.format(members=len(one.members), total=one.total)


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
        "=": "=", "≠": "≠", "<": "<", "≤": "≤", ">": ">", "≥": "≥",
        "between": translate("sets", "between"),
        "some": translate("sets", "has a value"),
        "none": translate("sets", "has none"),
    }  # fmt: skip
