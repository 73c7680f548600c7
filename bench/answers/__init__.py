"""How well questions are answered and danger is noticed, measured on our own questions, on one core.

numpy must not share its sums with a second one: the time that it waits there would be counted twice.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
