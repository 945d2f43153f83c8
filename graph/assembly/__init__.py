"""What follows from claims: stints, edge rows, moves, conflicts, shown names. Pure functions, no I/O."""
