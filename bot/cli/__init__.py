"""`python -m bot ...`: one file a command."""
