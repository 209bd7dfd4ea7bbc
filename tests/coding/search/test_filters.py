"""Search with filters: what is found is what a plain reading of the project finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.moment.moment import Moment
from corpus import anchors, documents, importing
from corpus.errors import QueryError, WorkbenchError
from corpus.people import participants
from corpus.search.index import SearchIndex
from corpus.store.project import Project
from tests.coding.support import searched

ANNE = "INT: Le parcours client ?\nANNE: Oui, le parcours client casse 🙂 souvent.\nANNE: Le stock manque.\n"
BRUNO = "INT: Et le client ?\nBRUNO: Le client attend le parcours.\n"


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("find")
    (folder / "Anne.txt").write_text(ANNE, "utf-8")
    (folder / "Bruno [2].txt").write_text(BRUNO, "utf-8")
    with Project.create(folder / "a.verbatim", coder="Zoé") as project:
        importing.import_files(project, [folder / "Anne.txt", folder / "Bruno [2].txt"])
        frameworks.add(project, "meco-2019")
        anne, bruno = (documents.find(project, name).key for name in ("Anne", "Bruno [2]"))
        parent = codebook.add(project, "Écoute")
        child = codebook.add(project, "Irritants", parent=parent)
        start = ANNE.index("parcours client casse")
        codings.apply(project, child, anchors.words(anne, start, start + 8))
        links.link(project, parent, codebook.find(project, "C1").key)
        codings.apply(
            project, codebook.find(project, "C2").key, anchors.words(bruno, BRUNO.index("attend"), len(BRUNO) - 1)
        )
        participants.add(project, "Anne Roy", attributes={"secteur": "GSA"}, documents=[anne])
        participants.add(project, "Bruno Dix", attributes={"secteur": "Luxe"}, documents=[bruno])
        yield project, SearchIndex.of(project, folder / "cache")


def found(study, query="*", **filters):
    project, index = study
    names = {code.key: code.name for code in codebook.listed(project)}
    filters["codes"] = [codebook.find(project, name).key for name in filters.get("codes", ())]
    hits = searched(project, query, index, **filters)
    return [(hit.document_name, hit.number, tuple(names[code] for code in hit.codes)) for hit in hits]


def test_a_query_alone_finds_passages_with_codes_and_matches(study):
    assert found(study, '"parcours client"') == [("Anne", 1, ()), ("Anne", 2, ("Irritants",))]
    project, index = study
    hit = searched(project, '"parcours client"', index)[1]
    text = documents.text(project, hit.document)
    assert [text[start:end] for start, end in hit.matches] == ["parcours client"]
    assert (hit.text, hit.speaker, hit.role, hit.participants) == (
        text[hit.start : hit.end],
        "ANNE",
        "respondent",
        ("Anne Roy",),
    )
    assert len(hit.codings) == 1


@pytest.mark.parametrize(
    ("filters", "passages"),
    [
        ({"codes": ["Irritants"]}, [("Anne", 2)]),
        ({"codes": ["Écoute"]}, [("Anne", 2)]),
        ({"codes": ["C1"]}, [("Anne", 2)]),
        ({"codes": ["C1"], "ways": "direct"}, []),
        ({"codes": ["C1", "C2"]}, [("Anne", 2), ("Bruno [2]", 2)]),
        ({"speaker": "anne"}, [("Anne", 2), ("Anne", 3)]),
        ({"speaker": "bruno DIX"}, [("Bruno [2]", 2)]),
        ({"speaker": "personne"}, []),
        ({"role": "interviewer"}, [("Anne", 1), ("Bruno [2]", 1)]),
        ({"where": {"Secteur": "gsa"}, "role": "respondent"}, [("Anne", 2), ("Anne", 3)]),
        ({"documents": "b*"}, [("Bruno [2]", 1), ("Bruno [2]", 2)]),
        ({"documents": "bruno [2]"}, [("Bruno [2]", 1), ("Bruno [2]", 2)]),
        ({"documents": "x*"}, []),
        ({"codes": ["C1"], "documents": "b*"}, []),
    ],
)
def test_every_filter_keeps_what_it_says(study, filters, passages):
    assert [(name, number) for name, number, _ in found(study, **filters)] == passages


def test_a_new_coding_is_found_at_once_and_one_undone_no_more(study):
    project, _ = study
    before = found(study, codes=["Écoute"])
    anne = documents.find(project, "Anne").key
    start = ANNE.index("stock")
    codings.apply(project, codebook.find(project, "Écoute").key, anchors.words(anne, start, start + 5))
    assert found(study, codes=["Écoute"]) == [*before, ("Anne", 3, ("Écoute",))]
    project.undo()
    assert found(study, codes=["Écoute"]) == before


def test_unreadable_queries_and_unknown_attributes_are_said(study):
    with pytest.raises(QueryError):
        found(study, '"never closed')
    with pytest.raises(WorkbenchError, match="planète"):
        found(study, where={"planète": "Mars"})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_code_filter_is_the_evidence_of_the_code(study, data):
    project, index = study
    code = data.draw(st.sampled_from(codebook.listed(project)))
    ways = data.draw(st.sampled_from(["both", "direct", "linked"]))
    hits = searched(project, "*", index, codes=[code.key], ways=ways)
    assert {hit.passage for hit in hits} == Moment.of(project).covered([code.key], ways)
