"""What every answer is made of: the reply, what it read within which budget, its subgraph and places."""
