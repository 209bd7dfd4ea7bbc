"""The words of the program's that sentences from below speak of, such as `documents`, in the window's language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def word(key: str) -> str:
    """Give a word of the program's; any other text as it is."""
    return words().get(key, key)


def words() -> Mapping[str, str]:
    """Give all of them, by the word that the program knows each by."""
    return {**_studied(), **_types(), **_rules(), **_decided(), **_people()}


def _studied() -> dict[str, str]:
    """Give what is studied, and what is written on it."""
    translate = QCoreApplication.translate
    return {
        "documents": translate("words", "documents"),
        "participants": translate("words", "participants"),
        "codes": translate("words", "codes"),
        "document": translate("words", "document"),
        "participant": translate("words", "participant"),
        "code": translate("words", "code"),
        "coding": translate("words", "coding"),
        "passage": translate("words", "passage"),
        "project": translate("words", "project"),
        "organisation": translate("words", "organisation"),
        "set": translate("words", "set"),
        "segments": translate("words", "coded segments"),
        "words": translate("words", "words"),
        "plain": translate("words", "plain"),
        "theoretical": translate("words", "theoretical"),
        "methodological": translate("words", "methodological"),
        "reflexive": translate("words", "reflexive"),
        "contact": translate("words", "contact summary"),
        "field": translate("words", "field note"),
        "annotation": translate("words", "annotation"),
        "descriptive": translate("words", "descriptive"),
        "begun": translate("words", "begun"),
        "done": translate("words", "done"),
    }


def _types() -> dict[str, str]:
    """Give of what types values are."""
    translate = QCoreApplication.translate
    return {
        "text": translate("words", "text"),
        "number": translate("words", "number"),
        "date": translate("words", "date"),
        "boolean": translate("words", "yes or no"),
        "choice": translate("words", "choice"),
        "ordered": translate("words", "ordered choice"),
        "typed": translate("words", "value"),
        "row": translate("words", "name"),
        "answer": translate("words", "answer"),
    }


def _rules() -> dict[str, str]:
    """Give what the conditions of a rule are about beside these, and how they compare."""
    translate = QCoreApplication.translate
    return {
        "attribute": translate("words", "attribute"),
        "name": translate("words", "name"),
        "language": translate("words", "language"),
        "imported": translate("words", "day of import"),
        "confidential": translate("words", "confidential"),
        "framework": translate("words", "framework"),
        "under": translate("words", "code and what is under it"),
        "created": translate("words", "day it was made"),
        "in vivo": translate("words", "in vivo"),
        "between": translate("words", "between"),
        "some": translate("words", "has a value"),
        "none": translate("words", "has none"),
    }


def _decided() -> dict[str, str]:
    """Give what links, decisions, stances and quotations for print are."""
    translate = QCoreApplication.translate
    return {
        "evidence": translate("words", "evidence"),
        "crosswalk": translate("words", "crosswalk"),
        "all": translate("words", "all"),
        "one_by_one": translate("words", "one by one"),
        "in": translate("words", "kept"),
        "out": translate("words", "not kept"),
        "undecided": translate("words", "to discuss"),
        "supports": translate("words", "supports"),
        "nuances": translate("words", "nuances"),
        "contradicts": translate("words", "contradicts"),
        "power": translate("words", "the body of the article"),
        "proof": translate("words", "its table"),
    }


def _people() -> dict[str, str]:
    """Give the states of a question, of who is asked to take part, of an answer, and the uses agreed to."""
    translate = QCoreApplication.translate
    return {
        "asked": translate("words", "asked"),
        "otherwise": translate("words", "asked otherwise"),
        "not asked": translate("words", "not asked"),
        "approached": translate("words", "approached"),
        "accepted": translate("words", "accepted"),
        "refused": translate("words", "refused"),
        "silent": translate("words", "silent"),
        "withdrawn": translate("words", "withdrawn"),
        "quotation": translate("words", "quotation"),
        "firm": translate("words", "name of the firm"),
        "archive": translate("words", "archive"),
        "recording": translate("words", "recording"),
        "images": translate("words", "images"),
        "approved": translate("words", "approved"),
        "changes": translate("words", "changes asked for"),
    }
