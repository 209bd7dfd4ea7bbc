"""Every page, light and dark, French and English, at three sizes, from the sample study, to be looked at."""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES = ((1280, 720), (1440, 900), (2560, 1440))


def main(folder: Path, *pages: str) -> int:
    """Write the pictures into `folder`; with names, of those pages alone."""
    from app.pictures import Look, take
    from coding import sample

    looks = [Look(*size, theme, language) for size, theme, language in product(SIZES, ("light", "dark"), ("fr", "en"))]
    with tempfile.TemporaryDirectory() as private:
        path = Path(private) / "sample.verbatim"
        sample.build(path).close()
        made = take(path, folder, looks, pages=pages)
    print(f"{len(made)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots"), *sys.argv[2:]))
