"""Short sentences of danger built of groups of words, beside calm ones in nearly the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.acute import LISTED, AcuteDetector
from bot.answers.acute_sentences_file import SENTENCES, load_sentences
from bot.answers.acute_words import KINDS
from bot.content.problem import KnowledgeError
from tests.answers.told import CALM, DANGERS
from tests.answers.told_alone import HIDDEN
from tests.answers.told_at_school import AT_SCHOOL, AT_SCHOOL_LEARNED, CALM_AT_SCHOOL
from tests.answers.told_behind_calm import BEHIND_CALM, BEHIND_CALM_LEARNED, CALM_ALL_THE_SAME
from tests.answers.told_blows import BLOWS_AT_HOME
from tests.answers.told_by_reviewers import CALM_BESIDE, STILL_HEARD, THREATS, UNHEARD
from tests.answers.told_gone import CALM_BESIDE_GONE, CALM_INSIDE, GONE, KEPT_IN
from tests.answers.told_grips import BLOWS_BY_SOMEONE, CALM_GRIPS, GRIPS, GRIPS_IN_OTHER_WORDS, GRIPS_LEARNED
from tests.answers.told_in_exceptions import CALM_EXCEPTIONS, IN_EXCEPTIONS
from tests.answers.told_in_question import CALM_BESIDE_QUESTIONS, UNHEARD_UNTIL
from tests.each import each

ALWAYS = [*DANGERS, *BLOWS_AT_HOME, *GONE, *KEPT_IN, *UNHEARD, *GRIPS, *GRIPS_IN_OTHER_WORDS, *BLOWS_BY_SOMEONE]


@each("text", [*ALWAYS, *UNHEARD_UNTIL, *BEHIND_CALM, *IN_EXCEPTIONS, *AT_SCHOOL])
def test_what_people_always_say_the_same_way_is_heard(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.why == LISTED


@each(
    "text", ["mora slo til gutten", "Far sparket til den minste jenta", "fosterfar slo til henne", "han daska til mæ"]
)
def test_a_blow_at_somebody_is_one_to_them(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@each(
    "text",
    [
        *GRIPS_LEARNED,
        *BEHIND_CALM_LEARNED,
        *AT_SCHOOL_LEARNED,
        "er det vold når en lærer griper en elev i armen og slenger ham i bakken?",
    ],
)
def test_a_hard_grip_is_heard_in_other_words_too(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@each("text", HIDDEN)
def test_children_alone_and_a_hand_over_a_mouth_are_heard_however_it_is_explained(
    acute: AcuteDetector, text: str
) -> None:
    assert acute.detect(text) is not None


@each("text", STILL_HEARD)
def test_a_calm_phrase_silences_nothing_beside_it(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@each("text", THREATS)
def test_who_threatens_others_is_no_one_to_ask_about_suicide(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.kind == "trussel"


@each(
    "text",
    [
        *CALM,
        *CALM_BESIDE_GONE,
        *CALM_INSIDE,
        *CALM_BESIDE,
        *CALM_GRIPS,
        *CALM_BESIDE_QUESTIONS,
        *CALM_ALL_THE_SAME,
        *CALM_EXCEPTIONS,
        *CALM_AT_SCHOOL,
    ],
)
def test_a_calm_message_in_nearly_the_same_words_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@pytest.mark.parametrize(
    "around", ["{}. Hva gjør vi nå?", "Hei! {}", "Barnet er lei seg. {}.", "Nei, {}", "{} " + "og " * 400]
)
def test_it_is_heard_wherever_it_stands(acute: AcuteDetector, around: str) -> None:
    assert acute.detect(around.format("Foreldrene slåss hver helg")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "det var overgrep i krigen",
        "vi lærte om krigen, det var vold og overgrep",
        "det var vold i den filmen vi så",
        "fredagens tema: det var vold",
        "det var vold på skolekino",
        "det var vold mellom to elever i friminuttet",
        "det var vold i forrige ekteskap, men det er over",
        "det var vold mot den ansatte",
    ],
)
def test_violence_that_was_is_heard_as_the_whole_message_only(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None
    assert acute.detect("Det var vold!") is not None


@pytest.mark.parametrize(
    "text",
    [
        "en mor i nav sier hun ikke har penger til mat til barna denne uka",
        "jeg har selv ikke penger til mat til ungene mine",
        "familien kastes ut av leiligheten på fredag",
    ],
)
def test_a_family_without_money_needs_help_and_is_no_danger(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None
    assert acute.detect("mor har ikke penger til mat og barna sulter") is not None


def test_a_child_that_asks_whether_it_is_forbidden_tells(acute: AcuteDetector) -> None:
    told = acute.detect("hun spurte: er det lov å dra i håret? for det gjør pappa")
    assert told is not None
    assert told.kind == "vold"
    assert acute.detect("skulle ønske hun ikke fantes, sa de andre jentene") is None
    assert acute.detect("er det greit å daske babyen") is not None


def test_a_correction_is_calm_only_when_nothing_else_is_said(acute: AcuteDetector) -> None:
    assert acute.detect("Feil barn! Jeg mente lillebroren") is None
    assert acute.detect("jeg mente søsteren har hengt seg") is not None


def test_no_sentence_goes_over_a_full_stop_or_a_line(acute: AcuteDetector) -> None:
    assert acute.detect("Elevene slåss. Foreldrene er kontaktet.") is None
    assert acute.detect("Vi ringte foreldrene\nslåss de ofte i friminuttet?") is None


WRITTEN = """groups:
  hvem: [mor, mor og far, ku]
  litt: [nå, ofte]
  plen: [plen*]
sentences:
  vold:
    - <hvem> <litt?> slår
    - når , slår
apart:
  - slår <plen>
  - slår gress*
"""


def _folder(tmp_path: Path, written: str) -> Path:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "acute_sentences.yaml").write_text(written, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mor slår", "mor slår"),
        ("mor og far slår", "mor og far slår"),
        ("mor ofte nå ofte slår", "mor ofte nå ofte slår"),
        ("mor ofte nå ofte nå slår", None),
        ("mor slår plenen", None),
        ("mor slår gresset", None),
        ("mor slår plenen, mor slår", "mor slår"),
        ("mor, slår", None),
        ("farmor slår", None),
        ("når, slår", "når , slår"),
        ("når slår", "når slår"),
        ("", None),
    ],
)
def test_a_sentence_stands_in_a_text_with_its_groups_in_place(tmp_path: Path, text: str, found: str | None) -> None:
    sentences = load_sentences(_folder(tmp_path, WRITTEN), KINDS, SENTENCES)
    assert sentences.read(text)[0] == (("vold", found) if found else None)


def test_what_is_no_danger_is_not_read_any_further(tmp_path: Path) -> None:
    sentences = load_sentences(_folder(tmp_path, WRITTEN), KINDS, SENTENCES)
    assert sentences.read("mor slår plenen, og far slår gresset nå.")[1] == "mor  , og far   nå."
    assert sentences.read("mor slår barnet")[1] == "mor slår barnet"


@pytest.mark.parametrize(
    "text",
    [
        "Søsknene slåss, og far slår dem med belte",
        "Foreldrene slåss om barnet, og han har kniv",
        "Ungene slåss med kniv",
        "Hun blir slått av samboeren",
        "Stefar vil vite hvor hun bor, hun har rømt fra ham",
        "Han truer med å gå til advokat og drepe henne",
        "Barnet er ikke i fare nå, men far slår",
        "Tennene hans ble slått ut av far",
    ],
)
def test_danger_beside_what_is_none_is_heard(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "søsken slåss hjemme",
        "mor og far slår seg sammen om en gave",
        "gravid mor ruser seg",
        "barnet får ikke godteri hjemme",
        "they told me to report",
        "barnet sitter uten bilsete i bilen",
        "he hit his head on the slide",
        "jenta har fått mensen og blør mye",
        "er det vold å ta hardt i armen",
        "jeg trenger hjelp",
    ],
)
def test_false_alarms_of_a_tired_day_are_gone(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("  vold:", "  vald:", "Mente du «vold»"),
        ("<hvem> <litt?>", "<hvvem> <litt?>", "Mente du «hvem»"),
        ("    - når , slår", "    - <litt?> slår", "må begynne med et helt ord"),
        ("    - når , slår", "    - <plen> slår", "må begynne med et helt ord"),
        ("apart:\n  - slår <plen>\n  - slår gress*", "apart: slår", "apart"),
        ("apart:", "apartt:", "Mente du «apart»"),
        ("groups:\n  hvem: [mor, mor og far, ku]", "groups:\n  hvem: mor", "groups.hvem"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in WRITTEN
    with pytest.raises(KnowledgeError) as raised:
        load_sentences(_folder(tmp_path, WRITTEN.replace(right, wrong)), KINDS, SENTENCES)
    assert told in str(raised.value)


def test_a_file_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError):
        load_sentences(tmp_path, KINDS, SENTENCES)


@pytest.mark.parametrize(
    "text", ["hun skal skyte Hjort, læreren", "jeg vil at alle ta livet av meg", "kan man gi paracet for å drepe noen"]
)
def test_what_sounds_like_an_animal_a_joke_or_a_medicine_hides_no_danger(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@each(
    "text",
    [
        "Ei jente på 3 år grøsser når pappa kommer",
        "ungen skjælv når fatter kjem",
        "han stivner hver gang stefar kommer",
        "ho frys til når faren kjem og hentar",
        "gutten kryper sammen når pappa hever stemmen",
        "barnet tisser på seg når onkel kommer",
        "gutten gjemmer seg under bordet når mamma kommer",
        "de krangler så politiet måtte komme i natt",
        "foreldrene krangla så politiet ble tilkalt",
    ],
)
def test_a_child_whose_body_tells_of_fear_of_somebody_at_home_is_heard(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.why == LISTED


@each(
    "text",
    [
        "Barnet løper og gjemmer seg når mor kommer, ler, og så tar det tre kvarter",
        "gjemmer seg under bordet når det blir bråk",
        "hun skjelver når vi går ut i kulda",
        "hun grøsser når hun ser edderkopper",
        "barna krangler så vi måtte komme inn",
    ],
)
def test_play_cold_and_noise_alarm_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@each(
    "text",
    [
        "faren min sier han skal drepe meg hvis jeg ikke gifter meg",
        "far sier han skal drepe henne hvis hun ikke gifter seg med fetteren",
        "ho seier dei drep henne viss ho ikkje giftar seg",
    ],
)
def test_a_threat_to_kill_who_does_not_marry_is_forced_marriage_first(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.kind == "tvangsekteskap"


def test_a_threat_to_kill_who_reports_is_a_threat(acute: AcuteDetector) -> None:
    finding = acute.detect("de sier de dreper meg hvis jeg melder")
    assert finding is not None
    assert finding.kind == "trussel"


@each("text", ["en lærer har tatt et hardt tak i en elev, hva gjør jeg nå", "læreren tok et hardt tak i ham"])
def test_a_hard_hold_is_violence_and_no_assault(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.kind == "vold"


@each("text", ["vi må ta et hardt tak i mobbingen", "barnet er hørt"])
def test_a_hold_of_a_matter_and_a_child_who_was_heard_alarm_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


@each("text", ["barnet er hørt skrike om natta", "naboen har hørt barnet skrike"])
def test_a_child_who_is_heard_screaming_is(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@each("text", ["Far\u200bslår\u200bham", "f\u200bar s\u200blår ham"])
def test_a_break_nobody_sees_hides_nothing(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None
