"""The paper that figures are drawn on, in millimetres from its upper left corner, and what is known of each mark.

Nothing is told by colour alone: shades go from light to dark, and what differs in kind differs in shape or place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from coding.figures import letters, plotting
from coding.moment.authors import Makers
from coding.moment.evidence import EvidenceItem

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure as Drawn

INK, MUTED, RULE, PALE, BLANK = "#1b232c", "#56616c", "#c9d0d6", "#eef1f3", "#ffffff"
ACCENT, DEEP, SOFT, WARM = "#2f6f9f", "#12395b", "#a9c6dc", "#b5541c"
SIZE, SMALL = 7.0, 6.0  # points
LINE = 3.0  # mm from line to line of SIZE
EDGE = 1.5  # mm that stay white all around
_INCH = 25.4
_SHADES = ((244, 248, 251), (198, 219, 239), (107, 174, 214), (33, 113, 181), (8, 48, 107))
_LIGHT = 0.45  # brightness below which words on a shade are white

Across = Literal["left", "center", "right"]
Opens = Callable[[], list[EvidenceItem]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark: where it is, in fractions of the figure from its upper left corner, and what stands behind it.

    `said` names it with its number; `opens` gives the coded segments that it counts.
    """

    left: float
    top: float
    right: float
    bottom: float
    said: str
    opens: Opens
    number: float | None = None

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point, in fractions, is on the mark."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Figure:
    """A drawing with what is said of it: `alt` in place of it, `notes` below it, `texts` all the words in it.

    `chosen` says by which of a `Choice` it was drawn, where it chose by itself, too.
    """

    name: str
    title: str
    alt: str
    language: str
    drawn: Drawn
    width: float
    height: float
    spots: tuple[Spot, ...] = ()
    notes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    chosen: Mapping[str, Any] = field(default_factory=dict)

    def at(self, x: float, y: float) -> Spot | None:
        """Return the mark at a point, in fractions; of several the smallest."""
        here = [spot for spot in self.spots if spot.holds(x, y)]
        return min(here, key=lambda one: (one.right - one.left) * (one.bottom - one.top), default=None)


def unsigned(figure: Figure, makers: Makers) -> Figure:
    """Return a figure without the names of who made the study, in what is drawn, too."""
    from matplotlib.text import Text

    for text in figure.drawn.findobj(Text):
        if isinstance(text, Text):
            text.set_text(makers.text(text.get_text()))
    said = {name: makers.out(getattr(figure, name)) for name in ("title", "alt", "notes", "texts", "spots")}
    return replace(figure, **said)


def shade(heat: float) -> str:
    """Return a colour for 0 to 1, ever darker.

    >>> shade(0), shade(1)
    ('#f4f8fb', '#08306b')
    """
    place = min(max(heat, 0.0), 1.0) * (len(_SHADES) - 1)
    n = min(int(place), len(_SHADES) - 2)
    mixed = (round(one + (other - one) * (place - n)) for one, other in zip(_SHADES[n], _SHADES[n + 1], strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def brightness(colour: str) -> float:
    """Return how bright a colour is in grey, 0 to 1."""
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def upon(colour: str) -> str:
    """Return in which colour words are read on a shade."""
    return INK if brightness(colour) > _LIGHT else BLANK


class Paper:
    """A sheet of so many mm in width, which is cut to its height when it is done."""

    def __init__(self, width: float) -> None:
        plotting.ready()
        from matplotlib.figure import Figure as Drawn
        from matplotlib.transforms import Affine2D

        self.width = width
        self.drawn = Drawn(figsize=(width / _INCH, width / _INCH), facecolor=BLANK)
        self._measure = Affine2D()
        self._place = self._measure + self.drawn.dpi_scale_trans
        self.texts: list[str] = []
        self.chosen: dict[str, Any] = {}
        self._drawn = 0
        self._spots: list[tuple[float, float, float, float, str, Opens, float | None]] = []

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        bold: bool = False,
        colour: str = INK,
        across: Across = "left",
        turned: float = 0.0,
        halo: bool = False,
        whole: str = "",
    ) -> None:
        """Write a line; `halo` keeps what is under it away, `whole` is what a shortened text stands for."""
        from matplotlib.text import Text

        self.texts.append(whole or text)
        made = Text(
            x,
            y,
            letters.printable(text),
            fontsize=size,
            weight="bold" if bold else "normal",
            color=colour,
            ha=across,
            va="center_baseline",
            rotation=turned,
            rotation_mode="anchor",
            parse_math=False,
        )
        self._put(made)
        if halo:
            from matplotlib.patheffects import withStroke

            made.set_path_effects([withStroke(linewidth=2.0, foreground=BLANK)])

    def label(
        self,
        x: float,
        y: float,
        text: str,
        room: float,
        *,
        size: float = SIZE,
        lines: int = 1,
        across: Across = "left",
        bold: bool = False,
        colour: str = INK,
        halo: bool = False,
    ) -> None:
        """Write a name into so many mm, in as many lines at most, about the height `y`."""
        parts = letters.evened(text, room, size, lines=lines, bold=bold)
        step = LINE * size / SIZE
        for n, part in enumerate(parts):
            place = y + (n - (len(parts) - 1) / 2) * step
            self.words(x, place, part, size=size, across=across, bold=bold, colour=colour, halo=halo, whole=text)

    def upright(
        self,
        x: float,
        y: float,
        text: str,
        room: float,
        *,
        size: float = SIZE,
        lines: int = 1,
        hangs: bool = False,
    ) -> None:
        """Write a name upwards from a point, or so that it hangs from it, into so many mm."""
        parts = letters.evened(text, room, size, lines=lines)
        step = LINE * size / SIZE
        for n, part in enumerate(parts):
            place = x + (n - (len(parts) - 1) / 2) * step
            self.words(place, y, part, size=size, across="right" if hangs else "left", turned=90, whole=text)

    def bars(
        self,
        boxes: Iterable[tuple[float, float, float, float]],
        fills: Sequence[str] | str,
        *,
        edge: str = "none",
        line: float = 0.4,
    ) -> None:
        """Draw boxes, each of left, top, width and height, all in one colour or each in its own."""
        corners = [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)] for x, y, w, h in boxes]
        self.shapes(corners, fills, edge=edge, line=line)

    def shapes(
        self,
        corners: Iterable[Sequence[tuple[float, float]]],
        fills: Sequence[str] | str,
        *,
        edge: str = "none",
        line: float = 0.4,
    ) -> None:
        """Draw shapes by their corners, all in one colour or each in its own."""
        from matplotlib.collections import PolyCollection

        colours = [fills] if isinstance(fills, str) else list(fills)
        self._put(PolyCollection(list(corners), facecolors=colours, edgecolors=edge, linewidths=line))

    def lines(
        self,
        paths: Iterable[Sequence[tuple[float, float]]],
        *,
        colour: str | Sequence[str] = RULE,
        line: float | Sequence[float] = 0.5,
        dashed: bool = False,
    ) -> None:
        """Draw lines, each through its points."""
        from matplotlib.collections import LineCollection

        style: Any = (0, (3.0, 2.0)) if dashed else "solid"
        self._put(LineCollection(list(paths), colors=colour, linewidths=line, linestyles=style, capstyle="butt"))

    def dots(
        self, places: Iterable[tuple[float, float, float]], fill: str = ACCENT, *, edge: str = BLANK, line: float = 0.6
    ) -> None:
        """Draw circles, each of its middle and radius."""
        from matplotlib.collections import PatchCollection
        from matplotlib.patches import Circle

        circles = [Circle((x, y), radius) for x, y, radius in places]
        self._put(PatchCollection(circles, facecolor=fill, edgecolor=edge, linewidth=line))

    def ribbon(self, left: float, top: float, right: float, end: float, wide: float, fill: str) -> None:
        """Draw a band from the height `top` at the left to the height `end` at the right."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        middle, curve = (left + right) / 2, [Path.CURVE4] * 3
        corners = [
            (left, top),
            (middle, top),
            (middle, end),
            (right, end),
            (right, end + wide),
            (middle, end + wide),
            (middle, top + wide),
            (left, top + wide),
            (left, top),
        ]
        made = PathPatch(Path(corners, [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]))
        made.set(facecolor=fill, edgecolor=BLANK, linewidth=0.4, alpha=0.75)
        self._put(made)

    def _put(self, made: Artist) -> None:
        """Put a mark over all that were drawn before it."""
        self._drawn += 1
        made.set(transform=self._place, zorder=self._drawn)
        self.drawn.add_artist(made)

    def spot(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        said: str,
        opens: Opens,
        number: float | None = None,
    ) -> None:
        """Say what is behind a place; what it says is not in the drawing."""
        self._spots.append((left, top, width, height, said, opens, number))

    def cut(self, name: str, title: str, alt: str, language: str, height: float, notes: Iterable[str] = ()) -> Figure:
        """Cut the sheet to its height and return the figure; `notes` are said below it."""
        width = self.width
        self.drawn.set_size_inches(width / _INCH, height / _INCH)
        self._measure.clear().scale(1 / _INCH, -1 / _INCH).translate(0, height / _INCH)
        spots = tuple(
            Spot(x / width, y / height, (x + w) / width, (y + h) / height, said, opens, number)
            for x, y, w, h, said, opens, number in self._spots
        )
        return Figure(
            name=name,
            title=title,
            alt=" ".join(alt.split()),
            language=language,
            drawn=self.drawn,
            width=width,
            height=height,
            spots=spots,
            notes=tuple(notes),
            texts=(title, alt, *self.texts),
            chosen=self.chosen,
        )
