"""Who is the same as whom: names, candidates for merging, judgements. Merging itself is the Writer's `judge`."""
