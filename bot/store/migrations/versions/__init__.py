"""One file per revision, never changed once it is released."""
