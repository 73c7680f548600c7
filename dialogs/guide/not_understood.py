"""What is said to who is not understood: shortly and with the answers again, and the third time with somebody to ask.

Who tells of a child is met as somebody who tells. Keeps nothing of what was written.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answers.story import tells_of_others
from bot.content.article import Article
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Button, Card, Line, Reply, Rows
from dialogs.by_words import words_of
from dialogs.dialog import Step
from dialogs.guide.asking_back import (
    OF_LAST_TURN,
    ask_to_confirm,
    asks_of_a_call,
    in_short,
    rings_first,
    shown_in,
    waits_for_yes,
)
from dialogs.guide.contact_rows import contact_rows, known_first
from dialogs.guide.sitting import Sitting

MISSED = "missed"
"""In the dialog's data: how many times in a row nothing was understood."""
FEWEST_OF_SOMEBODY, FEWEST_OF_ANYTHING = 3, 6
"""Words of a message that tells, when it names somebody and when it does not."""
OFFER_PEOPLE_AT = 3
"""The third time in a row the person is offered somebody to talk to."""


def not_known(shown: Sitting, state: ConversationState, said: str = "", about: Article | None = None) -> Step:
    """Say shortly what was not understood and show only the answers; an outcome is long, and is not repeated. Who tells
    of the child is met as somebody who tells, not as somebody who answers wrongly, and what it may be `about` is
    offered."""
    if shown.step is None:
        return Step((_beside_outcome(shown, said),))
    missed = int(state.data.get(MISSED, 0)) + 1
    data = {name: value for name, value in state.data.items() if name not in OF_LAST_TURN} | {MISSED: missed}
    waiting = waits_for_yes(shown, state)
    if waiting and missed < OFFER_PEOPLE_AT:
        return _ask_once_more(shown, waiting, shown_in(state, **{**state.data, MISSED: missed}))
    words = _story_words(shown) if is_telling(said) else _not_known_words(shown)
    line = Line(words)
    if about is not None:
        read = Button(about.title, "article", about.slug, submits_inputs=False)
        line = Line(f"{words} {shown.around.text('guide.read_beside')}", (read,))
    replies: tuple[Reply, ...] = (line, in_short(shown, state))
    if missed >= OFFER_PEOPLE_AT:
        replies = (_with_people(shown, state),)
    return Step(replies, shown_in(state, **data))


def _ask_once_more(shown: Sitting, waiting: str, state: ConversationState) -> Step:
    """Ask once more whether the answer that waits is right, and say that nothing is answered yet."""
    return ask_to_confirm(shown, waiting, state).below((Line(shown.around.text("guide.confirm_waits")),))


def is_telling(said: str) -> bool:
    """Tell whether the words tell something of a child, rather than try to answer: «han er trist»."""
    number = len(words_of(said))
    return number >= FEWEST_OF_SOMEBODY and (tells_of_others(said) or number >= FEWEST_OF_ANYTHING)


def _beside_outcome(shown: Sitting, said: str) -> Line:
    """Return the two ways on for who tells on or is not understood below an outcome: something to change for this
    child, or another child."""
    text, title = shown.around.text, shown.concern.title
    key = "guide.told_outcome" if is_telling(said) else "guide.not_known_outcome"
    told = text(key, title=title or text("guide.nameless"))
    buttons = (
        Button(text("guide.another_child"), "menu_worried", submits_inputs=False),
        Button(
            text("guide.change_this", title=title or text("guide.nameless")),
            "guide_answers",
            shown.concern.id,
            submits_inputs=False,
        ),
    )
    return Line(f"{rings_first(shown)}{told}", buttons)


def _story_words(shown: Sitting) -> str:
    """Return thanks for a story, and what to do: the story is not kept, and an answer is still needed."""
    step, text = shown.step_asked, shown.around.text
    doubt = next((one.say for one in step.options if one.meaning == "usikker"), "")
    if step.kind != "question":
        return text("guide.told_list")
    if doubt and asks_of_a_call(step):
        return text("guide.told_of_call", answer=doubt)
    return text("guide.told_unsure", answer=doubt) if doubt else text("guide.told")


def _not_known_words(shown: Sitting) -> str:
    step, text = shown.step_asked, shown.around.text
    if step.kind != "question":
        field = step.fields[0]
        said = field.choices[0].say if field.choices else "18. januar"
        return text("guide.not_known_list", example=f"{field.label.rstrip('?')}: {said}")
    numbers = [str(number) for number in range(1, len(step.options) + 1)]
    either = text("guide.or_number", first=", ".join(numbers[:-1]), last=numbers[-1])
    return text("guide.not_known", numbers=either)


def _with_people(shown: Sitting, state: ConversationState) -> Card:
    """Return the answers together with whom to talk to instead: barnevernet where the question is about danger."""
    step, card = shown.step, in_short(shown, state)
    is_about_danger = step is not None and any(one.meaning for one in step.options) and step.level is None
    keys = ("barnevern_mottak", "barnevernvakt") if is_about_danger else ("naermeste_leder", "barnevern_mottak")
    rows = known_first(contact_rows(keys, shown))
    blocks: tuple[Block, ...] = (Rows(rows), *card.blocks) if rows else tuple(card.blocks)
    help_ = Button(shown.around.text("guide.help_button"), "help", submits_inputs=False)
    intro = shown.around.text("guide.still_not_known")
    return replace(card, intro=intro, blocks=blocks, buttons=(*card.buttons, help_))
