"""What is written instead of a name says whose it was: a parent does not become "barnet"."""

from bot.anonymise import Anonymiser
from tests.each import each

TABLE = [
    ("Mor heter Kari Hansen.", "Mor heter [navn]."),
    (
        "Mor heter Kari Hansen. Kari sier at Emil slår. Emil gråter. Karis bror hjelper.",
        "Mor heter [navn]. [Mor] sier at [barnet] slår. [Barnet] gråter. [Mors] bror hjelper.",
    ),
    (
        "mor heter Kari og far heter Ola. barnet heter Emil",
        "mor heter [navn] og far heter [navn]. barnet heter [navn]",
    ),
    ("Mors navn er Kari Hansen, faren heter Ola.", "Mors navn er [navn], faren heter [navn]."),
    (
        "Læreren heter Per Moe. Per mener at Emma biter.",
        "Læreren heter [navn]. [En kollega] mener at [barnet] biter.",
    ),
    (
        "Mor: Kari Hansen. Far: Ola Moe. Ola vil ikke. Emil gråter.",
        "Mor: [navn]. Far: [navn]. [Far] vil ikke. [Barnet] gråter.",
    ),
    ("Mora til Emil heter Kari. Kari er syk.", "Mora til [barnet] heter [navn]. [Mor] er syk."),
    ("Mor til Emma er Kari. Kari ringte.", "Mor til [barnet] er [navn]. [Mor] ringte."),
    ("Far, Ola, ringte. Ola var sint på Emil.", "Far ringte. [Far] var sint på [en person]."),
    ("Kari (mor) ringte om Emil. Kari gråt.", "[En i familien] (mor) ringte om [barnet]. [Mor] gråt."),
    ("Emil bor med broren Per. Per slår Emil.", "[Barnet] bor med broren. [En i familien] slår [barnet]."),
    ("Jenta heter Emma. Emma slår Jonas.", "Jenta heter [navn]. [Barnet] slår [en person]."),
    ("gutten som heter emil er syk", "gutten som heter [navn] er syk"),
    ("faren hennes er Ola, og Ola slår Emma", "faren hennes er [navn], og [far] slår [barnet]"),
    ("mormor heiter Åse og tek mykje ansvar", "mormor heiter [navn] og tek mykje ansvar"),
    ("fru moen ringte om Emil", "fru [navn] ringte om [barnet]"),
    ("ring fastlegen dr. vik om Emma", "ring fastlegen dr. [navn] om [barnet]"),
    ("Emma leker med vennen Jonas. Jonas gråter.", "[Barnet] leker med vennen. [Et annet barn] gråter."),
    ("Pappa Rune henter. Rune er streng med Emil.", "Pappa henter. [Far] er streng med [en person]."),
    ("Jeg snakket med broren hennes, martin, i går.", "Jeg snakket med broren hennes i går."),
    ("søsteren hans Ida henter", "søsteren hans henter"),
    ("saksbehandleren vår, Mona, ringte", "saksbehandleren vår ringte"),
    ("pp-rådgiver Geir kommer på torsdag.", "pp-rådgiver kommer på torsdag."),
    ("BUP-psykolog Anne Berg ringte om Emma.", "BUP-psykolog ringte om [barnet]."),
    ("Guttens advokat, Per Hansen, ringte.", "Guttens advokat ringte."),
    ("Treneren på fotballen, Geir, ringte.", "Treneren på fotballen, [en person], ringte."),
    ("Lærerne Anne og Bjørn er bekymret.", "Lærerne er bekymret."),
    ("lærerne anne, bjørn og geir er bekymret", "lærerne er bekymret"),
    ("Assistentene Kari og Per så det.", "Assistentene så det."),
    ("besteforeldrene Odd og Gerd henter Emma", "besteforeldrene henter [barnet]"),
    ("Tvillingene Emma og Jonas går i samme klasse.", "[Søsken] går i samme klasse."),
    ("Tvillingene Emma og Jonas, og Emma gråter.", "[Søsken], og [barnet] gråter."),
    ("Emma har søsken, Jonas og Ida.", "[Barnet] har søsken."),
    ("elevene emma og jonas krangler", "elevene krangler"),
    ("De heter begge Emma.", "De heter begge [navn]."),
    ("de heter begge emma", "de heter begge [navn]"),
    ("Møtet med rektor, Geir og Anne om Emma.", "Møtet med rektor, [en person] og [en person] om [barnet]."),
    ("Du svarer som: Berit Hansen", "Du svarer som: [en person]"),
    ("Berit Hansen", "[En person]"),
    ("Til stede: Anne, Bjørn og Geir", "Til stede: [en person], [en person] og [en person]"),
    ("Gjelder: Emma", "Gjelder: [barnet]"),
    ("Hils Berit", "Hils [en person]"),
    ("Send en mail til Berit, og ring Odd.", "Send en mail til [en person], og ring [en person]."),
    ("Hils Emma. Emma gråt i dag.", "Hils [barnet]. [Barnet] gråt i dag."),
    ("Hei Berit! Emma sover dårlig.", "Hei! [Barnet] sover dårlig."),
    ("hei berit, har du tid", "hei, har du tid"),
    ("Takk for hjelpen! Berit", "Takk for hjelpen! [Den som skriver]"),
    ("takk for hjelpen, berit", "takk for hjelpen, [den som skriver]"),
    ("takk for at dere hjelper emma", "takk for at dere hjelper [en person]"),
    ("Klem fra Berit", "Klem fra [den som skriver]"),
    ("Vi tar det i morgen. Hilsn siri", "Vi tar det i morgen. Hilsn [den som skriver]"),
    ("Takk for hjelpen! hilsner berit på sfo", "Takk for hjelpen! hilsner [den som skriver] på sfo"),
    ("en berit", "en [en person]"),
    ("Berit her fra SFO", "[Den som skriver] her fra SFO"),
    ("Emma gråt. Berit trøstet henne.", "[Barnet] gråt. [En person] trøstet henne."),
    ("Berit trøstet Emma.", "[En person] trøstet [barnet]."),
    ("Emma bor hos Berit og Odd.", "[Barnet] bor hos [en person] og [en person]."),
    ("Emma leker med Jonas og Ida.", "[Barnet] leker med [et annet barn] og [et annet barn]."),
    (
        "Mors venninne heter Mona. Mona drikker. Emma er redd.",
        "Mors venninne heter [navn]. [En person] drikker. [Barnet] er redd.",
    ),
    ("Ola som er faren ringte. Ola er lei.", "[Far] som er faren ringte. [Far] er lei."),
]


@each(("text", "expected"), TABLE)
def test_the_rewritten_text_says_whose_name_it_was(anonymiser: Anonymiser, text: str, expected: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == expected


@each(("text", "expected"), TABLE)
def test_what_is_written_is_never_found_again(anonymiser: Anonymiser, text: str, expected: str) -> None:
    assert not [f for f in anonymiser.find(expected) if f.cls == "direct"]
