"""Every engine, made fresh for a test."""

from stores import engine, make, store

__all__ = ["engine", "make", "store"]
