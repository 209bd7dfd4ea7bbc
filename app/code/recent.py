"""The codes used last, and which of them the keys 1–9 stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

SLOTS = 9
_REMEMBERED = 60


class RecentCodes:
    """A code keeps its key until nine others were used after it, so that hands can learn the keys."""

    def __init__(self, kept: Any = None) -> None:
        """Begin with what `kept` gave, or anew."""
        known = kept if isinstance(kept, dict) else {}
        self.slots: list[int] = _keys(known.get("slots"))[:SLOTS]
        self.order: list[int] = _keys(known.get("order"))[:_REMEMBERED]

    def used(self, code: int) -> None:
        """Take note that a code was applied."""
        self.order = [code, *(key for key in self.order if key != code)][:_REMEMBERED]
        if code in self.slots:
            return
        if len(self.slots) < SLOTS:
            self.slots.append(code)
            return
        age = {key: number for number, key in enumerate(self.order)}
        oldest = max(range(SLOTS), key=lambda slot: age.get(self.slots[slot], _REMEMBERED))
        self.slots[oldest] = code

    def begin(self, codes: Iterable[int]) -> None:
        """Give the keys that stand for nothing yet to these codes."""
        for code in codes:
            if len(self.slots) < SLOTS and code not in self.slots:
                self.slots.append(code)

    def keep_only(self, codes: Collection[int]) -> None:
        """Forget codes that are gone."""
        self.slots = [code for code in self.slots if code in codes]
        self.order = [code for code in self.order if code in codes]

    def kept(self) -> dict[str, list[int]]:
        """Give what is worth remembering, as JSON."""
        return {"slots": self.slots, "order": self.order}


def _keys(value: Any) -> list[int]:
    return [key for key in value if isinstance(key, int)] if isinstance(value, list) else []
