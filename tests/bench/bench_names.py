"""2,000 names planted in 200 interviews: how many are proposed and how many wrongly, also without capitals."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from coding import entities, names
from coding.moment.moment import Moment
from corpus.store.project import Project
from tests.bench import planted_names
from tests.bench.planted_names import INTERVIEWS, parts


def run() -> list[tuple[str, str, float, str]]:
    """Give rows of name, unit, median and note."""
    return [*_proposed(capitals=True), *_proposed(capitals=False)]


def _proposed(*, capitals: bool) -> Iterator[tuple[str, str, float, str]]:
    planted, how = planted_names.names(), "" if capitals else ", without capitals"
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "bench.verbatim", language="fr") as project,
    ):
        planted_names.interviews(project, planted, capitals=capitals)
        begun = time.process_time()
        found = names.found(Moment.of(project))
        took = time.process_time() - begun
    proposed = {word for one in found for word in parts(one.name)}
    wanted = {word for one in (*planted.people, *planted.firms) for word in parts(one)}
    # A name with a letter wrong is a right proposal: it is one to hide.
    wrong = [one for one in found if not any(word in wanted or _near(word, wanted) for word in parts(one.name))]
    with_ = "with a language model" if entities.installed("fr") else "without a language model"
    for what, each in (("persons", planted.people), ("firms", planted.firms)):
        share = 100 * sum(parts(one)[-1] in proposed for one in each) / len(each)
        yield f"planted {what} proposed{how}", "%", share, f"{len(each)} names, {with_}"
    right = max(1, len(found) - len(wrong))
    yield f"wrong proposals for a hundred right ones{how}", "", 100 * len(wrong) / right, f"{len(found)} proposals"
    yield f"looking for names (CPU){how}", "ms", 1000 * took, f"{INTERVIEWS} interviews"


def _near(word: str, wanted: set[str]) -> bool:
    """Say whether a word is a planted name with a letter left out, put in or exchanged."""
    cut = {word[:n] + word[n + 1 :] for n in range(len(word))}
    return len(word) > 4 and (bool(cut & wanted) or any(_apart(one, word) for one in wanted))


def _apart(name: str, word: str) -> bool:
    """Say whether a word is a name with one letter left out, or another in its place."""
    if len(name) == len(word):
        return sum(a != b for a, b in zip(name, word, strict=True)) == 1
    return len(name) == len(word) + 1 and any(name[:n] + name[n + 1 :] == word for n in range(len(name)))
