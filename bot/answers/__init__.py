"""Finds the article that answers a question, and notices danger. Never makes an answer up."""
