"""«Hvor går jeg?»: theme × age × municipality × role → who can help, what must be done first, how and when."""
