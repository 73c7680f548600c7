"""Decides what is written instead of a name: whose it is, and who is the child."""
