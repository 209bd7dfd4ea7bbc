"""What the page says when there is nothing to decide: why, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.review.work import Learned
from app.sets.words import nothing_within, show_all
from app.widgets import EmptyState
from coding.suggest.measures import ENOUGH
from coding.suggest.queue import DEFINITION, WEAKER

if TYPE_CHECKING:
    from coding.moment.moment import Moment

_NAME = 32  # letters of a document's name on a button


class Nothing(EmptyState):
    """Each button asks for one thing; `first_pass_asked` carries the document."""

    code_asked = Signal()
    measure_asked = Signal()
    passed_asked = Signal()
    codings_asked = Signal()
    all_asked = Signal()
    all_codes_asked = Signal()
    sets_off_asked = Signal()
    first_pass_asked = Signal(int)

    def __init__(self) -> None:
        self._act: Callable[[], object] | None = None
        super().__init__("review", "", " ", self._clicked)

    def _clicked(self) -> None:
        if self._act is not None:
            self._act()

    def say(self, sentence: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a sentence, with a button where there is something to do about it."""
        self._act = act
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(act is not None)

    def wait(self) -> None:
        """Say what is being done."""
        self.say(self.tr("Learning from your codings, and measuring on interviews left out …"))

    def stopped(self) -> None:
        """Say that nothing came of it."""
        self.say(self.tr("Nothing was learned."), self.tr("Measure again"), self.measure_asked.emit)

    def show_reason(
        self,
        known: Learned,
        hidden: Collection[int],
        only: int | None,
        basis: str,
        *,
        passed: bool,
        within: Moment | None = None,
    ) -> None:
        """Say why nothing is left; `hidden` documents wait for a first pass, `only` one is looked at, or all."""
        to_code = (self.tr("Go to Code"), self.code_asked.emit)
        if not known.documents:
            self.say(self.tr("There are no interviews to suggest codes for yet."), *to_code)
        elif not known.suggester.codes:
            self.say(self.tr("There is no code to suggest yet: code some passages first."), *to_code)
        elif within is not None:
            self.say(nothing_within(within), show_all(), self.sets_off_asked.emit)
        elif known.found and only is not None and only in hidden:
            self._wait_for(
                self.tr("Suggestions for this document wait until you say that your first pass is done."), known, only
            )
        elif known.found and hidden and len(hidden) == len(known.documents):
            self._wait_for(
                self.tr("Suggestions wait until you say that your first pass is done."), known, _coded(known, hidden)
            )
        elif passed:
            self.say(
                self.tr("Every suggestion is decided upon, but for those you skipped."),
                self.tr("Show them again"),
                self.passed_asked.emit,
            )
        elif basis in (DEFINITION, WEAKER):
            self.say(
                self.tr("No definition matches anything more here.")
                if basis == DEFINITION
                else self.tr("Nothing weaker is suggested here."),
                self.tr("Those from your codings"),
                self.codings_asked.emit,
            )
        elif _alike(known):
            self.say(
                self.tr("Every passage is coded alike, so nothing tells codes apart yet: code some otherwise."),
                *to_code,
            )
        elif not any(standing.enough for standing in known.standings):
            self.say(self.tr("Not enough is coded yet: a code is suggested from ten examples on."), *to_code)
        elif sum(standing.enough for standing in known.standings) == len(known.held):
            self.say(
                self.tr("Every code agreed too rarely with your coding on interviews left out, and is held back."),
                self.tr("Suggest all codes"),
                self.all_codes_asked.emit,
            )
        elif known.found and only is None and hidden:
            said = self.tr(
                "Every suggestion is decided upon; %n document(s) wait for your first pass.", "", len(hidden)
            )
            self._wait_for(said, known, _coded(known, hidden))
        elif only is not None:
            self.say(self.tr("Nothing is suggested in this document."), self.tr("All documents"), self.all_asked.emit)
        else:
            self.say(
                self.tr("Every suggestion is decided upon. New codings bring new ones."),
                self.tr("Measure again"),
                self.measure_asked.emit,
            )

    def _wait_for(self, sentence: str, known: Learned, document: int | None) -> None:
        """Say why suggestions wait, and offer to declare the first pass over a document that was begun, if any."""
        said = sentence + " " + self.tr("So nothing steers how you read and code it yourself.")
        if document is None:
            self.say(said, self.tr("Go to Code"), self.code_asked.emit)
            return
        name = known.documents[document].name
        self.say(
            said,
            self.tr("My first pass over “{document}” is done").format(document=shortened(name)),
            lambda: self.first_pass_asked.emit(document),
        )


def shortened(name: str) -> str:
    """Return a name that has room on a button."""
    return name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"


def _coded(known: Learned, hidden: Collection[int]) -> int | None:
    """Return the first of these documents in which something is coded."""
    turns = known.suggester.texts.turns
    begun = {turns[place].document for place in known.suggester.labels.touched}
    return next((key for key in known.documents if key in hidden and key in begun), None)


def _alike(known: Learned) -> bool:
    """Whether there are examples enough, and yet no score from which on a code would be said."""
    enough = [standing for standing in known.standings if standing.examples >= ENOUGH]
    return bool(enough) and not any(standing.enough for standing in enough)
