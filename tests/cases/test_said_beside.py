"""What is typed in a case and is of another step of it: why it is asked, a swear word, a field before its form."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, WORDS, Desk, is_line, kinds


async def age(desk: Desk) -> str | None:
    return (await desk.state(KARI)).case.age


async def at(desk: Desk, step: str) -> None:
    """Go to the step of a case."""
    if step == "about":
        await desk.say(KARI, "drøft en sak")
        return
    await desk.to_form()
    if step == "review":
        await desk.press(KARI, "case_review", values=WORDS)


@pytest.mark.parametrize(
    "said", ["nivå 0 er gjort", "nivå 0 og 1 er gjort", "vi har gjort nivå 1", "veilederen er gjort"]
)
async def test_a_level_of_the_guide_is_no_age(desk: Desk, said: str) -> None:
    await at(desk, "about")
    assert is_line((await desk.say(KARI, said))[0], desk.text("case.later_gate"))
    assert not await age(desk)


@pytest.mark.parametrize(
    ("said", "band"),
    [
        ("8. trinn skole", "13-15"),
        ("2. klasse, fravær", "6-9"),
        ("trinn 6", "10-12"),
        ("åttende klasse", "13-15"),
        ("10. trinn", "13-15"),
        ("nivå 1 er gjort, 7 år", "6-9"),
    ],
)
async def test_a_grade_tells_the_age(desk: Desk, said: str, band: str) -> None:
    await at(desk, "about")
    await desk.say(KARI, said)
    assert await age(desk) == band


@pytest.mark.parametrize("said", ["11. trinn", "0. klasse", "Tverrfaglig kompetanseteam 0–18 år"])
async def test_no_grade_of_the_primary_school_tells_no_age(desk: Desk, said: str) -> None:
    await at(desk, "about")
    await desk.say(KARI, said)
    assert not await age(desk)


async def test_a_grade_is_in_school(desk: Desk) -> None:
    await at(desk, "about")
    assert "case_team" in kinds(await desk.say(KARI, "8. trinn, fravær, anonymt"))


@pytest.mark.parametrize("step", ["about", "form", "review"])
@pytest.mark.parametrize("said", ["hvorfor spør du om dette", "koffer må æ svar på alt det her"])
async def test_who_asks_why_is_told_why(desk: Desk, step: str, said: str) -> None:
    await at(desk, step)
    assert is_line((await desk.say(KARI, said))[0], desk.text(f"case.why_{step}"))


async def test_in_the_guide_who_asks_why_reads_the_question_whole(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, "hvorfor spør du om dette?")
    assert "Dette spør vi alltid om først" in desk.words(shown)


@pytest.mark.parametrize("step", ["about", "form", "review"])
@pytest.mark.parametrize("said", ["fy faen så mange spørsmål", "faen heller"])
async def test_who_only_swears_is_met(desk: Desk, step: str, said: str) -> None:
    await at(desk, step)
    assert is_line((await desk.say(KARI, said))[0], desk.text("case.sworn"))


@pytest.mark.parametrize("said", ["Hva har du sett?: Barnet leker alene", "hva har du gjort så langt: snakket hjemme"])
async def test_a_field_before_its_form_is_told_when_it_comes(desk: Desk, said: str) -> None:
    await at(desk, "about")
    assert is_line((await desk.say(KARI, said))[0], desk.text("case.later_form"))


@pytest.mark.parametrize(
    "said",
    [
        "endre teksten",
        "kan jeg legge til at hun bor hos andre",
        "jeg glemte å skrive om mat",
        "oi, jeg må rette noe",
        "nei",
    ],
)
async def test_what_is_to_be_changed_leads_back_to_the_text(desk: Desk, said: str) -> None:
    await at(desk, "review")
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1:] == ["case_form"], desk.words(shown)
    assert WORDS["done"] in desk.words(shown)


@pytest.mark.parametrize("said", ["kan foreldrene endre klasse", "hva er samtykke", "må læreren legge ved noe"])
async def test_what_others_change_is_answered(desk: Desk, said: str) -> None:
    await at(desk, "review")
    assert "case_form" not in kinds(await desk.say(KARI, said))


ASKS_OF_TEAM = [
    *("når møtes de", "hvem er med i teamet", "hvor lang tid tar det", "hvor lenge må jeg vente"),
    *("når får jeg svar", "når får jeg svar fra teamet"),
]


@pytest.mark.parametrize("said", ASKS_OF_TEAM[:5])
async def test_who_asks_of_the_team_is_told_of_the_one_the_case_goes_to(desk: Desk, said: str) -> None:
    for typed in ("drøft en sak", "10-12, skole, fravær, anonymt", "ja"):
        await desk.say(KARI, typed)
    told = desk.words(await desk.say(KARI, said))
    assert "Saken går til Tverrfaglig kompetanseteam 0–18 år" in told
    assert "Vanlig svartid er 2 arbeidsdager" in told
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize("said", ASKS_OF_TEAM[:5])
async def test_before_the_team_is_known_it_is_told_when_it_is(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert is_line((await desk.say(KARI, said))[0], desk.text("case.team_not_yet"))


@pytest.mark.parametrize("step", ["about", "form", "review"])
@pytest.mark.parametrize("said", ["kan noen se navnet mitt", "hvem ser navnet mitt", "ser teamet navnet mitt"])
async def test_whether_the_name_is_seen_is_told_of_the_case_and_not_of_a_report(
    desk: Desk, step: str, said: str
) -> None:
    await at(desk, step)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line"]
    assert "«Vis meg for teamet»" in desk.words(shown)


async def test_a_second_text_at_the_form_may_be_put_in_as_the_first(desk: Desk) -> None:
    await desk.to_form()
    for said in ("eleven er trøtt og sulten tre dager i uka", "vi har snakket med mor en gang og lagt en plan"):
        assert desk.text("case.in_the_middle_told") in desk.words(await desk.say(KARI, said))


async def test_what_somebody_does_names_the_theme(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "14 år, skole, ruser seg, anonymt")
    case = (await desk.state(KARI)).case
    assert (case.age, case.themes) == ("13-15", ("rus",))
