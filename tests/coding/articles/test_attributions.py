"""Quotations in print that give someone confidential away, or that no participant can have said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import program
from coding import codebook, excerpts
from coding.articles.attributions import Slip, in_text, selected, slips
from coding.articles.quoted import attributed
from coding.moment.moment import Moment
from corpus.people import attributes, participants
from corpus.store.project import Project
from tests.coding.support import Study

ARTICLE = (
    "Dit « ça coince tous les jours en caisse » [Cheffe de rayon, Grand Bazar]. On l’entend au Grand Bazar : « chez "
    "Grand Bazar on attend longtemps » [acheteur, commerce associé]. « On regarde de près » (Chef de rayons, B2B). "
    "« terme » [x] « Rien à en dire pour moi » [2]. « On verra bien cela demain » [participant 1]."
)


@pytest.fixture
def people(study: Study) -> Study:
    """Give a study with somebody confidential whose firm the table does not tell, and somebody who is not."""
    participants.add(
        study.project,
        "Anne",
        confidential=True,
        documents=[study.documents["Achats"]],
        attributes={"fonction": "Cheffe de rayon", "type d'entreprise": "commerce intégré"},
    )
    participants.add(
        study.project,
        "Luc",
        documents=[study.documents["Bureau"]],
        attributes={"fonction": "Acheteur", "type d'entreprise": "Commerce associé"},
    )
    return study


def told(found: list[Slip]) -> list[tuple[str, str, int | None, str]]:
    return [(one.kind, one.quoted.words.split()[0], one.participant, one.firm) for one in found]


def test_an_article_is_read_for_firms_of_the_confidential_and_for_nobody(people: Study) -> None:
    anne, _ = (one.key for one in participants.listed(people.project))
    found = slips(Moment.of(people.project), attributed(ARTICLE))
    assert told(found) == [
        ("firm behind", "ça", anne, "Grand Bazar"),
        ("firm within", "chez", anne, "Grand Bazar"),
        ("nobody", "On", anne, ""),
    ]
    participants.edit(people.project, anne, confidential=False)
    assert told(slips(Moment.of(people.project), attributed(ARTICLE))) == [("nobody", "On", anne, "")]


def test_what_is_selected_is_looked_at_as_it_is_printed(people: Study) -> None:
    project, (anne, _) = people.project, (one.key for one in participants.listed(people.project))
    participants.edit(project, anne, attributes={"entreprise": "Grand Bazar"})
    code = codebook.add(project, "Terrain")
    excerpts.add(project, code, people.words("Achats", "Ça coince en rayon."))
    excerpts.add(project, code, people.words("Caisse", "We watch it every day."))

    def kinds(moment: Moment) -> list[str]:
        return [one.kind for one in slips(moment, selected(moment, [code]))]

    assert kinds(Moment.of(project)) == ["firm behind", "nobody"]
    assert kinds(Moment.of(project, masking=True)) == ["nobody"], "the mask hides the firm"


def test_the_command_line_reads_an_article(people: Study, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    path = str(people.project.path)
    people.project.close()
    done = CliRunner().invoke(program, ["attributions", path, str(tmp_path / "article.txt"), "--json"])
    assert [(one["kind"], one["participant"]) for one in json.loads(done.stdout)] == [
        ("firm behind", "Anne"),
        ("firm within", "Anne"),
        ("nobody", "Anne"),
    ]


def test_an_article_among_the_documents_is_looked_at_and_an_interview_is_not(people: Study, tmp_path: Path) -> None:
    from coding import reports
    from corpus import importing

    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "talk.txt").write_text("ANNE : « ça alors, je ne sais pas » [rires]\n\nANNE : Oui.", "utf-8")
    importing.import_files(people.project, [tmp_path / "article.txt", tmp_path / "talk.txt"])
    assert len(reports.attribution_slips(Moment.of(people.project))) == 3


ANNEX = (
    "Annexe 1\n\nFonction\tType d'entreprise\tSecteur\tConfidentialité\n"
    "Directrice générale\tConseil web\tTous secteurs\tnon\nAssociée\tConseil\tTous secteurs\tnon\n"
    "Associée\tConseil\tTous secteurs\toui\nDirectrice adjointe\tCommerce intégré\tGSA\tOui\n\n"
    "Annexe 2\n\n« Le chariot, c’est devenu un sac » [Directrice adjointe, Grand Bazar]. "
    "« On priorise les parcours » [directrice générale, conseil web]."
)


def in_annex(project: Project, text: str) -> list[tuple[str, int | None]]:
    """Take the participants from the table of an article, and return what is wrong with the article."""
    head, *lines = [line.split("\t") for line in text.splitlines() if line.count("\t") == 3]
    for number, cells in enumerate(lines, 1):
        known = dict(zip(head[:3], cells[:3], strict=True))
        participants.add(project, f"Entretien {number}", confidential=cells[3].casefold() == "oui", attributes=known)
    moment = Moment.of(project)
    told = [(one.kind, one.participant) for one in in_text(moment, text)]
    return [(kind, moment.people[key].number if key else None) for kind, key in told]


def test_an_article_that_prints_functions_of_the_confidential_and_a_firm_is_found_out(study: Study) -> None:
    assert in_annex(study.project, ANNEX) == [("firm behind", 4), ("told", 3), ("told", 4)]
    attribute = next(info.key for info in participants.attributes(study.project) if info.name == "Fonction")
    attributes.set_confidential(study.project, attribute, "show")
    assert [one.kind for one in in_text(Moment.of(study.project), ANNEX)] == ["firm behind"]


def test_the_model_study_is_found_out(study: Study, shared: Path) -> None:
    text = next((shared / "seeds").glob("000_*.txt")).read_text("utf-8")
    found = in_annex(study.project, text)
    hidden = [one.number for one in Moment.of(study.project).people.values() if one.confidential]
    assert [number for kind, number in found if kind == "told"] == hidden
    assert ("firm behind", 18) in found
