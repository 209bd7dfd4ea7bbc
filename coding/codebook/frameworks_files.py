"""The frameworks that ship with the workbench, and a person's own framework files: read here, added elsewhere."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NoReturn

from corpus.errors import FrameworkError

LANGUAGES = ("fr", "en")
DEFINITIONS = ("paraphrased", "as reported", "ours")
PROVENANCES = ("literature", "this study")
BASES = ("by definition", "by name", "in part", "stated")

# Told apart whatever the colour vision: six of Okabe and Ito (2008), one of Tol (2021). Given in turn to codes
# that have no colour of their own.
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#882255")

_FIRST = "meco-2019"
_CROSSWALKS = "crosswalks.toml"
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FRAMEWORK_FIELDS = ("key", "version", "citation", "definitions", "title", "note", "codes")
_CODE_FIELDS = ("key", "parent", "colour", "provenance", *LANGUAGES)
_TEXT_FIELDS = ("name", "short", "definition", "include", "exclude", "typical", "atypical", "cues")


@dataclass(frozen=True, slots=True)
class CodeText:
    """What a code says in one language."""

    name: str
    short: str
    definition: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    typical: str
    atypical: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkCode:
    """One code of a framework: `parent` is the key of another code, `texts` is by language."""

    key: str
    parent: str | None
    colour: str
    provenance: str
    texts: Mapping[str, CodeText]


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A framework as its file gives it, codes in their order; `citation`, `title` and `note` are by language."""

    key: str
    version: str
    citation: Mapping[str, str]
    definitions: str
    title: Mapping[str, str]
    note: Mapping[str, str]
    codes: tuple[FrameworkCode, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """A link between codes of two frameworks, each end written `framework:code`; `reason` is by language."""

    source: str
    target: str
    basis: str
    reason: Mapping[str, str]


@cache
def shipped() -> tuple[FrameworkFile, ...]:
    """Every framework that ships, `meco-2019` first and the others by key."""
    read = (_framework(data, path) for path, data in _resources() if path.name != _CROSSWALKS)
    return tuple(sorted(read, key=lambda framework: (framework.key != _FIRST, framework.key)))


def find(key: str) -> FrameworkFile:
    """The shipped framework with that key; FrameworkError names the keys that exist."""
    for framework in shipped():
        if framework.key == key:
            return framework
    keys = ", ".join(framework.key for framework in shipped())
    raise FrameworkError("No framework is called {key}; there are: {keys}.", key=key, keys=keys)


@cache
def crosswalks() -> tuple[Crosswalk, ...]:
    """The links that ship between frameworks, in the order of their file."""
    [(path, data)] = [(path, data) for path, data in _resources() if path.name == _CROSSWALKS]
    return _crosswalks(data, path)


@cache
def version(key: str) -> str | None:
    """The version that ships of that framework, read without its codes; None where there is no such framework."""
    for path, data in _resources():
        if path.name == f"{key}.toml":
            return _TomlTable(_toml(data.partition(b"[[codes]]")[0], path), path).text("version", "1")
    return None


@cache
def former(key: str, version: str) -> FrameworkFile | None:
    """The framework as an earlier version of it shipped, or as it ships now; None where no such version is known."""
    for framework in shipped():
        if (framework.key, framework.version) == (key, version):
            return framework
    read = [_framework(data, path) for path, data in _resources("old", version) if path.name == f"{key}.toml"]
    return next((framework for framework in read if framework.version == version), None)


@cache
def former_crosswalks(version: str) -> tuple[Crosswalk, ...]:
    """The links that shipped with that earlier version of the frameworks; those of now where none were kept."""
    for path, data in _resources("old", version):
        if path.name == _CROSSWALKS:
            return _crosswalks(data, path)
    return crosswalks()


def load(path: Path) -> FrameworkFile:
    """A person's own framework file; one language and, for each code, key, name and definition are enough.

    Raises FrameworkError, one sentence that names the file, the code and the field.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FrameworkError(
            "{file} can't be read: {reason}.", file=path.name, reason=error.strerror or type(error).__name__
        ) from error
    return _framework(data, path)


def _resources(*folder: str) -> Iterator[tuple[Path, bytes]]:
    within = resources.files("resources.frameworks").joinpath(*folder)
    for item in within.iterdir() if within.is_dir() else ():
        if item.name.endswith(".toml"):
            yield Path(str(item)), item.read_bytes()


def _toml(data: bytes, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FrameworkError("{file} is not UTF-8 text; save it again as UTF-8.", file=path.name) from error
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, and a number of too many digits
        raise FrameworkError("{file} is not valid TOML: {reason}.", file=path.name, reason=error) from error


def _framework(data: bytes, path: Path) -> FrameworkFile:
    top = _TomlTable(_toml(data, path), path)
    top.only(*_FRAMEWORK_FIELDS)
    key = top.key()
    tables = top.tables("codes")
    codes = tuple(_code(table, COLOURS[at % len(COLOURS)]) for at, table in enumerate(tables))
    _check_keys(codes, path)
    _check_parents(codes, tables)
    spoken = [language for language in LANGUAGES if any(language in code.texts for code in codes)]
    return FrameworkFile(
        key=key,
        version=top.text("version", "1"),
        citation=top.in_each_language("citation"),
        definitions=top.choice("definitions", DEFINITIONS, "ours"),
        title=top.by_language("title") or dict.fromkeys(spoken, key),
        note=top.by_language("note"),
        codes=codes,
        path=path,
    )


def _code(table: _TomlTable, colour: str) -> FrameworkCode:
    table.only(*_CODE_FIELDS)
    key = table.key()
    texts = {language: _code_text(table.table(language)) for language in LANGUAGES if language in table.values}
    if not texts:
        table.fault(
            "In {place}, the fields fr and en are both missing; a code needs one of them.", " / ".join(LANGUAGES)
        )
    return FrameworkCode(
        key=key,
        parent=table.text("parent") if "parent" in table.values else None,
        colour=table.matching("colour", _COLOUR, colour),
        provenance=table.choice("provenance", PROVENANCES, "literature"),
        texts=texts,
    )


def _code_text(table: _TomlTable) -> CodeText:
    table.only(*_TEXT_FIELDS)
    return CodeText(
        name=table.text("name"),
        short=table.text("short", ""),
        definition=table.text("definition"),
        include=table.texts("include"),
        exclude=table.texts("exclude"),
        typical=table.text("typical", ""),
        atypical=table.text("atypical", ""),
        cues=table.texts("cues"),
    )


def _crosswalks(data: bytes, path: Path) -> tuple[Crosswalk, ...]:
    top = _TomlTable(_toml(data, path), path)
    top.only("crosswalks")
    return tuple(_crosswalk(table) for table in top.tables("crosswalks"))


def _crosswalk(table: _TomlTable) -> Crosswalk:
    table.only("source", "target", "basis", "reason")
    return Crosswalk(
        table.text("source"), table.text("target"), table.choice("basis", BASES), table.by_language("reason")
    )


def _check_keys(codes: Iterable[FrameworkCode], path: Path) -> None:
    seen: set[str] = set()
    for code in codes:
        if code.key.casefold() in seen:  # a code is asked for by its key, whatever the case
            raise FrameworkError(
                "In {file}, the field key is {code} in two codes.", file=path.name, code=code.key, field="key"
            )
        seen.add(code.key.casefold())


def _check_parents(codes: Iterable[FrameworkCode], tables: Iterable[_TomlTable]) -> None:
    parents = {code.key: code.parent for code in codes}
    for key, table in zip(parents, tables, strict=True):
        above = parents[key]
        if above is not None and above not in parents:
            table.fault("In {place}, the field parent names {value}, which is no code of this file.", "parent", above)
    for key, table in zip(parents, tables, strict=True):
        above, met = parents[key], {key}
        while above is not None:
            if above in met:
                table.fault("In {place}, the field parent leads round in a circle.", "parent")
            met.add(above)
            above = parents[above]


class _TomlTable:
    """A table of the file that knows where it stands, so that a fault can say so."""

    def __init__(self, values: Mapping[str, object], path: Path, code: str = "", prefix: str = "") -> None:
        self.values = values
        self.path = path
        self.code = code
        self.prefix = prefix

    def fault(self, sentence: str, field: str, value: object = "") -> NoReturn:
        place = f"{self.path.name} › {self.code}" if self.code else self.path.name
        raise FrameworkError(
            sentence, place=place, file=self.path.name, code=self.code, field=self.prefix + field, value=value
        )

    def only(self, *fields: str) -> None:
        for field in self.values:
            if field not in fields:
                self.fault(
                    "In {place}, the field {field} is unknown; known here are: {value}.", field, ", ".join(fields)
                )

    def text(self, field: str, default: str | None = None) -> str:
        if field not in self.values:
            if default is None:
                self.fault("In {place}, the field {field} is missing.", field)
            return default
        return self._said(self.values[field], field)

    def texts(self, field: str) -> tuple[str, ...]:
        values = self.values.get(field, [])
        if not isinstance(values, list):
            self.fault("In {place}, the field {field} must be a list of texts.", field)
        return tuple(self._said(value, f"{field}[{at}]") for at, value in enumerate(values, 1))

    def matching(self, field: str, pattern: re.Pattern[str], default: str) -> str:
        value = self.text(field, default)
        if not pattern.fullmatch(value):
            self.fault("In {place}, the field {field} must be written like #0072b2, not {value}.", field, value)
        return value.lower()

    def key(self) -> str:
        value = self.text("key")
        if not _KEY.fullmatch(value):
            self.fault(
                "In {place}, the field {field} may hold letters A-Z, digits, . _ and -, not {value}.", "key", value
            )
        return value

    def choice(self, field: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(field, default)
        if value not in choices:
            self.fault("In {place}, the field {field} must be one of: {value}.", field, ", ".join(choices))
        return value

    def by_language(self, field: str) -> dict[str, str]:
        if field not in self.values:
            return {}
        table = self.table(field)
        table.only(*LANGUAGES)
        return {language: table.text(language) for language in LANGUAGES if language in table.values}

    def in_each_language(self, field: str) -> dict[str, str]:
        """Return what is said by language, or one text for all."""
        if isinstance(self.values.get(field), dict):
            return self.by_language(field)
        return dict.fromkeys(LANGUAGES, self.text(field, ""))

    def table(self, field: str) -> _TomlTable:
        values = self.values[field]
        if not isinstance(values, dict):
            self.fault("In {place}, the field {field} must be a table.", field)
        return _TomlTable(values, self.path, self.code, f"{self.prefix}{field}.")

    def tables(self, field: str) -> list[_TomlTable]:
        values = self.values.get(field)
        if not isinstance(values, list) or not values or not all(isinstance(value, dict) for value in values):
            self.fault("In {place}, the field {field} must be written as [[{field}]], once or more.", field)
        return [_TomlTable(value, self.path, self._called(value, at)) for at, value in enumerate(values, 1)]

    def _said(self, value: object, field: str) -> str:
        if not isinstance(value, str):
            self.fault("In {place}, the field {field} must be text.", field)
        if not value.strip():
            self.fault("In {place}, the field {field} is empty.", field)
        return unicodedata.normalize("NFC", value.strip())  # as the documents are, so that cues match

    def _called(self, values: Mapping[str, object], at: int) -> str:
        key = values.get("key")
        return key if isinstance(key, str) and key.strip() else f"#{at}"
