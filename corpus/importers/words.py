"""Words by which speakers, headers and languages are told; folded: without case, accents and punctuation."""

from __future__ import annotations

import re
from collections import Counter


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words("de du des d la le les l von van der den et and the of à en")
INTERVIEWER = _words(
    """int interv intervieweur intervieweuse interviewer enqueteur enquetrice enq chercheur chercheuse researcher
    moderateur moderatrice moderator animateur animatrice facilitator facilitateur facilitatrice journaliste q
    question itw itv"""
)
RESPONDENT = _words(
    """interviewe interviewee interviewes respondent respondant repondant repondante repondeur enquetee participant
    participante informant informateur informatrice r rep reponse a answer p client cliente patient patiente
    beneficiaire sujet"""
)
NEUTRAL = _words("speaker locuteur locutrice intervenant intervenante voix voice unknown inconnu")
ALSO_PLAIN_WORDS = _words(
    "q question r rep reponse a answer p client cliente patient patiente participant participante sujet voix voice "
    "unknown inconnu"
)
NO_SPEAKER = _words(
    """note notes nb n remarque remarques exemple exemples example examples source sources tableau table figure fig
    part partie annexe annexes chapitre chapter section date lieu titre title duree duration objet subject
    attention resume summary abstract conclusion introduction keywords mots motscles http https mailto email
    mail courriel tel telephone phone fax adresse address ps entretien interview participants speakers present
    presents presentes nom name prenom age sexe genre profession fonction function secteur sector entreprise
    company ville city pays country theme sujet objectif objectifs objective contexte context methode
    method resultat resultats results avantage avantages inconvenient inconvenients remerciements references
    bibliographie bibliography auteur auteurs author authors transcription transcript transcripteur transcribed
    code codes file fichier version page pages total type statut status tags media warning important rappel
    consigne definition etape step phase jour day heure time debut fin start end url site web doi isbn issn ref
    reference numero number no scene acte act cf ex"""
)
NO_NAME_IN_BRACKETS = _words(
    """rire rires rit laughs laughter laughing laugh inaudible unintelligible pause silence soupir soupirs sigh
    sighs bruit bruits noise musique music applause applaudissements toux cough crosstalk coupure interruption
    telephone hesitation sic blanc note redacted anonymise"""
)
_COMMON = {
    "fr": _words("le la les des du un une est et que qui dans pour pas je vous nous on ce c'est avec sur mais"),
    "en": _words("the of and to is that it you we was this with for not but they have are what so be"),
}


def language_of(text: str) -> str | None:
    """Tell French from English by the share of their commonest words; None where neither is clear.

    >>> language_of("Je ne sais pas ce que vous en pensez, mais c'est dans la maison.")
    'fr'
    """
    words = Counter(re.findall(r"[^\W\d_]+(?:'(?!\w))?", text[:200_000].casefold().replace("’", "'")))
    score = {language: sum(words[word] for word in common) for language, common in _COMMON.items()}
    first, second = sorted(score, key=lambda language: score[language], reverse=True)
    clear = score[first] >= 3 and score[first] > 2 * score[second] and score[first] > 0.12 * words.total()
    return first if clear else None
