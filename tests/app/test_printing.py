"""A coded transcript on paper: every line on one page, every stripe in a lane of its own, masked and as agreed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from app import actions
from app.code.page import CodePage
from app.consenting import Beyond
from app.hub import Hub
from app.paper import drawing
from app.paper.pages import Pages
from coding import codebook, codings
from coding.exports.transcripts import Transcript, transcript
from coding.moment.moment import Moment
from corpus.people import consents, disclosures, participants
from tests.app.swept import sweep
from tests.coding.support import Study, make_study

LONG = "\n\n".join(f"{'ANNE' if n % 2 else 'LUC'} : Réponse {n} 😀. " + "On a vu l’été passer. " * 9 for n in range(60))


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts={"Long": LONG})
    yield made
    made.project.close()


@pytest.fixture
def crowded(study: Study) -> Transcript:
    """Return a transcript in which fourteen codings overlap, one of which runs over pages."""
    text = Moment.of(study.project).text(study.documents["Long"])
    ends = (text.index("Réponse 50"), *(text.index(f"Réponse {n} ") for n in range(3, 16)))
    for n, end in enumerate(ends):
        code = codebook.add(study.project, f"Un code au nom assez long pour ne pas tenir, numéro {n}")
        codings.apply(study.project, code, study.words("Long", text[text.index("Réponse 1 ") : end]))
    return transcript(Moment.of(study.project), study.documents["Long"])


def laid(made: Transcript) -> Pages:
    return Pages(made, 680, 980, 58, QGuiApplication.font())


def test_every_line_is_on_one_page_and_none_runs_over_its_end(qtbot: QtBot, crowded: Transcript) -> None:
    pages = laid(crowded)
    assert len(pages.cuts) > 3
    assert [cut for both in pairwise(pages.cuts) for cut in (both[0][1] - both[1][0],)] == [0] * (len(pages.cuts) - 1)
    assert (pages.cuts[0][0], pages.cuts[-1][1]) == (0, len(pages.lines))
    for page in range(len(pages.cuts)):
        assert all(0 <= line.top - pages.top(page) < line.bottom - pages.top(page) <= 980 for line in pages.on(page))
    opened = [line.opens.number for line in pages.lines if line.opens is not None]
    assert opened == [turn.number for turn in crowded.turns]


def test_no_stripe_lies_on_another_and_a_long_one_goes_on_over_pages(qtbot: QtBot, crowded: Transcript) -> None:
    pages = laid(crowded)
    bars = pages.bars(0)
    assert len(bars) == 14
    for n, one in enumerate(bars):
        for other in bars[n + 1 :]:
            assert one.lane != other.lane or one.bottom <= other.top or other.bottom <= one.top
    assert pages.lane_width(bars) * 14 <= 97
    longest = max(crowded.codings, key=lambda one: one.end)
    onwards = [page for page in range(len(pages.cuts)) if any(b.coding == longest for b in pages.bars(page))]
    assert onwards == list(range(len(onwards)))
    assert len(onwards) > 1
    assert [any(b.coding == longest and b.begins for b in pages.bars(page)) for page in onwards] == [
        page == 0 for page in onwards
    ]  # fmt: skip


def test_a_pdf_has_all_words_and_the_legend_and_is_left_whole(
    qtbot: QtBot, crowded: Transcript, tmp_path: Path
) -> None:
    import pypdfium2

    path = tmp_path / "out.pdf"
    count = drawing.save_pdf(crowded, path)
    found = pypdfium2.PdfDocument(path)
    told = [found[n].get_textpage().get_text_bounded() for n in range(len(found))]
    found.close()
    assert len(told) == count
    whole = " ".join(" ".join(told).split())
    assert all(f"Réponse {n}" in whole for n in range(60))
    lines = [" ".join(line.split()) for line in told[-1].splitlines()]
    for code in crowded.legend.values():
        assert any(line.startswith(f"{code.number} {code.name} ..") and line.endswith(" 1") for line in lines), lines
    assert [one.name for one in tmp_path.iterdir() if "study" not in one.name] == ["out.pdf"]

    def stop(done: int, _total: int, _doing: str = "") -> None:
        if done:
            raise KeyboardInterrupt

    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        drawing.save_pdf(crowded, path, progress=stop)
    assert path.read_bytes() == before


@pytest.fixture
def page(qtbot: QtBot, hub: Hub, study: Study) -> Iterator[CodePage]:
    actions.use(hub.settings)
    made = CodePage(hub)
    made.resize(1200, 700)
    made.show()
    hub.take(study.project)
    made.project_opened()
    qtbot.waitExposed(made)
    yield made
    hub.close()
    made.close()
    made.deleteLater()
    sweep()


def test_the_window_shows_the_pages_before_they_are_printed(page: CodePage, qtbot: QtBot) -> None:
    page.verbs.printing.preview()
    [dialog] = page.findChildren(QPrintPreviewDialog)
    widget = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(widget, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: widget.pageCount() > 1)
    dialog.reject()


def test_who_did_not_agree_is_asked_about_before_a_pdf_is_written(page: CodePage, study: Study, tmp_path: Path) -> None:
    who = participants.add(study.project, "Anne", documents=[study.documents["Long"]])
    consents.add(study.project, who, signed_on="2024-05-31", archive="no")
    path = tmp_path / "out.pdf"
    page.verbs.printing.write_to(path)
    assert not path.exists()
    [asked] = [one for one in page.findChildren(Beyond) if one.isVisible()]
    asked.why.setText("Elle a dit oui au téléphone")
    asked.let.click()
    assert path.read_bytes().startswith(b"%PDF")
    assert [one.why for one in disclosures.listed(study.project)] == ["Elle a dit oui au téléphone"]
