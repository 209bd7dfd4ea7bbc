"""The interview guide: versions, questions, which interview used which, and what is marked; each does and undoes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import anchors, documents
from corpus.correcting import corrections
from corpus.errors import NothingThere, SourceError
from corpus.guide import askings, guides, questions
from corpus.guide.askings import FoundQuestion
from corpus.guide.guides import GuideLine
from corpus.people import attributes
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes, make_study

LINES = [
    GuideLine("The shop", "How did you come to the shop?"),
    GuideLine("The shop", "Who taught you?"),
    GuideLine("Hands", "What do your hands know?"),
]
TEXTS = {
    "One": "INT : How did you come to the shop?\n\nANNE : By my aunt.\n\nINT : And who taught you?\n\nANNE : She did.",
    "Two": "INT : What do your hands know?\n\nPAUL : The weight of the wood.",
}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, language="en", texts=TEXTS)
    yield made
    made.project.close()


def keys(project: Project, guide: int) -> list[int]:
    return [one.key for one in version(project, guide).questions]


def version(project: Project, guide: int) -> guides.GuideInfo:
    return next(one for one in guides.listed(project) if one.key == guide)


def texts(project: Project, guide: int) -> list[str]:
    return [one.text for one in version(project, guide).questions]


def test_versions_are_made_changed_and_taken_away(study: Study) -> None:
    project = study.project
    first = does_and_undoes(project, lambda: guides.add(project, " Spring ", LINES, used_from="01/03/2024"))
    info = version(project, first)
    assert (info.name, info.used_from) == ("Spring", "2024-03-01")
    assert [(one.number, one.topic, one.text) for one in info.questions] == [
        (n, *line) for n, line in enumerate(LINES, 1)
    ]
    does_and_undoes(project, lambda: guides.edit(project, first, name="March", used_from="", note="the pilot"))
    info = version(project, first)
    assert (info.name, info.used_from, info.note) == ("March", None, "the pilot")
    second = does_and_undoes(project, lambda: guides.copy(project, first, "June"))
    assert [one.follows for one in version(project, second).questions] == keys(project, first)
    assert [one.line for one in version(project, second).questions] == keys(project, first)
    does_and_undoes(project, lambda: guides.remove(project, first))
    assert [one.follows for one in version(project, second).questions] == [None] * 3


def test_a_version_needs_a_name_of_its_own_and_a_date_that_is_one(study: Study) -> None:
    project = study.project
    key = guides.add(project, "Été")
    for name in ("ete", "  "):
        with pytest.raises(SourceError):
            guides.add(project, name)
    guides.edit(project, key, name="ÉTÉ")
    with pytest.raises(SourceError, match="is no date"):
        guides.edit(project, key, used_from="soon")
    with pytest.raises(NothingThere, match="no longer"):
        guides.edit(project, 999, name="x")
    assert guides.find(project, "ete").key == key
    with pytest.raises(NothingThere, match="No version"):
        guides.find(project, "winter")


def test_questions_are_added_moved_reworded_and_taken_away(study: Study) -> None:
    project = study.project
    guide = guides.add(project, "Spring", LINES)
    key = does_and_undoes(project, lambda: questions.add(project, guide, "  And   why? ", position=1))
    info = version(project, guide).questions[1]
    assert (info.key, info.text, info.topic) == (key, "And why?", "The shop")
    does_and_undoes(project, lambda: questions.move(project, key, 9))
    assert texts(project, guide)[-1] == "And why?"
    does_and_undoes(project, lambda: questions.edit(project, key, text="Why so?", topic="End"))
    assert (version(project, guide).questions[-1].text, version(project, guide).questions[-1].topic) == (
        "Why so?",
        "End",
    )
    does_and_undoes(project, lambda: questions.remove(project, keys(project, guide)[:2]))
    assert texts(project, guide) == ["What do your hands know?", "Why so?"]
    with pytest.raises(SourceError, match="needs words"):
        questions.add(project, guide, " ")
    with pytest.raises(NothingThere):
        questions.edit(project, 999, text="x")


def test_a_question_carries_on_one_of_another_version_and_never_itself(study: Study) -> None:
    project = study.project
    first = guides.add(project, "A", LINES[:1])
    second = guides.copy(project, first, "B")
    old, new = keys(project, first)[0], keys(project, second)[0]
    fresh = questions.add(project, second, "Something new?")
    does_and_undoes(project, lambda: questions.carry_on(project, new, None))
    does_and_undoes(project, lambda: questions.carry_on(project, fresh, old))
    assert [one.line for one in version(project, second).questions] == [new, old]
    with pytest.raises(SourceError, match="another version"):
        questions.carry_on(project, fresh, new)
    with pytest.raises(SourceError, match="circle"):
        questions.carry_on(project, old, fresh)


def test_an_interview_used_what_was_said_else_what_its_date_says_else_the_newest(study: Study) -> None:
    project, one, two = study.project, study.documents["One"], study.documents["Two"]
    assert guides.used(project) == {}
    first = guides.add(project, "A", used_from="2024-01-01")
    second = guides.add(project, "B", used_from="2024-06-01")
    assert set(guides.used(project).values()) == {(second, "newest")}
    attributes.describe(project, one, {"Date": "31/05/2024"})
    assert guides.used(project) == {one: (first, "date"), two: (second, "newest")}
    attributes.describe(project, one, {"Date": "2023-12-31"})
    assert guides.used(project)[one] == (second, "newest")
    does_and_undoes(project, lambda: guides.use(project, [one, two], first))
    assert set(guides.used(project).values()) == {(first, "said")}
    does_and_undoes(project, lambda: guides.use(project, [two], None))
    assert guides.used(project)[two] == (second, "newest")


def test_a_question_is_found_by_number_or_words(study: Study) -> None:
    guides.add(study.project, "A", [*LINES, GuideLine("", "Who taught them?")])
    guide = guides.find(study.project)
    assert guides.question(guide, "2").text == "Who taught you?"
    assert guides.question(guide, "WHAT DO").number == 3
    for which, why in (("who taught", "Several"), ("nobody", "No question"), (" ", "No question")):
        with pytest.raises(NothingThere, match=why):
            guides.question(guide, which)


def said(project: Project) -> list[tuple[int, str, bool]]:
    return [(one.question, one.state, one.sure) for one in askings.listed(project)]


def test_marks_do_and_undo_and_what_says_the_opposite_gives_way(study: Study) -> None:
    project, one = study.project, study.documents["One"]
    a, b, _ = keys(project, guides.add(project, "A", LINES))
    place, other = study.words("One", "How did you come to the shop?"), study.words("One", "And who taught you?")
    does_and_undoes(project, lambda: askings.mark(project, a, place))
    key = does_and_undoes(project, lambda: askings.mark(project, a, place, "otherwise"))
    assert said(project) == [(a, "otherwise", True)]
    askings.mark(project, a, other)
    assert len(said(project)) == 2
    does_and_undoes(project, lambda: askings.mark(project, a, anchors.whole(one), "not asked"))
    assert said(project) == [(a, "not asked", True)]
    does_and_undoes(project, lambda: askings.mark(project, a, place))
    assert said(project) == [(a, "asked", True)]
    does_and_undoes(project, lambda: askings.unmark(project, [askings.listed(project)[0].key]))
    with pytest.raises(NothingThere, match="no longer"):
        askings.unmark(project, [key])
    for wrong in (lambda: askings.mark(project, b, place, "not asked"), lambda: askings.mark(project, 99, place)):
        with pytest.raises((SourceError, NothingThere)):
            wrong()


def test_what_is_found_gives_way_to_what_a_person_says(study: Study) -> None:
    project, one, two = study.project, study.documents["One"], study.documents["Two"]
    guide = guides.add(project, "A", LINES)
    a, b, c = keys(project, guide)
    place, other = study.words("One", "How did you come to the shop?"), study.words("One", "And who taught you?")
    found = [
        FoundQuestion(a, place, "asked", 0.9),
        FoundQuestion(b, other, "otherwise", 0.5),
        FoundQuestion(c, anchors.whole(one), "not asked", None),
    ]
    assert does_and_undoes(project, lambda: askings.put(project, [one, two], found)) == found
    listed = {info.question: info for info in askings.listed(project)}
    assert (listed[a].sure, listed[a].score, listed[a].coder) == (False, 0.9, "Ada")
    does_and_undoes(project, lambda: askings.confirm(project, [listed[a].key]))
    does_and_undoes(project, lambda: askings.confirm(project, [listed[b].key], "asked"))
    does_and_undoes(project, lambda: askings.confirm(project, [listed[c].key]))
    assert sorted(said(project)) == [(a, "asked", True), (b, "asked", True), (c, "not asked", True)]
    assert askings.put(project, [one], [FoundQuestion(a, other, "otherwise", 0.4)]) == []
    assert sorted(said(project)) == [(a, "asked", True), (b, "asked", True), (c, "not asked", True)]
    newer = guides.copy(project, guide, "B")
    assert askings.put(project, [one], [FoundQuestion(keys(project, newer)[0], other, "asked", 1.0)]) == []


def test_refusing_what_was_found_says_that_it_is_not_asked(study: Study) -> None:
    project, one = study.project, study.documents["One"]
    a = keys(project, guides.add(project, "A", LINES))[0]
    place = study.words("One", "And who taught you?")
    askings.put(project, [one], [FoundQuestion(a, place, "asked", 0.7)])
    key = askings.listed(project)[0].key
    does_and_undoes(project, lambda: askings.confirm(project, [key], "not asked"))
    assert said(project) == [(a, "not asked", True)]
    assert askings.put(project, [one], [FoundQuestion(a, place, "asked", 0.7)]) == []


def test_marks_stay_on_their_words_and_go_with_their_document(study: Study) -> None:
    project, one = study.project, study.documents["One"]
    a = keys(project, guides.add(project, "A", LINES))[0]
    askings.mark(project, a, study.words("One", "And who taught you?"))
    start, _ = study.span("One", "By my aunt.")
    does_and_undoes(project, lambda: corrections.edit(project, one, start, start, "Oh, "))
    info = askings.listed(project)[0]
    assert documents.text(project, one)[info.start : info.end] == "And who taught you?"
    does_and_undoes(project, lambda: documents.remove(project, [one]))
    assert askings.listed(project) == []
