"""Who is left out of analysis is in no count and in no list, as if they were erased, until they are counted again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import permits
from coding.moment import shown
from coding.moment.moment import Moment
from coding.permits import Leaving
from coding.tables import people
from corpus.erasing import erasing
from corpus.errors import NothingThere
from corpus.people import consents, participants
from tests.coding.erasing_study import Planted, planted
from tests.coding.support import does_and_undoes


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Planted]:
    with planted(tmp_path) as made:
        yield made


def counted(moment: Moment) -> object:
    """Return what is counted and listed of a study, by what stays when somebody is erased."""
    return (
        sorted((row[2], row[5]) for row in moment.coded.codings.tolist()),
        [one.name for one in moment.people.values()],
        [info.name for info in shown.documents(moment)],
        [(one.code, one.document) for one in moment.excerpts],
        [row[0] for row in moment.passages.tolist()],
        sorted(one.value for one in moment.known.values),
        len(moment.read.summaries),
        len(moment.read.bearings),
        sum(len(starts) for _, starts, _ in moment.counted_words.values()),
    )


def test_it_counts_as_if_they_were_erased(study: Planted) -> None:
    project = study.project
    before = Moment.of(project)
    whole = counted(before)
    does_and_undoes(project, lambda: participants.leave_out(project, [study.luc]))
    without = before.now()
    assert counted(without) == counted(Moment.of(project)) != whole
    assert counted(without.viewed(everybody=True)) == whole
    participants.leave_out(project, [study.luc], out=False)
    assert counted(without.now()) == whole
    participants.leave_out(project, [study.luc])
    left = counted(Moment.of(project))
    erasing.erase(project, study.luc)
    assert counted(Moment.of(project)) == left


def test_tables_of_people_and_memos_leave_them_out(study: Planted) -> None:
    participants.leave_out(study.project, [study.luc])
    moment = Moment.of(study.project)
    assert study.luc not in people.counts(moment)
    assert [one.title for one in moment.memos] == ["", "Sur les ventes", ""]
    assert moment.text(study.documents["Groupe"]).count("quaxogroupe") == 1  # of what is kept nothing is lost


def test_they_are_not_named_and_their_consent_counts_all_the_same(study: Planted) -> None:
    project = study.project
    participants.leave_out(project, [study.luc])
    consents.add(project, study.luc, signed_on="2025-01-01", quotation="no")
    moment = Moment.of(project, masking=True)
    assert moment.mask.text("Luc Zéphyrin") == "[participant 1]"
    said = Leaving(["Il dit : rien que du quaxoseul, hélas."])
    assert [one.participant for one in permits.beyond(moment, "memos", said)] == [study.luc]


def test_nobody_is_left_out_who_is_not_there(study: Planted) -> None:
    with pytest.raises(NothingThere):
        participants.leave_out(study.project, [999])
