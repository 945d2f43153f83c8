"""The page of flows: one view a file."""
