"""Guides: a person is taken from worry to action, one question at a time, by content editors can change."""
