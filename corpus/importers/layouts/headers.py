"""What the head of a column says of it, in French, English, German, Spanish and Italian; folded as marks are."""

from __future__ import annotations

import re
from typing import Literal

from corpus.importers.speaking.label_words import fold

Meaning = Literal["speaker", "time", "words", "number", "other"]

SPEAKER: Meaning = "speaker"
_JOINED = re.compile(r"_|(?<=[a-z])(?=[A-Z])")  # as programs join the words of a head: start_time, startTime
_SPEAKER = """locuteur locutrice locuteurs intervenant intervenante intervenants speaker speakers name nom
participant participante participants interlocuteur interlocutrice person personne personnes qui who tier acteur
auteur author sender sprecher sprecherin sprechende hablante hablantes orador interlocutor nombre quien persona parlante
falante wer chi quem voix voice"""
_TIME = """temps time times heure timecode timecodes timestamp timestamps timespan tc horodatage minutage begin
beginning start started debut onset tmin from end ending stop fin offset tmax to duree duration zeit zeitstempel
zeitmarke anfang ende dauer tiempo tiempos hora marca inicio duracion tempo inizio fine de a"""
_WORDS = """texte text texts transcript transcription transcriptions verbatim verbatims paroles parole contenu content
propos discours dialogue utterance utterances words message enonce enonces inhalt transkript transkription texto
transcripcion contenido testo trascrizione contenuto annotation extrait extraits extract excerpt
auszug extracto estratto quoi cosa conteudo fala
was que what sentence segment segments citation quote"""
_NUMBER = "n no num numero number nr ligne ligne line lines zeile linea tour turn id index row rang"
_OTHER = """theme themes thematique thematiques code codes categorie categories category dimension dimensions concept
concepts idee idees idea topic topics critere indicateur rubrique thema kategorie tema categoria annee year enseigne
entreprise company pays country"""
_MEANINGS: dict[str, Meaning] = {
    **dict.fromkeys(_OTHER.split(), "other"),
    **dict.fromkeys(_NUMBER.split(), "number"),
    **dict.fromkeys(_WORDS.split(), "words"),
    **dict.fromkeys(_TIME.split(), "time"),
    **dict.fromkeys(_SPEAKER.split(), "speaker"),
}


def meaning(head: str) -> Meaning | None:
    """Return what a column with this head holds; None where the head is no known word.

    >>> meaning("Nom du locuteur"), meaning("Begin Time - hh:mm:ss.ms"), meaning("Bonjour à tous")
    ('speaker', 'time', None)
    """
    words = fold(_JOINED.sub(" ", head)).split()[:6]
    known = [_MEANINGS[word] for word in words if word in _MEANINGS]
    return known[0] if known and len(head) <= 40 else None
