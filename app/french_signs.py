"""Signs of French stand off their words, and never alone at the head of a line."""

from __future__ import annotations

import re

_OFF = re.compile(r"(?<=«) | (?=[;:!?»%])")


def held(text: str) -> str:
    """Keep signs that stand off with their words; the text stays as long as it is.

    >>> held("« Qui ? » dit-il").split(" ")
    ['«\xa0Qui\xa0?\xa0»', 'dit-il']
    """
    return _OFF.sub("\u00a0", text)
