"""Towns, islands and lands far away are places and no names, unless somebody is called so."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

PLACES = [
    ("De er på ferie i London i sommer.", "London"),
    ("Familien har flyktet fra Kharkiv.", "Kharkiv"),
    ("Far er i Göteborg annenhver uke.", "Göteborg"),
    ("De flyttet fra Finnmark i fjor.", "Finnmark"),
    ("Elevens tante bor i Addis Abeba.", "Addis Abeba"),
    ("Mor er på ferie på Mallorca med kjæresten.", "Mallorca"),
    ("Broren bor i Sri Lanka.", "Sri Lanka"),
    ("Billetten til Mogadishu er kjøpt.", "Mogadishu"),
    ("Farmor bor i Sofia.", "Sofia"),
    ("Familien bodde i Nordland før.", "Nordland"),
    ("Søsknene er igjen i Canada.", "Canada"),
]
SOMEBODY = [
    "{Sofia} sier at hun er redd.",
    "Vi er bekymret for {Sydney}, som ikke spiser.",
    "Mor til {Paris} ringte.",
    "{Israel} slo en annen gutt i dag.",
    "{Milano} gråt da far gikk.",
    "Hun bor hos {Sofia} nå.",
    "Læreren sa fra til {Sofia}.",
    "Er det lov å si det til {Sofia}?",
    "Han fikk bilde fra {Sofia}.",
    "Han var hjemme hos {London} i helga.",
    "Han vil ikke gå til {Paris} lenger.",
    "Hun reiser til {Paris} annenhver helg.",
    "Hun var på tur til {Adana}.",
    "Gutten er glad i {Odessa}.",
    "Han slo i {Israel} så han falt.",
    "Far har reist fra {Sofia} og barna.",
    "Hun er redd for {Argentina}.",
    "Hun bor hos {Nordland} nå.",
    "Mor til {Buskerud} ringte.",
    "I går slo {Agder} en annen elev.",
    "Vi er bekymret for {Montenegro} i dag.",
    "Han er i {Sofia} sin seng.",
    "{Benin} slår de andre barna.",
]


@pytest.mark.parametrize(("text", "word"), PLACES)
def test_a_place_far_away_is_a_trait(anonymiser: Anonymiser, text: str, word: str) -> None:
    names_nobody(anonymiser, text)
    assert word in {text[one.start : one.end] for one in anonymiser.find(text)}


@each("marked", SOMEBODY)
def test_somebody_who_is_called_so_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)
