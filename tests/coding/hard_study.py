"""A small study in which counts can go wrong in every way: what all places say of it must be one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coding import codebook, codings, links
from coding.codebook import frameworks
from corpus import anchors, documents
from corpus.people import participants
from corpus.store.project import Project
from tests.coding.support import Study, make_study

TEXTS = {
    "Duo": (
        "INT : Comment cela va-t-il en caisse ?\n\nLUC : On attend longtemps, trop longtemps.\n\n"
        "MIA : Moi, le prix me gêne.\n\nZOE : Rien à dire."
    ),
    "Seule": "INT : Et chez vous ?\n\nNINA : La caisse est lente et le prix élevé.\n\nNINA : On attend.",
    "Trio": "ANA : Tout va bien ici.\n\nBOB : La caisse coince.\n\nCLO : On attend le prix.",
}
MECO = "framework:meco-2019"


@dataclass(frozen=True)
class Hard:
    """The study with its codes by name."""

    study: Study
    codes: dict[str, int]

    @property
    def project(self) -> Project:
        """The project."""
        return self.study.project


def hard_study(folder: Path) -> Hard:
    """Make it: sub-codes, spans coded by parent and child, two coders, turns covered twice, links through parents."""
    study = make_study(folder, texts=TEXTS)
    project = study.project
    frameworks.add(project, "meco-2019")
    for speaker in documents.speakers(project):
        if speaker.label == "INT":
            documents.set_role(project, speaker.key, "interviewer")
    _people(study)
    names = {
        "Irritants": "Irritants",
        "Attente": "Irritants/Attente",
        "Caisse": "Irritants/Attente/Caisse",
        "Prix": "Irritants/Prix",
        "Autre": "Autre",
        "Bien": "Bien",
    }
    codes = {name: codebook.add(project, path) for name, path in names.items()}
    codes |= {key: codebook.find(project, key).key for key in ("C1", "C2", "C3")}
    _coded(study, codes)
    _linked(project, codes)
    return Hard(study, codes)


def _people(study: Study) -> None:
    """Tie Luc and Mia by their marks, Zoé to nobody; Nina is alone; of the three in Trio none is known from another."""
    project, duo, trio = study.project, study.documents["Duo"], study.documents["Trio"]
    for name, document in (
        ("Luc", duo),
        ("Mia", duo),
        ("Nina", study.documents["Seule"]),
        ("Anne", trio),
        ("Basile", trio),
    ):
        participants.add(project, name, documents=[document])


def _coded(study: Study, codes: dict[str, int]) -> None:
    project = study.project

    def code(name: str, document: str, words: str) -> int:
        return codings.apply(project, codes[name], study.words(document, words))

    for coder in ("Ada", "Ben"):
        with study.coder(coder):
            code("Attente", "Duo", "On attend longtemps")
            code("Irritants", "Duo", "On attend longtemps")
    code("Attente", "Duo", "trop longtemps")
    code("Prix", "Duo", "longtemps.\n\nMIA : Moi, le prix")
    code("Caisse", "Duo", "caisse")
    code("Caisse", "Seule", "La caisse est lente et le prix")
    code("Prix", "Seule", "La caisse est lente et le prix")
    code("Autre", "Seule", "On attend")
    code("Caisse", "Trio", "La caisse coince")
    code("C1", "Trio", "On attend le prix")
    code("C1", "Duo", "On attend longtemps")
    code("Bien", "Trio", "Tout va bien")
    codings.apply(project, codes["Autre"], anchors.whole(study.documents["Trio"]))


def _linked(project: Project, codes: dict[str, int]) -> None:
    links.link(project, codes["Irritants"], codes["C1"])
    links.link(project, codes["Attente"], codes["C2"], mode="one_by_one")
    links.link(project, codes["Autre"], codes["C2"], mode="one_by_one")
    links.link(project, codes["Prix"], codes["C3"])
    links.link(project, codes["Bien"], codes["C3"])
    every = {(one.document, one.start, one.code, one.coder): one.key for one in codings.listed(project)}
    of = {name: [key for (_, _, code, _), key in every.items() if code == codes[name]] for name in codes}
    links.judge(project, of["Prix"][0], codes["C1"], "in", stance="contradicts")
    links.judge(project, of["Caisse"][-1], codes["C1"], "out")
    links.judge(project, of["Attente"][0], codes["C2"], "in")
    links.judge(project, of["Bien"][0], codes["C3"], "in", stance="contradicts")
    links.judge(project, of["Prix"][-1], codes["C3"], "in", stance="contradicts")
