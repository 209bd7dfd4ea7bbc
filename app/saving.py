"""Asks where an export is to be written, and as what."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask(within: QWidget, title: str, beside: Path, formats: Collection[str]) -> Path | None:
    """Give the file chosen, whose ending is one of `formats`; None where the person thinks better of it.

    It is offered as `beside` in each of these.
    """
    offered = ";;".join(kind for suffix, kind in _kinds().items() if suffix in formats)
    name, kind = QFileDialog.getSaveFileName(within, title, str(beside), offered)
    path = Path(name)
    if not name or path.suffix.lower() in formats:
        return path if name else None
    return path.with_name(path.name + kind.rpartition("*")[2].rstrip(")"))


def _kinds() -> dict[str, str]:
    return {
        ".docx": QCoreApplication.translate("saving", "Word document (*.docx)"),
        ".html": QCoreApplication.translate("saving", "Web page (*.html)"),
        ".md": QCoreApplication.translate("saving", "Markdown (*.md)"),
        ".xlsx": QCoreApplication.translate("saving", "Excel workbook (*.xlsx)"),
        ".csv": QCoreApplication.translate("saving", "Table for other programs (*.csv)"),
        ".svg": QCoreApplication.translate("saving", "Drawing (*.svg)"),
        ".pdf": QCoreApplication.translate("saving", "Drawing for print (*.pdf)"),
        ".png": QCoreApplication.translate("saving", "Picture (*.png)"),
    }
