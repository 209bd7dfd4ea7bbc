"""matplotlib as it is used here: with the fonts it brings, nobody's settings, and its cache in the person's folder."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache

from corpus import private

FONT = "DejaVu Sans"


@cache
def ready() -> None:
    """Import matplotlib, which takes a while the first time: never on the window's thread."""
    with suppress(OSError):  # without a folder of its own it takes one for the time being
        os.environ["MPLCONFIGDIR"] = str(private.folder(private.of_person("cache") / "matplotlib"))
    os.environ["MPL_IGNORE_SYSTEM_FONTS"] = "1"  # its own alone, wherever it runs
    import matplotlib

    matplotlib.rcdefaults()  # a matplotlibrc in this folder, or the person's, would make other files
    matplotlib.rcParams.update(
        {
            "font.family": FONT,
            "text.parse_math": False,
            "text.usetex": False,
            "text.hinting": "no_hinting",
            "hatch.linewidth": 0.5,
            "svg.fonttype": "path",
            "svg.hashsalt": "verbatim",
            "pdf.fonttype": 42,
            "pdf.use14corefonts": False,
        }
    )
