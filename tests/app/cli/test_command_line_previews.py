"""What an import would bring, told by the command line, which writes nothing."""

from __future__ import annotations

import pytest

TALK = """INT: Where did it begin?
ANNA: In the shop, of all places.
INT: And then?
ANNA: We drew it on paper.
ANNA: Prototypes came later.
ANNA: Much later.
"""


@pytest.fixture
def empty(run, tmp_path):
    path = tmp_path / "empty.verbatim"
    assert run("new", path).code == 0
    return path


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TALK, "utf-8")
    (folder / "b.txt").write_text(TALK + "ANA: Who said that?\n", "utf-8")
    return folder


def test_a_preview_tells_all_and_writes_nothing(run, empty, files):
    before = empty.read_bytes()
    ran = run("import", empty, files, "--preview", "--json")
    assert ran.code == 0
    assert [record["document"] for record in ran.json] == ["b", "a"], "the doubtful first"
    doubtful, ready = ran.json
    assert (doubtful["status"], ready["status"]) == ("doubtful", "ready")
    assert doubtful["doubts"] == ["ANA (1) may be ANNA, misspelt."]
    assert (ready["encoding"], ready["encoding_guessed"], ready["language"]) == ("UTF-8", False, "en")
    assert ready["speakers"][1] == {
        "speaker": "ANNA",
        "role": "respondent",
        "turns": 4,
        "words": 16,
        "lines": ["In the shop, of all places.", "We drew it on paper."],
        "same_as": None,
    }
    assert ready["first"][0] == {"kind": "turn", "speaker": "INT", "text": "Where did it begin?"}
    assert "2 documents would be imported, 1 with doubts. Nothing was written." in ran.err
    assert run("documents", empty, "--json").json == []
    assert empty.read_bytes() == before


def test_a_person_reads_the_same(run, empty, files):
    ran = run("import", empty, files, "--preview")
    assert ran.out.splitlines()[:3] == [
        "doubtful\tb.txt",
        "  ? ANA (1) may be ANNA, misspelt.",
        "    32 words, 7 passages, 3 speakers, en, UTF-8",
    ]
    assert "    INT: interviewer, 2 turns, 6 words\n        Where did it begin?\n        And then?\n" in ran.out


def test_previews_exit_as_imports_do(run, empty, files, tmp_path):
    (files / "song.mp3").write_bytes(b"x")
    ran = run("import", empty, files, "--preview", "--json")
    assert ran.code == 1
    assert [record["status"] for record in ran.json] == ["doubtful", "refused", "ready"]
    assert "files of type .mp3 can't be read" in ran.json[1]["reason"]
    assert run("import", empty, files / "song.mp3", "--preview").code == 4
    (tmp_path / "nothing").mkdir()
    assert run("import", empty, tmp_path / "nothing", "--preview").code == 4
    assert run("import", tmp_path / "no.verbatim", files, "--preview").code == 3


def test_what_is_there_already_is_told(run, empty, files):
    run("import", empty, files / "a.txt")
    ran = run("import", empty, files, "--preview", "--json")
    assert [(record["status"], record["document"]) for record in ran.json] == [("doubtful", "b"), ("duplicate", "a")]
    assert ran.code == 0


ANGLES = "<Anna> Where did it begin?\n<Bruno> In the shop.\n<Anna> And then?\n<Bruno> We drew it.\n"
RULE = r"<(?P<speaker>\w+)> "


@pytest.fixture
def angles(tmp_path):
    path = tmp_path / "angles.txt"
    path.write_text(ANGLES, "utf-8")
    return path


def spoken(records):
    return [(voice["speaker"], voice["role"]) for record in records for voice in record["speakers"]]


def test_a_rule_and_roles_say_who_speaks_in_the_preview_and_in_what_is_written(run, empty, angles):
    asked = ("--speakers", RULE, "--role", "Anna=respondent", "--role", "Bruno=interviewer")
    expected = [("Anna", "respondent"), ("Bruno", "interviewer")]
    assert spoken(run("import", empty, angles, "--preview", "--json", *asked).json) == expected
    assert run("documents", empty, "--json").json == []
    assert run("import", empty, angles, *asked).code == 0
    written = run("speakers", empty, "--json").json
    assert [(one["speaker"], one["role"], one["passages"]) for one in written] == [(*one, 2) for one in expected]
    assert run("undo", empty).code == 0
    assert run("documents", empty, "--json").json == []


def test_a_rule_is_kept_by_a_name(run, empty, angles):
    assert run("import", empty, angles, "--preview", "--speakers", RULE, "--keep-speakers", "angles").code == 0
    ran = run("import", empty, angles, "--preview", "--json", "--speakers", "angles")
    assert [label for label, _ in spoken(ran.json)] == ["Anna", "Bruno"]


@pytest.mark.parametrize(
    "asked",
    [
        ("--speakers", "(?P<speaker>"),
        ("--speakers", "no such name"),
        ("--role", "Anna"),
        ("--role", "Anna=boss"),
        ("--keep-speakers", "mine"),
        ("--split", "words"),
    ],
)
def test_what_can_not_be_asked_is_wrong_usage(run, empty, angles, asked):
    ran = run("import", empty, angles, "--preview", *asked)
    assert (ran.code, ran.out) == (2, "")
    assert ran.sentence


def test_a_role_of_nobody_is_said(run, empty, angles):
    ran = run("import", empty, angles, "--preview", "--role", "Chloé=interviewer")
    assert ran.code == 0
    assert "Nobody is called Chloé in these files." in ran.err


def test_a_text_is_cut_where_it_is_asked(run, empty, tmp_path):
    (tmp_path / "a.txt").write_text("INT: one\ntwo\n\nANNA: three\nfour\n", "utf-8")
    counts = {
        split: run("import", empty, tmp_path / "a.txt", "--preview", "--json", "--split", split).json[0]
        for split in ("blank-lines", "lines")
    }
    assert {split: (one["passages"], one["speakers"]) for split, one in counts.items()} == {
        "blank-lines": (2, []),
        "lines": (4, []),
    }


def test_notes_of_an_import_tell_doubts(run, empty, tmp_path):
    (tmp_path / "guess.txt").write_bytes("静かな海と大きな川がある。町は山の下にある。\n".encode("shift_jis") * 20)
    [record] = run("import", empty, tmp_path / "guess.txt", "--json").json
    assert record["doubts"]
    assert record["notes"][: len(record["doubts"])] == record["doubts"]
