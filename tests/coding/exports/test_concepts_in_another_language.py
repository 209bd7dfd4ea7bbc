"""Concepts in print in another language than the study's: as their framework's file says, or said to have no name."""

from __future__ import annotations

import pytest

from coding import codebook, codings, figures, links, reports
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.reports import ReportChoices
from tests.coding.support import Study

ENGLISH, FRENCH = "C1 Customer experience analysis capability", "C1 Capacité d’analyse de l’expérience client"


@pytest.fixture
def theory(study: Study) -> Study:
    """Give a French study in which C1 and C2 have evidence, and C2 was renamed."""
    project = study.project
    frameworks.add(project, "meco-2019")
    rayon = codebook.add(project, "Rayon")
    codings.apply(project, rayon, study.words("Achats", "en rayon"))
    for key in ("C1", "C2"):
        links.link(project, rayon, codebook.find(project, key).key)
    codebook.edit(project, codebook.find(project, "C2").key, name="Stratégie de parcours")
    return study


def said(study: Study, key: str, language: str | None) -> str:
    return str(reports.report(Moment.of(study.project), key, ReportChoices(language=language)))


@pytest.mark.parametrize("key", ["evidence", "concepts", "codebook", "growth", "tree"])
def test_a_report_in_english_has_the_concepts_in_english(theory: Study, key: str) -> None:
    english = said(theory, key, "en")
    assert ENGLISH.partition(" ")[2] in english
    assert FRENCH.partition(" ")[2] not in english
    assert "Rayon" in english or key in ("concepts", "growth")
    for language in ("fr", None):
        assert FRENCH.partition(" ")[2] in said(theory, key, language)


def test_definitions_and_titles_are_in_english_and_what_was_renamed_stays_and_is_told(theory: Study) -> None:
    english = said(theory, "concepts", "en")
    assert "Seven capabilities for managing the omnichannel customer experience" in english
    assert "The organisation studies the journeys that its customers make today" in english
    assert "Stratégie de parcours" in english
    assert "No English name is known of: C2 Stratégie de parcours." in english
    assert "nom connu" not in said(theory, "concepts", "fr")


def test_the_path_of_a_concept_is_in_english(theory: Study) -> None:
    frameworks.add(theory.project, "homburg-2017")
    moment = Moment.of(theory.project)
    before, now = moment.codes, moment.viewed(printed="en", spoken=True).codes
    assert [one.path.count("/") for one in now.values()] == [one.path.count("/") for one in before.values()]
    assert now[codebook.find(theory.project, "C1").key].path == ENGLISH.partition(" ")[2]


def test_reasons_of_crosswalks_are_in_english(theory: Study) -> None:
    frameworks.add(theory.project, "homburg-2017")
    french, english = said(theory, "crosswalk", "fr"), said(theory, "crosswalk", "en")
    told = [one.reason for one in Moment.of(theory.project).read.crosswalks if one.reason in french]
    assert told
    assert not any(one in english for one in told)


def test_a_figure_in_english_has_the_concepts_in_english(theory: Study) -> None:
    made = figures.draw(
        Moment.of(theory.project), "frequencies", figures.FigureChoice(rows="framework:meco-2019"), "en"
    )
    assert ENGLISH in " ".join(made.texts) or ENGLISH in made.alt
