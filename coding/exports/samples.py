"""What a study is based on: each interview and document, and how the two kinds of source compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
from sqlalchemy import func, select

from coding.exports import opening
from coding.exports.opening import Count, OpeningWords
from coding.exports.reports import Report, Section
from coding.exports.sheets import Cell, apart
from coding.exports.sheets import said as written
from coding.moment import shown
from coding.moment.counts import coders
from coding.moment.moment import Moment
from coding.moment.rows import Ints
from coding.tables import people
from corpus.model import Passage

_WORDS = {
    "fr": {
        "sample": "Corpus", "document": "Document", "people": "Participant·e·s", "duration": "Durée",
        "words": "Mots (sans l’intervieweur·euse)", "turns": "Passages", "total": "Total", "of": "sur",
        "composed": "Composition de l’échantillon", "attribute": "Attribut", "value": "Valeur", "unsaid": "(non dit)",
        "none": "Les attributs dont chaque valeur n’est que d’une personne ne sont pas imprimés.",
        "worked": "Codés\u00a0: codes descriptifs {codes}, concepts {concepts}, liens {links}, codages {codings},"
                  " codeur·se·s {coders}.",
        "sources": "Entretiens et documents comparés", "concept": "Concept",
        "said": "Entretiens, segments", "said_against": "Entretiens, contraires", "written": "Documents, segments",
        "written_against": "Documents, contraires", "verdict": "Les deux sources",
        "converge": "convergent", "complete": "se complètent", "contradict": "se contredisent",
        "note": "Un document où personne n’est tenu pour avoir parlé n’est pas un entretien. Se complètent\u00a0: l’une"
                " des deux sources en parle seule.",
    },
    "en": {
        "sample": "Sample", "document": "Document", "people": "Participants", "duration": "Duration",
        "words": "Words (interviewer left out)", "turns": "Passages", "total": "Total", "of": "of",
        "composed": "Composition of the sample", "attribute": "Attribute", "value": "Value", "unsaid": "(not told)",
        "none": "Attributes of which each value is one person’s are not printed.",
        "worked": "Coded: descriptive codes {codes}, concepts {concepts}, links {links}, codings {codings},"
                  " coders {coders}.",
        "sources": "Interviews and documents compared", "concept": "Concept",
        "said": "Interviews, segments", "said_against": "Interviews, contrary", "written": "Documents, segments",
        "written_against": "Documents, contrary", "verdict": "The two sources",
        "converge": "converge", "complete": "complete each other", "contradict": "contradict each other",
        "note": "A document in which nobody is known to speak is no interview. They complete each other where one of"
                " the two speaks of it alone.",
    },
}  # fmt: skip


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])


def _report(moment: Moment, title: str, *sections: Section) -> Report:
    language = moment.language if moment.language in _WORDS else "en"
    return Report(_words(moment)[title], language, sections)


def sample(moment: Moment) -> Report:
    """Return a line for each document: who speaks, what is known of it (date, mode …), its duration and words."""
    words, mask, language = _words(moment), moment.mask, moment.language
    known = [one for one in moment.known.attributes if one.subject == "document"]
    given = mask.known(one for one in moment.known.values if one.document is not None)
    values = {(one.document, one.attribute): one.value for one in given}
    lasting, spoken = _durations(moment), people.words_by_document(moment)
    listed = shown.documents(moment)
    rows: list[tuple[Cell, ...]] = [
        (
            mask.document(one),
            apart([mask.names(moment.voices.participants_of.get(one.key, ()))], language),
            *(mask.text(info.shown(values.get((one.key, info.key), ""), language)) for info in known),
            lasting.get(one.key, ""),
            *_said(moment, one.passages, spoken.get(one.key, 0), one.key),
        )
        for one in listed
    ]
    if len(rows) > 1:
        every = (sum(one.passages for one in listed), sum(spoken.get(one.key, 0) for one in listed))
        rows.append((words["total"], "", *([""] * len(known)), _in_all(moment, len(rows)), *_said(moment, *every)))
    labels = (one.label(language) for one in known)
    columns = (words["document"], words["people"], *labels, words["duration"], words["turns"], words["words"])
    table = Section("", (), columns, tuple(rows), caption=words["sample"], notes=tuple(_worked(moment)))
    return _report(moment, "sample", table, *_composed(moment))


def _said(moment: Moment, turns: int, words: int, document: int | None = None) -> tuple[Count, Count]:
    """Return how many turns and words are said, in a document or in all."""
    chosen = {} if document is None else {"document": (document,)}
    return (
        Count(turns, opening.search(moment, "*", chosen)),
        Count(words, opening.search(moment, "*" + opening.of_answerers(moment), chosen)),
    )


def _worked(moment: Moment) -> Iterator[str]:
    """Yield how much was coded, by how many; nothing where nothing was."""
    frameworks = [code.framework for code in shown.codes(moment).values()]
    numbers = {
        "codes": frameworks.count(None),
        "concepts": len(frameworks) - frameworks.count(None),
        "links": len(moment.links),
        "codings": len(moment.coded.codings),
        "coders": len(coders(moment)),
    }
    if numbers["codings"]:
        said = {name: written(number, moment.language) for name, number in numbers.items()}
        yield _words(moment)["worked"].format(**said)


_KINDS = 12  # values of an attribute beyond which it is no kind of people


def _composed(moment: Moment) -> Iterator[Section]:
    """Yield how many participants have each value of an attribute that some share, as far as it may be told."""
    words, mask, asked = _words(moment), moment.mask, list(shown.people(moment))
    rows: list[tuple[Cell, ...]] = []
    for info in (one for one in moment.known.attributes if one.subject == "participant"):
        told = Counter(mask.told(key, info.name) for key in asked)
        values = [value for value in told if value]
        if 1 < len(values) <= _KINDS and max(told[value] for value in values) > 1:
            for value, number in sorted(told.items(), key=lambda one: (not one[0], -one[1], one[0])):
                them = {"participant": tuple(key for key in asked if mask.told(key, info.name) == value)}
                said = OpeningWords(f"{number}\u00a0{words['of']}\u00a0{len(asked)}", opening.search(moment, "*", them))
                rows.append((info.label(moment.language), value or words["unsaid"], said))
    if rows:
        columns = (words["attribute"], words["value"], words["people"])
        notes = (words["none"],)
        yield Section("", (), columns, tuple(rows), caption=words["composed"], notes=notes, joined=1)


def _in_all(moment: Moment, documents: int) -> str:
    """Return how long all documents last, and of how many that is known where it is not of all."""
    known, lasting = timed(moment), total(moment)
    return f"{lasting} ({known}\u00a0{_words(moment)['of']}\u00a0{documents})" if 0 < known < documents else lasting


def _ends(moment: Moment) -> dict[int, int]:
    """Return by document when its last turn ends, in milliseconds, of those with times."""
    wanted = {one.key for one in shown.documents(moment)}
    with moment.project.read() as session:
        query = select(Passage.document_id, func.max(Passage.end_ms)).group_by(Passage.document_id)
        return {key: int(end) for key, end in session.execute(query) if end and key in wanted}


def timed(moment: Moment) -> int:
    """Return how many documents have times."""
    return len(_ends(moment))


def total(moment: Moment) -> str:
    """Return how long all documents with times last."""
    return _clock(sum(_ends(moment).values()))


def _durations(moment: Moment) -> dict[int, str]:
    return {key: _clock(end) for key, end in _ends(moment).items()}


def _clock(milliseconds: int) -> str:
    """Return a duration as hours, minutes and seconds; nothing for none."""
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if milliseconds else ""


def sources(moment: Moment) -> Report:
    """Return for each concept what interviews and other documents say of it, and whether the two agree.

    Nothing is compared where a study has one of the two alone.
    """
    words, mask, net = _words(moment), moment.mask, moment.net
    spoken = np.isin(net.codings[net.first, 1], [key for key, who in moment.voices.participants_of.items() if who])
    kinds = {bool(moment.voices.participants_of.get(one.key)) for one in shown.documents(moment)}
    codes = list(shown.codes(moment).values()) if len(kinds) > 1 else []
    wanted = [one for one in codes if one.framework is not None] or codes
    rows = []
    for code in wanted:
        counted = net.spans(code.key)
        against = np.setdiff1d(net.every_span(code.key), counted)
        cells = (*_parted(moment, code.key, counted, spoken), *_parted(moment, code.key, against, spoken))
        if any(cells):
            said, written, said_against, written_against = cells
            verdict = words[_verdict(said, written, said_against, written_against)]
            rows.append((mask.text(code.label), said, said_against, written, written_against, verdict))
    names = ("concept", "said", "said_against", "written", "written_against", "verdict")
    columns = tuple(words[name] for name in names)
    section = Section("", (), columns, tuple(rows), caption=words["sources"], notes=(words["note"],))
    return _report(moment, "sources", section)


def _parted(moment: Moment, code: int, spans: Ints, spoken: np.ndarray) -> tuple[Count, Count]:
    """Return how many of these spans are of interviews, and how many are not."""
    said = spoken[spans]
    one, other = (Count(len(part), opening.of_code(moment, code, part)) for part in (spans[said], spans[~said]))
    return one, other


def _verdict(said: int, written: int, said_against: int, written_against: int) -> str:
    if (said and written_against) or (written and said_against):
        return "contradict"
    one, other = said or said_against, written or written_against
    return "converge" if one and other else "complete"
