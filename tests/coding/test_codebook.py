"""Codes: each verb does and undoes; names are found or refused; merging and removing lose nothing unsaid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from coding import codebook, codings
from coding.codebook import PALETTE, frameworks
from coding.codebook.names import CodeNames
from coding.codebook.tree import Node
from coding.moment.counts import counts
from coding.moment.moment import Moment
from corpus import anchors
from corpus.errors import AmbiguousCode, CodingError, FrameworkError, UnknownCode
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes


def paths(project: Project) -> list[str]:
    return [code.path for code in codebook.listed(project) if code.cycle == 1]


def test_a_code_is_added_with_what_is_said_of_it(study: Study) -> None:
    key = does_and_undoes(
        study.project,
        lambda: codebook.add(
            study.project, " Écoute\n client ", definition="d", include="i", cues=["avis", "avis", "enquête"]
        ),
    )
    code = codebook.get(study.project, key)
    assert (code.name, code.path, code.cycle, code.framework, code.depth) == (
        "Écoute client",
        "Écoute client",
        1,
        None,
        0,
    )
    assert (code.definition, code.include, code.cues, code.provenance) == ("d", "i", ("avis", "enquête"), "")
    assert code.colour == PALETTE[0]
    assert code.label == "Écoute client"


def test_a_path_makes_the_parents_that_lack(study: Study) -> None:
    key = does_and_undoes(study.project, lambda: codebook.add(study.project, "irritants/attente/caisse"))
    other = codebook.add(study.project, "irritants/prix")
    assert paths(study.project) == ["irritants", "irritants/attente", "irritants/attente/caisse", "irritants/prix"]
    assert codebook.get(study.project, key).depth == 2
    top = codebook.find(study.project, "irritants").key
    assert codebook.subtree(study.project, top) == {top, key, other, codebook.find(study.project, "attente").key}
    assert codebook.subtree(study.project, key) == {key}


def test_an_equal_sibling_is_refused_and_a_cousin_is_not(study: Study) -> None:
    codebook.add(study.project, "prix")
    codebook.add(study.project, "irritants/prix")
    with pytest.raises(CodingError, match="called prix here already"):
        codebook.add(study.project, "prix")
    with pytest.raises(CodingError, match="called prix here already"):
        codebook.add(study.project, "irritants/prix")
    codebook.add(study.project, "Prix")
    assert paths(study.project) == ["prix", "irritants", "irritants/prix", "Prix"]


@pytest.mark.parametrize("name", ["", "  \n ", "a//b", "a/", "\x00"])
def test_names_that_are_none_are_refused(study: Study, name: str) -> None:
    with pytest.raises(CodingError, match="name"):
        codebook.add(study.project, name)
    assert codebook.listed(study.project) == []


def test_text_that_no_file_can_hold_gives_way(study: Study) -> None:
    key = codebook.add(study.project, "a\x00b/half\ud800")
    codebook.edit(study.project, key, definition="x\x00y")
    assert paths(study.project) == ["a b", "a b/half\ufffd"]
    assert codebook.get(study.project, key).definition == "x y"


def test_what_a_code_does_not_have_is_refused(study: Study) -> None:
    key = codebook.add(study.project, "a")
    with pytest.raises(TypeError, match="a code has no colur"):
        codebook.edit(study.project, key, colur="#000000")
    assert codebook.get(study.project, key).definition == ""


def test_colours_are_given_in_turn(study: Study) -> None:
    codebook.add(study.project, "mine", colour=PALETTE[1].upper())
    keys = [codebook.add(study.project, f"c{number}") for number in range(20)]
    given_ = [codebook.get(study.project, key).colour for key in keys]
    assert given_ == [PALETTE[0], *PALETTE[2:], PALETTE[0]]


# Machado, Oliveira and Fernandes (2009), severity 1.
SIGHTS = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)


def linear(colours: tuple[str, ...]) -> np.ndarray:
    values = np.array([[int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)] for colour in colours])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_palette_stays_apart(sight: str) -> None:
    seen = np.clip(linear(PALETTE) @ np.array(SIGHTS[sight]).T, 0, 1)
    ratios = seen @ TO_XYZ.T / np.array([0.95047, 1, 1.08883])
    f = np.where(ratios > 0.008856, np.cbrt(ratios), 7.787 * ratios + 16 / 116)
    lab = np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)
    distances = np.linalg.norm(lab[:, None] - lab[None], axis=2) + 1000 * np.eye(len(PALETTE))
    assert len(PALETTE) == 20
    assert distances.min() > 12


@pytest.mark.parametrize("page", ["#ffffff", "#1c1c1c"])
def test_the_palette_shows_on_light_and_dark(page: str) -> None:
    light = linear(PALETTE) @ TO_XYZ[1]
    ground = float((linear((page,)) @ TO_XYZ[1])[0])
    contrast = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    assert contrast.min() > 1.5


def test_finding_by_every_way_of_naming(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    c1 = codebook.find(study.project, "C1")
    assert c1.label == "C1 Capacité d’analyse de l’expérience client"
    assert (c1.framework, c1.code_key, c1.cycle, c1.provenance) == ("meco-2019", "C1", 2, "literature")
    for name in (
        "c1",
        "meco-2019:C1",
        "MECO-2019:c1",
        "capacite d’analyse de l’experience client",
        "meco-2019:" + c1.name,
    ):
        assert codebook.find(study.project, name) == c1
    child = codebook.add(study.project, "Écoute/Prix")
    for name in ("prix", "ecoute/prix", "Écoute/Prix", "/Écoute/Prix"):
        assert codebook.find(study.project, name).key == child


def test_case_and_accents_count_between_codes_that_differ_by_them(study: Study) -> None:
    plain, accented = codebook.add(study.project, "cote"), codebook.add(study.project, "Côté")
    assert codebook.find(study.project, "cote").key == plain
    assert codebook.find(study.project, "Côté").key == accented
    with pytest.raises(AmbiguousCode, match="cote, Côté"):
        codebook.find(study.project, "COTE")


def test_the_unknown_is_told_what_is_near_and_the_ambiguous_how_to_be_clear(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    codebook.add(study.project, "Prototypes")
    with pytest.raises(UnknownCode, match="No code is called prototipes; is Prototypes meant"):
        codebook.find(study.project, "prototipes")
    with pytest.raises(UnknownCode, match=r"No code is called xyz\.$"):
        codebook.find(study.project, "xyz")
    mine = codebook.add(study.project, "C1")
    with pytest.raises(AmbiguousCode, match="/C1, meco-2019:C1"):
        codebook.find(study.project, "C1")
    assert codebook.find(study.project, "/C1").key == mine
    fork = frameworks.fork(study.project, "meco-2019", key="ours")
    with pytest.raises(AmbiguousCode, match="meco-2019:C2, ours:C2"):
        codebook.find(study.project, "C2")
    assert codebook.find(study.project, "ours:C2").framework == fork


def test_within_one_book_the_code_at_the_path_wins(study: Study) -> None:
    below, top = codebook.add(study.project, "irritants/prix"), codebook.add(study.project, "prix")
    assert codebook.find(study.project, "prix").key == top
    assert codebook.find(study.project, "irritants/prix").key == below
    codebook.add(study.project, "achat/stock")
    codebook.add(study.project, "vente/stock")
    with pytest.raises(AmbiguousCode, match="achat/stock, vente/stock"):
        codebook.find(study.project, "stock")


SEGMENTS = st.sampled_from(["a", "b", "A", "é", "e", "c/d", "C1"])


PATHS = st.lists(SEGMENTS, min_size=1, max_size=3).map("/".join)


@given(
    st.lists(st.tuples(st.sampled_from([None, "f", "g"]), PATHS, st.none() | SEGMENTS.filter(str.isalnum)), max_size=9)
)
def test_every_code_has_a_way_that_means_it_alone(wanted: list[tuple[str | None, str, str | None]]) -> None:
    nodes, taken = [], set()
    for key, (framework, path, code_key) in enumerate(wanted):
        if (framework, path) in taken:
            continue
        if framework is None or (framework, code_key, "key") in taken:
            code_key = None
        taken |= {(framework, path), (framework, code_key, "key")}
        book = None if framework is None else ord(framework)
        nodes.append(
            Node(key, code_key, path.rpartition("/")[2], path, f"/{path}", path.count("/"), None, book, framework)
        )
    names = CodeNames(nodes)
    assert [names.find(names.way(node.key)) for node in nodes] == [node.key for node in nodes]


def test_the_list_is_in_tree_order_and_counts_include_the_codes_below(study: Study) -> None:
    project = study.project
    frameworks.add(project, "homburg-2017")
    frameworks.add(project, "meco-2019")
    b, a, sub = codebook.add(project, "b"), codebook.add(project, "a"), codebook.add(project, "b/sub")
    for name in ("Achats", "Bureau"):
        codings.apply(project, sub, anchors.words(study.documents[name], 0, 4))
    codings.apply(project, sub, anchors.words(study.documents["Achats"], 2, 4))
    with study.coder("Bob"):
        codings.apply(project, b, anchors.words(study.documents["Achats"], 0, 4))
    listed = codebook.listed(project)
    assert [code.key for code in listed[:3]] == [b, sub, a]
    assert [code.framework for code in listed[3:]] == ["homburg-2017"] * 4 + ["meco-2019"] * 7
    used = counts(Moment.of(project))
    assert [used.said(code.key) for code in listed[:3]] == [(4, 2), (3, 2), (0, 0)]
    assert [used.own.get(code.key, 0) for code in listed[:3]] == [1, 3, 0]


def test_reading_the_codebook_takes_as_many_queries_however_long_it_is(study: Study) -> None:
    asked: list[str] = []
    event.listen(study.project.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    codebook.add(study.project, "one", cues=["x"])
    asked.clear()
    codebook.listed(study.project)
    few = len(asked)
    with study.project.change("many"):
        for number in range(30):
            codebook.add(study.project, f"many/c{number}", cues=["x", "y"])
    asked.clear()
    codebook.listed(study.project)
    assert len(asked) == few <= 6


def test_one_code_is_told_as_the_list_tells_it(study: Study) -> None:
    frameworks.add(study.project, "meco-2019")
    parent = codebook.add(study.project, r"/a\\b/qualité\/prix")
    codebook.add(study.project, "délai", parent=parent, cues=["lent", "long"], aliases=["attente"])
    listed = codebook.listed(study.project)
    assert [codebook.get(study.project, code.key) for code in listed] == listed
    assert {code.depth for code in listed} == {0, 1, 2}


def test_editing(study: Study) -> None:
    project = study.project
    key = codebook.add(project, "a", cues=["one", "two"], definition="old", colour="#000000")
    codebook.add(project, "b")
    does_and_undoes(
        project, lambda: codebook.edit(project, key, name="c", cues=["two", "three"], definition="new", level="theme")
    )
    code = codebook.get(project, key)
    assert (code.name, code.cues, code.definition, code.level, code.colour) == (
        "c",
        ("two", "three"),
        "new",
        "theme",
        "#000000",
    )
    with pytest.raises(CodingError, match="called b here"):
        codebook.edit(project, key, name="b")
    with pytest.raises(CodingError, match="Only codes of a framework have a key"):
        codebook.edit(project, key, code_key="K")
    with pytest.raises(UnknownCode):
        codebook.edit(project, 9999, name="x")


def test_editing_nothing_writes_no_change(study: Study) -> None:
    key = codebook.add(study.project, "a", definition="d")
    count = len(study.project.history())
    codebook.edit(study.project, key, name="a", definition="d")
    assert len(study.project.history()) == count


def test_keys_change_in_grown_frameworks_alone(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    frameworks.fork(project, "meco-2019", key="ours")
    with pytest.raises(CodingError, match="fork it"):
        codebook.edit(project, codebook.find(project, "meco-2019:C1").key, code_key="D1")
    mine = codebook.find(project, "ours:C1").key
    with pytest.raises(CodingError, match="has the key C2"):
        codebook.edit(project, mine, code_key="C2")
    does_and_undoes(project, lambda: codebook.edit(project, mine, code_key="D1"))
    assert codebook.find(project, "D1").key == mine


def test_a_framework_grows_by_codes_of_this_study(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    key = codebook.add(project, "Improvisation", framework="meco-2019", key="C8")
    under = codebook.add(project, "Bricolage", parent=key)
    assert codebook.find(project, "C8").provenance == "this study"
    assert codebook.get(project, under).framework == "meco-2019"
    with pytest.raises(CodingError, match="has the key C8"):
        codebook.add(project, "Autre", framework="meco-2019", key="C8")
    with pytest.raises(FrameworkError, match="nowhere is not in this project"):
        codebook.add(project, "Autre", framework="nowhere")
    first = codebook.add(project, "premier")
    with pytest.raises(CodingError, match="premier is not of the framework meco-2019"):
        codebook.add(project, "Autre", parent=first, framework="meco-2019")


def test_moving(study: Study) -> None:
    project = study.project
    a, b, c = (codebook.add(project, name) for name in "abc")
    does_and_undoes(project, lambda: codebook.move(project, c, None, 0))
    assert paths(project) == ["c", "a", "b"]
    does_and_undoes(project, lambda: codebook.move(project, a, b))
    assert paths(project) == ["c", "b", "b/a"]
    does_and_undoes(project, lambda: codebook.move(project, a, None))
    assert paths(project) == ["c", "b", "a"]
    codebook.move(project, c, b)
    codebook.move(project, a, c)
    assert paths(project) == ["b", "b/c", "b/c/a"]


def test_moves_that_make_no_sense_are_refused(study: Study) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    frameworks.add(project, "homburg-2017")
    a, under = codebook.add(project, "a"), codebook.add(project, "a/b/c")
    c1, touch = codebook.find(project, "C1").key, codebook.find(project, "touchpoint-design").key
    for parent in (a, under):
        with pytest.raises(CodingError, match="a can't go under itself"):
            codebook.move(project, a, parent)
    for key, parent in ((a, c1), (c1, a), (c1, touch)):
        with pytest.raises(CodingError, match="stays among the descriptive codes"):
            codebook.move(project, key, parent)
    codebook.add(project, "c")
    with pytest.raises(CodingError, match="called c here"):
        codebook.move(project, under, None)
