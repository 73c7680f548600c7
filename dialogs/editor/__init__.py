"""What editors do in the chat: choose, fill in, see what changes, try, publish, go back."""
