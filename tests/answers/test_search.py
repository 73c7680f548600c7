from __future__ import annotations

import numpy as np
import pytest

from bot.answers import sparse
from bot.answers.asker import NO_THEME, OTHER_ROLE, RULES_OF_OTHERS
from bot.answers.features import BLOCK_SHARE, Weighting, by_name
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import Lexicon
from bot.answers.professions import ALL_ARTICLES, ARTICLES, binds_others
from bot.answers.sparse import FEW, Postings, Rows, highest
from bot.answers.themes import is_theme
from bot.content.article import Article
from tests.each import each


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("Når må jeg melde til barnevernet?", "meldeplikt-naar"),
        ("kor lenge varer teieplikta", "taushetsplikt-varighet"),
        ("ka e avvergeplikta før nå?", "avvergeplikt-hva"),
        ("samtyke 14 år", "samtykke-12-16"),
        ("stafettlogg", "dok-stafettlogg"),
        ("What is the duty to avert a crime?", "avvergeplikt-hva"),
        ("Kan sønnen tolke for moren i møtet?", "taushetsplikt-tolk"),
        ("Jeg åpnet journalen til naboen bare fordi jeg var nysgjerrig", "taushetsplikt-snoking"),
    ],
)
def test_a_question_in_any_wording_finds_its_answer(index: AnswerIndex, question: str, slug: str) -> None:
    assert slug in index.search(question).suggestions


@each(
    ("words", "slug"),
    [
        ("taushetsplikt", "taushetsplikt-hva"),
        ("taushetsplikten", "taushetsplikt-hva"),
        ("teieplikt", "taushetsplikt-hva"),
        ("teieplikta", "taushetsplikt-hva"),
        ("avvergeplikt", "avvergeplikt-hva"),
        ("avvergeplikta", "avvergeplikt-hva"),
        ("meldeplikt", "meldeplikt-hvem"),
        ("meldeplikten", "meldeplikt-hvem"),
        ("meldeplikta", "meldeplikt-hvem"),
        ("opplysningsplikt", "meldeplikt-hvem"),
        ("opplysningsplikta", "meldeplikt-hvem"),
        ("opplysningsrett", "opplysningsrett-hva"),
        ("samtykke", "samtykke-innhente"),
        ("samtykkje", "samtykke-innhente"),
        ("anonym drøfting", "anonym-drofting-hva"),
        ("anonym drøfta", "anonym-drofting-hva"),
        ("bekymringsmelding", "melding-hvordan"),
        ("bekymringsmeldinga", "melding-hvordan"),
        ("uromelding", "melding-hvordan"),
        ("§ 13-2", "meldeplikt-naar"),
        ("bvl. § 13-2", "meldeplikt-naar"),
    ],
)
def test_a_plain_legal_word_gives_its_own_main_article(index: AnswerIndex, words: str, slug: str) -> None:
    result = index.search(words)
    assert (result.verdict, result.best) == ("answer", slug)


def test_every_phrasing_in_an_article_finds_that_article(index: AnswerIndex, articles: dict[str, Article]) -> None:
    asked = [(text, article.slug) for article in articles.values() for text in article.asked_as[::4]]
    lost = [text for text, slug in asked if slug not in index.search(text).suggestions]
    assert len(lost) <= len(asked) * 0.02, lost


def test_an_english_question_is_told_to_be_english(index: AnswerIndex) -> None:
    assert index.search("Can I share information with the police?").is_english
    assert not index.search("Kan jeg dele informasjon med politiet?").is_english


@pytest.mark.parametrize(
    "question",
    [
        "Hva er hovedstaden i Peru?",
        "oppskrift på lapskaus",
        "når går ferja",
        "æ vil ha ny sykkel",
        "fix my laptop please",
    ],
)
def test_a_question_about_something_else_is_refused_with_the_nearest_topics(index: AnswerIndex, question: str) -> None:
    result = index.search(question)
    assert result.verdict == "unknown"
    assert result.refused
    assert len(result.suggestions) == 3


@pytest.mark.parametrize(
    "text",
    [
        "blir det sol i pinsen",
        "når brøyter dere veien vår",
        "hva heter takk på tyrkisk",
        "jeg sover dårlig, har du gode råd",
        "nettet er nede på hele skolen, hvem ringer jeg",
        "hvordan går jeg ned i vekt",
    ],
)
def test_what_has_only_everyday_words_in_common_with_an_article_is_refused(index: AnswerIndex, text: str) -> None:
    assert index.search(text, municipality="stjordal", role="skole").verdict == "unknown"


def test_an_unsure_search_asks_which_of_three(index: AnswerIndex) -> None:
    result = index.search("drøftingsteam")
    assert result.verdict == "did_you_mean"
    assert len(result.suggestions) == 3
    assert not result.refused


def test_a_score_lies_between_nought_and_one_and_at_most_ten_are_ranked(index: AnswerIndex) -> None:
    for question in ("taushetsplikt", "Når må jeg melde?", "hva koster melk", "zzz qqq"):
        result = index.search(question)
        assert 0 <= result.score <= 1
        assert 0 <= result.in_scope <= 1
        assert len(result.ranked) <= 10
        assert list(result.ranked) == sorted(result.ranked, key=lambda hit: -hit.score)


def test_the_municipality_decides_between_teams(index: AnswerIndex) -> None:
    question = "Hvordan melder jeg en sak til drøftingsteamet?"
    assert "melhus-droftingsteam" in index.search(question, municipality="melhus").suggestions
    assert not any(s.startswith("melhus") for s in index.search(question, municipality="stjordal").suggestions)


def test_another_municipalitys_team_is_never_given_as_the_answer(index: AnswerIndex) -> None:
    result = index.search("drøftingsteam barn og unge i Melhus", municipality="stjordal")
    assert result.verdict != "answer" or not (result.best or "").startswith("melhus")


@each("role", sorted(ARTICLES))
@each(
    "question",
    ["Hvilke regler om taushetsplikt gjelder for meg?", "taushetsplikt i min jobb", "Kva teieplikt har vi?"],
)
def test_who_asks_about_themselves_is_offered_their_own_profession_first(
    index: AnswerIndex, question: str, role: str
) -> None:
    ranked = [hit.slug for hit in index.search(question, role=role).ranked]
    professions = [slug for slug in ranked if slug in ALL_ARTICLES]
    assert ARTICLES[role][0] in ranked[:3]
    assert professions[0] in ARTICLES[role]


def test_other_professions_lie_clearly_below_the_askers_own(index: AnswerIndex) -> None:
    hits = {h.slug: h.score for h in index.search("Hvilke regler om taushetsplikt gjelder for meg?", role="nav").ranked}
    assert all(hits["yrke-nav"] - hits[slug] > 0.4 for slug in hits if slug in ALL_ARTICLES - {"yrke-nav"})


def test_a_general_question_with_jeg_in_it_is_not_taken_for_one_about_the_profession(index: AnswerIndex) -> None:
    for role in ARTICLES:
        assert index.search("Når må jeg melde til barnevernet?", role=role).best == "meldeplikt-naar"
        assert index.search("Hvor lenge har jeg taushetsplikt?", role=role).best == "taushetsplikt-varighet"


def test_a_role_does_not_hide_what_another_profession_is_asked_about(index: AnswerIndex) -> None:
    assert index.search("Hva kan NAV fortelle skolen om en familie?", role="skole").best == "yrke-nav"


def test_a_follow_up_builds_on_the_last_answer(index: AnswerIndex) -> None:
    alone = index.search("og hvis hun har blitt 16?")
    following = index.search("og hvis hun har blitt 16?", previous="samtykke-12-16")
    assert "samtykke-16-18" in following.suggestions
    assert following.ranked[0].score > alone.ranked[0].score


def test_a_question_that_only_begins_a_new_subject_does_not_follow_the_last_answer(index: AnswerIndex) -> None:
    question = "Hvordan sender jeg bekymringsmelding?"
    assert index.search(question, previous="samtykke-12-16") == index.search(question)


def test_an_old_section_number_finds_the_answers_that_rest_on_the_new_one(index: AnswerIndex) -> None:
    slugs = {hit.slug for hit in index.search("helsepersonelloven § 45").ranked}
    assert slugs & {"opplysningsrett-helsepersonell", "taushetsplikt-kolleger", "yrke-helsepersonell"}


@pytest.mark.parametrize("unknown", ["oslo", "", "' OR 1=1"])
def test_an_unknown_municipality_role_or_previous_answer_does_no_harm(index: AnswerIndex, unknown: str) -> None:
    result = index.search("Når må jeg melde?", municipality=unknown or None, role=unknown or None, previous=unknown)
    assert result.ranked


def test_the_same_question_always_gets_the_same_result(index: AnswerIndex) -> None:
    assert index.search("kan jeg si det til rektor") == index.search("kan jeg si det til rektor")


def test_an_explanation_tells_words_scores_and_thresholds(index: AnswerIndex) -> None:
    why = index.explain("taushetspligt for lærere")
    assert why.corrected or "taushetsplikt" in why.read_as
    assert why.parts[0][0] == why.result.best
    assert dict(why.thresholds).keys() == {"refuse_below", "answer_from", "sure_of_a_theme"}
    assert "taushet" in why.concepts


def test_an_explanation_tells_what_the_asker_and_a_story_add_to_each_hit(index: AnswerIndex) -> None:
    asked = index.explain("Kan jeg snakke med helsesykepleier om en elev?", role="skole")
    added = {slug: round(more, 2) for slug, *_, more in asked.parts}
    assert added["yrke-helsesykepleier"] == round(OTHER_ROLE + RULES_OF_OTHERS, 2)
    told = index.explain("Jeg er bekymret for en elev som ofte er borte fra skolen og ikke vil være med på noe lenger.")
    assert told.story.says_worry
    assert told.story.only_asks_what_to_do
    assert {is_theme(index.articles[slug]): round(more, 2) for slug, *_, more in told.parts} == {
        True: 0,
        False: NO_THEME,
    }


def test_an_index_without_articles_knows_nothing(lexicon: Lexicon) -> None:
    empty = build_index({}, lexicon)
    result = empty.search("Når må jeg melde?")
    assert (result.verdict, result.ranked) == ("unknown", ())


def test_an_index_without_word_lists_still_finds_phrasings(articles: dict[str, Article]) -> None:
    some = dict(list(articles.items())[:20])
    bare = build_index(some, Lexicon())
    first = next(iter(some.values()))
    assert bare.search(first.asked_as[0]).best == first.slug


def test_the_highest_scores_are_the_same_as_a_whole_sort_gives() -> None:
    scores = np.array([0.5, 2.0, 0.5, 2.0, -1.0, 0.5, 1.0], np.float32)
    for count in (1, 3, 5, 7, 9):
        assert highest(scores, count).tolist() == np.argsort(-scores, kind="stable")[:count].tolist()
        many = np.tile(scores, FEW)
        assert highest(many, count).tolist() == np.argsort(-many, kind="stable")[:count].tolist()


def test_long_lists_are_added_up_to_the_same_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(np.array([2, 1, 2]), np.array([0, 1, 1, 0, 2], np.int32), np.array([1, 2, 3, 4, 5], np.float32))
    question = (np.array([0, 1], np.int32), np.array([0.5, 2.0], np.float32))
    gathered = Postings(rows, 3).scores(question)
    monkeypatch.setattr(sparse, "MANY", 0)
    assert Postings(rows, 3).scores(question).tolist() == gathered.tolist() == [4.5, 6.0, 2.0]


def test_a_question_is_weighed_as_the_texts_were() -> None:
    texts = [({"w:a": 1.0, "b:x": 0.5}, {"ab": 1.0}, {}), ({"w:a": 1.7}, {}, {"k:c": 1.0}), ({}, {"ab": 1.0}, {})]
    weighting = Weighting(texts)
    rows = weighting.rows.documents()
    names, rarity = weighting.remember()
    weighting = Weighting.remembered("\n".join(names), rarity, BLOCK_SHARE, len(texts))
    for text, (numbers, values) in zip(texts, rows, strict=True):
        found, weighed = weighting.weigh(text)
        assert found.tolist() == numbers.tolist()
        assert weighed == pytest.approx(values)
    assert [len(part) for part in weighting.weigh(({"w:unknown": 1.0}, {}, {}))] == [0, 0]


def test_the_runs_of_characters_in_words_are_weighed_as_those_of_the_texts_were() -> None:
    texts = [({"w:a": 1.0}, ("anna", "banan", "anna"), {}), ({}, ("banan",), {"k:c": 1.0}), ({}, (), {})]
    weighting = Weighting(texts)
    rows = weighting.rows.documents()
    names, rarity = weighting.remember()
    weighting = Weighting.remembered("\n".join(names), rarity, BLOCK_SHARE, len(texts))
    for text, row in zip(texts, rows, strict=True):
        for told in (text, by_name(text)):
            found, weighed = weighting.weigh(told)
            wanted = dict(zip(*(part.tolist() for part in row), strict=True))
            assert dict(zip(found.tolist(), weighed.tolist(), strict=True)) == pytest.approx(wanted)
    assert [len(part) for part in weighting.weigh(({}, ("xyz",), {}))] == [0, 0]


def test_common_features_score_the_same_as_rare_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Rows(np.array([2, 1, 2]), np.array([0, 1, 1, 0, 2], np.int32), np.array([1, 2, 3, 4, 5], np.float32))
    question = (np.array([2, 0], np.int32), np.array([0.5, 2.0], np.float32))
    for share in (0.0, 0.5, 1.0):
        monkeypatch.setattr(sparse, "COMMON", share)
        assert Postings(rows, 3).scores(question).tolist() == [2.0, 0.0, 10.5]


def test_more_features_may_be_common_than_sixteen_bits_can_number() -> None:
    many = 40_000
    rows = Rows(np.array([many, 1]), np.append(np.arange(many), 0).astype(np.int32), np.ones(many + 1, np.float32))
    scores = Postings(rows, many).scores((np.array([many - 1], np.int32), np.ones(1, np.float32)))
    assert scores.tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    "question",
    [
        "kan jeg snakke med helsesykepleier om dette uten samtykke?",
        "kan jeg fortelle legen til eleven hva vi ser?",
        "kan eg snakke med fastlegen om mora?",
        "får vi dele dette med psykologen?",
    ],
)
def test_who_asks_what_they_may_tell_gets_no_rules_that_bind_another_profession(
    index: AnswerIndex, question: str
) -> None:
    for role in ("skole", "barnehage"):
        result = index.search(question, role=role)
        assert not binds_others(result.best or "", role) or result.verdict != "answer", (role, result.best)


def test_what_another_profession_may_tell_is_asked_about_as_before(index: AnswerIndex) -> None:
    for role in ("skole", "barnehage", "nav"):
        assert index.search("Kan helsesykepleier fortelle meg hva eleven sa?", role=role).best == "yrke-helsesykepleier"
    assert (
        index.search("Kan jeg snakke med fastlegen om en pasient?", role="helse").best != "taushetsplikt-mellom-etater"
    )


@pytest.mark.parametrize(
    "asked",
    ["mor er gravid", "mor er gravid og sliten", "en gravid bruker lurer på barselpenger", "kollegaen er gravid"],
)
@pytest.mark.parametrize("role", ["skole", "barnehage", "helse"])
def test_an_answer_on_two_things_is_not_given_to_who_names_one(index: AnswerIndex, asked: str, role: str) -> None:
    found = index.search(asked, municipality="stjordal", role=role)
    assert (found.verdict, found.best) != ("answer", "meldeplikt-gravid-rus")


@pytest.mark.parametrize("asked", ["gravid som ruser seg", "alkohol i svangerskapet", "hun er gravid og røyker hasj"])
def test_it_is_given_to_who_names_both(index: AnswerIndex, asked: str) -> None:
    found = index.search(asked, municipality="stjordal", role="helse")
    assert (found.verdict, found.best) == ("answer", "meldeplikt-gravid-rus")


@each(
    "asked",
    [
        "hva betyr mishandling?",
        "ka betyr mishandling",
        "hva betyr omsorgssvikt",
        "hva er menneskehandel",
        "hva betyr nedsatt funksjonsevne",
        "hva betyr normløs",
    ],
)
@each("role", ["skole", "barnehage", "helse", "nav"])
def test_the_words_of_the_guides_own_list_are_explained(index: AnswerIndex, asked: str, role: str) -> None:
    found = index.search(asked, municipality="stjordal", role=role)
    assert (found.verdict, found.best) == ("answer", "meldeplikt-ordene")


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("hva er det vi må melde om", "meldeplikt-hva-omfattes"),
        ("Hva regnes som alvorlig omsorgssvikt?", "meldeplikt-hva-omfattes"),
        ("hvem har rett til barnekoordinator", "barnekoordinator-rett"),
    ],
)
def test_what_is_asked_of_the_duty_keeps_its_own_answer(index: AnswerIndex, asked: str, slug: str) -> None:
    assert index.search(asked, municipality="stjordal", role="skole").best == slug


@pytest.mark.parametrize("asked", ["kan jeg si til læreren at mor er syk", "kan jeg si til skolen at mor er syk"])
def test_who_asks_what_they_may_say_is_not_told_for_sure_what_to_do_for_a_child(index: AnswerIndex, asked: str) -> None:
    for role in ("skole", "barnehage", "helse"):
        found = index.search(asked, municipality="stjordal", role=role)
        assert found.verdict != "answer" or not is_theme(index.articles[found.best or ""])


def test_the_rules_of_others_are_only_offered_to_who_asks_what_they_may_say(index: AnswerIndex) -> None:
    asked = "kan jeg si til læreren at mor er syk"
    assert index.search(asked, role="skole").verdict == "did_you_mean"
    assert index.search(asked, role="helse").best == "yrke-helsepersonell"
    assert index.search(asked, role="helse").verdict == "answer"


def test_an_answer_on_one_thing_is_only_sure_for_who_names_it(index: AnswerIndex) -> None:
    for slug in ("bek-voksen", "bek-spiseforstyrrelse", "vr-barnevern", "forebyggingsnivaer"):
        for asked in (
            "hvem kan jeg snakke med nå da",
            "hvilken dag passer best",
            "han vil ikke noe",
            "sendte den feil",
        ):
            found = index.search(asked, municipality="stjordal", role="skole")
            assert (found.verdict, found.best) != ("answer", slug), asked


@pytest.mark.parametrize(
    "asked",
    ["gutten ruser seg, må jeg melde", "eleven bruker hasj, må jeg melde", "jenta ruser seg, har jeg meldeplikt"],
)
def test_a_young_person_who_uses_drugs_is_not_answered_with_the_parents(index: AnswerIndex, asked: str) -> None:
    found = index.search(asked, municipality="stjordal", role="skole")
    assert found.suggestions[0] == "bek-rus-ungdom"


def test_a_parent_who_uses_drugs_is_answered_surely_only_when_a_parent_is_named(index: AnswerIndex) -> None:
    assert index.search("mor ruser seg, må jeg melde").verdict == "answer"
    assert index.search("hun ruser seg, må jeg melde").verdict == "did_you_mean"
