from __future__ import annotations

import itertools
import math
import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from coding.codebook.frameworks_files import (
    BASES,
    COLOURS,
    DEFINITIONS,
    LANGUAGES,
    PROVENANCES,
    CodeText,
    FrameworkFile,
    crosswalks,
    find,
    load,
    shipped,
)
from corpus.errors import FrameworkError

KEYS = {
    "meco-2019": "C1 C2 C3 C4 C5 C6 C7",
    "channel-strategies": "multi-channel cross-channel omni-channel",
    "experience-dimensions": "wanted offered expected lived gap-wanted-offered gap-perceived-expected",
    "homburg-2017": "touchpoint-design touchpoint-prioritisation journey-monitoring touchpoint-adaptation",
    "meco-priorities-2019": "client-satisfaction cost-reduction innovation differentiation promised-value",
    "morgan-2012": "specialised cross-functional architectural dynamic",
    "omnichannel-levers": "shared-vision no-silos knowing-client ecosystem continuous-improvement",
    "social-journey": "companions near-companions distant-companions companion-weight deciding-interactions",
}

TEXTS = [
    pytest.param(code.texts.get(language), language, id=f"{framework.key}-{code.key}-{language}")
    for framework in shipped()
    for code in framework.codes
    for language in LANGUAGES
]
FRAMEWORKS = [pytest.param(framework, id=framework.key) for framework in shipped()]

MINIMAL = """\
key = "mine"
[[codes]]
key = "trust"
[codes.fr]
name = "Confiance"
definition = "Ce que le client remet à l'enseigne sans vérifier."
"""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if part]


def strings(text: CodeText) -> list[str]:
    said = [text.name, text.short, text.definition, text.typical, text.atypical]
    return [*said, *text.include, *text.exclude, *text.cues]


def test_the_keys_are_fixed_and_meco_comes_first() -> None:
    assert {framework.key: " ".join(code.key for code in framework.codes) for framework in shipped()} == KEYS
    assert [framework.key for framework in shipped()] == list(KEYS)


def test_no_code_key_stands_in_two_frameworks() -> None:
    keys = [code.key for framework in shipped() for code in framework.codes]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_no_code_is_short(text: CodeText | None, language: str) -> None:
    assert text is not None
    assert len(sentences(text.definition)) >= 2
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in sentences(text.definition))
    assert len(words(text.definition)) >= 25
    assert 2 <= len(words(text.short)) <= 14
    assert len(set(text.include)) >= 2
    assert len(text.exclude) >= 1
    assert all(len(words(rule)) >= 5 for rule in text.include + text.exclude)
    assert len(words(text.typical)) >= 10
    assert len({cue.casefold() for cue in text.cues}) == len(text.cues) >= 8
    assert all(1 <= len(words(cue)) <= 7 for cue in text.cues)


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_text_is_composed_and_typeset(text: CodeText, language: str) -> None:
    for said in filter(None, strings(text)):
        assert unicodedata.is_normalized("NFC", said)
        assert ("'" if language == "fr" else "’") not in said
        assert "  " not in said
        assert re.search(r"\w[:;?!]" if language == "fr" else r"\s[:;?!]", said) is None
        assert re.search(r" [:;?!»]|« ", said) is None  # French asks for a no-break space there


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_framework_says_where_it_comes_from(framework: FrameworkFile) -> None:
    assert framework.definitions in DEFINITIONS
    assert set(framework.title) == set(framework.note) == set(framework.citation) == set(LANGUAGES)
    assert all(len(words(citation)) >= 8 for citation in framework.citation.values())
    english = re.compile(r"\b(as (reported|given|digested)|talk at|held by|table|names)\b", re.IGNORECASE)
    assert english.search(framework.citation["fr"]) is None
    assert all(code.provenance in PROVENANCES for code in framework.codes)
    assert framework.path.name == f"{framework.key}.toml"


def test_definitions_say_whose_they_are() -> None:
    assert find("homburg-2017").definitions == "as reported"
    assert find("meco-priorities-2019").definitions == "ours"
    assert find("meco-2019").definitions == "paraphrased"


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_no_cue_is_shared_or_held_by_another_codes_cue(framework: FrameworkFile) -> None:
    for language in LANGUAGES:
        cues = [
            (code.key, f" {' '.join(words(cue))} ") for code in framework.codes for cue in code.texts[language].cues
        ]
        shared = [(a, b) for a, b in itertools.permutations(cues, 2) if a[0] != b[0] and a[1] in b[1]]
        assert shared == []


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_names_differ_and_excluded_codes_exist(framework: FrameworkFile) -> None:
    for language in LANGUAGES:
        names = [code.texts[language].name for code in framework.codes]
        assert len({name.casefold() for name in names}) == len(names)
        known = {*names, *(code.key for code in framework.codes)}
        for code in framework.codes:
            named = [name for rule in code.texts[language].exclude for name in re.findall(r"\(([^)]*)\)", rule)]
            assert set(named) <= known - {code.key, code.texts[language].name}


def test_notes_keep_what_the_paper_leaves_open() -> None:
    meco = find("meco-2019")
    assert "C6 n’a pas d’équivalent chez Homburg" in meco.note["fr"]
    assert "C6 has no counterpart in Homburg" in meco.note["en"]
    assert "laisse ouverte" in meco.note["fr"]
    assert "leaves open" in meco.note["en"]
    assert "capacité dynamique" in meco.note["fr"]
    assert "dynamic capability" in meco.note["en"]


# Colour vision deficiencies as matrices on linear RGB, severity 1 (Machado, Oliveira and Fernandes, 2009).
VISIONS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no medium cones": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no short cones": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def seen(colour: str, vision: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of a colour under a kind of vision."""
    rgb = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    r, g, b = (min(1.0, max(0.0, sum(k * part for k, part in zip(row, linear, strict=True)))) for row in vision)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_colours_stay_apart_whatever_the_colour_vision(framework: FrameworkFile, vision: str) -> None:
    colours = [seen(code.colour, VISIONS[vision]) for code in framework.codes]
    assert min(math.dist(a, b) for a, b in itertools.combinations(colours, 2)) > 15


def test_both_ends_of_a_crosswalk_exist_and_it_gives_its_reason() -> None:
    known = {f"{framework.key}:{code.key}" for framework in shipped() for code in framework.codes}
    for crosswalk in crosswalks():
        assert {crosswalk.source, crosswalk.target} <= known
        assert crosswalk.source.split(":")[0] != crosswalk.target.split(":")[0]
        assert crosswalk.basis in BASES
        assert set(crosswalk.reason) == set(LANGUAGES)
        assert all(len(words(reason)) >= 12 for reason in crosswalk.reason.values())
    ends = [(crosswalk.source, crosswalk.target) for crosswalk in crosswalks()]
    assert len(ends) == len(set(ends))


def test_crosswalks_to_homburg_leave_c6_without_counterpart() -> None:
    to_homburg = {
        (crosswalk.source.partition(":")[2], crosswalk.target.partition(":")[2], crosswalk.basis)
        for crosswalk in crosswalks()
        if crosswalk.target.startswith("homburg-2017:")
    }
    assert to_homburg == {
        ("C1", "touchpoint-adaptation", "in part"),
        ("C2", "touchpoint-prioritisation", "by definition"),
        ("C3", "touchpoint-prioritisation", "in part"),
        ("C3", "touchpoint-design", "in part"),
        ("C4", "journey-monitoring", "by definition"),
        ("C4", "touchpoint-adaptation", "in part"),
        ("C5", "touchpoint-design", "by definition"),
        ("C7", "touchpoint-design", "by name"),
        ("C7", "touchpoint-adaptation", "in part"),
    }


def test_each_priority_says_in_the_name_of_what_journeys_are_ranked() -> None:
    to_choosing = [crosswalk.source for crosswalk in crosswalks() if crosswalk.target == "meco-2019:C2"]
    assert to_choosing == [f"meco-priorities-2019:{key}" for key in KEYS["meco-priorities-2019"].split()]


def test_the_paper_calls_all_seven_specialised_and_none_dynamic() -> None:
    to_morgan = [crosswalk for crosswalk in crosswalks() if crosswalk.target.startswith("morgan-2012:")]
    assert [crosswalk.source for crosswalk in to_morgan] == [f"meco-2019:C{number}" for number in range(1, 8)]
    assert {(crosswalk.target, crosswalk.basis) for crosswalk in to_morgan} == {("morgan-2012:specialised", "stated")}


def test_find_names_the_keys_that_exist() -> None:
    assert find("morgan-2012") is next(framework for framework in shipped() if framework.key == "morgan-2012")
    with pytest.raises(FrameworkError) as caught:
        find("meco")
    assert str(caught.value) == f"No framework is called meco; there are: {', '.join(KEYS)}."


def test_a_minimal_file_of_ones_own_loads(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINIMAL, encoding="utf-8-sig")  # as Windows Notepad may save it
    mine = load(path)
    assert (mine.key, mine.version, mine.citation["fr"], mine.definitions) == ("mine", "1", "", "ours")
    assert mine.title == {"fr": "mine"}
    assert mine.note == {}
    assert mine.path == path
    [code] = mine.codes
    assert (code.key, code.parent, code.colour, code.provenance) == ("trust", None, COLOURS[0], "literature")
    definition = "Ce que le client remet à l'enseigne sans vérifier."
    assert code.texts == {"fr": CodeText("Confiance", "", definition, (), (), "", "", ())}


def test_every_field_of_a_shipped_file_is_read() -> None:
    for framework in shipped():
        raw = tomllib.loads(framework.path.read_text(encoding="utf-8"))
        assert framework.title == raw["title"]
        assert framework.note == raw["note"]
        for code, table in zip(framework.codes, raw["codes"], strict=True):
            assert (code.key, code.colour, code.provenance) == (table["key"], table["colour"], table["provenance"])
            assert code.parent == table.get("parent")
            for language in LANGUAGES:
                text = code.texts[language]
                said = {
                    field: list(v) if isinstance(v := getattr(text, field), tuple) else v for field in text.__slots__
                }
                assert said == {"atypical": "", **table[language]}


def test_text_is_composed_when_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(unicodedata.normalize("NFD", MINIMAL.replace("Confiance", "Fidélité")), encoding="utf-8")
    assert load(path).codes[0].texts["fr"].name == "Fidélité"


SECOND = '[[codes]]\nkey = "{key}"\n{more}\n[codes.en]\nname = "N"\ndefinition = "D."\n'

FAULTS: dict[str, tuple[str | bytes, str]] = {
    "no framework key": (
        MINIMAL.replace('key = "mine"\n', ""),
        "In own.toml, the field key is missing.",
    ),
    "no codes": ('key = "mine"', "In own.toml, the field codes must be written as [[codes]], once or more."),
    "codes as one table": (
        'key = "mine"\n[codes]\nkey = "trust"',
        "In own.toml, the field codes must be written as [[codes]], once or more.",
    ),
    "no code key": (MINIMAL.replace('key = "trust"\n', ""), "In own.toml › #1, the field key is missing."),
    "a key with a colon": (
        MINIMAL.replace('"trust"', '"a:b"'),
        "In own.toml › a:b, the field key may hold letters A-Z, digits, . _ and -, not a:b.",
    ),
    "no name": (MINIMAL.replace('name = "Confiance"\n', ""), "In own.toml › trust, the field fr.name is missing."),
    "an empty name": (MINIMAL.replace("Confiance", " "), "In own.toml › trust, the field fr.name is empty."),
    "a name that is no text": (
        MINIMAL.replace('"Confiance"', "3"),
        "In own.toml › trust, the field fr.name must be text.",
    ),
    "no definition": (
        "\n".join(MINIMAL.splitlines()[:-1]),
        "In own.toml › trust, the field fr.definition is missing.",
    ),
    "no language": (
        MINIMAL.partition("[codes.fr]")[0],
        "In own.toml › trust, the fields fr and en are both missing; a code needs one of them.",
    ),
    "a language that is no table": (
        MINIMAL.partition("[codes.fr]")[0] + 'fr = "Confiance"',
        "In own.toml › trust, the field fr must be a table.",
    ),
    "cues that are no list": (
        MINIMAL + 'cues = "confiance"',
        "In own.toml › trust, the field fr.cues must be a list of texts.",
    ),
    "a cue that is no text": (
        MINIMAL + 'cues = ["confiance", 3]',
        "In own.toml › trust, the field fr.cues[2] must be text.",
    ),
    "a misspelt field": (
        MINIMAL + 'cue = ["confiance"]',
        "In own.toml › trust, the field fr.cue is unknown; known here are: "
        "name, short, definition, include, exclude, typical, atypical, cues.",
    ),
    "a language we do not have": (
        MINIMAL.replace("codes.fr", "codes.de"),
        "In own.toml › trust, the field de is unknown; known here are: key, parent, colour, provenance, fr, en.",
    ),
    "a title that is no table": ('title = "T"\n' + MINIMAL, "In own.toml, the field title must be a table."),
    "a title in no language": (
        'title.fr = ""\n' + MINIMAL,
        "In own.toml, the field title.fr is empty.",
    ),
    "a version that is a number": ("version = 2\n" + MINIMAL, "In own.toml, the field version must be text."),
    "definitions of an unknown kind": (
        'definitions = "copied"\n' + MINIMAL,
        "In own.toml, the field definitions must be one of: paraphrased, as reported, ours.",
    ),
    "a provenance of an unknown kind": (
        MINIMAL.replace("[codes.fr]", 'provenance = "hearsay"\n[codes.fr]'),
        "In own.toml › trust, the field provenance must be one of: literature, this study.",
    ),
    "a colour by name": (
        MINIMAL.replace("[codes.fr]", 'colour = "red"\n[codes.fr]'),
        "In own.toml › trust, the field colour must be written like #0072b2, not red.",
    ),
    "two codes of one key": (
        MINIMAL + SECOND.format(key="Trust", more=""),
        "In own.toml, the field key is Trust in two codes.",
    ),
    "an unknown parent": (
        MINIMAL + SECOND.format(key="doubt", more='parent = "faith"'),
        "In own.toml › doubt, the field parent names faith, which is no code of this file.",
    ),
    "a code that is its own parent": (
        MINIMAL + SECOND.format(key="doubt", more='parent = "doubt"'),
        "In own.toml › doubt, the field parent leads round in a circle.",
    ),
    "a circle of two": (
        MINIMAL.replace("[codes.fr]", 'parent = "doubt"\n[codes.fr]')
        + SECOND.format(key="doubt", more='parent = "trust"'),
        "In own.toml › trust, the field parent leads round in a circle.",
    ),
    "not UTF-8": (MINIMAL.encode("cp1252"), "own.toml is not UTF-8 text; save it again as UTF-8."),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_one_sentence(fault: str, tmp_path: Path) -> None:
    text, sentence = FAULTS[fault]
    path = tmp_path / "own.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(FrameworkError) as caught:
        load(path)
    assert str(caught.value) == sentence


def test_a_fault_carries_its_file_code_and_field(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(MINIMAL.replace('name = "Confiance"\n', ""), encoding="utf-8")
    with pytest.raises(FrameworkError) as caught:
        load(path)
    values = caught.value.values
    assert (values["file"], values["code"], values["field"]) == ("own.toml", "trust", "fr.name")


def test_a_file_that_is_not_toml(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('key = "mine', encoding="utf-8")
    with pytest.raises(FrameworkError, match=r"^own\.toml is not valid TOML: .+\.$"):
        load(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"^own\.toml can't be read: .+\.$"):
        load(tmp_path / "own.toml")


def test_a_parent_may_stand_after_its_child(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        MINIMAL.replace("[codes.fr]", 'parent = "bond"\n[codes.fr]') + SECOND.format(key="bond", more=""),
        encoding="utf-8",
    )
    assert [(code.key, code.parent) for code in load(path).codes] == [("trust", "bond"), ("bond", None)]
    assert load(path).title == {"fr": "mine", "en": "mine"}
