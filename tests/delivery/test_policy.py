"""The table of what to do after a failure, row by row; and the pace that keeps under the rate limits."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.delivery.policy import (
    LOOKS,
    REPLACING,
    LeaveToReceipt,
    Park,
    SendUnseen,
    TryAgain,
    after_failure,
    after_vain_look,
    backoff,
)
from bot.delivery.send_rate import SendRate
from bot.delivery.settings import TEAMS_APP, TEAMS_CONVERSATION, DeliverySettings
from bot.domain.outbox import STATUS_NOTICES, Kind, OutboxItem
from bot.domain.sending import Ambiguous, CannotLook, Gone, Refused, SendError, TooLarge, TryLater
from tests.fakes.outbox import NEVER_SENT

S = DeliverySettings()
CARD, UPDATE = Kind.CASE_CARD, Kind.CASE_CARD_UPDATE


@pytest.mark.parametrize(
    ("error", "kind", "attempt", "step"),
    [
        (TryLater("429", after=3), CARD, 1, TryAgain(3.3, ambiguous=False)),  # as told, and a tenth more at most
        (TryLater("429", after=0), CARD, 1, TryAgain(0, ambiguous=False)),
        (TryLater("429", after=-5), CARD, 1, TryAgain(0, ambiguous=False)),  # a date in the past
        (TryLater("429", after=99999), CARD, 1, TryAgain(3960, ambiguous=False)),  # no more than an hour is believed
        (TryLater("503"), CARD, 1, TryAgain(2, ambiguous=False)),  # 1 × 2^1
        (TryLater("412"), CARD, 4, TryAgain(16, ambiguous=False)),  # 1 × 2^4
        (TryLater("token"), CARD, 500, TryAgain(300, ambiguous=False)),  # never more than five minutes
        (Ambiguous("500"), CARD, 1, TryAgain(30, ambiguous=True)),  # wait until it can be seen, then look
        (Ambiguous("502"), Kind.THREAD_LINE, 9, TryAgain(30, ambiguous=True)),
        (Ambiguous("timeout"), Kind.REMINDER, 1, TryAgain(30, ambiguous=True)),
        (Ambiguous("504"), UPDATE, 1, TryAgain(2, ambiguous=False)),  # replacing twice is the same as once
        (Refused("403 BotDisabledByAdmin"), CARD, 1, Park()),
        (Gone("404 ConversationNotFound"), CARD, 1, Park()),
        (TooLarge("413"), CARD, 1, Park()),
    ],
)
def test_what_is_done_after_a_failure(error: SendError, kind: Kind, attempt: int, step: TryAgain | Park) -> None:
    found = after_failure(error, kind, attempt, S, chance=lambda: 1.0)
    assert found == (step if isinstance(step, Park) else TryAgain(pytest.approx(step.seconds), step.ambiguous))


def item(kind: Kind, notice: str = "meeting") -> OutboxItem:
    return OutboxItem(kind, "k", datetime(2026, 1, 12, tzinfo=UTC), "requester:case1", "case1", {"notice": notice})


@pytest.mark.parametrize("notice", sorted(STATUS_NOTICES))
def test_a_status_nobody_can_look_for_is_left_to_the_receipt(notice: str) -> None:
    assert after_vain_look(CannotLook("no_graph"), item(Kind.REQUESTER_NOTICE, notice), 0, S) == LeaveToReceipt()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (*REPLACING, *NEVER_SENT)])
def test_every_kind_is_looked_for_in_vain_a_few_times_before_it_is_sent_again(kind: Kind) -> None:
    steps = [after_vain_look(CannotLook("403"), item(kind), looks, S) for looks in range(LOOKS[kind])]
    assert steps[-1] == SendUnseen()
    assert steps[:-1] == [TryAgain(30, ambiguous=True, looked=True)] * (LOOKS[kind] - 1)


def test_backoff_is_anything_between_nothing_and_its_ceiling() -> None:
    assert [backoff(3, S, lambda chance=chance: chance) for chance in (0.0, 0.5, 1.0)] == [0, 4, 8]


def test_a_lease_that_does_not_outlast_the_client_timeout_is_refused() -> None:
    with pytest.raises(ValueError, match="lease"):
        DeliverySettings(client_timeout=15, lease=20)


def test_a_stop_that_does_not_wait_out_a_send_is_refused() -> None:
    with pytest.raises(ValueError, match="one send"):
        DeliverySettings(client_timeout=20, drain=20)


def most_in_any(seconds: float, times: list[float]) -> int:
    return max(sum(1 for other in times if start <= other < start + seconds - 1e-9) for start in times)


def test_sends_to_one_conversation_stay_under_every_limit_of_teams() -> None:
    pace = SendRate(TEAMS_CONVERSATION)
    times = [pace.slot("team:a", 0.0) for _ in range(2000)]
    assert times == sorted(times)
    assert (most_in_any(1, times), most_in_any(2, times)) <= (7, 8)
    assert most_in_any(30, times) <= 60
    assert most_in_any(3600, times) <= 1800
    assert times[1700] >= 3600


def test_conversations_do_not_slow_each_other_but_the_app_has_a_limit_too() -> None:
    conversations, app = SendRate(TEAMS_CONVERSATION), SendRate(TEAMS_APP)
    assert [conversations.slot(f"team:{number}", 5.0) for number in range(100)] == [5.0] * 100
    assert most_in_any(1, [app.slot("app", 0.0) for _ in range(200)]) <= 25


def test_a_row_that_is_put_back_keeps_its_place_in_line() -> None:
    pace = SendRate(((1.0, 1),))
    assert [pace.slot("a", 0.0, "row1"), pace.slot("a", 0.0, "row2"), pace.slot("a", 0.5, "row2")] == [0.0, 1.0, 1.0]
    pace.used("row2", 1.0)
    assert pace.slot("a", 1.0, "row2") == 2.0


def test_rows_that_another_replica_has_sent_are_forgotten() -> None:
    pace = SendRate(((1.0, 1),))
    for number in range(3000):
        pace.slot(f"c{number % 7}", float(number), f"row{number}")
        pace.used("", float(number))
    assert len(pace._reserved) <= 1001


def test_a_clock_that_stands_still_or_a_quiet_hour_breaks_nothing() -> None:
    pace = SendRate(((1.0, 2),))
    for number in range(1500):
        pace.slot(f"c{number}", float(number))
        pace.used("", float(number))
    assert pace.slot("c1", 5000.0) == 5000.0
