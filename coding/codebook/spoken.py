"""What concepts are called in a language other than the study has them in: as the frameworks' own files say.

What somebody changed in the study is theirs, and no file knows it in another language: it stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coding.codebook import CodeInfo
from coding.codebook.frameworks import FrameworkInfo, described
from coding.codebook.frameworks_files import FrameworkCode, FrameworkFile, crosswalks, former
from corpus.cleaning import clean_text

_FIELDS = ("name", "short", "definition", "include", "exclude", "typical", "atypical")


def codes(known: dict[int, CodeInfo], frameworks: Sequence[FrameworkInfo], language: str) -> dict[int, CodeInfo]:
    """Return the codes with what is said of those of frameworks in that language, where it is known."""
    files = {info.framework: (info, file) for info in frameworks if (file := _file(info, language)) is not None}
    if not files:
        return known
    found = dict[int, CodeInfo]()
    for key, code in known.items():  # a code stands behind the one above it
        if code.framework in files:
            code = _told(code, *files[code.framework], language)
            above = found.get(code.parent or 0)
            code = replace(code, path=f"{above.path}/{code.name}" if above is not None else code.name)
        found[key] = code
    return found


def titles(frameworks: Sequence[FrameworkInfo], language: str) -> list[FrameworkInfo]:
    """Return the frameworks with their titles, citations and notes in that language, where they are known."""
    return [_titled(info, file, language) if (file := _file(info, language)) else info for info in frameworks]


def reason(said: str, language: str) -> str:
    """Return why two concepts meet in that language, where the program says why."""
    known = (one.reason for one in crosswalks() if said in one.reason.values())
    return next((one.get(language, said) for one in known), said)


def unknown(
    now: Mapping[int, CodeInfo], before: Mapping[int, CodeInfo], frameworks: Sequence[FrameworkInfo], language: str
) -> list[CodeInfo]:
    """Return the codes of frameworks whose names are not known in that language: `now` are those of `codes`."""
    foreign = {info.framework for info in frameworks if info.language != language}
    return [code for key, code in now.items() if code.framework in foreign and code.name == before[key].name]


def _file(info: FrameworkInfo, language: str) -> FrameworkFile | None:
    """Return the file of a framework that ships, or that it was forked from, where another language is asked for."""
    if info.language == language:
        return None
    return former(info.forked_from or info.framework, info.version)


def _told(code: CodeInfo, info: FrameworkInfo, file: FrameworkFile, language: str) -> CodeInfo:
    for one in file.codes:
        if one.key == code.code_key and {language, info.language} <= one.texts.keys():
            return replace(code, **_fields(code, one, info.language, language))
    return code


def _fields(code: CodeInfo, one: FrameworkCode, before: str, language: str) -> dict[str, Any]:
    was, said = described(one, before), described(one, language)
    return {name: said[name] for name in _FIELDS if getattr(code, name) == was[name]}


def _titled(info: FrameworkInfo, file: FrameworkFile, language: str) -> FrameworkInfo:
    changed: dict[str, Any] = {
        name: clean_text(texts[language])
        for name, texts in (("title", file.title), ("citation", file.citation), ("note", file.note))
        if language in texts and getattr(info, name) == clean_text(texts.get(info.language, ""))
    }
    return replace(info, **changed)
