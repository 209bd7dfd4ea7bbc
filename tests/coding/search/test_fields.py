"""Fields of a query: each means the passages that a plain reading of the project finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import codebook, codings, links, memos
from coding.codebook import frameworks
from coding.memos import Target, on
from coding.moment.moment import Moment
from coding.search import fields
from corpus import anchors, documents, importing
from corpus.errors import QueryError
from corpus.people import participants
from corpus.search.index import SearchIndex
from corpus.search.nodes import Among
from corpus.search.query import parse
from corpus.store.project import Project
from tests.coding.support import searched

ANNE = (
    "INT: Le parcours client ?\nANNE: Oui, le parcours client casse 🙂 souvent.\nANNE: Le stock manque.\n"
    "INT: Et après ?\nANNE: Rien, on attend.\n"
)
BRUNO = "INT: Et le client ?\nBRUNO: Le client attend le parcours.\nBRUNO: Fin.\n"


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fields")
    (folder / "Anne.txt").write_text(ANNE, "utf-8")
    (folder / "Bruno [2].txt").write_text(BRUNO, "utf-8")
    with Project.create(folder / "a.verbatim", coder="Zoé") as project:
        importing.import_files(project, [folder / "Anne.txt", folder / "Bruno [2].txt"])
        frameworks.add(project, "meco-2019")
        anne, bruno = (documents.find(project, name).key for name in ("Anne", "Bruno [2]"))
        parent = codebook.add(project, "Écoute")
        child = codebook.add(project, "Irritants", parent=parent)
        stock = codebook.add(project, "Gestion du stock")
        links.link(project, parent, codebook.find(project, "C1").key)

        def code(document, text, words, code):
            start = text.index(words)
            return codings.apply(project, code, anchors.words(document, start, start + len(words)))

        code(anne, ANNE, "parcours client casse", child)
        first = code(anne, ANNE, "casse 🙂 souvent", codebook.find(project, "C2").key)
        code(anne, ANNE, "stock", stock)
        code(bruno, BRUNO, "attend", codebook.find(project, "C2").key)
        project.coder = "Paul"
        code(bruno, BRUNO, "Fin", stock)
        project.coder = "Zoé"
        memos.add(project, "Une gêne très nette", targets=[Target("coding", first)])
        at = BRUNO.index("Le client attend")
        memos.add(project, "À revoir", targets=[on(anchors.words(bruno, at, at + 9))])
        memos.add(project, "Sur le projet")
        participants.add(project, "Anne Roy", attributes={"type de firme": "Grande surface"}, documents=[anne])
        participants.add(project, "Bruno Dix", attributes={"type de firme": "Luxe"}, documents=[bruno])
        yield project, SearchIndex.of(project, folder / "cache")


def found(study, query):
    """Return document's first letter and number of each passage found."""
    project, index = study
    hits = searched(project, query, index)
    return " ".join(f"{hit.document_name[0]}{hit.number}" for hit in hits)


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("capability:C1", "A2"),
        ("capacité:c2", "A2 B2"),
        ("concept:C1", "A2"),
        ("concept:c2", "A2 B2"),
        ("Concept:C2 SAUF concept:C1", "B2"),
        ("code:écoute", "A2"),
        ("code:Écoute/Irritants", "A2"),
        ('code:"gestion du stock"', "A3 B3"),
        ("code:gestion*", "A3 B3"),
        ("code:C1", "A2"),
        ("capability:C1 -capability:C2", ""),
        ("capability:C2 SAUF capability:C1", "B2"),
        ("capability:C3", ""),
        ("cycle:1", "A2 A3 B3"),
        ("cycle:2", "A2 B2"),
        ("coding:descriptive", "A2 A3 B3"),
        ("codage:descriptif", "A2 A3 B3"),
        ("coding:theoretical", "A2 B2"),
        ("codage:théorique", "A2 B2"),
        ("avec:concept", "A2 B2"),
        ("speaker:anne", "A2 A3 A5"),
        ('locuteur:"Bruno dix"', "B2 B3"),
        ("speaker:*n*", "A1 A2 A3 A4 A5 B1 B2 B3"),
        ("role:intervieweur", "A1 A4 B1"),
        ("role:respondent", "A2 A3 A5 B2 B3"),
        ("role:interviewee", "A2 A3 A5 B2 B3"),
        ("rôle:interviewé", "A2 A3 A5 B2 B3"),
        ('participant:"anne roy"', "A2 A3 A5"),
        ('participant."type de firme":luxe', "B2 B3"),
        ('participant."type de firme":"grande*"', "A2 A3 A5"),
        ('participant."type de firme":rien', ""),
        ("participant.confidential:oui", ""),
        ("document:anne", "A1 A2 A3 A4 A5"),
        ('document:"bruno [2]"', "B1 B2 B3"),
        ("doc:b*", "B1 B2 B3"),
        ("document:x*", ""),
        ("coder:paul", "B3"),
        ("codeur:Z*", "A2 A3 B2"),
        ("origin:manual", "A2 A3 B2 B3"),
        ("origine:import", ""),
        ("memo:gêne", "A2"),
        ('mémo:"GENE TRES"', "A2"),
        ("memo:projet", ""),
        ("has:memo", "A2 B2"),
        ("avec:extrait", ""),
        ("sans:locuteur", ""),
        ("has:participant", "A2 A3 A5 B2 B3"),
        ("uncoded", "A1 A4 A5 B1"),
        ("sans:code -role:interviewer", "A5"),
        ("parcours ET capability:C1", "A2"),
        ("client capability:C2 -doc:anne", "B2"),
        ("(code:écoute | coder:paul) -fin", "A2"),
        ("capability:C1 OVERLAPS capability:C2", "A2"),
        ("code:écoute CHEVAUCHE code:gestion*", ""),
        ("speaker:anne OVERLAPS capability:C2", "A2"),
        ("capability:C1 NEAR code:gestion*", "A2 A3"),
        ("code:gestion* NEAR capability:C1", "A2 A3"),
        ("capability:C1 THEN code:gestion*", "A2 A3"),
        ("code:gestion* THEN capability:C1", ""),
        ("capability:C1 NEAR capability:C2", "A2"),
        ("capability:C1 THEN/2 (speaker:int | coder:paul)", "A2 A4"),
        ("code:gestion* PRÈS/9 capability:C2", "A2 A3 B2 B3"),
        ("capability:C2 PUIS code:gestion* SAUF doc:anne", "B2 B3"),
        ("/casse.{1,3}souvent/ capability:C1", "A2"),
        ("=Le", "A1 A3 B2"),
        ("~attendre", "A5 B2"),
    ],
)
def test_a_field_means_what_it_says(study, query, passages):
    assert found(study, query) == passages


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("code:Irritant", "No code is called Irritant; is Irritants meant?"),
        ("client capability:Écoute", "No code is called Écoute."),
        ("code:zzz*", "No code fits zzz* (character 1)."),
        ("coder:Paule", "coder: has no Paule (character 1); it has: Paul, Zoé."),
        ("speaker:bruni", "speaker: has no bruni (character 1); it has: BRUNO, ANNE, INT."),
        ("role:x", "role: has no x (character 1); it has: interviewer, interviewee, unknown."),
        ("cycle:3", "cycle: has no 3 (character 1); it has: descriptive, theoretical."),
        (
            "has:mémos",
            "has: has no mémos (character 1); it has: memo, code, capability, excerpt, speaker, participant.",
        ),
        ("origin:manuell", "origin: has no manuell (character 1); it has: manual, in vivo, suggestion, import, auto."),
        ("participant.âge:3", "No attribute is called âge; there are: type de firme."),
    ],
)
def test_an_unknown_value_is_said_with_those_there_are(study, query, sentence):
    with pytest.raises(QueryError) as refused:
        found(study, query)
    assert str(refused.value) == sentence
    assert refused.value.position == query.index(":") - query.split(":")[0].split()[-1].__len__()


def test_a_new_coding_is_found_by_its_code_without_work_on_the_index(study):
    project, index = study
    before, stored = found(study, "code:gestion*"), index.view()
    at = BRUNO.index("client")
    bruno = documents.find(project, "Bruno [2]").key
    codings.apply(project, codebook.find(project, "Gestion du stock").key, anchors.words(bruno, at, at + 6))
    assert found(study, "code:gestion*") == "A3 B1 B3"
    assert index.view().segments == stored.segments
    project.undo()
    assert found(study, "code:gestion*") == before


NAMES = ["capability:C1", "capability:C2", "code:écoute", "code:gestion*", "coder:paul", "role:interviewer", "doc:b*"]


def spans_of(project, name):
    """Return (document, start, end) of what a side of a relation covers."""
    source = Moment.of(project)
    if name in ("role:interviewer", "doc:b*"):
        kept = fields.resolved(parse(name), lambda: source)
        assert isinstance(kept, Among)
        return [row[1:4].tolist() for row in source.passages if row[0] in kept.keys]
    ways = {"capability:C1": "C1", "capability:C2": "C2", "code:écoute": "Écoute", "code:gestion*": "Gestion du stock"}
    if name == "coder:paul":
        rows = source.net.codings[[source.net.coders[row[5]] == "Paul" for row in source.net.codings]]
        return rows[:, [1, 3, 4]].tolist()
    items = source.net.evidence(codebook.find(project, ways[name]).key)
    return [[item.document, item.start, item.end] for item in items]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(NAMES), st.sampled_from(["OVERLAPS", "NEAR", "NEAR/3", "THEN", "THEN/2"]), st.sampled_from(NAMES)
)
def test_relations_are_those_of_a_plain_reading(study, first, relation, second):
    project, _ = study
    source = Moment.of(project)
    rows = source.passages.tolist()
    one, other = spans_of(project, first), spans_of(project, second)
    wanted = set()
    if relation == "OVERLAPS":
        for a in one:
            for b in other:
                low, high = max(a[1], b[1]), min(a[2], b[2])
                wanted |= {r[0] for r in rows if a[0] == b[0] == r[1] and low < high and r[2] < high and low < r[3]}
    else:
        most = int(relation.partition("/")[2] or 1)
        at = [
            [n for n, r in enumerate(rows) if any(r[1] == d and r[2] < e and s < r[3] for d, s, e in side)]
            for side in (one, other)
        ]
        for a in at[0]:
            for b in at[1]:
                gap = b - a
                fits = 1 <= gap <= most if relation.startswith("THEN") else abs(gap) <= most
                if fits and rows[a][1] == rows[b][1]:
                    wanted |= {rows[a][0], rows[b][0]}
    kept = fields.resolved(parse(f"{first} {relation} {second}"), lambda: source)
    assert isinstance(kept, Among)
    assert set(np.asarray(kept.keys).tolist()) == wanted
