"""Points for and against a word being a name, by what stands around it. Holds no names."""
