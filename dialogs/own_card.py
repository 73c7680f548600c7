"""The cards for who writes of danger to themselves or their own child: they are no member of staff now."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Card, Line, Row, Rows
from dialogs.contacts import contact_rows
from dialogs.dialog import ACUTE_CARD, GO_ON, Around, Step

OWN: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "life": ("selvmord", "hjelpetelefoner", ("legevakt", "mental_helse")),
    "hit": ("vold", "krisesenter", ("krisesenter", "vo_linjen")),
    "raped": ("overgrep", "hjelpetelefoner", ("legevakt", "vo_linjen")),
    "threat": ("trussel", "hjelpetelefoner", ("vo_linjen",)),
    "ill": ("livsfare", "hjelpetelefoner", ("legevakt",)),
    "hits": ("vold", "hjelpetelefoner", ("barnevern_mottak", "barnevernvakt", "vo_linjen")),
    "child": ("vold", "melding-privatperson", ("barnevern_mottak", "barnevernvakt", "krisesenter", "vo_linjen")),
}
"""What is shown to who speaks of themselves or their own child: the kind of danger, the article and whom to ring."""
OWN_CARD = "acute_own"
"""The verb that opens one of them."""
MEDICAL = ("life", "hits", "ill")
"""Of these the ones where the ambulance is rung first."""


def ask_whose(around: Around) -> Step:
    """Ask who says that it is about themselves whether it is at home: what they wrote before is not kept, and who has
    hit a pupil must not read that nothing is their fault."""
    text = around.text
    home = (Button(text(f"acute.own_{about}_say"), OWN_CARD, about, submits_inputs=False) for about in ("hit", "hits"))
    return Step((Line(text("acute.own_whose"), (*home, Button(text("acute.own_staff_say"), "staff"))),))


def own_beside(about: str, around: Around) -> Line:
    """Say how to come from the card for staff to the one for oneself, or to the one that may be meant."""
    if about in ("child", "maybe"):
        return Line(around.text("acute.own_maybe"))
    say = Button(around.text("acute.own_perhaps_say"), OWN_CARD, about, submits_inputs=False)
    return Line(around.text("acute.own_perhaps"), (say,) if about in OWN else ())


def own_on_card(state: ConversationState) -> str:
    """Return which of `OWN` is on the card that was shown last; empty when it is no such card."""
    shown = {(one.verb, one.id) for one in state.shown}
    cards = (about for about, (kind, article, _) in OWN.items() if {("article", article), ("acute", kind)} <= shown)
    return next(cards, "")


def own_card(
    about: str,
    state: ConversationState,
    around: Around,
    *,
    heard_in_form: str = "",
    carries: tuple[tuple[str, str], ...] = (),
) -> Card:
    """Return what one does oneself in danger at home, or who wants to live no more: they are no member of staff now.
    What they wrote may be somebody else's words, so the card for that is one press away. Of what was `heard_in_form`
    the card carries the form, as the acute one does."""
    text = around.text
    kind, article, contacts = OWN[about]
    police = Row("112", text("acute.police"), text("acute.police_note"))
    ambulance = Row("113", text("acute.ambulance"), text("acute.ambulance_note"))
    first = (ambulance, police) if about in MEDICAL else (police, ambulance)
    go_on_words = text("acute.not_acute" if heard_in_form else "acute.go_on")
    go_on = Button(go_on_words, GO_ON, heard_in_form or kind, submits_inputs=False, carries=carries)
    title = text("acute.title_life" if about in ("life", "ill") else f"acute.own_{about}_title")
    return Card(
        kind=ACUTE_CARD,
        header=(text("acute.header"), ""),
        title=title,
        intro=text(f"acute.own_{about}"),
        blocks=(Rows((*first, *contact_rows(contacts, state, around)), tone="attention"),),
        buttons=(
            Button(text(f"acute.own_{about}_more"), "article", article, submits_inputs=False),
            Button(text("acute.of_another"), "acute", kind, submits_inputs=False),
            go_on,
        ),
        footnote=(
            text("acute.own_footnote_law" if "krisesenter" in contacts else "acute.own_footnote"),
            text("acute.footnote_2"),
        ),
        speak=title,
        doors=False,
    )
