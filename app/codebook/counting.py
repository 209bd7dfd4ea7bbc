"""Which number stands beside a code in the tree, and what is said of all of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from coding.moment.code_list import Book
from coding.moment.counts import by_coder, coders

TOTAL, OWN = "total", "own"


def counted_as(book: Book, key: int, how: str) -> int:
    """Count a code's segments: with sub-codes, without, or those of the coder who is named, with sub-codes."""
    if how == TOTAL:
        return book.total(key)
    if how == OWN:
        return book.own(key)
    found = by_coder(book.moment).get(how.removeprefix("coder:"))
    return found.segments.get(key, 0) if found is not None else 0


def counted(book: Book, key: int) -> str:
    """Say what is counted of a code, see `coding.moment.counts`; by coder where there are several."""
    said = QCoreApplication.translate(
        "codes", "Coded segments: {total}, without sub-codes {own}; documents: {documents}"
    )
    told = said.format(total=book.total(key), own=book.own(key), documents=book.documents(key))
    if len(coders(book.moment)) > 1:
        each = by_coder(book.moment)
        told += " · " + ", ".join(f"{name} {one.segments.get(key, 0)}" for name, one in each.items())
    return told


class CountChoice(QToolButton):
    """The heading of the numbers in the tree; `chose(how)` when the person wants others."""

    chose = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.how = TOTAL
        self._book: Book | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("muted", True)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.show_book(None)

    def show_book(self, book: Book | None) -> None:
        """Take on a book; a coder who is not in it is chosen no longer."""
        self._book = book
        ways = self.ways()
        self.how = self.how if self.how in ways else TOTAL
        self.setText(ways[self.how])
        self.setAccessibleName(self.tr("What is counted: {how}").format(how=self.text()))
        self.setToolTip(self.accessibleName())

    def ways(self) -> dict[str, str]:
        """Give the ways to count, with what each is called."""
        found = {TOTAL: self.tr("Segments with sub-codes"), OWN: self.tr("Segments without sub-codes")}
        each = coders(self._book.moment) if self._book is not None else []
        if len(each) > 1:
            found |= {f"coder:{name}": self.tr("Segments by {coder}").format(coder=name) for name in each}
        return found

    def choose(self, how: str) -> None:
        """Count in another way."""
        self.how = how
        self.show_book(self._book)
        self.chose.emit(self.how)

    def _fill(self) -> None:
        self.menu().clear()
        for how, text in self.ways().items():
            action = self.menu().addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(how == self.how)
            action.triggered.connect(lambda _checked=False, how=how: self.choose(how))
