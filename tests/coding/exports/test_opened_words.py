"""Numbers that count words, turns, people or answers open a search that finds as many; so does what was compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codebook, codings, reports
from coding.agreement import approach
from coding.exports.opening import behind
from coding.exports.reports import Section
from coding.guide import finding
from coding.moment.moment import Moment
from coding.search.listings import Listing, listing
from coding.search.searches import Search
from corpus import documents, sets
from corpus.guide import guides
from corpus.guide.guides import GuideLine
from corpus.people import participants
from corpus.search.index import SearchIndex
from tests.coding.support import Study, make_study

TEXTS = {
    "Un": "INT : Le thé est-il bon ?\n\nANNE : Le thé, le thé, encore du thé.\n\nANNE : Et la caisse.",
    "Deux": "INT : Le thé est-il bon ?\n\nLUC : La caisse est lente, le thé froid.",
    "Trois": "INT : Bonjour.\n\nLUC : La caisse.",
}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts=TEXTS)
    with made.project as project:
        for speaker in documents.speakers(project):
            if speaker.label == "INT":
                documents.set_role(project, speaker.key, "interviewer")
        for name, papers, sex in (("Anne", ("Un",), "f"), ("Luc", ("Deux", "Trois"), "m"), ("Max", (), "m")):
            participants.add(project, name, documents=[made.documents[one] for one in papers], attributes={"Sexe": sex})
        codes = [codebook.add(project, name) for name in ("Thé", "Caisse")]
        for who in ("Ada", "Bob"):
            with made.coder(who):
                codings.apply(project, codes[0], made.words("Un", "Le thé, le thé, encore du thé."))
        codings.apply(project, codes[1], made.words("Deux", "La caisse est lente, le thé froid."))
        yield made


def opened(study: Study, folder: Path, cell: object) -> Listing:
    found = behind(cell)
    assert isinstance(found, Search)
    return listing(found, Moment.of(study.project), SearchIndex.of(study.project, folder))


def section(study: Study, key: str, number: int = 0, **view: object) -> Section:
    return reports.report(Moment.of(study.project).viewed(**view), key).sections[number]


def test_turns_and_words_of_a_document_open_all_that_is_said_there(study: Study, tmp_path: Path) -> None:
    rows = {row[0]: row for row in section(study, "sample").rows}
    turns, words = rows["Un"][-2:]
    assert len(opened(study, tmp_path, turns)) == turns == 3
    said = opened(study, tmp_path, words)
    assert (len(said), words) == (2, 10), "without what the interviewer says"
    assert len(opened(study, tmp_path, rows["Total"][-2])) == rows["Total"][-2]


def test_how_many_have_a_value_opens_what_they_say(study: Study, tmp_path: Path) -> None:
    rows = {row[1]: row[2] for row in section(study, "sample", 1).rows}
    assert rows["m"] == "2\u00a0sur\u00a03"
    assert {row.verbatim.people for row in map(opened(study, tmp_path, rows["m"]).row, range(2))} == {(2,)}


def test_a_specific_word_opens_where_it_is_said_in_all_and_in_the_code(study: Study, tmp_path: Path) -> None:
    row = next(row for row in section(study, "specificities").rows if row[:2] == ("Thé", "thé"))
    everywhere, here = row[2:4]
    found = opened(study, tmp_path, everywhere)
    assert sum(len(found.matches(n)) for n in range(len(found))) == everywhere == 4
    mine = opened(study, tmp_path, here)
    assert {len(mine.matches(n)) for n in range(len(mine))} == {here} == {3}, "as both coded it: two segments"


def test_what_was_compared_opens_from_each_figure(study: Study, tmp_path: Path) -> None:
    [table] = reports.report(Moment.of(study.project), "agreement").sections
    _, *figures, units = next(row for row in table.rows if row[0] == "Thé")
    assert units == 1
    for cell in (*figures, units):
        found = opened(study, tmp_path, cell)
        assert sorted(found.row(n).verbatim.coder for n in range(len(found))) == ["Ada", "Bob"]
    unused = next(row for row in table.rows if row[0] == "Caisse")
    assert behind(unused[1]) is None, "nobody used it where two worked"


def test_a_reflexive_study_prints_no_agreement(study: Study) -> None:
    approach.declare(study.project, reflexive=True)
    moment = Moment.of(study.project)
    assert not reports.report(moment, "agreement").sections
    assert not reports.sheet(moment, "agreement").rows


def test_who_was_asked_opens_the_answers(study: Study, tmp_path: Path) -> None:
    guides.add(study.project, "Mars", [GuideLine("", "Le thé est-il bon ?")], used_from="2025-03-01")
    for document in study.documents.values():
        guides.use(study.project, [document], guides.find(study.project).key)
    finding.run(Moment.of(study.project))
    version, who = (section(study, "guide", n) for n in (0, 1))
    asked = version.rows[0][3]
    assert (asked, len(opened(study, tmp_path, asked))) == ("2 sur 3", 3)
    signs = {row[0]: row[1] for row in who.rows}
    assert len(opened(study, tmp_path, signs["Anne"])) == 2


def test_a_search_keeps_to_the_sets_of_the_view(study: Study) -> None:
    sets.make(study.project, "Mien", "documents", [study.documents["Un"]])
    [mine] = sets.listed(study.project)
    found = behind(section(study, "sample", within=(mine.uid,)).rows[0][-2])
    assert isinstance(found, Search)
    assert found.within == (mine.uid,)
