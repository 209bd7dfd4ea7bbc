"""Codings, links, judgements, memos and excerpts by the command line."""

from __future__ import annotations

import csv
import json

import pytest

from coding import memos
from corpus.store.project import Project


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def exported(run, project, tmp_path):
    assert run("codings-export", project, tmp_path / "out.csv").code == 0
    return rows(tmp_path / "out.csv")


def test_apply_resize_and_uncode(run, small, at, tmp_path):
    start, end = at("parcours client")
    assert run("apply", small, "Anne", start, end, "C1", "--coder", "Zoé").code == 0
    [row] = exported(run, small, tmp_path)
    assert (row["document"], row["start"], row["end"], row["code"]) == ("Anne", str(start), str(end), "C1")
    assert (row["coder"], row["origin"], row["text"]) == ("Zoé", "manual", "parcours client")
    assert run("resize", small, "anne", start, end, "meco-2019:C1", "--to", start - 3, end).code == 0
    assert exported(run, small, tmp_path)[0]["text"] == "le parcours client"
    assert run("uncode", small, "Anne", start - 3, end, "C1").code == 0
    assert exported(run, small, tmp_path) == []


@pytest.mark.parametrize(
    ("start", "end", "code"), [(5, 5, "C1"), (9, 5, "C1"), (0, 99999, "C1"), (0, 5, "C9"), (0, 5, "Rien")]
)
def test_what_can_t_be_coded_exits_4(run, small, tmp_path, start, end, code):
    ran = run("apply", small, "Anne", start, end, code)
    assert ran.code == 4
    assert ran.sentence
    assert exported(run, small, tmp_path) == []


def test_the_same_coding_twice_is_refused(run, small, at):
    span = at("On priorise")
    assert run("apply", small, "Anne", *span, "C2").code == 0
    assert run("apply", small, "Anne", *span, "C2").code == 4
    assert run("apply", small, "Anne", *span, "C2", "--coder", "Zoé").code == 0


def test_offsets_are_code_points(run, small, at, tmp_path):
    words = "et ça agace"
    run("apply", small, "Anne", *at(words), "C4")
    assert exported(run, small, tmp_path)[0]["text"] == words


def test_all_codings_go_out_and_come_in_again(run, study, built_study, tmp_path):
    before = exported(run, study, tmp_path)
    assert len(before) > 150
    with Project.open(study) as project:
        from coding import codings

        codings.uncode(project, [one.key for one in codings.listed(project)])
    assert exported(run, study, tmp_path) == []
    run("codings-export", built_study, tmp_path / "all.csv", "--confidential", "show")
    ran = run("codings-import", study, tmp_path / "all.csv")
    assert ran.code == 0
    assert "imported" in ran.err
    assert exported(run, study, tmp_path) == before
    again = run("codings-import", study, tmp_path / "all.csv", "--json")
    assert (again.code, again.json["imported"], again.json["already_there"]) == (0, 0, len(before))


def test_each_row_is_taken_on_its_own_merit(run, small, at, tmp_path):
    start, end = at("=SOMME")
    lines = [
        "document,start,end,code,coder,memo,text",
        f"Anne,{start},{end},Calcul,Zoé,Une note,'=SOMME",
        f"Anne,{start},{end},C1,,,SOMME",
        f"Anne,{start},{end},C9,,,",
        f"Anne,{start},{end},meco-2019:C8,,,",
        f"Anne,{start},{end},Capacité de stratégisasion du parcours client,,,",
        f"Bruno,{start},{end},C1,,,",
        "Anne,x,9,C1,,,",
        "Anne,3,99999,C1,,,",
        "Anne,,,C2,,,",
        f"Anne,{start},{end},calcul,Paul,,=SOMME",
    ]
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n", "utf-8")
    ran = run("codings-import", small, tmp_path / "t.csv", "--json")
    assert ran.code == 1
    refused = {one["line"]: one["reason"] for one in ran.json["refused"]}
    assert sorted(refused) == [3, 4, 5, 6, 7, 8, 9]
    assert "text of this row" in refused[3]
    assert "misspelt" in refused[4]
    assert "misspelt" in refused[5]
    assert "Capacité de stratégisation du parcours client" in refused[6]
    assert "Bruno" in refused[7]
    assert ran.json["new_codes"] == ["Calcul"]
    assert ran.json["new_coders"] == ["Paul", "Zoé"]
    assert "A new code was made: Calcul." in ran.err
    assert "Line 3: " in ran.err
    found = exported(run, small, tmp_path)
    assert ("", "", "C2", "") in {(row["start"], row["end"], row["code"], row["text"]) for row in found}
    [noted] = [row for row in found if row["coder"] == "Zoé"]
    assert (noted["memo"], noted["text"], noted["origin"]) == ("Une note", "'=SOMME", "import")


def test_a_table_of_which_nothing_comes_in_exits_4(run, small, tmp_path):
    (tmp_path / "t.csv").write_text("document,start,end,code\nBruno,1,2,C1\n", "utf-8")
    assert run("codings-import", small, tmp_path / "t.csv").code == 4
    (tmp_path / "t.csv").write_text("document,start,code\nAnne,1,C1\n", "utf-8")
    ran = run("codings-import", small, tmp_path / "t.csv")
    assert (ran.code, "end" in ran.sentence) == (4, True)


def test_an_import_is_one_change(run, small, at, tmp_path):
    start, end = at("=SOMME")
    (tmp_path / "t.csv").write_text(
        f"document,start,end,code,coder,memo\nAnne,{start},{end},Neuf/Sous,Zoé,Note\nAnne,1,5,Neuf,,\n", "utf-8"
    )
    before = run("codes", small, "--json").json
    assert run("codings-import", small, tmp_path / "t.csv").code == 0
    assert len(exported(run, small, tmp_path)) == 2
    run("undo", small)
    assert exported(run, small, tmp_path) == []
    assert run("codes", small, "--json").json == before


def test_links_and_judgements_change_the_evidence(run, small, at, tmp_path):
    def c1() -> int:
        assert (
            run(
                "matrix",
                small,
                "--rows",
                "documents",
                "--columns",
                "framework:meco-2019",
                "--cell",
                "codings",
                "-o",
                tmp_path / "m.json",
            ).code
            == 0
        )
        import json

        return json.loads((tmp_path / "m.json").read_text("utf-8"))["values"][0][0]

    span = at("Le stock n'est jamais juste")
    run("code-add", small, "Irritants")
    run("apply", small, "Anne", *span, "Irritants")
    assert c1() == 0
    assert run("link", small, "Irritants", "C1", "--because", "Ruptures.").out == "Irritants → C1 (all)\n"
    assert c1() == 1
    assert run("judge", small, "Anne", *span, "Irritants", "C1", "--out", "--because", "Interne.").code == 0
    assert c1() == 0
    assert run("judge", small, "Anne", *span, "Irritants", "C1", "--in", "--stance", "contradicts").code == 0
    assert c1() == 0
    assert run("judge", small, "Anne", *span, "Irritants", "C1", "--in", "--stance", "nuances").code == 0
    assert c1() == 1
    assert run("link", small, "Irritants", "C4").out == "Irritants → C4 (one by one)\n"
    links = run("links", small, "--json").json
    assert [(one["descriptive"], one["theoretical"], one["mode"], one["reason"]) for one in links] == [
        ("Irritants", "C1", "all", "Ruptures."),
        ("Irritants", "C4", "one_by_one", ""),
    ]
    assert run("link", small, "Irritants", "C1", "--remove").code == 0
    assert c1() == 0
    assert run("judge", small, "Anne", *span, "Irritants", "C7", "--in").code == 4
    assert run("link", small, "C1", "C2").code == 4


def test_what_is_set_aside_is_listed_and_taken_back(run, small):
    run("code-add", small, "Météo")

    def listed() -> list[tuple[str, ...]]:
        keys = ("descriptive", "framework", "theoretical", "reason")
        return [tuple(one[key] for key in keys) for one in run("links", small, "--set-aside", "--json").json]

    assert run("set-aside", small, "Météo", "--because", "autre chose").code == 0
    assert run("set-aside", small, "Météo", "C1", "--because", "pas cela").code == 0
    assert listed() == [("Météo", "meco-2019", None, "autre chose"), ("Météo", None, "C1", "pas cela")]
    shown = run("links", small, "--set-aside").out.splitlines()
    assert ["meco-2019" in line for line in shown[-2:]] == [True, False]
    assert run("set-aside", small, "Météo", "--framework", "MECO-2019", "--remove").code == 0
    assert listed() == [("Météo", None, "C1", "pas cela")]
    assert run("set-aside", small, "Météo", "C1", "--remove").code == 0
    assert listed() == []
    run("undo", small)
    assert listed() == [("Météo", None, "C1", "pas cela")]
    assert run("set-aside", small, "Météo", "--remove").sentence == "This is not set aside."
    assert run("set-aside", small, "Météo", "--framework", "none").code == 4
    assert run("set-aside", small, "C1").code == 4
    assert run("set-aside", small, "Météo", "C1", "--framework", "meco-2019").code == 2
    assert run("links", small, "--set-aside", "--crosswalks").code == 2


def test_a_layer_is_not_emptied_by_another_coders_judgement(run, small, at, tmp_path):
    def c1(*layer: str) -> int:
        assert (
            run(
                "matrix",
                small,
                "--rows",
                "documents",
                "--columns",
                "framework:meco-2019",
                "--cell",
                "codings",
                "-o",
                tmp_path / "m.json",
                *layer,
            ).code
            == 0
        )
        return int(json.loads((tmp_path / "m.json").read_text("utf-8"))["values"][0][0])

    span = at("Le stock n'est jamais juste")
    run("code-add", small, "Irritants")
    run("apply", small, "Anne", *span, "Irritants", "--coder", "Ada")
    run("link", small, "Irritants", "C1", "--coder", "Ada")
    assert run("judge", small, "Anne", *span, "Irritants", "C1", "--out", "--coder", "Bob").code == 0
    assert (c1(), c1("--coder", "Ada"), c1("--coder", "Bob")) == (0, 1, 0)


def test_whose_coding_it_was_is_said(run, small, at):
    span, moved = at("Le stock n'est jamais juste"), at("Le stock")
    run("code-add", small, "Irritants")
    run("apply", small, "Anne", *span, "Irritants", "--coder", "Ada")
    ran = run("resize", small, "Anne", *span, "Irritants", "--to", *moved)
    assert ran.sentence == "This was a coding by Ada; undo gives it back."
    assert run("uncode", small, "Anne", *moved, "Irritants").sentence == ran.sentence
    run("apply", small, "Anne", *span, "Irritants")
    assert run("uncode", small, "Anne", *span, "Irritants").err == ""


def test_link_all_overrules_the_usual_mode(run, small):
    run("code-add", small, "Irritants")
    run("link", small, "Irritants", "C1")
    assert run("link", small, "Irritants", "C2", "--all").out == "Irritants → C2 (all)\n"
    assert run("link", small, "Irritants", "C3", "--one-by-one").out == "Irritants → C3 (one by one)\n"


def test_memos_reach_every_target(run, small, at, tmp_path):
    start, end = at("On priorise")
    (tmp_path / "p.csv").write_text("document,nom\nAnne,Anne Roy\n", "utf-8")
    run("participants", small, tmp_path / "p.csv")
    run("apply", small, "Anne", start, end, "C2")
    for target in ("project", "document:Anne", "code:C1", "participant:anne roy", f"document:Anne@{start}-{end}"):
        assert run("memo", small, target, "--text", f"sur {target}").code == 0, target
    assert run("memo", small, "coding", "--at", "Anne", start, end, "C2", "--text", "sur codage").code == 0
    with Project.open(small, writable=False) as project:
        kinds = [memo.targets[0].kind for memo in memos.listed(project)]
    assert kinds == ["project", "document", "code", "participant", "passage", "coding"]
    assert run("memo", small, "nowhere", "--text", "x").code == 2
    assert run("memo", small, "document:Bruno", "--text", "x").code == 4
    assert run("memo", small, "document:Anne@5-2", "--text", "x").code == 4
    assert run("memo", small, "participant:Bruno", "--text", "x").code == 4


def test_an_excerpt_is_printed_and_stands_in_the_table(run, small, at, tmp_path):
    start, end = at("On a refait le parcours client avec les vendeurs.")
    cut = at("avec les vendeurs")
    changed = ["--cut", *cut, "--insert", start, "en 2019", "--translation", "We did."]
    ran = run("excerpt", small, "Anne", start, end, "C1", *changed)
    assert ran.code == 0
    assert ran.out.rstrip("\n").endswith("On a refait le parcours client (…).")
    run("verbatims", small, "--code", "C1", "-o", tmp_path / "v.csv")
    [row] = rows(tmp_path / "v.csv")
    assert (row["verbatim"], row["selected"], row["translation"]) == (ran.out.rstrip("\n"), "yes", "We did.")
    assert run("excerpt", small, "Anne", start, end, "C1", "--remove").code == 0
    assert run("excerpt", small, "Anne", start, end, "C1", "--remove").code == 4


def test_codings_are_masked_unless_they_are_to_come_back(run, small, at, tmp_path):
    run("participant-add", small, "Anne", "--confidential")
    run("participant-add", small, "Luc Vendeurs", "--confidential")
    run("apply", small, "Anne", *at("avec les vendeurs"), "Mot d'Anne", "--new")
    run("memo", small, "coding", "--at", "Anne", *at("avec les vendeurs"), "Mot d'Anne", "--text", "Anne hésite.")
    ran = run("codings-export", small, tmp_path / "named.csv", "--confidential", "show")
    [row] = rows(tmp_path / "named.csv")
    assert (row["document"], row["code"], row["memo"]) == ("Anne", "Mot d'Anne", "Anne hésite.")
    assert "Confidential participants are named in this file" in ran.err
    ran = run("codings-export", small, tmp_path / "masked.csv")
    assert "Names are masked, so that this can't be imported again" in ran.err
    [masked] = rows(tmp_path / "masked.csv")
    assert masked["document"] == "[participant 1]"
    assert "anne" not in " ".join(masked.values()).lower()
    assert (masked["start"], masked["end"], masked["text"]) == (row["start"], row["end"], "avec les [participant 2]")


def test_many_places_are_coded_at_once_after_some_were_left_out(run, small):
    run("code-add", small, "parole")
    seen = run("auto-code", small, "parole", "--speaker", "*", "--dry-run", "--json").json
    assert [one["number"] for one in seen] == list(range(1, len(seen) + 1))
    assert run("codes", small, "--json").json[0]["segments"] == 0
    ran = run("auto-code", small, "parole", "--speaker", "*", "--skip", "1")
    assert ran.out == f"{len(seen) - 1} coding{'' if len(seen) == 2 else 's'} made.\n"
    again = run("auto-code", small, "parole", "--speaker", "*")
    assert again.out == f"1 coding made, {len(seen) - 1} there already.\n"
    run("undo", small)
    assert run("codes", small, "--json").json[0]["segments"] == len(seen) - 1


def test_each_speaker_has_a_code_of_their_own_and_a_search_makes_a_new_one(run, small):
    names = {one["under"] for one in run("auto-code", small, "--each", "--speaker", "*", "--dry-run", "--json").json}
    assert run("auto-code", small, "--each", "--speaker", "*").code == 0
    assert {code["code"] for code in run("codes", small, "--json").json if code["cycle"] == 1} == names
    assert run("auto-code", small, "on/priorise", "--search", "priorise", "--new").out.startswith("1 coding made")
    assert run("search", small, "origin:auto", "--scope", "codings", "--json").json["total"] > 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("x",),
        ("x", "--search", "a", "--speaker", "b"),
        ("--speaker", "b"),
        ("--each", "--search", "a"),
        ("--each", "--new", "--speaker", "b"),
    ],
)
def test_what_is_to_be_coded_and_with_what_must_be_said(run, small, wrong):
    assert run("auto-code", small, *wrong).code == 2
