"""Words with their source, as they are quoted: what was said, in which document and passage, and by whom."""

from __future__ import annotations

from coding.moment.moment import Moment
from coding.permits import Leaving, Place

_WORDS = {"fr": ("«\u00a0{}\u00a0»", "n°\u00a0{}"), "en": ("“{}”", "no. {}")}
"""How words are quoted, and how the number of a passage is told."""


def cited(moment: Moment, place: Place) -> str:
    """Return words in quotation marks, and on a line of their own document, passage and who speaks.

    All of it is masked as the moment says. Words of several passages name the first and the last, and each speaker.
    """
    document, start, end = place
    quoted, numbered = _WORDS.get(moment.language, _WORDS["en"])
    mask, voices = moment.mask, moment.voices
    under = voices.touched(*place)
    first = voices.runs[document][0] if document in voices.runs else 0
    numbers = dict.fromkeys(str(n - first + 1) for n in (under[0], under[-1])) if under else {}
    speakers = dict.fromkeys(mask.speaker(voices.passages[n, 4].item()) for n in under)
    parts = [mask.document(moment.infos[document]), *([numbered.format("–".join(numbers))] if numbers else ())]
    said = " ".join(mask.text(moment.text(document)[start:end]).split())
    return f"{quoted.format(said)}\n— {', '.join([*parts, *filter(None, speakers)])}"


def leaving(moment: Moment, place: Place) -> Leaving:
    """Return what leaves with words that are quoted with their source."""
    return Leaving((cited(moment, place),), (place,))
