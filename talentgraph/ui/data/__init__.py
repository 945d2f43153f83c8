"""The page Data: sets, sources, quality, changes, what is left out."""
