"""Deals, offers and what came of them, figures."""
