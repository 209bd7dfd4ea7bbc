"""What may be told of an erasure, and the account of it: what went, counted as it was done, and what is out of reach.

To who codes blind nothing is told of anybody's work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coding import blind
from coding.exports.dates import day
from coding.exports.reports import Report, Section
from corpus.erasing.erasing import Erased
from corpus.store.project import Project

_NOBODYS_WORK = frozenset({"document", "participant", "attribute_value", "consent", "recruit", "speaker", "approval"})


def told(project: Project, found: Erased) -> Erased:
    """Return what went, or would go, as this coder may know it."""
    if not blind.hidden(project):
        return found
    rows = {table: count for table, count in found.rows.items() if table in _NOBODYS_WORK}
    return replace(found, rows=rows, scrubbed={}, in_vivo=())


def account(found: Erased, language: str, *, done: bool = True, unfinished: Sequence[str] = ()) -> Report:
    """Return what went, or would go where it is not `done`, and what the program can't reach; in French or English.

    `unfinished` are sentences on what could not be taken away.
    """
    says, kinds = _WORDS.get(language, _WORDS["en"]), KINDS.get(language, KINDS["en"])
    counts = {**found.rows, "blanked": found.blanked, "turn": found.turns}
    counts |= {kind: found.contents.get(kind, 0) for kind in ("original", "text")}
    counts |= {"backup": len(found.backups), "article": len(found.articles)}
    columns = (says["what"], says["number"])
    words = (says["final"], *([says["words"]] if found.kept_codings else []))
    sections = (
        Section(says["went" if done else "goes"], words, columns, _rows(counts, kinds), notes=(says["also"],)),
        Section(says["others"], (), columns, _rows(found.scrubbed, kinds)),
        Section(says["left"], (*unfinished, *_left(found, says, language)), (), ()),
    )
    kept = tuple(one for one in sections if one.rows or one.paragraphs)
    return Report(says["title" if done else "before"], "fr" if says is _WORDS["fr"] else "en", kept)


def _rows(counts: Mapping[str, int], kinds: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """Return what there is of each kind that has a name, in the order of names."""
    return tuple((name, counts[kind]) for kind, name in kinds.items() if counts.get(kind))


def _left(found: Erased, says: Mapping[str, str], language: str) -> Iterator[str]:
    """Yield what stays, or can't be reached, and what to do about it."""
    yield says["copies"]
    yield says["few"]
    named = (("names", found.kept_names), ("codes", found.in_vivo), ("media", found.media))
    yield from (says[key].format(name=name) for key, those in named for name in those)
    out = Counter((day(one.at, language), one.coder, one.path) for one in found.let_out)
    for (when, who, way), times in out.items():
        yield says["out"].format(day=when, who=who, way=way, times=times)
    yield says["disk"]
    if any(those for _, those in named):
        yield says["naming"]


KINDS = {
    "en": {
        "participant": "Participant", "speaker": "Speakers in texts",
        "document": "Documents in which they speak alone",
        "blanked": "Documents of theirs whose words went", "turn": "Turns in texts of several",
        "coding": "Codings", "judgement": "Decisions", "bearing": "Stances towards assertions",
        "verdict": "Answers to suggestions", "settlement": "Settled disagreements", "telltale": "Flagged words",
        "asking": "Answers to the interview guide", "excerpt": "Quotations", "memo": "Memos", "summary": "Summaries",
        "assertion": "Assertions", "code": "Codes", "alias": "Other names of codes", "cue": "Cues",
        "link": "Links", "set_aside": "Set-asides", "framework": "Frameworks", "project": "The study’s name and note",
        "choice": "Choices made in the study", "question": "Questions of the guide",
        "guide": "Interview guides", "remark": "Remarks on what was sent", "submission": "What was sent",
        "consent": "Consent forms", "approval": "Texts sent to approve", "recruit": "Lines of the recruitment log",
        "attribute": "Attributes", "attribute_value": "Values of attributes", "organisation": "Organisations",
        "pseudonym": "Names in the tab Names", "media": "Ties to recordings",
        "saved_search": "Kept searches", "saved_matrix": "Kept matrices", "recipe": "Recipes", "grouping": "Sets",
        "original": "Files that texts came from", "revision": "Corrections of texts",
        "text": "Stored texts, earlier ones too",
        "backup": "Copies from before an upgrade", "article": "Articles kept with what was sent",
    },
    "fr": {
        "participant": "Participant·e", "speaker": "Locuteurs dans des textes",
        "document": "Documents où cette personne parle seule",
        "blanked": "Documents de cette personne, vidés de ses paroles",
        "turn": "Tours de parole dans des entretiens à plusieurs",
        "coding": "Codages", "judgement": "Décisions", "bearing": "Positions envers des assertions",
        "verdict": "Réponses à des suggestions", "settlement": "Désaccords réglés", "telltale": "Mots signalés",
        "asking": "Réponses au guide d’entretien", "excerpt": "Verbatims", "memo": "Mémos", "summary": "Résumés",
        "assertion": "Assertions", "code": "Codes", "alias": "Autres noms de codes", "cue": "Indices",
        "link": "Liens", "set_aside": "Mises à l’écart", "framework": "Cadres théoriques",
        "project": "Nom et note de l’étude", "choice": "Choix faits dans l’étude", "question": "Questions du guide",
        "guide": "Guides d’entretien", "remark": "Remarques sur des envois", "submission": "Envois",
        "consent": "Formulaires de consentement", "approval": "Textes envoyés pour accord",
        "recruit": "Lignes du recrutement", "attribute": "Attributs", "attribute_value": "Valeurs d’attributs",
        "organisation": "Organisations", "pseudonym": "Noms de l’onglet Noms",
        "media": "Liens vers des enregistrements",
        "saved_search": "Recherches gardées", "saved_matrix": "Matrices gardées", "recipe": "Recettes",
        "grouping": "Ensembles", "original": "Fichiers d’où venaient des textes",
        "revision": "Corrections de textes", "text": "Textes gardés, les anciens aussi",
        "backup": "Copies d’avant une mise à jour",
        "article": "Articles gardés avec des envois",
    },
}  # fmt: skip
"""What is counted, by table of the study, or kind of what else went."""

_WORDS = {
    "en": {
        "title": "What was erased", "before": "What would be erased",
        "went": "What went", "goes": "What would go", "what": "What", "number": "Number",
        "final": "Nothing brings it back, nor what was removed before. Counts of others stay as they are.",
        "words": "Their words and their name; codes and their places stay.",
        "also": "With it: what the history remembered of all this, and of all that was removed before; the search "
                "index; what suggestions had learned; what the program remembered between sittings.",
        "others": "What others wrote, with […] for their words",
        "left": "Out of reach, or still there",
        "copies": "Your own copies of the project, backups of this computer, and what was exported or sent are out of "
                  "reach: look for them, and delete them.",
        "few": "Fewer than five of their words in a row, and what is told of them in other words, stay in what others "
               "wrote: read your memos again.",
        "names": "Others say {name}: that stays in their texts, and hidden as it was.",
        "codes": "The code {name} is called by their words; rename it.",
        "media": "The recording {name} is outside the project: delete it.",
        "out": "On {day} {who} let this out: {way} (×{times}).",
        "disk": "What a disk still holds of what it freed no program can know: an encrypted disk helps.",
        "naming": "These lines may name who was erased: keep them no longer than you need them.",
    },
    "fr": {
        "title": "Ce qui a été effacé", "before": "Ce qui serait effacé",
        "went": "Ce qui a disparu", "goes": "Ce qui disparaîtrait", "what": "Quoi", "number": "Nombre",
        "final": "Rien ne permet de revenir en arrière, ni de retrouver ce qui avait été retiré auparavant. Les "
                 "décomptes des autres restent les mêmes.",
        "words": "Ses paroles et son nom\u00a0; les codes et leurs places restent.",
        "also": "Avec cela\u00a0: ce que l’historique retenait de tout ceci, et de tout ce qui avait été supprimé "
                "avant\u00a0; l’index de recherche\u00a0; ce que les suggestions avaient appris\u00a0; ce que le "
                "programme retenait d’une séance à l’autre.",
        "others": "Ce que d’autres ont écrit, avec […] à la place de ses mots",
        "left": "Hors d’atteinte, ou encore là",
        "copies": "Vos propres copies du projet, les sauvegardes de cet ordinateur, et ce qui a été exporté ou envoyé "
                  "sont hors d’atteinte\u00a0: cherchez-les, et supprimez-les.",
        "few": "Moins de cinq de ses mots à la suite, et ce qui est dit de cette personne en d’autres mots, restent "
               "dans ce que d’autres ont écrit\u00a0: relisez vos mémos.",
        "names": "D’autres disent {name}\u00a0: cela reste dans leurs textes, et caché comme avant.",
        "codes": "Le code {name} porte ses mots\u00a0; renommez-le.",
        "media": "L’enregistrement {name} est hors du projet\u00a0: supprimez-le.",
        "out": "Le {day}, {who} a laissé sortir ceci\u00a0: {way} (×{times}).",
        "disk": "Ce qu’un disque garde de la place qu’il a libérée, aucun programme ne peut le savoir\u00a0: un disque "
                "chiffré aide.",
        "naming": "Ces lignes peuvent nommer la personne effacée\u00a0: ne les gardez pas plus longtemps que "
                  "nécessaire.",
    },
}  # fmt: skip
