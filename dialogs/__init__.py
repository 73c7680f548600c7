"""Conversation logic: what is said and asked, step by step. Knows no SDK, no store and no clock."""
