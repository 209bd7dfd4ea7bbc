"""An article is checked on the Report page: what is wrong with its quotations, and a way to each source."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.hub import Hub
from app.report.page import ReportPage
from coding import excerpts
from corpus import documents
from tests.app.sample_pages import choose_part, opened_sample, settle, shown


def test_an_article_is_checked_and_its_quotations_open_their_source(hub: Hub, qtbot: QtBot, tmp_path: Path) -> None:
    opened_sample(hub, tmp_path)
    page = shown(ReportPage, hub, qtbot)
    project = hub.project
    excerpt = excerpts.listed(project)[0]
    said = documents.text(project, excerpt.document)[excerpt.start : excerpt.end]
    article = tmp_path / "article.md"
    quoted = " ".join(said.split()[:9])
    article.write_text(f"Dit ainsi : « {quoted} imprévu ».\n\n« Ceci ne fut jamais dit par quiconque ici »", "utf-8")
    choose_part(page, "attributions")
    settle(hub, qtbot)
    assert page.quotations.button.isVisible()
    page.quotations.check(article)
    settle(hub, qtbot)
    assert page.views.currentWidget() is page.quotations
    assert [line[0] for line in page.quotations.lines] == [1, 3]
    assert "imprévu" in page.quotations.lines[0][2]
    table = page.quotations.table
    qtbot.waitUntil(lambda: table.horizontalHeader().length() >= table.viewport().width() - 1)
    with qtbot.waitSignal(hub.place_asked) as asked:
        page.quotations.open(0)
    assert asked.args[0].document == excerpt.document
    page.quotations.open(1)  # found nowhere: there is nothing to open
    page.quotations.close_button.click()
    settle(hub, qtbot)
    assert page.views.currentWidget() is not page.quotations
    page.quotations.check(tmp_path / "gone.md")
    settle(hub, qtbot)
    assert "gone.md" in page._refused.sentence.text()
