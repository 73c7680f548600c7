"""What copied e-mails, notes and forms hold: ages where a verb is left out, work told by what one does, who is called
by a job, and words for words, titles and subject lines that are nobody.
"""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves, names_nobody

FOUND = [
    ("prøve er 11 og silje 9. rektor er på kurs", "alder", "9"),
    ("Ali er sju og Sara fire.", "alder", "fire"),
    ("Hvem følger opp når hun har fylt 17 og flytter?", "alder", "17"),
    ("han har nettopp blitt 12 nå", "alder", "12"),
    ("Mother says the girl is now 4 and drinks only from a bottle.", "alder", "4"),
    ("de er søsken nr 2 og 3 av fem", "sosken", "nr 2 og 3 av fem"),
    ("han er nummer to og tre av fem", "sosken", "nummer to og tre av fem"),
    ("Mor sitter i kassa på grendebutikken, men er borte", "arbeidsgiver", "grendebutikken"),
    ("hun står bak disken på Prøvekroken i helgene", "arbeidsgiver", "Prøvekroken"),
    ("Faren er alene med barna. Han jobber offshore, så farmor er hjemme.", "arbeidsgiver", "offshore"),
    ("Far er skipsreder", "yrke", "skipsreder"),
    ("Mor er treskjærer og far er bankforvalter.", "yrke", "bankforvalter"),
    ("ungen til han snekkeren roper styggord", "yrke", "snekkeren"),
    ("har hun fått plass på fjellsola barnehage? mora ringer", "barnehage", "fjellsola barnehage"),
    ("slemme meldinger fra brukarn kongenavdalen08, tror vi", "handle", "kongenavdalen08"),
    ("A boy in my group was moved here after the flood last August and he wakes.", "hendelse", "the flood last August"),
    ("ks i 9b har sagt det til meg. ks er på grupperommet", "initialer", "ks"),
    ("Han sier at «Svarten bor der», og det er visst fars nye samboer", "mulig_navn", "Svarten"),
    ('The boy, Nattapong, gets "Nat" from everyone and does not like it.', "navn", "Nat"),
]
LEFT_ALONE = [
    "De er 11 og 9 elever til.",
    "Hva skjer når han har fylt 16?",
    "Han har fylt seksten og vil bestemme selv.",
    "Lurer på noe om søvn hos fireåringar generelt",
    "Eleven sitter i kassa på rommet i friminuttet.",
    "Kan helsesykepleier og SFO snakke sammen når begge jobber i samme kommune?",
    "jeg ga det til han assistenten",
    "Overgangsskjema barnehage og skole er sendt.",
    "Vi er en superbra barnehage.",
    "tr i samme gruppe, kl på 8",
    "Even er et ord som på engelsk betyr jevn.",
    "Vi har laget en plan som heter Storm i magen, for barn som blir fort sinte.",
    "Vi leste boka om Bjørnens store sorg og snakket om det.",
    "Bedt mor slette. Hun mener at åpenhet hjelper.",
    "Han ligger under pulten og lager dyrelyder.",
    "Jeg viste til Sametinget og Tibi.",
]
ASKED_OF_NOBODY = [
    "SV: SV: Møte i morgen\nFlott, da ses vi kl 14.",
    "SV: Timeplan uke 12\nVi kan flytte svømminga.\nSendt frå mobil",
    "Hva har dere prøvd? Skjermdump, prat med kontaktlæreren.",
]
STILL_SOMEBODY = [
    ("Vi leste boka om Liv som mistet hunden", "mulig_navn", "Liv"),
    ("Vi har en gutt som heter Storm i 3b.", "navn", "Storm"),
    ("Mor Slette ringte i går.", "navn", "Slette"),
    ("Even er redd for oss.", "navn", "Even"),
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_nobody_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize("text", ASKED_OF_NOBODY)
def test_nothing_is_asked(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
    assert anonymiser.find(text) == []


@pytest.mark.parametrize(("text", "kind", "words"), STILL_SOMEBODY)
def test_a_name_in_the_same_place_is_still_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)
