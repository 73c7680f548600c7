"""The echo of the Microsoft 365 Agents SDK: CloudAdapter without credentials. Run in the bench's own venv."""

import sys

from aiohttp import web
from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import ActivityHandler, RestChannelServiceClientFactory, TurnContext
from microsoft_agents.hosting.core.authorization import AnonymousTokenProvider


class NoConnections:
    """Gives anonymous tokens, as the SDK does when authentication is off."""

    def get_token_provider(self, *_: object) -> AnonymousTokenProvider:
        return AnonymousTokenProvider()

    get_connection = get_token_provider
    get_default_connection = get_token_provider
    get_token_provider_from_activity = get_token_provider

    def get_default_connection_configuration(self) -> object:
        return AnonymousTokenProvider().configuration


class Echo(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


ADAPTER = CloudAdapter(channel_service_client_factory=RestChannelServiceClientFactory(NoConnections()))
BOT = Echo()


async def messages(request: web.Request) -> web.StreamResponse:
    return await ADAPTER.process(request, BOT)


async def healthz(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


app = web.Application()
app.router.add_post("/api/messages", messages)
app.router.add_get("/healthz", healthz)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
