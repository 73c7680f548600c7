"""Finds names of persons: judges each word, spreads what is found, joins neighbours into full names."""
