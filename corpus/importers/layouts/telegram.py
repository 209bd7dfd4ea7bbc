"""Chats that Telegram writes out as a page or as JSON: a turn for each message that holds words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from corpus.importers.layouts.said import SaidPiece, not_there, written, written_by_itself
from corpus.importers.reading import FileReading

if TYPE_CHECKING:
    from bs4 import Tag

Message = tuple[str | None, str]


def of_page(page: Tag) -> FileReading | None:
    """Return the chat that a page holds, told by the classes of its parts; None where it holds none."""
    found = page.find_all("div", class_="message")
    if not any(message.find("div", class_="from_name") for message in found[:50]):
        return None
    messages: list[Message] = []
    sender: str | None = None
    for message in found:
        own = "service" in (message.get("class") or ())
        body = message.find("div", class_="body", recursive=False) or message
        name = body.find("div", class_="from_name", recursive=False)
        forwarded = body.find("div", class_="forwarded", recursive=False) or body
        text = forwarded.find("div", class_="text", recursive=False)
        sender = " ".join(name.get_text().split()) if name is not None and not own else sender
        messages.append((None if own else sender, _shown(text) if text is not None else ""))
    return _written(messages)


def _shown(text: Tag) -> str:
    for line_break in text.find_all("br"):
        line_break.replace_with("\n")
    return text.get_text().strip()


def of_json(document: object) -> FileReading | None:
    """Return the chat that a document holds; None where it holds none."""
    messages = document.get("messages") if isinstance(document, Mapping) else None
    if not isinstance(messages, list) or not any(isinstance(each, Mapping) and "from" in each for each in messages):
        return None
    return _written([_message(each) for each in messages if isinstance(each, Mapping)])


def _message(message: Mapping[str, Any]) -> Message:
    sender = message.get("from")
    return sender if isinstance(sender, str) else None, _text(message.get("text")).strip()


def _text(text: object) -> str:
    """Return the words of a message, of which parts in bold or with a link stand in objects of their own."""
    parts = text if isinstance(text, list) else [text]
    texts = (part.get("text") if isinstance(part, Mapping) else part for part in parts)
    return "".join(part for part in texts if isinstance(part, str))


def _written(messages: Sequence[Message]) -> FileReading:
    writing = written(_said(messages), join=False)
    absent = sum(sender is not None and not text for sender, text in messages)
    own = sum(sender is None for sender, _ in messages)
    notes = (*((not_there(absent),) if absent else ()), *((written_by_itself(own),) if own else ()))
    return FileReading(writing.text, writing.blocks, notes=notes)


def _said(messages: Iterable[Message]) -> Iterable[SaidPiece]:
    return (SaidPiece(text, speaker=sender) for sender, text in messages if sender is not None)
