"""Our BotAdapter: runs an admitted activity through botbuilder and sends over our own connector.

Made because the SDK's CloudAdapter serialises invoke answers twice, builds HTTP clients per turn and blocks the loop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.teams.activity import Account, IncomingActivity
from bot.teams.connector import Connector
from bot.teams.place_in_teams import quoted
from bot.teams.sdk import (
    Activity,
    ActivityTypes,
    BotAdapter,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    ResourceResponse,
    TurnContext,
)
from bot.teams.teams_bot import ANSWER, INCOMING, TeamsBot


@dataclass(frozen=True)
class HttpAnswer:
    """What to answer the request with."""

    status: int = 200
    body: Mapping[str, Any] | bytes | None = field(default=None, repr=False)
    """Plain data, or JSON that is written already."""


class TeamsAdapter(BotAdapter):  # type: ignore[misc]  # the SDK has no types
    """The narrow port to botbuilder: receive, send, update, delete."""

    def __init__(self, connector: Connector, bot: TeamsBot) -> None:
        super().__init__()
        self._connector = connector
        self._bot = bot

    async def process(self, incoming: IncomingActivity) -> HttpAnswer:
        """Take one admitted activity through its turn. Raises TurnFailed when it was not committed."""
        context = TurnContext(self, sdk_activity(incoming))
        context.turn_state[INCOMING] = incoming
        await self.run_pipeline(context, self._bot.on_turn)
        invoked = context.turn_state.get(BotAdapter._INVOKE_RESPONSE_KEY)
        if invoked is not None:
            return HttpAnswer(int(invoked.value.status), invoked.value.body)
        return HttpAnswer(200, context.turn_state.get(ANSWER))

    async def send_activities(self, context: TurnContext, activities: Sequence[Activity]) -> list[ResourceResponse]:
        """Send what the SDK asks for; the answer to an invoke is kept for the HTTP response."""
        responses = []
        for activity in activities:
            if activity.type == ActivityTypes.invoke_response:
                context.turn_state[BotAdapter._INVOKE_RESPONSE_KEY] = activity
                responses.append(ResourceResponse())
                continue
            path = f"v3/conversations/{quoted(activity.conversation.id)}/activities"
            answer = await self._connector.call("POST", activity.service_url, path, activity.serialize())
            responses.append(ResourceResponse(id=answer.get("id")))
        return responses

    async def update_activity(self, _context: TurnContext, activity: Activity) -> ResourceResponse:
        """Replace an activity that was sent."""
        path = f"v3/conversations/{quoted(activity.conversation.id)}/activities/{quoted(activity.id)}"
        answer = await self._connector.call("PUT", activity.service_url, path, activity.serialize())
        return ResourceResponse(id=answer.get("id"))

    async def delete_activity(self, _context: TurnContext, reference: ConversationReference) -> None:
        """Take back an activity that was sent."""
        path = f"v3/conversations/{quoted(reference.conversation.id)}/activities/{quoted(reference.activity_id)}"
        await self._connector.call("DELETE", reference.service_url, path)


def sdk_activity(incoming: IncomingActivity) -> Activity:
    """Return the SDK's activity with what its dispatch reads; by hand, much cheaper than its deserialiser."""
    conversation = incoming.conversation
    return Activity(
        type=incoming.type,
        id=incoming.id,
        name=incoming.name,
        action=incoming.action,
        service_url=incoming.service_url,
        channel_id=incoming.channel_id,
        reply_to_id=incoming.reply_to_id,
        from_property=_account(incoming.from_),
        recipient=_account(incoming.recipient),
        conversation=ConversationAccount(
            id=conversation.id,
            conversation_type=conversation.conversation_type,
            tenant_id=conversation.tenant_id,
            is_group=conversation.is_group,
        ),
    )


def _account(account: Account) -> ChannelAccount:
    return ChannelAccount(id=account.id, name=account.name, aad_object_id=account.aad_object_id)
