"""One spaCy pipeline per language: tokens, sentences, lookup lemmas, cue phrases, meanings, and what suggests.

spaCy takes over a second to import and lemma tables half a second to read: `load` is for a worker's thread, and what
it reads is kept for the life of the process.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from coding.suggest.vector_cache import MEANING, VectorCache

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.lookups import Lookups

SPANS = "cues"
_loading = threading.RLock()


def load(language: str, cues: Mapping[int, Iterable[str]] | None = None, kept: VectorCache | None = None) -> Language:
    """Return a pipeline for `language` that marks `cues` (phrases by code key) as spans of `doc.spans["cues"]`.

    A language without tables of its own is cut into words all the same. The last component, `code_suggester`, does
    nothing until it is given a model. Vectors that are `kept` are not worked out again.
    """
    with _loading:
        import spacy

        from coding.suggest import component, french, meaning

        name, tables = {"fr": (french.SpokenFrench.lang, "fr"), "en": ("en", "en")}.get(language, ("xx", ""))
        nlp = spacy.blank(name)
        nlp.max_length = 1 << 40  # the limit guards parsers, and there is none here
        nlp.add_pipe("sentencizer")
        _mark(nlp, cues or {}, tables)
        if (found := meaning.source(language, kept)) is not None:
            pipe: Any = nlp.add_pipe(MEANING)
            pipe.source = found
        nlp.add_pipe(component.COMPONENT)
        return nlp


def _mark(nlp: Language, cues: Mapping[int, Iterable[str]], tables: str) -> None:
    """Add rulers for phrases as written in whatever case, and in any inflection the tables know.

    Lemmas are for phrases alone: where there are none, nothing is looked up.
    """
    patterns = [
        {"label": str(code), "pattern": written}
        for code, phrases in cues.items()
        for phrase in phrases
        for written in sorted(_written(phrase.lower()))
    ]
    if not patterns:  # spaCy warns of a ruler without patterns, once for every text
        return
    lookups = _lookups(tables)
    if lookups is not None:
        lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
        lemmatizer.initialize(lookups=lookups)
    for name, attribute in (("cues", "LOWER"), ("cue_lemmas", "LEMMA"))[: 1 + (lookups is not None)]:
        config = {"spans_key": SPANS, "phrase_matcher_attr": attribute, "overwrite": False}
        ruler: Any = nlp.add_pipe("span_ruler", name=name, config=config)
        ruler.add_patterns(patterns)


def _written(phrase: str) -> set[str]:
    """Return a phrase with either apostrophe, as transcripts have now this one, now the other."""
    straight = phrase.replace("’", "'")
    return {straight, straight.replace("'", "’")}


@cache
def _lookups(tables: str) -> Lookups | None:
    """Return the lemma table of a language from spacy-lookups-data, or None where there is none."""
    if not tables:
        return None
    from spacy.lookups import load_lookups

    try:
        return load_lookups(tables, ["lemma_lookup"], strict=True)
    except ValueError:  # the package of tables is not installed
        return None
