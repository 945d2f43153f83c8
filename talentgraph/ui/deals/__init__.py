"""The page of deals and offers."""
