"""What all tests share: no screen, no trace in the person's own folders, fast temporary folders, real interviews."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import settings

# Read when Qt is first imported, so before any test module is.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
# As the program has it: more threads of NumPy's wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

settings.register_profile("default", deadline=None, max_examples=50, print_blob=True)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_MEMORY = Path("/dev/shm")
_ROOM_WANTED = 2 << 30
_OURS = "verbatim-tests-"
_PERSONAL_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_made: list[Path] = []


class _First:
    """Chance that always takes the first, so that tests can tell who is called by which number."""

    def choice(self, seq: Sequence[int]) -> int:
        return seq[0]


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Put temporary folders in memory where there is room, and the person's folders among them."""
    if not config.option.basetemp and _memory_has_room():
        _clear_what_killed_runs_left()
        folder = Path(tempfile.mkdtemp(prefix=f"{_OURS}{os.getpid()}-", dir=_MEMORY))
        _made.append(folder)
        config.option.basetemp = folder / "tests"
    from corpus.people import lots

    lots.chance = _First()
    home = Path(tempfile.mkdtemp(prefix="verbatim-home-", dir=_made[0] if _made else None))
    _made.append(home)
    for variable in _PERSONAL_FOLDERS:
        os.environ[variable] = str(home / variable.removeprefix("XDG_").removesuffix("_HOME").lower())


def _memory_has_room() -> bool:
    return os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM_WANTED


def _clear_what_killed_runs_left() -> None:
    """Remove the folders of runs whose process is gone: memory that nobody else gives back."""
    for folder in _MEMORY.glob(f"{_OURS}*-*"):
        process = folder.name.removeprefix(_OURS).partition("-")[0]
        if process.isdecimal() and not Path("/proc", process).exists():
            shutil.rmtree(folder, ignore_errors=True)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    while _made:
        shutil.rmtree(_made.pop(), ignore_errors=True)


@pytest.fixture(autouse=True)
def _no_settings_from_another_test() -> None:
    shutil.rmtree(os.environ["XDG_CONFIG_HOME"], ignore_errors=True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real interviews that may lie beside the checkout; skip where it does not."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the folder of real interviews, ../shared, is not beside this checkout")
    return folder
