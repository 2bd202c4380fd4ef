"""Editions of the rules: which one counts at a moment, who reviewed it, and what differs between two."""
