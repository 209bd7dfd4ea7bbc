"""Rules of how speakers are marked, kept by name for the next files: in the window and on the command line."""

from __future__ import annotations

from app.settings import Settings

_FILE = "speakers.json"


def kept(settings: Settings) -> dict[str, str]:
    """Return the expressions by the names they are kept under, as the file has them now."""
    found = settings.beside(_FILE).get("rules")
    rules = found if isinstance(found, dict) else {}
    return {name: rule for name, rule in rules.items() if isinstance(rule, str)}


def keep(settings: Settings, name: str, rule: str) -> None:
    """Keep an expression under a name, which is another's no more."""
    settings.beside(_FILE).set("rules", {**kept(settings), name: rule})


def forget(settings: Settings, name: str) -> None:
    """Let go of a name."""
    settings.beside(_FILE).set("rules", {known: rule for known, rule in kept(settings).items() if known != name})
