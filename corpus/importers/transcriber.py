"""Transcriber's transcripts, `.trs`: turns of speakers with times in seconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ImportFailed
from corpus.importers import safety, timed
from corpus.importers.layouts.said import SaidPiece, written
from corpus.importers.reading import FileReading, Options

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read the turns; who speaks over whom has a turn of their own, noises stand in brackets."""
    root = safety.xml(path, data)
    names = {one.get("id", ""): one.get("name", "").strip() for one in root.iter("Speaker")}
    said = [piece for turn in root.iter("Turn") for piece in _turn(turn, names)]
    if not any(piece.words.strip() for piece in said):
        raise ImportFailed(path, "{name} holds no text.", name=path.name)
    writing = written(said)
    return FileReading(writing.text, writing.blocks)


def _turn(turn: _Element, names: dict[str, str]) -> Iterator[SaidPiece]:
    speakers = [names.get(key) or key for key in turn.get("speaker", "").split()]
    start, end = timed.ms(turn.get("startTime")), timed.ms(turn.get("endTime"))
    who, parts = (speakers[0] if speakers else None), [turn.text or ""]
    for child in turn:
        if child.tag == "Who":
            yield SaidPiece(_line(parts), start, end, who)
            number = child.get("nb", "")
            who = speakers[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(speakers) else who
            parts = []
        elif child.tag == "Event" and child.get("type", "noise") == "noise" and child.get("desc"):
            parts.append(f" [{child.get('desc')}] ")
        parts.append(child.tail or "")
    yield SaidPiece(_line(parts), start, end, who)


def _line(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
