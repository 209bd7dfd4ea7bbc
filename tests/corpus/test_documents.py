"""Documents: what is kept of a draft, and every verb done, undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from corpus import documents, words
from corpus.drafts import Draft, DraftPassage, DraftSpeaker
from corpus.errors import AmbiguousName, NothingThere, SourceError, UnknownDocument
from corpus.model import AttributeValue, Code, Coding, Memo, MemoTarget, Participant, Speaker
from corpus.store.project import Project
from tests.corpus.support import asked, draft, dump, empty_project, interview


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(empty_project(tmp_path), coder="Ada") as opened:
        yield opened


def does_and_undoes(project: Project, verb: Callable[[], object]) -> None:
    """Do it, take it back, bring it again: one step, and the same rows each time."""
    before, steps = dump(project.path), len(project.history())
    verb()
    after = dump(project.path)
    assert after != before
    assert len(project.history()) == steps + 1
    project.undo()
    assert dump(project.path) == before
    project.redo()
    assert dump(project.path) == after


def test_a_draft_comes_back_as_it_was_given(project: Project) -> None:
    speakers = (DraftSpeaker("INT", "interviewer", 1), DraftSpeaker("ANE", "respondent", 1, same_as="ANNE"))
    text = "INT: Ça va ?\nANE: L'été 2024, 😀 oui."
    given_draft = Draft(
        path=Path("x.docx"),
        name="Entretien",
        text=text,
        original=b"PK",
        media_type="application/x",
        importer="word",
        encoding=None,
        language="en",
        speakers=speakers,
        attributes={"date": "2024-01-02", "lieu": "Lyon"},
        passages=(
            DraftPassage("turn", 5, 12, "INT", page=1, start_ms=0, end_ms=900),
            DraftPassage("turn", 18, len(text), "ANE", page=2),
        ),
    )
    (added,) = documents.add(project, [given_draft])
    info = documents.get(project, added.key)
    assert (info.name, info.language, info.characters, info.words) == ("Entretien", "en", len(text), 8)
    assert (info.passages, info.speakers, info.media_type) == (2, ("INT", "ANE"), "application/x")
    first, second = documents.passages(project, added.key)
    assert (first.number, first.speaker, first.role, first.words, first.end_ms) == (1, "INT", "interviewer", 2, 900)
    assert (second.number, second.page, text[second.start : second.end]) == (2, 2, "L'été 2024, 😀 oui.")
    mark = documents.speakers(project, added.key)[1]
    assert (mark.label, mark.role, mark.same_as, mark.passages, mark.words) == ("ANE", "respondent", "ANNE", 1, 4)
    assert (documents.text(project, added.key), documents.original(project, added.key)) == (text, b"PK")
    values = asked(
        project.path,
        "SELECT a.name, a.subject, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id ORDER BY 1",
    )
    assert values == [("date", "document", "2024-01-02"), ("lieu", "document", "Lyon")]


def test_adding_and_taking_out_are_done_and_undone(project: Project) -> None:
    does_and_undoes(project, lambda: documents.add(project, [interview("a", "Anne"), interview("b", "Bea")]))
    key = documents.find(project, "a").key
    with project.change("Code") as session:
        code, memo = Code(name="c"), Memo(body="m", coder_id=project.coder_key(session))
        session.add_all([code, memo])
        session.flush()
        session.add(Coding(document_id=key, code_id=code.id, coder_id=memo.coder_id, start=0, end=3))
        session.add(MemoTarget(memo_id=memo.id, document_id=key, start=0, end=2))
    does_and_undoes(project, lambda: documents.remove(project, [key]))
    rows = dump(project.path)
    assert [len(rows[table]) for table in ("document", "coding", "memo_target", "memo", "code")] == [1, 0, 1, 1, 1]
    project.undo()
    assert documents.text(project, key) == interview("a", "Anne").text


def test_the_same_bytes_come_in_once(project: Project) -> None:
    added = documents.add(project, [draft("a", "x"), draft("b", "x"), draft("a", "y")])
    assert [(one.status, one.name) for one in added] == [("imported", "a"), ("duplicate", "a"), ("imported", "a (2)")]
    assert added[1].key == added[0].key
    (again,) = documents.add(project, [draft("other", "y")])
    assert (again.status, again.name) == ("duplicate", "a (2)")
    assert len(project.history()) == 2
    documents.remove(project, [added[0].key])
    (back,) = documents.add(project, [draft("a", "x")])
    assert (back.status, back.name) == ("imported", "a")
    later = documents.add(project, [draft("a", "z"), draft("a (2)", "w")])
    assert [one.name for one in later] == ["a (3)", "a (2) (2)"]


def test_nothing_is_no_change(project: Project) -> None:
    assert documents.add(project, []) == []
    documents.remove(project, [])
    assert len(project.history()) == 1


def test_documents_are_found_by_name(project: Project) -> None:
    keys = {
        one.name: one.key
        for one in documents.add(
            project, [draft("Entretien Été", "1"), draft("entretien ete", "2"), draft("Œuvre", "3"), draft("Zoé", "4")]
        )
    }
    for name, key in keys.items():
        assert documents.find(project, name).key == key
    assert documents.find(project, "OEUVRE").key == keys["Œuvre"]
    with pytest.raises(AmbiguousName, match=r"^ENTRETIEN ETE may mean several: Entretien Été, entretien ete\. Write"):
        documents.find(project, "ENTRETIEN ETE")
    with pytest.raises(UnknownDocument, match=r"No document is called Zo; is Zoé meant\?"):
        documents.find(project, "Zo")
    with pytest.raises(UnknownDocument, match=r"No document is called nothing like it\."):
        documents.find(project, "nothing like it")


def test_documents_are_listed_by_name_as_people_sort_it(project: Project) -> None:
    documents.add(project, [draft(name, name) for name in ("b", "É", "a", "Œ", "z", "f")])
    assert [info.name for info in documents.listed(project)] == ["a", "b", "É", "f", "Œ", "z"]
    two = [info.key for info in documents.listed(project)][:2]
    assert [info.key for info in documents.listed(project, two)] == two
    assert documents.listed(project, []) == []


def test_renaming(project: Project) -> None:
    a, _ = (one.key for one in documents.add(project, [draft("a", "1"), draft("b", "2")]))
    does_and_undoes(project, lambda: documents.rename(project, a, "  Nouveau \n"))
    assert documents.get(project, a).name == "Nouveau"
    for name, why in (("b", "Another document is called b"), ("   ", "A document needs a name")):
        with pytest.raises(SourceError, match=why):
            documents.rename(project, a, name)
    documents.rename(project, a, "Nouveau")
    assert documents.get(project, a).name == "Nouveau"


def test_roles_and_merged_speakers(project: Project) -> None:
    (added,) = documents.add(project, [interview("a", "ANNE", "ANE")])
    (other,) = documents.add(project, [interview("b", "ANNE")])
    interviewer, anne, ane = documents.speakers(project, added.key)
    does_and_undoes(project, lambda: documents.set_role(project, anne.key, "interviewer"))
    assert documents.passages(project, added.key)[1].role == "interviewer"
    does_and_undoes(project, lambda: documents.merge_speakers(project, ane.key, anne.key))
    assert [speaker.label for speaker in documents.speakers(project, added.key)] == ["INT", "ANNE"]
    assert [passage.speaker for passage in documents.passages(project, added.key)] == ["INT", "ANNE", "ANNE"]
    for one, into in (
        (anne.key, anne.key),
        (anne.key, ane.key),
        (documents.speakers(project, other.key)[1].key, anne.key),
    ):
        with pytest.raises(NothingThere, match="Two speakers of one document are needed"):
            documents.merge_speakers(project, one, into)
    with pytest.raises(SourceError, match="No role is called boss"):
        documents.set_role(project, interviewer.key, "boss")


@pytest.mark.parametrize(
    "verb",
    [
        lambda project: documents.get(project, 99),
        lambda project: documents.text(project, 99),
        lambda project: documents.original(project, 99),
        lambda project: documents.rename(project, 99, "x"),
        lambda project: documents.remove(project, [99]),
        lambda project: documents.set_role(project, 99, "respondent"),
        lambda project: documents.merge_speakers(project, 99, 98),
    ],
)
def test_what_is_gone_is_said(project: Project, verb: Callable[[Project], object]) -> None:
    with pytest.raises((NothingThere, UnknownDocument), match=r"no longer in the project|are needed"):
        verb(project)


def test_taking_out_one_that_is_gone_takes_out_none(project: Project) -> None:
    (added,) = documents.add(project, [draft("a", "1")])
    with pytest.raises(NothingThere):
        documents.remove(project, [added.key, 99])
    assert [info.key for info in documents.listed(project)] == [added.key]


def test_merged_speakers_keep_whose_they_are(project: Project) -> None:
    (added,) = documents.add(project, [interview("a", "ANNE", "ANE")])
    _, anne, ane = documents.speakers(project, added.key)
    with project.change("Tie") as session:
        person = Participant(name="Anne M.")
        session.add(person)
        session.flush()
        session.get_one(Speaker, ane.key).participant_id = person.id
        session.get_one(Speaker, anne.key).same_as = "ANE"
    documents.merge_speakers(project, ane.key, anne.key)
    kept = documents.speakers(project, added.key)[1]
    assert (kept.label, kept.participant, kept.same_as, kept.passages) == ("ANNE", "Anne M.", None, 2)


def test_passages_of_all_documents_come_in_order(project: Project) -> None:
    documents.add(project, [draft("b", "1\n2\n3"), draft("a", "4\n5")])
    assert [(one.document, one.number) for one in documents.passages(project)] == [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (2, 2),
    ]
    assert documents.passages(project, 99) == []


def test_attributes_of_documents_share_a_column(project: Project) -> None:
    one, two = draft("a", "1"), draft("b", "2")
    object.__setattr__(one, "attributes", {"lieu": "Lyon"})
    object.__setattr__(two, "attributes", {"lieu": "Nice", "date": "x"})
    documents.add(project, [one, two])
    assert asked(project.path, "SELECT name, position FROM attribute ORDER BY id") == [("lieu", 0), ("date", 1)]
    with project.read() as session:
        assert len(session.scalars(select(AttributeValue)).all()) == 3


@given(st.text())
def test_a_word_is_a_run_of_letters_and_digits(text: str) -> None:
    flags = [char.isalnum() for char in text]
    assert words.count(text) == sum(1 for before, now in zip([False, *flags], flags) if now and not before)


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    assert words.folded(words.folded(text)) == words.folded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Élève", "eleve"), ("Œuvre", "OEUVRE"), ("l’été", "L'ETE"), ("ÆTHER", "aether"), ("Straße", "STRASSE")],
)
def test_names_are_alike_without_case_and_accents(one: str, other: str) -> None:
    assert words.folded(one) == words.folded(other)
