"""A version of the guide made of what is pasted, read from a file or drafted; and its name and date changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.icons import icon
from corpus.guide import guide_texts, guides
from corpus.guide.guides import GuideInfo, GuideLine
from corpus.people import values
from corpus.progress import Progress


class VersionDialog(QDialog):
    """Asks for a version's name and date, and of a new one for its questions. made(key) is called with a new one."""

    def __init__(
        self, hub: Hub, parent: QWidget, info: GuideInfo | None = None, made: Callable[[int], None] | None = None
    ) -> None:
        super().__init__(parent)
        self.hub, self.info, self._made = hub, info, made
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Version of the guide") if info else self.tr("New version of the guide"))
        self.name, self.date = QLineEdit(), QLineEdit()
        self.date.setPlaceholderText(self.tr("for example 2025-03-01; empty if not known"))
        self.text, self.count = QPlainTextEdit(), QLabel()
        self.text.setAccessibleName(self.tr("Topics and questions"))
        self.text.setPlaceholderText(
            self.tr("Paste your guide here, a question a line.\nLines that begin with # or end with : are topics.")
        )
        self.text.setTabChangesFocus(True)
        self.count.setProperty("muted", True)
        self.count.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for line in (self.name, self.date):
            line.textChanged.connect(self._check)
        self.text.textChanged.connect(self._check)
        self._lay_out()
        self._begin()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Used from"), self.date)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        if self.info is None:
            tools = QHBoxLayout()
            for name, text, slot in (
                ("open", self.tr("Read a file…"), self.choose_file),
                ("suggest", self.tr("Draft it from the interviews"), self.draft),
            ):
                button = QPushButton(icon(name), text)
                button.clicked.connect(lambda _checked=False, slot=slot: slot())
                tools.addWidget(button)
            tools.addStretch(1)
            layout.addLayout(tools)
            layout.addWidget(self.text, 1)
            self.resize(620, 520)
        layout.addWidget(self.count)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(480)

    def _begin(self) -> None:
        if self.info is not None:
            self.name.setText(self.info.name)
            self.name.setCursorPosition(0)  # of a long name the beginning is seen
            self.date.setText(self.info.used_from or "")
        else:
            number = len(guides.listed(self.hub.project)) + 1
            self.name.setText(self.tr("Version {number}").format(number=number))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def lines(self) -> list[GuideLine]:
        """Give the questions as they are written."""
        return guide_texts.lines(self.text.toPlainText())

    def _check(self) -> None:
        date = self.date.text().strip()
        right = not date or values.day(date) is not None
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(right and bool(self.name.text().strip()))
        if not right:
            self.count.setText(self.tr("{value} is no date: write it as 2025-01-31.").format(value=date))
        elif self.info is None:
            found = self.lines()
            topics = len({line.topic for line in found if line.topic})
            said, within = self.tr("%n question(s)", "", len(found)), self.tr("%n topic(s)", "", topics)
            self.count.setText(f"{said} · {within}" if topics else said)
        else:
            self.count.clear()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = self.tr("Guides ({endings})").format(endings=" ".join(f"*{one}" for one in guide_texts.FILES))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Read a guide"), str(Path.home()), kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a guide into the text, where it can still be changed."""
        label = self.tr("Reading {name}").format(name=path.name)
        self.hub.jobs.run(label, lambda progress: guide_texts.read(path, progress), self.fill)

    def draft(self) -> None:
        """Put what recurs in the interviews into the text."""
        project = self.hub.project

        def work(progress: Progress) -> list[GuideLine]:
            from coding.guide import proposing

            return proposing.draft(self.hub.moment(project), progress=progress)

        self.hub.jobs.run(self.tr("Drafting a guide"), work, self._drafted)

    def _drafted(self, found: Sequence[GuideLine]) -> None:
        if found:
            self.fill(found)
        else:
            self.count.setText(self.tr("No question is heard in half of the interviews."))

    def fill(self, found: Sequence[GuideLine]) -> None:
        """Write questions under their topics."""
        written, topic = [], ""
        for line in found:
            if line.topic != topic:
                topic = line.topic
                written += ["", f"# {topic}"]
            written.append(line.text)
        self.text.setPlainText("\n".join(written).strip())

    def accept(self) -> None:
        """Write what was said; a refusal is told and the dialog stays."""
        project, name, date = self.hub.project, self.name.text(), self.date.text()
        if self.info is not None:
            key = self.info.key
            self.hub.write(lambda: guides.edit(project, key, name=name, used_from=date))
        else:
            found = self.lines()
            made = self.hub.write(lambda: guides.add(project, name, found, used_from=date), self._made)
            if made is None and not project.busy:
                return
        super().accept()
