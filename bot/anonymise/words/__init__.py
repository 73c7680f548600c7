"""The word lists and what is made of them: vocabulary, lexicon, places, phrases. Knows no texts."""
