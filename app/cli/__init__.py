"""The command line: the verbs of the window, for scripts, tables and tests from outside.

Exit codes: 0 all done · 1 some inputs were refused, the rest is done · 2 wrong usage · 3 the project can't be opened ·
4 nothing was done.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import Any

import click

from app.cli.output import Stop, say
from corpus.errors import QueryError, WorkbenchError

log = logging.getLogger(__name__)

USAGE = 2
NOTHING_DONE = 4

# Every verb, in the order of the manual, and the file that holds it, imported when one of its verbs is asked for.
VERBS = {
    "open": "projects", "demo": "demo", "new": "projects", "import": "sources", "documents": "sources",
    "text": "sources", "participants": "sources", "frameworks": "codes", "framework": "codes", "codes": "codes",
    "codes-import": "codes", "codes-export": "codes", "code-add": "codes", "code-edit": "codes", "code-move": "codes",
    "code-merge": "codes", "code-remove": "codes", "memo": "codings", "apply": "codings", "uncode": "codings",
    "resize": "codings", "codings-import": "codings", "codings-export": "codings", "links": "theory",
    "excerpt": "codings", "link": "theory", "set-aside": "theory", "judge": "theory",
    "search": "analysis", "suggest": "suggestions", "accept": "suggestions", "reject": "suggestions",
    "suggest-why": "suggestions", "suggest-evaluate": "measuring", "suggest-links": "linking", "matrix": "analysis",
    "verbatims": "analysis", "pictures": "demo", "history": "projects", "undo": "projects", "redo": "projects",
    "check": "projects",
}  # fmt: skip


_HELP = {"help_option_names": ["-h", "--help"]}


class _Verb(click.Command):
    """A verb whose example stands on a line of its own."""

    def __init__(self, help: str | None = None, **options: Any) -> None:
        options["context_settings"] = _HELP
        super().__init__(help=cleandoc(help or "").replace("Example: ", "\b\nExample:\n  "), **options)


class _Program(click.Group):
    """The verbs, known by name before their files are imported."""

    command_class = _Verb

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in VERBS:
            import_module(f"app.cli.{VERBS[name]}")
        return super().get_command(context, name)


def _version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    from importlib import metadata

    if not wanted:
        return
    try:
        version = metadata.version("verbatim-workbench")
    except metadata.PackageNotFoundError:
        version = "from source"  # run from the checkout, and not installed
    click.echo(f"verbatim {version}")
    context.exit()


@click.group(cls=_Program, invoke_without_command=True, context_settings=_HELP)
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version,
              help="Show the version and exit.")  # fmt: skip
@click.pass_context
def program(context: click.Context) -> int | None:
    """Code interviews: first inductively, then against a theory.

    Without a verb the window opens. Documents are named by their name in the project, codes by key or name (C1), by
    framework:key, or by path parent/child. START and END count code points in the document's text.
    """
    if context.invoked_subcommand is not None:
        return None
    from app.window import run

    return run(None)


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return the exit code; an error is one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = program.main(list(sys.argv[1:] if argv is None else argv), "verbatim", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing more may be written, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _failed(error)
    except KeyboardInterrupt:
        say("Stopped; nothing was done.")
        return NOTHING_DONE


def _failed(error: Exception) -> int:
    """Say what went wrong in one sentence and return the exit code."""
    from corpus.schema import shortened

    match error:
        case Stop():
            say(str(error))
            return error.code
        case click.exceptions.Exit():
            return error.exit_code
        case click.Abort():
            say("Stopped; nothing was done.")
            return NOTHING_DONE
        case click.ClickException():
            say(_usage(error))
            return USAGE
        case QueryError():
            say(str(error))
            return USAGE
        case WorkbenchError():
            say(str(error))
            return NOTHING_DONE
        case OSError(filename=str(name), strerror=str(why)):
            say(f"{shortened(name)}: {why}; nothing more was done.")
            return NOTHING_DONE
    say(f"Something went wrong that should not have; nothing more was done. Details are in {_logged(error)}.")
    return NOTHING_DONE


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "verbatim"
    sentence = " ".join(error.format_message().split())
    return f"{sentence.rstrip('.')}. See {path} --help."


def _logged(error: Exception) -> Path:
    """Write where an error arose, and never its words, which may be a transcript's, to the log; return its path."""
    from app import logs

    root = logging.getLogger()
    before = set(root.handlers)
    logs.start()
    log.critical("an unexpected error\n%s", logs.Discreet().formatException((type(error), error, None)))
    for handler in set(root.handlers) - before:
        root.removeHandler(handler)
        handler.close()
    return logs.path()
