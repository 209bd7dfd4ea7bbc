"""How codes came to be what they are, what the study is based on, and how its sources compare."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from coding import codebook, codings, growing, links
from coding.codebook import frameworks
from coding.exports import growth, samples
from coding.exports.opening import Acts, behind
from coding.moment.moment import Moment
from corpus.model import Passage
from corpus.people import participants
from tests.coding.support import Study


@pytest.fixture
def theory(study: Study) -> Study:
    """Give a study with a framework of which one concept was sharpened and one added, and codes that came and went."""
    project = study.project
    frameworks.add(project, "meco-2019")
    growing.sharpen(project, codebook.find(project, "C2").key, definition="Choisir.", reason="Trop large.")
    growing.add(project, "meco-2019", "Sobriété", reason="Trois personnes en parlent.")
    one, two, three = (codebook.add(project, name) for name in ("Film", "Vidéo", "Perdu"))
    codebook.edit(project, one, name="Images")
    codings.apply(project, one, study.words("Achats", "parcours client"))
    codebook.merge(project, [two], one)
    codebook.remove(project, three)
    codebook.add(project, "Repris")
    project.undo()
    links.link(project, one, codebook.find(project, "C1").key)
    participants.add(project, "Anne", documents=[study.documents["Achats"]])
    return study


def test_a_framework_says_what_is_from_the_literature_what_was_enriched_and_what_is_new(theory: Study) -> None:
    (section,) = growth.growth(Moment.of(theory.project)).sections
    said = {str(row[0]): row[1:] for row in section.rows}
    assert said["C1 Capacité d’analyse de l’expérience client"] == ("littérature", "", "", 1, 1)
    assert said["C2 Capacité de stratégisation du parcours client"] == (
        "enrichi",
        "définition",
        "Trop large.",
        0,
        0,
    )
    assert said["Sobriété"] == ("nouveau, de cette étude", "", "Trois personnes en parlent.", 0, 0)
    assert len(growth.growth_sheet(Moment.of(theory.project)).rows) == len(section.rows) == 8


def test_columns_in_which_nothing_is_said_are_not_printed_and_stay_in_a_sheet(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    columns = growth.growth(Moment.of(study.project)).sections[0].columns
    whole = growth.growth_sheet(Moment.of(study.project)).columns
    assert "Pourquoi" not in columns
    assert {"Pourquoi", *columns[1:]} <= set(whole)


def test_the_flow_of_codes_leaves_out_what_was_taken_back(theory: Study) -> None:
    (section,) = growth.flow(Moment.of(theory.project)).sections
    numbers = [sum(int(row[n] or 0) for row in section.rows) for n in range(1, 5)]
    assert numbers == [3, 1, 1, 1], "made, renamed, merged, dropped"
    assert section.rows[-1][5:] == (1, 8, 1)
    made, merged, left_now = (behind(section.rows[-1][n]) for n in (1, 3, 5))
    labels = {step.change: step.label for step in theory.project.history()}
    assert isinstance(made, Acts)
    assert isinstance(merged, Acts)
    assert isinstance(left_now, Acts)
    assert [labels[one] for one in sorted(made.changes)] == ["Add code"] * 3
    assert [labels[one] for one in merged.changes] == ["Merge codes"]
    assert made.changes | merged.changes < left_now.changes, "how many there are is made by what went, too"
    left = [code for code in codebook.listed(theory.project) if code.framework is None]
    assert len(left) == section.rows[-1][5]


def test_the_tree_counts_segments_documents_and_people(theory: Study) -> None:
    codebook.add(theory.project, "Dedans", parent=codebook.find(theory.project, "Images").key)
    first = growth.tree(Moment.of(theory.project)).sections[0]
    assert first.rows == (("Images", 1, 1, 1), ("\u2003Dedans", 0, 0, 0))


def test_the_sample_has_what_is_known_of_documents_with_their_words(theory: Study) -> None:
    (section,) = samples.sample(Moment.of(theory.project)).sections
    assert section.columns[:2] == ("Document", "Participant·e·s")
    rows = {row[0]: row for row in section.rows}
    assert rows["Achats"][1] == "Anne"
    assert rows["Total"][-1] == sum(int(row[-1] or 0) for name, row in rows.items() if name != "Total")
    assert section.notes == ("Codés\u00a0: codes descriptifs 1, concepts 8, liens 1, codages 1, codeur·se·s 1.",)


def test_a_total_says_of_how_many_documents_the_duration_is_known(theory: Study) -> None:
    with theory.project.change("Time a turn") as session:
        first = session.scalars(select(Passage).where(Passage.document_id == theory.documents["Achats"])).first()
        assert first is not None
        first.end_ms = 61_000
    (section,) = samples.sample(Moment.of(theory.project)).sections
    assert dict(zip(section.columns, section.rows[-1], strict=True))["Durée"] == "0:01:01 (1\u00a0sur\u00a03)"


def test_a_sample_says_how_many_have_each_value_that_some_share(study: Study) -> None:
    for name, trade, closed in (("Ana", "Jardin", False), ("Bob", "Jardin", True), ("Cid", "Sport", True)):
        about = {"Secteur": trade, "fonction": "Acheteur", "Prénom": name}
        participants.add(study.project, name, confidential=closed, attributes=about)
    table, composed = samples.sample(Moment.of(study.project)).sections
    assert table.caption == "Corpus"
    assert composed.rows == (
        ("Secteur", "Jardin", "2\u00a0sur\u00a03"),
        ("Secteur", "Sport", "1\u00a0sur\u00a03"),
    )
    assert len(samples.sample(Moment.of(study.project).viewed(masking=False)).sections) == 2


def test_sources_are_compared_only_where_there_are_both(theory: Study) -> None:
    for name in ("Bureau", "Caisse"):
        participants.add(theory.project, name, documents=[theory.documents[name]])
    assert samples.sources(Moment.of(theory.project)).sections[0].rows == ()


def test_sources_converge_complete_or_contradict(theory: Study) -> None:
    project = theory.project
    images, c1 = codebook.find(project, "Images").key, codebook.find(project, "C1").key

    def verdict() -> object:
        (row,) = samples.sources(Moment.of(project)).sections[0].rows
        return row[-1]

    assert verdict() == "se complètent"
    other = codings.apply(project, images, theory.words("Caisse", "We watch it every day."))
    assert verdict() == "convergent"
    links.judge(project, other, c1, "in", stance="contradicts")
    assert verdict() == "se contredisent"
    project.undo()
    assert verdict() == "convergent"
