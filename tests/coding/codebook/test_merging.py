"""Merging, splitting and removing codes: everything that hangs on them goes where it should."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from coding import codebook, codings, excerpts, links, memos
from coding.codebook import frameworks
from coding.codebook.removal import Consequences
from coding.moment.counts import counts
from coding.moment.moment import Moment
from corpus import anchors
from corpus.errors import CodingError, NothingThere, UnknownCode
from corpus.model import Grouping, GroupingMember, Verdict
from tests.coding.support import Study, does_and_undoes


@pytest.fixture
def theory(study: Study) -> dict[str, int]:
    frameworks.add(study.project, "meco-2019")
    return {code.code_key: code.key for code in codebook.listed(study.project) if code.code_key}


def test_merging_moves_all_that_hangs_on_a_code(study: Study, theory: dict[str, int]) -> None:
    project, achats = study.project, study.documents["Achats"]
    gone = codebook.add(project, "gone", definition="what was said", include="a rule", cues=["avis", "écho"])
    kept = codebook.add(project, "kept", cues=["avis"])
    child = codebook.add(project, "gone/child")
    coding = codings.apply(project, gone, anchors.words(achats, 0, 10))
    link = links.link(project, gone, theory["C1"], reason="because")
    judgement = links.judge(project, coding, theory["C1"], "out")
    memo = memos.add(project, "thought", targets=[memos.Target("code", gone)])
    first = excerpts.add(project, kept, anchors.words(achats, 0, 5))
    second = excerpts.add(project, gone, anchors.words(achats, 5, 10))
    with project.change("verdict") as session:
        session.add(
            Verdict(
                document_id=achats,
                start=0,
                end=3,
                text_sha="x",
                code_id=gone,
                decision="changed",
                chosen_code_id=gone,
                coder_id=project.coder_key(session),
            )
        )
        group = Grouping(name="set", kind="codes")
        session.add(group)
        session.flush()
        session.add(GroupingMember(grouping_id=group.id, code_id=gone))

    does_and_undoes(project, lambda: codebook.merge(project, [gone], kept))

    with pytest.raises(UnknownCode):
        codebook.get(project, gone)
    assert codings.get(project, coding).code == kept
    assert codebook.get(project, child).path == "kept/child"
    assert codebook.get(project, kept).cues == ("écho", "avis")
    assert [(one.key, one.source) for one in links.listed(project)] == [(link, kept)]
    assert [one.key for one in links.judgements(project)] == [judgement]
    assert [(one.key, one.position) for one in excerpts.listed(project, [kept])] == [(first, 0), (second, 1)]
    with project.read() as session:
        verdict = session.scalars(select(Verdict)).one()
        assert (verdict.code_id, verdict.chosen_code_id) == (kept, kept)
        assert session.scalars(select(GroupingMember)).one().code_id == kept
    about = memos.of(project, "code", kept)
    assert about[0].key == memo
    assert about[1].title == "Fusionné\u00a0: gone"
    assert about[1].body == "gone\nDéfinition\u00a0: what was said\nInclure\u00a0: a rule"
    assert about[1].kind == "methodological"


def test_merging_drops_what_would_stand_twice(study: Study, theory: dict[str, int]) -> None:
    project, achats = study.project, study.documents["Achats"]
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    on_a, on_b = (
        codings.apply(project, a, anchors.words(achats, 0, 10)),
        codings.apply(project, b, anchors.words(achats, 0, 10)),
    )
    whole = codings.apply(project, a, anchors.whole(achats))
    with study.coder("Bob"):
        theirs = codings.apply(project, a, anchors.words(achats, 0, 10))
    for code, reason in ((a, "from a"), (b, "from b")):
        links.link(project, code, theory["C1"], reason=reason)
        links.link(project, code, theory["C2"], reason=f"second {reason}")
    links.judge(project, on_b, theory["C1"], "in", reason="early")
    late = links.judge(project, on_a, theory["C1"], "out", reason="late")
    only = links.judge(project, on_a, theory["C2"], "in")
    memo = memos.add(project, "on both", targets=[memos.Target("coding", on_a), memos.Target("coding", on_b)])

    does_and_undoes(project, lambda: codebook.merge(project, [a], b))

    assert {one.key for one in codings.listed(project)} == {on_b, whole, theirs}
    assert {one.code for one in codings.listed(project)} == {b}
    assert [(one.source, one.reason) for one in links.listed(project)] == [(b, "from b"), (b, "second from b")]
    assert {one.key: (one.coding, one.verdict) for one in links.judgements(project)} == {
        late: (on_b, "out"),
        only: (on_b, "in"),
    }
    assert memos.get(project, memo).targets == (memos.Target("coding", on_b, label="b"),)
    c1, c2 = (codebook.get(project, theory[key]).name for key in ("C1", "C2"))
    body = memos.of(project, "code", b)[0].body
    assert body == f"a\n\nRaison du lien avec {c1}\u00a0: from a\n\nRaison du lien avec {c2}\u00a0: second from a"


def test_merging_joins_sub_codes_of_equal_name(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    deep = codebook.add(project, "a/x/deep")
    other = codebook.add(project, "a/y")
    x = codebook.add(project, "b/x")
    a, b = codebook.find(project, "a").key, codebook.find(project, "b").key
    coding = codings.apply(project, codebook.find(project, "a/x").key, anchors.words(achats, 0, 3))
    does_and_undoes(project, lambda: codebook.merge(project, [a], b))
    assert [code.path for code in codebook.listed(project)] == ["b", "b/x", "b/x/deep", "b/y"]
    assert codings.get(project, coding).code == x
    assert codebook.get(project, deep).parent == x
    assert codebook.get(project, other).parent == b


def test_merging_a_code_into_one_below_it(study: Study) -> None:
    project = study.project
    codebook.add(project, "top/a/b/c")
    codebook.add(project, "top/a/d")
    top, a, c = (codebook.find(project, name).key for name in ("top", "top/a", "c"))
    does_and_undoes(project, lambda: codebook.merge(project, [a], c))
    assert [code.path for code in codebook.listed(project)] == ["top", "top/c", "top/c/b", "top/c/d"]
    does_and_undoes(project, lambda: codebook.merge(project, [top, codebook.find(project, "d").key], c))
    assert [code.path for code in codebook.listed(project)] == ["c", "c/b"]


def test_merging_a_code_with_the_one_below_it_and_a_third(study: Study) -> None:
    project = study.project
    below = codebook.add(project, "a/b")
    a, c = codebook.find(project, "a").key, codebook.add(project, "c")
    codebook.add(project, "a/b/deep")
    codings.apply(project, below, anchors.words(study.documents["Achats"], 0, 3))
    does_and_undoes(project, lambda: codebook.merge(project, [a, below], c))
    assert [code.path for code in codebook.listed(project)] == ["c", "c/deep"]
    assert list(counts(Moment.of(project)).segments.values()) == [1]
    assert memos.of(project, "code", c)[0].title == "Fusionné\u00a0: a, b"


def test_merging_two_linked_framework_codes_keeps_no_link_to_itself(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    a = codebook.add(project, "a")
    for key in ("C1", "C2"):
        links.link(project, a, theory[key])
    coding = codings.apply(project, a, anchors.words(study.documents["Achats"], 0, 3))
    links.judge(project, coding, theory["C2"], "in")
    does_and_undoes(project, lambda: codebook.merge(project, [theory["C2"]], theory["C1"]))
    assert [(one.source, one.target) for one in links.listed(project)] == [(a, theory["C1"])]
    assert [one.code for one in links.judgements(project)] == [theory["C1"]]


def test_merges_that_make_no_sense_are_refused(study: Study, theory: dict[str, int]) -> None:
    project = study.project
    a = codebook.add(project, "a")
    for keys, into, sentence in (
        ([], a, "Choose other codes to merge into a"),
        ([a], a, "Choose other codes to merge into a"),
        ([a], theory["C1"], "codes of a framework can't be merged"),
        ([9999], a, "no longer in the project"),
    ):
        with pytest.raises(CodingError, match=sentence):
            codebook.merge(project, keys, into)


def test_splitting_off(study: Study, theory: dict[str, int]) -> None:
    project, achats = study.project, study.documents["Achats"]
    codebook.add(project, "top/a")
    a = codebook.find(project, "a").key
    stay, go = (codings.apply(project, a, anchors.words(achats, at, at + 3)) for at in (0, 5))
    links.link(project, a, theory["C1"], reason="because", mode="one_by_one")
    judgement = links.judge(project, go, theory["C1"], "in")
    made = does_and_undoes(project, lambda: codebook.split_off(project, a, [go], "b"))
    assert codebook.get(project, made).path == "top/b"
    assert (codings.get(project, stay).code, codings.get(project, go).code) == (a, made)
    assert [(one.source, one.mode, one.reason) for one in links.listed(project)] == [
        (a, "one_by_one", "because"),
        (made, "one_by_one", "because"),
    ]
    assert [one.key for one in links.judgements(project, codings=[go])] == [judgement]


def test_splits_that_make_no_sense_are_refused(study: Study) -> None:
    project = study.project
    a, b = codebook.add(project, "a"), codebook.add(project, "b")
    coding = codings.apply(project, a, anchors.words(study.documents["Achats"], 0, 3))
    with pytest.raises(CodingError, match="Choose the codings"):
        codebook.split_off(project, a, [], "c")
    with pytest.raises(NothingThere, match="not all codings of b"):
        codebook.split_off(project, b, [coding], "c")
    with pytest.raises(CodingError, match="called b here"):
        codebook.split_off(project, a, [coding], "b")
    assert len(codebook.listed(project)) == 2


def test_removing_takes_what_was_said_and_no_more(study: Study, theory: dict[str, int]) -> None:
    project, achats = study.project, study.documents["Achats"]
    sub = codebook.add(project, "a/sub")
    a, other = codebook.find(project, "a").key, codebook.add(project, "other")
    coding = codings.apply(project, a, anchors.words(achats, 0, 10))
    codings.apply(project, sub, anchors.words(study.documents["Bureau"], 0, 10))
    codings.apply(project, sub, anchors.words(achats, 0, 10))
    kept = codings.apply(project, other, anchors.words(achats, 0, 10))
    links.link(project, sub, theory["C1"])
    links.link(project, a, theory["C1"])
    links.judge(project, coding, theory["C1"], "in")
    excerpts.add(project, a, anchors.words(achats, 0, 10))
    memos.add(project, "of it alone", targets=[memos.Target("code", a), memos.Target("code", sub)])
    shared = memos.add(project, "of both", targets=[memos.Target("code", a), memos.Target("code", other)])
    on_words = memos.add(project, "of the words", targets=[memos.Target("coding", coding)])

    said = codebook.consequences(project, a)
    assert said == Consequences("a", 1, 3, 2, 2, 1, 1, 1)
    assert said.sentence == (
        "With a go 1 sub-code, 3 codings in 2 documents, 2 links, 1 decision, 1 excerpt and 1 memo."
    )
    does_and_undoes(project, lambda: codebook.remove(project, a))

    assert [code.path for code in codebook.listed(project) if code.cycle == 1] == ["other"]
    assert [one.key for one in codings.listed(project)] == [kept]
    assert links.listed(project) == links.judgements(project) == excerpts.listed(project) == []
    left = {memo.key: memo.targets for memo in memos.listed(project)}
    assert left == {
        shared: (memos.Target("code", other, label="other"), memos.Target("removed code", label="a")),
        on_words: (memos.on(anchors.words(achats, 0, 10), "Achats"),),
    }


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ((0, 0, 0, 0, 0, 0, 0), "Nothing else goes with a."),
        ((0, 1, 1, 0, 0, 0, 0), "With a goes 1 coding in 1 document."),
        ((0, 0, 0, 2, 0, 0, 0), "With a go 2 links."),
        ((2, 0, 0, 0, 0, 0, 3), "With a go 2 sub-codes and 3 memos."),
    ],
)
def test_the_sentence_of_what_goes(numbers: tuple[int, ...], sentence: str) -> None:
    assert Consequences("a", *numbers).sentence == sentence


def test_removing_what_is_gone_is_refused(study: Study) -> None:
    with pytest.raises(UnknownCode):
        codebook.remove(study.project, 9999)
    with pytest.raises(UnknownCode):
        codebook.consequences(study.project, 9999)
