"""The tables of the study that the project began from, made from its own text and set beside those it prints.

Nothing of that text stands here: where the folder of real documents is absent, this is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document

from coding import codebook, codings, excerpts
from coding.articles.attributions import slips
from coding.articles.quoted import attributed
from coding.codebook import frameworks
from coding.moment.moment import Moment
from coding.recipes import making, saved_recipes
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
    stop: str


@dataclass(frozen=True)
class Original:
    """The tables as the text prints them, and what it calls each."""

    interviews: list[list[str]]
    literature: list[list[str]]
    concepts: list[list[str]]
    names: dict[str, str]
    heads: tuple[str, str]
    quotes: list[Quote]
    titles: tuple[str, ...]

    @property
    def people(self) -> list[list[str]]:
        """The interviews, without the heads of their columns."""
        return self.interviews[1:]

    def tables(self) -> dict[str, list[list[str]]]:
        """Return the tables by title, as they are printed."""
        ours = [[self.names.get(q.code, q.code), f"« {q.words} » [{q.said_by}]{q.stop}"] for q in self.quotes]
        second = sum(q.code in self.names for q in self.quotes)
        annexes = ([[head, "Verbatims"], *rows] for head, rows in zip(self.heads, (ours[:second], ours[second:])))
        return dict(zip(self.titles, (self.literature, self.concepts, self.interviews, *annexes), strict=True))


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
        quotes.append(Quote(code, match[1], match.start(1), match.end(1), match[2], match[3]))
    concepts = rows(text, "\nCapacités de management", "\nTableau 2")
    names = re.findall(r"\b(C\d)(?:\s|</?p>)+(Capacité[^\t<]+)", text[second:third])
    heads = ("Capacités", rows(text[third:], "Priorité", "»")[0][0])
    return Original(
        rows(text, "Fonction\tType", "\nAnnexe 2"),
        rows(text, "\nNom de la", "\nTableau 1"),
        concepts,
        {key: f"{key} {name.strip()}" for key, name in names},
        heads,
        quotes,
        tuple(re.findall(r"^(?:Annexe|Tableau) \d : (.+)$", text, re.MULTILINE)),
    )


def built(project: Project, seed: Path) -> Original:
    """Import the text, give its verbatims to who said them, and code them."""
    importing.import_files(project, [seed])
    (info,) = documents.listed(project)
    text = documents.text(project, info.key)
    found = original(text)
    for framework in ("homburg-2017", "meco-2019", "meco-priorities-2019"):
        frameworks.add(project, framework)
    _worded(project, found)
    asked = [_participant(project, number, row, found) for number, row in enumerate(found.people, 1)]
    codes = {name: one.key for one in codebook.listed(project) for name in (one.code_key, plain(one.name))}
    for quote in found.quotes:
        _said(project, info.key, quote, codes[plain(quote.code)], found, asked)
    return found


def _worded(project: Project, found: Original) -> None:
    """Give the concepts of the shipped frameworks the study's own definitions, and the literature that it names."""
    by_name = {plain(code.name): code.key for code in codebook.listed(project) if code.framework}
    for name, definition, articles in found.literature[1:]:
        key = by_name[plain(name.rstrip(",").replace("contacts", "contact"))]
        codebook.edit(project, key, name=name.rstrip(","), definition=definition, provenance=articles)
    for name, definition in found.concepts[1:]:
        codebook.edit(project, by_name[plain(name[4:])], name=name[4:], definition=definition)


def plain(text: str) -> str:
    """Return a text with plain spaces and straight apostrophes."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def _participant(project: Project, number: int, row: list[str], found: Original) -> int:
    spoken = (_parts(quote.said_by) for quote in found.quotes)
    firms = (who[1] for who in spoken if _row(found, who) == number - 1 and not _typed(who, row))
    known = {"Fonction": row[0], "Type d'entreprise": row[1], "Secteur": row[2], "Entreprise": next(firms, "")}
    return participants.add(
        project,
        f"Entretien {number}",
        confidential=row[3].lower() == "oui",
        attributes={name: value for name, value in known.items() if value},
    )


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


def _said(project: Project, document: int, quote: Quote, code: int, found: Original, asked: list[int]) -> None:
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
    place = anchors.words(document, quote.start, quote.end)
    codings.apply(project, code, place)
    excerpts.add(project, code, place)


def printed(project: Project, folder: Path, mask: bool) -> dict[str, list[list[str]]]:
    """Make the model study's recipe, and return its tables as Word has them, by what they are called."""
    recipe = replace(
        saved_recipes.read(saved_recipes.find(project, "model-study")), formats=(), appendix=("docx",), mask=mask
    )
    assert making.make(Moment.of(project), recipe, folder).written
    document = Document(str(folder / "appendix.docx"))
    captions = [plain(one.text) for one in document.paragraphs if one.style is not None and one.style.name == "Caption"]
    tables = ([[plain(cell.text) for cell in row.cells] for row in table.rows] for table in document.tables)
    return {re.sub(r"^Tableau \d+ : ", "", one): rows for one, rows in zip(captions, tables, strict=True)}


def differences(tables: dict[str, list[list[str]]], found: Original) -> Iterator[tuple[str, str]]:
    """Yield what the original says, and what our tables say otherwise; capitals and last signs of a cell apart."""
    for title, theirs in found.tables().items():
        for ours, line in zip(tables[title], theirs, strict=True):
            cells = zip(map(_even, line), map(_even, ours), strict=True)
            yield from (pair for pair in cells if pair[0] != pair[1])


def _even(cell: str) -> str:
    return plain(cell).casefold().rstrip(",.")


@pytest.fixture(scope="module")
def made(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Original]]:
    folder = tmp_path_factory.mktemp("seed")
    with Project.create(folder / "s.verbatim", name="s", language="fr", coder="ada") as project:
        yield project, built(project, next((shared / "seeds").glob("000*")))


@pytest.fixture(scope="module")
def shown(made: tuple[Project, Original], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    return printed(made[0], tmp_path_factory.mktemp("shown"), mask=False)


def test_our_tables_say_what_the_original_says(
    made: tuple[Project, Original], shown: dict[str, list[list[str]]]
) -> None:
    name, by_number, no_firm = differences(shown, made[1])
    assert name[1].startswith(name[0]), "the annex shortens one name of its own table"
    for theirs, ours in (by_number, no_firm):
        assert theirs.partition(" » [")[0] == ours.partition(" » [")[0], "who said it is told otherwise, not the words"
    assert by_number[0].endswith("[20]")
    assert no_firm[1].startswith(no_firm[0].rstrip("]"))


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


def test_the_recipe_masks_whom_the_original_gives_away(
    made: tuple[Project, Original], shown: dict[str, list[list[str]]], tmp_path: Path
) -> None:
    masked, kept_back = printed(made[0], tmp_path, mask=True), made[1].people[17][0]
    assert list(masked) == list(shown)
    firm = next(q.said_by.partition(", ")[2] for q in made[1].quotes if q.said_by.startswith(kept_back))
    assert firm in str(shown)
    assert kept_back in str(shown)
    assert firm not in str(masked), "not behind the words, nor in them, nor in what the check says of them"
    titles = made[1].titles
    assert kept_back not in str([masked[title] for title in titles])
    assert masked[titles[2]][18][0] == ""
    assert [row[0] for row in masked[titles[3]]] == [row[0] for row in shown[titles[3]]]
    assert "capability" not in str(masked)
