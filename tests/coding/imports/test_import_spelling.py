"""Which unknown names are new codes, and which are a framework's code misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.codebook.tree import Node
from coding.imports.spelling import distance, meant

NAMES = {"C1": "Analyse de l'expérience client", "C2": "Stratégisation", "empathy": "Voix"}
CODES = [
    Node(n, key, name, name, f"/{name}", 0, None, 1, "meco-2019") for n, (key, name) in enumerate(NAMES.items(), 1)
] + [Node(9, None, "Irritants", "Irritants", "/Irritants", 0, None, None, None)]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("C9", "C1"),
        ("c 3", "C1"),
        ("C2. Stratégie", "C2"),
        ("C1 Analyse", "C1"),
        ("meco-2019:C9", "meco-2019"),
        ("meco-2018:C1", "meco-2019"),
        ("Strategisatoin", "Stratégisation"),
        ("Analyse de l'experience cliente", "Analyse de l'expérience client"),
        ("empaty", "empathy"),
    ],
)
def test_names_near_a_framework_s_are_caught(name, near):
    assert meant(name, CODES, ["meco-2019"]) == near


@pytest.mark.parametrize(
    "name",
    ["Clients", "CA", "C", "Voie", "Irritant", "Analyse", "remarque: à revoir", "2 canaux", "Covid-19", "Stratégie"],
)
def test_other_names_are_new_codes(name):
    assert meant(name, CODES, ["meco-2019"]) is None


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_a_distance(left, right):
    found = distance(left, right, 12)
    assert found == distance(right, left, 12)
    assert (found == 0) == (left == right)
    assert abs(len(left) - len(right)) <= found <= max(len(left), len(right))
    assert distance(left, right, 1) == min(found, 2)
