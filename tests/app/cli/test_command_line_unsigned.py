"""A copy for double-blind review: whatever is written says nowhere who made the study, containers unpacked."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from sqlalchemy import update

from coding import assertions, codebook, codings, excerpts, figures, links, memos, reports, settlements, submissions
from coding.codebook import frameworks
from coding.exports.transcripts import transcript
from coding.figures import saving
from coding.memos import Target
from coding.moment.authors import Makers
from coding.moment.moment import Moment
from coding.recipes import saved_recipes
from coding.tables import saved_matrices
from coding.tables.saved_matrices import MatrixChoice
from corpus.model import Speaker
from corpus.people import vault
from corpus.store.project import Project
from tests.coding.support import TEXTS, Study, make_study

NAMES = ("Zéphyrine", "Quatrebarbes", "Wilfrid", "Xylander", "Hortensine", "quatrebarbes-these", "Umbrie")
"""Two coders, an interviewer, the folder and the institution; each part of them is sought, in any case."""
FIRST, SECOND = "Zéphyrine Quatrebarbes", "Wilfrid Xylander"
RECIPE = """
title = "Annexes de Zéphyrine Quatrebarbes"
formats = ["docx", "html", "md", "csv", "xlsx", "svg", "pdf", "png"]
appendix = ["docx", "html", "md"]
language = ["fr", "en"]
blind = true
mask = false
coders = ["Zéphyrine Quatrebarbes", "Wilfrid Xylander"]

[[part]]
table = "agreement"
file = "Accord de Quatrebarbes"

[[part]]
table = "methods"
note = "Rédigé par W. Xylander à l’université d’Umbrie."

[[part]]
rows = "coders"
columns = "codes"

[[part]]
figure = "heat"
rows = "coders"
columns = "codes"
"""


def _filled(study: Study) -> None:
    """Let both coders do and write all that may be printed, with names in what they write."""
    project = study.project
    frameworks.add(project, "meco-2019")
    theory = codebook.find(project, "C1").key
    code = codebook.add(project, "Attente", definition="Vue par Zéphyrine et W. Xylander.")
    other = codebook.add(project, "Irritants")
    links.link(project, code, theory, reason="Avis de Xylander.")
    said = study.words("Achats", "parcours client")
    for who in (FIRST, SECOND):
        with study.coder(who):
            made = codings.apply(project, code, said)
            about = [Target("coding", made), Target("code", code), memos.on(said)]
            note = f"{who} le pense, voir /home/zquatrebarbes/notes.txt, université d’Umbrie."
            memos.add(project, note, title=f"Note de {who}", targets=about)
            codings.apply(project, other, said)
            codings.apply(project, theory, study.words("Bureau", "Personne ne le lit"))
    excerpts.add(project, theory, said)
    assertions.add(project, "Quatrebarbes l’affirme.")
    saved_matrices.save(project, "Q", MatrixChoice("coders", "codes", where={}))
    submissions.freeze(Moment.of(project), "Revue", {}, note="Par Zéphyrine Quatrebarbes.")
    with project.change("Say who asks") as session:
        session.execute(update(Speaker).where(Speaker.label == "HORTENSINE").values(role="interviewer"))
    settlements.settle(project, said, code, "both", first=FIRST, second=SECOND, words=[said], reason="Dit Wilfrid.")
    vault.hide(project, ["Umbrie"], "place", replacement="établissement")
    saved_recipes.save(project, "Annexe Quatrebarbes", RECIPE)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hortensine") / "quatrebarbes-these"
    folder.mkdir()
    made = make_study(
        folder, texts={**TEXTS, "Achats": TEXTS["Achats"].replace("PAUL : Et", "HORTENSINE : Et Zéphyrine, et")}
    )
    with made.project, made.coder(FIRST):
        _filled(made)
    path = folder / "Thèse de Quatrebarbes.verbatim"
    shutil.move(made.project.path, path)
    return path


def _inside(body: bytes) -> str:
    """Return all that may be read in a file, what is packed in it, too."""
    if zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "".join(one.filename + _inside(packed.read(one)) for one in packed.infolist())
    streams = [b""] if not body.startswith(b"%PDF") else re.findall(rb"stream\r?\n(.*?)\r?\nendstream", body, re.S)
    return "".join(_text(one) for one in (body, *map(_unpacked, streams)))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace") + body.decode("latin-1")


def _told(text: str) -> list[str]:
    return [name for name in NAMES if re.search(name, text, re.I)]


def _leaks(folder: Path) -> dict[str, list[str]]:
    """Return by file which names it tells, its own name read as well."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    names = {str(one.relative_to(folder)): one.read_bytes() for one in files}
    return {name: told for name, body in names.items() if (told := _told(name + _inside(body)))}


TABLES = ("csv", "xlsx", "docx", "html", "md")
WAYS = [
    *(f"verbatims {{}} --blind -o OUT.{one}" for one in TABLES),
    *(f"matrix {{}} --rows coders --columns codes --blind -o OUT.{one}" for one in (*TABLES, "json")),
    "report {} --only trail --blind --format docx --format xlsx --format html -o OUT",
    *(f"figure {{}} heat --rows coders --columns codes --blind -o OUT.{one}" for one in ("svg", "pdf", "png")),
    "matrix {} --saved Q --blind -o OUT.md",
    *(f"{verb} {{}} --blind -o OUT.{one}" for verb in ("memos", "interviews") for one in ("csv", "docx")),
    *(f"codes-export {{}} OUT.{one} --blind" for one in ("csv", "html")),
    "codings-export {} OUT.xlsx --blind",
    "history {} --blind -o OUT.json",
    "print {} Achats --blind -o OUT.pdf",
    "iramuteq {} --themes --blind -o OUT.txt",
    "specificities {} --by documents --interviewer --least 1 --blind -o OUT.csv",
    "correspondence {} --rows documents --columns speakers --cell words --interviewer --blind -o OUT.md",
    "concordance {} alors --blind -o OUT.csv",
    "copy-for {} --blind -o OUT.html",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_of_a_blind_copy_names_no_maker(way, run, study, tmp_path):
    words = [str(study) if one == "{}" else one.replace("OUT", str(tmp_path / "out" / "a")) for one in way.split()]
    (tmp_path / "out").mkdir()
    assert run(*words).code == 0
    assert _leaks(tmp_path / "out") == {}


def test_all_reports_in_all_formats_name_no_maker(run, study, tmp_path):
    assert run("report", study, "--blind", "--format", "md", "--format", "csv", "-o", tmp_path / "blind").code == 0
    assert len(list((tmp_path / "blind").iterdir())) == 2 * len(reports.REGISTER)
    assert _leaks(tmp_path / "blind") == {}


def test_all_figures_name_no_maker(study):
    with Project.open(study, coder="Ada") as project:
        moment = Moment.of(project, masking=True).viewed(unsigned=True)
        for name in figures.FIGURES.keys() - {"bars", "correspondence", "structure"}:  # no attributes, and no themes
            made = figures.draw(moment, name, figures.FigureChoice(document=moment.documents[0].key))
            assert _told(_inside(saving.body(made, ".pdf")) + " ".join((made.alt, *made.texts))) == [], name


@pytest.mark.parametrize("blind", ["true", "false"])
def test_what_a_recipe_makes_names_no_maker_nor_does_its_manifest(blind, run, study, tmp_path):
    """A recipe says it itself, or the option says it of any."""
    recipe = tmp_path / "Quatrebarbes.toml"
    recipe.write_text(RECIPE.replace("blind = true", f"blind = {blind}"), "utf-8")
    said = [] if blind == "true" else ["--blind", "--only", "Accord de Quatrebarbes"]
    assert run("report", study, "--recipe", recipe, *said, "-o", tmp_path / "made").code == 0
    assert len(list((tmp_path / "made").rglob("*.*"))) > (2 * 3 * 5 if blind == "true" else 2 * 3)
    assert _leaks(tmp_path / "made") == {}
    assert json.loads((tmp_path / "made" / "manifest.json").read_bytes())["view"]["blind"] is True


def test_without_it_makers_are_named_so_that_the_search_finds_them(run, study, tmp_path):
    only = ("--only", "trail", "--only", "agreement", "--only", "codebook")
    assert run("report", study, *only, "--format", "docx", "--format", "csv", "-o", tmp_path / "out").code == 0
    found = _leaks(tmp_path / "out")
    assert {"trail.docx", "trail.csv", "agreement.docx", "codebook.docx"} <= found.keys()


@pytest.mark.parametrize("way", ["memos", "codings-export", "history", "copy-for"])
def test_without_it_these_files_name_them_too(way, run, study, tmp_path):
    words = next(one for one in WAYS if one.startswith(way)).replace(" --blind", "").split()
    words = [str(study) if one == "{}" else one.replace("OUT", str(tmp_path / "out" / "a")) for one in words]
    (tmp_path / "out").mkdir()
    assert run(*words, *(["--confidential", "show"] if way == "memos" else [])).code == 0
    assert _leaks(tmp_path / "out") != {}


def test_a_transcript_on_paper_names_no_maker(study):
    with Project.open(study, coder="Ada") as project:
        moment = Moment.of(project, masking=True)
        key = next(one.key for one in moment.documents if one.name == "Achats")
        signed, unsigned = (transcript(moment.viewed(unsigned=blind), key) for blind in (False, True))
    assert _told(repr(signed)) != []
    assert _told(repr(unsigned)) == []


def test_a_blind_list_of_memos_is_a_file(run, study):
    assert run("memos", study, "--blind").code == 2


def test_coders_are_told_apart_by_letters(run, study, tmp_path):
    path = tmp_path / "out.json"
    assert run("matrix", study, "--rows", "coders", "--columns", "codes", "--blind", "-o", path).code == 0
    assert json.loads(path.read_bytes())["rows"] == ["Codeur·euse A", "Codeur·euse B"]


def test_a_template_and_names_that_are_shown_are_refused(run, study, tmp_path):
    template = tmp_path / "a.docx"
    docx.Document().save(template)
    for verb in ("report", "matrix"):
        rest = ("--only", "tree") if verb == "report" else ("--rows", "codes", "--columns", "documents")
        out = ("-o", tmp_path / ("out" if verb == "report" else "out.docx"))
        ran = run(verb, study, "--blind", "--template", template, *rest, *out)
        assert (ran.code, ran.sentence.startswith("The head and foot of a template")) == (4, True)
    ran = run("memos", study, "--blind", "--template", template, "-o", tmp_path / "memos.docx")
    assert (ran.code, (tmp_path / "memos.docx").exists()) == (4, False)
    worn = docx.Document(str(template))
    worn.sections[0].header.paragraphs[0].text = "Doctoral school"
    worn.save(str(template))
    for verb in ("memos", "verbatims"):
        assert run(verb, study, "--template", template, "-o", tmp_path / f"{verb}.docx").code == 0
        assert docx.Document(str(tmp_path / f"{verb}.docx")).sections[0].header.paragraphs[0].text == "Doctoral school"
    ran = run("verbatims", study, "--blind", "--confidential", "show", "-o", tmp_path / "out.csv")
    assert (ran.code, "--blind masks" in ran.err) == (2, True)


def _of(*names: str) -> Makers:
    return Makers({name: f"Coder {letter}" for name, letter in zip(names, "ABC", strict=False)}, "fr", "/home/x/study")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vu par nb et par NB.", "Vu par Coder A et par Coder A."),
        ("nb", "Coder A"),
        ("nbre", "nbre"),
        ("/home/x/study/a.txt, C:\\Users\\y\\b", "…/a.txt, …"),
        ("Rose-Martel et Martels", "Coder B et Coder B"),
        ("Rose Martel", "Coder B"),
        ("R. Martel", "Coder B"),
        ("MARTEL", "Coder B"),
    ],
)
def test_a_name_is_recognised_however_it_is_written(text, shown):
    assert _of("nb", "Rose Martel").text(text) == shown


def test_names_that_say_nothing_stay(tmp_path):
    made = make_study(tmp_path)
    with made.project as project:
        project.coder = "Codeur 2"
        moment = Moment.of(project).viewed(unsigned=True)
        assert list(moment.makers.shown) == ["Ada"]
        assert moment.makers.out((1, ["Ada", {"Ada": None}], "Codeur 2 · A")) == (
            1,
            ["Codeur·euse A", {"Codeur·euse A": None}],
            "Codeur 2 · A",
        )
