"""A coded transcript for print: turns with their speakers, and codings on the words as they are masked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding import codebook, codings
from coding.exports import quotations
from coding.exports.transcripts import Transcript, transcript
from coding.moment.moment import Moment
from corpus import anchors
from corpus.people import participants
from tests.coding.support import Study


def printed(study: Study, document: str = "Achats", *, masking: bool = True) -> Transcript:
    return transcript(Moment.of(study.project, masking=masking), study.documents[document])


def words(made: Transcript) -> list[str]:
    return [made.text[one.start : one.end] for one in made.codings]


def test_turns_have_numbers_and_speakers_and_codings_stand_on_their_words(study: Study) -> None:
    first, second = (codebook.add(study.project, name) for name in ("Parcours", "Rayon"))
    codings.apply(study.project, first, study.words("Achats", "parcours client"))
    codings.apply(study.project, second, study.words("Achats", "Et alors ?\n\nANNE : Ça coince"))
    codings.apply(study.project, second, anchors.whole(study.documents["Achats"]))
    made = printed(study)
    assert [(t.number, t.speaker, made.text[t.start : t.end]) for t in made.turns] == [
        (1, "ANNE", "On a suivi le parcours client trois semaines."),
        (2, "PAUL", "Et alors ?"),
        (3, "ANNE", "Ça coince en rayon."),
    ]
    assert words(made) == ["parcours client", "Et alors ?\nÇa coince"]
    assert [(one.number, one.name, one.count) for one in made.legend.values()] == [(1, "Parcours", 1), (2, "Rayon", 2)]
    assert made.wholes == ("Rayon",)


def test_names_are_masked_and_what_is_coded_stays_what_was_coded(study: Study) -> None:
    participants.add(
        study.project,
        "Rayon Client",
        documents=[study.documents["Achats"]],
        confidential=True,
        attributes={"Entreprise": "Semaines"},
    )
    code = codebook.add(study.project, "Client")
    for said in ("le parcours client trois", "client trois", "trois semaines", "en rayon", "rayon"):
        codings.apply(study.project, code, study.words("Achats", said))
    made = printed(study)
    assert made.name == "[participant 1]"
    assert "client" not in made.text
    assert words(made) == [
        "le parcours [participant 1] trois",
        "[participant 1] trois",
        "trois semaines",
        "en [participant 1]",
        "[participant 1]",
    ]
    assert words(printed(study, masking=False))[1] == "client trois"


def test_only_the_layer_that_is_looked_at_is_printed(study: Study) -> None:
    code = codebook.add(study.project, "Parcours")
    codings.apply(study.project, code, study.words("Achats", "parcours"))
    with study.coder("Bea"):
        codings.apply(study.project, code, study.words("Achats", "trois"))
    moment = Moment.of(study.project, layer="Bea")
    assert words(transcript(moment, study.documents["Achats"])) == ["trois"]


def test_words_are_quoted_with_document_passage_and_speakers(study: Study) -> None:
    moment = Moment.of(study.project)
    document = study.documents["Achats"]
    one = (document, *study.span("Achats", "parcours client"))
    assert quotations.cited(moment, one) == "«\u00a0parcours client\u00a0»\n— Achats, n°\u00a01, ANNE"
    several = (document, *study.span("Achats", "trois semaines.\n\nPAUL : Et alors ?"))
    assert quotations.cited(moment, several).splitlines()[1] == "— Achats, n°\u00a01–2, ANNE, PAUL"


@given(data=st.data())
def test_any_words_of_a_turn_that_are_coded_are_printed_as_they_are(long_study: Study, data: st.DataObject) -> None:
    project = long_study.project
    code = codebook.at(project, "Tout") or codebook.add(project, "Tout")
    _, document, low, high, _ = data.draw(st.sampled_from(Moment.of(project).passages.tolist()))
    start = data.draw(st.integers(low, high - 1))
    end = data.draw(st.integers(start + 1, high))
    [key] = codings.apply_many(project, [(code, anchors.words(document, start, end))])
    moment = Moment.of(project)
    made = transcript(moment, document)
    [coding] = [one for one in made.codings if one.key == key]
    project.undo()
    assert made.text[coding.start : coding.end] == moment.text(document)[start:end]
