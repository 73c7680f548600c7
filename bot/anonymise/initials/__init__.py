"""Detectors of letters that stand for somebody, and what tells them from letters that stand for things."""
