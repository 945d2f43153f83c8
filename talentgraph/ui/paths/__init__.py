"""The page of paths: the question, rails, and why there is none."""
