"""All that another coder can do in a document, for tests of what is out of sight where one codes blind."""

from __future__ import annotations

from pathlib import Path

from coding import blind, codebook, codings, excerpts, links, memos, readings
from coding.codebook import frameworks
from coding.memos import Target
from coding.suggest import suggestions
from coding.suggest.records import Reason, Suggestion, hash_of
from corpus import anchors, documents
from corpus.people import participants
from corpus.store.project import Project
from tests.coding.support import Study, make_study

_TALK = "\n\n".join(
    f"ANNE : On attend à la caisse numéro {n}, et personne ne vient voir ce qui se passe dans le rayon."
    for n in range(14)
)
SAID = "Noé's very own words"
"""Stands in every memo, reason and title of his."""


def blind_study(folder: Path) -> Study:
    """Make a study in which Ada codes Achats blind, and Noé was given all but that; both have coded the rest."""
    study = make_study(folder, texts={"Achats": _TALK, "Bureau": _TALK.replace("caisse", "borne")})
    project, (here, there) = study.project, study.documents.values()
    frameworks.add(project, "meco-2019")
    codes = [codebook.add(project, name) for name in ("Attente", "Irritants")]
    theory = codebook.find(project, "C1").key
    links.link(project, codes[0], theory)
    for document in (here, there):
        for code, one in zip((*codes, theory), documents.passages(project, document)[1:], strict=False):
            codings.apply(project, code, anchors.words(document, one.start, one.end))
        words = anchors.words(document, 10, 30)
        memos.add(project, "Une note à moi.", targets=[memos.on(words)])
        excerpts.add(project, theory, words)
    participants.add(project, "Anne", documents=[here])
    blind.assign(project, [there], "Noé")
    blind.assign(project, [here], "Ada", blind=True)
    return study


def do_others_work(project: Project, document: int) -> None:
    """Code, decide, choose, write, accept and refuse in a document, by every verb there is for it."""
    passages = [one for one in documents.passages(project, document) if one.end - one.start > 40]
    codes = {one.label: one for one in codebook.listed(project)}
    first = codes["Attente"]
    theory = next(one for one in codes.values() if one.code_key == "C1")
    places = [anchors.words(document, one.start, one.start + 25) for one in passages]
    made = [codings.apply(project, first.key, place) for place in places[:6]]
    made += codings.apply_many(project, [(theory.key, place) for place in places[2:9]], origin="auto")
    codings.in_vivo(project, anchors.words(document, passages[0].start, passages[0].start + 30), name=first.name)
    codings.apply(project, first.key, anchors.whole(document))
    linked = {one.source for one in links.listed(project) if one.target == theory.key}
    for one in codings.of_document(project, document):
        if one.coder != project.coder and one.code in linked:
            links.judge(project, one.key, theory.key, "out", stance="contradicts", reason=SAID)
    for target in (Target("document", document), Target("coding", made[0]), places[0]):
        about = target if isinstance(target, Target) else memos.on(target)
        memos.add(project, SAID, title=SAID, targets=[about])
    excerpts.add(project, theory.key, places[1])
    for decide, place in ((suggestions.accept, places[10]), (suggestions.reject, places[11])):
        decide(project, _suggested(project, place, first.key))
    readings.declare(project, document, "begun")


def _suggested(project: Project, place: anchors.Anchor, code: int) -> Suggestion:
    span = place.span or (0, 0)
    text = documents.text(project, place.document)[slice(*span)]
    return Suggestion(
        place.document,
        *span,
        text,
        code,
        1.0,
        "codings",
        (Reason(text[:5], span[0], span[0] + 5, 1.0),),
        (),
        "model",
        0,
        span,
        0.9,
        0.0,
        0.0,
        hash_of(text),
        "",
    )
