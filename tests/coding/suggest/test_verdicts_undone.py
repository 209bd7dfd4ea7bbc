"""A verdict that is undone gives back what was suggested; one that stands makes nothing else likelier."""

from __future__ import annotations

from coding.suggest import suggestions
from coding.suggest.records import Suggestion
from coding.suggest.suggester import Suggester
from corpus.store.project import Changes, Project

Offered = dict[tuple[int, int, int], float]
HOW_MANY = 12  # thresholds are found again after every tenth
SETTLED = 0.1  # log-odds: what a solution may be off, stretched


def offered(suggester: Suggester) -> Offered:
    return {(one.document, one.turn[0], one.code): one.score for one in believed(suggester)}


def believed(suggester: Suggester) -> list[Suggestion]:
    return [one for passage in suggester.suggest() for one in passage.suggestions]


def test_reject_and_undo_leave_the_suggestions_as_they_were(project: Project) -> None:
    heard: list[Changes] = []
    project.subscribe(heard.append)
    suggester = Suggester.train(project)
    before = offered(suggester)
    ones = believed(suggester)
    rejected = 0
    for one in (ones * HOW_MANY)[:HOW_MANY]:
        suggestions.reject(project, one)
        suggester = suggester.update(heard.pop())
        key = one.document, one.turn[0], one.code
        now = offered(suggester)
        assert key not in now
        assert {code for *_, code in now.keys() - before.keys()} <= {code for *_, code in before} - {one.code}
        rejected += max((abs(now[each] - before[each]) for each in now.keys() & before.keys()), default=0) > SETTLED
        project.undo()
        suggester = suggester.update(heard.pop())
        after = offered(suggester)
        assert after.keys() == before.keys()
        assert max(abs(after[each] - before[each]) for each in before) < SETTLED
    assert rejected  # the verdicts taught something
    assert suggester.trained is not None
    assert suggester.trained.taught == 2 * HOW_MANY


def test_accept_and_undo_leave_the_suggestions_as_they_were(project: Project) -> None:
    heard: list[Changes] = []
    project.subscribe(heard.append)
    suggester = Suggester.train(project)
    before = offered(suggester)
    for one in believed(suggester)[:6]:
        suggestions.accept(project, one)
        suggester = suggester.update(heard.pop())
        project.undo()
        suggester = suggester.update(heard.pop())
        after = offered(suggester)
        assert after.keys() == before.keys()
        assert max(abs(after[each] - before[each]) for each in before) < SETTLED
