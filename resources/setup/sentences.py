"""Find what the program says when something is wrong, in its sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path


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
