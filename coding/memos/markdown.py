"""Markdown as plain lines, for print and for lists: what was meant as a mark is not read as a word."""

from __future__ import annotations

import re

from coding.memos.links import KINDS

_HEADING = re.compile(r"#{1,6} +")
_BULLET = re.compile(r"[-*+] +")
_MARKS = re.compile(r"\*\*|__|~~|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_LINK = re.compile(r"\[\[([^\[\]\n|]{1,500})\]\]")


def plain(text: str) -> str:
    """Return what a memo says, without marks of Markdown; a link is the name of what it leads to.

    >>> plain("# Who\\n- *Anne*, see [[code:Prices]]")
    'Who\\n– Anne, see Prices'
    """
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    said = line.strip()
    if heading := _HEADING.match(said):
        said = said[heading.end() :]
    elif bullet := _BULLET.match(said):
        said = f"– {said[bullet.end() :]}"
    return _MARKS.sub("", _LINK.sub(lambda link: name(link.group(1)), said))


def name(written: str) -> str:
    """Return the name in a link, without the kind of thing."""
    head, colon, rest = written.partition(":")
    return rest.strip() if colon and head.strip() in KINDS else written.strip()
