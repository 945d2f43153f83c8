"""The ledger itself: disagreements, changes, coverage and quality."""
