"""Random texts never raise, never take long, and offsets always fit; `bench/anonymise/fuzz.py` tries 100 000."""

from bench.anonymise.fuzz import LIMIT_PER_1000, fuzz, in_processes
from bot.anonymise import Anonymiser

SLOWER = 3
"""How much slower than where the 50 ms are measured (`python -m bench.anonymise.fuzz`) a machine full of other work may
be: a pattern that is not linear takes a hundred times as long."""


def test_random_texts_up_to_20_000_characters_are_checked_quickly_and_never_fail(anonymiser: Anonymiser) -> None:
    run = fuzz(anonymiser, texts=range(400), longest=20_000, seed=7, limit=SLOWER * LIMIT_PER_1000)
    assert (run.failed, run.slow) == ((), ())


def test_texts_tried_share_by_share_in_a_process_of_their_own_are_each_tried_once() -> None:
    *_, told = runs = list(in_processes(texts=501, longest=10, seed=7, processes=1))
    assert len(runs) == 2
    assert (told.texts, told.failed) == (501, ())
