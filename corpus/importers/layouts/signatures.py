"""Lines that a program writes about itself at the edges of a transcript, such as `Transcribed by …`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.drafts import Block
from corpus.importers.layouts.lines import TextLine, lines, plain
from corpus.importers.layouts.said import written_by_itself
from corpus.importers.reading import FileReading

_TOP, _BOTTOM = 12, 4
_SIGNATURE = re.compile(
    r"""[ \t]*(?:
        \(?(?:transcribed|transcrit|transkribiert|transcrito|trascritto)[ \t]+(?:by|with|par|avec|mit|von|por|con|da)\b
            [^\n]{1,120}
      | [^\n]{1,60}\b(?:started|stopped)[ ]transcription\b[^\n]{0,20}
      | [^\n]{1,60}\ba[ ](?:démarré|commencé|arrêté)[ ]la[ ]transcription\b[^\n]{0,20}
      | [^\n]{1,60}\bhat[ ]die[ ]Transkription[ ](?:gestartet|beendet)\b[^\n]{0,20}
      | [^\n]{1,60}\b(?:inició|detuvo)[ ]la[ ]transcripción\b[^\n]{0,20}
      | (?:transcription|transcript|meeting)[ ]ended[ ]after\b[^\n]{0,40}
      | (?:la[ ]transcription|la[ ]réunion)[ ]s['’]est[ ]terminée[ ]après\b[^\n]{0,40}
      | this[ ]editable[ ]transcript[ ]was[ ]computer[ ]generated\b[^\n]{0,160}
    )[ \t]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def left_out(reading: FileReading) -> FileReading:
    """Return the reading with such lines outside its blocks, and told; elsewhere than at the edges they are words."""
    if not plain(reading.blocks):
        return reading
    found = list(lines(reading.text, reading.blocks))
    edges = found if len(found) <= _TOP + _BOTTOM else [*found[:_TOP], *found[-_BOTTOM:]]
    signed = [line for line in edges if _SIGNATURE.match(reading.text, line.start, line.end)]
    if not signed or len(signed) == len(found):
        return reading
    return replace(
        reading, blocks=list(_without(reading.blocks, signed)), notes=(*reading.notes, written_by_itself(len(signed)))
    )


def _without(blocks: Iterable[Block], signed: list[TextLine]) -> Iterator[Block]:
    waiting = iter(signed)
    line = next(waiting, None)
    for block in blocks:
        at = block.start
        while line is not None and line.start < block.end:
            if at < line.start:
                yield replace(block, start=at, end=line.start)
            at, line = line.end, next(waiting, None)
        if at < block.end:
            yield replace(block, start=at) if at > block.start else block
