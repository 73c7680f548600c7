"""More ways to tell a trait in passing: a marriage, a title, a language few speak, an age just reached, a band."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = [
    ("Mor er gift med ein sauebonde.", "yrke", "sauebonde"),
    ("Faren er yrkesmilitær og er mye borte.", "yrke", "yrkesmilitær"),
    ("Stefaren er kommunepolitiker.", "yrke", "kommunepolitiker"),
    ("Familien driver en pizzarestaurant.", "arbeidsgiver", "pizzarestaurant"),
    ("hun er nettopp fylt fire", "alder", "fire"),
    ("Ho vart 13 i går.", "alder", "13"),
    ("Samtale med mor 17.2 om søvn", "dato", "17.2"),
    ("Ny hendelse 05.09: slo.", "dato", "05.09"),
    ("Hun er nummer tre i søskenflokken.", "sosken", "nummer tre i søskenflokken"),
    ("hei, gutten på Knøttene er sint", "avdeling", "Knøttene"),
    ("Hun spiller i korpset.", "forening", "korpset"),
    ("Mor snakker twi.", "opprinnelse", "twi"),
    ("De snakker kinyarwanda hjemme.", "opprinnelse", "kinyarwanda"),
    ("Mor (ernæringsfysiolog) er enig.", "yrke", "ernæringsfysiolog"),
    ("Mor er fyrvaktar og vil ikkje flytte.", "yrke", "fyrvaktar"),
    ("Far e motorcrosskjører å har han med.", "yrke", "motorcrosskjører"),
    ("Det er mekanikeren, altså far, som skulle gjort det.", "yrke", "mekanikeren"),
    ("Far blir helikoptermekaniker i vår.", "yrke", "helikoptermekaniker"),
    ("Mor er skuespillerinne.", "yrke", "skuespillerinne"),
    ("Mor er styraren vår.", "yrke", "styraren"),
    ("Foreldrene, kunstnerparet, vet ikke.", "yrke", "kunstnerparet"),
    ("Eleven er lærerbarn.", "yrke", "lærerbarn"),
    ("Han er lensmannssønn.", "yrke", "lensmannssønn"),
    ("Hun har fire gutter på under fem år.", "sosken", "fire gutter på under fem år"),
    ("Han er ni år yngre enn nest yngste.", "sosken", "ni år yngre enn nest yngste"),
    ("Søsknene er alle tre født samme år.", "sosken", "alle tre født samme år"),
    ("Halvsøsteren er jevngammel.", "sosken", "Halvsøsteren er jevngammel"),
    ("De har tre hver og to sammen.", "sosken", "tre hver og to sammen"),
    ("The family has nine children and no car, and we do not know what to do.", "sosken", "nine children"),
    ("Far, han med pizzasjappa, kom.", "arbeidsgiver", "pizzasjappa"),
    ("Hun er irakisk-kurdisk.", "opprinnelse", "irakisk-kurdisk"),
    ("De er hazaraer.", "opprinnelse", "hazaraer"),
    ("Jeg har materiell til far på tigrinja.", "opprinnelse", "tigrinja"),
    ("Far, lensmannen, sa nei.", "yrke", "lensmannen"),
    ("Far, politimannen slo henne.", "yrke", "politimannen"),
    ("Barnehage: Prøvestrålen, tre barn", "barnehage", "Prøvestrålen"),
    ("Han er sju eller åtte.", "alder", "sju eller åtte"),
    ("Familien tilhører De prøvende venners krets.", "forening", "De prøvende venners krets"),
    ("På håndballtrening i Prøvig sa treneren det.", "forening", "Prøvig"),
]
LEFT_ALONE = [
    "Når barnet fyller 16 år, bestemmer det selv.",
    "Hun jobber på tide og sted.",
    "Jenta på TikTok lo.",
    "Barnet på Teams var blid.",
    "Møte kl 9.10 i morgen.",
    "Vi er enige med lege og rektor.",
    "Mor er inne på kontoret.",
    "Mor ringer meg hver dag.",
    "Han har et skolebarn og et barnebarn, sier ekteparet.",
    "Hun er to år eldre enn de andre i klassen.",
    "Læreren er jevngammel med meg.",
    "Vi har tre hver og to bøker.",
    "Han er sju eller åtte ganger på do.",
    "Vi har fire grupper på fem barn.",
    "De er med i Mitt Valg.",
    "Kontoret er pedagogisk-psykologisk tjeneste.",
    "Far blir bekymret når mor blir syk.",
    "Jeg slutter og blir pensjonist til sommeren.",
    "Jeg spør for en forelder, statsforvalteren svarte ikke.",
    "Har dere materiell på tigrinja, arabisk og ukrainsk?",
    "Svar på spørsmål fra en barnehage: Nei, dere trenger ikke samtykke.",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("På håndballtrening med Jonas slo han.", "Jonas"),
        ("De tilhører Emma Prøve.", "Emma"),
        ("De hører til Emma.", "Emma"),
        ("mor har kiosk Emma hjelper til der", "Emma"),
    ],
)
def test_somebody_is_no_club(anonymiser: Anonymiser, text: str, name: str) -> None:
    finds(anonymiser, text, "navn", name)


@each("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
