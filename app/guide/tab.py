"""The tab of the interview guide: versions and questions on the left, what each interview asks, and the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import actions, consenting
from app.guide import shown as reading
from app.guide.answer_table import AnswerTable
from app.guide.detail import QuestionDetail
from app.guide.dialogs import VersionDialog
from app.guide.grid import AskingTable
from app.guide.versions import Versions
from app.hub import Hub, Place
from app.icons import icon
from app.participants.tabs import Tab
from app.widgets import EmptyState, remember_splitter
from corpus import anchors
from corpus.guide import askings, guides

if TYPE_CHECKING:
    from app.guide.shown import GuideState
    from coding.guide.answers import Answers
    from coding.guide.finding import Result
    from coding.permits import Terms
    from coding.singling import GivenAway
    from corpus.progress import Progress

INTERVIEWS, ANSWERS = range(2)


class GuideTab(Tab):
    """What was to be asked, what was asked, and what was answered."""

    about: ClassVar[frozenset[str]] = frozenset({
        "guide", "question", "asking", "document", "participant", "participation", "passage", "speaker", "attribute",
        "attribute_value",
    })  # fmt: skip

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.shown: GuideState | None = None
        self._version: int | None = None
        self._filling = False
        self.versions, self.grid, self.answers, self.detail = (
            Versions(hub),
            AskingTable(),
            AnswerTable(),
            QuestionDetail(),
        )
        self.views = QStackedWidget()
        self.views.addWidget(self.grid)
        self.views.addWidget(self.answers)
        self.look = QPushButton(icon("search"), self.tr("Find the questions"))
        self.look.setProperty("primary", True)
        self.missing = QCheckBox(self.tr("The rest was not asked"))
        self.missing.setToolTip(
            self.tr("What is found nowhere in an interview is said to be not asked, to be confirmed")
        )
        self.missing.setChecked(True)
        self.export = QPushButton(icon("export"), self.tr("Export…"))
        self.legend = QLabel()
        self.legend.setProperty("muted", True)
        self.legend.setWordWrap(True)
        self.empty = EmptyState(
            "document",
            self.tr(
                "Paste your interview guide, read it from a file, or let a draft be made of what recurs in the "
                "interviews. Then the questions are found in the interviews, and the answers stand side by side."
            ),
            self.tr("Paste or read your guide…"),
            self.begin,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.switch = QButtonGroup(self)
        for number, text in ((INTERVIEWS, self.tr("Interviews")), (ANSWERS, self.tr("Answers"))):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(number == INTERVIEWS)
            self.switch.addButton(button, number)
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.missing)
        head.addWidget(self.look)
        head.addWidget(self.export)
        above = QWidget()
        layout = QVBoxLayout(above)
        layout.setContentsMargins(8, 8, 16, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.legend)
        right = QSplitter(Qt.Orientation.Vertical)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        for splitter, parts, sizes, key in (
            (right, (above, self.detail), [380, 220], "guide.down"),
            (self.across, (self.versions, right), [400, 820], "guide"),
        ):
            splitter.setChildrenCollapsible(False)
            for part in parts:
                splitter.addWidget(part)
            splitter.setSizes(sizes)
            remember_splitter(splitter, key, self.hub.settings)
        self.across.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.empty)
        whole.addWidget(self.across)

    def _connect(self) -> None:
        self.versions.version_chosen.connect(self.show_version)
        self.versions.question_chosen.connect(self.show_question)
        self.versions.new_asked.connect(self.begin)
        self.versions.edit_asked.connect(self.edit_version)
        self.grid.moved.connect(lambda _document, _column: self._moved())
        self.answers.moved.connect(lambda _row, _column: self._moved())
        self.grid.asked.connect(self.open)
        self.answers.asked.connect(self.open)
        self.switch.idClicked.connect(self.show_view)
        self.look.clicked.connect(lambda: self.find_questions())
        self.export.clicked.connect(lambda: self.ask_where())
        self.detail.used_chosen.connect(self.use)
        acts: dict[str, Callable[[], object]] = {
            "guide.asked": lambda: self.mark("asked"),
            "guide.otherwise": lambda: self.mark("otherwise"),
            "guide.not_asked": lambda: self.mark("not asked"),
            "guide.unmark": self.unmark,
        }
        for name, act in acts.items():
            actions.make(name, self.grid, act)
        actions.make("guide.next", self.grid, self.next_unsure)
        actions.make("guide.open", self.views, self.open)
        self.detail.take({**acts, "guide.open": self.open})
        for name, slot in (
            ("guide.find", self.find_questions),
            ("guide.view", lambda: self.show_view(1 - self.views.currentIndex())),
            ("guide.export", self.ask_where),
        ):
            actions.make(name, self, slot)

    # what is shown

    def refresh(self) -> None:
        project, self._filling = self.hub.project_or_none, True
        self.shown = reading.read(self.narrowed() or self.hub.moment(), self._version) if project is not None else None
        self.empty.setVisible(self.shown is None)
        self.empty.button.setEnabled(project is not None and project.writable)
        self.across.setVisible(self.shown is not None)
        self.versions.show_version(self.shown)
        self.grid.show_grid(self.shown)
        if self.views.currentIndex() == ANSWERS:
            self.answers.show_answers(self.shown)
        if (one := self.versions.current) is not None:
            self.show_question(one.key)
        self._filling = False
        self.look.setEnabled(project is not None and project.writable)
        names = reading.state_names()
        self.legend.setText(
            "   ".join(
                (
                    *(f"{sign} {names[state]}" for state, sign in reading.SIGNS.items()),
                    self.tr("( ) found, not confirmed"),
                )
            )
        )
        self._moved()

    def panes(self) -> Sequence[QWidget]:
        return self.versions.list, self.table, self.detail.text

    @property
    def table(self) -> AskingTable | AnswerTable:
        """The table in front."""
        return self.grid if self.views.currentIndex() == INTERVIEWS else self.answers

    def show_version(self, key: int) -> None:
        """Show a version of the guide."""
        self._version = key
        self.refresh()

    def show_view(self, number: int) -> None:
        """Show the interviews, or the answers."""
        self.views.setCurrentIndex(number)
        self.switch.button(number).setChecked(True)
        if number == ANSWERS:
            self.answers.show_answers(self.shown)
        if (one := self.versions.current) is not None:
            self.show_question(one.key)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._moved()

    def show_question(self, key: int) -> None:
        """Bring the column of a question to the front."""
        self.table.choose_question(key)

    def _moved(self) -> None:
        if self._filling:
            return
        shown = self.shown
        at = self.table.currentIndex()
        if shown is None or not at.isValid() or at.column() >= len(shown.questions):
            self.detail.clear()
            return
        question = shown.questions[at.column()]
        if self.views.currentIndex() == ANSWERS:
            self.detail.show_answer(shown, shown.answers.rows[at.row()], question)
        else:
            self.detail.show_question(shown, shown.documents[at.row()], question)
        self.versions.choose(question.key)

    # what is done

    def begin(self) -> None:
        """Ask for a new version of the guide."""
        VersionDialog(self.hub, self, made=self.show_version).open()

    def edit_version(self) -> None:
        """Ask for the name and date of the version."""
        if self.shown is not None:
            VersionDialog(self.hub, self, self.shown.version).open()

    def find_questions(self) -> None:
        """Find the questions in all interviews, beside the window."""
        project, missing = self.hub.project, self.missing.isChecked()

        def work(progress: Progress) -> Result:
            from coding.guide import finding

            return finding.run(self.hub.moment(project), missing=missing, progress=progress)

        self.hub.jobs.run(self.tr("Finding questions"), work, self._found)

    def _found(self, result: Result) -> None:
        said = self.tr("{asked} asked, {otherwise} in other words, {not_asked} not asked: have a look at them.").format(
            asked=result.asked, otherwise=result.otherwise, not_asked=result.not_asked
        )
        if result.unheard:
            said += " " + self.tr("No interviewer is heard in %n document(s).", "", len(result.unheard))
        self.hub.said.emit(said)

    def mark(self, state: askings.State) -> None:
        """Say in what state the question in focus is: of what was found, that it is so or otherwise."""
        place, shown, project = self.grid.place(), self.shown, self.hub.project
        if place is None or shown is None:
            return
        document, question = place[0], shown.questions[place[1]]
        cell, own = shown.cell(document, question), shown.own(document, question).key
        if cell is not None and cell.asked and state != "not asked":
            keys = [mark.key for mark in cell.marks]
            self.hub.write(lambda: askings.confirm(project, keys, state))
        else:
            self.hub.write(lambda: askings.mark(project, own, anchors.whole(document), state))

    def unmark(self) -> None:
        """Take away what is marked of the question in focus."""
        place, shown, project = self.grid.place(), self.shown, self.hub.project
        cell = shown.cell(place[0], shown.questions[place[1]]) if place is not None and shown is not None else None
        if cell is not None:
            keys = [mark.key for mark in cell.marks]
            self.hub.write(lambda: askings.unmark(project, keys))

    def next_unsure(self) -> None:
        """Go to the next question that was found and nobody confirmed."""
        if not self.grid.next_unsure():
            self.hub.said.emit(self.tr("All that was found is confirmed."))

    def use(self, document: int, guide: int | None) -> None:
        """Say which version an interview used."""
        project = self.hub.project
        self.hub.write(lambda: guides.use(project, [document], guide))

    def open(self) -> None:
        """Show the place of the question in focus in the reader, else its interview."""
        shown, at = self.shown, self.table.currentIndex()
        if shown is None or not at.isValid():
            return
        question = shown.questions[at.column()]
        if self.views.currentIndex() == ANSWERS:
            cell = shown.answers.answer(shown.answers.rows[at.row()], question)
            places = [Place(one.document, one.start, one.end) for one in cell.pieces]
            places = places or [Place(*one) for one in cell.asked_at]
        else:
            document = shown.documents[at.row()]
            marks = known.marks if (known := shown.cell(document, question)) is not None else ()
            places = [Place(document, one.start, one.end or 0) for one in marks if one.start is not None]
            places = places or [Place(document)]
        if places:
            self.hub.show_place(places[0])

    def ask_where(self) -> None:
        """Ask for a file and write the answers into it."""
        if self.shown is None:
            return
        kinds = {
            self.tr("Table for Excel (*.xlsx)"): "xlsx",
            self.tr("Comma-separated (*.csv)"): "csv",
            self.tr("Word document (*.docx)"): "docx",
            self.tr("Web page (*.html)"): "html",
            self.tr("Markdown (*.md)"): "md",
        }
        dialog = QFileDialog(self, self.tr("Export the answers"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write_to(Path(path)))
        dialog.open()

    def write_to(self, path: Path) -> None:
        """Write the answers into a file; confidential participants are masked."""
        project, version = self.hub.project, self._version
        within = self.shown.moment.within if self.shown is not None else ()

        def read() -> Answers:
            from coding.guide.answers import answers

            masked = self.hub.moment(project).viewed(masking=True, within=within)
            info = masked.guiding.version(version) or masked.guiding.version()
            return answers(masked, info.key if info is not None else None)

        def work(_progress: Progress, terms: Terms) -> None:
            from coding.exports import answers as exports

            exports.save(read(), path, terms=terms, template=self.hub.settings.template)

        def given() -> GivenAway:
            from coding import singling
            from coding.exports import answers as exports

            found = read()
            return singling.of_quotations(found.moment, exports.leaving(found).places)

        title = self.tr("Export the answers")
        said = self.tr("Written: {name}. Confidential participants are masked in it.").format(name=path.name)
        consenting.export(self.hub, self, title, work, said, rows=True, given=given)
