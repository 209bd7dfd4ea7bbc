"""How good the suggestions are on whole documents left out, shown before any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from app import theme
from app.i18n import percent
from coding.suggest.evaluate import Figures, Quality
from coding.suggest.measures import ENOUGH, Standing

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.suggest.records import Suggestion


def not_enough(standing: Standing) -> str:
    """Say how far a code is from being suggested; of one that has examples enough, that they tell nothing apart."""
    if standing.examples < ENOUGH:
        said = QCoreApplication.translate("Quality", "not enough yet: {have} of {need} examples")
        return said.format(have=standing.examples, need=ENOUGH)
    return QCoreApplication.translate("Quality", "its examples tell nothing apart yet")


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
        self.details.setText(self.tr("All figures  Q"))
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

    def show_quality(self, quality: Quality | None) -> None:
        """Say what was measured of all codes, beside the best of the simple ways."""
        self.code.clear()
        if quality is None:
            self.line.setText(self.tr("Nothing is measured yet: that takes coded passages in two documents at least."))
            return
        best = max(quality.baselines.values(), key=lambda figures: (figures.hit_at_3, figures.hit_at_1))
        said = self.tr(
            "Measured on {documents} interviews, each left out whole: a right code comes first for {first} of "
            "{passages} passages, among three for {three}; the best simple way: {simple_first} and {simple_three}."
        )
        self.line.setText(
            said.format(
                documents=quality.documents, passages=quality.passages,
                first=percent(quality.figures.hit_at_1), three=percent(quality.figures.hit_at_3),
                simple_first=percent(best.hit_at_1), simple_three=percent(best.hit_at_3),
            )
        )  # fmt: skip

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
            "{code}: {precision} of what is suggested is right (precision), {recall} of what there is is found "
            "(recall); {examples} examples"
        )
        self.code.setText(
            said.format(code=code.label, precision=percent(found.precision), recall=percent(found.recall),
                        examples=found.examples)
        )  # fmt: skip


class QualityView(QWidget):
    """The figures in full: each code, the simple ways beside it, and whether its chances can be trusted."""

    measure_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.browser = QTextBrowser()
        self.browser.setObjectName("figures")
        self.browser.setStyleSheet("#figures { border: 0; background: transparent; padding: 0; }")
        self.browser.setAccessibleName(self.tr("Measured quality of each code"))
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
        layout.addWidget(self.browser, 1)
        layout.addLayout(below)

    def show_quality(
        self, quality: Quality | None, standings: Sequence[Standing], codes: Mapping[int, CodeInfo], since: int
    ) -> None:
        """Show what was measured; without `quality`, how far each code is from being suggested."""
        parts = [self._codes(quality, standings, codes)]
        if quality is not None:
            parts += [self._ways(quality), self._trust(quality)]
        bar = self.browser.verticalScrollBar()
        place = bar.value()
        self.browser.setHtml("".join(parts))
        bar.setValue(place)
        said = self.tr("%n decision(s) or coding(s) since this was measured.", "", since)
        self.since.setText(said if since and quality is not None else "")

    def _codes(self, quality: Quality | None, standings: Sequence[Standing], codes: Mapping[int, CodeInfo]) -> str:
        measured = {one.code: one for one in quality.per_code} if quality else {}
        rows = []
        for standing in sorted((one for one in standings if one.code in codes), key=lambda one: -one.examples):
            found = measured.get(standing.code)
            name = f"<td>{escape(codes[standing.code].label)}</td>"
            if found is None or not standing.enough:
                said = not_enough(standing) if not standing.enough else self.tr("not measured yet")
                rows.append(f"<tr>{name}<td colspan='3' align='right' {_muted()}>{escape(said)}</td></tr>")
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
        heads = (self.tr("A right code"), self.tr("first"), self.tr("among three"), self.tr("average precision"))
        return _table(self.tr("Beside the simple ways"), heads, rows)

    def _way(self, name: str, figures: Figures, *, strong: bool = False) -> str:
        said = f"<b>{escape(name)}</b>" if strong else escape(name)
        numbers = "".join(_number(percent(n)) for n in (figures.hit_at_1, figures.hit_at_3, figures.macro_ap))
        return f"<tr><td>{said}</td>{numbers}</tr>"

    def _trust(self, quality: Quality) -> str:
        rows = [
            f"<tr><td>{percent(band['from'])} – {percent(band['to'])}</td>{_number(percent(band['promised']))}"
            f"{_number(percent(band['true']))}{_number(str(band['count']))}</tr>"
            for band in quality.calibration
        ]
        heads = (self.tr("Chance"), self.tr("promised"), self.tr("came true"), self.tr("times"))
        table = _table(self.tr("Can the chances be trusted?"), heads, rows)
        if quality.codable_auc is None:
            return table
        said = self.tr("Of two passages, one coded and one not, the coded one is told in {share} of cases.")
        return f"{table}<p {_muted()}>{escape(said.format(share=percent(quality.codable_auc)))}</p>"


def _muted() -> str:
    return f'style="color:{theme.colours().muted}"'


def _number(text: str) -> str:
    return f"<td align='right'>{escape(text)}</td>"


def _table(title: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    first, *others = (escape(head) for head in heads)
    cells = f"<td width='40%' {_muted()}>{first}</td>"
    cells += "".join(f"<td width='20%' align='right' {_muted()}>{head}</td>" for head in others)
    return (
        f"<h4 style='margin-bottom:2px'>{escape(title)}</h4>"
        f"<table width='100%' cellpadding='3' cellspacing='0'><tr>{cells}</tr>{''.join(rows)}</table>"
    )
