"""The two dialogs about cases: the requester's in the personal chat, the team's in its channel."""

from __future__ import annotations

from bot.domain.commands import (
    AddInformation,
    FindChannels,
    FindOwnCase,
    ListMyCases,
    RenewCase,
    ReopenCase,
    ReplyToTeam,
    ShowMyCase,
    ShowRequester,
    SubmitCase,
    WithdrawCase,
)
from dialogs.cases import about, draft, gate, mine, new_text, review, send, team
from dialogs.dialog import Dialog

CASES = Dialog(
    name=about.NAME,
    verbs={
        "case_about": about.about,
        "case_theme": about.about_theme,
        "case_team": about.choose_team,
        "case_gate": gate.gate,
        "case_gate_again": gate.gate_again,
        "case_form": review.open_form,
        "case_review": review.review,
        "case_use": review.use,
        "case_edit": review.edit,
        "case_unsure": review.unsure,
        "case_send": send.send,
        "case_cancel": review.cancel,
        "case_back": review.back,
        "case_restart": draft.new,
        "case_draft": draft.go_on,
        "case_go_on": draft.go_on_here,
        "case_draft_new": draft.new,
        "my_cases": mine.my_cases,
        "my_case": mine.my_case,
        "my_reply": mine.open_reply,
        "my_reply_this": mine.open_reply_this,
        "my_reply_send": mine.send_reply,
        "my_reply_unknown": mine.send_unknown,
        "my_add": mine.open_add,
        "my_add_this": mine.open_add_this,
        "my_add_send": mine.send_add,
        "my_renew": new_text.open_renew,
        "my_renew_send": new_text.look_over,
        "my_renew_yes": new_text.send_renew,
        "my_change": new_text.open_renew,
        "my_withdraw": mine.ask_withdraw,
        "my_withdraw_this": mine.ask_withdraw_this,
        "my_withdraw_yes": mine.withdraw,
        "my_show": mine.ask_show,
        "my_show_this": mine.ask_show_this,
        "my_show_yes": mine.show,
        "my_reopen": mine.reopen,
        "my_calendar": mine.calendar,
    },
    listens=review.listen,
    told={
        FindChannels: about.tell_channels,
        FindOwnCase: gate.tell_own_case,
        SubmitCase: send.tell_submitted,
        ListMyCases: mine.tell_my_cases,
        ShowMyCase: mine.tell_my_case,
        ReplyToTeam: mine.tell_done,
        AddInformation: mine.tell_done,
        RenewCase: mine.tell_done,
        WithdrawCase: mine.tell_done,
        ShowRequester: mine.tell_done,
        ReopenCase: mine.tell_done,
    },
)

TEAM = Dialog(
    name="team",
    verbs=team.VERBS,
    told=team.TOLD,
    place="channel",
)
