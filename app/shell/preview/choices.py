"""How a file is read: what marks its speakers, its encoding, language and passages; each choice reads it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from app import speaker_rules
from app.codebook.questions import ask_name
from app.i18n import LANGUAGES
from app.icons import icon
from app.settings import Settings

if TYPE_CHECKING:
    from corpus.pending import Pending


class PreviewChoices(QWidget):
    """`asked(mapping)`: read the file again with these options · `language_said(str)`: it is in this language ·

    `everywhere()`: all files are read as this one · `anew()`: this one is read as at first; the buttons for these two
    stand beside the file's name.
    """

    asked = Signal(object)
    language_said = Signal(str)
    everywhere = Signal()
    anew = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.settings = settings
        self.rules, self.encoding, self.language, self.split = (QComboBox() for _ in range(4))
        self.rule, self.password, self.columns = QLineEdit(), QLineEdit(), QLineEdit()
        self.keep, self.all, self.first = QPushButton(self.tr("Keep…")), QPushButton(), QPushButton()
        self.forget = QToolButton()
        self._name_all()
        self._lay_out()
        self.rules.activated.connect(lambda _row: self._rule_chosen())
        self.rule.returnPressed.connect(self._rule_typed)
        self.rule.textChanged.connect(lambda _text: self._may_keep())
        self.keep.clicked.connect(self._ask_to_keep)
        self.forget.clicked.connect(self._forget)
        self.encoding.activated.connect(lambda _row: self.asked.emit({"encoding": self.encoding.currentData()}))
        self.split.activated.connect(lambda _row: self.asked.emit({"split": self.split.currentData()}))
        self.language.activated.connect(lambda _row: self.language_said.emit(self.language.currentData()))
        self.password.returnPressed.connect(self._password_typed)
        self.columns.returnPressed.connect(self._columns_typed)
        self.all.clicked.connect(self.everywhere)
        self.first.clicked.connect(self.anew)

    def _name_all(self) -> None:
        self.rules.setAccessibleName(self.tr("How speakers are told"))
        self.rule.setAccessibleName(self.tr("Expression for the label of a speaker"))
        self.rule.setPlaceholderText(self.tr(r"Expression, such as (?P<speaker>\w+) >"))
        self.rule.setToolTip(
            self.tr(
                "A regular expression for what stands before a turn: its group speaker is the label, its group time, "
                "if there is one, the time. Enter reads the file again."
            )
        )
        self.keep.setToolTip(self.tr("Keep this expression by a name, for the next files"))
        self.forget.setIcon(icon("delete"))
        self.forget.setToolTip(self.tr("Forget this kept expression"))
        self.forget.setAccessibleName(self.tr("Forget this kept expression"))
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.language.setAccessibleName(self.tr("Language"))
        self.split.setAccessibleName(self.tr("Passages"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password, then Enter"))
        self.password.setAccessibleName(self.tr("Password"))
        self.columns.setPlaceholderText(self.tr("Columns of answers, parted by semicolons"))
        self.columns.setToolTip(
            self.tr("The columns of the survey that are text; the others are what is known of who answers.")
        )
        self.columns.setAccessibleName(self.tr("Columns of answers"))
        self.all.setText(self.tr("Read all files so"))
        self.all.setToolTip(self.tr("Read all files of this import with the choices made here"))
        self.first.setText(self.tr("As at first"))
        self.first.setToolTip(self.tr("Take back all that was chosen and said for this file"))
        for title, split in (
            (self.tr("by turn"), None),
            (self.tr("by paragraph"), "paragraphs"),
            (self.tr("at blank lines"), "blank-lines"),
            (self.tr("by line"), "lines"),
        ):
            self.split.addItem(title, split)
        self.split.setToolTip(self.tr("Where the text is cut; nobody speaks where it is not by turn"))

    def _lay_out(self) -> None:
        for button in (self.keep, self.all, self.first):
            button.setAutoDefault(False)
        for box in (self.encoding, self.language, self.split, self.rules):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(7)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.rules, 2)
        above.addWidget(self.rule, 3)
        above.addWidget(self.forget)
        above.addWidget(self.keep)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.captions: dict[QWidget, QLabel] = {}
        parts: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Password"), self.password),
            (self.tr("Columns of answers"), self.columns),
            (self.tr("Encoding"), self.encoding),
            (self.tr("Language"), self.language),
            (self.tr("Passages"), self.split),
        )
        for title, part in parts:
            caption = self.captions[part] = QLabel(title)
            caption.setBuddy(part)
            below.addWidget(caption)
            below.addWidget(part, 1)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.speakers = QLabel(self.tr("Speakers"))
        self.speakers.setBuddy(self.rules)
        grid.addWidget(self.speakers, 0, 0)
        grid.addLayout(above, 0, 1)
        grid.addWidget(self.fault, 1, 1)
        grid.addLayout(below, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    # what is shown

    def show_choices(self, one: Pending, *, several: bool) -> None:
        """Show how a document's file is read."""
        preview, asked = one.shown, one.asked
        readable, needs = preview.error is None, preview.needs
        self.all.setVisible(several and readable)
        self.first.setVisible(readable or one.changed)
        self.first.setEnabled(one.changed)
        shown_parts: tuple[tuple[QWidget, bool], ...] = (
            (self.password, needs == "password"),
            (self.columns, preview.importer == "survey" or asked.get("answers") is not None),
            (self.encoding, preview.encoding is not None or needs == "encoding" or asked.get("encoding") is not None),
            (self.language, readable),
            (self.split, readable),
        )
        for part, shown in shown_parts:
            part.setVisible(shown)
            self.captions[part].setVisible(shown)
        for part in (self.speakers, self.rules, self.rule, self.keep):
            part.setVisible(readable or asked.get("speakers") is not None)
        self._fill_rules(asked)
        self._fill_encodings(preview.encoding, preview.guessed, asked.get("encoding"))
        self._fill_languages(preview.language)
        self.columns.setText("; ".join(asked.get("answers") or ()))
        self.columns.setCursorPosition(0)
        self.split.setCurrentIndex(max(self.split.findData(asked.get("split")), 0))

    def _fill_rules(self, asked: Mapping[str, Any]) -> None:
        rule = asked.get("speakers")
        now = str(rule) if rule is not None else ""
        self.rules.clear()
        self.rules.addItem(self.tr("Told from the text"), None)
        for name, kept in sorted(speaker_rules.kept(self.settings).items()):
            self.rules.addItem(name, kept)
        at = self.rules.findData(now) if now else 0
        if at < 0:
            self.rules.addItem(self.tr("By this expression"), now)
            at = self.rules.count() - 1
        self.rules.setCurrentIndex(at)
        self.rule.setText(now)
        self.rule.setCursorPosition(0)
        self.say("")
        self._may_keep()

    def say(self, fault: str) -> None:
        """Say why the expression can't be used."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _fill_encodings(self, found: str | None, guessed: bool, asked: str | None) -> None:
        self.encoding.clear()
        told = self.tr("{encoding} (a guess)") if guessed else self.tr("{encoding} (found)")
        known = found is not None and asked is None
        self.encoding.addItem(told.format(encoding=found) if known else self.tr("Told from the bytes"), None)
        for codec, title in self._encodings():
            self.encoding.addItem(title, codec)
        if asked is not None and self.encoding.findData(asked) < 0:
            self.encoding.addItem(asked, asked)
        self.encoding.setCurrentIndex(max(self.encoding.findData(asked), 0) if asked else 0)
        self.encoding.setToolTip(self.encoding.currentText())

    def _encodings(self) -> list[tuple[str, str]]:
        western, central = self.tr("Western Europe"), self.tr("Central Europe")
        cyrillic, greek = self.tr("Cyrillic"), self.tr("Greek")
        places = (
            ("utf-8", "UTF-8", ""),
            ("utf-16", "UTF-16", ""),
            ("cp1252", "Windows-1252", western),
            ("iso8859-15", "ISO-8859-15", western),
            ("mac_roman", "MacRoman", western),
            ("cp850", "DOS 850", western),
            ("cp437", "DOS 437", western),
            ("cp1250", "Windows-1250", central),
            ("iso8859-2", "ISO-8859-2", central),
            ("cp1251", "Windows-1251", cyrillic),
            ("koi8-r", "KOI8-R", cyrillic),
            ("cp866", "DOS 866", cyrillic),
            ("cp1253", "Windows-1253", greek),
            ("iso8859-7", "ISO-8859-7", greek),
            ("cp1254", "Windows-1254", self.tr("Turkish")),
            ("cp1255", "Windows-1255", self.tr("Hebrew")),
            ("cp1256", "Windows-1256", self.tr("Arabic")),
            ("gb18030", "GB 18030", self.tr("Chinese")),
            ("big5", "Big5", self.tr("Chinese")),
            ("shift_jis", "Shift JIS", self.tr("Japanese")),
            ("euc-kr", "EUC-KR", self.tr("Korean")),
        )
        return [(codec, f"{place} · {name}" if place else name) for codec, name, place in places]

    def _fill_languages(self, found: str | None) -> None:
        self.language.clear()
        if found not in LANGUAGES:
            self.language.addItem(
                QLocale(found).nativeLanguageName() if found else self.tr("as the study"), found or ""
            )
        for key, title in LANGUAGES.items():
            self.language.addItem(title, key)
        self.language.setCurrentIndex(max(self.language.findData(found), 0))

    # what is asked for

    def _rule_chosen(self) -> None:
        self.rule.setText(self.rules.currentData() or "")
        self._rule_typed()

    def _rule_typed(self) -> None:
        text = self.rule.text().strip()
        self.asked.emit({"speakers": text or None})

    def _may_keep(self) -> None:
        text, kept = self.rule.text().strip(), speaker_rules.kept(self.settings)
        self.keep.setEnabled(bool(text) and text not in kept.values())
        self.forget.setVisible(self.rules.isVisibleTo(self) and self.rules.currentText() in kept)

    def _ask_to_keep(self) -> None:
        ask_name(self, self.tr("Keep the expression"), self.tr("Name"), "", self.keep_as)

    def keep_as(self, name: str) -> None:
        """Keep the expression that is shown under a name."""
        speaker_rules.keep(self.settings, name, self.rule.text().strip())
        self._rule_typed()

    def _forget(self) -> None:
        speaker_rules.forget(self.settings, self.rules.currentText())
        self._fill_rules({"speakers": self.rule.text().strip() or None})

    def _columns_typed(self) -> None:
        names = tuple(name.strip() for name in self.columns.text().split(";") if name.strip())
        self.asked.emit({"answers": names or None})

    def _password_typed(self) -> None:
        if self.password.text():
            self.asked.emit({"password": self.password.text()})
            self.password.clear()
