"""What the gate of a case may end in: report, or ring first. The person can go back from both; nothing is sent.

Keeps the fixed choices that were made. What was written lies on the cards, which carry it on (decision 4).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Button, Card, Paragraph, Rows
from dialogs.cases.form import submission_of
from dialogs.contacts import contact, contact_rows
from dialogs.dialog import Around

ABOUT, GATE, FORM, REVIEWED = "about", "gate", "form", "review"
"""The steps of a case. A draft with the step `form` is one that its writer wants coarser."""
AFTER_GATE = (FORM, REVIEWED)
"""The steps once «no to all» was answered, in which something may be written."""
REPORTED, RING_FIRST = "report", "ring"
"""The step of a case that the gate has stopped: it must pass the gate again before anything can be written or sent."""
DANGERS: Mapping[str, str] = {
    "selvmord": "suicide",
    "livsfare": "life",
    "brann": "life",
    "borte": "life",
    "trussel": "life",
    "vold": "violence",
    "overgrep": "violence",
    "gravid": "violence",
    "tvangsekteskap": "forced",
    "kjonnslemlestelse": "forced",
    "barn_i_fare": "child",
}
"""What is said of each kind of danger before a case is sent (`case.confirm_danger_...`), the most urgent first."""
ADULT_FROM = ("18-20", "over-20")
"""Age bands to which the duty to report does not apply: a child is under 18 (bvl. § 1-2)."""
ADULT, OF_ANYBODY = "adult", ("suicide",)
"""What is said of every danger for an adult, and the dangers of which the same is said whatever the age."""
Carried = tuple[tuple[str, str], ...]


def own_law(role: str | None, around: Around) -> str:
    """Say where the duty stands for this role, and where its words differ from barnevernsloven § 13-2."""
    text, other = around.text, f"duty.own_{role}"
    said = text("duty.law", law=law_of(role, around))
    return f"{said} {text(other)}" if other in text else said


def law_of(role: str | None, around: Around) -> str:
    """Return the sections the duty to report stands in for this role."""
    key = f"duty.law_{role}"
    return around.text(key if key in around.text else "duty.law_annet")


def footnote(state: ConversationState, around: Around) -> str:
    """Return the sources of the gate and of what it ends in."""
    return around.text("duty.footnote", law=law_of(state.profile.role, around))


def is_about_adult(state: ConversationState) -> bool:
    """Tell whether the case under way is about somebody who is no child any more."""
    return state.case.age in ADULT_FROM


def danger_box(kinds: Collection[str], state: ConversationState, around: Around) -> tuple[Box, ...]:
    """Return what to do instead of sending when danger was heard and said not to be acute, by the kinds of danger; an
    adult is reported to nobody, but what may be done to them must be averted (strl. § 196)."""
    text = around.text
    told = dict.fromkeys(what for kind, what in DANGERS.items() if kind in kinds)
    if is_about_adult(state):
        told = dict.fromkeys(what if what in OF_ANYBODY else ADULT for what in told)
    line = contact("vo_linjen", state, around)
    number = (line.value if line else None) or "116 006"
    said = (text("case.confirm_danger"), *(text(f"case.confirm_danger_{what}", number=number) for what in told))
    return (Box(tuple(map(Paragraph, said)), "attention"),) if told else ()


def neglect_box(said: str, state: ConversationState, around: Around) -> tuple[Block, ...]:
    """Return what is told to who writes of what may be neglect and has not heard it as danger: the duty is their own,
    and whom they may ring first. Nothing for an adult, who is reported to nobody."""
    is_told = is_about_adult(state) or "barn_i_fare" in state.case.not_acute
    if is_told or not around.neglect.may_be_in(said):
        return ()
    told = around.text("case.confirm_neglect", law=law_of(state.profile.role, around))
    return Box((Paragraph(told),), "warning"), Rows(contact_rows(("barnevern_mottak",), state, around))


def report_card(violence: bool, state: ConversationState, around: Around, carries: Carried) -> Card:
    """The duty to report is triggered: report, and nothing goes to the team (Bufdir's advice)."""
    text = around.text
    about_parents = "case.report_violence" if violence else "case.report_parents"
    return Card(
        kind="case_report",
        header=(text("case.header"), ""),
        title=text("case.report_title"),
        intro=text("case.report_intro"),
        blocks=(
            Box((Paragraph(text(about_parents)),), "attention" if violence else "warning"),
            Rows(contact_rows(("nodnummer", "barnevern_mottak", "barnevernvakt", "alarmtelefonen"), state, around)),
        ),
        buttons=(
            Button(text("acute.report"), "article", "melding-hvordan", style="positive"),
            Button(text("acute.write"), "article", "melding-innhold"),
            Button(text("acute.avert_more"), "article", "avvergeplikt-hva"),
            Button(text("common.back"), "case_gate_again", submission_of(state), carries=carries),
        ),
        footnote=(footnote(state, around),),
    )


def unsure_card(state: ConversationState, around: Around, carries: Carried) -> Card:
    """Unsure leads to a call, not to silence and not to the channel."""
    text = around.text
    return Card(
        kind="case_unsure",
        header=(text("case.header"), ""),
        title=text("case.unsure_title"),
        intro=text("case.unsure_intro"),
        blocks=(
            Rows(contact_rows(("barnevern_mottak", "barnevernvakt", "alarmtelefonen"), state, around)),
            Paragraph(text("case.unsure_back")),
        ),
        buttons=(
            Button(
                text("case.unsure_called"), "case_gate_again", submission_of(state), style="positive", carries=carries
            ),
            Button(text("common.cancel"), "case_cancel", submission_of(state)),
        ),
        footnote=(footnote(state, around),),
    )


def stopped_card(state: ConversationState, around: Around, carries: Carried = ()) -> Card | None:
    """Return the card of a case that the gate has stopped; None when it has not."""
    step = state.case.step
    if step == REPORTED:
        return report_card(state.case.violence, state, around, carries)
    return unsure_card(state, around, carries) if step == RING_FIRST else None
