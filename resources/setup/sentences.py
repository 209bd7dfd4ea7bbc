"""Collect what the packages below the window say to a person, in a form from which Qt's lupdate can take it.

Run as `python resources/setup/sentences.py OUT.py` from the top folder, before lupdate. The context `errors` holds
the sentences of all errors, the context `changes` the labels of all changes, as undo and redo show them.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path

ERRORS = Path("corpus/errors.py")
PACKAGES = (Path("corpus"), Path("coding"))


def error_names(errors: Path) -> set[str]:
    """Return the names of the classes that the file `errors` defines."""
    return {node.name for node in ast.parse(errors.read_text("utf-8")).body if isinstance(node, ast.ClassDef)}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call in `tree` with the last name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")), node


def error_calls(tree: ast.AST, names: set[str]) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Yield every call making an error of `names`, and its sentence: the first argument, or after a path the second."""
    for called, call in calls(tree):
        position = 1 if called == "ImportFailed" else 0
        if called in names and len(call.args) > position:
            yield call, call.args[position]


def change_labels(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the label of every `project.change(label)`."""
    return (call.args[0] for called, call in calls(tree) if called == "change" and call.args)


def main(out: Path) -> None:
    """Write all sentences to `out` as Python that lupdate reads and nobody runs."""
    names = error_names(ERRORS)
    trees = [ast.parse(source.read_text("utf-8")) for package in PACKAGES for source in sorted(package.rglob("*.py"))]
    found = {("errors", sentence) for tree in trees for _, sentence in error_calls(tree, names)}
    found |= {("changes", label) for tree in trees for label in change_labels(tree)}
    # lupdate knows double quotes and no implicit joins: each sentence stands on one line, quoted as JSON quotes.
    lines = {
        f'QT_TRANSLATE_NOOP("{context}", {json.dumps(said.value, ensure_ascii=False)})'
        for context, said in found
        if isinstance(said, ast.Constant) and isinstance(said.value, str)
    }
    out.write_text("\n".join(["from PySide6.QtCore import QT_TRANSLATE_NOOP", *sorted(lines), ""]), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
