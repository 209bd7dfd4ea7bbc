"""Blind coding on the command line: what others did in a document is told by no verb and no file until one has coded.

Two files are alike but for one thing: in the second Noé worked on the document that Ada codes blind. Whatever Ada
asks, both must say the same; and once her first pass is declared, what tells of codings must tell them apart.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from app.cli import VERBS
from app.settings import Settings
from coding.suggest import suggestions
from corpus import documents
from corpus.store.project import Project
from tests.coding.others_work import blind_study, do_others_work

HERE, CODE, THEORY = "Achats", "Attente", "C1"
_STAMPED = ("docProps/core.xml",)


class Asked(NamedTuple):
    """A verb with its arguments; OUT is a file and DIR a folder. `tells` says that it tells of codings."""

    arguments: tuple[str, ...]
    tells: bool = True


def _asked(written: str, *, tells: bool = True) -> Asked:
    names = {"DOC": HERE, "CODE": CODE, "THEORY": THEORY}
    return Asked(tuple(names.get(word, word) for word in written.split()), tells)


ASKED = [
    *map(_asked, (
        "codes --json", "codes-export OUT.docx", "codes-export OUT.csv", "codings-export OUT.csv",
        "print DOC -o OUT.pdf", "memos --json", "memos -o OUT.md", "memos -o OUT.csv", "memos document:Achats",
        "excerpts --json", "search * --code THEORY --document DOC --json", "search * --scope codings --json",
        "search * --scope memos --json", "search coder:Noé --scope codings --json",
        "search a* --code CODE --coder-layer Noé --json",
        "matrix --rows documents --columns codes --cell codings -o OUT.csv",
        "matrix --rows coders --columns codes --cell codings -o OUT.json",
        "matrix --rows codes --columns codes --cell passages -o OUT.html",
        "verbatims -o OUT.docx", "verbatims -o OUT.csv", "verbatims -o OUT.html", "verbatims -o OUT.md",
        "report -o DIR --format csv", "report -o DIR --format md", "history -o OUT.csv", "history -o OUT.json",
        "coders --json", "suggest-why --json", "readings --json", "code-remove CODE --dry-run",
        "document-remove DOC --dry-run", "framework-remove meco-2019 --dry-run",
        "judge-many CODE THEORY --out --document DOC",
        "recode CODE Irritants --document DOC", "uncode CODE --document DOC",
        "agreement --coders Ada,Noé --json", "disagreements --coders Ada,Noé --json", "settle-agreed --coders Ada,Noé",
        "saturation --json", "figure heat -o OUT.svg", "figure frequencies -o OUT.svg",
        "assertions --json", "similar --code CODE --json",
        "specificities --least 1 -o OUT.csv", "iramuteq --themes -o OUT.txt", "copy-for -o OUT.html",
    )),
    *(_asked(one, tells=False) for one in (
        "documents --json", "participants --json", "text DOC", "interviews -o OUT.csv", "links --json",
        "to-reread CODE", "to-theorise --json", "code-history CODE --json", "check --json", "memo-links --json",
        "attributions --json", "summaries --json",
        "concordance client -o OUT.csv",
        "codes-alike --json",  # with too few codings of each, also once all are seen
    )),
]  # fmt: skip
_TELLS_OF = {
    "the study that it makes, or what ships": "demo new frameworks open pictures figures",
    "texts": "import edit turn-split turn-join revisions quote facts speakers document-edit",
    "people": "attributes attribute-add attribute-edit attribute-recode attribute-remove participant-add"
    " participant-edit participant-remove organisations organisation-add organisation-edit organisation-remove"
    " organisations-from consents consent consent-edit consent-remove disclosures recruits recruit-add recruit-edit"
    " recruit-remove approvals approval-send approval-answer approval-remove due names pseudonyms pseudonymise no-name"
    " pseudonym-remove participant-erase participant-withdraw singling telltales telltale telltale-remove",
    "a copy, of which it says how many names were replaced": "give-away",
    "the file, of which it names tables": "traces",
    "the guide": "guide guide-import guide-edit guide-of question-add question-edit question-remove guide-find asked"
    " answers",
    "codes and links": "framework framework-fork framework-update codes-import codes-paste code-add code-edit code-move"
    " code-merge link set-aside theorise suggest-links",
    "what is named, and what it writes": "memo memo-edit memo-remove memo-recover apply in-vivo auto-code resize"
    " codings-import code-split excerpt excerpt-edit judge bear"
    " assertion-add assertion-edit assertion-remove summary accept reject read first-pass assign",
    "choices": "approach draw draws settle searches search-save search-edit search-remove matrices matrix-save"
    " matrix-edit matrix-remove recipes recipe-add recipe-show recipe-edit recipe-remove sets set-show set-add"
    " set-edit set-remove",
    "what was learned from one's own codings alone, see test_suggestions.py": "suggest suggest-evaluate",
    "an article, within what one may see, see test_checking.py": "quotations",
    "what a supervisor remarked": "copy-remarks",
    "what was sent, see test_submissions.py": "submit submissions submission-remove remark remarks remark-answer"
    " remark-remove",
    "the numbers of a matrix, as the verb matrix has them": "correspondence",
    "the last change, see below": "undo redo",
}
TELLS_NOTHING = {verb: why for why, verbs in _TELLS_OF.items() for verb in verbs.split()}
"""Verbs that tell of nobody's codings, and what they tell of."""


class Two(NamedTuple):
    """A study as Ada has it, `alone`, and one in which Noé `worked` on what she codes blind."""

    alone: Path
    worked: Path


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    folder = tmp_path_factory.mktemp("two")
    study = blind_study(folder)
    here, worked = study.documents[HERE], folder / "worked.verbatim"
    study.project.close()
    alone = Path(study.project.path)
    shutil.copyfile(alone, worked)
    with Project.open(worked, coder="Noé") as project:
        do_others_work(project, here)
    return Two(alone, worked)


@pytest.fixture(scope="module")
def declared(two: Two) -> Path:
    """The second study once Ada has declared her first pass."""
    path = two.worked.with_name("declared.verbatim")
    shutil.copyfile(two.worked, path)
    with Project.open(path, coder="Ada") as project:
        suggestions.declare_first_pass(project, documents.find(project, HERE).key)
    return path


@pytest.fixture
def told(run, tmp_path):
    """Return what asks a question of a study, as Ada, and gives all that is told: on paper, in files and beside."""
    Settings().set("coder", "Ada")

    def ask(study: Path, arguments: tuple[str, ...]) -> dict[str, object]:
        folder = tmp_path / "asked"
        folder.mkdir()
        shutil.copyfile(study, folder / "study.verbatim")
        verb, *rest = arguments
        places = {"DIR": "out", **{f"OUT.{end}": f"out.{end}" for end in ENDS}}
        ran = run(verb, folder / "study.verbatim", *(folder / places[one] if one in places else one for one in rest))
        found: dict[str, object] = {"code": ran.code, "out": ran.out, "err": ran.err}
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and "verbatim" not in path.suffix):
            found[path.name] = _read(path)
        shutil.rmtree(folder)
        return found

    return ask


ENDS = ("txt", "csv", "svg", "xlsx", "docx", "html", "md", "json", "pdf", "toml")


def _read(path: Path) -> object:
    """Return what stands in a file, without the moment at which it was made."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as inside:
            return {name: inside.read(name) for name in inside.namelist() if name not in _STAMPED}
    return _drawn(path) if path.suffix == ".pdf" else path.read_bytes()


def _drawn(path: Path) -> list[bytes]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pages:
        return [bytes(page.render(scale=0.5).buffer) for page in pages]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: " ".join(asked.arguments))
def test_what_others_did_is_told_only_once_the_first_pass_is_declared(told, two, declared, asked):
    alone = told(two.alone, asked.arguments)
    assert alone["code"] == 0, alone["err"]
    assert told(two.worked, asked.arguments) == alone
    assert (told(declared, asked.arguments) != alone) is asked.tells


def test_every_verb_is_asked_or_tells_of_no_codings():
    asked = {one.arguments[0] for one in ASKED}
    assert asked | TELLS_NOTHING.keys() == VERBS.keys()
    assert asked.isdisjoint(TELLS_NOTHING)


@pytest.mark.parametrize("yes", [False, True], ids=["asked", "agreed"])
def test_to_take_back_what_is_out_of_sight_is_asked_without_saying_what_it_is(told, two, yes):
    given = ("undo", "--yes") if yes else ("undo",)
    said = told(two.worked, given)
    assert said["code"] == (0 if yes else 4)
    assert "Work of another coder" in f"{said['out']}{said['err']}"
    assert "reading" not in f"{said['out']}{said['err']}"
    with Project.open(two.worked, coder="Noé", writable=False) as project:
        assert project.undoable().label == "Declare reading"
