"""How well questions are answered and danger is noticed, measured on our own questions, on one core.

numpy must not share its sums with a second one: time of a thread that waits there may be counted as well.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
