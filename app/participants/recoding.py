"""A dialog in which an attribute's values become groups, with how many become each while the rules are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors_text import sentence

if TYPE_CHECKING:
    from app.hub import Hub
    from corpus.people.known import AttributeInfo
    from corpus.people.recoding import Recoded, RecodingRule

_NAMED = 12


class Groups(QDialog):
    """Makes the new attribute when it is accepted."""

    def __init__(self, hub: Hub, attribute: AttributeInfo, within: QWidget) -> None:
        super().__init__(within)
        self.hub, self.attribute = hub, attribute
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Make groups of {attribute}").format(attribute=attribute.name))
        self.name = QLineEdit(self.tr("{attribute} (groups)").format(attribute=attribute.name))
        self.years = QCheckBox(self.tr("Of every date its year"))
        self.rules = QPlainTextEdit(self._proposed())
        self.rules.setAccessibleName(self.tr("Rules"))
        self.rules.setTabChangesFocus(True)
        self.rest = QLineEdit()
        self.rest.setPlaceholderText(self.tr("no value"))
        form = QFormLayout()
        form.addRow(self.tr("Name:"), self.name)
        hint = QLabel(self.tr("A rule a line: 18..29 = young, 60.. = older, or a list: GSA, GSB = retail."))
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.seen = QLabel()
        self.seen.setTextFormat(Qt.TextFormat.PlainText)
        self.seen.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.seen.setWordWrap(True)
        self.seen.setMinimumWidth(200)
        across = QHBoxLayout()
        across.addWidget(self.rules, 3)
        across.addWidget(self.seen, 2)
        below = QFormLayout()
        below.addRow(self.tr("What no rule reaches:"), self.rest)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._write)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint)
        if attribute.type == "date":
            layout.addWidget(self.years)
        layout.addLayout(across, 1)
        layout.addLayout(below)
        layout.addWidget(self.buttons)
        self.resize(640, 420)
        self.rules.textChanged.connect(self.look)
        self.years.toggled.connect(self.look)
        self.rest.textChanged.connect(self.look)
        self.look()

    def _proposed(self) -> str:
        """Give a rule for each value that is there, to be changed, where values are words."""
        from corpus.people import recoding

        if self.attribute.type in ("number", "date"):
            return ""
        left = recoding.looked_at(self.hub.project, self.attribute.key, []).left
        return "\n".join(f"{value} = {value}" for value in sorted(left, key=self.attribute.rank) if "," not in value)

    def written(self) -> list[RecodingRule]:
        """Give the rules as they are written."""
        from corpus.people import recoding

        lines = filter(str.strip, self.rules.toPlainText().splitlines())
        return [*map(recoding.read, lines), *([recoding.RecodingRule(years=True)] if self.years.isChecked() else [])]

    def look(self) -> None:
        """Say how many values become each group, and which none."""
        from corpus.errors import WorkbenchError
        from corpus.people import recoding

        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        try:
            rules = self.written()
            found = recoding.looked_at(self.hub.project, self.attribute.key, rules, self.rest.text())
        except WorkbenchError as error:
            ok.setEnabled(False)
            self.seen.setText(sentence(error))
            return
        ok.setEnabled(bool(rules) and not found.nothing)
        self.seen.setText(
            "\n".join([*(f"{group} · {count}" for group, count in found.groups.items()), *self._missed(found)])
        )

    def _missed(self, found: Recoded) -> list[str]:
        if not found.left:
            return []
        told = ", ".join(f"{value} ({count})" for value, count in [*found.left.items()][:_NAMED])
        more = " …" if len(found.left) > _NAMED else ""
        return [self.tr("No rule reaches %n value(s): {values}", "", found.missed).format(values=told + more)]

    def _write(self) -> None:
        from corpus.people import recoding

        project, name, rules, rest = self.hub.project, self.name.text(), self.written(), self.rest.text()
        self.hub.write(
            lambda: recoding.recode(project, self.attribute.key, name, rules, rest), lambda _result: self.accept()
        )
