"""The tab Documents: the facts of each interview and document, edited like what is known of participants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.hub import Hub, Place
from app.icons import icon
from app.participants import tables
from app.participants.cases import Cases
from app.participants.table import CONFIDENTIAL, Respondents
from app.participants.tabs import Tab
from app.sets import putting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.people.facts import FactsImported, Proposal
    from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a row."""

    key: int
    number: int
    name: str
    attributes: Mapping[str, str]
    participants: tuple[str, ...]
    words: int
    confidential: bool = False
    left_out_on: bool = False


class Papers(Respondents):
    """Behind the attributes: the participants of a document, and its words."""

    subject: ClassVar[str] = "document"
    unsaid: ClassVar[frozenset[int]] = frozenset({CONFIDENTIAL})
    tail: ClassVar[int] = 2
    told: ClassVar[frozenset[int]] = frozenset({0})

    def read(self, project: Project) -> Sequence[Any]:
        from coding.moment import analysed
        from corpus import documents
        from corpus.people import attributes

        known, moment = attributes.of_documents(project), self.hub.moment(project)
        apart = analysed.documents_left_out(moment.whole, moment.read)
        return [
            DocumentRow(
                info.key,
                number,
                info.name,
                known.get(info.key, {}),
                tuple(info.participants),
                info.words,
                left_out_on=info.key in apart,
            )
            for number, info in enumerate(documents.listed(project), 1)
        ]

    def write(self, key: int, **known: Any) -> None:
        from corpus import documents
        from corpus.people import attributes

        project = self.hub.project
        if "name" in known:
            self.hub.write(lambda: documents.rename(project, key, known["name"]))
        else:
            self.hub.write(lambda: attributes.describe(project, key, known["attributes"]))

    def titles(self) -> tuple[str, ...]:
        return self.tr("Participants"), self.tr("Words")

    def tips(self) -> tuple[str, ...]:
        return self.tr("Those who speak in it"), self.tr("All words of its text")

    def counted(self, case: Any, place: int) -> int | str | None:
        return "; ".join(case.participants) if place == 0 else case.words


class Documents(Tab):
    """What is known of interviews and documents."""

    about = frozenset({"document", "participant", "participation", "attribute", "attribute_value", "speaker"})

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.cases = Cases(hub, Papers, self.tr("Documents"), self.tr("Filter documents"))
        self.search = self.cases.search
        self.facts = self._button("columns", self.tr("Facts of interviews"), self.make)
        self.facts.setToolTip(self.tr("Columns for date, place, mode, duration, interviewer, author, audience, rights"))
        self.proposed = self._button("suggest", "", self.accept)
        self.into_sets = putting.button(hub, "documents", lambda: self.cases.selected)
        self.into_sets.setAccessibleName(self.into_sets.text())
        self.into_sets.setToolTip(self.into_sets.text())
        self.into_sets.setText("")  # there are many words beside it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(8)
        self.cases.search.setMaximumWidth(320)
        head.addWidget(self.cases.search, 1)
        head.addWidget(self.cases.shown)
        head.addStretch(0)
        for button in (
            self.proposed,
            self.facts,
            self._button("columns", self.tr("Add attribute"), self.cases.add_attribute),
            self._button("import", self.tr("Read a table…"), self.choose_table),
            self.into_sets,
        ):
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(self.cases.table, 1)

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(name), text)
        button.clicked.connect(lambda: slot())
        return button

    def refresh(self) -> None:
        from coding.moment import shown

        self.cases.read()
        moment = self.narrowed()
        self.cases.keep(None if moment is None else [info.key for info in shown.documents(moment)])
        found = self._found()
        self.proposed.setVisible(bool(found))
        self.proposed.setText(self.tr("Take over %n fact(s) that the files tell", "", len(found)))
        self.proposed.setToolTip("\n".join(self._told(found)))

    def _found(self) -> list[Proposal]:
        from corpus.people import facts

        project = self.hub.project_or_none
        return facts.proposed(project) if project else []

    def _told(self, found: Sequence[Proposal]) -> list[str]:
        from corpus.people import facts

        names = {one.key: one.name for one in self.cases.model.people}
        language = self.cases.model.language
        return [
            f"{names.get(one.document, '')}: {facts.BY_KEY[one.fact].labels[language]} = {one.value}" for one in found
        ]

    def panes(self) -> Sequence[QWidget]:
        return (self.cases.table,)

    def make(self) -> None:
        """Make the columns of all facts."""
        from corpus.people import facts

        project = self.hub.project
        self.hub.write(lambda: facts.make(project))

    def accept(self) -> None:
        """Take over what the files tell; undo takes it back."""
        from corpus.people import facts

        project, found = self.hub.project, self._found()
        self.hub.write(lambda: facts.accept(project, found))

    def open(self) -> None:
        """Show the document in focus in the reader."""
        if self.cases.current is not None:
            self.hub.show_place(Place(self.cases.current.key))

    def choose_table(self) -> None:
        """Ask for a table that says what is known of documents, and read it."""
        tables.choose(self.hub, self, self.tr("Read a table of documents"), self.read_table)

    def read_table(self, path: Path) -> None:
        """Read a table of documents, whose first column names them."""
        from corpus.people import facts

        tables.read(self.hub, path, facts.import_table, self._read)

    def _read(self, found: FactsImported) -> None:
        said = self.tr("%n document(s) described.", "", len(found.documents))
        if found.unmatched:
            said += " " + self.tr("No document is called: {names}.").format(names=", ".join(found.unmatched[:12]))
        self.hub.said.emit(said)
