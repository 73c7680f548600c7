"""The words and rules of the field in plain Python. Knows no SDK, no database, no file, no clock."""
