"""Rules in words: conditions as a person writes and reads them, `participant.sector = GSA` or `words >= 500`.

A condition is what it is about, how it is compared, and with what. Attributes are named alone or behind what they are
of (`document.date`); a name that has signs in it stands between quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coding.codebook.names import all_names
from coding.moment.moment import Moment
from corpus import rules
from corpus.errors import NothingThere, SetError
from corpus.our_words import Word
from corpus.people import organisations
from corpus.people.known import AttributeInfo
from corpus.rules import ABOUT, Condition, Kind, Op, Rule
from corpus.sets import called
from corpus.words import folded

_SIGNS: Mapping[str, Op] = {
    " has a value": "some", " has none": "none", " between ": "between", "≤": "≤", "<=": "≤", "≥": "≥", ">=": "≥",
    "≠": "≠", "!=": "≠", "<>": "≠", "<": "<", ">": ">", "=": "=",
}  # fmt: skip
"""How a comparison may be written; of two that begin at one place the longer is meant."""
_SUBJECTS: Mapping[Kind, tuple[str, ...]] = {
    "documents": ("document", "participant", "organisation"),
    "participants": ("participant", "organisation", "document"),
    "codes": (),
}
_NO_FRAMEWORK = "none"


def read(moment: Moment, kind: Kind, lines: Iterable[str], join: rules.Join = "all") -> Rule:
    """Return the rule of these lines for a set of that kind; raises `SetError`, `NothingThere` or `UnknownCode`."""
    return rules.checked(Rule(tuple(_condition(moment, kind, line) for line in lines), join), kind)


def _condition(moment: Moment, kind: Kind, line: str) -> Condition:
    about, op, rest = _parted(line)
    value, to = rest, ""
    if op == "between":
        value, word, to = (part.strip() for part in rest.partition(" and "))
        if not word:
            raise SetError("{line} must say between what and what: between 2 and 5.", line=line)
    plain = folded(about)
    if plain not in ABOUT or plain == "attribute" or kind not in ABOUT[plain].kinds:
        return Condition("attribute", op, value, to, _attribute(moment, kind, about).key)
    if ABOUT[plain].sort == "row":
        return Condition(plain, op, key=_row(moment, plain, value))
    if plain == "framework":
        value = "" if folded(value) == _NO_FRAMEWORK else value
    return Condition(plain, op, value, to)


def _parted(line: str) -> tuple[str, Op, str]:
    """Return what a line is about, how it is compared, and what stands after that."""
    text = line.strip()
    quoted = text.find('"', 1) if text.startswith('"') else 0
    places = [(at, -len(sign), sign) for sign in _SIGNS if (at := text.find(sign, max(quoted, 0))) > 0]
    if not places:
        raise SetError(
            "{line} is no condition; write one such as: sector = GSA, words >= 500, date between 2026-01 and 2026-03, "
            "sector has a value.",
            line=line,
        )
    at, _, sign = min(places)
    return text[:at].strip().strip('"'), _SIGNS[sign], text[at + len(sign) :].strip().strip('"')


def _attribute(moment: Moment, kind: Kind, name: str) -> AttributeInfo:
    subject, _, rest = name.partition(".")
    subjects = _SUBJECTS[kind]
    of, wanted = ((folded(subject),), rest) if folded(subject) in subjects and rest else (subjects, name)
    known = [one for one in moment.known.attributes if folded(one.name) == folded(wanted.strip()) and one.subject in of]
    if not known:
        there = [f"{one.subject}.{one.name}" for one in moment.known.attributes if one.subject in subjects]
        plain = [word for word, about in ABOUT.items() if kind in about.kinds and word != "attribute"]
        raise NothingThere(
            "There is nothing called {name} to ask {kind} for; there are: {known}.",
            name=name,
            kind=Word(kind),
            known=", ".join([*plain, *there]),
        )
    return min(known, key=lambda one: of.index(one.subject))


def _row(moment: Moment, about: str, name: str) -> int:
    match about:
        case "set":
            return called([one.info for one in moment.sets.values()], name).key
        case "organisation":
            return organisations.called_so(moment.belongings.infos.values(), name).key
    return all_names(moment.codes.values()).find(name)


def said(moment: Moment, one: Condition) -> str:
    """Return a condition as a person writes it; the names and values of confidential people are masked in the view."""
    about, value = one.about, moment.mask.text(one.value)
    if about == "attribute":
        info = next((info for info in moment.known.attributes if info.key == one.key), None)
        about = f"{info.subject}.{_quoted(info.name)}" if info is not None else "?"
        value = moment.mask.value(info.name, one.value) if info is not None else value
    elif ABOUT[about].sort == "row":
        value = _named(moment, one)
    elif about == "framework" and not value:
        value = _NO_FRAMEWORK
    match one.op:
        case "some":
            return f"{about} has a value"
        case "none":
            return f"{about} has none"
        case "between":
            return f"{about} between {value} and {moment.mask.text(one.to)}"
    return f"{about} {one.op} {value}"


def _quoted(name: str) -> str:
    return f'"{name}"' if any(sign in name for sign in _SIGNS) else name


def _named(moment: Moment, one: Condition) -> str:
    key = one.key or 0
    match one.about:
        case "set":
            return moment.mask.text(moment.sets[key].info.name) if key in moment.sets else "?"
        case "organisation":
            return moment.mask.organisation(key) if key in moment.belongings.infos else "?"
    return moment.mask.text(moment.ways[key]) if key in moment.ways else "?"


def names(moment: Moment, kind: Kind, keys: Iterable[int]) -> list[str]:
    """Return what documents, participants or codes are called in the view, in their order."""
    wanted = set(keys)
    match kind:
        case "documents":
            return [moment.mask.document(info) for info in moment.documents if info.key in wanted]
        case "participants":
            return [moment.mask.person(key) for key in moment.people if key in wanted]
    return [moment.mask.text(moment.ways[key]) for key in moment.codes if key in wanted]
