"""Participants: made by hand and from tables, typed, tied to documents and speakers, done and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus import documents
from corpus.errors import Cancelled, NothingThere, SourceError, TableError
from corpus.people import attributes, participants, values
from corpus.people.known import AttributeInfo
from corpus.people.participants import ParticipantInfo, ParticipantsImported
from corpus.people.ties import Tied
from corpus.store.project import Project
from tests.corpus.support import asked, draft, dump, empty_project, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give a project with an interview of one, a talk with two, and one interview more."""
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        documents.add(
            opened,
            [interview("Entretien Été 24.10", "ANNE"), interview("Duo", "BEA", "CARL"), interview("Œuvre", "DORA")],
        )
        yield opened


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    def write(*lines: str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


def does_and_undoes(project: Project, verb: Callable[[], object]) -> None:
    before, steps = dump(project.path), len(project.history())
    verb()
    after = dump(project.path)
    assert after != before
    assert len(project.history()) == steps + 1
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after


def named(project: Project) -> dict[str, ParticipantInfo]:
    return {info.name: info for info in participants.listed(project)}


def spoken(project: Project) -> dict[str, str | None]:
    """Return whom each respondent's mark is tied to."""
    return {one.label: one.participant for one in documents.speakers(project) if one.role == "respondent"}


def types(project: Project) -> dict[str, str]:
    return {info.name: info.type for info in participants.attributes(project)}


def test_a_participant_is_added_edited_and_taken_out(project: Project) -> None:
    one = documents.find(project, "Duo").key
    does_and_undoes(
        project,
        lambda: participants.add(
            project, "  Anne  M. ", confidential=True, attributes={"Fonction": "gérante", "Âge": "41"}, documents=[one]
        ),
    )
    key = participants.listed(project)[0].key
    assert participants.get(project, key) == ParticipantInfo(
        key, 1, "Anne M.", True, {"Fonction": "gérante", "Âge": "41"}, (one,)
    )
    does_and_undoes(project, lambda: participants.edit(project, key, "Anna", False, {"fonction": "", "âge": "42"}))
    assert participants.get(project, key) == ParticipantInfo(key, 1, "Anna", False, {"Âge": "42"}, (one,))
    participants.edit(project, key)
    assert participants.get(project, key).name == "Anna"
    does_and_undoes(project, lambda: participants.remove(project, [key]))
    assert participants.listed(project) == []
    assert (
        asked(project.path, "SELECT * FROM participation") == asked(project.path, "SELECT * FROM attribute_value") == []
    )
    assert len(documents.listed(project)) == 3


def test_numbers_follow_the_order_of_the_table(project: Project) -> None:
    keys = [participants.add(project, name) for name in ("c", "a", "b")]
    participants.remove(project, keys[:1])
    participants.add(project, "d")
    assert [(info.number, info.name) for info in participants.listed(project)] == [(1, "a"), (2, "b"), (3, "d")]


@pytest.mark.parametrize(("name", "why"), [(" \t", "needs a name"), ("ANNÉ", "Another participant is called ANNÉ")])
def test_a_name_is_needed_and_is_taken_once(project: Project, name: str, why: str) -> None:
    participants.add(project, "Anne")
    other = participants.add(project, "Bea")
    for verb in (lambda: participants.add(project, name), lambda: participants.edit(project, other, name)):
        with pytest.raises(SourceError, match=why):
            verb()
    participants.edit(project, other, "BEA")
    assert list(named(project)) == ["Anne", "BEA"]


def test_what_is_gone_is_said(project: Project) -> None:
    key, document = participants.add(project, "a"), documents.find(project, "Duo").key
    speaker = documents.speakers(project, document)[1].key
    before = dump(project.path)
    for verb in (
        lambda: participants.get(project, 99),
        lambda: participants.edit(project, 99),
        lambda: participants.remove(project, [key, 99]),
        lambda: participants.tie(project, 99, document),
        lambda: participants.tie(project, key, 99),
        lambda: participants.untie(project, key, document),
        lambda: participants.tie_speaker(project, 99, key),
        lambda: participants.tie_speaker(project, speaker, 99),
        lambda: attributes.set_type(project, 99, "text"),
        lambda: participants.add(project, "b", documents=[99]),
    ):
        with pytest.raises(NothingThere):
            verb()
    assert dump(project.path) == before


def test_the_one_respondent_of_a_document_is_its_participant(project: Project) -> None:
    document = documents.find(project, "Œuvre").key
    key, second = participants.add(project, "Dora D."), participants.add(project, "Eve")
    does_and_undoes(project, lambda: participants.tie(project, key, document))
    assert spoken(project)["DORA"] == "Dora D."
    participants.tie(project, second, document)
    assert spoken(project)["DORA"] == "Dora D."
    participants.tie(project, key, document)
    assert named(project)["Dora D."].documents == (document,)
    does_and_undoes(project, lambda: participants.untie(project, key, document))
    assert spoken(project)["DORA"] is None
    assert named(project)["Dora D."].documents == ()
    participants.remove(project, [second])
    assert spoken(project)["DORA"] is None


def test_of_several_respondents_none_is_taken_to_be_the_participant(project: Project) -> None:
    document = documents.find(project, "Duo").key
    bea, carl = (speaker.key for speaker in documents.speakers(project, document)[1:])
    one, two = participants.add(project, "Bea B.", documents=[document]), participants.add(project, "Carl C.")
    assert spoken(project) == {"ANNE": None, "BEA": None, "CARL": None, "DORA": None}
    does_and_undoes(project, lambda: participants.tie_speaker(project, carl, two))
    participants.tie_speaker(project, bea, one)
    assert (spoken(project)["BEA"], spoken(project)["CARL"]) == ("Bea B.", "Carl C.")
    assert [info.documents for info in participants.listed(project)] == [(document,), (document,)]
    participants.tie_speaker(project, bea, None)
    assert spoken(project)["BEA"] is None
    assert named(project)["Bea B."].documents == (document,)
    participants.remove(project, [two])
    assert spoken(project)["CARL"] is None


def test_a_mark_of_unknown_role_counts_where_nobody_is_known_to_answer(project: Project) -> None:
    document = documents.find(project, "Œuvre").key
    documents.set_role(project, documents.speakers(project, document)[1].key, "unknown")
    participants.add(project, "Dora D.", documents=[document])
    assert documents.speakers(project, document)[1].participant == "Dora D."


@pytest.mark.parametrize(
    ("given", "type"),
    [
        (["3", "-4,5", "1 200", "1\u202f000,5", "2e3", ""], "number"),
        (["oui", "Non", "TRUE", "faux", "1", "0"], "boolean"),
        (["0", "1"], "number"),
        (["2024-01-31", "2023-12-01"], "date"),
        (["31/01/2024", "01/12/2023"], "date"),
        (["31/01/2024", "2024-01-31"], "text"),
        (["32/01/2024"], "text"),
        (["3", "trois"], "text"),
        (["nan", "inf"], "text"),
        (["1e999"], "text"),
        (["", ""], "text"),
    ],
)
def test_types_are_told_from_the_values(given: list[str], type: str) -> None:
    assert values.inferred(given) == type


def test_what_is_known_of_a_document_is_written_and_taken_off(project: Project) -> None:
    first = documents.find(project, "Duo").key
    participants.add(project, "Ada", attributes={"lieu": "Lyon"})

    def known() -> list[str]:
        return [one.value for one in participants.known(project).values if one.document == first]

    does_and_undoes(project, lambda: attributes.describe(project, first, {"lieu": " Paris ", "an": "2024"}))
    assert sorted(known()) == ["2024", "Paris"]
    assert [one.type for one in participants.attributes(project, "document")] == ["text", "number"]
    attributes.describe(project, first, {"Lieu": "", "mois": ""})
    assert known() == ["2024"]
    assert [one.name for one in participants.attributes(project, "document")] == ["lieu", "an"]
    assert participants.get(project, 1).attributes == {"lieu": "Lyon"}
    with pytest.raises(NothingThere):
        attributes.describe(project, 99, {"lieu": "Paris"})


def test_a_name_is_taken_only_among_attributes_of_the_same(project: Project) -> None:
    people, texts = attributes.add(project, "lieu"), attributes.add(project, "année", "number", "document")
    attributes.rename(project, texts, "Lieu")
    with pytest.raises(SourceError, match=r"Another attribute is called LIEU\."):
        attributes.add(project, "LIEU", subject="document")
    attributes.rename(project, people, "ville")
    assert [one.name for one in participants.attributes(project, "document")] == ["Lieu"]


def test_the_type_of_an_attribute_can_be_set_where_its_values_allow(project: Project) -> None:
    participants.add(project, "a", attributes={"x": "1", "y": "Oui"})
    participants.add(project, "b", attributes={"x": "0", "y": "peut-être"})
    x, y = participants.attributes(project)
    assert (x, y.type) == (AttributeInfo(x.key, "x", "number", "participant", 0), "text")
    does_and_undoes(project, lambda: attributes.set_type(project, x.key, "boolean"))
    assert [info.attributes["x"] for info in participants.listed(project)] == ["oui", "non"]
    with pytest.raises(SourceError, match=r"y holds peut-être, which is no boolean\."):
        attributes.set_type(project, y.key, "boolean")
    with pytest.raises(SourceError, match=r"No attribute type is called colour\."):
        attributes.set_type(project, x.key, "colour")
    participants.edit(project, 1, attributes={"x": "YES"})
    assert participants.get(project, 1).attributes["x"] == "oui"
    participants.edit(project, 1, attributes={"x": "12"})
    assert types(project) == {"x": "text", "y": "text"}


def test_a_table_makes_participants_and_ties_them(project: Project, table: Callable[..., Path]) -> None:
    path = table(
        "Fichier;Nom;Fonction;Type_entreprise;Confidentialité;Salariés",
        "ENTRETIEN ETE 24.10.DOCX;Anne;'=gérante;TPE;Oui;12",
        "dossier/duo.txt;Bea;cheffe;PME;non;1 200",
        ";;;;;",
        "duo;Carl;;PME;;3",
        "absent.docx;Zoé;élue;;1;",
        ";Yann;;;;",
        encoding="cp1252",
    )
    heard: list[ParticipantsImported] = []
    does_and_undoes(project, lambda: heard.append(participants.import_table(project, path)))
    assert heard[0] == ParticipantsImported(
        5,
        5,
        0,
        [("Anne", "Entretien Été 24.10"), ("Bea", "Duo"), ("Carl", "Duo")],
        ["absent.docx", "Yann"],
        ("Fonction", "Type_entreprise", "Salariés"),
        (Tied(1, "Entretien Été 24.10", "ANNE", "Anne"), Tied(2, "Duo", "BEA", "Bea"), Tied(2, "Duo", "CARL", "Carl")),
    )
    people = named(project)
    assert list(people) == ["Anne", "Bea", "Carl", "Zoé", "Yann"]
    assert people["Anne"].attributes == {"Fonction": "=gérante", "Type_entreprise": "TPE", "Salariés": "12"}
    assert [info.confidential for info in people.values()] == [True, False, False, True, False]
    assert people["Carl"].attributes == {"Type_entreprise": "PME", "Salariés": "3"}
    assert types(project) == {"Fonction": "text", "Type_entreprise": "text", "Salariés": "number"}
    assert spoken(project) == {"ANNE": "Anne", "BEA": "Bea", "CARL": "Carl", "DORA": None}
    assert (project.history()[-1].label, project.history()[-1].kind) == ("Import participants", "redo")


def test_a_table_read_again_brings_the_same_participants_up_to_date(
    project: Project, table: Callable[..., Path]
) -> None:
    first = table("entretien;nom;fonction;pays", "Duo;Bea;cheffe;FR", "Œuvre;Dora;;FR")
    participants.import_table(project, first)
    keys = {info.name: info.key for info in participants.listed(project)}
    steps = len(project.history())
    again = participants.import_table(project, first)
    assert (again.made, again.updated, len(project.history())) == (0, 2, steps)
    participants.edit(project, keys["Bea"], confidential=True)
    second = table("Entretien,Nom,Fonction,Taille", "oeuvre,DORA,peintre,3", "duo,Béa,,5", "duo,Eve,,8")
    changed = participants.import_table(project, second)
    assert (changed.made, changed.updated) == (1, 2)
    people = named(project)
    assert {name: info.key for name, info in people.items()} == {
        "Béa": keys["Bea"],
        "DORA": keys["Dora"],
        "Eve": people["Eve"].key,
    }
    assert people["DORA"].attributes == {"fonction": "peintre", "pays": "FR", "Taille": "3"}
    assert people["Béa"].attributes == {"pays": "FR", "Taille": "5"}
    assert people["Béa"].confidential
    assert [info.name for info in participants.attributes(project)] == ["fonction", "pays", "Taille"]


def test_one_person_may_stand_in_several_rows(project: Project, table: Callable[..., Path]) -> None:
    path = table("document,name,confidential,role", "Duo,Bea,yes,boss", "Œuvre,bea,no,")
    found = participants.import_table(project, path)
    assert (found.rows, found.made) == (2, 1)
    (bea,) = participants.listed(project)
    assert (len(bea.documents), bea.confidential, bea.attributes) == (2, True, {"role": "boss"})


@pytest.mark.parametrize(("language", "yes", "no"), [("fr", "oui", "non"), ("en", "yes", "no")])
def test_the_ways_to_say_yes_are_one_value(
    tmp_path: Path, table: Callable[..., Path], language: str, yes: str, no: str
) -> None:
    said = ["Oui", "oui", "OUI", "yes", "True", "1", "vrai", "Non", "no", "FALSE", "0", "faux"]
    with Project.create(tmp_path / "other", language=language) as project:
        path = table("nom;export;confidentiel", *(f"P{n};{word};{word}" for n, word in enumerate(said)))
        participants.import_table(project, path)
        people = participants.listed(project)
        assert types(project) == {"export": "boolean"}
    assert [info.attributes["export"] for info in people] == [yes] * 7 + [no] * 5
    assert [info.confidential for info in people] == [True] * 7 + [False] * 5


def test_what_is_not_understood_counts_as_confidential(project: Project, table: Callable[..., Path]) -> None:
    words = ["x", "confidentiel", "à voir", "", "-", "public", "Non confidentiel"]
    participants.import_table(
        project, table("nom;secret", *(f"P{n};{word}" for n, word in enumerate(words))), confidential="Secret"
    )
    assert [info.confidential for info in participants.listed(project)] == [True] * 3 + [False] * 4
    assert participants.attributes(project) == []


def test_the_columns_can_be_named(project: Project, table: Callable[..., Path]) -> None:
    path = table("Participant,Fonction,Interview", "Anne,gérante,œuvre.MP3", "Bea,,duo")
    found = participants.import_table(project, path, key="INTERVIEW")
    assert (found.tied, found.columns) == ([("Anne", "Œuvre"), ("Bea", "Duo")], ("Fonction",))
    for options in ({"key": "Document"}, {"confidential": "Document"}):
        with pytest.raises(TableError, match=r"no column called Document; it has Participant, Fonction, Interview\."):
            participants.import_table(project, path, **options)


def test_a_spreadsheet_is_read_like_a_table_of_text(project: Project, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (
        ["Document", "Nom", "Confidentiel", "Effectif"],
        ["duo", "Bea", True, 3.0],
        ["œuvre", "Dora", False, 4],
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    found = participants.import_table(project, tmp_path / "t.xlsx")
    assert (found.made, found.tied) == (2, [("Bea", "Duo"), ("Dora", "Œuvre")])
    assert [(info.confidential, info.attributes) for info in participants.listed(project)] == [
        (True, {"Effectif": "3"}),
        (False, {"Effectif": "4"}),
    ]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["duo;Bea;cheffe", "œuvre;Dora;"], r"The first row of table\.csv has to name the columns\."),
        (["P1;oui;x", "P2;non;y"], r"The first row of table\.csv has to name the columns\."),
        (["nom;Nom", "a;b"], "Two columns of table.csv are called Nom"),
        (["nom"], "has no rows below its header"),
    ],
)
def test_a_bad_table_changes_nothing(project: Project, table: Callable[..., Path], lines: list[str], why: str) -> None:
    before = dump(project.path)
    with pytest.raises(TableError, match=why):
        participants.import_table(project, table(*lines))
    assert dump(project.path) == before


def test_a_column_may_be_called_like_a_document(project: Project, table: Callable[..., Path]) -> None:
    documents.add(project, [interview("interview", "IDA")])
    found = participants.import_table(project, table("Interview,nom", "interview,Ida"))
    assert found.tied == [("Ida", "interview")]


def test_documents_that_differ_by_accents_alone_are_told_apart(project: Project, table: Callable[..., Path]) -> None:
    documents.add(project, [interview("DUO", "IDA")])
    found = participants.import_table(project, table("nom", "Duo", "DUO", "duo"))
    # One participant, for names are alike; the last spelling matches two documents and so none.
    assert (found.made, found.unmatched) == (1, ["duo"])
    assert [document for _, document in found.tied] == ["Duo", "DUO"]


def test_stopped_at_any_point_nothing_is_left(project: Project, table: Callable[..., Path]) -> None:
    path, before, stopped = table("nom;âge", "Duo;3", "Œuvre;4"), dump(project.path), 0
    while True:
        left = stopped

        def stop(done: int, total: int, doing: str = "") -> None:
            nonlocal left
            if left == 0:
                raise Cancelled
            left -= 1

        try:
            participants.import_table(project, path, progress=stop)
        except Cancelled:
            stopped += 1
            assert dump(project.path) == before
        else:
            break
    assert stopped >= 4
    assert len(participants.listed(project)) == 2


def test_two_rows_of_a_name_that_say_other_things_are_two_people(project: Project, table: Callable[..., Path]) -> None:
    path = table(
        "fichier;nom;secteur;âge", "Duo;X;banque;40", "Entretien Été 24.10;x;soins;", "Duo;X;;40", "Duo;Y;banque;"
    )
    heard: list[ParticipantsImported] = []
    does_and_undoes(project, lambda: heard.append(participants.import_table(project, path)))
    assert heard[0].made == 3
    assert [tuple(one) for one in heard[0].apart] == [("x (2)", 3, 2)]
    assert heard[0].tied == [("X", "Duo"), ("x (2)", "Entretien Été 24.10"), ("Y", "Duo")]
    people = named(project)
    assert {name: dict(one.attributes) for name, one in people.items()} == {
        "X": {"secteur": "banque", "âge": "40"},
        "x (2)": {"secteur": "soins"},
        "Y": {"secteur": "banque"},
    }
    again = participants.import_table(project, path)
    assert (again.made, again.updated) == (0, 3)


def test_a_folder_in_the_key_tells_files_of_one_name_apart(project: Project, table: Callable[..., Path]) -> None:
    for folder in ("Anne", "Bea"):
        documents.add(project, [replace(draft("audio", f"{folder} parle."), path=Path(f"/study/{folder}/audio.vtt"))])
    path = table("key;name", "Bea/audio.vtt;Bea", "C:\\study\\ANNE\\audio;Anne", "Chloé/audio;Chloé")
    found = participants.import_table(project, path)
    assert found.tied == [("Bea", "Bea audio"), ("Anne", "audio")]
    assert found.unmatched == ["Chloé/audio"]


def test_people_of_one_function_are_told_apart_by_whether_they_may_be_named(
    project: Project, table: Callable[..., Path]
) -> None:
    path = table("Fonction;Secteur;Confidentialité", "Associée;tous;non", "Gérant;bois;", "Associée;tous;Oui")
    found = participants.import_table(project, path)
    assert [(one.name, one.confidential) for one in participants.listed(project)] == [
        ("Associée", False),
        ("Gérant", False),
        ("Associée (2)", True),
    ]
    assert [one._asdict() for one in found.apart] == [{"name": "Associée (2)", "line": 4, "other": 2}]
    named = table("Nom;Secteur;Confidentiel", "Zoé;tous;non", "Zoé;tous;oui", name="named.csv")
    participants.import_table(project, named)
    assert [one.confidential for one in participants.listed(project) if one.name.startswith("Zoé")] == [True]
