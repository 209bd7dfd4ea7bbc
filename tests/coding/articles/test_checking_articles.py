"""The check of an article's quotations: where they are from, and what is wrong with them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from app.cli import program
from coding import blind, codebook, codings, excerpts, links, set_asides
from coding.articles import checking, reading
from coding.articles.matching import sought
from coding.articles.quoted import within
from coding.articles.sources import Sources, sources
from coding.articles.tex import CLOSE, OPEN, plain
from coding.codebook import frameworks
from coding.moment.moment import Moment
from corpus import documents
from corpus.people import consents, participants
from tests.coding.support import Study, make_study

TALK = (
    "IV : Que faites-vous quand la caisse s'arrête ?\n\nANNE : Alors on appelle le siège, et d'habitude personne ne "
    "répond avant le soir. Donc on encaisse à la main, avec un carnet, comme autrefois.\n\nANNE : L'œil du client, "
    "lui, ne voit que l'attente… Elle est longue, très longue."
)
OTHER = "LUC : Nous avons refait tous les comptes du magasin en une semaine.\n\nLUC : Personne ne l'avait demandé."


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path, texts={"Caisse": TALK, "Comptes": OTHER})
    with made.project as project:
        (asks,) = (one.key for one in documents.speakers(project) if one.label == "IV")
        documents.set_role(project, asks, "interviewer")
        participants.add(
            project,
            "Anne",
            confidential=True,
            documents=[made.documents["Caisse"]],
            attributes={"fonction": "Caissière", "entreprise": "Halles du Nord"},
        )
        participants.add(project, "Luc", documents=[made.documents["Comptes"]], attributes={"fonction": "Comptable"})
        code = codebook.add(project, "Panne")
        codings.apply(project, code, made.words("Caisse", TALK[TALK.index("Alors") : TALK.index("\n\nANNE : L'œil")]))
        yield made


def faults(study: Study, article: str, suffix: str = ".md") -> list[tuple[str, ...]]:
    """Return what is wrong with an article's quotations: line, kind, and what it names."""
    path = Path(study.project.path).with_name(f"article{suffix}")
    path.write_text(article, "utf-8")
    found = checking.check(Moment.of(study.project), reading.read(path))
    return [(one.number, fault.kind, *fault.values.values()) for one in found for fault in one.faults]


def kinds(study: Study, article: str) -> list[str]:
    return [str(one[1]) for one in faults(study, article)]


@pytest.mark.parametrize(
    "quotation",
    [
        "on appelle le siège, et d'habitude personne ne répond avant le soir",
        "On appelle le siège, et d’habitude, personne ne répond avant le soir.",
        "[O]n appelle le siège (…) personne ne répond",
        "on appelle […] avec un carnet, comme autrefois",
        "Alors on appelle le siège [de l'entreprise], et d'habitude personne ne répond",
        "on appelle [la direction], et d’habitude personne ne répond avant le soir",
        "on encaisse\u00a0à la main\u202f; avec un carnet",
        "on appelle le siège... Donc on encaisse à la main",
    ],
)
def test_what_print_may_do_is_let_go(study: Study, quotation: str) -> None:
    assert faults(study, f"Elle dit « {quotation} » [Caissière].") == []


def test_words_altered_added_and_left_out_are_told_word_by_word(study: Study) -> None:
    said = "« on téléphone au siège, et d'habitude vraiment personne ne répond le soir » (Caissière)"
    assert faults(study, f"\n\n{said}") == [
        (3, "altered", "téléphone au", "appelle le"),
        (3, "altered", "vraiment", ""),
        (3, "altered", "", "avant"),
    ]


def test_who_stands_behind_is_set_beside_who_spoke(study: Study) -> None:
    project = study.project
    code = codebook.find(project, "Panne").key
    codings.apply(project, code, study.words("Comptes", "Nous avons refait tous les comptes du magasin"))
    codings.apply(project, code, study.words("Caisse", "Que faites-vous quand la caisse s'arrête ?"))
    refait, asked = "« Nous avons refait tous les comptes »", "« Que faites-vous quand la caisse s'arrête »"
    assert faults(study, f"{refait} [Caissière]") == [(1, "not theirs", "Caissière", "Luc")]
    assert faults(study, f"{refait} (participant 2)") == faults(study, f"{refait} (Luc)") == []
    assert kinds(study, f"{refait} (Plombier)") == ["nobody"]
    assert kinds(study, f"{asked} (Caissière)") == ["asked"]
    assert faults(study, f"{refait} (Weber, 1922, p. 4)") == []
    assert faults(study, "« un mot que nul autre n'a dit ici » (Weber, 1922)") == [], "a reference is no participant"


def test_who_is_confidential_and_what_may_not_be_quoted_is_told(study: Study) -> None:
    project = study.project
    said = "« on encaisse à la main, avec un carnet »"
    assert kinds(study, f"{said} [Caissière, Halles du Nord]") == ["firm behind"]
    assert faults(study, f"{said} [Anne]") == [(1, "named", "Anne", "[participant 1]")]
    assert kinds(study, "« ne voit que l'attente » [Caissière]") == ["uncoded"]
    assert kinds(study, "« rien de cela ne fut jamais prononcé »") == ["not found"]
    anne = participants.find(project, "Anne").key
    consents.add(project, anne, signed_on="2026-01-05", quotation="no")
    path = Path(project.path).with_name("a.md")
    path.write_text("« on encaisse au crayon, avec un carnet »", "utf-8")
    (one,) = checking.check(Moment.of(project), reading.read(path))
    assert ([fault.kind for fault in one.faults], one.withheld) == (["altered", "refused"], True)


def test_what_was_decided_against_is_told(study: Study) -> None:
    project, said = study.project, "« on encaisse à la main, avec un carnet »"
    frameworks.add(project, "meco-2019")
    panne, theory = codebook.find(project, "Panne").key, codebook.find(project, "C2").key
    links.link(project, panne, theory)
    assert kinds(study, said) == []
    (coding,) = codings.listed(project, codes=[panne])
    links.judge(project, coding.key, theory, "out")
    assert [one[1] for one in faults(study, said)] == ["judged out"]
    links.unlink(project, panne, theory)
    set_asides.outside(project, panne, "meco-2019")
    assert "set aside" in kinds(study, said)


def test_a_stored_translation_is_a_source(study: Study) -> None:
    project = study.project
    code = codebook.find(project, "Panne").key
    place = study.words("Caisse", "on encaisse à la main, avec un carnet")
    excerpts.add(project, code, place, translation="We then cash up by hand, in a notebook")
    assert faults(study, "“we then cash up by hand, in a notebook” (Caissière)") == []
    assert faults(study, "“we then cash up by phone, in a notebook”") == [(1, "altered", "phone", "hand")]


def test_the_same_words_of_several_are_theirs_who_stand_behind(tmp_path: Path) -> None:
    said = "Je ne sais vraiment pas quoi en dire."
    made = make_study(tmp_path, texts={"Un": f"ANNE : {said}", "Deux": f"LUC : {said}"})
    with made.project as project:
        for name, document in (("Anne", "Un"), ("Luc", "Deux")):
            participants.add(project, name, documents=[made.documents[document]])
        code = codebook.add(project, "Doute")
        for document in ("Un", "Deux"):
            codings.apply(project, code, made.words(document, said))
        assert faults(made, f"« {said} » (Anne)") == faults(made, f"« {said} » (Luc)") == []


def test_words_without_marks_are_a_quotation_where_somebody_said_them(study: Study) -> None:
    said = "Donc on encaisse à la main, avec un carnet, comme jadis."
    assert faults(study, f"Un titre\n\n{said}\n\nUn paragraphe que personne n'a jamais dit ainsi.") == [
        (3, "altered", "jadis", "autrefois")
    ]
    assert kinds(study, "Elle dit ‘on encaisse à la main, avec un crayon’ et c’est tout.") == ["altered"]


ARTICLE = r"""\documentclass{article}
% « rien de ceci n'est cité » ici
\begin{document}
Elle le dit : \enquote{on encaisse \emph{à la main}, avec un crayon}. Ou \og on appelle le si\`ege\fg{}.

\begin{quote}
Alors on appelle le si\`{e}ge~\cite[p.~3]{x} [\ldots] avant le lendemain.
\end{quote}
L'\oe il, et ``ne voit jamais l'attente''.
\blockquote[(Caissi\`ere)]{d'habitude personne ne
r\'epond avant midi}
\end{document}
"""


def test_an_article_in_latex_is_read_line_by_line(study: Study) -> None:
    found = [one for one in faults(study, ARTICLE, ".tex") if one[1] == "altered"]
    assert found == [
        (4, "altered", "crayon", "carnet"),
        (7, "altered", "lendemain", "soir"),
        (9, "altered", "jamais", "que"),
        (10, "altered", "midi", "le"),
    ]


def test_what_latex_writes_is_read_as_it_is_meant() -> None:
    assert plain(r"d\'ej\`a, Fran\c{c}ois, na\"{\i}f, na\"\i f, 10\,\% \& plus % caché") == (
        "déjà, François, naïf, naïf, 10 % & plus "
    )
    assert plain("\\begin{quote}a\\end{quote}b") == f"{OPEN}a{CLOSE}b"
    assert plain("x\\footnote{vu \\enquote{là}}") == "x[vu “là”]"


@given(st.text(alphabet="\\{}[]%`'\"enquotebgi\n ~c«»“”", max_size=60))
def test_no_text_stops_the_reading(text: str) -> None:
    assert plain(text).count("\n") <= text.count("\n") + text.count("\\")
    for one in within(text):
        assert 0 <= one.start <= one.end <= len(text)


def test_word_and_opendocument_say_by_a_style_what_is_quoted(study: Study, tmp_path: Path) -> None:
    import docx

    paper = docx.Document()
    paper.add_paragraph("Une phrase de l'auteur.")
    paper.add_paragraph("Ceci ne fut dit par absolument personne (Caissière, 3)", style="Quote")
    paper.add_paragraph("« on encaisse à la main, avec un crayon » [Caissière].")
    paper.save(tmp_path / "a.docx")
    body = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        "<text:p>Une phrase.</text:p>"
        '<text:p text:style-name="Quotations">Ceci ne fut dit par absolument personne</text:p>'
        "<text:p>« on encaisse à la main, avec un crayon »</text:p></office:text></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", body)
    for name in ("a.docx", "a.odt"):
        article = reading.read(tmp_path / name)
        found = checking.check(Moment.of(study.project), article)
        assert [(one.number, one.faults[0].kind) for one in found] == [(2, "not found"), (3, "altered")]


def test_the_command_line_tells_both_places(study: Study, tmp_path: Path) -> None:
    path, article = str(study.project.path), tmp_path / "article.md"
    article.write_text("« on encaisse à la main, avec un crayon » [Comptable]\n\n« le siège, et d'habitude »", "utf-8")
    study.project.close()
    done = CliRunner().invoke(program, ["quotations", path, str(article), "--json", "--confidential", "show"])
    told = json.loads(done.stdout)
    assert [(one["line"], one["document"], [fault["kind"] for fault in one["faults"]]) for one in told] == [
        (1, "Caisse", ["altered", "not theirs"]),
        (3, "Caisse", []),
    ]
    assert TALK[told[0]["start"] : told[0]["end"]] == "on encaisse à la main, avec un carnet"
    plainly = CliRunner().invoke(program, ["quotations", path, str(article)])
    assert plainly.stdout.startswith("1\ton encaisse")
    assert "crayon" in plainly.stdout
    assert "2 quotations read; 1 to look at." in plainly.output


def test_who_codes_blind_is_not_told_what_others_coded(study: Study) -> None:
    with study.coder("Noé"):
        codings.apply(study.project, codebook.find(study.project, "Panne").key, study.words("Comptes", "une semaine"))
    said = "« refait tous les comptes du magasin en une semaine »"
    assert kinds(study, said) == []
    blind.assign(study.project, study.documents.values(), "Ada", blind=True)
    assert kinds(study, said) == ["uncoded"]


def test_words_are_read_once_for_many_articles(study: Study) -> None:
    moment = Moment.of(study.project)
    assert sources(moment) is sources(moment)
    known = Sources.of(moment)
    (found,) = sought(known, "personne ne répond avant le soir")
    assert moment.text(found.document)[found.start : found.end] == "personne ne répond avant le soir"
