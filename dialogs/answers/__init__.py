"""Questions and answers: the curated text word for word, or an honest «vet ikke»."""
