"""A file read anew takes the place of its document: what is attached to words goes along where they agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import codebook, codings, memos
from corpus import anchors, documents, importing
from corpus.correcting import carrying, rereading
from corpus.importing import Outcome
from corpus.people import participants
from corpus.search.index import SearchIndex
from corpus.store import checking
from corpus.store.project import Project
from tests.corpus.support import dump, empty_project

TALK = "INT : Où êtes-vous allée ?\nZOÉ : À la forêt, près de l’étang. C’était beau.\nINT : Déjà ?\nZOÉ : Oui, tôt.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_bytes(TALK.encode())
    return path


def taken(project: Project, path: Path, encoding: str, *, anew: bool = True, losing: bool = False) -> Outcome:
    (outcome,) = importing.import_files(project, [path], encoding=encoding, anew=anew, losing=losing)
    return outcome


def code(project: Project, words: str, name: str) -> int:
    text = documents.text(project, 1)
    start = text.index(words)
    made = codings.apply(project, codebook.add(project, name), anchors.words(1, start, start + len(words)))
    assert isinstance(made, int)
    return made


def coded(project: Project) -> list[str]:
    text = documents.text(project, 1)
    return sorted(text[one.start : one.end] for one in codings.listed(project))


def test_another_encoding_keeps_name_people_roles_and_codings(project: Project, file: Path, tmp_path: Path) -> None:
    wrong = taken(project, file, "cp1252")
    assert wrong.key == 1
    documents.rename(project, 1, "Promenade")
    (interviewer, respondent) = documents.speakers(project, 1)
    documents.set_role(project, interviewer.key, "interviewer")
    documents.set_role(project, respondent.key, "respondent")
    zoe = participants.add(project, "Zoé Lenoir")
    participants.tie_speaker(project, respondent.key, zoe)
    code(project, "forÃªt, prÃ¨s de lâ€™Ã©tang", "lieu")
    code(project, "Oui", "accord")
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    before = dump(project.path)

    outcome = taken(project, file, "utf-8")
    assert (outcome.status, outcome.document, outcome.lost) == ("replaced", "Promenade", ())
    assert documents.text(project, 1) == TALK
    assert coded(project) == ["Oui", "forêt, près de l’étang"]
    assert [(one.label, one.role, one.participant) for one in documents.speakers(project, 1)] == [
        ("INT", "interviewer", None),
        ("ZOÉ", "respondent", "Zoé Lenoir"),
    ]
    info = documents.get(project, 1)
    assert (info.encoding, info.participants, info.passages) == ("utf-8", ("Zoé Lenoir",), 4)
    assert checking.check(project) == []
    assert index.catch_up(project)

    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert documents.text(project, 1) == TALK
    assert coded(project) == ["Oui", "forêt, près de l’étang"]


def test_what_has_no_words_any_more_is_told_first_and_goes_only_if_agreed_to(project: Project, file: Path) -> None:
    file.write_bytes("LÉA : un mot.\r\nLÉA : puis ça.\r\n".encode("utf-16-le")[:-2])
    taken(project, file, "utf-16-le")
    gone = code(project, "puis ça", "ordre")
    memos.add(project, "à revoir", targets=[memos.Target("coding", gone)])
    before = dump(project.path)
    refused = taken(project, file, "utf-16-be")
    assert (refused.status, [(one.kind, one.code, one.words) for one in refused.lost]) == (
        "refused",
        [("coding", "ordre", "puis ça")],
    )
    assert refused.reason == (
        "talk.txt was not read anew. Codings, excerpts and questions of talk on words it has not: 1."
    )
    assert dump(project.path) == before
    done = taken(project, file, "utf-16-be", losing=True)
    assert (done.status, len(done.lost), coded(project)) == ("replaced", 1, [])
    (memo,) = memos.listed(project)
    assert [(target.kind, target.key) for target in memo.targets] == [("document", 1)]
    assert checking.check(project) == []
    project.undo()
    assert dump(project.path) == before


def test_the_same_reading_is_a_duplicate_even_if_asked_for_anew(project: Project, file: Path) -> None:
    taken(project, file, "utf-8")
    before = dump(project.path)
    assert taken(project, file, "utf-8").status == "duplicate"
    assert taken(project, file, "cp1252", anew=False).status == "refused"
    assert dump(project.path) == before


def test_a_mark_taken_out_of_a_word_leaves_what_is_around_it() -> None:
    old, new = "# Titre\n\nUn **mot** fort.\n", "Titre\n\nUn mot fort.\n"
    spans = [(old.index("Un"), old.index("fort") + 4), (old.index("mot"), old.index("mot") + 3)]
    places = anchors.carried(spans, rereading.edits(old, new)).tolist()
    assert [new[start:end] for start, end in places] == ["Un mot fort", "mot"]


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_edits_make_the_new_text_of_the_old_one(old: str, new: str) -> None:
    made, at, taken_to = "", 0, 0
    edits = rereading.edits(old, new)
    shift = 0
    for start, end, length in edits:
        made += old[at:start]
        taken_to = start + shift
        made += new[taken_to : taken_to + length]
        shift += length - (end - start)
        at = end
    assert made + old[at:] == new
    assert all(one.end < other.start for one, other in pairwise(edits))


@given(st.text("ab c\n", max_size=30), st.text("ab c\n", max_size=30))
def test_corrections_make_the_one_text_of_the_other(old: str, new: str) -> None:
    found = rereading.corrections(old, new)
    assert carrying.corrected(old, found) == new
    assert all(one.end < after.start for one, after in pairwise(found))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("parcours client", "parcours clients", [(9, 15, "clients")]),
        ("un deux", "un et deux", [(3, 3, "et ")]),
        ("il voie bien", "il voit bien", [(3, 7, "voit")]),
        ("même texte", "même texte", []),
    ],
)
def test_a_word_that_differs_is_corrected_as_a_whole(old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    assert [tuple(one) for one in rereading.corrections(old, new)] == expected
