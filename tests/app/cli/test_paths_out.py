"""Every path out of the program on the command line stops at a consent, names it, and goes on only where told to."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from app.cli import VERBS, program
from coding import blind, codebook, codings, excerpts, links, memos, permits, reports, submissions, summaries, telltales
from coding.codebook import frameworks, frameworks_files
from coding.memos import Target
from coding.moment.moment import Moment
from corpus.people import consents, organisations, participants, recruiting, vault
from corpus.store.project import Project
from corpus.words import folded
from tests.app.cli.conftest import Ran
from tests.coding.support import TEXTS, make_study
from tests.unpacking import texts_of

HIDDEN = ("Kermorvan", "Zénobie", "Ploumogueur")  # a firm, a person, a place: said in every kind of text
NAMES = f"{HIDDEN[1]} part de {HIDDEN[0]} pour {HIDDEN[2]}, le parcours à la main."
SAID = "On a suivi le parcours client trois semaines."
FIRM = "Halles du Nord"
CUES = "ANNE : Le diagnostic du parcours, les irritants, les points de rupture : comprendre le client."


class Out(NamedTuple):
    """A verb with its arguments (OUT is a file, DIR a folder), the use it needs, and whether people can be left out."""

    arguments: str
    use: str
    rows: bool = False

    @property
    def verb(self) -> str:
        return self.arguments.split()[0]


PATHS = [
    Out("verbatims -o OUT.csv", "quotation", rows=True),
    Out("verbatims -o OUT.docx", "quotation", rows=True),
    Out("verbatims -o OUT.html", "quotation", rows=True),
    Out("verbatims -o OUT.md", "quotation", rows=True),
    Out("verbatims -o OUT.xlsx", "quotation", rows=True),
    Out("verbatims -o OUT.csv --confidential show", "firm", rows=True),
    Out("interviews -o OUT.docx", "firm", rows=True),
    Out("interviews -o OUT.csv", "firm", rows=True),
    Out("report -o DIR", "quotation"),
    Out("report -o DIR --only verbatims --format md", "quotation", rows=True),
    Out("report -o DIR --only interviews --format html", "firm", rows=True),
    Out("report -o DIR --recipe appendix", "quotation"),
    Out("codes-export OUT.docx", "quotation"),
    Out("codes-export OUT.csv", "quotation"),
    Out("codings-export OUT.csv", "quotation", rows=True),
    Out("codings-export OUT.xlsx", "quotation", rows=True),
    Out("matrix --rows attribute:Entreprise --columns codes -o OUT.csv", "firm"),
    Out("matrix --rows attribute:Entreprise --columns codes -o OUT.html", "firm"),
    Out("matrix --rows attribute:Entreprise --columns codes -o OUT.json", "firm"),
    Out("search parcours", "quotation", rows=True),
    Out("search parcours --json", "quotation", rows=True),
    Out("search parcours --scope codings", "quotation"),
    Out("search parcours --scope documents", "quotation"),
    Out("search parcours --scope memos --json", "quotation"),
    Out("similar parcours", "quotation", rows=True),
    Out("similar parcours --json", "quotation", rows=True),
    Out("search parcours --scope definitions", "quotation"),
    Out("search --saved Parcours", "quotation", rows=True),
    Out("attributions", "quotation"),
    Out("attributions --json", "quotation"),
    Out("excerpts", "quotation", rows=True),
    Out("excerpts --json", "quotation", rows=True),
    Out("suggest --document Actes --framework meco-2019 --early --json", "quotation", rows=True),
    Out("answers", "quotation", rows=True),
    Out("answers --json", "quotation", rows=True),
    Out("answers -o OUT.csv", "quotation", rows=True),
    Out("answers -o OUT.docx", "quotation", rows=True),
    Out("auto-code Parcours --search parcours --dry-run", "quotation"),
    Out("codes --json", "quotation"),
    Out("memos --json", "quotation"),
    Out("memos -o OUT.md", "quotation"),
    Out("memos -o OUT.csv", "quotation"),
    Out("recruits -o OUT.csv", "firm"),
    Out("recruits -o OUT.csv --confidential show", "firm"),
    Out("report -o DIR --only recruitment", "firm"),
    Out("report -o DIR --only cases", "firm"),
    Out("report -o DIR --only guide --format md", "quotation", rows=True),
    Out("report -o DIR --only codebook", "quotation"),
    Out("report -o DIR --only trail", "quotation"),
    Out("report -o DIR --only methods", "quotation"),
    Out("report -o DIR --only stories", "quotation"),
    Out("report -o DIR --only evidence", "quotation", rows=True),
    Out("report -o DIR --only counter-cases", "quotation", rows=True),
    Out("assertions", "quotation", rows=True),
    Out("assertions --json", "quotation", rows=True),
    Out("report -o DIR --only assertions", "quotation", rows=True),
    Out("summaries", "quotation", rows=True),
    Out("summaries --json", "quotation", rows=True),
    Out("report -o DIR --only framework-matrix", "quotation", rows=True),
    Out("report -o DIR --only concepts", "quotation"),
    Out("report -o DIR --only attributions", "quotation"),
    Out("approval-send Luc OUT.docx --document Achats", "quotation"),
    Out("text Achats", "archive"),
    Out("revisions Achats --text 1", "archive"),
    Out("print Achats -o OUT.pdf", "archive"),
    Out("framework-update meco-2019", "quotation"),
    Out("code-history Parcours", "quotation"),
    Out("print Achats -o OUT.pdf", "quotation"),
    Out("quote Achats 7 42", "quotation"),
    Out("figure heat -o OUT.svg --columns attribute:Entreprise", "firm"),
    Out("report -o DIR --only singling", "quotation", rows=True),
    Out("report -o DIR --only revealed", "firm", rows=True),
    Out("report -o DIR --only submissions", "quotation"),
    Out("submissions Envoi", "quotation"),
    Out("iramuteq -o OUT.txt", "archive"),
    Out("iramuteq -o OUT.txt --themes", "quotation"),
    Out("concordance parcours -o OUT.csv", "quotation", rows=True),
    Out("specificities --by attribute:Entreprise --least 1 -o OUT.csv", "firm"),
    Out("correspondence --rows participants --columns attribute:Entreprise -o OUT.csv", "firm"),
    Out("give-away OUT.verbatim --key OUT.key", "archive"),
    Out("give-away DIR --key OUT.key --as txt", "archive"),
    Out("copy-for -o OUT.html", "archive", rows=True),
    Out("copy-for -o OUT.html", "quotation"),  # a definition quotes her
    Out("disagreements --coders Ada,Noé", "quotation", rows=True),
    Out("disagreements --coders Ada,Noé --json", "quotation", rows=True),
]
LET_NOTHING_OUT = {
    "demo": "makes the sample study, which is fictional, and writes by the functions of the other verbs",
    "import": "tells of what comes in, and of codings that a new reading loses",
    "documents": "lists documents to whom works with them", "participants": "lists people to whom works with them",
    "quotations": "sets an article beside the sources; the words of who is not to be quoted are kept back",
    "codes-alike": "says single words that verbatims of two codes share",
    "remarks": "lists what reviewers wrote",
    "attributes": "lists columns", "speakers": "lists marks of speakers to whom works with them",
    "edit": "prints back what was just written, and a little around it", "frameworks": "lists what ships",
    "document-remove": "counts", "code-remove": "counts", "links": "lists codes and why they are linked",
    "readings": "lists documents to whom works with them", "to-reread": "lists documents likewise",
    "searches": "lists queries", "matrices": "lists choices", "recipes": "lists choices",
    "recipe-show": "says what is to be made of a study, and nothing of it",
    "suggest-why": "says single words that weighed",
    "suggest-evaluate": "counts", "suggest-links": "offers pairs of codes", "history": "lists changes by labels",
    "codes-paste": "lists codes of the list itself", "check": "lists faults of the file",
    "consents": "lists what was agreed to",
    "disclosures": "lists what was let out",
    "organisations": "lists firms to whom works with them", "guide": "lists questions", "guide-of": "lists versions",
    "guide-import": "lists questions", "guide-find": "tells the interviewer's words",
    "sets": "lists sets", "set-show": "lists whom and what a set holds, to whom works with it",
    "facts": "lists documents to whom works with them", "attribute-recode": "counts values",
    "approvals": "lists what was sent", "due": "lists whom to remember",
    "asked": "tells the interviewer's words", "organisations-from": "counts", "coders": "counts",
    "to-theorise": "lists codes and why they fit none",
    "memo-links": "lists what memos link to, to whom works with it",
    "agreement": "counts by code; a table that is written asks without terms",
    "saturation": "counts by document and code",
    "draw": "lists documents to whom works with them", "draws": "lists documents likewise",
    "figures": "lists what can be drawn", "approach": "says one word of the study", "settle-agreed": "counts",
    "names": "lists names to hide, to whom works with them", "pseudonyms": "lists the key, which is to stay here",
    "pseudonymise": "says what was just written",
    "participant-erase": "counts", "traces": "says in which files words are that it was given",
    "singling": "lists whom attributes single out, to whom works with them",
    "telltales": "lists places that are flagged, without their words",
    "undo": "writes", "redo": "writes", "first-pass": "lists documents", "framework-remove": "counts",
}  # fmt: skip
"""Verbs that read a study or write a file and need no consent, with the reason."""


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a study in which Anne's words can be met on every path."""
    texts = {**TEXTS, "Achats": f"{TEXTS['Achats']}\n\nANNE : {NAMES}", "Actes": CUES}
    study = make_study(tmp_path_factory.mktemp("out"), texts=texts)
    with study.project as project:
        with pytest.MonkeyPatch.context() as then:  # an older version, in which Anne is quoted
            then.setattr(frameworks_files, "find", lambda key: frameworks_files.former(key, "1"))
            frameworks.add(project, "meco-2019")
        codebook.edit(project, codebook.find(project, "C7").key, definition=f"Des images, comme dans : {SAID}")
        for name, kind in zip(HIDDEN, ("firm", "person", "place"), strict=True):
            vault.hide(project, [name], kind)
        theory = codebook.find(project, "C2").key
        place = study.words("Achats", SAID)
        codings.apply(project, theory, place)
        codings.apply(project, theory, study.words("Bureau", "Personne ne le lit, hélas."))
        excerpts.add(project, theory, place)
        code = codebook.add(project, "Parcours", definition=f"Du parcours, comme dans : {SAID}")
        against = codings.apply(project, code, place)
        links.link(project, code, codebook.find(project, "C1").key)
        links.judge(project, against, codebook.find(project, "C1").key, "in", stance="contradicts")
        memos.add(project, f"Elle dit : {SAID} {NAMES}", title=HIDDEN[0], targets=[Target("project", None)])
        spoken = codebook.add(project, f"Chez {HIDDEN[0]}", definition=NAMES, cues=[f"aller à {HIDDEN[2]}"])
        codings.apply(project, spoken, study.words("Achats", NAMES))
        codings.apply(project, theory, study.words("Achats", NAMES))
        links.link(project, spoken, theory, reason=NAMES)
        excerpts.add(project, theory, study.words("Achats", NAMES), translation=NAMES)
        anne = participants.add(
            project,
            "Anne",
            attributes={"Entreprise": FIRM},
            documents=[study.documents["Achats"], study.documents["Actes"]],
        )
        telltales.add(project, place, "phrase", NAMES)
        summaries.write(project, anne, theory, f"Elle dit : {SAID}")
        luc = participants.add(project, "Luc", documents=[study.documents["Bureau"]])
        participants.tie(project, luc, study.documents["Achats"])
        firm = organisations.add(project, FIRM)
        recruiting.add(project, name="Somebody", organisation=firm)
        prepare(project, study.documents["Achats"])
        blind.assign(project, study.documents.values(), "Noé")
    return Path(project.path)


def prepare(project: Project, document: int) -> None:
    """Keep a search, ask a question, and correct a text, so that there is an earlier one."""
    from coding.search import searches
    from coding.search.searches import Search
    from corpus import anchors, documents
    from corpus.correcting import corrections
    from corpus.guide import askings, guides

    guides.add(
        project, "Mars", [guides.GuideLine(HIDDEN[2], f"Et ensuite chez {HIDDEN[0]} ?")], note=f"Relu par {HIDDEN[1]}."
    )
    askings.mark(project, guides.find(project).questions[0].key, anchors.words(document, 0, 4))

    searches.save(project, "Parcours", Search("parcours"))
    moment = Moment.of(project)
    submissions.freeze(moment, "Envoi", reports.tables_sent(moment))
    codebook.edit(project, codebook.find(project, "C7").key, definition=f"Des images, encore comme dans : {SAID}")
    end = len(documents.text(project, document))
    corrections.edit(project, document, end - 1, end, " !")


@pytest.fixture
def study(coded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(coded, tmp_path / "study.verbatim"))


def agree(path: Path, name: str = "Anne", **uses: str) -> None:
    with Project.open(path, coder="Ada") as project:
        key = next(one.key for one in participants.listed(project) if one.name == name)
        consents.add(project, key, signed_on="2024-05-31", **uses)  # type: ignore[arg-type]  # uses by name


def filled(one: Out, study: Path) -> list[str]:
    verb, *rest = one.arguments.split()
    out = str(study.with_name("out"))
    return [verb, str(study), *(word.replace("OUT", out).replace("DIR", out) for word in rest)]


def left(study: Path, printed: bytes) -> bool:
    """Say whether something left: a file, a folder, or words on stdout."""
    return bool(printed) or any(path.name.startswith("out") for path in study.parent.iterdir())


def came_out(study: Path, ran: Ran) -> str:
    """Return all that came out: what was printed and said, and the files, containers unpacked, with their names.

    The key of a copy that is given away has the names, and stays apart.
    """
    every = (one for out in study.parent.glob("out*") for one in (out, *out.rglob("*")))
    files = [one for one in every if one.is_file() and one.suffix != ".key"]
    return "\n".join([ran.out, ran.err, *(text for one in files for text in (one.name, *texts_of(one)))])


def last(ran: Ran) -> str:
    """Return what was said last: before it stand words of warning."""
    return ran.err.splitlines()[-1]


@pytest.mark.parametrize("one", PATHS, ids=lambda one: one.arguments)
def test_a_path_out_is_refused_let_with_a_reason_and_open_where_agreed(one, study, run):
    agree(study, **{one.use: "no"})
    refused = run(*filled(one, study))
    assert refused.code == 4
    assert "Anne" in last(refused)
    assert one.use in last(refused)
    assert not left(study, refused.body)

    let = run(*filled(one, study), "--despite-consent", "She said yes on the phone")
    assert let.code == 0, let.err
    assert left(study, let.body)
    known = run("disclosures", study, "--json").json
    noted = [row for row in known if row["uses"] != ["names"]]
    assert {(tuple(row["participants"]), row["why"]) for row in noted} == {(("Anne",), "She said yes on the phone")}
    assert one.use in noted[0]["uses"]
    assert run("undo", study, "--yes").code == 0
    assert run("disclosures", study, "--json").json == known, "undo does not touch it"

    for path in study.parent.glob("out*"):  # a copy is never written over another
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    agree(study, **{one.use: "yes"})
    agreed = run(*filled(one, study))
    assert agreed.code == 0, agreed.err
    known = run("disclosures", study, "--json").json
    assert [row for row in known if row["uses"] != ["names"]] == noted
    if "--confidential show" in one.arguments:
        assert len(known) == len(noted) + 2, "that names were shown is written down, each time"
        return
    assert known == noted
    everything = folded(came_out(study, agreed))
    assert [name for name in HIDDEN if folded(name) in everything] == []


@pytest.mark.parametrize("one", [one for one in PATHS if one.rows], ids=lambda one: one.arguments)
def test_who_did_not_agree_can_be_left_out(one, study, run):
    agree(study, **{one.use: "no"})
    ran = run(*filled(one, study), "--leave-out")
    assert ran.code == 0, ran.err
    files = [path for path in study.parent.rglob("*") if path.is_file() and path.suffix in (".csv", ".md", ".html")]
    for written in (ran.out, *(path.read_text("utf-8") for path in files)):
        assert "parcours client trois semaines" not in written or one.use != "quotation"
        assert FIRM not in written or one.use != "firm"
    assert [row for row in run("disclosures", study, "--json").json if row["uses"] != ["names"]] == []


@pytest.mark.parametrize("one", [one for one in PATHS if not one.rows], ids=lambda one: one.arguments)
def test_where_nobody_can_be_left_out_nothing_leaves(one, study, run):
    agree(study, **{one.use: "no"})
    ran = run(*filled(one, study), "--leave-out")
    assert ran.code in (2, 4)
    assert not left(study, ran.body)


def test_who_withdrew_agrees_to_nothing(study, run):
    agree(study, quotation="yes", firm="yes", archive="yes", withdrawn_on="2024-07-01")
    for one in PATHS:
        ran = run(*filled(one, study))
        assert (ran.code, "Anne (withdrawn)" in ran.err) == (4, True), one.arguments


def test_what_nobody_spoke_of_is_told_and_not_refused(study, run):
    agree(study, "Luc", quotation="yes")
    ran = run("verbatims", study, "-o", study.with_name("out.csv"))
    assert ran.code == 0
    assert "Of 1 participant it is not known whether they agreed to be quoted." in ran.err


def test_a_study_that_keeps_no_consents_is_told_nothing(study, run):
    ran = run("verbatims", study, "-o", study.with_name("out.csv"))
    assert ran.code == 0
    assert "agreed" not in ran.err


def test_pictures_of_the_window_are_not_taken_where_somebody_is_not_to_be_quoted(study, run):
    agree(study, quotation="no")
    ran = run("pictures", study, study.with_name("out"))
    assert (ran.code, "Anne (quotation)" in ran.sentence) == (4, True)
    assert not left(study, ran.body)


def test_counts_need_no_consent(study, run):
    agree(study, quotation="no", firm="no", archive="no")
    ran = run(
        "matrix", study, "--rows", "participants", "--columns", "framework:meco-2019", "-o", study.with_name("out.csv")
    )
    assert ran.code == 0


@pytest.mark.parametrize("part", ["coverage", "to-review"])
def test_reports_that_count_stop_where_a_code_is_called_by_what_was_said(part, study, run):
    with Project.open(study, coder="Ada") as project:
        codebook.edit(project, codebook.find(project, "C6").key, name="Le parcours client trois semaines, suivi")
        codebook.add(project, "On a suivi le parcours client")
    agree(study, quotation="no")
    asked = ("report", study, "-o", study.with_name("out"), "--only", part)
    ran = run(*asked)
    assert (ran.code, "Anne (quotation)" in ran.sentence, left(study, ran.body)) == (4, True, False)
    assert run(*asked, "--despite-consent", "She said yes").code == 0
    assert [row["path"] for row in run("disclosures", study, "--json").json] == [part]


def test_a_reason_must_be_given(study, run):
    agree(study, quotation="no")
    ran = run("verbatims", study, "-o", study.with_name("out.csv"), "--despite-consent", " ")
    assert ran.code == 2
    assert run("disclosures", study, "--json").json == []


# A new way out must be named above.


def command(name: str) -> click.Command:
    found = program.get_command(click.Context(program), name)
    assert found is not None
    return found


def lets_out(name: str) -> bool:
    """Say whether a verb writes a file, or opens a study to tell of it."""
    verb = command(name)
    to_a_file = any(
        isinstance(one.type, click.Path) and not one.type.exists and one.metavar in ("OUT", "DIR")
        for one in verb.params
    )
    callback = getattr(verb.callback, "__wrapped__", verb.callback)
    opened = set(callback.__code__.co_names) | set(callback.__code__.co_freevars)
    return to_a_file or bool(opened & {"reading", "leaving"}) or has_terms(name)


def has_terms(name: str) -> bool:
    return any(one.name == "despite" for one in command(name).params)


@pytest.mark.parametrize("name", [name for name in VERBS if lets_out(name)])
def test_every_verb_that_lets_something_out_asks_for_consent_or_is_named_with_a_reason(name):
    assert has_terms(name) != (name in LET_NOTHING_OUT), f"{name}: give it `agreeing`, or say why it needs no consent"
    if has_terms(name):
        assert name == "pictures" or name in {one.verb for one in PATHS}, f"{name}: add it to PATHS"


def test_what_needs_no_consent_is_there():
    assert set(LET_NOTHING_OUT) <= set(VERBS)


COUNTS = {
    "coverage", "to-review", "balance", "sources", "sample", "growth", "flow", "tree", "crosswalk", "saturation",
    "agreement", "structure", "co-occurrence", "specificities", "correspondence",
}  # fmt: skip
"""Reports of counts beside names, in which a firm is looked for as in all that leaves."""


def test_every_report_is_a_path_out():
    asked = {one.arguments.partition("--only ")[2].split(" ")[0] for one in PATHS} | COUNTS
    assert set(reports.REGISTER) <= set(permits.WAYS) & asked
