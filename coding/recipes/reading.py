"""A recipe read from its text (TOML), each fault with its line; and written again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from coding import figures, reports
from coding.recipes.recipe import DOCUMENTS, LANGUAGES, PICTURES, TABLES, Names, Part, Recipe, Texts
from coding.recipes.toml_lines import Way, fault, line_of
from coding.tables import matrices
from coding.tables.arranging import ORDERS, PERCENTS, Shape
from coding.tables.saved_matrices import EVIDENCE, MatrixChoice
from corpus.errors import RecipeError

LONGEST = 100_000  # characters
_FORMATS = tuple(dict.fromkeys((*TABLES, *PICTURES)))


@dataclass(frozen=True, slots=True)
class _At:
    """Where a value stands: the whole text, and the way to the value."""

    text: str
    way: Way

    @property
    def key(self) -> str:
        return str(self.way[-1])

    @property
    def line(self) -> int:
        return line_of(self.text, self.way)

    def to(self, *steps: str | int) -> _At:
        return _At(self.text, (*self.way, *steps))


Reader = Callable[[Any, _At], Any]


def _text(value: Any, at: _At) -> str:
    if not isinstance(value, str):
        raise RecipeError("Line {line}: {key} must be a text in quotation marks.", line=at.line, key=at.key)
    return value


def _texts(value: Any, at: _At) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise RecipeError("Line {line}: {key} must be a list of texts.", line=at.line, key=at.key)
    return tuple(dict.fromkeys(value))


def _yes(value: Any, at: _At) -> bool:
    if not isinstance(value, bool):
        raise RecipeError("Line {line}: {key} must be true or false.", line=at.line, key=at.key)
    return value


def _by_language(value: Any, at: _At) -> Texts:
    if isinstance(value, str):
        return {"": value}
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
        sentence = "Line {line}: {key} must be a text, or one for each language: {{ fr = …, en = … }}."
        raise RecipeError(sentence, line=at.line, key=at.key)
    return {language: _text(one, at.to(language)) for language, one in value.items()}


def _names(value: Any, at: _At) -> Names:
    if not isinstance(value, dict):
        return {"": _in_order(value, at)}
    if not set(value) <= set(LANGUAGES):
        sentence = "Line {line}: {key} must be a list of texts, or one for each language: {{ fr = […], en = […] }}."
        raise RecipeError(sentence, line=at.line, key=at.key)
    return {language: _in_order(one, at.to(language)) for language, one in value.items()}


def _in_order(value: Any, at: _At) -> tuple[str, ...]:
    _texts(value, at)
    return tuple(value) if isinstance(value, list) else (value,)


def _number(value: Any, at: _At) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RecipeError("Line {line}: {key} must be a number.", line=at.line, key=at.key)
    return float(value)


def _whole(value: Any, at: _At) -> int:
    return int(_number(value, at))


def _pairs(value: Any, at: _At) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise RecipeError("Line {line}: {key} must be attributes with a text each.", line=at.line, key=at.key)
    return value


def _one_of(*choices: str) -> Reader:
    def read(value: Any, at: _At) -> str:
        if value not in choices:
            _strange(value, at, choices)
        return str(value)

    return read


def _some_of(*choices: str) -> Reader:
    def read(value: Any, at: _At) -> tuple[str, ...]:
        found = _texts(value, at)
        if (strange := next((one for one in found if one not in choices), None)) is not None:
            _strange(strange, at, choices)
        return found

    return read


def _strange(value: Any, at: _At, choices: tuple[str, ...]) -> NoReturn:
    raise RecipeError(
        "Line {line}: {value} is not known as {key}; say one of {choices}.",
        line=at.line,
        key=at.key,
        value=value,
        choices=", ".join(choices),
    )


_TOP: dict[str, tuple[str, Reader]] = {
    "title": ("title", _by_language),
    "language": ("languages", _some_of(*LANGUAGES)),
    "formats": ("formats", _some_of(*_FORMATS)),
    "appendix": ("appendix", _some_of(*DOCUMENTS)),
    "mask": ("mask", _yes),
    "blind": ("blind", _yes),
    "human-only": ("human", _yes),
    "reread-only": ("reread", _yes),
    "leave-out": ("leave_out", _yes),
    "excel": ("excel", _yes),
    "coders": ("coders", _texts),
    "sets": ("sets", _texts),
}
_PART: dict[str, tuple[str, Reader]] = {
    "table": ("table", _one_of(*reports.REGISTER)),
    "matrix": ("matrix", _text),
    "figure": ("figure", _one_of(*figures.FIGURES)),
    "title": ("title", _by_language),
    "note": ("note", _by_language),
    "show": ("show", _names),
    "heads": ("heads", _names),
    "file": ("file", _text),
    "formats": ("formats", _some_of(*_FORMATS)),
    "codes": ("codes", _texts),
    "framework": ("framework", _text),
}
_CODED = ("codes", "framework")
_OF_TABLES = ("show", "heads")
_COUNTED: dict[str, tuple[str, Reader]] = {
    "rows": ("rows", _text),
    "columns": ("columns", _text),
    "cell": ("cell", _one_of(*matrices.CELLS)),
    "evidence": ("evidence", _one_of(*EVIDENCE)),
    "interviewer": ("interviewer", _yes),
    "where": ("where", _pairs),
}
_DRAWN: dict[str, tuple[str, Reader]] = {
    **{key: _COUNTED[key] for key in ("rows", "columns", "cell", "evidence")},
    "percent": ("percent", _one_of(*PERCENTS)),
    "sort": ("order", _one_of(*ORDERS)),
    "width": ("width", _number),
    "by": ("by", _text),
    "document": ("document", _text),
    "most": ("most", _whole),
}
_SHAPED: dict[str, tuple[str, Reader]] = {
    "percent": ("percent", _one_of(*PERCENTS)),
    "sort": ("order", _one_of(*ORDERS)),
    "totals": ("totals", _yes),
    "tidy": ("tidy", _yes),
}


def read(text: str, name: str = "") -> Recipe:
    """Read a recipe; raises `RecipeError`, which names the line."""
    top, at = _toml(text), _At(text, ())
    _only(top, (*_TOP, "part"), at)
    listed = top.get("part", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise RecipeError("Line {line}: parts are written [[part]].", line=at.to("part").line)
    parts = tuple(_part(one, at.to("part", number)) for number, one in enumerate(listed))
    if not parts:
        raise RecipeError("Line {line}: a recipe needs a part: [[part]], and below it table = …", line=1)
    return Recipe(name, **_taken(top, _TOP, at), parts=parts, text=text)


def _toml(text: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise RecipeError("A recipe of more than {most} characters is none.", most=LONGEST)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line, reason = fault(text, error)
        raise RecipeError("Line {line}: this is no TOML: {reason}.", line=line, reason=reason) from error


def _only(given: Mapping[str, Any], known: tuple[str, ...], at: _At) -> None:
    strange = next((key for key in given if key not in known), None)
    if strange is not None:
        sentence = "Line {line}: nothing is called {key} here; known are {known}."
        raise RecipeError(sentence, line=at.to(strange).line, key=strange, known=", ".join(known))


def _taken(given: Mapping[str, Any], fields: Mapping[str, tuple[str, Reader]], at: _At) -> dict[str, Any]:
    return {name: reader(given[key], at.to(key)) for key, (name, reader) in fields.items() if key in given}


def _part(given: Mapping[str, Any], at: _At) -> Part:
    _only(given, tuple(dict.fromkeys((*_PART, *_COUNTED, *_SHAPED, *_DRAWN))), at)
    kinds = [kind for kind in ("table", "matrix", "figure") if kind in given]
    counted = not kinds and "rows" in given and "columns" in given
    if len(kinds) + counted != 1:
        sentence = "Line {line}: a part is one of table = …, matrix = …, figure = …, and rows = … with columns = …"
        raise RecipeError(sentence, line=at.line)
    if "figure" in given:
        return _figure(given, at)
    counts, shape = _taken(given, _COUNTED, at), _taken(given, _SHAPED, at)
    for key in given:
        if (fitting := _goes_with(key)) and not fitting & {given.get("table"), *given}:
            sentence = "Line {line}: {key} goes with {fitting}."
            raise RecipeError(sentence, line=at.to(key).line, key=key, fitting=", ".join(sorted(fitting)))
    made = Part(**_taken(given, _PART, at), shape=Shape(**shape))
    return replace(made, counted=MatrixChoice(**counts)) if counts else made


def _figure(given: Mapping[str, Any], at: _At) -> Part:
    made = Part(**_taken(given, _PART, at), drawn=_taken(given, _DRAWN, at))
    known = figures.find(made.figure).takes | {"width"}
    for key in given:
        name = _DRAWN[key][0] if key in _DRAWN else "codes"
        if name not in known and (key in _DRAWN or key in (*_CODED, *_OF_TABLES)):
            sentence = "Line {line}: the figure {figure} takes no {key}; it takes {known}."
            said = sorted("sort" if one == "order" else one for one in known)
            raise RecipeError(sentence, line=at.to(key).line, figure=made.figure, key=key, known=", ".join(said))
    return made


def _goes_with(key: str) -> set[str]:
    """Return the fields, or the reports, of which one must stand beside a field; none where all may."""
    if key in _CODED:
        return {name for name, row in reports.REGISTER.items() if "codes" in row.asks}
    if key in _COUNTED:
        return {"columns"} if key == "rows" else {"rows"}
    return {"rows", "matrix"} if key in _SHAPED else {"figure"} if key in _DRAWN else set()


def written(recipe: Recipe) -> str:
    """Return a recipe as text, which `read` gives back; what is as by default is left out."""
    blocks = ["\n".join(_lines(recipe, Recipe(), _TOP))]
    for part in recipe.parts:
        lines = [*_lines(part, Part(), _PART), *_lines(part.shape, Shape(), _SHAPED)]
        lines += _lines(part.counted, MatrixChoice("", ""), _COUNTED) if part.counted is not None else []
        lines += [f"{key} = {_value(part.drawn[name])}" for key, (name, _) in _DRAWN.items() if name in part.drawn]
        blocks.append("\n".join(["[[part]]", *lines]))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lines(made: Any, plain: Any, fields: Mapping[str, tuple[str, Reader]]) -> Iterator[str]:
    for key, (name, _) in fields.items():
        value = getattr(made, name)
        if value != getattr(plain, name):
            yield f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    match value:
        case tuple():
            return f"[{', '.join(map(_quoted, value))}]"
        case Mapping():
            if list(value) == [""]:
                return _value(value[""])
            pairs = (f"{key if key in LANGUAGES else _quoted(key)} = {_value(one)}" for key, one in value.items())
            return f"{{ {', '.join(pairs)} }}"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
    return _quoted(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
