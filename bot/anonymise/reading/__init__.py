"""How a text is read: its signs, lines and words, what is never flagged, what stands beside a word. Finds nothing."""
