"""The pieces of a query, one after the other: words, phrases, fields, expressions, operators and parentheses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from corpus.errors import QueryError
from corpus.search import patterns
from corpus.search.analysis import exact_words, fold, wild_words
from corpus.search.nodes import EXACT, OWN, STEM, Everything, Field, Node, Or, Pattern, Words

FARTHEST = 10_000
LONGEST_PHRASE = 200

FIELDS = {
    "capability": ("capability", "capacite", "concept"),
    "code": ("code",),
    "cycle": ("cycle", "coding", "codage"),
    "speaker": ("speaker", "locuteur", "locutrice"),
    "role": ("role",),
    "participant": ("participant", "participante"),
    "organisation": ("organisation", "organization"),
    "document": ("document", "doc"),
    "coder": ("coder", "codeur", "codeuse"),
    "origin": ("origin", "origine"),
    "memo": ("memo",),
    "set": ("set", "ensemble"),
    "question": ("question",),
    "has": ("has", "avec"),
    "without": ("without", "sans"),
}
"""Each field and what it may be called, folded."""
_NAMES = {name: field for field, names in FIELDS.items() for name in names}
_WITH_ATTRIBUTES = ("participant", "organisation", "document")
UNCODED = ("uncoded", "noncode", "non-code")
"""Words that, alone and in lower case, stand for `without:code`."""

OPERATORS = {
    "AND": "and", "ET": "and", "OR": "or", "OU": "or", "NOT": "not", "SAUF": "not",
    "&": "and", "&&": "and", "+": "and", "|": "or", "||": "or",
    "OVERLAPS": "overlaps", "CHEVAUCHE": "overlaps",
}  # fmt: skip
"""Operators in English, French and symbols; NEAR and THEN may carry a number."""
_NEAR = re.compile(r"(?:(NEAR|PR[EÈ]S)|(THEN|PUIS))(?:/(\d*))?")
_REACH = re.compile(r"~(\d*)")
_FIELD = re.compile(r"([^\W\d_][\w-]*)(?:\.([\w'’-]+|\"[^\"]*\"|«[^»]*»))?:(?!//)")
_EXPRESSION = re.compile(r"/(?!\s)((?:[^/\\]|\\.)*)/(?=[\s)|]|$)", re.DOTALL)
_ASKED = re.compile(r"[^*?]+\?")
"""A word with one question mark at its end, which between quotation marks may be just that."""
_CHUNK = re.compile(r'[^\s()|"“”«»]+')
_COLOURED, _TIED = "\ufe0f", "\u200d"
"""The mark that asks for an emoji in colour, and the one that makes one of several."""
CLOSING = {'"': '"“”', "“": '"“”', "”": '"“”', "«": "»"}


def known_field(name: str) -> str | None:
    """Return the name of a field most like one that is none."""
    near = get_close_matches(fold(name), _NAMES, n=1)
    return near[0] if near else None


class QueryToken(NamedTuple):
    """A token of the query: `kind` is (, ), and, or, not, near, then, overlaps or leaf; `at` is its code point.

    `distance` is None where none was written.
    """

    kind: str
    at: int
    text: str
    node: Node | None = None
    distance: int | None = None


def place(at: int) -> dict[str, int]:
    """Return what an error says of its place: from 0 for programs, from 1 for people."""
    return {"position": at, "at": at + 1}


def pieces(query: str) -> Iterator[QueryToken]:
    """Yield the pieces; raises `QueryError`, its {nearest} still to be said."""
    at = 0
    while at < len(query):
        character = query[at]
        after = query[at + 1 : at + 2]
        if character.isspace() or character == "»":
            at += 1
        elif character in "()":
            yield QueryToken(character, at, character)
            at += 1
        elif (
            character in "-!"
            and after
            and not after.isspace()
            and (after.isalnum() or after in '"“«(=~/*?' or _is_sign(after))
        ):
            yield QueryToken("not", at, character)
            at += 1
        elif character == "+" and after and not after.isspace() and after not in "+&|":
            yield QueryToken("and", at, character)
            at += 1
        elif character == "|":
            length = 2 if after == "|" else 1
            yield QueryToken("or", at, query[at : at + length])
            at += length
        else:
            piece, at = _operand(query, at)
            yield from piece


def _operand(query: str, at: int) -> tuple[list[QueryToken], int]:
    """Read what is neither a parenthesis nor a mark, and return where the next piece may begin."""
    mark = next((mark for mark in (OWN, STEM, EXACT) if query.startswith(mark, at)), "")
    begin = at + len(mark)
    if query[begin : begin + 1] in CLOSING and begin < len(query):
        piece, at = _quoted(query, at, mark)
        return [piece], at
    if query[begin : begin + 1] == "/" and mark not in (STEM, OWN) and query[begin + 1 : begin + 2].strip():
        piece, at = _expression(query, begin, mark)
        return [piece], at
    if not mark and (named := _FIELD.match(query, at)):
        piece, at = _field(query, named)
        return [piece], at
    chunk = _CHUNK.match(query, begin)
    if chunk is None:
        return [], at + 1
    return list(_chunk(chunk[0], at, mark)), chunk.end()


def _closed(query: str, at: int) -> int:
    """Return where the quotation that opens at `at` is closed."""
    closing = CLOSING[query[at]]
    end = next((i for i in range(at + 1, len(query)) if query[i] in closing), None)
    if end is None:
        raise QueryError("The quotation mark at character {at} is never closed; try {nearest}.", **place(at))
    return end


def _quoted(query: str, at: int, mark: str) -> tuple[QueryToken, int]:
    """Read a phrase from its opening mark, and the reach behind it."""
    begin = at + len(mark)
    end = _closed(query, begin)
    words = _words_of(query[begin + 1 : end], mark)
    after, reach = end + 1, 1
    if near := _REACH.match(query, after):
        reach, after = _distance(near[1], "~", after), near.end()
    if not words:
        raise QueryError(
            "There is no word between the quotation marks at character {at}; try {nearest}.", **place(begin)
        )
    phrase = _words(words, reach if len(words) > 1 else 1, at)
    said = tuple(word[:-1] if _ASKED.fullmatch(word) else word for word in words)
    node = phrase if mark == EXACT or said == words else Or((phrase, Words(said, phrase.reach)))
    return QueryToken("leaf", at, query[at:after], node), after


def _words_of(text: str, mark: str) -> tuple[str, ...]:
    """Return the words of a piece, each with the mark that stood before it; `*` for any word needs none."""
    text = text.replace("?", " ") if "://" in text else text  # of an address, where it is no letter
    if mark == EXACT:
        return tuple(word if word == "*" else EXACT + word for word in exact_words(text))
    return tuple(word if word == "*" else mark + word for word in wild_words(text))


def _expression(query: str, at: int, mark: str) -> tuple[QueryToken, int]:
    found = _EXPRESSION.match(query, at)
    if found is None:
        raise QueryError("The expression at character {at} is never closed by /; try {nearest}.", **place(at))
    node = Pattern(found[1], cased=mark == EXACT)
    patterns.check(node, at)
    return QueryToken("leaf", at, found[0], node), found.end()


def _field(query: str, named: re.Match[str]) -> tuple[QueryToken, int]:
    at, name = named.start(), _NAMES.get(fold(named[1]))
    if name is None:
        raise QueryError(
            "No field is called {name} (character {at}); try {nearest}, or one of: capability, code, cycle, speaker, "
            "role, participant, organisation, document, coder, origin, memo, set, question, has, without.",
            **place(at),
            name=named[1],
        )
    if named[2] and name not in _WITH_ATTRIBUTES:
        raise QueryError(
            "Only participants, organisations and documents have attributes, {name} (character {at}) has none; try "
            "{nearest}.",
            **place(at),
            name=named[1],
        )
    value, end = _value(query, named.end())
    if not value.strip():
        raise QueryError(
            "A value must follow {name} at character {at}; quotation marks go round one of several words.",
            **place(at),
            name=named[0],
        )
    of = (named[2] or "").strip('"«» ')
    return QueryToken("leaf", at, query[at:end], Field(name, value.strip(), of, at)), end


def _value(query: str, at: int) -> tuple[str, int]:
    if at < len(query) and query[at] in CLOSING:
        end = _closed(query, at)
        return query[at + 1 : end], end + 1
    chunk = _CHUNK.match(query, at)
    return (chunk[0], chunk.end()) if chunk else ("", at)


def _chunk(text: str, at: int, mark: str) -> Iterator[QueryToken]:
    if not mark and text in OPERATORS:
        yield QueryToken(OPERATORS[text], at, text)
    elif not mark and (near := _NEAR.fullmatch(text)):
        distance = None if near[3] is None else _distance(near[3], "/", at)
        yield QueryToken("near" if near[1] else "then", at, text, distance=distance)
    elif not mark and text in UNCODED:
        yield QueryToken("leaf", at, text, Field("without", "code", at=at))
    elif re.fullmatch(r"\*+", text):
        yield QueryToken("leaf", at, text, Everything())
    elif words := _words_of(text, mark):
        yield QueryToken("leaf", at, mark + text, _words(words, 1, at))
    elif all(map(_is_sign, text)):
        # An emoji may be written with the mark that colours it, or without.
        signs = (re.escape(sign) for sign in text if sign != _COLOURED)
        yield QueryToken("leaf", at, mark + text, Pattern("".join(f"{sign}{_COLOURED}?" for sign in signs), cased=True))


def _is_sign(character: str) -> bool:
    """Say whether a character is sought as it stands, though no word: an emoji, a sign of currency, an arrow."""
    if character.isascii():
        return character in "%$"
    return character in (_COLOURED, _TIED) or unicodedata.category(character)[0] == "S"


def _words(words: tuple[str, ...], reach: int, at: int) -> Words:
    if len(words) > LONGEST_PHRASE:
        raise QueryError("The phrase at character {at} is longer than {most} words.", **place(at), most=LONGEST_PHRASE)
    return Words(words, reach)


def _distance(digits: str, mark: str, at: int) -> int:
    distance = int(digits) if digits and len(digits) < 9 else 0
    if not 1 <= distance <= FARTHEST:
        raise QueryError(
            "A number from 1 to {most} must follow {mark} at character {at}; try {nearest}.",
            **place(at),
            mark=mark,
            most=FARTHEST,
        )
    return distance
