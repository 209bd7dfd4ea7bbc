"""Collect all that is said to a person, keep what is translated of it, and compile it for the window.

Run as `python -m resources.setup.translations` from the top folder; with `--check` nothing is written, and it fails
where a sentence is hidden from lupdate, missing from the French file, unfinished, or told with other placeholders,
without its access key, or with a space that lets a line break before a punctuation mark.

Qt's lupdate finds what the window says. This adds, from the sources of all packages, the context `errors` (what is
passed or assigned to something called `sentence`, or to an error), the context `changes` (labels of changes, as undo
and redo show them), the context `actions` (the table of keys) and, to `report`, the registers of reports and figures.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))
FOLDER = ROOT / "resources" / "translations"
FRENCH, ENGLISH = "verbatim_fr.ts", "verbatim_en.ts"
PACKAGES = ("app", "coding", "corpus")
_PLACEHOLDER = re.compile(r"\{\w*[^{}]*\}|%L?n|%L?\d")
_ACCESS_KEY = re.compile(r"&\w")
_PLURAL = re.compile(r"\((e?s)\)")
_TOLD = ("translation", "numerusform")
_NARROW, _WIDE = "\u202f", "\u00a0"  # spaces at which no line breaks
_SPACED = ((re.compile(r"(?<=\S) (?=[;!?%](?!\w))"), _NARROW), (re.compile(r"(?<=«) | (?=»|:(?!\w))"), _WIDE))

Said = tuple[str, str]
"""A context and an English text."""
Nodes = list[ast.Call | ast.Assign | ast.FunctionDef | ast.ClassDef]
"""The parts of a module that may say something."""


def sources() -> list[Path]:
    """Return every module of the program."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def telling(tree: ast.Module) -> Nodes:
    """Return the parts of one module that may say something, so that its tree is walked once."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Assign | ast.FunctionDef | ast.ClassDef)]


def positions(modules: Iterable[Nodes]) -> dict[str, int]:
    """Return where the callables of the program take a parameter called `sentence`, by name; classes inherit it."""
    found: dict[str, int] = {}
    bases: dict[str, list[str]] = {}
    for node in (node for nodes in modules for node in nodes):
        if isinstance(node, ast.FunctionDef) and (at := _at(_arguments(node))) is not None:
            found[node.name] = at
        elif isinstance(node, ast.ClassDef):
            bases[node.name] = [base.id for base in node.bases if isinstance(base, ast.Name)]
            fields = [part.target.id for part in node.body if _is_field(part)]  # type: ignore[attr-defined]  # _is_field sees to it
            inits = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
            at = _at(_arguments(inits[0]) if inits else fields)
            if at is not None:
                found[node.name] = at
    found.pop("__init__", None)
    for _ in range(len(bases)):
        inherited = {name: found[base] for name, above in bases.items() for base in above if base in found}
        if inherited.keys() <= found.keys():
            break
        found = inherited | found
    return found


def _arguments(function: ast.FunctionDef) -> list[str]:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def _is_field(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)


def _at(names: list[str]) -> int | None:
    return names.index("sentence") if "sentence" in names else None


def texts(node: ast.expr | None) -> Iterator[str]:
    """Yield the constant texts that an expression may be."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from texts(body)
            yield from texts(other)
        case ast.BoolOp(values=values):
            for value in values:
                yield from texts(value)


def sentences(nodes: Nodes, at: dict[str, int]) -> Iterator[str]:
    """Yield what one module says: passed as a sentence, assigned to one, or returned by a function named so."""
    for node in nodes:
        if isinstance(node, ast.Call):
            name = _called(node)
            if name in at and len(node.args) > at[name]:
                yield from texts(node.args[at[name]])
            yield from (text for word in node.keywords if word.arg == "sentence" for text in texts(word.value))
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "sentence" for target in node.targets):
            yield from texts(node.value)
        elif isinstance(node, ast.FunctionDef):
            yield from _defaults(node)
            if node.name.strip("_") == "sentence":
                yield from (
                    text for part in ast.walk(node) if isinstance(part, ast.Return) for text in texts(part.value)
                )


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _defaults(function: ast.FunctionDef) -> Iterator[str]:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    for name, default in zip(reversed(names), reversed(function.args.defaults)):
        if name == "sentence":
            yield from texts(default)


def labels(nodes: Nodes) -> Iterator[str]:
    """Yield the label of every `project.change(label)` of one module, and of names that are passed as one."""
    named = set()
    for node in nodes:
        if isinstance(node, ast.Call) and node.args and _called(node) in ("change", "final", "_Plan"):
            yield from texts(node.args[0])
            named |= {part.id for part in ast.walk(node.args[0]) if isinstance(part, ast.Name)}
    for node in nodes:
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") in named for target in node.targets):
            yield from texts(node.value)
        elif isinstance(node, ast.Call):
            yield from (text for word in node.keywords if word.arg in named & {"label"} for text in texts(word.value))


def heard() -> Iterator[Said]:
    """Yield what the window passes to `tr` and `translate`, with the module where it stands."""
    for path in (path for path in sources() if path.relative_to(ROOT).parts[0] == "app"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                at = {"tr": 0, "translate": 1}.get(name, len(node.args))
                for argument in node.args[at : at + 1]:
                    yield from ((path.relative_to(ROOT).as_posix(), text) for text in texts(argument))


@cache
def collected() -> frozenset[Said]:
    """Return all that the packages say besides what lupdate finds."""
    from app.action_table import table
    from coding.figures import FIGURES
    from coding.reports import REGISTER

    modules = [telling(ast.parse(path.read_text("utf-8"))) for path in sources()]
    at = positions(modules)
    found = {("errors", said) for nodes in modules for said in sentences(nodes, at)}
    found |= {("changes", said) for nodes in modules for said in labels(nodes)}
    found |= {("report", said) for row in REGISTER.values() for said in (row.title, row.empty)}
    found |= {("report", row.title) for row in FIGURES.values()}
    said = {(context, text) for context, text in found if text}
    return frozenset(said | {("actions", one.label) for one in table().values()})


def update(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the sources; what is translated stays."""
    with tempfile.TemporaryDirectory() as room:
        extra = Path(room) / "collected.py"
        # lupdate knows double quotes and no implicit joins: each sentence stands on one line, quoted as JSON quotes.
        lines = (f'QT_TRANSLATE_NOOP("{context}", {_quoted(text)})' for context, text in sorted(collected()))
        extra.write_text("\n".join(("from PySide6.QtCore import QT_TRANSLATE_NOOP", *lines, "")), "utf-8")
        window = [str(path) for path in sources() if path.relative_to(ROOT).parts[0] == "app"]
        options = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en")
        for name, more in ((FRENCH, ()), (ENGLISH, ("-pluralonly",))):
            _run("lupdate", *options, *more, *window, str(extra), "-ts", str(folder / name))
    _write_plurals(folder / ENGLISH)
    _typeset(folder / FRENCH)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(beside if beside.exists() else f"pyside6-{tool}"), *arguments], check=True, cwd=ROOT)


def _write_plurals(path: Path) -> None:
    """Write the English singulars and plurals: `%n turn(s)` is `%n turn` and `%n turns`."""
    tree = ElementTree.parse(path)
    for message in tree.iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        forms = translation.findall("numerusform") if translation is not None else []
        if translation is not None and len(forms) == 2:
            forms[0].text, forms[1].text = _PLURAL.sub("", source), _PLURAL.sub(r"\1", source)
            translation.attrib.pop("type", None)
    _write(tree, path)


def _typeset(path: Path) -> None:
    """Put spaces at which no line breaks where French wants them: before `; ! ? : %` and inside « »."""
    tree = ElementTree.parse(path)
    for told in (part for message in tree.iter("message") for part in message.iter() if part.tag in _TOLD):
        told.text = spaced(told.text) if told.text else told.text
    _write(tree, path)


def spaced(text: str) -> str:
    """Return French text with its spaces before and inside punctuation marks as they are printed."""
    for place, space in _SPACED:
        text = place.sub(space, text)
    return text


def _write(tree: ElementTree.ElementTree[ElementTree.Element], path: Path) -> None:
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def compile_all(folder: Path) -> None:
    """Compile the .ts files in `folder` into the .qm files that the window loads."""
    for name in (FRENCH, ENGLISH):
        _run("lrelease", "-silent", str(folder / name), "-qm", str((folder / name).with_suffix(".qm")))


def messages(path: Path) -> Iterator[tuple[Said, list[str]]]:
    """Yield every message of a .ts file: context and source, and its finished translations (several for plurals)."""
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            said = (context.findtext("name") or "", message.findtext("source") or "")
            done = translation is not None and translation.get("type") is None
            forms = [] if translation is None else [form.text for form in translation.findall("numerusform")]
            told = forms or [translation.text if translation is not None else None]
            yield said, [text or "" for text in told] if done else []


def faults() -> list[tuple[Said, str]]:
    """Return what is wrong with the French file as it is kept: the message, and what is the matter."""
    with tempfile.TemporaryDirectory() as room:
        fresh = Path(room)
        for name in (FRENCH, ENGLISH):
            shutil.copy(FOLDER / name, fresh)
        update(fresh)
        kept, now = dict(messages(FOLDER / FRENCH)), dict(messages(fresh / FRENCH))
        known = {text for _, text in now}
        found = [
            (said, "hidden from lupdate; say it outside of an f-string") for said in heard() if said[1] not in known
        ]
        for said, told in now.items():
            if not said[0]:
                found.append((said, "outside of a class; say it by a function that is named translate"))
            elif said not in kept:
                found.append((said, "missing"))
            elif not told or not all(told):
                found.append((said, "unfinished"))
            elif any(_placeholders(text) != _placeholders(said[1]) for text in told):
                found.append((said, "has other placeholders"))
            elif any(len(_ACCESS_KEY.findall(text)) != len(_ACCESS_KEY.findall(said[1])) for text in told):
                found.append((said, "lacks its access key, or has one too many"))
            elif kept[said] != told:
                found.append((said, "breaks a line before a punctuation mark"))
    return found


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the French file lacks anything")
    if parser.parse_args().check:
        found = faults()
        for (context, text), matter in found:
            sys.stdout.write(f"{matter}: [{context}] {text}\n")
        return bool(found)
    FOLDER.mkdir(exist_ok=True)
    update(FOLDER)
    compile_all(FOLDER)
    unfinished = sum(not (told and all(told)) for _, told in messages(FOLDER / FRENCH))
    sys.stdout.write(f"{unfinished} sentences are still to be put into French\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
