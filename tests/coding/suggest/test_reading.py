"""Texts read by spaCy: words at their places, cues in any inflection, turns cut without loss."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.suggest import pipeline, turns
from coding.suggest.features import Features, Lexicon
from corpus.words import folded

ROOT = Path(__file__).resolve().parents[3]
FRENCH = pipeline.load("fr", {7: ["observer les clients", "Tableau de bord"]})
ANY = pipeline.load("de")


def words_of(text: str, language: str = "fr") -> list[str]:
    lexicon = Lexicon()
    reading = lexicon.read((FRENCH if language == "fr" else ANY)(text))
    return [lexicon.words[word] for word in reading.words.tolist()]


def test_french_is_cut_at_elisions_and_inversions() -> None:
    assert words_of("Aujourd'hui l’équipe qu'on a, c'est-à-dire l'Œuvre, pense-t-il au rendez-vous ?") == [
        "aujourd'hui", "l", "equipe", "qu", "on", "a", ",", "c'est-a-dire", "l", "oeuvre", ",", "pense", "t-il",
        "au", "rendez-vous", "?",
    ]  # fmt: skip


def test_french_needs_not_the_language_that_takes_seconds_to_build() -> None:
    code = (
        "import sys; from coding.suggest import pipeline; pipeline.load('fr')('bonjour');"
        "print('spacy.lang.fr.tokenizer_exceptions' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_asking_for_suggestions_imports_spacy_no_earlier_than_needed() -> None:
    code = "import sys, coding.suggest.suggestions; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("On observe les clients au TABLEAU DE BORD.", {"observe les clients", "TABLEAU DE BORD"}),
        ("Nous observer les client, tableaux de bord", {"observer les client", "tableaux de bord"}),
        ("On observe des clients et un tableau noir.", set()),
    ],
)
def test_cues_are_found_in_any_case_and_inflection(text: str, cues: set[str]) -> None:
    lexicon = Lexicon()
    reading = lexicon.read(FRENCH(text))
    assert {text[reading.starts[a] : reading.ends[b - 1]] for a, b, _ in reading.cues} == cues
    assert len(reading.cues) == len(cues)


def test_a_language_without_tables_is_read_all_the_same() -> None:
    assert words_of("Die Kundin wartet, 客户 wartet 👩‍🔧", "de")[:4] == ["die", "kundin", "wartet", ","]


@given(st.text(max_size=80))
def test_words_and_sentences_stand_where_they_say(text: str) -> None:
    lexicon = Lexicon()
    reading = lexicon.read(FRENCH(text))
    assert len(reading.words) == len(reading.starts) == len(reading.ends) == len(reading.follows)
    for word, start, end in zip(reading.words.tolist(), reading.starts.tolist(), reading.ends.tolist(), strict=True):
        assert 0 <= start < end <= len(text)
        assert lexicon.words[word] in folded(text[start:end])
    previous = 0
    for start, end in reading.sentences:
        assert previous <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        previous = end


@given(st.lists(st.sampled_from(["mot", "fin.", "et\n", "Alors ?", "📈"]), min_size=1, max_size=900))
def test_long_stretches_are_cut_without_losing_a_word(words: list[str]) -> None:
    text = "Marque : " + " ".join(words)
    cut = turns.parts(text, 9, len(text))
    assert " ".join(text[start:end] for start, end in cut).split() == text[9:].split()
    assert all(len(text[start:end].split()) <= 320 for start, end in cut)
    assert cut == sorted(cut)


def test_no_text_at_all_makes_a_vocabulary_of_nothing() -> None:
    lexicon = Lexicon()
    features = Features.fit(lexicon, [])
    rows = features.rows([lexicon.read(FRENCH("")), lexicon.read(FRENCH("   \n")), lexicon.read(FRENCH("mot"))])
    assert len(rows) == 3
    assert np.isfinite(rows.word_scale).all()
    assert np.isfinite(rows.letter_scale).all()
