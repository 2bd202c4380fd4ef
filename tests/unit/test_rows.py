"""Each row of the table of transitions that is built: made once with everything in order.

The rows are typed here from the domain tables (3.1 to 3.5, as amended in 00-A to 00-C): from where to
where, on what, and who is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from states import commands as c
from states.move import DELETED, UNBUILT
from states.moves import BY_ID
from states.people import Authority
from states.position import CODES, ClosedReason
from tests.unit.desk import (
    COLLEGE,
    GI,
    INTENSIVE,
    PETITION,
    RAAD,
    VTO,
    Desk,
    agree,
    at,
    day,
    helped,
    imported,
    intensive,
    investigated,
    opening,
    order,
    ordered,
    petitioned,
    placed,
    provisional,
    reported,
    requested,
    supervised,
)

PAPERS = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
CLOSING = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-02"}
GOALS = {"evaluation": "samen", "aftercare": "inloop", "closing_letter": "2026-03-02"}
BORN_17 = day("2008-03-10")
BORN_12 = day("2014-03-10")


@dataclass(frozen=True)
class Row:
    """What is done from a situation, and what the table says of it."""

    id: str
    case: str
    source: str
    target: str
    notices: str
    made: Callable[[], Desk]
    do: type[c.Base] | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    when: str = "2026-03-02 09:00"


def _told(desk: Desk) -> Desk:
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    return desk


def _mixed() -> Desk:
    desk = reported(region="mix")
    agree(desk, "2026-02-02 10:00", help="hulp")
    agree(desk, "2026-02-02 10:00", purpose="intensive_help", leads=("gi", "local_team"))
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def _ready(desk: Desk) -> Desk:
    agree(desk, "2026-02-02 10:00", help="hulp")
    return desk


def _ready_intensive(desk: Desk) -> Desk:
    agree(desk, "2026-02-02 11:30", purpose="intensive_help")
    return desk


def _own_yes(desk: Desk) -> Desk:
    desk.say("2026-02-20", c.GiveConsent, person="kind", help="hulp", valid_from=BORN_17.replace(year=2026))
    return desk


def _ending(desk: Desk, purpose: str) -> Desk:
    agree(desk, "2026-02-02 11:30", ("anna",), purpose=purpose, help="hulp", valid_until=day("2026-03-02"))
    return desk


def _short_help() -> Desk:
    desk = reported(holders=("anna",))
    agree(desk, "2026-02-02 10:00", ("anna",), help="hulp", valid_until=day("2026-03-02"))
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", **PAPERS)
    return desk


def _short_intensive() -> Desk:
    desk = helped(people=("anna",), holders=("anna",))
    _ending(desk, "intensive_help")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def _closed() -> Desk:
    desk = _told(reported())
    desk.say("2026-03-01", c.Close, closed_reason="C2", **CLOSING | {"closing_letter": "2026-03-01"})
    return desk


def _old(made: Callable[..., Desk]) -> Callable[[], Desk]:
    return lambda: made(born=BORN_17, people=("kind",))


def _adult_help() -> Desk:
    desk = helped(born=day("2003-03-02").replace(year=2008), people=("kind",))
    desk.say("2026-02-20", c.GiveConsent, person="kind", help="hulp", valid_from=day("2026-03-02"))
    return desk


def _court(kind: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of an order
    return {"by": RAAD, "opening": opening(), "order": order(kind, "2026-03-02", **more)}


def _ots(end: str = "2027-03-02", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of an order
    return _court("supervision", end=end, **more)


AWAY = {"placement": "pleeggezin", "placement_end": "2026-09-02"}
KEPT = {"by": RAAD, "order": order("maintained", "2026-02-13")}
LIFTED = _court("supervision_lifted")
OMA = tuple(Authority(holder=holder) for holder in ("anna", "bart", "oma"))

ROWS = (
    Row("TR-01", "report", "–", "V0", "O O", Desk, c.Report, {"opening": opening(), "report": "melding"}),
    Row("TR-02", "help", "V0", "V1", "O O", lambda: _ready(reported()), c.StartHelp, {"help": "hulp", **PAPERS}),
    Row("TR-03", "C2", "V0", "C", "O O", lambda: _told(reported()), c.Close, {"closed_reason": "C2", **CLOSING}),
    Row(
        "TR-05",
        "from help",
        "V1",
        "V2a",
        "C O O",
        lambda: _ready_intensive(helped()),
        c.StartIntensiveHelp,
        INTENSIVE,
    ),
    Row(
        "TR-06",
        "from intake",
        "V0",
        "V2a",
        "C O O",
        lambda: _ready_intensive(_ready(reported())),
        c.StartIntensiveHelp,
        INTENSIVE,
    ),
    Row(
        "TR-06",
        "led by the team",
        "V0",
        "V2b",
        "C O O",
        lambda: _ready_intensive(_ready(reported(region="lokaal_team"))),
        c.StartIntensiveHelp,
        INTENSIVE | {"lead": "local_team", "worker": None},
    ),
    Row(
        "TR-07",
        "lead changes",
        "V2a",
        "V2b",
        "O O",
        _mixed,
        c.ChangeLead,
        {"by": COLLEGE, "lead": "local_team", "worker": INTENSIVE["worker"], "agreed_by": ("GI", "team")},
    ),
    Row("TR-08", "family asks", "V2a", "V1", "C O O", intensive, c.EndIntensiveHelp, {"evaluation": "goed"}),
    Row("TR-08", "consent expires", "V2a", "V1", "C O", _short_intensive, when="2026-03-02"),
    Row("TR-09", "withdrawn", "V1", "V0", "O O", helped, c.WithdrawConsent, {"person": "anna"}),
    Row("TR-09", "expired", "V1", "V0", "O", _short_help, when="2026-03-02"),
    Row("TR-09", "12 years", "V1", "V0", "J O O", lambda: helped(born=BORN_12, intrusive=True), when="2026-03-10"),
    Row(
        "TR-11",
        "goals",
        "V1",
        "C",
        "C O O",
        lambda: _told(helped()),
        c.Close,
        {"closed_reason": "C1", **GOALS},
    ),
    Row("TR-13", "no own yes", "V1", "C", "J", _old(helped), when="2026-03-10"),
    Row("TR-13", "own yes", "V1", "V1", "J", lambda: _own_yes(_old(helped)()), when="2026-03-10"),
    Row("TR-13", "intensive", "V2a", "V1", "J", lambda: _own_yes(_old(intensive)()), when="2026-03-10"),
    Row("TR-17", "23 years", "V1", "C", "J", _adult_help, when="2031-03-02"),
    Row("TR-18", "a new holder", "V1", "V1", "O O O", helped, c.ChangeAuthority, {"authority": OMA}),
    Row("TR-20", "by the team", "V0", "R1", "O O", reported, c.RequestInvestigation, VTO),
    Row("TR-20", "by the GI", "V2a", "R1", "C O O", intensive, c.RequestInvestigation, VTO | {"by": GI}),
    Row("TR-22", "accepts", "R1", "R2", "C O O", requested, c.RaadAccepts, {"by": RAAD}),
    Row("TR-23", "declines", "R1", "V0", "C O O", requested, c.RaadDeclines, {"by": RAAD, "reply": "nee"}),
    Row(
        "TR-24",
        "no petition",
        "R2",
        "V0",
        "C O O",
        investigated,
        c.RaadCloses,
        {"by": RAAD, "report": "rapport", "college_told": "2026-03-02"},
    ),
    Row("TR-25", "supervision", "R2", "R3", "C GI O O", investigated, c.PetitionCourt, PETITION),
    Row(
        "TR-25",
        "end of authority",
        "R2",
        "R3",
        "C GI O O",
        investigated,
        c.PetitionCourt,
        PETITION | {"kind": "termination"},
    ),
    Row(
        "TR-31",
        "withdrawn",
        "R1",
        "R1",
        "O O",
        lambda: requested(helped()),
        c.WithdrawConsent,
        {"person": "anna"},
    ),
    Row("TR-34", "V0", "V0", "C", "J", lambda: reported(born=BORN_17), when="2026-03-10"),
    Row("TR-34", "R1", "R1", "C", "J", lambda: requested(reported(born=BORN_17)), when="2026-03-10"),
    Row(
        "TR-34",
        "R1 with own yes",
        "R1",
        "V1",
        "J",
        lambda: _own_yes(requested(_old(helped)())),
        when="2026-03-10",
    ),
    Row("TR-40", "unknown child", "–", "M1", "C GI O O", Desk, c.CourtOrder, _court("provisional_supervision")),
    Row(
        "TR-40",
        "with a MUHP",
        "V0",
        "M1",
        "C GI O O PZ",
        reported,
        c.CourtOrder,
        _court("provisional_supervision", **AWAY),
    ),
    Row("TR-41", "not heard", "M1", "V0", "C GI O O", lambda: provisional(heard=False), when="2026-02-17"),
    Row(
        "TR-41",
        "not maintained",
        "M1",
        "V0",
        "C GI O O",
        provisional,
        c.CourtOrder,
        _court("provisional_supervision_ended"),
    ),
    Row("TR-42", "granted", "R3", "M2", "C GI O O Rd", petitioned, c.CourtOrder, _ots()),
    Row("TR-42", "after closing", "C", "M2", "C GI O O Rd", _closed, c.CourtOrder, _ots()),
    Row("TR-43", "with MUHP", "R3", "M3", "C GI O O PZ Rd", petitioned, c.CourtOrder, _ots(**AWAY)),
    Row(
        "TR-44",
        "MUHP refused",
        "R3",
        "M2",
        "C GI O O Rd",
        petitioned,
        c.CourtOrder,
        _ots(placement_refused=True),
    ),
    Row("TR-45", "refused", "R3", "V0", "C GI O O Rd", petitioned, c.CourtOrder, _court("refused")),
    Row("TR-46", "at home", "M1", "M2", "C GI O O", provisional, c.CourtOrder, _ots()),
    Row("TR-46", "placed", "M1", "M3", "C GI O O", provisional, c.CourtOrder, _ots(**AWAY)),
    Row("TR-47", "runs out", "M1", "V0", "C GI O O Rd", provisional, when="2026-05-02"),
    Row("TR-48", "sibling", "V0", "M2", "C GI O O", reported, c.CourtOrder, _ots(sibling="zus")),
    Row(
        "TR-52",
        "runs out",
        "M4",
        "V0",
        "C GI O O",
        lambda: imported(order("provisional_guardianship", "2026-02-02")),
        when="2026-05-03",
    ),
    Row(
        "TR-54",
        "taken over",
        "–",
        "M2",
        "C GI O O",
        Desk,
        c.ImportMeasure,
        {"by": GI, "opening": opening(), "orders": (order("supervision", "2026-02-20", "2027-02-20"),)},
    ),
    Row("TR-59", "kept", "M1", "M1", "C GI O O", lambda: provisional(heard=False), c.CourtOrder, KEPT, "2026-02-13"),
    Row("TR-59", "MUHP", "M1", "M1", "C GI O O PZ", provisional, c.CourtOrder, _court("placement", **AWAY)),
    Row(
        "TR-60",
        "extended",
        "M2",
        "M2",
        "C O O Rd",
        supervised,
        c.CourtOrder,
        _court("supervision_extension", end="2028-02-02"),
    ),
    Row(
        "TR-61",
        "extended",
        "M3",
        "M3",
        "C O O PZ Rd",
        placed,
        c.CourtOrder,
        _court("supervision_extension", end="2028-02-02"),
    ),
    Row("TR-62", "MUHP", "M2", "M3", "C O O PZ", supervised, c.CourtOrder, _court("placement", **AWAY)),
    Row(
        "TR-63",
        "by the GI",
        "M3",
        "M2",
        "C O O PZ Rd",
        placed,
        c.EndPlacement,
        {"by": GI, "decision": "besluit", "account": "verslag", "raad_told": "2026-01-20"},
    ),
    Row("TR-63", "by the judge", "M3", "M2", "C O O PZ Rd", placed, c.CourtOrder, _court("placement_ended")),
    Row("TR-63", "MUHP runs out", "M3", "M2", "C O O PZ Rd", placed, when="2026-11-02"),
    Row("TR-63", "not executed", "M3", "M2", "C O O PZ Rd", lambda: placed(placed_since=None), when="2026-05-02"),
    Row("TR-70", "runs out", "M2", "V0", "C GI O O Rd", supervised, when="2027-02-02"),
    Row("TR-70", "placed", "M3", "V0", "C GI O O PZ Rd", lambda: placed(placement_end="2027-02-02"), when="2027-02-02"),
    Row("TR-71", "lifted", "M2", "V0", "C O O Rd", supervised, c.CourtOrder, LIFTED),
    Row("TR-73", "18 years", "M2", "C", "C J O O", lambda: supervised(born=BORN_17), when="2026-03-10"),
    Row("TR-80", "reported again", "C", "V0", "O O", _closed, c.Report, {"report": "nieuwe melding"}),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.case}")
def test_the_row_is_made_as_the_table_says(row: Row) -> None:
    """From where, to where, by which row, and who is told."""
    desk = row.made()
    when = row.when
    if row.do is None:
        desk.pass_to(when)
    else:
        decision = desk.say(when, row.do, **row.fields)
        assert decision.refusal is None, decision.refusal
    move = next(body for body in desk.new if body["move"] == row.id)
    codes = {state.value: code for state, code in CODES.items()}
    assert (codes[move["from"]], codes[move["to"]]) == (row.source, row.target)
    assert codes[desk.state().value] == row.target
    assert sorted(n["code"] for n in move["effects"].get("notices", ())) == row.notices.split()


def test_every_built_row_is_made_once() -> None:
    """And no row is made that does not exist."""
    assert {row.id for row in ROWS} == set(BY_ID)


def test_built_unbuilt_and_deleted_rows_are_apart() -> None:
    """A row is one of the three."""
    assert not set(BY_ID) & set(UNBUILT)
    assert not set(DELETED) & {*BY_ID, *UNBUILT}


@pytest.mark.parametrize("id_", sorted(UNBUILT))
def test_a_row_that_is_not_built_says_so(id_: str) -> None:
    """Asked for by its id, it answers with its id; nothing moves."""
    desk = reported()
    refusal = desk.say("2026-02-03", c.AttemptMove, move=id_).refusal
    assert refusal is not None
    assert refusal.matches(f"not-built/{id_}")
    assert refusal.matches(id_)


@pytest.mark.parametrize("id_", [*sorted(DELETED), "TR-99", "TR-02"])
def test_a_row_cannot_be_made_by_its_number(id_: str) -> None:
    """NX-10: it follows from facts, was deleted, or does not exist."""
    refusal = reported().say("2026-02-03", c.AttemptMove, move=id_).refusal
    assert refusal is not None
    assert refusal.rule == id_


UNBUILT_ORDERS = """
provisional_guardianship guardianship temporary_guardianship guardianship_ended gi_replaced secure_placement
consent_replaced adjourned inadmissible annulled granted_on_appeal suspended
"""


@pytest.mark.parametrize("kind", UNBUILT_ORDERS.split())
def test_an_order_that_is_not_built_says_so(kind: str) -> None:
    """With the id of its row."""
    refusal = reported().say("2026-03-02", c.CourtOrder, by=RAAD, order=order(kind, "2026-03-02")).refusal
    assert refusal is not None
    assert refusal.matches("not-built")


@pytest.mark.parametrize(
    ("made", "command", "fields", "row"),
    [
        (reported, c.RaadAccepts, {"by": RAAD}, "TR-21"),
        (investigated, c.PetitionCourt, PETITION | {"by": {"id": "anna", "role": "parent"}}, "TR-27"),
        (
            lambda: imported(order("provisional_guardianship", "2026-02-02")),
            c.CourtOrder,
            {"by": RAAD, "order": order("supervision", "2026-03-02", "2027-03-02")},
            "TR-49",
        ),
    ],
)
def test_what_only_an_unbuilt_row_could_do_says_so(
    made: Callable[[], Desk], command: type[c.Base], fields: dict[str, Any], row: str
) -> None:
    """A known command, from where no built row goes."""
    refusal = made().say("2026-03-02", command, **fields).refusal
    assert refusal is not None
    assert refusal.matches(f"not-built/{row}")


def test_who_closes_says_why() -> None:
    """C2 from V0, C1 from help, C4 by itself."""
    desk = _closed()
    assert desk.child().closed_reason is ClosedReason.HELP_ENDED
    assert desk.child().opened_at == at("2026-02-02 09:00")
    assert ordered(order("supervision", "2026-03-02", "2027-03-02"), "2026-03-02", desk).child().closed_reason is None
