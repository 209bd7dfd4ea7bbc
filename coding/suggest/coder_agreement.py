"""How far suggestions agree with a person's own coding, code by code; it is no reliability between coders.

Beside it stands how far the person agrees with a second coder, counted alike: of the passages that both gave a code, or
one of them, twice those by both in all of theirs (positive agreement, Dice).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

FEW = 5
"""On fewer documents a figure says little, and that is said beside it."""

Given = Mapping[int, set[int]]
"""Codes by place in the texts."""


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """Of some passages: how many the person gave a code, how many the other did, and how many both."""

    yours: int
    others: int
    both: int

    @property
    def agreement(self) -> float | None:
        """Return the positive agreement, 0 to 1; None where neither gave the code."""
        return 2 * self.both / (self.yours + self.others) if self.yours + self.others else None


@dataclass(frozen=True, slots=True)
class SuggestionAgreement:
    """By code: suggestions beside the person, on `documents` left out in turn, and a second coder beside the person.

    `coder` is None where the person coded nothing, and all codings stand for theirs; `second` None where nobody else
    coded any of their documents, else they coded `shared` of these.
    """

    coder: str | None
    documents: int
    suggested: Mapping[int, CodeAgreement]
    second: str | None = None
    shared: int = 0
    between: Mapping[int, CodeAgreement] | None = None

    def as_json(self, names: Mapping[int, str]) -> dict[str, Any]:
        """Return the figures under the names the command line prints; `names` of codes."""
        return {
            "coder": self.coder,
            "documents": self.documents,
            "few": self.documents < FEW,
            "second_coder": self.second,
            "documents_of_both": self.shared,
            "per_code": [
                {
                    "code": names[code],
                    "yours": pair.yours,
                    "suggested": pair.others,
                    "both": pair.both,
                    "agreement": pair.agreement,
                    "with_second_coder": other.agreement if other else None,
                }
                for code, pair in self.suggested.items()
                if code in names
                for other in ((self.between or {}).get(code),)
            ],
        }


def paired(yours: Given, others: Given) -> dict[int, CodeAgreement]:
    """Return for each code how often one and the other gave it to these passages, and how often both."""
    codes = sorted({code for given in (yours, others) for some in given.values() for code in some})

    def places(given: Given, code: int) -> set[int]:
        return {place for place, some in given.items() if code in some}

    pairs = ((code, places(yours, code), places(others, code)) for code in codes)
    return {code: CodeAgreement(len(mine), len(theirs), len(mine & theirs)) for code, mine, theirs in pairs}


def concordance(
    by_coder: Mapping[str, Given], everybody: Given, coder: str, suggested: Given, document: Callable[[int], int]
) -> SuggestionAgreement:
    """Compare what a coder gave with what is `suggested` for the same passages, and with what another coder gave.

    `document` says in which document a place is. The other coder is the one who coded most of the same documents.
    """
    own = by_coder.get(coder)
    yours = everybody if own is None else own
    said = {place: codes for place, codes in suggested.items() if place in yours}
    read = {document(place) for place in yours}
    found = SuggestionAgreement(coder if own is not None else None, len(read), _of(yours, said))
    shared = {who: read & {document(place) for place in given} for who, given in by_coder.items() if who != coder}
    second = max(shared, key=lambda who: (len(shared[who]), who), default=None)
    if own is None or second is None or not shared[second]:
        return found
    both = [
        {place: codes for place, codes in given.items() if document(place) in shared[second]}
        for given in (own, by_coder[second])
    ]
    return SuggestionAgreement(
        found.coder, found.documents, found.suggested, second, len(shared[second]), paired(*both)
    )


def _of(yours: Given, said: Given) -> dict[int, CodeAgreement]:
    """Return the pairs of the codes that the person gave."""
    given = {code for some in yours.values() for code in some}
    return {code: pair for code, pair in paired(yours, said).items() if code in given}
