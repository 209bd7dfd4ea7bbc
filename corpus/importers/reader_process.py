"""Files read apart from the program: no file can stop it, hold it up or fill its memory, and drafts wait on disk.

    with Drafts() as drafts:
        for found in drafts.read_all(paths, progress=progress, language="fr"):
            if isinstance(found, Kept):  # else an `ImportFailed`, whose sentence says why
                draft = found.load()

A preview keeps its `Drafts` open as long as it is shown, reads a file again by
`drafts.read(path, encoding="cp1252")`, and hands what it kept to `importing.write`. A file may hold several documents.
"""

from __future__ import annotations

import logging
import pickle
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Self, Unpack

from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers import archives, bounds
from corpus.importers.reading import ReadingOptions
from corpus.importers.worker import Request, WorkerAnswer, not_expected, too_long, too_much
from corpus.progress import Progress, silent

log = logging.getLogger(__name__)

ARGUMENT = "--read-files-apart"
"""What the frozen program is started with to be the process that reads."""
_LOOK_EVERY_S = 0.05
_ENDS_WITHIN_S = 5


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A document that was read; its draft waits on disk until the `Drafts` it came from is closed."""

    path: Path
    file: Path

    def load(self) -> Draft:
        """Return the draft, which holds the file's bytes and text: let go of one before the next."""
        with self.file.open("rb") as file:
            draft: Draft = pickle.load(file)
        return replace(draft, original=self.file.with_name(draft.original.decode()).read_bytes())


class Drafts:
    """Reads files in a process of its own, one after the other, and keeps their drafts until it is closed.

    The process begins with the first file and is begun anew after one it did not outlive. For one thread at a time.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="verbatim-", ignore_cleanup_errors=True)
        self._reader: _ReaderProcess | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process and remove all drafts."""
        if self._reader:
            self._reader.close()
        self._reader = None
        self._folder.cleanup()

    def forget(self) -> None:
        """Remove the drafts so far; the process goes on."""
        for made in Path(self._folder.name).iterdir():
            shutil.rmtree(made, ignore_errors=True)

    def read_all(
        self, paths: Sequence[Path], *, progress: Progress = silent, **asked: Unpack[ReadingOptions]
    ) -> Iterator[DraftFile | ImportFailed]:
        """Yield what became of each document of each file in turn; `progress` is told and may stop it all."""
        for done, path in enumerate(paths):
            tell = partial(progress, done, len(paths), path.name)
            tell()
            try:
                yield from self.read(path, tell, **asked)
            except ImportFailed as failure:
                yield failure
        progress(len(paths), len(paths), "")

    def read(
        self, path: Path, look: Callable[[], object] = lambda: None, **asked: Unpack[ReadingOptions]
    ) -> list[DraftFile | ImportFailed]:
        """Read a file as `importers.read_all` does; raise `ImportFailed` whatever befalls the process that reads.

        Each file of an archive is read by itself, so that no other is lost with it. `look` is called several times a
        second meanwhile; what it raises ends the reading at once.
        """
        if not archives.is_one(path):
            return self._read(path, look, asked)
        found: list[DraftFile | ImportFailed] = []
        for member in self._ask(Request(path, Path(self._folder.name), {}, members=True), look).members:
            look()
            try:
                found += self._read(member, look, asked)
            except ImportFailed as failure:
                found.append(failure)
        return found

    def _read(self, path: Path, look: Callable[[], object], asked: ReadingOptions) -> list[DraftFile | ImportFailed]:
        self._count += 1
        answer = self._ask(Request(path, Path(self._folder.name, str(self._count)), asked), look)
        return [one if isinstance(one, ImportFailed) else DraftFile(path, one) for one in answer.documents]

    def _ask(self, request: Request, look: Callable[[], object]) -> WorkerAnswer:
        """Return the answer of the process that reads, which is begun where there is none."""
        reader = self._reader or _ReaderProcess(self._folder.name)
        self._reader = None  # until it has answered: one that was stopped on the way is not asked again
        try:
            answer = reader.read(request, look)
        except BaseException:
            reader.end()
            raise
        if answer.last:
            reader.end()
        else:
            self._reader = reader
        if answer.where:
            log.warning("a file could not be read: %s", answer.where)
        if answer.failure:
            raise answer.failure
        return answer


class _ReaderProcess:
    """The process that reads, and what it says."""

    def __init__(self, folder: str) -> None:
        self.process = subprocess.Popen(
            _command(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.said: SimpleQueue[WorkerAnswer | int | None] = SimpleQueue()
        assert self.process.stdout
        self.listener = threading.Thread(target=_listen, args=(self.process.stdout, self.said), daemon=True)
        self.listener.start()

    def read(self, request: Request, look: Callable[[], object]) -> WorkerAnswer:
        """Ask for a file and wait for the answer, also for that of a process which can't give it any more."""
        assert self.process.stdin
        before, pages = bounds.spent(self.process.pid), 0
        try:
            pickle.dump(request, self.process.stdin)
            self.process.stdin.flush()
        except OSError:
            return self._broken_off(request.path)
        while True:
            try:
                said = self.said.get(timeout=_LOOK_EVERY_S)
            except Empty:
                look()
                if over := bounds.over(before, self.process.pid, pages):
                    return WorkerAnswer(failure=_refusal(request.path, over), last=True)
                continue
            if said is None:
                return self._broken_off(request.path)
            if isinstance(said, WorkerAnswer):
                return said
            pages = said

    def _broken_off(self, path: Path) -> WorkerAnswer:
        code = self.process.wait()
        over = bounds.told_by(code)
        where = "" if over else f"the process that reads ended with {code}"
        return WorkerAnswer(failure=_refusal(path, over), where=where, last=True)

    def close(self) -> None:
        """Let the process, which waits for requests, end by itself."""
        assert self.process.stdin
        with suppress(OSError, subprocess.TimeoutExpired):
            self.process.stdin.close()
            self.process.wait(_ENDS_WITHIN_S)
        self.end()

    def end(self) -> None:
        """End the process at once, wherever it is."""
        self.process.kill()
        self.process.wait()
        self.listener.join()
        for pipe in filter(None, (self.process.stdin, self.process.stdout)):
            with suppress(OSError):  # a request that nobody read
                pipe.close()


def _listen(answers: IO[bytes], said: SimpleQueue[WorkerAnswer | int | None]) -> None:
    """Pass on what the process says, and None once it says no more."""
    try:
        while True:
            said.put(pickle.load(answers))
    except (EOFError, OSError, ValueError, pickle.UnpicklingError):
        said.put(None)


def _refusal(path: Path, over: bounds.Over | None) -> ImportFailed:
    return {"time": too_long, "memory": too_much, None: not_expected}[over](path)


def _command(folder: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT, folder]
    # The same modules as here, and none from the folder one happens to stand in.
    paths = [str(Path(__file__).parents[2]), *filter(None, sys.path)]
    script = f"import sys; sys.path[:] = {paths!r}; from corpus.importers.worker import main; main({folder!r})"
    return [sys.executable, "-c", script]
