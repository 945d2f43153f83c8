"""What may be said: entities, sources and claims, with their dates, quantities and identifiers. No I/O."""
