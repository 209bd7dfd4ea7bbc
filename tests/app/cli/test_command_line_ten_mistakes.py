"""Ten mistakes of a coded interview are put right by the command line, and no coding is lost: counts and words."""

from __future__ import annotations

import csv
import shutil

import pytest

from corpus.store.project import Project

TALK = """INT: Comment ça a comencé ?
MARIE: J'ai ouvert la boutique en 2019. Le client revient quand la boutique lui parle, et ses voisins avec lui.
MARI: On a perdu le fichier client au printemps.
INT: Et les équipes ?
MARIE: Les équipes suivent le parcour client. Elles notent tout, et puis elles en parlent le lundi.
INT: Merci, et bonne suite.
"""
CODED = (
    ("J'ai ouvert la boutique en 2019", "Départ"),
    ("Le client revient", "Retour"),
    ("la boutique lui parle, et ses voisins avec lui.", "Retour"),
    ("On a perdu le fichier client au printemps.", "Perte"),
    ("fichier client", "Outils"),
    ("Les équipes suivent le parcour client", "Équipes"),
    ("parcour client", "Outils"),
    ("Elles notent tout", "Équipes"),
    ("puis elles en parlent le lundi", "Équipes"),
    ("bonne suite", "Fin"),
)
WRONG_AND_RIGHT = (
    ("comencé", "commencé"),  # in a turn without a coding
    ("parcour client", "parcours client"),  # inside two codings, at the start of one
    ("en 2019.", "en 2018."),  # at the end of a coding
    ("MARI:", "MARIE:"),  # in a label
    ("J'ai ouvert", "Moi, j'ai ouvert"),  # at the beginning of a turn and of a coding
    ("avec lui.", "avec."),  # at the end of a turn and of a coding
    ("le lundi.\nINT: Merci", "le lundi matin.\nINT: Merci bien"),  # over two turns
    ("Elles notent tout, et puis", "Elles notent tout et puis"),  # a sign taken
    ("fichier client au", "fichier clients 🙂 au"),  # grown within
    ("bonne suite.", "bonne suite !"),  # the last words of all
)


@pytest.fixture(scope="module")
def built(run, tmp_path_factory):
    """An interview with ten codings, made once; MARI is Marie, misspelt."""
    folder = tmp_path_factory.mktemp("ten")
    (folder / "Marie.txt").write_text(TALK, "utf-8")
    starts = [(TALK.index(words), words, code) for words, code in CODED]
    rows = [f"Marie;{start};{start + len(words)};{code}" for start, words, code in starts]
    (folder / "codings.csv").write_text("\n".join(["document;start;end;code", *rows]), "utf-8")
    path = folder / "study.verbatim"
    assert run("new", path).code == run("import", path, folder / "Marie.txt").code == 0
    assert run("codings-import", path, folder / "codings.csv").code == 0
    return path


@pytest.fixture
def coded(built, tmp_path):
    return shutil.copyfile(built, tmp_path / "study.verbatim")


def codings(run, path, tmp_path):
    """Return the code and the words of every coding, as the export has them."""
    out = tmp_path / "codings.csv"
    assert run("codings-export", path, out).code == 0
    with out.open(encoding="utf-8", newline="") as file:
        return [(row["code"], row["text"]) for row in csv.DictReader(file)]


def text(run, path):
    return run("text", path, "Marie").out


def put_right(run, path, said, wrong, right):
    start = said.index(wrong)
    return run("edit", path, "Marie", start, start + len(wrong), right)


def test_one_after_the_other_by_edits(run, coded, tmp_path):
    before, wanted = codings(run, coded, tmp_path), TALK
    assert sorted(words for _, words in before) == sorted(words for words, _ in CODED)
    for wrong, right in WRONG_AND_RIGHT:
        ran = put_right(run, coded, wanted, wrong, right)
        assert ran.code == 0, (wrong, ran.err)
        wanted = wanted.replace(wrong, right)
    assert text(run, coded) == wanted
    after = codings(run, coded, tmp_path)
    assert len(after) == len(before) == 10
    assert [code for code, _ in after] == [code for code, _ in before]
    assert all(words in wanted for _, words in after)
    said = dict(zip([words for _, words in before], [words for _, words in after], strict=True))
    assert {one: now for one, now in said.items() if one != now} == {
        "J'ai ouvert la boutique en 2019": "Moi, j'ai ouvert la boutique en 2018",
        "la boutique lui parle, et ses voisins avec lui.": "la boutique lui parle, et ses voisins avec.",
        "On a perdu le fichier client au printemps.": "On a perdu le fichier clients 🙂 au printemps.",
        "fichier client": "fichier clients 🙂",
        "Les équipes suivent le parcour client": "Les équipes suivent le parcours client",
        "parcour client": "parcours client",
    }
    assert len(run("revisions", coded, "Marie", "--json").json) == 10
    with Project.open(coded) as project:
        for _ in WRONG_AND_RIGHT:
            assert project.undo().label == "Correct the text"
    assert (text(run, coded), codings(run, coded, tmp_path)) == (TALK, before)


def test_all_at_once_by_a_corrected_file(run, coded, tmp_path):
    before, wanted = codings(run, coded, tmp_path), TALK
    for wrong, right in WRONG_AND_RIGHT:
        wanted = wanted.replace(wrong, right)
    (tmp_path / "Marie.txt").write_text(wanted, "utf-8")
    ran = run("import", coded, tmp_path / "Marie.txt", "--replace")
    assert ran.code == 0, ran.err
    after = codings(run, coded, tmp_path)
    assert [code for code, _ in after] == [code for code, _ in before]
    assert text(run, coded) == wanted
    assert all(words in wanted and words.strip() for _, words in after)
    speakers = {row["speaker"] for row in run("speakers", coded, "Marie", "--json").json}
    assert speakers == {"INT", "MARIE"}
    assert run("undo", coded).code == 0
    assert (text(run, coded), codings(run, coded, tmp_path)) == (TALK, before)


def test_the_whole_text_written_anew_tells_what_would_go_first(run, coded, tmp_path):
    before = codings(run, coded, tmp_path)
    ran = run("edit", coded, "Marie", 0, len(TALK.rstrip("\n")), "Tout autre chose.")
    assert (ran.code, ran.sentence) == (4, "With these words go 10 codings: say --yes to let them go.")
    assert codings(run, coded, tmp_path) == before
    assert run("edit", coded, "Marie", 0, len(TALK.rstrip("\n")), "Tout autre chose.", "--yes").code == 0
    assert codings(run, coded, tmp_path) == []
    assert run("undo", coded).code == 0
    assert codings(run, coded, tmp_path) == before


def test_turns_put_right_lose_no_coding(run, coded, tmp_path):
    before = codings(run, coded, tmp_path)
    assert run("speakers", coded, "Marie", "MARI", "--join", "MARIE").code == 0
    at = TALK.index("Le client revient")
    assert run("turn-split", coded, "Marie", at, "--speaker", "INT").code == 0
    assert run("turn-join", coded, "Marie", 2).code == 0
    assert [words.replace("\n", " ") for _, words in codings(run, coded, tmp_path)] == [words for _, words in before]
