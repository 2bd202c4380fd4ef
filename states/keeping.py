"""The names of what the keeper of the log asks for: both sides of it know these and nothing of each other."""

KEEPER = "Keeper"
SEAL = "seal_leaves"
OUTSIDE = "keep_outside"
WITNESS = "ask_witnesses"
STAMP = "stamp_checkpoint"
BROKEN_LOG = "BrokenLog"
"""The type of the error that no retry mends: what is stored and what was signed differ."""
