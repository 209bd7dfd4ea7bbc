"""Where the program begins: the window when nothing else is asked for, else the command line."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# Read when NumPy is first imported. More threads wait for each other, and the window for them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or do what the command line asks; return the exit code.

    What only one of the two needs is imported here and not above, so that the window is on the screen at once.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments:
        case ["--read-files-apart", folder]:
            # The frozen program has no other Python to read files with than itself: corpus/importers/reader_process.py.
            from corpus.importers import worker

            worker.main(folder)
            return 0
        case []:
            window, path = True, None
        case ["open", name] | [name] if _is_file(name, alone=len(arguments) == 1):
            window, path = True, Path(name)
        case _:
            window, path = False, None
    if window:
        from app.shell.window import run

        return run(path)
    if argv is None:  # modules and rows come by the ten thousand, none of it garbage: a tenth of a command
        gc.set_threshold(50_000)
    from app.cli import main as command_line

    return command_line(arguments)


def _is_file(name: str, *, alone: bool) -> bool:
    """Say whether `name` is meant as a project; a file manager gives its path alone."""
    return name.endswith(".verbatim") if alone else not name.startswith("-")


if __name__ == "__main__":
    sys.exit(main())
