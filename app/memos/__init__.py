"""Memos in the window: their page, and the editor that stands beside any other."""
