"""Dangers in dialect and everyday words, and everyday lines beside them."""

from __future__ import annotations

import pytest

from bot.answers.acute import AcuteDetector

DANGERS = (
    "hainn sei at hainn vil daue",
    "ho vil daue",
    "ho har blåflekker overalt",
    "barnet har blåflekka på ryggen",
    "epileptisk anfall som ikke gir seg",
    "stikk av veps og tunga hovner opp",
    "hodeskade og kaster opp",
    "hun slo hodet i gymmen, nå spyr hun",
    "de gir han øl",
    "foreldrene gir barnet alkohol",
    "avlastninga binder henne fast",
    "far er snill når han er edru, ellers slår han",
    "hun sover over hos onkel, og han tar på henne",
    "hun er 14 og vil dø",
    "far slår når han ikke får viljen sin",
    "pappa slår når han ikke får øl",
    "mor slår når hun ikke får sove",
    "mannen min slår når han ikke får det som han vil",
)
CALM = (
    "han far e snill",
    "ho skjær brød",
    "han tok på henne i sisten",
    "gutten sover over hos onkel",
    "barnet har ikke spist opp maten",
    "vi vil daue av latter her",
    "hun er 14",
    "ho er 14 år",
    "mor og jenta på 9",
    "mor gir ham saft",
)


@pytest.mark.parametrize("text", DANGERS)
def test_danger_in_everyday_words_is_heard(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@pytest.mark.parametrize("text", CALM)
def test_an_everyday_line_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None
