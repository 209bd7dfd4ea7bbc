"""Secrets are found however they are written, and what stands there leaves a text readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.moment.hiding import Hiding, Secret
from coding.moment.misspelling import Misspellings, one_apart
from coding.moment.spellings import of_name

WORDS = frozenset({"orange", "rose", "pierre", "carrefour", "tour", "marchand", "le", "de", "client"})


def common(word: str) -> bool:
    return not WORDS.isdisjoint((word, word.rstrip("sx")))


def masked(said: str, *secrets: Secret, language: str = "fr", public: tuple[str, ...] = ()) -> str:
    hiding, parts, at = Hiding(secrets, language=language, common=common, public=public), list[str](), 0
    for start, end, shown in hiding.found(said):
        parts += [said[at:start], shown]
        at = end
    return "".join([*parts, said[at:]])


FIRM, PERSON = "[entreprise 4]", "[participant 7]"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("chez Carrefour", "chez [entreprise 4]"),
        ("les prix de Carrefour", "les prix d'[entreprise 4]"),
        ("De Carrefour", "D'[entreprise 4]"),
        ("ceux du Carrefour, au Carrefour", "ceux de l'[entreprise 4], à l'[entreprise 4]"),
        ("le Carrefour d'Anne", "l'[entreprise 4] de [participant 7]"),
        ("je crois qu’Anne", "je crois que [participant 7]"),
        ("je crois que Carrefour", "je crois qu'[entreprise 4]"),
        ("un carrefour dangereux", "un carrefour dangereux"),
        ("monde Carrefour", "monde [entreprise 4]"),
    ],
)
def test_words_before_a_name_agree_with_what_stands_there(said: str, expected: str) -> None:
    assert masked(said, Secret("Carrefour", FIRM, noun=True), Secret("Anne", PERSON)) == expected


def test_in_english_nothing_but_the_name_changes() -> None:
    said = "the prices of Carrefour's shops, de Carrefour"
    assert masked(said, Secret("Carrefour", FIRM), language="en") == (
        "the prices of [entreprise 4]'s shops, de [entreprise 4]"
    )


def test_an_article_is_not_doubled() -> None:
    assert masked("dans l'Oréal et la Redoute", Secret("Oréal", "[l'entreprise]"), Secret("Redoute", "[la firme]")) == (
        "dans [l'entreprise] et [la firme]"
    )


@pytest.mark.parametrize("said", ["Marchetti", "Marcheti", "Marchetty", "Marchettti", "Marhcetti", "marchettis"])
def test_one_wrong_letter_makes_no_difference(said: str) -> None:
    assert masked(f"Mme {said} vient", Secret("Marchetti", PERSON)) == f"Mme {PERSON} vient"


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_signs_that_nobody_sees_break_no_name(sign: str) -> None:
    said = f"Mme {sign}Mar{sign}chet{sign}ti{sign}, d’An{sign}ne"
    assert masked(said, Secret("Marchetti", PERSON), Secret("Anne", "[entreprise 4]")) == (
        f"Mme {sign}{PERSON}{sign}, d’[entreprise 4]"
    )
    hiding = Hiding([Secret("Anne", PERSON)], language="fr", common=common)
    assert hiding.replaced_in([f"vien{sign}dra", f"An{sign}ne"]) == [f"vien{sign}dra", PERSON]


@pytest.mark.parametrize("said", ["obrien", "OBrien", "O’Brien", "o brien", "Mary  O'Brien", "O'Briens", "OBrienn"])
def test_a_name_with_an_apostrophe_is_found_however_it_is_typed(said: str) -> None:
    assert masked(f"avec {said} hier", *of_name("Mary O'Brien", PERSON, "fr")) == f"avec {PERSON} hier"


@pytest.mark.parametrize(
    "said", ["Lecoeur", "LECŒUR", "lecœur", "Jean Luc Lecoeur", "JeanLuc", "Jean - Luc", "Lecouer"]
)
def test_ligatures_and_hyphens_make_no_difference(said: str) -> None:
    assert masked(f"avec {said} hier", *of_name("Jean-Luc Lecœur", PERSON, "fr")) == f"avec {PERSON} hier"


def test_a_word_of_the_language_and_the_name_of_another_are_no_misspelling() -> None:
    secret = Secret("Marchant", PERSON)
    assert masked("un marchand, Marchart", secret) == f"un marchand, {PERSON}"
    assert masked("Mme Marchart", secret, public=("Léa Marchart",)) == "Mme Marchart"


def test_initials_are_a_name_with_capitals_and_dots_only() -> None:
    secrets = (Secret("A Souchet", PERSON, upper=True), Secret("A S", PERSON, upper=True), Secret("Souchet", PERSON))
    assert masked("A. Souchet, A.S. : elle a s'est dit, A S", *secrets) == (
        f"{PERSON}, {PERSON}. : elle a s'est dit, A S"
    )


def test_what_is_several_peoples_names_them_all() -> None:
    secrets = (Secret("Anne", "[participant 3]"), Secret("Anne", "[participant 8]"))
    assert masked("avec Anne", *secrets) == "avec [participant 3 ou participant 8]"


def test_a_first_name_of_many_goes_with_the_name_behind_it() -> None:
    people = [Secret("Anne", f"[participant {n}]") for n in range(3, 9)]
    name = Secret("Gallet", "[participant 5]")
    assert masked("Anne, puis Anne Galet et Anne Le Gallet", *people, name) == (
        "[participant], puis [participant 5] et [participant 5]"
    )
    assert masked("Anne", people[0], Secret("Anne", "[entreprise 4]")) == "[participant 3 ou entreprise 4]"
    assert masked("Anne", *people, Secret("Anne", "[entreprise 4]")) == "[…]"


def test_a_common_word_of_a_firms_name_begins_a_sentence_as_any_word_does() -> None:
    firm = (Secret("Pierre Directe", FIRM), Secret("Pierre", FIRM, noun=True, part=True))
    assert masked("Pierre-feuille. Pierre qui roule, chez Pierre, Pierre Directe", *firm) == (
        "Pierre-feuille. Pierre qui roule, chez [entreprise 4], [entreprise 4]"
    )


def test_names_that_swap_and_replacements_that_occur_in_the_text_are_put_once() -> None:
    secrets = (Secret("Luc", "[Anne]"), Secret("Anne", "[Luc]"))
    assert masked("Luc et Anne, [Luc]", *secrets) == "[Anne] et [Luc], [[Anne]]"


def test_a_word_of_a_places_name_goes_where_it_stands_alone() -> None:
    place = (
        Secret("Quai Kerdoncuff", "[lieu 3]"),
        *(Secret(word, "[lieu 3]", alone=True) for word in ("Quai", "Kerdoncuff")),
    )
    hiding = Hiding(place, language="fr", common=lambda word: word == "quai")
    for listed in ("Kerdoncuff", " kerdoncuff,"):  # among the words of a reason, or in a list of words
        assert (
            hiding.replaced(listed).strip(" ,") == hiding.replaced_in(["le quai", listed])[1].strip(" ,") == "[lieu 3]"
        )
    assert hiding.replaced("Quai") == "Quai"
    assert hiding.replaced("la famille Kerdoncuff") == "la famille Kerdoncuff"


def test_names_in_longer_words_stay() -> None:
    assert masked("Rosemonde, prose, Rosé", Secret("Rose", PERSON, noun=True)) == f"Rosemonde, prose, {PERSON}"


def test_ten_thousand_names_are_hidden_at_once() -> None:
    ends = ("ard", "et", "oux", "ier", "eau")
    begun = [f"{a}{b}" for a in "BCDFGL" for b in ("ra", "lou", "mi", "né")]
    names = [f"{a}{b}{c}{d}" for a in begun for b in "bcdfgjklmnprstvz" for c in "aeiou" for d in ends]
    secrets = [Secret(one, f"[personne {n}]") for n, one in enumerate((*names, *(f"{one}sy" for one in names[:400])))]
    assert len(secrets) == 10_000
    hiding = Hiding(secrets, language="fr", common=common)
    said = f"Mme {names[0]} et {names[9_599].upper()}, chez {names[5_000][:-1]}, prose et rosée"
    assert hiding.replaced(said) == "Mme [personne 0] et [personne 9599], chez [personne 5000], prose et rosée"


@pytest.mark.parametrize(
    ("said", "name", "expected"),
    [
        ("אמר משה כהן 😀 אתמול", "משה כהן", "אמר [participant 7] 😀 אתמול"),
        ("قال أحمد الزهراني: نعم", "أحمد الزهراني", "قال [participant 7]: نعم"),
        ("👩🏽‍🌾Zoé👩🏽‍🌾 et ‮Zoé‬", "Zoé", "👩🏽‍🌾[participant 7]👩🏽‍🌾 et ‮[participant 7]‬"),
        ("李明说", "李明说", "[participant 7]"),
    ],
)
def test_names_from_right_to_left_and_beside_emoji(said: str, name: str, expected: str) -> None:
    assert masked(said, Secret(name, PERSON), language="en") == expected


LETTERS = st.text(alphabet="aàbcdeéf -'’&😀١א.AÀÉ\n", max_size=40)


@given(LETTERS, st.lists(LETTERS, max_size=5))
def test_what_is_hidden_lies_in_order_within_the_text(text: str, names: list[str]) -> None:
    found = Hiding([Secret(one, "[x]") for one in names], language="fr", common=common).found(text)
    ends = [0, *(end for _, end, _ in found)]
    assert all(before <= start < end <= len(text) for before, (start, end, _) in zip(ends, found))


@given(st.text(alphabet="abcdefgé", min_size=3, max_size=9), LETTERS, LETTERS)
def test_a_name_between_signs_is_always_found(name: str, before: str, after: str) -> None:
    text = f"{before}({name})"
    found = Hiding([Secret(name, "[x]")], language="en", common=frozenset[str]().__contains__).found(text + after)
    assert any(start <= len(before) + 1 and end >= len(before) + 1 + len(name) for start, end, _ in found)


WRITTEN = st.lists(st.sampled_from(
    ["Marchetti", "Marhcetti", "marcheti", "Anne", "d'", "De ", "La ", "Tour", "Benali2", "œuvre", "ÉÀ", " et ", "5",
     " ", ", ", "\u202f", "😀", "anne", "Annes", "chez ", "²", "L. ", "Vanier", "Vainer", "Oeuvre"]
), max_size=12).map("".join)  # fmt: skip


@given(WRITTEN)
def test_letters_of_elsewhere_in_a_text_change_nothing_of_what_is_found(text: str) -> None:
    names = ("Marchetti", "Anne La Tour", "de La Tour", "Benali", "Œuvre", "L Vanier", "Vanier", "5")
    hiding = Hiding([Secret(one, f"[{n}]") for n, one in enumerate(names)], language="fr", common=common)
    assert hiding.found(f"{text}\n\nמשה") == hiding.found(text)


@given(st.text("abcd", min_size=6, max_size=9), st.text("abcd", min_size=1, max_size=10), st.integers(0, 9))
def test_every_word_one_letter_apart_is_a_misspelling_and_no_other(name: str, other: str, at: int) -> None:
    wrong = (
        name[:at] + "x" + name[at:],
        name[:at] + "x" + name[at + 1 :],
        name[:at] + name[at + 1 :],
        name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
    )
    names = Misspellings([name, other])
    assert all(name in names.of(one) for one in wrong)
    if len(other) > 5:
        assert names.of(name) == sorted({one for one in (name, other) if one_apart(name, one)})


SAID = ("chez Carrefour", "un carrefour", "Anne et Petit", "d’Anne", "petit", "rien", "", "ł Anne", "🙂 Anne", "Anne2")


@given(st.lists(st.one_of(st.sampled_from(SAID), st.text(alphabet="Annepetit-’🙂ł 2", max_size=12)), max_size=9))
def test_many_texts_are_masked_as_each_by_itself(texts: list[str]) -> None:
    secrets = (Secret("Carrefour", FIRM, noun=True), Secret("Anne Petit", PERSON), Secret("Petit", PERSON))
    hiding = Hiding(secrets, language="fr", common=common)
    assert hiding.replaced_in(texts) == [Hiding(secrets, language="fr", common=common).replaced(one) for one in texts]


@pytest.mark.parametrize(
    "texts",
    [
        ["Nous étions là, Anne", "et Luc Petit aussi"],
        ["chez Anne", "Martin n'y est pas", "pour la", "Anne et", "Luc"],
        ["Banque directe", "la Banque", "Directe"],
    ],
)
def test_a_name_never_goes_on_from_one_text_to_the_next(texts: list[str]) -> None:
    secrets = [
        Secret("Anne Martin", "[participant 7]"),
        Secret("Anne et Luc", "[firme 2]"),
        Secret("Luc Petit", "[x 3]"),
    ]
    secrets.append(Secret("Banque", "[entreprise 4]", part=True))
    hiding = Hiding(secrets, language="fr", common=common)
    assert hiding.replaced_in(texts) == [Hiding(secrets, language="fr", common=common).replaced(one) for one in texts]
