"""Words and their true places."""

from __future__ import annotations

import doctest
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search import analysis, query
from corpus.search.analysis import SMALL, WordAnalyzer, chunk_tokens, fold, joinable, tokens, wild_words


def said(text: str) -> list[str]:
    return [token.term for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("L’Expérience", ["experience"]),
        ("d'expérience, j'aime, qu'Amazon", ["experience", "aime", "amazon"]),
        ("c'est qu'il n'y a pas d'un", ["c", "est", "qu", "il", "n", "y", "a", "pas", "d", "un"]),
        ("aujourd’hui, qu'aujourd'hui", ["aujourd'hui", "aujourd'hui"]),
        ("Y a-t-il ? Va-t-il…", ["y", "a", "t", "il", "va", "t", "il"]),
        ("omni-canal omni‑canal", ["omni", "canal", "omni", "canal"]),
        ("jusqu'à lorsqu'on presqu'île", ["jusqu", "a", "lorsqu", "on", "presqu", "ile"]),
        ("l'œuf, les ŒUFS, ex æquo", ["oeuf", "les", "oeufs", "ex", "aequo"]),
        ("3,5 % en 2019, m² et n° 4", ["3", "5", "en", "2019", "m2", "et", "n", "4"]),
        ("don't customer's R&D", ["don", "t", "customer", "s", "r", "d"]),
        ("snake_case ''quoted'' _x_", ["snake", "case", "quoted", "x"]),
        ("İstanbul STRASSE straße ﬁn", ["istanbul", "strasse", "strasse", "fin"]),
        ("client·e·s client.e.s client-e-s client(e)s CLIENT(E)(S) client•es", ["clients"] * 6),
        ("une élu·e, l'étudiant(e), un·e", ["une", "elu", "etudiant", "un"]),
        ("tou·te·s heureux·se·s ceux·elles premier·ère·s", ["tous", "heureux", "ceux", "premiers"]),
        ("acteur.rice, lecteurs·rices, professionnel.le.s", ["acteur", "lecteurs", "professionnels"]),
        ("dit-elle fin.elle prends-le water-ice", ["dit", "elle", "fin", "elle", "prends", "le", "water", "ice"]),
        ("amazon.es i.e. client(s) e-mail", ["amazon", "es", "i", "e", "client", "s", "e", "mail"]),
        ("", []),
        ("😀 — !", []),
    ],
)
def test_words(text: str, terms: list[str]) -> None:
    assert said(text) == terms


def test_composed_and_decomposed_text_have_the_same_words_at_their_own_places() -> None:
    composed = "😀 L’été, à l'école : déjà"
    decomposed = unicodedata.normalize("NFD", composed)
    assert said(composed) == said(decomposed)
    for one, other in zip(tokens(composed), tokens(decomposed), strict=True):
        assert unicodedata.normalize("NFC", decomposed[other.start : other.end]) == composed[one.start : one.end]


def test_soft_hyphens_and_invisible_characters_do_not_cut_a_word() -> None:
    text = "expé\u00adrience \u200bclient\ufeffèle"
    assert [(t.term, text[t.start : t.end]) for t in tokens(text)] == [
        ("experience", "expé\u00adrience"),
        ("clientele", "client\ufeffèle"),
    ]


def test_a_letter_that_folds_to_nothing_is_no_part_of_the_word_after_it() -> None:
    assert [(t.term, t.start, t.end) for t in tokens("\uff9eabc dé\uff9e")] == [("abc", 1, 4), ("de", 5, 8)]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aé'’- l\n\t\x1c\x85\xa0\u2009\u2028\u200b½"))))
def test_words_are_the_same_read_chunk_by_chunk_between_white_spaces(text: str) -> None:
    found = tokens(text)
    assert [token.term for chunk in text.split() for token in chunk_tokens(chunk)] == [token.term for token in found]
    places = {number: (token.start, token.end) for number, token in enumerate(found)}
    assert analysis.places_of(text, range(len(found) + 3)) == places
    assert analysis.places_of(text, list(places)[::-2]) == {number: places[number] for number in list(places)[::-2]}


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aéœ'’-_ l\u0301\u00ad\u200b½¼㎏ﬁŉ⑴ßİ😀"))))
def test_each_word_is_what_stands_at_its_place(text: str) -> None:
    found = tokens(text)
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        said = fold(text[token.start : token.end])
        assert token.term in said or said.startswith(token.term.removesuffix("s"))  # one of several, for both genders
    assert all(before.end <= token.start for before, token in pairwise(found))


def test_no_character_stands_for_two_words() -> None:
    for point in (*range(0xD800), *range(0xE000, 0x30000)):
        for text in (chr(point), f"a{chr(point)}\u00adb"):
            found = tokens(text)
            assert all(before.end <= token.start < token.end <= len(text) for before, token in pairwise(found)), text
    assert [(t.term, t.start, t.end) for t in tokens("¼\u00ad tasse, ﬁn")] == [
        ("¼", 0, 2),
        ("tasse", 3, 8),
        ("fin", 10, 12),
    ]


def test_a_word_for_both_genders_stands_where_all_of_it_does_also_with_accents_of_their_own() -> None:
    for text in ("aux salarié·e·s, oui", unicodedata.normalize("NFD", "aux salarié·e·s, oui")):
        found = [(token.term, text[token.start : token.end]) for token in tokens(text)]
        assert found == [("aux", "aux"), ("salaries", text[4:-5]), ("oui", "oui")]


@given(st.text())
def test_words_do_not_depend_on_what_stands_around(text: str) -> None:
    assert said(text + " \n " + text) == said(text) * 2


@given(st.text(alphabet="abéœ'’-l qu·es"))
def test_a_query_reads_words_as_a_text_does(text: str) -> None:
    assert wild_words(text) == said(text)


def test_wildcards_count_as_letters() -> None:
    assert wild_words("L'exp*") == ["exp*"]
    assert wild_words("omni-ca?al ***tion ? ??") == ["omni", "ca?al", "*tion"]


def test_compounds() -> None:
    assert joinable("omni", "canal")
    assert joinable("e", "commerce")
    assert not joinable("par", "le")
    assert not joinable("de", "main")
    assert not joinable("2019", "clients")
    assert joinable("1", "200")
    assert joinable("120", "000")
    assert not joinable("0", "200")
    assert not joinable("2019", "300")
    assert not joinable("12", "30")


def test_small_words_are_folded() -> None:
    assert all(chunk_tokens(word)[0].term == word for word in SMALL)


def test_whoosh_gets_the_same_words() -> None:
    analyzer = WordAnalyzer()
    text = "L'été, c'est omni-canal"
    found = [(t.text, t.pos, text[t.startchar : t.endchar]) for t in analyzer(text, positions=True, chars=True)]
    assert found == [("ete", 0, "été"), ("c", 1, "c"), ("est", 2, "est"), ("omni", 3, "omni"), ("canal", 4, "canal")]
    assert [t.text for t in analyzer("Été*", tokenize=False)] == ["ete*"]


@pytest.mark.parametrize("module", [analysis, query])
def test_examples(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # wider than the signature on purpose
