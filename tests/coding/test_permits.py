"""Permits: of whom something leaves, and who did not agree to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import permits
from coding.exports.sheets import Sheet
from coding.moment.moment import Moment
from coding.permits import Leaving, Terms
from corpus import documents
from corpus.errors import BeyondConsent
from corpus.people import consents, disclosures, participants
from tests.coding.support import Study, make_study

GROUP = (
    "MODÉRATRICE : Et vous, alors ?\n\nA : Moi, je n'achète jamais en magasin le samedi.\n\n"
    "B : Chez nous, les Halles du Nord, on ferme tôt."
)


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts={"Groupe": GROUP})
    key = made.documents["Groupe"]
    for name in ("Aline Roy", "Bruno Sy"):
        participants.add(made.project, name, attributes={"Entreprise": "Halles du Nord"}, documents=[key])
    asking = next(one for one in documents.speakers(made.project, key) if one.label == "MODÉRATRICE")
    documents.set_roles(made.project, [asking.key], "interviewer")
    yield made
    made.project.close()


def person(study: Study, name: str) -> int:
    return next(one.key for one in participants.listed(study.project) if one.name == name)


def tie(study: Study, label: str, name: str) -> None:
    speaker = next(one for one in documents.speakers(study.project) if one.label == label)
    participants.tie_speaker(study.project, speaker.key, person(study, name))


def said(study: Study, words: str) -> tuple[int, int, int]:
    return (study.documents["Groupe"], *study.span("Groupe", words))


def against(study: Study, way: str, leaving: Leaving) -> list[tuple[str, str]]:
    moment = Moment.of(study.project)
    return [(moment.people[one.participant].name, one.use) for one in permits.beyond(moment, way, leaving)]


def test_whose_words_leave_is_told_by_the_speaker(group):
    tie(group, "A", "Aline Roy")
    tie(group, "B", "Bruno Sy")
    consents.add(group.project, person(group, "Aline Roy"), quotation="no")
    hers, his = Leaving(places=[said(group, "jamais en magasin")]), Leaving(places=[said(group, "on ferme tôt")])
    assert against(group, "search", hers) == [("Aline Roy", "quotation")]
    assert against(group, "search", his) == []


def test_all_who_might_be_meant_are_asked_but_nobody_for_the_interviewer(group):
    consents.add(group.project, person(group, "Bruno Sy"), quotation="no")
    assert against(group, "search", Leaving(places=[said(group, "jamais en magasin")])) == [("Bruno Sy", "quotation")]
    assert against(group, "search", Leaving(places=[said(group, "Et vous, alors")])) == []
    tie(group, "A", "Aline Roy")
    assert against(group, "search", Leaving(places=[said(group, "jamais en magasin")])) == []


def test_words_in_a_row_are_known_wherever_they_are_written(group):
    tie(group, "A", "Aline Roy")
    consents.add(group.project, person(group, "Aline Roy"), quotation="no")
    assert against(group, "memos", Leaving(["Elle dit : JE N’ACHETE JAMAIS en magasin…"])) == [
        ("Aline Roy", "quotation")
    ]
    assert against(group, "memos", Leaving(["Elle n'achète jamais."])) == []


def test_a_firm_is_named_by_its_whole_name(group):
    consents.add(group.project, person(group, "Aline Roy"), firm="no")
    assert against(group, "matrix", Leaving(["les halles du nord, fermées"])) == [("Aline Roy", "firm")]
    assert against(group, "matrix", Leaving(["les halles du nordique", "Halles"])) == []


def test_a_transcript_as_a_whole_is_of_all_who_speak_in_it(group):
    consents.add(group.project, person(group, "Bruno Sy"), archive="no", quotation="no")
    whole = Leaving(documents=[group.documents["Groupe"]])
    assert against(group, "text", whole) == [("Bruno Sy", "archive")]
    assert against(group, "search", whole) == []


def test_who_gets_what_is_theirs_is_not_asked(group):
    consents.add(group.project, person(group, "Bruno Sy"), archive="no")
    mine = Leaving(documents=[group.documents["Groupe"]], own=frozenset({person(group, "Bruno Sy")}))
    assert against(group, "text", mine) == []


def test_a_refusal_is_one_sentence_that_names_people_and_uses(group):
    consents.add(group.project, person(group, "Aline Roy"), quotation="no", firm="no")
    consents.add(group.project, person(group, "Bruno Sy"), withdrawn_on="2024-07-01")
    leaving = Leaving(["Halles du Nord"], [said(group, "on ferme tôt")])
    with pytest.raises(BeyondConsent) as refusal:
        permits.let(Moment.of(group.project), "search", leaving)
    who = "Aline Roy (quotation, firm), Bruno Sy (withdrawn)"
    assert str(refusal.value) == f"This goes beyond what was agreed to: {who}."
    assert disclosures.listed(group.project) == []


def test_a_reason_lets_it_leave_and_is_written_down_once(group):
    consents.add(group.project, person(group, "Aline Roy"), quotation="no")
    moment, leaving = Moment.of(group.project), Leaving(places=[said(group, "jamais")])
    permits.let(moment, "search", leaving, Terms("She reads it first"))
    permits.let(moment, "search", Leaving(["nothing of hers"]), Terms("She reads it first"))
    (noted,) = disclosures.listed(group.project)
    assert (noted.path, noted.uses, noted.participants, noted.why) == (
        "search",
        ("quotation",),
        ("Aline Roy", "Bruno Sy")[:1],
        "She reads it first",
    )


WRITES = re.compile(r"\bsave_(?:sheet|report|json)\(|saving\.written\(|saving import written")
ASKS = re.compile(r"\bpermits\.let\(|\bmatrices\.let\(")
ASKED_ELSEWHERE = {
    "app/cli/projects.py": "the labels of changes are the program's own",
    "app/cli/recipes.py": "writes a recipe, which holds nobody's words",
    "app/participants/erasing.py": "tells how many of what went, which nobody can read any more",
    "app/cli/submitting.py": "gives the article back that was sent, after `pass_out`",
    "coding/figures/saving.py": "draws what was asked for by `figures.let`",
    "coding/recipes/making.py": "writes parts that asked when they were put together, in recipes/parts.py",
    "coding/exports/saving.py": "writes what others ask for",
}


def test_every_module_that_writes_a_file_asks_for_consent():
    root = Path(__file__).resolve().parents[2]
    sources = {path: path.read_text("utf-8") for part in ("app", "coding") for path in (root / part).rglob("*.py")}
    writing = {str(path.relative_to(root)) for path, text in sources.items() if WRITES.search(text)}
    asking = {str(path.relative_to(root)) for path, text in sources.items() if ASKS.search(text)}
    assert len(writing) > 8
    assert writing - asking - set(ASKED_ELSEWHERE) == set(), "let it ask `permits.let` before it writes"


def test_of_whom_nothing_is_known_is_counted_where_consents_are_kept(group):
    leaving = Leaving(places=[said(group, "jamais")])
    assert permits.unsaid(Moment.of(group.project), "search", leaving) == {}
    consents.add(group.project, person(group, "Aline Roy"), quotation="yes")
    assert permits.unsaid(Moment.of(group.project), "search", leaving) == {"quotation": 1}
    consents.add(group.project, person(group, "Bruno Sy"), quotation="yes")
    assert permits.unsaid(Moment.of(group.project), "search", leaving) == {}


def test_what_was_read_before_a_consent_was_recorded_is_held_to_it(group):
    moment = Moment.of(group.project)
    assert not permits.refused(moment, "search")
    consents.add(group.project, person(group, "Aline Roy"), firm="no")
    assert permits.refused(moment, "search")
    assert permits.uses("a report that somebody adds") == ("quotation", "firm")
    assert permits.of_sheet(Sheet("t", ("a",), ((1,), ("b",)))).texts == ["a", "b"]
