"""What the program remembers of a person between sittings, outside any project: a small JSON file."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus import private

log = logging.getLogger(__name__)
RECENT = 12
folder = private.of_person


class Settings:
    """A person's choices by name; written at once, and never a reason to fail, not even over the name of a folder."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or folder("config") / "settings.json"
        self._values: dict[str, Any] = {}
        try:
            loaded = json.loads(self._path.read_text("utf-8", "surrogatepass"))
            self._values = loaded if isinstance(loaded, dict) else {}
        except FileNotFoundError:
            pass
        except (OSError, ValueError):
            log.warning("the settings can't be read; beginning anew")

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was kept under `key`."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a JSON value; None forgets."""
        if value is None:
            self._values.pop(key, None)
        else:
            self._values[key] = value
        self._save()

    def beside(self, name: str) -> Settings:
        """Return what is kept in a file of its own, read now: for what several programs write in turn."""
        return Settings(self._path.with_name(name))

    def forget(self, names: Iterable[str]) -> None:
        """Let go of all that has one of these names in it, as words of their own; beside this file, too."""
        said = "|".join(map(re.escape, names))
        if not said:
            return
        named = re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])")
        for kept in (self, *(Settings(path) for path in self._path.parent.glob("*.json") if path != self._path)):
            left = _without(kept._values, named)
            if left != kept._values:
                kept._values = left
                kept._save()

    def _save(self) -> None:
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with open(beside, "w", encoding="utf-8", errors="surrogatepass", opener=private.opener) as file:
                json.dump(self._values, file, ensure_ascii=False, indent=1)
            beside.replace(self._path)
        except OSError:
            log.warning("the settings can't be written")

    @property
    def template(self) -> Path | None:
        """The Word document whose styles exports take, if one was chosen."""
        kept = self.get("template")
        return Path(kept) if isinstance(kept, str) and kept else None

    @property
    def recent(self) -> list[Path]:
        """The projects opened last, latest first, that still exist."""
        return [path for text in self.get("recent", []) if (path := Path(text)).is_file()]

    def opened(self, path: Path) -> None:
        """Put `path` at the head of the recent projects."""
        others = [text for text in self.get("recent", []) if text != str(path.resolve())]
        self.set("recent", [str(path.resolve()), *others][:RECENT])


def _without(values: Any, named: re.Pattern[str]) -> Any:
    """Return JSON without what has a name in it."""

    def goes(one: Any) -> bool:
        return isinstance(one, str) and named.search(one) is not None

    match values:
        case dict():
            return {key: _without(one, named) for key, one in values.items() if not goes(key) and not goes(one)}
        case list():
            return [_without(one, named) for one in values if not goes(one)]
    return values
