"""What all tests share: switches of the command line. Fixtures live beside the tests that need them."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-transcripts",
        action="store_true",
        help="Rewrite the bot's lines in transcripts that do not match; review the difference in git.",
    )
    parser.addoption(
        "--renew-screenshots",
        action="store_true",
        help="Write the pictures of the README and of the journey on a phone anew, from the real client.",
    )
