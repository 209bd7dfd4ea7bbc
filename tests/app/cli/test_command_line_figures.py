"""Figures by the command line."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    from tests.samples import sample_at

    return sample_at(tmp_path_factory.mktemp("figures") / "study.verbatim")


def test_figures_are_listed_with_what_they_take(run):
    listed = run("figures", "--json").json
    assert {
        "figure": "heat",
        "title": "Heat map",
        "takes": ["cell", "columns", "evidence", "most", "order", "percent", "rows"],
    } in listed
    assert run("figures").out.startswith("heat\tHeat map\t")


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_a_figure_is_drawn_into_a_file_and_said(suffix, run, study, tmp_path):
    path = tmp_path / f"drawn.{suffix}"
    done = run("figure", study, "frequencies", "--language", "en", "--width", 90, "--most", 5, "-o", path)
    assert (done.code, done.out) == (0, f"{path}\n")
    assert "Shown here: 5 codes of 16; the rest is less frequent." in done.err
    assert "Bars of how many coded segments there are of 5 codes." in done.err
    assert path.stat().st_size > 5_000


def test_what_a_figure_does_not_take_is_refused(run, study, tmp_path):
    done = run("figure", study, "chronology", "--columns", "codes", "-o", tmp_path / "a.svg")
    assert (done.code, "takes no --columns" in done.err) == (2, True)
    assert run("figure", study, "pie", "-o", tmp_path / "a.svg").code != 0
    assert run("figure", study, "heat", "-o", tmp_path / "a.gif").code == 2
    assert not list(tmp_path.iterdir())


def test_those_who_may_not_be_named_are_not(run, study, tmp_path):
    assert run("participant-edit", study, "Inès Moutardier", "--confidential").code == 0
    written = {}
    for shown in ("mask", "show"):
        run(
            "figure",
            study,
            "heat",
            "--columns",
            "participants",
            "--confidential",
            shown,
            "-o",
            tmp_path / f"{shown}.svg",
        )
        written[shown] = (tmp_path / f"{shown}.svg").read_text("utf-8")
    assert "Moutardier" not in written["mask"]
    assert "Moutardier" in written["show"]
