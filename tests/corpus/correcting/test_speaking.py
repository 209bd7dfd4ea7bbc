"""Who speaks otherwise than a corrected text says: speakers stay, and that is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus import documents, importing
from corpus.correcting import corrections, rereading, speaking
from corpus.correcting.speaking import Spoken
from corpus.store.project import Project

TEXT = """INT: Comment ça va ?
MARIE: Le client revient, et ses voisins avec lui.
PAUL: Je ne crois pas.
INT: Merci à vous deux, et bonne suite.
MARIE: Merci.
PAUL: Au revoir à vous.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("speaking")
    (folder / "one.txt").write_text(TEXT, "utf-8")
    with Project.create(folder / "study.verbatim") as made:
        importing.import_files(made, [folder / "one.txt"])
        yield made


def told(project: Project, wrong: str, right: str) -> list[Spoken]:
    """Return what is told where one is written for the other, and see that the speakers are as it says."""
    start = TEXT.index(wrong)
    wanted = rereading.rewritten(documents.text(project, 1), start, start + len(wrong), right)
    before = documents.passages(project, 1)
    found = speaking.told(project, 1, wanted)
    corrections.apply(project, 1, wanted)
    there = {one.key: one.speaker for one in documents.passages(project, 1)}
    assert there == {one.key: one.speaker for one in before if one.key in there}, "nobody else speaks than before"
    project.undo()
    return found


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("client", "patron"),
        ("INT: Merci", "INT: Mille mercis"),
        ("lui.\nPAUL", "eux.\nPAUL"),
        ("\nMARIE: Merci.", ""),
        ("revient, et", "revient.\nEt"),
        ("PAUL: Je", "PAUL :  Je"),
        ("suite.\n", "suite à tous !\n"),
    ],
)
def test_most_corrections_leave_nothing_to_tell(project: Project, wrong: str, right: str) -> None:
    assert told(project, wrong, right) == []


@pytest.mark.parametrize("right", ["MARI: Merci", "PAUL: Merci", "Merci"])
def test_a_mark_that_is_another_leaves_the_speaker(project: Project, right: str) -> None:
    found = told(project, "MARIE: Merci", right)
    assert found == [Spoken("mark", 5, "MARIE")]


def test_words_that_go_on_as_anothers_are_told(project: Project) -> None:
    assert told(project, "voisins avec lui.\nPAUL: Je ne", "x") == [Spoken("joined", 3, "PAUL", "MARIE")]
    assert told(project, "lui.\nPAUL: Je ne", "lui") == [Spoken("joined", 3, "PAUL", "MARIE")]
    assert told(project, "lui.\nPAUL: Je", "lui. Je") == [Spoken("mark", 3, "PAUL")], "these stay apart"


def test_a_turn_written_into_another_is_no_turn(project: Project) -> None:
    found = told(project, "revient, et", "revient.\nINT : Seul ?\n[PAUL] Non.\nMARIE: Et")
    assert found == [Spoken("line", 2, "MARIE", who) for who in ("INT", "PAUL", "MARIE")]


def test_nothing_is_told_of_nothing(project: Project) -> None:
    assert speaking.told(project, 1, []) == []
