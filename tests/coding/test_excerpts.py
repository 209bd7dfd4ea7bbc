"""Excerpts: each verb does and undoes; what is printed equals the source but for what shows."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coding import codebook, excerpts
from corpus import anchors, documents
from corpus.errors import CodingError, NothingThere, SpanOutside, UnknownCode, UnknownDocument
from tests.coding.support import Study, does_and_undoes, draft, dump, make_study


@pytest.fixture
def code(study: Study) -> int:
    return codebook.add(study.project, "a")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("dit « prêt »| pour", "dit « prêt » [x] pour"),
        ("fin.|«\u00a0Oui", "fin. [x] «\u00a0Oui"),
        ("l’|usine", "l’[x] usine"),
        ("mot|, puis", "mot [x], puis"),
        ("(|mot", "([x] mot"),
        ("un |mot", "un [x] mot"),
    ],
)
def test_an_insertion_stands_off_words_and_what_ends_or_opens_them(tmp_path: Path, text: str, printed: str) -> None:
    said, offset = text.replace("|", ""), text.index("|")
    study = make_study(tmp_path, texts={"Dit": f"ANNE : {said}"})
    code, start = codebook.add(study.project, "Dire"), len("ANNE : ")
    place = anchors.words(study.documents["Dit"], start, start + len(said))
    key = excerpts.add(study.project, code, place, insertions=[(start + offset, "x")])
    assert excerpts.printed(study.project, key) == printed
    study.project.close()


def test_an_excerpt_prints_its_cuts_and_insertions(study: Study, code: int) -> None:
    project, bureau = study.project, study.documents["Bureau"]
    span = study.span("Bureau", "Le tableau de bord 📈 tombe chaque lundi.")
    cut, lundi = study.span("Bureau", "de bord 📈 tombe"), study.span("Bureau", "lundi")
    key = does_and_undoes(
        project,
        lambda: excerpts.add(
            project,
            code,
            anchors.words(bureau, *span),
            cuts=[cut],
            insertions=[(lundi[1], " matin"), (span[0], "Avant")],
            translation="The dashboard drops on Mondays.",
        ),
    )
    excerpt = excerpts.get(project, key)
    assert (excerpt.code, excerpt.document, excerpt.start, excerpt.end) == (code, bureau, *span)
    assert (excerpt.cuts, excerpt.insertions) == ((cut,), ((span[0], "Avant"), (lundi[1], "matin")))
    assert (excerpt.translation, excerpt.position, excerpt.coder) == ("The dashboard drops on Mondays.", 0, "Ada")
    assert excerpts.printed(project, excerpt) == "[Avant] Le tableau (…) chaque lundi [matin]."
    assert excerpts.printed(project, key) == excerpts.printed(project, excerpt)
    assert excerpts.find(project, code, anchors.words(bureau, *span)) == excerpt


def test_cuts_that_touch_are_one(study: Study, code: int) -> None:
    key = excerpts.add(
        study.project, code, anchors.words(study.documents["Achats"], 0, 30), cuts=[(10, 15), (5, 8), (7, 10), (20, 22)]
    )
    assert excerpts.get(study.project, key).cuts == ((5, 15), (20, 22))


def test_editing(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    key = excerpts.add(project, code, anchors.words(achats, 5, 30), cuts=[(10, 15)], insertions=[(20, "x")])
    does_and_undoes(
        project,
        lambda: excerpts.edit(project, key, anchor=anchors.words(achats, 0, 30), cuts=[(2, 4)], translation="t"),
    )
    excerpt = excerpts.get(project, key)
    assert (excerpt.start, excerpt.cuts, excerpt.insertions, excerpt.translation) == (0, ((2, 4),), ((20, "x"),), "t")
    does_and_undoes(project, lambda: excerpts.edit(project, key, insertions=[]))
    does_and_undoes(project, lambda: excerpts.edit(project, key, purpose="power"))
    excerpts.edit(project, key, translation="u")
    assert excerpts.get(project, key).purpose == "power"
    does_and_undoes(project, lambda: excerpts.edit(project, key, purpose=""))
    with pytest.raises(CodingError, match="A quotation is for"):
        excerpts.edit(project, key, purpose="show")
    with pytest.raises(SpanOutside, match="cut 2–4"):
        excerpts.edit(project, key, anchor=anchors.words(achats, 3, 30))
    excerpts.add(project, code, anchors.words(achats, 1, 30))
    with pytest.raises(CodingError, match="excerpt of this code already"):
        excerpts.edit(project, key, anchor=anchors.words(achats, 1, 30))


def test_order_among_those_of_a_code(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    other = codebook.add(project, "b")
    one, two, three = (excerpts.add(project, code, anchors.words(achats, at, 30)) for at in range(3))
    far = excerpts.add(project, other, anchors.words(achats, 0, 30))
    assert [(e.key, e.position) for e in excerpts.listed(project)] == [(one, 0), (two, 1), (three, 2), (far, 0)]
    does_and_undoes(project, lambda: excerpts.move(project, three, 0))
    assert [e.key for e in excerpts.listed(project, [code])] == [three, one, two]
    does_and_undoes(project, lambda: excerpts.move(project, three, 9))
    assert [(e.key, e.position) for e in excerpts.listed(project, iter([code]))] == [(one, 0), (two, 1), (three, 2)]


def test_removing(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    key = excerpts.add(project, code, anchors.words(achats, 0, 30))
    does_and_undoes(project, lambda: excerpts.remove(project, key))
    assert excerpts.listed(project) == []
    for verb in (excerpts.remove, excerpts.get, excerpts.edit, excerpts.printed):
        with pytest.raises(NothingThere):
            verb(project, key)
    with pytest.raises(NothingThere):
        excerpts.find(project, code, anchors.words(achats, 0, 30))


def test_excerpts_that_make_no_sense_are_refused(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    excerpts.add(project, code, anchors.words(achats, 0, 9))
    before = dump(project)
    for where, span, cuts, insertions, error in (
        (code, (0, 9), (), (), CodingError),
        (code, (0, 9999), (), (), SpanOutside),
        (code, (1, 9), [(0, 3)], (), SpanOutside),
        (code, (1, 9), [(5, 5)], (), SpanOutside),
        (code, (1, 9), [(1, 4), (4, 9)], (), CodingError),
        (code, (1, 9), (), [(10, "x")], SpanOutside),
        (code, (1, 9), [(2, 6)], [(4, "x")], SpanOutside),
        (code, (1, 9), (), [(4, "  ")], CodingError),
        (9999, (1, 9), (), (), UnknownCode),
    ):
        with pytest.raises(error):
            excerpts.add(project, where, anchors.words(achats, *span), cuts=cuts, insertions=insertions)
    with pytest.raises(UnknownDocument):
        excerpts.add(project, code, anchors.words(9999, 0, 1))
    assert dump(project) == before


@given(
    st.text(st.sampled_from("aé📈 \ń"), min_size=4, max_size=30),
    st.sets(st.integers(0, 30)),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["x", "yé"])), max_size=3),
)
def test_all_else_equals_the_source(
    long_study: Study, words: str, cut: set[int], insertions: list[tuple[int, str]]
) -> None:
    project = long_study.project
    document, code = documents.add(project, [draft("d", f"A : {words}")])[0].key, codebook.add(project, f"{uuid4()}")
    text = documents.text(project, document)
    cut = {at for at in cut if at < len(text)}
    kept = [at for at in range(len(text)) if at not in cut]
    assume(kept)
    insertions = [(at, said) for at, said in insertions if at <= len(text) and not {at - 1, at} <= cut]
    key = excerpts.add(
        project, code, anchors.words(document, 0, len(text)), cuts=[(at, at + 1) for at in cut], insertions=insertions
    )
    printed = excerpts.printed(project, key)
    source = "".join(text[at] for at in kept)
    assert re.sub(r"\[[^\]]*\]|\(…\)| ", "", printed) == source.replace(" ", "")
    assert printed.count(excerpts.CUT) == len(excerpts.get(project, key).cuts)
    assert sorted(re.findall(r"\[([^\]]*)\]", printed)) == sorted(said for _, said in insertions)


def test_an_excerpt_is_of_words_and_stays_in_its_document(study: Study, code: int) -> None:
    project, achats, bureau = study.project, study.documents["Achats"], study.documents["Bureau"]
    for place in (anchors.whole(achats), anchors.box(achats, 1, 0, 0, 1, 1)):
        with pytest.raises(CodingError, match="chosen from words"):
            excerpts.add(project, code, place)
    key = excerpts.add(project, code, anchors.words(achats, 0, 9))
    with pytest.raises(SpanOutside, match="stays in its document"):
        excerpts.edit(project, key, anchor=anchors.words(bureau, 0, 9))
    assert excerpts.get(project, key).anchor == anchors.words(achats, 0, 9)


def test_cuts_can_be_given_back_in_part() -> None:
    assert excerpts.without([(0, 10), (20, 30)], 5, 25) == ((0, 5), (25, 30))
    assert excerpts.without([(0, 10)], 0, 10) == ()
    assert excerpts.without([(0, 10)], 10, 20) == ((0, 10),)
