"""The page of people: lanes, a career in words, the list to start from."""
