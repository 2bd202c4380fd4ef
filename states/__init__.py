"""The law of Scheidslijn, as data and pure functions.

Nothing in this package reads a clock, a file, a network or the environment, and nothing here is
random: the same facts and the same moment always give the same answer. It imports the standard
library, pydantic and transitions only (an import contract keeps it so).

Our words, not the law's: every legal text here is a summary, and what a lawyer must still confirm
carries the mark ``[K]``.
"""
