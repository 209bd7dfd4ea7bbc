"""Evidence against a plain reading of its definition, on random studies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding import codebook, codings, links
from coding.codebook import frameworks
from coding.moment.moment import Moment
from corpus import anchors, documents
from tests.coding.support import Study, does_and_undoes, make_study

DRAWN = st.data()


@pytest.fixture
def theory(tmp_path: Path) -> Iterator[tuple[Study, dict[str, int]]]:
    study = make_study(tmp_path)
    frameworks.add(study.project, "meco-2019")
    keys = {c.code_key or c.name: c.key for c in codebook.listed(study.project)}
    for name, parent in (("listen", None), ("watch", "listen"), ("film", None)):
        keys[name] = codebook.add(study.project, name, parent=keys[parent] if parent else None)
    yield study, keys
    study.project.close()


def test_direct_and_linked_evidence_of_one_span_count_once(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    place = study.documents["Achats"], study.span("Achats", "parcours client")
    direct = codings.apply(study.project, keys["C1"], anchors.words(place[0], *place[1]))
    inductive = codings.apply(study.project, keys["watch"], anchors.words(place[0], *place[1]))
    links.link(study.project, keys["listen"], keys["C1"])
    (item,) = Moment.of(study.project).evidence(keys["C1"])
    assert (item.direct, item.linked, item.codings) == (True, True, (direct, inductive))
    assert [i.codings for i in Moment.of(study.project).evidence(keys["C1"], "linked")] == [(inductive,)]
    assert [i.codings for i in Moment.of(study.project).evidence(keys["C1"], "direct")] == [(direct,)]


def test_judging_out_subtracts_linked_but_never_direct(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    place = study.documents["Achats"], study.span("Achats", "parcours client")
    inductive = codings.apply(study.project, keys["film"], anchors.words(place[0], *place[1]))
    links.link(study.project, keys["film"], keys["C7"])
    links.judge(study.project, inductive, keys["C7"], "out", reason="says it of a rival")
    assert Moment.of(study.project).evidence(keys["C7"]) == []
    codings.apply(study.project, keys["C7"], anchors.words(place[0], *place[1]))
    (item,) = Moment.of(study.project).evidence(keys["C7"])
    assert (item.direct, item.linked) == (True, False)


def test_one_by_one_counts_only_what_is_judged_in(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project, document = study.project, study.documents["Achats"]
    first = codings.apply(project, keys["film"], anchors.words(document, *study.span("Achats", "parcours client")))
    codings.apply(project, keys["film"], anchors.words(document, *study.span("Achats", "coince")))
    links.link(project, keys["film"], keys["C7"], mode="one_by_one")
    assert Moment.of(project).evidence(keys["C7"]) == []
    links.judge(project, first, keys["C7"], "in")
    assert [i.codings for i in Moment.of(project).evidence(keys["C7"])] == [(first,)]
    links.judge(project, first, keys["C7"], "undecided")
    assert Moment.of(project).evidence(keys["C7"]) == []
    project.undo()
    assert len(Moment.of(project).evidence(keys["C7"])) == 1


def test_contradicting_evidence_is_shown_and_not_counted(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project = study.project
    coding = codings.apply(project, keys["film"], study.words("Achats", "coince"))
    links.link(project, keys["film"], keys["C3"])
    links.judge(project, coding, keys["C3"], "in", stance="contradicts")
    (item,) = Moment.of(project).evidence(keys["C3"])
    assert (item.counted, item.stance) == (False, "contradicts")
    assert Moment.of(project).net.spans(keys["C3"]).tolist() == []


def test_coders_count_apart_unless_one_layer_is_chosen(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    place = study.documents["Achats"], study.span("Achats", "coince")
    codings.apply(study.project, keys["C1"], anchors.words(place[0], *place[1]))
    with study.coder("Grace"):
        codings.apply(study.project, keys["C1"], anchors.words(place[0], *place[1]))
    assert [i.coder for i in Moment.of(study.project).evidence(keys["C1"])] == ["Ada", "Grace"]
    assert [i.coder for i in Moment.of(study.project, layer="Grace").evidence(keys["C1"])] == ["Grace"]


def test_a_layer_is_weighed_by_its_own_coder_alone(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project, place = study.project, (study.documents["Achats"], study.span("Achats", "coince"))
    ada = codings.apply(project, keys["film"], anchors.words(place[0], *place[1]))
    links.link(project, keys["film"], keys["C3"])
    with study.coder("Grace"):
        grace = codings.apply(project, keys["film"], anchors.words(place[0], *place[1]))
        for coding in (ada, grace):
            links.judge(project, coding, keys["C3"], "out")
    assert Moment.of(project).evidence(keys["C3"]) == []
    assert [i.codings for i in Moment.of(project, layer="Ada").evidence(keys["C3"])] == [(ada,)]
    assert Moment.of(project, layer="Grace").evidence(keys["C3"]) == []
    links.judge(project, ada, keys["C3"], "in", stance="contradicts")
    assert [i.counted for i in Moment.of(project, layer="Ada").evidence(keys["C3"])] == [False]


def test_what_another_judged_in_brings_nothing_into_a_layer(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project, place = study.project, (study.documents["Achats"], study.span("Achats", "coince"))
    ada = codings.apply(project, keys["film"], anchors.words(place[0], *place[1]))
    links.link(project, keys["film"], keys["C3"], mode="one_by_one")
    with study.coder("Grace"):
        links.judge(project, ada, keys["C3"], "in")
    assert [i.codings for i in Moment.of(project).evidence(keys["C3"])] == [(ada,)]
    assert Moment.of(project, layer="Ada").evidence(keys["C3"]) == []


def test_over_the_whole_study_the_latest_judgement_counts(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    project, place = study.project, (study.documents["Achats"], study.span("Achats", "coince"))
    ada = codings.apply(project, keys["film"], anchors.words(place[0], *place[1]))
    links.link(project, keys["film"], keys["C3"])
    links.judge(project, ada, keys["C3"], "in")
    with study.coder("Grace"):
        links.judge(project, ada, keys["C3"], "out")
    assert Moment.of(project).evidence(keys["C3"]) == []
    does_and_undoes(project, lambda: links.judge(project, ada, keys["C3"], "in"))
    assert [i.codings for i in Moment.of(project).evidence(keys["C3"])] == [(ada,)]
    with study.coder("Grace"):
        assert [one.verdict for one in links.judgements(project) if one.coder == "Grace"] == ["out"]
        does_and_undoes(project, lambda: links.judge(project, ada, keys["C3"], "undecided", stance="contradicts"))
    assert [i.counted for i in Moment.of(project).evidence(keys["C3"])] == [False]


def test_passages_of_evidence_are_those_of_which_a_letter_is_covered(theory: tuple[Study, dict[str, int]]) -> None:
    study, keys = theory
    document = study.documents["Achats"]
    found = documents.passages(study.project, document)
    codings.apply(study.project, keys["C1"], anchors.words(document, found[0].end - 1, found[1].start + 1))
    assert Moment.of(study.project).covered([keys["C1"]]) == {found[1].key}
    codings.apply(study.project, keys["C1"], anchors.words(document, found[0].end - 2, found[1].start + 1))
    assert Moment.of(study.project).covered([keys["C1"]]) == {found[0].key, found[1].key}
    codings.apply(study.project, keys["C2"], anchors.words(document, found[1].end, found[2].start))
    assert Moment.of(study.project).covered([keys["C2"]]) == frozenset()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=DRAWN)
def test_evidence_is_what_its_definition_says(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    study = make_study(tmp_path_factory.mktemp("oracle"))
    with study.project:
        _hold_against_the_definition(study, data)


def _hold_against_the_definition(study: Study, data: st.DataObject) -> None:
    project = study.project
    frameworks.add(project, "meco-2019")
    theory = {c.code_key: c.key for c in codebook.listed(project) if c.framework}
    targets = [
        theory["C1"],
        theory["C2"],
        codebook.add(project, "under C1", parent=theory["C1"], framework="meco-2019"),
    ]
    names = ["a", "a/b", "a/b/c", "d"]
    inductive = [codebook.add(project, name) for name in names]
    made = []
    for _ in range(data.draw(st.integers(0, 14))):
        document = study.documents[data.draw(st.sampled_from(sorted(study.documents)))]
        start = data.draw(st.integers(0, 30))
        span = (start, start + data.draw(st.sampled_from([1, 10])))
        code = data.draw(st.sampled_from([*inductive, *targets]))
        with study.coder(data.draw(st.sampled_from(["Ada", "Grace"]))):
            made.extend(codings.apply_many(project, [(code, anchors.words(document, *span))]))
    linked: dict[tuple[int, int], str] = {}
    for source in inductive:
        for target in targets:
            if data.draw(st.booleans()):
                mode = data.draw(st.sampled_from(["all", "one_by_one"]))
                links.link(project, source, target, mode=mode)
                linked[source, target] = mode
    info = {c.key: c for c in codings.listed(project)}
    parents = {c.key: c.parent for c in codebook.listed(project)}

    def above(code: int | None) -> list[int]:
        return [] if code is None else [code, *above(parents[code])]

    judged: dict[tuple[int, int], tuple[str, str | None]] = {}
    for coding in made:
        for target in targets:
            if any((code, target) in linked for code in above(info[coding].code)) and data.draw(st.booleans()):
                verdict = data.draw(st.sampled_from(["in", "out", "undecided"]))
                stance = data.draw(st.sampled_from([None, "supports", "contradicts"]))
                links.judge(project, coding, target, verdict, stance=stance)
                judged[coding, target] = verdict, stance

    def counts(coding: int, target: int) -> bool:
        """The definition, for one coding and one code without its sub-codes."""
        verdict, stance = judged.get((coding, target), ("", None))
        if stance == "contradicts":
            return False
        if info[coding].code == target:
            return True
        modes = [linked[code, target] for code in above(info[coding].code) if (code, target) in linked]
        return verdict != "out" and any(mode == "all" or verdict == "in" for mode in modes)

    below = {targets[0]: [targets[0], targets[2]], targets[1]: [targets[1]], targets[2]: [targets[2]]}
    for target in targets:
        expected = {
            (info[k].document, info[k].start, info[k].end, info[k].coder)
            for k in made
            if any(counts(k, one) for one in below[target])
        }
        found = [i for i in Moment.of(project).evidence(target) if i.counted]
        assert [(i.document, i.start, i.end, i.coder) for i in found] == sorted(expected)
        assert len(Moment.of(project).net.spans(target)) == len(expected)
