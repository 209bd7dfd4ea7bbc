"""The guide as an annex: versions with n of N, who was asked what, the answers; and who is left out of it."""

from __future__ import annotations

from pathlib import Path

from coding import reports
from coding.exports import matrices as exported
from coding.exports.reports import Section
from coding.guide import finding
from coding.moment.moment import Moment
from coding.reports import ReportChoices
from coding.tables import matrices
from corpus import anchors
from corpus.guide import askings, guides, questions
from corpus.guide.guides import GuideLine
from corpus.people import participants
from tests.coding.guide.made import GUIDE, Made

OTHER = GuideLine("La suite", "Et le prix de la farine ?")


def filled(made: Made) -> Moment:
    """Find the questions, say that one was not asked, and make a version that carries on the second alone."""
    for name, document in made.documents.items():
        participants.add(made.project, name, documents=[document])
    finding.run(Moment.of(made.project))
    first = guides.find(made.project).questions
    askings.mark(made.project, first[1].key, anchors.whole(made.documents["Hortense"]), "not asked")
    guides.add(made.project, "Juin", [GUIDE[1], OTHER], used_from="2025-06-01", note="Shorter.")
    newest = guides.find(made.project).questions[0]
    questions.carry_on(made.project, newest.key, first[1].key)
    return Moment.of(made.project)


def section(moment: Moment, heading: str) -> Section:
    return next(one for one in reports.report(moment, "guide").sections if heading in one.heading)


def test_each_version_says_of_how_many_each_question_was_asked(made: Made) -> None:
    moment = filled(made)
    juin = section(moment, "Juin")
    assert (juin.heading, juin.paragraphs) == ("Juin (à partir du 1 juin 2025)", ("Shorter.",))
    said = {row[2]: row for row in juin.rows}
    assert said[GUIDE[1].text][3:5] == ("3 sur 4", "3 sur 4")
    assert said[GUIDE[1].text][6] == 1
    assert [row[2] for row in section(moment, "Mars").rows] == [line.text for line in GUIDE]


def test_who_was_asked_what_stands_in_signs_and_the_answers_to_every_question_once(made: Made) -> None:
    moment = filled(made)
    asked = section(moment, "Qui s’est vu poser")
    signs = {row[0]: row[1:] for row in asked.rows}
    assert asked.columns == ("Participant·e", "1", "2")
    assert (signs["Hortense"][0], signs["Fadila"][0]) == ("○", "●")
    headings = [one.heading for one in reports.report(moment, "guide").sections][3:]
    assert headings[:2] == [f"1 {GUIDE[1].text}", f"2 {OTHER.text}"]
    assert [one.partition(" ")[2] for one in headings[2:]] == [line.text for n, line in enumerate(GUIDE) if n != 1]
    answers = {row[0]: row[1:] for row in section(moment, GUIDE[1].text).rows}
    assert "Voilà ce que je réponds, pour la fois 2." in str(answers["Fadila"][1])
    assert str(answers["Hortense"][0]).startswith("○")


def test_who_is_left_out_is_nowhere_in_it_and_the_sheet_has_a_row_for_each(made: Made) -> None:
    moment = filled(made)
    out = next(one.key for one in participants.listed(made.project) if one.name == "Gildas")
    choices = ReportChoices(without=frozenset({out}))
    assert "Gildas" not in str(reports.report(moment, "guide", choices).sections)
    sheet = reports.sheet(moment, "guide", choices)
    assert [row[0] for row in sheet.rows] == ["Fadila", "Hortense", "Ignace"]
    assert len(reports.leaving(moment, "guide", choices).places) < len(reports.leaving(moment, "guide").places)


def test_without_a_guide_it_is_empty(made: Made, tmp_path: Path) -> None:
    guides.remove(made.project, made.guide)
    moment = Moment.of(made.project)
    assert reports.report(moment, "guide").sections == ()
    for ending in ("docx", "csv", "md"):
        reports.save(moment, "guide", tmp_path / f"guide.{ending}")


def test_participants_by_question_are_counted_of_those_who_were_asked(made: Made) -> None:
    matrix = matrices.build(filled(made), "questions", "documents", "participants")
    assert [matrix.asked(n, 0) for n in range(2)] == [3, 0]
    names = exported.names(matrix)
    assert names[0].endswith("(n = 3)")
    assert "n =" not in "".join(exported.names(matrix, across=True))
    plain = matrices.build(Moment.of(made.project), "participants", "documents", "participants")
    assert "n =" not in "".join(exported.names(plain))
