"""People who write as they talk: a name that is a word beside a class, user names, pet names, initials, dialect."""

import pytest

from bot.anonymise import Anonymiser


def direct(anonymiser: Anonymiser, text: str) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in anonymiser.find(text) if one.cls == "direct"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vår i 1c hadde anfall igjen", "vår"),
        ("liv i 2a gråt hele dagen", "liv"),
        ("storm i 4a har fått ny telefon", "storm"),
        ("mai i 5b kom for sent", "mai"),
        ("my i 7. trinn vil ikke i gym", "my"),
        ("tror at sol i 3c er redd", "sol"),
        ("stein filma hele greia", "stein"),
        ("sol filmet det på mobilen", "sol"),
    ],
)
def test_a_word_beside_a_class_and_a_verb_is_a_pupil(anonymiser: Anonymiser, text: str, name: str) -> None:
    assert direct(anonymiser, text) == [("navn", name)]


@pytest.mark.parametrize(
    "text", ["det er liv i 3b igjen", "mye liv i 3b i dag", "mange filmer i klassen", "en dag i 3b"]
)
def test_what_a_class_has_is_no_pupil(anonymiser: Anonymiser, text: str) -> None:
    assert direct(anonymiser, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hun kaller seg dragekongen88", "dragekongen88"),
        ("han kaille sæ prinsen2010 på snap", "prinsen2010"),
        ("ho kalla seg sjøl ulvejenta07", "ulvejenta07"),
        ("han på discord er skyggen99", "skyggen99"),
        ("fikk melding fra fotballgutten12 på tiktok", "fotballgutten12"),
    ],
)
def test_a_word_with_figures_that_somebody_calls_himself_is_a_user_name(
    anonymiser: Anonymiser, text: str, name: str
) -> None:
    assert [found for _, found in direct(anonymiser, text)] == [name]


@pytest.mark.parametrize(
    "text", ["covid19 på nett", "klasse10 har snap", "se modul3 på nettet", "han er nr20 på tiktok"]
)
def test_what_is_counted_is_no_user_name(anonymiser: Anonymiser, text: str) -> None:
    assert direct(anonymiser, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('en vikar kalte han for "Drengen"', "Drengen"),
        ("han kaill sæ «professorn»", "professorn"),
        ("snuppa kaller mor henne", "snuppa"),
        ("hun vil ikke. snuppa sier mor om henne", "snuppa"),
        ("tulla kaller far henne", "tulla"),
        ("lillegull kaller bestemor ham", "lillegull"),
        ("mamma te ho Vesla ringt", "Vesla"),
        ("de slo Veslegutt i dag", "Veslegutt"),
    ],
)
def test_a_pet_name_is_found_however_it_is_told(anonymiser: Anonymiser, text: str, name: str) -> None:
    assert [found for _, found in direct(anonymiser, text)] == [name]


@pytest.mark.parametrize("text", ["han ble kalt «terrorist» på trening", "hun blir kalt «feit» av de andre"])
def test_an_insult_is_no_nickname(anonymiser: Anonymiser, text: str) -> None:
    assert direct(anonymiser, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sak 19/22, tilleggsopplysninger", "19/22"),
        ("Saksnummeret e 2023-5512.", "2023-5512"),
        ("saksnummeret er 2023-5512", "2023-5512"),
    ],
)
def test_a_case_number_is_found_as_it_is_said(anonymiser: Anonymiser, text: str, number: str) -> None:
    assert direct(anonymiser, text) == [("saksnummer", number)]


@pytest.mark.parametrize("text", ["sak 3/5 på møtet", "saken 12.6 er flyttet", "uke 19/22", "side 19/22"])
def test_a_day_or_a_share_is_no_case_number(anonymiser: Anonymiser, text: str) -> None:
    assert direct(anonymiser, text) == []


@pytest.mark.parametrize("text", ["PM er moren.", "Jeg er like rolig som PM. PM er moren.", "PM er mor til eleven"])
def test_two_capitals_that_are_said_to_be_kin_are_somebody(anonymiser: Anonymiser, text: str) -> None:
    assert {found for _, found in direct(anonymiser, text)} == {"PM"}


@pytest.mark.parametrize("text", ["PPT er mor til alt", "BUP er informert", "PT er mor syk"])
def test_a_service_is_nobodys_kin(anonymiser: Anonymiser, text: str) -> None:
    assert direct(anonymiser, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ho Stina har det itj bra", "Stina"),
        ("han far til Jonas ringt", "Jonas"),
        ("ungen te marit græt heile tida", "marit"),
        ("ho mor te Even va sint", "Even"),
        ("n petter e borte", "petter"),
        ("pappan hass yonas ringt", "yonas"),
        ("sønnen til hu mona på kiwi", "mona"),
    ],
)
def test_dialect_around_a_name_hides_nothing(anonymiser: Anonymiser, text: str, name: str) -> None:
    assert name in [found for _, found in direct(anonymiser, text)]
