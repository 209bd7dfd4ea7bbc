"""What concepts rest on: evidence, what contradicts, and who supplies the quotations."""

from __future__ import annotations

import pytest

from coding import codebook, codings, excerpts, links, reports
from coding.codebook import frameworks
from coding.exports import supports
from coding.moment.moment import Moment
from corpus.people import participants
from tests.coding.support import Study


@pytest.fixture
def theory(study: Study) -> Study:
    """Give a study in which C1 rests on two descriptive codes and on words of its own."""
    project = study.project
    frameworks.add(project, "meco-2019")
    c1, c2 = (codebook.find(project, key).key for key in ("C1", "C2"))
    film, queue = codebook.add(project, "Film"), codebook.add(project, "Attente")
    links.link(project, film, c1)
    links.link(project, queue, c1)
    links.link(project, queue, c2, mode="all")
    codings.apply(project, film, study.words("Achats", "parcours client"))
    codings.apply(project, queue, study.words("Caisse", "The queue is where it breaks."))
    codings.apply(project, c1, study.words("Bureau", "Personne ne le lit, hélas."))
    for name, document in (("Anne", "Achats"), ("Luc", "Bureau"), ("Mia", "Caisse")):
        participants.add(project, name, documents=[study.documents[document]], attributes={"fonction": name.upper()})
    excerpts.add(project, c1, study.words("Caisse", "The queue is where it breaks."))
    excerpts.add(project, c2, study.words("Caisse", "The queue is where it breaks."))
    excerpts.add(project, film, study.words("Achats", "On a suivi le parcours client"))
    return study


def test_the_evidence_table_has_concepts_codes_participants_of_those_asked_and_each_quotation_once(
    theory: Study,
) -> None:
    (section,) = supports.evidence(Moment.of(theory.project)).sections
    assert section.joined == 4
    assert [row[1:] for row in section.rows if str(row[0]).startswith("C1")] == [
        ("(codé directement)", 1, "1 sur 3", ""),
        ("Film", 1, "1 sur 3", "«\u00a0On a suivi le parcours client\u00a0» [ANNE]."),
        ("Attente", 1, "1 sur 3", "«\u00a0The queue is where it breaks.\u00a0» [MIA]."),
        ("(ensemble)", 3, "3 sur 3", ""),
    ]
    assert [row[1:] for row in section.rows if str(row[0]).startswith("C2")] == [("Attente", 1, "1 sur 3", "")]
    sheet = supports.evidence_sheet(Moment.of(theory.project))
    assert len(sheet.rows) == len(section.rows)


def test_quotations_for_the_body_have_a_table_of_their_own_and_none_is_printed_twice(theory: Study) -> None:
    first = next(one for one in excerpts.listed(theory.project) if "queue" in excerpts.printed(theory.project, one))
    excerpts.edit(theory.project, first.key, purpose="power")
    body, table = supports.evidence(Moment.of(theory.project)).sections
    assert [row[1:] for row in body.rows] == [
        ("Attente", 1, "1 sur 3", "«\u00a0The queue is where it breaks.\u00a0» [MIA].")
    ]
    assert [row[-1] for row in table.rows if row[-1]] == ["«\u00a0On a suivi le parcours client\u00a0» [ANNE]."]
    assert "Les verbatims pour le corps du texte sont à part." in table.notes[0]
    assert len(supports.evidence_sheet(Moment.of(theory.project)).rows) == len(body.rows) + len(table.rows)


def test_the_balance_says_who_supplies_how_many(theory: Study) -> None:
    (section,) = supports.balance(Moment.of(theory.project)).sections
    assert [(row[0], row[2], row[3], row[4]) for row in section.rows] == [
        ("Anne", 1, 50, 1),
        ("Mia", 1, 50, 1),
        ("Luc", 0, 0, 1),
    ]
    assert section.notes == ("2 personnes fournissent 2 des 2 verbatims.",)
    left = supports.balance(
        Moment.of(theory.project),
        frozenset(one.key for one in participants.listed(theory.project) if one.name == "Mia"),
    ).sections[0]
    assert [row[0] for row in left.rows] == ["Anne", "Luc"]


def test_counter_cases_are_what_contradicts(theory: Study) -> None:
    project = theory.project
    assert reports.report(Moment.of(project), "counter-cases").sections[0].rows == ()
    c1 = codebook.find(project, "C1").key
    key = next(one.key for one in codings.listed(project) if one.code == codebook.find(project, "Film").key)
    links.judge(project, key, c1, "in", stance="contradicts")
    (row,) = supports.counter(Moment.of(project)).sections[0].rows
    assert row[1:] == ("«\u00a0parcours client\u00a0» [ANNE].", "Anne", "Achats")
    lines = [line[1:] for line in supports.evidence(Moment.of(project)).sections[0].rows]
    assert "Film" not in {line[0] for line in lines}
    assert ("(contraires)", 1, "1 sur 3", "") in lines
    project.undo()
    assert supports.counter(Moment.of(project)).sections[0].rows == ()
