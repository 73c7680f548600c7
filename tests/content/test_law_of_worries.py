"""What a lawyer's reading of the answers about worries and teams has mended: each fails on the words as they were."""

from __future__ import annotations

import re
from pathlib import Path

from bot.content.article_file import load_articles
from tests.each import each

ARTICLES = load_articles(Path(__file__).parents[2] / "knowledge")
MINE = [slug for slug in sorted(ARTICLES) if slug.startswith(("bek-", "stjordal-", "vr-"))]


def own_words(slug: str) -> str:
    """All an answer tells by itself, on one line."""
    one = ARTICLES[slug]
    told = (one.short_answer, one.meaning, one.example, *one.do_now, *(variant.text for variant in one.variants))
    return " ".join(" ".join(told).split())


@each("slug", MINE)
def test_reasons_of_a_young_person_count_only_when_they_do_not_want_parents_told(slug: str) -> None:
    """Pasient- og brukerrettighetsloven § 3-4: «av grunner som bør respekteres, ikke ønsker dette»."""
    for said in re.findall(r"[^.]*respekteres[^.]*", own_words(slug)):
        assert re.search(r"ikke vil|vil ikke", said, re.IGNORECASE), said


@each("slug", MINE)
def test_who_kept_parents_from_knowing_tells_the_child_what_they_get_all_the_same(slug: str) -> None:
    """Pasient- og brukerrettighetsloven § 3-4, fourth paragraph: the patient «skal orienteres»."""
    for variant in ARTICLES[slug].variants:
        if "pbrl-3-4" in variant.sources:
            assert re.search(
                r"skal (?:barnet|ungdommen|eleven) få vite|(?:barnet|ungdommen) skal få vite", variant.text
            )


@each("slug", MINE)
def test_a_child_coordinator_comes_when_parents_or_who_consents_for_the_child_want_it(slug: str) -> None:
    """Helse- og omsorgstjenesteloven § 7-2 a: a child in care has others than parents to say it."""
    for said in re.findall(r"[^.]*barnekoordinator[^.]*foreldrene[^.]*ønsker[^.]*", own_words(slug)):
        assert "samtykker for barnet" in said


@each("slug", MINE)
def test_what_is_taken_to_a_team_has_no_marks_at_all_and_not_only_no_name(slug: str) -> None:
    """Forvaltningsloven § 13 a nr. 2 and helsepersonelloven § 23: «individualiserende kjennetegn»."""
    for step in ARTICLES[slug].do_now:
        if re.search(r"PPT|\bteam|drøft", step, re.IGNORECASE):
            assert "uten navn" not in step


def test_sharing_is_stopped_by_the_patient_and_weighty_reasons_go_before() -> None:
    """Helsepersonelloven § 29."""
    said = own_words("stjordal-overvekt")
    assert "hvis ikke tungtveiende grunner taler for å dele" in said


def test_who_sees_the_leader_offend_a_child_goes_past_the_leader() -> None:
    """Opplæringslova § 12-5 and barnehageloven § 43."""
    said = own_words("bek-mobbing")
    assert re.search(r"noen i ledelsen på skolen, går du rett til .*fylkeskommunen .*ansvarlig for barnehagen", said)


def test_violence_behind_a_conflict_of_parents_may_have_to_be_averted() -> None:
    """Straffeloven § 196, and barnelova § 43 b about a parent who may not come near."""
    assert {"strl-196", "bl-43b"} <= {cited.id for cited in ARTICLES["bek-samlivsbrudd"].sources}
    assert "kontaktforbud mot barnet" in own_words("bek-samlivsbrudd")


def test_health_staff_who_read_of_self_harm_are_told_that_they_must_warn() -> None:
    """Helsepersonelloven § 31 says «skal»."""
    (said,) = [one for one in ARTICLES["bek-selvskading"].variants if "helse" in one.for_.role]
    assert "hpl-31" in said.sources
    assert "skal varsle politi" in said.text


@each("slug", ["stjordal-velferdsveiledning", "bek-kriminalitet"])
def test_what_is_our_reading_or_stands_in_one_plan_only_is_read_by_a_lawyer(slug: str) -> None:
    assert ARTICLES[slug].review_list
