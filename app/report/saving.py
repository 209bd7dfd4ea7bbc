"""Asks where a part of the report is to be written, and as what."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask(within: QWidget, beside: Path, formats: Collection[str]) -> Path | None:
    """Give the file chosen, whose ending is one of `formats`; None where the person thinks better of it."""
    offered = ";;".join(kind for suffix, kind in _kinds().items() if suffix in formats)
    name, kind = QFileDialog.getSaveFileName(
        within, QCoreApplication.translate("ReportPage", "Export"), str(beside), offered
    )
    path = Path(name)
    if not name or path.suffix.lower() in formats:
        return path if name else None
    return path.with_name(path.name + kind.rpartition("*")[2].rstrip(")"))


def _kinds() -> dict[str, str]:
    return {
        ".docx": QCoreApplication.translate("ReportPage", "Word document (*.docx)"),
        ".html": QCoreApplication.translate("ReportPage", "Web page (*.html)"),
        ".md": QCoreApplication.translate("ReportPage", "Markdown (*.md)"),
        ".xlsx": QCoreApplication.translate("ReportPage", "Excel workbook (*.xlsx)"),
        ".csv": QCoreApplication.translate("ReportPage", "Table for other programs (*.csv)"),
        ".svg": QCoreApplication.translate("ReportPage", "Drawing (*.svg)"),
        ".pdf": QCoreApplication.translate("ReportPage", "Drawing for print (*.pdf)"),
        ".png": QCoreApplication.translate("ReportPage", "Picture (*.png)"),
    }
