"""Links from descriptive codes to a framework: those that people made are found again, with reasons that add up."""

from __future__ import annotations

import pytest

from coding import codebook, links, set_asides
from coding.suggest import link_verdicts, linking
from coding.suggest.suggester import Suggester
from corpus.errors import CodingError, FrameworkError
from corpus.store.project import Project

FRAMEWORK = "meco-2019"


def test_links_that_people_made_are_found_again(project: Project, learned: Suggester) -> None:
    made = {(one.source, one.target) for one in links.listed(project)}
    for one in links.listed(project):
        links.unlink(project, one.key)
    found = linking.suggest_links(project, FRAMEWORK, texts=learned.texts, minimum=0.0)
    sources = {source for source, _ in made}
    right = {one.source for one in found if (one.source, one.target) in made}
    assert len(right) >= 0.75 * len(sources)
    per_source = [sum(one.source == source for one in found) for source in sources]
    assert max(per_source) <= 3


def test_the_words_add_up_to_the_score_and_stand_in_the_material(learned: Suggester) -> None:
    found = linking.suggest_links(learned.project, FRAMEWORK, texts=learned.texts, minimum=0.0)
    assert found
    for one in found:
        assert one.score == pytest.approx(one.base + sum(weight for _, weight in one.reasons) + one.rest, abs=1e-6)
        assert one.reasons
        weights = [weight for _, weight in one.reasons]
        assert weights == sorted(weights, reverse=True)
        assert one.stands_out >= 0
        assert codebook.get(learned.project, one.target).framework == FRAMEWORK
        assert codebook.get(learned.project, one.source).framework is None


def test_the_score_explained_is_the_score_compared(learned: Suggester) -> None:
    """Scores by tables and scores by words are worked out apart."""
    found = linking.suggest_links(learned.project, FRAMEWORK, texts=learned.texts, minimum=-99.0, top=99)
    by_target: dict[int, list[linking.LinkSuggestion]] = {}
    for one in found:
        by_target.setdefault(one.target, []).append(one)
    for each in by_target.values():
        assert [o.stands_out for o in sorted(each, key=lambda o: o.score)] == sorted(o.stands_out for o in each)


def test_a_link_that_is_there_is_not_suggested_and_an_unknown_framework_is_said(
    project: Project, learned: Suggester
) -> None:
    first = linking.suggest_links(project, FRAMEWORK, texts=learned.texts, minimum=0.0)[0]
    links.link(project, first.source, first.target)
    again = linking.suggest_links(project, FRAMEWORK, texts=learned.texts, minimum=0.0)
    assert (first.source, first.target) not in {(one.source, one.target) for one in again}
    every = linking.suggest_links(project, FRAMEWORK, texts=learned.texts, minimum=0.0, every=True)
    assert (first.source, first.target) in {(one.source, one.target) for one in every}
    with pytest.raises(FrameworkError):
        linking.suggest_links(project, "no-such", texts=learned.texts)


def first_of(project: Project, learned: Suggester) -> linking.LinkSuggestion:
    for one in links.listed(project):
        links.unlink(project, one.key)
    return linking.suggest_links(project, FRAMEWORK, texts=learned.texts)[0]


def test_accepting_makes_a_link_with_its_reason_and_basis_in_one_change(project: Project, learned: Suggester) -> None:
    one = first_of(project, learned)
    before = len(project.history())
    key = link_verdicts.accept(project, one.source, one.target, reason="parcours, irritant")
    assert len(project.history()) == before + 1
    [made] = links.listed(project)
    assert (made.key, made.source, made.target, made.kind) == (key, one.source, one.target, "evidence")
    assert (made.basis, made.reason, made.mode) == ("definition match", "parcours, irritant", "all")
    with pytest.raises(CodingError):
        link_verdicts.accept(project, one.source, one.target)
    project.undo()
    assert links.listed(project) == []


def test_what_is_refused_stays_away_until_that_is_taken_back(project: Project, learned: Suggester) -> None:
    one = first_of(project, learned)

    def pairs() -> set[tuple[int, int]]:
        found = linking.suggest_links(project, FRAMEWORK, texts=learned.texts)
        return {(each.source, each.target) for each in found}

    before = pairs()
    assert (one.source, one.target) in before
    key = set_asides.refuse(project, one.source, one.target, "parcours")
    assert (one.source, one.target) not in pairs()
    set_asides.take_back(project, key)
    assert pairs() == before


def test_a_code_whose_parent_is_linked_is_linked_too(project: Project, learned: Suggester) -> None:
    for each in links.listed(project):
        links.unlink(project, each.key)
    codes = {code.key: code for code in codebook.listed(project)}
    found = linking.suggest_links(project, FRAMEWORK, texts=learned.texts, minimum=0.5)
    one = next(each for each in found if codes[each.source].parent is not None)
    parent = codes[one.source].parent
    assert parent is not None
    links.link(project, parent, one.target)
    again = linking.suggest_links(project, FRAMEWORK, texts=learned.texts, minimum=0.5)
    assert (one.source, one.target) not in {(each.source, each.target) for each in again}
