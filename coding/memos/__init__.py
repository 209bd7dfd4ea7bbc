"""Memos: notes on anything, what they link to, and what is being written."""

from coding.memos.links import Linkable, Linked
from coding.memos.written import (
    KINDS,
    MemoInfo,
    Target,
    add,
    annotate,
    carried,
    edit,
    every,
    get,
    listed,
    mended,
    named,
    of,
    on,
    remove,
)

__all__ = [
    "KINDS", "Linkable", "Linked", "MemoInfo", "Target", "add", "annotate", "carried", "edit", "every", "get",
    "listed", "mended", "named", "of", "on", "remove",
]  # fmt: skip
