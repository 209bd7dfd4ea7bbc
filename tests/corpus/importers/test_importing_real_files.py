"""Real interviews beside the checkout: speakers, turns and words, looked at by a person and held here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus import importers
from corpus.drafts import Draft

TRANSCRIPTS = "data/transcripts"


def passages(draft: Draft) -> list[str]:
    return [draft.text[passage.start : passage.end] for passage in draft.passages]


def kinds(draft: Draft) -> dict[str, int]:
    return dict(Counter(passage.kind for passage in draft.passages))


def said_by(draft: Draft) -> dict[str, tuple[str, int]]:
    return {speaker.label: (speaker.role, speaker.turns) for speaker in draft.speakers}


@pytest.fixture(scope="module")
def artisans(shared: Path) -> list[Draft]:
    return [importers.read(path) for path in importers.find([shared / TRANSCRIPTS / "fr/artisans_docx"])]


def test_all_interviews_have_their_two_speakers(artisans: list[Draft]) -> None:
    assert len(artisans) == 27
    for draft in artisans:
        assert {label: role for label, (role, _) in said_by(draft).items()} == {
            "Chercheur": "interviewer",
            "Interviewe": "respondent",
        }
        assert draft.language == "fr"
    assert sum(len(draft.text.split()) for draft in artisans) == pytest.approx(53_000, rel=0.05)


def test_no_mark_lies_in_a_turn_and_every_turn_has_its_times(artisans: list[Draft]) -> None:
    for draft in artisans:
        assert not [quoted[:40] for quoted in passages(draft) if "[Chercheur]" in quoted or "[Interviewe]" in quoted]
        turns = [passage for passage in draft.passages if passage.kind == "turn"]
        assert all(turn.start_ms is not None for turn in turns)
        title, *rest = draft.passages
        assert (title.kind, draft.text[title.start : title.end][:12]) == ("paragraph", "Entretien 01")
        assert turns == rest


def test_the_first_interview_as_it_reads(artisans: list[Draft]) -> None:
    draft = artisans[0]
    title, first, second, *_, last = draft.passages
    assert draft.text[title.start : title.end] == "Entretien 01 24.10.03 01"
    assert draft.text[first.start : first.end].startswith("C'est parti. \n1 - Est-ce que tu pourrais")
    assert (first.speaker, first.start_ms, first.end_ms) == ("Chercheur", 1000, 11_000)
    assert draft.text[second.start : second.end].startswith("Une journée de travail en entreprise")
    assert (last.speaker, last.start_ms, last.end_ms) == ("Interviewe", 1_304_000, 1_306_000)
    assert kinds(draft) == {"paragraph": 1, "turn": 36}


@pytest.mark.parametrize(
    ("name", "turns", "pages", "last"),
    [
        ("P1", {"Dan": 47, "Participant": 47}, 5, "Thank you."),
        ("P2", {"Dan": 81, "Participant": 84}, 8, "Dan"),
        ("P3", {"Dan": 61, "Participant": 61}, 6, "Bye."),
    ],
)
def test_pdf_interviews(shared: Path, name: str, turns: dict[str, int], pages: int, last: str) -> None:
    draft = importers.read(shared / TRANSCRIPTS / f"en/pdpilot_pdf/{name}.pdf")
    assert said_by(draft) == {
        "Dan": ("interviewer", turns["Dan"]),
        "Participant": ("respondent", turns["Participant"]),
    }
    assert passages(draft)[0] == "Interview"
    assert draft.passages[-1].page == pages
    assert passages(draft)[-1] == last or last == draft.passages[-1].speaker
    lines = draft.text.split("\n")
    assert not [line for line in lines if line.strip().isdecimal() or line.strip() == f"1/{pages}"]
    assert sum(not line.startswith(("Dan: ", "Participant: ", "Interview")) for line in lines) <= 1


def test_a_table_in_a_pdf_keeps_its_rows(shared: Path) -> None:
    draft = importers.read(shared / TRANSCRIPTS / "en/pdpilot_pdf/code-system.pdf")
    assert "Guiding feature engineering 1" in passages(draft)
    assert draft.speakers == ()


@pytest.mark.parametrize(
    ("name", "speakers", "headings"),
    [
        (
            "chaincode-podcast_2020-01-28-pieter-wuille-part1",
            {"Jonas": ("interviewer", 9), "John": ("interviewer", 53), "Pieter": ("respondent", 56)},
            1,
        ),
        (
            "chaincode-podcast_2020-02-11-jeremy-rubin-ctv",
            {"Jonas": ("interviewer", 10), "Jeremy": ("respondent", 23), "John": ("interviewer", 14)},
            8,
        ),
        (
            "chaincode-podcast_2020-11-09-enterprise-walletsutxo-management",
            {
                **{"Mark Erhardt": ("respondent", 37), "Caralie Chrisco": ("interviewer", 12)},
                "Adam Jonas": ("interviewer", 49),
            },
            15,
        ),
        (
            "bitcoin-review-podcast_libsec-panel",
            {
                **{"NVK": ("interviewer", 72), "Tim": ("respondent", 37), "Jesse": ("respondent", 8)},
                **{"Jonas": ("respondent", 26), "Lloyd": ("unknown", 13), "Rijndael": ("unknown", 10)},
            },
            22,
        ),
    ],
)
def test_markdown_podcasts(shared: Path, name: str, speakers: dict[str, tuple[str, int]], headings: int) -> None:
    draft = importers.read(shared / TRANSCRIPTS / f"en/podcast_md/{name}.md")
    assert said_by(draft) == speakers
    assert kinds(draft)["heading"] == headings
    assert draft.attributes["date"].startswith("2020-") or draft.attributes["date"] == "2023-09-08"
    assert not draft.text.startswith("---")


def test_times_of_a_markdown_podcast_lie_outside(shared: Path) -> None:
    draft = importers.read(shared / TRANSCRIPTS / "en/podcast_md/bitcoin-review-podcast_cashu-and-fedimint.md")
    assert draft.attributes["title"] == "Cashu & Fedimint: ecash, Bitcoin's layer 3 & scalability"
    assert draft.attributes["speakers"] == "Calle; Eric Sirion; Rijndael; Matt Odell"
    assert [speaker.label for speaker in draft.speakers] == ["NVK", "Calle", "Eric", "Rijndael", "Odell"]
    welcome = next(passage for passage in draft.passages if passage.speaker == "NVK")
    assert (draft.text[welcome.start : welcome.end], welcome.start_ms) == ("Welcome Calle.", 90_000)


@pytest.mark.parametrize(
    ("start", "passages_wanted", "first"),
    [
        ("000", 122, "HAL"),
        ("001", 83, "Une stratégie d’expérience client est aujourd’hui"),
        ("002", 54, "Intégrer la dimension collective du parcours client"),
        ("003", 60, "Skip to content"),
        ("004", 32, "Stratégie"),
    ],
)
def test_seed_documents_have_paragraphs_and_no_speakers(
    shared: Path, start: str, passages_wanted: int, first: str
) -> None:
    (path,) = (shared / "seeds").glob(f"{start}_*.txt")
    draft = importers.read(path)
    assert draft.text == path.read_bytes().decode().replace("\r\n", "\n")
    assert (draft.speakers, draft.language, kinds(draft)) == ((), "fr", {"paragraph": passages_wanted})
    assert passages(draft)[0].startswith(first)
