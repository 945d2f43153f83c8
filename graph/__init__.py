"""The domain of Talent Graph: a ledger of sourced claims, and the graph that follows from it."""

DISTRIBUTION = "talentgraph"
