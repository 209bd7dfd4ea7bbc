"""What stands around a turn and a code: the question asked before, the heading above, another code put instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import codebook, codings
from coding.suggest import suggestions
from coding.suggest.evaluate import evaluate
from coding.suggest.records import Suggestion
from coding.suggest.suggester import Suggester
from corpus import anchors, documents
from corpus.model import Speaker
from corpus.store.project import Project
from tests.coding.support import Study, make_study

Made = Callable[[dict[str, str]], Study]

QUESTIONS = ("Et les délais de livraison ?", "Et l'accueil au guichet ?")
ANSWERS = ("Rien à redire.", "Franchement mitigé.", "Toujours pareil.", "Un peu mieux.", "Comme partout ailleurs.")


def interview(name: str, turns: int) -> str:
    lines = []
    for turn in range(turns):
        lines += [f"INT : {QUESTIONS[turn % 2]}", f"{name} : {ANSWERS[turn % len(ANSWERS)]} Voilà, numéro {turn}."]
    return "\n\n".join(lines)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """Give what makes a study of texts, closed in the end."""
    studies: list[Study] = []

    def make(texts: dict[str, str]) -> Study:
        studies.append(make_study(tmp_path, texts=texts))
        return studies[-1]

    yield make
    for study in studies:
        study.project.close()


@pytest.fixture
def asked(made: Made) -> Project:
    """Give four interviews in which only the question tells what an answer is about; three are coded."""
    study = made({name: interview(name, 16) for name in ("ANNE", "BOB", "CLEO", "DENIS")})
    with study.project.change("Roles") as session:
        for speaker in session.scalars(select(Speaker).where(Speaker.label == "INT")):
            speaker.role = "interviewer"
    keys = [codebook.add(study.project, name) for name in ("Livraison", "Accueil")]
    for name in ("ANNE", "BOB", "CLEO"):
        answers = [p for p in documents.passages(study.project, study.documents[name]) if p.role == "respondent"]
        assert len(answers) == 16
        for turn, passage in enumerate(answers):
            codings.apply(study.project, keys[turn % 2], anchors.words(passage.document, passage.start, passage.end))
    return study.project


def each(project: Project, document: int | None = None) -> list[Suggestion]:
    documents = None if document is None else [document]
    found = Suggester.train(project).suggest(documents, weaker=True)
    return [one for passage in found for one in passage.every]


def test_the_question_tells_what_a_bare_answer_is_about(asked: Project) -> None:
    document = documents.find(asked, "DENIS").key
    text = documents.text(asked, document)
    names = {code.key: code.name for code in codebook.listed(asked)}
    answers = [p for p in documents.passages(asked, document) if p.role == "respondent"]
    made = Suggester.train(asked).suggest([document], weaker=True)
    assert not any(p.suggestions for p in made), "of the answer itself nothing speaks for it: it is a weaker one"
    first = {(p.start, p.end): p.weaker[0] for p in made}
    assert len(first) > 10, "where no word of the answer itself brings anything, nothing is shown"
    for turn, passage in enumerate(answers):
        if (one := first.get((passage.start, passage.end))) is None:
            continue
        assert names[one.code] == ("Livraison", "Accueil")[turn % 2]
        assert any(reason.end <= passage.start for reason in one.evidence), "a word of the question is a reason"
        assert all(text[reason.start : reason.end] == reason.word for reason in one.evidence)
        assert one.score == pytest.approx(one.base + sum(reason.weight for reason in one.evidence) + one.rest)
    assert evaluate(asked).figures.hit_at_1 == 1


def test_where_a_code_has_too_few_examples_the_heading_above_is_suggested(made: Made) -> None:
    words = ("colis perdu", "colis cassé", "colis retardé")
    texts = {
        name: "\n\n".join(
            f"{name} : Il y a eu un {words[n % 3]} cette année, numéro {n}."
            if n % 2
            else f"{name} : Le magasin ouvre à neuf heures, numéro {n}."
            for n in range(24)
        )
        for name in ("ANNE", "BOB", "CLEO")
    }
    study = made(texts)
    project = study.project
    heading = codebook.add(project, "Incidents")
    keys = [codebook.add(project, word, parent=heading) for word in words]
    for name in ("ANNE", "BOB"):
        for n, passage in enumerate(documents.passages(project, study.documents[name])):
            if n % 2 and n < 16:  # eight a document; five or six for each code below the heading
                codings.apply(project, keys[n % 3], anchors.words(passage.document, passage.start, passage.end))
    standings = {standing.code: standing for standing in Suggester.train(project).standings}
    assert all(0 < standings[key].examples < 10 for key in keys)
    assert standings[heading].examples == 16
    found = each(project, study.documents["CLEO"])
    assert found
    assert {one.code for one in found} == {heading}
    assert all("colis" in one.text for one in found)
    for one in found:
        assert {near.code for near in one.examples} <= set(keys), "as people coded them"
    # Nothing is suggested above a code that is there already, and quality is asked of the codes that people gave.
    coded = {(c.document, c.start) for c in codings.listed(project)}
    assert not coded & {(one.document, one.turn[0]) for one in each(project)}
    assert evaluate(project).codes == 3


def test_a_heading_that_is_used_as_a_code_keeps_its_own_meaning(made: Made) -> None:
    study = made({"A": "\n\n".join(f"ANNE : Phrase numéro {n} du récit." for n in range(20))})
    project = study.project
    parent = codebook.add(project, "Parent")
    child = codebook.add(project, "Enfant", parent=parent)
    for n, passage in enumerate(documents.passages(project, study.documents["A"])[:8]):
        codings.apply(project, child if n % 4 else parent, anchors.words(passage.document, passage.start, passage.end))
    assert {s.code: s.examples for s in Suggester.train(project).standings} == {parent: 2, child: 6}


def test_what_got_another_code_does_not_come_again(asked: Project) -> None:
    document = documents.find(asked, "DENIS").key
    one = each(asked, document)[0]
    other = next(code.key for code in codebook.listed(asked) if code.key != one.code)
    key = suggestions.accept(asked, one, code=other)
    codings.uncode(asked, [key])
    assert (one.code, one.turn) not in {(o.code, o.turn) for o in each(asked, document)}
    # Other words for the same code are no refusal of it.
    two = each(asked, document)[1]
    key = suggestions.accept(asked, two, span=(two.start + 1, two.end))
    codings.uncode(asked, [key])
    assert (two.code, two.turn) in {(o.code, o.turn) for o in each(asked, document)}
