"""What the bot uses of botbuilder: the dispatch by activity type, the turn context and their models.

Importing anything from botbuilder imports all of it, with clients, tokens and HTTP libraries that this bot never uses
(decision 7): some eight megabytes and a quarter of a second. Here its modules are imported one by one: a package is
known by where its files are, and its `__init__` is not run. Afterwards the package is forgotten again, so that whoever
imports the whole of it gets it, with these same classes. botbuilder is archived: what is relied on here will not move.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType

TOKENS = "botframework.connector.auth"
PACKAGES = ("azure.core", "msrest", "botframework.connector", TOKENS, "botbuilder.core")
"""What is known by its place only; a package that holds another one comes first."""
ASKED_FOR = (("botframework.connector", "channels", "Channels"), (TOKENS, "claims_identity", "ClaimsIdentity"))
"""What the modules used here ask a package for, and the module it stands in."""
OTHER_ADAPTER = "botbuilder.core.bot_framework_adapter"


@contextmanager
def _one_by_one() -> Iterator[None]:
    """Let modules of botbuilder be imported without their packages."""
    given = [name for name in PACKAGES if name not in sys.modules]
    for name in given:
        sys.modules[name] = _unread(name)
    try:
        for package, module, wanted in ASKED_FOR:
            if package in given:
                setattr(sys.modules[package], wanted, getattr(import_module(f"{package}.{module}"), wanted))
        if TOKENS in given:  # stands in a signature, and is not used
            sys.modules[TOKENS].AppCredentials = object  # type: ignore[attr-defined]
        yield
    finally:
        for name in given:
            del sys.modules[name]


def _unread(name: str) -> ModuleType:
    """Return a package as it is before its `__init__` has run."""
    spec = find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(name, name=name)
    return module_from_spec(spec)


@contextmanager
def _without_the_other_adapter(adapter: type) -> Iterator[None]:
    """Spare the dispatch botbuilder's own adapter, of which it reads the name of a key that every adapter has."""
    if OTHER_ADAPTER in sys.modules:
        yield
        return
    stands_in = ModuleType(OTHER_ADAPTER)
    stands_in.BotFrameworkAdapter = adapter  # type: ignore[attr-defined]
    sys.modules[OTHER_ADAPTER] = stands_in
    try:
        yield
    finally:
        del sys.modules[OTHER_ADAPTER]


with _one_by_one():
    from botbuilder.core.bot_adapter import BotAdapter
    from botbuilder.core.turn_context import TurnContext
    from botbuilder.schema import (
        Activity,
        ActivityTypes,
        ChannelAccount,
        ConversationAccount,
        ConversationReference,
        InvokeResponse,
        ResourceResponse,
    )

    with _without_the_other_adapter(BotAdapter):
        from botbuilder.core.activity_handler import ActivityHandler

__all__ = [
    "Activity",
    "ActivityHandler",
    "ActivityTypes",
    "BotAdapter",
    "ChannelAccount",
    "ConversationAccount",
    "ConversationReference",
    "InvokeResponse",
    "ResourceResponse",
    "TurnContext",
]
