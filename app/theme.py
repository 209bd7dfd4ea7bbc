"""How the window looks: Fusion with our own light and dark palettes, one accent colour, calm type, an 8-pixel grid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from app.settings import Settings

if TYPE_CHECKING:
    from app.reader.items import ReaderTheme

TEXT_SIZES = (9, 10, 11, 12, 13, 14, 16, 18, 20)  # points, of the reader's body
TEXT_SIZE = 12
_CHROME = 0.84  # size of the window's type beside the reader's
IS_DARK = "verbatim.dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The window's colours as `#rrggbb`: `background` is behind text to be read, `window` behind everything else.

    `rule` parts what lies side by side; `field` is the edge of what a person types into or presses.
    """

    window: str
    background: str
    raised: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    rule: str
    field: str
    hover: str
    pressed: str
    danger: str
    good: str


LIGHT = Colours(
    window="#f4f2ed",
    background="#fcfbf8",
    raised="#ffffff",
    text="#23262b",
    muted="#565b63",
    accent="#27628f",
    on_accent="#ffffff",
    selection="#cddff2",
    rule="#dedad0",
    field="#7c7b75",
    hover="#eae7df",
    pressed="#dfdbd0",
    danger="#a23a32",
    good="#2a6a49",
)
DARK = Colours(
    window="#17191b",
    background="#1d1f22",
    raised="#26292d",
    text="#dad7d0",
    muted="#a6aab2",
    accent="#7fb5e2",
    on_accent="#10202e",
    selection="#273d54",
    rule="#34373c",
    field="#7b8088",
    hover="#24272b",
    pressed="#2e3237",
    danger="#ec9c95",
    good="#7cc3a0",
)


def is_dark() -> bool:
    """Say whether the window is dark now."""
    application = QApplication.instance()
    return bool(application and application.property(IS_DARK))


def colours() -> Colours:
    """Give the colours of the window as it is now."""
    return DARK if is_dark() else LIGHT


def reader_theme() -> ReaderTheme:
    """Give the reader's colours, as they go with the window's."""
    from app.reader import items

    return items.DARK if is_dark() else items.LIGHT


def code_colour(colour: str, dark: bool | None = None) -> QColor:
    """Give a code's colour (`#rrggbb`) as it stands out on the window; `dark` as the window is, unless told."""
    from app.reader import items
    from app.reader.theme import legible

    return QColor(legible(colour, items.DARK if (is_dark() if dark is None else dark) else items.LIGHT))


def text_size(settings: Settings) -> int:
    """Give the size of text to be read, in points."""
    size = settings.get("text_size", TEXT_SIZE)
    return size if isinstance(size, int) and TEXT_SIZES[0] <= size <= TEXT_SIZES[-1] else TEXT_SIZE


def step_text_size(settings: Settings, steps: int) -> None:
    """Keep a size of text `steps` larger or smaller; 0 takes the standard one back."""
    if not steps:
        settings.set("text_size", None)
        return
    at = min(range(len(TEXT_SIZES)), key=lambda i: abs(TEXT_SIZES[i] - text_size(settings)))
    settings.set("text_size", TEXT_SIZES[max(0, min(at + steps, len(TEXT_SIZES) - 1))])


def set_text_size(settings: Settings, points: int) -> None:
    """Keep a size of text; the standard one is not remembered."""
    settings.set("text_size", points if points in TEXT_SIZES and points != TEXT_SIZE else None)


def apply(application: QApplication, settings: Settings) -> None:
    """Dress the whole program as the person chose."""
    choice = settings.get("theme", "system")
    application.setProperty(IS_DARK, _system_is_dark() if choice not in ("light", "dark") else choice == "dark")
    if application.style().objectName().lower() != "fusion":
        application.setStyle("Fusion")
    font = application.font()
    points = round(text_size(settings) * _CHROME * 2) / 2
    font.setPointSizeF(points)
    application.setFont(font)
    chosen = colours()
    application.setPalette(palette(chosen))
    application.setStyleSheet(stylesheet(chosen, points))


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def palette(chosen: Colours) -> QPalette:
    """Give Qt's palette for our colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, chosen.window),
        (role.WindowText, chosen.text),
        (role.Base, chosen.background),
        (role.AlternateBase, chosen.window),
        (role.Text, chosen.text),
        (role.PlaceholderText, chosen.muted),
        (role.Button, chosen.window),
        (role.ButtonText, chosen.text),
        (role.BrightText, chosen.danger),
        (role.ToolTipBase, chosen.raised),
        (role.ToolTipText, chosen.text),
        (role.Highlight, chosen.selection),
        (role.HighlightedText, chosen.text),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.accent),
        (role.Accent, chosen.accent),
        (role.Light, chosen.raised),
        (role.Midlight, chosen.hover),
        (role.Mid, chosen.rule),
        (role.Dark, chosen.rule),
        (role.Shadow, chosen.rule),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(chosen.muted))
    return made


def stylesheet(c: Colours, points: float) -> str:
    """Give the style sheet, for a window whose type has that size: only what palette and font can't say."""
    icons, shade = (Path(resources.__file__).parent / "icons").as_posix(), "dark" if c is DARK else "light"
    return f"""
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.rule}; padding: 4px 6px; }}
QMenuBar {{ background: {c.window}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.hover}; }}
QMenu {{ background: {c.raised}; border: 1px solid {c.rule}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 28px 5px 28px; }}
QMenu::item:selected {{ background: {c.selection}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::separator {{ height: 1px; background: {c.rule}; margin: 4px 0; }}
QStatusBar {{ background: {c.window}; border-top: 1px solid {c.rule}; }}
QStatusBar::item {{ border: 0; }}
QSplitter::handle {{ background: {c.rule}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QKeySequenceEdit QLineEdit {{
  background: {c.raised}; border: 1px solid {c.field}; border-radius: 4px; padding: 4px 6px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 1px solid {c.accent}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
  border: 0; padding: 0 6px; background: transparent; }}
QTableCornerButton::section {{ background: {c.window}; border: 0; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: 20px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QToolButton::menu-indicator {{
  image: url({icons}/down-{shade}.svg); width: 12px; height: 12px; }}
QToolButton::menu-indicator {{ subcontrol-position: right center; subcontrol-origin: padding; right: 2px; }}
QPushButton {{ background: {c.raised}; border: 1px solid {c.field}; border-radius: 4px; padding: 5px 14px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {c.pressed}; }}
QPushButton:focus {{ border: 1px solid {c.accent}; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border: 1px solid {c.rule}; }}
QPushButton:default, QPushButton[primary="true"] {{
  background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; }}
QPushButton[primary="true"]:hover, QPushButton:default:hover {{ border: 1px solid {c.text}; }}
QPushButton[primary="true"]:focus, QPushButton:default:focus {{ border: 1px solid {c.text}; }}
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {{
  background: {c.pressed}; color: {c.muted}; border: 1px solid {c.rule}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 4px; background: transparent; }}
QToolButton[toolButtonStyle="2"] {{ padding: 4px 1px 4px 7px; }}
QToolButton[popupMode="2"] {{ padding-right: 16px; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.pressed}; }}
QToolButton:focus {{ border: 1px solid {c.accent}; }}
QToolButton[narrowed="true"] {{ background: {c.selection}; }}
QAbstractItemView {{ border: 1px solid transparent; outline: 0; selection-background-color: {c.selection};
  selection-color: {c.text}; }}
#reasons {{ background: transparent; padding: 0; }}
#reasons, #preview, #about, #notes {{ border: 1px solid transparent; border-radius: 0; }}
QAbstractItemView:focus, QScrollArea:focus, QGraphicsView:focus, QTextBrowser:focus, #reasons:focus, #preview:focus,
#about:focus, #notes:focus {{
    border: 1px solid {c.accent};
}}
QTreeView::item, QListView::item {{ padding: 3px 4px; }}
QCheckBox::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px; border: 1px solid {c.muted};
  border-radius: 3px; background: {c.raised}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {c.accent};
  border: 1px solid {c.accent}; image: url({icons}/tick-{shade}.svg); }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {c.muted}; border-radius: 8px;
  background: {c.raised}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {c.accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {c.accent}; }}
QRadioButton::indicator:checked {{ background: {c.accent}; border: 1px solid {c.accent}; }}
QHeaderView::section {{ background: {c.window}; color: {c.muted}; border: 0;
  border-bottom: 1px solid {c.rule}; padding: 4px 8px; }}
QTabBar::tab {{ padding: 6px 12px; border: 0; border-bottom: 2px solid transparent; color: {c.muted}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:selected:focus {{ color: {c.accent}; background: {c.selection}; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {c.rule}; }}
QGroupBox {{ border: 0; margin-top: 20px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
QProgressBar {{ border: 0; border-radius: 2px; background: {c.pressed}; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ border-radius: 2px; background: {c.accent}; }}
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {c.pressed}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLabel[muted="true"] {{ color: {c.muted}; }}
QLabel[title="true"] {{ font-size: {points * 2:g}pt; }}
#rail {{ background: {c.window}; border-right: 1px solid {c.rule}; }}
#rail QToolButton {{ border-radius: 6px; padding: 6px 2px; color: {c.muted};
  font-size: {max(points * 0.82, 7):g}pt; }}
#rail QToolButton:checked {{ background: {c.selection}; color: {c.text}; }}
#note {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.field}; border-radius: 4px; padding: 4px 6px; }}
#toast {{ background: {c.raised}; border: 1px solid {c.rule}; border-left: 4px solid {c.danger}; border-radius: 4px; }}
#toast[good="true"] {{ border-left: 4px solid {c.accent}; }}
#welcome QPushButton[row="true"] {{ text-align: left; border: 0; background: transparent; padding: 8px; }}
#welcome QPushButton[row="true"]:hover {{ background: {c.hover}; }}
"""
