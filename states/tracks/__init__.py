"""Procedures beside the state, P1 to P13: their table, and which of them run."""
