"""What part a speaker has in an interview, in the window's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

ROLES = ("interviewer", "respondent", "unknown")


def role_said(role: str) -> str:
    """Say what part a speaker has."""
    translate = QCoreApplication.translate
    said = {
        "interviewer": translate("roles", "interviewer"),
        "respondent": translate("roles", "interviewee"),
        "unknown": translate("roles", "unknown"),
    }
    return said.get(role, role)
