"""Codes, frameworks, codings, links, suggestions, analysis and exports."""
