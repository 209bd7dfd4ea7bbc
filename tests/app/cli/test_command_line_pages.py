"""The manual: every verb is in it as `--help` says, and every example can be run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from app.cli import VERBS, program
from resources.setup import command_line

ROOT = Path(__file__).resolve().parents[3]

# The verbs that the command line promises; exchange is still to come.
PROMISED = """
open demo new import documents text participants frameworks framework codes codes-import codes-export code-add code-edit
code-move code-merge code-remove memo apply uncode resize codings-import codings-export links excerpt link judge search
set-aside suggest accept reject suggest-evaluate matrix verbatims history undo redo check agreement saturation
""".split()


def verb(name: str) -> click.Command:
    found = program.get_command(click.Context(program, info_name="verbatim"), name)
    assert found is not None
    return found


def test_every_promised_verb_is_there():
    assert set(PROMISED) <= set(VERBS)
    assert set(VERBS) == set(program.list_commands(click.Context(program)))


def test_the_manual_says_what_help_says():
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert page == command_line.whole(page), "run python resources/setup/command_line.py docs/cli.md"


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_and_option_is_explained_with_an_example_that_parses(name, run):
    ran = run(name, "--help")
    assert ran.code == 0
    assert ran.err == ""
    examples = re.findall(r"^ +verbatim (.+)$", ran.out, re.MULTILINE)
    assert examples
    for example in examples:
        given, *arguments = shlex.split(example.partition(" > ")[0])
        assert given == name
        verb(name).make_context(name, arguments)
    assert [option.name for option in verb(name).params if isinstance(option, click.Option) and not option.help] == []


def test_the_introduction_shows_commands_that_parse():
    page = (ROOT / "docs" / "cli.md").read_text("utf-8").partition(command_line.BELOW)[0]
    shown = re.findall(r"^verbatim (.+)$", page, re.MULTILINE)
    assert len(shown) > 5
    for line in shown:
        name, *arguments = shlex.split(line)
        verb(name).make_context(name, arguments)


def test_help_lists_every_verb(run):
    ran = run("--help")
    assert ran.code == 0
    assert all(re.search(rf"^  {name} ", ran.out, re.MULTILINE) for name in VERBS)
