"""The check refuses an answer that could mislead: each test breaks a real one in one way and reads what is told."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.content.article import Article, Cited, Next
from bot.content.article_file import read_articles
from bot.content.check_articles import (
    MAX_BODY_WORDS,
    MAX_LIX,
    check_articles,
    load_topics,
    problems_in,
)
from bot.content.readability import lix
from bot.content.source import Source, load_sources
from bot.content.words import DeadReference, load_dead_references
from tests.content.knowledge_copy import KNOWLEDGE, TODAY
from tests.each import each
from tests.fakes.knowledge import MUNICIPALITIES

SLUG, NEIGHBOUR = "meldeplikt-naar", "avvergeplikt-hva"
WEAK = "legevakt-kommunesider"


PLACES = frozenset(MUNICIPALITIES)


class Base:
    """The real answers with what they are held against."""

    def __init__(self) -> None:
        self.articles, unread = read_articles(KNOWLEDGE)
        assert not unread
        self.sources: Mapping[str, Source] = load_sources(KNOWLEDGE)
        self.dead: tuple[DeadReference, ...] = load_dead_references(KNOWLEDGE)
        self.topics = load_topics(KNOWLEDGE)

    def said(self, *, today: date = TODAY, slug: str = SLUG, warnings: bool = False, **changed: object) -> str:
        """Return what the check says about one answer when it is changed, next to one neighbour."""
        article = self.articles[slug].model_copy(update=changed)
        pair = {NEIGHBOUR: self.articles[NEIGHBOUR], slug: article}
        problems = check_articles(pair, self.sources, self.topics, today=today, dead=self.dead, municipalities=PLACES)
        own = [one for one in problems if one.file == f"articles/{slug}.md"]
        return "\n".join(str(one) for one in own if (one.severity == "advarsel") == warnings)


@pytest.fixture(scope="module")
def base() -> Base:
    return Base()


def article(base: Base, slug: str = SLUG) -> Article:
    return base.articles[slug]


def test_the_real_answers_have_no_errors(base: Base) -> None:
    assert base.said() == ""
    assert problems_in(KNOWLEDGE, today=TODAY) == []


def test_a_topic_without_an_answer_is_refused(base: Base) -> None:
    rest = {slug: one for slug, one in base.articles.items() if slug != SLUG}
    problems = check_articles(rest, base.sources, base.topics, today=TODAY, municipalities=PLACES)
    assert [one.message for one in problems if one.file == f"articles/{SLUG}.md"] == [
        "Svaret mangler. Alle tema i topics.tsv skal ha et svar."
    ]


def test_a_source_nobody_has_registered_is_named_with_a_guess(base: Base) -> None:
    cited = Cited(id="bvl-13-22", law="Barnevernsloven", section="§ 13-2", says="Meldeplikten.")
    said = base.said(sources=(*article(base).sources, cited))
    assert "Kilden «bvl-13-22» finnes ikke i sources" in said
    assert "bvl-13-2" in said


def test_a_source_without_a_section_is_refused(base: Base) -> None:
    first = article(base).sources[0].model_copy(update={"section": ""})
    assert f"Kilden «{first.id}» mangler paragraf" in base.said(sources=(first, *article(base).sources[1:]))


def test_one_section_has_one_key(base: Base) -> None:
    first = article(base).sources[0]
    sources = {**base.sources, "bvl-igjen": base.sources[first.id]}
    doubled = article(base).model_copy(update={"sources": (first, first.model_copy(update={"id": "bvl-igjen"}))})
    found = check_articles({SLUG: doubled}, sources, base.topics, today=TODAY, municipalities=PLACES)
    said = [one.message for one in found]
    assert "Barnevernsloven § 13-2 står både som «bvl-13-2» og «bvl-igjen». Bruk den ene i alle svar." in said


def test_a_variant_cites_only_what_the_answer_lists(base: Base) -> None:
    first, *others = article(base).variants
    alone = first.model_copy(update={"sources": ("hpl-21",)})
    assert "Varianten viser til «hpl-21»" in base.said(variants=(alone, *others))
    bare = first.model_copy(update={"sources": ()})
    assert "Varianten mangler kilde" in base.said(variants=(bare, *others))


def test_an_answer_past_its_review_date_is_a_warning(base: Base) -> None:
    day = date(2027, 6, 30)
    assert "skulle vært kontrollert på nytt innen 22.05.2027" in base.said(today=day, warnings=True)
    assert base.said(today=day) == ""


@each(
    "text",
    [
        "Du kan dele etter helsepersonelloven § 45.",
        "Du kan dele etter hpl. § 45.",
        "Se helsepersonelloven §§ 25 og 45.",
        "Dette sier § 45 i helsepersonelloven.",
        "Snoking er forbudt i helsepersonelloven § 21 a.",
        "Se helsepersonelloven § 25 b.",
        "Meldeplikten står i opplæringsloven § 15-3.",
        "Dere skal samarbeide etter § 15-8.",
        "Elevene har rett til dette etter kapittel 9 A.",
        "Meldeplikten står i barnevernloven § 6-4.",
        "Se straffeloven § 139.",
        "Du har taushetsplikt etter forvaltningsloven av 2025.",
        "Unntaket står i forvaltningsloven (2025) § 34.",
        "Se forvaltningsloven fra 2025 §§ 30–39.",
        "Den nye forvaltningsloven sier noe annet.",
        "Unntaket står i forvaltningsloven § 34 (2025).",
        "Unntaket står i fvl. 2025 § 34.",
        "Se forvaltningsloven av 20.06.2025.",
        "Foreldrene bestemmer etter barnelova av 20. juni 2025.",
        "Du har avvergelsesplikt.",
        "Start på nivå 0.",
        "Start på nivå null.",
        "Gå tilbake til trinn 0.",
        "Meld når du har grunn til å tro at barnet lider alvorlig.",
    ],
)
def test_dead_law_and_bare_levels_are_refused(base: Base, text: str) -> None:
    assert "skal ikke brukes. Skriv " in base.said(meaning=text)


@pytest.mark.parametrize(
    "text",
    [
        "Samarbeid står i helsepersonelloven § 25 (tidligere § 25 og § 45).",
        "Plikten i § 15-3 fra 1998 er opphevet.",
        "Ny forvaltningslov er vedtatt, men var ikke i kraft i juli 2026.",
        "Forvaltningsloven av 2025 er ikke trådt i kraft.",
        "Se forvaltningsloven § 13, endret i 2025.",
        "Start på Handlingsveilederen nivå 0.",
        "Se Tiltakstrappa trinn 0.",
        "Eleven går på trinn 9.",
        "Meld når du har grunn til å tro at barnet blir mishandlet. Svaret sier ikke hva barnet lider av.",
    ],
)
def test_old_numbers_may_be_explained(base: Base, text: str) -> None:
    assert "skal ikke brukes" not in base.said(meaning=text) + base.said(meaning=text, warnings=True)


def test_one_phrasing_belongs_to_one_answer(base: Base) -> None:
    taken = article(base, NEIGHBOUR).asked_as[0]
    said = base.said(asked_as=(*article(base).asked_as[:-1], f"{taken.upper()}?"))
    assert "Behold den på ett sted" in said


def test_an_answer_has_ten_to_fifteen_phrasings(base: Base) -> None:
    assert "Skriv mellom 10 og 15" in base.said(asked_as=article(base).asked_as[:9])


def test_related_answers_and_buttons_lead_somewhere(base: Base) -> None:
    assert "Svaret «meldeplikt-nar» finnes ikke" in base.said(related=("meldeplikt-nar",))
    assert "Mente du «meldeplikt-" in base.said(related=("meldeplikt-nar",))
    assert "viser til seg selv" in base.said(related=(SLUG,))
    assert "Svaret «borte» finnes ikke" in base.said(next=(Next(say="Les mer", do="article:borte"),))
    for do in ("command:numbers", "contact:barnevern_mottak", "guide:borte"):
        assert f"Knappen kan ikke føre til «{do}»" in base.said(next=(Next(say="Ring", do=do),))


def test_a_municipality_nobody_knows_is_refused(base: Base) -> None:
    assert "Kommunen «stjørdal» finnes ikke" in base.said(municipalities=("stjørdal",))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "Langt " * 20),
        ("short_answer", "Ring i dag. " * 45),
        ("do_now", ("Ring i dag. " * 25,)),
        ("meaning", "Ring i dag. " * (MAX_BODY_WORDS // 3)),
        ("certainty_note", "Lest i loven. " * 2000),
    ],
)
def test_a_text_longer_than_a_card_shows_is_refused(base: Base, field: str, text: object) -> None:
    assert "Kortet har plass til" in base.said(**{field: text})


def test_a_variant_longer_than_a_card_shows_is_refused(base: Base) -> None:
    first, *others = article(base).variants
    long = first.model_copy(update={"text": "Ring i dag. " * 80})
    assert "Kortet har plass til 900" in base.said(variants=(long, *others))


def test_heavy_text_is_refused(base: Base) -> None:
    heavy = (
        "Saksbehandlingsprosedyren forutsetter helhetlig kompetansevurdering av tverrfaglige samhandlingsrutiner og "
        "kvalitetssikrede dokumentasjonsforpliktelser innenfor virksomhetsovergripende ansvarsområder. "
    )
    assert lix(heavy) > MAX_LIX
    said = base.said(meaning=heavy * 8)
    assert "Teksten er tung" in said
    assert f"grense {MAX_LIX:.0f}" in said


def test_a_weak_source_puts_the_answer_on_the_lawyers_list(base: Base) -> None:
    weak = Cited(id=WEAK, law="Kommuners nettsider", section="Legevakt 116 117", says="116 117 er legevakt.")
    said = base.said(sources=(*article(base).sources, weak), review_list=False)
    assert f"Kilden «{WEAK}» er svak. Sett svaret på lista for jurist" in said
    assert "review_list" not in base.said(sources=(*article(base).sources, weak), review_list=True)


def test_a_note_that_asks_for_a_lawyer_puts_the_answer_on_the_list(base: Base) -> None:
    said = base.said(certainty_note="Dette er vår lesning. En jurist bør se på det.", review_list=False)
    assert "certainty_note ber om en jurist" in said


def test_a_weak_answer_is_on_the_list_and_read_again_within_three_months(base: Base) -> None:
    assert "Svaret bygger på svake kilder" in base.said(certainty="svak", review_list=False)
    assert "innen tre måneder" in base.said(certainty="svak", review_by=date(2027, 5, 22))


def test_an_answer_is_never_surer_than_its_surest_source(base: Base) -> None:
    weak = Cited(id=WEAK, law="Kommuners nettsider", section="Legevakt 116 117", says="116 117 er legevakt.")
    said = base.said(sources=(weak,), variants=(), certainty="lovtekst")
    assert "certainty er «lovtekst», men den sterkeste kilden er «svak»" in said


@pytest.mark.parametrize("number", ["74 83 39 00", "74833900", "815 55 201", "116 123", "116 *123*"])
def test_a_phone_number_needs_a_source_that_tells_it(base: Base, number: str) -> None:
    said = base.said(do_now=(f"Ring {number}.",))
    assert f"Nummeret {number.replace('*', '')} står ikke i noen kilde i svaret" in said
    told = Cited(id=WEAK, law="Kommuners nettsider", section="Telefon", says=f"Nummeret er {number.replace('*', '')}.")
    assert "Nummeret" not in base.said(do_now=(f"Ring {number}.",), sources=(told,), variants=())


def test_the_emergency_numbers_need_no_source_of_their_own(base: Base) -> None:
    assert "Nummeret" not in base.said(do_now=("Ring 110, 112 eller 113.",))


def test_an_answer_without_a_part_is_refused_and_the_line_is_told(tmp_path: Path) -> None:
    copy = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, copy, ignore=shutil.ignore_patterns("archive"))
    path = copy / "articles" / f"{SLUG}.md"
    path.write_text(path.read_text("utf-8").replace("## Eksempel\n", ""), "utf-8")
    other = copy / "articles" / f"{NEIGHBOUR}.md"
    other.write_text(other.read_text("utf-8").replace("related: [", "related: [borte-vekk, "), "utf-8")
    said = "\n".join(str(one) for one in problems_in(copy, today=TODAY))
    assert f"articles/{SLUG}.md" in said
    assert "Eksempel" in said
    line = next(i for i, text in enumerate(other.read_text("utf-8").splitlines(), 1) if text.startswith("related"))
    assert f"articles/{NEIGHBOUR}.md, linje {line}" in said
