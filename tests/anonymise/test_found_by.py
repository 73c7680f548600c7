"""Whoever is to change what the anonymiser finds is told which file does it."""

from __future__ import annotations

import sys

import pytest

from bench.anonymise.found_by import found_by
from bot.anonymise import Anonymiser
from tests.each import each

TEXT = "Mor til Siri Prøve er lærer, han er 8 år, ring 412 34 567. K. og A spiser ikke."


@each(
    ("said", "file"),
    [
        ("Siri Prøve", "names/person.py"),
        ("lærer", "traits/family_job.py"),
        ("8 år", "traits/age.py"),
        ("412 34 567", "identifiers/phone.py"),
        ("K. og A", "initials/initials.py"),
    ],
)
def test_each_finding_names_the_file_that_made_it(anonymiser: Anonymiser, said: str, file: str) -> None:
    places = {TEXT[one.start : one.end]: places for one, places in found_by(anonymiser, TEXT)}
    assert places[said][0].startswith(f"{file}:"), places


def test_nothing_is_looked_at_afterwards(anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch) -> None:
    found_by(anonymiser, TEXT)
    assert sys.getprofile() is None
