"""The project file: how it is made, opened, written, undone and checked."""
