"""How the program begins: quickly, with little imported, and never by an abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import logs
from app.__main__ import main
from tests.waiting import HANG_S

ROOT = Path(__file__).resolve().parents[2]
LATE = ("sqlalchemy", "spacy", "numpy", "click", "rich", "lxml", "whoosh", "docx", "coding", "qtawesome")


def run_python(code: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    chosen = {**os.environ, **{key: value for key, value in environment.items() if value is not None}}
    for key, value in environment.items():
        if value is None:
            chosen.pop(key, None)
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=chosen, capture_output=True, text=True, timeout=HANG_S
    )


def test_the_window_is_painted_before_anything_heavy_is_imported() -> None:
    code = f"""
import sys
from app.shell.starting import application
qt = application()
from app.hub import Hub; from app.shell.main_window import Window; from app.settings import Settings
window = Window(Hub(Settings()))
window.begin(None)
window.painted.connect(lambda: (print([name for name in {LATE} if name in sys.modules]), window.close()))
window.show()
sys.exit(qt.exec())
"""
    done = run_python(code)
    assert done.stdout.strip() == "[]", done.stderr
    assert done.returncode == 0


def test_a_project_named_on_the_command_line_is_opened(study: Path) -> None:
    code = f"""
import sys
from PySide6.QtCore import QTimer
import app.shell.main_window as shell
opened = shell.Window._project_opened
def then(self):
    opened(self)
    print(self.windowTitle())
    QTimer.singleShot(0, self.close)
shell.Window._project_opened = then
from app.__main__ import main
sys.exit(main(["open", {str(study)!r}]))
"""
    done = run_python(code)
    assert done.stdout.strip() == "Study of shops", done.stderr
    assert done.returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_one_sentence_and_no_abort() -> None:
    code = "import sys; from app.__main__ import main; sys.exit(main([]))"
    done = run_python(code, QT_QPA_PLATFORM=None, DISPLAY=None, WAYLAND_DISPLAY=None)
    assert (done.returncode, done.stdout) == (3, "")
    assert "no screen" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize("platform", ["xcb", "no-such-platform"])
def test_a_screen_that_is_not_there_is_no_abort_either(platform: str) -> None:
    code = "import sys; from app.__main__ import main; sys.exit(main([]))"
    done = run_python(code, QT_QPA_PLATFORM=platform, DISPLAY=":987", WAYLAND_DISPLAY=None)
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith("Verbatim can't")
    assert len(done.stderr.splitlines()) == 1


def test_a_library_that_is_missing_is_named() -> None:
    code = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, Missing())
from app.__main__ import main
sys.exit(main([]))
"""
    done = run_python(code)
    assert (done.returncode, done.stdout) == (3, "")
    assert "libEGL.so.1 is missing" in done.stderr


def test_all_else_goes_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        sys.exit(main(["--help"]))
    assert ended.value.code in (0, None)
    assert "verbatim" in capsys.readouterr().out.lower()


def test_the_log_says_where_and_never_what(tmp_path: Path) -> None:
    code = """
import logging
from app import logs
logs.start()
told = []
logs.catch(lambda: told.append(1))
import sys
try:
    try:
        raise KeyError("she said in confidence")
    except KeyError as first:
        raise ValueError("the words of an interview") from first
except ValueError:
    sys.excepthook(*sys.exc_info())
print(told, logs.path())
"""
    done = run_python(code, XDG_CACHE_HOME=str(tmp_path))
    assert done.stdout.startswith("[1] "), done.stderr
    text = (tmp_path / "verbatim" / "verbatim.log").read_text("utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "<string>:12 in <module>" in text
    assert "confidence" not in text
    assert "interview" not in text


def test_a_long_log_begins_anew(tmp_path: Path) -> None:
    code = "from app import logs; logs.start(); import logging; logging.getLogger('app').warning('fresh')"
    log = tmp_path / "verbatim" / "verbatim.log"
    log.parent.mkdir()
    log.write_bytes(b"x" * (logs._SIZE + 1))
    assert run_python(code, XDG_CACHE_HOME=str(tmp_path)).returncode == 0
    assert "fresh" in log.read_text("utf-8")
    assert len(log.read_text("utf-8")) < 200
    assert log.with_name("verbatim.old.log").stat().st_size > logs._SIZE


def test_an_unexpected_error_is_told_once(window: object) -> None:
    from PySide6.QtWidgets import QMessageBox

    window.unexpected.emit()  # type: ignore[attr-defined]  # there at run time
    window.unexpected.emit()  # type: ignore[attr-defined]  # there at run time
    [box] = [box for box in window.findChildren(QMessageBox) if box.isVisible()]  # type: ignore[attr-defined]  # there at run time
    assert str(logs.path()) in box.informativeText()
    box.close()
