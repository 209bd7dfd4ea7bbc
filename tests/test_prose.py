"""What the pages for people promise is there: the targets of make, the files they point to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("app", "coding", "corpus", "resources", "tests", "docs")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
PATH = re.compile(rf"(?<![\w./-])((?:{'|'.join(FOLDERS)})/[\w./-]*\w)(?![\w./-]*[<*{{])")

pytestmark = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def code_of(page: Path) -> str:
    """Return all that stands as code in `page`, one piece a line."""
    return "\n".join(piece.strip("`") for piece in CODE.findall(page.read_text("utf-8")))


def test_every_make_target_named_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"^\s*(?:\$ )?make ([a-z]+)", code_of(page), re.MULTILINE))
    assert named <= targets


def test_every_link_leads_to_a_file(page: Path) -> None:
    text = CODE.sub("", page.read_text("utf-8"))
    links = re.findall(r"\]\(([^)#\s]+)", text)
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_path_named_exists(page: Path) -> None:
    words = PATH.findall(code_of(page))
    assert sorted({word for word in words if not (ROOT / word).exists()}) == []
