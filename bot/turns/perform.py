"""Which use case does which command. The only list of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.domain import commands as do
from bot.domain import counted, trend
from bot.domain import evaluation as asked
from bot.domain import on_duty as watch
from bot.domain import published as editors
from bot.domain.errors import ActionNotAllowed, CaseAlreadyClaimed, CaseChanged, DomainError, NotAnswered
from bot.domain.outcomes import CaseIs, Outcome, Refused
from bot.domain.ports import Clock, UnitOfWork
from bot.domain.turn import PlaceKind
from bot.usecases.add_information import add_information
from bot.usecases.answer_case import answer_case
from bot.usecases.ask_requester import ask_requester
from bot.usecases.cancel_reminder import cancel_reminder
from bot.usecases.claim_case import claim_case
from bot.usecases.close_case import close_case
from bot.usecases.connect_channel import connect_channel
from bot.usecases.count_course import count_course, show_course_counts
from bot.usecases.disconnect_channel import disconnect_channel
from bot.usecases.export_case import export_case
from bot.usecases.find_channels import find_channels
from bot.usecases.find_own_case import find_own_case
from bot.usecases.find_submitted import find_submitted
from bot.usecases.forget_person import forget_person
from bot.usecases.give_back_case import give_back_case
from bot.usecases.go_off_duty import go_off_duty
from bot.usecases.go_on_duty import go_on_duty
from bot.usecases.hand_over_case import hand_over_case
from bot.usecases.keep_evaluation import keep_evaluation, keep_year_evaluation
from bot.usecases.list_agenda import list_agenda
from bot.usecases.list_my_cases import list_my_cases
from bot.usecases.list_reminders import list_reminders
from bot.usecases.list_team_cases import list_team_cases
from bot.usecases.mark_not_anonymous import mark_not_anonymous
from bot.usecases.mark_seen import mark_seen
from bot.usecases.month_figures import show_figures
from bot.usecases.note_channel import note_channel
from bot.usecases.offer_cases import offer_cases
from bot.usecases.offer_file import offer_file
from bot.usecases.pass_question_on import pass_question_on
from bot.usecases.publish_knowledge import publish_knowledge
from bot.usecases.put_on_meeting import put_on_meeting
from bot.usecases.rate_answer import rate_answer
from bot.usecases.recuse import recuse
from bot.usecases.renew_case import renew_case
from bot.usecases.reopen_case import reopen_case
from bot.usecases.reply_to_team import reply_to_team
from bot.usecases.retire_double import retire_double
from bot.usecases.see_if_allowed import see_if_allowed
from bot.usecases.set_reminder import set_reminder
from bot.usecases.show_evaluations import show_evaluations
from bot.usecases.show_knowledge_editions import (
    list_questions,
    note_editing,
    remove_questions,
    show_knowledge_editions,
)
from bot.usecases.show_my_case import show_my_case
from bot.usecases.show_on_duty import show_on_duty
from bot.usecases.show_requester import show_requester
from bot.usecases.show_team_case import show_team_case
from bot.usecases.submit_case import submit_case
from bot.usecases.take_off_meeting import take_off_meeting
from bot.usecases.take_out_cases import take_out_cases
from bot.usecases.take_over_case import take_over_case
from bot.usecases.tell_trend import send_trend, show_trends, withdraw_trend
from bot.usecases.unreached import how_the_answer_stands
from bot.usecases.withdraw_case import withdraw_case

UseCase = Callable[[Any, UnitOfWork, Clock], Awaitable[Outcome]]

USE_CASES: dict[type[Any], UseCase] = {
    do.SubmitCase: submit_case,
    do.MarkSeen: mark_seen,
    do.ClaimCase: claim_case,
    do.GiveBackCase: give_back_case,
    do.HandOverCase: hand_over_case,
    do.TakeOverCase: take_over_case,
    do.Recuse: recuse,
    do.RetireDouble: retire_double,
    do.AskRequester: ask_requester,
    do.AnswerCase: answer_case,
    do.PutOnMeeting: put_on_meeting,
    do.TakeOffMeeting: take_off_meeting,
    do.MarkNotAnonymous: mark_not_anonymous,
    do.CloseCase: close_case,
    do.ReopenCase: reopen_case,
    do.ReplyToTeam: reply_to_team,
    do.AddInformation: add_information,
    do.RenewCase: renew_case,
    do.WithdrawCase: withdraw_case,
    do.ShowRequester: show_requester,
    do.ListMyCases: list_my_cases,
    do.ShowMyCase: show_my_case,
    do.ShowTeamCase: show_team_case,
    do.SeeIfAllowed: see_if_allowed,
    do.ListTeamCases: list_team_cases,
    watch.GoOnDuty: go_on_duty,
    watch.GoOffDuty: go_off_duty,
    watch.ShowOnDuty: show_on_duty,
    do.ListAgenda: list_agenda,
    do.ExportCase: export_case,
    do.OfferFile: offer_file,
    do.OfferCases: offer_cases,
    do.TakeOutCases: take_out_cases,
    do.FindOwnCase: find_own_case,
    do.FindSubmitted: find_submitted,
    asked.KeepEvaluation: keep_evaluation,
    asked.KeepYearEvaluation: keep_year_evaluation,
    asked.ShowEvaluations: show_evaluations,
    do.NoteChannel: note_channel,
    do.FindChannels: find_channels,
    do.ConnectChannel: connect_channel,
    do.DisconnectChannel: disconnect_channel,
    do.SetReminder: set_reminder,
    do.CancelReminder: cancel_reminder,
    do.ListReminders: list_reminders,
    counted.CountCourse: count_course,
    counted.ShowCourseCounts: show_course_counts,
    counted.ShowFigures: show_figures,
    trend.SendTrend: send_trend,
    trend.ShowTrends: show_trends,
    trend.WithdrawTrend: withdraw_trend,
    do.PassQuestionOn: pass_question_on,
    do.RateAnswer: rate_answer,
    do.ForgetPerson: forget_person,
    editors.PublishKnowledge: publish_knowledge,
    editors.ShowEditions: show_knowledge_editions,
    editors.ListQuestions: list_questions,
    editors.RemoveQuestions: remove_questions,
    editors.NoteEditing: note_editing,
}


async def perform(command: do.Command, uow: UnitOfWork, clock: Clock) -> Outcome:
    """Do the command; a refusal is an outcome. Raises CaseChanged when somebody else was first: take the turn again."""
    try:
        outcome = await USE_CASES[type(command)](command, uow, clock)
    except CaseChanged:
        raise
    except (ActionNotAllowed, CaseAlreadyClaimed, NotAnswered) as error:
        # Raised only after the use case has found that the person may see the case.
        case = await uow.cases.get(command.case_id) if isinstance(command, do.OnCase) else None
        outcome = Refused(command, error, case)
    except DomainError as error:
        return Refused(command, error)
    return await _with_standing(outcome, command, uow)


async def _with_standing(outcome: Outcome, command: do.Command, uow: UnitOfWork) -> Outcome:
    """Add, for the team, whether its answer has come through."""
    is_teams = isinstance(command, do.OnCase) and command.place.kind is PlaceKind.CHANNEL
    if not is_teams or not isinstance(outcome, CaseIs | Refused) or outcome.case is None:
        return outcome
    return replace(outcome, standing=await how_the_answer_stands(outcome.case, uow))
