"""Detectors of what narrows the circle: ages, grades, family, jobs, schools, places, origins, illnesses, events."""
