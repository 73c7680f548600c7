"""The named rules guides refer to: everything that must be worked out from answers, age, place and municipality.

A rule is given only the answers its file says it reads, and returns `ja`/`nei`, or the step or outcome to go to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.content.fact import Unknown
from bot.content.profile import MunicipalityProfile
from bot.content.routing import is_for, teams_for
from bot.content.team import Team

ADULT_BANDS = ("18-20", "over-20")
BABY = "0-18-mnd"
SMALL = (BABY, "19-mnd-5-ar")
"""Under six: what is asked of older children may sound absurd of them, and would make one doubt the rest."""


@dataclass(frozen=True)
class RuleFacts:
    """What a rule may look at."""

    answers: Mapping[str, Any]
    """Step id → answer: an option id, or a mapping of field id → choice ids."""
    profile: MunicipalityProfile | None = None
    role: str | None = None

    def said(self, step: str) -> str:
        """Return the option chosen in a question, or an empty string."""
        answer = self.answers.get(step)
        return answer if isinstance(answer, str) else ""

    def ticked(self, step: str, field: str) -> tuple[str, ...]:
        """Return what is chosen in a field of a checklist."""
        answer = self.answers.get(step)
        value = answer.get(field, ()) if isinstance(answer, Mapping) else ()
        return (value,) if isinstance(value, str) and value else tuple(value)

    def one(self, step: str, field: str) -> str:
        """Return the first choice of a field, or an empty string."""
        return next(iter(self.ticked(step, field)), "")


def yes(condition: bool) -> str:
    """Say a truth in the word the file uses."""
    return "ja" if condition else "nei"


def _themes(*themes: str) -> Callable[[RuleFacts], str]:
    return lambda facts: yes(_is_about(facts, *themes))


def _is_about(facts: RuleFacts, *themes: str) -> bool:
    return not set(themes).isdisjoint(facts.ticked("hva_har_du_sett", "tema"))


def tema_selvmord(facts: RuleFacts) -> str:
    """Ask what is felt inside: of a child under six only when the worry is its mental health, of a baby never."""
    age = facts.one("om_barnet", "alder")
    of_older = () if age in SMALL else ("spiseforstyrrelse", "mobbing", "utenforskap")
    return yes(age != BABY and _is_about(facts, "psykisk_helse", *of_older))


def tema_egen_fare(facts: RuleFacts) -> str:
    """Ask what the child itself has done; of a child under six, only when crime or drugs are named."""
    of_older = () if facts.one("om_barnet", "alder") in SMALL else ("atferd",)
    return yes(_is_about(facts, "rus", "kriminalitet", *of_older))


def kan_snakke_med_foreldre(facts: RuleFacts) -> str:
    """No as soon as barnevernet, asked once or twice, has said that the parents should wait."""
    return yes("folg_med_foreldre_vent" not in (facts.said("ring_om_fare"), facts.said("ring_i_dag")))


def trenger_koordinering(facts: RuleFacts) -> str:
    """Ask about barnekoordinator when illness, decisions or several services point that way, unless there is one."""
    if facts.one("om_barnet", "vedtak") == "barnekoordinator":
        return "nei"
    ill = bool({"funksjonsnedsettelse", "fysisk_helse"} & set(facts.ticked("hva_har_du_sett", "tema")))
    helped = facts.one("om_barnet", "vedtak") in ("vedtak", "ansvarsgruppe", "vet_ikke")
    return yes(ill or helped or facts.said("hvor_langt") in ("niva_2", "niva_3"))


def etter_alder(facts: RuleFacts) -> str:
    """Send adults to the services for adults."""
    return "utfall_over_18" if facts.one("om_barnet", "alder") in ADULT_BANDS else "hva_har_du_sett"


def etter_tema(facts: RuleFacts) -> str:
    """Go on at the level they are on."""
    places = {"niva_1": "niva_1_plan", "niva_2": "niva_2_plan", "niva_3": "niva_3_plan"}
    return places.get(facts.said("hvor_langt"), "barnet_hort")


def utfall_etter_niva_0(facts: RuleFacts) -> str:
    """Still worried or unsure: measures. Not worried: finish what is missing, or let it lie."""
    if facts.said("hva_na") != "nei":
        return "utfall_niva_1"
    missing = (
        facts.said("barnet_hort") == "ikke_enna",
        facts.said("droft_med_leder") == "nei",
        facts.said("snakk_med_foreldre") == "ikke_enna",
    )
    return "utfall_fullfor_niva_0" if any(missing) else "utfall_avslutt"


def etter_niva_1(facts: RuleFacts) -> str:
    """Needs more: on to consent and team, unless nothing is tried yet."""
    if facts.said("trenger_mer") == "nei":
        return "utfall_fortsett_niva_1"
    return "utfall_niva_1" if facts.ticked("provd", "tiltak") in ((), ("ingenting",)) else "koordinering"


def etter_niva_2(facts: RuleFacts) -> str:
    """Needs more services, or unsure: on to coordination."""
    return "utfall_fortsett_niva_2" if facts.said("trenger_flere") == "nei" else "koordinering"


def utfall_med_team(facts: RuleFacts) -> str:
    """Keep the two ways apart: anonymous into the team's channel, with consent into the secure form."""
    team = riktig_team(facts)
    has_consent = facts.said("samtykke") in ("ja", "ja_deltar")
    if has_consent and facts.said("hvor_langt") in ("niva_2", "niva_3"):
        return "utfall_niva_3"
    if team is None or isinstance(team.ways_in, Unknown):
        return "utfall_team_ta_kontakt"
    if has_consent:
        return "utfall_team_samtykke" if team.takes_with_consent else "utfall_team_anonymt"
    return "utfall_team_anonymt" if team.takes_in_channel else "utfall_team_ta_kontakt"


def melding_om_egen_fare(facts: RuleFacts) -> str:
    """What the child itself has done is no ground for a report in barnehageloven: a private kindergarten asks first."""
    return "utfall_ring_i_dag" if facts.role == "privat_barnehage" else "utfall_meld"


def etter_alvor(facts: RuleFacts) -> str:
    """Violence, abuse or doubt goes to police and barnevern; the leadership is never told through itself."""
    grave = facts.said("hva_skjedde") != "nei"
    if facts.said("hvem") == "leder":
        return "utfall_ansatt_vold_eier" if grave else "utfall_meld_eier"
    return "utfall_ansatt_vold" if grave else "utfall_meld_ledelsen"


RULES: Mapping[str, Callable[[RuleFacts], str]] = {
    "kan_snakke_med_foreldre": kan_snakke_med_foreldre,
    "tema_sosial_kontroll": _themes("sosial_kontroll", "flukt"),
    "tema_selvmord": tema_selvmord,
    "tema_hjemme": _themes("hjemmeforhold", "rus"),
    "tema_egen_fare": tema_egen_fare,
    "tema_barn_mot_barn": _themes("mobbing", "atferd", "kriminalitet"),
    "tema_helse": _themes("fysisk_helse", "spiseforstyrrelse"),
    "trenger_koordinering": trenger_koordinering,
    "etter_alder": etter_alder,
    "etter_tema": etter_tema,
    "utfall_etter_niva_0": utfall_etter_niva_0,
    "etter_niva_1": etter_niva_1,
    "etter_niva_2": etter_niva_2,
    "utfall_med_team": utfall_med_team,
    "etter_alvor": etter_alvor,
    "melding_om_egen_fare": melding_om_egen_fare,
}
"""Rules that say yes or no, or where to go."""


def _teams(facts: RuleFacts, purpose: str, step: int) -> Sequence[Team]:
    if facts.profile is None:
        return ()
    arena = facts.one("om_barnet", "arena")
    return teams_for(
        facts.profile.teams,
        facts.one("om_barnet", "alder"),
        arena,
        facts.ticked("hva_har_du_sett", "tema"),
        purpose=purpose,
        role=facts.role,
        step=step,
    )


def tidlig_team(facts: RuleFacts) -> Team | None:
    """The lowest place to talk a child over: the kindergarten's arena, the local team, the pupil service."""
    return next(iter(_teams(facts, "enkeltsak", 1)), None)


def riktig_team(facts: RuleFacts) -> Team | None:
    """The first team that fits and whose way in fits the consent there is; else the first that fits.

    Once the matter has been in a local team, or two services work together, the local places are behind.
    """
    fitting = list(_teams(facts, "enkeltsak", 3))
    if "lokalt_team" in facts.ticked("provd", "tiltak") or facts.said("hvor_langt") in ("niva_2", "niva_3"):
        fitting = [team for team in fitting if team.step > 1] or fitting
    if facts.said("samtykke") in ("ja", "ja_deltar"):
        wanted = [team for team in fitting if team.takes_with_consent]
    elif facts.said("samtykke"):
        wanted = [team for team in fitting if team.takes_in_channel and "samtykke" not in _preconditions(team)]
        wanted = wanted or [team for team in fitting if team.takes_in_channel]
    else:
        wanted = []
    return next(iter(wanted or fitting), None)


def _preconditions(team: Team) -> tuple[str, ...]:
    return team.must_be_done_first if isinstance(team.must_be_done_first, tuple) else ()


def team_for_system(facts: RuleFacts) -> Team | None:
    """The place for themes, when the municipality has one among its teams that is for this role."""
    teams = facts.profile.teams if facts.profile else ()
    return next((team for team in teams if "system" in team.purpose and is_for(team.arenas, facts.role)), None)


def samordner(facts: RuleFacts) -> Team | None:
    """The coordinating unit. A team for one theme only, such as grave illness, is never it."""
    if facts.profile is None:
        return None
    contact = facts.profile.coordinating_unit
    teams = [team for team in facts.profile.teams if "koordinering" in team.purpose and not team.themes]
    return next((team for team in teams if team.contact == contact), next(iter(teams), None))


TEAM_RULES: Mapping[str, Callable[[RuleFacts], Team | None]] = {
    "tidlig_team": tidlig_team,
    "riktig_team": riktig_team,
    "team_for_system": team_for_system,
    "samordner": samordner,
}
"""Rules that pick the team an outcome shows."""
NAMED = frozenset({*RULES, *TEAM_RULES})
"""What guides may call them."""
