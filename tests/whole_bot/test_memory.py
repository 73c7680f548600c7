"""What is read at start is held tightly, and stays as it was."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from bot import memory

FILL_AND_SETTLE = """
from pathlib import Path
from bot.memory import settle_memory

def told(file, name):
    lines = Path(file).read_text().splitlines() if Path(file).exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith(name)), 0)

kept = [bytes([number % 251]) * 400 for number in range(100_000)]
half_empty = [bytearray(4000) for _ in range(10_000)][::2]
before = told("/proc/self/status", "VmRSS")
settle_memory()
assert all(one == bytes([number % 251]) * 400 for number, one in enumerate(kept))
print(before, told("/proc/self/status", "VmRSS"), told("/proc/self/smaps_rollup", "AnonHugePages"))
"""

ASKED_FOR_AND_GIVEN_BACK = """
import mmap
from bot.memory import settle_memory

def resident():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS"))

room = mmap.mmap(-1, 16 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
room.madvise(mmap.MADV_HUGEPAGE)
settle_memory()
before = resident()
for at in range(0, len(room), 1 << 20):
    room[at] = 1
print((resident() - before) // 1024)
"""

READ_AND_SETTLE = """
import hashlib, re, sqlite3, ssl, sys
from bot.memory import settle_memory

def of_files():
    return next(int(line.split()[1]) // 1024 for line in open("/proc/self/status") if line.startswith("RssFile"))

def work():
    return hashlib.sha256(b"one").hexdigest(), re.sub("b+", "c", "abba"), sqlite3.connect(":memory:").total_changes

first, before = work(), of_files()
settle_memory()
print(before, of_files(), work() == first)
"""


def has_large_pages() -> bool:
    """Tell whether this machine can put memory into large pages when asked."""
    release = platform.release().split("-")[0].split(".")
    return memory.LARGE_PAGE.exists() and tuple(map(int, release[:2])) >= (6, 1)


def test_what_is_in_use_moves_into_large_pages_and_the_process_hardly_grows() -> None:
    told = subprocess.run([sys.executable, "-c", FILL_AND_SETTLE], check=True, capture_output=True, text=True)
    before, after, large = (int(number) for number in told.stdout.split())
    assert after <= before + 2
    assert large > 2 or not has_large_pages()


@pytest.mark.skipif(not has_large_pages(), reason="this machine makes no large pages when asked")
def test_a_few_bytes_do_not_fill_a_large_page_where_a_library_asked_for_one_and_gave_it_back() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED_FOR_AND_GIVEN_BACK], check=True, capture_output=True, text=True)
    assert int(told.stdout) <= 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems choose their pages by themselves")
def test_code_that_only_starting_ran_is_let_go_of_and_still_runs() -> None:
    told = subprocess.run([sys.executable, "-c", READ_AND_SETTLE], check=True, capture_output=True, text=True)
    before, after, is_same = told.stdout.split()
    assert int(after) <= int(before) * 3 // 4
    assert is_same == "True"


PLACES = {"never written in": (0, 0), "written in": (4, 0), "written in and swapped out": (0, 12), "both": (4, 8)}


def test_what_was_written_in_is_not_let_go_of_when_it_is_swapped_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The places where a library calls others are filled in when it is loaded, and closed for writing then: to let go
    of them is to make it call nowhere."""
    told = [
        f"{number}000-{number}f00 r--p 00000000 fe:01 77 /usr/lib/x{number}.so\n"
        f"Rss: 4 kB\nAnonymous: {written} kB\nSwap: {swapped} kB\nVmFlags: rd mr\n"
        for number, (written, swapped) in enumerate(PLACES.values(), 1)
    ]
    own = "7000-8000 rw-p 00000000 00:00 0\nAnonymous: 0 kB\nSwap: 0 kB\n"
    (tmp_path / "smaps").write_text("".join(told) + own)
    monkeypatch.setattr(memory, "SMAPS", tmp_path / "smaps")
    assert list(memory._unwritten()) == [(0x1000, 0x1F00)]


@pytest.mark.parametrize("told", ["", "\n\n", "nothing known\n", "Anonymous:\n"])
def test_a_system_that_tells_of_its_memory_in_another_way_is_left_as_it_is(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "smaps").write_text(told)
    monkeypatch.setattr(memory, "SMAPS", tmp_path / "smaps")
    memory.settle_memory()


def test_a_system_without_large_pages_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "LARGE_PAGE", tmp_path / "none")
    memory.settle_memory()


def test_the_knowledge_is_read_before_the_web_and_the_rest_of_the_bot_are_imported() -> None:
    program = (
        "import sys, bot.__main__, bot.cli.serve\n"
        "print(sorted({'bot.main', 'bot.teams', 'dialogs.start', 'aiohttp', 'botbuilder'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries count their heaps otherwise")
def test_threads_share_one_heap() -> None:
    program = (
        "import ctypes, threading; from bot.memory import use_one_heap; use_one_heap()\n"
        "threads = [threading.Thread(target=lambda: bytes(50_000)) for _ in range(4)]\n"
        "[one.start() for one in threads]; [one.join() for one in threads]\n"
        "libc = ctypes.CDLL(None); libc.fdopen.restype = ctypes.c_void_p\n"
        "told = ctypes.c_void_p(libc.fdopen(1, b'w')); libc.malloc_info(0, told); libc.fflush(told)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.count("<heap nr=") == 1
