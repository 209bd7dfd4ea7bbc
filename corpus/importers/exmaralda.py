"""EXMARaLDA's transcriptions, `.exb`: tiers of speakers on a common line of time, in seconds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.importers import safety, timed
from corpus.importers.layouts.said import SaidPiece
from corpus.importers.reading import FileReading, Options
from corpus.importers.timed import Tier

if TYPE_CHECKING:
    from lxml.etree import _Element


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read what is transcribed of each speaker; descriptions and annotations are left out and named."""
    root = safety.xml(path, data)
    order = {one.get("id", ""): number for number, one in enumerate(root.iter("tli"))}
    times = {one.get("id", ""): timed.ms(one.get("time")) for one in root.iter("tli")}
    names = {one.get("id", ""): (one.findtext("abbreviation") or "").strip() for one in root.iter("speaker")}
    return timed.reading(path, [_tier(tier, order, times, names) for tier in root.iter("tier")])


def _tier(tier: _Element, order: dict[str, int], times: dict[str, int | None], names: dict[str, str]) -> Tier:
    key, name = tier.get("speaker", ""), tier.get("display-name") or tier.get("id") or ""
    speech = tier.get("type") == "t"
    made = Tier(name, names.get(key) or key or None, None if speech else f"of {key}")
    last = ""
    for one in sorted(tier.iter("event"), key=lambda event: order.get(event.get("start", ""), 0)):
        words, start, end = one.text or "", one.get("start", ""), one.get("end", "")
        if made.pieces and start == last:  # an utterance goes on where the one before ends
            before = made.pieces.pop()
            made.pieces.append(before._replace(words=before.words + words, end_ms=times.get(end)))
        else:
            made.pieces.append(SaidPiece(words, times.get(start), times.get(end)))
        last = end
    made.pieces[:] = [piece._replace(words=" ".join(piece.words.split())) for piece in made.pieces]
    return made
