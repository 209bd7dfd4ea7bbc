"""What recognisers write as JSON gives turns with times, whatever the keys are called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ImportFailed
from corpus.importers.layouts import recognisers
from tests.corpus.importers.layouts.drafted import drafted, said, timed

ONE = {"start": 0.5, "end": 1.25, "text": " Et puis ?"}
TWO = {"start": 1.5, "end": 3.0, "text": " Puis, rien."}


def words(piece: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    parts = piece["text"].split()
    return [{"word": part, "start": piece["start"], "end": piece["end"], **more} for part in parts]


def item(content: str, start: str | None = None) -> dict[str, Any]:
    """Return a word of Amazon's, or a sign of punctuation where it has no start."""
    times = {"start_time": start, "end_time": str(float(start) + 0.25)} if start else {}
    return {"type": "pronunciation" if start else "punctuation", "alternatives": [{"content": content}], **times}


def speaking(label: str, *starts: str) -> dict[str, Any]:
    items = [{"start_time": start, "speaker_label": label} for start in starts]
    return {"speaker_label": label, "start_time": starts[0], "items": items}


def element(value: str, ts: float | None = None) -> dict[str, Any]:
    return {"value": value, "ts": ts, "end_ts": ts + 0.25} if ts is not None else {"value": value}


def timed_word(text: str, start: float, end: float) -> dict[str, Any]:
    return {"text": text, "start": start, "end": end}


WHISPERX = {
    "segments": [
        {**ONE, "speaker": "SPEAKER_00", "words": words(ONE, speaker="SPEAKER_00")},
        {**TWO, "speaker": "SPEAKER_01", "words": words(TWO, speaker="SPEAKER_01")},
    ],
    "word_segments": words(ONE, speaker="SPEAKER_00") + words(TWO, speaker="SPEAKER_01"),
    "language": "fr",
}
ASSEMBLYAI = {
    "text": "Et puis ? Puis, rien.",
    "words": [{"text": "Et", "start": 500, "end": 900, "speaker": "A"}],
    "utterances": [
        {"speaker": "A", "start": 500, "end": 1250, "text": "Et puis ?"},
        {"speaker": "B", "start": 1500, "end": 3000, "text": "Puis, rien."},
    ],
}
DEEPGRAM = {
    "results": {
        "channels": [{"alternatives": [{"transcript": "Et puis ? Puis, rien.", "words": words(ONE, speaker=0)}]}],
        "utterances": [
            {"transcript": "Et puis ?", "start": 0.5, "end": 1.25, "speaker": 0, "words": words(ONE)},
            {"transcript": "Puis, rien.", "start": 1.5, "end": 3.0, "speaker": 1, "words": words(TWO)},
        ],
    }
}
AMAZON = {
    "results": {
        "transcripts": [{"transcript": "Et puis ? Puis, rien."}],
        "items": [
            *(item("Et", "0.5"), item("puis", "1.0"), item("?")),
            *(item("Puis", "1.5"), item(","), item("rien", "2.75"), item(".")),
        ],
        "speaker_labels": {"segments": [speaking("spk_0", "0.5", "1.0"), speaking("spk_1", "1.5", "2.75")]},
    }
}
AZURE = {
    "recognizedPhrases": [
        {"offset": "PT0.5S", "duration": "PT0.75S", "speaker": 1, "nBest": [{"display": "Et puis ?"}]},
        {"offset": "PT1.5S", "duration": "PT1.5S", "speaker": 2, "nBest": [{"display": "Puis, rien."}]},
    ]
}
REV = {
    "monologues": [
        {"speaker": 0, "elements": [element("Et", 0.5), element("puis", 1), element("?")]},
        {"speaker": 1, "elements": [element("Puis", 1.5), element(","), element("rien", 2), element(".")]},
    ]
}
AMBERSCRIPT = {
    "speakers": [{"spkid": "spk1", "name": "Ada"}, {"spkid": "spk2", "name": "Bob"}],
    "segments": [
        {"speaker": "spk1", "words": [timed_word("Et", 0.5, 1.0), timed_word("puis ?", 1.0, 1.25)]},
        {"speaker": "spk2", "words": [timed_word("Puis,", 1.5, 2.0), timed_word("rien.", 2.0, 3.0)]},
    ],
}
PODCAST = {
    "version": "1.0.0",
    "segments": [
        {"speaker": "Ada", "startTime": 0.5, "endTime": 1.25, "body": "Et puis ?"},
        {"speaker": "Bob", "startTime": 1.5, "endTime": 3.0, "body": "Puis, rien."},
    ],
}
DOCUMENTS: dict[str, tuple[object, str, str]] = {
    "WhisperX": (WHISPERX, "SPEAKER_00", "SPEAKER_01"),
    "AssemblyAI": (ASSEMBLYAI, "Speaker A", "Speaker B"),
    "Deepgram": (DEEPGRAM, "Speaker 0", "Speaker 1"),
    "Amazon": (AMAZON, "spk_0", "spk_1"),
    "Azure": (AZURE, "Speaker 1", "Speaker 2"),
    "Rev": (REV, "Speaker 0", "Speaker 1"),
    "Amberscript": (AMBERSCRIPT, "Ada", "Bob"),
    "podcast": (PODCAST, "Ada", "Bob"),
}


def cpp(start: str, end: str, text: str) -> dict[str, Any]:
    """Return a piece of whisper.cpp's."""
    return {"timestamps": {"from": start, "to": end}, "offsets": {"from": 1, "to": 2}, "text": text}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_recogniser_gives_who_said_what_when(tmp_path: Path, kind: str) -> None:
    document, first, second = DOCUMENTS[kind]
    draft = drafted(tmp_path, "a.json", json.dumps(document))
    assert [(who, said.replace(" ?", "?")) for who, said in said(draft)] == [
        (first, "Et puis?"),
        (second, "Puis, rien."),
    ]
    assert [passage.start_ms for passage in draft.passages] == [500, 1500]
    assert draft.passages[1].end_ms in (3000, None)


@pytest.mark.parametrize(
    "document",
    [
        {"text": "Et puis ? Puis, rien.", "segments": [{**ONE, "words": words(ONE)}, {**TWO, "words": words(TWO)}]},
        {
            "transcription": [
                cpp("00:00:00,500", "00:00:01,250", " Et puis ?"),
                cpp("00:00:01,500", "00:00:03,000", " Puis, rien."),
            ]
        },
        words(ONE) + words(TWO),
    ],
)
def test_without_speakers_sentences_are_passages_with_times(tmp_path: Path, document: object) -> None:
    draft = drafted(tmp_path, "a.json", json.dumps(document))
    found = [(start, end, words.replace(" ?", "?")) for start, end, words in timed(draft)]
    assert found == [(500, 1250, "Et puis?"), (1500, 3000, "Puis, rien.")]
    assert not draft.speakers


def test_what_one_speaker_says_in_a_row_is_one_turn(tmp_path: Path) -> None:
    rows = [{**ONE, "speaker": "A"}, {**TWO, "speaker": "A"}, {"start": 4.0, "end": 5.0, "text": "Ah.", "speaker": "B"}]
    draft = drafted(tmp_path, "a.json", json.dumps(rows))
    assert timed(draft) == [(500, 3000, "Et puis ?\nPuis, rien."), (4000, 5000, "Ah.")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        *(("{", "is damaged"), ("[" * 100_000, "is damaged")),
        *(('{"a": [{"text": "b"}]}', "holds no transcript"), ("42", "holds no transcript")),
    ],
)
def test_other_files_are_refused_in_one_sentence(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(ImportFailed, match=f"^a.json.*{why}"):
        drafted(tmp_path, "a.json", text)


KEYS = "text start end speaker words alternatives timestamps".split()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from("text start end speaker words from".split()), inner)
    ),
)


@given(JSON)
def test_any_document_is_read(document: object) -> None:
    for piece in recognisers.pieces(document):
        assert isinstance(piece.words, str)
