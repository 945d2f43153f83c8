"""Loading a set of one's own: files, a trial, the load, what it changed."""
