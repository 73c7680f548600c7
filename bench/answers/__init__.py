"""How well questions are answered and danger is noticed, measured on our own questions."""
