"""A masked matrix names nobody confidential, however the study is divided and in whatever format it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import codebook, codings
from coding.exports import matrices as written
from coding.moment.moment import Moment
from coding.tables import matrices
from corpus import anchors, documents
from corpus.people import organisations, participants
from tests.coding.support import Study, draft, make_study
from tests.unpacking import texts_of

NAMES = ("inès", "benali", "acme", "drh")
DIVISIONS = (
    "documents",
    "speakers",
    "participants",
    "organisations",
    "attribute:entreprise",
    "attribute:fonction",
    "codes",
)
TALK = "INT: Bonjour ?\n\nInès Benali: Le magasin reste central chez ACME.\n\nINT: Bien ?\n\nInès Benali: Voilà tout."


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """One confidential person whose name and firm are in the document's name, in its marks and in a code in vivo."""
    made = make_study(tmp_path_factory.mktemp("masked"), texts={"Achats": "ANNE : Oui."})
    project = made.project
    (talk,) = documents.add(project, [draft("Entretien INES BENALI (Acme)", TALK)])
    told = {"entreprise": "ACME", "fonction": "DRH"}
    who = participants.add(project, "Inès Benali", confidential=True, attributes=told, documents=[talk.key])
    for one in documents.speakers(project, talk.key):
        if one.label == "Inès Benali":
            participants.tie_speaker(project, one.key, who)
    organisations.made_of(
        project, next(one.key for one in participants.attributes(project) if one.name == "entreprise")
    )
    start = TALK.index("Le magasin")
    place = anchors.words(talk.key, start, start + 40)
    for name in ("Magasin", "Central chez ACME, dit Benali"):
        codings.apply(project, codebook.add(project, name), place)
    yield made
    project.close()


@pytest.mark.parametrize("rows", DIVISIONS)
def test_nobody_is_named_by_a_division_in_any_format(study: Study, tmp_path: Path, rows: str) -> None:
    moment = Moment.of(study.project)
    shown, masked = (matrices.build(one, rows, "documents") for one in (moment, moment.viewed(masking=True)))
    assert named(" ".join(label.name for label in (*shown.rows, *shown.columns))), "without a mask they are named"
    assert masked.values.tolist() == shown.values.tolist()
    for ending in ("csv", "xlsx", "html", "md", "docx", "json"):
        written.save(masked, tmp_path / f"out.{ending}")
        assert named("\n".join(texts_of(tmp_path / f"out.{ending}"))) == [], ending


def named(text: str) -> list[str]:
    return [name for name in NAMES if name in text.lower()]
