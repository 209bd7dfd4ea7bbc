"""What journals ask of qualitative research, in our own words: COREQ (32 items) and SRQR (21).

An item that a study itself answers, in whole or in part, names the fact; the rest is a question to the researcher.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple


class ChecklistItem(NamedTuple):
    """An item: what it is about and what is asked of the researcher, by language, and its fact if any.

    `whole` says that the fact answers all of it.
    """

    number: int
    title: dict[str, str]
    question: dict[str, str]
    fact: str
    whole: bool


@cache
def items(checklist: Literal["coreq", "srqr"]) -> tuple[ChecklistItem, ...]:
    """Return the items of a checklist."""
    text = (files("resources") / "checklists" / f"{checklist}.toml").read_text("utf-8")
    return tuple(map(_item, tomllib.loads(text)["items"]))


def _item(entry: dict[str, Any]) -> ChecklistItem:
    title, question = ({language: entry[language][part] for language in ("fr", "en")} for part in ("title", "question"))
    return ChecklistItem(entry["number"], title, question, entry.get("fact", ""), entry.get("whole", False))
