"""The project file, its history, documents, import, participants and search."""

SUFFIX = ".verbatim"
"""How the name of a project file ends."""
