"""Feeds the anonymiser random texts and tells which are slow, fail or get offsets that do not fit.

Run `python -m bench.anonymise.fuzz [--texts 100000] [--longest 20000] [--seed 1] [--processes N]`. Prints numbers of
texts and times, never texts, and to standard error how far it has come.
"""

import argparse
import multiprocessing
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from bot.anonymise import Anonymiser, Finding, load_anonymiser
from bot.anonymise.reading.normalise import TooLong, normalise

ROOT = Path(__file__).resolve().parents[2]
LIMIT_PER_1000 = 0.05
"""Seconds of processor time per 1000 characters, with 1000 characters as the least that is counted."""
_AT_A_TIME = 500
_TOLD_EVERY = 5_000
_SIGNS = (
    *"aA1 .,-_@/()«»:;'’\n\t§½°&#+*=%!?<>[]{}|\\~^\"",
    *"æøåÆØÅéáŋšđŽüßñЯжأمש中愛ก",
    *("\u200b", "\u0301", "\u00ad", "\ufeff", "\u2028", "１", "Ａ", "😀", "👩‍👧", chr(0xD800), "\x00"),
)
_BITS = (
    "og ", "bor i ", "bor på Nordre ", "heter ", "kallenavnet hans er ", "mor er prest ", "mor selger ost på ",
    "den eneste ", "den yngste jenta ", "1 år ", "fire fem ", "født 1.1.", "den 1. ", "tlf 1 ", "snap a ", "sak 1 ",
    "avdeling a ", "A. ", "på Revehiet ", "skole ", "A og B ", "Hei Hei ", "vegen 1 ", "yngst av ", "festen på Øya ",
    "jobber på a ", "(at) a ", "1 mai ", "Emma ", "emma ", "Lille-Anna ", "HJK ", "gjelder HJK ", "bekymret for ",
    "odd arne ", "12.03.2014 ", "7b ", "010112 12345 ", "91234567 ", "a@b.no ", "www.a.no/", "a_b_1 ", "fil.docx ",
    "SU 12345 ", "6. trinn ", "Reglene ", "AM og TB ", "MA1 og MA2 ", "s og b i 5c ", "Mvh BA", "kalles sol av ",
    "etternavn fra a til b ", "rektor prøvvang ", "hain jo sa ", "sol, emma og jonas ", "Emma (a b) sa ", "grade 8 ",
    "the only boy in a ", "mum is a nurse ", "internt 4417 ", "ring 9,1,2 ", "a.bcd/e1 ", "Skole: Aa ", "gul base ",
    "driver med geit ", "den yngste som har vært a ", "Kvarmes-familien ", "på snap heter han a1b ", "PCen ",
    "m/ a.k og ", "TH slo MB ", "heretter kalt j ", "ekte navn ola ", "rambo som de kaller han ", "/sbl",
    "da kasta odd ", "k slo ", "tk sin mor ", "AH/JB ", "Anne Lise (AL) ", "jojo sier ", "neeeeei ",
    "Stig spenninga, går vi ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """What came out: texts tried, the slowest in seconds per 1000 characters, how many were stopped because their signs
    stand for too many letters, and by number of text which failed or got wrong offsets, and which were slow."""

    texts: int
    characters: int
    slowest: float
    too_long: int
    failed: tuple[str, ...]
    slow: tuple[str, ...]

    def __add__(self, other: "Run") -> "Run":
        return Run(
            self.texts + other.texts,
            self.characters + other.characters,
            max(self.slowest, other.slowest),
            self.too_long + other.too_long,
            (*self.failed, *other.failed),
            (*self.slow, *other.slow),
        )


NOTHING_YET = Run(0, 0, 0.0, 0, (), ())


def random_text(chance: random.Random, longest: int) -> str:
    """Return one text: bits of Norwegian, single signs, or a long row of the same; most are short, some very long."""
    length = min(longest, int(chance.paretovariate(0.7) * 20))
    kind = chance.random()
    if kind < 0.15:
        unit = "".join(chance.choice((*_SIGNS, *_BITS)) for _ in range(chance.randint(1, 3)))
        return (unit * (length // len(unit) + 1))[:length]
    pool: Sequence[str] = _BITS if kind < 0.5 else _SIGNS if kind < 0.7 else (*_BITS, *_SIGNS)
    parts: list[str] = []
    size = 0
    while size < length:
        parts.append(chance.choice(pool))
        size += len(parts[-1])
    return "".join(parts)[:length]


def timed(anonymiser: Anonymiser, text: str) -> tuple[list[Finding], float]:
    """Return the findings, and the processor time of finding and rewriting per 1000 characters."""
    started = time.process_time()
    findings = anonymiser.find(text)
    anonymiser.rewrite(text, findings)
    return findings, (time.process_time() - started) / max(len(text), 1000) * 1000


def _is_too_long(text: str) -> bool:
    try:
        normalise(text)
    except TooLong:
        return True
    return False


def fuzz(anonymiser: Anonymiser, texts: range, longest: int, seed: int, limit: float = LIMIT_PER_1000) -> Run:
    """Try the random texts with these numbers one after the other; `limit` in seconds per 1000 characters."""
    characters, slowest, too_long = 0, 0.0, 0
    failed: list[str] = []
    slow: list[str] = []
    for number in texts:
        text = random_text(random.Random(f"{seed}-{number}"), longest)
        findings, spent = timed(anonymiser, text)
        if spent > limit:  # a garbage collection or the process beside costs as much; a slow text is slow each time
            spent = min(spent, *(timed(anonymiser, text)[1] for _ in range(3)))
        characters, slowest = characters + len(text), max(slowest, spent)
        ends = [0, *(one.end for one in findings)]
        fits = all(ends[at] <= one.start < one.end <= len(text) for at, one in enumerate(findings))
        is_stopped = any(one.type == "feil" for one in findings)
        too_long += is_stopped and _is_too_long(text)
        if is_stopped and not _is_too_long(text):
            failed.append(f"{number}: failed")
        if not fits:
            failed.append(f"{number}: offsets")
        if spent > limit:
            slow.append(f"{number}: {spent * 1000:.0f} ms per 1000 characters")
    return Run(len(texts), characters, slowest, too_long, tuple(failed), tuple(slow))


@cache
def _anonymiser() -> Anonymiser:
    return load_anonymiser(ROOT / "knowledge" / "anonymising")


def _share(texts: range, longest: int, seed: int) -> Run:
    return fuzz(_anonymiser(), texts, longest, seed)


def in_processes(texts: int, longest: int, seed: int, processes: int) -> Iterator[Run]:
    """Share the texts out over processes; yields what has come out so far each time a few hundred more are tried."""
    so_far = NOTHING_YET
    shares = (range(first, min(first + _AT_A_TIME, texts)) for first in range(0, texts, _AT_A_TIME))
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for share in pool.imap(partial(_share, longest=longest, seed=seed), shares):
            so_far += share
            yield so_far


def main() -> None:
    """Run and print; exit 1 when something went wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--texts", type=int, default=100_000)
    options.add_argument("--longest", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--processes", type=int, default=os.cpu_count(), help="how many at once; one per core")
    chosen = options.parse_args()
    run = NOTHING_YET
    for run in in_processes(chosen.texts, chosen.longest, chosen.seed, chosen.processes):
        if run.texts % _TOLD_EVERY == 0:
            print(f"{run.texts:,} texts, {len(run.failed)} failed, {len(run.slow)} slow", file=sys.stderr)
    print(
        f"{run.texts:,} texts, {run.characters:,} characters, slowest {run.slowest * 1000:.1f} ms per 1000 characters"
    )
    print(f"{run.too_long} stopped: their signs stand for more letters than may be read")
    print("\n".join((*run.failed, *run.slow)) or "none failed, none was slow, all offsets fit")
    print(f"{len(run.failed)} failed, {len(run.slow)} slow")
    raise SystemExit(bool(run.failed or run.slow))


if __name__ == "__main__":
    main()
