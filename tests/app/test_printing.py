"""A coded transcript on paper: every line on one page, every stripe in a lane of its own, masked and as agreed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import actions
from app.code.page import CodePage
from app.consenting import Beyond
from app.hub import Hub
from app.paper import drawing, slices
from app.paper.pages import Pages
from app.paper.preview import PrintPreview
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
    pages = Pages(made, 680, 980, 58, QGuiApplication.font())
    shares = list(pages.lay())
    assert shares == sorted(shares)
    assert (shares[0], shares[-1] > 0.9) == (0.0, True)
    return pages


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
    ]


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

    def stop(done: int, total: int, doing: str = "") -> None:
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


def shown(dialog: PrintPreview) -> QPrintPreviewWidget:
    widget = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(widget, QPrintPreviewWidget)
    return widget


def opened(page: CodePage) -> PrintPreview:
    page.verbs.printing.preview()
    [dialog] = page.findChildren(PrintPreview)
    return dialog


def test_the_window_shows_the_pages_before_they_are_printed(page: CodePage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(page)
    assert shown(dialog).pageCount() <= 1  # nothing is laid out before the window has shown itself
    qtbot.waitUntil(lambda: shown(dialog).pageCount() > 1)
    upright = shown(dialog).pageCount()
    shown(dialog).setLandscapeOrientation()
    qtbot.waitUntil(lambda: shown(dialog).pageCount() > upright)
    printer = dialog.printer()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    shown(dialog).print_()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_a_printer_with_another_paper_gets_its_pages_without_holding_the_window(
    page: CodePage, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, path = opened(page), tmp_path / "printed.pdf"
    qtbot.waitUntil(lambda: shown(dialog).pageCount() > 1)
    printer = dialog.printer()
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    shown(dialog).print_()
    dialog.accept()
    assert not path.exists()
    assert dialog.slices is not None, "its pages are laid out in slices, as those that are seen"
    with qtbot.waitSignal(dialog.destroyed):
        pass
    assert path.read_bytes().startswith(b"%PDF")


def test_the_printer_lives_as_long_as_its_preview(page: CodePage, qtbot: QtBot) -> None:
    for _ in range(5):
        dialog = opened(page)
        gc.collect()
        assert dialog.printer().docName() == "Long"
        assert dialog.printer().resolution() == drawing.resolution()
        qtbot.waitUntil(partial(lambda dialog: shown(dialog).pageCount() > 1, dialog))
        dialog.reject()
        sweep()


def on_the_way(work: slices.Slices, act: Callable[[], object]) -> None:
    """Act between two slices, when some is done: whoever only looks now and then may come when all is over."""
    [timer] = work.findChildren(QTimer)
    timer.timeout.connect(lambda: act() if work.box.value() > 0 else None)


def test_laying_out_can_be_cancelled_at_any_time(
    page: CodePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "_SLICE_S", 0.0)  # a line at a time
    dialog = opened(page)
    assert dialog.slices is not None
    with qtbot.waitSignal(dialog.rejected):
        on_the_way(dialog.slices, dialog.slices.box.canceled.emit)
    sweep()
    said, path = list[str](), tmp_path / "out.pdf"
    page.hub.said.connect(said.append)
    page.verbs.printing.write_to(path)
    [writing] = page.findChildren(slices.Slices)
    [button] = writing.box.findChildren(QPushButton)
    with qtbot.waitSignal(writing.cancelled):
        on_the_way(writing, button.click)
    sweep()
    assert (said, page.findChildren(slices.Slices)) == ([], [])
    assert not [one for one in tmp_path.iterdir() if one.name.startswith((".print", "out"))]


def test_a_place_that_takes_no_file_is_told(page: CodePage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with qtbot.waitSignal(page.hub.said) as told:
        page.verbs.printing.write_to(tmp_path / "out.pdf")
    assert told.args[0].startswith("out.pdf can’t be written: ")


def test_who_did_not_agree_is_asked_about_before_a_pdf_is_written(
    page: CodePage, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    who = participants.add(study.project, "Anne", documents=[study.documents["Long"]])
    consents.add(study.project, who, signed_on="2024-05-31", archive="no")
    path = tmp_path / "out.pdf"
    page.verbs.printing.write_to(path)
    assert not path.exists()
    [asked] = [one for one in page.findChildren(Beyond) if one.isVisible()]
    asked.why.setText("Elle a dit oui au téléphone")
    asked.let.click()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    assert [one.why for one in disclosures.listed(study.project)] == ["Elle a dit oui au téléphone"]
