"""What is typed in the middle of a guide and is for the answers: a rule that is asked about without its sign, or told
of; below an outcome also how the report is sent.

Must come after all that may be an answer to the question that is shown.
"""

from __future__ import annotations

from functools import partial

from bot.answers.story import is_asked
from bot.answers.telling import names_rules_or_papers
from bot.answers.themes import is_theme
from bot.answers.wording import fold
from bot.content.article import Article
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.answers.dialog import found_for, show
from dialogs.by_words import asks_what_to_write, says_only, words_of
from dialogs.dialog import Step
from dialogs.guide.asking_back import is_of_danger, rings_first
from dialogs.guide.fields_heard import as_age, field_alone, fields_heard
from dialogs.guide.sitting import Sitting
from dialogs.guide.told_story import AGE_FIELD, AGE_STEP
from dialogs.second_thought import begun_anew, put_right

HOW_TO_REPORT, WHAT_TO_WRITE = "melding-hvordan", "melding-innhold"
"""The articles about how one reports, with where the form is, and about what a report holds."""


def is_looked_up(said: str, shown: Sitting, state: ConversationState) -> bool:
    """Tell whether what is typed is for the answers. At a question it asks for a rule that has one, «har trenere
    meldeplikt». Below an outcome, where nothing is asked any more, it names such a rule, «samtykke fra far», or surely
    has an answer that tells not only what to do for a child, «rektor sier nei»; or it is a kind word, «jeg er sliten»,
    where nobody is to be rung first. Who says how old the child is, and where it is, asks for nothing."""
    if tells_who_it_is(said, shown) and not is_asked(said):
        return False
    found, names_rules = found_for(said, state, shown.around), names_rules_or_papers(fold(said))
    is_sure = found.verdict == "answer"
    if shown.outcome is None:
        return is_sure and names_rules and is_asked(said)
    is_kind = found.verdict == "small_talk" and not is_of_danger(shown)
    is_of_rule = found.verdict in ("answer", "did_you_mean") and names_rules
    best = shown.around.knowledge.articles.get(found.best or "")
    return is_kind or is_of_rule or (is_sure and best is not None and not is_theme(best))


def tells_who_it_is(said: str, shown: Sitting) -> bool:
    """Tell whether nothing but the age of the child is said, or the age and where it is by day: «hun er 15», «ho e 14
    og går på ungdomsskolen»."""
    step, today = shown.guide.steps.get(AGE_STEP), shown.around.today
    if step is None:
        return False
    alone = partial(field_alone, step=step, today=today)
    said = as_age(begun_anew(put_right(said, alone), alone, (AGE_FIELD,)), step)
    told = fields_heard(said, step, today)
    return AGE_FIELD in told and (len(told) > 1 or alone(said) is not None)


def may_be_about(said: str, shown: Sitting, state: ConversationState) -> Article | None:
    """Return the answer to offer beside the question to who tells of a rule that has one, «mor vil klage på
    barnevernet»: it may be asked, and it may be told of the child."""
    if shown.outcome is not None or not names_rules_or_papers(fold(said)):
        return None
    found = found_for(said, state, shown.around)
    article = shown.around.knowledge.articles.get(found.best or "")
    return None if found.verdict != "answer" or is_theme(article) else article


def of_the_report(said: str, shown: Sitting, state: ConversationState) -> Step | None:
    """Show how one reports, or what a report holds, to who asks for the form or what to write below an outcome that is
    to report: «lenke til skjemaet», «hva skriver jeg». Without these words it is another form, and other notes."""
    outcome, text, words = shown.outcome, shown.around.text, words_of(said)
    if outcome is None or not outcome.report:
        return None
    asks_for_form = says_only(words, text, "commands.form_words", beside=("commands.form_small",))
    writes = asks_what_to_write(words, text) and not text.words("guide.words_write").isdisjoint(words)
    slug = HOW_TO_REPORT if asks_for_form else WHAT_TO_WRITE if writes else ""
    article = shown.around.knowledge.articles.get(slug)
    if article is None:
        return None
    step, first = show(article, state, shown.around), rings_first(shown).strip()
    return step.below((Line(first),)) if first else step
