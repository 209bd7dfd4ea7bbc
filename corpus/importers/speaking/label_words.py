"""Words of labels in ten languages: who asks, who answers, and what stands before a colon and is nobody.

They are kept folded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(10_000)
def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, spaces joined."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", bare))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


PARTICLES = _words("de du des d la le les l von van der den et and the of à en y di da do dos del al el bin ben")
INTERVIEWER = _words(
    """int intw interv intervieweur intervieweuse interviewer enqueteur enquetrice enqueteurice enqueteuse enq
    chercheur chercheuse chercheureuse researcher moderateur moderatrice moderator animateur animatrice facilitator
    facilitateur facilitatrice journaliste q question itw itv sociologue
    interviewerin befrager befragerin forscher forscherin moderatorin fragesteller fragestellerin frage
    entrevistador entrevistadora investigador investigadora moderador moderadora pregunta entrevistadore
    intervistatore intervistatrice ricercatore ricercatrice moderatore domanda
    pesquisador pesquisadora pergunta
    onderzoeker onderzoekster interviewster vraag gespreksleider
    badacz badaczka moderatorka prowadzacy prowadzaca pytanie ankieter ankieterka
    ερευνητης ερευνητρια συνεντευκτης συνεντευκτρια ερωτηση συντονιστης συντονιστρια
    الباحث الباحثة باحث باحثة المحاور المحاورة المقابل سؤال س"""
)
QUESTION_WORDS = _words("q question frage pregunta domanda pergunta vraag pytanie ερωτηση سؤال")
RESPONDENT = _words(
    """interviewe interviewee interviewes enquete respondent respondant repondant repondante repondeur enquetee
    participant participante informant informateur informatrice r rep reponse a answer p client cliente patient
    patiente beneficiaire sujet temoin
    befragter befragte befragten interviewpartner interviewpartnerin teilnehmer teilnehmerin antwort proband probandin
    entrevistado entrevistada respuesta informante encuestado encuestada
    intervistato intervistata rispondente risposta partecipante
    resposta participante respondente
    geinterviewde respondente deelnemer deelneemster antwoord
    respondentka badany badana rozmowca rozmowczyni odpowiedz uczestnik uczestniczka
    συνεντευξιαζομενος συνεντευξιαζομενη συμμετεχων συμμετεχουσα απαντηση ερωτωμενος ερωτωμενη
    المشارك المشاركة المستجيب المستجيبة المبحوث المبحوثة مشارك مشاركة جواب ج"""
)
NEUTRAL = _words(
    "speaker locuteur locutrice intervenant intervenante voix voice unknown inconnu sprecher sprecherin hablante "
    "orador oradora parlante falante spreker mowca ομιλητης ομιλητρια المتحدث"
)
ALSO_PLAIN_WORDS = _words(
    "q question r rep reponse a answer p client cliente patient patiente participant participante sujet voix voice "
    "unknown inconnu temoin sociologue enquete frage antwort pregunta respuesta domanda risposta pergunta "
    "resposta vraag antwoord pytanie odpowiedz ερωτηση απαντηση سؤال جواب س ج باحث باحثة مشارك مشاركة informant"
)
NO_SPEAKER = _words(
    """note notes nb remarque remarques exemple exemples example examples source sources tableau table figure fig
    part partie annexe annexes chapitre chapter section date lieu titre title duree duration objet subject
    attention resume summary abstract conclusion introduction keywords mots motscles http https mailto email
    mail courriel tel telephone phone fax adresse address ps entretien interview participants speakers present
    presents presentes nom name prenom age sexe genre profession fonction function secteur sector entreprise
    company ville city pays country theme sujet objectif objectifs objective contexte context methode
    method resultat resultats results avantage avantages inconvenient inconvenients remerciements references
    bibliographie bibliography auteur auteurs author authors transcription transcript transcripteur transcribed
    code codes file fichier version page pages total type statut status tags media warning important rappel
    consigne definition etape step phase jour day heure time debut fin start end url site web doi isbn issn ref
    reference numero number no scene acte act cf ex from to cc bcc
    advantages disadvantages pros cons strengths weaknesses forces faiblesses pour contre for against before after
    avant apres ingredients preparation material materiel question questions reponse answer hypothese theoreme
    lemme preuve proof remark probleme problem solution bilan decision action actions responsable echeance
    beispiel hinweis anmerkung quelle datum ort titel dauer ziel ergebnis ergebnisse vorteile nachteile
    ejemplo nota fuente fecha lugar titulo objetivo resultado resultados ventajas desventajas
    esempio fonte luogo titolo obiettivo risultati vantaggi svantaggi exemplo fonte local objetivo vantagens
    voorbeeld bron plaats doel voordelen nadelen przyklad uwaga zrodlo data miejsce tytul zalety wady
    παραδειγμα σημειωση πηγη مثال ملاحظة المصدر"""
) - _words("question reponse answer")
TALK = re.compile(
    r"[?？؟]|[\u0370-\u03ff] ?;|"
    r"(?<!\w)(?:je|tu|vous|nous|moi|toi|i|you|we|me|ich|wir|mich|mir|dich|euch|ihnen|yo|usted|ustedes|nosotros|vosotros|"
    r"io|noi|voi|eu|você|vocês|nós|ik|jij|jullie|wij|pan|pani|mnie|εγώ|εμείς|εσείς|εσύ|σας|μου|أنا|أنت|نحن|"
    r"я|ты|мы|вы|мне|אני|אתה|אנחנו|ben|siz|biz)(?!\w)|(?<!\w)[jJ]['’]|[我你您咱私僕]|あなた|저는|나는",
    re.IGNORECASE,
)
"""Questions and the words for who speaks and who is spoken to: there are some in talk, and few in a list."""
FIRST_PERSON = re.compile(
    r"(?<!\w)(?:[Jj]e|[Mm]oi|mon|I|my|[Ii]ch|mein\w{0,2}|[Yy]o|[Ii]o|[Ee]u|[Ii]k|[Εε]γώ|μου|أنا)(?!\w)|(?<!\w)[Jj]['’]"
)
"""Words for who speaks, by which answers are told from explanations."""
NO_NAME_IN_BRACKETS = _words(
    """rire rires rit laughs laughter laughing laugh inaudible unintelligible pause silence soupir soupirs sigh
    sighs bruit bruits noise musique music applause applaudissements toux cough crosstalk coupure interruption
    telephone hesitation sic blanc note redacted anonymise inaudibles incomprehensible lachen lacht risas risa risate
    ride risos smiech unverstandlich ininteligible incomprensibile onverstaanbaar γελια ضحك"""
)
TAGS = _words("p i b u a em strong br hr div span li ul ol sup sub h1 h2 h3 h4 img td tr table body html head title")
