"""A document's text corrected by the command line: codings stay on their words, and earlier texts can be read."""

from __future__ import annotations

from tests.corpus.support import dump


def text(run, small):
    return run("text", small, "Anne").out


def test_a_word_is_put_right_and_what_is_coded_stays_coded(run, small, at, undone):
    start, end = at("parcours client")
    run("apply", small, "Anne", start, end, "C1")
    before = text(run, small)
    ran = undone("edit", small, "Anne", 0, 0, "Bis ")
    assert ran.out.startswith("Bis ")
    assert text(run, small) == f"Bis {before}"
    assert "parcours client" in run("search", small, "--code", "C1", "*").out


def test_words_that_stand_once_are_put_right_without_counting_characters(run, small, undone):
    before = text(run, small)
    ran = undone("edit", small, "Anne", "les vendeurs", "les conseillers")
    assert "avec les conseillers. Le stock" in ran.out
    assert text(run, small) == before.replace("les vendeurs", "les conseillers")
    now = text(run, small)
    places = ", ".join(f"{at} {at + 3}" for at in range(len(now)) if now.startswith("est", at))
    for words, said in (
        ("les clients", "“les clients” stands nowhere in Anne."),
        ("est", f"“est” stands {places.count(',') + 1} times in Anne ({places}): say START and END."),
    ):
        ran = run("edit", small, "Anne", words, "x")
        assert (ran.code, ran.sentence) == (4, said)
    for place in (("12",), ("a", "b"), ("-1", "5"), (" ",), ("1", "2", "3")):
        assert run("edit", small, "Anne", *place, "x").code == 2


def test_what_would_lose_all_its_words_is_told_first(run, small, at, undone):
    start, end = at("parcours client")
    run("apply", small, "Anne", start, end, "C1")
    run("excerpt", small, "Anne", start, end, "C1")
    before = text(run, small)
    ran = run("edit", small, "Anne", start, end, "")
    assert ran.code == 4
    assert ran.err == "With these words go 1 coding and 1 excerpt: say --yes to let them go.\n"
    assert text(run, small) == before
    undone("edit", small, "Anne", start, end, "", "--yes")
    assert "parcours client" not in text(run, small)


def test_a_question_of_the_guide_that_would_go_is_named_with_the_rest(run, small, at, tmp_path, undone):
    start, end = at("parcours client")
    (tmp_path / "guide.txt").write_text("Quel est le parcours ?", "utf-8")
    assert run("guide-import", small, "Mars", tmp_path / "guide.txt").code == 0
    assert run("asked", small, "Anne", 1, start, end).code == 0
    for verb in ("apply", "excerpt"):
        run(verb, small, "Anne", start, end, "C1")
    ran = run("edit", small, "Anne", start, end, "")
    assert (ran.code, ran.err) == (
        4,
        "With these words go 1 coding, 1 excerpt and 1 question: say --yes to let them go.\n",
    )
    undone("edit", small, "Anne", start, end, "", "--yes")
    assert run("guide", small, "--json").json[0]["questions"][0]["interviews"]["asked"] == 0


def test_earlier_texts_are_listed_and_printed(run, small, at):
    start, end = at("parcours")
    before = text(run, small)
    run("edit", small, "Anne", start, end, "chemin", "--reason", "Mal entendu.")
    [one] = run("revisions", small, "Anne", "--json").json
    assert (one["number"], one["reason"]) == (1, "Mal entendu.")
    assert one["corrections"] == [{"start": start, "end": end, "characters": 6}]
    assert run("revisions", small, "Anne", "--text", "1").out == f"{before}\n"
    assert "Mal entendu." in run("revisions", small, "Anne").out
    assert run("revisions", small, "Anne", "--text", "2").code == 4


def test_a_correction_that_changes_nothing_says_so(run, small):
    before = text(run, small)
    for end, words in ((0, ""), (3, before[:3])):
        ran = run("edit", small, "Anne", 0, end, words)
        assert (ran.code, ran.err) == (4, "This is what stands there already.\n")
    assert text(run, small) == before


def test_places_outside_and_texts_emptied_are_refused(run, small):
    before = text(run, small)
    assert "reaches outside the text" in run("edit", small, "Anne", 5, 10_000, "x").err
    assert run("edit", small, "Anne", 0, len(before), "").err.startswith("Nothing would be left of Anne")
    assert text(run, small) == before


def test_what_a_correction_changed_is_printed_and_gone_back_to(run, small, at, undone):
    before = text(run, small)
    start, end = at("parcours")
    run("edit", small, "Anne", start, end, "chemin")
    run("edit", small, "Anne", 5, 12, "Que")
    assert "le [-parcours-]{+chemin+} client" in run("revisions", small, "Anne", "--diff", 1).out
    assert "chemin" not in run("revisions", small, "Anne", "--diff", 2).out
    both = run("revisions", small, "Anne", "--since", 1, "--json").json
    assert [one["text"] for one in both if one["kind"] == "put"] == ["Que", "chemin"]
    assert "".join(one["text"] for one in both if one["kind"] != "put") == before
    undone("revisions", small, "Anne", "--restore", 1)
    run("revisions", small, "Anne", "--restore", 1)
    assert text(run, small) == before
    assert len(run("revisions", small, "Anne", "--json").json) == 3
    assert run("revisions", small, "Anne", "--restore", 1, "--diff", 2).code == 2


def test_going_back_where_it_would_take_codings_is_asked_about(run, small):
    run("edit", small, "Anne", 0, 0, "Bonjour ")
    run("apply", small, "Anne", 0, 7, "C1")
    ran = run("revisions", small, "Anne", "--restore", 1)
    assert (ran.code, "1 coding" in ran.err) == (4, True)
    assert run("revisions", small, "Anne", "--restore", 1, "--yes").code == 0


def test_turns_are_parted_and_joined(run, small, at, undone):
    ran = undone("turn-split", small, "Anne", at(" Le stock")[0], "--speaker", "PAUL")
    assert ran.out.startswith("3\tPAUL\tLe stock n'est")
    assert undone("turn-join", small, "Anne", 1).out.startswith("1\tINT\tComment cela se passe-t-il ? On a refait")
    start = text(run, small).index("INT: Et ensuite")
    run("apply", small, "Anne", start, start + 4, "C1")
    assert "1 coding" in run("turn-join", small, "Anne", 2).sentence
    assert run("turn-join", small, "Anne", 2, "--yes").out.endswith("ça agace. Et ensuite ?\n")
    assert run("turn-join", small, "Anne", 99).sentence == "Anne has no passage 99."
    assert run("turn-split", small, "Anne", 0).code == 4


def test_speakers_are_renamed_and_turns_given_in_one_document_or_in_all(run, small, tmp_path, undone):
    (tmp_path / "Paul.txt").write_text("INT: Et vous ?\nANNE: Je suis Paul.\nINT: Ah.\nANNE: Voilà.\n", "utf-8")
    run("import", small, tmp_path / "Paul.txt")

    def heard(*asked):
        return {
            (one["document"], one["speaker"], one["passages"]) for one in run("speakers", small, *asked, "--json").json
        }

    undone("speakers", small, "*", "INT", "--rename", "Enquêteur")
    assert heard() == {("Anne", "Enquêteur", 2), ("Anne", "ANNE", 2), ("Paul", "Enquêteur", 2), ("Paul", "ANNE", 2)}
    undone("speakers", small, "Paul", "ANNE", "--give", "PAUL")
    assert heard("Paul") == {("Paul", "Enquêteur", 2), ("Paul", "PAUL", 2)}
    undone("speakers", small, "Paul", "PAUL", "--give", "Enquêteur", "--turns", "2,4-4")
    assert heard("Paul") == {("Paul", "Enquêteur", 4)}
    undone("speakers", small, "Paul", "--give", "Somebody", "--turns", "1-2")  # whoever says them now
    assert heard("Paul") == {("Paul", "Enquêteur", 2), ("Paul", "Somebody", 2)}
    run("undo", small)
    undone("speakers", small, "*", "ANNE", "--join", "Enquêteur")
    assert heard() == {("Anne", "Enquêteur", 4), ("Paul", "Enquêteur", 4)}


def test_turns_that_are_not_theirs_are_refused(run, small):
    before = text(run, small)
    assert (
        run("speakers", small, "Anne", "ANNE", "--give", "X", "--turns", "1").sentence == "ANNE does not say passage 1."
    )
    assert run("speakers", small, "Anne", "ANNE", "--give", "X", "--turns", "4-2").code == 2
    assert run("speakers", small, "Anne", "ANNE", "--turns", "2").code == 2
    assert run("speakers", small, "Anne", "--give", "X").code == 2
    assert run("speakers", small, "Anne", "--give", "X", "--turns", "9").sentence == "Anne has no passage 9."
    assert run("speakers", small, "Anne", "INT", "--rename", "ANNE").code == 4
    assert text(run, small) == before


CORRECTED = """INT: Comment cela se passe-t-il ?
ANNE: On a refait le parcours des clients avec les vendeuses. Le stock n'est jamais juste 🙂 et ça agace.
INT: Et ensuite ?
ANNE: =SOMME n'est pas une formule ici. On priorise, faute de budget.
"""


def test_a_corrected_file_takes_the_place_of_the_one_it_corrects(run, small, at, tmp_path, undone):
    run("apply", small, "Anne", *at("parcours client"), "C1")
    (tmp_path / "Anne.txt").write_text(CORRECTED, "utf-8")
    ran = undone("import", small, tmp_path / "Anne.txt", "--replace")
    assert ran.out.startswith("replaced\tAnne")
    assert text(run, small) == CORRECTED
    [hit] = run("search", small, "--code", "C1", "*", "--json").json["hits"]
    assert "parcours des clients" in hit["text"]
    assert [one["document"] for one in run("documents", small, "--json").json] == ["Anne"]


def test_codings_that_need_a_look_are_listed_before_anything_is_written(run, small, at, tmp_path):
    run("apply", small, "Anne", *at("Le stock n'est jamais juste"), "C1")
    before = text(run, small)
    (tmp_path / "Anne.txt").write_text(CORRECTED.replace(" Le stock n'est jamais juste 🙂 et ça agace.", ""), "utf-8")
    ran = run("import", small, tmp_path / "Anne.txt", "--replace", "--json")
    assert ran.code == 4
    [one] = ran.json
    [look] = one["look"]
    assert (look["kind"], look["text"], look["then"]) == ("coding", "Le stock n'est jamais juste", "")
    assert "look: coding of" in ran.err
    assert text(run, small) == before
    assert run("import", small, tmp_path / "Anne.txt", "--replace", "--yes").code == 0
    assert "stock" not in text(run, small)


def test_another_interview_is_refused_unless_insisted_upon(run, small, tmp_path):
    (tmp_path / "Anne.txt").write_text("PAUL: Nous faisons des vis.\nINT: Et des boulons ?\n", "utf-8")
    ran = run("import", small, tmp_path / "Anne.txt", "--replace", "--json")
    assert ran.code == 4
    assert ran.json[0]["reason"] == "Anne.txt is no corrected version of Anne: it is another interview."
    ran = run("import", small, tmp_path / "Anne.txt", "--replace", "anne")  # as one might think
    said = (
        'anne is no file but a document of the project, and --replace takes no name: say --as "Anne" for the file to '
        "take its place."
    )
    assert (ran.code, said in ran.err) == (2, True)
    assert run("import", small, tmp_path / "Anne.txt", tmp_path, "--as", "Anne").code == 2
    assert "boulons" not in text(run, small)
    assert run("import", small, tmp_path / "Anne.txt", "--as", "Anne").code == 0
    assert "boulons" in text(run, small)
    (tmp_path / "New.txt").write_text("INT: Tout autre chose.\nPAUL: Oui, cela est bien vrai.\n", "utf-8")
    assert run("import", small, tmp_path / "New.txt", "--replace").out.startswith("imported\tNew")
    before = dump(small)
    ran = run("import", small, tmp_path / "New.txt", "--as", "Anne")
    said = "New.txt is in the project already, as New: it does not take the place of Anne as well."
    assert (ran.code, said in ran.out, dump(small)) == (4, True, before)
    assert run("import", small, tmp_path / "New.txt", "--as", "New").out.startswith("duplicate\tNew")
