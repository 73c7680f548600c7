from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.answers.acute_words import pattern_of
from bot.answers.lexicon import Lexicon, load_lexicon
from bot.answers.small_talk import SmallTalk
from bot.answers.spelling import Spelling
from bot.answers.stem import stem
from bot.answers.wording import MAX_CHARACTERS, Reader, fold
from bot.content.problem import KnowledgeError


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ka kan æ sei te dæm?", "hva kan jeg si til de"),
        ("Kven kan eg seie det til?", "hvem kan jeg si det til"),
        ("Gjeld teieplikta heime?", "gjeld taushetsplikt hjemme"),
        ("hpl § 45", "hpl §45"),
        ("oppl. §§ 15-3", "oppl §15-3"),
        ("Kan hun på fjorten nekte?", "kan hun på alder_12_16 fjorten nekte"),
        ("en 9-åring", "en alder_under12 9 åring"),
        ("nivå 2", "nivå nivå_2 2"),
    ],
)
def test_text_is_read_as_bokmal_with_ages_levels_and_sections_marked(lexicon: Lexicon, written: str, read: str) -> None:
    assert set(Reader(lexicon).read(written).words) >= set(read.split()) - {"9", "åring"}


def test_english_words_are_only_translated_in_english_text(lexicon: Lexicon) -> None:
    reader = Reader(lexicon)
    assert "barn" in reader.read("Can I report a child to the police?").words
    assert reader.read("child går på skolen og jeg er lærer").words[0] == "child"


def test_a_concept_is_found_by_word_by_beginning_and_by_expression() -> None:
    reader = Reader(Lexicon(concepts={"rus": ("hasj", "drikk*", "full av sprit")}))
    for text in ("hasj", "drikkevaner", "han var full av sprit da"):
        assert reader.concepts(reader.read(text)) == ["rus"]
    assert reader.concepts(reader.read("full av latter")) == []


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("barnehagen", "barnehagene", "barnehagens"), "barnehag"),
        (("melder", "melde"), "meld"),
        (("drøftinga", "drøftingen", "drøfting"), "drøfting"),
        (("tjenestene", "tjenester"), "tjenest"),
    ],
)
def test_inflected_words_have_the_same_stem(words: tuple[str, ...], same: str) -> None:
    assert {stem(word) for word in words} == {same}


def test_short_words_and_marks_are_left_alone() -> None:
    assert [stem(word) for word in ("mor", "ppt", "§25", "alder_12_16")] == ["mor", "ppt", "§25", "alder_12_16"]


def test_a_misspelt_word_becomes_the_nearest_known_and_an_unknown_one_stays() -> None:
    spelling = Spelling(["taushetsplikt", "barnevern", "samtykke"])
    assert spelling.meant("taushetspligt") == "taushetsplikt"
    assert spelling.meant("barnvern") == "barnevern"
    assert spelling.meant("snøscooter") is None
    assert spelling.meant("samtykke") is None


def test_a_compound_is_split_into_known_parts() -> None:
    spelling = Spelling(["taushet", "erklæring", "gjeld", "rådgivning"])
    assert spelling.parts("taushetserklæring") == ("taushet", "erklæring")
    assert spelling.parts("gjeldsrådgivning") == ("gjeld", "rådgivning")
    assert spelling.parts("taushet") == ()


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Hei!", "hilsen"),
        ("hei, Veilederen", "hilsen"),
        ("Tusen takk for hjelpen!!", "takk"),
        ("tusen takk for hjelpn", "takk"),
        ("din idiot", "fornaermelse"),
        ("for en dust", "fornaermelse"),
        ("er du et menneske?", "hvem_er_du"),
        ("ka kan du", "hva_kan_du"),
        ("👍", "emoji"),
        ("", "tom"),
    ],
)
def test_small_talk_is_recognised(lexicon: Lexicon, message: str, kind: str) -> None:
    assert SmallTalk(lexicon.small_talk).kind_of(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "Hei, når må jeg melde?",
        "takk, men hva med PPT?",
        "hva kan du si til politiet",
        "Han ble kalt idiot, hva gjør vi?",
    ],
)
def test_a_question_with_a_greeting_in_it_is_a_question(lexicon: Lexicon, message: str) -> None:
    assert SmallTalk(lexicon.small_talk).kind_of(message) is None


def test_a_long_text_is_cut_but_keeps_both_ends() -> None:
    folded = fold("FØRST " + "x" * 5_000 + " SIST")
    assert len(folded) < MAX_CHARACTERS + 10
    assert folded.startswith("først")
    assert folded.endswith("sist")


def test_signs_that_stand_for_many_letters_make_no_text_longer_than_what_is_read() -> None:
    folded = fold("FØRST " + "\ufdfa" * 1_100 + " SIST")
    assert len(folded) <= 2 * MAX_CHARACTERS + len(" \n ")
    assert folded.startswith("først")
    assert folded.endswith("sist")
    many = "vent … " * 170
    assert fold(many).count("...") == many.count("…"), "what grows a little is read whole"


def test_invisible_characters_do_not_hide_a_word() -> None:
    assert fold("tau\u200bshets\u00adplikt") == "taushetsplikt"


def test_broken_word_lists_are_all_named(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "skrivematter.yaml").write_text("words:\n  jeg: [eg]\n  meg: [eg]\n", "utf-8")
    (words / "engelsk.yaml").write_text("ord: {}\n", "utf-8")
    (words / "begreper.yaml").write_text("concepts:\n  rus: hasj\n", "utf-8")
    (words / "flere_sporsmal.tsv").write_text("uten tabulator\n", "utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load_lexicon(tmp_path)
    told = str(raised.value)
    for part in (
        "«eg» står også under «jeg»",
        "engelsk.yaml",
        "begreper.yaml",
        "smaprat.yaml",
        "tabulator",
        "ikke_vart_tema.txt",
    ):
        assert part in told


@pytest.fixture
def copied(tmp_path: Path, knowledge: Path) -> Path:
    shutil.copytree(knowledge / "words", tmp_path / "words")
    shutil.copy(knowledge / "topics.tsv", tmp_path)
    return tmp_path


def test_lists_published_before_small_talk_was_learned_are_whole(copied: Path) -> None:
    (copied / "words" / "smaprat_liknende.tsv").unlink()
    talk = copied / "words" / "smaprat.yaml"
    talk.write_text(talk.read_text("utf-8").partition("\nwords:")[0], "utf-8")
    lexicon = load_lexicon(copied)
    assert (lexicon.like_small_talk, lexicon.small_talk_words) == ((), ())
    assert "hei" in lexicon.small_talk["hilsen"]


def test_a_kind_of_small_talk_without_an_answer_is_a_problem_that_names_the_line(copied: Path) -> None:
    talk = copied / "words" / "smaprat.yaml"
    talk.write_text(talk.read_text("utf-8").replace("kinds:", "kinds:\n  jubel: [hurra meg rundt]", 1), "utf-8")
    with (copied / "words" / "smaprat_liknende.tsv").open("a", encoding="utf-8") as like:
        like.write("ukjent\thurra i dag\ntakk\t\n")
    with pytest.raises(KnowledgeError) as raised:
        load_lexicon(copied)
    for part in ("«jubel»", "ukjent\thurra i dag", "smaprat_liknende.tsv"):
        assert part in str(raised.value)


def test_every_further_question_belongs_to_an_article(lexicon: Lexicon, articles: dict[str, object]) -> None:
    assert {slug for slug, _ in lexicon.more_questions} <= set(articles)


@pytest.mark.parametrize(
    ("expression", "found", "not_found"),
    [
        ("slår meg", ["han slår meg", "slår  meg.", "«slår meg»"], ["utslår meg", "slår megen"]),
        ("kniv*", ["kniven", "en kniv", "kniv"], ["brødkniv", "skniv"]),
        ("å dø", ["vil å dø", "å dø."], ["må dø", "få dø", "å døpe"]),
        ("§ 13*", ["se § 13-2", "§ 13"], ["§ 1", "x§ 13"]),
    ],
)
def test_an_expression_is_found_as_whole_words(expression: str, found: list[str], not_found: list[str]) -> None:
    pattern = pattern_of(("sulter", expression, "kald"))
    assert pattern is not None
    assert [text for text in found if not pattern.search(text)] == []
    assert [text for text in not_found if pattern.search(text)] == []


def test_the_longest_of_several_expressions_is_the_one_that_is_found() -> None:
    pattern = pattern_of(("slår", "slår meg", "skal dø", "slår meg hardt"))
    assert pattern is not None
    assert [match.group() for match in pattern.finditer("han slår meg hardt, slår og slår meg")] == [
        "slår meg hardt",
        "slår",
        "slår meg",
    ]


def test_a_concept_that_an_answer_needs_must_be_known(copied: Path) -> None:
    concepts = copied / "words" / "begreper.yaml"
    told = concepts.read_text("utf-8")
    concepts.write_text(told.replace("[rus]\n", "[ruus]\n"), "utf-8")
    with pytest.raises(KnowledgeError, match="ruus"):
        load_lexicon(copied)
    concepts.write_text(told.partition("\nsure_with:")[0], "utf-8")
    assert load_lexicon(copied).sure_with == {}
