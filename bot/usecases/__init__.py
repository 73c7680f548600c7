"""One thing people do = one file = one function `(command, uow, clock) -> Outcome`. The caller commits."""
