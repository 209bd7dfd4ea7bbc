"""A framework grows in the study: forked with its links, sharpened, split by its evidence; each as one change."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from coding import codebook, growing, links, memos
from coding.codebook import CodeInfo, frameworks
from coding.moment.evidence import EvidenceItem, Ways
from coding.moment.moment import Moment
from corpus.errors import CodingError, NothingThere
from corpus.store.project import Project
from tests.coding.support import does_and_undoes
from tests.samples import sample_at


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_at(tmp_path_factory.mktemp("sample") / "sample.verbatim", "Ada")


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copy(built, tmp_path / "study.verbatim")), coder="Ada") as opened:
        yield opened


def code_of(project: Project, framework: str, key: str) -> CodeInfo:
    return next(one for one in codebook.listed(project) if (one.framework, one.code_key) == (framework, key))


def spans(project: Project, code: int, ways: Ways = "both") -> set[tuple[int, int, int]]:
    return {(one.document, one.start, one.end) for one in Moment.of(project).evidence(code, ways) if one.counted}


def keys(items: Iterable[EvidenceItem]) -> list[int]:
    return [key for item in items for key in item.codings]


def test_a_fork_takes_links_and_judgements_along(project: Project) -> None:
    key = frameworks.fork(project, "meco-2019", title="Grown", links=True)

    for old in (one for one in codebook.listed(project) if one.framework == "meco-2019"):
        new = code_of(project, key, old.code_key or "")
        assert spans(project, new.key, "linked") == spans(project, old.key, "linked")
        assert not spans(project, new.key, "direct")

    project.undo()
    assert [one.framework for one in frameworks.listed(project)] == ["meco-2019"]


def test_judgements_of_others_stay_theirs_in_the_fork(project: Project) -> None:
    project.coder = "Bea"
    key = frameworks.fork(project, "meco-2019", links=True)

    copied = [one for one in links.judgements(project) if one.code == code_of(project, key, "C4").key]

    assert {one.coder for one in copied} == {"Ada"}


def test_a_fork_can_leave_links_behind(project: Project) -> None:
    key = frameworks.fork(project, "meco-2019")

    assert not spans(project, code_of(project, key, "C4").key)


def test_a_split_moves_direct_codings_and_judges_linked_ones(project: Project) -> None:
    key = frameworks.fork(project, "meco-2019", links=True)
    old = code_of(project, "meco-2019", "C5").key
    items = Moment.of(project).evidence(old)
    direct, linked = (
        [one for one in items if one.direct is way and one.linked is not way][:2] for way in (True, False)
    )
    before, chosen = spans(project, old), {(one.document, one.start, one.end) for one in direct + linked}

    reason = "Dehors et dedans diffèrent."
    new = growing.split(project, old, keys(direct + linked), "Partenaires", key="C8", reason=reason)

    made = codebook.get(project, new)
    assert (made.parent, made.framework, made.provenance, made.code_key) == (old, "meco-2019", "this study", "C8")
    assert spans(project, new) == chosen
    assert spans(project, old) == before
    own = Moment.of(project).net
    assert {one.verdict for one in own.judgements[new].values()} == {"in"}
    [memo] = memos.of(project, "code", new)
    assert memo.body == reason
    assert sum(target.kind == "coding" for target in memo.targets) == sum(len(one.codings) for one in direct + linked)

    project.undo()
    assert spans(project, old) == before
    assert key in [one.framework for one in frameworks.listed(project)]
    assert all(one.code_key != "C8" for one in codebook.listed(project))


def test_a_split_beside_takes_its_words_away(project: Project) -> None:
    old = code_of(project, "meco-2019", "C2").key
    linked = [one for one in Moment.of(project).evidence(old) if one.linked and not one.direct][:3]
    before = spans(project, old)

    new = growing.split(project, old, keys(linked), "Budgets", under=False)

    assert spans(project, new) == {(one.document, one.start, one.end) for one in linked}
    assert spans(project, old) == before - spans(project, new)


def test_a_split_wants_words(project: Project) -> None:
    with pytest.raises(CodingError, match="Tick the words"):
        growing.split(project, code_of(project, "meco-2019", "C2").key, [], "Budgets")


def test_a_split_wants_words_that_speak_for_the_code(project: Project) -> None:
    old, other = (code_of(project, "meco-2019", key).key for key in ("C2", "C5"))
    mine = {key for one in Moment.of(project).evidence(old) for key in one.codings}
    strange = [key for key in keys(Moment.of(project).evidence(other)) if key not in mine]
    before = len(codebook.listed(project))
    assert strange

    with pytest.raises(NothingThere, match="do not illustrate C2"):
        growing.split(project, old, strange[:1], "Budgets")

    assert len(codebook.listed(project)) == before


def test_growing_is_one_change_each(project: Project) -> None:
    key = does_and_undoes(project, lambda: frameworks.fork(project, "meco-2019", links=True))
    made = does_and_undoes(project, lambda: growing.add(project, key, "Budgets", reason="On en parle partout."))
    assert codebook.get(project, made).provenance == "this study"
    assert [memo.body for memo in memos.of(project, "code", made)] == ["On en parle partout."]

    does_and_undoes(project, lambda: growing.sharpen(project, made, definition="De l'argent.", reason="Flou."))
    assert codebook.get(project, made).definition == "De l'argent."
    assert [memo.body for memo in memos.of(project, "code", made)] == ["On en parle partout.", "Flou."]

    old = code_of(project, "meco-2019", "C2").key
    words = keys(Moment.of(project).evidence(old)[:1])
    does_and_undoes(project, lambda: growing.split(project, old, words, "Achats"))
