"""What reading one file may cost: set by the process that reads where its system can, else watched from outside."""

from __future__ import annotations

import subprocess
import sys
from typing import Literal

CPU_S = 10.0
"""Seconds of processor time a file may take, and what each of its pages adds."""
CPU_S_A_PAGE = 0.02
MEMORY = 1 << 30
"""Bytes the process that reads may hold."""

Over = Literal["time", "memory"]


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY = 0x1000 | 0x0010  # PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_VM_READ

    class _Counters(ctypes.Structure):
        _fields_ = [
            ("cb", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("peak", "held", "a", "b", "c", "d", "committed", "peak_committed")),
        ]

    def hold_memory() -> None:
        """Do nothing: Windows is watched from outside."""

    def begin_file() -> None:
        """Do nothing: Windows is watched from outside."""

    def begin_page() -> None:
        """Do nothing: Windows is watched from outside."""

    def spent(pid: int) -> tuple[float, int]:
        """Return the seconds of processor time and the bytes of memory a process has taken so far."""
        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.OpenProcess(_QUERY, False, pid))
        times = [wintypes.FILETIME() for _ in range(4)]
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
        kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        kernel.CloseHandle(handle)
        return sum((t.dwHighDateTime << 32) + t.dwLowDateTime for t in times[2:]) / 1e7, int(counters.committed)

else:
    import resource
    import signal

    def hold_memory() -> None:
        """Bound this process for good, and let no crash leave words of an interview in a core file."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # where it is accepted and not held
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))

    def begin_file() -> None:
        """Let the system end this process after `CPU_S` from now, in whatever code it then is."""
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, CPU_S)

    def begin_page() -> None:
        """Allow what a page may take on top."""
        signal.setitimer(signal.ITIMER_PROF, signal.getitimer(signal.ITIMER_PROF)[0] + CPU_S_A_PAGE)

    def spent(pid: int) -> tuple[float, int]:
        """Return nought seconds, which the process itself counts, and its bytes of memory where it can't bound them."""
        if sys.platform != "darwin":
            return 0.0, 0
        said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True).stdout
        return 0.0, int(said.strip() or 0) << 10


def over(before: tuple[float, int], pid: int, pages: int) -> Over | None:
    """Say what a process takes too much of for a file of so many `pages`, given what `spent` said as it began."""
    seconds, held = spent(pid)
    if held > MEMORY:
        return "memory"
    return "time" if seconds - before[0] > CPU_S + CPU_S_A_PAGE * pages else None


def told_by(exit_code: int) -> Over | None:
    """Say which bound ended a process that ended by itself."""
    return "time" if sys.platform != "win32" and exit_code == -signal.SIGPROF else None
