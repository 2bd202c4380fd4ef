"""The rows of the intervention matrix, one family in one module (domain 4, as amended in 00-D and 00-E)."""
