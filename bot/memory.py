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
NEARLY_FULL = 0.975
"""A large page takes the place of small ones when so many of them are in use: what it adds is less than a megabyte."""
_COLLAPSE = 25
"""MADV_COLLAPSE, in Linux from 6.1 on."""
_STAY_SMALL = 15
"""MADV_NOHUGEPAGE."""
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
    with contextlib.suppress(OSError, AttributeError):  # other systems choose their pages by themselves
        use_large_pages()


def use_large_pages() -> None:
    """Put memory that is in use throughout into large pages, and let all other stay in small ones.

    A turn reads here and there in all of it, and the processor knows the places of some thousand pages only. An older
    Linux does nothing. What was given back lies where numpy, while it read, asked for large pages: left alone, Linux
    would fill some of them up again for a few bytes, the first within a minute.
    """
    large, libc = int(LARGE_PAGE.read_text()), ctypes.CDLL(None)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    libc.mincore.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p)
    is_in_use = ctypes.create_string_buffer(large // mmap.PAGESIZE)
    for start, end in _own_memory():
        for page in range(-(-start // large) * large, end - large + 1, large):
            is_known = libc.mincore(page, large, is_in_use) == 0
            is_full = is_known and is_in_use.raw.count(1) >= NEARLY_FULL * len(is_in_use)
            libc.madvise(page, large, _COLLAPSE if is_full else _STAY_SMALL)


def _own_memory() -> Iterator[tuple[int, int]]:
    """Yield where memory begins and ends that is neither shared nor read from a file."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, rights, _, _, file = line.split()[:5]
        if rights == "rw-p" and file == "0":
            start, end = addresses.split("-")
            yield int(start, 16), int(end, 16)
