"""Rows about who asks the Raad and the judge, and about leaving, typed from domain 3.1, 3.2 and 3.5 as amended."""

from __future__ import annotations

from typing import Any

from states import commands as c
from states.people import Actor, Role
from tests.unit.cast import COLLEGE, GI, PARENTS, RAAD, SUPERVISOR
from tests.unit.desk import Desk, agree, helped, intensive, investigated, petitioned, placed, reported, requested
from tests.unit.rows import Row, closed, told_all

OM = Actor(id="otto", role=Role.OM, organisation="Openbaar Ministerie")
BURGEMEESTER = Actor(id="bram", role=Role.BURGEMEESTER, organisation="Gemeente Zonstad")
CARER = Actor(id="oma", role=Role.CARETAKER)
ANNA = Actor(id="anna", role=Role.PARENT)

ASKED: dict[str, Any] = {"by": OM, "petition": "verzoek"}
MOVED: dict[str, Any] = {"municipality": "Maanstad", "agreed_on": "2026-03-01", "handover": "dossier"}
MOVED_IN_R: dict[str, Any] = {"by": RAAD, "municipality": "Maanstad", "both_told": "2026-03-01"}
MOVED_AWAY: dict[str, Any] = {
    "closed_reason": "C5",
    "moved_to": "Maanstad",
    "judgement": "veilig genoeg",
    "worries": False,
}
ERROR: dict[str, Any] = {"by": SUPERVISOR, "reason": "verkeerd kind"}
STARTS: dict[str, Any] = {"by": RAAD, "notice": "bericht", "because": "acute"}


def may_share(desk: Desk, until: str = "2026-06-01") -> Desk:
    """Everybody agrees that the file goes to Maanstad."""
    about = {"source": "Zonstad", "receiver": "Maanstad", "aim": "dossier", "valid_until": until}
    agree(desk, "2026-02-20", PARENTS, purpose="sharing", **about)
    return desk


def not_petitioned(desk: Desk | None = None) -> Desk:
    """The Raad investigated on a request of the local team, and does not ask the judge."""
    desk = investigated(desk)
    desk.say("2026-02-20", c.RaadCloses, by=RAAD, report="rapport", college_told="2026-02-20")
    return desk


def letter(desk: Desk | None = None) -> Desk:
    """The burgemeester asked the Raad to put that to the judge, in a letter of 24 February."""
    desk = desk or not_petitioned()
    desk.say("2026-02-25", c.BurgemeesterAsks, by=BURGEMEESTER, letter="brief", dated="2026-02-24")
    return desk


ROWS = (
    Row("TR-14", "V0", "V0", "V0", "C C' O O", lambda: may_share(reported()), c.Relocate, MOVED),
    Row("TR-14", "V2a", "V2a", "V2a", "C C' O O", lambda: may_share(intensive()), c.Relocate, MOVED),
    Row("TR-15", "V1", "V1", "C", "O O", lambda: told_all(helped()), c.Close, MOVED_AWAY),
    Row("TR-15", "V2a", "V2a", "C", "O O", lambda: told_all(intensive()), c.Close, MOVED_AWAY | {"by": GI}),
    Row("TR-21", "acute", "V1", "R2", "C O O", helped, c.RaadStarts, STARTS),
    Row("TR-21", "other task", "V0", "R2", "C O O", reported, c.RaadStarts, STARTS | {"because": "other_task"}),
    Row("TR-26", "burgemeester", "V0", "R3", "C O O", letter, c.PetitionCourt, {"by": RAAD, "petition": "verzoek"}),
    Row(
        "TR-27",
        "parent",
        "V0",
        "R3",
        "C O O Rd",
        not_petitioned,
        c.PetitionCourt,
        {"by": ANNA, "petition": "verzoek"},
    ),
    Row(
        "TR-27",
        "carer",
        "V0",
        "R3",
        "C O O Rd",
        not_petitioned,
        c.PetitionCourt,
        {"by": CARER, "petition": "verzoek", "kind": "termination", "cares_since": "2025-03-02"},
    ),
    Row("TR-28", "V1", "V1", "R3", "C O O Rd", helped, c.PetitionCourt, ASKED),
    Row("TR-28", "R1", "R1", "R3", "C O O Rd", requested, c.PetitionCourt, ASKED | {"kind": "termination"}),
    Row("TR-28", "R3", "R3", "R3", "C O O Rd", petitioned, c.PetitionCourt, ASKED),
    Row("TR-29", "R2", "R2", "R2", "C C' GI O O", investigated, c.Relocate, MOVED_IN_R),
    Row("TR-29", "R3", "R3", "R3", "C C' GI O O", petitioned, c.Relocate, MOVED_IN_R | {"by": COLLEGE}),
    Row("TR-30", "R1", "R1", "V0", "O O Rd", requested, c.WithdrawRequest, {"raad_agreed": "2026-03-01"}),
    Row(
        "TR-30",
        "R2 with help",
        "R2",
        "V1",
        "O O Rd",
        lambda: investigated(helped()),
        c.WithdrawRequest,
        {"raad_agreed": "2026-03-01"},
    ),
    Row("TR-78", "V2a", "V2a", "C", "C GI O O Rd", intensive, c.ReportDeath),
    Row("TR-78", "R3", "R3", "C", "C GI O O Rd", petitioned, c.ReportDeath),
    Row("TR-78", "M3", "M3", "C", "C GI O O PZ Rd", placed, c.ReportDeath, {"by": GI}),
    Row("TR-78", "C", "C", "C", "C GI O O Rd", closed, c.ReportDeath),
    Row("TR-79", "V0", "V0", "C", "O O", reported, c.CloseInError, ERROR),
    Row("TR-79", "R1", "R1", "C", "O O", requested, c.CloseInError, ERROR | {"raad_confirmed": "2026-03-01"}),
)
