"""Hits with every match at its true place, in context, and a project caught up from its log."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus import documents
from corpus.drafts import Draft, DraftPassage
from corpus.errors import Cancelled, QueryError
from corpus.model import Coder, Passage
from corpus.search import find, matching, passages, patterns
from corpus.search.find import Hit
from corpus.search.index import FORMAT, SearchIndex
from corpus.search.kwic import contexts
from corpus.search.nodes import Pattern
from corpus.search.postings import Numbers, PassageText, gathered
from corpus.search.query import parse
from corpus.store.project import Project


def marked(query: str, text: str) -> list[str]:
    """Return what is marked in a passage that begins at 1000 in its document."""
    (spans,) = find.marked(parse(query), [PassageText(1, 1, 1000, text)])
    return [text[start - 1000 : end - 1000] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("experience", "😀 L’expérience, l'EXPÉRIENCE", ["expérience", "EXPÉRIENCE"]),
        ("l'expérience", "une expérience", ["expérience"]),
        ("omnicanal", "omni-canal, omni canal, omnicanal", ["omni-canal", "omni canal", "omnicanal"]),
        ("clients", "Les client·e·s, nos client(e)s et clients", ["client·e·s", "client(e)s", "clients"]),
        ("=client·e·s", "Les client·e·s et les clients", ["client·e·s"]),
        ("=clients", "Les client·e·s et les clients", ["clients"]),
        ("~client", "Chaque client.e, les client-e-s", ["client.e", "client-e-s"]),
        (
            '"nos client·e·s fidèles"',
            "Nos clients fidèles, nos client.e.s fidèles",
            ["Nos clients fidèles", "nos client.e.s fidèles"],
        ),
        ("1200", "On a 1 200 euros, 1.200 ou 1200.", ["1 200", "1.200", "1200"]),
        ("1 200", "Soit 1200, ou 1\u202f200.", ["1200", "1", "200"]),
        ('"45 000 clients"', "Ses 45000 clients", ["45000 clients"]),
        ("1200000", "Un total de 1 200 000, pas 12 00 000.", ["1 200 000"]),
        ('"ou pas ?" OU "chaque étape?"', "Une pièce ou pas? À chaque étape?", ["ou pas", "chaque étape"]),
        ('"prix?"', "Le prix d'un prixe", ["prix", "prixe"]),
        ("https://example.org/page?x=1", "Voir https://example.org/page?x=1.", ["https://example.org/page?x=1"]),
        ("omni-canal", "L'omnicanal et l’omni canal", ["omnicanal", "omni canal"]),
        ("parle", "par le client, il parle", ["parle"]),
        ("oeuvre", "l’œuvre et l'oeuvre", ["œuvre", "oeuvre"]),
        ("été", "l'e\u0301te\u0301 fut", ["e\u0301te\u0301"]),
        ('"il y a pas"', "Il n'y a pas, mais il y a pas !", ["il y a pas"]),
        ('"parcours * client"', "parcours du client, parcours client", ["parcours du client"]),
        ('"parcours client"~3', "parcours d'un client, client parcours", ["parcours", "client"]),
        ("client NEAR/2 parcours", "parcours du client … plus loin client", ["parcours", "client"]),
        ('parcours OR "parcours client"', "le parcours client", ["parcours client"]),
        ("cli* SAUF parcours", "clients, clientèle", ["clients", "clientèle"]),
        ("*ience", "expérience 🇫🇷 science", ["expérience", "science"]),
        ("va-t-il", "où va-t-il ? il va", ["va-t-il"]),
        ("aujourd’hui", "Aujourd'hui", ["Aujourd'hui"]),
        ("3,5", "3,5 puis 3.5", ["3,5", "3.5"]),
        ("*", "tout", []),
    ],
)
def test_marks(query: str, text: str, words: list[str]) -> None:
    assert marked(query, text) == words


def test_hits_come_in_document_order_with_limit_offset_and_total(tmp_path: Path) -> None:
    every = [PassageText(key, key % 2, 50 - key, "client") for key in range(10)]
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(every, change="one")
    by_key = {passage.key: passage for passage in every}
    wanted = sorted(by_key, key=lambda key: (key % 2, 50 - key))
    for limit, offset, part in [(None, 0, wanted), (3, 0, wanted[:3]), (3, 4, wanted[4:7]), (0, 0, []), (5, 99, [])]:
        hits = find.search(index, parse("client"), lambda keys: [by_key[k] for k in keys], limit=limit, offset=offset)
        assert (hits.total, [hit.key for hit in hits.hits]) == (10, part)
    hit = find.search(index, parse("client"), lambda keys: [by_key[k] for k in keys], {4}).hits[0]
    assert hit == Hit(4, 0, 46, 52, "client", ((46, 52),))


def test_contexts_are_cut_between_words_on_one_line() -> None:
    text = "Nous avons un parcours\nclient très soigné"
    hit = Hit(7, 3, 100, 100 + len(text), text, ((114, 129),))
    (context,) = contexts(hit, width=10)
    assert (context.left, context.match, context.right) == ("avons un ", "parcours client", " très")
    assert (context.document, context.passage, context.start, context.end) == (3, 7, 114, 129)
    (wide,) = contexts(hit, width=100)
    assert wide.left + wide.match + wide.right == text.replace("\n", " ")
    (bare,) = contexts(hit, width=0)
    assert (bare.left, bare.right) == ("", "")


def test_contexts_of_all_matches() -> None:
    text = "client, client, client"
    hit = Hit(1, 1, 0, len(text), text, ((0, 6), (8, 14), (16, 22)))
    assert [c.left + "[" + c.match + "]" + c.right for c in contexts(hit)] == [
        "[client], client, client",
        "client, [client], client",
        "client, client, [client]",
    ]


TEXT = "A : Le parcours client est long.\nB : L’expérience client 😀 compte.\n"


def draft(name: str, text: str = TEXT) -> Draft:
    spans = [(line.index(":") + 2 + at, at + len(line)) for at, line in _lines(text)]
    return Draft(
        Path(name),
        name,
        text,
        (name + text).encode(),
        "text/plain",
        "txt",
        language="fr",
        passages=tuple(DraftPassage("turn", start, end) for start, end in spans),
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines():
        yield at, line
        at += len(line) + 1


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.verbatim", coder="Ana") as made:
        documents.add(made, [draft("one"), draft("two")])
        yield made


def said(index: SearchIndex, project: Project, query: str) -> list[tuple[str, list[str]]]:
    """Return, of each hit, its document and what is marked, read from the document's stored text."""
    names = {d.key: d.name for d in documents.listed(project)}
    return [
        (names[hit.document], [documents.text(project, hit.document)[start:end] for start, end in hit.matches])
        for hit in find.search(index, parse(query), passages.of(project)).hits
    ]


def test_a_project_is_indexed_and_its_matches_are_in_the_documents(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    assert index.catch_up(project)
    assert said(index, project, '"parcours client"') == [("one", ["parcours client"]), ("two", ["parcours client"])]
    assert said(index, project, "l'experience") == [("one", ["expérience"]), ("two", ["expérience"])]
    assert index.view().count == 4
    assert not index.catch_up(project)


def test_the_index_follows_imports_removals_undo_and_redo(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    (key,) = [d.key for d in documents.listed(project) if d.name == "one"]
    steps = [
        (lambda: documents.remove(project, [key]), ["two"]),
        (project.undo, ["one", "two"]),
        (project.redo, ["two"]),
        (lambda: documents.add(project, [draft("three")]), ["two", "three"]),
        (project.undo, ["two"]),
    ]
    for step, names in steps:
        step()
        assert index.catch_up(project)
        assert [name for name, _ in said(index, project, "expérience")] == names
    fresh = SearchIndex.of(project, tmp_path / "others")
    fresh.catch_up(project)
    assert find.keys(fresh, parse("*")).tolist() == find.keys(index, parse("*")).tolist()


def test_an_index_deleted_under_a_running_program_still_answers_and_comes_back(
    project: Project, tmp_path: Path
) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    before = said(index, project, "expérience")
    shutil.rmtree(index.folder)
    assert said(index, project, "expérience") == before
    assert [name for name, _ in said(index, project, "expérience")] == ["one", "two"]
    documents.add(project, [draft("three")])
    assert index.catch_up(project)
    assert [name for name, _ in said(index, project, "expérience")] == ["one", "two", "three"]
    assert index.note is None
    assert SearchIndex.of(project, tmp_path / "caches").view().count == index.view().count


def test_a_passage_cut_anew_is_read_again(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    with project.change("Cut a passage") as session:
        passage = session.get_one(Passage, 1)
        passage.start += len("Le parcours ")
    index.catch_up(project)
    assert said(index, project, "parcours") == [("two", ["parcours"])]
    assert len(said(index, project, "client")) == 4


def test_what_is_no_text_leaves_the_segments_as_they_are(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    before = {path.name: path.stat().st_mtime_ns for path in index.folder.iterdir() if path.name != "stamp.json"}
    with project.change("A coder") as session:
        session.add(Coder(name="Zoé"))
    assert index.catch_up(project)
    after = {path.name: path.stat().st_mtime_ns for path in index.folder.iterdir() if path.name != "stamp.json"}
    assert after == before
    assert not SearchIndex.of(project, tmp_path / "caches").catch_up(project)


def test_a_cancelled_build_leaves_nothing_and_can_be_done_again(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")

    def cancel(done: int, total: int, doing: str = "") -> None:
        if done == total:
            raise Cancelled()

    with pytest.raises(Cancelled):
        index.catch_up(project, cancel)
    assert [path.name for path in index.folder.iterdir() if "LOCK" not in path.name] == []
    assert index.view().count == 0
    assert index.catch_up(project)
    assert index.view().count == 4


def test_a_torn_or_deleted_index_is_built_again(project: Project, tmp_path: Path) -> None:
    SearchIndex.of(project, tmp_path / "caches").catch_up(project)
    folder = SearchIndex.of(project, tmp_path / "caches").folder
    for damage in (lambda: [p.write_bytes(b"torn") for p in folder.glob("*.psg")], lambda: shutil.rmtree(folder)):
        damage()
        index = SearchIndex.of(project, tmp_path / "caches")
        assert index.catch_up(project)
        assert len(said(index, project, "client")) == 4


def test_an_index_of_an_older_format_is_built_again(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    stamp = json.loads((index.folder / "stamp.json").read_text())
    (index.folder / "stamp.json").write_text(json.dumps(stamp | {"format": FORMAT - 1}))
    (old,) = index.folder.glob("*.psg")
    old.write_bytes(b"VPOST2\0\0" + old.read_bytes()[8:])
    again = SearchIndex.of(project, tmp_path / "caches")
    assert again.view().count == 0
    assert again.catch_up(project)
    assert len(said(again, project, "client")) == 4
    assert [path.read_bytes()[:8] for path in index.folder.glob("*.psg")] == [b"VPOST3\0\0"]
    assert json.loads((index.folder / "stamp.json").read_text())["format"] == FORMAT


def test_two_projects_open_at_once_keep_their_words_apart(project: Project, tmp_path: Path) -> None:
    with Project.create(tmp_path / "other.verbatim", coder="Ben") as other:
        documents.add(other, [draft("three", "A : Un devis tardif.\n")])
        both = [(one, SearchIndex.of(one, tmp_path / "caches")) for one in (project, other)]
        for number in range(3):
            for one, index in both:
                documents.add(one, [draft(f"more {number}", f"A : encore {'client' if one is project else 'devis'}\n")])
                assert index.catch_up(one)
        assert [len(said(index, one, "client")) for one, index in both] == [7, 0]
        assert [len(said(index, one, "devis")) for one, index in both] == [0, 4]
        shutil.rmtree(both[1][1].folder)
        assert len(said(both[0][1], project, "client")) == 7
        assert both[1][1].catch_up(other)
        assert len(said(both[1][1], other, "devis")) == 4


def test_a_copy_that_went_its_own_way_is_indexed_anew(project: Project, tmp_path: Path) -> None:
    index = SearchIndex.of(project, tmp_path / "caches")
    index.catch_up(project)
    project.close()
    copy = shutil.copy(project.path, tmp_path / "copy.verbatim")
    with Project.open(Path(copy)) as other, Project.open(project.path) as own:
        documents.add(other, [draft("other", "A : seulement dans la copie client\n")])
        documents.add(own, [draft("own", "A : seulement ici\n"), draft("too", "A : ici aussi\n")])
        for one in (other, own, other):
            shared = SearchIndex.of(one, tmp_path / "caches")
            assert shared.catch_up(one)
            assert [name for name, _ in said(shared, one, "seulement")] == ["other" if one is other else "own"]
            assert shared.view().count == len(documents.passages(one))


def test_real_interviews_are_found_at_their_places(shared: Path, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    index = SearchIndex.open(tmp_path, "lineage")
    every: list[PassageText] = []
    for number, path in enumerate(sorted(shared.glob("data/transcripts/fr/artisans_docx/*.docx"))):
        at = 0
        for paragraph in docx.Document(str(path)).paragraphs:
            every.append(PassageText(len(every), number, at, paragraph.text))
            at += len(paragraph.text) + 1
    index.update(every, change="one")
    for query, pattern in [("client*", r"(?i)\bclient\w*"), ("aujourd'hui", r"(?i)\baujourd['’]hui")]:
        hits = find.search(index, parse(query), lambda keys: [every[key] for key in keys])
        scanned = [p.key for p in every if re.search(pattern, p.text)]
        assert [hit.key for hit in hits.hits] == scanned
        assert scanned
        for hit in hits.hits:
            expected = [m.span() for m in re.finditer(pattern, hit.text)]
            assert [(s - hit.start, e - hit.start) for s, e in hit.matches] == expected


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("❤", [0, 1]),
        ("❤\ufe0f", [0, 1]),
        ("merci ❤", [0, 1]),
        ("👩\u200d💻", [2]),
        ("👩", [2]),
        ("€", [3]),
        ("€ →", [3]),
        ("bureau -👩", []),
        ("€ OR ❤", [0, 1, 3]),
        ("merci SAUF €", [0, 1]),
    ],
)
def test_emoji_and_signs_are_sought_as_they_stand(query: str, wanted: list[int]) -> None:
    texts = ["Merci ❤\ufe0f !", "Merci ❤", "👩\u200d💻 au bureau", "12 € → 9 €", "rien ?"]
    given = [PassageText(n, 1, 100 * n, text) for n, text in enumerate(texts)]

    def scan(pattern: Pattern, keys: Numbers) -> Numbers:
        return np.array([any(patterns.spans(pattern, texts[key])) for key in keys])

    assert np.flatnonzero(matching.passages(parse(query), gathered(given), scan)).tolist() == wanted
    if query == "❤":
        assert find.marked(parse(query), given[:2]) == [((6, 8),), ((106, 107),)]


@pytest.mark.parametrize("query", ["?", "…", "— !"])
def test_a_mark_of_punctuation_is_nothing_to_look_for(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)


def test_two_words_find_their_compound_and_mark_it_once() -> None:
    texts = ["Le click and collect omnicanal.", "En omni canal, puis omnicanal.", "Le canal. Et omni ?", "Un canal."]
    given = [PassageText(n, 1, 100 * n, text) for n, text in enumerate(texts)]
    marked, postings = find.marked(parse("omni canal"), given), gathered(given)
    assert [len(spans) for spans in marked] == [1, 3, 2, 1]
    assert matching.passages(parse("omni canal"), postings).tolist() == [True, True, True, False]
    assert matching.passages(parse("NOT (omni canal)"), postings).tolist() == [False, False, False, True]
    assert matching.passages(parse("collect omni canal"), postings).tolist() == [True, False, False, False]
    assert matching.passages(parse(" ".join(["canal"] * 1500)), postings).tolist() == [False, True, True, True]
