"""What the codebook asks of a person before it acts: a name, a yes, or which codings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from app.eliding import first_words

_SHOWN = 160  # code points of a verbatim


def ask_name(parent: QWidget, title: str, label: str, value: str, done: Callable[[str], object]) -> QInputDialog:
    """Ask for a name beside the work; `done` is called with one that isn't empty."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(value)
    dialog.resize(420, dialog.sizeHint().height())
    dialog.textValueSelected.connect(lambda text: done(text.strip()) if text.strip() else None)
    dialog.open()
    return dialog


def ask_removal(parent: QWidget, question: str, consequence: str, done: Callable[[], object]) -> QMessageBox:
    """Ask whether something is to go, saying what goes with it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(consequence)
    yes = box.addButton(QCoreApplication.translate("removing", "Remove"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    yes.clicked.connect(lambda _checked=False: done())
    box.open()
    return box


class SplitDialog(QDialog):
    """Which codings of a code become a code of their own, and its name."""

    def __init__(
        self,
        parent: QWidget,
        code: str,
        verbatims: Sequence[tuple[int, str, str]],
        done: Callable[[list[int], str], object],
    ) -> None:
        """`verbatims` are coding, document name and words; `done` is called with the codings ticked and the name."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split off from {code}").format(code=code))
        self.resize(640, 480)
        self._done = done
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name of the new code"))
        self.name.setAccessibleName(self.tr("Name of the new code"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Codings of the code"))
        for coding, document, words in verbatims:
            said = " ".join(words.split())
            said = first_words(said, _SHOWN, len)
            item = QListWidgetItem(f"{said}\n{document}")
            item.setData(Qt.ItemDataRole.UserRole, coding)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, self.fontMetrics().lineSpacing() * (3 if len(said) > 80 else 2) + 12))
            self.list.addItem(item)
        explain = QLabel(self.tr("Tick the codings that belong to the new code; it takes over the links as well."))
        explain.setProperty("muted", True)
        explain.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Split off"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        for part in (self.name, explain, self.list, self.buttons):
            layout.addWidget(part)
        self.name.textChanged.connect(self._check)
        self.list.itemChanged.connect(self._check)
        self._check()

    def ticked(self) -> list[int]:
        """Give the codings ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _check(self) -> None:
        ready = bool(self.name.text().strip()) and bool(self.ticked())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def accept(self) -> None:
        self._done(self.ticked(), self.name.text().strip())
        super().accept()
