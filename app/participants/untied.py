"""A quiet line that says of whom it is not known which participant they are, where numbers by participant stand."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from app import theme
from app.hub import Hub, Place

if TYPE_CHECKING:
    from coding.moment.moment import Moment

_NAMED = 5  # documents


class Untied(QFrame):
    """Names the documents whose speakers are to be tied, each opened by a click; hidden where there is none."""

    def __init__(self, hub: Hub, *, with_button: bool = False) -> None:
        super().__init__()
        self.hub = hub
        self.label = QLabel()
        self.label.setProperty("muted", True)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.setAccessibleName(self.tr("Speakers to be tied"))
        self.label.linkActivated.connect(lambda key: hub.show_place(Place(int(key))))
        self.button = QPushButton(self.tr("Participants…"))
        self.button.clicked.connect(lambda: hub.page_asked.emit("participants"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.button.setHidden(not with_button)  # not before it stands in a page: shown by itself it were a window
        self.hide()

    def show_moment(self, moment: Moment | None) -> None:
        """Say what is to be tied in a moment; None says nothing."""
        found = moment.voices.unknown_in if moment is not None else {}
        self.setVisible(bool(found))
        if moment is None or not found:
            return
        colour, infos = theme.colours().accent, moment.infos
        links = [
            f'<a href="{key}" style="color:{colour}">{escape(moment.mask.document(infos[key]))}</a>'
            for key in list(found)[:_NAMED]
        ]
        said = self.tr(
            "%n speaker(s) of documents with several participants tied to none of them; their words count under (none):"
            " {documents}",
            "",
            sum(map(len, found.values())),
        )
        self.label.setText(said.format(documents=", ".join(links) + (" …" if len(found) > _NAMED else "")))
