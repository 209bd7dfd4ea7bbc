"""Documents of who is left out of analysis stay readable on the page Code, marked, and can be coded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.code.page import CodePage
from app.hub import Hub
from app.participants.documents_tab import Documents
from app.participants.page import ParticipantsPage
from app.participants.table import NAME
from app.review.learning import Learning
from coding import codings
from corpus.people import participants
from tests.app.sample_pages import settle, shown
from tests.coding.erasing_study import LUC, Planted, planted

ALONE = "Entretien Zéphyrin"


@pytest.fixture
def study(hub: Hub, tmp_path: Path) -> Iterator[Planted]:
    with planted(tmp_path) as made:
        path = made.project.path
    assert hub.open(path)
    yield Planted(hub.project, made.luc, made.documents, made.codes)
    hub.close()


def facts(page: CodePage) -> dict[str, str]:
    """Give what the list of sources says of each document and participant."""
    found = page.sources.tree
    headings = [found.topLevelItem(n) for n in range(found.topLevelItemCount())]
    items = [one.child(row) for one in headings if one for row in range(one.childCount())]
    return {item.text(0): item.data(0, 258) for item in items if item}


def test_they_are_marked_read_and_coded(hub: Hub, study: Planted, qtbot: QtBot) -> None:
    page = shown(CodePage, hub, qtbot)
    assert not any("left out" in one for one in facts(page).values())
    page.open_document(study.documents[ALONE])
    hub.write(lambda: participants.leave_out(hub.project, [study.luc]))
    settle(hub, qtbot)
    marked = {name for name, said in facts(page).items() if said.startswith("left out of the analysis")}
    assert marked == {ALONE, LUC}
    assert page.shown.document is not None
    assert page.shown.document.name == ALONE, "it stays open"
    page.open_document(study.documents["Anne"])
    assert "left out" not in page.reading.facts.text()
    page.open_document(study.documents[ALONE])
    assert page.reading.facts.text().startswith("left out of the analysis · ")
    key = codings.apply(hub.project, next(iter(study.codes.values())), study.words(ALONE, "beaucoup trop"))
    settle(hub, qtbot)
    assert key in page.shown.codings, "what is coded there is shown at once"


def test_the_list_of_documents_marks_them(hub: Hub, study: Planted, qtbot: QtBot) -> None:
    participants.leave_out(hub.project, [study.luc])
    page = shown(ParticipantsPage, hub, qtbot)
    page.tabs.setCurrentIndex(2)
    settle(hub, qtbot)
    assert isinstance(page.shown, Documents)
    model = page.shown.cases.table.model()
    names = {model.index(row, NAME).data() for row in range(model.rowCount())}
    assert names == {"Anne", "Groupe", "Paul", f"{ALONE} (left out)"}


def test_what_is_learned_is_stale_once_somebody_is_left_out(hub: Hub, study: Planted, qtbot: QtBot) -> None:
    page = shown(CodePage, hub, qtbot)
    learning = Learning(hub, page)
    hub.changed.connect(learning.heard)
    with qtbot.waitSignal(learning.learned):
        learning.measure(None)
    hub.write(lambda: participants.edit(hub.project, study.luc, "Luc Z."))
    settle(hub, qtbot)
    assert not learning.stale
    hub.write(lambda: participants.leave_out(hub.project, [study.luc]))
    settle(hub, qtbot)
    assert learning.stale
    with qtbot.waitSignal(learning.learned):
        learning.measure(None)
    assert learning.known is not None
    places = learning.known.suggester.texts.documents
    assert study.documents[ALONE] not in places
    assert study.documents["Anne"] in places
