"""What `doctor` says of whether anybody is told, and whether there is room for all: what shows only on a bad day."""

from __future__ import annotations

from bot.settings import Settings
from bot.store import SqlStore

REPLICAS = 2
"""As the template for Azure has; for a moment there are twice as many, while a new version takes over."""


async def about_reach(store: SqlStore, settings: Settings) -> list[tuple[str, str]]:
    """Return what is to be said, as `god`, `se` or `feil` and the words."""
    return [*await _about_administrators(store, settings), *await _about_connections(store)]


async def _about_administrators(store: SqlStore, settings: Settings) -> list[tuple[str, str]]:
    if not settings.admins or settings.development:
        return []
    async with store.unit_of_work() as uow:
        count = len(await uow.admin_chats.all())
    if count:
        return [("god", f"Administratorer som får beskjed i chatten når noe står fast: {count}.")]
    words = (
        "Ingen administrator har skrevet til boten ennå, så ingen får beskjed i Teams når noe står fast, og ingen eier "
        "kan koble til en kanal. Be administratorene skrive «hei» til boten i chatten."
    )
    return [("se", words)]


async def _about_connections(store: SqlStore) -> list[tuple[str, str]]:
    fits = await store.replicas_that_fit()
    if fits is None or fits >= 2 * REPLICAS:
        return []
    kind = "se" if fits >= REPLICAS else "feil"
    words = (
        f"Så mange kopier av boten har databasetjeneren tilkoblinger til: {fits}. Malen for Azure kjører {REPLICAS}, "
        f"og under en oppgradering går {2 * REPLICAS} en stund. Blir det trangt, leser noen at noe gikk galt når mange "
        "skriver samtidig. Velg en større tjener, eller øk max_connections."
    )
    return [(kind, words)]
