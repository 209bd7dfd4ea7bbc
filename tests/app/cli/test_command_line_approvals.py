"""What is sent to approve, the answer, and what was corrected since, as somebody does it who reads the manual."""

from __future__ import annotations

import pytest

pytest.importorskip("docx")


def table(ran):
    assert ran.code == 0, ran.err
    return [line.split("\t") for line in ran.out.splitlines()]


def test_an_answer_is_noted_and_corrections_are_told(run, small, at, tmp_path, undone):
    undone("participant-add", small, "Anne Roy", "--tie", "Anne")
    run("approval-send", small, "Anne Roy", tmp_path / "letter.docx", "--document", "Anne", "--due-on", "2024-06-30")
    assert (tmp_path / "letter.docx").is_file()
    [sent] = table(run("approvals", small))
    assert (sent[:3], sent[4]) == (["Anne Roy", "transcript", "Anne"], "2024-06-30")
    assert "Anne Roy" in run("due", small).out
    undone(
        "approval-answer", small, "Anne Roy", "changes", "--document", "Anne", "--note", "Turn 2", "--on", "2024-06-02"
    )
    assert table(run("approvals", small))[0][5:] == ["changes", "2024-06-02", "", "Turn 2"]
    undone("edit", small, "Anne", *at("les vendeurs"), "nos vendeurs", "--reason", "As Anne Roy asked")
    assert table(run("approvals", small))[0][5:] == ["changes", "2024-06-02", "corrected since", "Turn 2"]
    [revision] = run("revisions", small, "Anne", "--json").json
    assert revision["reason"] == "As Anne Roy asked"
    assert "Anne Roy" not in run("due", small).out
