"""Measures the anonymiser on the labelled sets and prints the figures beside the goals and beside Presidio.

Run `python -m bench.anonymise.run [--clinical PATH]`; prints ids of texts, never their words.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.anonymise.clinical import read_clinical
from bench.anonymise.labels import Labelled, read_set
from bench.anonymise.letters_left import letters_left
from bench.anonymise.measure import Engine, Figures, measure
from bench.anonymise.presidio_peer import load_presidio
from bot.anonymise import Anonymiser, load_anonymiser

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SETS = (
    "held_back",
    "outside_35",
    "outside_34",
    "outside_33",
    "outside_31",
    "outside_30",
    "outside_29",
    "outside_28",
    "outside_27",
    "outside_26",
    "outside_25",
    "outside_24",
    "outside_23",
    "outside_22",
    "outside_21",
    "outside_20",
    "outside_19",
    "outside_18",
    "outside_17",
    "outside_16",
    "outside_15",
    "outside_14",
    "outside_13",
    "outside_12",
    "outside_11",
    "outside_10",
    "outside_9",
    "outside_8",
    "outside_7",
    "outside_6",
    "outside_5",
    "outside_4",
    "outside_3",
    "outside_2",
    "outside",
    "unseen_2",
    "unseen_1",
    "confirmation_2",
    "confirmation",
    "development_7",
    "development_8",
    "development_9",
    "development_10",
    "development_11",
    "development_12",
    "development_13",
    "development_14",
    "development_15",
    "development_16",
    "development_17",
    "development_18",
    "development_19",
    "development_20",
    "development_21",
    "development_22",
    "development_23",
    "development_24",
    "development_25",
    "development_26",
    "development_33",
    "development_32",
    "development_28",
    "development_27",
    "development_6",
    "development_5",
    "development_4",
    "development_3",
    "development_2",
    "development",
)
KNOWLEDGE = ROOT / "knowledge" / "anonymising"
_READY = (
    "import time,sys;t=time.perf_counter();sys.path.insert(0,{root!r});from pathlib import Path;"
    "from bot.anonymise import load_anonymiser;a=load_anonymiser(Path({lists!r}));a.find('Emma');"
    "ready=time.perf_counter()-t;own=Path('/proc/self/status');"  # a child inherits the peak of its parent elsewhere
    "import resource;peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
    "peak=int(own.read_text().split('VmHWM:')[1].split()[0]) if own.exists() else peak;print(ready, peak/1024)"
)


def main() -> None:
    """Print one table per set, then speed, memory and time to be ready."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--clinical", type=Path, help="NorSynthClinical-PHI: the annotated file or a bare git repository"
    )
    chosen = options.parse_args()
    anonymiser = load_anonymiser(KNOWLEDGE)
    engine = engine_of(anonymiser)
    presidio = load_presidio()
    for name in SETS:
        texts = read_set(HERE / "sets" / f"{name}.txt")
        show(name, texts, measure(texts, engine))
        show_left(texts, anonymiser)
        if presidio is None:
            print("  Presidio, blank nb + patterns: not installed")
        else:
            show(f"{name}, Presidio", texts, measure(texts, presidio))
    if chosen.clinical:
        texts = read_clinical(chosen.clinical)
        show("NorSynthClinical-PHI", texts, measure(texts, engine))
    show_speed(read_set(HERE / "sets" / "held_back.txt"), anonymiser.find)


def engine_of(anonymiser: Anonymiser) -> Engine:
    """Return our engine in the form that is measured; a text that failed closed counts as nothing found."""
    return lambda text: [(f.start, f.end, f.cls) for f in anonymiser.find(text) if f.type != "feil"]


def show(name: str, texts: Sequence[Labelled], figures: Figures) -> None:
    """Print the figures of one set, with the goal in brackets, and the ids that went wrong."""
    leaks = len(figures.leaking) / max(figures.texts_with_direct, 1)
    print(f"{name}: {len(texts)} texts, {figures.direct} direct, {figures.quasi} quasi, {figures.clean} clean")
    print(f"  direct recall, fully covered  {figures.direct_recall:.3f}  (goal .985)")
    print(
        f"  texts that leak               {len(figures.leaking)} of {figures.texts_with_direct} = {leaks:.1%}  "
        f"(goal 1.6 %)"
    )
    print(f"  quasi touched                 {figures.quasi_recall:.3f}  (goal .90)")
    print(f"  precision                     {figures.precision:.3f}  (goal .85)")
    if figures.clean:
        blocked, flagged = len(figures.clean_blocked) / figures.clean, len(figures.clean_flagged) / figures.clean
        print(f"  clean texts blocked, flagged  {blocked:.1%}, {flagged:.1%}  (goals 5 %, 15 %)")
    print(f"  leaking: {' '.join(figures.leaking[:20]) or '-'}")
    print(f"  quasi not touched: {' '.join(figures.untouched[:12]) or '-'}")


def show_left(texts: Sequence[Labelled], anonymiser: Anonymiser) -> None:
    """Print how many letters of direct identifiers still stand in the texts after they are rewritten."""
    count = letters_left(texts, lambda text: anonymiser.rewrite(text, anonymiser.find(text)))
    print(f"  letters left when rewritten   {count.left} of {count.letters}: {' '.join(count.texts[:20]) or '-'}")


def show_speed(texts: Sequence[Labelled], find: Callable[[str], object]) -> None:
    """Print processor time per text and per character of a program that is ready, the memory, and the time until the
    first answer, in which the rules are imported."""
    find(texts[0].text)
    spent: list[float] = []
    for _ in range(3):
        for item in texts:
            started = time.process_time()
            find(item.text)
            spent.append(time.process_time() - started)
    characters = 3 * sum(len(item.text) for item in texts)
    p95 = statistics.quantiles(spent, n=20)[-1] * 1000
    print(f"speed: {characters / sum(spent):,.0f} characters/s (goal 200,000), p95 {p95:.2f} ms per text (goal 3 ms)")
    command = _READY.format(root=str(ROOT), lists=str(KNOWLEDGE))
    ready, memory = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, check=True, text=True
    ).stdout.split()
    print(f"alone: ready in {float(ready):.2f} s (goal 1 s), {float(memory):.0f} MiB (goal 100 MiB)")
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
