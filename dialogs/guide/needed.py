"""What the program knows by name in the guides, so that no editor can call it something else: see `check_named`."""

from __future__ import annotations

from bot.content.profile import THEMES
from bot.domain.case import AGE_BANDS
from dialogs.guide.outcome_card import HOLDERS
from dialogs.guide.prefill import WAYS
from dialogs.guide.sitting import DUTY_STEP, LEVEL_STEP
from dialogs.guide.step_card import LEVELS
from dialogs.guide.told_advice import REPORT, WATCH

ASKED_ALONE = ("vold", "omsorg")
"""Themes of a case that the guide has asked about before it asks what it is about."""
_IN_WORRY = (
    DUTY_STEP,
    f"{LEVEL_STEP}=ny",
    f"{LEVEL_STEP}=tema",
    *(f"{LEVEL_STEP}={level}" for level in LEVELS),
    *(f"{plan}.stafettpinne=ingen" for plan in HOLDERS),
    *(f"samtykke={answer}" for answer in WAYS),
    *(f"om_barnet.alder={band}" for band in AGE_BANDS),
    *(f"om_barnet.vedtak={helped}" for helped in ("vedtak", "barnekoordinator", "ansvarsgruppe", "vet_ikke")),
    "om_barnet.arena=annet",
    *(f"hva_har_du_sett.tema={theme}" for theme in THEMES if theme not in ASKED_ALONE),
    "ring_om_fare=fare",
    *(f"{step}={answer}" for step in ("ring_om_fare", "ring_i_dag") for answer in (REPORT, *WATCH)),
    "barnet_hort=ikke_enna",
    "droft_med_leder=nei",
    "snakk_med_foreldre=ikke_enna",
    "hva_na=nei",
    "trenger_mer=nei",
    "trenger_flere=nei",
    "provd.tiltak=ingenting",
    "provd.tiltak=lokalt_team",
    "koordinering",
    "utfall_over_18",
    "utfall_niva_1",
    "utfall_fullfor_niva_0",
    "utfall_avslutt",
    "utfall_fortsett_niva_1",
    "utfall_fortsett_niva_2",
    "utfall_niva_3",
    "utfall_team_ta_kontakt",
    "utfall_team_samtykke",
    "utfall_team_anonymt",
    "utfall_ring_i_dag",
    "utfall_meld",
)
_AGAINST_STAFF = (
    "hva_skjedde=nei",
    "hvem=leder",
    "utfall_ansatt_vold_eier",
    "utfall_meld_eier",
    "utfall_ansatt_vold",
    "utfall_meld_ledelsen",
)
NEEDED = (
    "akutt",
    *(f"bekymring:{name}" for name in _IN_WORRY),
    *(f"mistanke_mot_ansatt:{name}" for name in _AGAINST_STAFF),
)
"""Steps, outcomes, fields and answers that rules, cards and cases ask for."""
