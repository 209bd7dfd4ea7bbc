"""How much of each package the tests walk, branch by branch; below its floor the measurement fails."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from coverage import Coverage

ROOT = Path(__file__).resolve().parents[1]
FLOORS = {"corpus": 95.0, "coding": 95.0, "app": 85.0}
"""The least share of branches, in percent."""


def main() -> int:
    """Print statements and branches per package, then the modules that miss most; return 1 below a floor."""
    measured = _measured()
    low = [package for package, floor in FLOORS.items() if _told(package, measured) < floor]
    _tell_poorest(measured)
    for package in low:
        print(f"{package} is below its floor of {FLOORS[package]:g} %.", file=sys.stderr)
    return 1 if low else 0


def _measured() -> dict[str, dict[str, int]]:
    """Return figures of each module, by its path."""

    kept = Coverage(config_file=str(ROOT / "pyproject.toml"))
    kept.load()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "coverage.json"
        kept.json_report(outfile=str(file))
        return {name: one["summary"] for name, one in json.loads(file.read_text("utf-8"))["files"].items()}


def _told(package: str, measured: dict[str, dict[str, int]]) -> float:
    """Print one line on a package, and return its share of branches in percent."""
    total = {
        key: sum(one[key] for path, one in measured.items() if Path(path).parts[0] == package)
        for key in ("num_statements", "covered_lines", "num_branches", "covered_branches")
    }
    branches = 100 * total["covered_branches"] / max(1, total["num_branches"])
    statements = 100 * total["covered_lines"] / max(1, total["num_statements"])
    print(
        f"{package:8} statements {statements:5.1f} % of {total['num_statements']:6,}"
        f"   branches {branches:5.1f} % of {total['num_branches']:6,}   floor {FLOORS[package]:g} %"
    )
    return branches


def _tell_poorest(measured: dict[str, dict[str, int]]) -> None:
    poorest = sorted(measured.items(), key=lambda one: -one[1]["missing_branches"])[:15]
    for path, one in poorest:
        if one["missing_branches"]:
            print(f"  {path}: {one['missing_branches']} of {one['num_branches']} branches missing")


if __name__ == "__main__":
    raise SystemExit(main())
