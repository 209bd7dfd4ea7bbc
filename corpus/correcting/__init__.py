"""Texts put right, with all that stands on them carried along."""
