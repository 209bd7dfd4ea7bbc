"""Whose work is seen: one coder's, several coders', or all; and nobody else's where a document is coded blind."""

from __future__ import annotations

import pytest

from coding import blind, codebook, codings, excerpts, links, memos
from coding.codebook import frameworks
from coding.exports import codings as exported
from coding.memos import Target
from coding.moment.counts import counts
from coding.moment.moment import Moment
from coding.suggest import suggestions
from coding.tables import verbatims
from coding.tables.saved_matrices import MatrixChoice
from corpus.errors import NothingThere
from tests.coding.support import Study, does_and_undoes


@pytest.fixture
def codes(study: Study) -> dict[str, int]:
    """Ada and Noé code the same text; Noé judges a coding of Ada's, writes on it and chooses an excerpt."""
    project = study.project
    frameworks.add(project, "meco-2019")
    keys = {c.code_key or c.name: c.key for c in codebook.listed(project)}
    keys["film"] = codebook.add(project, "film")
    links.link(project, keys["film"], keys["C1"])
    suggestions.hide_before_first_pass(project, False)  # so that what is withheld is so because of others' work
    own = codings.apply(project, keys["film"], study.words("Achats", "parcours client"))
    with study.coder("Noé"):
        theirs = codings.apply(project, keys["film"], study.words("Achats", "coince"))
        codings.apply(project, keys["film"], study.words("Bureau", study_words(study)))
        links.judge(project, own, keys["C1"], "out")
        links.judge(project, theirs, keys["C1"], "in")
        memos.add(project, "Ce qui coince", targets=[Target("coding", theirs)])
        excerpts.add(project, keys["C1"], study.words("Achats", "coince"))
    return keys


def study_words(study: Study) -> str:
    from corpus import documents

    return documents.text(study.project, study.documents["Bureau"])[:8]


def seen(study: Study, codes: dict[str, int]) -> dict[str, object]:
    """Return all that Ada is shown of the work on one document and of counts that it goes into."""
    project, moment = study.project, Moment.of(study.project)
    here = study.documents["Achats"]
    return {
        "reader": [one.coder for one in codings.of_document(project, here)],
        "list": sorted(one.coder for one in codings.listed(project)),
        "counts": counts(moment).segments[codes["film"]],
        "evidence": [(one.document, one.coder) for one in moment.evidence(codes["C1"])],
        "matrix": MatrixChoice("documents", "codes", "codings").counted(moment).values.sum(),
        "export": sorted(str(row[4]) for row in exported.sheet(moment).rows),
        "print": [row.verbatim for row in verbatims.table(moment, [codes["C1"]])],
        "memos": [one.body for one in moment.memos],
        "its memos": [one.body for one in memos.of(project, "coding", _theirs(study, codes))],
        "excerpts": [one.coder for one in moment.excerpts],
        "judged": [one.coder for one in links.judgements(project)],
        "coders": {one.name: (one.codings, one.decisions) for one in blind.coders(project)},
        "withheld": suggestions.withheld(project),
    }


def _theirs(study: Study, codes: dict[str, int]) -> int:
    with study.coder("Noé"):
        return codings.find(study.project, codes["film"], study.words("Achats", "coince"), "Noé").key


def test_nothing_of_others_is_seen_where_one_codes_blind(study: Study, codes: dict[str, int]) -> None:
    project, here, there = study.project, study.documents["Achats"], study.documents["Bureau"]
    blind.assign(project, [here], "Ada", blind=True)
    assert seen(study, codes) == {
        "reader": ["Ada"],
        "list": ["Ada", "Noé"],
        "counts": 2,
        "evidence": [(here, "Ada"), (there, "Noé")],
        "matrix": 2,
        "export": ["Ada", "Noé"],
        "print": ["parcours client", study_words(study)],
        "memos": [],
        "its memos": [],
        "excerpts": [],
        "judged": [],
        "coders": {"Ada": (1, 0), "Noé": (1, 0)},
        "withheld": {here},
    }


def test_all_is_seen_once_the_first_pass_is_declared(study: Study, codes: dict[str, int]) -> None:
    project, here = study.project, study.documents["Achats"]
    before = seen(study, codes)
    moment = Moment.of(project)
    blind.assign(project, [here], "Ada", blind=True)
    hidden = moment.now()
    assert counts(hidden).segments[codes["film"]] == 2
    suggestions.declare_first_pass(project, here)
    assert seen(study, codes) == before
    assert counts(hidden.now()).segments[codes["film"]] == 3
    assert before["reader"] == ["Ada", "Noé"]
    assert before["judged"] == ["Noé", "Noé"]


def test_to_code_blind_binds_that_coder_alone(study: Study, codes: dict[str, int]) -> None:
    before = seen(study, codes)
    blind.assign(study.project, study.documents.values(), "Noé", blind=True)
    assert seen(study, codes) == before
    with study.coder("Noé"):
        assert {one.coder for one in codings.listed(study.project)} == {"Noé"}
        assert set(Moment.of(study.project).net.coded.codings[:, 5].tolist()) == {
            blind.coder_named(study.project, "Noé")
        }


def test_assigning_and_taking_back(study: Study, codes: dict[str, int]) -> None:
    project, here = study.project, study.documents["Achats"]
    does_and_undoes(project, lambda: blind.assign(project, [here], "Zoé", blind=True))
    assert [(one.coder, one.blind, one.done) for one in blind.listed(project)] == [("Zoé", True, False)]
    does_and_undoes(project, lambda: blind.assign(project, [here], "Zoé"))
    does_and_undoes(project, lambda: blind.withdraw(project, here, "Zoé"))
    with pytest.raises(NothingThere, match="Zoé was not given"):
        blind.withdraw(project, here, "Zoé")


def test_a_layer_is_one_coder_s_or_several_coders(study: Study, codes: dict[str, int]) -> None:
    moment = Moment.of(study.project)
    found = {
        names: counts(moment.viewed(layer=names)).segments.get(codes["film"], 0)
        for names in (None, "Ada", ("Noé",), ("Ada", "Noé"), ("Nobody",))
    }
    assert found == {None: 3, "Ada": 1, ("Noé",): 2, ("Ada", "Noé"): 3, ("Nobody",): 0}
    assert len(exported.sheet(moment.viewed(layer=("Noé",))).rows) == 2
