"""What is sent to approve, and the report on recruitment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coding import codebook, excerpts, reports
from coding.exports import approvals as letters
from coding.moment.moment import Moment
from coding.permits import Terms
from corpus import documents
from corpus.errors import BeyondConsent, NothingThere
from corpus.people import approvals, consents, disclosures, participants, recruiting
from tests.coding.support import Study, dump, make_study

GROUP = (
    "MODÉRATRICE : Et vous, alors ?\n\nA : Moi, je n'achète jamais en magasin.\n\n"
    "B : Chez nous on ferme tôt, dit Aline Roy."
)


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts={"Groupe": GROUP})
    key = made.documents["Groupe"]
    with made.project as project:
        for name, label in (("Aline Roy", "A"), ("Bruno Sy", "B")):
            person = participants.add(project, name, confidential=True, documents=[key])
            speaker = next(one for one in documents.speakers(project, key) if one.label == label)
            participants.tie_speaker(project, speaker.key, person)
        participants.add(project, "Chloé")
        yield made


def person(study: Study, name: str) -> int:
    return next(one.key for one in participants.listed(study.project) if one.name == name)


def send(study: Study, path: Path, name: str = "Aline Roy", document: str | None = "Groupe", **more: Any) -> str:
    key = None if document is None else study.documents[document]
    letters.send(
        Moment.of(study.project), person(study, name), key, path, sent_on="2024-05-01", due_on="2024-06-01", **more
    )
    return path.read_text("utf-8")


def test_a_transcript_is_sent_with_numbered_turns_a_letter_and_lines_to_answer(group, tmp_path):
    page = send(group, tmp_path / "letter.md")
    assert "Bonjour Aline Roy," in page
    assert "Merci de répondre avant le 1 juin 2024." in page
    assert "| 2 | A | Moi, je n'achète jamais en magasin. |" in page
    assert "☐ Je n’approuve pas ce texte." in page
    assert "dit Aline Roy" in page, "who reads their own interview is named in it"
    (noted,) = approvals.listed(group.project)
    assert (noted.name, noted.what, noted.sent_on, noted.due_on) == (
        "Aline Roy",
        "transcript",
        "2024-05-01",
        "2024-06-01",
    )


def test_another_confidential_participant_is_not_named_to_them(group, tmp_path):
    page = send(group, tmp_path / "letter.md", "Bruno Sy")
    assert "Aline Roy" not in page


def test_their_own_no_does_not_keep_their_words_from_them_but_anothers_does(group, tmp_path):
    consents.add(group.project, person(group, "Aline Roy"), quotation="no")
    send(group, tmp_path / "hers.md")
    before = dump(group.project)
    with pytest.raises(BeyondConsent, match="Aline Roy"):
        send(group, tmp_path / "his.md", "Bruno Sy")
    assert not (tmp_path / "his.md").exists()
    assert dump(group.project) == before
    send(group, tmp_path / "his.md", "Bruno Sy", terms=Terms("They sat together"))
    assert [(one.path, one.participants) for one in disclosures.listed(group.project)] == [("approval", ("Aline Roy",))]


def test_quotations_are_the_words_chosen_for_print_and_theirs(group, tmp_path):
    with pytest.raises(NothingThere, match="No words of Aline Roy are chosen"):
        send(group, tmp_path / "letter.md", document=None)
    code = codebook.add(group.project, "Achat")
    for words in ("je n'achète jamais", "on ferme tôt"):
        excerpts.add(group.project, code, group.words("Groupe", words))
    page = send(group, tmp_path / "letter.md", document=None)
    assert "| 1 | je n'achète jamais |" in page
    assert "on ferme tôt" not in page


def test_who_does_not_speak_there_is_sent_nothing(group, tmp_path):
    with pytest.raises(NothingThere, match="Chloé does not speak in this document"):
        send(group, tmp_path / "letter.md", "Chloé")


def test_a_letter_that_cannot_be_written_is_not_noted(group, tmp_path):
    before = dump(group.project)
    with pytest.raises(Exception, match="can't be written"):
        send(group, tmp_path / "no folder" / "letter.md")
    assert dump(group.project) == before


def test_the_report_counts_with_rows_and_names_nobody_who_refused(group):
    project = group.project
    recruiting.add(project, name="Aline Roy", status="accepted", channel="email", why="buys")
    recruiting.add(project, name="Max Noir", status="refused", channel="email", reason="Max Noir has no time")
    recruiting.add(project, name="Zoé Blanc", channel="phone", why="buys")
    made = reports.report(Moment.of(project), "recruitment", reports.ReportChoices(mask=True, language="en"))
    counts, log = made.sections
    rows = {(row[0], row[1]): row[2:] for row in counts.rows}
    assert rows["10 Sampling", "buys"] == (2, "1, 3")
    assert rows["11 Method of approach", "email"] == (2, "1, 2")
    assert rows["12 Sample size", "People asked"] == (3, "1, 2, 3")
    assert rows["12 Sample size", "People interviewed"] == (1, "1")
    others = sum(bool(one.documents) for one in participants.listed(project)) - 1
    assert rows["12 Sample size", "People interviewed who are not in the log"] == (others, "")
    assert rows["13 Non-participation", "Refused"] == (1, "2")
    assert [row[1] for row in log.rows] == ["[participant 1]", "[person 2]", "[person 3]"]
    assert "Noir" not in str(made)
    shown = reports.report(Moment.of(project), "recruitment", reports.ReportChoices(mask=False))
    assert [row[1] for row in shown.sections[1].rows] == ["Aline Roy", "Max Noir", "Zoé Blanc"]


def test_a_moment_sees_who_is_put_into_the_log(group):
    moment = Moment.of(group.project)
    assert reports.report(moment, "recruitment").sections == ()
    recruiting.add(group.project, name="Zoé")
    assert len(reports.sheet(moment.now(), "recruitment").rows) > 0
