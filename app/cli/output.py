"""What the command line says: results on stdout, progress and messages on stderr."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from corpus.cleaning import each_text

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from corpus.people.ties import Tied
    from corpus.progress import Progress

_SHOW_AFTER_S = 0.2
_FEW = 5  # speakers named
_NAMED = 12


class Stop(Exception):
    """The verb can't go on: an exit code and the one sentence for the person."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


_MASK = "verbatim.mask"


def mask(out: Callable[[str], str]) -> None:
    """Let all that the running verb puts on stdout from now on pass through a mask of names."""
    click.get_current_context().meta[_MASK] = out


def _masked(told: Any) -> Any:
    """Return words, or a JSON document, as the mask of the running verb lets them out."""
    context = click.get_current_context(silent=True)
    out = context.meta.get(_MASK) if context is not None else None
    # a sign of colour would stick to a name
    return told if out is None else each_text(told, lambda text: out(click.unstyle(text)))


def tell(text: str) -> None:
    """Put a line of the result on stdout."""
    click.echo(_masked(text), color=False if os.environ.get("NO_COLOR") else None)


def say_untouched() -> None:
    """Say that what was just told of was not done, as a dry run asks."""
    say("Nothing was changed.")


def say(sentence: str) -> None:
    """Put a message on stderr."""
    click.echo(sentence, err=True)


def say_unknown(moment: Moment) -> None:
    """Say whose words are nobody's because it is not known which of several participants they are."""
    if unknown := [key for keys in moment.voices.unknown_in.values() for key in keys]:
        marks = ", ".join(dict.fromkeys(moment.mask.speaker(key) for key in unknown[:_FEW]))
        more = ", …" if len(unknown) > _FEW else ""
        say(
            f"{counted(len(unknown), 'speaker')} in documents of several participants are tied to none of them "
            f"({marks}{more}): their words stand under (none). Tie them with: verbatim speakers."
        )


def say_named(moment: Moment, where: str = "") -> None:
    """Say that a file names those who may not be named, where there are any."""
    if any(person.confidential for person in moment.people.values()):
        say(f"Confidential participants are named in this file{where}; --confidential mask masks them.")


def say_tied(found: Sequence[Tied]) -> None:
    """Say which speakers were tied by themselves."""
    if found:
        named = ", ".join(f"{one.speaker} in {one.document_name}" for one in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        say(f"{counted(len(found), 'speaker')} tied to the participant of the same name: {named}{more}.")


def tell_bytes(body: bytes) -> None:
    """Put bytes on stdout as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(body)
    sys.stdout.buffer.flush()


def tell_text(body: bytes) -> None:
    """Put a text in UTF-8 on stdout, byte for byte where no name in it is masked."""
    plain = body.decode()
    told: str = _masked(plain)
    tell_bytes(body if told == plain else told.encode())


def tell_json(document: Any) -> None:
    """Put one JSON document on stdout, in UTF-8 whatever the locale."""
    tell_bytes((json.dumps(_masked(document), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


def tell_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Put a table on stdout, in columns for a person and parted by tabs for a program."""
    lines = [[str(_masked(cell)) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for line in lines:
            tell("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line))
        return
    widths = [max(map(len, column)) for column in zip(header, *lines)]
    for n, line in enumerate([list(header), *lines]):
        text = "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
        tell(click.style(text, bold=True) if n == 0 else text)


def tell_beside(above_left: str, left: str, above_right: str, right: str) -> None:
    """Put two texts on stdout side by side, each under its heading, as wide as the terminal allows."""
    width = max(20, (shutil.get_terminal_size().columns - 3) // 2)
    sides = [
        [line for part in (above, *text.split("\n"), "") for line in textwrap.wrap(part, width) or [""]]
        for above, text in ((above_left, left), (above_right, right))
    ]
    for one, other in zip_longest(*sides, fillvalue=""):
        tell(f"{one.ljust(width)} │ {other}".rstrip())


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Give a `Progress` that draws a bar on stderr when a person watches and the work is long."""
    from corpus.progress import silent

    if not sys.stderr.isatty():
        yield silent
        return
    begun = time.monotonic()
    bar: Any = None
    move: Callable[[int, int, str], None] | None = None

    def report(done: int, total: int, doing: str = "") -> None:
        nonlocal bar, move
        if bar is None and time.monotonic() - begun > _SHOW_AFTER_S:
            bar, move = _bar(label)
        if move is not None:
            move(done, total, doing)

    try:
        yield report
    finally:
        if bar is not None:
            bar.stop()


def _bar(label: str) -> tuple[Any, Callable[[int, int, str], None]]:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[what]}"),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task(label, total=None, what="")
    bar.start()

    def move(done: int, total: int, what: str) -> None:
        bar.update(task, completed=done, total=total or None, what=escape(what[:60]))

    return bar, move


def counted(number: int, noun: str) -> str:
    """Return `1 passage` or `2 passages`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
