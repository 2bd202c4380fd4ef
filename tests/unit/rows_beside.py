"""Rows beside a measure, typed from domain 3 as amended in 00-C, L2 and L5: TR-32, 33, 68, 74, 75, 82, 83."""

from __future__ import annotations

from typing import Any

from states import commands as c
from tests.unit.cast import RAAD
from tests.unit.desk import Desk, court, helped, petitioned, placed, supervised
from tests.unit.rows import Row, decided

APPEAL: dict[str, Any] = {"track": "P3", "paper": "beroepschrift", "party": "parent", "person": "anna"}
INSIDE = {"secure": "regular", "end": "2026-09-02", "statement": "2026-02-27", "lawyer": True}


def suspended() -> Desk:
    """A supervision that the court of appeal suspended."""
    return court(supervised(), "2026-02-20", "suspended")


def wrong_order() -> Desk:
    """A supervision that was recorded for the wrong child; its order is the first of the file."""
    return supervised()


ROWS = (
    Row(
        "TR-32",
        "taken back",
        "R3",
        "V0",
        "C GI O O Rd",
        petitioned,
        c.WithdrawPetition,
        {"by": RAAD, "notice": "bericht"},
    ),
    Row("TR-32", "inadmissible", "R3", "V0", "C GI O O Rd", petitioned, c.CourtOrder, decided("inadmissible")),
    Row(
        "TR-33", "put off", "R3", "R3", "C GI O O Rd", petitioned, c.CourtOrder, decided("adjourned", end="2026-06-02")
    ),
    Row("TR-68", "beside help", "V1", "V1", "C GI L O O", helped, c.CourtOrder, decided("secure_placement", **INSIDE)),
    Row(
        "TR-68",
        "in a supervision",
        "M2",
        "M3",
        "C GI L O O",
        supervised,
        c.CourtOrder,
        decided("secure_placement", **INSIDE),
    ),
    Row(
        "TR-68",
        "runs out",
        "M3",
        "M2",
        "C GI L O O",
        lambda: court(supervised(), "2026-02-10", "secure_placement", "2026-03-02", secure="urgent", lawyer=True),
        when="2026-03-02",
    ),
    Row("TR-74", "annulled", "M2", "V0", "C GI O O Rd", supervised, c.CourtOrder, decided("annulled")),
    Row(
        "TR-74",
        "the placement",
        "M3",
        "M2",
        "C GI O O PZ Rd",
        placed,
        c.CourtOrder,
        decided("annulled", placement_refused=True),
    ),
    Row(
        "TR-75",
        "after a refusal",
        "V0",
        "M2",
        "C GI O O Rd",
        lambda: court(petitioned(), "2026-02-10", "refused"),
        c.CourtOrder,
        decided("granted_on_appeal", end="2027-03-02", grants="supervision"),
    ),
    Row(
        "TR-82",
        "another child",
        "M2",
        "V0",
        "C GI O O",
        wrong_order,
        c.Correct,
        {"order": "kind/order1.2", "second": "sanne", "reason": "ander kind"},
    ),
    Row(
        "TR-83",
        "appeal",
        "M2",
        "V0",
        "C GI O O Rd",
        lambda: supervised(enforceable="no"),
        c.OpenProcedure,
        APPEAL,
    ),
    Row("TR-83", "by the court", "M2", "V0", "C GI O O Rd", supervised, c.CourtOrder, decided("suspended")),
    Row("TR-83", "confirmed", "V0", "M2", "C GI O O Rd", suspended, c.CourtOrder, decided("confirmed")),
)
"""The rows, each made once with everything in order."""
