"""Figures on the Report page: what is drawn is what is printed, live; a click on a mark opens the words behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import consenting
from app.hub import Ask, FigureAsked, Hub
from app.icons import icon
from app.report.canvas import FigureCanvas
from app.widgets import ElidedLabel, NamesBox
from coding import figures

if TYPE_CHECKING:
    from coding.figures import Figure, FigureChoice, Spot
    from coding.moment.evidence import EvidenceItem
    from coding.moment.moment import Moment
    from coding.singling import GivenAway

PREFIX = "figure:"
SUFFIXES = (".svg", ".pdf", ".png", ".docx")
_REDRAW_MS = 200
_MOST, _LEAST = 6.0, 2.6  # pixels to the millimetre
_COPIED = 300  # dots to the inch of what is copied
Options = list[tuple[str, Any]]


def names() -> dict[str, str]:
    """Give the figures as they are called in the window, by what their line in the list holds."""
    translate: Callable[[str, str], str] = QCoreApplication.translate
    return {PREFIX + row.key: translate("report", row.title) for row in figures.FIGURES.values()}


@dataclass(frozen=True)
class FigureOffer:
    """What may be chosen of a study: codes, ways to divide, attributes and documents, each with what it is called."""

    rows: Options
    columns: Options
    by: Options
    document: Options


def offer(moment: Moment, words: dict[str, str], asked: FigureAsked | None = None) -> FigureOffer:
    """Give what may be chosen, `words` being what the window calls codes, documents and participants.

    What a page asked for is there as well.
    """
    rows: Options = [(words["codes"], "codes")]
    rows += [(one.title, f"framework:{one.framework}") for one in moment.frameworks]
    attributes: Options = [
        (one.label(moment.language), one.name) for one in moment.known.attributes if one.fact != "date"
    ]
    columns: Options = [(words["participants"], "participants"), (words["documents"], "documents")]
    columns += [(name, f"attribute:{key}") for name, key in attributes]
    documents: Options = [(moment.mask.document(one), one.key) for one in moment.documents]
    for key, options in (("rows", rows), ("columns", columns)):
        wanted = asked.choice.get(key) if asked is not None else None
        if asked is not None and wanted and wanted not in [value for _, value in options]:
            options.append((asked.names.get(wanted, wanted), wanted))
    return FigureOffer(rows, columns, attributes, documents)


class FigureView(QWidget):
    """A figure with what may be chosen of it; `look` gives the study as the page shows it, on any thread."""

    def __init__(
        self, hub: Hub, look: Callable[[], Moment], failed: Callable[[Exception], None], within: QWidget
    ) -> None:
        super().__init__(within)
        self.hub, self._look, self._failed = hub, look, failed
        self.name, self._asked = "", 0
        self.figure: Figure | None = None
        self.asked: FigureAsked | None = None
        self.boxes: dict[str, QComboBox] = {}
        self.canvas = FigureCanvas()
        self.canvas.opened.connect(self.open)
        self.mark, self.notes = ElidedLabel(), QLabel()
        self.copy_button = QPushButton(icon("document"), self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Put the figure on the clipboard as a picture"))
        self.copy_button.clicked.connect(self.copy)
        self.as_asked = QPushButton(icon("undo"), self.tr("As on the page before"))
        self.as_asked.setToolTip(self.tr("Drawn of what the page before shows; press to draw all that this page shows"))
        self.as_asked.clicked.connect(lambda: self.ask(None))
        self.as_asked.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REDRAW_MS)
        self._later.timeout.connect(self.refresh)
        self._lay_out()

    def _lay_out(self) -> None:
        titles = {
            "rows": self.tr("Codes drawn"),
            "columns": self.tr("Across"),
            "by": self.tr("By attribute"),
            "document": self.tr("Document"),
            "width": self.tr("Width"),
        }
        head = QHBoxLayout()
        head.setSpacing(8)
        for key, title in titles.items():
            box = self.boxes[key] = NamesBox()
            box.setAccessibleName(title)
            box.setToolTip(title)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12 if key != "width" else 16)
            box.activated.connect(lambda _n: self.refresh())
            head.addWidget(box)
        for said, width in (
            (self.tr("Two columns, {mm} mm"), 190.0),
            (self.tr("One and a half, {mm} mm"), 140.0),
            (self.tr("One column, {mm} mm"), 90.0),
        ):
            self.boxes["width"].addItem(said.format(mm=int(width)), width)
        head.addStretch(1)
        head.addWidget(self.as_asked)
        head.addWidget(self.copy_button)
        self.area = QScrollArea()
        self.area.setWidget(self.canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mark.setTextFormat(Qt.TextFormat.PlainText)
        self.mark.setAccessibleName(self.tr("Mark"))
        self.canvas.pointed.connect(self._tell)
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 8)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.mark)
        layout.addWidget(self.notes)
        self.setFocusProxy(self.canvas)

    def _tell(self, said: str) -> None:
        self.mark.setText(said or self.tr("A click on a mark, or Enter, opens the words behind it."))

    @property
    def choice(self) -> FigureChoice:
        """What is chosen of the figure that is shown."""
        takes = figures.find(self.name).takes
        given: dict[str, Any] = dict(self.asked.choice) if self.asked is not None else {}
        for key, box in self.boxes.items():
            if key == "width" or (key in takes and box.count()):
                given[key] = box.currentData()
        return figures.FigureChoice(**given)

    def ask(self, asked: FigureAsked | None) -> None:
        """Draw what another page shows, or again what this one does."""
        self.asked = asked
        self.as_asked.setVisible(asked is not None)
        self._forget_choices()
        if asked is None:
            self.refresh()

    def look(self) -> Moment:
        """Return the study as it is drawn, on any thread."""
        view = dict(self.asked.view) if self.asked is not None else {}
        view.pop("masking", None)  # the box of this page says it
        return self._look().viewed(**view)

    def show_figure(self, name: str) -> None:
        """Show a figure by its key, as the study is now."""
        if name != self.name:
            self.name, self.figure = name, None
            self.canvas.clear()
            self.notes.clear()
            if self.asked is not None and self.asked.name != name:
                self.asked = None
                self.as_asked.hide()
            self._forget_choices()
        self.refresh()

    def clear(self) -> None:
        """Let go of what is shown."""
        self._asked += 1
        self.figure, self.asked = None, None
        self.as_asked.hide()
        self.canvas.clear()
        self._forget_choices()

    def _forget_choices(self) -> None:
        for key, box in self.boxes.items():
            if key != "width":
                box.clear()

    def refresh(self) -> None:
        """Draw on the worker; an answer that is no longer wanted is let go."""
        if self.hub.project_or_none is None or not self.name:
            return
        self._asked += 1
        asked, name, choice, words, of = self._asked, self.name, self.choice, self._words(), self.asked
        sharp = self._wide(choice.width) * self.devicePixelRatioF() / choice.width * 25.4

        def work(_progress: object) -> tuple[FigureOffer, Figure, tuple[int, int, bytes]]:
            from coding.figures import saving

            moment = self.look()
            offered = offer(moment, words, of)
            made = figures.draw(moment, name, mended(choice, offered))
            return offered, made, saving.pixels(made, sharp)

        self.hub.jobs.run(
            self.tr("Drawing the figure"),
            work,
            lambda found: self._show(*found) if asked == self._asked else None,
            lambda error: self._failed(error) if asked == self._asked else None,
            key="report",
        )

    def _words(self) -> dict[str, str]:
        return {
            "codes": self.tr("Descriptive codes"),
            "participants": self.tr("Participants"),
            "documents": self.tr("Documents"),
        }

    def _wide(self, width: float) -> int:
        """Return how many pixels wide a figure of so many mm is shown."""
        room = max(self.area.width() - self.area.verticalScrollBar().sizeHint().width() - 2, 200)
        return round(width * min(max(room / 190.0, _LEAST), _MOST))

    def _show(self, offered: FigureOffer, figure: Figure, drawn: tuple[int, int, bytes]) -> None:
        self.figure = figure
        row = figures.find(self.name)
        for key in ("rows", "columns", "by", "document"):
            whole: Options = [(self.tr("Undivided"), None)] if key in row.free else []
            self._fill(key, [*whole, *getattr(offered, key)] if key in row.takes else [])
        wide, high, dots = drawn
        image = QImage(dots, wide, high, wide * 4, QImage.Format.Format_RGBA8888).copy()
        self.canvas.show_figure(figure, image)
        self.canvas.fit(self._wide(figure.width))
        self.notes.setText(figure.alt)
        self.show()

    def _fill(self, key: str, options: Options) -> None:
        box = self.boxes[key]
        blocked, now = QSignalBlocker(box), box.currentData()
        box.clear()
        for said, value in options:
            box.addItem(said, value)
        drawn = self._drawn_by(key) if now is None else now
        box.setCurrentIndex(max(0, next((n for n, (_, value) in enumerate(options) if value == drawn), 0)))
        box.setVisible(len(options) > 1)
        blocked.unblock()

    def _drawn_by(self, key: str) -> Any:
        """Return what a figure chose by itself."""
        return self.figure.chosen.get(key) if self.figure is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.figure is not None and event.size().width() != event.oldSize().width():
            self.canvas.fit(self._wide(self.figure.width))
            self._later.start()

    def open(self, spot: Spot) -> None:
        """Show the words behind a mark on the Verbatims page."""

        def show(items: list[EvidenceItem]) -> None:
            if items:
                self.hub.show_verbatims(Ask(items=tuple(items), title=spot.said))
            else:
                self.hub.said.emit(self.tr("Nothing stands behind this mark."))

        self.hub.jobs.run(self.tr("Gathering coded segments"), lambda _progress: spot.opens(), show)

    def copy(self) -> None:
        """Put the figure on the clipboard, unless it shows what was not agreed to."""
        figure = self.figure
        if figure is None:
            return
        from coding.permits import Leaving

        def put(drawn: tuple[int, int, bytes]) -> None:
            wide, high, dots = drawn
            image = QImage(dots, wide, high, wide * 4, QImage.Format.Format_RGBA8888).copy()
            consenting.let(
                self.hub,
                self,
                "figure",
                lambda: Leaving(figure.texts),
                lambda: QGuiApplication.clipboard().setImage(image),
                named=not self.look().masking,
                given=lambda: self._giving_away(figure),
                still=self.tr("Copy all the same"),
            )

        self.hub.jobs.run(self.tr("Drawing the figure"), lambda _progress: _pixels(figure, _COPIED), put)

    def _giving_away(self, figure: Figure | None) -> GivenAway:
        """Return whom the attributes single out by which a figure divides what it counts."""
        from coding import singling

        return singling.by_kinds(self.look(), *(figures.kinds(figure) if figure is not None else ()))

    def export_to(self, path: Path) -> None:
        """Write the figure as it is shown; the ending chooses the format: svg, pdf, png or docx."""
        name, choice, shown = self.name, self.choice, self.figure

        def work(_progress: object, terms: Any) -> None:
            from coding.figures import saving

            moment = self.look()
            made = figures.draw(moment, name, choice)
            figures.let(moment, made, terms)
            saving.save(made, path, moment, self.hub.settings.template)

        said = self.tr("Written: {path}").format(path=path)
        named = "" if self.look().masking else "figure"
        consenting.export(
            self.hub, self, self.tr("Exporting"), work, said, named=named, given=lambda: self._giving_away(shown)
        )


def _pixels(figure: Figure, dots: int) -> tuple[int, int, bytes]:
    from coding.figures import saving

    return saving.pixels(figure, dots)


def mended(choice: FigureChoice, offered: FigureOffer) -> FigureChoice:
    """Return a choice without what is no longer there."""
    from dataclasses import replace

    def there(key: str) -> Any:
        value = getattr(choice, key)
        return value if value in [one for _, one in getattr(offered, key)] else None

    return replace(choice, rows=there("rows"), columns=there("columns"), by=there("by"), document=there("document"))
