"""Answers what no command, button or dialog took, as a question. Must come after danger and all else has been heard."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Turn
from bot.turns.after_acute import kind_on_card
from bot.turns.below_reminder import below_reminder
from bot.turns.chosen import NONE
from bot.turns.for_the_channel import for_the_channel
from bot.turns.more_of_a_worry import more_of_a_worry
from bot.turns.no_danger import says_no_danger
from bot.turns.told_after_call import told_after_call
from dialogs.acute import card_again
from dialogs.answers.by_age import for_age, only_age
from dialogs.answers.cards import more_card
from dialogs.answers.dialog import answer, found_for, show
from dialogs.answers.unanswered_cards import did_you_mean_card, say_more_card
from dialogs.by_words import begins_a_question, says_only, words_of, yes_or_no
from dialogs.cases.own_words import perhaps_for_the_team
from dialogs.dialog import Around, Step
from dialogs.guide.asked_beside import asks_for_mail, asks_for_paper, asks_what_now, is_lost
from dialogs.own_card import own_card, own_on_card
from dialogs.workplace import behind_who_one_is

MORE = "article_more"
"""The button of the rest of an answer, which stands below its first part."""
NEXT_STEP = ("answers.words_next", "answers.words_step")
EXAMPLE_SMALL = ("answers.words_example_small",)
SHARE = ("answers.words_share", "answers.words_share_what")
SHARE_SMALL = ("answers.words_share_small",)
WHOM = ("guide.words_share_whom",)
MOST_GOING_ON = 4
"""More words than this ask for something of their own."""


def answered(turn: Turn, asked: str, state: ConversationState, around: Around) -> Step:
    """Answer a question, and ask whether it is for a team that waits for an answer."""
    step = (
        for_the_channel(asked, around)
        or _nothing_under_way(asked, state, around)
        or below_reminder(asked, state, around)
        or _which_of_these(asked, state, around)
        or told_after_call(asked, state, around)
        or _unclear_below(asked, state, around)
        or _explained(asked, state, around)
        or _of_that_age(asked, state, around)
        or more_of_a_worry(asked, state, around)
        or _like_an_age(asked, state, around)
    )
    step = step or _of_last(asked, state, around) or _no_danger(asked, state, around)
    step = step or answer(turn, _without_who_one_is(asked, around), state, around)
    return perhaps_for_the_team(turn, asked, step, state, around)


def _nothing_under_way(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Say to who asks how much is left, «hvor mange spørsmål er det igjen», that nothing is under way, and how to go on
    where they stopped. Below an answer «hvor lenge tar det» is asked of what that tells, below danger of who was
    rung."""
    is_of_answer = any(one.verb == MORE for one in state.shown) or kind_on_card(state) is not None
    text, words = around.text, " ".join(words_of(asked))
    if state.active is not None or is_of_answer or words not in text.listed("guide.words_how_far"):
        return None
    is_begun = bool(state.concerns) or state.case_left is not None or state.case_draft is not None
    return Step((Line(text("guide.how_far_begun" if is_begun else "guide.how_far_none")),))


def _which_of_these(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Ask which one to who says only yes below «mente du en av disse?»."""
    words, text = words_of(asked), around.text
    several = [one for one in state.shown if one.verb == "article"]
    is_asked = len(several) > 1 and several[0] == state.shown[0] and any(one.verb == NONE for one in state.shown)
    beside = text.words("common.words_thanks", "common.place_small")
    is_yes = is_asked and yes_or_no([one for one in words if one not in beside], text) == "ja"
    return Step((Line(text("answers.which_of_these")),)) if is_yes else None


def _no_danger(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Answer who says, in the middle of nothing, that there is no danger: «nei, ikke akutt». It may answer a team."""
    words = words_of(asked)
    is_asked = state.active is not None or "?" in asked or begins_a_question(words)
    return (
        None if is_asked or not says_no_danger(words, around.text) else Step((Line(around.text("answers.no_danger")),))
    )


def _without_who_one_is(asked: str, around: Around) -> str:
    """Return only the small talk of «jeg er vikar og har aldri brukt dette»; all of anything else, for who asks may
    count."""
    rest = behind_who_one_is(asked, around)
    return rest if rest != asked and around.answers.is_only_small_talk(rest) else asked


def _of_that_age(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Return the answer for the age that is all that is asked, «og hvis hun er 12?», after that for another age."""
    found = for_age(asked, state, around)
    return show(found[0], state, around, age=found[1]) if found is not None else None


def _like_an_age(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Offer what is like an age alone, «Bekymring for språk» of who is three, only beside the answer read last."""
    if state.last_article is None or only_age(asked, around.text) is None:
        return None
    like, articles = found_for(asked, state, around), around.knowledge.articles
    if like.refused or like.best == state.last_article or state.last_article not in articles:
        return None
    offered = [articles[one] for one in dict.fromkeys((state.last_article, *like.suggestions[:2])) if one in articles]
    return Step((did_you_mean_card(offered, asked, around),))


def _explained(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Show what the answer read last means, an example and what to do now, to who asks below it «hva betyr det», «har
    du et eksempel» or «hva gjør jeg nå»; how it is taken to others, to who wants that."""
    slug = next((one.id for one in state.shown if one.verb == MORE), "")
    article, words, text = around.knowledge.articles.get(slug), words_of(asked), around.text
    if article is None:
        return None
    if (way := _way_out(words, text)) is not None:
        return Step((Line(text(f"answers.{way}", title=article.title, name=text("common.bot_name"))),))
    asks_now = asks_what_now(words, text) or says_only(words, text, *NEXT_STEP, beside=EXAMPLE_SMALL)
    asks_more = is_lost(words, text) or says_only(words, text, "answers.words_example", beside=EXAMPLE_SMALL)
    if not asks_now and not asks_more:
        return None
    told = Line(text("answers.explained" if asks_more else "answers.explained_now"))
    return Step((told, more_card(article, state, around)))


def _way_out(words: Sequence[str], text: Texts) -> str | None:
    """Return what is told to who wants the answer by mail, as a file, or where somebody else reads it: «del svaret».
    «Kan jeg dele dette» names no answer, and may ask of the child."""
    if asks_for_mail(words, text):
        return "no_mail"
    if asks_for_paper(words, text):
        return "no_file"
    is_bare = " ".join(words) in text.listed("answers.words_share_alone")
    is_named = says_only(words, text, *SHARE, beside=(*SHARE_SMALL, *WHOM))
    is_sent = says_only(words, text, "guide.words_share_send", SHARE[1], WHOM[0], beside=(*SHARE_SMALL, *WHOM))
    return "share" if is_bare or is_named or is_sent else None


def _of_last(asked: str, state: ConversationState, around: Around) -> Step | None:
    """Offer the answer read last where nothing is found for a few words that go on from it: «og barnehagen?»."""
    words = words_of(asked)
    begins = around.text.words("answers.words_going_on")
    goes_on = not begins.isdisjoint((" ".join(words[:1]), " ".join(words[:2])))
    is_short = goes_on and len(words) <= MOST_GOING_ON and state.last_article is not None
    if not is_short or found_for(asked, state, around).verdict != "unknown":
        return None
    return Step((say_more_card(state, around),))


def _unclear_below(said: str, state: ConversationState, around: Around) -> Step | None:
    """Show the acute card again where nothing is found for what is said right below it, «hun gikk», «legevakta har kø»,
    where it is only how old the child is, or its reader does not follow. Whoever has rung or said that it is not acute
    has been answered since."""
    kind = kind_on_card(state)
    if kind is None or state.said_since:
        return None
    is_unclear = is_lost(words_of(said), around.text) or (only_age(said, around.text) is not None and "?" not in said)
    if not is_unclear and found_for(said, state, around).verdict != "unknown":
        return None
    own = own_on_card(state)
    return Step((own_card(own, state, around),)) if own else card_again("unclear", kind, state, around)
