"""A database of every schema version, as rows in a text file; made once when the version is made, never changed."""
