"""Where the ledger is kept: `open_store` gives a Store; all writing by its Writer, all reading by a View."""

from graph.store.open import open_store

__all__ = ["open_store"]
