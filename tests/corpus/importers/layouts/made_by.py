"""One conversation as each tool would write it: small files of each layout, made for the purpose."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from tests.corpus.importers.made_files import docx, paragraph, run

A, B = "Ada Bo", "Léo Cy"
TALK = (
    (A, "Vous faites ça depuis quand ?"),
    (B, "Depuis l'école, à peu près."),
    (A, "Et vous continuez encore ?"),
    (B, "Tous les jours, même le dimanche."),
    (A, "Même le dimanche ?"),
    (B, "Surtout le dimanche, oui."),
)
HMS = "{h:02}:{m:02}:{s:02}"
STARTS = tuple(3000 + 9000 * n for n in range(len(TALK)))
Names = dict[str, str]


class Made(NamedTuple):
    """A file of a tool: its name, its contents, the names it gives to the two who speak, and when they begin."""

    name: str
    data: str | bytes
    names: Names = {A: A, B: B}
    starts: tuple[int | None, ...] | None = STARTS
    above: bool = False


def clock(ms: int, form: str) -> str:
    minutes, seconds = ms // 60_000, ms // 1000
    return form.format(h=minutes // 60, m=minutes % 60, mm=minutes, s=seconds % 60, ms=ms % 1000, all=ms)


def told(
    line: str, time: str = "{h:02}:{m:02}:{s:02}", names: Names | None = None, head: str = "", foot: str = ""
) -> str:
    """Return the conversation with `line` for each turn: who, words, start, end, n, N."""
    turns = (
        line.format(
            who=(names or {}).get(who, who),
            words=words,
            start=clock(at, time),
            end=clock(at + 7000, time),
            n=n,
            N=n + 1,
        )
        for n, (at, (who, words)) in enumerate(zip(STARTS, TALK))
    )
    return head + "".join(turns) + foot


def document(text: str, opening: Callable[[str], str] = run) -> bytes:
    """Return a Word document with a paragraph for each line; `\\v` is a line break within one."""
    breaks = "<w:r><w:br/></w:r>"
    lines = (breaks.join(opening(part) for part in line.split("\v")) for line in text.split("\n"))
    return docx("".join(f"<w:p>{line}</w:p>" for line in lines))


def _heading(text: str) -> str:
    return f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run(text)}</w:p>'


VTT = "WEBVTT\n\n"
MMM = "{h:02}:{m:02}:{s:02}.{ms:03}"
SRT = "{h:02}:{m:02}:{s:02},{ms:03}"
SHORT = "{mm}:{s:02}"
MMSS = "{mm:02}:{s:02}"
SPEAKERS = {A: "Speaker 1", B: "Speaker 2"}
BUZZ = {A: "Speaker 0", B: "Speaker 1"}
DIARISED = {A: "SPEAKER_00", B: "SPEAKER_01"}
_ZOOM = {A: "ada bo - iPhone", B: "Cy, Léo (il/lui) – Atelier SA"}
_CUE = "{start} --> {end}\n"
_SEGMENTS = [
    {"id": n, "start": STARTS[n] / 1000, "end": STARTS[n] / 1000 + 7, "text": f" {words}", "speaker": DIARISED[who]}
    for n, (who, words) in enumerate(TALK)
]
_MESSAGES = [
    {"id": n + 1, "type": "message", "date": f"2026-03-12T10:0{n}:00", "from": who, "text": words}
    for n, (who, words) in enumerate(TALK)
]
_TELEGRAM = "".join(
    '<div class="message default clearfix"><div class="body">'
    f'<div class="pull_right date details" title="12.03.2026">10:0{n}</div><div class="from_name">{who}</div>'
    f'<div class="text">{escape(words, quote=False)}</div></div></div>'
    for n, (who, words) in enumerate(TALK)
)


def _rolled(n: int, words: str) -> str:
    """Return the two captions in which YouTube shows a line: growing below the one before, then alone."""
    first, *rest = words.split()
    half, end, last = (clock(STARTS[n] + more, MMM) for more in (500, 8990, 9000))
    grown = f"{first}<{half}><c> {' '.join(rest)}</c>"
    before = TALK[n - 1][1] if n else " "
    place = "align:start position:0%"
    start = clock(STARTS[n], MMM)
    return f"{start} --> {end} {place}\n{before}\n{grown}\n\n{end} --> {last} {place}\n{words}\n \n\n"


_ROLLED = "".join(_rolled(n, words) for n, (_, words) in enumerate(TALK))
NOBODY: Names = {}
S = {A: "S00", B: "S01"}
_F4 = {A: "I", B: "B"}
_FIRM = {A: f"{A} (Atelier SA)", B: f"{B} (Atelier SA)"}
_TEAMS = "Réunion avec Ada\n12 mars 2026, 09:00\n54s\n\nAda Bo a démarré la transcription\n"
_MEET, _MEET_END = "Point du lundi – Transcription\n00:00:00\n\n", "\nTranscription ended after 00:09:10\n"
_FATHOM = "Point - 12 mars\nVIEW RECORDING - 9 mins (No highlights)\n\n---\n\n"
_NOSCRIBE = VTT + "NOTE\nTranscribed with noScribe\n\n"
_WHISPER = [{key: value for key, value in each.items() if key != "speaker"} for each in _SEGMENTS]
_AMBERSCRIPT = {
    "speakers": [{"spkid": "spk1", "name": A}, {"spkid": "spk2", "name": B}],
    "segments": [
        {
            "speaker": "spk1" if who == A else "spk2",
            "words": [
                {"text": word, "start": STARTS[n] / 1000 + i / 4, "end": STARTS[n] / 1000 + i / 4 + 0.2}
                for i, word in enumerate(re.split(r" (?!\?)", words))
            ],
        }
        for n, (who, words) in enumerate(TALK)
    ],
}

MADE: dict[str, tuple[Made, ...]] = {
    "Microsoft Teams": (
        Made("teams.docx", document(told("{who}   {start}\v{words}\n", SHORT, head=_TEAMS)), above=True),
        Made("teams-old.docx", document(told("{start} --> {end}\v{who}\v{words}\n", "{h}:{m}:{s}.0"))),
        Made(
            "teams.vtt", told("8f0c2d1e-77aa-4c1b-9d51-3f2a/{n}-0\n" + _CUE + "<v {who}>{words}</v>\n\n", MMM, head=VTT)
        ),
        Made("teams-old.vtt", told(_CUE + "<v {who}>{words}</v>\n\n", MMM, head=VTT)),
    ),
    "Zoom": (
        Made("zoom.vtt", told("{N}\n" + _CUE + "{who}: {words}\n\n", MMM, _ZOOM, VTT), _ZOOM),
        Made(
            "captions.txt",
            told("[{who}] 10:0{N}:00\n{words}\n\n"),
            starts=tuple(36_000_000 + 60_000 * n for n in range(1, 7)),
        ),
    ),
    "Google Meet": (
        Made(
            "meet.docx",
            document(told("{who}: {words}\n", head=_MEET, foot=_MEET_END)),
            starts=(0, *[None] * 5),
            above=True,
        ),
    ),
    "Webex": (Made("webex.vtt", told('{N} "{who}" (21{n}0)\n' + _CUE + "{words}\n\n", MMM, head=VTT)),),
    "Word, Transcribe": (
        Made(
            "word.docx",
            document(told("{start} {who}\n{words}\n", names=SPEAKERS, head="Audio file\nada.m4a\nTranscript\n")),
            SPEAKERS,
            above=True,
        ),
    ),
    "Otter": (
        Made(
            "otter.txt",
            told("{who}  {start}  \n{words}\n\n", SHORT, foot="Transcribed by https://otter.ai\n"),
            above=True,
        ),
    ),
    "Sonix": (
        Made("sonix.txt", told("{who}: [{start}] {words}\n\n")),
        Made("sonix.srt", told("{N}\n" + _CUE + "{who}: {words}\n\n", SRT)),
    ),
    "Trint": (
        Made("trint.docx", document(told("[{start}] {who}: {words}\n"))),
        Made("trint.txt", told("{who} [{start}]\n{words}\n\n")),
    ),
    "Descript": (
        Made("descript.txt", told("[{start}] {who}: {words}\n\n")),
        Made("descript.md", told("**{who}:** [{start}] {words}\n\n")),
    ),
    "Rev": (Made("rev.txt", told("{who} ({start}):\n{words}\n\n", MMSS)),),
    "Happy Scribe": (Made("happyscribe.txt", told("[{start}] - {who}\n{words}\n\n", MMM)),),
    "Amberscript": (
        Made("amberscript.txt", told("{start} {who}\n{words}\n\n")),
        Made("amberscript.json", json.dumps(_AMBERSCRIPT)),
    ),
    "TurboScribe": (
        Made("turboscribe.txt", told("[{who}] ({start} - {end})\n{words}\n\n", SHORT, SPEAKERS), SPEAKERS),
    ),
    "Fathom": (
        Made("fathom.txt", told("{start} - {who} (Atelier SA)\n  {words}\n\n", SHORT, head=_FATHOM), _FIRM, above=True),
    ),
    "Fireflies": (Made("fireflies.txt", told("{who} - {start}\n{words}\n\n", MMSS)),),
    "noScribe": (
        Made("noscribe.txt", told("{who}: {words}\n", names=S), S, None),
        Made("noscribe.vtt", told(_CUE + "<v {who}>{words}</v>\n\n", MMM, S, _NOSCRIBE), S),
    ),
    "aTrain": (Made("atrain.txt", told("{who}\n{words}\n\n", names=DIARISED), DIARISED, None),),
    "Whisper": (
        Made("whisper.srt", told("{N}\n" + _CUE + "{words}\n\n", SRT), NOBODY),
        Made("whisper.vtt", told(_CUE + "{words}\n\n", "{mm:02}:{s:02}.{ms:03}", head=VTT), NOBODY),
        Made("whisper.txt", told("{words}\n"), NOBODY, None),
        Made("console.txt", told("[{start} --> {end}]  {words}\n", "{mm:02}:{s:02}.{ms:03}"), NOBODY),
        Made("whisper.json", json.dumps({"text": "…", "segments": _WHISPER}), NOBODY),
        Made("whisper.tsv", "start\tend\ttext\n" + told("{start}\t{end}\t{words}\n", "{all}"), NOBODY),
    ),
    "WhisperX": (
        Made("whisperx.srt", told("{N}\n" + _CUE + "[{who}]: {words}\n\n", SRT, DIARISED), DIARISED),
        Made("whisperx.vtt", told(_CUE + "[{who}]: {words}\n\n", "{mm:02}:{s:02}.{ms:03}", DIARISED, VTT), DIARISED),
        Made("whisperx.txt", told("[{who}]: {words}\n", names=DIARISED), DIARISED, None),
        Made(
            "whisperx.tsv",
            "start\tend\ttext\n" + told("{start}\t{end}\t[{who}]: {words}\n", "{all}", DIARISED),
            DIARISED,
        ),
        Made("whisperx.json", json.dumps({"segments": _SEGMENTS, "word_segments": []}), DIARISED),
    ),
    "Buzz": (Made("buzz.srt", told("{N}\n" + _CUE + "{who}: {words}\n\n", SRT, BUZZ), BUZZ),),
    "f4, easytranscript": (Made("f4.txt", told("{who}: {words} #{start}-0#\n", names=_F4), _F4, None),),
    "oTranscribe": (Made("otranscribe.txt", told("{start}\u00a0{words}\n\n", MMSS), NOBODY),),
    "NVivo": (
        Made(
            "nvivo.docx",
            docx("".join(_heading(who) + paragraph(words) for who, words in TALK)),
            starts=None,
            above=True,
        ),
        Made(
            "nvivo.txt", told("{start} - {end}\t{who}\t{words}\n", "{mm}:{s:02}.0", head="Timespan\tSpeaker\tContent\n")
        ),
    ),
    "MAXQDA, ATLAS.ti": (
        Made("maxqda.txt", told("#{start}-0# {who}: {words}\n")),
        Made("atlas.txt", told("[{start}] {who}: {words}\n")),
    ),
    "Sonal": (Made("sonal.txt", told("[{start}] {who} : {words}\n\n")),),
    "ELAN": (Made("elan.txt", told("{who}\t\t{start}\t{end}\t00:00:07.000\t{words}\n", MMM)),),
    "YouTube": (Made("youtube.fr.vtt", "WEBVTT\nKind: captions\nLanguage: fr\n\n" + _ROLLED, NOBODY),),
    "WhatsApp": (
        Made("iphone.txt", told("[12/03/2026 10:0{n}:09] {who}: {words}\n"), starts=None),
        Made("android.txt", told("12/03/2026 à 10:0{n} - {who}: {words}\n"), starts=None),
    ),
    "Signal": (Made("chat.md", told("[2026-03-12 10:0{n}] {who}: {words}\n"), starts=None),),
    "Telegram": (
        Made("result.json", json.dumps({"name": "Léo", "type": "personal_chat", "messages": _MESSAGES}), starts=None),
        Made("messages.html", f"<html><body>{_TELEGRAM}</body></html>", starts=None),
    ),
    "IRaMuTeQ": (Made("iramuteq.txt", told("{words}\n", head="**** *ent_1 *sexe_F\n"), NOBODY, None),),
}
