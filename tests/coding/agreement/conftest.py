"""A study that two people coded, and a third in part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coding import codebook, codings
from coding.agreement.stretches import AgreementScope
from coding.moment.moment import Moment
from corpus import anchors, documents
from tests.coding.support import Study, make_study

PAIR = AgreementScope(("Ada", "Bob"))


def talk(turns: int) -> str:
    """Return an interview of so many turns of ten letters each."""
    return "\n\n".join(f"ANNE : abcdefghi{n % 10}" for n in range(turns))


@dataclass
class Team:
    """The study; `codes` by name, and `turns` the spans of the turns of each document by name."""

    study: Study
    codes: dict[str, int]
    turns: dict[str, list[tuple[int, int]]]

    def code(self, who: str, name: str, document: str, *turns: int, origin: str = "manual") -> None:
        """Let a person put a code on turns of a document."""
        for turn in turns:
            self.put(who, name, document, *self.turns[document][turn], origin=origin)

    def put(self, who: str, name: str, document: str, start: int, end: int, origin: str = "manual") -> None:
        """Let a person put a code on characters of a document."""
        place = anchors.words(self.study.documents[document], start, end)
        with self.study.coder(who):
            codings.apply(self.study.project, self.codes[name], place, origin=origin)

    @property
    def moment(self) -> Moment:
        """The study as it is now."""
        return Moment.of(self.study.project)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """Give ten turns that Ada and Bob coded, five that Ada alone did, and a code nobody used."""
    study = make_study(tmp_path, texts={"Achats": talk(10), "Bureau": talk(5)})
    codes = {name: codebook.add(study.project, name) for name in ("attente", "conflit", "vide")}
    turns = {
        name: [(one.start, one.end) for one in documents.passages(study.project, key)]
        for name, key in study.documents.items()
    }
    made = Team(study, codes, turns)
    made.code("Ada", "attente", "Achats", 0, 1, 2, 3)
    made.code("Bob", "attente", "Achats", 1, 2, 3, 4)
    made.code("Ada", "conflit", "Achats", 5)
    made.code("Bob", "conflit", "Achats", 5)
    made.code("Ada", "attente", "Bureau", 0)
    yield made
    study.project.close()
