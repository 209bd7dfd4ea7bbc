"""The page on the query language: each of its examples finds what it says, in the interview it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coding import codebook, codings, links, memos
from coding.codebook import frameworks
from coding.memos import on
from coding.moment.moment import Moment
from coding.search import other_hits
from coding.search.searches import Search
from corpus import anchors, documents, importing
from corpus.errors import QueryError
from corpus.people import participants
from corpus.search.index import SearchIndex
from corpus.store.project import Project
from tests.coding.support import searched

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "search.md").read_text("utf-8")
ROW = re.compile(r"^\| `((?:[^`\\]|\\.)+)` \| ([\d ]*) ?\|[^|]*\|$", re.MULTILINE)
REFUSED = re.compile(r"^\| `((?:[^`\\]|\\\||\\.)+)` \| ([A-Z].*) \|$", re.MULTILINE)
EXAMPLES = [(query.replace(r"\|", "|"), turns.strip()) for query, turns in ROW.findall(PAGE)]
SCOPED = re.findall(r"^\| `([^`]+)` \| (documents|codings|memos|definitions) \| ([^|]*)\|$", PAGE, re.MULTILINE)
REFUSALS = REFUSED.findall(PAGE[PAGE.index("## What can't be read") :].partition("\n## Speed")[0])


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    text = re.search(r"^```interview\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]
    (folder / "Entretien.txt").write_text(text, "utf-8")
    with Project.create(folder / "a.verbatim", coder="Zoé") as project:
        importing.import_files(project, [folder / "Entretien.txt"])
        frameworks.add(project, "meco-2019")
        document = documents.find(project, "Entretien").key
        turns = documents.passages(project, document)
        stored = documents.text(project, document)

        def code(number, code, words=None):
            start, end = turns[number - 1].start, turns[number - 1].end
            if words is not None:
                start = stored.index(words, start)
                end = start + len(words)
            codings.apply(project, code, anchors.words(document, start, end))

        irritants = codebook.add(project, "Irritants")
        links.link(project, irritants, codebook.find(project, "C1").key)
        code(2, irritants)
        code(4, codebook.add(project, "Parcours", parent=irritants), "parcours")
        code(5, codebook.add(project, "Prototyper"))
        code(5, codebook.find(project, "C2").key, "L'Expérience se teste en omni-canal.")
        project.coder = "Paul"
        code(7, codebook.find(project, "C1").key)
        project.coder = "Zoé"
        memos.add(project, "À vérifier", targets=[on(anchors.words(document, turns[6].start, turns[6].end))])
        participants.add(project, "Anne Roy", attributes={"secteur": "GSA"}, documents=[document])
        yield project, SearchIndex.of(project, folder / "cache")


def test_the_page_has_examples():
    assert len(EXAMPLES) > 60
    assert len(REFUSALS) == 5
    assert len(SCOPED) == 12


@pytest.mark.parametrize(("query", "turns"), EXAMPLES)
def test_an_example_finds_what_the_page_says(study, query, turns):
    project, index = study
    hits = searched(project, query, index)
    assert " ".join(str(hit.number) for hit in hits) == turns


@pytest.mark.parametrize(("query", "scope", "names"), SCOPED)
def test_an_example_finds_what_the_page_says_in_its_scope(study, query, scope, names):
    project, index = study
    found = other_hits.hits(Search(query, scope=scope), Moment.of(project), index)
    hits = [found.hit(number) for number in range(len(found))]
    said = [hit.about[1] if scope == "codings" else hit.name for hit in hits]
    assert "; ".join(said) == names.strip()


@pytest.mark.parametrize(("query", "sentence"), REFUSALS)
def test_a_refusal_is_what_the_page_says(study, query, sentence):
    project, index = study
    with pytest.raises(QueryError) as refused:
        searched(project, query, index)
    assert str(refused.value).startswith(sentence.removesuffix("…"))
