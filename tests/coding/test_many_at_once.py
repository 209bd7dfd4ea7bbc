"""What is done to several words at once: each is one change with one label, done and undone as a whole."""

from __future__ import annotations

import pytest

from coding import codebook, codings, excerpts, links
from coding.codebook import frameworks
from corpus import anchors, documents
from corpus.errors import CodingError, NothingThere, SourceError
from corpus.people import participants
from corpus.store.project import Project
from tests.coding.support import Study, does_and_undoes, dump


def label(project: Project) -> str:
    step = project.undoable()
    assert step is not None
    return step.label


def test_a_code_is_made_and_applied(study: Study) -> None:
    project = study.project
    places = [study.words("Achats", "parcours client"), study.words("Bureau", "tableau de bord")]
    code, keys = does_and_undoes(project, lambda: codings.create(project, "Suivi/Mesures", places))
    assert label(project) == "Create and apply code"
    assert codebook.get(project, code).path == "Suivi/Mesures"
    made = [codings.get(project, key) for key in keys]
    assert [(one.anchor, one.code) for one in made] == [(place, code) for place in places]


def test_a_code_that_is_there_is_not_made_again_and_nothing_is_coded(study: Study) -> None:
    project = study.project
    codebook.add(project, "a")
    before = dump(project)
    with pytest.raises(CodingError, match="called a here already"):
        codings.create(project, "a", [anchors.words(study.documents["Achats"], 0, 4)])
    assert dump(project) == before


def test_codings_get_a_code_made_for_them(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    a = codebook.add(project, "a")
    keys = codings.apply_many(project, [(a, anchors.words(achats, 0, 4)), (a, anchors.words(achats, 10, 14))])
    code = does_and_undoes(project, lambda: codings.recode_as(project, keys, "b"))
    assert label(project) == "Recode"
    assert [codings.get(project, key).code for key in keys] == [code, code]


def linked(study: Study) -> tuple[int, list[tuple[int, int]]]:
    """Add a framework and two codings of a code that speaks for its C1; give C1 and the pairs to be judged."""
    project, achats = study.project, study.documents["Achats"]
    frameworks.add(project, "meco-2019")
    a, c1 = codebook.add(project, "a"), codebook.find(project, "C1").key
    links.link(project, a, c1)
    return c1, [
        (key, c1)
        for key in codings.apply_many(project, [(a, anchors.words(achats, 0, 4)), (a, anchors.words(achats, 10, 14))])
    ]


def test_many_are_judged_alike(study: Study) -> None:
    project = study.project
    _, pairs = linked(study)
    does_and_undoes(project, lambda: links.judge_many(project, pairs, "out", reason="interne"))
    assert label(project) == "Decide"
    said = links.judgements(project)
    assert [(one.coding, one.code, one.verdict, one.reason) for one in said] == [
        (*pair, "out", "interne") for pair in pairs
    ]


def test_where_one_can_not_be_judged_none_is(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    c1, pairs = linked(study)
    stranger = codings.apply(project, codebook.add(project, "b"), anchors.words(achats, 20, 24))
    before = dump(project)
    with pytest.raises(CodingError, match="b is not linked"):
        links.judge_many(project, [*pairs, (stranger, c1)], "in")
    assert dump(project) == before


def test_a_stance_leaves_what_was_judged(study: Study) -> None:
    project = study.project
    _, (first, second) = linked(study)
    links.judge(project, *first, "undecided", reason="à voir")
    with study.coder("Bea"):
        links.judge(project, *second, "out")
    does_and_undoes(project, lambda: links.take_stance(project, [first, second], "nuances"))
    assert label(project) == "Take a stance towards an assertion"
    own = {one.coding: (one.verdict, one.stance, one.reason) for one in links.judgements(project) if one.coder == "Ada"}
    assert own == {first[0]: ("undecided", "nuances", "à voir"), second[0]: ("in", "nuances", "")}


def test_excerpts_are_chosen_once(study: Study) -> None:
    project, achats, bureau = study.project, study.documents["Achats"], study.documents["Bureau"]
    code = codebook.add(project, "a")
    excerpts.add(project, code, anchors.words(achats, 0, 9))
    wanted = [anchors.words(*one) for one in ((achats, 0, 9), (achats, 0, 12), (bureau, 0, 9), (bureau, 0, 9))]
    made = does_and_undoes(project, lambda: excerpts.add_many(project, code, wanted))
    assert label(project) == "Choose excerpts"
    found = [excerpts.get(project, key) for key in made]
    assert [(one.document, (one.start, one.end)) for one in found] == [(achats, (0, 12)), (bureau, (0, 9))]
    assert excerpts.add_many(project, code, wanted) == []
    assert label(project) == "Choose excerpts"


def test_codes_move_together_in_their_order(study: Study) -> None:
    project = study.project
    a, b, c, under = (codebook.add(project, name) for name in ("a", "b", "c", "d/e"))
    does_and_undoes(project, lambda: codebook.move_many(project, [c, a], codebook.find(project, "d").key, 0))
    assert label(project) == "Move codes"
    assert [code.path for code in codebook.listed(project)] == ["b", "d", "d/c", "d/a", "d/e"]
    does_and_undoes(project, lambda: codebook.move_many(project, [under], None))
    assert label(project) == "Move code"
    before = dump(project)
    with pytest.raises(CodingError, match="can't go under itself"):
        codebook.move_many(project, [a, b], b)
    assert dump(project) == before


def test_speakers_of_several_documents_are_one_person_of_one_role(study: Study) -> None:
    project = study.project
    person = participants.add(project, "Anne Dupont")
    keys = [one.key for one in documents.speakers(project) if one.label in ("ANNE", "LUC")]
    does_and_undoes(project, lambda: participants.tie_speakers(project, keys, person))
    assert label(project) == "Tie speakers to participant"
    assert participants.get(project, person).documents == (study.documents["Achats"], study.documents["Bureau"])
    does_and_undoes(project, lambda: documents.set_roles(project, keys, "interviewer"))
    assert label(project) == "Set the speakers' role"
    assert {one.role for one in documents.speakers(project) if one.key in keys} == {"interviewer"}
    does_and_undoes(project, lambda: participants.tie_speakers(project, keys, None))
    assert [one.participant for one in documents.speakers(project) if one.key in keys] == [None, None]
    before = dump(project)
    with pytest.raises(NothingThere):
        participants.tie_speakers(project, [keys[0], 99], person)
    with pytest.raises(SourceError, match="No role is called boss"):
        documents.set_roles(project, keys, "boss")
    assert dump(project) == before
