"""The documented JSON shape of every answer."""
