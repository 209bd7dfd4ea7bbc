"""The inspector: what is known of the coding, the words or the document in focus."""

from .inspector import Inspector

__all__ = ["Inspector"]
