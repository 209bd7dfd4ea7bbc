"""What the Review page has done beside the window: measuring, learning, suggesting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coding.moment.code_list import Book
from coding.moment.moment import Moment
from coding.suggest.evaluate import Quality, evaluate
from coding.suggest.measures import CodeMeasures
from coding.suggest.records import PassageSuggestions
from coding.suggest.suggester import Suggester
from corpus.model import Choice
from corpus.store.project import Changes

if TYPE_CHECKING:
    from coding.suggest.examples import Labels
    from coding.suggest.texts import TurnTexts
    from corpus.documents import DocumentInfo
    from corpus.progress import Progress


@dataclass(frozen=True, slots=True)
class Learned:
    """A suggester, what it suggests, and how good it is; `quality` None where nothing could be measured.

    `since` counts the decisions and codings taught after the measuring; `complete` says that what sentences mean could
    be learned from; `held` are codes that agree too rarely to be suggested.
    """

    framework: str | None
    suggester: Suggester
    quality: Quality | None
    standings: tuple[CodeMeasures, ...]
    found: tuple[PassageSuggestions, ...]
    documents: Mapping[int, DocumentInfo]
    book: Book
    since: int = 0
    complete: bool = True
    held: tuple[int, ...] = ()


def learn(moment: Moment, framework: str | None, texts: TurnTexts | None, progress: Progress) -> Learned:
    """Learn from all codings, measure on documents left out, and suggest; `texts` read before spare the reading."""
    from coding.suggest import meaning

    project, infos, book = moment.project, moment.infos, Book(moment)
    suggester = Suggester.train(project, framework=framework, texts=texts, progress=progress)
    quality = None
    if suggester.trained is not None:
        quality = evaluate(project, framework=framework, texts=suggester.texts, progress=progress)
        quality = quality if quality.documents > 1 else None
    suggester.keep()
    return Learned(
        framework,
        suggester,
        quality,
        tuple(suggester.standings),
        tuple(suggester.suggest(weaker=True)),
        infos,
        book,
        complete=meaning.complete(),
        held=_held(suggester),
    )


def refreshed(learned: Learned, changes: Sequence[Changes]) -> Learned:
    """Teach what was done and suggest anew for the documents it was done in; quality stands until measured again."""
    before, labels = learned.suggester, learned.suggester.labels
    suggester = before.update(_merged(changes))
    texts, chosen = suggester.texts, [change for change in changes if change.touches(Choice)]
    known = suggester is before and not chosen
    wanted = _moved(texts, labels, before.labels) if known else set(texts.documents)
    found = learned.found
    if wanted:
        kept = [passage for passage in found if passage.document not in wanted]
        found = (*kept, *suggester.suggest(wanted, weaker=True))
    return replace(
        learned,
        suggester=suggester,
        standings=tuple(suggester.standings),
        found=found,
        since=learned.since + len(changes) - len(chosen),
        held=_held(suggester),
    )


def _held(suggester: Suggester) -> tuple[int, ...]:
    return tuple(standing.code for standing in suggester.held_back)


def _merged(changes: Sequence[Changes]) -> Changes:
    keys: dict[str, frozenset[int]] = {}
    for change in changes:
        for table, rows in change.keys.items():
            keys[table] = keys.get(table, frozenset()) | rows
    last = changes[-1]
    return Changes(last.id, last.label, last.kind, keys)


def _moved(texts: TurnTexts, before: Labels, after: Labels) -> set[int]:
    """Return the documents that carry other codes, or other refusals, than before."""
    pairs = ((before.touched, after.touched), (before.rejected, after.rejected))
    places = {place for one, other in pairs for place in _differing(one, other)}
    return {texts.turns[place].document for place in places}


def _differing(one: Mapping[int, set[int]], other: Mapping[int, set[int]]) -> Iterable[int]:
    return (place for place in one.keys() | other.keys() if one.get(place) != other.get(place))
