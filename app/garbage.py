"""Cyclic garbage is collected on the window's thread alone while workers run.

Python collects on whichever thread asks for memory, and some of Qt's objects must not be destroyed on a worker's. So
it does not collect by itself while a worker lives: `collect`, which a timer calls on the window's thread, does what it
would do.
"""

from __future__ import annotations

import gc
import threading

_workers: set[threading.Thread] = set()
# Objects that the last full collection left, and those that have grown as old since.
_left, _grown = 0, 0


def start(worker: threading.Thread) -> None:
    """Start a worker that collects nothing."""
    gc.disable()
    worker.start()
    _workers.add(worker)


def wait(worker: threading.Thread, timeout_s: float) -> None:
    """Wait for a worker to end; when none is left, Python collects by itself again."""
    worker.join(timeout_s)
    _workers.intersection_update([one for one in _workers if one.is_alive()])
    if not _workers:
        gc.enable()


def collect() -> None:
    """Collect the oldest generation that is due, all of them only once a quarter more objects have grown old.

    These are CPython's rules (InternalDocs, garbage_collector.md, "Optimization: generations"): a full collection
    stops the window for a tenth of a second and more, and may not come often.
    """
    global _left, _grown  # one process has one collector
    young, middle, old = (count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True))
    if old and _grown > _left / 4:
        gc.collect()
        _left, _grown = len(gc.get_objects(generation=2)), 0
    elif middle:
        before = len(gc.get_objects(generation=0)) + len(gc.get_objects(generation=1))
        _grown += before - gc.collect(1)
    elif young:
        gc.collect(0)
