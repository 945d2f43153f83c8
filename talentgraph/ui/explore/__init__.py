"""The page Explore: what is drawn, where it stands, what was done to it by hand."""
