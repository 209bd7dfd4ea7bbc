"""The index on disk: disposable, stamped with the last change it has seen, caught up from the change log.

Readers never wait for a writer: a segment is never altered once written, and what a reader has open stays.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, clean_files

from corpus import private
from corpus.errors import ProjectError, WorkbenchError
from corpus.progress import Progress, silent
from corpus.search import codec, passages
from corpus.search.postings import Gathering, Numbers, PassageText, Postings, merged
from corpus.store.project import Project

log = logging.getLogger(__name__)

FORMAT = 5
"""Raised whenever files or the analysis of words change: an index of another format is built anew."""
MOST_SEGMENTS = 6
WORDS_A_SEGMENT = 12_000_000
"""As many as can be sorted at once in some 600 MB; each segment more makes every search a little slower."""
_NAME = "MAIN"
_STAMP = "stamp.json"
_STEP = 256


@dataclass(frozen=True)
class IndexView:
    """The index at one moment: segments with, for each, its postings and which passages still count, bool[n]."""

    seen: tuple[int, float] | None = None
    segments: tuple[Any, ...] = ()
    parts: tuple[tuple[Postings, Numbers], ...] = ()

    @cached_property
    def keys(self) -> Numbers:
        """Keys of the passages of all segments in turn, those that no longer count too: int64[n]."""
        return np.concatenate([postings.keys for postings, _ in self.parts] or [np.zeros(0, np.int64)])

    @cached_property
    def begins(self) -> list[int]:
        """Where each segment begins in `keys`."""
        sizes = [len(postings) for postings, _ in self.parts]
        return [sum(sizes[:at]) for at in range(len(sizes))]

    @cached_property
    def order(self) -> Numbers:
        """Places in `keys` of the passages that count, in the order of documents: int64[k]."""
        if not self.parts:
            return np.zeros(0, np.int64)
        documents = np.concatenate([postings.documents for postings, _ in self.parts]).astype(np.int64)
        starts = np.concatenate([postings.starts for postings, _ in self.parts])
        living = np.concatenate([alive for _, alive in self.parts])
        here = np.flatnonzero(living)
        # Segments are in order within themselves, and a stable sort joins what is in order at once.
        placed = ((documents << 32) | starts)[here]
        order: Numbers = np.argsort(placed, kind="stable")
        if (np.diff(placed[order]) == 0).any():
            order = np.lexsort((self.keys[here], starts[here], documents[here]))
        return here[order]

    @cached_property
    def _ranked(self) -> tuple[Numbers, Numbers] | None:
        """The rank of each of `keys`, int64[n], -1 where it counts no more, and the keys by rank; None: as they are."""
        size, order = len(self.keys), self.order
        if len(order) == size and (order[1:] > order[:-1]).all():
            return None
        rank = np.full(size, -1, np.int64)
        rank[order] = np.arange(len(order))
        return rank, self.keys[order]

    def in_order(self, places: Numbers) -> Numbers:
        """Return the keys of the passages at `places` in `keys` that count, in the order of documents: int64[k]."""
        if self._ranked is None:
            return self.keys.take(places)
        rank, keys = self._ranked
        ranks = rank.take(places)
        ranks = np.sort(ranks[ranks >= 0])
        return keys.take(ranks)

    @property
    def count(self) -> int:
        """The number of passages that count."""
        return sum(int(alive.sum()) for _, alive in self.parts)


class _Storage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder of which every file is its person's alone."""

    def create_file(self, name: str, excl: bool = False, **options: Any) -> Any:
        if not excl:
            private.file(self._file(name))
        return super().create_file(name, excl, **options)

    def lock(self, name: str) -> Any:
        private.file(self._file(name))
        return super().lock(name)

    def _file(self, name: str) -> Path:
        return Path(self.folder) / name


class SearchIndex:
    """The words of one project's passages. `note` says, if it is not None, why the index is kept in memory."""

    def __init__(self, folder: Path, lineage: str) -> None:
        self.folder, self.lineage = folder, lineage
        self.note: WorkbenchError | None = None
        self._storage: FileStorage | RamStorage = _Storage(str(folder))
        self._view = IndexView()
        self._torn = False

    @classmethod
    def open(cls, folder: Path, lineage: str) -> SearchIndex:
        """Open what is in `folder`; of another lineage or format, or torn, it counts as empty until caught up."""
        return cls(folder, lineage)

    @classmethod
    def of(cls, project: Project, caches: Path) -> SearchIndex:
        """Open the index of a project within the person's folder of caches."""
        return cls(caches / "search" / project.key, project.lineage)

    @property
    def change(self) -> str | None:
        """The uid of the last change the index has seen; None where it must be built."""
        try:
            with self._storage.open_file(_STAMP) as file:
                stamp = json.loads(file.read())
        except (OSError, ValueError, NameError):  # NameError is how Whoosh's memory says that there is no such file
            return None
        good = isinstance(stamp, dict) and stamp.get("format") == FORMAT and stamp.get("lineage") == self.lineage
        return str(stamp["change"]) if good and "change" in stamp else None

    def view(self) -> IndexView:
        """Return the index as it is now, other processes' work included; what was open stays where all else is gone."""
        latest = self._latest()
        if latest is not None and latest != self._view.seen and self.change is not None:
            self._view = self._opened(latest)
        return self._view

    def _latest(self) -> tuple[int, float] | None:
        """Return number and time of the last contents table: a rebuild from nothing begins at the same number."""
        number = TOC._latest_generation(self._storage, _NAME)
        try:
            return (number, self._storage.file_modified(TOC._filename(_NAME, number))) if number >= 0 else None
        except FileNotFoundError:
            return None

    def _opened(self, latest: tuple[int, float]) -> IndexView:
        for _ in range(20):
            try:
                contents = self._contents()
                known = {segment.segid: part[0] for segment, part in zip(self._view.segments, self._view.parts)}
                parts = []
                for segment in contents.segments:
                    postings = known.get(segment.segid)
                    postings = codec.load(self._storage, segment) if postings is None else postings
                    parts.append((postings, codec.alive(segment, postings)))
                self._torn = False
                return IndexView(latest, tuple(contents.segments), tuple(parts))
            except FileNotFoundError:
                time.sleep(0.02)  # another process has just replaced the file
            except Exception as error:
                # The bytes may say anything, and a cache can always be built anew.
                log.warning("the search index is torn (%s)", type(error).__name__)
                break
        self._torn = True
        return self._view

    def _contents(self) -> Any:
        """Read the last contents table, from a copy, since Whoosh leaves a torn one open."""
        number = TOC._latest_generation(self._storage, _NAME)
        name, copy = TOC._filename(_NAME, number), RamStorage()
        with self._storage.open_file(name) as file:
            copy.files[name] = file.read()
        return TOC.read(copy, _NAME, number, codec.schema())

    def update(
        self,
        added: Iterable[PassageText] = (),
        removed: Collection[int] = (),
        *,
        change: str,
        progress: Progress = silent,
    ) -> None:
        """Put in these passages, in place of those with the same keys, and take others out; all or nothing.

        An index found torn begins anew with these, and is then not taken for that of `change`.
        """
        added = list(added)

        def write() -> None:
            with self._writing(progress):
                fresh = _gathered(added, len(added), progress)
                self.view()
                gone = {*removed, *(passage.key for passage in added)}
                self._commit(fresh, gone, "" if self._torn else change)

        self._stored(write)

    def catch_up(self, project: Project, progress: Progress = silent) -> bool:
        """Bring the index up to the project's last change, from its log or anew; return whether there was anything new.

        A cancelled or failed run leaves the index as it was.
        """
        with project.read() as session:
            if self._seen(passages.last_change(session)):
                return False
        self._stored(lambda: self._catch_up(project, progress))
        return True

    def _seen(self, last: str) -> bool:
        if self.change != last:
            return False
        self.view()
        return not self._torn and self._latest() is not None

    def _catch_up(self, project: Project, progress: Progress) -> None:
        with self._writing(progress), project.read() as session:
            self.view()
            since = passages.changed(session, None if self._torn else self.change)
            if self._seen(since.last):
                return
            if since.passages is not None and not since.passages:
                with suppress(OSError):  # codings and the like are nothing to the index
                    self._stamp(since.last)
            elif since.passages is None:
                every = passages.texts(project, session)
                self._commit(_gathered(every, passages.count(session), progress), None, since.last)
            else:
                some = list(passages.texts(project, session, since.passages))
                self._commit(_gathered(some, len(some), progress), since.passages, since.last)

    def _stored(self, write: Callable[[], None]) -> None:
        """Write to disk; where the disk refuses, carry on in memory and say so."""
        try:
            write()
        except OSError as error:
            if isinstance(self._storage, RamStorage):
                raise
            self._move_to_memory(error)
            write()

    def _move_to_memory(self, error: OSError) -> None:
        self.note = ProjectError(
            "The search index is kept in memory only, because {folder} can't be written: {why}.",
            folder=str(self.folder),
            why=error.strerror or type(error).__name__,
        )
        log.warning("search index in memory: errno %s", error.errno)
        view, change = self.view(), self.change
        self._storage, self._view, self._torn = RamStorage(), IndexView(), False
        if change is not None:
            for segment, (postings, _) in zip(view.segments, view.parts):
                codec.save(self._storage, segment, postings)
            self._publish(list(view.segments), change)

    @contextmanager
    def _writing(self, progress: Progress, patience_s: float = 30.0) -> Iterator[None]:
        """Hold the write lock; the system takes it back from a process that dies."""
        if isinstance(self._storage, FileStorage):
            private.folder(self.folder)
        lock = self._storage.lock(f"{_NAME}_WRITELOCK")
        until = time.monotonic() + patience_s
        while not lock.acquire(blocking=False):
            if time.monotonic() > until:
                raise ProjectError("Another process is updating the search index of this project; try again later.")
            progress(0, 0, "Waiting for the search index")
            time.sleep(0.05)
        try:
            yield
        finally:
            lock.release()

    def _commit(self, fresh: list[Postings], gone: Collection[int] | None, change: str) -> None:
        """Write new segments and make them part of the index, with the keys in `gone` taken out (None: all)."""
        before = set(self._storage.list())
        try:
            kept = [] if gone is None else self._without(gone)
            entries = kept + [self._saved(postings) for postings in fresh if len(postings)]
            chosen = _to_merge([(postings.count, float(living.mean())) for _, postings, living in entries])
            if chosen:
                together = merged([(entries[at][1], entries[at][2]) for at in chosen])
                entries = [entry for at, entry in enumerate(entries) if at not in chosen]
                entries += [self._saved(together)] if len(together) else []
            self._publish([segment for segment, _, _ in entries], change)
        except BaseException:
            for name in set(self._storage.list()) - before:
                self._storage.delete_file(name)
            raise

    def _without(self, gone: Collection[int]) -> list[tuple[Any, Postings, Numbers]]:
        """Return the present segments that keep any passage once those in `gone` are out."""
        dropped = np.fromiter(gone, np.int64, len(gone))
        entries = []
        view = self.view()
        contents = self._contents().segments if view.seen is not None and not self._torn else ()
        for segment, (postings, _) in zip(contents, view.parts, strict=True):
            for at in np.flatnonzero(np.isin(postings.keys, dropped)).tolist():
                segment.delete_document(at)
            living = codec.alive(segment, postings)
            if living.any():
                entries.append((segment, postings, living))
        return entries

    def _saved(self, postings: Postings) -> tuple[Any, Postings, Numbers]:
        segment = codec.PassageCodec().new_segment(self._storage, _NAME)
        codec.save(self._storage, segment, postings)
        return segment, postings, np.ones(len(postings), bool)

    def _publish(self, segments: list[Any], change: str) -> None:
        """Make these the segments of the index, then stamp it: after a crash in between, catching up runs once more."""
        generation = TOC._latest_generation(self._storage, _NAME) + 1
        TOC(codec.schema(), segments, generation).write(self._storage, _NAME)
        self._stamp(change)
        clean_files(self._storage, _NAME, generation, segments)
        log.info("search index: %d segments, generation %d", len(segments), generation)

    def _stamp(self, change: str) -> None:
        stamp = json.dumps({"format": FORMAT, "lineage": self.lineage, "change": change}).encode()
        if isinstance(self._storage, RamStorage):
            self._storage.files[_STAMP] = stamp
            return
        beside = self.folder / (_STAMP + ".new")
        private.file(beside)
        beside.write_bytes(stamp)
        beside.replace(self.folder / _STAMP)  # at once, so that no reader finds none


def _gathered(found: Iterable[PassageText], total: int, progress: Progress) -> list[Postings]:
    """Read passages into postings of a bounded number of words each; nothing is written yet."""
    parts, gathering = [], Gathering()
    done = 0
    for done, passage in enumerate(found, 1):
        if done % _STEP == 1:
            progress(done - 1, total, "Reading words for search")
        gathering.add(passage)
        if len(gathering) >= WORDS_A_SEGMENT:
            parts.append(gathering.postings())
            gathering = Gathering()
    progress(done, total, "Reading words for search")
    return [*parts, gathering.postings()]


def _to_merge(segments: list[tuple[int, float]]) -> set[int]:
    """Choose segments, given words and the share of living passages of each, to be written anew as one.

    Those half empty; and, where there are too many, the smallest, with each next one that is not over twice their sum.
    """
    chosen = {at for at, (_, living) in enumerate(segments) if living < 0.5}
    if len(segments) <= MOST_SEGMENTS:
        return chosen
    total = 0
    for rank, at in enumerate(sorted(range(len(segments)), key=lambda at: segments[at][0])):
        if len(segments) - rank < MOST_SEGMENTS and segments[at][0] > 2 * total:
            break
        chosen.add(at)
        total += segments[at][0]
    return chosen
