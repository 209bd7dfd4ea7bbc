"""What a coding of origin `suggestion` says of itself."""

from __future__ import annotations

import pytest

from coding import codebook, codings
from coding.suggest import provenance, suggestions
from coding.suggest.records import Suggestion
from coding.suggest.suggester import Suggester
from corpus.store.project import Project


def suggested(project: Project, document: int) -> Suggestion:
    found = Suggester.train(project).suggest([document])
    return next(one for passage in found for one in passage.suggestions)


def test_an_accepted_suggestion_says_what_was_suggested_by_what_and_on_whose_decision(
    project: Project, uncoded: int
) -> None:
    one = suggested(project, uncoded)
    key = suggestions.accept(project, one)
    found = provenance.of_coding(project, key)
    assert found is not None
    assert (found.document, found.start, found.end, found.code) == (uncoded, one.start, one.end, one.code)
    assert (found.decision, found.coder, found.basis, found.model) == ("accepted", "Ada", one.basis, one.model)
    assert found.score == pytest.approx(one.score, abs=1e-6)
    assert found.label == found.chosen_label == codebook.get(project, one.code).label
    assert found.chosen == one.code
    assert [(r.word, r.start, r.end) for r in found.reasons] == [(r.word, r.start, r.end) for r in one.evidence]
    assert [r.weight for r in found.reasons] == pytest.approx([r.weight for r in one.evidence], abs=1e-6)
    assert found.decided_at >= codings.get(project, key).created_at[:10]
    assert provenance.listed(project) == [found]


def test_another_code_and_other_words_are_told_apart_from_what_was_suggested(project: Project, uncoded: int) -> None:
    one = suggested(project, uncoded)
    other = next(coding.code for coding in codings.listed(project) if coding.code != one.code)
    key = suggestions.accept(project, one, span=(one.start, one.start + 3), code=other)
    found = provenance.of_coding(project, key)
    assert found is not None
    assert (found.decision, found.code, found.chosen) == ("changed", one.code, other)
    assert found.label != found.chosen_label
    assert (found.start, found.end) == (one.start, one.end)


def test_codings_by_hand_and_suggestions_taken_back_have_none(project: Project, uncoded: int) -> None:
    assert provenance.of_coding(project, codings.listed(project)[0].key) is None
    key = suggestions.accept(project, suggested(project, uncoded))
    project.undo()
    assert provenance.of_coding(project, key) is None
    assert provenance.listed(project) == []
