"""Word documents of before 2007, `.doc`: LibreOffice, where it is installed, makes `.docx` of them first."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import safety, word
from corpus.importers.reading import FileReading, Options

LONGEST_S = 60
"""How long LibreOffice may take for one file."""
_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read an old Word document; what is called .doc and is none is read as what it is, or refused with a sentence."""
    kind = safety.sniff(data)
    if kind == "docx":
        return word.read(path, data, options)
    if kind != "old-office":
        safety.check_kind(path, data, "docx")
    program = next((found for name in (*_PROGRAMS, *_ELSEWHERE) if (found := shutil.which(name))), None)
    if program is None:
        sentence = "{name} is an old Word file (.doc): open it in Word or LibreOffice and save it as .docx."
        raise ImportFailed(path, sentence, name=path.name)
    return word.read(path, _converted(path, data, program), options)


def _converted(path: Path, data: bytes, program: str) -> bytes:
    """Return the document as .docx; LibreOffice has a profile of its own, runs no macros and is ended in time."""
    with tempfile.TemporaryDirectory(prefix="verbatim-") as name:
        folder = Path(name)
        source, made = folder / "old.doc", folder / "old.docx"
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(folder),
            str(source),
        ]
        try:
            subprocess.run(
                command,
                check=False,
                timeout=LONGEST_S,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                preexec_fn=_unbound if sys.platform != "win32" else None,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _unread(path) from error
        if not made.is_file():
            raise _unread(path)
        return safety.load(made)


def _unread(path: Path) -> ImportFailed:
    sentence = "{name} is an old Word file (.doc) that LibreOffice can't read: open it in Word and save it as .docx."
    return ImportFailed(path, sentence, name=path.name)


def _unbound() -> None:
    """Let LibreOffice have the memory that a file read here may not have, and no more time than it is waited for."""
    import resource

    for limit in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        most = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most, most))
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_S if most < 0 else min(LONGEST_S, most), most))
