"""Hears a team say in its channel that they recognise the child, or that somebody may, that the case is to be reported,
or that «inhabil» was a slip, in nothing but known words. Must come after danger."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from bot.domain.turn import Turn
from bot.turns.routed import Routed
from dialogs.by_words import says_only, words_of
from dialogs.dialog import Around, Step

REDACT, RECUSE, ANSWER, CLOSE, CLAIM = "case_redact", "case_recuse", "case_answer", "case_close", "case_claim"


def recognised(_turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Show both ways for who knows the child: the text says too much, or they must keep out. The buttons are about the
    only case that is shown; where none or several are, how to find it is told."""
    words, text = words_of(said), around.text
    if belongs_elsewhere(words, text):
        is_free = any(one.verb == CLAIM for one in state.shown)
        return _ways("elsewhere", (CLAIM,) if is_free else (ANSWER, CLOSE), state, around)
    if wants_it_deleted(words, text):
        return _ways("not_deleted", (REDACT, CLOSE), state, around)
    if "?" in said or not words:
        return None
    if regrets_inhabil(words, text):
        return Routed(Step((Line(text("team.recused_slip")),)))
    if thinks_of_reporting(words, text):
        return _ways("to_report", (ANSWER,), state, around)
    is_known = knows_the_child(words, text) or is_not_anonymous(words, text)
    return _ways("recognised", (REDACT, RECUSE), state, around) if is_known else None


def _ways(said: str, verbs: Sequence[str], state: ConversationState, around: Around) -> Routed:
    """Return what is said, with the buttons of the only case that is shown, or with the way to the list of them."""
    text = around.text
    cases = {one.id: one for one in state.shown if one.verb.startswith("case_")}
    if len(cases) != 1:
        return Routed(Step((Line(text(f"team.{said}_which"), (Button(text("team.list_open"), "team_cases"),)),)))
    (case,) = cases.values()
    ways = (Button(text(f"team.{verb.removeprefix('case_')}"), verb, case.id, case.version) for verb in verbs)
    return Routed(Step((Line(text(f"team.{said}"), tuple(ways)),)))


def knows_the_child(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they know who a case is about: «vi kjenner igjen barnet», «jeg tror jeg vet hvem
    det er». A denial is none of the words."""
    know, guess, who, whom, small = (
        texts.words(f"commands.known_{name}") for name in ("know", "guess", "who", "whom", "small")
    )
    is_known = not know.isdisjoint(words) and not (who | whom).isdisjoint(words)
    is_guessed = not guess.isdisjoint(words) and not who.isdisjoint(words)
    return (is_known or is_guessed) and (know | guess | who | whom | small).issuperset(words)


def is_not_anonymous(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that a text is not anonymous enough: «den er ikke anonym nok»."""
    joined = f" {' '.join(words)} "
    told = next((one for one in texts.listed("commands.not_anonymous") if f" {one} " in joined), "")
    rest = joined.replace(f" {told} ", " ", 1).split()
    return bool(told) and texts.words("commands.known_small").issuperset(rest)


def thinks_of_reporting(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that a case is one to report, or of violence: «dette må meldes», «burde vært meldt»,
    «vi tror det er vold»."""
    small = ("commands.report_small",)
    is_late = says_only(words, texts, "commands.report_done", "commands.report_should", beside=small)
    return is_late or (len(words) > 1 and says_only(words, texts, "commands.report_words", beside=small))


def belongs_elsewhere(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says, or asks, that a case is for others than this team: «feil team», «dette hører til
    18+», «kan den flyttes til PPT?»."""
    small = ("commands.known_small", "commands.team_small", "commands.elsewhere_small", "commands.elsewhere_where")
    joined = f" {' '.join(words)} "
    told = next((one for one in texts.listed("commands.elsewhere") if f" {one} " in joined), "")
    rest = joined.replace(f" {told} ", " ", 1).split() if told else ()
    is_told = bool(told) and texts.words(*small).issuperset(rest)
    return is_told or says_only(words, texts, "commands.elsewhere_move", "commands.elsewhere_where", beside=small)


def wants_it_deleted(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks that a case, its text or card, is deleted: «slett saken», «kan du fjerne kortet»."""
    beside = ("commands.team_small", "commands.deleting_small")
    return says_only(words, texts, "commands.deleting", "commands.deleted_case", beside=beside)


def regrets_inhabil(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody takes back that they are inhabil: «angre inhabil», «jeg er ikke inhabil»."""
    beside = ("commands.team_small", "commands.known_small")
    return says_only(words, texts, "commands.team_case_recuse", "commands.recuse_back", beside=beside)
