"""What a broken file may make the process do that reads it, handed over as the language it is said to be in."""

from __future__ import annotations

import os
import threading

from corpus.importers import bounds

_BOUND_S = 0.2


class Acts:
    """One act for each file in turn, done where the importer asks whether a language was given."""

    def __init__(self, *acts: str) -> None:
        self.acts = list(acts)

    def __reduce__(self) -> tuple[object, ...]:
        return Act, (self.acts.pop(0),)


class Act:
    """An act in the process that reads, which then has little time for a file."""

    def __init__(self, act: str) -> None:
        bounds.CPU_S = _BOUND_S
        self.act = act

    def __bool__(self) -> bool:
        getattr(self, self.act)()
        return False

    def behave(self) -> None:
        pass

    def loop(self) -> None:
        while True:
            sum(range(1000))

    def rest(self) -> None:
        threading.Event().wait()

    def fill(self) -> None:
        self.held = bytearray(bounds.MEMORY * 2)

    def exit(self) -> None:
        raise SystemExit(0)

    def fail(self) -> None:
        raise RuntimeError("words of an interview")

    def recurse(self) -> None:
        self.recurse()

    def abort(self) -> None:
        os.abort()

    def end(self) -> None:
        os._exit(0)

    def babble(self) -> None:
        os.write(1, b"what a library prints")
        os.write(2, b"and complains of")
