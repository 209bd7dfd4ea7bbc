"""What was chosen, counted on the worker and read as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matrix.grid import Grid, additive
from app.matrix.long_list import Long
from coding.tables.arranging import TOTALLED, arranged

if TYPE_CHECKING:
    from coding.moment.moment import Moment
    from coding.tables.saved_matrices import MatrixChoice
    from corpus.progress import Progress


def compute(moment: Moment, choice: MatrixChoice, title: str, progress: Progress, across: str = "") -> Grid:
    """Count, in the view that is chosen, and read the numbers as that is chosen; `across` says what columns are."""
    found = choice.counted(moment, progress)
    shared = (moment.voices.participants_of, moment.belongings.of_participant, moment.belongings.of_document)
    alone = all(len(several) < 2 for one in shared for several in one.values())
    shape, columns, rows = choice.shape, len(found.columns) > 1, len(found.rows) > 1
    once = shape.totals and found.cell in TOTALLED
    plain = not (shape.percent and found.cell in TOTALLED)  # percents have no totals but what is 100
    return (Long if shape.tidy else Grid)(
        found,
        choice,
        found.moment.mask.text(title),
        row_totals=plain and columns and (once or additive(found.column_kind, found.cell, alone)),
        column_totals=plain and rows and (once or additive(found.row_kind, found.cell, alone)),
        made=arranged(found, shape),
        across=found.moment.mask.text(across),
    )
