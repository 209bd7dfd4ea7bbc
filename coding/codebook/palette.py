"""The colours codes are given."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.model import Code

# Six colours of Okabe and Ito (2008) and one of Tol (2021), then those that stay farthest from all before them, in
# CIELAB, for usual sight and each kind of dichromacy (Machado, Oliveira and Fernandes 2009), on white and on dark.
PALETTE = (
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#882255", "#900cfc", "#b4c06c", "#3c30a8",
    "#e40c48", "#900000", "#c06cfc", "#9cd8c0", "#546c3c", "#60e448", "#fc7890", "#785484", "#782484", "#d8b4d8",
)  # fmt: skip


def next_colour(session: Session) -> str:
    """Return the colour of the palette that the fewest codes have, the first of equals."""
    used = {
        colour.casefold(): count
        for colour, count in session.execute(select(Code.colour, func.count()).group_by(Code.colour))
    }
    return min(PALETTE, key=lambda colour: used.get(colour, 0))
