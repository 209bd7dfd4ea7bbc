"""Forms of a word, by the tables: `~faire` finds `fasse`, and what is a form of two words is told."""

from __future__ import annotations

import doctest

import numpy as np
import pytest

from corpus.search import find, lemmas
from corpus.search.analysis import fold
from corpus.search.forms import Shared, shared
from corpus.search.index import View
from corpus.search.lemmas import others, related
from corpus.search.nodes import words_in
from corpus.search.postings import PassageText, gathered
from corpus.search.query import parse

# As a grammar gives them: present, imperfect, future, past, subjunctive and participles.
IRREGULAR = """
faire fais fait faisons faites font faisais faisait faisions faisaient ferai fera ferons feront ferait fis fit \
firent fasse fassions fassent faisant faite
aller vais vas va allons allez vont allais allait allaient irai ira irons iront irait alla allerent aille \
aillent allant alle allee
etre suis es est sommes etes sont etais etait etions etaient serai sera serons seront serait fut furent sois \
soit soyons soient etant ete
avoir ai as a avons avez ont avais avait avaient aurai aura aurons auront aurait eut eurent aie ait ayons aient \
ayant eu eue
venir viens vient venons venez viennent venais venait venaient viendrai viendra viendront viendrait vint vinrent \
vienne viennent venant venu venue venus
tenir tiens tient tenons tiennent tenais tenait tiendra tiendront tint tienne tenant tenu tenue
prendre prends prend prenons prenez prennent prenais prenait prendrai prendra prendront prit prirent prenne \
prenant pris prise prises
mettre mets met mettons mettez mettent mettais mettait mettra mettront mit mirent mette mettant mis mise mises
dire dis dit disons dites disent disais disait disaient dirai dira diront dirent dise disant dite dits
voir vois voit voyons voyez voient voyais voyait verrai verra verront verrait vit virent voie voyant vu vue vus
savoir sais sait savons savez savent savais savait saurai saura sauront sut surent sache sachions sachent sachant su
pouvoir peux peut pouvons pouvez peuvent pouvais pouvait pourrai pourra pourront pourrait put purent puisse \
puissent pouvant pu
vouloir veux veut voulons voulez veulent voulais voulait voudrai voudra voudront voudrait voulut veuille voulant voulu
devoir dois doit devons devez doivent devais devait devrai devra devront devrait dut durent doive doivent devant \
du due
suivre suis suit suivons suivez suivent suivais suivait suivra suivront suivit suivirent suive suivant suivi \
suivie suivis
partir pars part partons partez partent partais partait partira partiront partit partirent parte partant parti \
partie partis
vivre vis vit vivons vivez vivent vivais vivait vivra vivront vecut vecurent vive vivant vecu vecue
finir finis finit finissons finissent finissais finissait finira finiront finirent finisse finissant fini finie finis
choisir choisis choisit choisissons choisissent choisissait choisira choisiront choisirent choisisse choisissant \
choisi choisie
connaitre connais connait connaissons connaissent connaissais connaissait connaitra connut connaisse connaissant \
connu connue
croire crois croit croyons croient croyais croyait croira croiront crut croie croyant cru crue
comprendre comprends comprend comprenons comprennent comprenait comprendra comprit comprenne comprenant compris \
comprise
attendre attends attend attendons attendent attendait attendra attendront attendit attende attendant attendu attendue
ouvrir ouvre ouvres ouvrons ouvrent ouvrait ouvrira ouvrit ouvrant ouvert ouverte ouverts
acheter achete achetes achetons achetent achetait achetera acheteront acheta acheterent achetant achetee
appeler appelle appelles appelons appellent appelait appellera appelleront appela appelant appelee
jeter jette jettes jetons jettent jetait jettera jeta jetant jetee
envoyer envoie envoies envoyons envoient envoyait enverra enverront enverrait envoya envoyant envoyee
payer paie paye payons paient payait paiera payera paya payant payee
essayer essaie essayons essaient essayait essaiera essaya essayant essaye
"""
# Verbs of the first group that a manager says, some of them in no table.
REGULAR = "parler prioriser digitaliser tester piloter cibler fluidifier omnicanaliser"
ENDINGS = "e es ons ez ent ais ait ions iez aient era erai erons eront erait eraient ant ee ees es".split()
PARADIGMS = [tuple(line.split()) for line in IRREGULAR.split("\n") if line]
PARADIGMS += [(verb, *(verb[:-2] + ending for ending in ENDINGS)) for verb in REGULAR.split()]


def test_nearly_every_form_of_the_verbs_is_found() -> None:
    pairs = [(verb, form) for verb, *forms in PARADIGMS for form in forms]
    missed = [(verb, form) for verb, form in pairs if not related(verb, form)]
    assert len(pairs) > 600
    assert len(missed) <= len(pairs) / 100, missed


@pytest.mark.parametrize("verb", ["faire", "vivre", "suivre", "appeler", "prioriser"])
def test_a_query_finds_them_in_a_text(verb: str) -> None:
    (forms,) = [others for first, *others in PARADIGMS if first == verb]
    postings = gathered(PassageText(n, 1, 10 * n, form) for n, form in enumerate(forms))
    found = {postings.lexicon[number] for number in postings.numbers(f"~{verb}").tolist()}
    assert found == set(forms)


def test_english_forms() -> None:
    for word, forms in {
        "go": "goes went gone going", "buy": "buys bought buying", "take": "takes took taken taking",
        "be": "is are was were been being", "child": "children", "company": "companies", "prioritise": "prioritised",
    }.items():  # fmt: skip
        assert [form for form in forms.split() if not related(word, form)] == []


def test_numbers_and_genders_and_other_words() -> None:
    for one, many in [
        ("vendeur", "vendeuse vendeuses vendeurs"),
        ("national", "nationaux nationales"),
        ("oeil", "yeux"),
    ]:
        assert [form for form in many.split() if not related(one, form)] == []
    for pair in ("innovation innover", "parcours parc", "prix prise", "bus but", "faire fer", "maison mais"):
        one, other = pair.split()
        assert not related(one, other)


def test_forms_of_two_words_are_told_and_can_be_left_out() -> None:
    assert others("suis", "suivre") == {"etre"}
    assert others("part", "partir") >= {"part"}
    assert others("suivons", "suivre") == others("decide", "decider") == frozenset()
    texts = [
        PassageText(1, 1, 0, "Je suis là."),
        PassageText(2, 1, 20, "Je suivais la livraison, et nous la suivrons."),
    ]
    postings = gathered(texts)
    assert len(postings.numbers("~suivre")) == 3
    assert {postings.lexicon[n] for n in postings.numbers("~~suivre").tolist()} == {"suivais", "suivrons"}
    node = parse("~~suivre")
    assert list(words_in(node)) == ["~~suivre"]
    assert [len(spans) for spans in find.marked(node, texts)] == [0, 2]


def test_how_often_a_shared_form_stands_is_counted() -> None:
    texts = [
        PassageText(n, 1, 20 * n, text) for n, text in enumerate(["Je suis là.", "Suis-moi !", "Il part.", "Parti ?"])
    ]
    view = View(parts=((gathered(texts), np.array([True, True, True, False])),))
    assert shared(view, parse("~suivre OR /x/")) == [Shared("suivre", "suis", ("être",), 2)]
    assert shared(view, parse("~~suivre ~par* suis")) == []
    assert [(one.form, one.passages) for one in shared(view, parse("~partir"))] == [("part", 1)]


def test_words_in_no_table_are_alike_by_their_endings() -> None:
    assert related("phygitaliser", "phygitalisons")
    assert not related("phygital", "physique")


def test_accents_do_not_matter_and_folding_at_once_is_folding_each() -> None:
    words = ["Œuvre", "ÉTÉ", "aïeul", "l’été", "ça"]
    assert lemmas._folded(words) == [fold(word) for word in words]


def test_examples() -> None:
    assert doctest.testmod(lemmas).failed == 0
