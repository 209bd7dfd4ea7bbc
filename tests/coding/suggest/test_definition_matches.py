"""What is written of a framework's codes, beside verbatims that its authors chose for them: a check of the texts.

It says nothing of how good suggestions are: the verbatims are thirteen, and were printed to illustrate these codes.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coding import codebook
from coding.codebook import frameworks, frameworks_files
from coding.suggest.definitions import Definitions
from coding.suggest.texts import described, read
from corpus import documents, importing
from corpus.store.project import Project

PRIORITIES = {
    "Satisfaction": "client-satisfaction",
    "Réduction": "cost-reduction",
    "Implantation": "innovation",
    "Différenciation": "differentiation",
    "Valeur": "promised-value",
}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.fixture(scope="module")
def printed(shared: Path) -> list[tuple[str, str, str]]:
    """The verbatims of the paper's annexes 2 and 3: framework, key and words."""
    (paper,) = (shared / "seeds").glob("000*.txt")
    text = paper.read_text("utf-8")
    found = []
    for line in text[text.index("Annexe 2 : Sélection") :].split("\n"):
        name, tab, quoted = line.partition("\t")
        capability = re.search(r"C\d", name)
        priority = PRIORITIES.get(name.split()[0] if name.split() else "")
        for verbatim in re.findall(r"«\s*(.*?)\s*»", quoted) if tab else ():
            if capability:
                found.append(("meco-2019", capability[0], verbatim))
            elif priority:
                found.append(("meco-priorities-2019", priority, verbatim))
    assert len(found) == 13
    return found


def test_no_cue_quotes_what_the_paper_prints(printed: list[tuple[str, str, str]]) -> None:
    said = [f" {' '.join(words(verbatim))} " for _, _, verbatim in printed]
    for framework in ("meco-2019", "meco-priorities-2019"):
        for code in frameworks_files.find(framework).codes:
            for cue in code.texts["fr"].cues:
                quoted = any(f" {' '.join(words(cue))} " in text for text in said)
                assert not quoted or len(words(cue)) == 1, cue


def test_the_paper_s_verbatims_are_matched_by_their_own_concept(
    printed: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    for number, (_, _, verbatim) in enumerate(printed):
        (tmp_path / f"{number:02}.txt").write_text(f"Interviewer : Et alors ?\n\nRépondant : {verbatim}\n", "utf-8")
    with Project.create(tmp_path / "study.verbatim", language="fr") as project:
        importing.import_files(project, sorted(tmp_path.glob("*.txt")))
        at = {info.name: info.key for info in documents.listed(project)}
        right = 0
        for framework in ("meco-2019", "meco-priorities-2019"):
            frameworks.add(project, framework)
            codes = [code for code in described(project) if code.framework == framework]
            texts = read(project, codes)
            matched = Definitions.of(texts, codes)
            assert matched is not None
            names = {code.key: code.code_key for code in codebook.listed(project)}
            for number, (of, key, _) in enumerate(printed):
                if of == framework:
                    *_, place = texts.of_document(at[f"{number:02}"])
                    right += key in [names[code] for code, _ in matched.matches(place)[:2]]
        assert right >= 10
