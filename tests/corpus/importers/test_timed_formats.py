"""Programs that put words beside a recording: ELAN, Praat, Transcriber, EXMARaLDA, oTranscribe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import importers
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers import elan
from corpus.importers.reading import Options

Turn = tuple[str | None, str, int | None, int | None]
TALK: list[Turn] = [
    ("Rose", "Quand avez-vous ouvert l’atelier ?", 500, 2100),
    ("Louis", "En mars, avec mon frère.", 2100, 4750),
    ("Rose", "Et ensuite ?", 4750, 6000),
]


def read(folder: Path, name: str, data: str | bytes) -> Draft:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(folder / name)


def turns(draft: Draft) -> list[Turn]:
    return [(p.speaker, draft.text[p.start : p.end], p.start_ms, p.end_ms) for p in draft.passages]


def left_out(draft: Draft) -> list[str]:
    return [str(note) for note in draft.notes if note.sentence.startswith("Tiers")]


EAF = """<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT><TIME_ORDER>
<TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="500"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="2100"/>
<TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="4750"/><TIME_SLOT TIME_SLOT_ID="d" TIME_VALUE="6000"/></TIME_ORDER>
<TIER TIER_ID="R" PARTICIPANT="Rose"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="1" TIME_SLOT_REF1="a"
 TIME_SLOT_REF2="b"><ANNOTATION_VALUE>Quand avez-vous ouvert l’atelier ?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>
</ANNOTATION><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="2" TIME_SLOT_REF1="c" TIME_SLOT_REF2="d">
<ANNOTATION_VALUE>Et ensuite ?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="Louis"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="3" TIME_SLOT_REF1="b" TIME_SLOT_REF2="c">
<ANNOTATION_VALUE>En mars,
 avec mon frère.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="L-en" PARENT_REF="Louis"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="4" ANNOTATION_REF="3">
<ANNOTATION_VALUE>In March, with my brother.</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
</ANNOTATION_DOCUMENT>"""


def test_elan_gives_turns_of_participants_and_leaves_translations_out(tmp_path: Path) -> None:
    draft = read(tmp_path, "a.eaf", EAF)
    assert turns(draft) == TALK
    assert [str(note) for note in draft.notes if "iers" in str(note)] == [
        "Tiers that annotate others were left out: L-en."
    ]


def test_elan_words_under_numbered_segments_have_the_times_of_those(tmp_path: Path) -> None:
    eaf = EAF.replace("En mars,\n avec mon frère.", "7").replace(
        "In March, with my brother.", "En mars, avec mon frère."
    )
    eaf = eaf.replace('PARENT_REF="Louis"', 'PARENT_REF="Louis" PARTICIPANT="Louis"')
    assert turns(read(tmp_path, "a.eaf", eaf)) == TALK


@pytest.mark.parametrize("ends", ["3", "100"], ids=["at a time", "in a circle"])
def test_elan_words_that_refer_to_one_another_have_the_times_of_the_last(tmp_path: Path, ends: str) -> None:
    chain = "".join(
        f'<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="{n}" ANNOTATION_REF="{n + 1 if n < 30_099 else ends}">'
        "<ANNOTATION_VALUE>Oui, bien sûr.</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
        for n in range(100, 30_100)
    )
    eaf = EAF.replace("</ANNOTATION_DOCUMENT>", f'<TIER TIER_ID="Ida">{chain}</TIER></ANNOTATION_DOCUMENT>')
    said = elan.read(tmp_path / "a.eaf", eaf.encode(), Options())
    times = {(block.start_ms, block.end_ms) for block in said.blocks if block.speaker == "Ida"}
    assert times == {(2100, 4750) if ends == "3" else (None, None)}


LONG = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 6
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Rose"
        xmin = 0
        xmax = 6
        intervals: size = 4
        intervals [1]:
            xmin = 0
            xmax = 0.5
            text = ""
        intervals [2]:
            xmin = 0.5
            xmax = 2.1
            text = "Quand avez-vous ouvert l’atelier ?"
        intervals [3]:
            xmin = 2.1
            xmax = 4.75
            text = ""
        intervals [4]:
            xmin = 4.75
            xmax = 6
            text = "Et ensuite ?"
    item [2]:
        class = "IntervalTier"
        name = "Louis"
        xmin = 0
        xmax = 6
        intervals: size = 1
        intervals [1]:
            xmin = 2.1
            xmax = 4.75
            text = "En mars, avec mon frère."
    item [3]:
        class = "TextTier"
        name = "bruits"
        xmin = 0
        xmax = 6
        points: size = 1
        points [1]:
            number = 1.5
            mark = "rire"
"""


def short(text: str) -> str:
    """Return the short form of a TextGrid: what stands after the equal signs alone."""
    values = [line.partition(" = ")[2] for line in text.splitlines()[3:] if " = " in line]
    return 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n' + "\n".join([*values[:2], "<exists>", *values[2:]])


@pytest.mark.parametrize("form", [LONG, short(LONG)], ids=["long", "short"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_praat_gives_turns_of_tiers_in_both_forms(tmp_path: Path, form: str, encoding: str) -> None:
    draft = read(tmp_path, "a.TextGrid", form.encode(encoding))
    assert turns(draft) == TALK
    assert [str(note) for note in draft.notes if "iers" in str(note)] == [
        "Tiers that annotate others were left out: bruits."
    ]


def test_quotes_in_praat_are_doubled(tmp_path: Path) -> None:
    draft = read(tmp_path, "a.TextGrid", LONG.replace("En mars, avec mon frère.", 'Le ""3 mars"" au soir.'))
    assert turns(draft)[1][1] == 'Le "3 mars" au soir.'


@pytest.mark.parametrize("cut", [10, 40, 60, 300, 790])
def test_a_torn_praat_file_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, cut: int) -> None:
    if cut < 700:
        with pytest.raises(ImportFailed, match=r"^a\.TextGrid "):
            read(tmp_path, "a.TextGrid", LONG[:cut])
    else:
        assert turns(read(tmp_path, "a.TextGrid", LONG[:cut]))


TRS = """<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE Trans SYSTEM "trans-14.dtd"><Trans><Speakers>
<Speaker id="spk1" name="Rose"/><Speaker id="spk2" name="Louis"/></Speakers><Episode><Section type="report">
<Turn speaker="spk1" startTime="0.5" endTime="2.1"><Sync time="0.5"/>Quand avez-vous ouvert l'atelier ?</Turn>
<Turn speaker="spk2 spk1" startTime="2.1" endTime="6"><Sync time="2.1"/><Who nb="1"/>
En mars, <Event desc="rire" type="noise" extent="instantaneous"/> à pied.<Who nb="2"/>Ah oui ?</Turn>
<Turn startTime="6" endTime="7"><Sync time="6"/></Turn></Section></Episode></Trans>"""


def test_transcriber_gives_turns_and_who_speaks_over_whom(tmp_path: Path) -> None:
    assert turns(read(tmp_path, "a.trs", TRS.encode("latin-1"))) == [
        ("Rose", "Quand avez-vous ouvert l'atelier ?", 500, 2100),
        ("Louis", "En mars, [rire] à pied.", 2100, 6000),
        ("Rose", "Ah oui ?", 2100, 6000),
    ]


EXB = """<?xml version="1.0" encoding="UTF-8"?><basic-transcription><head><speakertable>
<speaker id="S0"><abbreviation>Rose</abbreviation></speaker>
<speaker id="S1"><abbreviation>Louis</abbreviation></speaker>
</speakertable></head><basic-body><common-timeline><tli id="T0" time="0.5"/><tli id="T1"/><tli id="T2" time="2.1"/>
<tli id="T3" time="4.75"/><tli id="T4" time="6.0"/></common-timeline>
<tier id="1" speaker="S0" type="t" display-name="Rose [v]"><event start="T3" end="T4">Et ensuite ?</event>
<event start="T0" end="T1">Quand avez-vous </event><event start="T1" end="T2">ouvert l’atelier ?</event></tier>
<tier id="2" speaker="S1" type="t" display-name="Louis [v]">
<event start="T2" end="T3">En mars, avec mon frère.</event></tier>
<tier id="3" speaker="S1" type="d" display-name="Louis [nv]"><event start="T2" end="T3">il se lève</event></tier>
</basic-body></basic-transcription>"""


def test_exmaralda_gives_turns_of_which_the_pieces_are_joined(tmp_path: Path) -> None:
    draft = read(tmp_path, "a.exb", EXB)
    assert turns(draft) == TALK
    assert left_out(draft) == ["Tiers that annotate others were left out: Louis [nv]."]


def test_otranscribe_gives_lines_with_their_times(tmp_path: Path) -> None:
    mark = '<span class="timestamp" data-timestamp="{}">{}</span>'
    page = "".join(
        f"<p>{mark.format(n * 10, f'00:{n}0')}&nbsp;{who} : {said}</p>"
        for n, (who, said) in enumerate(
            [("ROSE", "Vous avez ouvert quand ?"), ("LOUIS", "En mars <b>dernier</b>.")] * 2
        )
    )
    draft = read(tmp_path, "a.otr", json.dumps({"text": page, "media": "a.mp3"}))
    assert [(who, said, start) for who, said, start, _ in turns(draft)] == [
        ("ROSE", "Vous avez ouvert quand ?", 0),
        ("LOUIS", "En mars dernier.", 10_000),
        ("ROSE", "Vous avez ouvert quand ?", 20_000),
        ("LOUIS", "En mars dernier.", 30_000),
    ]


@pytest.mark.parametrize("suffix", [".eaf", ".trs", ".exb", ".otr", ".TextGrid"])
@pytest.mark.parametrize("data", [b"<a/>", b"{}", b"[1]", b"text", b"\x00\x01\x02\x03", b"<a>&b;</a>"])
def test_what_is_no_such_file_is_refused_in_one_sentence(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(ImportFailed, match=rf"^a\{suffix} "):
        read(tmp_path, f"a{suffix}", data)
