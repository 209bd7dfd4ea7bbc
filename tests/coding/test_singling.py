"""What re-identifies: combinations that too few have, function with firm, and words flagged by hand."""

from __future__ import annotations

import pytest

from coding import codebook, codings, excerpts, figures, permits, reports, singling, telltales
from coding.moment.moment import Moment
from corpus import documents
from corpus.correcting import corrections
from corpus.errors import CodingError, NothingThere
from corpus.people import attributes, disclosures, participants
from tests.coding.support import Study, does_and_undoes

SAID = "Ça coince en rayon."
PEOPLE = (
    ("Maud", True, "Directrice", "commerce", "GSA"),
    ("Luc", False, "Directrice", "commerce", "GSA"),
    ("Inès", True, "Acheteuse", "commerce", "luxe"),
    ("Paul", False, "Acheteuse", "conseil", "GSA"),
    ("Léa", False, "Acheteuse", "commerce", "GSA"),
    ("Zoé", False, "Juriste", "conseil", "luxe"),
)


@pytest.fixture
def people(study: Study) -> Study:
    """Give a study in which a sector with a type of firm is Inès's alone, and all of Maud's is shared."""
    for name, hidden, role, kind, sector in PEOPLE:
        known = {"fonction": role, "type d'entreprise": kind, "secteur": sector}
        participants.add(
            study.project,
            name,
            confidential=hidden,
            attributes=known,
            documents=[study.documents["Achats"]] if name == "Inès" else [],
        )
    return study


def told(study: Study, **asked: int) -> list[tuple[str, int, tuple[tuple[str, ...], ...]]]:
    moment = Moment.of(study.project)
    return [(moment.people[one.participant].name, one.have, one.lifted)
            for one in singling.singled(moment, **asked)]  # type: ignore[arg-type]  # k alone  # fmt: skip


def choose(study: Study, name: str, how: str, word: str = "") -> None:
    key = next(info.key for info in participants.attributes(study.project) if info.name == name)
    attributes.set_confidential(study.project, key, how, word)  # type: ignore[arg-type]  # by name


def test_who_alone_has_a_combination_is_told_with_what_lifts_it(people: Study) -> None:
    assert told(people) == [("Inès", 1, (("type d'entreprise",), ("secteur",)))]
    assert told(people, k=4) == [("Maud", 3, (("type d'entreprise",), ("secteur",))), ("Inès", 1, (("secteur",),))]
    choose(people, "secteur", "generalise", "distribution")
    assert told(people) == []


def test_a_function_beside_a_firm_singles_out_whoever_shares_it(people: Study) -> None:
    for person in participants.listed(people.project):
        participants.edit(people.project, person.key, attributes={"entreprise": "Bazar", "secteur": ""})
    choose(people, "fonction", "show")
    choose(people, "entreprise", "show")
    found = {name: lifted for name, _, lifted in told(people)}
    assert found["Maud"] == (("fonction",), ("entreprise",))
    choose(people, "entreprise", "hide")
    assert told(people) == []


def test_what_is_divided_by_an_attribute_within_another_or_drawn_by_one_is_looked_at(people: Study) -> None:
    code = codebook.add(people.project, "Terrain")
    codings.apply(people.project, code, people.words("Achats", SAID))
    moment = Moment.of(people.project)

    def names(*kinds: str) -> list[str]:
        return [moment.people[one.participant].name for one in singling.by_kinds(moment, *kinds).singled]

    assert names("attribute:secteur", "codes") == []
    assert names("attribute:secteur>attribute:type d'entreprise", "codes") == ["Inès"]
    assert names("participants", "codes") == []
    participants.edit(people.project, participants.find(people.project, "Inès").key, attributes={"secteur": "bois"})
    moment = Moment.of(people.project)
    drawn = figures.draw(moment, "bars", figures.FigureChoice(by="secteur"))
    assert names(*figures.kinds(drawn)) == ["Inès"]


def test_a_study_of_nobody_confidential_is_told_nothing(people: Study) -> None:
    for person in participants.listed(people.project):
        participants.edit(people.project, person.key, confidential=False)
    assert told(people) == []
    assert not reports.giving_away(Moment.of(people.project), "interviews")


def test_how_many_have_to_share_it_is_kept(people: Study) -> None:
    assert singling.fewest(people.project) == 2
    singling.keep_fewest(people.project, 4)
    assert [name for name, *_ in told(people)] == ["Maud", "Inès"]
    with pytest.raises(CodingError, match="2 or more"):
        singling.keep_fewest(people.project, 1)


def flag(study: Study, words: str = "rayon", kind: str = "phrase", note: str = "") -> int:
    return telltales.add(study.project, study.words("Achats", words), kind, note)


def test_words_are_flagged_and_the_flag_taken_off(people: Study) -> None:
    does_and_undoes(people.project, lambda: flag(people))
    key = flag(people, note="son mot")
    assert flag(people, kind="date") == key, "the same words are flagged once"
    [found] = telltales.listed(people.project)
    assert (found.kind, found.note) == ("date", "")
    does_and_undoes(people.project, lambda: telltales.remove(people.project, [key]))
    with pytest.raises(NothingThere):
        telltales.remove(people.project, [key])
    with pytest.raises(CodingError, match="Words single out by a"):
        flag(people, kind="colour")


def test_flagged_words_stay_where_they_are_in_a_corrected_text(people: Study) -> None:
    flag(people)
    corrections.edit(people.project, people.documents["Achats"], 0, 0, "Bon. ")
    [found] = telltales.listed(people.project)
    text = documents.text(people.project, found.document)
    assert text[found.start : found.end] == "rayon"
    assert Moment.of(people.project).read.telltales == [found]


def test_what_is_printed_of_flagged_words_is_warned_of_until_it_is_cut(people: Study) -> None:
    project, code = people.project, codebook.add(people.project, "Terrain")
    key = excerpts.add(project, code, people.words("Achats", SAID))
    flag(people)
    choices = reports.ReportChoices(codes=(code,))
    assert [one.kind for one in reports.giving_away(Moment.of(project), "verbatims", choices).flagged] == ["phrase"]
    start, end = people.span("Achats", "rayon")
    excerpts.edit(project, key, cuts=[(start, end)])
    assert not reports.giving_away(Moment.of(project), "verbatims", choices)


def test_a_quotation_in_print_is_singled_out_by_what_stands_behind_it(people: Study) -> None:
    code = codebook.add(people.project, "Terrain")
    excerpts.add(people.project, code, people.words("Achats", SAID))
    choices = reports.ReportChoices(codes=(code,))
    assert not reports.giving_away(Moment.of(people.project), "verbatims", choices)
    choose(people, "fonction", "show")
    participants.edit(people.project, participants.find(people.project, "Inès").key, attributes={"fonction": "PDG"})
    [one] = reports.giving_away(Moment.of(people.project), "verbatims", choices).singled
    assert (one.told, one.have) == ((("fonction", "PDG"),), 1)


def test_the_report_lists_combinations_and_flagged_words_and_names_nobody(people: Study) -> None:
    flag(people, note="lui seul le dit")
    moment = Moment.of(people.project)
    rows = reports.report(moment, "singling").sections[0].rows
    shown = moment.viewed(masking=True).mask.person(participants.find(people.project, "Inès").key)
    assert rows == (
        (
            shown,
            "type d'entreprise\u00a0: commerce\nsecteur\u00a0: luxe",
            1,
            "généraliser ou retirer type d'entreprise ou secteur",
        ),
        (shown, "Tournure\u00a0: «\u00a0rayon\u00a0» – lui seul le dit", "", "couper ou remplacer ces mots"),
    )


def test_all_that_print_reveals_of_somebody_stands_in_one_line(people: Study) -> None:
    project, ines = people.project, participants.find(people.project, "Inès").key
    code = codebook.add(project, "Terrain")
    excerpts.add(project, code, people.words("Achats", SAID))
    disclosures.note(project, "verbatims", ("quotation",), [ines], "elle veut bien")
    made = reports.report(Moment.of(project), "revealed").sections[0]
    [row] = [dict(zip(made.columns, row, strict=True)) for row in made.rows if "luxe" in str(row[1]) and row[5]]
    assert row["Nombre de personnes dans ce cas"] == 1
    assert str(row["Déjà diffusé contre un refus ou sans masquage"]).endswith("verbatims (quotation)")
    assert "fonction" not in str(row["Attributs"])


def test_flagged_words_in_the_report_are_asked_a_consent_of(people: Study) -> None:
    flag(people)
    left = reports.leaving(Moment.of(people.project), "singling")
    ines = participants.find(people.project, "Inès").key
    assert permits.heard(Moment.of(people.project), left.places) == {ines}
