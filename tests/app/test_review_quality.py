"""Quality before suggestions: what more examples would bring, whether chances can be trusted, and the two charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.hub import Hub
from app.review import agreement, charts
from app.review.page import ReviewPage
from app.review.panel import SuggestionPanel
from app.review.quality import more_said
from app.review.thresholds import HoldingBack
from coding.codebook import CodeInfo
from coding.suggest import queue, suggestions
from coding.suggest.coder_agreement import CodeAgreement, SuggestionAgreement
from coding.suggest.curve import LearningCurve, Point, learning_curve
from coding.suggest.evaluate import Figures
from coding.suggest.records import Example, Instead, MatchedSentence, PassageSuggestions, Reason, Suggestion
from tests.app.review_parts import known, now, offered, quiet, type_letter
from tests.app.sample_pages import opened_sample
from tests.waiting import HANG_MS


def curve(*hits: float, more: float | None = 0.05) -> LearningCurve:
    points = [Point(4 * n, 2.0 * n, Figures(hit / 2, hit, hit / 2)) for n, hit in enumerate(hits, 1)]
    return LearningCurve(tuple(points), more, 0)


@pytest.fixture
def page(hub: Hub, tmp_path: Path, qtbot: QtBot) -> Iterator[ReviewPage]:
    """Return a page that has just learned the sample study, and is about to measure with fewer examples."""
    opened_sample(hub, tmp_path)
    made = ReviewPage(hub)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.project_opened()
    made.show()
    with qtbot.waitSignal(made.learning.learned):
        made.entered()
    yield made
    hub.jobs.stop()


def image_of(page: ReviewPage, name: str) -> QImage:
    found = page.quality.browser.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    return found if isinstance(found, QImage) else QImage()


def test_suggestions_are_there_before_the_curve_and_decisions_are_taught_while_it_is_drawn(
    page: ReviewPage, qtbot: QtBot
) -> None:
    assert page.forecast.busy
    assert page.forecast.curve is None
    assert "Being measured with fewer examples" in page.quality.browser.toPlainText()
    assert image_of(page, "curve").isNull()
    one, quality = now(page), known(page).quality
    assert quality is not None
    page.reading.pane.setFocus()
    with qtbot.waitSignal(page.learning.taught):
        type_letter(page, qtbot, "r")
    assert page.forecast.busy
    assert queue.key_of(one) not in offered(page)
    quiet(page, qtbot)
    found = page.forecast.curve
    assert found is not None
    assert found.points[-1].figures == quality.figures
    assert found.points[0].figures.hit_at_3 < found.points[-1].figures.hit_at_3
    assert more_said(found) in page.strip.line.text()
    assert more_said(found) in page.quality.browser.toPlainText()
    assert known(page).since == 1


def test_measuring_stops_at_the_next_document_for_a_lesson_and_goes_on_afterwards(
    page: ReviewPage, qtbot: QtBot
) -> None:
    assert page.hub.jobs.label == "Measuring with fewer examples"
    asked, pause = page.forecast._asked, page.forecast._later
    pause.setInterval(HANG_MS)
    page.forecast.make_way()
    qtbot.waitUntil(pause.isActive)
    qtbot.waitUntil(lambda: not page.hub.jobs.busy)
    assert page.forecast.busy
    assert page.forecast.curve is None
    pause.start(0)
    quiet(page, qtbot)
    assert page.forecast._asked == asked
    assert page.forecast.curve is not None
    page.forecast.make_way()
    assert not page.forecast._later.isActive()


def test_a_lesson_goes_first_also_where_a_share_has_just_been_measured(page: ReviewPage, qtbot: QtBot) -> None:
    pause = page.forecast._later
    pause.setInterval(HANG_MS)
    page.hub.jobs.finished.connect(page.forecast.make_way)
    qtbot.waitUntil(pause.isActive)
    page.hub.jobs.finished.disconnect(page.forecast.make_way)
    assert len(page.forecast._points) == 1
    pause.start(0)
    quiet(page, qtbot)
    assert page.forecast.curve is not None


def test_the_curve_is_what_the_command_line_measures(page: ReviewPage, qtbot: QtBot) -> None:
    quiet(page, qtbot)
    suggester = known(page).suggester
    assert page.forecast.curve == learning_curve(page.hub.project, texts=suggester.texts)


def test_the_charts_are_as_wide_as_there_is_room(page: ReviewPage, qtbot: QtBot) -> None:
    quiet(page, qtbot)
    type_letter(page, qtbot, "q")
    qtbot.waitUntil(page.quality.browser.isVisible)
    browser = page.quality.browser
    assert browser.horizontalScrollBar().maximum() == 0
    before = image_of(page, "curve").deviceIndependentSize().width()
    assert before == pytest.approx(browser.viewport().width(), abs=40)
    page.resize(1500, 680)
    page.side.parentWidget().setSizes([700, 600])  # type: ignore[union-attr]  # it is there, else the test fails
    qtbot.waitUntil(lambda: image_of(page, "curve").deviceIndependentSize().width() > before + 20)
    assert browser.horizontalScrollBar().maximum() == 0


def test_measuring_with_fewer_examples_can_be_cancelled_and_the_page_goes_on(page: ReviewPage, qtbot: QtBot) -> None:
    def stopped() -> bool:
        page.hub.jobs.cancel()  # again: one share may just have ended
        return not page.forecast.busy

    qtbot.waitUntil(stopped)
    assert page.forecast.curve is None
    assert not page.forecast.busy
    assert "Not measured." in page.quality.browser.toPlainText()
    assert "Measured on 12 interviews" in page.strip.line.text()
    page.reading.pane.setFocus()
    one = now(page)
    type_letter(page, qtbot, "s")
    assert now(page) != one


def test_another_choice_of_codes_begins_another_curve(page: ReviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.learning.learned):
        page.controls.scope.setCurrentIndex(1)
        assert not page.forecast.busy
    quiet(page, qtbot)
    found = page.forecast.curve
    assert found is not None
    texts = known(page).suggester.texts
    assert found == learning_curve(page.hub.project, framework=known(page).framework, texts=texts)


# what is said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            0.034,
            "Ten more examples a code would bring about +3 points (one of the first three agrees with your coding).",
        ),
        (0.004, "Ten more examples a code would bring next to nothing."),
        (0.0, "Ten more examples a code would bring next to nothing."),
        (None, "There is too little to say what more examples would bring."),
    ],
)
def test_what_ten_more_examples_would_bring_is_said_in_points(more: float | None, said: str) -> None:
    assert more_said(curve(0.5, more=more)) == said


STOCKS = CodeInfo(
    7,
    "uid",
    "Stocks",
    "Stocks",
    "/Stocks",
    None,
    None,
    None,
    0,
    1,
    0,
    None,
    "",
    "",
    "",
    "",
    "",
    "",
    "#336699",
    "",
    False,
    (),
)


def test_words_of_the_question_are_told_apart_from_those_of_the_answer(qtbot: QtBot) -> None:
    words = (
        Reason("Stock", 120, 125, 0.25, 3, 4),
        Reason("stock", 130, 135, 0.25, 3, 4),
        Reason("délai", 110, 115, 0.25),
        Reason("caisse", 20, 26, 0.5, 1, 4),
    )
    one = Suggestion(1, 100, 140, "…", 7, 0.5, "codings", words, (), "m", 1, (100, 140), 0.5, -1.0, 0.25, "", "")
    panel = SuggestionPanel()
    qtbot.addWidget(panel)
    panel.show_entry(queue.QueueEntry(PassageSuggestions(1, 100, 140, "…", 1, (one,)), (one,)), 0, {7: STOCKS}, {})
    said = panel.about.toPlainText().splitlines()
    assert said == [
        "Because of these words",
        "Often coded so: Stock",
        "Like words that you coded so: délai",
        "In the question before: caisse",
        "Show the figures",
    ]
    panel.about.anchorClicked.emit(QUrl("figures"))
    said = panel.about.toPlainText().splitlines()
    assert "coded so in 3 of 4 passages with it" in said
    added = [float(line.replace("−", "-")) for line in said if line[:1] in ("+", "−")]
    assert added == [0.5, 0.5, 0.25, 0.25, -1.0]
    assert "0.50" in said
    assert said[-1] == "Hide the figures"
    panel.about.anchorClicked.emit(QUrl("figures"))
    assert "Show the figures" in panel.about.toPlainText()


def test_without_a_word_that_tells_it_says_so_and_by_what_examples_are_alike(qtbot: QtBot) -> None:
    examples = (
        Example(1, 0, 20, "Le stock est faux.", 7, ("stocks", "faux"), 0.5),
        Example(1, 30, 40, "Rien.", 7, (), 0.5),
        Example(1, 50, 60, "Oui.", 7, (), 0.1),
    )
    one = Suggestion(1, 100, 140, "…", 7, 0.5, "codings", (), examples, "m", 1, (100, 140), 0.5, 0.0, 0.5, "", "")
    panel = SuggestionPanel()
    qtbot.addWidget(panel)
    entry = queue.QueueEntry(PassageSuggestions(1, 100, 140, "…", 1, (one,)), (one,))
    panel.show_entry(entry, 0, {7: STOCKS}, {})
    said = panel.about.toPlainText()
    assert "No single word tells" in said
    assert [line.partition("· ")[2] for line in said.splitlines() if "· " in line] == [
        "both say: stocks, faux",
        "no word in common, alike in meaning alone",
        "little in common",
    ]


def test_what_rests_on_a_definition_shows_its_sentence_and_what_speaks_against_is_told(qtbot: QtBot) -> None:
    fits = MatchedSentence("Ce qui manque en rayon.", "definition", ("rayon",))
    against = MatchedSentence("Non les ruptures.", "exclude", ("rupture",))
    one = Suggestion(
        1,
        100,
        140,
        "…",
        7,
        0.5,
        "definition",
        (),
        (),
        "m",
        1,
        (100, 140),
        None,
        0.0,
        0.5,
        "",
        "",
        fits,
        against,
        Instead(7, 3, 4),
    )
    panel = SuggestionPanel()
    qtbot.addWidget(panel)
    panel.show_entry(queue.QueueEntry(PassageSuggestions(1, 100, 140, "…", 1, (), (one,)), (one,)), 0, {7: STOCKS}, {})
    said = panel.about.toPlainText()
    for words in (
        "What is written of it that fits",
        "Ce qui manque en rayon.",
        "said here: rayon",
        "Nobody has coded so yet.",
        "What speaks against",
        "Non les ruptures.",
        "said here: rupture",
        "Where it was not this code, most often Stocks was: 3 of 4 times.",
    ):
        assert words in said
    assert "rests on what is written of the code" in panel.heading.text()


def test_what_is_weaker_says_so(qtbot: QtBot) -> None:
    one = Suggestion(1, 0, 40, "…", 7, 0.5, "codings", (), (), "m", 1, (0, 40), 0.5, 0.0, 0.5, "", "")
    panel = SuggestionPanel()
    qtbot.addWidget(panel)
    entry = queue.QueueEntry(PassageSuggestions(1, 0, 40, "…", 1, (), (), (one,)), (one,))
    panel.show_entry(entry, 0, {7: STOCKS}, {})
    assert panel.heading.text() == "Weaker: it rests on little. Look twice."


def test_what_is_measured_on_few_documents_says_so(qtbot: QtBot) -> None:
    panel = SuggestionPanel()
    qtbot.addWidget(panel)
    for documents, said in ((3, "Learned from your codings, and measured on 3"), (5, "Learned from your codings")):
        one = Suggestion(
            1,
            0,
            40,
            "…",
            7,
            0.5,
            "codings",
            (),
            (),
            "m",
            1,
            (0, 40),
            0.5,
            0.0,
            0.5,
            "",
            "",
            None,
            None,
            None,
            documents,
        )
        panel.show_entry(queue.QueueEntry(PassageSuggestions(1, 0, 40, "…", 1, (one,)), (one,)), 0, {7: STOCKS}, {})
        assert panel.heading.text().startswith(said)
    assert "only" not in panel.heading.text()
    assert agreement.few(4)
    assert agreement.few(5) == ""


def test_agreement_is_given_by_code_beside_a_second_coder(qtbot: QtBot) -> None:
    found = SuggestionAgreement(
        "anna", 3, {7: CodeAgreement(4, 4, 3), 8: CodeAgreement(1, 0, 0)}, "bo", 2, {7: CodeAgreement(2, 2, 1)}
    )
    page = QTextDocument()
    page.setHtml(agreement.table(found, {7: STOCKS}))
    said = page.toPlainText().split("\n")
    at = said.index("Stocks")
    assert said[at : at + 6] == ["Stocks", "4", "4", "3", "75%", "50%"]
    assert "you and bo" in said
    assert "This is no agreement between coders." in said[-1]
    assert "too few to rely on" in said[-1]


def test_how_often_a_code_has_to_agree_is_chosen_and_names_what_it_holds_back(qtbot: QtBot) -> None:
    held = HoldingBack()
    qtbot.addWidget(held)
    held.show_choice(1 / 3, [7], {7: STOCKS})
    assert held.box.currentText() == "1 in 3 or more"
    assert held.held.text() == "1 code(s) held back: Stocks"
    held.show_choice(0, [], {})
    assert held.held.text() == "No code is held back."
    many = {
        key: replace(STOCKS, key=key, name=f"What the third shop told of its orders {key}" * 3) for key in range(40)
    }
    held.show_choice(0, list(many), many)
    listed = held.held.text().removeprefix("40 code(s) held back: ").removesuffix(" …").split(", ")
    assert len(set(listed)) == 12
    assert max(map(len, listed)) <= 32
    assert held.held.toolTip().split("\n")[0] == many[0].label
    with qtbot.waitSignal(held.chosen) as heard:
        held.box.activated.emit(held.box.currentIndex())
    assert heard.args == [0.0]


# what is drawn


def painted(image: QImage, x: float, y: float) -> bool:
    """Whether the window's accent colour is within two pixels of a place."""
    accent = QColor(theme.colours().accent)
    for across in range(round(x) - 2, round(x) + 3):
        for down in range(round(y) - 2, round(y) + 3):
            if image.rect().contains(across, down):
                colour = image.pixelColor(across, down)
                if colour.alpha() > 200 and abs(colour.red() - accent.red()) + abs(colour.blue() - accent.blue()) < 40:
                    return True
    return False


def lowest(image: QImage, x: int) -> int:
    """Return the highest row, in pixels from the top, at which a column is painted in the accent colour."""
    return next((y for y in range(image.height()) if painted(image, x, y)), image.height())


def test_a_better_curve_is_drawn_higher(qapp: QApplication) -> None:
    font = QFont()
    font.setPixelSize(13)  # whatever size another test gave to all
    good, poor = (charts.learning(curve(*hits), 400, font) for hits in ((0.2, 0.6, 0.9), (0.2, 0.3, 0.4)))
    assert (good.width(), good.height()) == (400, 170)
    at = 160  # before the last of what was measured
    assert lowest(good, at) < lowest(poor, at) < poor.height()


def test_what_ten_more_would_bring_is_drawn_only_where_it_is_known(qapp: QApplication) -> None:
    with_more, without = (charts.learning(curve(0.4, 0.5, 0.6, more=more), 400, QFont()) for more in (0.2, None))
    assert any(painted(with_more, 370, y) for y in range(with_more.height()))
    # without it the measured points take up the whole width
    assert lowest(without, 370) < lowest(without, 80)


@pytest.mark.parametrize("hits", [(0.0,), (1.0, 1.0), (0.5, 0.5, 0.5)], ids=["one", "all right", "flat"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_any_curve_can_be_drawn(qapp: QApplication, hits: tuple[float, ...], ratio: float) -> None:
    image = charts.learning(curve(*hits, more=None), 220, QFont(), ratio)
    assert (image.width(), image.height()) == (round(220 * ratio), round(170 * ratio))
    assert any(painted(image, x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))


def test_kept_promises_lie_on_the_line_and_broken_ones_below(qapp: QApplication) -> None:
    def drawn(came_true: float) -> int:
        bands = [{"from": 0.5, "to": 0.6, "promised": 0.55, "true": came_true, "count": 40}]
        image = charts.trust(bands, 300, QFont())
        rows = [y for y in range(image.height()) for x in range(120, 250, 3) if painted(image, x, y)]
        return min(rows)

    assert drawn(0.9) < drawn(0.55) < drawn(0.1)
    assert charts.trust([], 300, QFont()).width() == 300


def test_where_every_code_is_held_back_it_says_so_and_lets_all_be_suggested(page: ReviewPage, qtbot: QtBot) -> None:
    assert page.known is not None
    held = tuple(one.code for one in page.known.standings if one.enough)
    none = replace(page.known, found=(), held=held)
    page.empty.show_reason(none, (), None, queue.CODINGS, passed=False)
    assert page.empty.sentence.text().startswith("Every code agreed too rarely with your coding")
    assert page.empty.button.text() == "Suggest all codes"
    page.empty.button.click()
    quiet(page, qtbot)
    assert suggestions.least_right(page.hub.project) == 0.0
    page.empty.show_reason(replace(none, held=held[1:]), (), None, queue.CODINGS, passed=False)
    assert page.empty.sentence.text().startswith("Every suggestion is decided upon.")
