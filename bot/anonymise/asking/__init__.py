"""What is only asked about: words that may be a name where the rules say nothing, and names of what is no person."""
