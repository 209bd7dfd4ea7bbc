"""How the parts of the page stand: beside each other where there is room, folded where there is not."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from app.code.inspector import Inspector
from app.code.reading import ReadingPanel
from app.reader.theme import type_of
from app.settings import Settings

ROOMY = QSize(1440, 800)  # logical pixels of the window
WIDE = 1900
BESIDE = 1400  # wide enough for two texts, if one asks for the second
_ASKED = "code.beside"
_LINES = 26  # of text that the inspector leaves
_UNBOUNDED = 16_777_215  # pixels; Qt's own bound of a widget
_SOURCES, _CODES, _INSPECTOR, _COMPANION = 232, 304, 220, 440


class Arrangement(QObject):
    """Four forms: `folded` below 1440×800 (the inspector is a tab beside the codebook, sources a drawer), `roomy`,
    `wide` from 1900 with the companion, and from 1400 `beside`, which is folded with the companion, where one asks for
    it. The sizes a person gives each form are remembered.
    """

    def __init__(
        self,
        page: QWidget,
        settings: Settings,
        sources: QWidget,
        reading: ReadingPanel,
        inspector: Inspector,
        codebook: QWidget,
        companion: QWidget,
    ) -> None:
        super().__init__(page)
        self.page, self.settings, self.form = page, settings, ""
        self.sources, self.reading, self.inspector = sources, reading, inspector
        self.codebook, self.companion = codebook, companion
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.right = QTabWidget()
        self.right.setDocumentMode(True)
        self.right.setTabBarAutoHide(True)
        self.drawer = QFrame(page)
        self.drawer.setObjectName("drawer")
        self.drawer.setAutoFillBackground(True)
        QVBoxLayout(self.drawer).setContentsMargins(0, 0, 0, 0)
        self.drawer.hide()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.across)
        # From the outside in, and in the order of the Tab key.
        self.across.addWidget(sources)
        self.across.addWidget(self.down)
        self.down.addWidget(reading)
        self.down.addWidget(inspector)
        self.across.addWidget(self.right)
        self.right.addTab(codebook, self.tr("Codebook"))
        self.across.addWidget(companion)
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)  # Qt lets one grab a few pixels more
            splitter.splitterMoved.connect(self._remember)
        self.across.setStretchFactor(1, 1)
        self.down.setStretchFactor(0, 1)
        inspector.speaks.connect(lambda _speaks: self._share_height())

    @property
    def folded(self) -> bool:
        """Whether the window is too small for all parts."""
        return self.form in ("folded", "beside")

    def fit(self, window: QSize) -> None:
        """Take the form that goes with a window of that size."""
        small = window.width() < ROOMY.width() or window.height() < ROOMY.height()
        form = "folded" if small else "wide" if window.width() >= WIDE else "roomy"
        if form != "wide" and window.width() >= BESIDE and self.settings.get(_ASKED):
            form = "beside"
        if form != self.form:
            self.form = form
            self._build()
        elif not _are_sizes(self.settings.get(f"splitter.code.{self.form}"), self.across.count()):
            self.across.setSizes(self._across(self._room()))
        if self.drawer.isVisible():
            self._place_drawer()

    def _build(self) -> None:
        self.close_drawer()
        if self.folded:
            drawer = self.drawer.layout()
            assert drawer is not None
            drawer.addWidget(self.sources)
            self.right.addTab(self.inspector, self.tr("Inspector"))
        else:
            self.across.insertWidget(0, self.sources)
            self.down.addWidget(self.inspector)
            self.inspector.setVisible(True)
        self.sources.setVisible(True)
        # The Tab key would stop for good before a bar that is hidden.
        bar = Qt.FocusPolicy.TabFocus if self.folded else Qt.FocusPolicy.NoFocus
        self.right.tabBar().setFocusPolicy(bar)
        self.right.setCurrentWidget(self.codebook)
        self.companion.setVisible(self.form in ("wide", "beside"))
        self.reading.sources.setVisible(self.folded)
        self._give_sizes()

    def _give_sizes(self) -> None:
        kept = self.settings.get(f"splitter.code.{self.form}")
        sizes = kept if _are_sizes(kept, self.across.count()) else self._across(self._room())
        self.across.setSizes(sizes)
        self._share_height()

    def _room(self) -> int:
        """Give the width there is: the page's own, as the layout within it follows a moment later."""
        around = self.page.parentWidget()
        return max(around.width() if around is not None else self.page.width(), 400)

    def _share_height(self) -> None:
        """Give the inspector what it needs: a line where it has nothing to say."""
        quiet = not self.folded and not self.inspector.speaking
        self.inspector.setMaximumHeight(self.inspector.quiet_height() if quiet else _UNBOUNDED)
        if not self.folded:
            height = max(self.page.height(), 300)
            kept = self.settings.get(f"splitter.code.{self.form}.down")
            below = kept[1] if _are_sizes(kept, 2) else _INSPECTOR
            around = self.reading.height() - self.reading.pane.viewport().height() if self.reading.isVisible() else 72
            pane = self.reading.pane
            most = height - around - _LINES * type_of(pane.text_size(), pane.font()).pitch - 1
            below = self.inspector.quiet_height() if quiet else max(120, min(below, most))
            self.down.setSizes([height - below, below])

    def _across(self, width: int) -> list[int]:
        more = max(width - WIDE, 0)  # which the text, set no wider than one reads well, leaves to what stands around it
        left = [] if self.folded else [_SOURCES + more // 6]
        right = [_CODES + more // 4, _COMPANION if self.form in ("wide", "beside") else 0]
        return [*left, max(300, width - sum(left) - sum(right)), *right]

    def _remember(self, *_: object) -> None:
        self.settings.set(f"splitter.code.{self.form}", self.across.sizes())
        if not self.folded and self.inspector.speaking:
            self.settings.set(f"splitter.code.{self.form}.down", self.down.sizes())

    def ask_beside(self, window: QSize, wanted: bool) -> bool:
        """Show the companion in a window of that size, or put it away; False where there is no room for it."""
        self.settings.set(_ASKED, wanted or None)
        self.fit(window)
        return self.form in ("wide", "beside")

    def toggle_drawer(self) -> None:
        """Open the sources over the text, or close them."""
        if self.drawer.isVisible():
            self.close_drawer()
            return
        self._place_drawer()
        self.drawer.show()
        self.drawer.raise_()
        self.reading.sources.setChecked(True)
        self.sources.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_drawer(self) -> None:
        """Close the sources where they lie over the text."""
        self.drawer.hide()
        self.reading.sources.setChecked(False)

    def _place_drawer(self) -> None:
        top = self.reading.bar.y() if self.reading.bar.isVisible() else self.reading.pane.y()
        self.drawer.setGeometry(0, top, min(300, self.page.width() - 40), self.page.height() - top)

    def show_inspector(self) -> None:
        """Bring the inspector to the front where it shares its place."""
        if self.folded:
            self.right.setCurrentWidget(self.inspector)

    def show_codebook(self) -> None:
        """Bring the codebook to the front where it shares its place."""
        self.right.setCurrentWidget(self.codebook)


def _are_sizes(kept: object, count: int) -> bool:
    return isinstance(kept, list) and len(kept) == count and all(isinstance(size, int) for size in kept)
