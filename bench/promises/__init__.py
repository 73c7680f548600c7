"""Promises at full size, at the real process."""
