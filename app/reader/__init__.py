"""The reader: the pane on which transcripts are read and coded; it knows nothing of the project."""

from .canvas import Align
from .items import DARK, LIGHT, MarkKind, PassingMark, ReaderCoding, ReaderPassage, ReaderTheme
from .pane import ReaderPane

__all__ = [
    "DARK",
    "LIGHT",
    "Align",
    "MarkKind",
    "PassingMark",
    "ReaderCoding",
    "ReaderPane",
    "ReaderPassage",
    "ReaderTheme",
]
