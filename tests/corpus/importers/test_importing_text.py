"""Plain text, Markdown and subtitles: nothing is altered that need not be, and the encoding is told by evidence."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import importers
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers.front_matter import front_matter

FRENCH = "L'été dernier, à la forêt, ça gênait déjà : où était l'élève ? Là-bas, près du chêne, naïf et forcé."


def imported(folder: Path, name: str, data: str | bytes, encoding: str | None = None) -> Draft:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return importers.read(path, encoding=encoding)


def quoted(draft: Draft) -> list[tuple[str, str]]:
    return [(passage.kind, draft.text[passage.start : passage.end]) for passage in draft.passages]


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        *(("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 with BOM"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")),
        *(
            ("utf-16-le", "UTF-16 LE"),
            ("utf-16-be", "UTF-16 BE"),
            ("cp1252", "Windows-1252"),
            ("mac_roman", "MacRoman"),
        ),
    ],
)
def test_the_encoding_is_told_by_its_bytes(tmp_path: Path, codec: str, named: str) -> None:
    draft = imported(tmp_path, "a.txt", FRENCH.encode(codec))
    assert (draft.text, draft.encoding, draft.language) == (FRENCH, named, "fr")


def test_latin_9_is_told_by_its_oe(tmp_path: Path) -> None:
    text = "Le cœur de l'œuvre, sa sœur, un vœu."
    assert imported(tmp_path, "a.txt", text.encode("iso8859-15")).text == text


def test_what_is_no_western_text_is_guessed_and_said(tmp_path: Path) -> None:
    text = "Расскажите, пожалуйста, о вашей работе. Мы начинаем рано утром и заканчиваем поздно вечером. " * 5
    draft = imported(tmp_path, "a.txt", text.encode("cp1251"))
    assert draft.text == text.replace("\r", "")
    assert [(str(note), note.doubt) for note in draft.notes] == [("The encoding cp1251 is a guess.", True)]


def test_an_encoding_asked_for_overrules_the_evidence(tmp_path: Path) -> None:
    data = FRENCH.encode("cp1252")
    assert imported(tmp_path, "a.txt", data, "latin-1").encoding == "latin-1"
    assert imported(tmp_path, "a.txt", data, "mac_roman").text != FRENCH


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("utf-8", "a.txt is not written in utf-8."),
        ("klingon", "No text encoding is called klingon."),
        ("rot13", "No text encoding is called rot13."),
    ],
)
def test_a_wrong_encoding_is_refused(tmp_path: Path, encoding: str, sentence: str) -> None:
    with pytest.raises(ImportFailed) as refused:
        imported(tmp_path, "a.txt", FRENCH.encode("cp1252"), encoding)
    assert str(refused.value) == sentence


def test_utf8_cut_within_a_letter_comes_in_with_a_note(tmp_path: Path) -> None:
    draft = imported(tmp_path, "a.txt", ("é" * 100).encode()[:-1])
    assert draft.text == "é" * 99 + "\ufffd"
    assert [str(note) for note in draft.notes] == ["Damaged characters replaced by \ufffd: 1."]


def test_nothing_but_bom_line_ends_and_normal_form_is_altered(tmp_path: Path) -> None:
    text = "  Un <b>gras</b> &amp; 😀 👩‍🔬\u2029e\u0301té\u200b\t\n\n\n fin\x0c \n"
    draft = imported(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert draft.text == unicodedata.normalize("NFC", text)
    assert quoted(draft) == [("paragraph", "Un <b>gras</b> &amp; 😀 👩‍🔬\u2029été\u200b"), ("paragraph", "fin")]
    assert imported(tmp_path, "b.txt", text.replace("\n", "\r")).text == draft.text


def test_the_original_is_kept_byte_for_byte(tmp_path: Path) -> None:
    data = "\ufeffÀ\r\nB".encode("utf-16")
    draft = imported(tmp_path, "Entretien e\u0301.txt", data)
    assert (draft.original, draft.name, draft.importer, draft.media_type) == (
        data,
        "Entretien é",
        "plain",
        "text/plain",
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    draft = imported(tmp_path_factory.mktemp("texts"), "a.txt", b"\xef\xbb\xbf" + text.encode())
    assert draft.text == unicodedata.normalize("NFC", text.removeprefix("\ufeff"))


def test_subtitles_in_a_text_file_stay_whole_and_their_words_are_passages(tmp_path: Path) -> None:
    text = "1\n00:00:01,500 --> 00:00:02,000\nBonjour\nà tous\n\n2\n00:00:03,000 --> 00:00:04,250\nOn commence.\n"
    draft = imported(tmp_path, "a.txt", text)
    assert draft.text == text
    assert quoted(draft) == [("cue", "Bonjour\nà tous"), ("cue", "On commence.")]
    assert [(passage.start_ms, passage.end_ms) for passage in draft.passages] == [(1500, 2000), (3000, 4250)]


def test_front_matter_becomes_attributes_and_leaves_the_text(tmp_path: Path) -> None:
    head = "---\ntitle: 'L''atelier'\nsector: \"Retail\"\ntags: [a, b]\nspeakers:\n  - Marie\n  - Paul\nempty:\n---\n"
    draft = imported(tmp_path, "a.md", f"{head}\n# L'atelier\n\nUn texte.\n")
    assert dict(draft.attributes) == {
        **{"title": "L'atelier", "sector": "Retail", "tags": "a; b", "speakers": "Marie; Paul"}
    }
    assert draft.text == "L'atelier\n\nUn texte."
    assert "Keys above the text that were left out: empty: ." in [str(note) for note in draft.notes]


@pytest.mark.parametrize("text", ["---\nUn trait.\n---\nReste", "---\nclef: 1\nsans fin", "Texte\n---\nclef: 1\n---\n"])
def test_what_is_no_front_matter_stays(text: str) -> None:
    assert front_matter(text) == ({}, text)


def test_markdown_headings_are_passages_without_their_signs(tmp_path: Path) -> None:
    text = (
        "# Un #\n\nPremier\nparagraphe.\n## Deux\nSecond.\n\nTrois\n=====\n\n```\n# pas un titre\n```\n\n#mot-dièse\n"
    )
    assert quoted(imported(tmp_path, "a.md", text)) == [
        *(("heading", "Un"), ("paragraph", "Premier\nparagraphe."), ("heading", "Deux"), ("paragraph", "Second.")),
        *(("heading", "Trois"), ("paragraph", "# pas un titre"), ("paragraph", "#mot-dièse")),
    ]


def test_markdown_has_no_marks_and_keeps_what_links_lead_to(tmp_path: Path) -> None:
    text = (
        "## Un *titre*\n\nDu **gras**, de l\\'*italique*, [un lien](https://a.fr/x) et ![une image](b.png).<br>"
        "Suite.\n\n"
        "1. premier\n2. second\n   - dedans\n\n> cité\n\n| a | b |\n|---|---|\n| c | `d` |\n\n---\n\nfin\n"
    )
    draft = imported(tmp_path, "a.md", text)
    assert draft.text == (
        "Un titre\n\nDu gras, de l'italique, un lien (https://a.fr/x) et une image.\nSuite.\n\n1. premier\n2. second\n"
        "- dedans\n\ncité\na\tb\nc\td\n\nfin"
    )


@pytest.mark.parametrize("text", ["[Anne]: Oui.", "<Anne> Oui.", "[00:01] Oui.", "a < b > c", "&é ~ ^ $x$"])
def test_markdown_loses_nothing_that_may_be_said(tmp_path: Path, text: str) -> None:
    assert imported(tmp_path, "a.md", f"Début\n\n{text}\n").text == f"Début\n\n{text}"


@pytest.mark.parametrize("opening", ["- ", "> ", "1. "])
def test_markdown_that_is_nested_too_deeply_stays_as_it_stands(tmp_path: Path, opening: str) -> None:
    assert imported(tmp_path, "a.md", opening * 3000 + "fond").text == opening * 3000 + "fond"


def test_bold_labels_of_markdown_are_speakers(tmp_path: Path) -> None:
    text = "".join(
        f"**ANNE :** Question {n} ?\n\n**Bruno :** La réponse numéro {n}, assez longue.\n\n" for n in range(4)
    )
    draft = imported(tmp_path, "a.md", text)
    assert [(one.label, one.turns) for one in draft.speakers] == [("ANNE", 4), ("Bruno", 4)]
    assert "*" not in draft.text


SRT = """1
00:00:01,500 --> 00:00:02,000
JEANNE : <i>Bonjour</i>
à tous

2
00:00:02,500 --> 00:00:04,000 X1:10
et bienvenue.

3
0:00:05.000 --> 0:00:06.000
PAUL : Merci {\\an8}Jeanne.
"""


def test_srt_gives_times_speakers_and_words_without_tags(tmp_path: Path) -> None:
    draft = imported(tmp_path, "a.srt", SRT)
    assert draft.text == "JEANNE : Bonjour\nà tous\net bienvenue.\nPAUL : Merci Jeanne."
    first, second = draft.passages
    assert (first.speaker, draft.text[first.start : first.end]) == ("JEANNE", "Bonjour\nà tous\net bienvenue.")
    assert (first.kind, first.start_ms, first.end_ms) == ("turn", 1500, 4000)
    assert (second.speaker, second.start_ms, second.end_ms) == ("PAUL", 5000, 6000)


VTT = """WEBVTT - un titre

NOTE une remarque

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.000 align:start
<v.loud Jeanne Moreau>Bonjour &amp; merci</v>

00:02.000 --> 00:03.000
<v Jeanne Moreau>d'être <c.yellow>venus</c>.</v>

01:00:03.000 --> 01:00:04.000
<v Paul>Oui.</v>

01:00:05.000 --> 01:00:06.000
(musique)
"""


def test_vtt_keeps_the_speaker_and_joins_what_one_says_in_a_row(tmp_path: Path) -> None:
    draft = imported(tmp_path, "a.vtt", VTT)
    assert draft.text == "Jeanne Moreau: Bonjour & merci\nd'être venus.\nPaul: Oui.\n(musique)"
    assert quoted(draft) == [("turn", "Bonjour & merci\nd'être venus."), ("turn", "Oui."), ("cue", "(musique)")]
    assert [(passage.start_ms, passage.end_ms) for passage in draft.passages] == [
        *((1000, 3000), (3_603_000, 3_604_000), (3_605_000, 3_606_000))
    ]
    assert [speaker.label for speaker in draft.speakers] == ["Jeanne Moreau", "Paul"]


def test_subtitles_without_times_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match=r"^a\.srt holds no subtitles with times\.$"):
        imported(tmp_path, "a.srt", "Bonjour")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Je ne sais pas ce que vous en pensez, mais c'est dans la maison.", "fr"),
        ("I do not know what you think of it, but this is in the house.", "en"),
        ("Nas paginas que em seguida se leem acha-se tão bem determinada a missão da poesia.", None),
        ("42", None),
    ],
)
def test_the_language_is_told_by_common_words(tmp_path: Path, text: str, language: str | None) -> None:
    assert imported(tmp_path, "a.txt", text).language == language


def test_a_language_given_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("42")
    assert importers.read(path, language="en").language == "en"
