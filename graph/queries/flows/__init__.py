"""Who took people from whom: counts, ratios and rates by their definitions; two compared."""
