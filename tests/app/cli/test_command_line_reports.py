"""Reports by the command line: the same register as the window's, one by one or into a folder."""

from __future__ import annotations

import json

import pytest

from coding import reports
from coding.moment.moment import Moment
from corpus.store.project import Project


def test_the_table_of_interviews(run, study, tmp_path):
    path = tmp_path / "interviews.csv"
    ran = run("interviews", study, "-o", path)
    assert (ran.code, ran.out) == (0, f"{path}\n")
    with Project.open(study, writable=False) as project:
        sheet = reports.sheet(Moment.of(project), "interviews")
    assert len(path.read_text("utf-8").splitlines()) == len(sheet.rows) + 1
    warned, said = ran.err.splitlines()
    assert warned == "What is told singles out [participant 4], [participant 11]; see: verbatim singling."
    assert said == f"{len(sheet.rows)} lines written."


def test_the_confidential_are_masked_unless_shown(run, study, tmp_path):
    from corpus.people import participants

    with Project.open(study) as project:
        person = participants.listed(project)[0]
        participants.edit(project, person.key, name="Zoé Martin", confidential=True)
    for asked, there in (("mask", False), ("show", True)):
        path = tmp_path / f"{asked}.csv"
        assert run("interviews", study, "--confidential", asked, "-o", path).code == 0
        assert ("Zoé Martin" in path.read_text("utf-8")) == there


def test_all_reports_go_into_a_folder(run, study, tmp_path):
    folder = tmp_path / "deep" / "annexes"
    ran = run("report", study, "--format", "md", "--format", "csv", "-o", folder)
    assert ran.code == 0
    wanted = [folder / f"{key}.{end}" for key in reports.REGISTER for end in ("md", "csv")]
    assert ran.out.splitlines() == [str(path) for path in wanted]
    assert set(folder.iterdir()) == set(wanted)


def test_a_folder_that_can_t_be_made_is_said(run, study, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    ran = run("report", study, "-o", tmp_path / "file" / "out")
    assert ran.code == 4
    assert "can't be written" in ran.sentence


def test_one_report_alone(run, study, tmp_path):
    assert run("report", study, "--only", "codebook", "-o", tmp_path / "out").code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["codebook.docx"]


@pytest.mark.parametrize(
    ("arguments", "word"), [(["--only", "weather"], "weather"), (["--format", "pdf"], "pdf"), (["--format", ""], "")]
)
def test_what_is_no_report_or_format_is_wrong_usage(run, study, tmp_path, arguments, word):
    ran = run("report", study, *arguments, "-o", tmp_path / "out")
    assert ran.code == 2
    assert word in ran.sentence
    assert not (tmp_path / "out").exists()


def test_help_names_every_report(run):
    said = "".join(run("report", "--help").out.split())  # a line may break within a key
    assert all(key in said for key in reports.REGISTER)


def test_of_whom_it_is_not_known_who_they_are_is_said(run, small, tmp_path):
    turns = "INT: Où ?\nL: Oui, en caisse.\nM: Non, en rayon.\nINT: Et le soir ?\nL: Encore.\nM: Toujours.\n"
    (tmp_path / "Deux.txt").write_text(turns, "utf-8")
    assert run("import", small, tmp_path / "Deux.txt").code == 0
    (tmp_path / "p.csv").write_text("entretien,nom\nDeux,Luc\nDeux,Mia\n", "utf-8")
    assert run("participants", small, tmp_path / "p.csv").code == 0
    said = "2 speakers in documents of several participants are tied to none of them (L, M)"
    matrix = ("matrix", small, "--rows", "participants", "--columns", "codes", "-o", tmp_path / "m.csv")
    assert said in run(*matrix).err
    assert said in run("verbatims", small, "-o", tmp_path / "v.csv").err
    assert said in run("interviews", small, "-o", tmp_path / "i.csv").err
    assert run("report", small, "-o", tmp_path / "all", "--format", "md").err.count(said) == 1
    assert said not in run("report", small, "--only", "codebook", "-o", tmp_path / "one").err
    for mark, name in (("L", "Luc"), ("M", "Mia")):
        assert run("speakers", small, "Deux", mark, "--tie", name).code == 0
    assert "are tied to none" not in run("interviews", small, "-o", tmp_path / "j.csv").err


def test_quotations_of_chosen_codes_and_headings_in_another_language(run, study, tmp_path):
    def written(name, *asked):
        ran = run("report", study, "--only", "verbatims", "--format", "md", *asked, "-o", tmp_path / name)
        assert ran.code == 0
        return (tmp_path / name / "verbatims.md").read_text("utf-8")

    every, one, english = written("all"), written("one", "--code", "C1"), written("en", "--language", "en")
    assert 0 < len(one) < len(every)
    assert every.startswith("# Sélection de verbatims")
    assert english.startswith("# Selected quotations")
    assert run("report", study, "--code", "C9", "-o", tmp_path / "none").code == 4
    assert not (tmp_path / "none").exists()


def test_a_trail_is_narrowed_by_coder_moment_and_words(run, small, tmp_path):
    run("code-add", small, "Attente", "--coder", "Zoé")
    run("code-add", small, "Files", "--coder", "Zoé")
    run("code-edit", small, "Files", "--name", "Queues", "--coder", "Ada")

    def labels(*asked):
        assert run("history", small, *asked, "-o", tmp_path / "trail.json").code == 0
        return [one["label"] for one in json.loads((tmp_path / "trail.json").read_text("utf-8"))]

    everything = labels()
    assert labels("--by", "Zoé") == ["Add code", "Add code"]
    assert labels("--about", "CODE add") == ["Add code", "Add code"]
    assert labels("--since", "2000-01-01") == everything
    assert labels("--since", "9999-01-01", "--by", "Zoé") == []
    assert run("history", small, "--since", "yesterday", "-o", tmp_path / "x.csv").code == 2
