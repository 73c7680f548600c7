"""What a lawyer's reading of the content has mended: each of these fails on the words as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.knowledge import Knowledge, load_knowledge

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(KNOWLEDGE)


def test_who_stands_on_a_section_changed_since_it_was_read_is_read_by_a_lawyer_first(knowledge: Knowledge) -> None:
    changed = {name for name, one in knowledge.sources.items() if one.watch and "Vi har bare lest teksten" in one.watch}
    assert "oppl-25-1" in changed
    for article in knowledge.articles.values():
        if changed & {one.id for one in article.sources}:
            assert article.review_list, article.slug


@pytest.mark.parametrize(
    "slug",
    [
        "opplysningsrett-forebygge-lovbrudd",
        "opplysningsrett-hva",
        "opplysningsrett-nodrett",
        "taushetsplikt-hva",
        "taushetsplikt-kolleger",
        "taushetsplikt-mellom-etater",
        "taushetsplikt-politi",
        "taushetsplikt-unntak",
    ],
)
def test_the_law_of_health_staff_is_for_whoever_gives_the_services(knowledge: Knowledge, slug: str) -> None:
    """Helse- og omsorgstjenesteloven § 2-1: a social worker in mental health follows it too."""
    (said,) = [one for one in knowledge.articles[slug].variants if "velferd" in one.for_.role]
    assert "hol-2-1" in said.sources
    assert "selv om du ikke er helsepersonell" in said.text


def test_whoever_gives_health_and_care_services_is_not_told_that_it_has_no_duty(knowledge: Knowledge) -> None:
    """Helse- og omsorgstjenesteloven § 2-1 carries helsepersonelloven § 32 over to velferdsveiledningen."""
    (said,) = [one for one in knowledge.articles["meldeplikt-gravid-rus"].variants if "velferd" in one.for_.role]
    assert {"hol-2-1", "hpl-32"} <= set(said.sources)


@pytest.mark.parametrize("slug", ["taushetsplikt-unntak", "yrke-fastlege", "yrke-nav"])
def test_nav_may_order_an_answer_whatever_the_duty_of_silence(knowledge: Knowledge, slug: str) -> None:
    """Folketrygdloven § 21-4: the order is given in a case of social security, whatever the duty of silence."""
    assert "ftrl-21-4" in {one.id for one in knowledge.articles[slug].sources}


def test_no_leader_stands_before_a_report(knowledge: Knowledge) -> None:
    """Barnevernsloven § 13-2: the duty is one's own."""
    steps = knowledge.articles["yrke-sfo-fritid"].do_now
    report = next(at for at, step in enumerate(steps) if "Meld" in step)
    assert report < next(at for at, step in enumerate(steps) if "leder" in step)


def test_a_number_with_office_hours_says_so_and_whom_to_ring_when_it_is_shut(knowledge: Knowledge) -> None:
    """Kompetanseteamet answers on weekdays only; on a Friday evening somebody else must be named."""
    for profile in knowledge.profiles.values():
        assert "9–15" in profile.contact("kompetanseteamet_sosial_kontroll").hours
    outcome = knowledge.guides["bekymring"].outcomes["utfall_drofting_kontroll"]
    assert {"barnevern_mottak", "barnevernvakt", "alarmtelefonen", "nodnummer"} <= set(outcome.contacts)
    for article in knowledge.articles.values():
        if any("47 80 90 50" in said for said in (article.short_answer, article.meaning, *article.do_now)):
            assert "bufdir-aktorer" in {one.id for one in article.sources}, article.slug


@pytest.mark.parametrize(
    ("slug", "source", "word"),
    [
        ("avvergeplikt-lovbrudd", "strl-253", "til utlandet"),
        ("avvergeplikt-lovbrudd", "strl-295", "under 18 år som er i en særlig sårbar situasjon"),
        ("avvergeplikt-lovbrudd", "strl-299", "de groveste seksuelle handlingene mot barnet"),
        ("avvergeplikt-voksne", "strl-253", "tvangsekteskap"),
        ("avvergeplikt-voksne", "strl-284", "kjønnslemlestelse"),
        ("avvergeplikt-straff", "strl-287", "i særlig fare"),
        ("melding-privatperson", "bvl-13-2", "oppgave for kommunen"),
        ("foreldre-uten-ansvar", "bl-47", "klage til statsforvalteren"),
        ("foreldre-uten-ansvar", "oppl-24-4", "(flytteforbud)"),
        ("samtykke-begge-foreldre", "bhl-32", "(flytteforbud)"),
        ("foreldre-innsyn", "fvl-19", "av vesentlig betydning"),
        ("avvergeplikt-voksne", "strl-282", "innesperring"),
        ("melding-saksgang", "bvl-2-5", "det blir et vedtak"),
    ],
)
def test_what_a_section_also_holds_is_said(knowledge: Knowledge, slug: str, source: str, word: str) -> None:
    article = knowledge.articles[slug]
    assert source in {one.id for one in article.sources}
    assert word in " ".join(article.meaning.split())


@pytest.mark.parametrize(
    ("slug", "role", "source", "word"),
    [
        ("barnets-medvirkning", "skole", "oppl-10-2", "Eleven skal bli hørt"),
        ("samtykke-krav", "ppt", "oppl-24-5", "Fra fylte 15 år er det eleven som svarer"),
        ("melding-hvem-sender", "helse", "hpl-33", "gi deg beskjed om meldingen er sendt"),
        ("barnesamtale", "helse", "pbrl-4-3", "når foreldrene ikke skal vite om det, og fra 16 år"),
        ("samtykke-under-12", "helse", "pbrl-3-4", "de skal få vite om den, unntatt når tungtveiende hensyn"),
    ],
)
def test_what_the_law_of_a_role_also_says_is_in_its_variant(
    knowledge: Knowledge, slug: str, role: str, source: str, word: str
) -> None:
    (said,) = [one for one in knowledge.articles[slug].variants if role in one.for_.role]
    assert source in said.sources
    assert word in " ".join(said.text.split())


def test_the_plan_that_sends_to_the_guide_says_its_own_exception(knowledge: Knowledge) -> None:
    """The plan of Værnesregionen: violence «skal … meldes direkte og ikke følge handlingsveilederen»."""
    (said,) = [one for one in knowledge.articles["meldeplikt-naar-ikke"].variants if "tydal" in one.for_.municipality]
    assert "mistanke om vold eller overgrep" in said.text


def test_whoever_works_in_a_kindergarten_intervenes(knowledge: Knowledge) -> None:
    """Barnehageloven § 41: to intervene is a duty, and § 42 asks for a plan when something is to be done."""
    article = knowledge.articles["vold-barn-mot-barn"]
    said = [one for one in article.variants if {"barnehage", "privat_barnehage"} & set(one.for_.role)]
    assert len(said) == 2
    for one in said:
        assert one.text.startswith("Du skal gripe inn")
        assert "bhl-41" in one.sources
        assert "plan for tiltakene" in one.text


def test_health_staff_are_told_that_they_shall_warn_the_police(knowledge: Knowledge) -> None:
    """Helsepersonelloven § 31 is a duty; consent and § 23 are ways one may use."""
    (said,) = [one for one in knowledge.articles["digitale-overgrep"].variants if "helse" in one.for_.role]
    assert "skal du varsle politiet (§ 31)" in said.text


def test_the_journal_binds_whoever_gives_the_services_and_is_closed_to_parents_when_the_law_says_so(
    knowledge: Knowledge,
) -> None:
    """Helse- og omsorgstjenesteloven § 2-1; pasient- og brukerrettighetsloven §§ 3-4 and 5-1."""
    article = knowledge.articles["dok-journalplikt"]
    (said,) = [one for one in article.variants if "velferd" in one.for_.role]
    assert "hol-2-1" in said.sources
    assert "uten å være helsepersonell" in said.text
    assert "til barnet er 16 år" in article.meaning
    assert "12 til 16 år" in article.meaning


@pytest.mark.parametrize("slug", ["melhus-lokale-team", "melhus-droftingsteam"])
def test_the_young_person_consents_where_the_law_gives_the_word_to_the_young(knowledge: Knowledge, slug: str) -> None:
    """Opplæringslova § 24-5 (15 years) and pasient- og brukerrettighetsloven § 4-3 (16 years)."""
    article = knowledge.articles[slug]
    assert {"oppl-24-5", "pbrl-4-3"} <= {one.id for one in article.sources}
    assert "fra 15 år" in " ".join(article.meaning.split())


@pytest.mark.parametrize("slug", ["vold-ansatt", "vold-barn-mot-barn", "digitale-overgrep"])
def test_health_staff_who_say_it_to_the_school_keep_their_secrecy(knowledge: Knowledge, slug: str) -> None:
    """Helsepersonelloven §§ 21 to 23: the school's duty to tell rektor does not open the secrecy of health staff."""
    (said,) = [one for one in knowledge.articles[slug].variants if "helse" in one.for_.role]
    assert {"hpl-22", "hpl-23", "hpl-31", "hpl-33"} <= set(said.sources)
    assert "uten det som er taushetsbelagt, eller med samtykke" in said.text


def test_whoever_hears_of_an_assault_at_home_rings_and_says_nothing_at_home(knowledge: Knowledge) -> None:
    said = " ".join(knowledge.articles["bek-psykisk-helse"].example.split())
    assert "Da ringer du barnevernet, og sier ikke noe hjemme først" in said


def test_what_a_team_answers_about_nobody_is_not_put_in_the_folder_of_a_child(knowledge: Knowledge) -> None:
    """`dok-mappe-arkiv` says the same: what the staff will do is written, and not what the team wrote."""
    steps = " ".join(knowledge.articles["stjordal-komp-0-18"].do_now)
    assert "Skriv rådene" not in steps
    assert "Skriv i fagsystemet hva dere skal gjøre" in steps


def test_a_source_says_no_more_than_its_section(knowledge: Knowledge) -> None:
    """Barnevernsloven § 2-1: which reports are dropped is not said, only that no reason is owed for the groundless."""
    (source,) = [one for one in knowledge.articles["melding-feil"].sources if one.id == "bvl-2-1"]
    assert "blir henlagt" not in source.says
    why = knowledge.guides["bekymring"].steps["niva_3_plan"].why
    assert why
    assert "kan ha rett til koordinator" in why


@pytest.mark.parametrize(
    ("slug", "source", "word"),
    [
        ("barnets-medvirkning", "bl-31", "yngre barn når de kan gjøre seg opp en mening"),
        (
            "klage-barnevern",
            "bvl-12-3a",
            "Barnet kan selv klage på vedtak om frivillig opphold utenfor hjemmet",
        ),
        ("taushetsplikt-mellom-etater", "fvl-13b", "at noen har kontakt med tjenesten, og hva som er bestemt"),
        ("opplysningsrett-hva", "fvl-13b", "at noen har kontakt med tjenesten, eller hva som er bestemt"),
        ("samtykke-12-16", "pbrl-4-3", "fordi det følger av hva slags hjelp det er"),
    ],
)
def test_what_the_section_also_gives_is_said(knowledge: Knowledge, slug: str, source: str, word: str) -> None:
    """Barnelova § 31, barnevernsloven § 12-3 a, forvaltningsloven § 13 b no. 5, pasient- og brukerrettighetsloven
    § 4-3."""
    article = knowledge.articles[slug]
    assert source in {one.id for one in article.sources}
    assert word in " ".join(f"{article.short_answer} {article.meaning}".split())


@pytest.mark.parametrize("slug", ["melding-privatperson", "meldeplikt-frivillig", "meldeplikt-hvem"])
def test_who_does_a_task_for_the_municipality_reads_the_same_everywhere(knowledge: Knowledge, slug: str) -> None:
    """Barnevernsloven § 13-2, of private persons and organisations that do the municipality's tasks."""
    said = " ".join(knowledge.articles[slug].meaning.split()).casefold()
    assert "leser vi loven slik at" in said
    assert "da kan du ha meldeplikt" not in said


def test_a_child_s_own_acts_are_a_danger_to_how_it_grows_up(knowledge: Knowledge) -> None:
    """Barnevernsloven § 13-2: «satt sin utvikling i alvorlig fare»."""
    (chapter,) = [one for one in knowledge.courses["ny-her"].chapters if one.id == "fare-forst"]
    assert any("satt utviklingen sin i alvorlig fare" in one for one in chapter.points)
