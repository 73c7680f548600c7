"""One turn from beginning to end: route it, perform what was decided, keep the state, in one commit."""
