"""Several coders on the command line: whose work is counted, and who codes blind."""

from __future__ import annotations

import json

from coding import codebook, codings
from corpus import anchors, documents
from corpus.store.project import Project


def _coded(study) -> None:
    for coder, start in (("Ada", 0), ("Noé", 5)):
        with Project.open(study, coder=coder) as project:
            codes = [one.key for one in codebook.listed(project) if one.name == "film"]
            code = codes[0] if codes else codebook.add(project, "film")
            key = documents.listed(project)[0].key
            codings.apply(project, code, anchors.words(key, start, start + 3))


def test_work_of_chosen_coders_is_counted(run, study):
    _coded(study)

    def segments(*given: str) -> int:
        listed = json.loads(run("codes", study, "--json", *given).out)
        return next(one["segments"] for one in listed if one["code"] == "film")

    assert segments() == 2
    assert segments("--coder-layer", "Noé") == 1
    assert segments("--coder-layer", "Noé", "--coder-layer", "Ada") == 2
    refused = run("codes", study, "--coder-layer", "Nobody")
    assert refused.code == 4
    assert "No coder here is called Nobody." in refused.err


def test_who_codes_blind_sees_nobody_else_until_the_first_pass(run, study):
    _coded(study)
    with Project.open(study, writable=False) as project:
        name = documents.listed(project)[0].name
    assert run("assign", study, name, "Ada", "--blind").code == 0
    export = study.parent / "codings.csv"

    def exported() -> str:
        run("codings-export", study, export, "--confidential", "show")
        return export.read_text("utf-8")

    assert "Noé" in exported()
    told = json.loads(run("coders", study, "--json").out)
    assert {one["coder"]: one["blind"] for one in told}["Ada"] == 1
    with Project.open(study, coder="Ada", writable=False) as project:
        assert "Noé" not in {one.coder for one in codings.listed(project)}
    assert run("first-pass", study, name, "--coder", "Ada").code == 0
    with Project.open(study, coder="Ada", writable=False) as project:
        assert {one.coder for one in codings.listed(project)} >= {"Ada", "Noé"}
    assert run("assign", study, name, "Ada", "--remove").code == 0


def test_documents_are_declared_read_and_owed_for_a_late_code(run, study):
    with Project.open(study, coder="Ada") as project:
        early = codebook.add(project, "early")
        first, second = (one for one in documents.listed(project)[:2])
        for one, at in ((first, "2001-01-01T00:00:00Z"), (second, "2099-01-01T00:00:00Z")):
            codings.enter(project, [codings.Entry(early, anchors.words(one.key, 0, 4), None, None, at)])
        codebook.add(project, "late")
    owed = json.loads(run("to-reread", study, "late", "--coder", "Ada", "--json").out)
    assert owed == [first.name]
    assert run("read", study, first.name, "--code", "late", "--coder", "Ada").code == 0
    assert json.loads(run("to-reread", study, "late", "--coder", "Ada", "--json").out) == []
    assert run("read", study, first.name, "--begun", "--coder", "Ada").code == 0
    told = json.loads(run("readings", study, "--json").out)
    read = [(one["document"], one["state"]) for one in told if one["cycle"] == "theoretical"]
    assert read == [(first.name, "begun")], "of the descriptive cycle the sample study declares all"
