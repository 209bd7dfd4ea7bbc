"""Coding many places at once: by a search, by speaker, by heading; one change, marked as made by itself."""

from __future__ import annotations

from pathlib import Path

from coding import autocoding, codebook, codings
from coding.moment import facets
from coding.moment.moment import Moment
from corpus import documents
from corpus.drafts import Draft, DraftPassage
from tests.coding.support import Study, does_and_undoes, draft

HEADED = [
    ("heading", "Accueil"),
    ("paragraph", "On attend."),
    ("paragraph", "On repart."),
    ("heading", "Prix"),
    ("paragraph", "C'est cher."),
]


def headed(name: str, before: str = "Avant tout titre.") -> Draft:
    """Return a text with headings; what stands before the first is under none."""
    text, passages = before, [DraftPassage("paragraph", 0, len(before))]
    for kind, words in HEADED:
        text += "\n"
        passages.append(DraftPassage(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]  # kinds by name
        text += words
    return Draft(
        path=Path(f"{name}.txt"),
        name=name,
        text=text,
        original=f"{name}{text}".encode(),
        media_type="text/plain",
        importer="txt",
        language="fr",
        passages=tuple(passages),
        speakers=(),
    )


def words(study: Study, found: list[autocoding.ProposedCoding]) -> list[tuple[str, str]]:
    """Return under what each proposed place stands, and its words."""
    return [
        (one.name, documents.text(study.project, one.anchor.document)[one.anchor.start : one.anchor.end])
        for one in found
    ]


def test_speakers_are_proposed_whatever_their_capitals_and_accents(study: Study) -> None:
    documents.add(study.project, [draft("Suite", "anne : Et puis voilà.\n\nLÉA : Oui.")])
    found = autocoding.by_speaker(Moment.of(study.project))
    anne = [said for name, said in words(study, found) if name.casefold() == "anne"]
    assert anne == ["On a suivi le parcours client trois semaines.", "Ça coince en rayon.", "Et puis voilà."]
    assert len({name for name, _ in words(study, found) if name.casefold() == "anne"}) == 1
    assert [said for _, said in words(study, autocoding.like(found, ["LE?"]))] == ["Oui."]


def test_what_stands_under_a_heading_ends_at_the_next_and_with_the_document(study: Study) -> None:
    documents.add(study.project, [headed("Un"), headed("Deux", "Autre début.")])
    found = words(study, autocoding.by_heading(Moment.of(study.project)))
    assert found == [
        ("Accueil", "On attend.\nOn repart."),
        ("Accueil", "On attend.\nOn repart."),
        ("Prix", "C'est cher."),
        ("Prix", "C'est cher."),
    ]
    one = next(info.key for info in documents.listed(study.project) if info.name == "Un")
    assert len(autocoding.by_heading(Moment.of(study.project), [one])) == 2


def test_many_places_are_coded_as_one_change_and_marked(study: Study) -> None:
    code = codebook.add(study.project, "Parcours")
    there = study.words("Achats", "Ça coince en rayon.")
    codings.apply(study.project, code, there)
    found = autocoding.like(autocoding.by_speaker(Moment.of(study.project)), ["anne"])
    made = does_and_undoes(study.project, lambda: autocoding.apply(study.project, found, code))
    assert len(made) == 1
    assert {one.key: one.origin for one in codings.listed(study.project)}[made[0]] == "auto"
    assert [one.origin for one in codings.listed(study.project) if one.anchor == there] == ["manual"]


def test_each_speaker_gets_a_code_of_their_name_under_another(study: Study) -> None:
    above = codebook.add(study.project, "Qui parle")
    codebook.add(study.project, "Qui parle/luc")
    found = autocoding.by_speaker(Moment.of(study.project))
    made = does_and_undoes(study.project, lambda: autocoding.apply_each(study.project, found, above))
    assert len(made) == len(found)
    paths = [code.path for code in codebook.listed(study.project)]
    assert sorted(paths) == sorted(["Qui parle", *(f"Qui parle/{name}" for name in ("luc", "ANNE", "PAUL", "MIA"))])


def test_a_new_code_and_its_codings_are_one_change(study: Study) -> None:
    places = [(study.documents["Achats"], *study.span("Achats", "parcours"))] * 2
    does_and_undoes(
        study.project, lambda: autocoding.create(study.project, autocoding.of_places(places), "Client/voie")
    )
    assert [code.path for code in codebook.listed(study.project)] == ["Client", "Client/voie"]
    assert len(codings.listed(study.project)) == 1


def test_a_moment_knows_codings_that_were_made_by_themselves(study: Study) -> None:
    code = codebook.add(study.project, "Parcours")
    autocoding.apply(study.project, autocoding.by_speaker(Moment.of(study.project)), code)
    found = facets.coded_by(Moment.of(study.project))["origin"]
    assert [label.key for label in found.labels] == ["auto"]
