"""Short word lists that belong to a rule, written as running text so that they can be read."""


def words(text: str) -> frozenset[str]:
    """Return the words of the text as a set."""
    return frozenset(text.split())
