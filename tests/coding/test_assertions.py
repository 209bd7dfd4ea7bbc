"""Assertions: each verb does and undoes; what bears on them goes along with codings, words, merges and forks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import assertions, blind, codebook, codings, links
from coding.codebook import frameworks
from coding.exports import arguments as printed
from coding.moment.moment import Moment
from coding.tables.arguments import Argument, arguments
from coding.tables.coverage import coverage
from corpus import documents
from corpus.correcting import corrections
from corpus.errors import CodingError, NothingThere
from corpus.people import participants
from corpus.store import checking, schema
from corpus.store.project import Project
from tests.coding.hard_study import hard_study
from tests.coding.support import Study, does_and_undoes, make_study
from tests.corpus.support import asked, told


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make_study(tmp_path)
    project = made.project
    frameworks.add(project, "meco-2019")
    for name, document in (("Anne", "Achats"), ("Luc", "Bureau"), ("Mia", "Caisse")):
        person = participants.add(project, name)
        for speaker in documents.speakers(project, made.documents[document]):
            if speaker.label == name.upper():
                participants.tie_speaker(project, speaker.key, person)
    yield made
    project.close()


def concept(study: Study, name: str = "C1") -> int:
    return codebook.find(study.project, name).key


def found(study: Study) -> list[Argument]:
    return arguments(Moment.of(study.project))


def coded(study: Study, document: str, words: str, code: int) -> int:
    return codings.apply(study.project, code, study.words(document, words))


def test_assertions_are_written_changed_moved_and_removed(study: Study) -> None:
    project, c1 = study.project, concept(study)
    first = does_and_undoes(project, lambda: assertions.add(project, " Les magasins\n parlent. ", code=c1))
    second = assertions.add(project, "Le siège écoute.", scope="2019", rivals="La taille.")
    assert [one.text for one in assertions.listed(project)] == ["Les magasins parlent.", "Le siège écoute."]
    does_and_undoes(project, lambda: assertions.edit(project, first, text="Ils parlent.", scope=" GSA ", rivals="x"))
    does_and_undoes(project, lambda: assertions.edit(project, first, without_concept=True))
    does_and_undoes(project, lambda: assertions.edit(project, second, code=c1))
    does_and_undoes(project, lambda: assertions.move(project, second, 0))
    assert [one.key for one in assertions.listed(project)] == [second, first]
    assert assertions.find(project, "1").key == second
    assert assertions.find(project, "ils par").key == first
    with pytest.raises(NothingThere, match="No assertion is 3"):
        assertions.find(project, "3")
    with pytest.raises(CodingError, match="An assertion is a sentence"):
        assertions.add(project, "  \n")
    does_and_undoes(project, lambda: assertions.remove(project, first))
    with pytest.raises(NothingThere):
        assertions.remove(project, first)


def test_segments_and_words_bear_on_an_assertion_once_for_each_coder(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "Parcours")
    on = coded(study, "Achats", "parcours client", code)
    words = study.words("Caisse", "The queue")
    key = assertions.add(project, "Le parcours se voit.")
    does_and_undoes(project, lambda: assertions.bear(project, key, [on, words], "supports", reason="clair"))
    assertions.bear(project, key, [on], "nuances")
    assert {one.thing: one.stance for one in assertions.bearings(project)} == {words: "supports", on: "nuances"}
    with study.coder("Ben"):
        assertions.bear(project, key, [on], "contradicts", reason="au contraire")
    (one,) = found(study)
    assert [(each.stance, each.coders, each.people) for each in one.borne] == [
        ("supports", ("Ada",), (3,)),
        ("contradicts", ("Ben",), (1,)),
    ]
    (mine,) = arguments(Moment.of(project, layer="Ada"))
    assert [each.stance for each in mine.borne] == ["supports", "nuances"]
    assertions.bear(project, key, [on], None)  # Ada takes none any more, whatever Ben said
    assert [each.stance for each in found(study)[0].borne] == ["supports"]
    with study.coder("Ben"):
        last = next(one for one in assertions.bearings(project) if one.coder == "Ben")
        does_and_undoes(project, lambda: assertions.unsay(project, last.key))
    with pytest.raises(CodingError, match="A stance is one of"):
        assertions.bear(project, key, [on], "proves")
    with pytest.raises(NothingThere):
        assertions.bear(project, key, [10_000], "supports")


def test_what_contradicts_an_assertion_of_a_concept_is_shown_and_never_counted(study: Study) -> None:
    project, c1 = study.project, concept(study)
    on = coded(study, "Achats", "parcours client", c1)
    key = assertions.add(project, "On diagnostique.", code=c1)
    moment = Moment.of(project)
    assert [item.counted for item in moment.evidence(c1)] == [True]
    assertions.bear(project, key, [on], "contradicts")
    moment = moment.now()
    assert [(item.counted, item.stance) for item in moment.evidence(c1)] == [(False, "contradicts")]
    cells = coverage(moment, [moment.codes[c1]]).cells
    assert cells[c1, 1].state == "contrary"
    other = assertions.add(project, "On ne diagnostique pas partout.", code=c1)
    assertions.bear(project, other, [on], "supports")
    assert [(item.counted, item.stance) for item in moment.now().evidence(c1)] == [(True, "supports")]
    assertions.edit(project, key, without_concept=True)
    assertions.edit(project, other, without_concept=True)
    assert [(item.counted, item.stance) for item in moment.now().evidence(c1)] == [(True, None)]


def test_a_stance_towards_a_concept_goes_to_its_assertion(study: Study) -> None:
    project, c1 = study.project, concept(study)
    on = coded(study, "Achats", "parcours client", c1)
    does_and_undoes(project, lambda: links.judge(project, on, c1, "in", stance="contradicts", reason="non"))
    (made,) = assertions.listed(project)
    assert (made.text, made.code) == ("", c1)
    assert found(study)[0].warnings == ("to word", "no support")
    key = assertions.add(project, "On diagnostique.", code=c1)
    assert key == made.key  # what waits for words gets them
    assert [(one.assertion, one.stance, one.reason) for one in assertions.bearings(project)] == [
        (key, "contradicts", "non")
    ]
    links.judge(project, on, c1, "in")
    assert assertions.bearings(project) == []
    links.take_stance(project, [(on, c1)], "nuances")
    other = assertions.add(project, "On diagnostique chaque année.", code=c1)
    links.take_stance(project, [(on, c1)], "supports")  # it bears on the first already
    assert [(one.assertion, one.stance) for one in assertions.bearings(project)] == [(key, "supports")]
    with pytest.raises(CodingError, match=r"has several assertions; say on which of them"):
        links.take_stance(project, [(coded(study, "Bureau", "tableau", c1), c1)], "supports")
    assertions.bear(project, other, [on], "contradicts")
    links.withdraw(project, on, c1)
    assert assertions.bearings(project) == []


def test_who_is_heard_and_what_there_is_to_mind(study: Study) -> None:
    project, c1 = study.project, concept(study)
    key = assertions.add(project, "On diagnostique.", scope="GSA", rivals="La mode.", code=c1)
    assert (found(study)[0].warnings, found(study)[0].asked) == (("no support",), 3)
    assertions.bear(project, key, [study.words("Achats", "parcours client")], "supports")
    assertions.bear(project, key, [study.words("Bureau", "Personne ne le lit")], "contradicts", reason="Personne.")
    (one,) = found(study)
    assert (one.people, one.against, one.asked, one.warnings) == ((1,), (2,), 3, ("one person",))
    assertions.bear(project, key, [study.words("Caisse", "The queue")], "nuances")
    (one,) = found(study)
    assert (one.people, one.warnings) == ((1, 3), ())
    table, section = printed.report(Moment.of(project)).sections
    assert table.rows == ((1, "On diagnostique.", codebook.find(project, "C1").label, 1, 1, 1, "2 sur 3", ""),)
    assert section.paragraphs[0] == "Portée\u00a0: GSA"
    assert "Cas contraires\u00a0: Luc" in section.paragraphs
    assert [row[0] for row in section.rows] == ["appuie", "nuance", "contredit"]
    assert section.rows[2][1] == "«\u00a0Personne ne le lit\u00a0» [Luc]."
    rows = printed.sheet(Moment.of(project)).rows
    assert [(row[4], row[5], row[12:14]) for row in rows] == [
        ("supports", "parcours client", (2, 3)),
        ("nuances", "The queue", (2, 3)),
        ("contradicts", "Personne ne le lit", (2, 3)),
    ]
    assert len(printed.sheet(Moment.of(project), frozenset({2})).rows) == 2
    for words in ("Ça coince en rayon.", "tableau de bord"):
        where = "Achats" if words.startswith("Ça") else "Bureau"
        assertions.bear(project, key, [study.words(where, words)], "contradicts")
    assert found(study)[0].warnings == ("more against",)


def test_what_bears_goes_along_with_words_and_stays_when_a_coding_goes(study: Study) -> None:
    project = study.project
    code = codebook.add(project, "Parcours")
    on = coded(study, "Achats", "parcours client", code)
    key = assertions.add(project, "Le parcours se voit.")
    assertions.bear(project, key, [study.words("Achats", "coince en rayon"), on], "supports")
    document = study.documents["Achats"]
    does_and_undoes(project, lambda: corrections.edit(project, document, 0, 0, "Euh. "))
    start, end = study.span("Achats", "coince en rayon")
    assert found(study)[0].borne[1].place == (document, start, end)
    does_and_undoes(project, lambda: codings.uncode(project, [on]))
    assert [one.place for one in found(study)[0].borne] == [
        (document, *study.span("Achats", "parcours client")),
        (document, start, end),
    ]
    gone = corrections.edit(project, document, start - 1, end + 1, "")
    assert gone.bearings == 1
    assert len(found(study)[0].borne) == 1
    assert checking.check(project) == []


def test_merged_concepts_have_one_assertion_to_word_and_a_removed_one_leaves_what_is_worded(study: Study) -> None:
    project = study.project
    a, b = (codebook.add(project, name, framework="meco-2019") for name in ("A", "B"))
    one, other = coded(study, "Achats", "parcours", a), coded(study, "Bureau", "tableau", b)
    links.judge(project, one, a, "in", stance="contradicts")
    links.judge(project, other, b, "in", stance="supports")
    does_and_undoes(project, lambda: codebook.merge(project, [b], a))
    (waiting,) = assertions.listed(project)
    assert {each.thing: each.stance for each in assertions.bearings(project)} == {one: "contradicts", other: "supports"}
    worded = assertions.add(project, "Cela tient.")
    assertions.edit(project, worded, code=a)
    does_and_undoes(project, lambda: codebook.remove(project, a))
    assert [(left.key, left.code) for left in assertions.listed(project)] == [(worded, None)]
    assert waiting.text == ""


def test_a_fork_with_links_has_the_assertions_of_its_source(study: Study) -> None:
    project, c1 = study.project, concept(study)
    code = codebook.add(project, "Parcours")
    links.link(project, code, c1)
    on = coded(study, "Achats", "parcours client", code)
    links.judge(project, on, c1, "in", stance="contradicts")
    does_and_undoes(project, lambda: frameworks.fork(project, "meco-2019", links=True))
    moment = Moment.of(project)
    (copy,) = (one.key for one in moment.codes.values() if one.framework == "meco-2019-2" and one.code_key == "C1")
    assert [item.counted for item in moment.evidence(copy)] == [False]
    assert [one.code for one in assertions.listed(project)] == [c1, copy]


def test_others_stances_are_out_of_sight_where_one_codes_blind(study: Study) -> None:
    project, c1 = study.project, concept(study)
    blind.assign(project, [study.documents["Achats"]], "Ada", blind=True)
    with study.coder("Ben"):
        on = coded(study, "Achats", "parcours client", c1)
        links.judge(project, on, c1, "in", stance="contradicts")
        key = assertions.add(project, "Autre chose.")
        assertions.bear(project, key, [study.words("Achats", "rayon"), study.words("Bureau", "tableau")], "supports")
    assert [one.text for one in assertions.listed(project)] == ["Autre chose."]
    assert [one.place for one in assertions.bearings(project)] == [study.words("Bureau", "tableau")]


NUMBERS = (
    "SELECT b.stance FROM bearing b JOIN assertion a ON a.id = b.assertion_id WHERE b.coding_id = judgement.coding_id"
    " AND a.code_id = judgement.code_id AND b.coder_id = judgement.coder_id"
)


def downgraded(path: Path) -> None:
    """Put a project file back into the format in which a stance was part of a judgement."""
    steps = sorted(schema.shipped_upgrades().items(), reverse=True)
    script = "\n".join(step for before, step in steps if before >= 7)
    triggers = asked(path, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    told(
        path,
        *(f'DROP TRIGGER "{name}"' for (name,) in triggers),
        "ALTER TABLE judgement ADD COLUMN stance VARCHAR",
        f"UPDATE judgement SET stance = ({NUMBERS})",
        *(f"DROP INDEX IF EXISTS {name}" for name in re.findall(r"CREATE INDEX (\w+)", script)),
        *(f"DROP TABLE IF EXISTS {name}" for name in reversed(re.findall(r"CREATE TABLE (\w+)", script))),
        *(
            f"ALTER TABLE {table} DROP COLUMN {column}"
            for table, column in re.findall(r"ALTER TABLE (\w+) ADD COLUMN (\w+)", script)
        ),
        "PRAGMA user_version=7",
    )


def counted(project: Project) -> list[object]:
    """Return all numbers of evidence and coverage, over the whole study and by coder."""
    said: list[object] = []
    for layer in (None, "Ada", "Ben"):
        moment = Moment.of(project, layer=layer)
        for key in moment.codes:
            said += [(layer, key, moment.evidence(key), len(moment.net.spans(key)), len(moment.net.every_span(key)))]
        said.append(coverage(moment, list(moment.codes.values())).cells)
    return said


def test_stances_of_an_earlier_file_count_as_they_did(tmp_path: Path) -> None:
    hard = hard_study(tmp_path)
    project, c1 = hard.project, hard.codes["C1"]
    attente = [one.key for one in codings.listed(project, codes=[hard.codes["Attente"]])]
    for n, key in enumerate(attente):
        links.judge(project, key, c1, "in", stance=("contradicts", "nuances", "supports")[n % 3], reason=f"r{n}")
    with hard.study.coder("Ben"):
        links.judge(project, attente[0], c1, "in")  # Ben takes none, and his decision is the later
        links.judge(project, attente[1], c1, "in", stance="contradicts")
    before, decided, path = counted(project), links.judgements(project), Path(project.path)
    assert sum("contradicts" in repr(one) for one in before) >= 3
    project.close()
    downgraded(path)
    stances = {row[0] for row in asked(path, "SELECT stance FROM judgement")}
    assert stances == {None, "supports", "nuances", "contradicts"}
    with Project.open(path, coder="Ada") as again:
        assert counted(again) == before
        assert links.judgements(again) == decided
        assert checking.check(again) == []
        assert {one.text for one in assertions.listed(again)} == {""}
        assert [one.code for one in assertions.listed(again)] == [hard.codes[name] for name in ("C1", "C3")]
        assert any(one.reason == "r1" for one in assertions.bearings(again))
