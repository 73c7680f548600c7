"""The least that answers: aiohttp alone. The floor for everything else."""

import sys

import aiohttp
from aiohttp import web

SESSION = web.AppKey("session", aiohttp.ClientSession)


async def messages(request: web.Request) -> web.Response:
    activity = await request.json()
    reply = {"type": "message", "text": f"Echo: {activity['text']}"}
    if activity.get("deliveryMode") == "expectReplies":
        return web.json_response({"activities": [reply]})
    url = f"{activity['serviceUrl'].rstrip('/')}/v3/conversations/{activity['conversation']['id']}/activities"
    async with request.app[SESSION].post(url, json=reply) as response:
        await response.read()
    return web.Response()


async def healthz(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


async def with_session(app: web.Application):
    async with aiohttp.ClientSession() as session:
        app[SESSION] = session
        yield


app = web.Application()
app.cleanup_ctx.append(with_session)
app.router.add_post("/api/messages", messages)
app.router.add_get("/healthz", healthz)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
