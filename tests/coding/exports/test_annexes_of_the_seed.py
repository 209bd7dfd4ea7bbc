"""The tables of the study that the project began from, made from its own text and set beside those it prints.

Nothing of that text stands here: where the folder of real documents is absent, this is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from coding import codebook, codings, excerpts, reports
from coding.articles.attributions import slips
from coding.articles.quoted import attributed
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.reports import Choices
from corpus import anchors, documents, importing, words
from corpus.correcting import speakers, turns
from corpus.people import participants
from corpus.store.project import Project

_QUOTE = re.compile(r"«\s([^«»]+)\s»\s*\[([^\]]+)\](\.?)")
_TAGS = re.compile(r"</?[pi]>")


class Quote(NamedTuple):
    """A verbatim of the original: of which code, its words with their place, who said it."""

    code: str
    words: str
    start: int
    end: int
    said_by: str


@dataclass(frozen=True)
class Original:
    """The tables as the text prints them."""

    people: list[list[str]]
    literature: list[list[str]]
    concepts: list[list[str]]
    heads: tuple[str, str, str]
    quotes: list[Quote]


def rows(text: str, start: str, end: str) -> list[list[str]]:
    """Return the lines with tabs between two places, without marks."""
    part = text[text.index(start) : text.index(end, text.index(start))]
    lines = [_TAGS.sub("", line).split("\t") for line in part.split("\n") if "\t" in line]
    return [[cell.strip() for cell in line] for line in lines]


def original(text: str) -> Original:
    """Read the tables of the original."""
    annex = text.index("\nAnnexe 2")
    second, third = text.index("\nCapacités\tVerbatims", annex), text.index("\nPriorité", annex)
    quotes, code = list[Quote](), ""
    for match in _QUOTE.finditer(text, annex):
        before = text[max(second, quotes[-1].end if quotes else 0) : match.start()]
        codes = re.findall(r"\bC\d\b", before) if match.start() < third else []
        named = re.findall(r"^([^\t\n«»]+)\t", before, re.MULTILINE)
        code = codes[-1] if codes else named[-1].strip() if match.start() > third and named else code
        quotes.append(Quote(code, match[1], match.start(1), match.end(1), match[2]))
    people = rows(text, "Fonction\tType", "\nAnnexe 2")
    concepts = rows(text, "\nCapacités de management", "\nTableau 2")
    heads = (concepts[0][0], "Capacités", rows(text[third:], "Priorité", "»")[0][0])
    return Original(people[1:], rows(text, "\nNom de la", "\nTableau 1"), concepts, heads, quotes)


def _framework(key: str, title: str, codes: list[tuple[str, str, str]]) -> str:
    """Put a framework's file together."""
    lines = [f'key = "{key}"', 'version = "1"', 'citation = "The study"', "[title]", f'fr = """{title}"""']
    for short, name, definition in codes:
        lines += ["[[codes]]", f'key = "{short}"', "[codes.fr]", f'name = """{name}"""']
        lines += [f'definition = """{definition}"""']
    return "\n".join(lines)


def built(project: Project, seed: Path, folder: Path) -> Original:
    """Import the text, give its verbatims to who said them, and code them."""
    importing.import_files(project, [seed])
    (info,) = documents.listed(project)
    text = documents.text(project, info.key)
    found = original(text)
    seven = [(row[0][:2], row[0][4:], row[1]) for row in found.concepts[1:]]
    four = [(f"touchpoint-{n}-capability", row[0].rstrip(","), row[1]) for n, row in enumerate(found.literature[1:])]
    axes = dict.fromkeys(quote.code for quote in found.quotes if not re.fullmatch(r"C\d", quote.code))
    five = [(f"priority-{n}-of-the-study", name, "—") for n, name in enumerate(axes)]
    for key, title, codes in (
        ("four", found.literature[0][0], four), ("seven", found.heads[0], seven), ("five", found.heads[2], five),
    ):  # fmt: skip
        (folder / f"{key}.toml").write_text(_framework(key, title, codes), "utf-8")
        frameworks.add(project, folder / f"{key}.toml")
    for (key, _, _), row in zip(four, found.literature[1:], strict=True):
        codebook.edit(project, codebook.find(project, f"four:{key}").key, provenance=row[2])
    asked = [_participant(project, number, row, found) for number, row in enumerate(found.people, 1)]
    for quote in found.quotes:
        _said(project, info.key, quote, found, asked)
    return found


def _participant(project: Project, number: int, row: list[str], found: Original) -> int:
    spoken = (_parts(quote.said_by) for quote in found.quotes)
    firms = (who[1] for who in spoken if _row(found, who) == number - 1 and not _typed(who, row))
    known = {"Fonction": row[0], "Type d'entreprise": row[1], "Secteur": row[2], "Entreprise": next(firms, "")}
    return participants.add(
        project, f"Entretien {number}", confidential=row[3].lower() == "oui",
        attributes={name: value for name, value in known.items() if value},
    )  # fmt: skip


def _parts(said_by: str) -> tuple[str, str]:
    function, _, firm = said_by.partition(", ")
    return function, firm


def _typed(who: tuple[str, str], row: list[str]) -> bool:
    """Say whether what stands behind a function is of what type a company is, and not a firm."""
    return not who[1] or words.folded(who[1]) == words.folded(row[1])


def _row(found: Original, who: tuple[str, str]) -> int | None:
    """Return the line of the interviews that an attribution means: by number, by function and type, by function.

    A firm is of one who trades; firms of one function are given to its lines in the order of the original's last.
    """
    function = words.folded(who[0])
    if function.isdigit():
        return int(function) - 1
    alike = [n for n, row in enumerate(found.people) if words.folded(row[0]) == function]
    if who[1] and not any(_typed(who, found.people[n]) for n in alike):
        alike = [n for n in alike if "commerce" in words.folded(found.people[n][1])]
        spoken = dict.fromkeys(one[1] for one in map(_parts, (q.said_by for q in found.quotes)) if one[0] == who[0])
        return alike[list(spoken).index(who[1])] if alike else None
    return next((n for n in alike if _typed(who, found.people[n])), None)


def _said(project: Project, document: int, quote: Quote, found: Original, asked: list[int]) -> None:
    """Make the words a turn of whoever said them, code them, and choose them for print."""
    row = _row(found, _parts(quote.said_by))
    turns.split(project, document, quote.start)
    passage = turns.split(project, document, quote.end) and next(
        one.key for one in documents.passages(project, document) if one.start <= quote.start < one.end
    )
    label = f"Entretien {row + 1}" if row is not None else quote.said_by
    speakers.give(project, [passage], label)
    if row is not None:
        participants.tie(project, asked[row], document)
        speaker = next(one.key for one in documents.speakers(project, document) if one.label == label)
        participants.tie_speaker(project, speaker, asked[row])
    code = codebook.find(project, quote.code).key
    place = anchors.words(document, quote.start, quote.end)
    codings.apply(project, code, place)
    excerpts.add(project, code, place)


def printed(project: Project, key: str) -> list[list[list[str]]]:
    """Return the tables of a report, unmasked as the original is, with plain spaces."""
    made = reports.report(Moment.of(project), key, Choices(mask=False))
    return [
        [[str(cell).replace("\u00a0", " ") for cell in row] for row in (section.columns, *section.rows)]
        for section in made.sections
    ]


def differences(project: Project, found: Original) -> Iterator[str]:
    """Yield what our tables say otherwise than the original does."""
    ours = [row for table in printed(project, "verbatims") for row in table[1:]]
    for quote, (code, cell) in zip(found.quotes, ours, strict=True):
        words, _, source = cell.rpartition(" [")
        if not code.startswith(quote.code) or words != f"« {quote.words} »":
            yield f"words: {cell}"
        if source.rstrip("].").casefold() != quote.said_by.casefold():
            yield f"attribution: {quote.said_by} → {source}"
    literature, concepts, _ = printed(project, "concepts")
    for mine, theirs in zip((*literature[1:], *concepts), (*found.literature[1:], *found.concepts), strict=True):
        if mine != [theirs[0].rstrip(","), *theirs[1:]]:
            yield f"concept: {theirs} → {mine}"
    (interviews,) = printed(project, "interviews")
    at = [interviews[0].index(name) for name in ("Fonction", "Type d'entreprise", "Secteur", "Confidentialité")]
    for line, theirs in zip(interviews[1:], found.people, strict=True):
        if [line[n] for n in at] != [*theirs[:3], theirs[3].lower()]:
            yield f"interview: {theirs} → {line}"


@pytest.fixture(scope="module")
def made(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Original]]:
    folder = tmp_path_factory.mktemp("seed")
    with Project.create(folder / "s.verbatim", name="s", language="fr", coder="ada") as project:
        yield project, built(project, next((shared / "seeds").glob("000*")), folder)


def test_our_tables_say_what_the_original_says_in_its_words_and_signs(made: tuple[Project, Original]) -> None:
    found = list(differences(*made))
    assert [one for one in found if not one.startswith("attribution")] == []
    assert len(found) <= 2, "one is told by number, one without the kind of company that the interviews give"


def test_the_check_finds_where_the_original_breaks_its_own_rule(made: tuple[Project, Original]) -> None:
    project, found = made
    moment = Moment.of(project)
    kept = {one.key: found.people[one.number - 1] for one in moment.people.values()}
    slipped = slips(moment, attributed(documents.text(project, moment.documents[0].key)))
    hidden = [one for one in slipped if one.kind != "nobody"]
    assert {kept[one.participant or 0][3].lower() for one in hidden} == {"oui"}
    assert [one.kind for one in hidden].count("firm behind") == 3
    assert {one.quoted.attribution for one in slipped if one.kind == "nobody"} == {
        quote.said_by for quote in found.quotes if _row(found, _parts(quote.said_by)) is None
    }
    assert len({one.quoted.attribution for one in slipped if one.kind == "nobody"}) == 3


def test_annexes_are_one_table_each_and_name_no_key(made: tuple[Project, Original]) -> None:
    second, third = printed(made[0], "verbatims")
    assert second[0] == [made[1].heads[0], "Verbatims"]
    assert [row[0][:2] for row in second[1:]] == [f"C{n}" for n in range(1, 8)]
    assert "priority-" not in str(third)
