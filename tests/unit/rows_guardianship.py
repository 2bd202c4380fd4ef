"""Rows about guardianship and about who holds a measure, typed from domain 3.3 to 3.5 as amended."""

from __future__ import annotations

from typing import Any

from states import commands as c
from tests.unit.cast import COLLEGE, GI
from tests.unit.desk import Desk, court, helped, petitioned, placed, provisional, reported, supervised
from tests.unit.rows import Row, closed, decided, ots

NEXT_DAY = "2026-03-03"
READY = {"accepted": "bereid", "ground": "unfit"}
OMA = {"gi": None, "authority": ({"holder": "oma", "kind": "guardian"},)}
BART = {"gi": None, "authority": ({"holder": "bart"},)}


def said(desk: Desk, kind: str, **more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A decision of 2 March, that works the day after."""
    return court(desk, "2026-03-02 09:00", kind, **more)


def m4(**more: Any) -> Desk:  # noqa: ANN401 - any field of an order
    """A child in M4 since 2 February."""
    return court(reported(), "2026-02-02 12:00", "provisional_guardianship", **READY, **more)


def m5() -> Desk:
    """A child in M5 since 4 February."""
    desk = court(reported(), "2026-02-03 09:00", "guardianship", **READY)
    desk.pass_to("2026-02-04")
    return desk


def m6() -> Desk:
    """A child in M6 since 4 February."""
    desk = court(reported(), "2026-02-03 09:00", "temporary_guardianship")
    desk.pass_to("2026-02-04")
    return desk


TOLD = "C GI O O"
PROVISIONAL = decided("provisional_guardianship", **READY)

ROWS = (
    Row("TR-49", "another case", "V1", "M2", TOLD, helped, c.CourtOrder, ots(given_in="echtscheiding")),
    Row("TR-49", "instead of a suspension", "M4", "M2", TOLD, m4, c.CourtOrder, ots(given_in="schorsing")),
    Row("TR-50", "unknown child", "–", "M4", TOLD, Desk, c.CourtOrder, PROVISIONAL),
    Row("TR-50", "from help", "V1", "M4", TOLD, helped, c.CourtOrder, PROVISIONAL),
    Row("TR-50", "after closing", "C", "M4", TOLD, closed, c.CourtOrder, PROVISIONAL),
    Row("TR-50", "over a guardianship", "M5", "M4", TOLD, m5, c.CourtOrder, PROVISIONAL),
    Row("TR-50", "again", "M4", "M4", TOLD, m4, c.CourtOrder, PROVISIONAL),
    Row("TR-51", "granted", "M4", "M5", TOLD, lambda: said(m4(), "guardianship", **READY), when=NEXT_DAY),
    Row("TR-52", "lifted", "M4", "V0", TOLD, lambda: said(m4(), "guardianship_ended"), when=NEXT_DAY),
    Row("TR-52", "to a person", "M4", "V0", TOLD + " O", lambda: said(m4(), "guardianship", **OMA), when=NEXT_DAY),
    Row("TR-52", "unheard", "M4", "V0", TOLD, lambda: m4(heard=False), when="2026-02-17"),
    Row("TR-53", "R3", "R3", "M5", TOLD, lambda: said(petitioned(), "guardianship", **READY), when=NEXT_DAY),
    Row("TR-53", "M1", "M1", "M5", TOLD, lambda: said(provisional(), "guardianship", **READY), when=NEXT_DAY),
    Row("TR-53", "M3", "M3", "M5", TOLD, lambda: said(placed(), "guardianship", **READY), when=NEXT_DAY),
    Row(
        "TR-53",
        "the other parent",
        "R3",
        "V0",
        TOLD,
        lambda: said(petitioned(kind="termination"), "guardianship", **BART),
        when=NEXT_DAY,
    ),
    Row("TR-55", "from V0", "V0", "M6", TOLD, lambda: said(reported(), "temporary_guardianship"), when=NEXT_DAY),
    Row("TR-55", "from M2", "M2", "M6", TOLD, lambda: said(supervised(), "temporary_guardianship"), when=NEXT_DAY),
    Row("TR-56", "guardianship", "M6", "M5", TOLD, lambda: said(m6(), "guardianship", **READY), when=NEXT_DAY),
    Row("TR-56", "back", "M6", "C", TOLD, lambda: said(m6(), "guardianship_ended"), when=NEXT_DAY),
    Row("TR-57", "from help", "V1", "M5", TOLD, lambda: said(helped(), "guardianship", **READY), when=NEXT_DAY),
    Row(
        "TR-57",
        "asked because nobody decides",
        "R3",
        "M5",
        TOLD,
        lambda: said(petitioned(), "guardianship", **READY | {"ground": "vacant"}),
        when=NEXT_DAY,
    ),
    Row(
        "TR-64",
        "another GI",
        "M2",
        "M2",
        "C C' GI GI' O O",
        supervised,
        c.CourtOrder,
        decided("gi_replaced", gi="GI Elders"),
    ),
    Row(
        "TR-65",
        "other carers",
        "M3",
        "M3",
        "O O PZ",
        placed,
        c.ChangeResidence,
        {"by": GI, "decision": "besluit", "place": "pleeggezin", "carers": "pleeg-b"},
    ),
    Row("TR-65", "consented", "M3", "M3", "O O PZ", placed, c.CourtOrder, decided("residence_consented")),
    Row("TR-66", "moves house", "M2", "M2", "C C' GI", supervised, c.Relocate, {"by": COLLEGE, "municipality": "B"}),
    Row(
        "TR-66b",
        "goes elsewhere",
        "M2",
        "C",
        TOLD,
        supervised,
        c.HandOverMeasure,
        {"by": GI, "organisation": "Jugendamt", "confirmation": "brief"},
    ),
    Row(
        "TR-67",
        "another GI",
        "M5",
        "M5",
        "C O O",
        lambda: said(m5(), "guardianship", gi="GI Elders", **READY),
        when=NEXT_DAY,
    ),
    Row("TR-76", "restored", "M5", "C", "C O O", lambda: said(m5(), "guardianship_ended"), when=NEXT_DAY),
    Row("TR-77", "foster parent", "M5", "C", "C O O O", lambda: said(m5(), "guardianship", **OMA), when=NEXT_DAY),
    Row("TR-81", "after closing", "C", "M5", TOLD, lambda: said(closed(), "guardianship", **READY), when=NEXT_DAY),
)
"""What is done from a situation, and what the table says of it."""
