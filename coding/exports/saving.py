"""Where an export goes: the format is the file's ending, and a file is there whole or not at all."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from coding.exports.reports import Report
from coding.exports.sheets import Sheet
from corpus.errors import ExportFailed

SHEETS = (".csv", ".xlsx")
REPORTS = (".docx", ".html", ".md")
_LONGEST = 50  # characters, so that the name beside is never longer than the file system allows


def written(path: Path, body: bytes) -> None:
    """Put `body` at `path` in one step; raises `ExportFailed` where that can't be done."""
    beside = path.with_name(f".{path.name[:_LONGEST]}.new")
    with refusing(path):
        try:
            beside.touch(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666)
            beside.write_bytes(body)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise


def made(folder: Path) -> None:
    """Make `folder` where it is not there; raises `ExportFailed` where that can't be done."""
    with refusing(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Let what the file system refuses be told of `path`, and not of what is written beside it for a moment."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ExportFailed("{name} can't be written: {why}.", name=str(path), why=why) from error


def save_sheet(sheet: Sheet, path: Path, *, excel: str = "") -> None:
    """Write a sheet as .csv, for the Excel of a language where one is said, or .xlsx."""
    if path.suffix.lower() == ".xlsx":
        from coding.exports import xlsx

        written(path, xlsx.body([sheet]))
    else:
        from coding.exports import csv

        written(path, csv.body(sheet, excel=excel))


def save_report(report: Report, path: Path, template: Path | None = None) -> None:
    """Write a report as .docx, with the styles of a template where one is given, .html or .md."""
    match path.suffix.lower():
        case ".docx":
            from coding.exports import docx

            written(path, docx.body(report, template))
        case ".html":
            from coding.exports import html

            written(path, html.body(report))
        case _:
            from coding.exports import md

            written(path, md.body(report))


def checked(template: Path | None, *, unsigned: bool) -> None:
    """Refuse a template where nobody is to be told who made a study: its head and foot may say so."""
    if unsigned and template is not None:
        raise ExportFailed("The head and foot of a template may name its authors; make a blind copy without one.")


def save_json(document: Any, path: Path) -> None:
    """Write one JSON document, UTF-8."""
    from coding.exports import json

    written(path, json.body(document))
