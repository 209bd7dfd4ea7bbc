"""What is told of an attribute where somebody confidential has it, as the menu of its column asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

if TYPE_CHECKING:
    from app.hub import Hub
    from corpus.people.known import AttributeInfo
    from corpus.people.values import Told


class Confidential(QMenu):
    """Writes what is chosen at once; a coarser word is asked for."""

    def __init__(self, hub: Hub, attribute: AttributeInfo, within: QWidget) -> None:
        super().__init__(within)
        self.hub, self.attribute, self.within = hub, attribute, within
        self.setTitle(self.tr("Of confidential participants"))
        told: dict[Told | None, str] = {
            None: self.tr("As usual: functions and employers hidden"),
            "show": self.tr("Shown as it is"),
            "generalise": self.tr("In a coarser word…"),
            "hide": self.tr("Hidden"),
        }
        for how, text in told.items():
            action = self.addAction(text)
            action.setCheckable(True)
            action.setChecked(how == attribute.confidential)
            action.triggered.connect(lambda _on=False, how=how: self._chosen(how))

    def _chosen(self, how: Told | None) -> None:
        if how == "generalise":
            self._ask()
        else:
            self.write(how)

    def write(self, how: Told | None, word: str = "") -> None:
        """Write what is told."""
        from corpus.people import attributes

        project, key = self.hub.project, self.attribute.key
        self.hub.write(lambda: attributes.set_confidential(project, key, how, word))

    def _ask(self) -> None:
        dialog = QInputDialog(self.within)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("{attribute} of confidential participants").format(attribute=self.attribute.name))
        dialog.setLabelText(self.tr("Coarser word (empty: the groups made of it):"))
        dialog.setTextValue(self.attribute.coarser)
        dialog.textValueSelected.connect(lambda word: self.write("generalise", word))
        dialog.open()
