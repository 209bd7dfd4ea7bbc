"""Links and judgements: each verb does and undoes; what bears on nothing is refused."""

from __future__ import annotations

import pytest

from coding import codebook, codings, links
from coding.codebook import frameworks
from corpus import anchors
from corpus.errors import CodingError, NothingThere, UnknownCode
from tests.coding.support import Study, does_and_undoes, dump


@pytest.fixture
def theory(study: Study) -> dict[str, int]:
    """Add two frameworks; give their codes by key."""
    frameworks.add(study.project, "meco-2019")
    frameworks.add(study.project, "homburg-2017")
    return {code.code_key: code.key for code in codebook.listed(study.project) if code.code_key}


def test_linking_and_unlinking(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    a = codebook.add(project, "a")
    key = does_and_undoes(project, lambda: links.link(project, a, c1, reason=" because "))
    (link,) = links.listed(project)
    assert (link.key, link.source, link.target, link.kind, link.mode) == (key, a, c1, "evidence", "all")
    assert (link.reason, link.coder, link.basis) == ("because", "Ada", "")
    does_and_undoes(project, lambda: links.set_mode(project, key, "one_by_one"))
    assert links.listed(project)[0].mode == "one_by_one"
    does_and_undoes(project, lambda: links.set_reason(project, key, "on reflection"))
    assert links.listed(project)[0].reason == "on reflection"
    with pytest.raises(CodingError, match="a is linked to Capacité d’analyse de l’expérience client already"):
        links.link(project, a, c1)
    does_and_undoes(project, lambda: links.unlink(project, a, c1))
    assert links.listed(project) == []
    key = links.link(project, a, c1)
    does_and_undoes(project, lambda: links.unlink(project, key))
    assert links.listed(project) == []


def test_a_second_link_into_a_framework_counts_one_by_one(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    for source, target in ((a, "C1"), (a, "C2"), (a, "touchpoint-design"), (b, "C2")):
        links.link(project, source, theory[target])
    links.link(project, b, theory["C3"], mode="all")
    assert [one.mode for one in links.listed(project)] == ["all", "one_by_one", "all", "all", "all"]


def test_crosswalks_lead_from_framework_to_framework(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    shipped = links.listed(project, kind="crosswalk")
    key = does_and_undoes(
        project, lambda: links.link(project, theory["C6"], theory["touchpoint-design"], kind="crosswalk", reason="r")
    )
    assert [one.key for one in links.listed(project, kind="crosswalk")] == [*(one.key for one in shipped), key]
    assert links.listed(project) == []
    assert len(links.listed(project, kind=None)) == len(shipped) + 1
    links.unlink(project, theory["C6"], theory["touchpoint-design"], kind="crosswalk")
    assert links.listed(project, kind="crosswalk") == shipped


def test_links_that_make_no_sense_are_refused(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    c1, c2, design = theory["C1"], theory["C2"], theory["touchpoint-design"]
    before = dump(project)
    for source, target, kind, sentence in (
        (a, b, "evidence", "b is of no framework"),
        (c1, design, "evidence", "evidence leads from descriptive codes"),
        (c1, c2, "crosswalk", "from one framework to another"),
        (a, c1, "crosswalk", "from one framework to another"),
        (a, c1, "rumour", "not rumour"),
    ):
        with pytest.raises(CodingError, match=sentence):
            links.link(project, source, target, kind=kind)
    with pytest.raises(CodingError, match="not sometimes"):
        links.link(project, a, c1, mode="sometimes")
    with pytest.raises(UnknownCode):
        links.link(project, a, 9999)
    for verb in (lambda: links.unlink(project, 9999), lambda: links.unlink(project, a, c1)):
        with pytest.raises(NothingThere):
            verb()
    with pytest.raises(NothingThere):
        links.set_mode(project, 9999, "all")
    assert dump(project) == before


def test_judging(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    a = codebook.add(project, "a")
    coding = codings.apply(project, a, anchors.words(study.documents["Achats"], 0, 5))
    links.link(project, a, c1)
    key = does_and_undoes(project, lambda: links.judge(project, coding, c1, "out", reason="off topic"))
    again = does_and_undoes(project, lambda: links.judge(project, coding, c1, "in", stance="nuances"))
    assert again == key
    with study.coder("Bob"):
        other = links.judge(project, coding, c1, "undecided", stance="contradicts")
    one, two = links.judgements(project)
    assert (one.key, one.coding, one.code, one.verdict, one.stance, one.reason, one.coder) == (
        *(key, coding, c1, "in", "nuances", "", "Ada"),
    )
    assert (two.key, two.verdict, two.stance, two.coder) == (other, "undecided", "contradicts", "Bob")
    does_and_undoes(project, lambda: links.withdraw(project, coding, c1))
    assert [one.key for one in links.judgements(project)] == [other]
    with pytest.raises(NothingThere, match="no decision of yours"):
        links.withdraw(project, coding, c1)


def test_judging_the_same_again_writes_nothing(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    coding = codings.apply(project, c1, anchors.words(study.documents["Achats"], 0, 5))
    links.judge(project, coding, c1, "in", reason="r")
    count = len(project.history())
    links.judge(project, coding, c1, "in", reason="r")
    assert len(project.history()) == count


def test_a_coding_bears_on_theory_by_its_code_or_one_above_it(study: Study, theory: dict[str, int]) -> None:
    project, achats, c1, c2 = study.project, study.documents["Achats"], theory["C1"], theory["C2"]
    sub = codebook.add(project, "a/b/c")
    links.link(project, codebook.find(project, "a").key, c1)
    coding = codings.apply(project, sub, anchors.words(achats, 0, 5))
    links.judge(project, coding, c1, "out")
    with pytest.raises(CodingError, match="c is not linked to Capacité de stratégisation"):
        links.judge(project, coding, c2, "in")
    direct = codings.apply(project, codebook.add(project, "sub", parent=c1), anchors.words(achats, 0, 5))
    links.judge(project, direct, c1, "in", stance="supports")
    with pytest.raises(CodingError, match="uncode them instead"):
        links.judge(project, direct, c1, "out")


def test_judgements_that_make_no_sense_are_refused(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    a = codebook.add(project, "a")
    coding = codings.apply(project, a, anchors.words(study.documents["Achats"], 0, 5))
    links.link(project, a, c1)
    before = dump(project)
    for code, verdict, stance, sentence in (
        (c1, "maybe", None, "not maybe"),
        (c1, "in", "loves", "not loves"),
        (a, "in", None, "a is of no framework"),
        (9999, "in", None, "no longer"),
    ):
        with pytest.raises(CodingError, match=sentence):
            links.judge(project, coding, code, verdict, stance=stance)
    with pytest.raises(NothingThere):
        links.judge(project, 9999, c1, "in")
    assert dump(project) == before


def test_judgements_are_listed_by_coding_and_code(study: Study, theory: dict[str, int]) -> None:
    project, achats = study.project, study.documents["Achats"]
    a = codebook.add(project, "a")
    links.link(project, a, theory["C1"])
    links.link(project, a, theory["C2"])
    one, two = (codings.apply(project, a, anchors.words(achats, at, at + 1)) for at in (0, 1))
    made = {
        (coding, key): links.judge(project, coding, theory[key], "in") for coding in (one, two) for key in ("C1", "C2")
    }
    assert [one.key for one in links.judgements(project, codings=[two])] == [made[two, "C1"], made[two, "C2"]]
    assert [one.key for one in links.judgements(project, code=theory["C2"])] == [made[one, "C2"], made[two, "C2"]]
    assert [one.key for one in links.judgements(project, codings=[one], code=theory["C2"])] == [made[one, "C2"]]
    assert links.judgements(project, codings=[]) == []
