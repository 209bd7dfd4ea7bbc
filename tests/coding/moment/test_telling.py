"""What is told of somebody confidential is chosen for each attribute, and every masked reading heeds it."""

from __future__ import annotations

import pytest

from coding import reports
from coding.exports import iramuteq
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus.errors import SourceError
from corpus.people import attributes, participants, recoding
from tests.coding.support import Study, does_and_undoes

AGE, ROLE, FIRM, SECTOR = "âge", "fonction", "entreprise", "secteur"


@pytest.fixture
def people(study: Study) -> Study:
    """Give a study of somebody confidential and somebody who is not, alike in nothing but their sector."""
    participants.add(
        study.project,
        "Anne",
        confidential=True,
        documents=[study.documents["Achats"]],
        attributes={AGE: "34", ROLE: "Directrice", FIRM: "Sosh", SECTOR: "luxe"},
    )
    participants.add(
        study.project,
        "Luc",
        documents=[study.documents["Bureau"]],
        attributes={AGE: "51", ROLE: "Acheteur", FIRM: "Bazar", SECTOR: "luxe"},
    )
    return study


def choose(study: Study, name: str, told: str | None, coarser: str = "") -> None:
    found = {info.name: info.key for info in participants.attributes(study.project)}
    attributes.set_confidential(study.project, found[name], told, coarser)  # type: ignore[arg-type]  # by name


def row(study: Study, *, mask: bool = True) -> dict[str, object]:
    made = reports.report(Moment.of(study.project), "interviews", reports.ReportChoices(mask=mask)).sections[0]
    return dict(zip(made.columns, made.rows[0], strict=True))


def labels(study: Study, name: str) -> list[str]:
    moment = Moment.of(study.project, masking=True)
    return [label.name for label in matrices.build(moment, f"attribute:{name}", "documents").rows]


def test_without_a_choice_function_and_employer_are_hidden_and_the_rest_is_shown(people: Study) -> None:
    found = row(people)
    assert (found[ROLE], found[FIRM], found[AGE], found[SECTOR]) == ("", "", "34", "luxe")


def test_what_is_hidden_stands_in_no_table_and_nobody_can_be_told_by_it(people: Study) -> None:
    choose(people, SECTOR, "hide")
    choose(people, AGE, "hide")
    assert row(people)[SECTOR] == row(people)[AGE] == ""
    assert labels(people, AGE) == ["51", "(none)"]
    assert row(people, mask=False)[AGE] == "34"
    assert labels(people, SECTOR) == ["luxe", "(none)"]


def test_a_coarser_word_or_the_groups_made_of_it_stand_there(people: Study) -> None:
    with pytest.raises(SourceError, match="give a coarser word, or make groups of it first"):
        choose(people, AGE, "generalise")
    choose(people, SECTOR, "generalise", "commerce")
    key = next(info.key for info in participants.attributes(people.project) if info.name == AGE)
    recoding.recode(people.project, key, "génération", [recoding.read("..40=jeune"), recoding.read("41..=plus âgé")])
    choose(people, AGE, "generalise")
    assert (row(people)[AGE], row(people)[SECTOR]) == ("jeune", "commerce")
    assert labels(people, AGE) == ["51", "jeune", "(none)"]
    assert labels(people, SECTOR) == ["commerce", "luxe", "(none)"]
    stars = iramuteq.corpus(Moment.of(people.project, masking=True))
    assert "*age_jeune" in stars
    assert "*age_34" not in stars


def test_a_function_that_is_shown_stands_behind_the_words_and_an_employer_in_the_text(people: Study) -> None:
    choose(people, ROLE, "show")
    mask = Moment.of(people.project, masking=True).mask
    anne = next(iter(mask.people))
    assert mask.attribution([anne]) == f"{mask.person(anne)}, Directrice"
    assert labels(people, ROLE) == ["Acheteur", "Directrice", "(none)"]
    assert "Sosh" not in mask.text("Chez Sosh")
    choose(people, FIRM, "show")
    mask = Moment.of(people.project, masking=True).mask
    assert mask.text("Chez Sosh") == "Chez Sosh"
    assert mask.firms([anne]) == "Sosh"


def test_it_is_one_change_that_undo_takes_back(people: Study) -> None:
    does_and_undoes(people.project, lambda: choose(people, SECTOR, "hide"))


def test_whom_a_filter_keeps_does_not_depend_on_the_mask(people: Study) -> None:
    choose(people, AGE, "hide")
    for masking in (False, True):
        moment = Moment.of(people.project, masking=masking, where={AGE: "34"})
        assert matrices.build(moment, "participants", "documents", "passages").values.sum() > 0
