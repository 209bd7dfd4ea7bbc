"""What people wrote upon a PDF's pages and into its forms: remarks, text in boxes, fields filled in."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MOST, _LONGEST = 2000, 1 << 20


def remarks(page: PdfPage) -> Iterator[str]:
    """Yield the words of each remark on a page, and of each field that is filled in."""
    from pypdfium2 import raw

    keys = {raw.FPDF_ANNOT_WIDGET: b"V", raw.FPDF_ANNOT_POPUP: b"", raw.FPDF_ANNOT_LINK: b""}
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        key = keys.get(raw.FPDFAnnot_GetSubtype(annotation), b"Contents")
        said = _string(raw, annotation, key).strip() if key else ""
        raw.FPDFPage_CloseAnnot(annotation)
        if said:
            yield said


def _string(raw: Any, annotation: Any, key: bytes) -> str:
    size = min(raw.FPDFAnnot_GetStringValue(annotation, key, None, 0), _LONGEST)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace")
