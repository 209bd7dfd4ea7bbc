"""Building the sample study: stopped at any step it leaves no file, and says what it quotes wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import sample
from corpus.errors import Cancelled, WorkbenchError


@pytest.mark.parametrize("step", range(sample.STEPS))
def test_a_build_that_is_stopped_leaves_no_file(tmp_path: Path, step: int) -> None:
    def stop(done: int, _total: int, _doing: str = "") -> None:
        if done == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        sample.build(tmp_path / "sample.verbatim", stop, coder="Ada")
    assert list(tmp_path.iterdir()) == []


def test_a_quote_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head, halves = sample._read()
    coding = {**halves[0]["coding"][0], "quote": "des mots que personne n'a dits"}
    monkeypatch.setattr(sample, "_read", lambda: (head, ({**halves[0], "coding": [coding]},)))
    with pytest.raises(WorkbenchError, match=f"quotes words that {coding['document']} does not hold once"):
        sample.build(tmp_path / "sample.verbatim", coder="Ada")
    assert list(tmp_path.iterdir()) == []
