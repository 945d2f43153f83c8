"""Who may be the same as whom: names, candidates, reasons. Judging is the Writer's `judge` and `unjudge`."""
