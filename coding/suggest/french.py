"""French for spoken words: spaCy's language without the list of 16,000 compound words that takes seconds to compile.

Only `pipeline` imports this module, and it imports spaCy.
"""

from __future__ import annotations

from spacy.lang.char_classes import ALPHA, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import BaseDefaults, Language
from spacy.util import registry

ELISION = "'’"
# One word all the same, whatever stands in it.
WHOLE = (
    *("aujourd'hui", "aujourd’hui", "quelqu'un", "quelqu’un", "quelqu'une", "quelqu’une", "prud'homme", "prud’homme"),
    *("c'est-à-dire", "c’est-à-dire", "rendez-vous", "au-delà", "celui-là", "celle-là"),
    *("M.", "MM.", "Mme.", "Dr.", "Mr.", "etc.", "env.", "av.", "bd.", "cf.", "ex.", "fig.", "p.", "vol."),
)


class SpokenFrenchDefaults(BaseDefaults):
    """How French is cut into words: after an elision, between words around a dash of dialogue, at quotes."""

    tokenizer_exceptions = {
        **BASE_EXCEPTIONS,
        **{form: [{65: form}] for word in WHOLE for form in {word, word.capitalize()}},  # 65 is spaCy's ORTH
    }
    prefixes = TOKENIZER_PREFIXES
    suffixes = (
        *TOKENIZER_SUFFIXES,
        rf"(?<=[{ALPHA}])-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|là|moi|toi|lui|leur|les?|la|y)",
    )
    infixes = (
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"(?<=[{ALPHA}][{ELISION}])(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])(?:[,;:!?/+(){CONCAT_QUOTES.replace(chr(39), '').replace('’', '')}]|\.{{2,}})(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}])(?:--+|—|–)(?=[{ALPHA}])",
    )


@registry.languages("fr_spoken")
class SpokenFrench(Language):  # type: ignore[no-untyped-call]  # spaCy has no types here
    """Spoken French; its lemma tables are those of French."""

    lang = "fr_spoken"
    Defaults = SpokenFrenchDefaults
