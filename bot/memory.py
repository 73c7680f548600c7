"""How the process holds what it has read at start: nothing that is done with, and in pages that are quick to reach.

Must not know what is in it.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import mmap
from collections.abc import Iterator
from pathlib import Path

LARGE_PAGE = Path("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size")
SMAPS = Path("/proc/self/smaps")
"""What Linux tells of each piece of memory, in this order: how much of it was written, how much is swapped out."""
NEARLY_FULL = 0.975
"""A large page takes the place of small ones when so many of them are in use: what it adds is less than a megabyte."""
_COLLAPSE = 25
"""MADV_COLLAPSE, in Linux from 6.1 on."""
_STAY_SMALL = 15
"""MADV_NOHUGEPAGE."""
_LET_GO = 4
"""MADV_DONTNEED."""
_MOST_HEAPS = -8
"""M_ARENA_MAX."""


def use_one_heap() -> None:
    """Let all threads take memory from one heap, before they do: one of its own for each of a few threads that hardly
    ever work at the same time would be 1.5 MiB more, in holes."""
    with contextlib.suppress(OSError, AttributeError):  # other C libraries have one anyway, or share it as they like
        ctypes.CDLL(None).mallopt(_MOST_HEAPS, 1)


def settle_memory() -> None:
    """Give back what starting has used, and never again look through what was made then for something to throw away."""
    gc.collect()
    gc.freeze()
    with contextlib.suppress(OSError, AttributeError):  # other C libraries give memory back by themselves
        ctypes.CDLL(None).malloc_trim(0)
    for choose in (use_large_pages, let_go_of_programs):
        with contextlib.suppress(OSError, AttributeError, ValueError):  # other systems choose by themselves
            choose()


def use_large_pages() -> None:
    """Put memory that is in use throughout into large pages, and let all other stay in small ones.

    A turn reads here and there in all of it, and the processor knows the places of some thousand pages only. An older
    Linux does nothing. What was given back lies where numpy, while it read, asked for large pages: left alone, Linux
    would fill some of them up again for a few bytes, the first within a minute.
    """
    large, libc = int(LARGE_PAGE.read_text()), _libc()
    libc.mincore.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p)
    is_in_use = ctypes.create_string_buffer(large // mmap.PAGESIZE)
    for start, end in _own_memory():
        for page in range(-(-start // large) * large, end - large + 1, large):
            is_known = libc.mincore(page, large, is_in_use) == 0
            is_full = is_known and is_in_use.raw.count(1) >= NEARLY_FULL * len(is_in_use)
            libc.madvise(page, large, _COLLAPSE if is_full else _STAY_SMALL)


def let_go_of_programs() -> None:
    """Let go of what is mapped from the files of Python and its libraries: most of it only starting ran or read.

    It stays in the memory where Linux keeps files, and Linux may use that for something else. What a turn needs is
    mapped again when it does, sixteen pages in a microsecond.
    """
    libc = _libc()
    for start, end in _unwritten():
        libc.madvise(start, end - start, _LET_GO)


def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    return libc


def _own_memory() -> Iterator[tuple[int, int]]:
    """Yield where memory begins and ends that is neither shared nor read from a file."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, rights, _, _, file = line.split()[:5]
        if rights == "rw-p" and file == "0":
            yield _place(addresses)


def _unwritten() -> Iterator[tuple[int, int]]:
    """Yield where memory begins and ends that is read from a file, may not be written in and was not before either:
    that of a library is, at the places where it calls others. What was written may be swapped out by now, and is told
    of as that alone."""
    place, is_file, is_as_read = (0, 0), False, False
    for line in SMAPS.read_text(errors="replace").splitlines():
        name, *told = line.split()
        if not name.endswith(":"):  # what follows is told of this place
            rights, _, _, file = told[:4]
            place, is_file, is_as_read = _place(name), rights in ("r--p", "r-xp") and file != "0", False
        elif name == "Anonymous:":
            is_as_read = told[:1] == ["0"]
        elif name == "Swap:" and is_file and is_as_read and told[:1] == ["0"]:
            yield place


def _place(addresses: str) -> tuple[int, int]:
    start, end = addresses.split("-")
    return int(start, 16), int(end, 16)
