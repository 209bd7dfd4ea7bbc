"""The suggester of one project: trained once, kept up to date decision by decision, asked for any documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select

from coding.suggest import coder_choices, examples, storage, training, turns
from coding.suggest.definitions import Definitions
from coding.suggest.examples import Labels, refusal
from coding.suggest.measures import CodeMeasures
from coding.suggest.records import Instead, PassageSuggestions, hash_of
from coding.suggest.scoring import Maker, Offer, Scored
from coding.suggest.texts import CodeDescription, TurnTexts, described, read
from corpus.errors import FrameworkError
from corpus.model import (
    Assignment,
    Code,
    Coder,
    Coding,
    Cue,
    Document,
    Framework,
    Judgement,
    Link,
    Participant,
    Participation,
    Passage,
    Speaker,
    Verdict,
)
from corpus.progress import Progress, silent
from corpus.store.project import Changes, Project

_TEXTS = (Document, Passage, Speaker, Cue)
_PEOPLE = (Participant, Participation)
_CODES = (Code, Framework, Assignment)
_DECISIONS = (Coding, Verdict, Link, Judgement)


class Suggester:
    """Suggests codes of the first cycle (`framework` None), or of one framework."""

    def __init__(
        self,
        project: Project,
        framework: str | None,
        texts: TurnTexts,
        codes: Sequence[CodeDescription],
        progress: Progress = silent,
    ) -> None:
        self.project = project
        self.framework = framework
        self.texts = texts
        self.codes = {code.key: code for code in codes if code.framework == framework}
        self.stamp = project.stamp()
        self.labels = self._labels()
        self.trained = training.train(texts, self.labels, self.codes, kept=project.kept_model, progress=progress)
        self.definitions = self._defined()

    def keep(self) -> None:
        """Keep the model in the project's file, where it is not kept yet; that is no change of the study."""
        if self.trained is None or not self.project.writable:
            return
        if storage.coefficients(self.project.kept_model(self.trained.version) or b"") is None:
            language = self.project.info().language
            self.project.keep_model(language, self.trained.version, storage.to_bytes(self.trained.model))

    @classmethod
    def train(
        cls,
        project: Project,
        *,
        framework: str | None = None,
        texts: TurnTexts | None = None,
        progress: Progress = silent,
    ) -> Suggester:
        """Read the project and learn from it; `texts` of another suggester of the project spare the reading."""
        if framework is not None:
            check_framework(project, framework)
        codes = described(project)
        texts = texts or read(project, codes, progress)
        progress(0, 1, "Learning")
        made = cls(project, framework, texts, codes, progress)
        texts.kept.keep()
        progress(1, 1, "")
        return made

    def update(self, changes: Changes | None = None, progress: Progress = silent) -> Suggester:
        """Return a suggester that knows what was done since: this one, taught the new decisions, or another.

        A decision takes some milliseconds; after changes of codes or texts, or unknown ones, all is learned anew.
        """
        if changes is None or changes.touches(*_TEXTS) or self._others_left_out(changes):
            return Suggester.train(self.project, framework=self.framework, progress=progress)
        if changes.touches(*_CODES):
            return Suggester.train(self.project, framework=self.framework, texts=self.texts, progress=progress)
        if changes.touches(*_DECISIONS):
            self.stamp = self.project.stamp()
            self.labels = self._labels()
            if not (self.trained and training.teach(self.trained, self.texts, self.labels, self.codes)):
                self.trained = training.train(self.texts, self.labels, self.codes)
            self.definitions = self._defined()
        return self

    def _others_left_out(self, changes: Changes) -> bool:
        return changes.touches(*_PEOPLE) and turns.left_out(self.project) != self.texts.without

    def _labels(self) -> Labels:
        return examples.labels(self.project, self.texts, self.codes, second_cycle=self.framework is not None)

    def _defined(self) -> Definitions | None:
        unknown = [code for code in self.codes.values() if code.defined and not self._known(code.key)]
        before: Definitions | None = getattr(self, "definitions", None)
        if before is not None and before.keys == {code.key for code in unknown}:
            return before
        return Definitions.of(self.texts, unknown)

    def _known(self, code: int) -> bool:
        return self.trained is not None and self.trained.known(code)

    @property
    def standings(self) -> list[CodeMeasures]:
        """What is known of each code; with fewer examples than `measures.ENOUGH` it is not suggested yet."""
        known = self.trained.standings if self.trained else {}
        return [known.get(code, CodeMeasures(code, 0)) for code in self.codes]

    @property
    def held_back(self) -> list[CodeMeasures]:
        """The codes with examples enough that agreed with people less often than this coder asks for."""
        least = coder_choices.least_right(self.project)
        return [standing for standing in self.standings if standing.enough and standing.precision < least]

    def suggest(
        self, documents: Iterable[int] | None = None, *, top: int | None = 3, weaker: bool = False
    ) -> list[PassageSuggestions]:
        """Return suggestions for turns of `documents`, or of all, in their order; turns with none are left out.

        The `weaker` ones, with little to show for themselves, are given when asked for.
        """
        texts = self.texts
        keys = texts.documents if documents is None else tuple(dict.fromkeys(documents))
        places = [place for key in keys for place in texts.of_document(key)]
        refused = self._refused()
        scored = Scored(texts, self.trained, self.definitions, places, coder_choices.least_right(self.project))
        offered: dict[int, tuple[list[Offer], list[Offer]]] = {}
        for place in places:
            labels = self.labels
            closed = labels.touched.get(place, set()) | labels.linked.get(place, set()) | self._closed(refused, place)
            known = [one for one in scored.measured(place) if one[0] not in closed][:top]
            unmeasured = [one for one in scored.defined(place) if one[0] not in closed][:top]
            if known or unmeasured:
                offered[place] = known, unmeasured
        made = self._made(scored, offered)
        made = made if weaker else [replace(one, weaker=()) for one in made]
        return [one for one in made if one.every]

    def _made(self, scored: Scored, offered: dict[int, tuple[list[Offer], list[Offer]]]) -> list[PassageSuggestions]:
        maker = Maker(self.project, scored, self.codes, examples.lifted(self.labels, self.codes), self._instead())
        maker.compare(list(offered))
        return [maker.passage(place, known, unmeasured) for place, (known, unmeasured) in offered.items()]

    def _instead(self) -> dict[int, Instead]:
        """Return what people gave most often where a code was said: on what was left out, or having seen it."""
        given = {one.code: Counter(dict(one.instead)) for one in self.standings}
        wrong = {one.code: one.wrong for one in self.standings}
        query = select(Verdict.code_id, Verdict.chosen_code_id).where(Verdict.decision == "changed")
        with self.project.read() as session:
            for code, chosen in session.execute(query.where(Verdict.chosen_code_id != Verdict.code_id)):
                if code in given and chosen is not None:
                    given[code][chosen] += 1
                    wrong[code] += 1
        found = {}
        for code, others in given.items():
            kin = {*examples.above(self.codes, code), code}
            told = [(n, one) for one, n in others.items() if one in self.codes and one not in kin]
            told = [(n, one) for n, one in told if code not in examples.above(self.codes, one)]
            if told and max(told)[0] > 1:
                found[code] = Instead(max(told)[1], max(told)[0], wrong[code])
        return found

    def _refused(self) -> dict[int, set[tuple[str, int, str]]]:
        """Return what this coder refused, by document: hash of the text, code, hash of the definition."""
        refused: dict[int, set[tuple[str, int, str]]] = {}
        query = (
            select(Verdict.document_id, Verdict.text_sha, Verdict.code_id, Verdict.definition_sha)
            .join(Coder, Coder.id == Verdict.coder_id)
            .where(refusal(), Coder.name == self.project.coder)
        )
        with self.project.read() as session:
            for document, text_sha, code, definition_sha in session.execute(query):
                refused.setdefault(document, set()).add((text_sha, code, definition_sha))
        return refused

    def _closed(self, refused: dict[int, set[tuple[str, int, str]]], place: int) -> set[int]:
        """Return the codes that were rejected for these very words while they were defined as they are now."""
        here = refused.get(self.texts.turns[place].document)
        if not here:
            return set()
        sha = hash_of(self.texts.said(self.project, place))
        return {
            code
            for text_sha, code, definition in here
            if text_sha == sha and code in self.codes and self.codes[code].sha == definition
        }


def check_framework(project: Project, framework: str) -> None:
    """Raise `FrameworkError` where the project has no such framework."""
    with project.read() as session:
        keys = list(session.scalars(select(Framework.key).order_by(Framework.position)))
    if framework not in keys:
        if not keys:
            raise FrameworkError("The framework {framework} is not in this project.", framework=framework)
        raise FrameworkError(
            "The framework {framework} is not in this project; there are: {keys}.",
            framework=framework,
            keys=", ".join(keys),
        )
