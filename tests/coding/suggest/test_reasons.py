"""Reasons in plain speech: words once, how often they are coded so, and what the nearest passages share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coding.suggest import code_sentences, confidence, examples, reasons
from coding.suggest.code_sentences import WrittenSentence
from coding.suggest.common_words import General
from coding.suggest.definitions import Definitions
from coding.suggest.records import Example, MatchedSentence, Reason
from coding.suggest.shared_words import shared
from coding.suggest.suggester import Suggester
from coding.suggest.texts import CodeDescription
from corpus import documents
from corpus.words import folded


def test_a_word_counts_once_wherever_it_stands_and_weak_ones_are_left_out() -> None:
    words = np.array([5, 6, 5, 7, 8, 9])
    shares = np.array([0.25, 0.375, 0.25, 0.04, -1.0, 0.75])
    telling = np.array([True, True, True, True, True, False])
    assert reasons.strongest(words, shares, telling) == [0, 1, 2]
    assert reasons.strongest(words, shares, telling, most=1) == [0, 2]
    assert reasons.strongest(words, -np.abs(shares), telling) == []


@pytest.mark.parametrize(
    ("times", "of", "written", "how"),
    [
        (2, 4, True, "often"),
        (2, 5, True, "sometimes"),
        (1, 1, False, "sometimes"),
        (0, 3, True, "written"),
        (0, 0, False, "alike"),
    ],
)
def test_how_a_word_goes_with_a_code(times: int, of: int, written: bool, how: str) -> None:
    assert Reason("stock", 0, 5, 0.5, times, of, written).how == how


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [
        ("arbitrage", "arbitrer", True),
        ("clients", "client", True),
        ("commerce", "commencer", False),
        ("stock", "stock", True),
        ("alors", "alors", False),
        ("mer", "mere", False),
        ("controleur", "controle", True),
        ("servir", "service", False),
        ("colle", "collect", False),
        ("persona", "personne", False),
        ("vendeuse", "vendeurs", True),
        ("magasiniere", "magasin", False),
    ],
)
def test_words_of_a_family_are_shared_and_small_ones_are_not(own: str, other: str, found: bool) -> None:
    assert shared([own], [other]) == (frozenset([own]) if found else frozenset())


def test_an_example_says_by_what_it_is_alike() -> None:
    assert Example(1, 0, 1, "a", 1, ("mot",), 0.0).alike == "words"
    assert Example(1, 0, 1, "a", 1, (), 0.5).alike == "meaning"
    assert Example(1, 0, 1, "a", 1, (), 0.1).alike == "little"


def test_how_often_a_word_is_coded_so_is_counted_over_what_people_coded(learned: Suggester) -> None:
    texts, given = learned.texts, examples.lifted(learned.labels, learned.codes).examples
    lexicon, befores = texts.features.lexicon, {}
    for place, turn in enumerate(texts.turns):
        befores[turn.document, turn.start] = place
    found = [one for passage in learned.suggest() for one in passage.suggestions]
    often = [reason for one in found for reason in one.evidence if reason.how == "often"]
    assert often
    for one in found[::4]:
        here = befores[one.document, one.turn[0]]
        for reason in one.evidence:
            readings = texts.before if reason.end <= one.turn[0] else texts.readings
            word = lexicon.ids[folded(reason.word).strip("'-_.")]
            coded = [place for place in given if place != here and word in readings[place].words]
            assert reason.of == len(coded)
            assert reason.times == sum(one.code in given[place] for place in coded)


def test_what_an_example_shares_stands_in_both(learned: Suggester) -> None:
    seen = 0
    for passage in learned.suggest():
        for one in (*passage.suggestions, *passage.by_definition):
            text = documents.text(learned.project, one.document)[one.start : one.end]
            for near in one.examples:
                assert near.document != one.document or near.end <= one.turn[0] or near.start >= one.turn[1]
                for word in near.shared:
                    assert word in text
                    assert folded(word)[:4] in folded(near.text)
                    seen += 1
    assert seen > 5


@pytest.mark.parametrize(
    ("part", "told", "said", "fits"),
    [
        ("cue", "deux affiches", "les affiches", False),
        ("cue", "deux affiches", "deux affiches", True),
        ("cue", "deux jours", "deux jours", False),  # days are said in a fifth of what is said
        ("cue", "le stock unifié", "un stock unifié", True),
        ("cue", "stock unifié", "un stock", False),
        ("typical", "Je regarde la machine.", "la machine", False),
        ("typical", "Je regarde la machine.", "il regardait la machine", True),
        ("include", "Machine", "la machine", True),
    ],
)
def test_a_cue_counts_when_all_of_it_is_said_and_an_example_by_two_of_its_words(
    learned: Suggester, part: str, told: str, said: str, fits: bool
) -> None:
    parts = {name: told if name == part else "" for name in ("definition", "include", "typical")}
    code = CodeDescription(1, "", "fr", None, False, "", exclude="", cues=(told,) if part == "cue" else (), **parts)
    (sentence,) = code_sentences.sentences(code)
    spoken = {word: word for word in folded(said).split()}
    matching = code_sentences.Matching(General(learned.texts, []))
    assert (matching.best([sentence], spoken) is not None) == fits


def test_words_said_everywhere_or_written_of_several_codes_are_general(learned: Suggester) -> None:
    general = General(
        learned.texts, [["budget", "equipe"], ["equipes", "film"], ["equipe"], [], [], [], [], [], [], []]
    )
    assert {"client", "clientes", "jours", "equipe"} <= {
        word for word in ("client", "clientes", "jours", "equipe") if word in general
    }
    assert not [word for word in ("budget", "film", "rupture", "nowhere") if word in general]
    assert general.weight("rupture") > general.weight("client")
    assert general.weight("budget") > general.weight("equipe")


def test_one_word_that_is_rarely_coded_so_shows_nothing_and_one_that_often_is_does(learned: Suggester) -> None:
    matching = code_sentences.Matching(General(learned.texts, []))
    one = [WrittenSentence("L'atelier", "name", frozenset(["atelier"]))]
    assert matching.best(one, {"atelier": "atelier"})
    assert matching.best(one, {"atelier": "atelier"}, rarely=["atelier"]) is None
    jours = [WrittenSentence("Des jours entiers", "definition", frozenset(["jours"]))]
    assert matching.best(jours, {"jours": "jours"}) is None
    assert matching.best(jours, {"jours": "jours"}, often=["jours"])


def test_a_rule_against_is_recalled_by_two_of_its_words_or_one_of_few(learned: Suggester) -> None:
    matching = code_sentences.Matching(General(learned.texts, []))
    rule = frozenset("rupture affiche transporteur boutique vitrine".split())
    assert matching.best([WrittenSentence("", "exclude", rule)], {"rupture": "rupture"}) is None
    assert matching.best([WrittenSentence("", "exclude", rule)], {"rupture": "rupture", "affiche": "affiche"})
    assert matching.best([WrittenSentence("", "exclude", frozenset(["rupture"]))], {"rupture": "rupture"})


def test_no_suggestion_rests_on_general_words_or_on_likeness_of_letters(learned: Suggester) -> None:
    told = {key: code_sentences.sentences(code) for key, code in learned.codes.items()}
    words = [[word for one in each for word in one.words] for each in told.values()]
    general, seen = General(learned.texts, words), 0
    for passage in learned.suggest():
        for one in (*passage.suggestions, *passage.by_definition):
            for reason in one.evidence:
                word, seen = folded(reason.word).strip("'-_."), seen + 1
                assert reason.how == "often" or word not in general
    assert seen > 20


@pytest.mark.parametrize(
    ("how", "start", "alike", "shown"),
    [
        ("often", 10, "little", True),
        ("sometimes", 10, "little", False),
        ("often", 3, "little", False),
        ("sometimes", 10, "words", True),
        ("sometimes", 10, "word", False),
        ("sometimes", 10, "meaning", True),
        ("alike", 10, "meaning", False),
    ],
)
def test_a_weak_word_is_no_reason_by_itself_nor_is_the_question(how: str, start: int, alike: str, shown: bool) -> None:
    said = [Reason("stock", start, start + 5, 0.5, {"often": 4, "sometimes": 1}.get(how, 0), 4)]
    said.append(Reason("mot", start + 10, start + 13, 0.05))
    common = {"words": ("mot", "stocks"), "word": ("mot",)}.get(alike, ())
    near = [Example(1, 0, 1, "a", 1, common, 0.5 if alike == "meaning" else 0.1)]
    assert confidence.told(10, said, near, 1.0) == shown
    assert confidence.told(10, said, near, -0.1) == (shown and alike == "little"), "what is said speaks against it"
    light = [replace(said[0], weight=0.03), said[1]]  # next to nothing
    assert confidence.told(10, light, near, 1.0) == (shown and alike == "words")


@pytest.mark.parametrize(
    ("times", "of", "written", "weight", "said", "shown"),
    [
        (2, 2, False, 0.5, 1.0, False),  # twice of two may be chance
        (2, 2, True, 0.5, 0.5, True),
        (4, 6, False, 0.5, 0.0, True),
        (4, 7, False, 0.5, 1.0, False),
        (0, 0, True, 0.5, 0.4, False),  # the rest speaks against it: a *système* of reminders is no software
        (0, 0, True, 0.5, 0.5, True),
        (0, 0, True, 0.8, -1.0, True),
        (0, 0, True, 0.2, 0.5, False),
        (0, 0, True, 0.2, 1.0, True),
        (0, 1, True, 0.5, 1.0, False),
    ],  # `formé` where `forme` is written: coded otherwise
)
def test_when_a_word_tells_by_itself(
    times: int, of: int, written: bool, weight: float, said: float, shown: bool
) -> None:
    assert confidence.told(10, [Reason("film", 10, 14, weight, times, of, written)], [], said) == shown


def test_a_word_that_is_written_of_a_code_shows_it_where_no_other_code_is_nearer(learned: Suggester) -> None:
    definitions = Definitions.of(learned.texts, [code for code in learned.codes.values() if code.defined])
    assert definitions is not None
    place, pattern = 3, next(iter(learned.suggest()))
    scores = definitions.model.scores(learned.texts.rows.take([place]))[0]
    first, second = (definitions.model.codes[n] for n in np.argsort(-scores)[:2])
    assert definitions.leads(place, first)
    assert not definitions.leads(place, second)
    one = replace(
        pattern.every[0],
        code=second,
        start=0,
        evidence=(Reason("film", 0, 4, 0.5, 3, 4),),
        examples=(),
        sentence=MatchedSentence("Le film.", "cue", ("film",)),
    )
    assert not confidence.fits(place, one, definitions)
    two = replace(one, sentence=MatchedSentence("Le film dessiné.", "cue", ("film", "dessiné")))
    assert confidence.fits(place, two, definitions) == definitions.stands_out(place, second, alone=False)
    nothing = replace(two, evidence=(Reason("autre", 0, 4, 0.5, 3, 4),))
    assert not confidence.fits(place, nothing, definitions), "what fits has to bring something"


@pytest.mark.parametrize(
    ("sentence", "evidence", "shown"),
    [
        (
            MatchedSentence("Ateliers", "name", ("atelier",)),
            (Reason("atelier", 0, 7, 0.5, 1, 3),),
            False,
        ),  # mostly otherwise
        (MatchedSentence("tablette", "cue", ("tablette",)), (Reason("tablette", 0, 8, 0.5, 0, 1),), False),  # always
        (MatchedSentence("Ateliers", "name", ("atelier",)), (Reason("atelier", 0, 7, 0.5, 2, 3),), True),
        (
            MatchedSentence("direction générale", "cue", ("général", "directeur")),
            (),
            False,
        ),  # its family, and none of it coded
        (MatchedSentence("direction générale", "cue", ("Direction", "générale")), (), True),
    ],
)
def test_a_word_coded_otherwise_and_a_cue_in_other_words_show_nothing(
    learned: Suggester, sentence: MatchedSentence, evidence: tuple[Reason, ...], shown: bool
) -> None:
    definitions = Definitions.of(learned.texts, [code for code in learned.codes.values() if code.defined])
    assert definitions is not None
    places = range(len(learned.texts.turns))
    place, code = next(
        (place, code)
        for place in places
        for code in definitions.model.codes
        if definitions.leads(place, code) and definitions.stands_out(place, code, alone=True)
    )
    one = replace(learned.suggest()[0].every[0], code=code, start=0, examples=(), evidence=evidence, sentence=sentence)
    assert confidence.fits(place, one, definitions) == shown


def test_what_is_weaker_stands_apart_and_is_shown_to_who_asks(learned: Suggester) -> None:
    usual, asked = learned.suggest(), learned.suggest(weaker=True)
    assert not any(passage.weaker for passage in usual)
    assert [replace(one, weaker=()) for one in asked if one.suggestions or one.by_definition] == usual
    weaker = [(passage, one) for passage in asked for one in passage.weaker]
    assert weaker
    for passage, one in weaker:
        assert one not in (*passage.suggestions, *passage.by_definition)
        assert confidence.shows(one)
    assert len({one.code for passage in asked for one in passage.every}) > 1
