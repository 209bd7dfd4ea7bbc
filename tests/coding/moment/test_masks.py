"""Confidential participants: what tells who they are is masked, and nothing else is."""

from __future__ import annotations

import pytest

from coding.moment.moment import Moment
from coding.tables import matrices
from corpus import documents
from corpus.people import participants, vault
from tests.coding.support import Study


@pytest.fixture
def people(study: Study) -> Study:
    project = study.project
    participants.add(
        project,
        "Anne Le Goff",
        confidential=True,
        documents=[study.documents["Achats"]],
        attributes={"fonction": "Directrice", "entreprise": "Orange"},
    )
    participants.add(
        project,
        "Luc Petit",
        documents=[study.documents["Bureau"]],
        attributes={"fonction": "Acheteur", "entreprise": "Bazar du Nord"},
    )
    return study


def test_the_number_is_that_of_the_table_of_participants(people: Study) -> None:
    mask = Moment.of(people.project, masking=True).mask
    assert [person.shown for person in mask.people.values()] == ["[participant 1]", "[participant 2]"]


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("Anne Le Goff est là.", "[participant 1] est là."),
        ("ANNE LE GOFF, anne le  goff", "[participant 1], [participant 1]"),
        ("Madame Goff est partie.", "Madame [participant 1] est partie."),
        ("C'est ANNE qui l'a dit à Orange.", "C'est [participant 1] qui l'a dit à [participant 1]."),
        ("Elle mange une orange.", "Elle mange une orange."),
        ("Annette et les Goffrin", "Annette et les Goffrin"),
        ("Luc Petit et Bazar du Nord", "Luc Petit et Bazar du Nord"),
        ("📈 Anne\nLe Goff 📈", "📈 [participant 1] 📈"),
    ],
)
def test_names_and_employers_are_masked_inside_text(people: Study, said: str, masked: str) -> None:
    assert Moment.of(people.project, masking=True).mask.text(said) == masked


def test_a_name_of_the_vault_is_hidden_whoever_has_it(people: Study) -> None:
    [hidden] = vault.hide(people.project, ["Luc Petit"], "person")
    moment = Moment.of(people.project, masking=True)
    luc = participants.find(people.project, "Luc Petit").key
    assert moment.mask.person(luc) == moment.mask.names([luc]) == hidden.replacement
    assert [row.name for row in matrices.build(moment, "participants", "codes").rows][1:2] == [hidden.replacement]
    assert moment.viewed(masking=False).mask.person(luc) == "Luc Petit"


def test_an_empty_vault_hides_nothing(study: Study) -> None:
    participants.add(study.project, "Luc Petit")
    assert not vault.anything(study.project)
    mask = Moment.of(study.project, masking=True).mask
    assert not mask.hiding
    assert mask.text("Luc Petit à Brest 😀") == "Luc Petit à Brest 😀"
    assert mask.hidden("Luc Petit") == []


def test_accents_make_no_difference(study: Study) -> None:
    participants.add(study.project, "Hélène Marchetti", confidential=True)
    mask = Moment.of(study.project, masking=True).mask
    assert mask.text("Helene, Hélène et Mme MARCHETTI") == "[participant 1], [participant 1] et Mme [participant 1]"


def test_small_words_of_a_name_and_codes_for_names_stay_words(study: Study) -> None:
    participants.add(study.project, "Jean des Bois", confidential=True)
    participants.add(study.project, "Entretien 4", confidential=True)
    mask = Moment.of(study.project, masking=True).mask
    assert mask.text("les prix des Entretiens, un Entretien") == "les prix des Entretiens, un Entretien"
    assert mask.text("voir Entretien 4 et Jean") == "voir [participant 2] et [participant 1]"


def test_function_with_employer_goes_with_the_name(people: Study) -> None:
    mask = Moment.of(people.project, masking=True).mask
    secret, plain = (mask.voices.participants_of[people.documents[name]] for name in ("Achats", "Bureau"))
    assert mask.attribution(secret) == mask.names(secret) == "[participant 1]"
    assert mask.attribution(plain) == "Acheteur, Bazar du Nord"
    infos = {info.name: info for info in documents.listed(people.project)}
    assert [mask.document(infos[name]) for name in ("Achats", "Bureau", "Caisse")] == [
        "[participant 1]",
        "Bureau",
        "Caisse",
    ]


def test_shown_means_shown(people: Study) -> None:
    mask = Moment.of(people.project).mask
    assert mask.text("Anne Le Goff d'Orange") == "Anne Le Goff d'Orange"
    assert mask.attribution(mask.voices.participants_of[people.documents["Achats"]]) == "Directrice, Orange"


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("ines_benali, Ines-BENALI et benali inès", "[participant 1], [participant 1] et [participant 1]"),
        ("_Benali_ et Benali2", "_[participant 1]_ et [participant 1]2"),
        ("les Benalis", "les [participant 1]"),
        ("Chez LEROY ou Leroy et Merlin", "Chez [participant 1] ou [participant 1]"),
        ("chez Ikea, avant", "chez [participant 1], avant"),
        ("Madame Li lit", "Madame [participant 2] lit"),
        ("oneil, O’Neil et O'NEIL", "[participant 2], [participant 2] et [participant 2]"),
        ("orsted, Ørsted", "[participant 3], [participant 3]"),
        ("strasse, STRASSE, straße", "[participant 3], [participant 3], [participant 3]"),
    ],
)
def test_a_name_is_masked_however_it_is_written(study: Study, said: str, masked: str) -> None:
    add = participants.add
    firms = {"entreprise": "Leroy&Merlin", "employeur précédent": "Ikea", "type d'entreprise": "distribution"}
    add(study.project, "Inès Benali", confidential=True, attributes=firms)
    add(study.project, "O'Neil Li", confidential=True)
    add(study.project, "Ørsted Straße", confidential=True)
    mask = Moment.of(study.project, masking=True).mask
    assert mask.text(said) == masked
    assert mask.text("la distribution") == "la distribution"


def test_every_employer_and_function_of_a_confidential_person_is_hidden_in_a_table(study: Study) -> None:
    known = {"company": "Sosh", "Entreprise actuelle": "Ikea", "fonction": "DRH", "fonction passée": "Vendeuse"}
    participants.add(study.project, "Anne", confidential=True, attributes=known, documents=[study.documents["Achats"]])
    moment = Moment.of(study.project, masking=True)
    for name, value in known.items():
        rows = [label.name for label in matrices.build(moment, f"attribute:{name}", "documents").rows]
        assert value not in rows
        assert rows[0] == "[participant 1]"


def test_a_document_of_several_is_called_by_all_who_are_hidden(study: Study) -> None:
    for name in ("Luc", "Inès"):
        participants.add(study.project, name, confidential=True, documents=[study.documents["Achats"]])
    mask = Moment.of(study.project, masking=True).mask
    [info] = [one for one in documents.listed(study.project) if one.name == "Achats"]
    assert mask.document(info) == "[participant 1]; [participant 2]"
