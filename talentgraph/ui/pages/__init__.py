"""The pages, one a file. Each has `draw`."""
