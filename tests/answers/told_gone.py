"""A child who is gone, one who must keep quiet, marks on a face, a weapon taken out; and what is calm in such words."""

GONE = [
    "vi mangler et barn",
    "vi manglar eit barn",
    "Hjelp! Vi mangler et barn",
    "vi mangler et barn!! vi har lett overalt i en halv time, porten var åpen og det er vann like ved",
    "vi savner en elev, ikke sett siden storefri",
    "stefar vil alltid leke doktor når mamma er på jobb",
    "onkelen har begynt å leke doktor med henne",
    "Jenta sa: «jeg må love å ikke si det til noen.»",
    "han måtte love å ikke fortelle noe",
    "Ved undersøkelse så jeg et blåmerke på kinnet og ett ved øret. Mor ble taus. Neste kontroll er om fire uker.",
    "Han har mistet gården, og står no i løa med børsa. Han ville bare be meg se etter gutten.",
    "far sitter nå i bilen med hagla",
    "mor har skrevet avskjedsbrev",
]

CALM_BESIDE_GONE = [
    "vi mangler en elev på lista",
    "vi mangler et barn til fotballaget",
    "vi har mistet en elev til privatskolen",
    "barna leker doktor i lekestua",
    "må jeg love å ikke si det videre",
    "kan jeg love å ikke si noe",
    "far er på jakt i skogen med børsa",
    "Hvorfor vil alle ta livet av meg bare fordi jeg har bestilt feil kopipapir",
    "Kan man gi Paracet til barn når mor har skrevet lapp?",
    "hun sa at hun skulle skyte isbjørnen og spise den opp",
]
