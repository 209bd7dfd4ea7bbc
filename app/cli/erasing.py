"""Verbs on a respondent who withdraws: what is theirs is erased, and sought after."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, participant_named, project_file, writing
from app.cli.output import counted, progress_bar, say, say_untouched, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.erasing.erasing import Erased

_TOLD = (
    ("document", "document"),
    ("coding", "coding"),
    ("memo", "memo"),
    ("excerpt", "excerpt"),
    ("judgement", "decision"),
    ("bearing", "stance"),
    ("summary", "summary"),
    ("consent", "consent form"),
    ("attribute_value", "value of an attribute"),
)
_NOUNS = {"summary": "summaries", "value of an attribute": "values of attributes"}


@program.command("participant-erase")
@project_file
@click.argument("participant", metavar="PARTICIPANT")
@click.option("--keep-codings", is_flag=True, help="Codes, counts and places stay; words and name go.")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@click.option("--for-good", is_flag=True, help="Do it; no undo brings anything back.")
@as_json
@coder
def participant_erase(
    file: Path, participant: str, keep_codings: bool, dry_run: bool, for_good: bool, as_json: bool, coder: str | None
) -> None:
    """Erase a participant from the project and from what the program keeps beside it. Nothing takes it back.

    What goes: documents in which they speak alone, their turns in others, the files that these came from and earlier
    texts, codings, decisions, memos and quotations on their words, what is known of them, what the history remembers,
    copies from before an upgrade, the search index. What others wrote stays, with […] for words of theirs. The history
    says that one withdrew, and no more. Nothing that was removed or changed before can be undone afterwards.

    Example: verbatim participant-erase study.verbatim "Directrice marketing" --dry-run
    """
    from coding import erasures
    from corpus.erasing import erasing

    if dry_run == for_good:
        raise click.UsageError("Nothing brings back what is erased: look with --dry-run first, then say --for-good.")
    with writing(file, coder) as project, progress_bar("Erasing") as progress:
        key = participant_named(project, participant)
        does = erasing.foreseen if dry_run else erasing.erase
        found = erasures.told(project, does(project, key, keep_codings=keep_codings, progress=progress))
    if for_good:
        _forget_choices(found.names)
    if as_json:
        tell_json(asdict(found))
    else:
        _tell(found)
    if dry_run:
        say_untouched()


def _tell(found: Erased) -> None:
    """Say what went, and what the program can't reach."""
    for table, noun in _TOLD:
        if number := found.rows.get(table, 0):
            tell(f"{number} {_NOUNS.get(noun, noun + 's')}" if number != 1 else f"1 {noun}")
    if found.turns:
        tell(f"{counted(found.turns, 'turn')} cut out of texts of several")
    if number := sum(found.scrubbed.values()):
        tell(f"{counted(number, 'text')} of others with […] for their words")
    for name in found.backups:
        tell(f"copy {name}")
    for name in found.articles:
        tell(f"article {name}")
    _tell_left(found)


def _tell_left(found: Erased) -> None:
    for name in found.in_vivo:
        say(f"The code {name} is called by their words; rename it.")
    for name in found.kept_names:
        say(f"Others say {name}: that stays in their texts, and hidden as it was.")
    for path in found.media:
        say(f"The recording {path} is outside the project.")
    for (day, who, way), times in Counter((one.at[:10], one.coder, one.path) for one in found.let_out).items():
        say(f"On {day} {who} let out: {way}{f', {times} times' if times > 1 else ''}.")
    say("Your own copies of the project, and what was exported, are out of reach.")


def _forget_choices(names: tuple[str, ...]) -> None:
    """Take what names them out of what the program remembers between sittings."""
    from app.settings import Settings

    Settings().forget(names)


@program.command()
@project_file
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@as_json
def traces(file: Path, words: tuple[str, ...], as_json: bool) -> int:
    """Say where words are found in all that the program keeps: the file, copies, the search index, settings.

    Bytes are looked through, what is packed unpacked. It exits with 1 where anything is found. In other folders, such
    as those of exports and of your copies, it does not look.

    Example: verbatim traces study.verbatim "Luc Petit"
    """
    from corpus.erasing import scanning

    with progress_bar("Looking") as progress:
        found = scanning.scan(file, words, progress=progress)
    if as_json:
        tell_json([{**asdict(one), "path": str(one.path)} for one in found])
    else:
        tell_table(
            ("words", "file", "table", "rows"),
            [(one.words, one.path, one.stored, ", ".join(one.rows)) for one in found],
        )
    return 1 if found else 0
