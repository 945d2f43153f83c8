"""The page of organisations: figures, pictures, people, two side by side, the list to start from."""
