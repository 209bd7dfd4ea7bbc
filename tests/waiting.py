"""How long tests wait for what must come: so long that only what hangs gets there, on a machine however busy."""

from __future__ import annotations

HANG_S = 300
HANG_MS = 1000 * HANG_S
