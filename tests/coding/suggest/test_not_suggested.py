"""What is not suggested, what never is an example, what speaks against, and what is measured: on a small study."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import acts, codebook, codings, links
from coding.codebook import frameworks
from coding.suggest import examples, suggestions
from coding.suggest.records import Suggestion
from coding.suggest.suggester import Suggester
from corpus import anchors, documents
from corpus.documents import PassageInfo
from corpus.errors import CodingError
from corpus.model import Exposure
from corpus.store.project import Project
from tests.coding.support import does_and_undoes, make_study

WAITING = ("On attend longtemps à la caisse.", "La file avance lentement le samedi.", "L'attente dure une heure.")
STOCK = ("Le stock affiché est faux.", "La réserve est vide depuis lundi.", "Rupture de stock encore hier.")
NAMES = ("ANNE", "BOB", "CLEO", "DENIS", "EVA", "FRED")


def said(name: str) -> str:
    text = "\n\n".join(f"{name} : {(STOCK, WAITING)[n % 2][n % 3]} Numéro {n}." for n in range(12))
    return text.replace("samedi", "dimanche") if name == NAMES[-1] else text


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six interviews, five of them coded with two codes, one not."""
    study = make_study(tmp_path_factory.mktemp("small"), texts={name: said(name) for name in NAMES})
    project = study.project
    stock = codebook.add(project, "Stock", definition="Ce qui manque en rayon.")
    waiting = codebook.add(
        project, "Attente", definition="Le temps perdu.", exclude="Non les ruptures de stock : voir Stock."
    )
    with project.change("Apply codes"):
        for name in NAMES[:-1]:
            for n, passage in enumerate(documents.passages(project, study.documents[name])):
                codings.apply(
                    project, (stock, waiting)[n % 2], anchors.words(passage.document, passage.start, passage.end)
                )
    path = project.path
    project.close()
    return path


@pytest.fixture
def project(file: Path, tmp_path: Path) -> Iterator[Project]:
    (tmp_path / "s.verbatim").write_bytes(file.read_bytes())
    with Project.open(tmp_path / "s.verbatim", coder="Ada") as opened:
        yield opened


def code(project: Project, name: str) -> int:
    return codebook.find(project, name).key


def last(project: Project) -> list[PassageInfo]:
    """The passages of the interview without codings."""
    return documents.passages(project, documents.find(project, "FRED").key)


def each(project: Project, framework: str | None = None) -> list[Suggestion]:
    found = Suggester.train(project, framework=framework).suggest([last(project)[0].document])
    return [one for passage in found for one in (*passage.suggestions, *passage.by_definition)]


def where(found: list[Suggestion], name: int) -> set[int]:
    return {one.passage for one in found if one.code == name}


def put(project: Project, name: int, passage: PassageInfo) -> int:
    return codings.apply(project, name, anchors.words(passage.document, passage.start, passage.end))


def test_words_with_a_linked_code_are_not_suggested_in_either_direction(project: Project) -> None:
    frameworks.add(project, "meco-2019")
    stock, theory = code(project, "Stock"), codebook.find(project, "C1").key
    places = last(project)
    assert places[0].key in where(each(project), stock)
    links.link(project, stock, theory)
    put(project, theory, places[0])
    found = where(each(project), stock)
    assert places[0].key not in found
    assert places[2].key in found
    put(project, stock, places[4])
    assert places[4].key not in where(each(project, "meco-2019"), theory)


def test_a_code_that_agrees_too_rarely_is_held_back_as_its_coder_says(project: Project) -> None:
    suggester = Suggester.train(project)
    assert suggester.held_back == []
    assert suggestions.least_right(project) == pytest.approx(1 / 3)
    assert suggester.suggest()
    does_and_undoes(project, lambda: suggestions.keep_least_right(project, 1.0))
    worst = {one.code for one in suggester.standings if one.enough and one.precision < 1}
    assert {one.code for one in suggester.held_back} == worst
    assert not [one for passage in suggester.suggest() for one in passage.suggestions]
    project.coder = "Bo"
    assert suggestions.least_right(project) == pytest.approx(1 / 3), "each coder chooses"
    with pytest.raises(CodingError, match="from 0 to 1"):
        suggestions.keep_least_right(project, 3)


def test_suggestions_wait_until_a_person_says_otherwise_and_the_audit_trail_tells(project: Project) -> None:
    document = last(project)[0].document
    assert suggestions.hides_before_first_pass(project)
    assert document in suggestions.withheld(project)
    assert suggestions.suggest(project) == []
    does_and_undoes(project, lambda: suggestions.hide_before_first_pass(project, False))
    assert suggestions.withheld(project) == frozenset()
    assert acts.acts(project)[-1].step.label == "See suggestions before the first pass"
    before = len(project.history())
    suggestions.hide_before_first_pass(project, False)
    assert len(project.history()) == before, "what is chosen already is no change"
    does_and_undoes(project, lambda: suggestions.hide_before_first_pass(project, True))
    suggestions.declare_first_pass(project, document)
    assert {one.document for one in suggestions.suggest(project)} == {document}


def test_what_was_accepted_teaches_and_is_neither_example_nor_measured(project: Project) -> None:
    found = each(project)
    mine = found[0]
    before = Suggester.train(project)
    assert all(near.document != mine.document for one in found for near in one.examples)
    suggestions.accept(project, mine)
    after = Suggester.train(project)
    counted = {one.code: one.examples for one in after.standings}
    assert counted[mine.code] == {one.code: one.examples for one in before.standings}[mine.code] + 1
    for one in each(project):
        assert one.examples
        assert all(near.document != mine.document for near in one.examples)
    assert {one.documents for one in after.standings} == {5}


def test_what_people_code_once_suggestions_were_shown_is_no_truth(project: Project) -> None:
    """They may have been steered; it is an example all the same, as they put it there themselves."""
    place, stock = last(project)[0], code(project, "Stock")
    suggestions.exposed(project, [place.document])
    with project.change("Long ago", kind="note") as session:
        for row in session.query(Exposure):
            row.shown_at = "2020-01-01T00:00:00Z"
    put(project, stock, place)
    suggester = Suggester.train(project)
    at = next(n for n, turn in enumerate(suggester.texts.turns) if turn.passage == place.key)
    assert stock in suggester.labels.codes[at]
    assert stock in suggester.labels.examples[at]
    assert at not in suggester.labels.truth
    assert suggester.labels.unproven() == {at: frozenset({stock})}
    assert suggester.trained is not None
    assert suggester.trained.unproven == {at: frozenset({stock})}
    assert {one.documents for one in suggester.standings} == {5}


def test_what_links_propose_counts_once_it_was_read(project: Project) -> None:
    from coding import readings

    frameworks.add(project, "meco-2019")
    stock, theory = code(project, "Stock"), codebook.find(project, "C1").key
    links.link(project, stock, theory)

    def truth() -> int:
        suggester = Suggester.train(project, framework="meco-2019")
        assert sum(theory in given for given in suggester.labels.codes.values()) == 30
        return sum(theory in given for given in suggester.labels.truth.values())

    assert truth() == 0
    readings.opened(project, [one.key for one in codings.listed(project) if one.code == stock][:7])
    assert truth() == 7


def test_a_rule_that_leaves_out_what_is_said_speaks_against(project: Project) -> None:
    waiting = code(project, "Attente")
    found = [one for one in each(project) if one.code == waiting]
    assert all(one.excluded is None for one in found)
    codebook.edit(project, waiting, exclude="Non ce qui se dit du dimanche. Ni des ruptures.")
    sunday = [one for one in each(project) if one.code == waiting and "dimanche" in one.text]
    assert sunday
    for one in sunday:
        assert one.excluded is not None
        assert (one.excluded.text, one.excluded.part) == ("Non ce qui se dit du dimanche.", "exclude")
        assert one.excluded.shared == ("dimanche",)


def test_the_code_that_people_take_instead_is_told(project: Project) -> None:
    stock, waiting = code(project, "Stock"), code(project, "Attente")
    taken = [one for one in each(project) if one.code == stock]
    for one in taken[:2]:
        suggestions.accept(project, one, code=waiting)
    left = [one for one in each(project) if one.code == stock]
    assert left
    for one in left:
        assert one.instead is not None
        assert (one.instead.code, one.instead.times) == (waiting, 2)
        assert one.instead.of >= 2


def test_what_rests_on_a_definition_shows_which_sentence_of_it(project: Project) -> None:
    told = "Tout autre chose. Ce qui arrive le dimanche en magasin."
    rare = codebook.add(project, "Horaires", definition=told, cues=["les jours fériés"])
    codebook.add(project, "Prix", definition="Ce que cela coûte.")
    found = [one for one in each(project) if one.code == rare]
    assert found
    for one in found:
        assert one.basis == "definition"
        assert one.examples == ()
        assert one.sentence is not None
        assert (one.sentence.text, one.sentence.part) == ("Ce qui arrive le dimanche en magasin.", "definition")
        assert one.sentence.shared == ("dimanche",)


def test_labels_of_a_heading_keep_what_people_put_below_it(project: Project) -> None:
    heading = codebook.add(project, "Ennuis")
    below = codebook.add(project, "Panne", parent=heading)
    key = put(project, below, last(project)[0])
    suggester = Suggester.train(project)
    lifted = examples.lifted(suggester.labels, suggester.codes)
    [place] = [place for place, given in lifted.examples.items() if heading in given]
    coding = codings.get(project, key)
    assert lifted.examples[place][heading] == (coding.start, coding.end, below)
    assert heading in lifted.truth[place]


def test_nothing_is_offered_by_definition_either_where_nothing_is_worth_coding(
    learned: Suggester, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert any(passage.by_definition for passage in learned.suggest())
    monkeypatch.setattr(learned.trained, "gate", float("inf"))
    assert not learned.suggest()
