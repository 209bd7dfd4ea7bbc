"""The project file, its history, documents, import, participants and search."""
