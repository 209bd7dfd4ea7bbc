"""The sample study holds together: original interviews, quotes that are found, something for every page."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
INTERVIEWS = sorted((SAMPLE / "interviews").glob("*.txt"))
CAPABILITIES = [f"C{number}" for number in range(1, 8)]
INTERVIEWER = re.compile(r"INT|Q|Enquêt(?:eur|rice)|Intervieweu(?:r|se)")
MARK = re.compile(
    r"^(?:\[(?P<alone>[^\]\n]+)\](?: \((?P<start>[\d:]+) - (?P<end>[\d:]+)\))?\n|(?P<inline>[A-ZÉÈ][\w-]*) ?: )",
    re.MULTILINE,
)
RUN = 8

Entry = dict[str, Any]


class Turn(NamedTuple):
    speaker: str
    text: str

    @property
    def asks(self) -> bool:
        return INTERVIEWER.fullmatch(self.speaker) is not None


@cache
def study(part: str = "study*.toml") -> dict[str, list[Entry]]:
    """Return the tables of the study's files, halves joined."""
    tables: dict[str, list[Entry]] = {}
    for path in sorted(SAMPLE.glob(part)):
        for name, value in tomllib.loads(path.read_text("utf-8")).items():
            if isinstance(value, list):
                tables.setdefault(name, []).extend(value)
    return tables


@cache
def turns(path: Path) -> list[Turn]:
    text = path.read_text("utf-8")
    marks = list(MARK.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [Turn(mark["alone"] or mark["inline"], text[mark.end() : end].strip()) for mark, end in zip(marks, ends)]


def answers(path: Path) -> list[str]:
    return [turn.text for turn in turns(path) if not turn.asks]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(texts: list[str]) -> set[tuple[str, ...]]:
    """Return every run of `RUN` words that stands inside one of `texts`."""
    split = [words(text) for text in texts]
    return {tuple(some[i : i + RUN]) for some in split for i in range(len(some) - RUN + 1)}


def codes() -> dict[str, Entry]:
    return {code["name"]: code for code in study()["code"]}


def links_of(code: str) -> list[Entry]:
    """Return the links that carry evidence for codings of `code`: its own and its parent's."""
    owners = {code, codes()[code].get("parent")}
    return [link for link in study()["link"] if link["from"] in owners]


def key_of(entry: Entry) -> tuple[str, str, str]:
    return entry["document"], entry["quote"], entry["code"]


def linked_evidence(capability: str) -> list[Entry]:
    judged = {(key_of(judgement), judgement["theoretical"]): judgement["verdict"] for judgement in study()["judgement"]}
    found = []
    for coding in study()["coding"]:
        modes = (
            {link["mode"] for link in links_of(coding["code"]) if link["to"] == capability}
            if coding["code"] in codes()
            else set()
        )
        verdict = judged.get((key_of(coding), capability))
        if modes and verdict != "out" and ("all" in modes or verdict == "in"):
            found.append(coding)
    return found


def direct_evidence(capability: str) -> list[Entry]:
    return [coding for coding in study()["coding"] if coding["code"] == capability]


def test_it_is_marked_as_fictional_in_both_languages() -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    assert "Tout est fictif" in readme
    assert "All of it is fictional" in readme
    assert "fictive" in tomllib.loads((SAMPLE / "study.toml").read_text("utf-8"))["notice"]


def test_there_are_ten_interviews_at_least() -> None:
    assert len(INTERVIEWS) >= 10


@pytest.mark.parametrize("path", INTERVIEWS, ids=lambda path: path.name[:2])
class TestInterview:
    def test_the_answers_are_long_enough(self, path: Path) -> None:
        assert sum(len(words(answer)) for answer in answers(path)) >= 800

    def test_one_person_asks_and_one_answers_in_turn(self, path: Path) -> None:
        assert len({turn.speaker for turn in turns(path)}) == 2
        assert [turn.asks for turn in turns(path)] == [True, False] * (len(turns(path)) // 2)
        assert MARK.match(path.read_text("utf-8"))

    def test_times_increase(self, path: Path) -> None:
        marks = [mark for mark in MARK.finditer(path.read_text("utf-8")) if mark["start"]]
        times = [tuple(map(int, time.split(":"))) for mark in marks for time in (mark["start"], mark["end"])]
        assert times == sorted(times)
        assert all(start < end for start, end in zip(times[::2], times[1::2]))
        assert all(0 <= part < 60 for time in times for part in time[1:])

    def test_it_has_one_participant(self, path: Path) -> None:
        assert [person["document"] for person in study()["participant"]].count(path.stem) == 1


def test_runs_see_what_is_shared() -> None:
    shared = "un deux trois quatre cinq six sept huit"
    assert runs([f"Zéro, {shared.upper()} !"]) & runs([f"{shared} neuf"]) == {tuple(shared.split())}
    assert runs(["un deux trois quatre", "cinq six sept huit"]) == set()


def test_no_two_interviews_share_a_run_of_eight_words() -> None:
    owners: dict[tuple[str, ...], str] = {}
    shared = []
    for path in INTERVIEWS:
        for run in runs(answers(path)):
            if owners.setdefault(run, path.name) != path.name:
                shared.append((owners[run], path.name, " ".join(run)))
    assert shared == []


def test_the_codebook_is_whole() -> None:
    names = [code["name"] for code in study()["code"]]
    assert len(names) == len(set(names)) >= 12
    for code in study()["code"]:
        assert all(code[field].strip() for field in ("definition", "include", "exclude", "typical")), code["name"]
        assert len(code["cues"]) == len(set(code["cues"])) >= 5, code["name"]
        assert re.fullmatch(r"#[0-9A-F]{6}", code["colour"])
    assert len({code["colour"] for code in study()["code"]}) == len(names)
    parents = {code["parent"] for code in study()["code"] if "parent" in code}
    assert parents
    assert all("parent" not in codes()[parent] for parent in parents)


def test_links_lead_from_the_codebook_to_every_capability() -> None:
    links = study()["link"]
    assert {link["to"] for link in links} == set(CAPABILITIES)
    assert {link["from"] for link in links} < codes().keys()
    assert all(link["reason"].strip() for link in links)
    several = {name for name, count in Counter(link["from"] for link in links).items() if count > 1}
    assert several
    assert {link["from"] for link in links if link["mode"] == "one_by_one"} == several
    assert any(not links_of(coding["code"]) for coding in study()["coding"] if coding["code"] in codes())


def test_confidential_participants_are_not_named_in_the_text() -> None:
    hidden = [person for person in study()["participant"] if person["confidential"]]
    assert len(hidden) == 2
    for person in hidden:
        text = (SAMPLE / "interviews" / f"{person['document']}.txt").read_text("utf-8").replace("’", "'")
        assert person["company"] not in text
        assert person["name"].split(" ", 1)[1] not in text
    assert all(
        person[field] for person in study()["participant"] for field in ("name", "function", "company_type", "sector")
    )


@pytest.mark.parametrize("table", ["coding", "judgement", "excerpt"])
def test_every_quote_stands_once_inside_one_answer(table: str) -> None:
    faults = []
    for entry in study()[table]:
        path = SAMPLE / "interviews" / f"{entry['document']}.txt"
        holders = [answer for answer in answers(path) if entry["quote"] in answer]
        if len(holders) != 1 or path.read_text("utf-8").count(entry["quote"]) != 1:
            faults.append(f"{path.stem}: {entry['quote']}")
    assert faults == []


def test_codings_name_known_codes_once() -> None:
    keys = [key_of(coding) for coding in study()["coding"]]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert {code for _, _, code in keys} <= codes().keys() | set(CAPABILITIES)


def test_judgements_are_about_a_coding_and_a_link() -> None:
    keys = {key_of(coding) for coding in study()["coding"]}
    judged = [(key_of(judgement), judgement["theoretical"]) for judgement in study()["judgement"]]
    assert len(judged) == len(set(judged))
    for judgement in study()["judgement"]:
        assert key_of(judgement) in keys, judgement
        assert judgement["theoretical"] in {link["to"] for link in links_of(judgement["code"])}, judgement
        assert judgement["verdict"] in {"in", "out", "undecided"}
        assert judgement.get("stance") in {None, "supports", "nuances", "contradicts"}
        assert judgement["reason"].strip()


def test_every_stance_is_towards_a_worded_assertion() -> None:
    concepts = [entry["concept"] for entry in study()["assertion"]]
    assert len(concepts) == len(set(concepts))
    assert set(concepts) == {one["theoretical"] for one in study()["judgement"] if one.get("stance")}
    assert all(entry["text"].strip().endswith(".") for entry in study()["assertion"])


def test_memos_have_a_target_that_exists() -> None:
    names = {"document": {path.stem for path in INTERVIEWS}, "code": codes().keys() | set(CAPABILITIES)}
    codings = {"|".join(key_of(coding)) for coding in study()["coding"]}
    for memo in study()["memo"]:
        kind, _, target = memo["target"].partition(":")
        assert memo["target"] == "project" or target in {**names, "coding": codings}[kind], memo["title"]
        assert memo["kind"] in {"theoretical", "methodological", "reflexive"}
        assert memo["title"].strip()
        assert memo["body"].strip()


def test_excerpts_cut_and_insert_where_the_quote_allows() -> None:
    for excerpt in study()["excerpt"]:
        quote, cuts = excerpt["quote"], excerpt.get("cuts", [])
        spans = sorted((quote.find(cut), quote.find(cut) + len(cut)) for cut in cuts)
        assert all(quote.count(cut) == 1 for cut in cuts), excerpt
        assert all(before[1] < after[0] for before, after in pairwise(spans)), excerpt
        for insertion in excerpt.get("insertions", []):
            assert quote.count(insertion["after"]) == 1, insertion
            place = quote.find(insertion["after"]) + len(insertion["after"])
            assert not any(start < place < end for start, end in spans), insertion
            assert insertion["text"].strip()
    assert {excerpt["code"] for excerpt in study()["excerpt"]} == set(CAPABILITIES)
    assert all(
        any(excerpt.get(field) for excerpt in study()["excerpt"]) for field in ("cuts", "insertions", "translation")
    )


def test_there_is_enough_of_everything() -> None:
    tables = study()
    assert len(tables["coding"]) >= 150
    assert len(tables["judgement"]) >= 16
    assert {judgement["verdict"] for judgement in tables["judgement"]} == {"in", "out", "undecided"}
    assert "contradicts" in {judgement.get("stance") for judgement in tables["judgement"]}
    assert len(tables["memo"]) >= 10
    assert {memo["target"].partition(":")[0] for memo in tables["memo"]} == {"project", "document", "code", "coding"}
    assert len(tables["excerpt"]) >= 14


def test_one_interview_is_left_for_suggestions() -> None:
    coded = Counter(coding["document"][:2] for coding in study()["coding"])
    assert coded["05"] == 2


@pytest.mark.parametrize("capability", CAPABILITIES)
def test_a_capability_has_direct_and_linked_evidence(capability: str) -> None:
    assert len(direct_evidence(capability)) >= 3
    assert len(linked_evidence(capability)) >= 3


def test_the_customer_journey_is_in_the_verbatims_of_c1() -> None:
    evidence = direct_evidence("C1") + linked_evidence("C1")
    assert len({coding["document"] for coding in evidence if "parcours client" in coding["quote"]}) >= 3
