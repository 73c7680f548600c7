"""The stores under test."""

from tests.fakes.stores import clock, sql_store, store, url

__all__ = ["clock", "sql_store", "store", "url"]
