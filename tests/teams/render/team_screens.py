"""Every card a consultation team and its requester get to see in the life of a case, made by the bot itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.delivery.rounds import make_rounds
from bot.domain.reply import Card, Reply
from bot.domain.turn import Installed
from dialogs.cases.deliver import thread_line
from dialogs.cases.team_card import team_card
from tests.cases.delivering import Delivering, Recording
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, Desk

LONG = {
    "seen": "Kommer ofte sent og går tidlig. Sitter alene i friminuttene, og svarer kort når noen voksne spør.",
    "child": "Sier at det er greit, men vil ikke snakke om hvorfor.",
    "done": "Snakket med hjemmet to ganger, fast voksen i døra i fem uker, og kortere dager. Det hjalp litt.",
    "advice_wanted": "Hvordan kan vi gjøre overgangen om morgenen lettere uten å gi mer oppmerksomhet til fraværet?",
    "risk": "helse,rus",
    "protective": "venner",
}
ANSWER = {
    "advice": "Begynn rolig: fast voksen i døra, og et kvarter alene i klassen.",
    "why": "Overgangen er tyngst når alle er der.",
    "role": "kontaktlærer",
    "what": "møter barnet ute hver morgen",
    "by": "2099-12-14",
    "come_back": "Om to uker, eller straks hvis fraværet øker.",
    "own_role": "Helsesykepleier",
    "more": "needs_decision,extended",
}


class Screens:
    """Plays a case and keeps every card, by a name of its own."""

    def __init__(self) -> None:
        clock = MovableClock()
        self.desk = Desk(FakeStore(clock.now), clock, Recording())
        self.desk.staff = frozenset({"leader", "owner"})
        self.delivering = Delivering(self.desk)
        self.cards: dict[str, Card] = {}

    def keep(self, name: str, shown: Iterable[Reply]) -> None:
        for one in shown:
            if isinstance(one, Card):
                self.cards.setdefault(f"{name}.{one.kind}", one)

    async def deliver(self, name: str) -> None:
        """Deliver, and keep what came to the channel and to the chats."""
        messenger = self.desk.messenger
        assert isinstance(messenger, Recording)
        before = len(messenger.sent)
        await self.delivering.deliver()
        self.keep(name, [reply for _, reply in messenger.sent[before:]])

    async def team(self, name: str, verb: str, case_id: str = "", values: Any = None, by: Any = OLE) -> None:
        self.keep(name, await self.desk.press(by, verb, case_id, values, CHANNEL))
        await self.deliver(name)

    async def mine(self, name: str, verb: str, case_id: str, values: Any = None) -> None:
        self.keep(name, await self.desk.press(KARI, verb, case_id, values))
        await self.deliver(name)


async def team_screens() -> dict[str, Card]:
    """Return every card, by name."""
    here = Screens()
    desk = await here.desk.open()
    here.keep("00-welcome", await desk.take(OLE, Installed(), CHANNEL))
    here.keep("01-connect", await desk.say(OLE, "koble til", CHANNEL))
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=LONG)
    here.keep("02-review", shown)
    here.keep("03-receipt", await desk.push(KARI, shown, desk.text("case.send")))
    await here.deliver("04-posted")
    case_id = (await desk.cases_of(KARI))[0].id
    await here.team("05-seen", "case_seen", case_id, by=SIRI)
    await here.team("06-claimed", "case_claim", case_id)
    await here.team("06-take-over", "case_take_over", case_id, by=SIRI)
    here.keep("06-colleague", await desk.press(SIRI, "case_show", case_id, place=CHANNEL))
    held = thread_line(await desk.case(case_id), {"line": "held", "who": OLE.name}, desk.library.around_delivery())
    here.keep("06-held", [held])
    await here.team("07-ask", "case_ask", case_id)
    await here.team(
        "08-asked", "case_ask_send", case_id, {"question": "Er det likt alle dager, også når klassen er på tur?"}
    )
    await here.mine("09-mine", "my_case", case_id)
    await here.mine("10-replied", "my_reply_send", case_id, {"text": "Mest mandager."})
    await here.team("11-meeting", "case_meeting", case_id)
    await here.team("12-agenda", "team_meeting")
    await here.team("13-answer", "case_answer", case_id)
    await here.team("14-answer-half", "case_answer_send", case_id, {**ANSWER, "own_role": ""})
    await here.team("15-answered", "case_answer_send", case_id, ANSWER)
    case = await desk.case(case_id)
    unreached = team_card(case, desk.library.knowledge, desk.clock.now(), posted=True, standing="unreached")
    here.keep("15-unreached", [unreached])
    await here.mine("16-mine-answered", "my_case", case_id)
    await here.team("17-pass-on", "case_pass_on", case_id)
    await here.team("18-close", "case_close", case_id)
    await here.team("19-closed", "case_close_send", case_id, {"reason": "given"})
    await here.team("20-archive", "case_archive", f"stjordal/komp_0_18/{case_id}")
    await here.mine("21-reopened", "my_reopen", case_id)
    await here.team("22-redact", "case_redact", case_id)
    await here.team("23-redacted", "case_redact_send", case_id)
    await here.team("24-recuse", "case_recuse", case_id, by=SIRI)
    for number, verb in enumerate(("team_cases", "team_mine", "team_closed", "team_csv", "evaluations"), 25):
        await here.team(f"{number}-list", verb)
    here.keep("29-csv", await desk.press(OLE, "cases_text", "stjordal/komp_0_18"))
    await here.team("32-nobody-on-duty", "on_duty_show")
    for who, until in ((OLE, "today"), (SIRI, "week")):
        await desk.press(who, "on_duty_take", until, place=CHANNEL)
    await here.team("33-on-duty", "on_duty_show")
    here.keep("34-help", await desk.say(OLE, "hjelp", CHANNEL))
    await here.mine("30-withdraw", "my_withdraw", case_id)
    await here.mine("31-withdrawn", "my_withdraw_yes", case_id)
    for _ in range(33):
        desk.clock.advance(days=10)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await here.deliver("40-later")
    return here.cards
