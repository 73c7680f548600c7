"""Figures, thinkers and instruments, which are asked about where the words beside them show what they are."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import names_nobody
from tests.each import each

ASKED = [
    "Jenta leker Elsa hele tida. Er det greit?",
    "De leker ofte Elsa og Anna på avdelinga.",
    "Hun gikk rundt som Anna hele dagen og ville ikke ut.",
    "Han var utkledd som Emil på karneval.",
    "Barna leker at de er Josef og Maria, og en får ikke være med.",
    "I skuespillet hadde han rollen som Josef.",
    "I historietimen leste de om Cleopatra og Nero, og hun ble redd.",
    "I KRLE skal de lære om Thomas og Luther.",
    "I historie lærer de om Luther i 1517 og Newton i klassen.",
    "Høstens tema er Newton og Mendel.",
    "Vi synger sangene til Prøysen og leser diktene til Hagerup.",
    "Vi bruker Hellinger-rammeverket og Hultgren-profilen.",
    "Er Petra Falkners bok om lek noe for oss?",
    "Møterommet som heter Granstua er ledig.",
    "Dan Olweus og andre skriver mye om dette. Har dere noe?",
    "Vi har lest om Dan Olweus. Han mener at voksne må se.",
    "Finnes det noe å lese? Mange liker Inger Hagerup. Boka er utsolgt.",
]
STOPPED = [
    ("Jenta leker med Elsa hele tida.", "Elsa"),
    ("Når hun leker, gråter Elsa ofte.", "Elsa"),
    ("Jenta leker Elsa. Elsa (7) slår etterpå.", "Elsa"),
    ("Vi leste om Jonas i loggen i går.", "Jonas"),
    ("KRLE-læreren har lest om Emma, og vi er bekymret.", "Emma"),
    ("I KRLE har vi lest om Jonas i loggen.", "Jonas"),
    ("I KRLE leser vi om Emma i 4b.", "Emma"),
    ("Temaet for møtet er Emma og Jonas.", "Emma"),
    ("I dag leker Emma og Jonas i lia.", "Emma"),
    ("Filmen om Emma er delt på snap.", "Emma"),
    ("Vi så sangene til Emma på tavla.", "Emma"),
    ("Emma-planen er ferdig, og Emma-profilen ligger i mappa.", "Emma"),
    ("Hun gikk rundt som Emma (7) og hermet.", "Emma"),
    ("Han leker at han er eleven Jonas.", "Jonas"),
    ("I KRLE skal de lære om Luther. Luther (9) slo etterpå.", "Luther"),
    ("Mor til Emma Falkner har lest en bok.", "Emma Falkner"),
    ("Emma leker at hun er Emma.", "Emma"),
    ("I historie snakket lærer om Emma, som ikke hadde levert.", "Emma"),
]


@each("text", ASKED)
def test_figures_thinkers_and_instruments_are_only_asked_about(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@each(("text", "name"), STOPPED)
def test_somebody_of_the_case_still_stops(anonymiser: Anonymiser, text: str, name: str) -> None:
    found = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert any(name in one for one in found), found
