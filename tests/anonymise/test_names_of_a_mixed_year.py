"""What two sets of an outside writer's year showed: nicknames told by all, double names that are words, keys of names,
registers, places with a number and accounts.
"""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

SOMEBODY = [
    "{lillegull} (ja alle kaller hun det) skal hentes",
    "{tulla}, alle kaller ho det, er lei seg",
    "{knøttet} (de andre kaller ham det) ble igjen",
    "i dag har {snuppa} (mor kaller henne det) vært stille",
    "hun sier at moren hennes heter «{Bjørnen}»",
    'gutten heter "{Rambo}" når han spiller',
    "han heter «{Kaptein}» i gjengen",
    "Han har slått {Lillegutt} med en stol",
    "Vi så at {Veslejenta} gråt",
    "Da kom {Storegutt} løpende",
    "I dag fikk {Lillemann} være med",
    "Mor ringte om {Lillevenn} i går",
    "så {tor even} bet i stykker ermet",
    "{stein ove} slo i bordet",
    "i dag gråt {liv tone} da mor gikk",
    "{odd even} ringte etter deg",
    "når {liv gro} sover er det stille",
    "{bo stein} sparka meg i leggen",
    "da {tor bjørn} snakka med mor",
    "{hamsa} og {nora emilie} har lekt i tre dager",
    "{nora emilie} og {hamsa} er uvenner",
    "{emma sofie} og {storm} må skilles",
    "{stein} og {ida marie} krangler",
    "{liv} sa at {dag} ikke skal ha is. så hvorfor fikk {dag} is",
    "{dag} sier nei. når kommer {dag} tilbake?",
    "{dag} gråter. hvorfor må {dag} sitte der?",
    "{eline} = nøtteallergi, {ibrahim} = hentes av mor, {ask} = sover med smokk",
    "{kari}: vann, {stein}: melk, {ola}: juice",
    "{emma} = briller, {sol} = høreapparat, {jonas} = epipenn",
    "gruppe: {ida} = rød, {liv} = blå, {per} = grønn",
    "Gjelder: {Olander, Mina} (f. {27. januar 2013})",
    "Elev: {Vestad, Emma}",
    "Gjelder: {Kanutten, Jonas}, 7b",
    "Navn: {Solheimen, Ida} (9 år)",
    "Barn: {Askeland, Kari Anne}",
    "skal {even} vere med på turen?",
    "kan {odd} kome tidlegare?",
    "har {gro} ete i dag?",
    "må {hauk} vere inne?",
    "skal {tor} gjere leksa her?",
    "får {falk} sjå på film?",
    "Vi ventet på trappa i {Ranheimsfjæra 3}",
    "Han bor jo i {Øvre Berg 7}",
    "(det er {Nedre Charlottenlund 12})",
    "Hentes i {Hansbakkfjæra 14} kl 12",
    "De flyttet fra {Ilsvikøra 4b}",
    "Politiet var i {Kvitstranda 8} i går",
    "Møt meg ved {Nordre Dal 3}",
    "Vi kjørte ham til {Fosstranda 22}",
    "Hun sto i {Ytre Kleiva 2}",
    "Far holder til i {Lakssletta 5}",
    "Søppelet lå utenfor {Store Bergan 9}",
    "brukern {mørkesjel.x} har sendt melding",
    "brukeren {trist_jente} skrev til meg",
    "profilen {luna.x99} er falsk",
    "kontoen {sint.gutt} la ut filmen",
    "det er brukeren {nattugle.no1} som skriver",
]
NOBODY = [
    "lillebror (alle kaller ham det) er 3",
    "hun heter «noe annet» sier hun",
    "boka heter «Bjørnen»",
    "Han sa at Lillebror er søt",
    "storm og stille sier vi",
    "i dag er tor dagen",
    "dag og natt gråter han",
    "rød = stopp, gul = vent, grønn = gå",
    "sol = pluss, regn = minus",
    "frukt: eple, pære, banan",
    "mat = viktig, ro = viktig, søvn = viktigst",
    "hvorfor er dag tre verst",
    "når kommer dag to",
    "Gjelder: Skolefravær, ansvarsgruppe",
    "skal det vere slik",
    "kan alle kome tidlegare",
    "har nokon ete i dag",
    "6. trinn: 1) Skolevandring. 2) Mobbesak",
    "1) Kaffe. 2) Skoleveien. 3) Eventuelt",
    "Vi har 3 plasser",
    "Øvre del 7",
    "Store klasser 7",
    "brukeren har skrevet til meg",
    "kontoen er stengt",
    "profilen viser at skåre 3 er lav",
    "brukeren kan bl.a. skrive",
    "nede ved stranda 3 ganger",
    "fjæra 3 km unna",
]


@pytest.mark.parametrize("marked", SOMEBODY)
def test_what_names_somebody_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_alike_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
