"""A short word in capitals that is not Norwegian is asked about; with a foreign letter it stops."""

from bot.anonymise import Anonymiser
from tests.each import each

NAMES = ("LWAM", "ZARIF", "MBALI", "QAIS", "BRENK", "RÁSTE", "JUVVÁ", "JÅVVA")
SLOTS = (
    *("{} er ofte borte fra skolen.", "{} plager ham i friminuttet", "vi er redde for {}", "moren til {} drikker"),
    *("jeg er bekymret for eleven {}", "{} har sluttet å spise", "storebror {} passer på", "han {} kommer aldri"),
    *("{} sin far er i fengsel", "de andre ungene plager {}", "hun leker med {}", "{} trives ikke"),
)
NOBODY = [
    "PPT sier at vi skal vente",
    "vi snakket med NAFO i går",
    "RVTS har ikke svart",
    "det er NAKU sin jobb",
    "han er redd for ADHD",
    "dette HASTER for oss",
    "møtet er på rom B204",
    "vi bruker WISC og ABAS",
    "jeg er IKKE redd for SFO",
]


@each("name", NAMES)
def test_a_name_in_capitals_is_found_or_asked_about(anonymiser: Anonymiser, name: str) -> None:
    texts = [slot.format(name) for slot in SLOTS]
    silent = [t for t in texts if not any(t[f.start : f.end].startswith(name) for f in anonymiser.find(t))]
    assert not silent


def test_it_is_asked_about_where_all_is_in_capitals_too(anonymiser: Anonymiser) -> None:
    assert anonymiser.find("VI ER REDDE FOR RÁSTE OG MORA DRIKKER")


@each("text", NOBODY)
def test_an_abbreviation_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
