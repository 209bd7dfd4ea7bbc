"""A verdict that is undone gives back what was suggested; one that stands makes nothing else likelier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coding.suggest import suggestions
from coding.suggest.logistic import TOLERANCE
from coding.suggest.records import Suggestion
from coding.suggest.suggester import Suggester
from corpus.store.project import Changes, Project

Key = tuple[int, int, int]
Decide = Callable[[Project, Suggestion], int]
HOW_MANY = 12  # thresholds are found again after every tenth


def offered(suggester: Suggester) -> dict[Key, float]:
    found = [one for passage in suggester.suggest() for one in passage.suggestions]
    return {(one.document, one.turn[0], one.code): one.score for one in found}


@pytest.mark.parametrize("decide", [suggestions.reject, suggestions.accept])
def test_a_verdict_undone_leaves_the_suggestions_as_they_were(project: Project, decide: Decide) -> None:
    heard: list[Changes] = []
    project.subscribe(heard.append)
    suggester = Suggester.train(project)
    trained = suggester.trained
    assert trained is not None
    before, off = offered(suggester), 3 * TOLERANCE * trained.model.stretch
    ones = [one for passage in suggester.suggest() for one in passage.suggestions]
    version, learned = trained.version, 0
    for one in (ones * HOW_MANY)[:HOW_MANY]:
        key = one.document, one.turn[0], one.code
        decide(project, one)
        suggester = suggester.update(heard.pop())
        after = offered(suggester)
        assert key not in after
        assert one.code not in {code for *_, code in after.keys() - before.keys()} or decide is suggestions.accept
        learned += trained.version != version
        project.undo()
        suggester = suggester.update(heard.pop())
        after = offered(suggester)
        assert after.keys() == before.keys()
        assert max(abs(after[each] - before[each]) for each in before) < off
        assert trained.version == version
    assert learned  # some verdicts teach: others say again what is known
    assert suggester.trained is trained
    assert trained.taught == 2 * HOW_MANY


def test_codings_one_by_one_lead_to_what_is_learned_anew(project: Project) -> None:
    heard: list[Changes] = []
    project.subscribe(heard.append)
    suggester = Suggester.train(project)
    for at in range(4):
        found = [one for passage in suggester.suggest(weaker=True) for one in passage.suggestions + passage.weaker]
        one = found[at * len(found) // 4]
        suggestions.accept(project, one)
        suggester = suggester.update(heard.pop())
    anew = Suggester.train(project)
    assert suggester.trained is not None
    assert anew.trained is not None
    assert suggester.trained.taught == 4
    assert sorted(suggester.trained.places) == sorted(anew.trained.places)
    taught, fresh = offered(suggester).keys(), offered(anew).keys()
    assert len(taught ^ fresh) <= len(fresh) / 4  # thresholds are those of before
