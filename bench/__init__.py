"""Side-by-side measurements: `sh bootstrap.sh bench`."""
