"""Suggestions on the sample study: their reasons, and what accepting, rejecting and skipping them does."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
from sqlalchemy import select

from coding import codebook, codings
from coding.codebook import frameworks
from coding.suggest import examples, reasons, suggestions
from coding.suggest.records import PassageSuggestions, Suggestion
from coding.suggest.suggester import Suggester
from coding.suggest.texts import described
from corpus import anchors, documents
from corpus.errors import DuplicateCoding, FrameworkError, NothingThere
from corpus.model import Assignment, Coder, Exposure, Verdict
from corpus.store.project import Changes, Project
from tests.coding.support import does_and_undoes


def each(found: Sequence[PassageSuggestions]) -> list[Suggestion]:
    return [one for passage in found for one in passage.suggestions]


def first(project: Project, document: int) -> Suggestion:
    return max(each(suggestions.suggest(project, documents=[document])), key=lambda one: one.score)


def verdicts(project: Project) -> list[tuple[str, int | None, int, int]]:
    with project.read() as session:
        query = select(Verdict.decision, Verdict.chosen_code_id, Verdict.start, Verdict.end).order_by(Verdict.id)
        return list(session.execute(query))


def test_the_uncoded_interview_gets_suggestions_with_reasons_that_add_up(learned: Suggester) -> None:
    document = documents.find(learned.project, "05 Cheffe de projet UX, équipement B2B").key
    found = each(learned.suggest([document]))
    assert len(found) >= 3
    text = documents.text(learned.project, document)
    assert sum(1 for one in found if one.evidence) > len(found) / 2  # others rest on what they mean as a whole
    for one in found:
        assert one.basis == "codings"
        assert one.score == pytest.approx(one.base + sum(reason.weight for reason in one.evidence) + one.rest, abs=1e-9)
        assert text[one.start : one.end] == one.text
        assert one.turn[0] <= one.start < one.end <= one.turn[1]
        assert [text[reason.start : reason.end] for reason in one.evidence] == [reason.word for reason in one.evidence]
        weights = [reason.weight for reason in one.evidence]
        assert weights == sorted(weights, reverse=True)
        assert all(weight > 0 for weight in weights)
        assert 1 <= len(one.examples) <= 2
        assert one.chance is not None
        assert 0 < one.chance < 1


def test_no_reason_is_a_small_word_a_sign_or_outside_of_the_box_and_its_question(
    learned: Suggester, project: Project
) -> None:
    framework, found = frameworks.listed(project)[0].framework, list[PassageSuggestions]()
    for some in (slice(None, None, 2), slice(None)):  # as if nobody had coded half of them yet, then none of them
        those = {one.key for one in documents.listed(project)[some]}
        codings.uncode(project, [one.key for one in codings.listed(project) if one.document in those])
        for of in (None, framework):
            found += Suggester.train(project, framework=of, texts=learned.texts).suggest(top=None)
    every = {
        (one.document, one.start, one.end, one.code, one.base): one
        for passage in found
        for one in (*passage.suggestions, *passage.by_definition)
    }
    assert len(every) >= 100
    drawn = random.Random(12).sample(list(every.values()), 100)
    small = set("le la les l d c qu on et est pas c'est ça euh ouais alors donc the of and is".split())
    befores = {(turn.document, turn.start): turn.before for turn in learned.texts.turns}
    cues = [pair for code in described(project) for pair in zip(code.cues, code.spoken, strict=True)]
    english = {cue for cue, spoken in cues if spoken == "en"} - {cue for cue, spoken in cues if spoken != "en"}
    for one in drawn:
        assert one.sentence is None or one.sentence.text not in english, "the interviews are in French"
        before = befores[one.document, one.turn[0]]
        own = [reason for reason in one.evidence if one.start <= reason.start < reason.end <= one.end]
        asked = [r for r in one.evidence if before and before[0] <= r.start < r.end <= before[1]]
        assert len(own) + len(asked) == len(one.evidence)
        assert len(asked) <= 3
        assert own or one.basis == "definition" or (one.start, one.end) == one.turn, (
            "no word of a part tells, but the whole"
        )
        for reason in one.evidence:
            assert sum(c.isalnum() for c in reason.word) > 1
            assert reason.word.casefold() not in small
        assert one.score == pytest.approx(one.base + sum(r.weight for r in one.evidence) + one.rest, abs=1e-9)


@pytest.mark.parametrize("word", ["?", "…", "l", "qu", "c'est", "t-il", "celui-ci", "euh", "the", ""])
def test_small_words_and_signs_tell_nothing(word: str) -> None:
    assert not reasons.tells(word)


@pytest.mark.parametrize("word", ["stock", "aujourd'hui-caisse", "omni-canal", "42", "kpi"])
def test_words_of_substance_tell(word: str) -> None:
    assert reasons.tells(word)


def test_examples_are_passages_that_people_gave_the_code(learned: Suggester) -> None:
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for coding in codings.listed(learned.project):
        spans.setdefault(coding.code, []).append((coding.document, coding.start, coding.end))
    for one in each(learned.suggest()):
        for near in one.examples:
            assert documents.text(learned.project, near.document)[near.start : near.end] == near.text
            assert any(d == near.document and s < near.end and e > near.start for d, s, e in spans[one.code])
            assert (near.document, near.start) != (one.document, one.turn[0])


def test_the_score_that_is_explained_is_the_score_that_was_compared(learned: Suggester) -> None:
    trained = learned.trained
    assert trained is not None
    alone = trained.model.left_out()
    inside = 0
    for one in each(learned.suggest()):
        place, column = _place(learned, one), trained.codes.index(one.code)
        if place in trained.places:  # scored as if it had not been learned from
            inside += 1
            compared = alone[trained.places.index(place), column]
        else:
            compared = trained.model.scores(learned.texts.rows.take([place]))[0, column]
            assert one.base == pytest.approx(float(trained.model.base()[column]), abs=1e-6)
        assert one.score == pytest.approx(float(compared), abs=2e-3)
    assert inside, "some passages that were learned from get another code suggested"


def _place(suggester: Suggester, one: Suggestion) -> int:
    return next(
        place
        for place in suggester.texts.of_document(one.document)
        if (suggester.texts.turns[place].start, suggester.texts.turns[place].end) == one.turn
    )


def test_nothing_is_suggested_that_is_coded_or_not_known_well_enough(learned: Suggester) -> None:
    known = {standing.code for standing in learned.standings if standing.enough}
    waiting = {standing.code for standing in learned.standings if 0 < standing.examples < 10}
    assert known
    assert waiting
    for one in each(learned.suggest(top=None)):
        assert one.code in known
        for coding in codings.of_document(learned.project, one.document):
            assert coding.code != one.code or coding.end <= one.turn[0] or coding.start >= one.turn[1] or coding.whole


def test_what_the_interviewer_says_gets_no_suggestion(learned: Suggester) -> None:
    passages = {passage.key: passage for passage in documents.passages(learned.project)}
    assert {passages[turn.passage].role for turn in learned.texts.turns} == {"respondent"}


def test_asking_writes_nothing(project: Project) -> None:
    before = project.stamp()
    assert suggestions.suggest(project)
    assert project.stamp() == before


def test_accepting_codes_the_words_and_keeps_why(project: Project, uncoded: int) -> None:
    one = first(project, uncoded)
    before = len(codings.listed(project))
    key = does_and_undoes(project, lambda: suggestions.accept(project, one))
    made = codings.get(project, key)
    assert (made.document, made.start, made.end, made.code) == (uncoded, one.start, one.end, one.code)
    assert made.origin == "suggestion"
    assert len(codings.listed(project)) == before + 1
    with project.read() as session:
        verdict = session.get_one(Verdict, made.verdict)
        assert one.chance is not None
        assert verdict.chance == pytest.approx(one.chance, abs=1e-6)
        assert (verdict.decision, verdict.chosen_code_id, verdict.model) == ("accepted", one.code, one.model)
        assert verdict.score == pytest.approx(one.score, abs=1e-6)
        assert [reason[0] for reason in verdict.reasons] == [reason.word for reason in one.evidence]
    assert (one.code, one.turn) not in {(o.code, o.turn) for o in each(suggestions.suggest(project))}
    with pytest.raises(DuplicateCoding):
        suggestions.accept(project, one)
    assert len(verdicts(project)) == 1


def test_accepting_with_another_code_or_span_says_so(project: Project, uncoded: int) -> None:
    one = first(project, uncoded)
    other = next(code.key for code in codebook.listed(project) if code.key != one.code)
    key = suggestions.accept(project, one, code=other, span=(one.start, one.start + 9))
    assert codings.get(project, key).code == other
    assert verdicts(project) == [("changed", other, one.start, one.end)]


def test_a_rejected_suggestion_stays_away_until_its_code_is_defined_anew(project: Project, uncoded: int) -> None:
    def offered() -> bool:
        found = each(suggestions.suggest(project, documents=[uncoded], top=None))
        return any((other.code, other.turn) == (one.code, one.turn) for other in found)

    one = first(project, uncoded)
    does_and_undoes(project, lambda: suggestions.reject(project, one))
    assert not offered()
    with_colour = codebook.get(project, one.code)
    codebook.edit(project, one.code, colour="#123456" if with_colour.colour != "#123456" else "#654321")
    assert not offered()
    project.undo()
    project.undo()
    assert offered()
    project.redo()
    codebook.edit(project, one.code, definition=with_colour.definition + " " + one.text)
    assert offered()


def test_others_are_not_bound_by_my_rejection(project: Project, uncoded: int) -> None:
    one = first(project, uncoded)
    suggestions.reject(project, one)
    project.coder = "Bo"
    assert (one.code, one.turn) in {(o.code, o.turn) for o in each(suggestions.suggest(project, documents=[uncoded]))}


def test_a_skipped_suggestion_may_come_again(project: Project, uncoded: int) -> None:
    one = first(project, uncoded)
    does_and_undoes(project, lambda: suggestions.skip(project, one))
    assert verdicts(project) == [("skipped", None, one.start, one.end)]
    assert first(project, uncoded).code == one.code


def test_a_suggestion_can_be_named_by_its_span_or_its_passage(project: Project, uncoded: int) -> None:
    suggester = Suggester.train(project)
    one = max(each(suggester.suggest([uncoded])), key=lambda other: len(other.turn))
    key = suggestions.accept_at(project, one.code, anchors.words(uncoded, *one.turn), suggester=suggester)
    assert (codings.get(project, key).start, codings.get(project, key).end) == one.turn
    assert verdicts(project)[-1][0] == "accepted"
    with pytest.raises(NothingThere, match="is not suggested there"):
        suggestions.reject_at(project, one.code, anchors.words(uncoded, *one.turn))
    length = documents.get(project, uncoded).characters
    with pytest.raises(NothingThere):
        suggestions.accept_at(project, one.code, anchors.words(uncoded, length - 1, length), suggester=suggester)


def test_rejecting_by_span_needs_no_more_than_the_file(project: Project, uncoded: int) -> None:
    one = first(project, uncoded)
    suggestions.reject_at(project, one.code, anchors.words(uncoded, one.start, one.end))
    assert verdicts(project) == [("rejected", None, one.start, one.end)]


def test_decisions_teach_at_once_what_learning_anew_would(project: Project, uncoded: int) -> None:
    suggester = Suggester.train(project)
    offered = each(suggester.suggest([uncoded]))
    heard: list[Changes] = []
    project.subscribe(heard.append)
    suggestions.accept(project, offered[0])
    suggestions.reject(project, offered[1])
    for changes in heard:
        suggester = suggester.update(changes)
    assert suggester.stamp == project.stamp()
    fresh = Suggester.train(project, texts=suggester.texts)
    assert suggester.trained is not None
    assert fresh.trained is not None
    assert sorted(suggester.trained.places) == sorted(fresh.trained.places)
    # What is shown depends on thresholds and calibration, too, which are found again after every tenth decision; what
    # is learned does not wait.
    fresh.trained.model.stretch = suggester.trained.model.stretch
    fresh.trained.model.shift = suggester.trained.model.shift
    places = suggester.texts.of_document(uncoded)
    mine, anew = (one.model.scores(suggester.texts.rows.take(places)) for one in (suggester.trained, fresh.trained))
    np.testing.assert_allclose(mine, anew, atol=0.04 * suggester.trained.model.stretch)


def test_changes_of_codes_and_texts_are_learned_anew(project: Project) -> None:
    suggester = Suggester.train(project)
    heard: list[Changes] = []
    project.subscribe(heard.append)
    codebook.edit(project, next(iter(suggester.codes)), definition="Tout autre chose.")
    again = suggester.update(heard[-1])
    assert again is not suggester
    assert again.texts is suggester.texts
    codebook.edit(project, next(iter(suggester.codes)), cues=["tout autre chose"])
    assert again.update(heard[-1]).texts is not suggester.texts


def test_capabilities_are_suggested_from_direct_and_linked_evidence(project: Project, uncoded: int) -> None:
    found = suggestions.suggest(project, documents=[uncoded], framework="meco-2019")
    codes = {one.code for one in each(found)}
    assert codes
    assert {codebook.get(project, code).framework for code in codes} == {"meco-2019"}


def test_a_framework_nobody_coded_with_is_matched_by_definition_and_says_so(project: Project, uncoded: int) -> None:
    with pytest.raises(FrameworkError, match="homburg-2017"):
        suggestions.suggest(project, framework="homburg-2017")
    frameworks.add(project, "homburg-2017")
    found = suggestions.suggest(project, framework="homburg-2017")
    assert each(found) == []
    defined = [one for passage in found for one in passage.by_definition]
    assert defined
    for one in defined:
        assert (one.basis, one.chance, one.examples) == ("definition", None, ())
        assert one.score == pytest.approx(one.base + sum(reason.weight for reason in one.evidence) + one.rest, abs=1e-9)
        assert one.model.startswith("definitions-")
    key = suggestions.accept(project, defined[0])
    assert codings.get(project, key).origin == "suggestion"


def test_suggestions_can_wait_for_the_first_pass(project: Project, uncoded: int) -> None:
    assert suggestions.withheld(project) == frozenset(), "the sample's first passes are declared"
    for document in documents.listed(project):
        suggestions.declare_first_pass(project, document.key, done=False)
    assert suggestions.hides_before_first_pass(project)
    assert uncoded in suggestions.withheld(project)
    assert suggestions.suggest(project) == []
    does_and_undoes(project, lambda: suggestions.declare_first_pass(project, uncoded))
    assert uncoded not in suggestions.withheld(project)
    assert {found.document for found in suggestions.suggest(project)} == {uncoded}
    suggestions.declare_first_pass(project, uncoded, done=False)
    assert suggestions.first_pass_done(project) == frozenset()


def test_exposure_is_kept_once_for_each_coder_and_no_undo_takes_it_back(project: Project, uncoded: int) -> None:
    last = project.undoable()
    own = project.coder
    suggestions.exposed(project, [uncoded])
    suggestions.exposed(project, [uncoded])
    project.coder = "Bo"
    suggestions.exposed(project, [uncoded, uncoded])
    project.coder = own
    assert project.undoable() == last
    with project.read() as session:
        assert sorted(session.scalars(select(Exposure.coder))) == sorted([own, "Bo"])
        assert len(set(session.scalars(select(Exposure.document_uid)))) == 1


def test_who_codes_blind_learns_from_own_codings_alone(project: Project) -> None:
    with project.change("Assign") as session:
        coder = Coder(name="Bo")
        session.add(coder)
        session.flush()
        session.add(Assignment(coder_id=coder.id, document_id=1, blind=True))
    assert Suggester.train(project).trained is not None
    project.coder = "Bo"
    assert Suggester.train(project).trained is None


def test_a_first_pass_speaks_for_the_codings_of_who_declared_it(project: Project, learned: Suggester) -> None:
    """What follows the last coding was passed over only once its coder says so."""
    own = {one.key for one in codebook.listed(project) if one.framework is None}
    codes = {code.key: code for code in described(project) if code.key in own}

    def reached() -> int:
        return examples.labels(project, learned.texts, codes, second_cycle=False).reached[document]

    coded = codings.listed(project)[0]
    document = coded.document
    suggestions.declare_first_pass(project, document, done=False)
    before = reached()
    length = documents.get(project, document).characters
    assert before < length
    project.coder = "Bo"
    suggestions.declare_first_pass(project, document)
    assert reached() == before, "Bo has coded nothing here"
    codings.apply(project, coded.code, anchors.words(document, 0, 5))
    assert reached() > length
    with project.change("Assign") as session:
        session.add(Assignment(coder_id=project.coder_key(session), document_id=document, blind=True))
    suggestions.declare_first_pass(project, document, done=False)
    assert reached() == 5
    project.coder = coded.coder
    suggestions.declare_first_pass(project, document)
    assert reached() > length
    project.coder = "Bo"
    assert reached() == 5, "who codes blind learns nothing of another's first pass"
