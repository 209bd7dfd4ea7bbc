"""The program that all verbs of the command line belong to; it knows their names before their files are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import cleandoc
from typing import Any

import click

_HELP = {"help_option_names": ["-h", "--help"]}


class _Verb(click.Command):
    """A verb whose example stands on a line of its own."""

    def __init__(self, help: str | None = None, **options: Any) -> None:
        options["context_settings"] = _HELP
        super().__init__(help=cleandoc(help or "").replace("Example: ", "\b\nExample:\n  "), **options)


class Program(click.Group):
    """`files` says in which file each verb is, and `load` reads one when one of its verbs is asked for."""

    command_class = _Verb
    files: Mapping[str, str] = {}
    load: Callable[[str], object]

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.files)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in self.files:
            self.load(self.files[name])
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


@click.group(cls=Program, invoke_without_command=True, context_settings=_HELP)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version and exit."
)
@click.pass_context
def program(context: click.Context) -> int | None:
    """Code interviews: first inductively, then against a theory.

    Without a verb the window opens. Documents are named by their name in the project, codes by key or name (C1), by
    framework:key, or by path parent/child. START and END count code points in the document's text.
    """
    if context.invoked_subcommand is not None:
        return None
    from app.shell.window import run

    return run(None)
