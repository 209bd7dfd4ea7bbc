"""Reading queries, and what is said of those that can't be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search.query import And, Everything, Near, Node, Not, Or, Words, leaves, parse

SMALL = " to look for the word itself, write it in lower case."
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
    ],
)
def test_reads(query: str, node: Node) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "sentence", "position"),
    [
        ("", "The query has no word to look for.", 0),
        ("  !! …", "The query has no word to look for.", 0),
        ("alpha (", "The parenthesis at character 7 is never closed.", 6),
        ("(alpha", "The parenthesis at character 1 is never closed.", 0),
        ("alpha (beta (gamma)", "The parenthesis at character 7 is never closed.", 6),
        ("alpha) beta", "The parenthesis closed at character 6 was never opened.", 5),
        (")", "The parenthesis closed at character 1 was never opened.", 0),
        ("alpha ()", "There is nothing between the parentheses at character 7.", 6),
        ('alpha "beta', "The quotation mark at character 7 is never closed.", 6),
        ("« alpha", "The quotation mark at character 1 is never closed.", 0),
        ('alpha ""', "There is no word between the quotation marks at character 7.", 6),
        ("AND", "AND at character 1 needs a word before it;{small}", 0),
        ("OU alpha", "OU at character 1 needs a word before it;{small}", 0),
        ("alpha ET", "ET at character 7 needs a word after it;{small}", 6),
        (
            "alpha OR OR beta",
            "OR at character 7 needs a word after it;{small}",
            6,
        ),
        ("SAUF", "SAUF at character 1 needs a word after it;{small}", 0),
        ("(alpha OR) beta", "OR at character 8 needs a word after it;{small}", 7),
        ("(AND alpha)", "AND at character 2 needs a word before it;{small}", 1),
        ("alpha NEAR/0 beta", "A number from 1 to 10000 must follow / at character 7.", 6),
        ("alpha NEAR/ beta", "A number from 1 to 10000 must follow / at character 7.", 6),
        ('"alpha beta"~', "A number from 1 to 10000 must follow ~ at character 13.", 12),
        (
            "NEAR/3 alpha",
            "NEAR/3 at character 1 needs a word before it;{small}",
            0,
        ),
        (
            "alpha NEAR/3 (beta AND gamma)",
            "NEAR/3 at character 7 joins only words, phrases and choices of them (a OR b).",
            6,
        ),
        ("* NEAR/3 alpha", "NEAR/3 at character 3 joins only words, phrases and choices of them (a OR b).", 2),
        ("(" * 51 + "a", "The parentheses at character 51 are more than 50 deep.", 50),
        ("a" * 100_000, "The query has 100000 characters; 10000 are the most that can be read.", 10_000),
        ("x " + "a-" * 201, "The phrase at character 3 is longer than 200 words.", 2),
    ],
)
def test_says_where_and_why_it_cannot_read(query: str, sentence: str, position: int) -> None:
    with pytest.raises(QueryError) as refused:
        parse(query)
    assert str(refused.value) == sentence.replace("{small}", SMALL)
    assert refused.value.position == position


@given(st.lists(st.sampled_from([*'ab*? "()«»~/19', "AND ", " OU ", "NOT ", " NEAR/2 "]), max_size=40).map("".join))
def test_any_text_is_read_or_refused_with_a_place(query: str) -> None:
    try:
        node = parse(query)
    except QueryError as error:
        refused = error
    else:
        assert all(isinstance(leaf, Words | Near) for leaf in leaves(node))
        return
    assert refused.position is not None
    assert 0 <= refused.position <= len(query)
    assert "{" not in str(refused)


def test_marks_nothing_that_is_denied() -> None:
    assert list(leaves(parse("alpha SAUF beta OU gamma"))) == [A, C]
