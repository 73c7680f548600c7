"""A child described at length gets what there is to do for a child; a question about the rules gets the rules."""

from __future__ import annotations

import functools

import pytest

from bench.answers.questions import read_questions
from bot.answers.bare import names_nothing
from bot.answers.index import AnswerIndex
from bot.answers.professions import ALL_ARTICLES, ARTICLES
from bot.answers.result import BARE
from bot.answers.story import names_someone, story_told, tells_of_a_child, told_before_whom
from bot.answers.themes import THEME_GROUPS, is_theme
from bot.content.article import Article
from tests.each import each

STORIES = [question.text for question in read_questions("dev_calm")]
ROLES = (None, *sorted(ARTICLES))


def test_the_forty_stories_are_long_calm_and_never_searched(index: AnswerIndex) -> None:
    assert len(STORIES) == 40
    assert all(len(story.split()) >= 40 for story in STORIES)


@pytest.mark.parametrize("role", ROLES)
def test_a_long_calm_story_never_gets_the_duties_of_a_profession_for_sure(index: AnswerIndex, role: str | None) -> None:
    found = [index.search(story, role=role) for story in STORIES]
    assert [one.best for one in found if one.verdict == "answer" and one.best in ALL_ARTICLES] == []


@pytest.mark.parametrize("role", ROLES)
def test_a_long_calm_story_finds_its_theme_whatever_work_the_person_does(index: AnswerIndex, role: str | None) -> None:
    found = [(question, index.search(question.text, role=role)) for question in read_questions("dev_calm")]
    sure = [question.is_answered_by(one.best) for question, one in found if one.verdict == "answer"]
    assert sum(any(map(question.is_answered_by, one.suggestions)) for question, one in found) >= 36
    assert sum(question.is_answered_by(one.best) for question, one in found) >= 33
    assert len(sure) >= 22
    assert sum(sure) / len(sure) >= 0.95


def test_every_long_calm_story_is_met_with_the_guide_and_sure_only_of_what_to_do(index: AnswerIndex) -> None:
    found = [index.search(story, role="skole") for story in STORIES]
    assert all(one.offers_guide for one in found)
    assert [one.best for one in found if one.verdict == "answer" and not is_theme(index.articles[one.best or ""])] == []


def test_whatever_its_slug_an_article_of_a_group_about_what_to_do_is_a_theme(articles: dict[str, Article]) -> None:
    assert {article.group for article in articles.values()} >= THEME_GROUPS
    assert is_theme(articles["krisesenter"])
    assert is_theme(articles["bek-sprak"].model_copy(update={"slug": "spilling"}))
    assert not is_theme(articles["yrke-skole"])
    assert not is_theme(None)


@pytest.mark.parametrize("someone", ["barnets", "elevene", "jentungen", "gutane", "ungdommene", "småen", "5-åringen"])
def test_a_child_is_known_in_all_its_endings(someone: str) -> None:
    assert names_someone(f"Det gjelder {someone}.")


@pytest.mark.parametrize("thing", ["barnehagen", "barnevernet", "småting", "ungdomsskolen", "elevmappa"])
def test_what_only_begins_like_a_child_is_none(thing: str) -> None:
    assert not names_someone(f"Det gjelder {thing}.")


@functools.cache
def asked_and_right(index: AnswerIndex, name: str, role: str | None) -> tuple[int, int]:
    asked = [question for question in read_questions(name) if question.slug]
    right = sum(question.is_answered_by(index.search(question.text, role=role).best) for question in asked)
    return len(asked), right


@pytest.mark.parametrize("name", ["dev", "dev_2"])
@pytest.mark.parametrize("role", ["skole", "barnehage", "helse"])
def test_whoever_asks_finds_as_much_as_somebody_whose_work_is_not_known(
    index: AnswerIndex, name: str, role: str
) -> None:
    asked, right = asked_and_right(index, name, role)
    assert right >= asked_and_right(index, name, None)[1] - 0.01 * asked


@pytest.mark.parametrize(
    "told",
    [
        "Jeg er lærer og har en elev som har fortalt meg at moren er syk. Hun vil ikke at noen skal vite det. I dag "
        "spurte kollegaen min hva som er i veien. Kan jeg si det til ham, eller har jeg taushetsplikt?",
        "En gutt i gruppa mi har fått en diagnose. Foreldrene til de andre spør hele tida. Jeg vil gjerne forklare, "
        "men er redd for å bryte loven når jeg gjør det. Hva har jeg lov til å si?",
    ],
)
def test_a_question_about_the_rules_told_at_length_is_no_worry(told: str) -> None:
    assert not story_told(told).only_asks_what_to_do


@pytest.mark.parametrize(
    "said",
    [
        "Jeg går og er litt urolig for en av guttene på avdelinga mi, han har blitt så innesluttet",
        "hei, jeg har en elev jeg er bekymret for, hva gjør jeg?",
        "Er det noe jeg kan gjøre for en elev jeg er urolig for?",
        "Eg er bekymra for ei jente på 14 som har slutta å komme på trening, kva skal eg gjere?",
        "kæm kan æ snakk med om ein onge æ bekymre mæ for?",
        "I'm worried about a boy in my class, he seems sad",
        "I have a bad feeling about a girl in kindergarten, what should I do?",
        "det er en jente i klassen jeg ikke får ut av hodet, hun virker trist",
    ],
)
def test_somebody_who_says_that_they_are_worried_is_heard_in_any_wording(said: str) -> None:
    assert story_told(said).says_worry
    assert story_told(said).only_asks_what_to_do


@pytest.mark.parametrize(
    "asked",
    [
        "Må jeg melde når jeg er bekymret for et barn?",
        "Trenger jeg samtykke for å drøfte et barn jeg er bekymret for?",
        "Hvor lenge har jeg taushetsplikt?",
        "jeg er bekymret for lønna mi",
        "Jeg er urolig for om barnehagen får nok vikarer i høst, hvem kan vi spørre?",
        "Jeg er bekymret for alle småting på ungdomsskolen, hva gjør jeg?",
    ],
)
def test_a_short_question_with_a_worry_in_it_is_searched_as_any_other(asked: str) -> None:
    assert not story_told(asked).only_asks_what_to_do


@pytest.mark.parametrize(
    "asked",
    [
        "hva sa de egentlig?",
        "hva mente hun med det?",
        "kva meinte ho med det?",
        "ka sa dæm?",
        "hva gjør jeg da?",
        "får jeg lov til det?",
        "og hva betyr det?",
        "what did she mean by that?",
    ],
)
def test_a_question_that_names_nothing_gets_no_article(index: AnswerIndex, asked: str) -> None:
    for previous in (None, "samtykke-12-16"):
        result = index.search(asked, role="skole", previous=previous)
        assert (result.verdict, result.kind, result.ranked) == ("unknown", BARE, ())


def test_a_question_that_names_anything_is_searched(index: AnswerIndex) -> None:
    asked = [question for name in ("dev", "dev_2") for question in read_questions(name) if question.slug]
    assert [question.text for question in asked if index.search(question.text).kind == BARE] == []
    assert not names_nothing(["hva", "sa", "læreren"])


def test_a_long_message_about_something_else_is_not_met_with_the_guide(index: AnswerIndex) -> None:
    told = (
        "Hei, vi skal på tur til byen med kollegene på fredag, og jeg har fått i oppgave å finne et sted å spise. Vi "
        "er tolv stykker, en av dem er vegetarianer, og han spiser ikke nøtter. Kan du anbefale en restaurant?"
    )
    result = index.search(told, role="skole")
    assert result.verdict == "unknown"
    assert result.kind == "utenfor_tema"
    assert not result.offers_guide


@each(
    "told",
    [
        "hun er hentet tidlig, tannlegen",
        "vi har kuttet ned på melk",
        "jeg stikker innom kontoret",
        "han er hjemme med feber",
        "jenta har allergi mot nøtter",
        "far kommer og henter klokka tre",
        "kopimaskina virker ikke",
        "bussen var forsinket",
    ],
)
def test_an_everyday_line_that_asks_for_nothing_gets_no_sure_answer(index: AnswerIndex, told: str) -> None:
    assert index.search(told, municipality="stjordal", role="skole").verdict != "answer"


@each(
    ("message", "slug"),
    [
        ("En av jentene i klassen har sluttet å spise, hvem i kommunen jobber med slikt?", "bek-spiseforstyrrelse"),
        ("Gutten stjeler i butikken på fritida. Hvem jobber med sånt her?", "bek-kriminalitet"),
        ("Jenta røyke hasj i helgan, kæm kan vi snakke med om det", "bek-rus-ungdom"),
        ("Foreldrene skal skilles og barnet er lei seg, hvem i kommunen hjelper med det?", "bek-samlivsbrudd"),
    ],
)
def test_whoever_asks_only_who_works_with_such_things_gets_what_was_told(
    index: AnswerIndex, message: str, slug: str
) -> None:
    assert index.search(message).best == slug
    assert index.search(message).offers_guide


@each(
    "message",
    [
        "Hvem i kommunen jobber med barn som pårørende?",
        "Eleven er 16 år, hvem kan lese journalen?",
        "Vi har fått ny leder, hvem jobber med slikt?",
        "Barnet er skadet hjemme, hvem skal ringe?",
        "Eleven er snart 16 år, hvem har ansvaret for henne?",
    ],
)
def test_more_than_whom_to_turn_to_is_asked_as_it_stands(message: str) -> None:
    assert told_before_whom(message) == message


TOLD_BY_WHO_WORKS_THERE = (
    "jeg jobber i nav og en bruker fortalte at han ikke har penger til mat til ungene",
    "er vaktmester på skolen ser en gutt som alltid er igjen etter alle har dratt",
)


@pytest.mark.parametrize("told", TOLD_BY_WHO_WORKS_THERE)
def test_where_somebody_works_is_no_question_when_they_tell_of_a_child(index: AnswerIndex, told: str) -> None:
    assert index.search(told, role="annet").verdict != "answer"


@pytest.mark.parametrize(
    "asked",
    [
        "jeg jobber i nav, hvilken taushetsplikt har jeg",
        "er vaktmester på skolen har jeg meldeplikt",
        "er assistent i barnehagen, gjelder meldeplikten meg",
    ],
)
def test_who_asks_of_their_own_work_is_answered(index: AnswerIndex, asked: str) -> None:
    assert index.search(asked, role="annet").verdict == "answer"


@pytest.mark.parametrize(
    "told",
    [
        "jeg lurer på hva jeg skal gjøre med ei som aldri vil hjem",
        "hva kan jeg gjøre med en som aldri sier noe",
    ],
)
def test_somebody_told_of_as_one_who_does_something_is_no_small_talk(index: AnswerIndex, told: str) -> None:
    assert names_someone(told)
    assert index.search(told, role="skole").verdict != "small_talk"


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("har en gutt i klassen som aldri snakker", True),
        ("har ein onge så bit dæm ainner", True),
        ("er vaktmester på skolen ser en gutt som alltid er alene", True),
        ("har en lærer meldeplikt", False),
        ("har en elev som er 15 rett til det, kan jeg spørre", False),
        ("er lærer som er vikar bundet av taushetsplikt", False),
        ("er assistent i barnehagen har jeg meldeplikt", False),
        ("har du en som kan hjelpe?", False),
    ],
)
def test_what_is_told_in_haste_without_jeg_is_told(said: str, is_told: bool) -> None:
    assert tells_of_a_child(said) is is_told


@pytest.mark.parametrize("said", ["den andre", "bare den ene", "samme", "begge"])
def test_a_place_in_a_row_alone_names_nothing(index: AnswerIndex, said: str) -> None:
    assert index.search(said).kind == BARE


@pytest.mark.parametrize(
    "told", ["Jeg er kommunepsykolog og har en femtenåring i samtaler.", "Vi så begge det samme på en gutt."]
)
def test_what_an_editor_has_listed_of_ones_work_is_answered(index: AnswerIndex, told: str) -> None:
    assert index.search(told).verdict == "answer"
