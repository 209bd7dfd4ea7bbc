"""The account of an erasure: every kind of row has a word in both languages, or goes with another that has."""

from __future__ import annotations

from coding import erasures
from coding.exports import plain
from corpus.erasing.erasing import Erased
from corpus.store import history

# Rows that a person knows as a part of what is named, or in which no words of anybody's are.
_PARTS = frozenset(
    {
        "assignment", "belonging", "coder", "draw", "drawn", "foreign_id", "grouping_member", "memo_target",
        "participation", "passage", "reading", "replacement",
    }
)  # fmt: skip


def test_every_kind_of_row_has_a_word_in_both_languages() -> None:
    tables = {table.name for table in history.watched_tables()}
    assert tables - erasures.KINDS["en"].keys() == _PARTS
    assert list(erasures.KINDS["en"]) == list(erasures.KINDS["fr"])


def test_what_is_to_be_done_still_is_named_and_that_it_may_name_somebody() -> None:
    found = Erased("Luc", {"coding": 2}, 0, {}, {"memo": 1}, (), media=("/a.mp3",), in_vivo=("Au quaxo",))
    said = plain.text(erasures.account(found, "fr", unfinished=("Une copie reste.",))).replace("\u00a0", " ")
    assert "Ce que d’autres ont écrit, avec […] à la place de ses mots\n– Mémos : 1\n" in said
    assert "Hors d’atteinte, ou encore là\nUne copie reste.\nVos propres copies" in said
    assert "Le code Au quaxo porte ses mots ; renommez-le.\nL’enregistrement /a.mp3 est hors du projet" in said
    assert said.endswith("ne les gardez pas plus longtemps que nécessaire.")
    assert "may name" not in plain.text(erasures.account(Erased("Luc", {}, 0, {}, {}, ()), "en"))
