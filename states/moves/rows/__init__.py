"""The rows of the table of legal moves, one family in one module (domain 3, as amended in 00-C)."""
