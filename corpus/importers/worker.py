"""The process that reads files: it may run out of time or memory, crash or be ended, and only its file is lost."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import sys
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from corpus import importers, private
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers import archives, bounds
from corpus.importers.reading import ReadingOptions

ORIGINAL = "original"
"""What the file is called, after a number, that holds the bytes drafts were made of; they name it in their place."""


class Request(NamedTuple):
    """A file to read, and the folder where its bytes and the drafts made of it are to be kept.

    Of an archive the `members` may be asked for, so that each is read as a file by itself.
    """

    path: Path
    into: Path
    asked: ReadingOptions
    members: bool = False


class WorkerAnswer(NamedTuple):
    """What became of a file: where there is no `failure`, each of its documents is a draft kept or has a failure.

    Where its members were asked for, they are these.
    `where` says what code an unexpected failure came from. After a `last` answer the process ends: it is no longer sure
    to have its memory.
    """

    documents: tuple[Path | ImportFailed, ...] = ()
    members: tuple[Path, ...] = ()
    failure: ImportFailed | None = None
    where: str = ""
    last: bool = False


def main(folder: str) -> None:
    """Answer requests from stdin on stdout until they end; `folder` is removed if whoever asks is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which ends this process
    asks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    bounds.hold_memory()
    while True:
        try:
            request: Request = pickle.load(asks)
        except EOFError:
            shutil.rmtree(folder, ignore_errors=True)
            return
        answer = _answer(request, answers)
        _say(answers, answer)
        if answer.last:
            return


def _say(answers: BinaryIO, said: WorkerAnswer | int) -> None:
    pickle.dump(said, answers)
    answers.flush()


def _answer(request: Request, answers: BinaryIO) -> WorkerAnswer:
    path, pages = request.path, 0

    def page(done: int, total: int, doing: str = "") -> None:
        nonlocal pages
        if done > pages:  # one that looks without getting on gains no time by it
            pages = done
            bounds.begin_page()
        _say(answers, pages)

    try:
        bounds.begin_file()
        if request.members:
            return WorkerAnswer(members=tuple(archives.listed(path)))
        found = importers.read_all(path, progress=page, **request.asked)
        return WorkerAnswer(tuple(_all_kept(found, private.folder(request.into))))
    except ImportFailed as failure:
        return WorkerAnswer(failure=failure)
    except MemoryError:
        return WorkerAnswer(failure=too_much(path), last=True)
    except BaseException as error:  # whatever a broken file makes of whichever library
        return WorkerAnswer(failure=not_expected(path), where=_where(error))


def _all_kept(found: Iterator[Draft | ImportFailed], folder: Path) -> Iterator[Path | ImportFailed]:
    """Keep drafts in a file each, and the bytes they were made of beside them, once for all that share them."""
    data, original = b"", ""
    for number, one in enumerate(found):
        if isinstance(one, ImportFailed):
            yield one
            continue
        _check(one)
        if one.original is not data or not original:
            data, original = one.original, f"{number} {ORIGINAL}"
            with open(folder / original, "wb", opener=private.opener) as out:
                out.write(data)
        with open(folder / str(number), "wb", opener=private.opener) as out:
            pickle.dump(replace(one, original=original.encode()), out, pickle.HIGHEST_PROTOCOL)
        yield folder / str(number)


def _where(error: BaseException) -> str:
    """Return the kind of an error and the way to it: never its message, which may quote an interview."""
    frames = traceback.extract_tb(error.__traceback__)
    return " in ".join([type(error).__qualname__, *(f"{frame.filename}:{frame.lineno}" for frame in frames[:-8:-1])])


def _check(draft: Draft) -> None:
    """Raise `ValueError` where a draft would break the writing of all others: spans outside the text, huge numbers."""
    at = 0
    for passage in draft.passages:
        if not at <= passage.start < passage.end <= len(draft.text):
            raise ValueError
        if max(passage.start_ms or 0, passage.end_ms or 0, passage.page or 0) >= 1 << 62:
            raise ValueError
        at = passage.end
    draft.text.encode()


def too_long(path: Path) -> ImportFailed:
    """Refuse a file that takes more time than a whole one would."""
    return ImportFailed(path, "{name} takes too long to read: it is damaged, or has to be split.", name=path.name)


def too_much(path: Path) -> ImportFailed:
    """Refuse a file that takes more memory than a whole one would."""
    return ImportFailed(path, "{name} takes too much memory: it is damaged, or has to be split.", name=path.name)


def not_expected(path: Path) -> ImportFailed:
    """Refuse a file at which the program itself fails."""
    return ImportFailed(path, "{name} can't be read: it is damaged, or holds what nobody expected.", name=path.name)
