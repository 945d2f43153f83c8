"""Who stayed: cohorts, survival, each reading by its name."""
