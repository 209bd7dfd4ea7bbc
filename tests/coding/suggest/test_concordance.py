"""Agreement of suggestions with a person, and of the person with a second coder, by hand-made counts."""

from __future__ import annotations

import pytest

from coding.suggest.coder_agreement import CodeAgreement, concordance, paired

ADA = {0: {1}, 1: {1}, 2: {1, 2}, 10: {2}}
BO = {0: {1}, 1: {2}, 20: {1}}
SUGGESTED = {0: {1}, 1: {2}, 2: {1}, 10: {2}, 11: {1}}


def document(place: int) -> int:
    return place // 10


def test_positive_agreement_is_twice_what_both_gave_in_all_they_gave() -> None:
    assert CodeAgreement(4, 4, 3).agreement == pytest.approx(0.75)
    assert CodeAgreement(0, 0, 0).agreement is None
    assert paired(ADA, SUGGESTED) == {1: CodeAgreement(3, 3, 2), 2: CodeAgreement(2, 2, 1)}


def test_suggestions_are_compared_on_what_the_person_coded_and_coders_on_the_documents_of_both() -> None:
    found = concordance({"Ada": ADA, "Bo": BO}, {}, "Ada", SUGGESTED, document)
    assert (found.coder, found.documents) == ("Ada", 2)
    assert found.suggested == {1: CodeAgreement(3, 2, 2), 2: CodeAgreement(2, 2, 1)}, "place 11 was not coded"
    assert (found.second, found.shared) == ("Bo", 1)
    assert found.between == {1: CodeAgreement(3, 1, 1), 2: CodeAgreement(1, 1, 0)}
    told = found.as_json({1: "un", 2: "deux"})
    assert told["few"] is True
    assert told["per_code"][0] == {
        "code": "un",
        "yours": 3,
        "suggested": 2,
        "both": 2,
        "agreement": 0.8,
        "with_second_coder": 0.5,
    }


def test_who_coded_nothing_is_compared_with_all_and_nobody_beside() -> None:
    found = concordance({"Ada": ADA}, ADA, "Zoé", SUGGESTED, document)
    assert (found.coder, found.second) == (None, None)
    assert found.suggested[1] == CodeAgreement(3, 2, 2)
    alone = concordance({"Ada": ADA, "Bo": {30: {1}}}, ADA, "Ada", SUGGESTED, document)
    assert alone.second is None, "no document of both"
