"""Made interviews with known answers: which question of the guide each turn asks, as it stands there or otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus import documents
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.guide import guides
from corpus.guide.guides import GuideLine
from corpus.store.project import Project

GUIDE = [
    GuideLine("Le départ", "Comment êtes-vous arrivé à la boulangerie ?"),
    GuideLine("Le départ", "Qui vous a appris à pétrir la pâte ?"),
    GuideLine("Le fournil", "Racontez-moi une nuit de fournil, du début à la fin."),
    GuideLine("Le fournil", "Que faites-vous quand une fournée est ratée ?"),
    GuideLine("La clientèle", "Quels clients viennent chez vous, et que vous disent-ils du pain ?"),
    GuideLine("La suite", "Comment voyez-vous votre boulangerie dans dix ans ?"),
]

Turn = tuple[str, int | None]
"""What the interviewer says, and the number of the question that it asks, from 1; None for none."""

INTERVIEWS: Mapping[str, list[Turn]] = {
    "Fadila": [
        ("Bonjour, merci de me recevoir. Comment êtes-vous arrivée à la boulangerie ?", 1), ("D'accord.", None),
        ("Et qui vous a appris à pétrir la pâte ?", 2), ("Combien de temps ça a duré ?", None),
        ("Racontez-moi une nuit de fournil, du début à la fin.", 3), ("Et le levain, vous le faites vous-même ?", None),
        ("Que faites-vous quand une fournée est ratée ?", 4), ("Ah oui ?", None),
        ("Quels clients viennent chez vous, et que vous disent-ils du pain ?", 5),
        ("Pour finir, comment voyez-vous votre boulangerie dans dix ans ?", 6), ("Merci beaucoup.", None),
    ],
    "Gildas": [
        ("On commence ? Dis-moi, comment tu es arrivé en boulangerie ?", 1),
        ("Et la pâte, à pétrir, c'est qui qui te l'a appris ?", 2), ("Ok.", None),
        ("Est-ce que tu peux me raconter une nuit au fournil ?", 3),
        ("Tu te lèves à quelle heure ?", None), ("Et les fournées ratées, tu en fais quoi ?", 4),
        ("Tes clients, ce sont lesquels ? Qu'est-ce qu'ils disent de ton pain ?", 5),
        ("Tu la vois comment, ta boulangerie, d'ici dix ans ?", 6),
    ],
    "Hortense": [
        ("Alors, comment êtes-vous arivée à la boulangeri ?", 1),
        ("Vous avez des enfants ?", None), ("Racontez-moi donc une nuit de fournil.", 3),
        ("Vous écoutez la radio en travaillant ?", None), ("Qui sont les clients qui viennent chez vous ?", 5),
        ("Et dans dix ans, votre boulangerie, vous la voyez comment ?", 6), ("C'est noté.", None),
    ],
    "Ignace": [
        ("Qui vous a appris à pétrir ?", 2), ("Hm.", None), ("Vous aviez quel âge ?", None),
        ("Quand une fournée est ratée, que faites-vous ?", 4), ("Et vous la jetez ?", None),
        ("Dans dix ans, comment voyez-vous la boulangerie ?", 6), ("Est-ce que le prix de la farine a monté ?", None),
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A project with the interviews, and the key of each by name."""

    project: Project
    documents: Mapping[str, int]
    guide: int

    def truth(self) -> dict[tuple[int, int], str]:
        """Document and number of a question → the turn that asks it."""
        return {
            (self.documents[name], number): said
            for name, turns in INTERVIEWS.items()
            for said, number in turns
            if number is not None
        }


def draft(name: str, turns: list[Turn]) -> Draft:
    """Return an interview: each turn of the interviewer, and an answer to it."""
    text, passages = "", []
    for n, (said, _) in enumerate(turns):
        for who, words in (("INT", said), (name, f"Voilà ce que je réponds, pour la fois {n}.")):
            text += f"{who} : "
            passages.append(DraftPassage("turn", len(text), len(text) + len(words), speaker=who))
            text += f"{words}\n\n"
    speakers = (DraftSpeaker("INT", "interviewer", len(turns)), DraftSpeaker(name, "respondent", len(turns)))
    return Draft(
        path=Path(f"{name}.txt"),
        name=name,
        text=text.rstrip(),
        original=text.encode(),
        media_type="text/plain",
        importer="txt",
        language="fr",
        passages=tuple(passages),
        speakers=speakers,
    )


def make(folder: Path) -> Made:
    """Make the study with its guide."""
    project = Project.create(folder / "study.verbatim", name="Étude", language="fr", coder="Ada")
    added = documents.add(project, [draft(name, turns) for name, turns in INTERVIEWS.items()])
    return Made(project, {one.name: one.key for one in added}, guides.add(project, "Mars", GUIDE))
