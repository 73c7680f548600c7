"""What is written instead is true and reads well: a year is no age, who signs is the sender, a clause is kept."""

import pytest

from bot.anonymise import Anonymiser
from tests.each import each

TABLE = [
    ("Jenta (f. 2019) er redd.", "Jenta er redd."),
    ("Gutt født 2013.", "Gutt."),
    ("Gutt, født 2013, går i klassen.", "Gutt, går i klassen."),
    ("Jente f. 2016 er redd.", "Jente er redd."),
    ("Barnet er født i 2023.", "Barnet er født i [årstall]."),
    ("Mor er født i 1985.", "Mor er født i [årstall]."),
    ("2012-modell, gutt.", "[Årskull], gutt."),
    ("Fødselsår 2015", "Fødselsår [årstall]"),
    ("Fødselsår: 2015", "Fødselsår: [årstall]"),
    ("Årgang 2016", "Årgang [årstall]"),
    ("Født i 16", "Født i [årstall]"),
    ("She was born in 2014", "She was born in [årstall]"),
    ("Han er født i 37. uke.", "Han er født i 37. uke."),
    ("Vi er bekymret for gutten. Hilsen BP", "Vi er bekymret for gutten. Hilsen [den som skriver]"),
    ("Vi er bekymret for gutten. Mvh B.P.", "Vi er bekymret for gutten. Mvh [den som skriver]"),
    ("Vi er bekymret. Vh K.", "Vi er bekymret. Vh [den som skriver]"),
    ("Hun er den eneste som har sagt at far slår.", "Hun er en av dem som har sagt at far slår."),
    (
        "Han er eneste barn i gruppa som blir slått hjemme.",
        "Han er et barn i gruppa som blir slått hjemme.",
    ),
    (
        "Eneste jenta i klassen med rullestol er redd.",
        "Et barn i klassen med [et hjelpemiddel] er redd.",
    ),
    ("De er den eneste familien i bygda med fire barn.", "De er en familie i bygda med flere barn."),
    (
        "Hun er ikke den eneste i klassen som ruser seg.",
        "Hun er ikke den eneste i klassen som ruser seg.",
    ),
    (
        "Ho er ikkje den einaste jenta i klassen som kuttar seg.",
        "Ho er ikkje den einaste jenta i klassen som kuttar seg.",
    ),
    ("Han er den eneste svarte gutten på skolen.", "Han er et barn på skolen."),
    ("De er den eneste kurdiske familien her.", "De er en familie her."),
    ("Hun er enebarn.", "Hun er et barn i familien."),
    ("Han er same.", "Han er [av en annen bakgrunn]."),
    ("Far er kurder.", "Far er [av en annen bakgrunn]."),
    ("Språket hjemme er somali.", "Språket hjemme er [et annet språk]."),
    ("Arabisk er morsmålet hans.", "[Et annet språk] er morsmålet hans."),
    ("Somali snakkes hjemme.", "[Et annet språk] snakkes hjemme."),
    ("Kommer fra Syria.", "Kommer fra [et annet land]."),
    ("Han går i 1. klasse på vgs.", "Han går på videregående."),
    ("Faren (Per) slår Ola.", "Faren ([far]) slår [barnet]."),
    ("Stefaren (Roger) slår Ola.", "Stefaren ([en i familien]) slår [barnet]."),
    ("Gutten (Per) slår Ola.", "Gutten ([barnet]) slår [en person]."),
    ("Læreren (Siv) slo Ola.", "Læreren ([en kollega]) slo [barnet]."),
    ("Vikaren (Per) tok på Siv (7).", "Vikaren ([en kollega]) tok på [barnet] (i barneskolealder)."),
    ("Kjæresten til mor – Roger – bor der", "Kjæresten til mor – [en i familien] – bor der"),
    ("Mor er Kari. Hun drikker.", "Mor er [navn]. Hun drikker."),
    ("Moren, altså Kari, drikker.", "Moren, altså [mor], drikker."),
    ("Foreldrene er Per og Kari.", "Foreldrene er [navn] og [en person]."),
    (
        "Foreldrene til Ola, Per og Kari, møtte ikke",
        "Foreldrene til [barnet], [en i familien] og [en person], møtte ikke",
    ),
    ("Mora til Per, Kari, slår ham.", "Mora til [barnet], [mor], slår ham."),
    ("The teacher (Siv) hit Ola.", "The teacher ([en person]) hit [barnet]."),
    ("Far P. slår", "Far slår"),
    ("mor K drikker. K slår.", "mor drikker. [En person] slår."),
    ("Stefar (R.) er voldelig", "Stefar er voldelig"),
    ("elev K gråter", "elev [barnet] gråter"),
    ("Ola på SFO har blåmerker.", "[En person] på SFO har blåmerker."),
    ("Ola på BUP tar overdose.", "[En person] på BUP tar overdose."),
    ("Ylva i barnevernet: akuttplassert i går.", "[En person] i barnevernet: akuttplassert i går."),
    ("Siv på SFO ringte meg.", "[En kollega] på SFO ringte meg."),
    (
        "Per leverte Ola i barnehagen med blåmerker.",
        "[En person] leverte [barnet] i barnehagen med blåmerker.",
    ),
    ("Kari innrømmer at hun slår ungene.", "[En person] innrømmer at hun slår ungene."),
    ("Kari har tre barn.", "[En person] har tre barn."),
    ("Kari er gravid.", "[En person] er gravid."),
    ("Per har foreldreansvaret for Ola.", "[En person] har foreldreansvaret for [barnet]."),
    ("Per og Kari er skilt.", "[En person] og [en person] er skilt."),
    ("Kari er alenemor til Ola.", "[En person] er alenemor til [barnet]."),
    ("Roger er mors samboer og slår henne.", "[En person] er mors samboer og slår henne."),
    ("Roger, mors samboer, slår henne.", "[En person], mors samboer, slår henne."),
    ("Siv, en kollega, slo Ola.", "[En person], en kollega, slo [en person]."),
    ("Vi har møte med BUP ved Hanne", "Vi har møte med BUP ved [en person]"),
    ("Jeg har snakket med PPT v/Trond", "Jeg har snakket med PPT v/[en person]"),
    ("Barnevernet v/ Siv sa nei", "Barnevernet v/ [en person] sa nei"),
    ("Mor Kari og Ola krangler.", "Mor og [barnet] krangler."),
    ("Ola har tre venner.", "[Barnet] har tre venner."),
    ("Han går vg1 på vgs.", "Han går på videregående."),
]


@each(("text", "expected"), TABLE)
def test_what_is_written_instead_reads_as_it_should(anonymiser: Anonymiser, text: str, expected: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == expected


@pytest.mark.parametrize(
    "text", ["Hun, dvs. Kari, drikker.", "Han, f.eks. Per, slår.", "Vi ringte bl.a. Kari, som drikker."]
)
def test_a_name_after_an_abbreviation_signs_nothing(anonymiser: Anonymiser, text: str) -> None:
    assert "den som skriver" not in anonymiser.rewrite(text, anonymiser.find(text))


def test_everybody_but_one_names_the_one(anonymiser: Anonymiser) -> None:
    assert [f.type for f in anonymiser.find("hele gjengen unntatt liv")] == ["navn"]
