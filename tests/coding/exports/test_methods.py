"""The methods packet: what the project says of two checklists, and what it leaves to be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import codebook, codings, reports
from coding.agreement import approach, draws
from coding.exports.checklists import items
from coding.exports.opening import Acts, behind
from coding.exports.reports import Section
from coding.moment.moment import Moment
from coding.reports import ReportChoices
from corpus.people import participants
from tests.coding.support import Study


@pytest.fixture
def coded(study: Study) -> Study:
    """Give a study with two people, one code that was changed, and two codings, one of a suggestion."""
    project = study.project
    participants.add(project, "Anne", confidential=True, documents=[study.documents["Achats"]])
    participants.add(project, "Luc", documents=[study.documents["Bureau"]])
    code = codebook.add(project, "Terrain")
    codebook.edit(project, code, definition="Ce qui se passe en magasin")
    codings.apply(project, code, study.words("Achats", "Ça coince en rayon."))
    codings.apply(project, code, study.words("Bureau", "Personne ne le lit, hélas."), origin="suggestion")
    return study


def sections(study: Study, language: str = "en") -> dict[str, Section]:
    made = reports.report(Moment.of(study.project), "methods", ReportChoices(language=language))
    return {one.caption or one.heading: one for one in made.sections}


@pytest.mark.parametrize(("name", "number"), [("coreq", 32), ("srqr", 21)])
def test_checklists_have_all_their_items_in_both_languages(name: str, number: int) -> None:
    found = items(name)  # type: ignore[arg-type]  # one of the two
    assert [one.number for one in found] == list(range(1, number + 1))
    assert all(text[language].strip() for one in found for text in (one.title, one.question) for language in text)
    assert sum(one.title["fr"] == one.title["en"] for one in found) < 2, "some words are of both languages"


def test_items_are_answered_where_the_project_can_and_asked_where_it_cannot(coded: Study) -> None:
    rows = {row[0]: row[2:] for row in sections(coded)["COREQ, 32 items"].rows}
    assert rows[12] == ("2 participants, 3 documents, 44 words (37 without the interviewer’s).", "")
    assert rows[24] == ("Coders: 1.", "")
    collected = {row[0]: row[2] for row in sections(coded)["SRQR, 21 items"].rows}[10]
    assert str(collected).count(" 20") == 2, "days as print has them, not as they are stored"
    assert "-" not in str(collected)
    assert rows[2] == ("", "Which degrees and titles do the researchers hold?")
    assert rows[10] == ("", "How were participants chosen?"), "nobody is in the recruitment log"
    assert "Verbatim" in str(rows[27][0])
    whole = [number for number, (said, asked) in rows.items() if said and not asked]
    assert set(whole) <= {12, 16, 21, 22, 24, 25, 27, 29}
    french = {row[0]: row[1:] for row in sections(coded, "fr")["COREQ, 32 items"].rows}
    assert french[12][1].startswith("2 participant·e·s")
    assert french[2][2].endswith("\u202f?")


def test_numbers_seeds_and_history_are_the_projects_own(coded: Study) -> None:
    project = coded.project
    draws.draw(Moment.of(project), "passages", 2, 1234)
    found = sections(coded)
    numbers = dict(found["Corpus, coding and decisions"].rows)
    assert (numbers["Codings"], numbers["Codings from a suggestion"], numbers["Coders"]) == (2, 1, 1)
    assert ("passages", 2, 7, 1234) in found["Draws and seeds"].rows
    (book,) = found["Codebook and its history"].rows
    assert (book[0], book[1]) == ("Terrain", "Ce qui se passe en magasin")
    assert "definition" in str(book[3])
    assert {"numpy", "Python"} <= {row[0] for row in found["Software and models"].rows}
    assert "No agreement" in found["Saturation and agreement"].paragraphs[1]
    approach.declare(project, reflexive=True)
    assert "reflexive" in sections(coded)["Saturation and agreement"].paragraphs[1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_packet_is_written_as_word_and_markdown(coded: Study, tmp_path: Path, language: str) -> None:
    for suffix in (".docx", ".md"):
        path = tmp_path / f"methods{suffix}"
        assert reports.save(Moment.of(coded.project), "methods", path, ReportChoices(language=language)) > 60
        assert path.stat().st_size > 2_000
    assert "SRQR" in (tmp_path / "methods.md").read_text("utf-8")


def test_numbers_open_the_segments_or_the_acts_that_they_count(coded: Study) -> None:
    rows = {row[0]: row[1] for row in sections(coded)["Corpus, coding and decisions"].rows}
    segments = {name: behind(rows[name]) for name in ("Codings", "Codings from a suggestion", "Descriptive codes")}
    assert {name: len(found()) for name, found in segments.items() if callable(found)} == {
        "Codings": 2,
        "Codings from a suggestion": 1,
        "Descriptive codes": 2,
    }
    done = behind(rows["Acts in the trail"])
    assert isinstance(done, Acts)
    assert len(done.changes) == rows["Acts in the trail"]
    assert behind(rows["Links"]) is None, "none is counted"
