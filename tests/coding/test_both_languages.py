"""Attributes and choices are called as the study's language has them in all that is counted, listed and printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codebook, codings, excerpts, reports
from coding.exports import hits, matrices
from coding.moment import dimensions, facets
from coding.moment.moment import Moment
from coding.reports import ReportChoices
from coding.search import listings
from coding.search.searches import Search
from coding.tables import matrices as counted
from coding.tables import verbatims
from corpus.people import attributes, participants
from corpus.people.values import PossibleValue
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

SECTOR = (
    PossibleValue("food", {"fr": "Alimentaire", "en": "Groceries"}),
    PossibleValue("diy", {"fr": "Bricolage", "en": "DIY"}),
)
JOB = (
    PossibleValue("head", {"fr": "Directrice", "en": "Head"}),
    PossibleValue("clerk", {"fr": "Vendeur", "en": "Clerk"}),
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path)
    with made.project as project:
        attributes.add(project, "sector", "choice", among=SECTOR, labels={"fr": "Secteur", "en": "Sector"})
        attributes.add(project, "function", "ordered", among=JOB, labels={"fr": "Fonction", "en": "Job"})
        for name, document, sector, job, secret in (
            ("Anne", "Achats", "food", "head", False),
            ("Luc", "Bureau", "diy", "clerk", True),
        ):
            values = {"sector": sector, "function": job}
            key = participants.add(project, name, confidential=secret, attributes=values)
            participants.tie(project, key, made.documents[document])
        code = codebook.add(project, "Parcours")
        place = made.words("Achats", "parcours client")
        codings.apply(project, code, place)
        excerpts.add(project, code, place)
        yield made


def test_a_matrix_says_choices_in_the_study_s_language(study: Study) -> None:
    moment = Moment.of(study.project)
    sheet = matrices.sheet(counted.build(moment, "attribute:sector", "codes", "passages"))
    assert [row[0] for row in sheet.rows] == ["Alimentaire", "Bricolage", "(none)"]
    english = matrices.sheet(counted.build(moment.viewed(printed="en"), "attribute:sector", "codes", "passages"))
    assert [row[0] for row in english.rows] == ["DIY", "Groceries", "(none)"]


def test_facets_say_choices_so_and_keep_to_the_value(study: Study) -> None:
    found = facets.said(Moment.of(study.project))["attribute:sector"]
    assert [(one.key, one.name) for one in found.labels] == [
        ("food", "Alimentaire"),
        ("diy", "Bricolage"),
        (None, "(none)"),
    ]


def test_a_condition_may_be_said_by_value_or_by_label(study: Study) -> None:
    moment = Moment.of(study.project)
    places = {said: dimensions.by_name(moment, "Secteur", said)[1] for said in ("food", "Alimentaire", "groceries")}
    assert len(set(map(tuple, places.values()))) == 1
    assert all(places.values())


@pytest.mark.parametrize(
    ("language", "columns", "values"),
    [
        (None, ("Fonction", "Secteur"), ("Directrice", "Alimentaire")),
        ("en", ("Job", "Sector"), ("Head", "Groceries")),
    ],
)
def test_the_table_of_interviews_is_in_the_language_of_print(
    study: Study, language: str | None, columns: tuple[str, str], values: tuple[str, str]
) -> None:
    made = reports.report(Moment.of(study.project), "interviews", ReportChoices(mask=False, language=language))
    [section] = made.sections
    at = [section.columns.index(name) for name in columns]
    assert tuple(section.rows[0][n] for n in at) == values


def test_quotations_are_attributed_in_the_study_s_language(study: Study) -> None:
    [row] = verbatims.table(Moment.of(study.project), [codebook.find(study.project, "Parcours").key])
    assert row.attribution == "Directrice"


def test_what_is_found_has_the_labels_in_its_columns(study: Study, tmp_path: Path) -> None:
    index = SearchIndex.of(study.project, tmp_path / "index")
    sheet = hits.sheet(listings.listing(Search("parcours"), Moment.of(study.project), index))
    said = dict(zip(sheet.columns, sheet.rows[0], strict=True))
    assert (said["Secteur"], said["function"]) == ("Alimentaire", "Directrice")


def test_a_function_that_a_confidential_participant_alone_has_is_hidden_by_its_label_too(study: Study) -> None:
    moment = Moment.of(study.project).viewed(masking=True)
    names = [one.name for one in dimensions.attribute(moment, "function").labels]
    assert names == ["Directrice", "[participant 2]", "(none)"]
