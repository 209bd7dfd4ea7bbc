"""`make fuzz`: mutated files of every format go through the importers; none may crash, hang or fill the memory."""

from __future__ import annotations

import csv
import io
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf
from pathlib import Path
from typing import NamedTuple

from corpus.errors import ImportFailed
from corpus.importers import worker
from corpus.importers.reader_process import Drafts
from tests.corpus.importers import made_files
from tests.corpus.importers.test_timed_formats import EAF, EXB, LONG, TRS
from tests.mutating import mutated

KEPT = Path("build/fuzz")
_SLOW_S = 5.0  # of the wall's clock, on a machine that does nothing else
_TALK = [
    ("INT", "Comment avez-vous commencé ?"),
    ("INÈS", "Par l'atelier, en mars 2019, avec deux amis."),
    ("INT", "Et après ?"),
    ("INÈS", "Après, on a tout refait : 12 machines, 3 salles."),
]
_RICH = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset128 MS;}}{\header Corpus}\pard "
    r"{\b INT :} Comment {\v cach\'e9 }\u8364? ?\par IN\'c8S : Oui{\footnote une {\footnote deux} note}.\par"
    r"\trowd\intbl a\cell b\cell\row\pard{\field{\*\fldinst X}{\fldrslt lien}}{\pict\bin3 abc}\uc2\u24180\'94\'4e fin}"
)
_PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title><style>p {}</style></head><body><h1>Titre</h1>"
    "<p><b>INT :</b> Comment &eacute; ?</p><p hidden>rien</p><table><tr><td>INÈS</td><td>Oui, <i>bien</i></td></tr>"
    "</table><pre>  a\n b</pre><ul><li>un<li>deux</ul><script>x</script><!-- y --></body></html>"
)


class Found(NamedTuple):
    """A mutated file at which the importers failed, or that took long."""

    name: str
    seed: int
    sentence: str
    data: bytes


def seeds() -> dict[str, bytes]:
    """Return a small whole file for each ending that can be imported; the old Word file is one that only says so."""
    lines = [f"{who} : {said}" for who, said in _TALK]
    cues = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n\n" for n, line in enumerate(lines))
    xml = "".join(made_files.paragraph(line) for line in lines)
    rows = "Nom,Âge,Réponse\n" + "".join(f'{who},{n},"{said * 3}"\n' for n, (who, said) in enumerate(_TALK))
    page = made_files.pdf([[(50, 700 - 20 * n, 12, line) for n, line in enumerate(lines)]])
    text = "\n\n".join(lines).encode()
    word = made_files.docx(xml + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    return {
        ".doc": word,
        ".zip": made_files.zipped({"un/a.txt": text, "un/b.docx": word, "c.srt": cues, "d.jpg": b"x"}),
        ".txt": text,
        ".md": b"---\nlieu: Lyon\n---\n# Titre\n\n- un\n  - deux\n\n" + text,
        ".markdown": text,
        ".docx": word,
        ".odt": made_files.odt("".join(f'<text:p>{line}<text:s text:c="2"/></text:p>' for line in lines)),
        ".fodt": _flat(lines),
        ".json": json.dumps({"messages": [{"from": who, "text": said} for who, said in _TALK]}).encode(),
        ".rtf": _RICH.encode(),
        ".html": _PAGE.encode(),
        ".htm": _PAGE.encode("utf-16"),
        ".pdf": page,
        ".srt": cues.encode(),
        ".vtt": b"WEBVTT\n\n" + cues.replace(",", ".").encode(),
        ".eaf": EAF.encode(),
        ".textgrid": LONG.encode(),
        ".trs": TRS.encode("latin-1", "replace"),
        ".exb": EXB.encode(),
        ".otr": b'{"text": "<p><span class=\\"timestamp\\" data-timestamp=\\"1.5\\">0:01</span> A: oui</p>"}',
        ".csv": rows.encode(),
        ".tsv": rows.replace(",", "\t").encode(),
        ".xlsx": _sheet(rows),
        ".epub": _book(),
    }


def _flat(lines: Sequence[str]) -> bytes:
    text = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return (
        f"<office:document {made_files.ODF}><office:body><office:text>{text}</office:text></office:body>"
        "</office:document>"
    ).encode()


def _sheet(rows: str) -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in csv.reader(rows.splitlines()):
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def _book() -> bytes:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    parts = {"META-INF/container.xml": container, "a.opf": package, "a.xhtml": _PAGE}
    return made_files.zipped({"mimetype": "application/epub+zip", **parts})


def files(numbers: Sequence[int]) -> Iterator[tuple[str, int, bytes]]:
    """Yield ending, seed and bytes of mutated files, the endings in turn; the same number gives the same file."""
    whole = sorted(seeds().items())
    for number in numbers:
        suffix, data = whole[number % len(whole)]
        yield suffix, number, mutated(data, random.Random(number))


def run(numbers: Sequence[int], folder: Path, refusals: Counter[str], slow_s: float = inf) -> Iterator[Found]:
    """Read mutated files and yield those at which the importers failed; `refusals` counts what was said of each."""
    path = folder / "file"
    failures = {str(make(path).sentence) for make in (worker.too_long, worker.too_much, worker.not_expected)}
    with Drafts() as drafts:
        for suffix, number, data in files(numbers):
            path = folder / f"file{suffix}"
            path.write_bytes(data)
            began, sentence = time.monotonic(), ""
            try:
                for kept in drafts.read(path):
                    if isinstance(kept, ImportFailed):
                        sentence = kept.sentence if sentence not in failures else sentence
                    else:
                        kept.load()
            except ImportFailed as refused:
                sentence = refused.sentence
            refusals[sentence or "read"] += 1
            if sentence in failures or time.monotonic() - began > slow_s:
                yield Found(path.name, number, sentence or f"took {time.monotonic() - began:.1f} s", data)
            drafts.forget()


def main() -> int:
    """Run as many files as are asked for, from the seed that is, and keep those that fail in `build/fuzz`."""
    count, first = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 0
    KEPT.mkdir(parents=True, exist_ok=True)
    began, failed, refusals = time.monotonic(), 0, Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for found in run(range(first, first + count), Path(folder), refusals, _SLOW_S):
            failed += 1
            kept = KEPT / f"{found.seed}{Path(found.name).suffix}"
            kept.write_bytes(found.data)
            print(f"{kept}: {found.sentence}", flush=True)
    print(f"{count} files in {time.monotonic() - began:.0f} s, {failed} failed, {refusals['read']} read")
    print("\n".join(f"{times:7} {sentence}" for sentence, times in refusals.most_common(20)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
