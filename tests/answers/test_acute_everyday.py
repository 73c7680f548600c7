"""Dangers in dialect and everyday words, and everyday lines beside them."""

from __future__ import annotations

import pytest

from bot.answers.acute import AcuteDetector
from tests.answers.told_everyday import CALM as CALM_AT_WORK
from tests.answers.told_everyday import DANGERS_BESIDE

DANGERS = (
    "hun slo hodet i gymmen, nå spyr hun",
    "foreldrene gir barnet alkohol",
    "far er snill når han er edru, ellers slår han",
    "hun sover over hos onkel, og han tar på henne",
    "hun er 14 og vil dø",
    "far slår når han ikke får viljen sin",
    "pappa slår når han ikke får øl",
    "mor slår når hun ikke får sove",
    "ring meg på 74 12 34 56, han slår henne",
    "ring 74 12 34 56, han dreper henne",
    "han slår henne ring 74 12 34 56",
    "mannen min slår når han ikke får det som han vil",
)
CALM = (
    "gutten sover over hos onkel",
    "vi vil daue av latter her",
    "hun er 14",
    "ho er 14 år",
    "mor og jenta på 9",
    "mor gir ham saft",
    "ring 74 12 34 56, spør etter Berit",
    "ta kontakt med PPT på 74 12 34 56, spør etter Berit",
)


@pytest.mark.parametrize("text", [*DANGERS, *DANGERS_BESIDE])
def test_danger_in_everyday_words_is_heard(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@pytest.mark.parametrize("text", [*CALM, *CALM_AT_WORK])
def test_an_everyday_line_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None
