"""Every guard, starred document and wrong role: the same attempt, with one thing out of order, refused.

Each case is an attempt that holds as it stands, one change, and the rule that then refuses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from states import commands as c
from states.people import Actor, Registration, Role
from states.position import State
from tests.unit.desk import (
    ANNA,
    COLLEGE,
    GI,
    INTENSIVE,
    OTHER_GI,
    PETITION,
    RAAD,
    SUPERVISOR,
    TEAM,
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

WHEN = "2026-03-02 09:00"
UNREGISTERED = Actor(id="nieuw", role=Role.GI, organisation="GI Fictieland")
EXPIRED = UNREGISTERED.model_copy(
    update={"registration": Registration(registry="SKJ", number="2", valid_until=day("2026-03-01"))}
)
PAPERS = {"frame_statement": "2026-03-02", "rights_sheet": "2026-03-02"}
CLOSING = {"judgement": "veilig", "second_reader": "sanne", "closing_letter": "2026-03-02"}
GOALS = {"evaluation": "samen", "aftercare": "inloop", "closing_letter": "2026-03-02"}
MORE = INTENSIVE | {"review_on": "2026-06-02", "rights_sheet": "2026-03-02"}


@dataclass(frozen=True)
class Attempt:
    """Something that is allowed, as long as everything is in order."""

    made: Callable[[], Desk]
    do: type[c.Base]
    fields: dict[str, Any] = field(default_factory=dict)


def _told(desk: Desk) -> Desk:
    desk.say("2026-03-01", c.DeliverNotices, how="brief")
    return desk


def _agreed(desk: Desk, **fields: Any) -> Desk:  # noqa: ANN401 - any field of a consent
    agree(desk, "2026-02-02 12:30", **fields)
    return desk


def _ready(**about: Any) -> Desk:  # noqa: ANN401 - any field of an opening
    return _agreed(_agreed(reported(**about), help="hulp"), purpose="intensive_help")


def _mixed(leads: tuple[str, ...] = ("gi", "local_team")) -> Desk:
    desk = reported(region="mix")
    agree(desk, "2026-02-02 10:00", help="hulp")
    agree(desk, "2026-02-02 10:00", purpose="intensive_help", leads=leads)
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def _closed() -> Desk:
    desk = _told(reported())
    desk.say("2026-03-01", c.Close, closed_reason="C2", **CLOSING | {"closing_letter": "2026-03-01"})
    return desk


RUNNING = order("supervision", "2026-02-20", "2027-02-20")
ATTEMPTS = {
    "TR-01": Attempt(Desk, c.Report, {"opening": opening(), "report": "melding"}),
    "TR-02": Attempt(_ready, c.StartHelp, {"help": "hulp", **PAPERS}),
    "TR-03": Attempt(lambda: _told(reported()), c.Close, {"closed_reason": "C2", **CLOSING}),
    "TR-05": Attempt(lambda: _agreed(helped(), purpose="intensive_help"), c.StartIntensiveHelp, MORE),
    "TR-06": Attempt(_ready, c.StartIntensiveHelp, MORE),
    "TR-07": Attempt(
        _mixed,
        c.ChangeLead,
        {"by": COLLEGE, "lead": "local_team", "worker": TEAM, "agreed_by": ("GI", "team"), "mandate": "2026-03-01"},
    ),
    "TR-08": Attempt(intensive, c.EndIntensiveHelp, {}),
    "TR-11": Attempt(lambda: _told(helped()), c.Close, {"closed_reason": "C1", **GOALS}),
    "TR-18": Attempt(helped, c.ChangeAuthority, {"authority": ({"holder": "anna"},)}),
    "TR-20": Attempt(reported, c.RequestInvestigation, VTO),
    "TR-22": Attempt(requested, c.RaadAccepts, {"by": RAAD}),
    "TR-23": Attempt(requested, c.RaadDeclines, {"by": RAAD, "reply": "nee"}),
    "TR-24": Attempt(investigated, c.RaadCloses, {"by": RAAD, "report": "rapport", "college_told": "2026-03-02"}),
    "TR-25": Attempt(investigated, c.PetitionCourt, PETITION),
    "TR-42": Attempt(petitioned, c.CourtOrder, {"by": RAAD, "order": order("supervision", "2026-03-02", "2027-03-02")}),
    "TR-54": Attempt(Desk, c.ImportMeasure, {"by": GI, "opening": opening(), "orders": (RUNNING,)}),
    "TR-59": Attempt(
        lambda: provisional(placement="pleeggezin"),
        c.EndPlacement,
        {"by": GI, "decision": "besluit", "account": "verslag", "raad_told": "2026-01-01"},
    ),
    "TR-63": Attempt(
        placed, c.EndPlacement, {"by": GI, "decision": "besluit", "account": "verslag", "raad_told": "2026-01-01"}
    ),
    "TR-80": Attempt(_closed, c.Report, {"report": "nieuwe melding"}),
    "T18": Attempt(supervised, c.NotifyGi, {"by": GI}),
    "T19": Attempt(helped, c.WaiveFamilyPlan, {}),
    "T44": Attempt(reported, c.ProlongAssessment, {"second_reader": "sanne", "keeps_sight": "pim"}),
    "T46": Attempt(
        lambda: provisional(form="oral"),
        c.MeetTerm,
        {"rule": "T46"},
    ),
    "notices": Attempt(reported, c.DeliverNotices, {"how": "brief"}),
    "P2": Attempt(supervised, c.PetitionCourt, {"by": GI, "kind": "extension", "petition": "verzoek"}),
    "P11": Attempt(provisional, c.PetitionCourt, {"by": RAAD, "kind": "measure", "petition": "verzoek"}),
    "hearing": Attempt(lambda: provisional(heard=False), c.HoldHearing, {"by": GI}),
    "residence": Attempt(placed, c.ReportResidence, {"by": GI, "residence": "home"}),
    "act": Attempt(supervised, c.RegisterAct, {"by": GI, "act": 21}),
    "yes": Attempt(reported, c.GiveConsent, {"person": "anna"}),
    "stop": Attempt(helped, c.WithdrawConsent, {"person": "anna"}),
}
EARLY = {"T44": "2026-02-03", "T46": "2026-02-03", "hearing": "2026-02-03", "stop": WHEN}


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
    *(("TR-03", "TR-03/closed_reason", {"closed_reason": f"C{n}"}) for n in (1, 3, 4, 5, 6, 7, 8, 9)),
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
    *(("TR-11", "TR-11/closed_reason", {"closed_reason": f"C{n}"}) for n in range(2, 10)),
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
    ("act", "not-built/act-12", {"act": 12}),
    ("act", "act-59/unknown", {"act": 59}),
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


SITUATIONS: tuple[tuple[str, str, Callable[[], Desk], str], ...] = (
    ("TR-01", "TR-01/open", reported, "an open file"),
    ("TR-02", "TR-02/from", helped, "help runs"),
    ("TR-02", "NX-08", _closed, "closed"),
    (
        "TR-02",
        "TR-02/help-consent",
        lambda: _agreed(reported(holders=("anna", "bart", "oma")), help="hulp"),
        "a third holder",
    ),
    ("TR-02", "TR-02/nobody-has-authority", lambda: reported(holders=()), "nobody has authority"),
    ("TR-03", "TR-03/pending", reported, "undelivered notices"),
    ("TR-03", "NX-14", supervised, "a measure"),
    ("TR-03", "NX-14", requested, "an investigation"),
    ("TR-05", "TR-06/help-consent", reported, "no consent at all"),
    ("TR-05", "TR-05/intensive-consent", helped, "no yes to intensive help"),
    (
        "TR-05",
        "TR-05/lead-consent",
        lambda: _agreed(helped(), purpose="intensive_help", leads=("local_team",)),
        "another lead",
    ),
    ("TR-05", "TR-05/region", lambda: _agreed(helped(region="GI_consult"), purpose="intensive_help"), "another region"),
    ("TR-05", "TR-05/from", supervised, "a measure"),
    ("TR-05", "NX-08", _closed, "closed"),
    ("TR-07", "TR-07/lead-consent", lambda: _mixed(("gi",)), "the yes names one lead"),
    ("TR-07", "TR-07/region", intensive, "the region knows one lead"),
    ("TR-07", "TR-07/from", helped, "plain help"),
    ("TR-08", "TR-08/from", helped, "plain help"),
    ("TR-11", "TR-11/pending", helped, "undelivered notices"),
    ("TR-18", "TR-18/from", _closed, "closed"),
    ("TR-20", "TR-20/from", requested, "requested already"),
    ("TR-20", "TR-20/from", supervised, "a measure"),
    ("TR-20", "unknown-child", Desk, "an unknown child"),
    ("TR-22", "TR-22/from", investigated, "investigating already"),
    ("TR-23", "TR-23/from", investigated, "investigating already"),
    ("TR-24", "TR-24/from", requested, "not investigating yet"),
    ("TR-25", "TR-25/from", requested, "not investigated yet"),
    ("TR-25", "TR-25/from", reported, "nothing asked of the Raad"),
    ("TR-54", "TR-54/from", reported, "known already"),
    ("TR-63", "TR-63/from", supervised, "at home"),
    ("T18", "T18/measure", reported, "no measure"),
    ("T19", "T19/help", reported, "no help"),
    ("T44", "T44/once", helped, "not in V0"),
    ("yes", "NX-08", _closed, "closed"),
    ("yes", "consent/measure", supervised, "a measure"),
)


@pytest.mark.parametrize(("name", "rule", "made", "_why"), SITUATIONS, ids=[f"{s[1]} {s[3]}" for s in SITUATIONS])
def test_from_the_wrong_situation_it_is_refused(name: str, rule: str, made: Callable[[], Desk], _why: str) -> None:
    """The attempt is in order; where the child stands is not."""
    attempt = ATTEMPTS[name]
    desk = made()
    when = "2026-03-02 09:00" if name != "T44" else "2026-02-03"
    refusal = desk.say(when, attempt.do, **attempt.fields).refusal
    assert refusal is not None
    assert refusal.matches(rule), refusal


def test_an_adult_cannot_be_brought_under_a_measure() -> None:
    """1:233, the third ground of 00-B; on the day before it is possible."""
    for given, refused in (("2026-03-09", False), ("2026-03-10", True)):
        desk = reported(born=day("2008-03-10"))
        record = order("supervision", given, "2027-01-01")
        refusal = desk.say(f"{given} 09:00", c.CourtOrder, by=RAAD, order=record).refusal
        assert (refusal is not None) is refused
        if refusal is not None:
            assert refusal.matches("1:233/adult")


def test_a_placed_child_a_petition_and_a_planned_measure_hold_a_file_open() -> None:
    """00-C: the guard on closing."""
    close = {"closed_reason": "C2", **CLOSING}
    away = _told(reported())
    away.say("2026-03-01", c.ReportResidence, residence="away")
    asked = supervised(end="2026-02-20")
    asked.say("2026-02-10", c.PetitionCourt, by=GI, kind="extension", petition="verzoek")
    planned = _told(
        ordered(order("supervision", "2026-02-20", "2027-02-20", start="2026-03-20"), "2026-02-20", reported())
    )
    for desk in (away, _told(asked), planned):
        assert desk.state() is State.ASSESSMENT
        refusal = desk.say(WHEN, c.Close, **close).refusal
        assert refusal is not None
        assert refusal.matches("TR-03/pending")


def test_c3_is_for_shortly_after_a_measure() -> None:
    """00-C: as long as T44 of that landing runs; not after help in between."""

    def ended() -> Desk:
        return supervised(end="2026-02-27")

    def close(desk: Desk, when: str) -> bool:
        fields = CLOSING | {"closing_letter": "2026-02-27", "closed_reason": "C3"}
        desk.say(when, c.DeliverNotices, how="brief")
        return desk.say(when, c.Close, **fields).refusal is None

    assert close(ended(), "2026-03-06 12:00")
    assert not close(ended(), "2026-03-09 12:00")
    between = ended()
    agree(between, "2026-02-28", help="hulp")
    between.say("2026-02-28 09:00", c.StartHelp, help="hulp", frame_statement="2026-02-28", rights_sheet="2026-02-28")
    between.say("2026-03-02", c.WithdrawConsent, person="anna")
    assert between.state() is State.ASSESSMENT
    assert not close(between, "2026-03-03")


def test_a_move_is_not_made_for_a_time_before_the_child_came_where_it_is() -> None:
    """It would rewrite what was; the earlier fact is recorded instead."""
    desk = requested(helped())
    refusal = desk.say(WHEN, c.RaadAccepts, by=RAAD, at=at("2026-02-02 15:00")).refusal
    assert refusal is not None
    assert refusal.matches("order-of-events")


def test_a_refusal_says_what_is_possible() -> None:
    """R-51."""
    desk = reported()
    decision = desk.say(WHEN, c.StartHelp, help="hulp", by=GI)
    assert decision.refusal is not None
    assert any(line.startswith("TR-20") for line in decision.refusal.possible)
    assert desk.say(WHEN, c.RaadAccepts, "zus", by=RAAD).refusal.possible == ("TR-01 aanmelding",)  # type: ignore[union-attr]


def test_the_clock_carries_out_a_planned_import_whatever_came_in_between() -> None:
    """Its guards were passed when it was planned."""
    desk = imported(order("guardianship", "2026-02-02", sent_on="2026-02-20"))
    assert desk.state() is State.NONE
    record = order("supervision", "2026-02-10", "2027-02-10", gi=None)
    desk.say("2026-02-10", c.CourtOrder, by=RAAD, order=record)
    desk.pass_to("2026-02-21")
    assert (desk.moves(), desk.state()) == (["TR-54"], State.GUARDIANSHIP)
