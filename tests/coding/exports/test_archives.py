"""Office files are the same bytes whenever they are made."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from coding.exports import docx, xlsx
from coding.exports.reports import of_sheet
from coding.exports.sheets import Sheet

SHEET = Sheet("Été", ("Code", "n"), (("Irritant 📈", 3), ("=1+1", 0.5)))


@pytest.mark.parametrize("make", [lambda: xlsx.body([SHEET]), lambda: docx.body(of_sheet(SHEET, "fr"))])
def test_an_office_file_bears_no_time(make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    first = make()
    later = time.localtime(time.time() + 100_000)
    monkeypatch.setattr(time, "localtime", lambda *_seconds: later)
    assert make() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
        assert str(time.gmtime().tm_year) not in archive.read("docProps/core.xml").decode()
