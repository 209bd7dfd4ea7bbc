"""Links worth making into the framework shown: found beside the window, and kept up with what the person decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.hub import Hub
from coding.moment.weighing import OPEN, Theory
from corpus.errors import Cancelled

if TYPE_CHECKING:
    from coding.suggest.linking import LinkSuggestion
    from corpus.progress import Progress


_SHOWN = 3  # for one code
_MOST = 99


class Offers(QObject):
    """Only codes that wait for a link are offered some; nothing is sought before the page is seen.

    found(): there are others than before.
    """

    found = Signal()

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._asked = 0  # answers to earlier questions are not listened to
        self.forget()

    def forget(self) -> None:
        """Know nothing of any project."""
        self._asked += 1
        self._sought: str | None = None
        self._by_code: dict[int, tuple[LinkSuggestion, ...]] = {}

    def stale(self) -> None:
        """Let the next `seek` find them anew, as codes or texts are others now."""
        self._sought = None

    def seek(self, reading: Theory) -> None:
        """Find what to offer, unless that is known or nothing waits for a link."""
        framework = reading.framework.framework if reading.framework else None
        if framework is None or framework == self._sought or OPEN not in reading.groups.values():
            return
        self._asked += 1
        self._sought, self._by_code = framework, {}
        project, asked = self.hub.project, self._asked

        def work(progress: Progress) -> list[LinkSuggestion]:
            from coding.suggest import linking

            # Those decided upon, too: an undo opens them again.
            return linking.suggest_links(project, framework, top=_MOST, every=True, progress=progress)

        self.hub.jobs.run(
            self.tr("Matching codes with the framework"),
            work,
            lambda made: self._take(asked, made),
            lambda error: self._stop(asked, error),
            key="theory.offers",
        )

    def _take(self, asked: int, made: list[LinkSuggestion]) -> None:
        if not isValid(self) or asked != self._asked:
            return
        by_code: dict[int, list[LinkSuggestion]] = {}
        for one in made:
            by_code.setdefault(one.source, []).append(one)
        self._by_code = {code: tuple(few) for code, few in by_code.items()}
        self.found.emit()

    def _stop(self, asked: int, error: Exception) -> None:
        if isValid(self) and asked == self._asked and not isinstance(error, Cancelled):
            self.hub.failed.emit(error)

    def of(self, reading: Theory, code: int | None) -> dict[int, LinkSuggestion]:
        """Return what a code is offered, by the framework's code, best first."""
        if code is None or code not in reading.codes or reading.group(code) != OPEN:
            return {}
        few = self._by_code.get(code, ())
        left = [one for one in few if one.target in reading.codes and (code, one.target) not in reading.refused]
        return {one.target: one for one in left[:_SHOWN]}

    def because(self, one: LinkSuggestion) -> str:
        """Return the reason that a link, or a refusal, is given."""
        words = ", ".join(word for word, _ in one.reasons)
        return self.tr("Definition match: {words}").format(words=words)

    def refuse(self, one: LinkSuggestion, done: Callable[[], None]) -> None:
        """Keep that the code does not speak for what it was suggested for."""
        from coding import set_asides

        project, reason = self.hub.project, self.because(one)
        self.hub.write(lambda: set_asides.refuse(project, one.source, one.target, reason), lambda _key: done())
