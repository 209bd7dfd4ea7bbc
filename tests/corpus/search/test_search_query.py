"""Reading queries, and what is said of those that can't be read."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search.nodes import And, Everything, Field, Near, Node, Not, Or, Pattern, Related, Words, leaves
from corpus.search.pieces import FIELDS
from corpus.search.query import nearest, parse

SAID = {
    "{small}": "and the word itself is sought in lower case",
    "{fields}": ", ".join(FIELDS),
}
A, B, C = Words(("alpha",)), Words(("beta",)), Words(("gamma",))


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("alpha", A),
        ("alpha beta", And((A, B))),
        ("alpha AND beta", And((A, B))),
        ("alpha ET beta OU gamma", Or((And((A, B)), C))),
        ("alpha ET (beta OR gamma)", And((A, Or((B, C))))),
        ("alpha NOT beta", And((A, Not(B)))),
        ("alpha AND NOT beta", And((A, Not(B)))),
        ("alpha SAUF (beta OU gamma)", And((A, Not(Or((B, C)))))),
        ("NOT NOT alpha", A),
        ("alpha ou beta", And((A, Words(("ou",)), B))),
        ('"alpha beta"', Words(("alpha", "beta"))),
        ("« alpha beta »", Words(("alpha", "beta"))),
        ("“alpha beta”gamma", And((Words(("alpha", "beta")), C))),
        ('"alpha beta"~10 gamma', And((Words(("alpha", "beta"), 10), C))),
        ('"alpha"~10', A),
        ("alpha NEAR/3 beta", Near((A, B), (3,))),
        ("alpha PRÈS/3 beta PRES gamma", Near((A, B, C), (3, 10))),
        ('alpha NEAR/2 (beta OR "gamma alpha")', Near((A, Or((B, Words(("gamma", "alpha"))))), (2,))),
        ("NOT alpha NEAR/2 beta", Not(Near((A, B), (2,)))),
        ("*", Everything()),
        ("* SAUF alpha", And((Everything(), Not(A)))),
        ("al*ha ?eta", And((Words(("al*ha",)), Words(("?eta",))))),
        ('"alpha * beta"', Words(("alpha", "*", "beta"))),
        ("l’alpha", A),
        ("alpha-beta", Words(("alpha", "beta"))),
        ("ça va ?", And((Words(("ca",)), Words(("va",))))),
        ("alpha - beta !", And((A, B))),
        ("((alpha))", A),
        ("alpha & beta", And((A, B))),
        ("alpha + beta +gamma", And((A, B, C))),
        ("alpha | beta || gamma", Or((A, B, C))),
        ("alpha|beta", Or((A, B))),
        ("alpha -beta", And((A, Not(B)))),
        ("alpha !beta", And((A, Not(B)))),
        ('alpha -"beta gamma" -(alpha|beta)', And((A, Not(Words(("beta", "gamma"))), Not(Or((A, B)))))),
        ("alpha&beta", Words(("alpha", "beta"))),
        ("alpha THEN/3 beta", Near((A, B), (3,), (True,))),
        ("alpha PUIS beta NEAR/2 gamma", Near((A, B, C), (10, 2), (True, False))),
        ("=Alphà", Words(("=Alphà",))),
        ("=l’Alpha-Bêta", Words(("=Alpha", "=Bêta"))),
        ('="Alpha * beta?"', Words(("=Alpha", "*", "=beta?"))),
        ("~alphas", Words(("~alphas",))),
        ('~"alphas betas"~3', Words(("~alphas", "~betas"), 3)),
        ('"*pha beta"', Words(("*pha", "beta"))),
        ("/al(ph|f)a/ beta", And((Pattern("al(ph|f)a"), B))),
        ("=/Alpha/", Pattern("Alpha", cased=True)),
        ("-/il y a/", Not(Pattern("il y a"))),
        ("et/ou / 3", And((Words(("et", "ou")), Words(("3",))))),
        ("code:alpha", Field("code", "alpha")),
        ("capacité:C1 -code:« alpha beta »", And((Field("capability", "C1"), Not(Field("code", "alpha beta"))))),
        (
            'participant.secteur:GSA document."lieu dit":x',
            And((Field("participant", "GSA", "secteur"), Field("document", "x", "lieu dit"))),
        ),
        ("uncoded alpha", And((Field("without", "code"), A))),
        ("noncodé", Words(("noncode",))),
        ("code:a NEAR code:b", Related("near", Field("code", "a"), Field("code", "b"))),
        ("code:a PUIS/4 code:b", Related("then", Field("code", "a"), Field("code", "b"), 4)),
        (
            "(code:a | code:b) CHEVAUCHE capability:C1",
            Related("overlaps", Or((Field("code", "a"), Field("code", "b"))), Field("capability", "C1")),
        ),
        ("https://alpha.beta 10:30", And((Words(("https", "alpha", "beta")), Words(("10", "30"))))),
    ],
)
def test_reads(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "sentence", "position"),
    [
        ("", "The query has no word to look for.", 0),
        ("  !! …", "The query has no word to look for.", 0),
        ("alpha (", "The parenthesis at character 7 is never closed; try alpha.", 6),
        ("(alpha", "The parenthesis at character 1 is never closed; try (alpha).", 0),
        ("alpha (beta (gamma)", "The parenthesis at character 7 is never closed; try alpha (beta (gamma)).", 6),
        ("alpha) beta", "The parenthesis closed at character 6 was never opened; try (alpha) beta.", 5),
        (")", "The parenthesis closed at character 1 was never opened; try *.", 0),
        ("alpha ()", "There is nothing between the parentheses at character 7; try alpha.", 6),
        ('alpha "beta', 'The quotation mark at character 7 is never closed; try alpha "beta".', 6),
        ("« alpha", "The quotation mark at character 1 is never closed; try « alpha ».", 0),
        ('alpha ""', "There is no word between the quotation marks at character 7; try alpha.", 6),
        ("AND", "AND at character 1 needs a word before it, {small}; try and.", 0),
        (
            "OU alpha",
            "OU at character 1 needs a word before it, {small}; try alpha.",
            0,
        ),
        (
            "alpha ET",
            "ET at character 7 needs a word after it, {small}; try alpha.",
            6,
        ),
        (
            "alpha OR OR beta",
            "OR at character 7 needs a word after it, {small}; try alpha OR beta.",
            6,
        ),
        (
            "SAUF",
            "SAUF at character 1 needs a word after it, {small}; try sauf.",
            0,
        ),
        (
            "(alpha OR) beta",
            "OR at character 8 needs a word after it, {small}; try alpha or beta.",
            7,
        ),
        (
            "(AND alpha)",
            "AND at character 2 needs a word before it, {small}; try and alpha.",
            1,
        ),
        ("alpha NEAR/0 beta", "A number from 1 to 10000 must follow / at character 7; try alpha NEAR beta.", 6),
        ("alpha NEAR/ beta", "A number from 1 to 10000 must follow / at character 7; try alpha NEAR beta.", 6),
        ('"alpha beta"~', 'A number from 1 to 10000 must follow ~ at character 13; try "alpha beta".', 12),
        (
            "NEAR/3 alpha",
            "NEAR/3 at character 1 needs a word before it, {small}; try near alpha.",
            0,
        ),
        (
            "alpha NEAR/3 (beta AND gamma)",
            "NEAR/3 at character 7 joins words, phrases and choices of them (a OR b), or fields with fields.",
            6,
        ),
        (
            "* NEAR/3 alpha",
            "NEAR/3 at character 3 joins words, phrases and choices of them (a OR b), or fields with fields.",
            2,
        ),
        (
            "alpha & | beta",
            "& at character 7 needs a word after it, {small}; try alpha beta.",
            6,
        ),
        ("-", "The query has no word to look for.", 0),
        (
            "alpha OVERLAPS beta",
            "OVERLAPS at character 7 joins only fields such as code:…; words are joined by NEAR or AND.",
            6,
        ),
        (
            "capabilty:C1 alpha",
            "No field is called capabilty (character 1); try capability:C1 alpha, or one of: {fields}.",
            0,
        ),
        (
            "xyzzy:1",
            'No field is called xyzzy (character 1); try "xyzzy 1", or one of: {fields}.',
            0,
        ),
        ("code:", "A value must follow code: at character 1; quotation marks go round one of several words.", 0),
        ('code:"C1', 'The quotation mark at character 6 is never closed; try code:"C1".', 5),
        (
            "speaker.age:3",
            "Only participants, organisations and documents have attributes, speaker (character 1) has none; "
            'try "speaker.age 3".',
            0,
        ),
        ("/alpha", "The expression at character 1 is never closed by /; try /alpha/.", 0),
        (
            "/alpha (beta/",
            "The expression can't be read at character 13 (missing )); try alpha beta.",
            12,
        ),
        (
            "/((a{99}){99}){99}/",
            "The expression at character 1 repeats too often what is repeated already; repeat less.",
            0,
        ),
        ("(" * 51 + "a", "The parentheses at character 51 are more than 50 deep.", 50),
        ("a" * 100_000, "The query has 100000 characters; 10000 are the most that can be read.", 10_000),
        ("x " + "a-" * 201, "The phrase at character 3 is longer than 200 words.", 2),
        ("/" + "a" * 501 + "/", "The expression at character 1 is longer than 500 characters.", 0),
    ],
)
def test_says_where_and_why_it_cannot_read_and_what_it_can(query: str, sentence: str, position: int) -> None:
    with pytest.raises(QueryError) as refused:
        parse(query)
    for short, said in SAID.items():
        sentence = sentence.replace(short, said)
    assert str(refused.value) == sentence
    assert refused.value.position == position
    if "try " in sentence:
        assert str(refused.value.values["nearest"]) in sentence
        parse(str(refused.value.values["nearest"]))


@pytest.mark.parametrize(
    "part", ["a", "(", ")", '"', "a ", "*a* ", "/a", "code:", "-", "a NEAR ", "(a OU ", '"a b"~3 ', "é"]
)
def test_a_query_of_a_hundred_thousand_characters_is_refused_at_once(part: str) -> None:
    query = (part * 100_000)[:100_000]
    begun = time.process_time()
    with pytest.raises(QueryError, match="The query has 100000 characters; 10000 are the most that can be read"):
        parse(query)
    with suppress(QueryError):
        parse(query[:10_000])
    assert time.process_time() - begun < 2


@given(
    st.lists(
        st.sampled_from(
            [*'ab*? "()«»~/19=-!|&+:.\\[{', "AND ", " OU ", "NOT ", " NEAR/2 ", " THEN ", "code:", " OVERLAPS "]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_text_is_read_or_refused_with_a_place(query: str) -> None:
    try:
        node = parse(query)
    except QueryError as error:
        refused = error
    else:
        assert all(isinstance(leaf, Words | Near | Pattern) for leaf in leaves(node))
        return
    assert refused.position is not None
    assert 0 <= refused.position <= len(query)
    said = str(refused)
    assert "{nearest}" not in said
    if "nearest" in refused.values:
        parse(str(refused.values["nearest"]))
    assert parse(nearest(query)) is not None


def test_marks_nothing_that_is_denied() -> None:
    assert list(leaves(parse("alpha SAUF beta OU gamma"))) == [A, C]
