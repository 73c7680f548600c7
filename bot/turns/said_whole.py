"""What may be done by words that are only nearly a button's, or by asking about it, and what must be said in full.

The list names what only shows something, what asks back before it counts, and what is easily done again. Whatever is
not on it, also what is made tomorrow, is done by its whole title, its number or a press. What cannot be taken back is
not done by its number either.
"""

from __future__ import annotations

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.by_words import MENU

_OPENS = """
    acute agenda_file article article_more
    case_about case_answer case_ask case_back case_close case_draft case_draft_delete case_draft_keep
    case_edit case_file case_form case_gate
    case_gate_again case_go_on case_pass_on case_recuse case_redact case_review case_show case_team case_theme
    case_unsure case_use cases_file cases_offer cases_text connect
    course_answer course_ask course_back course_counts course_go_on course_pause
    disconnect disconnect_cancel
    edit edit_check edit_download edit_drawing edit_edition edit_files edit_form edit_history edit_list edit_lists
    edit_new edit_new_check edit_parts edit_pick edit_preview edit_question edit_stop edit_try editor_back
    evaluate_now evaluate_team evaluate_year evaluations figures forget
    guide_answer guide_answers guide_back guide_change guide_concerns guide_delete guide_document guide_go_on
    guide_keep guide_pause guide_reminder guide_reminder_no guide_resume guide_start guide_summary help menu
    my_add my_add_this my_calendar my_case my_cases my_change my_change_this my_none my_not_reply my_own_add
    my_own_words my_page my_renew my_renew_this my_reopen_this my_reply my_reply_this my_show my_show_this
    my_withdraw my_withdraw_this
    none_of_these practice_list practice_start practice_to_case profile_save profile_skip settings source staff
    team_agenda_file team_cases team_closed team_csv team_meeting team_mine vote_down vote_up vote_why
    where_back where_ladder where_ladder_show where_map where_service where_show where_start where_team
    """
SURE = ("_yes", "case_send", "disconnect_send", "case_redact_send")
"""What the verb of a button ends with that does what cannot be taken back."""
NEVER_BY_NUMBER = (*SURE, "my_reopen", "guide_reminder_cancel")
"""A bare number is meant for what was read last, and that may be a message about another case: not enough for these."""
OPENS = frozenset(_OPENS.split())
"""Verbs that may be pressed loosely. An answer of a guide and of the duty to report asks back by itself."""


def may_be_loose(verb: str) -> bool:
    """Tell whether words that are nearly the title, or a part of it, are enough for this verb."""
    return verb in OPENS or verb.startswith(MENU)


def must_be_whole(pressed: Pressed) -> bool:
    """Tell whether the press does something, and was not typed in full. Fields that were typed are their own proof."""
    return pressed.is_loose and not pressed.values and not may_be_loose(pressed.verb)


def title_of(pressed: Pressed, state: ConversationState) -> str:
    """Return the title of the button as it was shown; empty when it is no longer known."""
    alike = [one for one in state.shown if one.verb == pressed.verb]
    return next((one.title for one in alike if one.id == pressed.id), alike[0].title if alike else "")
