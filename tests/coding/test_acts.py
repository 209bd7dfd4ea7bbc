"""The audit trail as acts, and the story of a concept."""

from __future__ import annotations

import pytest

from coding import acts, blind, codebook, codings, links, set_asides
from coding.acts import Act
from coding.codebook import frameworks, merging
from coding.exports import stories
from coding.moment.moment import Moment
from tests.coding.support import Study


@pytest.fixture
def film(study: Study) -> int:
    frameworks.add(study.project, "meco-2019")
    return codebook.add(study.project, "film")


def concept(study: Study) -> int:
    return next(one.key for one in codebook.listed(study.project) if one.code_key == "C1")


def last(study: Study) -> Act:
    return acts.acts(study.project)[-1]


def test_an_act_says_which_code_which_words_and_why(study: Study, film: int) -> None:
    project, place = study.project, study.words("Achats", "coince")
    coding = codings.apply(project, film, place)
    act = last(study)
    assert (act.step.label, act.step.coder, act.codes, act.documents) == ("Apply code", "Ada", ("film",), ("Achats",))
    assert (act.place, act.coding, act.places) == ((place.document, place.start, place.end), coding, 1)
    links.link(project, film, concept(study), reason="on le voit")
    assert last(study).codes[0] == "film"
    assert last(study).why == "on le voit"
    links.judge(project, coding, concept(study), "out", reason="un rival")
    assert (last(study).place, last(study).why) == ((place.document, place.start, place.end), "un rival")


def test_what_was_taken_away_is_told_as_it_was(study: Study, film: int) -> None:
    project, place = study.project, study.words("Achats", "coince")
    coding = codings.apply(project, film, place)
    codings.uncode(project, [coding])
    act = last(study)
    assert (act.codes, act.documents, act.coding) == (("film",), ("Achats",), None)
    assert act.place == (place.document, place.start, place.end)
    project.undo()
    assert last(study).step.reverts == act.step.change
    assert last(study).coding == coding
    codebook.edit(project, film, name="filmer")
    codebook.remove(project, film)
    assert last(study).codes == ("filmer",)


def test_acts_are_narrowed_by_coder_code_document_and_reason(study: Study, film: int) -> None:
    project = study.project
    codings.apply(project, film, study.words("Achats", "coince"))
    with study.coder("Noé"):
        links.link(project, film, concept(study), reason="on le voit")
    found = acts.acts(project)
    assert [one.step.label for one in acts.narrowed(found, coder="Noé")] == ["Link code"]
    assert [one.step.label for one in acts.narrowed(found, words="achats film")] == ["Apply code"]
    assert [one.step.label for one in acts.narrowed(found, words="on le voit")] == ["Link code"]
    assert acts.narrowed(found, since="2999") == []
    assert [one.step.change for one in found] == [step.change for step in project.history()]


def test_acts_of_others_are_out_of_sight_where_one_codes_blind(study: Study, film: int) -> None:
    with study.coder("Noé"):
        codings.apply(study.project, film, study.words("Achats", "coince"))
    blind.assign(study.project, [study.documents["Achats"]], "Ada", blind=True)
    assert "Apply code" not in [one.step.label for one in acts.acts(study.project)]


def test_a_concept_s_story_goes_from_its_birth_to_its_mergers(study: Study, film: int) -> None:
    project, other = study.project, codebook.add(study.project, "caméra")
    codings.apply(project, film, study.words("Achats", "coince"))
    codings.apply(project, film, study.words("Achats", "parcours client"))
    codings.apply(project, other, study.words("Bureau", _beginning(study)))
    codebook.edit(project, film, definition="Ce qu’on filme")
    links.link(project, film, concept(study), reason="on le voit")
    set_asides.refuse(project, other, concept(study))
    merging.merge(project, [other], film)
    moment = Moment.of(project).viewed(printed="en")
    told = stories.story(moment, film)
    said = [one.said for one in told]
    assert said[0] == ("Born",)
    assert said[1] == ("Segments coded: 2",), "a day's codings are one chapter"
    assert len(told[1].places) == 2
    assert ("Redefined: “—” becomes “Ce qu’on filme”",) in said
    linked = next(one for one in told if one.said[0].startswith("Linked: film → C1"))
    assert linked.why == "on le voit"
    assert any("Segments that came from" in sentence for sentence in said[-1])
    assert len(told[-1].places) == 1
    report = stories.report(moment, [film])
    assert report.sections[0].heading == "film"
    assert "“coince” — Achats" in str(report.sections[0].rows)


def test_a_concept_s_story_says_what_was_split_off(study: Study, film: int) -> None:
    codings.apply(study.project, film, study.words("Achats", "coince"))
    place = study.words("Achats", "parcours client")
    taken = codings.apply(study.project, film, place)
    made = merging.split_off(study.project, film, [taken], "séquence")
    moment = Moment.of(study.project).viewed(printed="en")
    born, gone = stories.story(moment, made)[0], stories.story(moment, film)[-1]
    assert (born.said, gone.said) == (
        ("Born", "Segments that came from film: 1"),
        ("Segments that went to séquence: 1",),
    )
    assert born.places == gone.places == ((place.document, place.start, place.end),)


def _beginning(study: Study) -> str:
    from corpus import documents

    return documents.text(study.project, study.documents["Bureau"])[:8]
