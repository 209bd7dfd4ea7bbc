"""A study of 200 respondents with 2,000 names planted in all that it holds, each written in one of many ways."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coding import assertions, codebook, codings, excerpts, links, memos, summaries, telltales
from coding.codebook import frameworks
from coding.memos import Target
from coding.moment.letters import fold
from corpus import anchors, documents
from corpus.drafts import Draft, DraftPassage
from corpus.people import participants, recruiting, vault
from corpus.store.project import Project

INTERVIEWS, PEOPLE, FIRMS, TURNS, CODES = 200, 1300, 700, 30, 40
_FIRST = "Anne Luc Hélène Karim Maud Étienne Bastien Nadège Inès Philippe Rose Pierre Léa Noé Chloé Jean-Luc".split()
_ONSETS = "b br c ch d dr f g gr l m n p pr r s t tr v".split()
_VOWELS = "a e i o u é ou an in oi eau".split()
_ENDS = "ard et in oux ier eau ac ec ille on ert ot ais".split()
_WORDS = ("Orange", "Carrefour", "Tours", "Pierre", "Marchand", "Boulanger", "Rose", "Casino")
_ABOUT = (
    "hier {who} m'a dit que ça ne marchait pas",
    "on en a parlé avec {who} pendant une heure",
    "c'est {who} qui décide",
    "les magasins de {firm} ferment",
    "je travaille chez {firm} depuis dix ans",
    "{who} est parti, et {firm} n'a rien dit",
    "chez {firm} on attend, comme chez les autres",
    "il y avait madame {last}, du service d'à côté",
    "monsieur {last} a signé",
    "mais {last}, ça, on ne le dit pas",
    "c'est le bureau de {last} qui suit ça",
    "comme {firm} l'a fait il y a deux ans",
)
_NOBODY = "Enfin, c'est comme ça, on fait avec les moyens du bord."


@dataclass(frozen=True)
class Names:
    """The people and firms that are planted, in their order."""

    people: tuple[str, ...]
    firms: tuple[str, ...]


def names() -> Names:
    """Give the names, no two of them alike."""
    chance = random.Random(4)
    people = dict.fromkeys(f"{chance.choice(_FIRST)} {_surname(chance, n)}" for n in range(2 * PEOPLE))
    firms = dict.fromkeys(_firm(chance, n) for n in range(2 * FIRMS))
    return Names(tuple(people)[:PEOPLE], tuple(firms)[:FIRMS])


def _syllables(chance: random.Random, number: int) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(number))


def _surname(chance: random.Random, n: int) -> str:
    if n % 60 == 0:
        return chance.choice(_WORDS)
    name = (_syllables(chance, 2) + chance.choice(_ENDS)).capitalize()
    elided = f"d'{name}" if name[0] in "AEIOUÉ" else f"d'A{name.lower()}"
    return {0: f"Le {name}", 1: f"de {name}", 2: elided, 3: f"{name}-{name[::-1].capitalize()}"}.get(n % 19, name)


def _firm(chance: random.Random, n: int) -> str:
    if n < len(_WORDS):
        return _WORDS[n]
    name = _syllables(chance, 3).capitalize()
    return {0: f"{name} & Fils", 1: name.upper(), 2: f"É{name.lower()}"}.get(n % 11, name)


def of_person(chance: random.Random, who: str) -> str:
    """Write a person's name in one of the ways in which it is said or typed."""
    first, last = who.split(" ", 1)
    return chance.choice(
        (
            who,
            who,
            who.upper(),
            _plain(who),
            f"{first[0]}. {last}",
            _misspelt(chance, last),
            f"{first} {last}s",
            f"{last} {first}",
            last,
            who.replace(" ", "\u00a0"),
            f"{who}'s",
        )
    )


def of_firm(chance: random.Random, firm: str) -> str:
    """Write a firm's name likewise."""
    return chance.choice((firm, firm, firm, firm.upper(), _plain(firm), _misspelt(chance, firm)))


def _plain(name: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))


def _misspelt(chance: random.Random, name: str) -> str:
    """Give a name of seven letters or more with one of them wrong, and others as they are."""
    at = chance.randrange(2, max(3, len(name) - 1))
    wrong = (name[:at] + name[at + 1 :], name[:at] + "z" + name[at + 1 :], name[:at] + name[at] + name[at:])
    return chance.choice(wrong) if len(name) > 6 and name.isalpha() else name


def _interview(chance: random.Random, n: int, planted: Names, capitals: bool) -> Draft:
    """Return an interview of plain turns, in each of which somebody or a firm is named."""
    text, passages = "", []
    for turn in range(TURNS):
        at, start = n * TURNS + turn, len(text)
        who, firm = planted.people[at % PEOPLE], planted.firms[at % FIRMS]
        said = _ABOUT[at % len(_ABOUT)].format(
            who=of_person(chance, who), last=who.split(" ", 1)[1], firm=of_firm(chance, firm)
        )
        said = f"{said[:1].upper()}{said[1:]}. {_NOBODY}"
        text += said if capitals else re.sub(r"[.,]", "", said).lower()
        passages.append(DraftPassage("paragraph", start, len(text)))
        text += "\n"
    return Draft(
        path=Path(f"{n}.txt"),
        name=f"Entretien {planted.people[n]}",
        text=text,
        original=f"{n} {text}".encode(),
        media_type="text/plain",
        importer="plain",
        language="fr",
        passages=tuple(passages),
    )


def interviews(project: Project, planted: Names, *, capitals: bool = True) -> list[int]:
    """Add the interviews and return their keys."""
    chance = random.Random(7)
    made = [_interview(chance, n, planted, capitals) for n in range(INTERVIEWS)]
    return [one.key for one in documents.add(project, made)]


def study(project: Project, planted: Names) -> None:
    """Fill a project: interviews, respondents, half of them confidential, codes, memos and all that names can be in.

    All that is planted is in the vault.
    """
    chance, keys = random.Random(9), interviews(project, planted)
    for n, key in enumerate(keys):
        participants.add(
            project,
            planted.people[n],
            confidential=n % 2 == 0,
            documents=[key],
            attributes={"Entreprise": planted.firms[n], "Fonction": f"Cheffe {n % 9}", "Secteur": f"Secteur {n % 5}"},
        )
    with project.change("Hide names"):
        vault.hide_each(project, planted.people, "person")
        vault.hide_each(project, planted.firms, "firm")
    book = [
        codebook.add(
            project,
            f"Code {n} {of_firm(chance, planted.firms[n])}",
            definition=f"Ce que {of_person(chance, planted.people[n])} en dit.",
        )
        for n in range(CODES)
    ]

    frameworks.add(project, "meco-2019")
    above = codebook.find(project, "C1").key
    for n, code in enumerate(book[: CODES // 2]):
        links.link(project, code, above, reason=f"D'après {of_person(chance, planted.people[n])}")
    for n, key in enumerate(keys):
        spans = [(one.start, one.end) for one in documents.passages(project, key)]
        for at in range(0, TURNS, 6):
            codings.apply(project, book[(n + at) % CODES], anchors.words(key, *spans[at]))
        if n % 10 == 0:
            said = f"Traduction : {of_person(chance, planted.people[n])}"
            excerpts.add(project, book[n % CODES], anchors.words(key, *spans[1]), translation=said)
            body = f"Vu avec {of_person(chance, planted.people[n])} chez {of_firm(chance, planted.firms[n])}"
            memos.add(project, body, title=planted.firms[n], targets=[Target("document", key)])
            told = f"{of_person(chance, planted.people[n + 1])} le dit aussi chez {of_firm(chance, planted.firms[n])}."
            summaries.write(project, participants.listed(project)[n].key, book[n % CODES], told)
            recruiting.add(project, name=planted.people[n], why=told)
            telltales.add(project, anchors.words(key, *spans[2]), "phrase", told)
            assertions.add(project, told, scope=told)


def secrets(planted: Names) -> frozenset[str]:
    """Give the words of the planted names, folded, that tell who is meant; of firms all but `Fils`."""
    words = {one for who in planted.people for one in parts(who.split(" ", 1)[1])}
    words |= {one for firm in planted.firms for one in parts(firm)}
    return frozenset(words - {"fils", "le", "de", "d"})


def read_in(texts: Iterator[str], secret: frozenset[str]) -> set[str]:
    """Give the secret words that can be read in texts; in small letters a word of the language is none."""
    said = {word for text in texts for word in re.findall(r"\b[^\W\d_]+\b", text)}
    plain = {fold(one) for one in _WORDS}
    return {word for word in said if (found := fold(word)) in secret and not (word.islower() and found in plain)}


def parts(name: str) -> list[str]:
    """Give the words of a name, folded."""
    return [fold(word) for word in re.findall(r"[^\W\d_]+", name)]
