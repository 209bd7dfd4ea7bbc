"""What an import would bring, on the command line: told of each document, and nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from app.cli.opening import NOTHING_DONE
from app.cli.output import Stop, counted, say, tell, tell_json

if TYPE_CHECKING:
    from corpus.drafts import Note, Role
    from corpus.importers.speaking.rules import MarkRule
    from corpus.pending import Pending
    from corpus.previews import Preview, PreviewVoice


def rule(given: str, keep: str | None) -> MarkRule:
    """Return the rule that is kept under a name, or is given as an expression; `keep` keeps it under a name."""
    from app import speaker_rules
    from app.settings import Settings
    from corpus.errors import SourceError
    from corpus.importers.speaking import rules

    settings = Settings()
    try:
        found = rules.parse(speaker_rules.kept(settings).get(given, given))
    except SourceError as error:
        raise click.BadParameter(str(error), param_hint="--speakers") from error
    if keep is not None:
        speaker_rules.keep(settings, keep, str(found))
    return found


def roles(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, Role]:
    """Read `LABEL=ROLE`, where the label may have signs of equality of its own."""
    from corpus.drafts import Role

    pairs = [item.rpartition("=") for item in given]
    known = get_args(Role)
    bad = next((item for item, (label, _, role) in zip(given, pairs) if not label or role not in known), None)
    if bad is not None:
        raise click.BadParameter(f"{bad} must be written LABEL=ROLE, the role one of {', '.join(known)}.")
    return {label.strip(): cast("Role", role) for label, _, role in pairs}


def with_roles(found: Sequence[Pending], given: Mapping[str, Role]) -> list[Pending]:
    """Return the documents with the roles, and say of a label that it stands nowhere."""
    for label, role in given.items():
        if not any(label == voice.label for one in found for voice in one.preview.voices):
            say(f"Nobody is called {label} in these files.")
        found = [one.with_role(label, role) for one in found]
    return list(found)


def show(found: Sequence[Preview], as_json: bool) -> int:
    """Tell of each document, those first that ask for a look, and return the exit code."""
    from corpus import previews

    if not found:
        raise Stop(NOTHING_DONE, "There is no document to import here; --recursive looks into folders within folders.")
    first = previews.ordered(found)
    if as_json:
        tell_json([_record(one) for one in first])
    else:
        tell("\n".join(line for one in first for line in _told(one)))
    return _exit_code(found)


def sorted_notes(notes: Sequence[Note]) -> dict[str, list[str]]:
    """Return `notes`, the doubts first, and `doubts` alone, as sentences."""
    doubts = [str(note) for note in notes if note.doubt]
    return {"notes": [*doubts, *(str(note) for note in notes if not note.doubt)], "doubts": doubts}


def _record(one: Preview) -> dict[str, Any]:
    refused = one.status == "refused"
    return {
        "path": str(one.path),
        "status": one.status,
        "document": None if refused else one.there or one.name,
        "reason": str(one.error) if one.error else None,
        "format": one.importer or None,
        "encoding": one.encoding,
        "encoding_guessed": one.guessed,
        "language": one.language,
        "characters": None if refused else one.characters,
        "words": None if refused else one.words,
        "passages": None if refused else one.passages,
        "speakers": [_voice(voice) for voice in one.voices],
        "first": [{"kind": said.kind, "speaker": said.speaker, "text": said.text} for said in one.first],
        **sorted_notes((*one.doubts, *one.told)),
    }


def _voice(voice: PreviewVoice) -> dict[str, Any]:
    return {
        "speaker": voice.label,
        "role": voice.role,
        "turns": voice.turns,
        "words": voice.words,
        "lines": list(voice.lines),
        "same_as": voice.same_as,
    }


def _told(one: Preview) -> Iterator[str]:
    """Yield what a person reads of a document."""
    yield f"{one.status}\t{one.path.name}"
    if one.error is not None:
        yield f"    {one.error}"
        return
    if one.there is not None:
        yield f"    It is in the project already, as {one.there}."
    yield from (f"  ? {note}" for note in one.doubts)
    yield f"    {_facts(one)}"
    for voice in one.voices:
        yield f"    {voice.label}: {voice.role}, {counted(voice.turns, 'turn')}, {counted(voice.words, 'word')}"
        yield from (f"        {line}" for line in voice.lines)
    if not one.voices:
        yield from (f"        {said.text}" for said in one.first)
    yield from (f"  - {note}" for note in one.told)


def _facts(one: Preview) -> str:
    encoding = f", {one.encoding}{' (a guess)' if one.guessed else ''}" if one.encoding else ""
    speakers = counted(len(one.voices), "speaker") if one.voices else "no speaker"
    return (
        f"{counted(one.words, 'word')}, {counted(one.passages, 'passage')}, {speakers}, "
        f"{one.language or 'language unknown'}{encoding}"
    )


def _exit_code(found: Sequence[Preview]) -> int:
    counts = {status: sum(one.status == status for one in found) for status in ("refused", "duplicate", "doubtful")}
    new = len(found) - counts["refused"] - counts["duplicate"]
    there = f", {counts['duplicate']} there already" if counts["duplicate"] else ""
    left = f", {counts['refused']} refused" if counts["refused"] else ""
    doubtful = f", {counts['doubtful']} with doubts" if counts["doubtful"] else ""
    say(f"{counted(new, 'document')} would be imported{doubtful}{there}{left}. Nothing was written.")
    if not counts["refused"]:
        return 0
    return 1 if new else NOTHING_DONE
