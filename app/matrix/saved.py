"""The matrices kept in the project: a menu to come back to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton

from app import actions
from app.hub import Hub
from app.icons import icon

if TYPE_CHECKING:
    from coding.tables.saved_matrices import MatrixChoice, SavedInfo


class SavedButton(QToolButton):
    """Keeps the matrix under a name, and gives those kept before. chosen(Choice)."""

    chosen = Signal(object)

    def __init__(self, hub: Hub, choice: Callable[[], MatrixChoice], title: Callable[[], str | None]) -> None:
        """`choice` gives what is counted, `title` what that is called once it is shown."""
        super().__init__()
        self.hub, self._choice, self._title = hub, choice, title
        self._latest = ""
        self.setText(self.tr("Matrices"))
        self.setIcon(icon("star"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Keep this matrix, or come back to one"))
        self.setAccessibleName(self.tr("Kept matrices"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def fill(self) -> None:
        """Write the menu anew."""
        from coding.tables import saved_matrices

        menu = self.menu()
        menu.clear()
        keep = menu.addAction(self.tr("Keep this matrix…"))
        keep.setToolTip(actions.shown("matrix.save"))
        keep.triggered.connect(self.keep)
        found = saved_matrices.listed(self.hub.project) if self.hub.project_or_none else []
        if not found:
            return
        menu.addSeparator()
        for saved in found:
            action = menu.addAction(_plain(saved.name))
            action.triggered.connect(lambda _on=False, saved=saved: self._choose(saved))
        menu.addSeparator()
        rename, remove = menu.addMenu(self.tr("Rename")), menu.addMenu(self.tr("Remove"))
        for saved in found:
            for part, verb in ((rename, self._rename), (remove, self.remove)):
                action = part.addAction(_plain(saved.name))
                action.triggered.connect(lambda _on=False, saved=saved, verb=verb: verb(saved))

    def _choose(self, saved: SavedInfo) -> None:
        self._latest = saved.name
        self.chosen.emit(saved.choice)

    def keep(self) -> None:
        """Ask for a name and keep the matrix that is shown under it."""
        if (title := self._title()) is not None:
            self._ask(self.tr("Keep this matrix"), self._latest or title, self.keep_as)

    def keep_as(self, name: str) -> None:
        """Keep the matrix that is shown under `name`."""
        from coding.tables import saved_matrices

        project, choice = self.hub.project, self._choice()

        def kept(_key: object) -> None:
            self._latest = name
            self.hub.said.emit(self.tr("Kept as {name}").format(name=name))

        self.hub.write(lambda: saved_matrices.save(project, name, choice), kept)

    def _rename(self, saved: SavedInfo) -> None:
        self._ask(self.tr("Rename the matrix"), saved.name, lambda name: self.rename(saved, name))

    def rename(self, saved: SavedInfo, name: str) -> None:
        """Give a kept matrix another name."""
        from coding.tables import saved_matrices

        project = self.hub.project
        self.hub.write(lambda: saved_matrices.rename(project, saved.key, name))

    def remove(self, saved: SavedInfo) -> None:
        """Forget a kept matrix; undo brings it back."""
        from coding.tables import saved_matrices

        project = self.hub.project
        self.hub.write(lambda: saved_matrices.remove(project, saved.key))
        self.hub.said.emit(self.tr("{name} is no longer kept").format(name=saved.name))

    def _ask(self, title: str, name: str, done: Callable[[str], None]) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(name)
        dialog.resize(420, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda text: done(text.strip()) if text.strip() else None)
        dialog.open()


def _plain(name: str) -> str:
    return name.replace("&", "&&")
