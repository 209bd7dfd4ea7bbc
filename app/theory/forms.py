"""Forms that make a grown framework's codes: one code's fields, and the split of a code by its evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.hub import Hub
from app.memos.body import Body
from app.theory.dialogs import buttons
from app.widgets import NamesBox
from coding import growing
from coding.moment.weighing import Theory
from coding.tables.verbatims import verbatim

if TYPE_CHECKING:
    from coding.codebook import CodeInfo
    from coding.moment.evidence import EvidenceItem

_ITEM = Qt.ItemDataRole.UserRole
_SHOWN = 240  # letters of a verbatim in the list


class CodeForm(QDialog):
    """A framework's code, new or to be changed, with the reason; `made(key)` is called when it is kept."""

    def __init__(
        self, hub: Hub, reading: Theory, parent: QWidget, made: Callable[[int], object], code: CodeInfo | None = None
    ) -> None:
        super().__init__(parent)
        self.hub, self.code, self._made = hub, code, made
        assert reading.framework is not None
        self.framework = reading.framework.framework
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit the code") if code else self.tr("Add a code to the framework"))
        self.resize(600, 640)
        self.name, self.key, self.short = QLineEdit(), QLineEdit(), QLineEdit()
        self.key.setPlaceholderText(self.tr("such as C8; may be left empty"))
        self.above = NamesBox()
        self.above.addItem(self.tr("at the top"), None)
        for one in reading.capabilities:
            self.above.addItem("    " * one.depth + one.label, one.key)
        self.provenance = QComboBox()
        self.provenance.addItem(self.tr("From this study"), "this study")
        self.provenance.addItem(self.tr("From the literature"), "literature")
        self.definition, self.include, self.exclude, self.typical = (_area(rows) for rows in (3, 2, 2, 2))
        self.reason = _memo(hub)
        self.include.setPlaceholderText(self.tr("one rule a line"))
        self.exclude.setPlaceholderText(self.tr("one rule a line"))
        self.reason.setPlaceholderText(self.tr("kept as a theoretical memo on the code"))
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Key"), self.key)
        form.addRow(self.tr("In &short"), self.short)
        if code is None:
            form.addRow(self.tr("&Under"), self.above)
        form.addRow(self.tr("&Definition"), self.definition)
        form.addRow(self.tr("&Include"), self.include)
        form.addRow(self.tr("E&xclude"), self.exclude)
        form.addRow(self.tr("Typi&cal"), self.typical)
        form.addRow(self.tr("&Provenance"), self.provenance)
        form.addRow(self.tr("&Reason"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(buttons(self, self.tr("Keep")))
        hub.closed.connect(self.reject)
        self._fill()

    def _fill(self) -> None:
        code = self.code
        if code is None:
            return
        for line, said in ((self.name, code.name), (self.key, code.code_key or ""), (self.short, code.short)):
            line.setText(said)
        for area, said in (
            (self.definition, code.definition),
            (self.include, code.include),
            (self.exclude, code.exclude),
            (self.typical, code.typical),
        ):
            area.setPlainText(said)
        self.provenance.setCurrentIndex(max(self.provenance.findData(code.provenance), 0))

    def accept(self) -> None:
        project, reason, name, code = self.hub.project, self.reason.text(), self.name.text(), self.code
        said: dict[str, Any] = {"short": self.short.text().strip()} | {
            field: area.toPlainText().strip()
            for field, area in (
                ("definition", self.definition),
                ("include", self.include),
                ("exclude", self.exclude),
                ("typical", self.typical),
            )
        }
        said["provenance"] = self.provenance.currentData()
        key = self.key.text().strip() or None
        if code is None:
            above = self.above.currentData()
            self.hub.write(
                lambda: growing.add(project, self.framework, name, parent=above, key=key, reason=reason, **said),
                self._done,
            )
            return

        def change() -> int:
            growing.sharpen(project, code.key, name=name, code_key=key, reason=reason, **said)
            return code.key

        self.hub.write(change, self._done)

    def _done(self, key: int) -> None:
        self._made(key)
        super().accept()


class SplitForm(QDialog):
    """Part of a code's evidence becomes a code of its own: the words are ticked, the reason is kept with them."""

    def __init__(
        self, hub: Hub, reading: Theory, code: CodeInfo, parent: QWidget, made: Callable[[int], object]
    ) -> None:
        super().__init__(parent)
        self.hub, self.code, self._made = hub, code, made
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split {code}").format(code=code.label))
        self.resize(760, 680)
        self.name, self.key = QLineEdit(), QLineEdit()
        self.key.setPlaceholderText(self.tr("such as C8; may be left empty"))
        self.definition, self.reason = _area(3), _memo(hub)
        for area in (self.definition, self.reason):
            area.setMaximumHeight(area.minimumHeight())
        self.reason.setPlaceholderText(self.tr("kept as a theoretical memo, with the words you tick"))
        self.under = QRadioButton(self.tr("under {code}").format(code=code.label))
        self.beside = QRadioButton(self.tr("beside it"))
        self.under.setChecked(True)
        places = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.under, self.beside):
            places.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.words = QListWidget()
        self.words.setWordWrap(True)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setSpacing(2)
        self.words.setAccessibleName(self.tr("Words that force the split"))
        self.words.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.words.itemChanged.connect(lambda _item: self._count())
        self.counted = QLabel()
        self.counted.setProperty("muted", True)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("&Name of the new code"), self.name)
        form.addRow(self.tr("&Key"), self.key)
        form.addRow(self.tr("Place"), row)
        form.addRow(self.tr("&Definition"), self.definition)
        form.addRow(self.tr("&Reason"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(QLabel(self.tr("Words that force the split; they leave {code}.").format(code=code.label)))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.counted)
        layout.addWidget(buttons(self, self.tr("Split")))
        hub.closed.connect(self.reject)
        self._fill(reading)

    def _fill(self, reading: Theory) -> None:
        for item in reading.net.evidence(self.code.key):
            own = [one for one in item.codes if one == self.code.key or reading.codes[one].cycle == 1]
            if not own:
                continue
            words = verbatim(reading.moment, item)
            text = " ".join(words.text.split())
            text = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0] or text[:_SHOWN]}…"
            via = self.tr("direct") if item.direct else ", ".join(reading.codes[one].name for one in own)
            row = QListWidgetItem(f"{words.document_name} · {words.speaker} · {via}\n{text}")
            row.setData(_ITEM, item)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)
            self.words.addItem(row)
        self._count()

    def ticked(self) -> list[EvidenceItem]:
        """Give the evidence that is ticked."""
        rows = (self.words.item(at) for at in range(self.words.count()))
        return [row.data(_ITEM) for row in rows if row.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        said = self.tr("ticked: {ticked} of {all}")
        self.counted.setText(said.format(ticked=len(self.ticked()), all=self.words.count()))

    def accept(self) -> None:
        project, evidence = self.hub.project, [key for item in self.ticked() for key in item.codings]
        name, key, under = self.name.text(), self.key.text().strip() or None, self.under.isChecked()
        definition, reason = self.definition.toPlainText().strip(), self.reason.text().strip()
        self.hub.write(
            lambda: growing.split(
                project, self.code.key, evidence, name, key=key, definition=definition, under=under, reason=reason
            ),
            self._done,
        )

    def _done(self, key: int) -> None:
        self._made(key)
        super().accept()


def _area(rows: int) -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setTabChangesFocus(True)
    area.setMinimumHeight(area.fontMetrics().height() * rows + 16)
    return area


def _memo(hub: Hub) -> Body:
    """Give a place for what is kept as a memo, with its links."""
    body = Body(hub)
    body.setMinimumHeight(body.fontMetrics().height() * 2 + 16)
    return body
