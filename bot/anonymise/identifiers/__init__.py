"""Detectors of what points to one person by itself: numbers, addresses, electronic addresses, dates, plates, cases."""
