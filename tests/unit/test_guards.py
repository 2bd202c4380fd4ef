"""Every guard, starred document and wrong role: the same attempt, with one thing out of order, refused.

Each case is an attempt that holds as it stands, one change, and the rule that then refuses it.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.attempts import (
    ATTEMPTS,
    EARLY,
    EXPIRED,
    RUNNING,
    UNREGISTERED,
    WHEN,
)
from tests.unit.cast import (
    ANNA,
    COLLEGE,
    GI,
    OTHER_GI,
    RAAD,
    SUPERVISOR,
    TEAM,
    at,
    day,
    opening,
    order,
)


@pytest.mark.parametrize("name", ATTEMPTS)
def test_in_order_it_is_allowed(name: str) -> None:
    """What the cases below change is right as it stands."""
    attempt = ATTEMPTS[name]
    decision = attempt.made().say(EARLY.get(name, WHEN), attempt.do, **attempt.fields)
    assert decision.refusal is None, decision.refusal


Change = dict[str, Any]
CASES: tuple[tuple[str, str, Change], ...] = (
    ("TR-01", "TR-01/opening", {"opening": None}),
    ("TR-01", "TR-01/municipality", {"opening": opening(municipality="")}),
    ("TR-01", "TR-01/report", {"report": ""}),
    ("TR-01", "TR-01/minor", {"opening": opening(day("2008-03-02"))}),
    ("TR-01", "TR-01/born", {"opening": opening(day("2026-03-03"))}),
    ("TR-02", "TR-02/frame_statement", {"frame_statement": None}),
    ("TR-02", "TR-02/frame_statement", {"frame_statement": "2026-03-03"}),
    ("TR-02", "TR-02/rights_sheet", {"rights_sheet": None}),
    ("TR-02", "TR-02/rights_sheet", {"rights_sheet": "2026-03-03"}),
    ("TR-02", "TR-02/help-consent", {"help": "opvang"}),
    ("TR-02", "NX-02", {"help": "opvang"}),
    ("TR-02", "TR-02/registered", {"worker": UNREGISTERED}),
    ("TR-02", "TR-02/registered", {"worker": EXPIRED}),
    *(("TR-02", "TR-02/who", {"by": by}) for by in (COLLEGE, GI, RAAD, ANNA, SUPERVISOR)),
    ("TR-03", "TR-03/judgement", {"judgement": ""}),
    ("TR-03", "TR-03/second_reader", {"second_reader": ""}),
    ("TR-03", "TR-03/second_reader", {"second_reader": "lotte"}),
    ("TR-03", "TR-03/closing_letter", {"closing_letter": None}),
    ("TR-03", "TR-03/closing_letter", {"closing_letter": "2026-03-03"}),
    *(("TR-03", "TR-03/closed_reason", {"closed_reason": f"C{n}"}) for n in (1, 3, 4, 6, 7, 8, 9)),
    *(("TR-03", "TR-03/who", {"by": by}) for by in (GI, RAAD, ANNA, COLLEGE)),
    ("TR-05", "TR-05/why_more", {"why_more": ""}),
    ("TR-05", "TR-05/expertise", {"expertise": ""}),
    ("TR-05", "TR-05/reflection", {"reflection": None}),
    ("TR-05", "TR-05/told_may_stop", {"told_may_stop": False}),
    ("TR-05", "TR-05/rights_sheet", {"rights_sheet": None}),
    ("TR-05", "TR-05/rights_sheet", {"rights_sheet": "2026-03-03"}),
    ("TR-05", "TR-05/plan", {"plan": ""}),
    ("TR-05", "TR-05/review_on", {"review_on": None}),
    ("TR-05", "TR-05/review", {"review_on": "2026-06-03"}),
    ("TR-05", "TR-05/review", {"review_on": "2026-03-01"}),
    ("TR-05", "TR-05/mandate", {"mandate": None}),
    ("TR-05", "TR-05/mandate", {"mandate": "2026-03-03"}),
    ("TR-05", "TR-05/region", {"lead": "local_team"}),
    ("TR-05", "TR-05/registered", {"worker": UNREGISTERED}),
    *(("TR-05", "TR-05/who", {"by": by}) for by in (COLLEGE, RAAD, ANNA)),
    ("TR-06", "TR-06/plan", {"plan": ""}),
    ("TR-06", "TR-06/mandate", {"mandate": None}),
    ("TR-07", "TR-07/both-organisations", {"agreed_by": ("GI",)}),
    ("TR-07", "TR-07/both-organisations", {"agreed_by": ("GI", "GI")}),
    ("TR-07", "TR-07/registered", {"worker": UNREGISTERED}),
    ("TR-07", "TR-07/from", {"lead": "gi"}),
    *(("TR-07", "TR-07/who", {"by": by}) for by in (TEAM, GI, ANNA)),
    *(("TR-08", "TR-08/who", {"by": by}) for by in (RAAD, COLLEGE)),
    ("TR-11", "TR-11/evaluation", {"evaluation": ""}),
    ("TR-11", "TR-11/aftercare", {"aftercare": ""}),
    ("TR-11", "TR-11/closing_letter", {"closing_letter": None}),
    ("TR-11", "TR-11/closing_letter", {"closing_letter": "2026-03-03"}),
    *(("TR-11", "TR-11/closed_reason", {"closed_reason": f"C{n}"}) for n in (2, 3, 4, 6, 7, 8, 9)),
    *(("TR-11", "TR-11/who", {"by": by}) for by in (RAAD, COLLEGE, ANNA)),
    ("TR-18", "TR-18/who", {"by": ANNA}),
    *((("TR-20", f"TR-20/{name}", {name: ""})) for name in ("threats", "facts", "help_tried", "best_interest")),
    ("TR-20", "TR-20/informed", {"informed_on": None}),
    ("TR-20", "TR-20/informed", {"informed_on": "2026-03-03"}),
    ("TR-20", "TR-20/views", {"view_parents": ""}),
    ("TR-20", "TR-20/views", {"view_child": ""}),
    ("TR-20", "NX-03", {"receipt": ""}),
    ("TR-20", "TR-20/route", {"via": "other"}),
    *(("TR-20", "TR-20/who", {"by": by}) for by in (SUPERVISOR, RAAD, ANNA)),
    *(("TR-22", "TR-22/who", {"by": by}) for by in (TEAM, GI, ANNA)),
    ("TR-23", "TR-23/reply", {"reply": ""}),
    *(("TR-23", "TR-23/who", {"by": by}) for by in (TEAM, GI)),
    ("TR-24", "TR-24/report", {"report": ""}),
    ("TR-24", "TR-24/college_told", {"college_told": None}),
    ("TR-24", "TR-24/college_told", {"college_told": "2026-03-03"}),
    ("TR-24", "TR-24/who", {"by": GI}),
    ("TR-25", "TR-25/petition", {"petition": ""}),
    ("TR-25", "TR-25/report", {"report": ""}),
    ("TR-25", "TR-25/measures", {"measures": ()}),
    ("TR-25", "TR-25/gi", {"gi": None}),
    ("TR-25", "TR-25/gi_agreed_with_college", {"gi_agreed_with_college": False}),
    ("TR-25", "TR-25/kind", {"kind": "extension"}),
    *(("TR-25", "TR-25/who", {"by": by}) for by in (TEAM, GI, COLLEGE)),
    ("TR-42", "NX-01", {"order": None}),
    ("TR-42", "NX-11", {"order": order("supervision", "2026-03-02", child="zus")}),
    ("TR-42", "NX-12", {"order": order("supervision", "2026-03-03")}),
    ("TR-42", "order/recorder", {"by": ANNA}),
    ("TR-54", "TR-54/orders", {"orders": ()}),
    ("TR-54", "TR-54/orders", {"orders": (order("refused", "2026-02-20"),)}),
    ("TR-54", "TR-54/gi", {"orders": (RUNNING | {"gi": None},)}),
    ("TR-54", "TR-54/term", {"orders": (RUNNING | {"end": None},)}),
    (
        "TR-54",
        "TR-54/term",
        {"orders": (order("guardianship", "2026-02-20"),), "opening": opening(None, expected="2026-05-01")},
    ),
    ("TR-54", "TR-54/in-force", {"orders": (RUNNING | {"end": "2026-03-01"},)}),
    ("TR-54", "TR-54/in-force", {"orders": (order("guardianship", "2026-02-20", enforceable="no"),)}),
    ("TR-54", "TR-54/in-force", {"orders": (order("placement", "2026-02-20", "2026-08-20", placement="pleeggezin"),)}),
    ("TR-54", "unknown-child", {"opening": None}),
    *(("TR-54", "TR-54/who", {"by": by}) for by in (TEAM, RAAD, ANNA)),
    ("TR-59", "NX-09", {"by": OTHER_GI}),
    ("TR-59", "TR-59/who", {"by": TEAM}),
    ("TR-59", "TR-59/decision", {"account": ""}),
    ("TR-63", "NX-09", {"by": OTHER_GI}),
    *(("TR-63", "TR-63/who", {"by": by}) for by in (TEAM, RAAD, ANNA)),
    ("TR-63", "TR-63/decision", {"decision": ""}),
    ("TR-63", "TR-63/decision", {"account": ""}),
    ("TR-80", "TR-80/report", {"report": ""}),
    ("T18", "recorder", {"by": ANNA}),
    ("T19", "recorder", {"by": ANNA}),
    ("T44", "T44/second_reader", {"second_reader": "lotte"}),
    ("T44", "T44/second_reader", {"second_reader": ""}),
    ("T44", "T44/second_reader", {"keeps_sight": ""}),
    ("T46", "T18/open", {"rule": "T18"}),
    ("T46", "T03/open", {"rule": "T03"}),
    ("T46", "recorder", {"by": ANNA}),
    ("notices", "notices/none", {"how": ""}),
    ("notices", "notices/none", {"recipients": ("oma",)}),
    ("notices", "recorder", {"by": ANNA}),
    ("P2", "P2/who", {"by": TEAM}),
    ("P2", "P2/petition", {"petition": ""}),
    ("P11", "P11/who", {"by": GI}),
    ("hearing", "recorder", {"by": ANNA}),
    ("residence", "recorder", {"by": ANNA}),
    ("act", "recorder", {"by": ANNA}),
    ("act", "act-65/unknown", {"act": 65}),
    ("act", "act-21/reason", {"reason": ""}),
    ("act", "act-21/title", {"by": OTHER_GI}),
    ("yes", "5.1/authority", {"person": "oma"}),
    ("stop", "5.1/nothing-to-withdraw", {"person": "oma"}),
    *((name, "NX-12", {"at": at("2026-03-09")}) for name in ATTEMPTS if name != "TR-42"),
)


@pytest.mark.parametrize(
    ("name", "rule", "change"), CASES, ids=[f"{rule} {n}" for n, (_, rule, _c) in enumerate(CASES)]
)
def test_with_one_thing_out_of_order_it_is_refused(name: str, rule: str, change: Change) -> None:
    """With its rule, and nothing but the refusal is written."""
    attempt = ATTEMPTS[name]
    desk = attempt.made()
    desk.pass_to(EARLY.get(name, WHEN))
    before = desk.case.children
    refusal = desk.say(EARLY.get(name, WHEN), attempt.do, **attempt.fields | change).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal
    assert all(reason.remedy and reason.text and reason.source for reason in refusal.reasons)
    assert desk.case.children == before
    assert [body["event"] for body in desk.new] == ["refused"]
