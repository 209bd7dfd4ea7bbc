"""Projects with hardly anything in them, or with strange things: sensible answers and no crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from coding import codebook, codings
from coding.suggest import meaning, suggestions
from coding.suggest.evaluate import evaluate
from coding.suggest.suggester import Suggester
from coding.suggest.turns import LONGEST_WORDS
from corpus import anchors, documents
from corpus.errors import Cancelled
from corpus.model import Document
from corpus.store.project import Project
from tests.coding.support import Study, make_study

Coded = Callable[..., Project]


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Coded]:
    """Give what makes a project of one document with a code, or none, on each passage."""
    made: list[Project] = []

    def make(blocks: list[str], codes: list[str | None], language: str = "fr") -> Project:
        said = {"Un": "\n\n".join(f"ANNE : {block}" for block in blocks)}
        project = make_study(tmp_path, language=language, texts=said).project
        made.append(project)
        keys = {name: codebook.add(project, name) for name in dict.fromkeys(codes) if name}
        for passage, name in zip(documents.passages(project), codes, strict=False):
            if name:
                codings.apply(project, keys[name], anchors.words(passage.document, passage.start, passage.end))
        return project

    yield make
    for project in made:
        project.close()


def test_without_codes_nothing_is_suggested(study: Study) -> None:
    assert suggestions.suggest(study.project) == []
    assert Suggester.train(study.project).standings == []


def test_without_documents_nothing_is_suggested(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.verbatim") as project:
        codebook.add(project, "Irritants", definition="Ce qui coince.", cues=["ça coince"])
        assert suggestions.suggest(project) == []
        assert suggestions.suggest(project, documents=[99]) == []


def test_one_example_is_not_enough(study: Study) -> None:
    code = codebook.add(study.project, "Irritants")
    codings.apply(study.project, code, study.words("Achats", "Ça coince en rayon."))
    suggester = Suggester.train(study.project)
    assert [(one.examples, one.enough) for one in suggester.standings] == [(1, False)]
    assert suggester.suggest() == []
    assert evaluate(study.project).passages == 1


def test_a_cue_alone_is_a_match_by_definition(study: Study) -> None:
    codebook.add(study.project, "Irritants", definition="Ce qui gêne.", cues=["ça coince"])
    found = Suggester.train(study.project).suggest()
    assert [(one.text, one.suggestions) for one in found] == [("Ça coince en rayon.", ())]
    assert found[0].by_definition[0].basis == "definition"


@pytest.mark.parametrize("codes", [["Rouge"] * 24, ["Rouge", None] * 12, ["Rouge", "Vert"] * 12])
def test_few_codes_and_all_alike(coded: Coded, codes: list[str | None]) -> None:
    blocks = [f"On parle de la chose {number} et du rouge {number % 3}." for number in range(30)]
    project = coded(blocks, codes)
    for found in Suggester.train(project).suggest():
        assert found.suggestions
    assert evaluate(project).documents == 1


def test_the_same_words_with_every_code(coded: Coded) -> None:
    project = coded(["Toujours la même phrase."] * 45, ["Rouge", "Vert", None] * 14)
    suggestions.suggest(project)
    assert evaluate(project).passages == 28


def test_signs_emoji_and_empty_words(coded: Coded) -> None:
    blocks = ["👩‍🔧 👍🏽", "…", "?!", "— « »", "e\u0301te\u0301 x", "\u200b", "1 2 3", "a"] * 4
    project = coded(blocks, ["Rouge", "Vert"] * 16)
    text = documents.text(project, documents.listed(project)[0].key)
    for found in Suggester.train(project).suggest(top=None):
        assert text[found.start : found.end] == found.text


def test_a_turn_of_twenty_thousand_words(coded: Coded) -> None:
    def words(first: int, count: int, *, red: bool) -> str:
        return " ".join(
            f"mot{n * 7 % 300}" + (" rouge" if red and n % 3 == 0 else "") for n in range(first, first + count)
        )

    short = [words(31 * number, 50, red=bool(number % 2)) for number in range(28)]
    long = " ".join(words(100 * part, 100, red=part % 20 < 4) for part in range(200))
    project = coded([*short, long], [None, "Rouge"] * 14)
    suggester = Suggester.train(project)
    turn = documents.passages(project)[-1]
    parts = [(one.start, one.end) for one in suggester.texts.turns if one.passage == turn.key]
    assert len(parts) > 80
    found = [one for one in suggester.suggest() if one.passage == turn.key]
    assert found
    assert all("rouge" in one.text for one in found)
    assert {(one.start, one.end) for one in found} <= set(parts)


def test_a_language_without_tables_and_two_languages_at_once(coded: Coded) -> None:
    blocks = [
        f"Der Kunde {number} wartet lange." if number % 2 else f"The shelf {number} is empty." for number in range(40)
    ]
    project = coded(blocks, ["Regal", "Warten"] * 13, language="de")
    with project.change("Languages") as session:
        from corpus.model import Document

        for row in session.query(Document):
            row.language = "de"
    found = Suggester.train(project).suggest()
    codes = {code.key: code.name for code in codebook.listed(project)}
    assert {codes[one.suggestions[0].code] for one in found if one.suggestions} == {"Warten", "Regal"}
    assert all(("wartet" in one.text) == (codes[one.suggestions[0].code] == "Warten") for one in found)


def test_a_language_that_the_sentence_model_never_saw_is_learned_by_its_words(coded: Coded) -> None:
    blocks = [f"Mteja {n} anasubiri sana." if n % 2 else f"Rafu {n} ni tupu kabisa." for n in range(28)]
    project = coded(blocks, ["Rafu", "Kusubiri"] * 12, language="fr")
    with project.change("Languages") as session:
        for row in session.query(Document):
            row.language = "sw"
    codes = {code.key: code.name for code in codebook.listed(project)}
    found = Suggester.train(project).suggest()
    assert len(found) == 4
    assert all((codes[one.suggestions[0].code] == "Kusubiri") == one.text.startswith("Mteja") for one in found)


def test_learning_can_be_stopped(study: Study) -> None:
    def stop(done: int, total: int, doing: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        suggestions.suggest(study.project, progress=stop)


def test_a_hundred_thousand_words_without_a_full_stop(coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "source", lambda *_: None)  # takes six seconds more, and is tested by itself
    long = " ".join(f"mot{n * 7 % 3000}" if n % 50 else "rouge" for n in range(100_000))
    project = coded(
        [*(f"chose {n} {'rouge' if n % 2 else 'verte'} donc voilà" for n in range(24)), long], ["Vert", "Rouge"] * 12
    )
    suggester = Suggester.train(project)
    last = documents.passages(project)[-1]
    parts = [turn for turn in suggester.texts.turns if turn.passage == last.key]
    text = documents.text(project, last.document)
    assert " ".join(text[turn.start : turn.end] for turn in parts) == long
    assert max(len(text[turn.start : turn.end].split()) for turn in parts) <= 2 * LONGEST_WORDS
    assert all(one.text == text[one.start : one.end] for one in suggester.suggest(top=1))


@pytest.mark.parametrize("language", ["fi", "xx"])
def test_a_language_that_no_model_ever_saw_is_suggested_by_its_words(coded: Coded, language: str) -> None:
    blocks = [f"Asiakas {n} odottaa kassalla." if n % 2 else f"Hylly {n} on tyhjä." for n in range(40)]
    project = coded(blocks, ["Hylly", "Odotus"] * 14, language=language)
    with project.change("Language") as session:
        session.execute(update(Document).values(language=language))
    suggester = Suggester.train(project)
    assert suggester.texts.features.dimensions == 0
    codes = {code.key: code.name for code in codebook.listed(project)}
    found = [one for one in suggester.suggest() if one.suggestions]
    assert {codes[one.suggestions[0].code] for one in found} == {"Hylly", "Odotus"}
    assert all(("odottaa" in one.text) == (codes[one.suggestions[0].code] == "Odotus") for one in found)


@pytest.mark.parametrize("nothing", ["", "…", "\u200b"])
def test_definitions_that_say_nothing_match_nothing_and_teach_no_harm(coded: Coded, nothing: str) -> None:
    project = coded(
        [f"Le rayon {n} est vide." if n % 2 else f"La file {n} est longue." for n in range(40)], ["File", "Rayon"] * 13
    )
    bare = [(one.start, one.suggestions[0].code) for one in suggestions.suggest(project) if one.suggestions]
    for code in codebook.listed(project):
        codebook.edit(project, code.key, definition=nothing, include=nothing, typical=nothing)
    empty = codebook.add(project, "…", definition=nothing)
    found = suggestions.suggest(project)
    assert [(one.start, one.suggestions[0].code) for one in found if one.suggestions] == bare
    assert all(one.code != empty for passage in found for one in passage.by_definition)


def test_one_code_on_all_that_is_coded_is_measured_and_no_share_is_found(coded: Coded) -> None:
    project = coded([f"Le rayon {n} est vide." for n in range(20)], ["Rayon"] * 20)
    suggester = Suggester.train(project)
    assert suggester.trained is not None
    assert suggester.trained.model.meaning == 0.5
    assert evaluate(project).codes == 1
