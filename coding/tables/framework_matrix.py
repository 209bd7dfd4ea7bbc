"""The framework matrix: participants × concepts, with what was written of each two beside the segments they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coding.codebook import CodeInfo
from coding.moment import shown
from coding.moment.evidence import EvidenceItem
from coding.moment.moment import Moment
from coding.summaries import SummaryInfo
from coding.tables.coverage import Coverage, coverage


@dataclass(frozen=True)
class FrameworkMatrix:
    """Participants × codes, by key; a cell has a summary, where one was written, and a state, see `Coverage`."""

    coverage: Coverage
    summaries: Mapping[tuple[int, int], SummaryInfo]

    @property
    def people(self) -> tuple[int, ...]:
        """The participants."""
        return self.coverage.people

    @property
    def concepts(self) -> tuple[int, ...]:
        """The codes."""
        return self.coverage.concepts

    def summary(self, person: int, concept: int) -> str:
        """Return what was written, empty where nothing was."""
        found = self.summaries.get((person, concept))
        return found.text if found is not None else ""

    def opened(self, person: int, concept: int) -> list[EvidenceItem]:
        """Return the segments of a participant that are evidence for a code, those that contradict it among them."""
        moment, wanted = self.coverage.moment, set(self.coverage.spans(concept, person).tolist())
        return [one for one in moment.evidence(concept) if moment.span_numbers[one.codings[0]] in wanted]


def written(moment: Moment) -> list[SummaryInfo]:
    """Return what was written of the participants and codes of the sets, in their order."""
    people, codes = list(shown.people(moment)), list(shown.codes(moment))
    found = {(one.participant, one.code): one for one in moment.read.summaries}
    return [found[person, code] for person in people for code in codes if (person, code) in found]


def framework_matrix(moment: Moment, codes: Sequence[CodeInfo]) -> FrameworkMatrix:
    """Return the matrix of these codes."""
    return FrameworkMatrix(coverage(moment, codes), {(one.participant, one.code): one for one in written(moment)})


def divided(moment: Moment, descriptive: str) -> Iterator[tuple[str, list[CodeInfo]]]:
    """Yield the title and codes of each framework, and the descriptive codes where something is written of them."""
    codes = list(shown.codes(moment).values())
    said = {one.code for one in moment.read.summaries}
    for info in moment.frameworks:
        if of := [code for code in codes if code.framework == info.framework]:
            yield info.title, of
    own = [code for code in codes if code.cycle == 1 and (code.key in said or not moment.frameworks)]
    if own:
        yield descriptive, own
