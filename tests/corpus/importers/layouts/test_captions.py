"""Captions: no word is lost, none that nobody said comes in, and what one speaker says in a row is one turn."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.drafts import Block
from corpus.importers.layouts import captions, clock
from corpus.importers.reading import FileReading
from tests.corpus.importers.layouts.drafted import drafted, said, timed


def srt(*cues: str) -> str:
    times = [f"00:00:{2 * n:02},000 --> 00:00:{2 * n + 1:02},500" for n in range(len(cues))]
    return "\n".join(f"{n + 1}\n{time}\n{cue}\n" for n, (time, cue) in enumerate(zip(times, cues)))


def vtt(*cues: str) -> str:
    times = [f"00:{2 * n:02}.000 --> 00:{2 * n + 1:02}.500" for n in range(len(cues))]
    return "WEBVTT\n\n" + "\n".join(f"{time}\n{cue}\n" for time, cue in zip(times, cues))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("1\n00:01,000 --> 00:02,000\nUn.\n\nDeux.\n\n\n2\n00:03 --> 00:04\nTrois.\n", ["Un.\nDeux.", "Trois."]),
        ("1\n00:01,000 --> 00:02,000\n\nUn.\n\n2\n00:03,000 --> 00:04,000\n \nTrois.", ["Un.", "Trois."]),
        ("1\n00:01,000 --> 00:02,000\nUn.\n2\n00:03,000 --> 00:04,000\nTrois.", ["Un.", "Trois."]),
        (
            "00:01,000 --> 00:02,000\nCombien ?\n00:03,000 --> 00:04,000\n42\n00:05 --> 00:06\nTant.",
            ["Combien ?", "42", "Tant."],
        ),
        ("1\n00:01 --> 00:02\nUn.\n\n2\n0:03,5 --> 0:04\nTrois.\n", ["Un.", "Trois."]),
        ("00:01.000 --> 00:02.000 Un.\n00:03.000 -> 00:04.000 Trois.", ["Un.", "Trois."]),
    ],
)
def test_words_stand_however_lines_are_parted(tmp_path: Path, body: str, words: list[str]) -> None:
    for name, text in (("a.srt", body), ("b.vtt", f"WEBVTT\n\n{body}")):
        assert [line.replace("\n\n", "\n") for _, line in said(drafted(tmp_path, name, text))] == words


def test_times_are_kept_to_the_millisecond(tmp_path: Path) -> None:
    text = "0:0:1.34 --> 0:0:2.5\nUn.\n\n01:00:03,007 --> 01:00:04\nDeux.\n"
    assert timed(drafted(tmp_path, "a.srt", text)) == [(1340, 2500, "Un."), (3_603_007, 3_604_000, "Deux.")]


@pytest.mark.parametrize("name", ["a.srt", "a.vtt", "a.txt"])
def test_a_caption_that_ends_before_it_begins_has_no_end(tmp_path: Path, name: str) -> None:
    text = "00:05.000 --> 00:01.000\nUn.\n\n00:06.000 --> 00:07.000\nDeux.\n"
    text = f"WEBVTT\n\n{text}" if name == "a.vtt" else text
    assert timed(drafted(tmp_path, name, text)) == [(5000, None, "Un."), (6000, 7000, "Deux.")]


@pytest.mark.parametrize("name", ["7f3c-1", "début"])
def test_identifiers_and_remarks_are_no_words_and_remarks_are_told(tmp_path: Path, name: str) -> None:
    text = (
        f"WEBVTT Kind: captions\nLanguage: fr\n\nNOTE fait par un logiciel\nen deux lignes\n\n{name}\n"
        f"00:01.000 --> 00:02.000\nUn.\n\nSTYLE\n::cue {{}}\n\n{name}2\n00:03.000 --> 00:04.000 line:0\nDeux.\n"
    )
    draft = drafted(tmp_path, "a.vtt", text)
    assert [words for _, words in said(draft)] == ["Un.", "Deux."]
    assert [str(note) for note in draft.notes] == ["Remarks between the captions left out: 1."]


@pytest.mark.parametrize(
    "name",
    [
        "Paul Lô",
        "paul.lo",
        "Paul (il/lui)",
        "Lô, Paul – Atelier SA",
        "paul@exemple.fr",
        "+33 6 12 34 56 78",
        "iPad de Paul",
        "07",
    ],
)
@pytest.mark.parametrize("form", ["{}: ", "[{}]: ", "[{}] ", ">> {}: ", "- {} : "])
def test_names_in_captions_are_speakers_and_stand_once_before_a_turn(tmp_path: Path, name: str, form: str) -> None:
    other, own = form.format("Ada Bo"), form.format(name)
    draft = drafted(tmp_path, "a.vtt", vtt(f"{other}Et ?", f"{own}Moi, je", f"{own}commence : là.", f"{other}Oui ?"))
    assert said(draft) == [("Ada Bo", "Et ?"), (name, "Moi, je\ncommence : là."), ("Ada Bo", "Oui ?")]
    assert (draft.passages[1].start_ms, draft.passages[1].end_ms) == (2000, 5500)
    assert draft.text.count(name) == 1


def test_a_name_only_where_the_speaker_changes_holds_until_the_next(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "a.srt", srt("ADA: Alors ?", "Non ?", "PAUL: Oui.", "Enfin,", "presque.", "ADA: Ah."))
    assert said(draft) == [("ADA", "Alors ?\nNon ?"), ("PAUL", "Oui.\nEnfin,\npresque."), ("ADA", "Ah.")]


def test_a_caption_without_a_name_is_nobodys_where_the_tool_names_everybody(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "a.vtt", vtt("Ada: A.", "Ada: B.", "Ada: C.", "Qui ?", "Paul: D.", "Paul: E."))
    assert said(draft) == [("Ada", "A.\nB.\nC."), (None, "Qui ?"), ("Paul", "D.\nE.")]


def test_voices_within_one_caption_are_told_apart(tmp_path: Path) -> None:
    assert said(drafted(tmp_path, "a.srt", srt("Seul.", "- Tu viens ?\n- Non.", "-Si !\n-Bon."))) == [
        *((None, words) for words in ("Seul.", "Tu viens ?", "Non.", "Si !", "Bon.")),
    ]
    draft = drafted(tmp_path, "b.vtt", vtt("Ada: Un ?\nPaul: Deux.", "Ada: Trois ?\nÀ savoir: là.\nPaul: Non."))
    assert said(draft) == [
        *(("Ada", "Un ?"), ("Paul", "Deux."), ("Ada", "Trois ?\nÀ savoir: là."), ("Paul", "Non.")),
    ]


def test_a_name_on_the_first_line_of_each_caption_is_the_speaker(tmp_path: Path) -> None:
    cues = ("(Ada Bo)\nAlors ?", "(Paul)\nOui, j'ai", "(Paul)\nfini.\n-\n \n(Ada Bo)\nDéjà ?", "(Paul)\nOui.")
    draft = drafted(tmp_path, "a.vtt", vtt(*cues))
    assert said(draft) == [("Ada Bo", "Alors ?"), ("Paul", "Oui, j'ai\nfini."), ("Ada Bo", "Déjà ?"), ("Paul", "Oui.")]


def test_webex_names_the_speaker_in_the_identifier(tmp_path: Path) -> None:
    who = ('1 "Ada Bo" (3050)', '2 "Paul" (77)', '3 "Paul" (77)')
    cues = (f"{name}\n00:0{n}.000 --> 00:0{n}.900\nMots {n}.\n" for n, name in enumerate(who))
    draft = drafted(tmp_path, "a.vtt", "WEBVTT\n\n" + "\n".join(cues))
    assert said(draft) == [("Ada Bo", "Mots 0."), ("Paul", "Mots 1.\nMots 2.")]


ROLLING = """WEBVTT
Kind: captions

00:00:00.100 --> 00:00:02.000 align:start position:0%
 
on<00:00:00.500><c> ouvre</c><00:00:01.000><c> tôt</c>

00:00:02.000 --> 00:00:02.010 align:start position:0%
on ouvre tôt
 

00:00:02.010 --> 00:00:04.000 align:start position:0%
on ouvre tôt
et<00:00:03.000><c> on ferme tard</c>

00:00:04.000 --> 00:00:04.010 align:start position:0%
et on ferme tard
 
"""  # noqa: W293


def test_captions_that_roll_come_once_and_it_is_told(tmp_path: Path) -> None:
    for name in ("a.vtt", "pasted.txt"):
        draft = drafted(tmp_path, name, ROLLING)
        assert timed(draft) == [(100, 2010, "on ouvre tôt"), (2010, 4010, "et on ferme tard")]
        assert len(draft.notes) == 1


def test_captions_that_grow_word_by_word_come_once(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "a.vtt", vtt("on", "on ouvre", "on ouvre\ntôt", "on ouvre\ntôt le lundi", "et puis"))
    assert timed(draft) == [(0, 3500, "on ouvre"), (4000, 7500, "tôt le lundi"), (8000, 9500, "et puis")]


def test_what_is_said_twice_in_a_row_is_kept(tmp_path: Path) -> None:
    assert len(said(drafted(tmp_path, "a.srt", srt("Oui.", "Oui.", "Non.", "Non ?", "Si.", "Enfin.")))) == 6


def test_captions_pasted_into_a_text_are_turns_below_what_stands_above_them(tmp_path: Path) -> None:
    draft = drafted(tmp_path, "a.txt", "Entretien du matin\n\n" + srt("Ada: Un ?", "Paul: Deux,", "Paul: trois."))
    assert said(draft) == [(None, "Entretien du matin"), ("Ada", "Un ?"), ("Paul", "Deux,\ntrois.")]
    plain = drafted(tmp_path, "b.txt", "Titre\n\n" + srt("Un.", "Deux."))
    assert plain.text == "Titre\n\n" + srt("Un.", "Deux.")
    assert timed(plain) == [(None, None, "Titre"), (0, 1500, "Un."), (2000, 3500, "Deux.")]


def test_one_line_of_times_makes_no_captions() -> None:
    text = "L'horaire est\n10:00 --> 11:00\net rien d'autre."
    assert captions.recognised(FileReading(text, [Block(0, len(text))])) is None


@given(st.text(st.sampled_from("a1\n :->,[]<v ")) | st.text())
def test_spans_of_any_text_lie_within_it(text: str) -> None:
    for cue in captions.find(f"00:01,000 --> 00:02,000\n{text}").cues:
        assert all(
            0 <= start < end and "\n" not in f"00:01,000 --> 00:02,000\n{text}"[start:end] for start, end in cue.lines
        )
    captions.read(text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        *(("0:02", (2000, None)), ("01:02:03.45", (3_723_450, None)), ("[00:10]", (10_000, None))),
        *(("#00:01:02-3#", (62_300, None)), ("0:00.1 - 0:08.4", (100, 8400)), ("(00:01 → 00:02,25)", (1000, 2250))),
        *(("12", None), ("10:30 tard", None), ("1:2:3:4", None), ("", None)),
    ],
)
def test_stamps(text: str, times: tuple[int, int | None] | None) -> None:
    assert clock.stamp(text) == times
