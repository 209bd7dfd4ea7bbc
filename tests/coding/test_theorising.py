"""What fits no concept is a queue; a concept made of it is one change."""

from __future__ import annotations

import pytest

from coding import codebook, codings, links, set_asides, theorising
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.moment.weighing import weigh
from corpus.errors import CodingError
from tests.coding.support import Study, does_and_undoes


@pytest.fixture
def grown(study: Study) -> str:
    frameworks.add(study.project, "meco-2019")
    for name, words in (("lent", "coince"), ("seul", "parcours client")):
        codings.apply(study.project, codebook.add(study.project, name), study.words("Achats", words))
    return frameworks.fork(study.project, "meco-2019", key="grown")


def named(study: Study, name: str) -> int:
    return codebook.find(study.project, name).key


def queue(study: Study, framework: str) -> list[str]:
    return [one.label for one in theorising.queue(weigh(Moment.of(study.project), framework))]


def test_what_fits_no_concept_waits_in_a_queue_of_its_framework(study: Study, grown: str) -> None:
    set_asides.outside(study.project, named(study, "lent"), grown, "dit autre chose")
    assert queue(study, grown) == ["lent"]
    assert queue(study, "meco-2019") == []
    (one,) = theorising.queue(weigh(Moment.of(study.project), grown))
    assert (one.segments, one.people, one.reason, one.coder) == (1, 1, "dit autre chose", "Ada")


def test_a_concept_is_made_of_it_and_its_codes_leave_the_queue(study: Study, grown: str) -> None:
    project, codes = study.project, [named(study, name) for name in ("lent", "seul")]
    for code in codes:
        set_asides.outside(project, code, grown)
    does_and_undoes(project, lambda: theorising.theorise(project, codes, grown, "Écoute", reason="reviennent ensemble"))
    assert queue(study, grown) == []
    made = named(study, "Écoute")
    assert [(one.source, one.reason) for one in links.listed(project) if one.target == made] == [
        (code, "reviennent ensemble") for code in codes
    ]
    assert len(Moment.of(project).evidence(made)) == 2
    links.unlink(project, codes[0], made)
    assert queue(study, grown) == ["lent"], "it is outside again"


def test_a_framework_as_it_was_published_gets_no_concept(study: Study, grown: str) -> None:
    with pytest.raises(CodingError):
        theorising.theorise(study.project, [named(study, "lent")], "meco-2019", "Écoute")
    with pytest.raises(CodingError, match="Choose the codes"):
        theorising.theorise(study.project, [], grown, "Écoute")
