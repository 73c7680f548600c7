"""How many persons the traits of a text may fit. Knows figures and traits, no texts."""
