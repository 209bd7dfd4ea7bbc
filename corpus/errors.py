"""Every error that a person may read, drawn as a tree.

WorkbenchError
├── ProjectError
│   ├── NotAProject
│   ├── NewerProject
│   ├── DamagedProject
│   ├── ProjectLocked
│   ├── ReadOnlyProject
│   ├── ChangeRefused
│   └── ErasureUnfinished
├── ImportFailed
├── ExportFailed
├── BeyondConsent
├── QueryError
├── SourceError
│   └── UnknownDocument
├── CodingError
│   ├── UnknownCode
│   ├── AmbiguousCode
│   ├── SpanOutside
│   └── DuplicateCoding
├── NothingThere
│   └── AmbiguousName
├── SetError
├── MatrixError
├── FigureError
├── SubmissionError
├── FrameworkError
├── RecipeError
├── TableError
└── Cancelled

The message is the sentence the person reads. It is given as a template and its values, so that the window can
look the template up in its own language: `UnknownCode("No code is called {code}.", code="C9")`. A value that is a word
of the program's is given as a `Word`, several as `Words`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


class WorkbenchError(Exception):
    """An error whose message is one plain sentence for the person at the desk."""

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return self.sentence.format(**self.values) if self.values else self.sentence

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.sentence, self.values)


def _rebuilt(kind: type[WorkbenchError], sentence: str, values: dict[str, object]) -> WorkbenchError:
    error = kind.__new__(kind)
    WorkbenchError.__init__(error, sentence, **values)
    return error


class ProjectError(WorkbenchError):
    """The project file can't be opened or written."""


class NotAProject(ProjectError):
    """The file is not a Verbatim project."""


class NewerProject(ProjectError):
    """The file was written by a later version of Verbatim."""


class DamagedProject(ProjectError):
    """SQLite finds the file damaged."""


class ProjectLocked(ProjectError):
    """Another process is writing to the project."""


class ReadOnlyProject(ProjectError):
    """The project was opened for reading only."""


class ChangeRefused(ProjectError):
    """A change can't be made as a whole, taken back or brought back."""


class ErasureUnfinished(ProjectError):
    """Somebody is erased from the study, and a file beside it, or the file as it was, holds them still.

    `erased` is what went, an `Erased`.
    """

    erased: Any = None


class ImportFailed(WorkbenchError):
    """A file can't be read; `path` says which, the message why."""

    def __init__(self, path: Path | str, sentence: str, /, **values: object) -> None:
        super().__init__(sentence, **values)
        self.path = Path(path)

    def __reduce__(self) -> tuple[object, ...]:
        return _refused, (self.path, self.sentence, self.values)


def _refused(path: Path, sentence: str, values: dict[str, object]) -> ImportFailed:
    return ImportFailed(path, sentence, **values)


class ExportFailed(WorkbenchError):
    """A file can't be written."""


class BeyondConsent(WorkbenchError):
    """Something was about to leave the project that its participants did not agree to.

    `breaches` are names with the use, or `withdrawn`.
    """

    breaches: tuple[tuple[str, str], ...] = ()


class QueryError(WorkbenchError):
    """A query can't be read; `position` is a code point in the query where known."""

    def __init__(self, sentence: str, /, position: int | None = None, **values: object) -> None:
        super().__init__(sentence, **values)
        self.position = position


class SourceError(WorkbenchError):
    """A verb on documents, speakers, participants or what is known of them was asked for something impossible."""


class UnknownDocument(SourceError):
    """No document has that name."""


class CodingError(WorkbenchError):
    """A verb of coding was asked for something impossible."""


class UnknownCode(CodingError):
    """No code has that key or name."""


class AmbiguousCode(CodingError):
    """Several codes have that key or name."""


class SpanOutside(CodingError):
    """The span is empty or reaches outside the document's text."""


class DuplicateCoding(CodingError):
    """The same coder has already put this code on this span."""


class NothingThere(WorkbenchError):
    """What was to be changed or removed does not exist."""


class AmbiguousName(NothingThere):
    """Several things may be meant by a name."""


class SetError(WorkbenchError):
    """A set is asked for what it can't hold or by what can't be asked."""


class MatrixError(WorkbenchError):
    """A matrix is asked for by what divides no study, or is no count."""


class FigureError(WorkbenchError):
    """A figure is asked for that no paper holds."""


class SubmissionError(WorkbenchError):
    """What was sent, or a remark on it, can't be kept like this."""


class FrameworkError(WorkbenchError):
    """A framework file can't be read or added."""


class RecipeError(WorkbenchError):
    """A recipe can't be read or made; where a line of it is to blame, its values hold `line`, from 1."""


class TableError(WorkbenchError):
    """A table of participants, codings or codes can't be read."""


class Cancelled(WorkbenchError):
    """The person stopped the work; nothing of it remains."""

    def __init__(self, sentence: str = "Cancelled.", /, **values: object) -> None:
        super().__init__(sentence, **values)
