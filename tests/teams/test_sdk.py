"""Of botbuilder only what is used is loaded, and it is the real thing."""

from __future__ import annotations

import subprocess
import sys

NOT_USED = (
    "azure.core",
    "botbuilder.core",
    "charset_normalizer",
    "jsonpickle",
    "msal",
    "oauthlib",
    "requests",
    "urllib3",
)

LOADED = f"""
import sys
import bot.cli.serve, bot.main
print(sorted(set({NOT_USED}) & set(sys.modules)))
"""
THE_SAME = """
import sys
from bot.teams import sdk
from botbuilder.core import ActivityHandler, BotAdapter, BotFrameworkAdapter, TurnContext
import azure.core, botframework.connector.auth, msrest
print([one.__module__ for one in (sdk.ActivityHandler, sdk.BotAdapter, sdk.TurnContext)])
assert (sdk.ActivityHandler, sdk.BotAdapter, sdk.TurnContext) == (ActivityHandler, BotAdapter, TurnContext)
assert azure.core.PipelineClient and msrest.ServiceClient and botframework.connector.auth.AppCredentials is not object
assert issubclass(BotFrameworkAdapter, BotAdapter) and BotFrameworkAdapter is not BotAdapter
"""
THE_WHOLE_FIRST = """
import botbuilder.core, botframework.connector.auth
from bot.teams import sdk
assert sdk.TurnContext is botbuilder.core.TurnContext and botbuilder.core.BotFrameworkAdapter is not sdk.BotAdapter
print("the same")
"""


def printed(program: str) -> str:
    """Return what the program prints in a process of its own."""
    ran = subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def test_the_bot_loads_no_client_of_botbuilder_and_nothing_that_these_import() -> None:
    assert printed(LOADED) == "[]"


def test_whoever_imports_the_whole_of_botbuilder_afterwards_gets_it_with_the_same_classes() -> None:
    assert "botbuilder.core.turn_context" in printed(THE_SAME)


def test_whoever_has_imported_it_before_keeps_it() -> None:
    assert printed(THE_WHOLE_FIRST) == "the same"
