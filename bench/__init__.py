"""Measurements: how fast the course grades, what gets through, and what lessons cost. Run with `make bench`."""
