"""A word in small letters that is not Norwegian is asked about where somebody is felt for, met or played with."""

from bot.anonymise import Anonymiser
from tests.each import each

NAMES = (
    *("adarsh", "rajaa", "thivya", "zoriana", "nattapong", "xoriyo", "ismaciil", "hevrin", "lovepreet", "kifle"),
    *("tsigereda", "jovnna", "ánde", "máhtte", "risten", "zemzem", "yohannes", "vjosa", "krzysiek", "quỳnh", "ronyaa"),
)
SLOTS = (
    *("de er redde for {}", "ongan e redd {}", "hun er rædd for {}", "barna er glad i {}", "han er sint på {}"),
    *("hun leker sammen med {}", "han var hos {} i går", "hun sa det til {}", "de går til {} etter skolen"),
    *("han er forelska i {}", "alle er slemme mot {}", "de mobber {}", "ingen vil leke med {}", "de drar hjem til {}"),
    *("jeg traff {} på butikken", "har blitt slått av {}", "far til {} ringte", "han savner {}", "n {} slo"),
)
THINGS = [
    "han er glad i musik",
    "hun er glad i fotbal",
    "hun er redd for hunndar og mørkt",
    "jeg snakka med lærern",
    "vi snakka med foreldra hass",
    "jeg prata med hjelsøster",
    "ho e redd læraran",
    "han er redd far sin",
    "hun er redd fro å gå hjem",
    "han mobber yngre elevr",
    "han kom til skoln uten sekk",
    "han er redd for støvsugarn",
    "hun er redd for bråk og krangl",
    "barna leker med hestane",
    "han er hos fysiotrapeut hver uke",
]


@each("name", NAMES)
def test_somebody_is_found_or_asked_about(anonymiser: Anonymiser, name: str) -> None:
    texts = [slot.format(name) for slot in SLOTS]
    silent = [t for t in texts if not any(t[f.start : f.end].startswith(name) for f in anonymiser.find(t))]
    assert not silent


@each("text", ["jeg så {} gråte", "vi hørte {} skrike på gangen", "hun så {} slå et annet barn", "vi har sett {} bite"])
def test_who_is_seen_doing_something_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    silent = [name for name in ("brenko", "lwam", "liv", "odd") if not anonymiser.find(text.format(name))]
    assert not silent


@each("text", ["jeg så mange gråte", "vi så barn leke", "jeg hørte ungan leke", "vi så gutter slåss"])
def test_those_who_are_seen_are_no_names(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)


@each("text", THINGS)
def test_a_misspelt_word_is_no_name(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)


def test_no_ending_is_put_behind_a_with_one_more(anonymiser: Anonymiser) -> None:
    assert anonymiser.is_word("mammaen")
    assert not anonymiser.is_word("rajaa")
