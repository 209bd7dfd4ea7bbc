"""Codings: each verb does and undoes; spans and doubles are refused; many at once equal many one by one."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from coding import codebook, codings, links, memos
from coding.codebook import frameworks
from coding.codings import Entry
from coding.moment.moment import Moment
from corpus import anchors, documents
from corpus.errors import CodingError, DuplicateCoding, NothingThere, SpanOutside, UnknownCode, UnknownDocument
from corpus.model import Coding, Verdict
from tests.coding.support import Study, does_and_undoes, make_study


@pytest.fixture
def code(study: Study) -> int:
    return codebook.add(study.project, "a")


def test_applying(study: Study, code: int) -> None:
    project, bureau = study.project, study.documents["Bureau"]
    span = study.span("Bureau", "bord 📈 tombe")
    key = does_and_undoes(project, lambda: codings.apply(project, code, anchors.words(bureau, *span)))
    coding = codings.get(project, key)
    assert (coding.document, coding.start, coding.end, coding.code) == (bureau, *span, code)
    assert (coding.coder, coding.origin, coding.verdict, coding.whole) == ("Ada", "manual", None, False)
    assert documents.text(project, bureau)[coding.start : coding.end] == "bord 📈 tombe"


def test_applying_from_a_suggestion_keeps_its_verdict(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    with project.change("Accept") as session:
        verdict = Verdict(
            document_id=achats,
            start=0,
            end=3,
            text_sha="x",
            code_id=code,
            decision="accepted",
            coder_id=project.coder_key(session),
        )
        session.add(verdict)
        session.flush()
        key = codings.apply(project, code, anchors.words(achats, 0, 3), origin="suggestion", verdict=verdict.id)
        number = verdict.id
    assert (codings.get(project, key).origin, codings.get(project, key).verdict) == ("suggestion", number)
    project.undo()
    assert codings.listed(project) == []


@pytest.mark.parametrize("span", [(0, 0), (5, 2), (-1, 3), (0, 10_000)])
def test_spans_outside_are_refused(study: Study, code: int, span: tuple[int, int]) -> None:
    with pytest.raises(SpanOutside):
        codings.apply(study.project, code, anchors.words(study.documents["Achats"], *span))
    there = anchors.words(study.documents["Achats"], 0, 3)
    with pytest.raises(SpanOutside):
        codings.apply_many(study.project, [(code, there), (code, anchors.words(there.document, *span))])
    assert codings.listed(study.project) == []


def test_what_is_not_there_is_refused(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    for verb in (codings.apply, lambda *args: codings.apply_many(args[0], [args[1:]])):
        with pytest.raises(UnknownDocument):
            verb(project, code, anchors.words(9999, 0, 3))
        with pytest.raises(UnknownCode):
            verb(project, 9999, anchors.words(achats, 0, 3))
    with pytest.raises(UnknownDocument):
        codings.apply(project, code, anchors.whole(9999))


def test_the_same_coder_codes_the_same_words_once(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    codings.apply(project, code, anchors.words(achats, 0, 3))
    codings.apply(project, code, anchors.whole(achats))
    with pytest.raises(DuplicateCoding, match="a is on these words already"):
        codings.apply(project, code, anchors.words(achats, 0, 3))
    with pytest.raises(DuplicateCoding):
        codings.apply(project, code, anchors.whole(achats))
    codings.apply(project, code, anchors.words(achats, 0, 4))
    with study.coder("Bob"):
        codings.apply(project, code, anchors.words(achats, 0, 3))
    assert [one.coder for one in codings.listed(project)] == ["Ada", "Ada", "Ada", "Bob"]


def test_coding_a_whole_document(study: Study, code: int) -> None:
    project, caisse = study.project, study.documents["Caisse"]
    key = does_and_undoes(project, lambda: codings.apply(project, code, anchors.whole(caisse)))
    coding = codings.get(project, key)
    assert (coding.start, coding.end, coding.whole) == (0, documents.get(project, caisse).characters, True)
    assert codings.find(project, code, anchors.whole(caisse)) == coding


def test_many_at_once(study: Study, code: int) -> None:
    project, achats, bureau = study.project, study.documents["Achats"], study.documents["Bureau"]
    other = codebook.add(project, "b")
    there = codings.apply(project, code, anchors.words(achats, 0, 3))
    first = anchors.words(bureau, 0, 3)
    items = [(code, anchors.words(achats, 0, 3)), (code, first), (code, first), (other, anchors.whole(achats))]
    keys = does_and_undoes(project, lambda: codings.apply_many(project, items, origin="import"))
    assert len(keys) == 2
    assert [(one.key, one.document, one.whole, one.origin) for one in codings.listed(project)] == [
        (keys[1], achats, True, "import"),
        (there, achats, False, "manual"),
        (keys[0], bureau, False, "import"),
    ]
    assert project.undo().label == "Apply codes"
    assert codings.apply_many(project, []) == []


def test_entries_bring_their_coder_and_date(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    entries = [
        Entry(code, anchors.words(achats, 0, 3), coder="Zoé", origin="manual", created_at="2019-05-01T10:00:00Z"),
        Entry(code, anchors.words(achats, 0, 3), coder="Zoé"),
        Entry(code, anchors.words(achats, 0, 3)),
    ]
    keys = does_and_undoes(project, lambda: codings.enter(project, entries, origin="import"))
    assert keys[1] is None
    zoe, ada = (codings.get(project, key) for key in (keys[0], keys[2]) if key is not None)
    assert (zoe.coder, zoe.origin, zoe.created_at) == ("Zoé", "manual", "2019-05-01T10:00:00Z")
    assert (ada.coder, ada.origin) == ("Ada", "import")


def test_keys_stay_with_their_entries_after_removals(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    codings.uncode(project, [codings.apply(project, code, anchors.words(achats, 0, 9))])
    spans = [(at, at + 2) for at in (7, 3, 5, 1)]
    keys = codings.apply_many(project, [(code, anchors.words(achats, *span)) for span in spans])
    assert [(codings.get(project, key).start, codings.get(project, key).end) for key in keys] == spans


def test_in_vivo(study: Study) -> None:
    project, bureau = study.project, study.documents["Bureau"]
    span = study.span("Bureau", "tableau de bord 📈")
    code, coding = does_and_undoes(project, lambda: codings.in_vivo(project, anchors.words(bureau, *span)))
    made = codebook.get(project, code)
    assert (made.name, made.in_vivo, made.parent) == ("tableau de bord 📈", True, None)
    assert codings.get(project, coding).origin == "in vivo"
    with study.coder("Bob"):
        again, _ = codings.in_vivo(project, anchors.words(bureau, *span))
    assert again == code
    under, _ = codings.in_vivo(project, anchors.words(bureau, *span), parent=code)
    assert codebook.get(project, under).path == "tableau de bord 📈/tableau de bord 📈"


def test_in_vivo_names_are_one_line_and_80_characters_at_most(tmp_path_factory: pytest.TempPathFactory) -> None:
    long = "un mot " * 30
    study = make_study(tmp_path_factory.mktemp("vivo"), texts={"d": f"A : 24/7\n\nB : {long}x\n\nC : {'y' * 200}"})
    with study.project as project:
        document = study.documents["d"]
        code, _ = codings.in_vivo(project, anchors.words(document, *study.span("d", "24/7\n\nB")))
        assert codebook.get(project, code).name == "24/7 B"
        assert codebook.find(project, "24/7 B").key == code
        for words, name in ((long, "un mot " * 11), ("y" * 200, "y" * 79)):
            code, _ = codings.in_vivo(project, anchors.words(document, *study.span("d", words)))
            assert codebook.get(project, code).name == name.strip() + "…"
        with pytest.raises(CodingError, match="no words"):
            codings.in_vivo(project, anchors.words(document, *study.span("d", "\n\n")))


def test_uncoding_leaves_memos_on_the_words(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    frameworks.add(project, "meco-2019")
    c1 = codebook.find(project, "C1").key
    links.link(project, code, c1)
    one, two = (
        codings.apply(project, code, anchors.words(achats, 2, 9)),
        codings.apply(project, code, anchors.whole(achats)),
    )
    links.judge(project, one, c1, "in")
    memo = memos.add(project, "m", targets=[memos.Target("coding", one), memos.Target("coding", two)])
    does_and_undoes(project, lambda: codings.uncode(project, [one, two]))
    assert codings.listed(project) == links.judgements(project) == []
    assert memos.get(project, memo).targets == (
        memos.on(anchors.words(achats, 2, 9), "Achats"),
        memos.Target("document", achats, label="Achats"),
    )
    with pytest.raises(NothingThere):
        codings.uncode(project, [one])
    with pytest.raises(NothingThere):
        codings.uncode(project, [])


def test_resizing(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    key, other = (
        codings.apply(project, code, anchors.words(achats, 2, 9)),
        codings.apply(project, code, anchors.words(achats, 3, 9)),
    )
    does_and_undoes(project, lambda: codings.resize(project, key, anchors.words(achats, 1, 12)))
    assert (codings.get(project, key).start, codings.get(project, key).end) == (1, 12)
    with pytest.raises(DuplicateCoding):
        codings.resize(project, key, anchors.words(achats, 3, 9))
    with pytest.raises(SpanOutside):
        codings.resize(project, key, anchors.words(achats, 3, 3))
    with pytest.raises(SpanOutside, match="stays in its document"):
        codings.resize(project, key, anchors.words(study.documents["Bureau"], 3, 9))
    with pytest.raises(NothingThere):
        codings.resize(project, 9999, anchors.words(achats, 0, 1))
    codings.resize(project, other, anchors.words(achats, 3, 9))
    assert len(codings.listed(project)) == 2


def test_recoding(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    b = codebook.add(project, "b")
    moved, twin = (
        codings.apply(project, code, anchors.words(achats, 2, 9)),
        codings.apply(project, code, anchors.words(achats, 0, 3)),
    )
    there = codings.apply(project, b, anchors.words(achats, 0, 3))
    does_and_undoes(project, lambda: codings.recode(project, [moved, twin, there], b))
    assert {(one.key, one.code) for one in codings.listed(project)} == {(moved, b), (there, b)}
    with pytest.raises(NothingThere):
        codings.recode(project, [twin], b)
    with pytest.raises(UnknownCode):
        codings.recode(project, [moved], 9999)


def test_finding(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    with study.coder("Bob"):
        theirs = codings.apply(project, code, anchors.words(achats, 0, 3))
    assert codings.find(project, code, anchors.words(achats, 0, 3)).key == theirs
    own = codings.apply(project, code, anchors.words(achats, 0, 3))
    assert codings.find(project, code, anchors.words(achats, 0, 3)).key == own
    assert codings.find(project, code, anchors.words(achats, 0, 3), coder="Bob").key == theirs
    on_words = anchors.words(achats, 0, 3)
    for place, coder in ((anchors.words(achats, 0, 4), None), (on_words, "Eve"), (anchors.whole(achats), None)):
        with pytest.raises(NothingThere):
            codings.find(project, code, place, coder)


def test_listing(study: Study, code: int) -> None:
    project, achats, bureau = study.project, study.documents["Achats"], study.documents["Bureau"]
    b = codebook.add(project, "b")
    late, short = (
        codings.apply(project, code, anchors.words(achats, 5, 9)),
        codings.apply(project, b, anchors.words(achats, 0, 3)),
    )
    long, far = (
        codings.apply(project, code, anchors.words(achats, 0, 9)),
        codings.apply(project, b, anchors.words(bureau, 0, 3)),
    )
    assert [one.key for one in codings.of_document(project, achats)] == [long, short, late]
    assert [one.key for one in codings.listed(project)] == [long, short, late, far]
    assert [one.key for one in codings.listed(project, codes=[b])] == [short, far]
    assert [one.key for one in codings.listed(project, codes=iter([b]), documents=[achats])] == [short]
    assert codings.listed(project, codes=[]) == []
    with pytest.raises(NothingThere):
        codings.get(project, 9999)


@given(st.lists(st.tuples(st.integers(-2, 80), st.integers(-2, 80), st.sampled_from(["Ada", "Bob"])), max_size=12))
def test_many_at_once_equal_many_one_by_one(long_study: Study, wanted: list[tuple[int, int, str]]) -> None:
    study, project, achats = long_study, long_study.project, long_study.documents["Achats"]
    text = documents.text(project, achats)
    one_by_one, at_once = (codebook.add(project, f"{uuid4()}") for _ in range(2))
    good = [(start, end, coder) for start, end, coder in wanted if 0 <= start < end <= len(text)]
    seen = set()
    for start, end, coder in wanted:
        with study.coder(coder):
            if (start, end, coder) in good and (start, end, coder) not in seen:
                seen.add((start, end, coder))
                codings.apply(project, one_by_one, anchors.words(achats, start, end))
            else:
                with pytest.raises((SpanOutside, DuplicateCoding)):
                    codings.apply(project, one_by_one, anchors.words(achats, start, end))
    codings.enter(
        project, [Entry(at_once, anchors.words(achats, start, end), coder=coder) for start, end, coder in good]
    )
    for code in (one_by_one, at_once):
        assert {(c.start, c.end, c.coder) for c in codings.listed(project, codes=[code])} == seen
    assert all(text[c.start : c.end] for c in codings.listed(project))


def test_boxes_and_times_are_coded_but_stand_in_no_list_of_words(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    codings.apply(project, code, anchors.words(achats, 0, 3))
    codings.apply(project, code, anchors.whole(achats))
    before = codings.listed(project), Moment.of(project).evidence(code)
    places = [anchors.box(achats, 1, 0, 0, 0.5, 0.5), anchors.stretch(achats, 0, 900)]
    for place in places:
        does_and_undoes(project, lambda place=place: codings.apply(project, code, place))
        with pytest.raises(DuplicateCoding):
            codings.apply(project, code, place)
    assert codings.apply_many(project, [(code, place) for place in places]) == []
    assert (codings.listed(project), Moment.of(project).evidence(code)) == before
    with pytest.raises(CodingError, match="no words here"):
        codings.in_vivo(project, places[0])
    with pytest.raises(SpanOutside, match="box"):
        codings.apply(project, code, anchors.box(achats, 1, 0.6, 0, 0.5, 0.5))


def test_codings_of_words_boxes_and_times_merge_where_their_places_are_the_same(study: Study, code: int) -> None:
    project, achats = study.project, study.documents["Achats"]
    other = codebook.add(project, "b")
    places = [anchors.words(achats, 0, 3), anchors.box(achats, 1, 0, 0, 0.5, 0.5), anchors.stretch(achats, 0, 900)]
    kept = [codings.apply(project, other, place) for place in places]
    moved = [codings.apply(project, code, place) for place in places]
    moved.append(codings.apply(project, code, anchors.box(achats, 2, 0, 0, 0.5, 0.5)))
    does_and_undoes(project, lambda: codings.recode(project, moved, other))
    with project.read() as session:
        assert list(session.scalars(select(Coding.id).order_by(Coding.id))) == [*kept, moved[-1]]
