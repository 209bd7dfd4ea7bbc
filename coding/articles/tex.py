"""LaTeX read for its words, line by line: quotations as quotation marks, block quotes between `OPEN` and `CLOSE`.

It knows what concerns quotations and how letters are written; of any other command the words in its braces are kept.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters between which a block quote stands."""

_TOKEN = re.compile(r"\\[A-Za-z@]+\*?[ \t]*|\\(?:.|\n)|%[^\n]*|``|''|<<|>>|,,|[{}~`]|[^\\%`'<>,{}~]+|.", re.DOTALL)
_BLOCKS = frozenset("quote quotation displayquote quoting blockquote verbatimquote".split())
_UNSAID = frozenset(
    "cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite footcite ref pageref eqref "
    "autoref label index vspace hspace includegraphics input include bibliography bibliographystyle usepackage "
    "documentclass setlength newcommand renewcommand pagestyle thispagestyle selectlanguage hypersetup".split()
)
_SIGNS = {
    "og": "« ", "fg": " »", "guillemotleft": "« ", "guillemotright": " »", "guillemetleft": "« ",
    "guillemetright": " »", "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…", "dots": "…",
    "textellipsis": "…", "oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "ss": "ß", "i": "i", "j": "j", "o": "ø", "O": "Ø",
    "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "textendash": "–", "textemdash": "—", "par": "\n", "item": " ",
    "textelp": " […] ", "quad": " ", "qquad": " ", "slash": "/", "euro": "€", "texteuro": "€", "ier": "er", "ieme": "e",
}  # fmt: skip
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327", "=": "\u0304",
    "v": "\u030c", "H": "\u030b", "u": "\u0306", ".": "\u0307", "r": "\u030a", "k": "\u0328",
}  # fmt: skip
_WRITTEN = {"``": "“", "''": "”", "<<": "«", ">>": "»", ",,": "„", "~": "\u00a0", "`": "‘"}
_AROUND = {
    "enquote": ("“", "”"),
    "textquote": ("“", "”"),
    "foreignquote": ("“", "”"),
    "textcquote": ("“", "”"),
    "blockquote": (OPEN, CLOSE),
    "blockcquote": (OPEN, CLOSE),
    "footnote": ("[", "]"),
    "textins": ("[", "]"),
    "thanks": ("[", "]"),
}
_FIRST_UNSAID = frozenset(("foreignquote", "textcquote", "blockcquote"))


def plain(source: str) -> str:
    """Return the words of a LaTeX text, each on the line on which it stands there."""
    preamble, begun, body = source.partition(r"\begin{document}")
    head = "\n" * preamble.count("\n") if begun else ""
    walk = _Walk(_TOKEN.findall((body if begun else source).partition(r"\end{document}")[0]))
    return head + unicodedata.normalize("NFC", walk.words())


@dataclass(slots=True)
class _Walk:
    """One pass over the tokens; `closing` is what each brace that is open writes when it closes."""

    tokens: list[str]
    at: int = 0
    closing: list[str] = field(default_factory=list)

    def words(self) -> str:
        found = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            found.append(self.written(token))
        return "".join(found)

    def written(self, token: str) -> str:
        """Return what a token stands for."""
        if token[0] == "%":
            return ""
        if token == "{":
            self.closing.append("")
            return ""
        if token == "}":
            return self.closing.pop() if self.closing else ""
        return self.command(token[1:]) if token[0] == "\\" and len(token) > 1 else _WRITTEN.get(token, token)

    def command(self, said: str) -> str:
        name, space = said.rstrip(" \t*"), " " if said[-1:] in " \t" else ""
        if name in ("begin", "end"):
            return self.environment(opens=name == "begin")
        if name in _AROUND:
            opened, closed = _AROUND[name]
            skipped = self.skip(braces=name in _FIRST_UNSAID)
            if self.next() == "{":
                self.at += 1
                self.closing.append(closed)
                return opened + skipped
            return skipped
        if name in _UNSAID:
            return self.skip(braces=True)
        if name in _ACCENTS and (name in "'`^\"~=." or self.next() == "{" or space):
            return self.accented(_ACCENTS[name])
        if name in _SIGNS:
            return _SIGNS[name]
        if said in tuple("%&_#${}"):
            return said
        return "" if said == "-" or name.isalpha() else "\n" * ("\n" in said) or " "

    def environment(self, *, opens: bool) -> str:
        name = self.group()
        if name.rstrip("*") not in _BLOCKS:
            return ""
        return OPEN + self.skip(braces=False) if opens else CLOSE

    def group(self) -> str:
        """Take the words of the next braces as they are written."""
        if self.next() != "{":
            return ""
        end = self.at
        while end < len(self.tokens) and self.tokens[end] != "}":
            end += 1
        words = "".join(self.tokens[self.at + 1 : end])
        self.at = end + 1
        return words

    def skip(self, *, braces: bool) -> str:
        """Pass over what stands in brackets, and in the braces after them; give the line ends that were in it."""
        lines = 0
        while self.next().lstrip().startswith("["):
            text, _, rest = self.tokens[self.at].partition("]")
            while "]" not in self.tokens[self.at] and self.at + 1 < len(self.tokens):
                lines += self.tokens[self.at].count("\n")
                self.at += 1
                text, _, rest = self.tokens[self.at].partition("]")
            lines += text.count("\n")
            self.tokens[self.at] = rest
            self.at += not rest
        return "\n" * (lines + (self.group().count("\n") if braces else 0))

    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def accented(self, mark: str) -> str:
        """Put an accent on the letter that follows, in braces or bare."""
        if self.next() == "{":
            group = self.group().replace("\\i", "i").replace("\\j", "j")
            return group[:1] + mark + group[1:]
        token = self.next()
        if token in ("\\i", "\\j") or token.strip() in ("\\i", "\\j"):
            self.at += 1
            return token.strip()[1] + mark
        if not token or token[0] in "\\{}":
            return ""
        self.tokens[self.at] = token[1:]
        self.at += not token[1:]
        return token[0] + mark
