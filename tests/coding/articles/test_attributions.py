"""Quotations in print that give someone confidential away, or that no participant can have said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import program
from coding import codebook, excerpts
from coding.articles.attributions import Slip, selected, slips
from coding.articles.quoted import attributed
from coding.moment.moment import Moment
from corpus.people import participants
from tests.coding.support import Study

ARTICLE = (
    "Dit « ça coince tous les jours en caisse » [Cheffe de rayon, Grand Bazar]. On l’entend au Grand Bazar : « chez "
    "Grand Bazar on attend longtemps » [acheteur, commerce associé]. « On regarde de près » (Chef de rayons, B2B). "
    "« terme » [x] « Rien à en dire pour moi » [2]. « On verra bien cela demain » [participant 1]."
)


@pytest.fixture
def people(study: Study) -> Study:
    """Give a study with somebody confidential whose firm the table does not tell, and somebody who is not."""
    participants.add(study.project, "Anne", confidential=True, documents=[study.documents["Achats"]],
                     attributes={"fonction": "Cheffe de rayon", "type d'entreprise": "commerce intégré"})  # fmt: skip
    participants.add(study.project, "Luc", documents=[study.documents["Bureau"]],
                     attributes={"fonction": "Acheteur", "type d'entreprise": "Commerce associé"})  # fmt: skip
    return study


def told(found: list[Slip]) -> list[tuple[str, str, int | None, str]]:
    return [(one.kind, one.quoted.words.split()[0], one.participant, one.firm) for one in found]


def test_an_article_is_read_for_firms_of_the_confidential_and_for_nobody(people: Study) -> None:
    anne, _ = (one.key for one in participants.listed(people.project))
    found = slips(Moment.of(people.project), attributed(ARTICLE))
    assert told(found) == [
        ("firm behind", "ça", anne, "Grand Bazar"), ("firm within", "chez", anne, "Grand Bazar"),
        ("nobody", "On", anne, ""),
    ]  # fmt: skip
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
        ("firm behind", "Anne"), ("firm within", "Anne"), ("nobody", "Anne"),
    ]  # fmt: skip


def test_an_article_among_the_documents_is_looked_at_and_an_interview_is_not(people: Study, tmp_path: Path) -> None:
    from coding import reports
    from corpus import importing

    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "talk.txt").write_text("ANNE : « ça alors, je ne sais pas » [rires]\n\nANNE : Oui.", "utf-8")
    importing.import_files(people.project, [tmp_path / "article.txt", tmp_path / "talk.txt"])
    assert len(reports.attribution_slips(Moment.of(people.project))) == 3
