"""One question has one answer: who says a span, and how many coded segments there are, wherever it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from coding.exports import annexes, codebooks, hits
from coding.moment import dimensions
from coding.moment.code_list import Book
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.moment.weighing import weigh
from coding.search import listings
from coding.search.listings import Listing
from coding.search.searches import Search
from coding.tables import matrices, people, verbatims
from corpus.search.index import SearchIndex
from tests.app.cli.conftest import run
from tests.coding.hard_study import MECO, Hard, hard_study
from tests.coding.support import searched


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hard]:
    made = hard_study(tmp_path_factory.mktemp("hard"))
    yield made
    made.project.close()


@pytest.fixture(scope="module")
def moment(hard: Hard) -> Moment:
    return Moment.of(hard.project)


@pytest.fixture(scope="module")
def index(hard: Hard, tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return SearchIndex.of(hard.project, tmp_path_factory.mktemp("cache"))


def listed(moment: Moment, index: SearchIndex, **chosen: int) -> Listing:
    """Return the coded segments that are chosen by facets."""
    return listings.listing(Search("", chosen={name: (key,) for name, key in chosen.items()}), moment, index)


def spans_of(moment: Moment, person: int | None) -> set[tuple[int, int, int, str]]:
    """Return the coded spans in which somebody is heard by the rule of voices; None for nobody who is known."""
    found = set()
    for item in moment.net.every(range(len(moment.net.first))):
        heard = moment.voices.heard(item.document, item.start, item.end).participants
        if person in heard or (person is None and not heard):
            found.add((item.document, item.start, item.end, item.coder))
    return found


def test_who_says_a_span_is_the_same_everywhere(hard: Hard, moment: Moment, index: SearchIndex) -> None:
    matrix = matrices.build(moment, "participants", "documents", "codings")
    every = people.counts(moment)
    exported = hits.sheet(listed(moment, index), confidential="show").records()
    for row, label in enumerate(matrix.rows):
        key = label.key if isinstance(label.key, int) else None
        spans = spans_of(moment, key)
        opened = {(i.document, i.start, i.end, i.coder) for c in range(3) for i in matrix.opened(row, c)}
        assert opened == spans
        assert matrix.values[row].sum() == len(spans) == every[key].codings
        facet = next(one for one in listed(moment, index).facets if one.name == "participant")
        assert next(value.count for value in facet.values if value.key == key) == len(spans)
        who = [str(one["participant"]) for one in exported]
        name = label.name if key is not None else ""
        assert sum(name in one.split("; ") if name else not one for one in who) == len(spans)


def test_passages_of_a_participant_are_the_same_everywhere(hard: Hard, moment: Moment, index: SearchIndex) -> None:
    labels, units = dimensions.by_participants(moment).by_passage
    for number, (key, name) in enumerate(moment.voices.participants):
        mine = {int(unit) for label, unit in zip(labels, units, strict=True) if label == number}
        said = {n for n, row in enumerate(moment.passages.tolist()) if key in moment.voices.says(row[1], row[4])}
        found = searched(hard.project, f"participant:{name}", index)
        assert mine == said == {moment.voices.numbers[one.passage or 0] for one in found}
        assert all(name in one.participants for one in found)


def test_the_table_of_verbatims_attributes_as_voices_do(moment: Moment) -> None:
    rows = verbatims.table(moment)
    assert rows
    names = {info.name: key for key, info in moment.infos.items()}
    for row in rows:
        heard = moment.voices.heard(names[row.document], row.start, row.end).participants
        assert row.participant == "; ".join(moment.voices.names[one] for one in heard)


def test_respondents_of_theory_are_those_who_are_heard(hard: Hard, moment: Moment) -> None:
    theory = weigh(moment)
    for name in ("C1", "C2", "C3"):
        spans = theory.net.spans(hard.codes[name])
        heard = set()
        for item in theory.net.every(spans.tolist()):
            for number in moment.voices.touched(item.document, item.start, item.end):
                speaker = int(moment.passages[number, 4])
                told = moment.voices.says(item.document, speaker)
                asks = speaker and moment.voices.speakers[speaker].role == "interviewer"
                heard |= set() if asks else set(told) or {("speaker", speaker)}
        assert theory.respondents(spans) == len(heard)


def test_coded_segments_of_a_code_are_the_same_everywhere(hard: Hard, moment: Moment, index: SearchIndex) -> None:
    book, theory, sheet = Book(moment), weigh(moment), codebooks.sheet(moment).records()
    report = [row for section in annexes.codebook_report(moment).sections for row in section.rows]
    told = {one["code"]: one for one in json.loads(run("codes", hard.project.path, "--json").body)}
    matrix = matrices.build(moment, "documents", "codes", "codings")
    for place, (key, code) in enumerate(moment.codes.items()):
        items = moment.evidence(key, "direct")
        wanted = len({(one.document, one.start, one.end, one.coder) for one in items})
        used = len({one.document for one in items})
        assert (book.total(key), book.documents(key)) == counts(moment).said(key) == (wanted, used)
        assert (sheet[place]["codings"], sheet[place]["documents"]) == (wanted, used)
        assert report[place][-2:] == (wanted, used)
        assert (told[moment.ways[key]]["segments"], told[moment.ways[key]]["documents"]) == (wanted, used)
        assert told[moment.ways[key]]["codings"] == wanted
        if code.cycle == 1:
            column = [label.key for label in matrix.columns].index(key)
            assert matrix.values[:, column].sum() == wanted == theory.segments(key)
            assert (matrix.values[:, column] > 0).sum() == used
            found = listed(moment, index, code=key)
            assert (found.counted, found.documents) == (wanted, used)
            assert value_of(listed(moment, index), "code", key) == wanted


def value_of(listing: Listing, facet: str, key: int) -> int:
    found = next(one for one in listing.facets if one.name == facet)
    return next(value.count for value in found.values if value.key == key)


def test_evidence_of_a_theoretical_code_is_the_same_everywhere(hard: Hard, moment: Moment, index: SearchIndex) -> None:
    theory = weigh(moment)
    matrix = matrices.build(moment, "documents", MECO, "codings")
    for column, label in enumerate(matrix.columns):
        assert isinstance(label.key, int)
        counted = [item for item in moment.evidence(label.key) if item.counted]
        against = [item for item in moment.evidence(label.key) if not item.counted]
        assert matrix.values[:, column].sum() == len(counted) == theory.counts(label.key).together
        found = listed(moment, index, **{MECO: label.key})
        assert (found.counted, found.total - found.counted) == (len(counted), len(against))
        assert value_of(listed(moment, index), MECO, label.key) == len(counted)
        direct = theory.direct(label.key)
        assert direct.counted == theory.counts(label.key).direct
        opened = [item for row in range(len(matrix.rows)) for item in matrix.opened(row, column)]
        assert sum(item.counted for item in opened) == len(counted)
        assert sum(not item.counted for item in opened) == len(against)


def test_what_waits_is_counted_once_for_a_theoretical_code(hard: Hard, moment: Moment) -> None:
    theory, c2 = weigh(moment), hard.codes["C2"]
    rows = {source.code: source.cell.waiting for source in theory.sources(c2)}
    assert rows == {code: len(theory.awaited(c2, code)) for code in rows}
    assert len(theory.awaited(c2)) == len(set().union(*(theory.awaited(c2, code) for code in rows)))
    assert max(rows.values()) <= len(theory.awaited(c2)) <= sum(rows.values())
    assert len(theory.awaited(c2)) > 0


@pytest.mark.parametrize("cell", ["passages", "codings", "documents", "binary"])
@pytest.mark.parametrize("ways", [("codes", MECO), (MECO, "codes"), ("codes", "codes"), ("documents", MECO)])
def test_a_number_is_nought_where_nothing_behind_it_counts(moment: Moment, ways: tuple[str, str], cell: str) -> None:
    matrix = matrices.build(moment, *ways, cell)
    for r in range(len(matrix.rows)):
        for c in range(len(matrix.columns)):
            counted = sum(item.counted for item in matrix.opened(r, c))
            assert bool(matrix.values[r, c]) == bool(counted)
            assert cell != "codings" or matrix.values[r, c] == counted


def test_words_of_interviews_leave_the_interviewer_out(hard: Hard, moment: Moment) -> None:
    told = people.words_by_document(moment)
    by = matrices.build(moment, "documents", "documents", "words")
    assert [told[info.key] for info in moment.documents] == by.values.diagonal().tolist()
    duo = next(info for info in moment.documents if info.name == "Duo")
    assert told[duo.key] < duo.words
