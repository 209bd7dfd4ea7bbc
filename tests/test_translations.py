"""What is said to a person is found in the sources, and put into French."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from resources.setup import translations
from resources.setup.sentences import error_calls, error_names

ROOT = Path(__file__).resolve().parents[1]
# What the field says otherwise, or leaves to one school; «juste avant» is no verdict, and to be not anonymous is one.
_NEVER = re.compile(
    r"\brépondant|jugement|\bjuge[rz]?\b|indécis|\bécarté|\bjuste\b(?! avant)|parle(?:nt)? pour|livre de codes"
    r"|consensus|comparaison constante|second cycle|\bpreuves?\b|\baxial|sélectif|\brespondent|\bjudg|undecided"
    r"|speaks? for|fits nothing|constant comparison|(?<!not )(?<!non )anonym|right code",
    re.IGNORECASE,
)


def found_in(source: str) -> list[str]:
    said = translations.telling(ast.parse(source))
    base = ast.parse("class WorkbenchError(Exception):\n def __init__(self, sentence, /, **values): ...")
    return sorted(translations.sentences(said, translations.positions([translations.telling(base), said])))


def test_sentences_are_found_however_they_reach_an_error() -> None:
    source = """
class CodingError(WorkbenchError): ...
class ImportFailed(WorkbenchError):
    def __init__(self, path, sentence, /, **values): ...
@dataclass
class Note:
    place: str
    sentence: str
class Table:
    def fault(self, sentence: str, field: str): raise CodingError(sentence, field=field)
def _sentence(note):
    if note: return "seven"
    return "eight"
def all_of_them(table, path, why):
    CodingError("one"); ImportFailed(path, "two"); Note("here", "three"); table.fault("four", "field")
    sentence = "five {why}" if why else "six"
    raise CodingError(sentence, why=why)
"""
    assert found_in(source) == ["eight", "five {why}", "four", "one", "seven", "six", "three", "two"]


def test_labels_are_found_where_they_are_chosen_from() -> None:
    source = 'label = "Add" if n else "Add many"\nwith project.change(label): pass\nwith project.change("Move"): pass'
    assert sorted(translations.labels(translations.telling(ast.parse(source)))) == ["Add", "Add many", "Move"]


def test_every_sentence_of_an_error_can_be_found() -> None:
    names = error_names(ROOT / "corpus/errors.py")
    hidden = []
    for path in translations.sources():
        for call, sentence in error_calls(ast.parse(path.read_text("utf-8")), names):
            known = any(translations.texts(sentence)) or "sentence" in ast.unparse(sentence)
            if not known:
                hidden.append(f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(sentence)}")
    assert hidden == []


def test_all_contexts_are_collected() -> None:
    found = translations.collected()
    assert ("errors", "There is nothing to undo.") in found
    assert ("errors", "In {place}, the field {field} must be text.") in found
    assert ("changes", "Import document") in found
    assert ("actions", "Uncode") in found
    assert not [said for said in found if not said[1].strip()]


@pytest.fixture(scope="module")
def faults() -> list[tuple[translations.Said, str]]:
    return translations.faults()


def test_all_that_is_said_is_in_french(faults: list[tuple[translations.Said, str]]) -> None:
    assert faults == []


def test_a_study_is_spoken_of_in_the_words_of_its_field() -> None:
    said = [
        text
        for path in (ROOT / "resources/translations").glob("*.ts")
        for message in ElementTree.parse(path).iter("message")
        for text in ElementTree.tostring(message, encoding="unicode", method="text").splitlines()
    ]
    assert len(said) > 1000
    assert [text.strip() for text in said if _NEVER.search(text)] == []


def test_english_counts_as_one_does() -> None:
    counted = dict(translations.messages(translations.FOLDER / translations.ENGLISH))
    assert counted["StatusLine", "%n match(es)"] == ["%n match", "%n matches"]
    assert [said for said, told in counted.items() if len(told) != 2 or any("(s)" in form for form in told)] == []


def test_spaces_hold_punctuation_marks() -> None:
    assert translations.spaced("Lier « {code} » : à {at} ? 12 % ; non !") == (
        "Lier «\u00a0{code}\u00a0»\u00a0: à {at}\u202f? 12\u202f%\u202f; non\u202f!"
    )
    kept = "à 12:30, (*.csv), Aller :code, 5 %n, {a}: {b}, une %Ln"
    assert translations.spaced(kept) == kept


def test_a_fault_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (translations.FRENCH, translations.ENGLISH):
        text = (translations.FOLDER / name).read_text("utf-8")
        text = text.replace("Framework {key} added", "Framework {key} was added")
        text = text.replace("<translation>&amp;Aide", "<translation>Aide").replace("\u00a0: parent", " : parent")
        (tmp_path / name).write_text(text.replace("{coder} a fait", "{codeur} a fait"), "utf-8")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    seen = {(text, matter) for (_, text), matter in translations.faults()}
    assert ("Framework {key} added", "missing") in seen
    assert ("{coder} made this change on {moment}, in another sitting.", "has other placeholders") in seen
    assert ("&Help", "lacks its access key, or has one too many") in seen
    assert ("Find or create a code: parent/child", "breaks a line before a punctuation mark") in seen


def test_what_lupdate_overlooks_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    hidden = tmp_path / "app/hidden.py"
    hidden.write_text("class A:\n def say(self):\n  return f\"{self.tr('Nobody hears this')} …\"\n", "utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    assert list(translations.heard()) == [("app/hidden.py", "Nobody hears this")]


def test_what_is_compiled_is_what_is_translated(tmp_path: Path) -> None:
    for name in (translations.FRENCH, translations.ENGLISH):
        (tmp_path / name).write_bytes((translations.FOLDER / name).read_bytes())
    translations.compile_all(tmp_path)
    for name in (translations.FRENCH, translations.ENGLISH):
        compiled = Path(name).with_suffix(".qm").name
        assert (tmp_path / compiled).read_bytes() == (translations.FOLDER / compiled).read_bytes()
