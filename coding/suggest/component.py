"""The spaCy component `code_suggester`: scores of codes for a text, in `doc.cats`, with the reasons for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from coding.suggest.learning import LearnedModel

COMPONENT = "code_suggester"


@Language.factory(COMPONENT, default_config={"minimum": 0.0}, assigns=["doc.cats"])
def make(nlp: Language, name: str, minimum: float) -> CodeSuggester:
    """Make the component; scores under `minimum` are left out of `doc.cats`."""
    return CodeSuggester(minimum)


class CodeSuggester:
    """Scores a text by the model it was given; without one it passes texts through untouched."""

    def __init__(self, minimum: float = 0.0) -> None:
        self.minimum = minimum
        self.model: LearnedModel | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Put the score of each code, named by its key, into `doc.cats`."""
        if self.model is not None:
            scores = self.model.scores_of([self.model.features.lexicon.read(doc)])[0]
            doc.cats.update(
                {
                    str(code): float(score)
                    for code, score in zip(self.model.codes, scores, strict=False)
                    if score >= self.minimum
                }
            )
        return doc

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """Return the model as bytes, empty without one."""
        from coding.suggest.storage import to_bytes

        return b"" if self.model is None else to_bytes(self.model)

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> CodeSuggester:
        """Take a model from bytes that `to_bytes` gave."""
        from coding.suggest import storage

        self.model = storage.from_bytes(data) if data else None
        return self
