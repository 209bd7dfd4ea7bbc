"""What memos are called in the window: their kinds, what they are about, their headings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from app import theme
from coding.memos import MemoInfo, Target, chosen
from coding.memos.markdown import plain


def kind_names() -> dict[str, str]:
    """Give the kinds of memos as they are called in the window."""
    translate = QCoreApplication.translate
    return {
        "theoretical": translate("memos", "Theoretical"),
        "methodological": translate("memos", "Methodological"),
        "reflexive": translate("memos", "Reflexive"),
        "contact": translate("memos", "Contact summary"),
        "field": translate("memos", "Field note"),
        "annotation": translate("memos", "Annotation"),
        "plain": translate("memos", "Plain"),
    }


def about_names() -> dict[str, str]:
    """Give what memos may be about, as a list is narrowed by it."""
    translate = QCoreApplication.translate
    return {
        "": translate("memos", "On anything"),
        "project": translate("memos", "On the study"),
        "document": translate("memos", "On documents"),
        "passage": translate("memos", "On words"),
        "coding": translate("memos", "On codings"),
        "code": translate("memos", "On codes"),
        "participant": translate("memos", "On participants"),
    }


def order_names() -> dict[str, str]:
    """Give the orders that memos can be listed in."""
    translate = QCoreApplication.translate
    return {
        chosen.CHANGED: translate("memos", "Last changed first"),
        chosen.MADE: translate("memos", "Last made first"),
        chosen.TITLE: translate("memos", "By title"),
    }


def linkable_kind(kind: str) -> str:
    """Give what a thing that a memo links to is called."""
    translate = QCoreApplication.translate
    return {
        "code": translate("memos", "code"),
        "document": translate("memos", "document"),
        "participant": translate("memos", "participant"),
        "memo": translate("memos", "memo"),
        "passage": translate("memos", "passage"),
    }.get(kind, kind)


def target_name(target: Target) -> str:
    """Give what a memo is about as one reads it."""
    translate = QCoreApplication.translate
    match target.kind:
        case "project":
            return translate("memos", "The study")
        case "passage":
            return translate("memos", "Words in {document}").format(document=target.label)
        case "coding":
            return translate("memos", "A coding of {code}").format(code=target.label)
        case "removed document":
            return translate("memos", "The document {name}, removed since").format(name=target.label)
        case "removed code":
            return translate("memos", "The code {name}, removed since").format(name=target.label)
        case "removed participant":
            return translate("memos", "The participant {name}, removed since").format(name=target.label)
        case "removed thing":
            return translate("memos", "Something removed since")
    return target.label


def heading(memo: MemoInfo) -> str:
    """Give a memo's title, or its first words."""
    return (
        memo.title or " ".join(plain(memo.body).split())[:120] or QCoreApplication.translate("memos", "Without title")
    )


def kind_colour(kind: str) -> QColor:
    """Give the colour that a kind of memo has, as it stands out in the window."""
    known = {
        "theoretical": "#0072b2",
        "methodological": "#e69f00",
        "reflexive": "#009e73",
        "contact": "#cc79a7",
        "field": "#d55e00",
        "annotation": "#56b4e9",
    }
    return theme.code_colour(known[kind]) if kind in known else QColor(theme.colours().muted)
