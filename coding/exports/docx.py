"""Reports as a Word document."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from docx import Document
from docx.shared import Cm, Pt

from coding.exports.reports import Report, Section
from coding.exports.sheets import shown, storable


def body(report: Report) -> bytes:
    """Return the report as a document: a heading, paragraphs and a ruled table for each section."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = storable(report.title)[:255], "", ""
    properties.created = properties.modified = datetime(2000, 1, 1)  # the same content makes the same file
    properties.language = report.language
    for page in document.sections:
        page.left_margin = page.right_margin = Cm(2)
    document.add_heading(storable(report.title), level=0)
    for section in report.sections:
        _add(document, section)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(document: Any, section: Section) -> None:
    if section.heading:
        document.add_heading(storable(section.heading), level=1)
    for paragraph in section.paragraphs:
        document.add_paragraph(storable(paragraph))
    if not section.columns:
        return
    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, section.columns, strict=True):
        _fill(cell, column, bold=True)
    for row in section.rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            _fill(cell, shown(value))
    document.add_paragraph()


def _fill(cell: Any, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(storable(text))
    run.bold = bold
    run.font.size = Pt(9.5)
