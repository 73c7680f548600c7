"""An editor changes a phone number in Microsoft's own client with the steps of knowledge/README.md, and goes back."""

from __future__ import annotations

import pytest

from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.screen import Album

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
NUMBER, WRONG, WHY = "74 00 00 01", "74 00 00 0l", "nytt nummer fra 1. januar"
FIELD, REASON = "Nummer eller adresse", "Hvorfor? (står i historikken)"


def test_a_phone_number_is_changed_as_the_readme_says(member: PlaygroundClient, editors_album: Album) -> None:
    member.open("Personal Chat")
    member.send("rediger")
    editors_album.add(member.card("Hva vil du endre"), "editor-menu").click("Telefon eller kontakt")
    member.card("Stjørdal.*Tydal").click("Stjørdal")
    member.card("Velferdsveiledning i Stjørdal").click("Velferdsveiledning i Stjørdal")
    form = member.card("Endre det som skal endres")
    form.fill({FIELD: WRONG})
    editors_album.add(form, "editor-form").click("Se hva som endres")
    error = editors_album.add(member.card("Dette må rettes først"), "editor-error")
    assert f"Mente du «{NUMBER}»?" in error.text()
    error.fill({FIELD: NUMBER}).click("Se hva som endres")
    preview = member.card("Slik blir det")
    assert NUMBER in preview.text()
    preview.fill({REASON: WHY})
    editors_album.add(preview, "editor-preview").click("Publiser")
    member.wait_for_text("Publisert som utgave 2")
    member.send("rediger")
    member.card("Utgave 2.*Hva vil du endre").click("Historikk")
    history = editors_album.add(member.card("Trykk på en utgave"), "editor-history")
    assert WHY in history.text()
    history.click("Utgave 2")
    member.card("Denne utgaven er i bruk nå").click("Angre denne endringen")
    back = member.card("Slik blir det når du går tilbake")
    back.fill({REASON: "feil nummer"}).click("Publiser")
    member.wait_for_text("Publisert som utgave 3")
    assert member.faults() == []
