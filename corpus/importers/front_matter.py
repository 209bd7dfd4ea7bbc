"""What stands above a Markdown text between lines of dashes: keys and values, of which some describe an interview."""

from __future__ import annotations

import re

from corpus import words

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([^\W\d][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)\Z")
_KNOWN = frozenset(
    """title titre sous-titre subtitle date year annee month mois time heure duration duree place places lieu lieux
    location ville city town region country pays site address adresse language langue lang interviewer interviewers
    intervieweur intervieweuse enqueteur enquetrice moderator animateur animatrice interviewee interviewees respondent
    respondents repondant repondante participant participants participante speaker speakers locuteur locuteurs who qui
    person people personne personnes name nom pseudonym pseudonyme age gender genre sex sexe function fonction role job
    metier profession occupation position poste title-of-job company entreprise firm organisation organization employer
    employeur sector secteur industry branche branch field domaine size taille status statut education etudes diplome
    experience anciennete seniority group groupe wave vague session round series case cas type kind medium channel canal
    tags tag keywords mots-cles themes theme topic topics sujet sujets subject category categories categorie source
    transcriber transcripteur transcriptrice author authors auteur auteurs auteure description resume summary abstract
    note notes comment comments commentaire consent consentement confidential confidentiel""".split()
)


def chosen(values: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what describes an interview by its name, and all else, which is told and not taken."""
    known = {name: value for name, value in values.items() if _name(name) in _KNOWN}
    return known, {name: value for name, value in values.items() if name not in known}


def _name(name: str) -> str:
    return words.folded(name).replace("_", "-").replace(" ", "-")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the keys and values that stand between two lines of dashes at the top, lists joined by `; `, and the rest.

    >>> front_matter("---\\nfunction: Buyer\\ntags:\\n  - a\\n  - b\\n---\\nText")
    ({'function': 'Buyer', 'tags': 'a; b'}, 'Text')
    """
    found = _FRONT.match(text)
    attributes = _keys(found[1].split("\n")) if found else None
    return (attributes, text[found.end() :].lstrip("\n")) if found and attributes else ({}, text)


def _keys(lines: list[str]) -> dict[str, str] | None:
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        bare = line.strip()
        found = _KEY.match(line)
        if not bare or bare.startswith("#"):
            continue
        if found:
            key = found[1].strip()
            values[key] = _values(found[2] or "")
        elif not key:
            return None
        elif bare.startswith("- "):
            values[key].append(_unquoted(bare[2:]))
        elif line[0] in " \t":
            values[key][-1:] = [" ".join([*values[key][-1:], _unquoted(bare)])]
        else:
            return None
    return {key: "; ".join(value) for key, value in values.items()}


def _values(text: str) -> list[str]:
    text = text.strip()
    if text in ("|", ">", "|-", ">-", "[]", "~", "null"):
        return []
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(item) for item in text[1:-1].split(",") if item.strip()]
    return [_unquoted(text)] if text else []


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        inner = text[1:-1]
        return inner.replace("''", "'") if text[0] == "'" else inner.replace('\\"', '"')
    return text
