"""Who is the same as whom: names, candidates, judgements. Merging is the Writer's `judge`."""
