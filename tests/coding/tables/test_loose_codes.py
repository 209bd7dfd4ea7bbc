"""Codes that deserve another look: unused, resting on one person, lying on each other."""

from __future__ import annotations

import pytest

from coding import codebook, codings, reports
from coding.moment.moment import Moment
from coding.tables import loose_codes
from corpus.people import participants
from tests.coding.support import Study


def coded(study: Study, name: str, document: str, *said: str) -> int:
    code = codebook.at(study.project, name) or codebook.add(study.project, name)
    for words in said:
        codings.apply(study.project, code, study.words(document, words))
    return code


@pytest.fixture
def people(study: Study) -> dict[str, int]:
    return {
        name: participants.add(study.project, name, documents=[study.documents[document]])
        for name, document in (("Luc", "Bureau"), ("Mia", "Caisse"))
    }


def test_a_code_is_unused_where_nothing_under_it_is_used_either(study: Study) -> None:
    empty = codebook.add(study.project, "Vide")
    coded(study, "Haut/bas", "Achats", "parcours")
    assert loose_codes.loose(Moment.of(study.project)).unused == (empty,)


def test_a_code_rests_on_one_person_until_another_is_heard_in_it_or_below(study: Study, people: dict[str, int]) -> None:
    above, code = codebook.add(study.project, "Outils"), coded(study, "Outils/tableau", "Bureau", "tableau", "lundi")
    assert loose_codes.loose(Moment.of(study.project)).single == {above: people["Luc"], code: people["Luc"]}
    coded(study, "Outils", "Caisse", "The queue")
    assert loose_codes.loose(Moment.of(study.project)).single == {code: people["Luc"]}
    coded(study, "Outils/tableau", "Achats", "parcours")  # where it is not known who is heard
    assert loose_codes.loose(Moment.of(study.project)).single == {}


def test_codes_that_lie_on_each_other_are_told_with_how_much(study: Study) -> None:
    small = coded(study, "Petit", "Achats", "parcours", "semaines")
    large = coded(study, "Grand", "Achats", "On a suivi le parcours client trois semaines.")
    coded(study, "Grand/sous", "Achats", "suivi le parcours", "trois semaines")
    found = [
        (one.code, one.other, one.segments, one.share) for one in loose_codes.loose(Moment.of(study.project)).overlaps
    ]
    under = codebook.find(study.project, "sous").key
    assert found == [(small, large, 2, 1.0), (small, under, 2, 1.0), (under, small, 2, pytest.approx(16 / 31))]
    rows = reports.report(Moment.of(study.project), "to-review").sections[-1].rows
    behind = [{item.codes for item in row[2].opens()} for row in rows]  # type: ignore[union-attr]  # a number that opens
    assert behind == [{(small,)}, {(small,)}, {(under,)}]


def test_a_view_counts_its_own_codings_alone(study: Study) -> None:
    code = coded(study, "Parcours", "Achats", "parcours")
    moment = Moment.of(study.project)
    assert loose_codes.loose(moment).unused == ()
    assert loose_codes.loose(moment.viewed(layer="Bea")).unused == (code,)


def test_the_report_has_a_section_for_each_reason_and_masks(study: Study, people: dict[str, int]) -> None:
    participants.edit(study.project, people["Luc"], confidential=True)
    codebook.add(study.project, "Vide", definition="Rien de Luc.")
    coded(study, "Outils", "Bureau", "tableau")
    made = reports.report(Moment.of(study.project), "to-review")
    assert [section.heading for section in made.sections] == ["Jamais employés", "Reposent sur une seule personne"]
    assert made.sections[0].rows == (("Vide", "Rien de [participant 1]."),)
    assert made.sections[1].rows == (("Outils", 1, "[participant 1]"),)
    assert [row[0] for row in reports.sheet(Moment.of(study.project), "to-review").rows] == ["unused", "single"]
