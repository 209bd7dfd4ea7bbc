"""The index on disk: written whole or not at all, shared between processes, and always to be had again."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import Cancelled, ProjectError
from corpus.search import find
from corpus.search import index as index_module
from corpus.search.index import MOST_SEGMENTS, SearchIndex
from corpus.search.postings import PassageText, Postings, gathered
from corpus.search.query import parse

ROOT = Path(__file__).resolve().parents[3]
WORDS = "client parcours expert artisan stock gamme showroom devis rayon marque".split()


def some(keys: range, text: str = "le parcours client") -> list[PassageText]:
    return [PassageText(key, 1, key * 100, text) for key in keys]


def found(index: SearchIndex, query: str, mask: set[int] | None = None) -> list[int]:
    return [int(key) for key in find.keys(index, parse(query), mask)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if "LOCK" not in path.name}


def python(code: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run code in another process that sees the program."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=check, capture_output=True, text=True)


OPENED = """
import sys
from pathlib import Path
from corpus.search import find
from corpus.search.index import SearchIndex
from corpus.search.postings import PassageText
from corpus.search.query import parse
index = SearchIndex.open(Path(sys.argv[1]), "lineage")
"""


def test_another_process_finds_what_was_put_in(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path / "deep" / "index", "lineage")
    index.update(some(range(5)), change="one")
    assert found(index, '"parcours client"') == [0, 1, 2, 3, 4]
    answer = python(OPENED + "print(find.keys(index, parse('client')).tolist(), index.change)", index.folder)
    assert answer.stdout.split("\n")[0] == "[0, 1, 2, 3, 4] one"


def test_replaces_and_takes_out(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(10)), change="one")
    index.update(some(range(3, 5), "un devis"), [0, 9, 77], change="two")
    assert found(index, "client") == [1, 2, 5, 6, 7, 8]
    assert found(index, "devis") == [3, 4]
    assert index.view().count == 8
    index.update(removed=range(10), change="three")
    assert found(index, "*") == []


def test_empty_mask_is_nothing_and_none_is_everything(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(4)), change="one")
    assert found(index, "client", set()) == []
    assert found(index, "* SAUF devis", set()) == []
    assert found(index, "client", {2, 3, 99}) == [2, 3]
    assert found(index, "NOT client", {2, 3}) == []
    assert found(index, "client", None) == [0, 1, 2, 3]


def test_never_more_than_six_segments_and_the_same_as_built_at_once(tmp_path: Path) -> None:
    chance = random.Random(3)
    index = SearchIndex.open(tmp_path / "edited", "lineage")
    texts: dict[int, str] = {}
    for step in range(60):
        added = {chance.randrange(200): " ".join(chance.choices(WORDS, k=6)) for _ in range(chance.choice([1, 1, 40]))}
        removed = set(chance.sample(sorted(texts), len(texts) // 10)) - set(added)
        texts = {key: text for key, text in texts.items() if key not in removed} | added
        index.update([PassageText(k, k % 3, k, t) for k, t in added.items()], removed, change=str(step))
        assert len(index.view().segments) <= MOST_SEGMENTS
    fresh = SearchIndex.open(tmp_path / "fresh", "lineage")
    fresh.update([PassageText(k, k % 3, k, t) for k, t in texts.items()], change="all")
    for query in ["client", "client parcours", '"client parcours"', "cl* NEAR/3 *s", "NOT client", "*"]:
        assert found(index, query) == found(fresh, query)
    kept = {path.name.split(".")[0] for path in (tmp_path / "edited").glob("*.psg")}
    assert len(kept) == len(index.view().segments)


def test_a_cancelled_update_leaves_no_trace(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(5)), change="one")
    before = files(tmp_path)

    def cancel(done: int, total: int, doing: str = "") -> None:
        if done >= total / 2:
            raise Cancelled()

    with pytest.raises(Cancelled):
        index.update(some(range(1000), "devis"), change="two", progress=cancel)
    assert files(tmp_path) == before
    assert found(index, "devis") == []
    index.update(some(range(2), "devis"), change="two")
    assert found(index, "devis") == [0, 1]


def test_a_failure_while_writing_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(5)), change="one")
    before = files(tmp_path)

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(index_module, "clean_files", broken)
    with pytest.raises(KeyboardInterrupt):
        index.update(some(range(9)), change="two")
    monkeypatch.undo()
    assert set(files(tmp_path)) == set(before)
    assert found(SearchIndex.open(tmp_path, "lineage"), "client") == list(range(5))


@pytest.mark.parametrize("other", ["another lineage", "lineage"])
def test_of_another_lineage_or_format_counts_as_empty(tmp_path: Path, other: str) -> None:
    SearchIndex.open(tmp_path, "lineage").update(some(range(5)), change="one")
    if other == "lineage":
        stamp = json.loads((tmp_path / "stamp.json").read_text())
        (tmp_path / "stamp.json").write_text(json.dumps(stamp | {"format": 0}))
    index = SearchIndex.open(tmp_path, other)
    assert index.change is None
    assert found(index, "client") == []
    index.update(some(range(7, 9)), change="two")
    assert found(index, "client") == [7, 8]


def torn_files() -> Iterator[tuple[str, str]]:
    for name in ("*.psg", "*.toc", "stamp.json"):
        for how in ("empty", "short", "garbage", "gone", "flipped"):
            if (name, how) not in {("*.toc", "flipped"), ("stamp.json", "flipped")}:
                yield name, how


@pytest.mark.parametrize(("name", "how"), list(torn_files()))
def test_a_torn_index_is_found_out(tmp_path: Path, name: str, how: str) -> None:
    SearchIndex.open(tmp_path, "lineage").update(some(range(50)), change="one")
    (path,) = tmp_path.glob(name)
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 255
    texts = {"empty": b"", "short": bytes(body[:-9]), "garbage": b"\x80" * 400, "flipped": bytes(body)}
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(texts[how])
    index = SearchIndex.open(tmp_path, "lineage")
    assert found(index, "client") == []
    index.update(some(range(3)), change="two")
    assert found(index, "client") == [0, 1, 2]
    # What an update began anew does not pass for the whole index: it must be built again.
    again = SearchIndex.open(tmp_path, "lineage")
    assert again.change in ("", "two")
    assert again.change == "" or name != "*.psg"


def test_a_writer_killed_while_writing_locks_nobody_out(tmp_path: Path) -> None:
    SearchIndex.open(tmp_path, "lineage").update(some(range(5)), change="one")
    killed = """
import os, signal
import corpus.search.index as module
module.clean_files = lambda *_: None
index._publish = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
index.update([PassageText(9, 1, 0, "client")], change="two")
"""
    assert python(OPENED + killed, tmp_path, check=False).returncode == -signal.SIGKILL
    assert len(list(tmp_path.glob("*.psg"))) == 2
    index = SearchIndex.open(tmp_path, "lineage")
    assert found(index, "client") == list(range(5))
    index.update(some(range(7, 8)), change="three")
    assert found(index, "client") == [0, 1, 2, 3, 4, 7]
    assert len(list(tmp_path.glob("*.psg"))) == 2


def test_readers_do_not_wait_for_a_writer_and_a_second_writer_says_so(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(5)), change="one")
    holding = OPENED + "\nwith index._writing(lambda *_: None):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    command = [sys.executable, "-c", holding, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        assert found(index, "client") == list(range(5))
        with pytest.raises(ProjectError, match="Another process is updating"), index._writing(lambda *_: None, 0.1):
            pass

        def cancel(done: int, total: int, doing: str = "") -> None:
            raise Cancelled()

        with pytest.raises(Cancelled):
            index.update(some(range(9)), change="two", progress=cancel)
        writer.communicate("")
    index.update(some(range(6)), change="two")
    assert found(index, "client") == list(range(6))


def test_a_reader_keeps_its_view_while_another_process_replaces_the_index(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(5)), change="one")
    view = index.view()
    python(OPENED + "index.update([PassageText(1, 1, 0, 'devis')], range(5), change='two')", tmp_path)
    assert view.parts[0][0].lexicon == ["client", "le", "parcours"]
    assert found(index, "client") == []
    assert found(index, "devis") == [1]


def test_without_a_folder_to_write_it_works_in_memory_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    index = SearchIndex.open(tmp_path / "file" / "index", "lineage")
    assert index.note is None
    index.update(some(range(5)), change="one")
    assert found(index, '"parcours client"') == list(range(5))
    assert str(index.note).startswith("The search index is kept in memory only, because ")
    assert str(tmp_path / "file" / "index") in str(index.note)
    index.update(some(range(1), "devis"), [4], change="two")
    assert found(index, "client") == [1, 2, 3]
    assert index.change == "two"


@pytest.mark.skipif(sys.platform == "win32", reason="folders can't be closed to writing there")
def test_in_a_folder_closed_to_writing_what_is_there_serves_and_the_rest_is_kept_in_memory() -> None:
    # Not below the other temporary folders, which are closed to the person that this must become.
    home = Path(tempfile.mkdtemp())
    home.chmod(0o755)
    try:
        SearchIndex.open(home / "index", "lineage").update(some(range(5)), change="one")
        for file in (home / "index").iterdir():
            file.chmod(0o444)  # the other person that this process becomes may read it
        (home / "index").chmod(0o555)
        before = files(home / "index")
        closed = """
import os
if os.geteuid() == 0:
    os.seteuid(65534)
print(find.keys(index, parse("client")).tolist(), index.note is None)
index.update([PassageText(9, 1, 900, "client")], [0], change="two")
print(find.keys(index, parse("client")).tolist(), "can't be written" in str(index.note), index.change)
"""
        answer = python(OPENED + closed, home / "index").stdout
        assert answer == "[0, 1, 2, 3, 4] True\n[1, 2, 3, 4, 9] True two\n"
        assert files(home / "index") == before
    finally:
        (home / "index").chmod(0o755)
        shutil.rmtree(home)


def test_two_indexes_written_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    words, failed = ("client", "devis"), list[BaseException]()

    def work(word: str) -> None:
        try:
            index = SearchIndex.open(tmp_path / word, word)
            for step in range(12):
                index.update(some(range(step * 3, step * 3 + 3), word), change=f"{word} {step}")
                assert found(index, word) == list(range(step * 3 + 3))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(word,)) for word in words]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    for word, other in (words, words[::-1]):
        index = SearchIndex.open(tmp_path / word, word)
        assert (index.change, found(index, other)) == (f"{word} 11", [])
        assert found(index, word) == list(range(36))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits on file sizes to stand for a full disk")
def test_a_full_disk_moves_the_index_to_memory_and_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    SearchIndex.open(tmp_path, "lineage").update(some(range(5)), change="one")
    before = files(tmp_path)
    full = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
index.update([PassageText(k, 1, 0, "client") for k in range(5, 400)], change="two")
print(len(find.keys(index, parse("client"))), index.note is not None, index.change)
"""
    assert python(OPENED + full, tmp_path).stdout == "400 True two\n"
    assert files(tmp_path) == before


def test_many_words_are_spread_over_segments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "WORDS_A_SEGMENT", 30)
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(45)), change="one")
    assert 1 < len(index.view().segments) <= MOST_SEGMENTS
    assert found(index, '"parcours client"') == list(range(45))


def test_positions_beyond_sixteen_bits(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    long = "mot " * 70_000 + "parcours client"
    index.update([PassageText(1, 1, 0, long), PassageText(2, 1, 900_000, "client parcours")], change="one")
    assert found(index, '"parcours client"') == [1]
    (hit,) = find.search(index, parse('"parcours client"'), lambda _: [PassageText(1, 1, 0, long)]).hits
    assert hit.matches == ((280_000, 280_015),)


def test_bytes_of_postings_come_back_the_same() -> None:
    postings = gathered([*some(range(3)), PassageText(9, 2, 0, ""), PassageText(10, 2, 1, "L'œuf, 😀")])
    data = postings.to_bytes()
    again = Postings.from_buffer(np.frombuffer(data, np.uint8))
    assert again.to_bytes() == data
    assert again.lexicon == ["client", "le", "oeuf", "parcours"]


def test_progress_counts_passages(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(600)), change="one", progress=lambda done, total, doing="": told.append((done, total)))
    assert told == [(0, 600), (256, 600), (512, 600), (600, 600)]


def test_a_text_that_is_gone_is_no_hit(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    index.update(some(range(3)), change="one")

    def texts(keys: Collection[int]) -> list[PassageText]:
        return [passage for passage in some(range(3)) if passage.key in keys and passage.key != 1]

    hits = find.search(index, parse("client"), texts)
    assert (hits.total, [hit.key for hit in hits.hits]) == (3, [0, 2])


def test_nothing_of_the_tests_is_left_open(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, "lineage")
    opened = Path("/proc/self/fd")
    if not opened.is_dir():
        pytest.skip("open files can be counted on Linux only")
    index.update(some(range(3)), change="one")
    before = len(list(opened.iterdir()))
    for at in range(20):
        index.update(some(range(3)), change=str(at))
        found(index, "client")
    assert len(list(opened.iterdir())) <= before + MOST_SEGMENTS
