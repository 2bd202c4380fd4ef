"""The proof that nothing lies in between (10-proof): every situation the law can reach, and what holds in it.

From the empty case every event is applied to the real ``decide``, ``lapse`` and ``evolve`` until nothing
new is reached. In each situation and on each step the invariants are checked, by readings of the facts
that are written a second time, from the papers. Nothing in ``states`` imports this package.
"""
