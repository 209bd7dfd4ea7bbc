"""The copy for a supervisor: one page that needs nothing, in which nothing is markup and nobody hidden is named."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.exports import supervisor
from coding.moment.moment import Moment
from coding.permits import Terms
from corpus import anchors, sets
from corpus.errors import BeyondConsent
from corpus.people import consents, participants
from corpus.store.project import Project
from tests.coding.support import Study

SCRIPT = "</script><img src=x onerror=alert(1)> “a” & 'b' \u202eشراء 📈"
CONCEPT = "C1 Capacité d’analyse de l’expérience client"


def written(study: Study, folder: Path, **view: Any) -> tuple[str, dict[str, Any]]:
    """Write the copy and return the page and what it shows."""
    path = folder / "copy.html"
    supervisor.save(Moment.of(study.project).viewed(**view), path)
    page = path.read_text("utf-8")
    block = BeautifulSoup(page, "html.parser").find("script", id="study")
    return page, json.loads(block.get_text())  # type: ignore[union-attr]


def words(paper: dict[str, Any], span: int) -> str:
    """Return the words of a stretch, cut as JavaScript cuts."""
    start, end = paper["spans"][2 * span : 2 * span + 2]
    return paper["text"].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def quoted(shown: dict[str, Any], name: str) -> list[tuple[str, int]]:
    """Return the words that are evidence for a code, and by which way."""
    items = next(code["items"] for code in shown["codes"] if code["name"] == name)
    rows = zip(items[::3], items[1::3], items[2::3], strict=True)
    return [(words(shown["documents"][document], span), ways) for document, span, ways in rows]


@pytest.fixture
def coded(study: Study) -> Study:
    """Give a study in which a confidential Anne is coded, with a concept that a link leads to."""
    project = study.project
    participants.add(project, "Anne Roy", documents=[study.documents["Achats"]], confidential=True)
    code = codebook.add(project, "Rayon", definition="Où Anne Roy va")
    frameworks.add(project, "meco-2019")
    concept = codebook.find(project, "C1").key
    for document, said in (("Achats", "Ça coince en rayon."), ("Bureau", "📈 tombe chaque lundi")):
        codings.apply(project, code, study.words(document, said))
    codings.apply(project, concept, anchors.whole(study.documents["Caisse"]))
    return study


def test_the_page_shows_codes_evidence_and_documents_with_what_stands_on_their_words(coded, tmp_path):
    _, shown = written(coded, tmp_path)
    assert (shown["codes"][0]["name"], shown["codes"][0]["definition"]) == ("Rayon", "Où [participant 1] va")
    assert [one["group"] for one in shown["codes"]] == [0] + [1] * 7
    assert quoted(shown, "Rayon") == [("Ça coince en rayon.", 0), ("📈 tombe chaque lundi", 0)]
    assert quoted(shown, CONCEPT)[0][1] == supervisor.WHOLE
    names = [paper["name"] for paper in shown["documents"]]
    assert names == ["[participant 1]", "Bureau", "Caisse"]
    bureau = shown["documents"][1]
    assert [words(bureau, span) for span in bureau["codings"][::2]] == ["📈 tombe chaque lundi"]
    assert shown["documents"][2]["wholes"] == [1]
    turns = bureau["turns"]
    cut = bureau["text"].encode("utf-16-le")[2 * turns[4] : 2 * turns[5]].decode("utf-16-le")
    assert (cut, bureau["speakers"]) == ("Personne ne le lit, hélas.", ["LUC"])


def test_what_a_link_brings_and_what_contradicts_is_told(coded, tmp_path):
    project, concept = coded.project, codebook.find(coded.project, "C1").key
    links.link(project, codebook.find(project, "Rayon").key, concept)
    against = next(one for one in codings.listed(project) if not one.whole)
    links.judge(project, against.key, concept, "in", stance="contradicts")
    _, shown = written(coded, tmp_path)
    ways = dict(quoted(shown, CONCEPT))
    assert ways["Ça coince en rayon."] == supervisor.LINKED + supervisor.CONTRARY
    assert ways["📈 tombe chaque lundi"] == supervisor.LINKED


def test_nobody_hidden_is_named_whatever_the_view_and_it_is_the_same_bytes_again(coded, tmp_path):
    page, _ = written(coded, tmp_path, masking=False)
    assert not re.search(r"anne|roy\b", page.split("</style>")[1], re.IGNORECASE)
    assert "Ada" not in page
    assert written(coded, tmp_path)[0] == page


def test_nothing_that_is_named_becomes_markup_and_nothing_is_fetched(coded, tmp_path):
    project = coded.project
    codebook.edit(project, codebook.find(project, "Rayon").key, name=SCRIPT, definition=SCRIPT)
    page, shown = written(coded, tmp_path)
    assert shown["codes"][0]["definition"] == SCRIPT
    read = BeautifulSoup(page, "html.parser")
    assert not read.find_all(["img", "link", "iframe", "a"])
    assert [one.get("type") for one in read.find_all("script")] == ["application/json", None]
    assert not re.search(r"innerHTML|insertAdjacent|document\.write|\beval\(|https?:|@@", page.replace(SCRIPT, ""))


def test_the_pages_policy_lets_its_own_script_and_style_run_and_nothing_else(coded, tmp_path):
    page, _ = written(coded, tmp_path)
    read = BeautifulSoup(page, "html.parser")
    policy = read.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    for found in (read.find("style"), read.find_all("script")[1]):
        assert f"'sha256-{b64encode(hashlib.sha256(found.string.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_only_what_is_within_the_sets_is_in_it(coded, tmp_path):
    key = sets.make(coded.project, "Peu", "documents", [coded.documents["Bureau"]])
    uid = next(one.uid for one in sets.listed(coded.project) if one.key == key)
    _, shown = written(coded, tmp_path, within=(uid,))
    assert [paper["name"] for paper in shown["documents"]] == ["Bureau"]
    assert [said for said, _ in quoted(shown, "Rayon")] == ["📈 tombe chaque lundi"]


def test_who_did_not_agree_stops_it_or_their_documents_are_left_out(coded, tmp_path):
    anne = participants.listed(coded.project)[0].key
    consents.add(coded.project, anne, archive="no")
    with pytest.raises(BeyondConsent):
        written(coded, tmp_path)
    path = tmp_path / "less.html"
    assert supervisor.save(Moment.of(coded.project), path, terms=Terms(leave_out=True)) == 2
    assert "coince" not in path.read_text("utf-8")


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_a_study_of_nothing_makes_a_page_that_says_so(tmp_path, language):
    with Project.create(tmp_path / "empty.verbatim", name="<Rien>", language=language, coder="Ada") as project:
        supervisor.save(Moment.of(project), tmp_path / "copy.html")
    read = BeautifulSoup((tmp_path / "copy.html").read_text("utf-8"), "html.parser")
    assert read.title.string == "<Rien>"
    assert read.html["lang"] == ("fr" if language == "fr" else "en")
    asked = set(re.findall(r"\bW\.(\w+)", str(read.find_all("script")[1])))
    said = json.loads(read.find("script", id="study").string)["words"]
    assert asked == set(said)
