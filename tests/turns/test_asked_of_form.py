"""In the middle of the form of a case: what is asked about writing and sending it, and what is meant for a field."""

from __future__ import annotations

import pytest

from dialogs.cases.asked_of_form import ASKED
from tests.turns.desk import KARI, WORDS, Desk, kinds

TEAM_NAME = "Tverrfaglig kompetanseteam 0–18 år"
ANSWERED = (
    ("må jeg fylle ut alt", "fill"),
    ("kan jeg skrive stikkord", "fill"),
    ("hvor mye må jeg skrive?", "fill"),
    ("kan jeg hoppe over noe", "fill"),
    ("kan jeg endre etterpå", "after"),
    ("kan jeg trekke den seinere", "after"),
    ("hva skjer når jeg sender", "sending"),
    ("sendes det nå", "sending"),
    ("jeg vil ikke sende likevel", "regretted"),
    ("er dette det samme som bekymringsmelding?", "report"),
    ("hva er forskjellen på dette og å melde", "report"),
    ("feil team", "wrong"),
    ("jeg valgte feil alder", "wrong"),
    ("kan jeg sende den på mail i stedet", "mail"),
    ("kan jeg legge ved en fil", "file"),
    ("kan jeg skrive alderen", "age"),
    ("kan jeg ringe i stedet", "call"),
    ("trenger jeg samtykke", "consent"),
    ("vi har samtykke fra foreldrene", "consent"),
    ("mor har gitt samtykke", "consent"),
    ("ser foreldrene dette", "parents"),
    ("får foreldra vite det", "parents"),
    ("kan jeg gå tilbake", "back"),
    ("det haster", "urgent"),
    ("takk", "thanks"),
    ("blir det sendt nå", "sending"),
    ("er dette en bekymringsmelding", "report"),
    ("jeg har valgt feil team", "wrong"),
    ("må jeg ha samtykke", "consent"),
    ("kan eg trekkje det seinare", "after"),
    ("kva skjer når eg trykkjer send", "sending"),
    ("er dette ei melding", "report"),
    ("eg valde feil alder", "wrong"),
    ("kan eg byte team", "wrong"),
    ("kan eg sende det på e-post i staden", "mail"),
    ("kan eg leggje ved eit bilete", "file"),
    ("kan eg ringje i staden", "call"),
    ("det hastar", "urgent"),
)


@pytest.mark.parametrize(
    "said", ["hvor er skjemaet", "kor e skjemaet hen", "kvar er skjemaet", "når kommer skjemaet", "kor ska æ skriv"]
)
async def test_the_form_that_is_looked_for_is_the_one_of_the_case(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.asked_where_later")
    await desk.to_gate()
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.asked_where_later")
    assert "answer" in kinds(await desk.say(KARI, "hvordan melder jeg"))
    await desk.to_form()
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.asked_where")


async def test_the_form_of_a_report_is_not_that_of_the_case(desk: Desk) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, "hvor finner jeg skjemaet for bekymringsmelding")
    assert "answer" in kinds(shown)


@pytest.mark.parametrize(("said", "key"), ANSWERED)
async def test_what_is_asked_of_the_form_is_answered_there(desk: Desk, said: str, key: str) -> None:
    await desk.to_form()
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text(f"case.asked_{key}", team=TEAM_NAME) in shown
    assert (await desk.state(KARI)).case.step == "form"


@pytest.mark.parametrize("said", ["ja vi har samtykke", "vi har samtykke fra foreldrene"])
async def test_who_says_at_the_gate_that_there_is_consent_is_told_of_that_way(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "14 år, skole, fravær, anonymt")
    await desk.say(KARI, "ja")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.asked_consent", team=TEAM_NAME)
    assert (await desk.state(KARI)).case.step == "gate"


@pytest.mark.parametrize(
    "said",
    ["kan du hjelpe meg å skrive", "gi meg et eksempel", "jeg vet ikke hva jeg skal skrive", "gje meg eit døme"],
)
async def test_who_does_not_know_what_to_write_reads_what_each_field_asks_for(desk: Desk, said: str) -> None:
    await desk.to_form()
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("case.asked_help") in shown
    assert desk.text("case.seen_hint") in shown


@pytest.mark.parametrize("said", ["ok", "hei"])
async def test_an_everyday_word_is_met_with_what_the_form_asks_for(desk: Desk, said: str) -> None:
    await desk.to_form()
    assert desk.text("case.now_form") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        *("mor vil ikke melde ham på sfo likevel", "barnet snakker om å gå tilbake til far", "vi har sendt mail hjem"),
        *("han har ikke ringt hjem", "alle er urolige for ham", "hun hopper over maten", "far ser ikke barnet"),
        *("far vet det", "mor vet ikke om det", "ser ikke mor", "vil ikke se far", "får se mor", "får ikke se mor"),
    ],
)
async def test_what_tells_of_the_child_is_meant_for_a_field(desk: Desk, said: str) -> None:
    await desk.to_form()
    shown = desk.words(await desk.say(KARI, said))
    assert not [key for key, *_ in ASKED if desk.text(f"case.asked_{key}", team=TEAM_NAME) in shown]
    assert desk.text("case.in_the_middle_told") in shown or "Akutt" in shown or "Du er midt i en sak" in shown


@pytest.mark.parametrize("said", ["en ting til", "jeg har en ting til"])
async def test_one_thing_more_may_be_of_the_child_and_leaves_no_form(desk: Desk, said: str) -> None:
    await desk.to_form()
    await desk.say(KARI, said)
    state = await desk.state(KARI)
    assert (state.active, state.case.step) == ("case", "form")


@pytest.mark.parametrize("said", ["ja, en ting til", "jeg har en ting til"])
async def test_one_thing_more_leaves_no_guide(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize("said", ["blir det sendt nå", "blir dette sendt?"])
async def test_who_reads_the_text_once_more_is_told_what_sends_it(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    assert desk.text("case.asked_sending_review", team=TEAM_NAME) in desk.words(await desk.say(KARI, said))
    assert not await desk.cases_of(KARI)


@pytest.mark.parametrize("said", ["det er en melding", "meldingen er sendt", "hun er tilbake", "han er sendt hjem"])
async def test_what_is_told_is_no_question_of_the_form(desk: Desk, said: str) -> None:
    await desk.to_form()
    shown = desk.words(await desk.say(KARI, said))
    assert not [key for key, *_ in ASKED if desk.text(f"case.asked_{key}", team=TEAM_NAME) in shown]


@pytest.mark.parametrize(("said", "key"), [("feil team", "wrong"), ("trenger jeg samtykke", "consent")])
async def test_where_the_text_is_kept_the_way_back_to_step_one_goes_past_the_draft(
    desk: Desk, said: str, key: str
) -> None:
    await desk.to_confirm()
    new = desk.text("case.draft_new")
    assert desk.text(f"case.asked_{key}_review", new=new) in desk.words(await desk.say(KARI, said))
    await desk.say(KARI, "avbryt")
    shown = await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.push(KARI, shown, new)) == ["case_about"]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("hvor mange spørsmål er det igjen", "how_far"),
        ("er det mange steg igjen?", "how_far"),
        ("jeg orker ikke mer av dette", "tired"),
        ("jeg er så sliten", "tired"),
    ],
)
@pytest.mark.parametrize("at", ["about", "form", "review"])
async def test_how_far_it_is_is_told_and_who_is_tired_is_met_at_every_step(
    desk: Desk, said: str, key: str, at: str
) -> None:
    if at == "about":
        await desk.say(KARI, "drøft en sak")
    else:
        await desk.to_form()
    if at == "review":
        await desk.press(KARI, "case_review", values=WORDS)
    assert desk.words(await desk.say(KARI, said)) == desk.text(f"case.{key}")
    assert (await desk.state(KARI)).active == "case"
