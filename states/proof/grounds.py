"""On what an act can rest, read from the papers a second time (4-acts as amended in 00-D, 00-E).

No copy of the matrix. A set here says what an act *is*: a power, something that touches a family, a
decision of a judge, a procedure of a supervision. From that follows where it can never be allowed.
"""

from __future__ import annotations

POWER = frozenset({8, 21, 22, 25, 28, 29, 30, 33, 37})
"""The power acts (P of 10-proof)."""

NEVER = frozenset({20, 23})
"""Conditions with a consequence, and threats: nobody, nowhere (invariant 15)."""

AFTER_THE_END, SECURE, CONTACT, ARRANGEMENT, TRANSFER, DIRECTIVE = 57, 37, 25, 26, 54, 21

BINDS = frozenset({18, 19, DIRECTIVE, CONTACT})
"""What binds a family in a measure, and waits until each reader was told of its rights (R-14)."""

_SUPERVISED = ("VOTS", "OTS", "PLACED")
_GUARDIAN = ("VV", "VG", "TV")

CONFERS: dict[tuple[int, str], str] = {
    **{(8, order): "Jw 7.3.11 lid 4" for order in (*_SUPERVISED, *_GUARDIAN, "VVp")},
    **{(21, order): "BW 1:263 lid 1" for order in _SUPERVISED},
    (25, "PLACED"): "BW 1:265f lid 1",
    **{(25, order): "BW 1:336, 1:337" for order in _GUARDIAN},
    **{(28, order): "BW 1:265b lid 1" for order in _SUPERVISED},
    (29, "PLACED"): "BW 1:265b",
    **{(29, order): "BW 1:336, 1:337" for order in _GUARDIAN},
    **{(30, order): "BW 1:336, 1:337" for order in _GUARDIAN},
    **{(33, order): "BW 1:336, 1:337" for order in _GUARDIAN},
}
"""What an order confers on the GI it names: the article, by act and by what runs."""

TOUCHES = frozenset({2, 3, 4, 5, 7, 9, 12, 13, 14, 15, 16, 18, 19, 26, 27, 32, 38, 39, 40, 41, 44, 50, 53, 54, 55, 58})
"""Acts that touch a family: without a measure never without consent (7.3.4, 7.3.11; R-11)."""

HELP = frozenset({13, 18, 19, 27, 50})
"""Help: registered outside a measure only on a complete consent to help (invariant 8)."""

BODY = frozenset({38, 39, 41, 55})
"""The body and the private life: also under a measure with consent (Gw 10, 11; 7.3.13)."""

MEDICAL = frozenset({15, 16})
"""Treatment of whom decides too: also under a measure with consent (BW 7:447, 7:450)."""

ROUTES_FREE = frozenset({35, 37, 42, 61})
"""What a judge can decide without a measure; elsewhere "ask the judge" would be no way at all."""

ROUTES = ROUTES_FREE | {22, 24, 25, 26, 29, 30, 32, 33, 34, 53}
"""What a judge can decide under a measure."""

JUDGE = frozenset({22, 24, 26, 34, 35, 53, 61})
"""What under a measure only a judge decides."""

SUPERVISION_ONLY = frozenset({21, 22, 24, 28, 34, 36})
"""Tools and procedures of a supervision (1:262b to 1:265h): a guardian has no use for them."""

MEASURE_ONLY = frozenset({22, 36, 51, 62}) | (POWER - {SECURE})
"""What exists only because an order runs."""

FREE_ONLY = frozenset({11, 44, 58})
"""What exists only without a measure."""

LEFT = frozenset({1, 6, 10, 45, 48, 49, 56, 63})
"""What is left when a case is closed: nothing that touches a family (R-12)."""

LEFT_TO_PARENTS = frozenset({14, 15, 16, 52, TRANSFER})
"""What in a closed case those in authority decide themselves."""
