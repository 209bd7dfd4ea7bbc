"""Co-occurrence of codes: on the same words, in a turn, within some turns; c, and when it is distorted."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import codebook, codings
from coding.exports import cooccurrences
from coding.exports.matrices import names as exported
from coding.moment.moment import Moment
from coding.tables import matrices
from coding.tables.cooccurrence import Meets, Together, cooccurrence, opened
from corpus.errors import WorkbenchError
from tests.coding.support import make_study

TALK = "\n\n".join(f"ANNE : Le rayon numéro {n} est vide, et la caisse attend." for n in range(12))


def _behind(moment: Moment, one: int, other: int, how: Meets) -> list[str]:
    return [moment.text(item.document)[item.start : item.end] for item in opened(moment, one, other, how)]


def test_codes_meet_on_words_in_turns_and_near_by(tmp_path: Path) -> None:
    study = make_study(tmp_path, texts={"Un": TALK, "Deux": "LUC : Tout est vide."})
    project = study.project
    a, b, c, d = (codebook.add(project, name) for name in "abcd")
    for code, document, words in (
        (a, "Un", "rayon numéro 0 est"),
        (b, "Un", "numéro 0"),
        (b, "Un", "rayon numéro 3"),
        (c, "Un", "numéro 2"),
        (a, "Un", "rayon numéro 5"),
        (d, "Deux", "vide"),
        (a, "Deux", "est vide"),
    ):
        codings.apply(project, code, study.words(document, words))
    moment = Moment.of(project)
    found = {(one.first, one.second): one for one in cooccurrence(moment)}
    assert found == {
        (a, b): Together(a, b, words=1, turns=1, near=2, one=3, other=2),
        (a, d): Together(a, d, words=1, turns=1, near=1, one=3, other=1),
        (b, c): Together(b, c, words=0, turns=0, near=2, one=2, other=1),
        (a, c): Together(a, c, words=0, turns=0, near=1, one=3, other=1),
    }
    assert found[a, b].c == pytest.approx(1 / 4)
    assert _behind(moment, a, b, "words") == _behind(moment, a, b, "turns") == ["rayon numéro 0 est", "numéro 0"]
    near = ["rayon numéro 0 est", "numéro 0", "rayon numéro 3", "rayon numéro 5"]
    assert _behind(moment, a, b, "near") == near
    assert _behind(moment, b, c, "turns") == []
    assert [one.near for one in cooccurrence(moment, [a, b], near=0)] == [1]
    for cell, number in (("same-words", 1), ("near", 2), ("c", 0.25)):
        matrix = matrices.build(moment, "codes", "codes", cell)
        place = [label.key for label in matrix.rows]
        at = place.index(a), place.index(b)
        assert (matrix.values[at], matrix.values[at[::-1]]) == (number, number)
        assert len(matrix.opened(*at)) == (4 if cell == "near" else 2)
    assert exported(matrix)[place.index(a)] == "a (n = 3)"
    with pytest.raises(WorkbenchError, match="codes"):
        matrices.build(moment, "documents", "codes", "c")
    for n in range(6, 12):
        codings.apply(project, a, study.words("Un", f"rayon numéro {n}"))
    assert [one.warned for one in cooccurrence(moment.now(), [a, c])] == [True]
    (table,) = cooccurrences.report(moment).sections
    assert table.rows[0] == ("a", "b", 1, 1, 2, 3, 2, 0.25, "")
    project.close()


def test_c_is_that_of_the_manual() -> None:
    """ATLAS.ti's manual of version 22: codes of 100 and 10 quotations with 5 in common, c = 5 / 105 = .048."""
    pair = Together(1, 2, words=0, turns=5, near=5, one=100, other=10)
    assert pair.c == pytest.approx(0.048, abs=5e-4)
    assert pair.warned, "one is ten times as frequent"
