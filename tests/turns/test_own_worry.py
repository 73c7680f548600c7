"""Who dares not report is met and not alarmed, and so is who asks about a child they know in private or a rule."""

from __future__ import annotations

import pytest

from bot.turns.leaders import is_held_back
from dialogs.by_words import words_of
from tests.turns.desk import KARI, Desk, is_line, kinds


@pytest.mark.parametrize(
    "said",
    [
        "jeg tør ikke",
        "jeg tør ikke melde",
        "æ tør itj ringe barnevernet",
        "jeg er redd for å melde",
        "gruer meg for å si fra",
        "eg vågar ikkje å melde",
        "jeg vil ikke melde",
        "tør ikke å melde pga naboskap",
        "far er min nabo så jeg vil ikke melde",
        "Klarer ikke å melde alene, er redd faren blir sint på meg",
        "jeg skal melde, men jeg er redd for represalier fra familien",
        "redd for at familien finner ut at det er jeg som har meldt",
        "hva om faren blir sint på meg når jeg melder?",
        "I am afraid to report",
        "er livredd for å melde",
        "jeg har ikke lyst til å være den som melder",
        "jeg angrer på at jeg ikke meldte",
        "jeg torde ikke å ringe i går",
        "eg torer ikkje seie ifrå",
        "jeg er redd for å miste jobben",
        "hva om faren kommer etter meg",
        "jeg er redd for egen sikkerhet",
    ],
)
async def test_who_dares_not_report_is_told_that_the_duty_is_theirs_and_who_helps(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("answers.dare_not"))
    verbs = [(one.verb, one.id) for one in (await desk.state(KARI)).shown]
    assert ("article", "anonym-drofting-barnevern") in verbs
    assert ("article", "meldeplikt-personlig") in verbs


@pytest.mark.parametrize(
    "said",
    [
        "jeg tør ikke sende barnet hjem",
        "han tør ikke gå hjem",
        "jeg er redd for faren",
        "jeg er redd",
        "jeg er redd faren blir sint",
        "jeg tør ikke melde, faren slår",
        "jeg klarer ikke mer",
        "jeg tør ikke si det til foreldrene",
        "jeg er redd for å si det, de gjør det nå",
        "jeg er redd for å si hva de gjør",
        "jeg tør ikke si hva de gjør",
        "de er redd for å si noe",
        "barnevernet vil ikke melde",
    ],
)
async def test_other_fear_is_heard_as_always(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert desk.text("answers.dare_not") not in desk.words(shown)


@pytest.mark.parametrize(
    ("told", "key", "number"),
    [
        ("han sier han skal ta livet sitt i kveld", "acute.dare_life", "113"),
        ("hun kutter seg på do nå", "acute.dare_life", "113"),
        ("barnet ligger på gulvet og puster ikke", "acute.dare_life", "113"),
        ("pappa slo henne", "acute.dare", "112"),
        ("eleven truer med kniv", "acute.dare", "112"),
    ],
)
async def test_who_dares_not_ring_below_the_acute_card_sees_it_again_with_whom_to_get_to_ring(
    desk: Desk, told: str, key: str, number: str
) -> None:
    await desk.say(KARI, told)
    shown = await desk.say(KARI, "jeg tør ikke ringe")
    assert is_line(shown[0], desk.text(key))
    assert number in desk.text(key)
    assert kinds(shown)[-1] == "acute"
    assert desk.text("answers.dare_not") not in desk.words(shown)


async def test_the_danger_is_named_also_when_something_else_was_shown_since(desk: Desk) -> None:
    await desk.say(KARI, "han sier han skal ta livet sitt i kveld")
    await desk.say(KARI, "slik melder du")
    shown = await desk.say(KARI, "jeg tør ikke ringe")
    assert is_line(shown[0], desk.text("acute.dare_life"))
    assert kinds(await desk.say(KARI, "vis kortet igjen")) == ["acute"]


async def test_in_the_guide_the_question_is_asked_again(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, "jeg tør ikke")
    assert is_line(shown[0], desk.text("answers.dare_not"))
    assert "Har du grunn til å tro at barnet er i fare nå?" in desk.words(shown)


async def test_where_the_guide_asks_who_one_has_spoken_with_it_is_that_which_is_hard(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3", "nei", "1", "8 år, skole", "fravær"):
        await desk.say(KARI, said)
    shown = await desk.say(KARI, "jeg tør ikke")
    assert is_line(shown[0], desk.text("answers.dare_not_child"))
    assert "Har du snakket med barnet" in desk.words(shown)
    for said in ("1", "4", "1"):
        await desk.say(KARI, said)
    shown = await desk.say(KARI, "jeg tør ikke si det")
    assert is_line(shown[0], desk.text("answers.dare_not_parents"))
    assert "Har du snakket med foreldrene om uroen din?" in desk.words(shown)


async def test_in_the_acute_steps_too_who_dares_not_is_met_and_asked_again(desk: Desk) -> None:
    await desk.press(KARI, "guide_start", "akutt")
    shown = desk.words(await desk.say(KARI, "Klarer ikke å melde alene, er redd faren blir sint på meg"))
    assert desk.text("answers.dare_not") in shown
    assert "Akutt · Steg 1 av 2" in shown


@pytest.mark.parametrize(
    "said",
    [
        "rektor sier jeg ikke skal melde",
        "jeg melder ikke før jeg har snakket med sjefen",
        "rektor vil ikke melde",
        "rektor tør ikke melde",
        "min leder sier vi skal vente til mandag",
    ],
)
async def test_whom_a_leader_holds_back_reads_that_the_duty_is_their_own_also_in_a_guide(desk: Desk, said: str) -> None:
    for first in ("", "jeg er bekymret", "akutt"):
        if first:
            await desk.say(KARI, first)
        assert "Er meldeplikten personlig?" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["jeg vil ikke at de ansatte melder uten å spørre meg", "en ansatt hos meg tør ikke melde"]
)
async def test_a_leader_reads_that_the_duty_is_of_whoever_saw_it(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er leder")
    assert "Er meldeplikten personlig?" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "jeg har meldt til lederen, ikke til barnevernet",
        "bør jeg ikke melde lederen",
        "jeg må melde rektor, ikke barnevernet",
        "jeg skal vente på rektor ved døra",
    ],
)
def test_whom_one_reports_to_or_about_holds_nobody_back(desk: Desk, said: str) -> None:
    assert not is_held_back(words_of(said), desk.library.knowledge.texts)


async def test_fear_of_sending_a_child_home_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "jeg tør ikke sende barnet hjem")) == ["acute"]


@pytest.mark.parametrize(
    "said", ["det er barnet til søsteren min", "det gjelder nevøen min", "det er sønnen til naboen"]
)
async def test_a_child_known_in_private_is_answered_with_what_holds_then(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Ring barnevernet hvis du er bekymret for et barn, også når du ikke er på jobb." in shown


async def test_a_blow_in_the_family_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "søsteren min slår barnet sitt")) == ["acute"]


@pytest.mark.parametrize(
    "said",
    [
        "er det straffbart å slå barn",
        "er det lov å slå barn?",
        "er det lov å slå barna sine",
        "kan foreldre gi en ørefik",
        "kan man bli straffet for å dra barnet i øret",
        "regnes kjefting som vold?",
        "kan man gi en smekk",
        "er det lov å lugge",
        "er det vold å kjefte",
    ],
)
async def test_whether_it_is_forbidden_to_hit_is_answered_in_the_first_sentence(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1] == "answer"
    assert "Å slå, skremme eller plage barn er forbudt, også for å oppdra dem (barnelova § 30)." in desk.words(shown)


async def test_a_blow_told_beside_the_question_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "er det straffbart å slå barn? far slår henne")) == ["acute"]


async def test_a_theme_and_an_age_are_searched_for_also_in_the_middle_of_nothing(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "rus, 16 år")) == ["where_result"]


@pytest.mark.parametrize("said", ["hun ruser seg, 16 år", "rus"])
async def test_what_tells_of_somebody_or_no_age_is_no_such_search(desk: Desk, said: str) -> None:
    assert "where_result" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "det gjelder min egen datter",
        "det er mitt eget barn",
        "mitt eget barn blir mobba på skolen og jeg er lærer der",
        "sønnen min vil ikke på skolen lenger",
        "eg er bekymra for dotter mi",
        "kan jeg melde på mitt eget barn?",
        "sønnen min blir mobba og skolen gjør ingenting",
        "tenåringen min drikker",
    ],
)
async def test_ones_own_child_is_for_others_to_help_with(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("answers.own_child"))


@pytest.mark.parametrize(
    "said", ["min egen datter vil ikke leve", "datteren min er redd faren sin", "jeg slo sønnen min i går og angrer"]
)
async def test_danger_to_ones_own_child_is_still_danger(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["acute"]


@pytest.mark.parametrize(
    "said",
    [
        "et barn på avdelingen vår blir mobba",
        "datteren min vil ikke lenger",
        "jeg er bekymret for en baby på jobben min",
        "jeg er bekymret for en unge på jobben min",
        "eg er uroleg for ein tenåring på jobben min",
        "barnet blir mobbet på skolen vår",
        "det er ikke mitt barn",
        "barnet er ikke mitt",
        "barnet er ikke vårt",
        "jeg er bekymret for en av våre barn",
    ],
)
async def test_what_tells_more_than_that_is_heard_as_always(desk: Desk, said: str) -> None:
    assert desk.text("answers.own_child") not in desk.words(await desk.say(KARI, said))


async def test_who_is_worn_is_met_and_the_question_stands(desk: Desk) -> None:
    await desk.press(KARI, "guide_start", "akutt")
    for _ in range(3):
        shown = desk.words(await desk.say(KARI, "jeg gråter"))
        assert desk.text("answers.small_tired") in shown
        assert "Akutt · Steg 1 av 2" in shown


@pytest.mark.parametrize(
    "said", ["må jeg følge handlingsveilederen før jeg melder", "kommunen sier jeg må gå gjennom nivå 1 først"]
)
async def test_nobody_goes_through_the_levels_before_they_report(desk: Desk, said: str) -> None:
    assert "uten å følge nivåene" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["faren kommer etter meg nå", "familien kommer etter meg, jeg er redd"])
async def test_who_is_pursued_now_is_in_danger(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["acute"]


async def test_a_girl_who_wants_no_more_is_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "vi har ei jente som ikke vil mer")) == ["acute"]


@pytest.mark.parametrize("said", ["eg har ikkje tid", "jeg har ikke tid", "æ ha itj tid"])
async def test_who_has_no_time_sees_whom_to_ring_and_is_not_said_goodbye_to(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["numbers"]
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, said)) == ["numbers"]
    assert kinds(await desk.say(KARI, "tilbake")) == ["guide_step"]


@pytest.mark.parametrize("said", ["jeg vil heller melde", "Eg vil heller melde.", "jeg vil melde til barnevernet"])
async def test_who_would_rather_report_is_told_how_and_finds_the_way_back(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")
    shown = await desk.say(KARI, said)
    assert "Hvordan sender jeg bekymringsmelding til barnevernet?" in desk.words(shown)
    assert kinds(await desk.say(KARI, "tilbake")) == ["guide_step"]
