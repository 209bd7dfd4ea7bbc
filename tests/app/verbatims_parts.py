"""The Verbatims page on the sample study, and waiting until it shows what was asked of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from app import actions
from app.hub import Hub
from app.verbatims.page import VerbatimsPage
from app.verbatims.thinning import ThinningDialog
from tests.app.sample_pages import opened_sample, shown
from tests.app.swept import sweep


@contextmanager
def verbatims_of_sample(qtbot: QtBot, hub: Hub, folder: Path) -> Iterator[VerbatimsPage]:
    """Give the page with all that is coded on it."""
    actions.use(hub.settings)
    opened_sample(hub, folder)
    made = shown(VerbatimsPage, hub, qtbot)
    settle(qtbot, made)
    yield made
    hub.close()
    made.hide()
    sweep()


def settle(qtbot: QtBot, page: VerbatimsPage) -> None:
    """Wait until nothing is looked for or counted any more."""
    waits = (page.seeking, page.views.counting, page.bar)
    qtbot.waitUntil(lambda: not (page._soon.isActive() or any(one.waiting for one in waits)))


def thinned(qtbot: QtBot, page: VerbatimsPage, without: Collection[int] = ()) -> ThinningDialog:
    """Untick these rows of the preview that is open, and let the rest be written."""
    [dialog] = [one for one in page.findChildren(ThinningDialog) if one.isVisible()]
    for row in without:
        dialog.rows.toggle([row])
    dialog.accept()
    settle(qtbot, page)
    return dialog
