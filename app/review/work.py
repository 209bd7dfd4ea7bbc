"""What the Review page has done beside the window: measuring, learning, suggesting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coding.suggest.evaluate import Quality, evaluate
from coding.suggest.records import PassageSuggestions
from coding.suggest.suggester import Suggester
from corpus.progress import Progress
from corpus.project import Changes, Project


@dataclass(frozen=True, slots=True)
class Learned:
    """A suggester, what it suggests, and how good it is; `quality` None where nothing could be measured."""

    framework: str | None
    suggester: Suggester
    quality: Quality | None
    found: tuple[PassageSuggestions, ...]

    @property
    def known(self) -> bool:
        """Whether any code has been learned."""
        return self.suggester.trained is not None


def learn(project: Project, framework: str | None, progress: Progress) -> Learned:
    """Learn from all codings, measure on documents left out, and suggest for every passage."""
    suggester = Suggester.train(project, framework=framework, progress=progress)
    quality = None
    if suggester.trained is not None:
        quality = evaluate(project, framework=framework, texts=suggester.texts, progress=progress)
    return Learned(framework, suggester, quality, tuple(suggester.suggest()))


def refreshed(learned: Learned, changes: Sequence[Changes], documents: Iterable[int]) -> Learned:
    """Teach the decisions of `changes` and suggest anew for `documents`; the quality stands until measured again."""
    wanted = set(documents)
    keys: dict[str, frozenset[int]] = {}
    for change in changes:
        for table, rows in change.keys.items():
            keys[table] = keys.get(table, frozenset()) | rows
    last = changes[-1]
    suggester = learned.suggester.update(Changes(last.id, last.label, last.kind, keys))
    found = [passage for passage in learned.found if passage.document not in wanted]
    return replace(learned, suggester=suggester, found=(*found, *suggester.suggest(wanted)))
