"""The interview guide by the command line: versions, questions, which interview used which, what was asked where."""

from __future__ import annotations

GUIDE = "# Le parcours\n1. Comment cela se passe-t-il ?\n2. Qu'est-ce qui agace ?\n\n# La fin\n- Et ensuite ?\n"


def made(run, small, tmp_path):
    (tmp_path / "guide.md").write_text(GUIDE, "utf-8")
    ran = run("guide-import", small, "Printemps", tmp_path / "guide.md", "--used-from", "2025-03-01")
    assert ran.code == 0, ran.err
    return ran


def test_a_guide_is_read_and_listed(run, small, tmp_path):
    assert "guide-import" in run("guide", small).err
    ran = run("guide-find", small)
    assert (ran.code, ran.out, "no interview guide yet" in ran.err) == (4, "", True)
    ran = made(run, small, tmp_path)
    assert ran.out.splitlines()[1] == "2\tLe parcours\tQu'est-ce qui agace ?"
    assert ran.err == "3 questions in Printemps.\n"
    [one] = run("guide", small, "--json").json
    assert (one["version"], one["used_from"], one["documents"]) == ("Printemps", "2025-03-01", 1)
    last = one["questions"][2]
    assert [last[key] for key in ("number", "topic", "question", "carries_on")] == [3, "La fin", "Et ensuite ?", None]
    assert last["interviews"] == {"asked": 0, "otherwise": 0, "not_asked": 0, "unknown": 1, "absent": 0}


def test_a_copy_carries_questions_on(run, small, tmp_path, undone):
    made(run, small, tmp_path)
    undone("guide-import", small, "Été", "--copy-of", "printemps", "--note", "Après le pilote.")
    undone("question-add", small, "Et les outils ?", "--position", "1", "--topic", "Outils")
    undone("question-edit", small, "et les", "--carries-on", "Printemps:2", "--text", "Quels outils ?")
    undone("question-edit", small, "2", "--position", "4", "--carries-on", "none")
    lines = run("guide", small, "--version", "ete").out.splitlines()
    assert lines[0].split("\t")[:6] == ["Été", "", "1", "Outils", "Quels outils ?", "Printemps:2"]
    assert lines[3].split("\t")[4:6] == ["Comment cela se passe-t-il ?", ""]
    undone("question-remove", small, "1", "2")
    assert len(run("guide", small, "--version", "ete").out.splitlines()) == 2
    undone("guide-edit", small, "Été", "--name", "Juin", "--used-from", "2025-06-01")
    undone("guide-edit", small, "Juin", "--remove")
    assert "No version" in run("guide", small, "--version", "Juin").err


def test_which_version_an_interview_used(run, small, tmp_path, undone):
    made(run, small, tmp_path)
    run("guide-import", small, "Été", "--copy-of", "Printemps")
    assert run("guide-of", small).out == "Anne\tÉté\tnewest\n"
    undone("guide-of", small, "Ann*", "--version", "Printemps")
    assert run("guide-of", small, "Anne", "--json").json == [
        {"document": "Anne", "version": "Printemps", "how": "said"}
    ]
    undone("guide-of", small, "Anne", "--by-date")
    assert run("guide-of", small, "--version", "Été").code == 2


def test_what_is_asked_is_marked_and_unmarked(run, small, tmp_path, at, undone):
    made(run, small, tmp_path)
    ran = undone("asked", small, "Anne", "1", *at("Comment cela se passe-t-il ?"))
    assert ran.out == "Comment cela se passe-t-il ?\tasked\tComment cela se passe-t-il ?\n"
    assert undone("asked", small, "Anne", "3", *at("Et ensuite ?"), "--otherwise").out.split("\t")[1] == "otherwise"
    undone("asked", small, "Anne", "2", "--not-asked")
    assert undone("asked", small, "Anne", "3", "--unmark").err == "1 mark taken away.\n"
    assert run("asked", small, "Anne", "2", "5").code == 2
    assert run("asked", small, "Anne", "2", "0", "3", "--not-asked").code == 4
    assert run("asked", small, "Anne", "9").code == 4


def test_what_can_t_be_is_refused_in_a_sentence(run, small, tmp_path):
    made(run, small, tmp_path)
    (tmp_path / "bare.txt").write_text("# Rien\n", "utf-8")
    for given, code in (
        (("guide-import", "Printemps"), 4),
        (("guide-import", "X", tmp_path / "bare.txt"), 4),
        (("guide-import", "X", tmp_path / "bare.txt", "--copy-of", "Printemps"), 2),
        (("guide-edit", "Printemps"), 2),
        (("question-edit", "1"), 2),
        (("question-add", "x", "--carries-on", "Printemps"), 2),
        (("question-add", "x", "--carries-on", "Printemps:1"), 4),
        (("guide-edit", "Printemps", "--used-from", "x"), 4),
    ):
        ran = run(given[0], small, *given[1:])
        assert ran.code == code, given
        assert ran.sentence


def test_questions_are_found_and_a_guide_is_drafted(run, small, tmp_path, undone):
    made(run, small, tmp_path)
    dry = run("guide-find", small, "--dry", "--missing", "--json").json
    assert [(one["number"], one["state"]) for one in dry] == [(1, "asked"), (2, "not asked"), (3, "asked")]
    assert dry[0]["said"] == "Comment cela se passe-t-il ?"
    ran = undone("guide-find", small, "--missing", "--document", "Ann*")
    assert ran.err == "2 asked, 0 asked otherwise, 1 not asked.\n"
    assert ran.out.splitlines()[0].split("\t")[:3] == ["Anne", "1", "asked"]
    assert run("guide-import", small, "Brouillon", "--from-interviews").code == 4
    for name in ("Bea", "Cleo"):
        said = f"INT: Qu'est-ce qui agace les vendeurs du rayon ?\n{name}: Tout agace, {name} le dit.\n"
        (tmp_path / f"{name}.txt").write_text(said * 2, "utf-8")
        assert run("import", small, tmp_path / f"{name}.txt").code == 0
    ran = undone("guide-import", small, "Brouillon", "--from-interviews")
    assert ran.out == "1\t\tQu'est-ce qui agace les vendeurs du rayon ?\n"


def test_answers_are_printed_and_written(run, small, tmp_path):
    made(run, small, tmp_path)
    run("guide-find", small, "--missing")
    assert run("guide", small).out.splitlines()[1].split("\t")[6:] == ["0", "0", "1", "0"]
    first, second, _ = run("answers", small, "--json").json
    assert (first["who"], first["state"]) == ("Anne · ANNE", "asked")
    assert first["answer"].startswith("On a refait le parcours client")
    assert (second["state"], second["answer"], second["places"]) == ("not asked", "", [])
    run("participant-add", small, "Anne", "--tie", "Anne", "--confidential")
    assert run("answers", small, "--question", "3").out.split("\t")[:3] == ["[participant 1]", "3", "asked"]
    assert run("answers", small, "--question", "3", "--confidential", "show").out.startswith("Anne\t")
    for ending in ("csv", "xlsx", "docx", "html", "md"):
        path = tmp_path / f"answers.{ending}"
        ran = run("answers", small, "-o", path)
        assert (ran.code, ran.out) == (0, f"{path}\n")
        assert path.stat().st_size > 100
    table = (tmp_path / "answers.csv").read_text("utf-8")
    assert "'=SOMME n'est pas une formule ici." in table
    assert "○ non posée" in table
    said = (tmp_path / "answers.md").read_text("utf-8")
    assert "Posée à 1 sur 1 (dont autrement : 0)." in said
    assert run("answers", small, "-o", tmp_path / "answers.pdf").code == 2
    run("set-add", small, "Her", "Anne", "--kind", "participants")
    run("set-add", small, "No one", "--kind", "participants")
    assert len(run("answers", small, "--set", "Her", "--json").json) == 3
    assert run("answers", small, "--set", "No one").sentence == "Nobody answers within the sets."


def test_a_matrix_counts_of_those_who_were_asked(run, small, tmp_path, at):
    made(run, small, tmp_path)
    run("guide-find", small)
    run("apply", small, "Anne", *at("parcours client"), "C1")
    path = tmp_path / "asked.csv"
    ran = run("matrix", small, "--rows", "framework:meco-2019", "--columns", "questions", "--cell", "asked", "-o", path)
    assert ran.code == 0, ran.err
    head, first = path.read_text("utf-8").splitlines()[:2]
    assert head.split(",")[1] == "1 Comment cela se passe-t-il ? (n = 1)"
    assert first == "C1,1,0,0,0"
    ran = run("matrix", small, "--rows", "codes", "--columns", "documents", "--cell", "asked", "-o", path)
    assert ran.sentence == "Who was asked is known by question: let rows or columns be questions or topics."
