"""The data structure of a study's own codes, and the framework matrix with what was written in its cells."""

from __future__ import annotations

import pytest

from coding import codebook, codings, links, summaries
from coding.codebook import frameworks
from coding.exports import framework_matrices, structures
from coding.moment.moment import Moment
from coding.tables.framework_matrix import framework_matrix, written
from coding.tables.structure import structure
from corpus import documents, sets
from corpus.errors import NothingThere
from corpus.people import participants
from tests.coding.support import Study, does_and_undoes


def test_a_data_structure_is_of_the_studys_own_codes(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    tree = {
        path: codebook.add(project, path)
        for path in ("Terrain/Visites/Magasin", "Terrain/Visites/Appels", "Chiffres", "Prix", "Reste")
    }
    codings.apply(project, tree["Terrain/Visites/Magasin"], study.words("Achats", "en rayon"))
    concept = codebook.add(project, "Sens commun", framework="meco-2019")
    links.link(project, tree["Chiffres"], concept)
    links.link(project, tree["Prix"], codebook.find(project, "C1").key)  # imported: no theme
    sets.make(project, "Argent", "codes", members=[tree["Prix"]])
    made = structure(Moment.of(project))
    said = [(dimension.name, theme.name, code.name, code.segments) for code, theme, dimension in made.rows]
    assert said == [
        ("Terrain", "Visites", "Magasin", 1),
        ("Terrain", "Visites", "Appels", 0),
        ("", "Sens commun", "Chiffres", 0),
        ("", "Argent", "Prix", 0),
    ]
    assert [one.name for one in made.loose] == ["Reste"]
    (table,) = structures.report(Moment.of(project)).sections
    assert table.rows[2] == ("(sans dimension)", "Sens commun", "Chiffres", 0)
    assert table.rows[-1] == ("(sans dimension)", "(sans thème)", "Reste", 0)


def test_a_theme_that_is_linked_has_the_concept_as_its_dimension(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    codebook.add(project, "Visites/Magasin")
    concept = codebook.add(project, "Sens commun", framework="meco-2019")
    links.link(project, codebook.find(project, "Visites").key, concept)
    (dimension,) = structure(Moment.of(project)).dimensions
    assert (dimension.name, dimension.below[0].name, dimension.below[0].below[0].name) == (
        "Sens commun",
        "Visites",
        "Magasin",
    )


@pytest.fixture
def spoken(study: Study) -> dict[str, int]:
    """Tie three people; give their keys."""
    project, found = study.project, {}
    for name, document in (("Anne", "Achats"), ("Luc", "Bureau"), ("Mia", "Caisse")):
        found[name] = participants.add(project, name)
        for speaker in documents.speakers(project, study.documents[document]):
            if speaker.label == name.upper():
                participants.tie_speaker(project, speaker.key, found[name])
    return found


def test_summaries_are_written_and_taken_away(study: Study, spoken: dict[str, int]) -> None:
    project, code = study.project, codebook.add(study.project, "Parcours")
    does_and_undoes(project, lambda: summaries.write(project, spoken["Anne"], code, " Trois semaines. "))
    does_and_undoes(project, lambda: summaries.write(project, spoken["Anne"], code, "Longtemps."))
    with study.coder("Ben"):
        summaries.write(project, spoken["Anne"], code, "Un mois.")
    assert [(one.text, one.coder) for one in written(Moment.of(project))] == [("Un mois.", "Ben")]
    does_and_undoes(project, lambda: summaries.write(project, spoken["Anne"], code, " "))
    assert summaries.listed(project) == []
    with pytest.raises(NothingThere):
        summaries.write(project, 99, code, "x")


def test_a_framework_matrix_has_summaries_beside_segments(study: Study, spoken: dict[str, int]) -> None:
    project = study.project
    a, b = codebook.add(project, "Parcours"), codebook.add(project, "Chiffres")
    codings.apply(project, a, study.words("Achats", "parcours client"))
    summaries.write(project, spoken["Anne"], a, "Le suit.")
    summaries.write(project, spoken["Luc"], b, "Anne n’en parle pas.")
    participants.edit(project, spoken["Anne"], confidential=True)
    moment = Moment.of(project)
    found = framework_matrix(moment, list(moment.codes.values()))
    assert [one.codings for one in found.opened(spoken["Anne"], a)] == [(1,)]
    assert found.opened(spoken["Luc"], a) == []
    (table,) = framework_matrices.report(moment).sections
    assert table.columns == ("Participant·e", "Parcours", "Chiffres")
    assert table.rows[0] == ("Anne", "Le suit. (1)", "")
    anne = moment.people[spoken["Anne"]].shown
    masked = framework_matrices.sheet(moment.viewed(masking=True)).rows
    assert [row[1:5] for row in masked if row[3]] == [
        (anne, "Parcours", "Le suit.", 1),
        ("Luc", "Chiffres", f"{anne} n’en parle pas.", 0),
    ]


def test_what_was_written_of_codes_that_become_one_is_one_text(study: Study, spoken: dict[str, int]) -> None:
    project = study.project
    a, b = codebook.add(project, "Parcours"), codebook.add(project, "Trajet")
    for code, text in ((b, "du trajet"), (a, "du parcours")):
        summaries.write(project, spoken["Anne"], code, text)
    summaries.write(project, spoken["Luc"], b, "seul")
    does_and_undoes(project, lambda: codebook.merge(project, [b], a))
    assert [(one.code, one.text) for one in summaries.listed(project)] == [(a, "du parcours\n\ndu trajet"), (a, "seul")]
