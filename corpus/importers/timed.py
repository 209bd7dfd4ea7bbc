"""Tiers of programs that put words beside a recording: who is heard on each, and which of them are speech."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.drafts import Note
from corpus.errors import ImportFailed
from corpus.importers.layouts.said import SaidPiece, written
from corpus.importers.reading import FileReading

# What programs call a tier that nobody has named.
_UNNAMED = frozenset(("", "default", "tier", "untitled", "text", "transcript", "transcription", "silences"))


@dataclass(frozen=True, slots=True)
class Tier:
    """One line of a score: its name, who speaks on it, the tier it annotates, and its pieces with their times (ms)."""

    name: str
    speaker: str | None = None
    under: str | None = None
    pieces: list[SaidPiece] = field(default_factory=list)

    @property
    def words(self) -> float:
        """How many words a piece has on average."""
        filled = [piece.words.split() for piece in self.pieces if piece.words.strip()]
        return sum(map(len, filled)) / len(filled) if filled else 0.0


def reading(
    path: Path, tiers: Sequence[Tier], encoding: str | None = None, notes: tuple[Note, ...] = ()
) -> FileReading:
    """Return what is said on the tiers that are speech, in the order of time; the others are named in a note."""
    filled = [tier for tier in tiers if tier.words]
    if not filled:
        raise ImportFailed(path, "{name} holds no text.", name=path.name)
    spoken = _spoken(filled)
    left = [tier.name for tier in filled if tier not in spoken]
    said = [piece._replace(speaker=_speaker(tier, spoken)) for tier in spoken for piece in tier.pieces]
    writing = written(sorted(said, key=lambda piece: piece.start_ms or 0))
    if left:
        notes += (Note("Tiers that annotate others were left out: {tiers}.", {"tiers": ", ".join(left)}),)
    return FileReading(writing.text, writing.blocks, encoding=encoding, notes=notes)


def _spoken(tiers: Sequence[Tier]) -> list[Tier]:
    """Return the tiers that are speech: of those that annotate each other the one with whole utterances."""
    families: dict[str, list[Tier]] = {}
    parents = {tier.name: tier.under for tier in tiers}
    own = [tier for tier in tiers if tier.under is None or tier.under in parents]
    for tier in own or tiers:
        families.setdefault(_root(tier.name, parents), []).append(tier)
    heard = [_utterances(family) for family in families.values()]
    longest = max(tier.words for tier in heard)
    # Words, syllables and sounds one by one repeat what another tier says whole.
    return [tier for tier in heard if tier.words > 1.3 or longest < 2] or heard


def _root(name: str, parents: dict[str, str | None]) -> str:
    seen: set[str] = set()
    while (above := parents.get(name)) is not None and above not in seen and above in parents:
        seen.add(name)
        name = above
    return name


def _utterances(family: Sequence[Tier]) -> Tier:
    """Return the first tier of a family whose pieces are more than a word each."""
    return next((tier for tier in family if tier.words > 1.3), max(family, key=lambda tier: tier.words))


def _speaker(tier: Tier, spoken: Iterable[Tier]) -> str | None:
    name = (tier.speaker or tier.name).strip()
    alone = len(list(spoken)) == 1
    return None if not name or (alone and name.casefold() in _UNNAMED) else name


def ms(seconds: str | float | None) -> int | None:
    """Return seconds as milliseconds; None where they are no time."""
    try:
        value = float(seconds) if seconds is not None else -1.0
    except ValueError:
        return None
    return round(value * 1000) if 0 <= value < 1e9 else None
