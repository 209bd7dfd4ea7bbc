"""Every figure is drawn of every study, tells what it shows, and opens what it counts."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from coding import codebook, codings, figures, links
from coding.codebook import frameworks
from coding.figures import FigureChoice, flow, letters, network, spreading, words
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.arranging import Shape, arranged
from coding.tables.correspondence import analysed
from coding.tables.saturation import saturation
from coding.tables.structure import structure
from corpus import anchors, sets
from corpus.errors import NothingThere, WorkbenchError
from corpus.people import participants
from tests.coding.support import make_study

ALL = sorted(figures.FIGURES)
AWKWARD = (
    "$x^2$",
    "a\\alpha b",
    'the "best" one',
    "été\n\tfini",
    "🎉 fête 😀",
    "שלום עולם",
    "سلام",
    "用户体验",
    "<b>&amp;",
    "%d {0} {name}",
    "a_b^c",
    "x" * 300,
)


@pytest.mark.parametrize("name", ALL)
def test_a_figure_says_what_it_shows_and_its_marks_lie_on_it(name, sample):
    made, other = (figures.draw(sample, name, language=language) for language in ("en", "fr"))
    assert (made.name, made.language, other.language) == (name, "en", "fr")
    assert made.alt.endswith(".")
    assert made.title in made.texts
    assert made.spots
    for spot in made.spots:
        assert 0 <= spot.left < spot.right <= 1.001
        assert 0 <= spot.top < spot.bottom <= 1.001
        assert made.at((spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2) is not None
    assert made.alt != other.alt


@pytest.mark.parametrize("name", ALL)
def test_a_mark_opens_the_segments_that_it_counts(name, sample):
    spots = figures.draw(sample, name).spots
    for spot in spots[:: max(1, len(spots) // 16)]:
        assert bool(spot.number) == any(item.counted for item in spot.opens()), spot.said


@pytest.mark.parametrize("cell", ["codings", "passages", "participants"])
def test_the_numbers_of_a_heat_map_are_those_of_the_matrix(cell, hard):
    matrix = matrices.build(hard, "codes", "documents", cell)
    made = figures.draw(hard, "heat", FigureChoice(rows="codes", columns="documents", cell=cell))
    assert [spot.number for spot in made.spots] == matrix.values.flatten().tolist()


@pytest.mark.parametrize(("percent", "said"), [("row", "of the row"), ("column", "of the column"), ("total", "of all")])
def test_percents_of_a_heat_map_are_those_of_the_matrix_and_say_of_what(percent, said, hard):
    matrix = matrices.build(hard, "codes", "documents", "codings")
    wanted = arranged(matrix, Shape(percent, "total"))
    chosen = FigureChoice(rows="codes", columns="documents", cell="codings", percent=percent, order="total")
    made = figures.draw(hard, "heat", chosen, "en")
    base = f"of the coded segments {said}"
    told = {spot.said for spot in made.spots}
    for row, values in zip(wanted.rows, wanted.values.tolist(), strict=True):
        for column, value in zip(wanted.columns, values, strict=True):
            number = words.percent(value / 100, "en")
            assert any(f": {number} {base} (" in one and matrix.columns[column].name in one for one in told), row
    assert [spot.number for spot in made.spots] == matrix.values[np.ix_(wanted.rows, wanted.columns)].flatten().tolist()
    assert f"from 0 to {words.percent(wanted.values.max() / 100, 'en')} {base}" in made.texts
    assert f"in % {base}." in made.alt


def test_shares_have_no_percents(hard):
    chosen = FigureChoice(rows="codes", columns="documents", cell="share")
    plain, other = (figures.draw(hard, "heat", replace(chosen, percent=one)) for one in ("", "row"))
    assert plain.texts == other.texts


def test_segments_of_a_frequency_are_those_of_its_code(hard):
    known = {hard.codes[code].path: len(hard.net.spans(code)) for code in hard.codes}
    made = figures.draw(hard, "frequencies", FigureChoice(rows="codes"))
    ways = {hard.ways[code]: hard.codes[code].path for code in hard.codes}
    found = {ways[spot.said.partition("\u00a0: ")[0]]: spot.number for spot in made.spots}
    assert found == {path: known[path] for path in found}
    assert len(found) == sum(bool(known[one.path]) for one in hard.codes.values() if one.framework is None)
    for spot in made.spots:
        assert sum(item.counted for item in spot.opens()) == spot.number


def test_the_curve_is_that_of_the_table(sample):
    one = saturation(sample).whole
    made = figures.draw(sample, "saturation", language="en")
    assert [spot.number for spot in made.spots] == one.counts
    assert made.spots[1].said.endswith(f"{one.counts[1]} new, {one.cumulative[1]} in all")
    assert {code for item in made.spots[1].opens() for code in item.codes} >= set(one.new[1])
    assert one.written in made.alt


@pytest.mark.parametrize("choice", [{"by": "Secteur"}, {"rows": "framework:meco-2019"}])
def test_series_of_strata_and_concepts_are_called_at_their_ends(choice, sample):
    kinds = {"by": choice["by"]} if "by" in choice else {"concepts": "meco-2019"}
    parts = [one for one in saturation(sample.viewed(printed="en", spoken=True), **kinds).parts if one.found]
    made = figures.draw(sample, "saturation", FigureChoice(**choice, most=4), "en")
    whole = len(saturation(sample).whole.documents)
    assert len(made.spots) == min(4, len(parts)) + whole
    known = {f"{one.name} ({len(one.found)})": one for one in parts}
    for spot in made.spots[: len(made.spots) - whole]:
        assert spot.said in made.alt
        one = known[spot.said]
        assert spot.number == len(one.found)
        assert {item.document for item in spot.opens()} <= set(one.documents)
    assert any("4 series of" in note for note in made.notes) == (len(parts) > 4)


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    study = make_study(
        tmp_path_factory.mktemp("awkward"), texts={name: f"ANNE : mots {n}." for n, name in enumerate(AWKWARD)}
    )
    keys = [one.key for one in Moment.of(study.project).documents]
    frameworks.add(study.project, "meco-2019")
    theory = codebook.find(study.project, "C1").key
    for n, name in enumerate(AWKWARD):
        participants.add(study.project, name, documents=[keys[n]], attributes={"$a$": AWKWARD[n % 5]})
        code = codebook.add(study.project, name)
        for document in keys[: n + 1]:
            codings.apply(study.project, code, anchors.words(document, 7, 11))
        links.link(study.project, code, theory)
    codes = [one.key for one in codebook.listed(study.project) if one.cycle == 1]
    sets.make(study.project, AWKWARD[-1], "codes", members=codes)
    yield Moment.of(study.project)
    study.project.close()


@pytest.mark.parametrize("width", [90.0, 190.0])
@pytest.mark.parametrize("name", ALL)
def test_awkward_names_are_printed_as_they_are(name, width, awkward):
    made = figures.draw(awkward, name, FigureChoice(width=width))
    made.drawn.draw_without_rendering()  # warnings are errors: no letter is missing, nothing is read as a formula
    assert any("□" in note for note in made.notes) == any(map(letters.unshown, made.texts))
    assert "$x^2$" in made.texts or name in ("saturation", "bars")


def test_signs_that_the_font_lacks_are_said():
    assert letters.printable("用 $x$\nb\u200d\x00") == "□ $x$ b"
    assert letters.unshown("用")
    assert not letters.unshown("□ é œ … 😀 שלום")
    assert letters.width("été", 7) == letters.width("e\u0301te\u0301", 7)


def test_long_names_are_shortened_to_their_room():
    name = "Responsable adjointe des régions et des territoires de l’Ouest"
    for room in (3.0, 10.0, 25.0, 40.0):
        assert letters.width(letters.fitted(name, room, 7.0), 7.0) <= room
        for part in letters.evened(name, room, 7.0, lines=3):
            assert letters.width(part, 7.0) <= room
    for room in (25.0, 40.0, 60.0):
        assert set(letters.fitted(name, room, 7.0).replace("…", " ").split()) <= set(name.split())
    assert letters.evened(name, 60.0, 7.0) == ["Responsable adjointe des régions", "et des territoires de l’Ouest"]


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_drawn_where_nothing_is_coded(name, tmp_path):
    study = make_study(tmp_path)
    with pytest.raises(NothingThere):
        figures.draw(Moment.of(study.project), name)
    study.project.close()


def test_of_many_lines_those_with_most_are_drawn_and_the_rest_is_said(awkward):
    made = figures.draw(awkward, "frequencies", FigureChoice(most=3), "en")
    assert [spot.number for spot in made.spots] == [12, 11, 10]
    assert made.notes[0] == "Shown here: 3 codes of 12; the rest is less frequent."


def test_what_can_not_be_drawn_is_refused(sample):
    with pytest.raises(NothingThere, match=r"pie is no figure; say one of heat"):
        figures.draw(sample, "pie")
    with pytest.raises(WorkbenchError, match="60 to 420 mm"):
        figures.draw(sample, "heat", FigureChoice(width=5))
    with pytest.raises(WorkbenchError, match="one line"):
        figures.draw(sample, "heat", FigureChoice(most=0))


def test_bars_say_how_many_of_those_who_have_a_value(sample):
    made = figures.draw(sample, "bars", FigureChoice(rows="codes", by="Type d'entreprise"), "en")
    matrix = matrices.build(sample, "codes", "attribute:Type d'entreprise", "participants")
    assert [spot.number for spot in made.spots] == [
        n for row in matrix.values[:, :-1].tolist() if any(row) for n in row
    ]
    assert made.spots[0].said.endswith(": 3/3")
    assert "Commerce associé (n = 3)" in made.alt
    assert made.title == "Codes by Type of company"


def test_a_network_draws_a_code_and_one_under_it_apart(sample):
    matrix = matrices.build(sample, "codes", "codes", "passages")
    shared = network.met(matrix, FigureChoice())
    names = {label.key: n for n, label in enumerate(matrix.rows)}
    for code in sample.codes.values():
        if code.framework is None and code.parent is not None:
            assert shared[names[code.key], names[code.parent]] == 0
    made = figures.draw(sample, "network", FigureChoice(), "en")
    ties = [spot for spot in made.spots if " × " in spot.said]
    assert sorted(spot.number for spot in ties) == sorted(n for n in np.triu(shared).flatten() if n >= 2)
    assert str(len(ties)) in made.alt


def test_a_tree_counts_as_the_table_does(sample):
    made = figures.draw(sample, "tree", FigureChoice(rows="codes"))
    used = counts(sample)
    assert [spot.number for spot in made.spots] == [
        used.said(one.key)[0] for one in sample.codes.values() if one.framework is None
    ]
    for spot in made.spots:
        assert len(spot.opens()) == spot.number


def test_a_flow_is_as_wide_as_what_its_links_bring(hard):
    found = {(one.source, one.target): one.spans for one in flow.bands(hard)}
    assert found
    for (source, target), spans in found.items():
        counted = hard.net.spans(target, "linked").tolist()
        assert set(spans) <= set(counted) & set(hard.net.spans(source).tolist())
    for target in {target for _, target in found}:
        alone = [spans for pair, spans in found.items() if pair[1] == target]
        if not any(one.parent == target for one in hard.codes.values()):
            assert {n for spans in alone for n in spans} == set(hard.net.spans(target, "linked").tolist())


def test_a_code_line_has_every_coding_of_its_document_where_it_stands(sample):
    key = sample.documents[2].key
    made = figures.draw(sample, "codeline", FigureChoice(document=key))
    table = sample.coded.codings
    assert len(made.spots) == (table[:, 1] == key).sum()
    assert all(item.document == key for spot in made.spots for item in spot.opens())
    first, last = min(made.spots, key=lambda one: one.left), max(made.spots, key=lambda one: one.left)
    assert first.opens()[0].start < last.opens()[0].start
    with pytest.raises(NothingThere, match="not among those"):
        figures.draw(sample, "codeline", FigureChoice(document=999))


def test_a_chronology_is_the_matrix_of_documents_in_their_order(sample):
    made = figures.draw(sample, "chronology", FigureChoice(rows="codes"))
    matrix = matrices.build(sample, "codes", "documents", "codings")
    assert sum(spot.number for spot in made.spots) == matrix.values.sum()
    assert len(made.spots) == np.count_nonzero(matrix.values)


def test_knots_of_a_network_lie_beside_each_other_and_in_their_box():
    ties = np.zeros((9, 9), np.int64)
    for n in range(4):
        ties[n, n + 1] = ties[n + 1, n] = n + 1
    box = (0.0, 0.0, 100.0, 60.0)
    places = spreading.apart(spreading.spread_out(ties, box), np.full(9, 3.0), box)
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2) + 99 * np.eye(9)
    assert gaps.min() > 5.5
    assert (places >= 0).all()
    assert (places <= (100, 60)).all()
    again = spreading.apart(spreading.spread_out(ties, box), np.full(9, 3.0), box)
    assert (places == again).all()


def test_a_data_structure_has_a_box_for_each_code_theme_and_dimension(tmp_path):
    study = make_study(tmp_path)
    for n, name in enumerate(("Dire/Partager/Raconter", "Dire/Partager/Montrer", "Budget/Arbitrer", "Seul")):
        code = codebook.add(study.project, name)
        for start in range(n + 1):
            codings.apply(study.project, code, anchors.words(study.documents["Achats"], start, start + 4))
    moment = Moment.of(study.project)
    made = figures.draw(moment, "structure", language="en")
    found = {spot.said.partition(":")[0]: spot.number for spot in made.spots}
    assert found == {"Raconter": 1, "Montrer": 2, "Partager": 2, "Dire": 2, "Arbitrer": 3, "Budget": 3}
    assert set(found) == {node.name for row in structure(moment).rows for node in row if node.name}
    for spot in made.spots:
        assert len(spot.opens()) == spot.number
    assert made.alt.startswith("Data structure: 3 codes in 2 themes, brought together in 1 dimension.")
    assert made.notes == ("Not shown here: 1 code in no theme.",)
    study.project.close()


def test_a_map_of_correspondences_has_the_inertia_of_its_axes_and_says_what_it_shows_badly(sample):
    matrix = matrices.build(sample, "codes", "participants", "codings")
    found = analysed(matrix.values)
    made = figures.draw(sample, "correspondence", FigureChoice(rows="codes", columns="participants"), "en")
    assert f"Axis 1: {100 * found.shares[0]:.1f}% of inertia" in made.texts
    assert len(made.spots) == len(found.rows.kept) + len(found.columns.kept)
    weak = [side.cos2[n, :2].sum() < 0.5 for side in (found.rows, found.columns) for n in range(len(side.kept))]
    assert any("Hollow" in note for note in made.notes) == any(weak)
    codes, people = made.spots[: len(found.rows.kept)], made.spots[len(found.rows.kept) :]
    for spot, row in zip(codes, found.rows.kept, strict=True):
        assert sum(item.counted for item in spot.opens()) == spot.number == len(sample.net.spans(matrix.rows[row].key))
    for spot, column in zip(people, found.columns.kept, strict=True):
        spans = {n for row in range(len(matrix.rows)) for n in _spans(sample, matrix, row, column)}
        assert spot.number == len(spans) == len(spot.opens())
    named = [part.partition(" = ")[0] for note in made.notes if " = " in note for part in note.split("; ")]
    assert named == [str(n) for n in range(1, len(named) + 1)], "what had no room for its name has a number"


def _spans(moment, matrix, row, column):
    return {moment.span_numbers[item.codings[0]] for item in matrix.opened(row, column)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_of_a_kind_is_told_in_the_singular(language, tmp_path):
    with make_study(tmp_path).project as project:
        frameworks.add(project, "meco-2019")
        code = codebook.add(project, "Tri")
        codings.apply(project, code, anchors.words(1, 0, 4))
        links.link(project, code, codebook.find(project, "C1").key)
        moment, said = Moment.of(project), []
        for name in ("heat", "frequencies", "network", "tree", "flow", "codeline", "chronology", "structure"):
            with suppress(NothingThere):
                said.append(figures.draw(moment, name, FigureChoice(document=1), language=language).alt)
    assert len(said) > 5
    several = "|".join(several for one, several in words._UNITS[language].values() if one != several)
    assert [alt for alt in said if re.search(rf"\b1 ({several})(?!\w)", alt)] == []
