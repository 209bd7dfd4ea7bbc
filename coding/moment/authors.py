"""Who made a study, and what stands for them in a copy that reviewers read without knowing whose it is.

Makers are coders, all who ever changed the file, and interviewers. Whatever is printed of a moment that is unsigned
goes through `Makers.out`, whole: texts, tables, reports, and what a manifest says. A name is recognised as that of a
confidential participant is; one that says nothing (`A`, `Codeur 2`) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property, partial
from string import ascii_uppercase
from typing import Any, TypeVar, cast

from sqlalchemy import select

from coding.moment.hiding import Hiding, Secret
from coding.moment.letters import tokens
from coding.moment.spellings import of_name
from corpus import lexicon, words
from corpus.model import Change
from corpus.people.known import Known
from corpus.store.project import Project
from corpus.voices import INTERVIEWER, Voices

Thing = TypeVar("Thing")

_CALLED = {"fr": ("Codeur·euse", "Intervieweur·euse"), "en": ("Coder", "Interviewer")}
_SAYS_NOTHING = frozenset(
    "coder coders codeur codeuse euse codeurs codeuses interviewer intervieweur intervieweuse enqueteur enquetrice"
    " chercheur chercheuse researcher author auteur autrice moi me user root utilisateur int".split()
)
_INTERVIEWER = "interviewer"
_INTERVIEWING = frozenset({"interviewers", "enqueteurs", "intervieweur", "intervieweuse", "enqueteur", "enquetrice"})
_PLACE = re.compile(r"(?:/home/|/Users/|/root/|\b[A-Za-z]:[\\/])[^\s\"'<>|]*")


@dataclass(frozen=True)
class Makers:
    """What stands for each maker's name, in the order in which they are known; `path` is the project file's folder."""

    shown: Mapping[str, str]
    language: str
    path: str = ""

    @cached_property
    def secrets(self) -> tuple[Secret, ...]:
        """How their names may be read."""
        return tuple(one for name, shown in self.shown.items() for one in of_name(name, shown, self.language))

    @cached_property
    def _hiding(self) -> Hiding:
        return Hiding(self.secrets, language=self.language, common=partial(lexicon.common, language=self.language))

    @cached_property
    def _short(self) -> re.Pattern[str]:
        """Names of two small letters, such as initials, which are looked for as they are written."""
        small = [name for name in self.shown if len(name) == 2 and name.islower()]
        short = [name for name in small if not lexicon.common(name, self.language)]
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, short))})\b" if short else r"(?!)")

    def text(self, text: str) -> str:
        """Return a text without their names, and without places on somebody's disk."""
        if text in self.shown:
            return self.shown[text]
        if self.path:
            text = text.replace(self.path, "…")
        return self._hiding.replaced(self._short.sub(lambda found: self.shown[found[0]], _PLACE.sub("…", text)))

    def out(self, thing: Thing) -> Thing:
        """Return anything that is printed, each text in it without their names."""
        if not self.shown and not self.path:
            return thing
        made: Any = thing
        match made:
            case str():
                made = self.text(made)
            case list():
                made = [self.out(one) for one in made]
            case tuple():
                made = tuple(map(self.out, made))
            case dict():
                made = {self.out(key): self.out(value) for key, value in made.items()}
            case _ if is_dataclass(made) and not isinstance(made, type):
                made = replace(made, **{one.name: self.out(getattr(made, one.name)) for one in fields(made)})
        return cast(Thing, made)


NOBODY = Makers({}, "fr")


def makers(project: Project, coders: Mapping[int, str], voices: Voices, known: Known, language: str) -> Makers:
    """Return who made a study, and what stands for them in a language; `coders` are people, in their order."""
    coder, interviewer = _CALLED.get(language, _CALLED["en"])
    with project.read() as session:
        changed = sorted(filter(None, session.scalars(select(Change.coder).distinct())))
    shown = _lettered(coder, [*(coders[key] for key in sorted(coders)), *changed, project.coder])
    asking = _lettered(interviewer, list(_asking(voices, known)))
    return Makers({**asking, **shown}, known.language, str(project.path.resolve().parent))


def _asking(voices: Voices, known: Known) -> Iterator[str]:
    """Return what interviewers are called in transcripts, and in what is known of documents."""
    yield from (one.label for one in voices.speakers.values() if one.role == INTERVIEWER)
    named = {a.key for a in known.attributes if a.fact == _INTERVIEWER or words.folded(a.name) in _INTERVIEWING}
    said = [one.value for one in known.values if one.attribute in named]
    yield from (name.strip() for value in said for name in (value, *re.split(r"[;,]", value)) if name.strip())


def _lettered(called: str, names: list[str]) -> dict[str, str]:
    telling = [name for name in dict.fromkeys(names) if _tells(name)]
    return {name: f"{called} {_letter(number)}" for number, name in enumerate(telling)}


def _tells(name: str) -> bool:
    """Say whether a name tells who somebody is."""
    said = tokens(name)
    return any(len(one) > 1 and not one.isdecimal() and one not in _SAYS_NOTHING for one in said)


def _letter(number: int) -> str:
    return ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)
