"""Verbs on suggestions: ask for them, accept or reject one, and ask where a coding came from."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.consent_checks import agreeing, leaving, left_out, naming, pass_out
from app.cli.group import program
from app.cli.opening import (
    NOTHING_DONE,
    as_json,
    code_named,
    coder,
    documents_named,
    place,
    project_file,
    reading,
    seen,
    span,
    within,
    writing,
)
from app.cli.output import Stop, counted, progress_bar, say, tell, tell_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coding.codings import CodingInfo
    from coding.permits import Leaving, Place, Terms
    from coding.suggest.provenance import Provenance
    from coding.suggest.records import MatchedSentence, PassageSuggestions, Suggestion
    from coding.suggest.suggester import Suggester
    from corpus.progress import Progress
    from corpus.store.project import Project

FRAMEWORK = "The framework to suggest codes of; by default descriptive codes, or, while there are none, a framework's."


@program.command()
@project_file
@click.option("--document", metavar="D", help="Ask for one document; * and ? stand for anything. By default all.")
@click.option("--framework", metavar="KEY", help=FRAMEWORK)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    metavar="N",
    help="At most so many codes for a passage.",
)
@click.option("--figures", is_flag=True, help="Say what each word and all the rest added to the score.")
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Suggest no code that agreed with you less often than this, from 0 to 1, on documents left out; "
    "kept for you, at first 1 in 3.",
)
@click.option("--weaker", is_flag=True, help="Also what has little to show for itself, said to be weaker, last.")
@click.option(
    "--early", is_flag=True, help="See them before your first pass is done, too; kept for you, like first-pass --show."
)
@within
@as_json
@coder
@naming
@agreeing
def suggest(
    file: Path,
    document: str | None,
    sets: tuple[str, ...],
    framework: str | None,
    top: int,
    figures: bool,
    least: float | None,
    weaker: bool,
    early: bool,
    as_json: bool,
    coder: str | None,
    terms: Terms,
) -> None:
    """Suggest codes for passages, with the words they rest on and examples; nothing is applied.

    Learned from the codings there are. What rests on definitions alone says so: nobody has measured it. A document's
    suggestions wait until you say, by first-pass, that you have read and coded it once yourself.

    Example: verbatim suggest study.verbatim --document "05 *" --framework meco-2019
    """
    from coding import permits
    from coding.suggest import scoping

    _choose(file, coder, least, early)
    with leaving(file, terms, coder) as project:
        with progress_bar("Learning from the codings") as progress:
            moment = seen(project, sets)
            most = None if sets else top  # of codes outside of the sets none may take the place of one inside
            suggester = learned(project, framework, progress)
            found = scoping.within(moment, asked(suggester, document, most, weaker=weaker))
        said = _left_waiting(suggester, document)
        out = left_out(moment, "suggest", lambda: _going(project, found, top), terms)
        if out:
            found = [one for one in found if not out & permits.heard(moment, _places(one, top))]
        pass_out(moment, "suggest", lambda: _going(project, found, top), terms)
        records = _records(project, found, top)
    _note_exposure(file, coder, {one.document for one in found})
    if as_json:
        tell_json(records)
        return
    for record in records:
        _tell_passage(record, figures)
    say(f"{counted(len(records), 'passage')} with something to say.{said}")


def _tell_passage(record: dict[str, Any], figures: bool) -> None:
    tell(click.style(f"{record['document']} {record['start']}–{record['end']}", bold=True))
    tell(f"  {_line(record['text'])}")
    for one in record["suggestions"]:
        chance = (
            "by its definition alone, unmeasured"
            if one["chance"] is None
            else f"agrees with your coding {_in_100(one['chance'])} times in 100{_on(one['documents'])}"
        )
        weaker = "weaker, it rests on little: " if one["weaker"] else ""
        tell(f"  {one['code']} ({weaker}{chance})")
        for name, words in _grouped(one["evidence"]):
            tell(f"    {name}: {', '.join(words)}")
        if one["sentence"]:
            tell(
                f"    fits its {one['sentence']['part']}: {_line(one['sentence']['text'])}"
                f" ({', '.join(one['sentence']['shared'])})"
            )
        if figures:
            _tell_figures(one)
        for near in one["examples"]:
            tell(
                f"    like {near['document']} {near['start']}–{near['end']}, {_ALIKE[near['alike']]}"
                f"{', '.join(near['shared'])}: {_line(near['text'])}"
            )
        if against := one["excluded"]:
            tell(f"    against: its rule “{_line(against['text'])}” ({', '.join(against['shared'])})")
        if against := one["instead"]:
            tell(
                f"    against: where it was not this code, most often {against['code']} was: {against['times']} of "
                f"{against['of']} times"
            )


_ALIKE = {"words": "which also says ", "meaning": "alike in meaning alone", "little": "with little in common"}
_HOW = {
    "often": "often coded so",
    "sometimes": "sometimes coded so",
    "written": "written of the code",
    "alike": "like words coded so",
    "asked": "in the question before",
}


def _grouped(evidence: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Yield how words go with the code, and these words, each once."""
    for how, name in _HOW.items():
        words = {one["word"].casefold(): one["word"] for one in reversed(evidence) if one["how"] == how}
        if words:
            yield name, list(reversed(words.values()))


def _tell_figures(one: dict[str, Any]) -> None:
    for reason in one["evidence"]:
        often = f", coded so in {reason['times']} of {reason['of']} passages with it" if reason["of"] else ""
        tell(f"    {reason['weight']:+.3f}  {reason['word']}{often}")
    tell(f"    {one['rest']:+.3f}  all other words, the meaning and the document")
    tell(f"    {one['base']:+.3f}  any passage, before a word of it is read")
    tell(f"    {one['score']:+.3f}  together: the score")


def _on(documents: int) -> str:
    from coding.suggest.coder_agreement import FEW

    return f", measured on {counted(documents, 'document')} only" if documents < FEW else ""


def _line(text: str) -> str:
    return " ".join(text.split())[:160]


def _in_100(chance: float) -> int:
    return min(99, max(1, round(100 * chance)))


def _places(one: PassageSuggestions, top: int) -> list[Place]:
    """Return the places whose words are shown: the passage and the examples beside it."""
    near = [example for given in one.every[:top] for example in given.examples]
    return [(one.document, one.start, one.end), *((each.document, each.start, each.end) for each in near)]


def _going(project: Project, found: list[PassageSuggestions], top: int) -> Leaving:
    from coding import permits

    places = [place for one in found for place in _places(one, top)]
    return permits.Leaving(permits.of_records(_records(project, found, top)).texts, places)


def _note_exposure(file: Path, coder: str | None, documents: set[int]) -> None:
    """Keep that the coder has now seen suggestions for these documents, unless another process holds the project."""
    from coding.suggest import suggestions

    with suppress(Stop), writing(file, coder) as project:
        suggestions.exposed(project, documents)


def _choose(file: Path, coder: str | None, least: float | None, early: bool) -> None:
    """Keep what this coder chooses of suggestions, for the next time too."""
    from coding.suggest import suggestions

    if least is None and not early:
        return
    with writing(file, coder) as project:
        if least is not None:
            suggestions.keep_least_right(project, least)
        if early:
            suggestions.hide_before_first_pass(project, False)


def learned(project: Project, framework: str | None, progress: Progress) -> Suggester:
    """Learn from all codings."""
    from coding.suggest.suggester import Suggester

    return Suggester.train(project, framework=framework or usual_framework(project), progress=progress)


def asked(
    suggester: Suggester, pattern: str | None, top: int | None, *, weaker: bool = False
) -> list[PassageSuggestions]:
    """Return suggestions for the documents whose name fits, or for all, but those that wait for a first pass."""
    from coding.suggest import suggestions

    project, texts = suggester.project, suggester.texts
    keys = list(texts.documents) if pattern is None else documents_named(project, pattern)
    waiting = suggestions.withheld(project, keys)
    if keys and waiting >= set(keys):
        what = (
            "this document stay hidden until your first pass over it is"
            if len(keys) == 1
            else ("these documents stay hidden until your first pass over them is")
        )
        raise Stop(NOTHING_DONE, f"Suggestions for {what} done: first-pass says so, --early shows them all the same.")
    return suggester.suggest([key for key in keys if key not in waiting], top=top, weaker=weaker)


def _left_waiting(suggester: Suggester, pattern: str | None) -> str:
    """Say which documents wait for a first pass, and which codes agree too rarely to be suggested."""
    from coding.suggest import suggestions

    project = suggester.project
    keys = list(suggester.texts.documents) if pattern is None else documents_named(project, pattern)
    waiting, held = len(suggestions.withheld(project, keys)), suggester.held_back
    said = f" {counted(waiting, 'document')} wait for your first pass: see first-pass, or --early." if waiting else ""
    if held:
        names = ", ".join(suggester.codes[standing.code].label for standing in held)
        share = round(100 * suggestions.least_right(project))
        said += f" {counted(len(held), 'code')} held back, agreeing with you less than {share} times in 100: {names}."
    return said


def usual_framework(project: Project) -> str | None:
    """Return None for the first cycle; while that has no codes, the first framework."""
    from coding import codebook

    codes = codebook.listed(project)
    return None if not codes else codes[0].framework


def _records(project: Project, found: list[PassageSuggestions], top: int) -> list[dict[str, Any]]:
    from coding import codebook
    from corpus import documents

    names = codebook.ways(project)
    titles = {info.key: info.name for info in documents.listed(project)}
    return [
        {
            "document": titles[one.document],
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "suggestions": [_record(each, names, titles, weaker=each in one.weaker) for each in one.every[:top]],
        }
        for one in found
    ]


def _record(one: Suggestion, names: dict[int, str], titles: dict[int, str], *, weaker: bool) -> dict[str, Any]:
    return {
        "code": names[one.code],
        "score": one.score,
        "basis": one.basis,
        "chance": one.chance,
        "weaker": weaker,
        "documents": one.documents,
        "start": one.start,
        "end": one.end,
        "base": one.base,
        "rest": one.rest,
        "evidence": [
            {
                "word": reason.word,
                "weight": reason.weight,
                "start": reason.start,
                "end": reason.end,
                "times": reason.times,
                "of": reason.of,
                "how": "asked" if reason.end <= one.turn[0] else reason.how,
            }
            for reason in one.evidence
        ],
        "examples": [
            {
                "document": titles[near.document],
                "start": near.start,
                "end": near.end,
                "text": near.text,
                "code": names.get(near.code, names[one.code]),
                "alike": near.alike,
                "shared": list(near.shared),
            }
            for near in one.examples
        ],
        "sentence": _written(one.sentence),
        "excluded": _written(one.excluded),
        "instead": one.instead and {"code": names[one.instead.code], "times": one.instead.times, "of": one.instead.of},
        "model": one.model,
    }


def _written(one: MatchedSentence | None) -> dict[str, Any] | None:
    return None if one is None else {"text": one.text, "part": one.part, "shared": list(one.shared)}


def save_suggestions(project: Project, path: Path, pattern: str, progress: Progress) -> int:
    """Write what is suggested for some documents as JSON and return for how many passages."""
    from coding import permits
    from coding.exports import saving
    from coding.moment.moment import Moment

    found = asked(learned(project, None, progress), pattern, 3)
    permits.let(Moment.of(project), "suggest", _going(project, found, 3))
    records = _records(project, found, 3)
    saving.save_json(records, path)
    return len(records)


@program.command()
@project_file
@span
@coder
def accept(file: Path, document: str, start: int, end: int, code: str, coder: str | None) -> None:
    """Accept a suggestion: the code is put on these words, and the decision kept.

    Example: verbatim accept study.verbatim "05 Cheffe de projet" 1204 1377 Irritants
    """
    from coding.suggest import suggestions

    with writing(file, coder) as project, progress_bar("Learning from the codings") as progress:
        anchor = place(project, document, start, end)
        suggestions.exposed(project, [anchor.document])
        suggestions.accept_at(project, code_named(project, code), anchor, progress=progress)


@program.command()
@project_file
@span
@coder
def reject(file: Path, document: str, start: int, end: int, code: str, coder: str | None) -> None:
    """Reject a suggestion: the decision is kept, and it stays away while the words and the definition are the same.

    Example: verbatim reject study.verbatim "05 Cheffe de projet" 1204 1377 Irritants
    """
    from coding.suggest import suggestions

    with writing(file, coder) as project, progress_bar("Learning from the codings") as progress:
        anchor = place(project, document, start, end)
        suggestions.exposed(project, [anchor.document])
        suggestions.reject_at(project, code_named(project, code), anchor, progress=progress)


@program.command("suggest-why")
@project_file
@click.argument("document", required=False, metavar="[DOCUMENT")
@click.argument("start", type=int, required=False, metavar="START")
@click.argument("end", type=int, required=False, metavar="END")
@click.argument("code", required=False, metavar="CODE]")
@as_json
@coder
def suggest_why(
    file: Path,
    document: str | None,
    start: int | None,
    end: int | None,
    code: str | None,
    as_json: bool,
    coder: str | None,
) -> None:
    """Say where a coding came from: what was suggested, why, by which model, and who decided so, when.

    Without a coding, all codings that came from a suggestion are listed.

    Example: verbatim suggest-why study.verbatim "05 Cheffe de projet" 1204 1377 Irritants
    """
    from coding import codings
    from coding.suggest import provenance

    with reading(file, coder) as project:
        if document is None:
            by_key = {one.key: one for one in codings.listed(project)}
            pairs = [(by_key[one.coding], one) for one in provenance.listed(project)]
        elif start is not None and end is not None and code is not None:
            anchor = place(project, document, start, end)
            known = codings.find(project, code_named(project, code), anchor, coder)
            found = provenance.of_coding(project, known.key)
            if found is None:
                raise Stop(NOTHING_DONE, "This coding did not come from a suggestion that is in this project.")
            pairs = [(known, found)]
        else:
            raise click.UsageError("A coding is named by DOCUMENT START END CODE")
        records = _origins(project, pairs)
    if as_json:
        tell_json(records if document is None else records[0])
        return
    for record in records:
        _tell_origin(record)
    if document is None:
        say(f"{counted(len(records), 'coding')} from suggestions.")


def _origins(project: Project, pairs: list[tuple[CodingInfo, Provenance]]) -> list[dict[str, Any]]:
    from coding import codebook
    from corpus import documents

    names = codebook.ways(project)
    titles = {info.key: info.name for info in documents.listed(project)}
    return [
        {
            "document": titles[known.document],
            "start": known.start,
            "end": known.end,
            "code": names[known.code],
            "suggested": {
                "code": names[one.code],
                "start": one.start,
                "end": one.end,
                "score": one.score,
                "basis": one.basis,
                "chance": one.chance,
                "evidence": [
                    {"word": reason.word, "weight": reason.weight, "start": reason.start, "end": reason.end}
                    for reason in one.reasons
                ],
                "model": one.model,
            },
            "decision": one.decision,
            "chosen": None if one.chosen is None else names[one.chosen],
            "coder": one.coder,
            "decided_at": one.decided_at,
        }
        for known, one in pairs
    ]


def _tell_origin(record: dict[str, Any]) -> None:
    given = record["suggested"]
    tell(click.style(f"{record['document']} {record['start']}–{record['end']} {record['code']}", bold=True))
    score = "" if given["score"] is None else f"{given['score']:.2f}  "
    unmeasured = " (by its definition alone)" if given["basis"] == "definition" else ""
    why = ", ".join(f"{reason['word']} {reason['weight']:+.3f}" for reason in given["evidence"][:8])
    chance = (
        "" if given["chance"] is None else f" (agrees with your coding {round(100 * given['chance'])} times in 100)"
    )
    tell(f"  suggested: {score}{given['code']} at {given['start']}–{given['end']}{chance or unmeasured}: {why}")
    tell(f"  {record['decision']} by {record['coder']}, {record['decided_at']}, model {given['model']}")
