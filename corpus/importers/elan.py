"""ELAN's annotations, `.eaf`: tiers of participants, with times in milliseconds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.importers import safety, timed
from corpus.importers.layouts.said import SaidPiece
from corpus.importers.reading import FileReading, Options
from corpus.importers.timed import Tier

if TYPE_CHECKING:
    from lxml.etree import _Element

Times = tuple[int | None, int | None]


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read what participants say, in the order of time; what annotates other tiers is left out and named."""
    root = safety.xml(path, data)
    slots = {slot.get("TIME_SLOT_ID", ""): _number(slot.get("TIME_VALUE")) for slot in root.iter("TIME_SLOT")}
    times: dict[str, Times] = {}
    refers: dict[str, str] = {}
    for one in root.iter("ALIGNABLE_ANNOTATION"):
        times[one.get("ANNOTATION_ID", "")] = (
            slots.get(one.get("TIME_SLOT_REF1", "")),
            slots.get(one.get("TIME_SLOT_REF2", "")),
        )
    for one in root.iter("REF_ANNOTATION"):
        refers[one.get("ANNOTATION_ID", "")] = one.get("ANNOTATION_REF", "")
    for key in refers:
        _resolve(key, times, refers)
    return timed.reading(path, [_tier(tier, times) for tier in root.iter("TIER")])


def _tier(tier: _Element, times: dict[str, Times]) -> Tier:
    pieces = []
    for one in tier.iter("ALIGNABLE_ANNOTATION", "REF_ANNOTATION"):
        words = " ".join((one.findtext("ANNOTATION_VALUE") or "").split())
        pieces.append(SaidPiece(words, *times.get(one.get("ANNOTATION_ID", ""), (None, None))))
    return Tier(tier.get("TIER_ID", ""), tier.get("PARTICIPANT") or None, tier.get("PARENT_REF"), pieces)


def _resolve(key: str, times: dict[str, Times], refers: dict[str, str]) -> None:
    """Give an annotation, and all on its way, the times of the one that it refers to in the end."""
    way = []
    while key in refers and key not in times:
        way.append(key)
        times[key] = (None, None)  # so that a circle ends
        key = refers[key]
    times.update(dict.fromkeys(way, times.get(key, (None, None))))


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 12 else None
