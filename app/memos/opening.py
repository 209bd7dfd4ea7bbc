"""From a memo to what it is about, and to what it links to, where that stands in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.hub import Ask, Hub, Place

if TYPE_CHECKING:
    from coding.memos import Linkable, Target


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


def open_link(hub: Hub, to: Linkable) -> None:
    """Show what a link in a memo leads to; a memo among all memos."""
    match to.kind:
        case "document":
            hub.show_place(Place(to.key))
        case "passage":
            hub.show_place(Place(to.document or 0, *(to.span or (0, 0))))
        case "code":
            hub.show_code(to.key)
        case "participant":
            hub.show_participant(to.key)
        case "memo":
            hub.show_memo(to.key)
