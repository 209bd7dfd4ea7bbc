"""The check of an article's quotations, for reading: what is wrong in a sentence, with both places."""

from __future__ import annotations

from collections.abc import Sequence

from coding.articles.checking import ArticleFault, Checked
from coding.articles.reading import Article
from coding.exports.attributions import shortened
from coding.exports.reports import Report, Section
from coding.moment.moment import Moment

_WORDS = {
    "fr": {
        "title": "Contrôle des verbatims de l’article", "line": "Ligne", "paragraph": "Paragraphe",
        "header": "Verbatim|Attribution|Ce qui ne va pas|Source",
        "not found": "Introuvable dans les sources et dans les traductions enregistrées",
        "altered": "Mots modifiés\u00a0: «\u00a0{printed}\u00a0» au lieu de «\u00a0{said}\u00a0»",
        "added": "Mots ajoutés\u00a0: «\u00a0{printed}\u00a0»", "dropped": "Mots omis\u00a0: «\u00a0{said}\u00a0»",
        "withheld": "Mots modifiés\u00a0: «\u00a0{printed}\u00a0»",
        "not theirs": "Attribué à «\u00a0{named}\u00a0», dit par {who}",
        "nobody": "Aucun·e participant·e n’a l’attribution «\u00a0{named}\u00a0»\u00a0; dit par {who}",
        "asked": "Mots de l’enquêteur·rice ({who})",
        "firm behind": "L’attribution nomme l’entreprise d’une personne confidentielle\u00a0: {firm}",
        "firm within": "Les mots nomment l’entreprise d’une personne confidentielle\u00a0: {firm}",
        "named": "«\u00a0{name}\u00a0» désigne une personne confidentielle ({who})",
        "uncoded": "Aucun codage sur ces mots", "judged out": "Réexaminé et non retenu pour {codes}",
        "set aside": "Hors cadre\u00a0: à théoriser ({codes})",
        "refused": "N’a pas accepté d’être cité·e\u00a0: {who}", "translated": "traduction",
        "unknown": "on ne sait pas qui",
    },
    "en": {
        "title": "Check of the article’s quotations", "line": "Line", "paragraph": "Paragraph",
        "header": "Quotation|Attribution|What is wrong|Source",
        "not found": "Found in no source and in no stored translation",
        "altered": "Words altered: “{printed}” for “{said}”",
        "added": "Words added: “{printed}”", "dropped": "Words left out: “{said}”",
        "withheld": "Words altered: “{printed}”",
        "not theirs": "Given to “{named}”, said by {who}",
        "nobody": "No participant has the attribution “{named}”; said by {who}",
        "asked": "The interviewer’s words ({who})",
        "firm behind": "What stands behind it names the firm of someone confidential: {firm}",
        "firm within": "The words name the firm of someone confidential: {firm}",
        "named": "“{name}” tells who someone confidential is ({who})",
        "uncoded": "No coding is on these words", "judged out": "Reviewed and not kept for {codes}",
        "set aside": "Outside the framework: to theorise ({codes})",
        "refused": "Did not agree to be quoted: {who}", "translated": "translation", "unknown": "nobody knows whom",
    },
}  # fmt: skip


def report(moment: Moment, article: Article, found: Sequence[Checked]) -> Report:
    """Return a line for each quotation with which something is wrong."""
    words, mask = _words(moment), moment.mask
    rows = tuple(
        (
            one.number,
            mask.text(shortened(one.quoted.words)),
            mask.text(one.quoted.attribution),
            "\n".join(said(moment, one)),
            source(moment, one),
        )
        for one in found
        if one.faults
    )
    columns = (words["paragraph" if article.paragraphs else "line"], *words["header"].split("|"))
    section = Section("", (), columns, rows, caption=article.name)
    return Report(words["title"], moment.language if moment.language in _WORDS else "en", (section,))


def said(moment: Moment, one: Checked) -> list[str]:
    """Return in a sentence each what is wrong; words of who is not to be quoted are in none."""
    return [moment.mask.text(_said(_words(moment), fault, withheld=one.withheld)) for fault in one.faults]


def _said(words: dict[str, str], fault: ArticleFault, *, withheld: bool) -> str:
    kind, values = str(fault.kind), dict(fault.values)
    if kind == "altered":
        printed, source = values["printed"], values["said"]
        kind = "altered" if printed and source else "added" if printed else "dropped"
        kind = "withheld" if withheld else kind
    if "who" in values:
        values["who"] = values["who"] or words["unknown"]
    return words[kind].format(**values)


def source(moment: Moment, one: Checked) -> str:
    """Return where the words of a quotation are from: the document, and from where to where."""
    if one.found is None:
        return ""
    place = one.found
    named = f"{moment.mask.document(moment.infos[place.document])}, {place.start}\u2013{place.end}"
    return f"{named} ({_words(moment)['translated']})" if place.translated else named


def _words(moment: Moment) -> dict[str, str]:
    return _WORDS.get(moment.language, _WORDS["en"])
