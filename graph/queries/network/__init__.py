"""Names, what lies around them, and how they are connected."""
