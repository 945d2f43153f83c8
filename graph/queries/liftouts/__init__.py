"""Groups that moved together, and what chance alone would give."""
