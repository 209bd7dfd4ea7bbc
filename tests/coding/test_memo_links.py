"""Links in memos: kept by identity, read by the name of now, broken ones told; drafts that outlive a crash."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from coding import codebook, codings, memos
from coding.codebook import frameworks
from coding.memos import Target, drafts, links, markdown, on, templates
from corpus import anchors, documents
from corpus.model import Memo
from corpus.people import participants
from tests.coding.support import Study, does_and_undoes, dump


def raw(study: Study, key: int) -> str:
    with study.project.read() as session:
        return session.scalars(select(Memo.body).where(Memo.id == key)).one()


def broken(study: Study, key: int) -> list[str]:
    return [one.name for one in links.found(study.project, memos.get(study.project, key).body) if one.to is None]


def test_links_to_every_kind_are_kept_by_identity_and_follow_a_new_name(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    frameworks.add(project, "meco-2019")
    prices = codebook.add(project, "Prix")
    luc = participants.add(project, "Luc")
    first = memos.add(project, "…", title="Première idée")
    key = does_and_undoes(
        project,
        lambda: memos.add(
            project, "[[prix]], [[document:achats]], [[Luc]], [[memo:Première idée]], [[passage:Achats § 2]], [[C1]]"
        ),
    )
    assert "uid" not in raw(study, key)
    assert raw(study, key).count("|") == 6
    assert memos.get(project, key).body == (
        "[[code:Prix]], [[document:Achats]], [[participant:Luc]], [[memo:Première idée]], [[passage:Achats § 2]], "
        "[[code:C1 Capacité d’analyse de l’expérience client]]"
    )
    codebook.edit(project, prices, name="Prix [tout | compris]")
    documents.rename(project, achats, "Courses")
    participants.edit(project, luc, name="Luc P.")
    memos.edit(project, first, title="Autre idée")
    said = memos.get(project, key).body
    assert said.startswith(
        "[[code:Prix (tout / compris)]], [[document:Courses]], [[participant:Luc P.]], [[memo:Autre idée]], "
        "[[passage:Courses § 2]]"
    )
    found = links.found(project, said)
    assert [one.to.kind for one in found if one.to] == ["code", "document", "participant", "memo", "passage", "code"]
    passage = found[4].to
    assert passage is not None
    assert passage.document == achats
    assert documents.text(project, achats)[slice(*passage.span or ())] == "Et alors ?"
    before = dump(project)
    memos.edit(project, key, body=said)
    assert dump(project) == before, "what is read can be written back as it is"


def test_a_link_to_what_went_says_so_and_is_whole_again_after_undo(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "Prix")
    key = memos.add(project, "Voir [[Prix]] et [[Rien de tel]].")
    assert broken(study, key) == ["Rien de tel"]
    codebook.remove(project, code)
    assert broken(study, key) == ["Prix", "Rien de tel"]
    memos.edit(project, key, body=memos.get(project, key).body + " Encore.")
    project.undo()
    project.undo()
    assert broken(study, key) == ["Rien de tel"]


def test_a_link_to_what_went_survives_writing_on_and_finds_it_when_it_comes_back(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "Prix")
    key = memos.add(project, "Voir [[Prix]].")
    kept = raw(study, key)
    codebook.remove(project, code)
    memos.edit(project, key, body=memos.get(project, key).body)
    assert raw(study, key) == kept


def test_codes_that_become_one_take_their_links_along(study: Study) -> None:
    project = study.project
    one, other = codebook.add(project, "Prix"), codebook.add(project, "Tarifs")
    key = memos.add(project, "Voir [[Prix]].")
    does_and_undoes(project, lambda: codebook.merge(project, [one], other))
    assert memos.get(project, key).body == "Voir [[code:Tarifs]]."


def test_a_name_that_several_have_is_told_apart(study: Study) -> None:
    project = study.project
    for title in ("Idée", "idée", ""):
        memos.add(project, "…", title=title)
    first, second, third = (one.key for one in memos.listed(project))
    key = memos.add(project, f"[[Idée]] [[memo:Idée #{first}]] [[memo:#{second}]] [[memo:#{third}]]")
    said = memos.get(project, key).body
    assert said == f"[[Idée]] [[memo:Idée #{first}]] [[memo:idée #{second}]] [[memo:#{third}]]"
    assert [one.to and one.to.key for one in links.found(project, said)] == [None, first, second, third]


@given(text=st.text(alphabet="[]|:#§ aéCode1😀\n-", max_size=40))
def test_any_text_is_read_as_it_was_written_or_with_its_links_alone_changed(long_study: Study, text: str) -> None:
    project = long_study.project
    key = memos.add(project, text, title="t")
    said = memos.get(project, key).body
    memos.edit(project, key, body=said)
    assert memos.get(project, key).body == said
    for one in links.found(project, said):
        assert said[one.start : one.end].startswith("[[")
        assert said[one.start : one.end].endswith("]]")


def test_what_was_typed_and_never_left_becomes_one_change(study: Study) -> None:
    project, achats = study.project, study.documents["Achats"]
    key = memos.add(project, "Avant.", title="Idée")
    memo = memos.get(project, key)
    before = dump(project)
    for body in ("Avant. P", "Avant. Puis", "Avant. Puis plus."):
        drafts.keep(project, drafts.MemoDraft("Idée", body, "plain", memo=key, upon=drafts.stamp(memo)))
    drafts.keep(
        project, drafts.MemoDraft("", "Neuf 😀", "field", (on(anchors.words(achats, 2, 9)), Target("code", 99)))
    )
    assert dump(project) == before, "typing is no change"
    with study.coder("Bo"):
        assert drafts.recover(project) == []
    made = does_and_undoes(project, lambda: drafts.recover(project))
    assert memos.get(project, key).body == "Avant. Puis plus."
    new = memos.get(project, made[1])
    assert (new.body, new.kind, [one.span for one in new.targets]) == ("Neuf 😀", "field", [(2, 9)])
    assert drafts.kept(project) == []


def test_what_was_typed_on_a_memo_that_another_changed_becomes_one_of_its_own(study: Study) -> None:
    project = study.project
    key = memos.add(project, "Avant.")
    drafts.keep(project, drafts.MemoDraft("", "Le mien", "plain", memo=key, upon="2020-01-01T00:00:00Z"))
    [made] = drafts.recover(project)
    assert made != key
    assert memos.get(project, key).body == "Avant."
    assert memos.get(project, made).body == "Le mien"


def test_what_is_typed_is_written_once_and_never_into_nothing(study: Study) -> None:
    project, prices = study.project, Target("code", codebook.add(study.project, "Prix"))
    key = memos.add(project, "Avant.", targets=[prices])
    draft = drafts.MemoDraft("", "Avant, puis.", "plain", (prices,), key, drafts.stamp(memos.get(project, key)))
    drafts.keep(project, draft)
    assert drafts.write(project, draft) == key
    assert drafts.kept(project) == []
    step = project.undoable()
    assert drafts.write(project, draft) == key, "what is written already is no other memo"
    assert project.undoable() == step
    memos.remove(project, key)
    again = memos.get(project, drafts.write(project, draft))
    assert (again.body, [one.key for one in again.targets]) == ("Avant, puis.", [prices.key])


def test_editors_keep_their_drafts_apart(study: Study) -> None:
    for desk in ("page", "beside"):
        drafts.keep(study.project, drafts.MemoDraft("", desk, "plain", desk=desk))
    assert sorted(one.body for one in drafts.kept(study.project)) == ["beside", "page"]


def test_what_a_memo_is_to_be_about_is_told_by_name(study: Study) -> None:
    project, place = study.project, study.words("Achats", "parcours client")
    code = codebook.add(study.project, "Prix")
    coding = codings.apply(project, code, place)
    about = [Target("project"), Target("code", code), Target("coding", coding), on(place), Target("code", 9999)]
    assert [one.label for one in memos.named(project, about)] == ["", "Prix", "Prix", "Achats", ""]


def test_what_is_no_draft_is_let_be(study: Study) -> None:
    for strange in ([1], {"new": 3}, {"new": {"title": "x"}}, {"new": {"targets": 1}}):
        study.project.remember("memo.drafts", strange)
        assert drafts.recover(study.project) == []


def test_words_are_annotated(study: Study) -> None:
    project, place = study.project, study.words("Achats", "parcours client")
    key = does_and_undoes(project, lambda: memos.annotate(project, place, "Mot maison ?"))
    memo = memos.get(project, key)
    assert (memo.kind, memo.targets[0].span) == ("annotation", place.span)


def test_the_summary_of_a_contact_has_its_headings_in_both_languages() -> None:
    assert [len(templates.of("contact", language).split("\n## ")) for language in ("fr", "en")] == [5, 5]
    assert templates.of("plain", "fr") == ""


def test_markdown_reads_as_text() -> None:
    said = "## Qui\n\n- **Anne**, *chef* de `rayon`\n* 2_000_ prix, voir [[code:Prix]] et [[Luc]]\nn * 2 * 3"
    assert markdown.plain(said) == "Qui\n\n– Anne, chef de rayon\n– 2_000 prix, voir Prix et Luc\nn * 2 * 3"
