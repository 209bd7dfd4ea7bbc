"""Verbs on a respondent who withdraws: what is theirs is erased, and sought after."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.group import program
from app.cli.opening import as_json, coder, participant_named, project_file, writing
from app.cli.output import progress_bar, say_untouched, tell, tell_json, tell_table

if TYPE_CHECKING:
    from corpus.erasing.erasing import Erased


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
    from corpus.errors import ErasureUnfinished

    if dry_run == for_good:
        raise click.UsageError("Nothing brings back what is erased: look with --dry-run first, then say --for-good.")
    with writing(file, coder) as project:
        try:
            with progress_bar("Erasing") as progress:
                key = participant_named(project, participant)
                does = erasing.foreseen if dry_run else erasing.erase
                found = does(project, key, keep_codings=keep_codings, progress=progress)
        except ErasureUnfinished as error:
            _forget_choices(error.erased.names)
            _tell(erasures.told(project, error.erased), as_json=as_json, done=True)
            raise
        found = erasures.told(project, found)
    if for_good:
        _forget_choices(found.names)
    _tell(found, as_json=as_json, done=for_good)
    if dry_run:
        say_untouched()


def _tell(found: Erased, *, as_json: bool, done: bool) -> None:
    """Say what went, or would go, and what the program can't reach, as the window does."""
    from coding import erasures
    from coding.exports import plain

    if as_json:
        tell_json(asdict(found))
        return
    tell(plain.text(erasures.account(found, "en", done=done)))


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
