"""Veilederen: a Teams assistant that helps municipal staff act on worry about a child."""
