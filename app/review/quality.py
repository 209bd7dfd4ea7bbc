"""How good the suggestions are on whole documents left out, shown before any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from app import actions
from app.i18n import percent
from app.review import agreement, charts
from app.review.reasons import muted
from app.review.thresholds import HoldingBack
from coding.suggest.evaluate import Figures, Quality
from coding.suggest.measures import ENOUGH, CodeMeasures

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.suggest.curve import LearningCurve
    from coding.suggest.records import Suggestion

_EDGE = 60  # pixels that margins and a scroll bar take beside a chart
_CURVE, _TRUST = "curve", "trust"


def not_enough(standing: CodeMeasures) -> str:
    """Say how far a code is from being suggested; of one that has examples enough, that they tell nothing apart."""
    if standing.examples < ENOUGH:
        said = QCoreApplication.translate("Quality", "not enough yet: {have} of {need} examples")
        return said.format(have=standing.examples, need=ENOUGH)
    return QCoreApplication.translate("Quality", "its examples tell nothing apart yet")


def more_said(curve: LearningCurve) -> str:
    """Say what ten more examples a code would bring, in points of passages with a right code among three."""
    if curve.ten_more is None:
        return QCoreApplication.translate("Quality", "There is too little to say what more examples would bring.")
    points = 100 * curve.ten_more
    if points < 0.5:
        return QCoreApplication.translate("Quality", "Ten more examples a code would bring next to nothing.")
    said = QCoreApplication.translate(
        "Quality",
        "Ten more examples a code would bring about +{points} points (one of the first three agrees with your coding).",
    )
    return said.format(points=QLocale().toString(points, "f", 0))


class QualityStrip(QFrame):
    """On top of the page: what was measured of all, and of the code that is suggested now."""

    details_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.line, self.code = QLabel(), QLabel()
        for label in (self.line, self.code):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line.setAccessibleName(self.tr("Measured quality"))
        self.code.setAccessibleName(self.tr("Measured quality of the code suggested"))
        self.code.setProperty("muted", True)
        self.details = QToolButton()
        self.details.setText(self.tr("All figures  {key}").format(key=actions.shown("review.figures")))
        self.details.setToolTip(self.tr("Every code, the simple ways beside, and how far the chances can be trusted"))
        self.details.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.details.clicked.connect(self.details_asked)
        down = QVBoxLayout()
        down.setSpacing(2)
        down.addWidget(self.line)
        down.addWidget(self.code)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 8, 16, 8)
        across.addLayout(down, 1)
        across.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)

    def show_quality(self, quality: Quality | None, curve: LearningCurve | None = None) -> None:
        """Say what was measured of all codes, beside the best simple way, and what more examples would bring."""
        self.code.clear()
        if quality is None:
            self.line.setText(self.tr("Nothing is measured yet: that takes coded passages in two documents at least."))
            return
        best = max(quality.baselines.values(), key=lambda figures: (figures.hit_at_3, figures.hit_at_1))
        said = self.tr(
            "Measured on {documents} interviews, each left out whole: what comes first agrees with your coding for "
            "{first} of {passages} passages, one of three for {three}; the best simple way: {simple_first} and "
            "{simple_three}."
        )
        said = said.format(
            documents=quality.documents,
            passages=quality.passages,
            first=percent(quality.figures.hit_at_1),
            three=percent(quality.figures.hit_at_3),
            simple_first=percent(best.hit_at_1),
            simple_three=percent(best.hit_at_3),
        )
        said = " ".join(part for part in (said, agreement.few(quality.documents)) if part)
        self.line.setText(f"{said} {more_said(curve)}" if curve is not None else said)

    def show_code(self, one: Suggestion | None, code: CodeInfo | None, quality: Quality | None) -> None:
        """Say what was measured of the code suggested."""
        if one is None or code is None:
            self.code.clear()
            return
        if one.basis == "definition":
            self.code.setText(self.tr("{code}: definition match, unmeasured").format(code=code.label))
            return
        found = next((each for each in quality.per_code if each.code == one.code), None) if quality else None
        if found is None:
            self.code.setText(self.tr("{code}: not measured yet").format(code=code.label))
            return
        said = self.tr(
            "{code}: {precision} of what is suggested agrees with your coding (precision), {recall} of your coding "
            "is found (recall); {examples} examples"
        )
        self.code.setText(
            said.format(
                code=code.label,
                precision=percent(found.precision),
                recall=percent(found.recall),
                examples=found.examples,
            )
        )


class QualityView(QWidget):
    """The figures in full: beside the simple ways, with more examples, whether chances can be trusted, each code."""

    measure_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quality: Quality | None = None
        self._curve: LearningCurve | None = None
        self._html = ""
        self.browser = QTextBrowser()
        self.browser.setObjectName("figures")
        self.browser.setStyleSheet("#figures { border: 0; background: transparent; padding: 0; }")
        self.browser.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # no heading breaks within a word
        self.browser.setAccessibleName(self.tr("Measured quality of each code"))
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.since = QLabel()
        self.since.setWordWrap(True)
        self.since.setProperty("muted", True)
        self.again = QPushButton(self.tr("Measure again"))
        self.again.clicked.connect(self.measure_asked)
        below = QHBoxLayout()
        below.addWidget(self.since, 1)
        below.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        self.holding = HoldingBack()
        layout.addWidget(self.browser, 1)
        layout.addWidget(self.holding)
        layout.addLayout(below)

    def show_quality(
        self,
        quality: Quality | None,
        standings: Sequence[CodeMeasures],
        codes: Mapping[int, CodeInfo],
        since: int,
        curve: LearningCurve | None = None,
        *,
        measuring: bool = False,
    ) -> None:
        """Show what was measured; without `quality`, how far each code is from being suggested.

        `measuring` while the `curve` is still to come.
        """
        self._quality, self._curve = quality, curve
        parts = []
        if quality is not None:
            parts += [self._ways(quality), self._more(curve, measuring), self._trust(quality)]
        parts.append(self._codes(quality, standings, codes))
        if quality is not None and quality.concordance is not None:
            parts.append(agreement.table(quality.concordance, codes))
        self._html = "".join(parts)
        self._fill()
        said = self.tr("%n decision(s) or coding(s) since this was measured.", "", since)
        self.since.setText(said if since and quality is not None else "")

    def _fill(self) -> None:
        """Write the figures anew and stay at the same line."""
        bar, page = self.browser.verticalScrollBar(), self.browser.document()
        place = bar.value()
        page.clear()
        for name, image in self._pictures():
            page.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self.browser.setHtml(self._html)
        bar.setValue(place)

    def _pictures(self) -> Sequence[tuple[str, QImage]]:
        width = max(200, self.width() - _EDGE)
        font, ratio, made = self.font(), self.devicePixelRatioF(), []
        if self._curve is not None and self._curve.points:
            made.append((_CURVE, charts.learning(self._curve, width, font, ratio)))
        if self._quality is not None:
            made.append((_TRUST, charts.trust(self._quality.calibration, width, font, ratio)))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def _codes(self, quality: Quality | None, standings: Sequence[CodeMeasures], codes: Mapping[int, CodeInfo]) -> str:
        measured = {one.code: one for one in quality.per_code} if quality else {}
        rows = []
        for standing in sorted((one for one in standings if one.code in codes), key=lambda one: -one.examples):
            found = measured.get(standing.code)
            name = f"<td>{escape(codes[standing.code].label)}</td>"
            if found is None or not standing.enough:
                said = not_enough(standing) if not standing.enough else self.tr("not measured yet")
                rows.append(f"<tr>{name}<td colspan='3' align='right' {muted()}>{escape(said)}</td></tr>")
            else:
                rows.append(
                    f"<tr>{name}{_number(str(standing.examples))}{_number(percent(found.precision))}"
                    f"{_number(percent(found.recall))}</tr>"
                )
        heads = (self.tr("Code"), self.tr("Examples"), self.tr("Precision"), self.tr("Recall"))
        return _table(self.tr("Codes"), heads, rows)

    def _ways(self, quality: Quality) -> str:
        names = {
            "centroid": self.tr("The code whose passages are most alike on the whole"),
            "nearest": self.tr("The code of the most similar passage"),
            "most_frequent": self.tr("Always the most frequent codes"),
        }
        rows = [self._way(self.tr("These suggestions"), quality.figures, strong=True)]
        rows += [self._way(names.get(name, name), figures) for name, figures in quality.baselines.items()]
        agrees = self.tr("Agrees with your coding")
        heads = (agrees, self.tr("first"), self.tr("among three"), self.tr("average precision"))
        return _table(self.tr("Beside the simple ways"), heads, rows)

    def _way(self, name: str, figures: Figures, *, strong: bool = False) -> str:
        said = f"<b>{escape(name)}</b>" if strong else escape(name)
        numbers = "".join(_number(percent(n)) for n in (figures.hit_at_1, figures.hit_at_3, figures.macro_ap))
        return f"<tr><td>{said}</td>{numbers}</tr>"

    def _more(self, curve: LearningCurve | None, measuring: bool) -> str:
        head = _head(self.tr("Would more examples help?"))
        if curve is None:
            said = self.tr("Being measured with fewer examples …") if measuring else self.tr("Not measured.")
            return f"{head}<p {muted()}>{escape(said)}</p>"
        below = self.tr(
            "Passages where one of three codes agrees with your coding, by examples a code; dashed, what ten more "
            "would bring"
        )
        return (
            f"{head}<p style='margin-top:0'>{escape(more_said(curve))}</p>"
            f"<p style='margin:0'><img src='{_CURVE}' alt=''></p><p {muted()}>{escape(below)}</p>"
        )

    def _trust(self, quality: Quality) -> str:
        rows = [
            f"<tr><td>{percent(band['from'])} – {percent(band['to'])}</td>{_number(percent(band['promised']))}"
            f"{_number(percent(band['true']))}{_number(str(band['count']))}</tr>"
            for band in quality.calibration
        ]
        heads = (self.tr("Chance"), self.tr("promised"), self.tr("came true"), self.tr("times"))
        picture = f"<p style='margin:0'><img src='{_TRUST}' alt=''></p>"
        below = self.tr("What came true, by the chance promised; on the line, promises are kept")
        head = _head(self.tr("Can the chances be trusted?"))
        table = f"{head}{picture}<p {muted()}>{escape(below)}</p>{_table('', heads, rows)}"
        if quality.codable_auc is None:
            return table
        said = self.tr("Of two passages, one coded and one not, the coded one is told in {share} of cases.")
        return f"{table}<p {muted()}>{escape(said.format(share=percent(quality.codable_auc)))}</p>"


def _head(title: str) -> str:
    return f"<h4 style='margin-bottom:2px'>{escape(title)}</h4>" if title else ""


def _number(text: str) -> str:
    return f"<td align='right'>{escape(text)}</td>"


def _table(title: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    first, *others = (escape(head) for head in heads)
    cells = f"<td width='40%' {muted()}>{first}</td>"
    cells += "".join(f"<td width='20%' align='right' {muted()}>{head}</td>" for head in others)
    return f"{_head(title)}<table width='100%' cellpadding='3' cellspacing='0'><tr>{cells}</tr>{''.join(rows)}</table>"
