"""What an answer may not tell alone: sharing without the right to say no, danger without the number to ring."""

from __future__ import annotations

import re
from pathlib import Path

from bot.content.article_file import load_articles
from bot.content.guide_file import load_guides
from bot.content.texts import load_texts
from tests.each import each

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
ARTICLES = load_articles(KNOWLEDGE)
TEXTS = load_texts(KNOWLEDGE)
GUIDES = load_guides(KNOWLEDGE)[0]


@each("slug", [slug for slug, one in ARTICLES.items() if "hpl-25" in {cited.id for cited in one.sources}])
def test_who_is_told_of_sharing_for_treatment_is_told_that_the_patient_may_object(slug: str) -> None:
    article = ARTICLES[slug]
    assert "hpl-29" in {cited.id for cited in article.sources}
    for variant in article.variants:
        assert "hpl-25" not in variant.sources or "hpl-29" in variant.sources


@each("slug", sorted(ARTICLES))
def test_steps_that_speak_of_danger_name_the_number_to_ring(slug: str) -> None:
    steps = " ".join(ARTICLES[slug].do_now)
    if re.search(r"\b(fare|utrygt\?)", steps, re.IGNORECASE):
        assert re.search(r"\b11[23]\b", steps)


@each("slug", sorted(ARTICLES))
def test_the_short_answer_stands_alone_for_it_is_all_the_first_card_shows(slug: str) -> None:
    pointed = re.search(r"punktene under|lista under|står under|nedenfor|se under", ARTICLES[slug].short_answer)
    assert pointed is None


@each("slug", sorted(ARTICLES))
def test_what_nobody_is_bound_to_do_is_never_said_as_if_it_were_forbidden(slug: str) -> None:
    article = ARTICLES[slug]
    own = f"{article.short_answer} {article.meaning} {article.example}"
    assert re.search(r"\b(?:men|du) må ikke(?=\.)", own, re.IGNORECASE) is None


@each("slug", ["meldeplikt-naar", "meldeplikt-hva-omfattes"])
def test_the_short_answer_about_the_duty_to_report_names_all_five_grounds_as_the_law_does(slug: str) -> None:
    said = ARTICLES[slug].short_answer
    grounds = (
        "mishandlet",
        "alvorlig omsorgssvikt",
        "alvorlig sykt uten",
        "særlig behov",
        "menneskehandel",
        "utviklingen",
    )
    assert [one for one in grounds if one not in " ".join(said.split())] == []


@each("slug", ["meldeplikt-naar", "meldeplikt-hva-omfattes", "meldeplikt-gar-foran"])
def test_nav_is_told_of_the_duty_of_its_state_part_too(slug: str) -> None:
    for variant in ARTICLES[slug].variants:
        if "nav" in variant.for_.role and "sotjl-45" in variant.sources:
            assert "bvl-13-2" in variant.sources, variant.text


@each("slug", ["yrke-ppt", "opplysningsrett-helsepersonell", "opplysningsrett-overganger"])
def test_a_rule_about_consent_says_that_danger_and_the_duty_to_report_go_before_it(slug: str) -> None:
    article = ARTICLES[slug]
    said = f"{article.short_answer} {article.meaning}"
    assert re.search(r"fare", said)
    assert re.search(r"meld", said)


@each("slug", ["vold-ansatt", "yrke-skole"])
def test_a_school_is_told_of_the_county_as_well_as_the_municipality(slug: str) -> None:
    article = ARTICLES[slug]
    told = [one.text for one in article.variants if {"skole", "leder"} & set(one.for_.role)]
    told += [one.says for one in article.sources if one.id in ("oppl-12-4", "oppl-12-5") and "kommunen" in one.says]
    assert told
    assert [one for one in told if "fylkeskommunen" not in one] == []


def test_a_duty_is_never_told_as_a_choice() -> None:
    free = re.compile(r"du kan (?:alltid|fortsatt) melde", re.IGNORECASE)
    assert [key for key in TEXTS if free.search(TEXTS.raw(key))] == []


@each("key", ["acute.do_2", "where.danger"])
def test_parents_are_not_told_where_a_child_may_be_forced_cut_or_sent_abroad(key: str) -> None:
    assert [word for word in ("vold", "tvang", "kjønnslemlestelse", "ut av landet") if word not in TEXTS(key)] == []


def test_who_in_a_team_knows_the_child_is_told_of_their_own_duty() -> None:
    assert "plikt til å melde selv" in TEXTS("team.belongs_to_barnevern")


@each("slug", sorted(ARTICLES))
def test_who_may_keep_from_parents_is_told_what_parents_must_know_all_the_same(slug: str) -> None:
    article = ARTICLES[slug]
    for variant in article.variants:
        if "pbrl-3-4" in variant.sources and "respekteres" in variant.text:
            assert "likevel" in f"{variant.text} {article.meaning}", variant.text


ASKED_FIRST = (
    "foreldre-samtale",
    "hv-niva-0",
    "hv-niva-1",
    "bek-flukt-traumer",
    "bek-samlivsbrudd",
    "bek-sprak",
    "bek-utenforskap",
)
"""Articles that send health staff to the parents. Each says whom to ask first, as it is read before the call."""


@each("slug", [*ASKED_FIRST, "bek-overvekt"])
def test_health_staff_who_are_sent_to_parents_are_told_when_a_young_person_is_asked_first(slug: str) -> None:
    told = [one for one in ARTICLES[slug].variants if "helse" in one.for_.role]
    assert [one for one in told if "pbrl-3-4" in one.sources and "fylt 12" in one.text]


def test_it_is_told_in_the_same_words_in_each() -> None:
    variants = [one for slug in ASKED_FIRST for one in ARTICLES[slug].variants if "fylt 12" in one.text]
    assert len(variants) == len(ASKED_FIRST)
    assert len({" ".join(one.text.split()) for one in variants}) == 1


@each(
    "slug",
    [
        "bek-mobbing",
        "opplysningsrett-helsepersonell",
        "opplysningsrett-overganger",
        "samtykke-innhente",
        "yrke-fastlege",
        "yrke-helsepersonell",
        "yrke-helsesykepleier",
    ],
)
def test_who_answers_for_a_child_in_treatment_may_be_the_child_from_twelve(slug: str) -> None:
    article = ARTICLES[slug]
    own = " ".join((article.short_answer, article.meaning, *article.do_now, *(one.text for one in article.variants)))
    assert re.search(r"\b12(?: til |–)1[56]\b|fra\s+12\s+år", own, re.IGNORECASE)
    assert "pbrl-4-3" in {cited.id for cited in article.sources}


@each("slug", sorted(ARTICLES))
def test_two_grounds_of_the_duty_to_report_are_never_told_as_if_they_were_all(slug: str) -> None:
    article = ARTICLES[slug]
    steps = [article.short_answer, *article.do_now]
    two = re.compile(
        r"(?:vold|overgrep|mishandlet)[^.!?]* eller "
        r"(?:(?:utsatt for |får )?alvorlig (?:omsorgssvikt|dårlig omsorg)|overgrep)[^.!?]*[.!?]?[^.!?]*\bmeld",
        re.I,
    )
    more = re.compile(r"andre grunner|annet (?:meldeplikten|som loven|loven)|plikt til å melde|lovens vilkår")
    assert [one for one in steps if two.search(" ".join(one.split())) and not more.search(" ".join(one.split()))] == []


@each("slug", sorted(ARTICLES))
def test_a_law_that_narrows_is_told_with_the_rule_it_leaves_open(slug: str) -> None:
    told = [set(variant.sources) for variant in ARTICLES[slug].variants if "pålegg" not in variant.text]
    assert [one for one in told if "krl-5" in one and "fvl-13b" not in one] == []
    assert [one for one in told if "intl-49" in one and "bvl-13-2" not in one] == []


def test_barnevernet_must_go_on_after_eighteen_when_the_young_person_wants_and_needs_it() -> None:
    said = " ".join(ARTICLES["meldeplikt-over-18"].meaning.split())
    assert "skal hjelpen fortsette" in said
    assert "vil og trenger" in said


def test_who_is_eighteen_consents_for_themselves_in_a_team_that_goes_to_twenty() -> None:
    article = ARTICLES["melhus-droftingsteam"]
    assert "0–20 år" in article.meaning
    assert any("Fra 18 år" in step for step in article.do_now)


def test_a_child_that_looks_forward_to_the_journey_is_in_danger_too() -> None:
    told = {key: TEXTS.raw(key) for key in TEXTS if "words" not in key}
    told |= {f"{slug}: short answer": one.short_answer for slug, one in ARTICLES.items()}
    told |= {
        f"{name}.{step}": " ".join((asked.ask, *asked.count_as_yes))
        for name, guide in GUIDES.items()
        for step, asked in guide.steps.items()
    }
    assert [where for where, said in told.items() if re.search(r"mot (?:sin|noens) vilje", said)] == []


def test_a_private_kindergarten_is_told_that_a_childs_own_acts_are_no_ground_in_its_law() -> None:
    for role in ("privat_barnehage", "leder"):
        assert "står ikke i barnehageloven" in TEXTS(f"duty.own_{role}")


@each("slug", sorted(ARTICLES))
def test_a_cited_duty_to_avert_is_told_and_not_only_cited(slug: str) -> None:
    article = ARTICLES[slug]
    if "strl-196" in {cited.id for cited in article.sources}:
        own = (article.short_answer, article.meaning, article.example, article.limits, *article.do_now)
        said = " ".join((*own, *(one.text for one in article.variants)))
        assert re.search(r"avverg|hindre|stoppe", said, re.IGNORECASE)


@each("slug", sorted(ARTICLES))
def test_a_principal_who_tells_the_owner_of_the_school_may_have_the_county_above_them(slug: str) -> None:
    told = [one.text for one in ARTICLES[slug].variants if re.search(r"(?:sier|skal) rektor", one.text)]
    assert [one for one in told if "til kommunen" in one and "fylkeskommunen" not in one] == []


@each("slug", [slug for slug in sorted(ARTICLES) if slug.startswith("yrke-")])
def test_who_reads_about_their_own_work_finds_the_number_to_ring_among_the_steps(slug: str) -> None:
    assert re.search(r"\b11[23]\b", " ".join(ARTICLES[slug].do_now))


def test_the_words_of_the_duty_to_report_are_quoted_as_the_law_has_them() -> None:
    quoted = {cited.id: cited.says for cited in ARTICLES["meldeplikt-ordene"].sources}
    assert "«annen form for utpreget skadelige handlinger»" in quoted["bvl-13-2"]


def test_parents_are_not_told_of_a_report_where_the_child_may_be_sent_abroad() -> None:
    assert "ut av landet" in " ".join(ARTICLES["foreldre-informere"].short_answer.split())


def test_who_asks_both_parents_is_told_when_the_young_person_answers_alone() -> None:
    said = " ".join(ARTICLES["samtykke-begge-foreldre"].meaning.split())
    assert "fra 15 år" in said
    assert "fra 16 år" in said


def test_a_ban_on_leaving_the_country_may_come_from_the_police_too() -> None:
    said = " ".join(ARTICLES["bek-tvangsekteskap"].meaning.split())
    assert "påtalemyndigheten kan vedta utreiseforbud" in said
    assert "Politiet kan også" in said


@each("slug", sorted(ARTICLES))
def test_who_discusses_without_consent_takes_away_more_than_the_name(slug: str) -> None:
    """Forvaltningsloven § 13 a nr. 2: «individualiserende kjennetegn». Barnevernet and police are rung, not met."""
    article = ARTICLES[slug]
    own = (article.short_answer, article.meaning, article.example, *article.do_now)
    told = [sentence for one in (*own, *(v.text for v in article.variants)) for sentence in re.split(r"[.!?:]\s", one)]
    only_the_name = re.compile(r"(?:drøft|skriv|\bråd\b).*uten navn|uten navn.*drøft", re.IGNORECASE | re.DOTALL)
    rung = re.compile(r"barnevern|mottak|politi|barnehus|§ 27|gi råd uten navn|drøfte en sak uten navn", re.IGNORECASE)
    assert [one for one in told if only_the_name.search(one) and not rung.search(one)] == []


def test_whether_names_may_go_to_the_police_is_not_answered_with_a_yes_to_something_else() -> None:
    """«Kan vi gi navn på ungdommer i SLT-møtet» is asked of it, and who reads fast reads the first word."""
    assert ARTICLES["opplysningsrett-forebygge-lovbrudd"].short_answer.startswith("Gi ikke navn før")
