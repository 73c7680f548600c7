"""What is said by who is tired: one more child, a call in vain, what was done last, a wish for advice."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, STRANGER, Desk, is_line, kinds

NEXT = [
    "jeg har et barn til jeg er bekymret for",
    "det gjelder også en annen elev",
    "jeg har en til",
    "æ e bekymra for en unge til",
    "vi har et barn til i samme klasse",
]
"""Ways to say that there is one more child."""


@pytest.mark.parametrize("said", NEXT)
async def test_one_more_child_in_a_guide_begins_its_own_concern(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    concerns = (await desk.state(KARI)).concerns
    assert len(concerns) == 2
    assert "Steg 1 av" in desk.words(shown), "danger is asked about first"


@pytest.mark.parametrize(
    "said",
    ["et barn til hadde det sånn?", "barnet til naboen", "han slår et annet barn"],
)
async def test_what_tells_of_something_else_begins_no_concern(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    await desk.say(KARI, said)
    assert len((await desk.state(KARI)).concerns) == 1


@pytest.mark.parametrize("said", NEXT[:2])
async def test_one_more_child_in_a_case_is_told_to_wait_for_its_own(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert is_line((await desk.say(KARI, said))[0], desk.text("case.next_child"))


@pytest.mark.parametrize(
    "said", ["jeg ringte men de hadde lunsj", "har ringt, ingen svarte", "æ ringt men det va stengt"]
)
async def test_who_rang_in_vain_is_told_whom_else_to_ring(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.rang_in_vain"))


@pytest.mark.parametrize("said", ["mor ringte, ingen svarte", "jeg ringte og de svarte"])
async def test_who_else_rang_or_who_was_answered_is_not(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, typed)
    assert desk.text("guide.rang_in_vain") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hei, jeg holdt på med noe på fredag", "hva gjorde vi sist"])
async def test_who_asks_what_was_done_last_is_back_in_it(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "må hjem"):
        await desk.say(KARI, typed)
    assert "Steg 2 av" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["har jeg svart feil", "hva svarte jeg"])
async def test_who_asks_what_they_answered_sees_it(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    assert "Nei, ikke nå" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    ["jeg vil ha råd fra teamet", "jeg trenger råd fra kompetanseteamet", "jeg vil drøfte det", "må drøfte dette"],
)
async def test_a_wish_for_advice_from_the_team_begins_a_case(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["case_about"]


@pytest.mark.parametrize("said", ["hvordan får jeg råd fra teamet", "må jeg drøfte det", "hvilke råd gir teamet"])
async def test_who_asks_of_advice_is_answered(desk: Desk, said: str) -> None:
    assert "case_about" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("jeg lære norsk. unnskyld", "english"),
        ("norsken min er ikke så bra", "english"),
        ("kan jeg spørre om noe annet", "can"),
        ("jeg må hente inn ungene nå", "bye"),
    ],
)
async def test_small_talk_of_who_is_in_a_hurry_is_met(desk: Desk, said: str, key: str) -> None:
    assert is_line((await desk.say(STRANGER, said))[0], desk.text(f"answers.small_{key}"))


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("hva med besteforeldre", "foreldre-uten-ansvar"),
        ("hvordan skriver jeg meldingen", "melding-innhold"),
        ("hva er egentlig regelen for hvor mye de kan være borte", "bek-skolefravar"),
        ("kan mor se det på helsenorge", "foreldre-innsyn"),
        ("kan du sende bekymringsmelding for meg", "melding-hvordan"),
        ("kan æ snakk me styrer førr æ gjør nå", "meldeplikt-personlig"),
    ],
)
async def test_a_plain_question_has_its_answer(desk: Desk, said: str, slug: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article == slug


@pytest.mark.parametrize("said", ["nei hun er trygg nå", "nei, det går fint her"])
async def test_a_no_with_more_below_the_acute_card_is_told_how_a_no_is_written(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, "far slår gutten med belte")) == ["acute"]
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "acute"], "the card is there all the same"
    assert is_line(shown[0], desk.text("acute.no_in_words"))
    assert "acute" not in kinds(await desk.say(KARI, "nei"))


@pytest.mark.parametrize("said", ["nei, han slår henne", "nei nå kommer han med kniv"])
async def test_danger_behind_a_no_is_heard_as_danger(desk: Desk, said: str) -> None:
    await desk.say(KARI, "far slår gutten med belte")
    shown = await desk.say(KARI, said)
    assert "acute" in kinds(shown)
    assert not is_line(shown[0], desk.text("acute.no_in_words"))


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("og 11?", "samtykke-under-12"),
        ("og hvis hun er 12?", "samtykke-12-16"),
        ("enn 15-åringen", "samtykke-12-16"),
        ("hva om han er 17 år", "samtykke-16-18"),
        ("og når hun fyller 16", "samtykke-16-18"),
    ],
)
async def test_another_age_has_its_own_answer(desk: Desk, said: str, slug: str) -> None:
    for typed in ("kan en 14-åring samtykke selv", said):
        await desk.say(KARI, typed)
    assert (await desk.state(KARI)).last_article == slug


async def test_a_number_of_thousands_of_digits_is_no_age_and_breaks_nothing(desk: Desk) -> None:
    await desk.say(KARI, "når må jeg ha samtykke fra en 13-åring?")
    assert await desk.say(KARI, "og " + "9" * 4400)
    assert await desk.say(KARI, "og 125?")


@pytest.mark.parametrize("said", ["12", "og hvis hun er 45?", "hun er 12 og blir slått hjemme"])
async def test_what_is_no_other_age_is_heard_as_always(desk: Desk, said: str) -> None:
    await desk.say(KARI, "kan en 17-åring samtykke selv")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article not in ("samtykke-12-16", "samtykke-under-12")


async def test_every_answer_of_an_age_is_there(desk: Desk) -> None:
    rows = [row.split() for row in desk.library.knowledge.texts.listed("answers.by_age")]
    assert {slug for slug, _, _ in rows} <= {*desk.library.knowledge.articles}
    ages = [one for _, first, last in rows for one in range(int(first), int(last) + 1)]
    assert ages == list(range(18))


@pytest.mark.parametrize(
    "said", ["hvilken paragraf", "kan jeg få kilden", "når ble det sjekket", "hvem har kontrollert det"]
)
async def test_the_source_is_of_the_answer_read_last(desk: Desk, said: str) -> None:
    for typed in ("kan en 14-åring samtykke selv", "takk", said):
        shown = await desk.say(KARI, typed)
    assert kinds(shown) == ["source"]


@pytest.mark.parametrize(
    ("said", "slug"), [("koss skriv æ det", "dok-hva-skrive"), ("hvor skriver jeg det", "dok-hva-skrive")]
)
async def test_how_it_is_written_is_no_question_of_what_is_kept_here(desk: Desk, said: str, slug: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article == slug


@pytest.mark.parametrize("said", ["er du sikker", "hvem har skrevet dette"])
async def test_who_asks_if_the_bot_is_sure_is_told_who_wrote_it(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("answers.small_bot"))


@pytest.mark.parametrize("said", ["har ringt, dæm sa æ kunn se det an å snakk me mor", "jeg har ringt"])
async def test_who_has_rung_below_an_outcome_is_met(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "ja"):
        await desk.say(KARI, typed)
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("guide.has_rung_outcome") in told
    assert desk.text("guide.ring_first") in told, "whoever is in danger is rung about first"


async def test_who_asks_what_to_say_below_an_outcome_is_given_the_words(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "ja"):
        await desk.say(KARI, typed)
    assert desk.text("guide.say_at_outcome") in desk.words(await desk.say(KARI, "hva skal jeg si når jeg ringer"))


@pytest.mark.parametrize("said", ["kan jeg sende en til om en annen elev", "jeg vil sende en sak til"])
async def test_one_more_case_is_begun(desk: Desk, said: str) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, said)) == ["case_about"]


@pytest.mark.parametrize("said", ["kan jeg sende en melding til", "skal jeg sende barnet til en annen skole"])
async def test_what_else_is_sent_begins_no_case(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "case_about" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["vent, jeg vil heller melde", "nei jeg vil melde"])
async def test_who_would_rather_report_after_all_reads_how(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article == "melding-hvordan"


async def test_who_has_rung_below_an_outcome_that_waits_for_it_is_asked_what_was_said(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "jeg er usikker", "Jeg har ikke fått snakket med noen"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, "har ringt barnevernet nå")
    assert is_line(shown[0], desk.text("guide.has_rung"))
    assert "De ba meg melde" in desk.words(shown)


@pytest.mark.parametrize("said", ["ring meg", "vil heller ha noen å snakke med", "ka e nummeret dit"])
async def test_who_wants_a_person_sees_whom_to_ring(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["numbers"]


async def test_how_to_come_into_contact_is_asked_of_the_card_of_a_team(desk: Desk) -> None:
    for typed in ("hvor går jeg", "språk, 4 år", "1"):
        shown = await desk.say(KARI, typed)
    assert desk.words((await desk.say(KARI, "hvordan kommer jeg i kontakt"))[1:]) == desk.words(shown)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("hvor mange steg igjen", "how_far"),
        ("kan jeg hoppe over dette", "no_skipping"),
        ("er det mye igjen?", "how_far"),
    ],
)
async def test_who_asks_of_the_way_is_told(desk: Desk, said: str, told: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text(f"guide.{told}"))
    assert "Hvor langt har dere kommet?" in desk.words(shown)


async def test_at_a_checklist_only_what_has_a_star_is_needed(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei", "1", "7 år, sfo"):
        await desk.say(KARI, typed)
    assert is_line((await desk.say(KARI, "kan jeg hoppe over"))[0], desk.text("guide.no_skipping_list"))


@pytest.mark.parametrize(
    "said", ["jeg har bare en magefølelse", "vi har prøvd litt forskjellig hos oss", "vi har ikke gjort noe ennå"]
)
async def test_how_far_one_has_come_is_heard_in_other_words(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, typed)
    assert "Hvor gammelt er barnet" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["jeg rekker ikke dette, foreldrene kommer", "får ikke tid til dette nå"])
async def test_who_has_no_time_is_told_what_is_kept(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    assert "Sak Blå er lagret" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["jeg vil heller drøfte det", "vil heller drøfte barnet anonymt"])
async def test_who_would_rather_discuss_it_comes_to_the_case(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, typed)
    assert "case_about" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["vi skal drøfte det i teamet", "vi har drøftet det i teamet"])
async def test_who_tells_how_far_they_have_come_begins_no_case(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei"):
        await desk.say(KARI, typed)
    assert "case_about" not in kinds(await desk.say(KARI, said))


async def test_what_goes_on_from_an_answer_and_finds_nothing_is_met_with_it(desk: Desk) -> None:
    for typed in ("kan en 14-åring samtykke selv", "og frisøren?"):
        shown = await desk.say(KARI, typed)
    assert kinds(shown) == ["say_more"]


async def test_what_stands_behind_legg_til_is_asked_about_and_not_searched(desk: Desk) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, "Legg til noe: det er verst på mandager")
    assert desk.text("case.wrong_title", code=case.code) in desk.words(shown)
    assert "det er verst på mandager" in desk.words(shown)
    assert not (await desk.case(case.id)).messages, "nothing is sent yet"


async def test_who_asks_whether_the_case_is_closed_sees_it(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, "er saken min lukket")) == ["my_cases"]
