"""The reader: the pane on which transcripts are read and coded; it knows nothing of the project."""

from .canvas import Align
from .items import DARK, LIGHT, MarkKind, MemoMark, PassingMark, ReaderCoding, ReaderPassage, ReaderTheme
from .pane import ReaderPane

__all__ = [
    "DARK",
    "LIGHT",
    "Align",
    "MarkKind",
    "MemoMark",
    "PassingMark",
    "ReaderCoding",
    "ReaderPane",
    "ReaderPassage",
    "ReaderTheme",
]
