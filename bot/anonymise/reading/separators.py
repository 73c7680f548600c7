"""What may stand between the two halves of a number. Shared by the detectors of numbers, and drawn by their tests."""

SEP = r"(?:[^\w\n]{1,3}|_{1,3})"
"""At most three signs that are neither letters nor digits."""
