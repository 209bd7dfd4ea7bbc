"""Write what every verb's `--help` says into docs/cli.md, below its introduction.

Run as `python resources/setup/command_line.py docs/cli.md` from the top folder after a change of the command line.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

BELOW = "<!-- What follows is written by resources/setup/command_line.py. -->"
WIDTH = 100


def pages() -> str:
    """Return the help of every verb as Markdown, in the order of the program."""
    from app.cli import VERBS, program

    top = click.Context(program, info_name="verbatim")
    parts = []
    for name in VERBS:
        verb = program.get_command(top, name)
        assert verb is not None, name
        asked = verb.make_context(
            name, [], parent=top, resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
        )
        lines = "\n".join(line.rstrip() for line in verb.get_help(asked).splitlines())
        parts.append(f"## {name}\n\n```text\n{lines}\n```\n")
    return "\n".join(parts)


def whole(before: str) -> str:
    """Return the page with its introduction as in `before` and the verbs as they are now."""
    return f"{before.partition(BELOW)[0]}{BELOW}\n\n{pages()}"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(whole(page.read_text("utf-8")), "utf-8")
