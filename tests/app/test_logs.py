"""What the log file says of an error: where, never its words."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path

import pytest

from app import logs
from app.logs import Discreet
from app.settings import Settings, folder

SECRET = "les mots d'un entretien"


def failed_record() -> logging.LogRecord:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError:
        return logging.LogRecord("app", logging.ERROR, __file__, 1, "it failed", None, sys.exc_info())


def test_an_error_is_told_by_kind_and_place_alone() -> None:
    said = Discreet().format(failed_record())
    assert SECRET not in said
    assert said.startswith("it failed\n")
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "in failed_record" in said


def test_what_another_handler_wrote_of_the_error_is_not_taken_over() -> None:
    record = failed_record()
    assert SECRET in logging.Formatter().format(record)
    assert SECRET in (record.exc_text or "")
    assert SECRET not in Discreet().format(record)
    assert SECRET in (record.exc_text or "")  # the other handler's, and none of our business
    record.exc_info = None  # as a record that came through a queue
    record.stack_info = SECRET
    assert Discreet().format(record) == "it failed"


@pytest.mark.parametrize("first", [True, False])
def test_the_order_of_handlers_does_not_matter(first: bool) -> None:
    log = logging.getLogger("verbatim.discreet")
    log.propagate = False
    ours, other = (logging.StreamHandler(io.StringIO()) for _ in range(2))
    ours.setFormatter(Discreet())
    for handler in (ours, other) if first else (other, ours):
        log.addHandler(handler)
    try:
        log.handle(failed_record())
    finally:
        for handler in (ours, other):
            log.removeHandler(handler)
    assert SECRET not in ours.stream.getvalue()
    assert SECRET in other.stream.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="the profile sees to it")
@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_log_and_settings_are_their_persons_alone_and_those_of_before_become_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int
) -> None:
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    before = os.umask(umask)
    root, handlers = logging.getLogger(), set(logging.getLogger().handlers)
    try:
        for kind in ("cache", "config", "data"):
            folder(kind).chmod(0o755)
        logs.path().write_text("x" * (1 << 21))
        logs.path().chmod(0o644)
        logs.start()
        root.warning("a line")
        Settings().set("theme", "dark")
        folder("data")
        assert [path for path in tmp_path.rglob("*") if path.stat().st_mode & 0o077] == []
        assert {path.name for path in tmp_path.rglob("*.*")} == {"verbatim.log", "verbatim.old.log", "settings.json"}
    finally:
        os.umask(before)
        for handler in set(root.handlers) - handlers:
            root.removeHandler(handler)
            handler.close()
