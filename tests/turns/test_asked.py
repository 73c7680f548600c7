"""Short questions in any words of a list: a person to talk to, and who sees what is written here."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed
from bot.turns.asked import asked_command
from bot.turns.router import Router
from bot.turns.typed import command_words, typed_command
from dialogs.editor.home import entry_asked, entry_named
from dialogs.start import with_profile
from tests.turns.desk import KARI, NAMED, WORDS, Desk, kinds

FOR_A_PERSON = (
    "kan jeg snakke med et menneske",
    "jeg vil snakke med et menneske",
    "snakke med en person",
    "æ vil prat me nån",
    "får jeg snakke med noen ekte",
    "gi meg et menneske",
    "jeg vil ikke snakke med en robot",
    "et menneske takk",
    "hvem kan jeg snakke med",
    "kem kan æ snakke med",
    "hvem kan jeg spørre",
    "kven kan hjelpe meg",
    "hvem bør jeg kontakte",
    "hvem kan jeg ta kontakt med",
    "who can i talk to",
    "who do i call",
)
NO_PERSON = (
    "er du et menneske",
    "snakker jeg med et menneske",
    "kan jeg snakke med en kollega om en elev",
    "hvordan snakke med foreldrene",
    "kan jeg snakke med barnet",
    "hvem er du",
    "hvem kan snakke med barnet",
    "hvem har jeg lov til å snakke med om en elev",
)
ALSO_ASKS = {"hvem kontakter jeg": "where", "svare teamet": "my_reply"}
"""Words of a command that are a question as well, and the command they are chosen to mean."""
SEEN = {
    "sees_nobody": (
        "kan lederen se det",
        "kan rektor se det jeg skriver",
        "kan rektor sjå d æ skriv her",
        "kan styrer sjå dette",
        "kan lederen se at jeg har spurt",
        "ser barnevernet det jeg skriver",
        "kan lederen min se saken",
        "kan lederen min se det jeg skriver her",
        "kan sjefen lese dette",
    ),
    "sees_case": ("hvem ser saken", "hvem kan se det jeg har sendt"),
    "sees_staff": (
        "kan jeg se hva de ansatte skriver",
        "hvem har sendt sakene",
        "hvem sendte saken",
        "jeg har rett til å se det de har sendt",
        "jeg krever å få vite hvem som sendte saken",
        "vis meg sakene fra skolen min",
        "vis meg navnene på dem som har spurt",
        "kan jeg som leder se hvem som drøfter",
        "kan jeg som rektor lese sakene",
        "jeg er leder for skolen, kan jeg se hvem som har sendt saker",
    ),
}
NOT_SEEN = (
    "kan foreldrene se det jeg skriver i mappa",
    "kan rektor nekte meg å melde",
    "hvem har sendt meldingen",
    "er meldingen sendt",
    "har du sendt meldingen til barnevernet",
    "får jeg vite noe",
    "hvem skal sende saken videre",
    "kan jeg se sakene",
    "vis meg sakene",
    "har jeg rett til å se saken",
    "har de rett til å vite hvem som meldte",
    "skal lederen vite at jeg har meldt",
)


@pytest.mark.parametrize("said", FOR_A_PERSON)
async def test_who_asks_for_a_person_is_shown_whom_to_ring(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["numbers"]


async def test_so_is_who_asks_in_the_middle_of_a_case_or_a_guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, FOR_A_PERSON[0])) == ["numbers"]
    await desk.to_form()
    assert kinds(await desk.say(KARI, FOR_A_PERSON[0])) == ["numbers"]


@pytest.mark.parametrize(("key", "said"), [(key, one) for key, several in SEEN.items() for one in several])
async def test_who_sees_what_is_answered_first_of_all(desk: Desk, key: str, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert shown == [Line(desk.text(f"answers.{key}"))]


@pytest.mark.parametrize("said", [*NO_PERSON, *NOT_SEEN])
def test_what_else_is_asked_is_searched_as_always(desk: Desk, said: str) -> None:
    around = desk.library.around_delivery()
    assert asked_command(said, around) is None


DISCUSSES = (
    "jeg vil drøfte en elev",
    "jeg har en sak til teamet",
    "hvordan sender jeg inn en sak",
    "jeg vil drøfte et barn",
    "jeg vil drøfte en elev anonymt",
    "vil drøfte ei jente i 7. klasse",
    "æ vil ta opp en unge i kompetanseteamet",
    "må ta opp en elev i teamet",
    "nå må vi ta opp en elev i teamet",
    "kan vi ta opp en elev i teamet",
    "kan jeg ta opp et barn i drøftingsteamet?",
)
DISCUSSES_NOT = (
    "må jeg ta opp en elev i teamet uten navn",
    "må vi ta opp en elev i teamet",
    "skal man drøfte et barn anonymt",
    "trenger vi å ta opp en elev i teamet",
    "kan jeg drøfte et barn anonymt i teamet",
    "kan vi ta opp en elev i teamet uten samtykke",
    "kan jeg drøfte et barn anonymt",
    "hvordan drøfte et barn anonymt",
    "jeg vil drøfte en elev med foreldrene",
    "jeg vil melde en sak",
    "jeg har en elev i klassen",
    "må vi ha samtykke for å drøfte en elev",
)


@pytest.mark.parametrize("said", DISCUSSES)
async def test_who_wants_to_discuss_a_child_begins_a_case(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["case_about"]


@pytest.mark.parametrize("said", DISCUSSES_NOT)
async def test_a_question_about_discussing_begins_nothing(desk: Desk, said: str) -> None:
    assert "case_about" not in kinds(await desk.say(KARI, said))


async def test_in_the_middle_of_a_guide_it_begins_no_case(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "case_about" not in kinds(await desk.say(KARI, "jeg vil drøfte en elev"))


@pytest.mark.parametrize("said", ["hva var rådet", "jeg forstår ikke rådet", "fulgte rådet, hjalp ikke"])
async def test_who_speaks_of_the_advice_is_shown_the_case(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hvor mange saker har vi", "utfordringsbilde", "diagram", "vis diagram over tema"])
async def test_the_figures_are_asked_for_in_other_words_too(desk: Desk, said: str) -> None:
    assert desk.words(await desk.say(KARI, said)) == desk.text("figures.only_leaders")


@pytest.mark.parametrize(
    ("said", "verb", "id"),
    [
        ("endre telefonnummer", "edit_pick", "contacts"),
        ("må fylles ut", "edit_pick", "missing"),
        ("ubesvarte spørsmål", "edit_lists", ""),
        ("møtet er flyttet til torsdag", "edit_pick", "meetings"),
        ("det er skrivefeil i svaret", "edit_pick", "articles"),
        ("vis endringer", "edit_history", ""),
        ("ny artikkel om kjefting", "edit_new", ""),
        ("stemt ned", "edit_lists", ""),
        ("hvem endret sist?", "edit_history", ""),
        ("legg til et uttrykk som gir akuttkortet", "edit_pick", "words"),
        ("Legg til et stedsnavn", "edit_files", ""),
        ("boten finner ikke navnet på skolen vår", "edit_files", ""),
    ],
)
def test_an_editor_asks_for_an_entry_in_words(desk: Desk, said: str, verb: str, id: str) -> None:
    assert entry_asked(said, desk.library.knowledge.texts) == Pressed(verb, id)


@pytest.mark.parametrize(
    ("said", "id", "search"),
    [
        ("rediger et svar", "articles", ""),
        ("endre svaret «Hva er samtidighetsansvar?»", "articles", "hva er samtidighetsansvar"),
        ("Rediger svar om samtykke", "articles", "samtykke"),
        ("endre møtetida", "meetings", ""),
        ("endre møtetid for kompetanseteamet til torsdag kl. 09.00", "meetings", ""),
        ("oppdater telefonnummeret til barnevernet", "contacts", ""),
        ("hvordan endrer jeg en setning", "texts", ""),
        ("jeg vil endre guiden", "guides", ""),
    ],
)
async def test_an_editor_says_what_to_change_in_other_words(desk: Desk, said: str, id: str, search: str) -> None:
    assert "edit_pick" not in kinds(await desk.say(KARI, said)), "who is no editor"
    desk.staff = frozenset({"editor"})
    assert entry_named(said, desk.library.knowledge.texts) == Pressed(
        "edit_pick", id, values={"search": search} if search else {}
    )
    shown = await desk.say(KARI, said)
    assert [one for one in kinds(shown) if one.startswith("edit")]
    assert not search or search.partition(" ")[2] in desk.words(shown).casefold()


@pytest.mark.parametrize(
    "said",
    [
        *("endre svaret mitt", "endre kommune", "rediger", "svaret må endres", "endre på rutinen vår om telefonbruk"),
        *("endre svaret på sak K7M-42P", "vi må endre svaret til innmelder", "jeg skal endre møtet i saken"),
    ],
)
def test_what_names_no_entry_is_none(desk: Desk, said: str) -> None:
    assert entry_named(said, desk.library.knowledge.texts) is None


async def test_danger_that_an_editor_tells_of_comes_first(desk: Desk) -> None:
    desk.staff = frozenset({"editor"})
    assert "acute" in kinds(await desk.say(KARI, "endre møtet, pappa slår henne nå"))


def test_an_answer_that_is_named_is_looked_for(desk: Desk) -> None:
    pressed = entry_asked("det er skrivefeil i svaret om samtykke", desk.library.knowledge.texts)
    assert pressed == Pressed("edit_pick", "articles", values={"search": "samtykke"})


async def test_only_an_editor_is_shown_it(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "endre telefonnummer")) == ["unknown"]
    desk.staff = frozenset({"editor"})
    assert kinds(await desk.say(KARI, "endre telefonnummer")) == ["edit_pick"]


@pytest.mark.parametrize("said", ["hva mangler?", "nytt svar", "endringer", "angre siste"])
async def test_an_editor_in_the_middle_of_a_guide_stays_there(desk: Desk, said: str) -> None:
    desk.staff = frozenset({"editor"})
    await desk.say(KARI, "jeg er bekymret")
    assert not [one for one in kinds(await desk.say(KARI, said)) if one.startswith("edit")]


@pytest.mark.parametrize("said", ["endringer om natta hos en elev", "historikk om vold"])
def test_only_a_new_entry_is_about_something(desk: Desk, said: str) -> None:
    assert entry_asked(said, desk.library.knowledge.texts) is None


@pytest.mark.parametrize("said", ["kontakt", "Kontakter", "telefonnummer", "telefonliste?", "kontaktar"])
async def test_a_bare_word_for_contacts_shows_whom_to_ring(desk: Desk, said: str) -> None:
    (shown,) = await desk.say(KARI, said)
    assert kinds([shown]) == ["numbers"]
    assert desk.words([shown]).index("112") < desk.words([shown]).index("barnevern")


@pytest.mark.parametrize("said", ["kontaktlærer", "kontaktlærer på barneskole", "kontakt med foreldrene"])
def test_what_begins_like_contacts_is_something_else(desk: Desk, said: str) -> None:
    assert typed_command(said, desk.library.knowledge.texts) != "numbers"


def test_no_word_of_a_command_takes_what_is_heard_as_a_question_or_as_danger(desk: Desk) -> None:
    """Commands are heard before questions: a word put in the list may not take over from the card that says 112."""
    around, state = desk.library.around_delivery(), with_profile(ConversationState(), "stjordal", "skole")
    words = command_words(around.text)
    asked = {word: heard for word in words if (heard := asked_command(word, around)) and heard != words[word]}
    assert {word: words[word] for word in asked} == ALSO_ASKS
    hears_danger = Router()._danger
    doors = ("acute", "staff")
    assert [word for word in words if words[word] not in doors and hears_danger(word, state, around)] == []


async def test_a_trend_told_in_ones_own_chat_is_told_where_a_team_does_that(desk: Desk) -> None:
    told = desk.words(await desk.say(KARI, "ny trend, mer rus i ungdomsmiljøet"))
    assert told == desk.text("trend.only_channel")
    assert (await desk.state(KARI)).active is None


@pytest.mark.parametrize("said", ["er dette anonymt nok?", "er teksten anonym nok", "er det anonymisert godt nok?"])
@pytest.mark.parametrize("words", [None, WORDS, NAMED], ids=["form", "last yes", "findings"])
async def test_whether_a_text_is_anonymous_enough_is_for_its_writer_to_say(
    desk: Desk, said: str, words: dict[str, str] | None
) -> None:
    await desk.to_form()
    if words is not None:
        await desk.press(KARI, "case_review", values=words)
    before = await desk.state(KARI)
    told = desk.words(await desk.say(KARI, said))
    assert told == desk.text("case.anonymous_enough", question=desk.text("case.confirm_question"))
    assert (await desk.state(KARI)).data == before.data


async def test_elsewhere_that_question_is_answered_as_always(desk: Desk) -> None:
    assert desk.text("case.confirm_question") not in desk.words(await desk.say(KARI, "er dette anonymt nok?"))


@pytest.mark.parametrize("said", ["det sto navnet på eleven", "oi, navnet til barnet sto der"])
async def test_who_says_that_a_name_stood_there_is_told_what_to_do(desk: Desk, said: str) -> None:
    around = desk.library.around_delivery()
    assert asked_command(said, around) == "my_name_written"


@pytest.mark.parametrize("said", ["hvor mange spørsmål er det igjen", "er det mye igjen", "hvor langt er det igjen"])
async def test_who_asks_how_much_is_left_of_nothing_is_told_that(desk: Desk, said: str) -> None:
    assert desk.words(await desk.say(KARI, said)) == desk.text("guide.how_far_none")
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "fortsett senere")
    assert desk.words(await desk.say(KARI, said)) == desk.text("guide.how_far_begun")


@pytest.mark.parametrize("said", ["ja", "ja gjerne", "ja takk"])
async def test_a_yes_to_which_of_these_asks_which(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, "hvordan anmelder jeg noen")
    assert kinds(shown) == ["did_you_mean"]
    assert desk.words(await desk.say(KARI, said)) == desk.text("answers.which_of_these")
    assert kinds(await desk.say(KARI, "2")) == ["answer"]
