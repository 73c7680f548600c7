"""What barnevernet said is read from the sentence it is told in; what calms is asked about before it counts."""

from __future__ import annotations

import pytest

from dialogs.fields import is_close
from dialogs.guide.told_advice import REPORT, URGENT, WATCH, WATCH_AND_TALK, WATCH_AND_WAIT, told_advice
from tests.fakes.knowledge import shelf
from tests.guide.conftest import Walker


def heard(said: str, walker: Walker, step: str = "ring_om_fare") -> tuple[str, ...]:
    return told_advice(said, shelf().knowledge.guides["bekymring"].steps[step], walker.around)


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("de sa at jeg måtte melde", (REPORT,)),
        ("ringte, de sa jeg skulle skrive bekymringsmelding", (REPORT,)),
        ("de sa at det ikke hastet men at jeg skulle melde", (REPORT,)),
        ("de ville ha en skriftlig melding", (REPORT,)),
        ("jeg fikk beskjed om at jeg måtte melde", (REPORT,)),
        ("damen på mottaket sa at det hastet", (URGENT,)),
        ("barnevernvakta sa ring politiet", (URGENT,)),
        ("jeg har ringt. De sa at jeg skulle følge med", WATCH),
        ("de sa jeg skulle melde meg på kurs", ()),
        ("dei sa vi burde melde oss på opplæringa og følge med", WATCH),
        ("eg har ringt, dei sa eg kunne vente", WATCH),
        ("de sa det ikke var noe å melde", WATCH),
        ("fikk beskjed om å følge med og melde hvis det blir verre", WATCH),
        ("har ringt, de sa følg med og snakk med foreldrene", (WATCH_AND_TALK,)),
        ("dei sa eg kunne snakke med foreldra", (WATCH_AND_TALK,)),
        ("vi ble enige om å se det an og ta en prat med mor", (WATCH_AND_TALK,)),
        ("har ringt dæm, dæm sa æ ska snakk me foreldran", (WATCH_AND_TALK,)),
        ("de ba oss vente med å snakke med foreldrene", (WATCH_AND_WAIT,)),
        ("de sa vi ikke trengte å melde, men følge med og ikke snakke med foreldrene ennå", (WATCH_AND_WAIT,)),
        ("de sa følg med. jeg kan ikke snakke med foreldrene", (WATCH_AND_WAIT,)),
    ],
)
def test_what_they_said_is_read(said: str, advice: tuple[str, ...], walker: Walker) -> None:
    assert heard(said, walker) == advice


def test_urgent_is_to_report_where_the_step_has_no_other_serious_answer(walker: Walker) -> None:
    assert heard("de sa at det haster", walker, "ring_i_dag") == (REPORT,)


@pytest.mark.parametrize(
    "said",
    [
        "jeg sa til mor at vi følger med",
        "vi vil følge med",
        "jeg vil melde",
        "rektor ringte, han sa vi skal følge med",
        "mor sa at hun vil vente",
        "har ikke ringt ennå, skal følge med",
        "jeg snakket med mor og hun sa vi kunne vente",
        "de sa ingenting",
        "sa de at jeg skulle melde?",
        "barnet sa at det ikke vil hjem",
    ],
)
def test_what_somebody_else_said_or_nobody_is_no_advice(said: str, walker: Walker) -> None:
    assert heard(said, walker) == ()


@pytest.fixture
def ringing(walker: Walker) -> Walker:
    walker.start()
    walker.answer_all({"trygg_na": "usikker"})
    return walker


def test_advice_that_calms_is_asked_about_before_it_counts(ringing: Walker) -> None:
    told = ringing.type("har ringt, de sa følg med og snakk med foreldrene")
    assert "Stemmer det?" in (told or "")
    assert ringing.place == "ring_om_fare"
    ringing.type("ja")
    assert ringing.place == "grunn_til_a_tro"


def test_advice_to_report_is_taken_and_said_back_where_nothing_is_more_serious(walker: Walker) -> None:
    walker.start()
    walker.answer_all({"trygg_na": "nei", "grunn_til_a_tro": "usikker"})
    told = walker.type("jeg har ringt, de sa at jeg må melde")
    assert "Jeg forsto det som: «De ba meg melde»" in (told or "")
    assert walker.place == "utfall_meld_vold"


def test_who_was_told_to_watch_is_asked_about_the_parents(ringing: Walker) -> None:
    assert "ba de deg vente med det" in (ringing.type("jeg har ringt. De sa at jeg skulle følge med") or "")
    assert ringing.place == "ring_om_fare"


def test_it_is_read_below_the_result_that_waits_for_the_call_too(ringing: Walker) -> None:
    ringing.type("ikke fått svar")
    assert ringing.place == "utfall_ring_i_dag"
    assert "Jeg forsto det som «De ba meg melde»" in (ringing.type("jeg har ringt. De sa at jeg skal melde") or "")
    ringing.type("ja")
    assert ringing.place == "utfall_meld_vold"


@pytest.mark.parametrize("said", ["Følg med. Jeg kan ikke snakke med foreldrene", "De sa at det ikke haster"])
def test_an_answer_with_a_denial_put_in_is_not_that_answer(said: str, ringing: Walker) -> None:
    told = ringing.type(said) or ""
    assert "Jeg forsto det som" not in told
    assert ringing.place == "ring_om_fare"


@pytest.mark.parametrize("said", ["ringe dæm i mårra", "ringer i morra"])
def test_who_will_ring_tomorrow_in_dialect_is_told_whom_to_ring_now(said: str, ringing: Walker) -> None:
    assert "116 111 nå" in (ringing.type(said) or "")


def test_sure_is_not_unsure_typed_wrong(walker: Walker) -> None:
    assert not is_close("jeg er sikker", "Jeg er usikker")
    assert is_close("jeg er uskker", "Jeg er usikker")


@pytest.mark.parametrize(
    "said",
    ["jeg har ikke ringt ennå", "eg har ikkje ringt enno", "har ikke fått ringt", "rektor ringer", "vil ikke ringe"],
)
def test_who_has_not_rung_yet_is_told_that_the_question_waits(said: str, ringing: Walker) -> None:
    before = ringing.place
    assert "Spørsmålet venter her til noen har ringt" in (ringing.type(said) or "")
    assert ringing.place == before


@pytest.mark.parametrize("said", ["ok ring barnevernet da", "ringer nå", "da ringer jeg"])
def test_who_rings_now_below_what_is_to_be_done_today_is_told_whom(said: str, ringing: Walker) -> None:
    ringing.type("ikke fått svar")
    assert "Ring barnevernets mottak" in (ringing.type(said) or "")
    assert ringing.place == "utfall_ring_i_dag"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("følg med tror jeg", ("folg_med_foreldre_ja", "folg_med_foreldre_vent")),
        ("bare følge med", ("folg_med_foreldre_ja", "folg_med_foreldre_vent")),
        ("vent med foreldrene og følg med", ("folg_med_foreldre_vent",)),
        ("melde, tror jeg", ("meld",)),
        ("vi følger med", ()),
        ("ikke meld", ()),
        ("hun følger ikke med i timen", ()),
    ],
)
def test_the_advice_alone_is_what_they_said_and_the_writer_s_own_plan_is_not(
    walker: Walker, said: str, meant: tuple[str, ...]
) -> None:
    step = walker.around.knowledge.guides["bekymring"].steps["ring_i_dag"]
    assert told_advice(said, step, walker.around) == meant
