"""What is set aside: each verb does and undoes, whatever a memo is called, and goes where its codes go."""

from __future__ import annotations

import pytest

from coding import codebook, codings, links, memos, set_asides
from coding.codebook import frameworks, merging
from coding.set_asides import SetAsideInfo
from corpus import anchors
from corpus.errors import CodingError, FrameworkError, NothingThere, UnknownCode
from tests.coding.support import Study, does_and_undoes, dump

SOINS, ACHATS = "meco-2019", "homburg-2017"
Said = tuple[int, str | None, int | None, str, str]


@pytest.fixture
def theory(study: Study) -> dict[str, int]:
    """Add two frameworks; give their codes by key."""
    frameworks.add(study.project, SOINS)
    frameworks.add(study.project, ACHATS)
    return {code.code_key: code.key for code in codebook.listed(study.project) if code.code_key}


def said(study: Study) -> list[Said]:
    return [(one.code, one.framework, one.target, one.reason, one.coder) for one in set_asides.listed(study.project)]


def test_a_code_is_outside_one_framework(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    a = codebook.add(project, "a")
    key = does_and_undoes(project, lambda: set_asides.outside(project, a, SOINS.upper(), " weather "))
    assert said(study) == [(a, SOINS, None, "weather", "Ada")]
    assert set_asides.find(project, a, framework=SOINS).key == key
    does_and_undoes(project, lambda: set_asides.set_reason(project, key, " on reflection "))
    assert said(study) == [(a, SOINS, None, "on reflection", "Ada")]
    assert does_and_undoes(project, lambda: set_asides.outside(project, a, ACHATS)) != key
    does_and_undoes(project, lambda: set_asides.take_back(project, key))
    assert said(study) == [(a, ACHATS, None, "", "Ada")]
    for verb in (lambda: set_asides.take_back(project, key), lambda: set_asides.set_reason(project, key, "")):
        with pytest.raises(NothingThere, match="set aside no longer"):
            verb()
    with pytest.raises(NothingThere, match="is not set aside"):
        set_asides.find(project, a, framework=SOINS)


def test_a_link_is_refused(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    a = codebook.add(project, "a")
    key = does_and_undoes(project, lambda: set_asides.refuse(project, a, c1, "no"))
    assert said(study) == [(a, None, c1, "no", "Ada")]
    assert set_asides.refused(project) == {(a, c1)}
    assert set_asides.find(project, a, target=c1).key == key
    does_and_undoes(project, lambda: set_asides.take_back(project, key))
    assert set_asides.refused(project) == frozenset()


def test_what_one_said_is_not_altered_by_another_who_says_it_too(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    a = codebook.add(project, "a")
    keys = set_asides.outside(project, a, SOINS, "weather"), set_asides.refuse(project, a, c1, "no")
    before = dump(project)
    with study.coder("Bob"):
        again = set_asides.outside(project, a, SOINS, "rain"), set_asides.refuse(project, a, c1, "never")
    assert again == keys
    assert dump(project) == before


def test_no_memo_says_that_something_is_set_aside(study: Study) -> None:
    project = study.project
    a = codebook.add(project, "a")
    for title in ("Fits nothing", "Does not speak for it"):
        memos.add(project, "x", title=title, kind="theoretical", targets=[memos.Target("code", a)])
    assert set_asides.listed(project) == []


def test_what_makes_no_sense_is_refused(study: Study, theory: dict[str, int]) -> None:
    project, c1 = study.project, theory["C1"]
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    before = dump(project)
    with pytest.raises(CodingError, match="evidence leads from descriptive codes"):
        set_asides.outside(project, c1, SOINS)
    with pytest.raises(CodingError, match="evidence leads from descriptive codes"):
        set_asides.refuse(project, c1, theory["C2"])
    with pytest.raises(CodingError, match="b is of no framework"):
        set_asides.refuse(project, a, b)
    with pytest.raises(FrameworkError, match="nowhere is not in this project"):
        set_asides.outside(project, a, "nowhere")
    for verb in (lambda: set_asides.outside(project, 9999, SOINS), lambda: set_asides.refuse(project, a, 9999)):
        with pytest.raises(UnknownCode):
            verb()
    assert dump(project) == before


def test_a_merge_takes_it_along_and_loses_no_reason(study: Study, theory: dict[str, int]) -> None:
    project, c1, c2 = study.project, theory["C1"], theory["C2"]
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    set_asides.outside(project, a, SOINS, "weather")
    set_asides.outside(project, b, SOINS, "rain")
    set_asides.outside(project, b, ACHATS, "snow")
    set_asides.refuse(project, a, c1, "no")
    set_asides.refuse(project, b, c1, "never")
    set_asides.refuse(project, b, c2)
    does_and_undoes(project, lambda: merging.merge(project, [b], a))
    assert said(study) == [
        (a, SOINS, None, "weather", "Ada"),
        (a, ACHATS, None, "snow", "Ada"),
        (a, None, c1, "no", "Ada"),
        (a, None, c2, "", "Ada"),
    ]
    (memo,) = memos.of(project, "code", a)
    assert [line for line in memo.body.split("\n") if "écart" in line] == [
        f"Raison de la mise à l’écart de {frameworks.get(project, SOINS).title}\u00a0: rain",
        f"Raison de la mise à l’écart de {codebook.get(project, c1).name}\u00a0: never",
    ]


def test_theoretical_codes_that_become_one_take_their_refusals_along(study: Study) -> None:
    project = study.project
    frameworks.add(project, SOINS)
    own = frameworks.fork(project, SOINS)
    one, other = (codebook.find(project, f"{own}:{key}").key for key in ("C1", "C2"))
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    for code, target in ((a, one), (a, other), (b, other)):
        set_asides.refuse(project, code, target, str(code))
    does_and_undoes(project, lambda: merging.merge(project, [other], one))
    assert set_asides.refused(project) == {(a, one), (b, one)}


def test_a_code_split_off_is_set_aside_too(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    a = codebook.add(project, "a")
    coding = codings.apply(project, a, anchors.words(study.documents["Achats"], 0, 4))
    set_asides.outside(project, a, ACHATS, "weather")
    set_asides.refuse(project, a, theory["C1"], "no")
    links.link(project, a, theory["C2"], reason="seen")
    with study.coder("Bob"):
        made = does_and_undoes(project, lambda: merging.split_off(project, a, [coding], "b"))
    assert said(study)[2:] == [(made, ACHATS, None, "weather", "Bob"), (made, None, theory["C1"], "no", "Bob")]
    assert [(one.source, one.reason, one.coder) for one in links.listed(project)] == [
        (a, "seen", "Ada"),
        (made, "seen", "Bob"),
    ]


@pytest.mark.parametrize("gone", ["code", "target", "framework"])
def test_it_goes_with_its_code_and_its_framework_which_is_said_before(
    study: Study, theory: dict[str, int], gone: str
) -> None:
    project, c1 = study.project, theory["C1"]
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    set_asides.outside(project, a, SOINS)
    set_asides.refuse(project, a, c1)
    set_asides.refuse(project, b, theory["touchpoint-design"])

    def left() -> list[SetAsideInfo]:
        return set_asides.listed(project)

    if gone == "framework":
        assert frameworks.consequences(project, SOINS).set_asides == 2
        does_and_undoes(project, lambda: frameworks.remove(project, SOINS))
        assert len(left()) == 1
        return
    if gone == "target":
        own = frameworks.fork(project, SOINS, links=True)
        c1 = codebook.find(project, f"{own}:C1").key
    key, count = (a, 2) if gone == "code" else (c1, 1)
    found, before = codebook.consequences(project, key), len(left())
    assert found.set_asides == count
    assert f"{count} set-aside" in found.sentence
    does_and_undoes(project, lambda: codebook.remove(project, key))
    assert len(left()) == before - count
