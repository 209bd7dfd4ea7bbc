"""All simple forms of thirty frequent French verbs, as a grammar gives them, and those of frequent English words.

Each French verb is written by its principal parts; the tenses are put together from them, and what no rule gives is
written out.
"""

from __future__ import annotations

PRINCIPAL = """
être | suis es est sommes êtes sont | ét | ser | fus | sois sois soit soyons soyez soient | étant été
avoir | ai as a avons avez ont | av | aur | eus | aie aies ait ayons ayez aient | ayant eu eus eue eues
faire | fais fais fait faisons faites font | fais | fer | fis | fass | faisant fait faits faite faites
dire | dis dis dit disons dites disent | dis | dir | dis | dis | disant dit dits dite dites
aller | vais vas va allons allez vont | all | ir | allai | aille ailles aille allions alliez aillent \
| allant allé allés allée allées
voir | vois vois voit voyons voyez voient | voy | verr | vis | voie voies voie voyions voyiez voient \
| voyant vu vus vue vues
savoir | sais sais sait savons savez savent | sav | saur | sus | sach | sachant su sus sue sues sachons sachez
pouvoir | peux peux peut pouvons pouvez peuvent puis | pouv | pourr | pus | puiss | pouvant pu
vouloir | veux veux veut voulons voulez veulent | voul | voudr | voulus \
| veuille veuilles veuille voulions vouliez veuillent | voulant voulu voulus voulue voulues veuillez
devoir | dois dois doit devons devez doivent | dev | devr | dus | doive doives doive devions deviez doivent \
| devant dû dus due dues
venir | viens viens vient venons venez viennent | ven | viendr | vins \
| vienne viennes vienne venions veniez viennent | venant venu venus venue venues
tenir | tiens tiens tient tenons tenez tiennent | ten | tiendr | tins \
| tienne tiennes tienne tenions teniez tiennent | tenant tenu tenus tenue tenues
prendre | prends prends prend prenons prenez prennent | pren | prendr | pris \
| prenne prennes prenne prenions preniez prennent | prenant pris prise prises
mettre | mets mets met mettons mettez mettent | mett | mettr | mis | mett | mettant mis mise mises
croire | crois crois croit croyons croyez croient | croy | croir | crus \
| croie croies croie croyions croyiez croient | croyant cru crus crue crues
connaître | connais connais connaît connaissons connaissez connaissent | connaiss | connaîtr | connus | connaiss \
| connaissant connu connus connue connues
entendre | entends entends entend entendons entendez entendent | entend | entendr | entendis | entend \
| entendant entendu entendus entendue entendues
suivre | suis suis suit suivons suivez suivent | suiv | suivr | suivis | suiv | suivant suivi suivis suivie suivies
vivre | vis vis vit vivons vivez vivent | viv | vivr | vécus | viv | vivant vécu vécus vécue vécues
partir | pars pars part partons partez partent | part | partir | partis | part | partant parti partis partie parties
finir | finis finis finit finissons finissez finissent | finiss | finir | finis | finiss \
| finissant fini finis finie finies
ouvrir | ouvre ouvres ouvre ouvrons ouvrez ouvrent | ouvr | ouvrir | ouvris | ouvr \
| ouvrant ouvert ouverts ouverte ouvertes
écrire | écris écris écrit écrivons écrivez écrivent | écriv | écrir | écrivis | écriv \
| écrivant écrit écrits écrite écrites
lire | lis lis lit lisons lisez lisent | lis | lir | lus | lis | lisant lu lus lue lues
recevoir | reçois reçois reçoit recevons recevez reçoivent | recev | recevr | reçus \
| reçoive reçoives reçoive recevions receviez reçoivent | recevant reçu reçus reçue reçues
acheter | achète achètes achète achetons achetez achètent | achet | achèter | achetai \
| achète achètes achète achetions achetiez achètent | achetant acheté achetés achetée achetées
appeler | appelle appelles appelle appelons appelez appellent | appel | appeller | appelai \
| appelle appelles appelle appelions appeliez appellent | appelant appelé appelés appelée appelées
envoyer | envoie envoies envoie envoyons envoyez envoient | envoy | enverr | envoyai \
| envoie envoies envoie envoyions envoyiez envoient | envoyant envoyé envoyés envoyée envoyées
changer | change changes change changeons changez changent | change | changer | changeai \
| change changes change changions changiez changent | changeant changé changés changée changées
commencer | commence commences commence commençons commencez commencent | commenç | commencer | commençai \
| commence commences commence commencions commenciez commencent \
| commençant commencé commencés commencée commencées
"""
_PAST = {
    "ai": "ai as a âmes âtes èrent asse asses ât assions assiez assent",
    "ins": "ins ins int înmes întes inrent insse insses înt inssions inssiez inssent",
    "is": "is is it îmes îtes irent isse isses ît issions issiez issent",
    "us": "us us ut ûmes ûtes urent usse usses ût ussions ussiez ussent",
}
"""The endings of the simple past, and of the past of the subjunctive, by that of its first person."""
_IMPERFECT, _FUTURE = "ais ais ait ions iez aient", "ai as a ons ez ont ais ait ions iez aient"
_SUBJUNCTIVE = "e es e ions iez ent"
_SOFT = {"change": "chang", "commenç": "commenc"}
"""Stems that are spelt for their sound before a and o, and how they are before all other letters."""
REGULAR = "parler prioriser digitaliser tester piloter cibler fluidifier omnicanaliser"
"""Verbs of the first group that a manager says, some of them in no table."""

ENGLISH = """
be am is are was were been being
have has had having
do does did done doing
say says said saying
go goes went gone going
get gets got gotten getting
make makes made making
know knows knew known knowing
think thinks thought thinking
take takes took taken taking
see sees saw seen seeing
come comes came coming
want wants wanted wanting
use uses used using
find finds found finding
give gives gave given giving
tell tells told telling
work works worked working
call calls called calling
try tries tried trying
ask asks asked asking
need needs needed needing
feel feels felt feeling
become becomes became becoming
leave leaves left leaving
put puts putting
mean means meant meaning
keep keeps kept keeping
let lets letting
begin begins began begun beginning
buy buys bought buying
sell sells sold selling
bring brings brought bringing
choose chooses chose chosen choosing
lie lies lay lain lying
prioritise prioritises prioritised prioritising
plan plans planned planning
child children
man men
woman women
person people persons
foot feet
life lives
company companies
analysis analyses
criterion criteria
good better best
bad worse worst
happy happier happiest
"""


def french() -> list[tuple[str, list[str]]]:
    """Return verbs, each with all its simple forms, once each."""
    lines = PRINCIPAL.strip().split("\n")
    return [_conjugated(*map(str.strip, line.split("|"))) for line in lines]


def regular() -> list[tuple[str, list[str]]]:
    """Return verbs of the first group likewise."""
    return [
        _conjugated(
            verb,
            _all(verb[:-2], f"{_SUBJUNCTIVE} ons ez"),
            verb[:-2],
            verb,
            f"{verb[:-2]}ai",
            verb[:-2],
            _all(verb[:-2], "ant é és ée ées"),
        )
        for verb in REGULAR.split()
    ]


def english() -> list[tuple[str, list[str]]]:
    """Return words, each with its other forms."""
    return [(word, forms) for word, *forms in map(str.split, ENGLISH.strip().split("\n"))]


def _conjugated(
    verb: str, present: str, imperfect: str, future: str, past: str, subjunctive: str, participles: str
) -> tuple[str, list[str]]:
    ending = next(each for each in _PAST if past.endswith(each))
    past = _all(past.removesuffix(ending), _PAST[ending])
    said = [
        verb,
        present,
        _all(imperfect, _IMPERFECT),
        _all(future, _FUTURE),
        past,
        subjunctive if " " in subjunctive else _all(subjunctive, _SUBJUNCTIVE),
        participles,
    ]
    return verb, list(dict.fromkeys(" ".join(said).split()))


def _all(stem: str, endings: str) -> str:
    return " ".join((stem if end[0] in "aâo" else _SOFT.get(stem, stem)) + end for end in endings.split())
