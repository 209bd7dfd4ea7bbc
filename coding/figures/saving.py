"""Figures as files: SVG, PDF, PNG, and in a Word document; of the same study the same bytes on the same machine.

Nothing in them says who made them, when or where. Letters are shapes in SVG, so that it looks alike wherever it is
opened, with a title and a description for those who can't see it, and embedded as TrueType in PDF.
"""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from coding.exports import notes, saving
from coding.exports.reports import Picture, Report, Section
from coding.exports.sheets import storable
from coding.figures.paper import Figure
from coding.moment.moment import Moment
from corpus.errors import ExportFailed

SUFFIXES = (".svg", ".pdf", ".png")
PRINTED = ".docx"
DOTS = 600  # to the inch, as journals want them of drawings
_DOTS_PRINTED = 300  # to the inch in a document


def body(figure: Figure, suffix: str, *, dots: int = DOTS) -> bytes:
    """Return the figure as a file of this ending; `dots` to the inch where it is made of dots."""
    stream = io.BytesIO()
    kind = suffix.lower().removeprefix(".")
    _canvas(figure, kind).print_figure(
        stream, format=kind, dpi=dots if kind == "png" else 72, facecolor="white", metadata=_metadata(figure, kind)
    )
    made = stream.getvalue()
    return _spoken(figure, made) if kind == "svg" else made


def _canvas(figure: Figure, kind: str) -> Any:
    match kind:
        case "svg":
            from matplotlib.backends.backend_svg import FigureCanvasSVG as Canvas
        case "pdf":
            from matplotlib.backends.backend_pdf import FigureCanvasPdf as Canvas  # type: ignore[assignment]  # one of two canvases
        case _:
            from matplotlib.backends.backend_agg import FigureCanvasAgg as Canvas  # type: ignore[assignment]  # one of two canvases
    return Canvas(figure.drawn)


def _metadata(figure: Figure, kind: str) -> dict[str, Any]:
    title, alt = storable(figure.title), storable(figure.alt)
    match kind:
        case "svg":
            return {"Date": None, "Creator": "Verbatim", "Language": figure.language}
        case "pdf":
            made: dict[str, Any] = {"CreationDate": None, "Creator": "Verbatim", "Producer": "Verbatim"}
            return made | {"Title": title, "Subject": alt}
        case _:
            return {"Software": "Verbatim", "Title": title, "Description": alt}


def _spoken(figure: Figure, svg: bytes) -> bytes:
    """Give a drawing a title and a description, which are read aloud in place of its shapes."""
    head, tag, rest = svg.partition(b"<svg ")
    inside, close, rest = rest.partition(b">")
    said = f' role="img" lang="{figure.language}" aria-labelledby="title-{figure.name} desc-{figure.name}"'
    parts = (("title", figure.title), ("desc", figure.alt))
    told = "".join(f'\n <{name} id="{name}-{figure.name}">{escape(storable(text))}</{name}>' for name, text in parts)
    return head + tag + inside + said.encode() + close + told.encode() + rest


def pixels(figure: Figure, dots: float) -> tuple[int, int, bytes]:
    """Return width, height and bytes (red, green, blue, opacity) of the figure at so many dots to the inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.drawn.set_dpi(dots)
    canvas: Any = FigureCanvasAgg(figure.drawn)
    canvas.draw()
    wide, high = canvas.get_width_height()
    return wide, high, bytes(canvas.buffer_rgba())


def printed(figure: Figure, moment: Moment) -> Report:
    """Return a figure as a page of a report: a caption with its number, what is said in its place, and notes."""
    picture = Picture(
        figure.alt,
        figure.width,
        figure.height,
        partial(body, figure, ".svg"),
        partial(body, figure, ".png", dots=_DOTS_PRINTED),
    )
    section = Section("", (), (), (), caption=figure.title, picture=picture)
    return notes.noted(Report(figure.title, figure.language, (section,)), moment, "numbers")


def save(figure: Figure, path: Path, moment: Moment, template: Path | None = None) -> None:
    """Write a figure of a moment in the format of the file's ending, in one step; raises `ExportFailed`.

    A Word document takes its styles from `template`.
    """
    suffix = path.suffix.lower()
    if suffix == PRINTED:
        saving.checked(template, unsigned=moment.unsigned)
        saving.save_report(printed(figure, moment), path, template)
        return
    if suffix not in SUFFIXES:
        raise ExportFailed("{name} must end in {endings}.", name=path.name, endings=", ".join((*SUFFIXES, PRINTED)))
    saving.written(path, body(figure, suffix))
