"""Encodings are told by evidence: the right text, or a word that it is a guess, and no letter is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.importers import encodings

TEXTS = {
    "cp850 cp437 mac_roman cp1252": "EVA : Il a fallu créer très tôt une équipe à Béziers, où ça gênait. L’été passé.",
    "cp1252 cp850": "Ute: Wir müssen früher schließen, das wäre schön für die Gäste in Köln.",
    "cp1252 mac_roman": "Sara: La niña soñó con él. ¿Por qué no llamó mañana? ¡Qué frío, señor!",
    "cp1250 iso8859-2 cp852": "Ewa: Chciałabym, żeby było łatwiej. Ktoś mógłby się tym zająć.",
    "cp1254": "Elif: Çünkü müşteri değişti, şimdi başka bir şey istiyor. Öğle arası kısa, ışık az.",
    "cp1253 iso8859-7": "ΕΛΕΝΗ : Δεν μπορώ να καταλάβω γιατί έφυγαν τόσο γρήγορα από το μαγαζί. Ήταν αργά.",
    "cp1251 koi8-r iso8859-5 cp866": "ОЛЬГА: Мы открыли магазин весной, и сразу пришли покупатели. Потом труднее.",
    "cp1256": "سعاد: فتحنا المحل في الربيع وجاء الزبائن بسرعة، ثم صار العمل أصعب من قبل.",
    "cp1255": "רותי: פתחנו את החנות באביב והלקוחות באו מיד. אחר כך זה היה קשה יותר.",
    "cp874": "มาลี: เราเปิดร้านในฤดูใบไม้ผลิ และลูกค้าก็มาทันที หลังจากนั้นก็ยากขึ้น",
    "gb18030": "李梅：我们春天开了店，客人马上就来了。后来就没有那么容易了，你知道吗？",
    "big5": "李梅：我們春天開了店，客人馬上就來了。後來就沒有那麼容易了，你知道嗎？",
    "cp932 euc_jp": "花子：春に店を開きました。すぐにお客さんが来てくれましたが、あとで難しくなりました。",
    "cp949": "지민: 봄에 가게를 열었는데 손님들이 바로 왔어요. 그런데 나중에는 더 어려워졌습니다.",
}
PAIRS = [(codec, text) for codecs, text in TEXTS.items() for codec in codecs.split()]


def decoded(data: bytes) -> encodings.Decoded:
    return encodings.decode(Path("a.txt"), data)


@pytest.mark.parametrize(("codec", "text"), PAIRS, ids=[f"{codec} {text[:4]}" for codec, text in PAIRS])
def test_one_sentence_is_enough_to_tell_the_encoding(codec: str, text: str) -> None:
    data = text.replace("’", "'").encode(codec)
    found = decoded(data)
    assert found.text == data.decode(codec)
    western = found.encoding in ("Windows-1252", "MacRoman", "cp850")
    assert [(str(note), note.doubt) for note in found.notes] == (
        [] if western else [(f"The encoding {found.encoding} is a guess.", True)]
    )


def test_a_letter_that_fits_in_several_encodings_is_a_guess() -> None:
    found = decoded("Merci.\n\xe9".encode("latin-1"))
    assert (found.text, [note.doubt for note in found.notes]) == ("Merci.\né", [True])


def test_a_line_of_another_encoding_within_utf8_is_read_and_told() -> None:
    lines = [f"LÉA : après l’été n° {n}, c’était réglé…".encode() for n in range(9)]
    lines[4] = "LÉA : là, l’équipe a payé 20 €.".encode("cp1252")
    lines[7] += " Déjà « prêt ».".encode("cp1252")
    found = decoded(b"\r\n".join(lines))
    assert found.encoding == "UTF-8"
    read = found.text.split("\r\n")
    assert read[4] == "LÉA : là, l’équipe a payé 20 €."
    assert read[7] == "LÉA : après l’été n° 7, c’était réglé… Déjà « prêt »."
    assert [read[n].encode() for n in (0, 3, 8)] == [lines[n] for n in (0, 3, 8)]
    assert [str(note) for note in found.notes] == [
        "Letters that are no UTF-8 were read as Windows-1252: 11, in line 5, 8.",
    ]


def test_lines_of_mac_roman_within_utf8_are_read_as_such() -> None:
    text = "Été où ça gêne\nL’hôtel était fermé, déjà à Noël\n"
    found = decoded(text.encode() + text.encode("mac_roman"))
    assert found.text == text * 2
    assert [str(note) for note in found.notes] == ["Letters that are no UTF-8 were read as MacRoman: 13, in line 3, 4."]


def test_many_lines_are_named_by_the_first_of_them() -> None:
    found = decoded("à l’été\n".encode() * 20 + "réglé\n".encode("cp1252") * 20)
    assert str(found.notes[0]).endswith("40, in line 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32 ….")


def test_a_byte_that_no_encoding_has_is_replaced_and_told() -> None:
    found = decoded("déjà réglé à l’été\n".encode() * 3 + b"caf\x81 ferm\xe9\n")
    assert found.text.splitlines()[-1] == "caf\ufffd fermé"
    assert [str(note) for note in found.notes] == [
        "Letters that are no UTF-8 were read as Windows-1252: 2, in line 4.",
        "Damaged characters replaced by \ufffd: 1.",
    ]


def test_a_long_text_is_told_by_its_beginning() -> None:
    text = "花子：春に店を開きました。\n" * 4000
    assert decoded(text.encode("euc_jp")).text == text
