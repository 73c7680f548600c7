"""Random texts never raise, never take long, and offsets always fit; `bench/anonymise/fuzz.py` tries 100 000."""

from bench.anonymise.fuzz import fuzz
from bot.anonymise import Anonymiser


def test_random_texts_up_to_20_000_characters_are_checked_quickly_and_never_fail(anonymiser: Anonymiser) -> None:
    run = fuzz(anonymiser, texts=400, longest=20_000, seed=7)
    assert run.wrong == ()
