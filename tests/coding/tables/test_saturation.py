"""Code saturation, beside published figures and synthetic series."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from coding import codebook, codings, links, readings
from coding.codebook import frameworks
from coding.exports import saturation as exports
from coding.moment.moment import Moment
from coding.tables.saturation import SaturationRule, Series, accumulation, ratios, saturation
from corpus import anchors, documents
from corpus.errors import WorkbenchError
from corpus.people import attributes, facts
from tests.coding.support import Study, draft

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTS = [20, 8, 5, 4, 4, 3, 1, 1, 0, 0]
INCIDENCE = ["1110000", "1011000", "1100100", "1000010", "1110001"]


def series(counts: list[int], rule: SaturationRule) -> Series:
    """Return a series that has so many new codes, each its own."""
    new = tuple(tuple(range(100 * n, 100 * n + count)) for n, count in enumerate(counts))
    return Series("", tuple(range(len(counts))), new, {code: 1 for codes in new for code in codes}, rule)


def test_the_first_run_over_the_base_as_published() -> None:
    """Guest, Namey and Chen 2020: a base of four gave 37 codes, the first run of two 7, which is 19 %."""
    assert ratios([20, 8, 5, 4, 4, 3], SaturationRule())[4] == pytest.approx(0.1892, abs=5e-5)


def test_runs_go_on_by_one_over_a_base_that_stays() -> None:
    """The ratios of Guest, Namey and Chen 2020 on a series of ten: 7⁺² at 5 %, 8⁺² at nothing new."""
    found = series(COUNTS, SaturationRule())
    assert found.base == 37
    known = [one for one in found.ratios if one is not None]
    assert known == pytest.approx([0.1892, 0.1081, 0.0541, 0.0270, 0], abs=5e-5)
    assert (found.reached, found.written) == (7, "7⁺²")
    assert series(COUNTS, SaturationRule(threshold=0)).written == "8⁺²"
    assert series(COUNTS, SaturationRule(base=6, run=3)).written == "6⁺³"
    assert series(COUNTS[:6], SaturationRule()).reached is None
    assert series(COUNTS[:5], SaturationRule()).ratios == [None] * 5
    assert series([0] * 8, SaturationRule()).reached is None


def test_the_mean_over_all_orders_is_exact() -> None:
    """Mao's τ of five interviews and seven codes, which is the mean over all 120 orders: 3.0 4.4 5.4 6.2 7.0."""
    found = [sum(row[code] == "1" for row in INCIDENCE) for code in range(7)]
    means = [0.0] * 5
    for order in permutations(INCIDENCE):
        for n in range(5):
            means[n] += sum(any(row[code] == "1" for row in order[: n + 1]) for code in range(7)) / 120
    assert accumulation(5, found) == pytest.approx([3.0, 4.4, 5.4, 6.2, 7.0])
    assert accumulation(5, found) == pytest.approx(means)


@pytest.mark.parametrize("rule", [SaturationRule(base=0), SaturationRule(run=0), SaturationRule(threshold=1)])
def test_a_rule_that_says_nothing_is_refused(study: Study, rule: SaturationRule) -> None:
    with pytest.raises(WorkbenchError, match="one document or more"):
        saturation(Moment.of(study.project), rule)


@pytest.fixture
def collected(study: Study) -> dict[str, int]:
    """Add three more texts, and code six so that one, two, none, one, none and none of the codes are new."""
    project = study.project
    texts = {name: f"{name.upper()} : Une phrase qui dit quelque chose." for name in ("Dune", "Esse", "Fin")}
    added = documents.add(project, [draft(name, text) for name, text in texts.items()])
    study.documents.update({one.name: one.key for one in added})
    codes = {name: codebook.add(project, name) for name in "abcd"}
    for document, names in zip(study.documents.values(), ("a", "abc", "b", "d", "a", "a"), strict=True):
        for name in names:
            codings.apply(project, codes[name], anchors.words(document, 0, 4))
    return codes


def told(study: Study, **asked: str) -> Mapping[str, list[int]]:
    found = saturation(Moment.of(study.project), SaturationRule(base=2, run=2), **asked)
    return {part.name: part.counts for part in (found.whole, *found.parts)}


def dated(study: Study, days: Mapping[str, str]) -> None:
    for name, day in days.items():
        facts.describe(study.project, study.documents[name], {"date": day})


def test_without_dates_documents_are_in_their_own_order_and_it_is_said(study: Study, collected: dict[str, int]) -> None:
    moment = Moment.of(study.project)
    found = saturation(moment, SaturationRule(base=2, run=2))
    assert found.whole.counts == [1, 2, 0, 1, 0, 0]
    assert found.whole.cumulative == [1, 3, 3, 4, 4, 4]
    assert (found.order, found.whole.written) == ("documents", "4⁺²")
    assert exports.sentence(moment, found).startswith("Dans l’ordre des documents, faute de toutes les dates")
    assert "4⁺²" in exports.sentence(moment, found)


def test_dates_of_interviews_are_the_order_of_collection(study: Study, collected: dict[str, int]) -> None:
    dated(study, {name: f"2024-05-{30 - n:02}" for n, name in enumerate(study.documents)})
    moment = Moment.of(study.project)
    found = saturation(moment, SaturationRule(base=2, run=2))
    assert found.order == "dates"
    assert found.whole.documents == tuple(reversed(study.documents.values()))
    assert found.whole.counts == [1, 0, 1, 1, 1, 0]
    assert exports.sentence(moment, found).startswith("Dans l’ordre de collecte, les 2 premiers documents")
    assert found.whole.reached is None


def test_documents_without_a_date_come_after_the_others(study: Study, collected: dict[str, int]) -> None:
    dated(study, {"Fin": "2024-01-01"})
    found = saturation(Moment.of(study.project))
    assert found.order == "some dates"
    assert found.whole.documents == (study.documents["Fin"], *list(study.documents.values())[:-1])


def test_a_document_nobody_coded_says_nothing_unless_it_was_read(study: Study, collected: dict[str, int]) -> None:
    project = study.project
    (added,) = documents.add(project, [draft("Zoo", "ZOO : Rien.")])
    assert saturation(Moment.of(project)).uncoded == (added.key,)
    readings.declare(project, added.key, "done", cycle="descriptive")
    found = saturation(Moment.of(project))
    assert (found.uncoded, found.whole.counts[-1]) == ((), 0)


def test_strata_and_linked_concepts_have_series_of_their_own(study: Study, collected: dict[str, int]) -> None:
    project = study.project
    for n, document in enumerate(study.documents.values()):
        attributes.describe(project, document, {"Terrain": "ville" if n % 2 else "campagne"})
    assert told(study, by="Terrain") == {"": [1, 2, 0, 1, 0, 0], "campagne": [1, 1, 0], "ville": [3, 1, 0]}
    frameworks.add(project, "meco-2019")
    c1 = codebook.find(project, "C1")
    links.link(project, collected["b"], c1.key)
    links.link(project, collected["d"], c1.key)
    assert told(study, concepts="meco-2019") == {"": [1, 2, 0, 1, 0, 0], c1.label: [0, 1, 0, 1, 0, 0]}
    report = exports.report(Moment.of(project), SaturationRule(base=2, run=2))
    assert [section.heading for section in report.sections] == ["Document par document", "Par strate ou par concept"]
    assert len(report.sections[0].rows) == 6


def test_documents_coded_before_a_code_was_made_are_marked(study: Study, collected: dict[str, int]) -> None:
    project = study.project
    late = codebook.add(project, "tard")
    codings.apply(project, late, anchors.words(study.documents["Fin"], 0, 4))
    with project.change("Later") as session:
        from sqlalchemy import update

        from corpus.model import Code

        session.execute(update(Code).where(Code.id == late).values(created_at="2999-01-01T00:00:00Z"))
    found = saturation(Moment.of(project))
    assert found.unread == {key: (late,) if name != "Fin" else () for name, key in study.documents.items()}
    readings.declare(project, study.documents["Achats"], "done", code=late)
    assert saturation(Moment.of(project)).unread[study.documents["Achats"]] == ()
    assert any("créés après" in note for note in exports.notes(Moment.of(project), found))


def test_nothing_coded_is_nothing_to_report(study: Study) -> None:
    assert exports.report(Moment.of(study.project)).sections == ()
    assert exports.sheet(Moment.of(study.project)).rows == ()
