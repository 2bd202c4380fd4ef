"""The table of legal moves, and the machine that owns it: from where, to where, under which conditions."""
