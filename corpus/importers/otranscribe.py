"""oTranscribe's transcripts, `.otr`: JSON around a page whose lines begin with the time they were heard at."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import encodings, html, safety, turns
from corpus.importers.reading import Options, Reading


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read the lines of the page; times stand in brackets before what is said from then on."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    try:
        page = json.loads(decoded.text)["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error
    text = html.read(path, _bracketed(str(page)).encode(), Options("utf-8")).text
    return Reading(text, list(turns.paragraphs(text)), encoding=decoded.encoding, notes=decoded.notes)


def _bracketed(page: str) -> str:
    """Put the times, which are marked as such, in brackets."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "html.parser")
    for mark in soup.select(".timestamp"):
        mark.replace_with(f"[{mark.get_text(strip=True)}] ")
    return str(soup)
