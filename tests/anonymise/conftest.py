"""The real anonymiser with the real lists, built once for all tests of this folder."""

from pathlib import Path

import pytest

from bot.anonymise import Anonymiser, load_anonymiser

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge" / "anonymising"


@pytest.fixture(scope="session")
def anonymiser() -> Anonymiser:
    return load_anonymiser(KNOWLEDGE)
