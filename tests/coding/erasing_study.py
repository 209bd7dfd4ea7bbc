"""A study of four interviews, one with a group: every place where words can be has one that is nowhere else."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from coding import assertions, codebook, codings, excerpts, memos, submissions, summaries
from coding.memos import Target, drafts, on
from coding.moment.moment import Moment
from corpus import anchors, documents
from corpus.anchors import Anchor
from corpus.correcting import corrections
from corpus.model import Judgement
from corpus.people import approvals, attributes, consents, disclosures, participants, recruiting, vault
from corpus.store.project import Project
from tests.coding.support import draft

LUC = "Luc Zéphyrin"
TEXTS = {
    "Entretien Zéphyrin": "INT : Bonjour.\n\nLUC ZÉPHYRIN : On vend quaxotext à des gens qui râlent beaucoup trop."
    "\n\nINT : Et la suite ?\n\nLUC ZÉPHYRIN : Rien que du quaxoseul, hélas.",
    "Groupe": "INT : Qui commence ?\n\nANNE : Le rayon est vide le lundi.\n\nLUC ZÉPHYRIN : Chez nous le quaxogroupe"
    " tombe tous les matins à six heures.\n\nLUC ZÉPHYRIN : Et personne ne le ramasse.\n\nANNE : Personne, en effet."
    "\n\nPAUL : Le tableau ne sert à rien.",
    "Anne": "INT : Encore ?\n\nANNE : Oui, le rayon est vide le lundi.",
    "Paul": "INT : Et vous ?\n\nPAUL : On regarde le tableau, voilà.",
}
PLANTED = (
    "quaxotext", "quaxoseul", "quaxogroupe", "quaxofichier", "quaxomemo", "quaxotitre", "quaxotraduction",
    "quaxoraison", "quaxovaleur", "quaxonote", "quaxoavant", "quaxocorbeille", "quaxoreunion", "quaxojuge",
    "quaxobrouillon", "quaxoapprobation", "quaxorecrue", "quaxosource", "quaxoappui", "quaxofiche",
    "quaxocopie", "quaxocache", "Zéphyrin", "râlent beaucoup",
)  # fmt: skip
"""Words that are nowhere in a study but in what is a respondent's, and in what is about it."""


@dataclass(frozen=True)
class Planted:
    """The study, its respondent, and the keys of documents and codes by name."""

    project: Project
    luc: int
    documents: dict[str, int]
    codes: dict[str, int]

    def words(self, document: str, said: str) -> Anchor:
        """Return words of a document as a place."""
        start = documents.text(self.project, self.documents[document]).index(said)
        return anchors.words(self.documents[document], start, start + len(said))


def _docx(text: str) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{text}</w:t>" * 20)
    return body.getvalue()


@contextmanager
def planted(folder: Path) -> Iterator[Planted]:
    """Open the study, which is made once, in a folder."""
    body, luc, papers, codes = _made()
    path = folder / "study.verbatim"
    path.write_bytes(body)
    with Project.open(path, coder="Ada") as project:
        yield Planted(project, luc, dict(papers), dict(codes))


@cache
def _made() -> tuple[bytes, int, tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "study.verbatim"
        with Project.create(path, name="Étude", coder="Ada") as project:
            study = _planted(project)
        return path.read_bytes(), study.luc, tuple(study.documents.items()), tuple(study.codes.items())


def _planted(project: Project) -> Planted:
    drafts_ = [
        replace(
            draft(name, text),
            speakers=tuple(
                replace(one, role="interviewer" if one.label == "INT" else one.role)
                for one in draft(name, text).speakers
            ),
        )
        for name, text in TEXTS.items()
    ]
    drafts_[0] = replace(drafts_[0], original=_docx("quaxofichier"), path=Path("quaxosource/Zéphyrin.docx"))
    added = documents.add(project, drafts_)
    keys = {one.name: one.key for one in added}
    luc = participants.add(
        project,
        LUC,
        confidential=True,
        attributes={"métier": "quaxovaleur"},
        documents=[keys["Entretien Zéphyrin"], keys["Groupe"]],
    )
    for name, papers in (("Anne", ("Groupe", "Anne")), ("Paul", ("Groupe", "Paul"))):
        participants.add(project, name, documents=[keys[paper] for paper in papers], attributes={"métier": "rayon"})
    attributes.set_type(project, participants.attributes(project)[0].key, "choice")
    study = Planted(project, luc, keys, {name: codebook.add(project, name) for name in ("Vide", "Vente")})
    _code(study)
    _write(study)
    _around(study)
    return study


def _code(study: Planted) -> None:
    project, vide, vente = study.project, study.codes["Vide"], study.codes["Vente"]
    theirs = codings.apply(project, vente, study.words("Entretien Zéphyrin", "On vend quaxotext"))
    codings.apply(project, vente, study.words("Groupe", "Chez nous le quaxogroupe"))
    codings.apply(project, vide, study.words("Groupe", "vide le lundi"))
    codings.apply(project, vide, study.words("Groupe", "Personne, en effet."))
    codings.apply(project, vide, study.words("Groupe", "Le tableau ne sert"))
    codings.apply(project, vide, study.words("Anne", "le rayon est vide"))
    codings.apply(project, vente, study.words("Paul", "On regarde le tableau"))
    with project.change("Decide") as session:
        decided = Judgement(coding_id=theirs, code_id=vide, verdict="in", reason="parce que quaxoraison", coder_id=1)
        session.add(decided)
    with project.change("Decide") as session:
        session.get_one(Judgement, decided.id).reason = "ou quaxojuge plutôt"
    excerpt = excerpts.add(project, vente, study.words("Entretien Zéphyrin", "On vend quaxotext"))
    excerpts.edit(project, excerpt, translation="They sell quaxotraduction")
    excerpts.add(project, vide, study.words("Anne", "le rayon est vide"))
    claim = assertions.add(project, "Le rayon se vide.")
    assertions.bear(project, claim, [theirs], "supports", reason="voir quaxoappui")
    summaries.write(project, study.luc, vente, "En un mot quaxofiche.")


def _write(study: Planted) -> None:
    project, target = study.project, Target("document", study.documents["Entretien Zéphyrin"])
    key = memos.add(project, "Il dit quaxoavant.", title="quaxotitre", targets=[target])
    memos.edit(project, key, body="Il dit quaxomemo.")
    memos.add(project, "Voir [[participant:Luc Zéphyrin]] ailleurs.", targets=[Target("code", study.codes["Vide"])])
    said = "Il se plaint : « des gens qui râlent beaucoup trop », et Luc Zéphyrin n'en dit pas plus."
    memos.add(project, said, title="Sur les ventes", targets=[Target("code", study.codes["Vente"])])
    memos.add(
        project, "Sur le tableau.", targets=[Target("participant", study.luc), Target("code", study.codes["Vide"])]
    )
    gone = memos.add(project, "Une idée sur quaxocorbeille.", targets=[Target("participant", study.luc)])
    memos.remove(project, gone)
    drafts.keep(project, drafts.MemoDraft("", "quaxobrouillon", "plain", (on(study.words("Groupe", "quaxogroupe")),)))
    codebook.edit(project, study.codes["Vente"], typical="on vend à des gens qui râlent beaucoup trop")


def _around(study: Planted) -> None:
    project, luc, paper = study.project, study.luc, study.documents["Entretien Zéphyrin"]
    consents.add(project, luc, note="quaxonote", quotation="yes")
    recruiting.add(project, name=LUC, participant=luc, why="quaxorecrue")
    approvals.sent(project, luc, paper, sent_on="2024-05-31")
    approvals.edit(project, approvals.listed(project)[0].key, note="quaxoapprobation")
    vault.hide(project, ["Zéphyrin"], "person", replacement="quaxocopie")
    disclosures.note(project, "text", ["archive"], [luc], "Le journal le veut, et Luc Zéphyrin aussi.")
    start = documents.text(project, paper).index("hélas")
    corrections.edit(project, paper, start, start + 5, "quaxoreunion")
    corrections.edit(project, paper, start, start + 12, "hélas")
    submissions.freeze(Moment.of(project), "Revue", {})
    project.keep_model("fr", "1", b"PK quaxocache")
    project.remember("code.place", {"find": "gens qui râlent beaucoup trop ici"})


def lines(project: Project) -> str:
    """Return what the log remembers of rows, as one text."""
    with project.read() as session:
        rows = session.connection().exec_driver_sql("SELECT image FROM change_row WHERE image IS NOT NULL")
        return json.dumps([row.image for row in rows], ensure_ascii=False)
