"""The respondents' table: a line for each, a column for each attribute, edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyleOptionViewItem, QWidget

from app.hub import Hub
from app.i18n import language, moment
from app.indexes import NOWHERE, Index
from app.neighbours import NamesDelegate
from app.participants.notice import same_name

if TYPE_CHECKING:
    from coding.tables.people import PersonCounts
    from corpus.people.known import AttributeInfo
    from corpus.people.ties import Tied
    from corpus.store.project import Project

_Role = Qt.ItemDataRole
_Feature = QStyleOptionViewItem.ViewItemFeature
SORT = _Role.UserRole + 1
# What cells say anything for: a cell that is drawn is asked for ten roles.
_GIVEN = frozenset(
    (_Role.DisplayRole, _Role.EditRole, _Role.ToolTipRole, _Role.CheckStateRole, _Role.TextAlignmentRole, SORT)
)
NAME, CONFIDENTIAL, FIXED = 1, 2, 3
_FEW = 20
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED, _CHECKED = _SHOWN | Qt.ItemFlag.ItemIsEditable, _SHOWN | Qt.ItemFlag.ItemIsUserCheckable


class Respondents(QAbstractTableModel):
    """Columns: number, name, confidential, the attributes, then documents, words and codings as counted.

    refused(str): what was typed can't be taken, and why · tied(str): which speakers have the name just given. Tables of
    other cases say in `subject`, `tail` and the methods after it what is theirs.
    """

    refused = Signal(str)
    tied = Signal(str)
    subject: ClassVar[str] = "participant"
    tail: ClassVar[int] = 3
    unsaid: ClassVar[frozenset[int]] = frozenset()  # columns that say nothing of such cases
    told: ClassVar[frozenset[int]] = frozenset()  # those of the last columns that hold words

    def read(self, project: Project) -> Sequence[Any]:
        """Read the rows: each has a key, number, name, whether it is confidential, and attributes by name."""
        from corpus.people import participants

        return participants.listed(project)

    def write(self, key: int, **known: Any) -> None:
        """Write a name, whether one may be named, or attributes; what is shown changes when the project says so."""
        from corpus.people import participants

        project = self.hub.project
        done = self._renamed if "name" in known else None
        self.hub.write(lambda: participants.edit(project, key, **known), done)

    def titles(self) -> tuple[str, ...]:
        """Give the titles of the last columns."""
        return self.tr("Documents"), self.tr("Words"), self.tr("Coded segments")

    def tips(self) -> tuple[str, ...]:
        """Give what the titles of the last columns say more."""
        return (
            self.tr("Documents they speak in: interviews they gave, and groups they were part of"),
            self.tr("Words they say; an interviewer's are not counted"),
            self.tr("Stretches coded in what they say, each once; one in which two are heard counts for both"),
        )

    def counted(self, case: Any, place: int) -> int | str | None:
        """Give what one of the last columns says of a row."""
        if place == 0:
            return len(case.documents)
        counts = self.counts.get(case.key)
        return None if counts is None else (counts.words if place == 1 else counts.codings)

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        self.people: Sequence[Any] = []
        self.language = language(hub.settings)
        self.attributes: list[AttributeInfo] = []
        self.counts: Mapping[int | None, PersonCounts] = {}

    def refresh(self) -> set[int]:
        """Read the cases again, and return the columns that may need another width; what is as before stays."""
        from corpus.people import participants

        project = self.hub.project_or_none
        people = self.read(project) if project else []
        attributes = participants.attributes(project, self.subject) if project else []
        before = self.people
        same = [one.key for one in people] == [one.key for one in before]
        same = same and [one.key for one in attributes] == [one.key for one in self.attributes]
        told = attributes != self.attributes
        rows = [n for n, (one, other) in enumerate(zip(people, self.people)) if one != other]
        wider = {
            FIXED + n
            for n, a in enumerate(attributes)
            if any(people[row].attributes.get(a.name) != self.people[row].attributes.get(a.name) for row in rows)
        }
        if not same:
            self.beginResetModel()
        self.people, self.attributes = people, attributes
        if not same:
            self.endResetModel()
        elif told and people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(people) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        elif rows:
            alike = all(replace(before[n], attributes={}) == replace(people[n], attributes={}) for n in rows)
            self._repaint(rows, wider if alike else set())
        return {NAME, *wider} if same and not told else set(range(self.columnCount()))

    def _repaint(self, rows: list[int], columns: set[int]) -> None:
        """Have few cells painted one by one, as Qt paints all for more than one; whole rows where none are said."""
        if columns and len(rows) * len(columns) <= _FEW:
            for cell in (self.index(row, column) for row in rows for column in columns):
                self.dataChanged.emit(cell, cell)
        else:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], self.columnCount() - 1))

    def take_counts(self, counts: Mapping[int | None, PersonCounts]) -> None:
        """Show how much each said."""
        self.counts = counts
        if self.people:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(0, last - 1), self.index(len(self.people) - 1, last))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else FIXED + len(self.attributes) + self.tail

    def attribute(self, column: int) -> AttributeInfo | None:
        """Give the attribute of a column."""
        place = column - FIXED
        return self.attributes[place] if 0 <= place < len(self.attributes) else None

    def offered(self, row: int, column: int) -> list[str] | None:
        """Give the values that a cell may have, where it has one of a list; None where anything may be typed."""
        attribute = self.attribute(column)
        if attribute is None or attribute.type not in ("boolean", "choice", "ordered"):
            return None
        if attribute.type == "boolean":
            return ["oui", "non"] if self.hub.project.info().language == "fr" else ["yes", "no"]
        return [one.label(self.language) for one in attribute.choices]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        attribute = self.attribute(section)
        if role == _Role.DisplayRole:
            if attribute is not None:
                return attribute.label(self.language)
            if section < FIXED:
                return (self.tr("No."), self.tr("Name"), self.tr("Confidential"))[section]
            return self.titles()[section - self.columnCount() + self.tail]
        if role == _Role.ToolTipRole and attribute is not None:
            return self.tr("{name} ({type}); the right button changes it").format(
                name=attribute.name, type=type_names()[attribute.type]
            )
        if role == _Role.ToolTipRole and section >= self.columnCount() - self.tail:
            return self.tips()[section - self.columnCount() + self.tail]
        if role == _Role.TextAlignmentRole and self.number(section):
            return int(_RIGHT) | int(Qt.TextFlag.TextWordWrap)
        return None

    def called(self, column: int) -> str:
        """Give what a column is remembered by: an attribute's name, or the place of one of ours."""
        attribute = self.attribute(column)
        if attribute is not None:
            return attribute.name
        return f"#{column}" if column < FIXED else f"#-{self.columnCount() - column}"

    def number(self, column: int) -> bool:
        """Say whether a column holds numbers, which stand at its right."""
        attribute, place = self.attribute(column), column - self.columnCount() + self.tail
        if attribute is not None:
            return attribute.type == "number"
        return place >= 0 and place not in self.told

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.column() == CONFIDENTIAL:
            return _CHECKED
        return _TYPED if index.column() == NAME or self.attribute(index.column()) is not None else _SHOWN

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if role not in _GIVEN or not index.isValid() or index.row() >= len(self.people):
            return None
        person, column = self.people[index.row()], index.column()
        if column == CONFIDENTIAL:
            if role == _Role.CheckStateRole:
                return Qt.CheckState.Checked if person.confidential else Qt.CheckState.Unchecked
            return person.confidential if role == SORT else None
        if role == _Role.EditRole:
            return self._text(person, column)
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self.said(person, column)
        if role == SORT:
            return self._sorted(person, column)
        if role == _Role.TextAlignmentRole and self.number(column):
            return int(_RIGHT)
        return None

    def said(self, person: Any, column: int) -> str:
        """Give what a cell says."""
        if column == NAME and getattr(person, "left_out_on", None):
            return self.tr("{name} (left out)").format(name=person.name)
        attribute = self.attribute(column)
        written = attribute is not None and attribute.type == "date"
        return moment(self._text(person, column)) if written else self._text(person, column)

    def _text(self, person: Any, column: int) -> str:
        attribute = self.attribute(column)
        if attribute is not None:
            return attribute.shown(person.attributes.get(attribute.name, ""), self.language)
        if column < FIXED:
            return person.name if column == NAME else str(person.number)
        found = self.counted(person, column - self.columnCount() + self.tail)
        return QLocale().toString(found) if isinstance(found, int) else found or ""

    def _sorted(self, person: Any, column: int) -> object:
        from corpus import words

        attribute = self.attribute(column)
        if attribute is not None:
            last, number, text = attribute.rank(person.attributes.get(attribute.name, ""))
            whole = attribute.type in ("number", "ordered")
            return (float("-inf") if last else number) if whole else text
        if column == NAME:
            return words.folded(person.name)
        if column < FIXED:
            return float(person.number)
        found = self.counted(person, column - self.columnCount() + self.tail)
        return words.folded(found) if isinstance(found, str) else float(found or 0)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Write through the project; what is shown changes when the project says it has."""
        person = self.people[index.row()]
        if role == _Role.CheckStateRole and index.column() == CONFIDENTIAL:
            self.write(person.key, confidential=Qt.CheckState(value) == Qt.CheckState.Checked)
            return False
        text = " ".join(str(value).split())
        if role != _Role.EditRole or text == self._text(person, index.column()):
            return False
        attribute = self.attribute(index.column())
        if attribute is None:
            self.write(person.key, name=text)
        elif text and not attribute.fits(text):
            said = self.tr("“{value}” does not fit {attribute}, which holds: {type}. Its column's menu changes that.")
            self.refused.emit(said.format(value=text, attribute=attribute.name, type=type_names()[attribute.type]))
        else:
            self.write(person.key, attributes={attribute.name: text})
        return False

    def _renamed(self, tied: Sequence[Tied]) -> None:
        if tied:
            self.tied.emit(same_name(tied))


def type_names() -> dict[str, str]:
    """Give the types of attributes as they are called in the window."""
    from PySide6.QtCore import QCoreApplication

    translate = QCoreApplication.translate
    return {
        "text": translate("participants", "text"),
        "number": translate("participants", "number"),
        "boolean": translate("participants", "yes or no"),
        "date": translate("participants", "date"),
        "choice": translate("participants", "choice"),
        "ordered": translate("participants", "choice in an order"),
    }


class Sorted(QSortFilterProxyModel):
    """The respondents that have the typed words anywhere, in the order of one column."""

    def __init__(self, model: Respondents, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.within: frozenset[int] | None = None
        self.model = model
        self.setSortRole(SORT)
        self.setSourceModel(model)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self.model.flags(index)  # which only its column says, so that its row need not be found

    def narrow(self, text: str) -> None:
        """Keep the rows that have all of these words; case and accents are let go."""
        from corpus.words import folded

        self.beginFilterChange()
        self._words = folded(text).split()
        self.endFilterChange()

    def keep(self, within: frozenset[int] | None) -> None:
        """Keep the rows of these participants; None for all."""
        if within != self.within:
            self.beginFilterChange()
            self.within = within
            self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        from corpus.words import folded

        person = self.model.people[source_row]
        if self.within is not None and person.key not in self.within:
            return False
        text = folded(" ".join([person.name, *person.attributes.values()]))
        return all(word in text for word in self._words)


class Cells(NamesDelegate):
    """Edits in place: what was said of others is offered; yes or no is chosen."""

    def fill(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Say by one call what a cell holds, as Qt asks for ten roles, and hundreds of cells are drawn at once."""
        model, source = _source(index)
        person, column = model.people[source.row()], source.column()
        option.index = cast(QModelIndex, index)
        if column == CONFIDENTIAL:
            option.features |= _Feature.HasCheckIndicator
            option.checkState = Qt.CheckState.Checked if person.confidential else Qt.CheckState.Unchecked
            return
        option.features |= _Feature.HasDisplay
        option.text = model.said(person, column)
        if model.number(column):
            option.displayAlignment = _RIGHT

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model, source = _source(index)
        attribute = model.attribute(source.column())
        offered = model.offered(source.row(), source.column())
        if offered is not None:
            combo = QComboBox(parent)
            combo.addItems(["", *offered])
            combo.setFrame(False)
            combo.activated.connect(lambda _n: self._done(combo))
            return combo
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAccessibleName(str(model.headerData(source.column(), Qt.Orientation.Horizontal) or ""))
        if attribute is not None and attribute.type == "date":
            editor.setPlaceholderText("2024-05-31")
        elif attribute is not None and attribute.type == "text":
            known = {person.attributes.get(attribute.name, "") for person in model.people} - {""}
            completer = QCompleter(sorted(known), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(_Role.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        text = editor.text() if isinstance(editor, QLineEdit) else text
        model.setData(index, text, _Role.EditRole)


def _source(index: Index) -> tuple[Respondents, QModelIndex]:
    proxy = index.model()
    assert isinstance(proxy, Sorted)
    return proxy.model, proxy.mapToSource(index)
