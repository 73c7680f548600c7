"""One whole journey through Handlingsveilederen in Microsoft's own client, with mistakes, on cards of a phone's width.

The pictures in docs/screenshots/journey are made here; docs/reise.md shows them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.end_to_end.bot_process import ROOT
from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.screen import Album

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
PICTURES = ROOT / "docs" / "screenshots" / "journey"


@pytest.fixture
def journey(screenshots: Path) -> Album:
    """An album of its own, beside that of the story."""
    return Album(screenshots / "journey")


def test_a_kindergarten_teacher_in_melhus_goes_from_worry_to_the_local_team(
    teacher: PlaygroundClient, journey: Album, screenshots: Path, pytestconfig: pytest.Config
) -> None:
    _safety_comes_first(teacher, journey)
    _level_0(teacher, journey)
    _the_answer_is_changed(teacher, journey)
    _taken_along(teacher, journey)
    assert teacher.faults() == []
    if pytestconfig.getoption("--renew-screenshots"):
        shutil.rmtree(PICTURES, ignore_errors=True)
        shutil.copytree(screenshots / "journey", PICTURES)


def _safety_comes_first(window: PlaygroundClient, album: Album) -> None:
    window.page.set_viewport_size({"width": 1400, "height": 3000})  # the longest card whole
    window.open("Personal Chat")
    window.card("Hva trenger du hjelp til")
    window.send("æ e bekymra")
    album.add(window.card("i fare nå"), "trygghet-forst")
    window.send("nei")
    who = window.card("Hvor jobber du")
    who.fill({"Kommune": "Melhus", "Rolle": "Barnehage"}).click("Lagre og fortsett")
    album.add(window.card("grunn til å tro at noe av dette"), "grunn-til-a-tro").click("Jeg er usikker")
    album.add(window.card("Ring barnevernets mottak i dag"), "ring-i-dag").click("Følg med, snakk hjemme")
    window.card("Hvor langt har dere kommet").click("Nettopp blitt urolig")


def _level_0(window: PlaygroundClient, album: Album) -> None:
    """Age and place typed as on a phone, one of them impossible first."""
    window.card("Hvor gammelt er barnet")
    window.send("4 år, videregående skole")
    album.add(window.card("Alderen passer ikke med videregående skole"), "alder-passer-ikke")
    window.send("4 år, barnehagen")
    seen = window.card("Hva har gjort deg urolig")
    seen.fill({"Hva gjelder det? Velg gjerne flere": ["Språk"], "Hvor lenge har det vart?": "flere måneder"})
    album.add(seen, "hva-har-du-sett").click("Neste")
    album.add(window.card("Har du snakket med barnet"), "barnet-hort").click("Barnet er for lite")
    window.card("Har du drøftet uroen med lederen").click("Ja")
    album.add(window.card("Har du snakket med foreldrene"), "foreldre").click("Nei, ikke ennå")
    window.card("Er du fortsatt urolig").click("Ja")
    outcome = album.add(window.card("Dette gjør du"), "resultat")
    assert "Lokalt tverrfaglig team" in outcome.text()
    assert "Avtal en samtale med foreldrene" in outcome.text()


def _the_answer_is_changed(window: PlaygroundClient, album: Album) -> None:
    window.card("Dette gjør du").click("Endre et svar")
    album.add(window.card("Svarene dine"), "svarene-dine").click("Snakket med foreldrene")
    window.card("Du svarte: Nei, ikke ennå").click("Ja, vi er enige")
    window.wait_for_text(r"Endret\.")
    outcome = window.card("Dette gjør du")
    assert "Avtal en samtale med foreldrene" not in outcome.text()


def _taken_along(window: PlaygroundClient, album: Album) -> None:
    window.send("oppsummering")
    summary = album.add(window.card("Oppsummering av Sak Blå"), "oppsummering")
    for head in ("Sjekkpunkter", "Dagsorden for møtet", "Referat", "Hvis du er uenig"):
        assert head in summary.text()
    assert "Last ned som Word" in summary.buttons()  # the Playground itself draws no card that asks to keep a file
    window.send("sak blå")
    window.wait_for_text("Velkommen tilbake til Sak Blå")
    window.card("Mer om teamet").click("Minn meg på evalueringen")
    album.add(window.card("Hvilken dag skal dere se om det virket"), "paminnelse")
    window.send("om 6 uker")
    window.wait_for_text("[Jj]eg minner deg på Sak Blå")  # moved, when it would come on a day off
