"""What was said, piece by piece as a tool wrote it down, and the text that is put together of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.drafts import Note
from corpus.importers.writing import Writing


class SaidPiece(NamedTuple):
    """Words with who said them and when (ms); `mark` is what stands before them in the file and was not said."""

    words: str
    start_ms: int | None = None
    end_ms: int | None = None
    speaker: str | None = None
    mark: str = ""


def joined(pieces: Iterable[SaidPiece]) -> Iterator[SaidPiece]:
    """Yield the pieces, those that one speaker says in a row as one."""
    turn: SaidPiece | None = None
    for piece in pieces:
        if turn is not None and turn.speaker is not None and turn.speaker == piece.speaker:
            end_ms = turn.end_ms if piece.end_ms is None else piece.end_ms
            turn = turn._replace(words=f"{turn.words}\n{piece.words}", end_ms=end_ms)
            continue
        if turn is not None:
            yield turn
        turn = piece
    if turn is not None:
        yield turn


def written(pieces: Iterable[SaidPiece], above: Iterable[str] = (), *, join: bool = True) -> Writing:
    """Return the text of the pieces, one a line, a name before its turn; blocks hold the words alone.

    Unless `join` is false, what one speaker says in a row is one turn.
    """
    writing = Writing()
    for line in above:
        writing.add(line)
    spoken = [piece for piece in pieces if piece.words.strip()]
    for piece in joined(spoken) if join else spoken:
        mark = piece.mark or (f"{piece.speaker}: " if piece.speaker else "")
        times = (piece.start_ms, piece.end_ms)
        writing.add(piece.words, "turn" if piece.speaker else "cue", mark=mark, times=times, speaker=piece.speaker)
    return writing


def written_by_itself(count: int) -> Note:
    """Return the note that a program wrote lines of its own, which nobody said."""
    return Note("Lines that the program wrote itself, and that are no passages: {count}.", {"count": count})


def not_there(count: int) -> Note:
    """Return the note that messages stand for what is no text."""
    return Note(
        "Messages that stand for a picture, a recording or a file, and are no passages: {count}.", {"count": count}
    )
