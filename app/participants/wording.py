"""A dialog in which an attribute gets its names in both languages, and one of choices its choices in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.i18n import LANGUAGES

if TYPE_CHECKING:
    from app.hub import Hub
    from corpus.people.known import AttributeInfo
    from corpus.people.values import PossibleValue

_BETWEEN = "|"


class Wording(QDialog):
    """Writes names and choices as one change when it is accepted; what is refused is told, and it stays open."""

    def __init__(self, hub: Hub, attribute: AttributeInfo, within: QWidget) -> None:
        super().__init__(within)
        self.hub, self.attribute = hub, attribute
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Names and choices of {attribute}").format(attribute=attribute.name))
        self.labels = {language: QLineEdit(attribute.labels.get(language, "")) for language in LANGUAGES}
        form = QFormLayout()
        for language, edit in self.labels.items():
            edit.setPlaceholderText(attribute.name)
            form.addRow(LANGUAGES[language], edit)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        self.choices = QPlainTextEdit("\n".join(map(_line, attribute.choices)))
        self.choices.setAccessibleName(self.tr("Choices"))
        self.choices.setTabChangesFocus(True)
        hint = QLabel(
            self.tr("A choice a line, in their order; behind | what it is called in French, then in English.")
        )
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        for part in (hint, self.choices) if attribute.type in ("choice", "ordered") else ():
            layout.addWidget(part)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._write)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(460, self.sizeHint().height())

    def _write(self) -> None:
        self.hub.write(self._verb, lambda _result: self.accept())

    def _verb(self) -> bool:
        from corpus.people import attributes

        project, key = self.hub.project, self.attribute.key
        with project.change("Label attribute"):
            attributes.set_labels(project, key, {language: edit.text() for language, edit in self.labels.items()})
            if self.attribute.type in ("choice", "ordered"):
                attributes.set_choices(project, key, self.chosen())
        return True

    def chosen(self) -> list[PossibleValue]:
        """Give the choices as they are written."""
        from corpus.people.values import PossibleValue

        found = []
        for line in filter(str.strip, self.choices.toPlainText().splitlines()):
            value, *labels = (part.strip() for part in line.split(_BETWEEN))
            found.append(PossibleValue(value, {name: label for name, label in zip(LANGUAGES, labels) if label}))
        return found


def _line(choice: PossibleValue) -> str:
    parts = [choice.value, *(choice.labels.get(language, "") for language in LANGUAGES)]
    return f" {_BETWEEN} ".join(parts).rstrip(f" {_BETWEEN}")
