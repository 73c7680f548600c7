"""Where everything is kept: SQLite or PostgreSQL, encrypted. Must not know what a Teams message or a sentence is."""

from bot.store.encryption import KeyRing
from bot.store.sql_store import SqlStore

__all__ = ["KeyRing", "SqlStore"]
