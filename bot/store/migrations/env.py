"""Alembic's entry: uses the connection and the transaction that bot.store.schema has opened."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
