"""The terminal: one group of commands a file, what they print in `pages`, how it is laid out in `screen`."""
