"""Checklists of qualitative research, in our own words."""
