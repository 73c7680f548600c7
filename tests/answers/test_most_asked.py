"""What is asked most is answered in its shortest words, whoever asks."""

from __future__ import annotations

import pytest

from bot.answers.index import AnswerIndex
from tests.each import each

MOST_ASKED = {
    "melding-hvordan": (
        "hvordan melder jeg",
        "korsn melde æ",
        "hvor melder jeg",
        "åssen melder jeg fra",
        "how do i report",
    ),
    "melding-saksgang": ("har meldt", "æ har meldt ka no", "vi sendte melding i går"),
    "melding-tilbakemelding": ("barnevernet har ikke svart på tre uker", "når får jeg svar"),
    "meldeplikt-naar": ("bør jeg melde", "hvor raskt må jeg melde"),
    "meldeplikt-personlig": ("må jeg melde selv", "leder sier nei"),
    "meldeplikt-hva-omfattes": (
        "barnet har ikke vært hos lege på tross av høy feber i en uke",
        "foreldrene nekter å ta med barnet til lege",
        "tennene råtner og foreldrene gjør ingenting",
    ),
    "bek-sprak": (
        "barn 5 år snakker ikke bare i bhg",
        "barn 5 år snakker ikke i barnehagen",
        "gutt 4 snakker bare hjemme, ikke i barnehagen",
    ),
    "foreldre-ungdom-vil-ikke": ("hvor får en 15-åring angrepille?", "elev på 17 trenger angrepille"),
    "foreldre-informere": ("må jeg snakke med foreldrene først",),
    "foreldre-ikke-informere": ("kan jeg la være å si det til foreldrene",),
    "samtykke-begge-foreldre": (
        "kan en forelder samtykke alene",
        "far samtykker ikke",
        "kan vi lage sakkyndig vurdering uten far",
    ),
    "meldeplikt-grunn-til-a-tro": (
        "er det jeg som må melde når jeg har fått det av naboen",
        "må jeg melde noe jeg bare har hørt av andre",
    ),
    "anonym-drofting-hvordan": ("hvorfor må navnet bort", "hvorfor må det bort"),
    "taushetsplikt-brudd": (
        "sendte melding til feil mottaker",
        "snakket om en elev på bussen",
        "jeg skrev noe i feil chat",
    ),
    "barnesamtale": ("kan jeg spørre barnet hva som har skjedd", "kan jeg spørre gutten hva som skjedde hjemme"),
    "foreldre-samtale": ("kan jeg spørre foreldrene hva som har skjedd", "hvordan starter jeg samtalen"),
    "anonym-drofting-barnevern": ("hva skal jeg si når jeg ringer barnevernet", "hva skal jeg si når jeg ringer"),
    "hv-hva": ("ka e forskjellen på nivå 0 og 1?", "hva er forskjellen på nivåene"),
    "melding-pa-nytt": ("kan du slå opp om det finnes en tidligere melding på en elev",),
    "bek-parorende": ("mor er deprimert", "far er i fengsel"),
    "melding-feil": ("kan jeg trekke meldingen", "mor spør om jeg har meldt"),
    "vold-ansatt": ("kan jeg ta det opp med kollegaen selv", "skal jeg snakke med kollegaen selv"),
    "taushetsplikt-kolleger": (
        "kan jeg ta det opp med en kollega",
        "kan jeg snakke med kollegaen min om et barn",
        "er det taushetsplikt på personalrommet",
        "kan vi prate om en elev på pauserommet",
    ),
    "taushetsplikt-mellom-etater": ("nav spør om familien", "kan jeg fortelle læreren om diagnosen"),
    "taushetsplikt-epost-teams": ("kan jeg bruke teams",),
    "bek-samlivsbrudd": ("far slo opp med mor", "en far har hentet et barn han ikke har lov å hente"),
    "bek-skolefravar": ("hun har adhd og er mye borte",),
    "samtykke-innhente": ("det mangler en underskrift på samtykket",),
    "meldeplikt-hvem": ("jeg jobber i NAV, må jeg melde",),
}


@each(("slug", "asked"), [(slug, one) for slug, all_of in MOST_ASKED.items() for one in all_of])
def test_what_is_asked_most_is_answered_in_its_shortest_words(index: AnswerIndex, slug: str, asked: str) -> None:
    for role, municipality in (("skole", "stjordal"), ("helse", "meraker"), ("privat_barnehage", "frosta")):
        found = index.search(asked, municipality=municipality, role=role)
        assert (found.verdict, found.best) == ("answer", slug), role


@pytest.mark.parametrize(
    "said",
    [
        "vi skal hemmelig besøke gamlehjemmet",
        "møtet er flyttet til torsdag",
        "sønnen min begynner i første klasse, kan jeg være læreren hans",
        "pappaen kom ikke på foreldremøtet",
        "barnet biter negler",
    ],
)
def test_what_no_answer_is_about_is_not_answered(index: AnswerIndex, said: str) -> None:
    assert index.search(said, role="skole").verdict != "answer"


@pytest.mark.parametrize(
    ("asked", "slug"),
    [("hvor lang frist har vi på undersøkelsen", "melding-saksgang"), ("hvem kan melde til oss", "meldeplikt-hvem")],
)
def test_barnevernet_is_answered_from_its_own_side(index: AnswerIndex, asked: str, slug: str) -> None:
    found = index.search(asked, role="barnevern")
    assert (found.verdict, found.best) == ("answer", slug)


@pytest.mark.parametrize("role", ["skole", "ppt", "helse", "barnehage"])
def test_who_asks_the_school_is_not_answered_what_one_must_tell_barnevernet(index: AnswerIndex, role: str) -> None:
    assert index.search("kan vi be skolen om opplysninger", role=role).verdict != "answer"


@pytest.mark.parametrize("role", ["skole", "leder", "barnehage"])
@pytest.mark.parametrize(
    "said",
    [
        "ingen skal ringe barnevernet uten at jeg har godkjent det",
        "jeg stopper meldinger som kommer for fort",
        "kan jeg nekte en ansatt å ringe barnevernet",
        "jeg har bestemt at assistentene ikke skal melde",
        "en ansatt har meldt uten å si fra, er det brudd på lojalitetsplikten",
    ],
)
def test_a_leader_who_holds_reports_back_reads_that_the_duty_is_each_ones_own(
    index: AnswerIndex, said: str, role: str
) -> None:
    found = index.search(said, role=role)
    assert (found.verdict, found.best) == ("answer", "meldeplikt-personlig")


@pytest.mark.parametrize("said", ["bitingen har blitt verre etter at far kom ut av fengsel", "far kom ut av fengsel"])
def test_who_tells_of_a_prison_is_not_answered_what_one_is_punished_for(index: AnswerIndex, said: str) -> None:
    found = index.search(said)
    assert (found.verdict, found.best) != ("answer", "avvergeplikt-straff")


@pytest.mark.parametrize("asked", ["kan jeg bli straffet for ikke å avverge", "får jeg fengsel hvis jeg ikke sier fra"])
def test_who_asks_whether_silence_is_punished_is_answered(index: AnswerIndex, asked: str) -> None:
    assert index.search(asked).verdict == "answer"
