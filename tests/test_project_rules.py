"""The rules of the house that no other tool holds, and those that another tool holds only by its configuration."""

from __future__ import annotations

import ast
import fnmatch
import importlib.metadata
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from resources.setup.sentences import error_calls, error_names

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("app", "coding", "corpus")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCRIPTS = sorted((ROOT / "resources").rglob("*.py"))

TOP_LEVEL = {
    *(".ci", ".git", ".gitignore", "app", "coding", "corpus", "docs", "resources", "tests"),
    *("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"),
    *("Makefile", "build.spec", "pyproject.toml", "requirements.lock"),
}
SLOW_TO_IMPORT = {
    *("PySide6", "sqlalchemy", "spacy", "sklearn", "scipy", "numpy", "docx", "openpyxl", "lxml", "bs4"),
    *("whoosh", "pypdfium2", "matplotlib", "jinja2"),
}


def imported(source: Path) -> Iterator[tuple[int, str]]:
    """Yield line and top-level name of every absolute import, also of those inside functions."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.partition(".")[0]


def where(source: Path, line: int) -> str:
    return f"{source.relative_to(ROOT)}:{line}"


def test_sources_are_found() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in SOURCES} == set(PACKAGES)


def test_no_file_is_over_500_lines() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in [*SOURCES, *TESTS, *SCRIPTS]}
    assert {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > 500} == {}


def test_every_module_has_a_docstring() -> None:
    bare = [path for path in [*SOURCES, *SCRIPTS] if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert [str(path.relative_to(ROOT)) for path in bare] == []


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("corpus", {"app", "coding", "PySide6", "qtpy", "qtawesome"}),
        ("coding", {"app", "PySide6", "qtpy", "qtawesome"}),
        ("app", {"sqlalchemy"}),
    ],
)
def test_imports_point_downwards(package: str, forbidden: set[str]) -> None:
    sources = sorted((ROOT / package).rglob("*.py"))
    assert [where(path, line) for path in sources for line, name in imported(path) if name in forbidden] == []


MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in SOURCES}


def modules_imported(source: Path) -> set[str]:
    """Return the modules of ours that a source imports, also inside functions and for types alone."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = source.relative_to(ROOT).parts[: -node.level] if node.level else ()
            base = ".".join((*package, *(node.module or "").split(".")))
            within = {f"{base}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else base for name in within}
    return found & MODULES.keys()


def cycle(graph: Mapping[str, Collection[str]]) -> list[str]:
    """Return the modules of one circle in order, the first again at the end; none where there is no circle."""
    done: set[str] = set()
    for start in sorted(graph):
        path, waiting = [start], [sorted(graph[start])]
        while path:
            if not waiting[-1]:
                waiting.pop()
                done.add(path.pop())
            elif (following := waiting[-1].pop()) in path:
                return [*path[path.index(following) :], following]
            elif following not in done:
                path.append(following)
                waiting.append(sorted(graph[following]))
    return []


def test_circles_are_found() -> None:
    assert cycle({"a": ["b", "c"], "b": ["c"], "c": []}) == []
    assert cycle({"a": ["b"], "b": ["c"], "c": ["d", "b"], "d": []}) == ["b", "c", "b"]
    assert cycle({"a": ["a"]}) == ["a", "a"]


def test_no_import_closes_a_circle() -> None:
    graph = {module: modules_imported(path) for module, path in MODULES.items()}
    assert sum(map(len, graph.values())) > len(graph), "imports were found"
    assert " → ".join(cycle(graph)) == ""


def test_the_program_starts_without_the_slow_libraries() -> None:
    code = "import sys, app.__main__; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & SLOW_TO_IMPORT == set()


DIALECT = re.compile(
    r"\b((?i:pragma|sqlite_master|sqlite_schema|sqlite3|json_object|json_valid|group_concat|rowid|begin immediate)"
    r"|OR REPLACE|OR IGNORE|ON CONFLICT|sqlalchemy\.dialects)\b"
)


def test_what_is_particular_to_sqlite_stands_in_one_module() -> None:
    spoken = {
        where(path, number): found[0]
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (found := DIALECT.search(line))
    }
    home = {place for place in spoken if place.startswith("corpus/store/sqlite.py:")}
    assert len(home) > 20, "the dialect was found"
    assert {place: word for place, word in spoken.items() if place not in home} == {}


def test_errors_are_templates_whose_values_are_given() -> None:
    names = error_names(ROOT / "corpus/errors.py")
    faults = []
    for path in SOURCES:
        for call, sentence in error_calls(ast.parse(path.read_text("utf-8")), names):
            if isinstance(call.func, ast.Name) and call.func.id == "WorkbenchError":
                faults.append(f"{where(path, call.lineno)} raises what says of no kind what is wrong")
            if isinstance(sentence, ast.JoinedStr | ast.BinOp):
                faults.append(f"{where(path, call.lineno)} builds its sentence instead of naming its values")
            if not isinstance(sentence, ast.Constant) or not isinstance(sentence.value, str):
                continue
            given = {keyword.arg for keyword in call.keywords}
            wanted = {field for _, field, _, _ in string.Formatter().parse(sentence.value) if field is not None}
            if None not in given and given and not wanted <= given:
                faults.append(f"{where(path, call.lineno)} lacks {sorted(wanted - given)}")
            if not given and wanted:
                faults.append(f"{where(path, call.lineno)} gives no values")
    assert faults == []


def test_the_top_level_holds_only_what_belongs_there() -> None:
    ignored = [line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines() if line]
    strangers = {path.name for path in ROOT.iterdir()} - TOP_LEVEL
    assert {name for name in strangers if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)} == set()


def locked() -> dict[str, list[str]]:
    """Return the lines under each pinned requirement of the lock, by normalised name."""
    pins: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines():
        if not line.startswith((" ", "#")) and line:
            name, _, _ = line.partition("==")
            lines = pins.setdefault(normalised(name), [])
        lines.append(line)
    return pins


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_has_hashes_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    assert re.findall(r"^\s*-(?!-hash=)\S*", text, re.MULTILINE) == []
    assert [name for name, lines in locked().items() if not any("--hash=sha256:" in line for line in lines)] == []


def test_the_lock_covers_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {normalised(re.split(r"[<>=!~; \[]", line, maxsplit=1)[0]) for line in asked} <= locked().keys()


def test_pyside_stays_below_the_version_that_aborts() -> None:
    # 6.12.0 loses count of None's references on Python 3.11 and aborts after some thousand paint events.
    version = importlib.metadata.version("PySide6-Essentials")
    assert (6, 8, 3) <= tuple(int(part) for part in version.split(".")[:3]) < (6, 12)
