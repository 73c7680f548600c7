"""Hears which of the offered answers is meant when neither its number nor its title was typed: «den andre», «usikker».

Must come after danger has been heard, in a chat and in a channel. Everything found here is a loose press.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from bot.answers.stem import stem
from bot.answers.story import tells_of_others
from bot.content.texts import Texts
from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.reply import Line
from bot.domain.turn import Pressed
from bot.turns.routed import Routed
from bot.turns.said_whole import SURE, may_be_loose
from dialogs.answers.dialog import NO_MORE, NOT_NOW
from dialogs.answers.unanswered_cards import AFTER_DANGER
from dialogs.by_words import (
    TELLING_WORD,
    begins_a_question,
    by_place,
    by_title,
    echo_answer,
    is_doubt,
    is_form_of,
    is_only_doubt,
    means_another,
    numbers_said,
    offered_together,
    says_only,
    without_small,
    words_of,
    yes_or_no,
)
from dialogs.cases.duty import ABOUT
from dialogs.dialog import Around
from dialogs.verbs import VERBS, verbs_that

BEGUN = ("my_", "case_", "team_", "guide_", "course_", "practice_")
"""Verbs of buttons whose title may be typed in part."""
ANSWERS = verbs_that(lambda one: one.is_answer)
SHORTEST_OF_TITLE = 3
"""Letters of a word that, after a yes, is one of the title: «ja, vis meg»."""
LONGEST_ANSWER = 8
"""More words than this tell something, and are no answer."""
GONE_ON_WITH = ("guide_resume", "my_case")
"""Buttons of the lists of what somebody has under way: their worries, and their cases."""
SEND = "case_send"
TEAM = "case_team"
GATE = "case_gate"
GUIDE = "menu_worried"
INSTEAD = "case_instead"
AROUND_INSTEAD = (
    "guide.words_small",
    "guide.words_no",
    "case.words_changing",
    "case.words_around_instead",
    "common.place_small",
    "common.place_beside",
)
"""Words that may stand around «anonymt», below the way with consent."""
FOUND = ("article", "article_more", "none_of_these")
"""Verbs of what was found for a question, or that none of it is meant."""
OWN_WORDS = verbs_that(lambda one: one.sends == "words")
YES = verbs_that(lambda one: one.means == "yes")
YES_ALONE = verbs_that(lambda one: one.means == "yes_alone")
KEEP = verbs_that(lambda one: one.means == "no_at_all")
NO = KEEP | verbs_that(lambda one: one.means == "no")
NONE = "none_of_these"
BACK_TO_CASE = "case_show"
"""The button of a team's form that leads back to the case it is about."""


def chosen(said: str, state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the answer that is meant; None when several or none fit.

    A guide and the introduction know the words of their own answers; they are only helped with «den andre».
    """
    numbered = _numbered(said, state, texts)
    if numbered:
        return _loosely(numbered[0])
    together = offered_together(state.shown)
    place = by_place(said, len(together), texts, is_list=together != () and together[0].verb in GONE_ON_WITH)
    if place is not None:
        return _loosely(together[place])
    words = words_of(said)
    how = _asked_how(words, state.shown, texts)
    if how is not None:
        return how
    if "?" in said or (begins_a_question(words) and not is_only_doubt(words, texts)):
        return _asked_alike(words, state.shown, texts)
    bare = _of_the_guide(words, state, texts) or _no_to_the_team(words, state, texts)
    bare = bare or _bare_answer(words, state, texts)
    if bare is not None:
        return bare
    named = together or [one for one in state.shown if one.verb == TEAM]
    meant = _in_a_case(said, named, state.shown, texts) if state.active == CASE else None
    meant = meant or _whole_of_a_case(said, state.shown, texts) or _begun(said, state.shown, texts)
    return meant or _anonymous_after_all(words, state, texts)


def _anonymous_after_all(words: Sequence[str], state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the way out of the one with consent for who says «da tar vi det anonymt» or «uten navn da», also when
    something else was shown since; «anonymt» alone may ask what that is."""
    left = state.case_left.data if state.case_left is not None else None
    if state.active is not None or left is None or left.way != "anonymt" or not left.age:
        return None
    said, small = f" {' '.join(words)} ", texts.words(*AROUND_INSTEAD)
    ways = (f" {one} " for one in texts.listed("case.words_instead"))
    beside = next((said.replace(one, " ", 1).split() for one in ways if one in said), None)
    is_below = any(one.verb == INSTEAD for one in state.shown)
    is_said = beside is not None and small.issuperset(beside) and (beside != [] or is_below)
    return Pressed(INSTEAD, is_loose=True) if is_said and left.step == ABOUT else None


def _numbered(said: str, state: ConversationState, texts: Texts) -> tuple[ShownButton, ...]:
    """Return the buttons whose numbers are chosen; «nei, jeg mente 2» is about the card one was chosen from just now.

    Of a form with fields, and of the answers of a guide, two numbers may be anything.
    """
    numbers, is_taken_back = numbers_said(said, texts), means_another(said, texts)
    shown = (state.shown_before if is_taken_back else ()) or (state.shown if not state.fields else ())
    if not numbers or max(numbers) > len(shown):
        return ()
    meant = tuple(shown[number - 1] for number in numbers)
    is_old = shown is not state.shown and not may_be_loose(meant[0].verb)
    return () if is_old or (len(meant) > 1 and meant[0].verb in ANSWERS) else meant


def with_the_rest(routed: Routed, said: str, state: ConversationState, around: Around) -> Routed:
    """Say which one was taken when several numbers were typed, and that the others are still there."""
    meant = _numbered(said, state, around.text)
    if len(meant) < 2:
        return routed
    rest = ", ".join(f"«{one.title}»" for one in meant[1:])
    told = Line(around.text("common.several_numbers", first=meant[0].title, rest=rest))
    return replace(routed, step=replace(routed.step, replies=(told, *routed.step.replies)))


def _bare_answer(words: Sequence[str], state: ConversationState, texts: Texts) -> Pressed | None:
    """Return what a bare yes means where going on is asked about first, and a bare no where no suggestion may fit.

    Before a concern or a draft is deleted, a no in any words keeps it: also «nei vent», which takes nothing back here.
    """
    shown = state.shown
    yes = shown[0] if shown and (shown[0].verb in YES or _is_the_only_one(shown) or _offers_guide(state)) else None
    no = [one for one in shown if one.verb in NO]
    if no and state.active == CASE and words == words_of(texts("case.gate_all_no")):
        return None  # what was read stands between: the case asks once more
    if yes is None and is_only_doubt(words, texts) and no and no[0].verb == NONE:
        return None  # «vet ikke» is no «ingen av disse», and may answer a team that asked since
    answer = yes_or_no(without_small(words, texts), texts) if yes or no else ""
    answer = answer or ("ja" if yes is not None and _says_yes_with_title(yes, words, texts) else "")
    if yes is not None and yes.verb in OWN_WORDS and is_only_doubt(words, texts):
        return _loosely(yes)  # which sends nothing, and asks again
    if not answer and any(one.verb in KEEP for one in no):
        answer = echo_answer(words, texts, is_echoed=False) or _denied(words, shown, texts)
    if answer == "nei" and no and no[0].verb == NONE and not texts.words("common.words_thanks").isdisjoint(words):
        return Pressed(NONE, NO_MORE, is_loose=True)
    if answer == "ja" and yes:
        return _loosely(yes)
    return _only(no) if answer == "nei" else None


def asks_of_a_case(state: ConversationState) -> bool:
    """Tell whether a team was asked last whether something is to be done with a case, «vil du ta over saken?», with
    nothing to fill in."""
    verbs = [one.verb for one in state.shown[:2]]
    return len(verbs) > 1 and verbs[0].endswith("_send") and verbs[1] == BACK_TO_CASE and not state.fields


def _no_to_the_team(words: Sequence[str], state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the way back to the case for who says no there, in any words."""
    if not asks_of_a_case(state) or is_doubt(words, texts):
        return None
    answer = yes_or_no(words, texts) or echo_answer(words, texts, is_echoed=False)
    is_no = answer == "nei" or (not answer and regrets(words, texts))
    return _loosely(state.shown[1]) if is_no else None


def _of_the_guide(words: Sequence[str], state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the way through a worry for who says below it «ok, jeg begynner»; of a no, where it stands first, that it
    stays open: it may be the no to «er barnet i fare nå», and is none to what was found."""
    begins = says_only(words, texts, "commands.begin_words", beside=("commands.begin_small",))
    way = next((one for one in state.shown if one.verb == GUIDE), None) if state.active is None else None
    if begins and way is not None and any(one.verb in FOUND for one in state.shown):
        return _loosely(way)
    if not state.shown or not _offers_guide(state):
        return None
    is_thanked = not texts.words("common.words_thanks").isdisjoint(words)
    if not is_thanked and yes_or_no(without_small(words, texts), texts) == "nei":
        return Pressed(NONE, NOT_NOW, is_loose=True)
    return None


def _says_yes_with_title(yes: ShownButton, words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a yes is followed by words of the title alone: «ja begge» below «Minn meg begge ganger»."""
    title = {*words_of(yes.title)} | texts.words("guide.words_small", "common.place_small", "common.words_thanks")
    return len(words) > 1 and words[0] in texts.words("guide.words_yes") and title.issuperset(words[1:])


def _is_the_only_one(shown: Sequence[ShownButton]) -> bool:
    """Tell whether what stands first is all there is to choose of its kind: one team that can take a case."""
    return shown[0].verb in YES_ALONE and sum(one.verb == shown[0].verb for one in shown) == 1


def _offers_guide(state: ConversationState) -> bool:
    """Tell whether the way through a worry stands first beside what was found: «Vi kan gå gjennom det sammen». With
    something under way a yes may be about that: «yes, put it in the case»."""
    verbs = [one.verb for one in state.shown]
    is_first = state.active is None and verbs[0] == GUIDE
    return is_first and (verbs == AFTER_DANGER or any(one in FOUND for one in verbs))


def _denied(words: Sequence[str], shown: Sequence[ShownButton], texts: Texts) -> Literal["nei", ""]:
    """Return a no to what cannot be taken back: said with its own words, «ikke trekk saken», or begun with a no or
    regret, «nei, la være», and about nobody."""
    sure = next((one for one in shown if one.verb in SURE), None)
    if sure is None:
        return ""
    if sure.verb != SEND and regrets(words, texts):  # before a case is sent, a no may be about its text
        return "nei"
    own = [word for word in words_of(sure.title) if len(word) >= TELLING_WORD]
    rest = [word for word in words if not any(is_form_of(word, other) or is_form_of(other, word) for other in own)]
    is_no = len(rest) < len(words) and yes_or_no(without_small(rest, texts), texts) == "nei"
    return "nei" if is_no else ""


def regrets(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a few words begin with a no or say that something is regretted, and tell of nobody: «nei, la være»,
    «nei ikke ennå»."""
    no = texts.words("guide.words_no") | texts.words("common.words_regret")
    is_short = bool(words) and len(words) <= LONGEST_ANSWER
    yes = texts.words("guide.words_yes")
    begins = is_short and (words[0] in no or words[-1] in texts.words("common.words_regret"))
    return begins and yes.isdisjoint(words) and not tells_of_others(" ".join(words))


def _whole_of_a_case(said: str, shown: Sequence[ShownButton], texts: Texts) -> Pressed | None:
    """Return the only button of a case whose whole title was typed with «saken» put in: «gjenåpne saken»."""
    if "?" in said or not any(one.verb.startswith(("my_", "case_")) for one in shown):
        return None
    words, small = words_of(said), texts.words("commands.case_words")
    rest = [word for word in words if word not in small]
    titled = [one for one in shown if rest and len(rest) < len(words) and words_of(one.title) == rest]
    return Pressed(titled[0].verb, titled[0].id, titled[0].version) if len(titled) == 1 else None


def _asked_alike(words: Sequence[str], shown: Sequence[ShownButton], texts: Texts) -> Pressed | None:
    """Return the only button whose title asks the same in nearly the same words: «hva skal jeg skrive» is «Hva skriver
    jeg?»."""
    small = texts.words("common.words_asking_small")
    asked = [word for word in words if word not in small]
    titles = ((one, [word for word in words_of(one.title) if word not in small]) for one in shown if "?" in one.title)
    alike = [one for one, title in titles if len(title) > 1 and list(map(stem, title)) == list(map(stem, asked))]
    return _only(alike)


def _asked_how(words: Sequence[str], shown: Sequence[ShownButton], texts: Texts) -> Pressed | None:
    """Return the only button there is, when it asks «hvordan …?» and «hvordan da» is all that is said below it."""
    how, small = texts.words("common.words_asking_how"), texts.words("common.words_asking_how_small")
    is_bare = words[:1] != [] and words[0] in how and small.issuperset(words[1:])
    is_how = len(shown) == 1 and "?" in shown[0].title and words_of(shown[0].title)[0] in how
    return _loosely(shown[0]) if is_bare and is_how else None


def _begun(said: str, shown: Sequence[ShownButton], texts: Texts) -> Pressed | None:
    """Return the only button whose title begins with these words: «svar» is «Svar teamet», «trekk» «Trekk saken».

    Only on cards of cases, a guide or the introduction: below an answer a word is a new question. What cannot be taken
    back is asked for in full, as every loose press is.
    """
    if not any(one.verb.startswith(BEGUN) for one in shown):
        return None
    words = words_of(said)
    titled = [one for one in shown if words and words_of(one.title)[: len(words)] == words]
    if not titled and any(one.verb == INSTEAD for one in shown):  # «nei, anonymt da», «endre til anonymt»
        small = texts.words(*AROUND_INSTEAD)
        words = [word for word in words if word not in small]
        titled = [one for one in shown if one.verb == INSTEAD and words_of(one.title)[:1] == words]
    is_telling = any(len(word) >= TELLING_WORD and word.isalpha() for word in words)
    is_open = len(titled) == 1 and titled[0].verb.startswith(BEGUN) and titled[0].verb not in ANSWERS
    return _loosely(titled[0]) if is_telling and is_open else None


def _in_a_case(
    said: str, together: Sequence[ShownButton], shown: Sequence[ShownButton], texts: Texts
) -> Pressed | None:
    words = words_of(said)
    if len(words) <= LONGEST_ANSWER and is_only_doubt(words, texts):
        return _only([one for one in shown if is_doubt(words_of(one.title), texts)])
    answer = yes_or_no(without_small(words, texts), texts)
    if answer and not texts.words("common.words_send").isdisjoint(words):
        return None  # «ja send» answers no other question than whether it is to be sent
    if answer == "nei" and any(one.verb == SEND for one in shown):  # «kunne den passet på fire–fem barn?»
        return _only([one for one in shown if words_of(one.title)[:1] == ["nei"]])
    if answer and any(one.verb == GATE for one in together):
        return None  # two questions stand there: the gate hears which one it answers
    if answer:
        return _only([one for one in together if words_of(one.title)[:1] == [answer]])
    place = by_title(said, [one.title for one in together], texts)
    return None if place is None else _loosely(together[place])


def _only(fitting: Sequence[ShownButton]) -> Pressed | None:
    return _loosely(fitting[0]) if len(fitting) == 1 else None


def _loosely(button: ShownButton) -> Pressed:
    return Pressed(button.verb, button.id, button.version, is_loose=True)


def said_too_little(said: str, state: ConversationState, texts: Texts) -> ShownButton | None:
    """Return the button whose title must be typed in full, when a bare yes, no or doubt answers what cannot be taken
    back, or a part of the title."""
    first = VERBS.get(state.shown[0].verb) if state.shown else None
    is_asked = first is not None and first.asked_beside == state.shown[-1].verb
    sure = state.shown[0] if is_asked else next((one for one in state.shown if one.verb in SURE), None)
    if sure is None:
        return None
    words = words_of(said)
    is_part = any(len(word) >= TELLING_WORD for word in words) and set(words) <= set(words_of(sure.title))
    is_part = is_part or _says_yes_to(sure, words, texts)
    is_waiting = state.active != CASE and echo_answer(words, texts, is_echoed=False)  # there it leads back to the text
    is_no = is_waiting or _denied(words, state.shown, texts)
    return sure if is_part or is_no or yes_or_no(words, texts) or is_only_doubt(words, texts) else None


def _says_yes_to(sure: ShownButton, words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a few words hold one of the title, after a yes, «ja, trekk den», or with small words: «send da»,
    «ok send»."""
    own = [word for word in words_of(sure.title) if len(word) >= TELLING_WORD]
    rest = [word for word in words if not any(is_form_of(word, other) or is_form_of(other, word) for other in own)]
    yes = texts.words("guide.words_yes")
    small = {
        one for key in ("guide.words_small", "common.place_small", "common.place_beside") for one in texts.listed(key)
    }
    titled = {word for word in words_of(sure.title) if len(word) >= SHORTEST_OF_TITLE}
    is_begun = len(words) <= LONGEST_ANSWER and words[:1] != [] and words[0] in yes and "?" not in words
    if is_begun and not titled.isdisjoint(words[1:]):
        return True
    is_short = len(rest) < len(words) <= LONGEST_ANSWER
    return (
        is_short and "?" not in words and (words[0] in yes or {*rest} <= (yes | small) - texts.words("guide.words_no"))
    )
