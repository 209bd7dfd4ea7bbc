"""How likely it is that bytes were read in the right encoding: by the letters that languages write, and how often."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_SAMPLE = 20_000
# From this share of their letters on, bytes are of a script without ASCII letters.
_OTHER_SCRIPT = 0.3
_FAIR = 0.6


class Guess(NamedTuple):
    """An encoding with how likely it is, 0 to 1, and how far it is above the next that gives another text."""

    codec: str
    score: float
    margin: float


# Encodings of Latin letters, the commonest first, and the letters beside a to z that languages write with them.
_LATIN = (
    "cp1252", "iso8859-15", "mac_roman", "cp850", "cp1250", "iso8859-2", "cp1254", "cp437", "cp852", "cp1257",
    "mac_latin2", "mac_turkish", "cp857", "iso8859-13", "iso8859-4", "iso8859-10", "cp775", "cp865", "cp860", "cp863",
    "iso8859-16", "latin-1",
)  # fmt: skip
_LETTERS = tuple(
    map(
        frozenset,
        (
            "éèàêçùâîôûëïüœ", "äöüß", "áéíóúñü", "ãõáéíóúâêôçà", "àèéìòù", "åäöæøé", "áðéíóúýþæö", "àéèíïóòúüç",
            "áéíóöőúüű", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "čšžćđ", "ăâîșțşţ", "çğıöşüâî",
            "ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž", "éëïóü", "âêîôûŵŷ",
        ),
    )
)  # fmt: skip
_SIGNS = frozenset("«»“”„‘’‚–—…·•€£°§©®™¿¡ªº\xa0\u202f¼½¾²³µ")
# A sign or a fraction within a word, one that opens where a word has begun, a capital after a small letter.
_ASTRAY = re.compile(
    r"(?<=[^\W\d_])[^\x00-\x7f\w\s’‘·–—\xad](?=[^\W\d_])|(?<=[^\W\d_])[‚„¿¡](?![^\W\d_])"
    r"|(?<=[^\W\d_])[¼½¾]|[¼½¾](?=[^\W\d_])|(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŠŽŒŸĄĆĘŁŃŚŹŻČĎĚŇŘŤŮŐŰİĞŞ]"
)


class _Script(NamedTuple):
    """A script's encodings, and how much each of its commonest signs speaks for it: the first of them most."""

    encodings: tuple[str, ...]
    weights: dict[str, float]


def _script(encodings: str, often: str, usual: float) -> _Script:
    """Return a script by its commonest signs in their order; `usual` is what a text of it has on average."""
    signs = dict.fromkeys(often)
    return _Script(tuple(encodings.split()), {sign: (1 - n / len(signs) / 1.5) / usual for n, sign in enumerate(signs)})


_SCRIPTS = (
    _script("cp1253 iso8859-7 mac_greek cp737 cp869", "αοιετσνηυρπκμλςάίόέγδήθύώχφβξζψϊϋ", 0.75),
    _script("cp1251 koi8-u mac_cyrillic cp866 iso8859-5 cp855", "оеаинтсрвлкмдпуяыьгзбчйхжшюіцщїєэфґ", 0.78),
    _script("cp1256 iso8859-6 mac_arabic cp864", "اليمنوربتهعدسفقكحةجأشخصضذىئطغزثءظآإؤپچگی،؟", 0.76),
    _script("cp1255 iso8859-8 cp862", "יוהלארמתבשנכםדחקעפטןגצזסךץף", 0.73),
    _script("cp874", "านรกเอ่งยมลวดท้สตะปบคีัแ์ไิหขชพุ็ใจูโณถำผซธ", 0.75),
    _script(
        "gb18030 big5 big5hkscs",
        "的一是不了我，。人在有他这個这個们來中上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成"
        "方多這們來為國說時對過發後裡種會樣還沒麼什么现样没还看好很想都去起经让做学因从问题覺觉：？！、",
        0.35,
    ),
    _script(
        "cp932 euc_jp shift_jisx0213", "のにはをたがでてと、。しれさいるなもっかすこまりくらきんあおよだけー", 0.48
    ),
    _script("cp949 johab", "이다는을가고에의하지한를은로기사도나어그들있아서해리정인시일보게요니것", 0.3),
)


def guesses(data: bytes) -> Iterator[Guess]:
    """Yield what encodings the bytes, which are no UTF-8, may be in, the likeliest first and none that is unlikely."""
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    scores = _scores(sample)
    for number, (codec, (score, text)) in enumerate(scores):
        others = [other for _, (other, another) in scores[number + 1 :] if another != text]
        if score >= 0.4:
            yield Guess(codec, score, score - (others[0] if others else 0.0))


def _scores(sample: bytes) -> list[tuple[str, tuple[float, str]]]:
    high = sum(byte > 0x7F for byte in sample)
    latin = sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    found = {codec: (_latin(text), text) for codec, text in _texts(sample, _LATIN)}
    if high > _OTHER_SCRIPT * (high + latin) or max((score for score, _ in found.values()), default=0) < _FAIR:
        for script in _SCRIPTS:
            found |= {codec: (_of(script, text), text) for codec, text in _texts(sample, script.encodings)}
    return sorted(found.items(), key=lambda one: -round(one[1][0], 3))


def _texts(sample: bytes, codecs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for codec in codecs:
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 3 or len(sample) < _SAMPLE // 2:
                continue
            text = sample[: error.start].decode(codec)
        yield codec, unicodedata.normalize("NFC", text)


def _latin(text: str) -> float:
    """Return the share of what is not ASCII that some language writes, less what stands where no language has it."""
    strange = Counter(char for char in text if char > "\x7f")
    total = strange.total()
    letters = Counter({char.lower(): 0 for char in strange if char.isalpha()})
    for char, count in strange.items():
        if char.isalpha():
            letters[char.lower()] += count
    written = max(sum(letters[char] for char in known) for known in _LETTERS)
    signs = sum(count for char, count in strange.items() if char in _SIGNS)
    astray = len(_ASTRAY.findall(text)) + sum(count for char, count in strange.items() if char < "\xa0")
    return max(0.0, (written + signs - 2 * astray) / total) if total else 1.0


def _of(script: _Script, text: str) -> float:
    """Return how near the signs of a text come to how often a script has them."""
    strange = Counter(char for char in text.lower() if char > "\x7f" and char not in _SIGNS)
    astray = sum(a.islower() and b > "\x7f" and (b.isupper() or a == "ς") for a, b in pairwise(text))
    weight = sum(count * script.weights.get(sign, 0.0) for sign, count in strange.items())
    return (weight - astray) / strange.total() if strange else 0.0
