"""What there is to learn from: turns that carry codes, turns passed over, suggestions refused."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import ColumnElement, func, select

from coding.suggest import given_codes
from coding.suggest.learning import MOST
from coding.suggest.measures import ENOUGH
from coding.suggest.texts import CodeDescription, TurnTexts
from corpus import anchors
from corpus.model import Assignment, Coder, Coding, Verdict
from corpus.store.project import Project
from corpus.words import folded

CODED, SILENT, PSEUDO = 1.0, 0.5, 1.0
_PASSED_OVER_PER_CODED = 1.0
_RUN = 5
# Who codes nearly all of a turn nearly always gets whole turns suggested.
_WHOLE, _HABIT = 0.9, 0.8
_ALL_OF_IT = 1 << 60


@dataclass(slots=True)
class Labels:
    """What people did with the turns, by place in `TurnTexts`; `touched` are codes that cover a turn however little.

    `linked` are codes that are linked to one that does, in either direction.

    `codes` teach; of these, `truth` is what is measured against, also `by_coder`, and `examples` where people put them
    by themselves, as start, end and the code that they put there; see `given_codes.GivenCode`.
    """

    codes: dict[int, set[int]] = field(default_factory=dict)
    truth: dict[int, set[int]] = field(default_factory=dict)
    by_coder: dict[str, dict[int, set[int]]] = field(default_factory=dict)
    examples: dict[int, dict[int, tuple[int, int, int]]] = field(default_factory=dict)
    touched: dict[int, set[int]] = field(default_factory=dict)
    linked: dict[int, set[int]] = field(default_factory=dict)
    rejected: dict[int, set[int]] = field(default_factory=dict)
    reached: dict[int, int] = field(default_factory=dict)
    whole_turns: bool = False

    def counts(self) -> Counter[int]:
        """Count the turns that carry each code."""
        return Counter(code for codes in self.codes.values() for code in codes)

    def unproven(self) -> dict[int, frozenset[int]]:
        """Return the codes that teach and do not count in a measure, by place; turns without any are left out."""
        found = {place: frozenset(codes - self.truth.get(place, set())) for place, codes in self.codes.items()}
        return {place: codes for place, codes in found.items() if codes}

    def measured(self) -> Labels:
        """Return these labels with what is measured against alone."""
        return replace(self, codes={place: codes for place, codes in self.truth.items() if codes})

    def less(self, places: range) -> Labels:
        """Return these labels without the codes given in `places`."""
        return replace(self, codes={place: codes for place, codes in self.codes.items() if place not in places})


def learned_from(project: Project) -> str | None:
    """Return whose codings are learned from: everybody's (None), or one's own alone when one codes blind."""
    with project.read() as session:
        blind = session.scalar(
            select(Assignment.id)
            .join(Coder, Coder.id == Assignment.coder_id)
            .where(Coder.name == project.coder, Assignment.blind)
        )
    return None if blind is None else project.coder


def labels(project: Project, texts: TurnTexts, codes: Mapping[int, CodeDescription], *, second_cycle: bool) -> Labels:
    """Read which turns carry which of `codes`: by codings, and in the second cycle by all evidence.

    A code that touches a turn touches it for the codes above it, too.
    """
    coder = learned_from(project)
    found = Labels()
    parts = whole = 0
    rows, links = given_codes.rows(project, coder), given_codes.linked(project, codes)
    for document, start, end, code, *_ in rows.values():
        for place in texts.covered(document, start, end) if code in links else ():
            found.linked.setdefault(place, set()).update(links[code])
    for one in given_codes.spans(project, rows, codes, coder, second_cycle=second_cycle):
        for place in texts.covered(one.document, one.start, one.end):
            found.touched.setdefault(place, set()).update((one.code, *above(codes, one.code)))
        for place in texts.covered(one.document, one.start, one.end, fairly=True):
            turn = texts.turns[place]
            start, end = max(one.start, turn.start), min(one.end, turn.end)
            found.codes.setdefault(place, set()).add(one.code)
            if one.counts:
                found.truth.setdefault(place, set()).add(one.code)
                found.by_coder.setdefault(one.coder, {}).setdefault(place, set()).add(one.code)
            if one.by_people:
                found.examples.setdefault(place, {}).setdefault(one.code, (start, end, one.own_code))
            is_part = end - start < _WHOLE * (turn.end - turn.start)
            parts, whole = parts + is_part, whole + (not is_part)
    found.whole_turns = whole > _HABIT * (parts + whole)
    found.reached = _reached(project, coder)
    for document, start, end, code in _refused(project):
        for place in texts.covered(document, start, end, fairly=True):
            if code in codes and code not in found.codes.get(place, ()):
                found.rejected.setdefault(place, set()).add(code)
    return found


def above(codes: Mapping[int, CodeDescription], code: int) -> Iterator[int]:
    """Yield the codes above a code, the nearest first."""
    seen = {code}
    parent = codes[code].parent
    while parent is not None and parent in codes and parent not in seen:
        seen.add(parent)
        yield parent
        parent = codes[parent].parent


def lifted(found: Labels, codes: Mapping[int, CodeDescription]) -> Labels:
    """Return labels in which the turns of a code with too few examples count for a parent that is only a heading.

    From the lowest codes up: so where a code can't be suggested yet, one above it may be. A parent that people use as a
    code keeps its own meaning.
    """
    turns: dict[int, set[int]] = {}
    for place, carried in found.codes.items():
        for code in carried & codes.keys():
            turns.setdefault(code, set()).add(place)
    used = set(turns)
    raised, truth = ({place: set(own) for place, own in one.items()} for one in (found.codes, found.truth))
    examples = {place: dict(own) for place, own in found.examples.items()}
    depth = {code: sum(1 for _ in above(codes, code)) for code in codes}
    for code in sorted(codes, key=lambda one: (-depth[one], one)):
        parent, own = next(above(codes, code), None), turns.get(code, set())
        if own and len(own) < ENOUGH and parent is not None and parent not in used:
            turns.setdefault(parent, set()).update(own)
            for place in own:
                raised[place].add(parent)
                if code in truth.get(place, ()):
                    truth[place].add(parent)
                if code in examples.get(place, ()):
                    examples[place].setdefault(parent, examples[place][code])
    return replace(found, codes=raised, truth=truth, examples=examples)


def _reached(project: Project, coder: str | None) -> dict[int, int]:
    """Return how far each document has been read, as far as codings and declared first passes tell.

    A first pass is that of the coder who declared it, and speaks for that coder's own codings alone.
    """
    done = select(Assignment.coder_id, Assignment.document_id).where(Assignment.first_pass_done_at.is_not(None))
    query = (
        select(Coding.coder_id, Coding.document_id, func.max(Coding.end))
        .join(Coder, Coder.id == Coding.coder_id)
        .where(anchors.of_words(Coding))
        .group_by(Coding.coder_id, Coding.document_id)
    )
    if coder is not None:
        query = query.where(Coder.name == coder)
    reached: dict[int, int] = {}
    with project.read() as session:
        through = {(who, document) for who, document in session.execute(done)}
        for who, document, end in session.execute(query.where(~given_codes.unseen(project, session))):
            end = _ALL_OF_IT if (who, document) in through else end or 0
            reached[document] = max(reached.get(document, 0), end)
    return reached


def refusal() -> ColumnElement[bool]:
    """Return what is true of a verdict that says the suggested code is wrong: rejected, or another code put instead."""
    return (Verdict.decision == "rejected") | (
        (Verdict.decision == "changed") & (Verdict.chosen_code_id != Verdict.code_id)
    )


def _refused(project: Project) -> list[tuple[int, int, int, int]]:
    with project.read() as session:
        query = (
            select(Verdict.document_id, Verdict.start, Verdict.end, Verdict.code_id)
            .join(Coder, Coder.id == Verdict.coder_id)
            .where(refusal(), Coder.name == project.coder)
        )
        return list(session.execute(query))


def chosen(
    texts: TurnTexts, found: Labels, *, without: int | None = None, seed: int = 0
) -> dict[int, tuple[frozenset[int], float]]:
    """Return the turns to learn from, with their codes and how much each counts, the same for the same codings.

    Turns passed over while coding went on beyond them teach what is not worth coding: as many as are coded, at most.
    Document `without` gives nothing at all.
    """
    left_out = texts.of_document(without) if without is not None else range(0)
    counts = found.counts()
    coded = [place for place in found.codes if place not in left_out]
    if len(coded) > MOST * 3 // 4:  # rare codes are kept whole
        coded.sort(key=lambda place: (min(counts[code] for code in found.codes[place]), _draw(texts, place, seed)))
        coded = coded[: MOST * 3 // 4]
    refused = [place for place in found.rejected if place not in found.codes and place not in left_out]
    passed = [
        place
        for document, end in found.reached.items()
        if document != without
        for place in texts.of_document(document)
        if texts.turns[place].end <= end and place not in found.touched and place not in found.rejected
    ]
    passed.sort(key=lambda place: _draw(texts, place, seed))
    room = min(int(len(coded) * _PASSED_OVER_PER_CODED), MOST - len(coded) - len(refused))
    picked = {place: (frozenset(found.codes[place]), CODED) for place in coded}
    picked |= {place: (frozenset[int](), CODED) for place in refused}
    picked |= {place: (frozenset[int](), SILENT) for place in passed[: max(0, room)]}
    return dict(sorted(picked.items()))


def _draw(texts: TurnTexts, place: int, seed: int) -> bytes:
    """Return a lot for a turn that stays its own whatever else is coded."""
    turn = texts.turns[place]
    return hashlib.sha256(f"{seed}/{turn.document}/{turn.start}".encode()).digest()


def sayings(code: CodeDescription, hidden: str = "") -> list[str]:
    """Return what is written of a code, as examples: its name, its definition, its typical words, its cues.

    `hidden` is the plain text of a document left out: a name taken from its words, or an example quoted from it, is
    not said.
    """
    definition = " ".join(part for part in (code.definition, code.include) if part)
    said = [(code.name, code.in_vivo), (definition, False), (code.typical, True), (", ".join(code.cues), False)]
    return [text for text, quoted in said if text.strip() and not (quoted and hidden and _quotes(text, hidden))]


def plain(text: str) -> str:
    """Return the folded words of a text with one space between and around them."""
    return " ".join(["", *"".join(c if c.isalnum() else " " for c in folded(text)).split(), ""])


def _quotes(text: str, hidden: str) -> bool:
    """Say whether five words in a row, or all of a shorter text, stand in `hidden`."""
    words = plain(text).split()
    runs = [words] if len(words) <= _RUN else [words[at : at + _RUN] for at in range(len(words) - _RUN + 1)]
    return any(f" {' '.join(run)} " in hidden for run in runs)
