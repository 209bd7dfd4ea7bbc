"""From a memo to what it is about, where that stands in the window."""

from __future__ import annotations

from app.hub import Ask, Hub, Place
from coding.memos import Target


def open_target(hub: Hub, target: Target) -> None:
    """Show what a memo is about where it stands."""
    from coding import codings

    if target.key is None:
        return
    match target.kind:
        case "document" | "passage":
            hub.show_place(Place(target.key, *(target.span or (0, 0))))
        case "coding":
            coding = codings.get(hub.project, target.key)
            hub.show_place(Place(coding.document, coding.start, coding.end, coding.key))
        case "code":
            hub.show_verbatims(Ask(codes=(target.key,), title=target.label))
        case "participant":
            hub.show_participant(target.key)
