"""The check refuses what would hurt: each test breaks the real guide in one way and reads what the editor is told."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bot.content.guide_archive import ARCHIVE, archive_name, as_yaml, keep_versions
from bot.content.guide_file import load_guides
from dialogs.guide.needed import NEEDED
from tests.content.knowledge_copy import KNOWLEDGE, Copy

BEKYMRING = "guides/bekymring.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the real content."""
    return Copy(tmp_path / "knowledge")


def test_the_real_guides_and_profiles_have_no_errors(copy: Copy) -> None:
    assert copy.errors() == ""


def test_a_misspelt_target_is_named_with_file_step_and_a_guess(copy: Copy) -> None:
    copy.change(
        BEKYMRING, 'say: "Nei, ikke nå", go_to: grunn_til_a_tro', 'say: "Nei, ikke nå", go_to: grunn_til_a_trog'
    )
    errors = copy.errors()
    assert "guides/bekymring.yaml" in errors
    assert "«trygg_na»" in errors
    assert "Mente du «grunn_til_a_tro»?" in errors


def test_an_option_that_leads_nowhere_is_a_dead_end(copy: Copy) -> None:
    copy.change(BEKYMRING, "{id: ja, say: Ja, go_to: barnets_syn}", "{id: ja, say: Ja}")
    assert "fører ingen steder" in copy.errors()


def test_a_step_nobody_reaches_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, "{id: ja, say: Ja, go_to: barnets_syn}", "{id: ja, say: Ja, go_to: droft_med_leder}")
    assert "Ingen vei fører til steget «barnets_syn»" in copy.errors()


def test_an_outcome_nobody_reaches_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, "go_to: utfall_helse_i_dag", "go_to: utfall_selvskading")
    assert "Ingen vei fører til utfallet «utfall_helse_i_dag»" in copy.errors()


@pytest.mark.parametrize(
    ("rule", "gives"),
    [
        ("team_rule: riktig_team", "et team (picks_team)"),
        ("show_when_rule_says_yes: tema_helse", "ja eller nei (answers)"),
        ("go_to_rule: etter_tema", "et sted å gå (goes_to)"),
    ],
)
def test_a_rule_is_used_for_what_it_gives_only(copy: Copy, rule: str, gives: str) -> None:
    field = rule.partition(": ")[0]
    other = "samordner" if field != "team_rule" else "tema_helse"
    copy.change(BEKYMRING, rule, f"{field}: {other}")
    assert f"Regelen «{other}» gir ikke {gives}" in copy.errors()


def test_a_loop_is_refused_and_drawn(copy: Copy) -> None:
    copy.change(
        BEKYMRING,
        '{id: nei, say: "Nei, ikke ennå", go_to: snakk_med_foreldre, todo: Drøft',
        '{id: nei, say: "Nei, ikke ennå", go_to: barnet_hort, todo: Drøft',
    )
    errors = copy.errors()
    assert "går i ring" in errors
    assert "barnet_hort → " in errors


def test_a_deciding_question_without_definition_is_refused(copy: Copy) -> None:
    copy.change(
        BEKYMRING, "    count_as_no: [Du har fått en forklaring som stemmer med det du ser, Barnet har det bedre]\n", ""
    )
    assert "«hva_na» avgjør noe, men mangler" in copy.errors()


def test_a_deciding_question_without_unsure_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, "      - {id: usikker, say: Jeg er usikker, go_to: utfall_drofting_kontroll}\n", "")
    assert "har ikke valget «Jeg er usikker»" in copy.errors()


def test_unsure_may_not_end_milder_than_no(copy: Copy) -> None:
    old = "{id: usikker, say: Jeg er usikker, go_to: utfall_ring_i_dag}\n      - {id: nei, say: Nei, go_to: egen_fare}"
    copy.change(
        BEKYMRING, old, old.replace("utfall_ring_i_dag", "hva_na").replace("go_to: egen_fare", "go_to: utfall_meld")
    )
    assert "mildere enn det «nei» kan ende i" in copy.errors()


def test_a_way_to_a_case_request_around_the_safety_question_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, 'say: "Nei, ikke nå", go_to: grunn_til_a_tro', 'say: "Nei, ikke nå", go_to: hvor_langt')
    errors = copy.errors()
    assert "En vei til «utfall_team_anonymt» går utenom sikkerhetsspørsmålet «grunn_til_a_tro»" in errors


def test_doubt_that_barnevernet_has_not_settled_never_leads_to_a_case_request(copy: Copy) -> None:
    old = 'short: "Ikke fått svar", go_to: utfall_ring_i_dag'
    copy.change(BEKYMRING, old, old.replace("utfall_ring_i_dag", "hvor_langt"))
    assert "går utenom sikkerhetsspørsmålet «grunn_til_a_tro»" in copy.errors()


def test_the_first_question_must_be_the_safety_question(copy: Copy) -> None:
    copy.change(BEKYMRING, "start: trygg_na", "start: hvor_langt")
    assert "Det første spørsmålet må være sikkerhetsspørsmålet" in copy.errors()


def test_a_rule_that_does_not_exist_is_refused_with_a_guess(copy: Copy) -> None:
    copy.change(BEKYMRING, "go_to_rule: etter_alder", "go_to_rule: etter_alderen")
    assert "Regelen «etter_alderen» er ikke beskrevet i named_rules. Mente du «etter_alder»?" in copy.errors()


def test_a_rule_nobody_has_programmed_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, "etter_alder", "etter_navn")
    assert "Regelen «etter_navn» finnes ikke i programmet" in copy.errors()


def test_missing_and_unknown_sources_are_refused(copy: Copy) -> None:
    copy.change(
        BEKYMRING,
        "    sources: [vr-plan, bl-31, bhl-3, oppl-10-2]\n    rows: [V06, V48",
        "    sources: [vr-planen]\n    rows: [V06, V48",
    )
    assert "Kilden «vr-planen» finnes ikke i sources. Mente du «vr-plan»?" in copy.errors()


def test_an_unknown_contact_is_refused_in_each_municipality(copy: Copy) -> None:
    copy.change(BEKYMRING, "contacts: [barnevern_mottak, barnevernvakt]", "contacts: [barnevernet, barnevernvakt]")
    errors = copy.errors()
    assert "Kontakten «barnevernet» finnes ikke i Tydal. Mente du «barnevern" in errors


def test_a_misspelt_field_is_refused_with_line_and_guess(copy: Copy) -> None:
    copy.change(BEKYMRING, "    why: Da er dere to om å se", "    whyy: Da er dere to om å se")
    errors = copy.errors()
    assert "linje" in errors
    assert "Feltet «whyy» finnes ikke. Mente du «why»?" in errors


def test_a_text_cut_by_a_comma_is_noticed(copy: Copy) -> None:
    old = '["Samarbeidet virker, og barnet har det bedre"]'
    copy.change(BEKYMRING, old, "[Samarbeidet virker, og barnet har det bedre]")
    assert "«og barnet har det bedre» er trolig kuttet av et komma" in copy.errors()


def test_an_outcome_outside_severity_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, "  - utfall_avslutt\n", "")
    assert "Utfallet «utfall_avslutt» mangler i severity" in copy.errors()


def test_a_published_version_cannot_be_changed_without_a_new_number(copy: Copy) -> None:
    keep_versions(copy.folder)
    assert copy.errors() == ""
    copy.change(BEKYMRING, "Er du fortsatt urolig for barnet?", "Er du fremdeles urolig for barnet?")
    assert "er allerede publisert med annet innhold. Gi den nye versjonen et nytt nummer." in copy.errors()


def test_a_bare_level_in_a_title_is_refused(copy: Copy) -> None:
    copy.change(BEKYMRING, "title: Handlingsveilederen nivå 1 – tiltak hos dere", "title: Nå er dere på nivå 1")
    assert "Skriv aldri bare «nivå 1»" in copy.errors()


def not_kept(knowledge: Path) -> tuple[str, ...]:
    """Return the ids of guides whose current version is not in the archive."""
    guides, _ = load_guides(knowledge)
    folder = knowledge / "guides" / ARCHIVE
    return tuple(guide.id for guide in guides.values() if not (folder / archive_name(guide)).exists())


def test_a_kept_version_is_whole_on_its_own_and_stays_when_the_guide_moves_on(copy: Copy) -> None:
    keep_versions(copy.folder)
    before, _ = load_guides(copy.folder)
    copy.change(BEKYMRING, 'version: "2026-11-30.1"', 'version: "2027-01-01.1"')
    copy.change("guides/felles/farer.yaml", "title: Meld i dag\n", "title: Meld til barnevernet i dag\n")
    for other in ("akutt", "mistanke_mot_ansatt"):
        copy.change(f"guides/{other}.yaml", f'version: "{before[other].version}"', 'version: "2027-01-01.1"')
    assert not_kept(copy.folder) == ("akutt", "bekymring", "mistanke_mot_ansatt")
    now, kept = load_guides(copy.folder)
    assert now["bekymring"].outcomes["utfall_meld"].title == "Meld til barnevernet i dag"
    assert kept["bekymring", "2026-11-30.1"] == before["bekymring"]
    steps = kept["bekymring", "2026-11-30.1"].steps
    assert all(steps[key] is step for key, step in now["bekymring"].steps.items()), "what did not change is held once"
    assert keep_versions(copy.folder)
    assert keep_versions(copy.folder) == []


def test_a_guide_written_out_reads_back_the_same(copy: Copy) -> None:
    guides, _ = load_guides(copy.folder)
    for guide in guides.values():
        (copy.folder / "guides" / f"{guide.id}.yaml").write_text(as_yaml(guide), "utf-8")
    assert load_guides(copy.folder)[0] == guides


def test_the_versions_staff_can_be_pinned_to_are_kept() -> None:
    """Run `python -m bot keep` when a guide has got a new version."""
    assert not_kept(KNOWLEDGE) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("grunn_til_a_tro", "grunn_til_tro", "steps»: «grunn_til_a_tro» er borte"),
        ("om_barnet", "om_ungen", "steps»: «om_barnet» er borte"),
        ("id: folg_med_foreldre_vent", "id: folg_med_vent", "options»: «folg_med_foreldre_vent» er borte"),
        ("id: flukt", "id: flyktning", "fields»: «flukt» er borte"),
        ("id: stafettpinne", "id: pinne", "fields»: «stafettpinne» er borte"),
    ],
)
def test_what_the_program_knows_by_name_keeps_its_name(copy: Copy, old: str, new: str, said: str) -> None:
    copy.change(BEKYMRING, old, new)
    assert said in copy.errors()


def test_a_guide_the_program_begins_is_not_taken_away(copy: Copy) -> None:
    (copy.folder / "guides/akutt.yaml").unlink()
    assert "guides/akutt.yaml: Boten trenger denne veilederen" in copy.errors()


def test_every_step_and_outcome_that_the_rules_and_cards_of_a_guide_name_is_needed() -> None:
    guides, _ = load_guides(KNOWLEDGE)
    places = {place for guide in guides.values() for place in (*guide.steps, *guide.outcomes)}
    needed = {name.partition(":")[2].partition("=")[0].partition(".")[0] for name in NEEDED}
    files = [*(KNOWLEDGE.parent / "dialogs/guide").glob("*.py"), *(KNOWLEDGE.parent / "dialogs/cases").glob("*.py")]
    named = {
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in places
    }
    # the three are an arena, a point of the gate and a kind of danger as well
    assert named - {"helse", "fare_na", "selvmord"} <= needed, "a name that is asked for and can be taken away"


def test_quotation_marks_as_word_writes_them_are_told_of(copy: Copy) -> None:
    ask = "Hvor lenge skal avidentifiserte saker bevares, og hva overføres til arkivet?"
    copy.change("kommuner/stjordal.yaml", f'"{ask}"', f"”{ask}”")
    assert "slik Word skriver dem" in copy.errors()
