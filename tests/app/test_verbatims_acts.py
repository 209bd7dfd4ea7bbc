"""What is done to verbatims when there is a choice to make first, or nothing to do: asked or said, never silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.hub import Ask, Hub, Place
from app.verbatims.page import VerbatimsPage
from coding import assertions, codebook, codings, excerpts, links
from coding.memos import Target
from coding.moment.counts import counts
from coding.moment.moment import Moment
from corpus import documents
from tests.app.verbatims_parts import settle, verbatims_of_sample


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, tmp_path: Path) -> Iterator[VerbatimsPage]:
    with verbatims_of_sample(qtbot, hub, tmp_path) as made:
        yield made


@pytest.fixture
def said(page: VerbatimsPage) -> list[str]:
    heard: list[str] = []
    page.hub.said.connect(heard.append)
    return heard


def key(page: VerbatimsPage, name: str) -> int:
    return codebook.find(page.hub.project, name).key


def show(qtbot: QtBot, page: VerbatimsPage, asked: Ask) -> None:
    page.hub.verbatims_asked.emit(asked)
    settle(qtbot, page)
    page.list.setFocus()


def choices(page: VerbatimsPage) -> list[str]:
    """Give what the short menu offers, and close it."""
    menu = page.acts.menu
    assert menu is not None
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(qtbot: QtBot, page: VerbatimsPage, name: str) -> None:
    menu = page.acts.menu
    assert menu is not None
    [action] = [one for one in menu.actions() if one.text().startswith(name)]
    action.trigger()
    menu.close()
    settle(qtbot, page)


def uncoded(page: VerbatimsPage) -> tuple[int, int]:
    """Give document and first place of a passage that nobody coded."""
    project = page.hub.project
    taken = [(one.document, one.start, one.end) for one in codings.listed(project) if not one.whole]
    passage = next(
        one
        for one in documents.passages(project)
        if one.end - one.start > 40
        and not any(d == one.document and s < one.end and e > one.start for d, s, e in taken)
    )
    return passage.document, passage.start


def show_uncoded(qtbot: QtBot, page: VerbatimsPage) -> tuple[int, int]:
    """Show words that nobody coded, by a search for them; the row in focus is theirs."""
    document, start = uncoded(page)
    text = documents.text(page.hub.project, document)
    words = " ".join(text[start : start + 40].split()[:-1])
    show(qtbot, page, Ask(query=f'"{words}"'))
    at = next(n for n in range(page.list.rows.rowCount()) if page.list.rows.place(n)[0] == document)
    page.list.go(at)
    assert page.list.rows.row(at).verbatim.codings == ()
    return document, start


def test_what_is_coded_already_is_said(page: VerbatimsPage, said: list[str], qtbot: QtBot) -> None:
    show(qtbot, page, Ask(codes=(key(page, "Silos"),)))
    before = page.hub.undoable()
    page.acts.code()
    picker = page.acts.picker
    assert picker is not None
    picker.line.setText("Silos")
    picker._choose(stays=False)
    settle(qtbot, page)
    assert said == ["This code is on these words already."]
    assert page.hub.undoable() == before


def test_words_without_a_coding_have_none_to_change(page: VerbatimsPage, said: list[str], qtbot: QtBot) -> None:
    show_uncoded(qtbot, page)
    page.acts.recode()
    page.acts.split()
    assert said == ["There is no coding here to change; Ctrl+K codes."] * 2
    assert not page.asking.isVisible()


def test_words_that_concern_no_capability_can_not_be_judged(page: VerbatimsPage, said: list[str], qtbot: QtBot) -> None:
    show_uncoded(qtbot, page)
    page.acts.judge("in")
    assert said == ["No capability is linked to these codes; link one on the Theory page first."]


def test_words_without_a_code_illustrate_none(page: VerbatimsPage, said: list[str], qtbot: QtBot) -> None:
    show_uncoded(qtbot, page)
    page.acts.excerpt()
    assert said == ["Code these words first; an excerpt illustrates a code."]


def test_a_memo_is_begun_on_the_words_or_on_their_codings(page: VerbatimsPage, qtbot: QtBot) -> None:
    begun: list[tuple[Target, ...]] = []
    page.hub.memo_begun.connect(begun.append)
    show_uncoded(qtbot, page)
    page.acts.memo()
    show(qtbot, page, Ask(codes=(key(page, "Silos"),)))
    page.list.go(0)
    page.acts.memo()
    document, start = uncoded(page)
    [[words], coded] = begun
    assert (words.kind, words.key, words.span and words.span[0]) == ("passage", document, start)
    listing = page.list.rows.listing
    assert listing is not None
    assert [(one.kind, one.key) for one in coded] == [("coding", one) for one in page.list.rows.row(0).verbatim.codings]


def several(page: VerbatimsPage, qtbot: QtBot) -> int:
    """Show all evidence, with the focus on a verbatim that concerns several capabilities; give one of its codings."""
    project = page.hub.project
    aims: dict[int, set[int]] = {}
    for link in links.listed(project):
        aims.setdefault(link.source, set()).add(link.target)
    used = counts(Moment.of(project)).own
    source = next(code for code, targets in aims.items() if len(targets) > 1 and code in used)
    show(qtbot, page, Ask(codes=(source,)))
    page.list.go(0)
    return page.list.rows.row(0).verbatim.codings[0]


def test_where_several_capabilities_are_concerned_the_person_says_which(page: VerbatimsPage, qtbot: QtBot) -> None:
    project, coding = page.hub.project, several(page, qtbot)
    code = codings.get(project, coding).code
    wanted = {codebook.get(project, link.target).label for link in links.listed(project) if link.source == code}
    before = links.judgements(project, codings=[coding])
    page.acts.judge("in")
    offered = choices(page)
    assert len(offered) == len(wanted) > 1
    assert {name.rpartition("  (")[0] or name for name in offered} == wanted
    first = sorted(wanted)[0]
    choose(qtbot, page, first)
    said = links.judgements(project, codings=[coding])
    assert (first, "in") in {(codebook.get(project, one.code).label, one.verdict) for one in said}
    project.undo()
    assert said != before
    assert links.judgements(project, codings=[coding]) == before


@pytest.mark.parametrize("stance", ["supports", "nuances", "contradicts"])
def test_a_stance_is_taken_and_taken_back(page: VerbatimsPage, qtbot: QtBot, stance: str) -> None:
    project, c1 = page.hub.project, key(page, "C1")
    show(qtbot, page, Ask(codes=(c1,)))
    judged = {one.coding for one in links.judgements(project)}
    rows = page.list.rows
    page.list.go(next(n for n in range(rows.rowCount()) if not {*rows.row(n).verbatim.codings} & judged))
    coding = rows.row(page.list.at or 0).verbatim.codings[0]
    page.acts.stance()
    choose(qtbot, page, page.list.words()[stance])
    [said] = links.judgements(project, codings=[coding], code=c1)
    assert (said.stance, said.verdict) == (stance, "in")
    page.acts.stance()
    choose(qtbot, page, "no stance")
    [said] = links.judgements(project, codings=[coding], code=c1)
    assert (said.stance, said.verdict) == (None, "in")
    project.undo()
    project.undo()
    assert links.judgements(project, codings=[coding], code=c1) == []


def test_an_excerpt_of_which_code_is_asked_and_a_second_time_it_is_said(
    page: VerbatimsPage, said: list[str], qtbot: QtBot
) -> None:
    coding, project, rows = several(page, qtbot), page.hub.project, page.list.rows
    show(qtbot, page, Ask())
    page.list.go(next(n for n in range(rows.rowCount()) if coding in rows.row(n).verbatim.codings))
    before = len(excerpts.listed(project))
    for expected in (before + 1, before + 1):
        page.acts.excerpt()
        choose(qtbot, page, choices(page)[0].partition("  (")[0])
        assert len(excerpts.listed(project)) == expected
    assert "chosen for" in said[0]
    assert said[1].startswith("These words are an excerpt of ")


def test_the_source_of_words_without_a_match_is_their_coding(page: VerbatimsPage, qtbot: QtBot) -> None:
    show(qtbot, page, Ask(codes=(key(page, "Silos"),)))
    page.list.go(0)
    asked: list[Place] = []
    page.hub.place_asked.connect(asked.append)
    page.acts.source()
    verbatim = page.list.rows.row(0).verbatim
    assert asked == [Place(verbatim.document, verbatim.start, verbatim.end, verbatim.codings[0])]


def test_segments_are_said_to_bear_on_an_assertion(qtbot: QtBot, page: VerbatimsPage) -> None:
    project = page.hub.project
    assertions_there = assertions.listed(project)
    show(qtbot, page, Ask(codes=(key(page, "C1"),)))
    page.list.step(1)
    page.acts.bear()
    assert len(choices(page)) == len(assertions_there) + 1
    choose(qtbot, page, "New assertion")
    page.asking.field.setPlainText("Les parcours se dessinent.")
    page.asking.field.entered.emit()
    settle(qtbot, page)
    made = assertions.find(project, "Les parcours")
    said = [one for one in assertions.bearings(project) if one.assertion == made.key]
    assert {one.stance for one in said} == {"supports"}
    page.acts.bear()
    menu = page.acts.menu
    [under] = [one.menu() for one in menu.actions() if "Les parcours" in one.text()]
    next(one for one in under.actions() if one.text() == "contradicts").trigger()
    menu.close()
    page.asking.field.setPlainText("Pas ici.")
    page.asking.field.entered.emit()
    settle(qtbot, page)
    said = [one for one in assertions.bearings(project) if one.assertion == made.key]
    assert {(one.stance, one.reason) for one in said} == {("contradicts", "Pas ici.")}
