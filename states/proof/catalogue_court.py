"""Events of the Raad and the court: investigations, petitions, orders, hearings, placements."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from states import commands as c
from states.consents.consent import Purpose
from states.facts import ChildFile
from states.orders.order import OrderKind
from states.people import PROFESSIONALS, Role
from states.position import MEASURE, State
from states.proof import able, cast
from states.proof.catalogue_voluntary import CHILDREN, GI, TEAM, TODAY, known, new, say
from states.proof.event import By, Day, Event, Moment, Say, When

RAAD = cast.actor(Role.RAAD)
WEEKS, QUARTER, YEAR, BEYOND = 42, 80, 360, 900
"""Days: a short measure, a quarter, nearly a year, and more than any law allows."""
_FOSTER: dict[str, Any] = {"placement": "pleeggezin"}
_ONLY_RAAD = frozenset({Role.RAAD})
_RECORDERS = frozenset(PROFESSIONALS)


def held(child: ChildFile, _at: datetime) -> bool:
    """A measure runs."""
    return child.state in MEASURE


def _raad(child: ChildFile, _at: datetime) -> bool:
    return child.state is not State.NONE and (child.raad is not None or child.state not in MEASURE)


def order(kind: OrderKind | str, end: int | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A decision of today, as it was given."""
    record = {"kind": kind, "date": TODAY, "court": "rechtbank", "zaaknummer": "C/1", "gi": cast.GI_A}
    return {**record, "enforceable": "yes", **({"end": Day(end)} if end is not None else {}), **more}


def court(
    name: str,
    kind: OrderKind | str,
    end: int | None = None,
    *,
    when: When | None = None,
    ends: bool = False,
    **more: Any,  # noqa: ANN401 - any field of an order
) -> Event:
    """A court decides about a child that the case knows."""
    says = (say(c.CourtOrder, RAAD, order=order(kind, end, **more)),)
    return Event(
        f"court: {name}", By.COURT, says, when or _seen, needs=("order",), may=_RECORDERS, court=True, ends=ends
    )


def _seen(child: ChildFile, at: datetime) -> bool:
    return not new(child, at)


def plain(child: ChildFile, at: datetime) -> bool:
    """Nothing is asked of a judge or the Raad, everybody was heard, and one measure runs at most."""
    more = any(c_.purpose is Purpose.INTENSIVE_HELP and c_.end is None for c_ in child.consents)
    powers = (*child.measures, *child.placements)
    unheard = any(p.unheard and p.in_force(at) for p in powers)
    asked = bool(child.petitions) or child.raad is not None
    return _seen(child, at) and not asked and not more and not unheard and len(child.measures_at(at)) <= 1


def bound(child: ChildFile, at: datetime) -> bool:
    """A measure runs, or nothing else does."""
    return held(child, at) or plain(child, at)


def lighter(child: ChildFile, at: datetime) -> bool:
    """No measure runs, or a provisional supervision."""
    return _seen(child, at) and (child.state not in MEASURE or child.state is State.PROVISIONAL_SUPERVISION)


def heavier(child: ChildFile, at: datetime) -> bool:
    """A measure runs that is no provisional supervision, and no other is asked for."""
    return plain(child, at) and not lighter(child, at)


def _first(who: str, kind: OrderKind, end: int, **more: Any) -> Event:  # noqa: ANN401 - any field of an order
    """A court decides about a child that nobody had reported."""
    says = (say(c.CourtOrder, RAAD, opening=CHILDREN[who], order=order(kind, end, **more)),)
    return Event(f"court, unknown child: {kind}, {who}", By.COURT, says, new, may=_RECORDERS, birth=True, court=True)


def _import(name: str, *records: dict[str, Any], needs: tuple[str, ...] = (), good: bool = True) -> Event:
    says = (say(c.ImportMeasure, GI, opening=CHILDREN["13, one parent"], orders=records),)
    may = frozenset({Role.GI}) if good else frozenset()
    facts = None if good else able.never
    return Event(f"taken over: {name}", By.WORKER, says, new, ("orders", *needs), may, facts, birth=True)


VOTS, OTS, EXT = OrderKind.PROVISIONAL_SUPERVISION, OrderKind.SUPERVISION, OrderKind.SUPERVISION_EXTENSION
VV, VG, TV = OrderKind.PROVISIONAL_GUARDIANSHIP, OrderKind.GUARDIANSHIP, OrderKind.TEMPORARY_GUARDIANSHIP


def vto() -> Say:
    """A request for investigation with everything in order."""
    return say(c.RequestInvestigation, TEAM, **cast.VTO, informed_on=TODAY)


def _petition(kind: str, by: Role = Role.RAAD) -> Event:
    says = (say(c.PetitionCourt, cast.actor(by), **cast.PETITION, kind=kind),)
    who = By.RAAD if by is Role.RAAD else By.WORKER
    when = {"extension": plain, "provision": held}.get(kind, known)
    facts = able.put_to_the_judge if when is known else None
    needs = ("petition", "report", "measures", "gi", "gi_agreed_with_college") if facts else ("petition",)
    return Event(f"{by} petitions: {kind}", who, says, when, needs=needs, able=facts)


RAAD_EVENTS: tuple[Event, ...] = (
    Event(
        "request to the Raad",
        By.TEAM,
        (vto(),),
        known,
        needs=("threats", "facts", "help_tried", "best_interest", "informed_on", "view_parents", "receipt"),
        may=frozenset({Role.LOCAL_TEAM, Role.COLLEGE, Role.PROVIDER, Role.GI, Role.VEILIG_THUIS}),
        able=able.asked_of_the_raad,
    ),
    Event("the Raad starts", By.RAAD, (say(c.RaadAccepts, RAAD),), known, may=_ONLY_RAAD, able=able.taken_up),
    Event(
        "the Raad declines",
        By.RAAD,
        (say(c.RaadDeclines, RAAD, reply="nee"),),
        _raad,
        needs=("reply",),
        may=_ONLY_RAAD,
        able=able.declined,
    ),
    Event(
        "the Raad ends without a petition",
        By.RAAD,
        (say(c.RaadCloses, RAAD, report="rapport", college_told=TODAY),),
        _raad,
        needs=("report", "college_told"),
        may=_ONLY_RAAD,
        able=able.ended,
    ),
    _petition("measure"),
    _petition("termination"),
    _petition("provision"),
    _petition("extension", Role.GI),
)
"""What the Raad and those who petition do."""

COURT_EVENTS: tuple[Event, ...] = (
    *(_first(who, kind, WEEKS) for who in CHILDREN for kind in (VOTS, OTS)),
    court("VOTS, heard", VOTS, WEEKS, when=lighter),
    court("VOTS for longer than the law allows, not heard", VOTS, BEYOND, heard=False, when=lighter),
    court("VOTS with a MUHP, not heard", VOTS, QUARTER, heard=False, when=lighter, **_FOSTER),
    court("VOTS during another measure", VOTS, WEEKS, when=heavier),
    court("OTS, short", OTS, WEEKS),
    court("OTS for longer than the law allows", OTS, BEYOND, when=bound),
    court("OTS without an end, names no GI", OTS, gi=None, when=plain),
    court("OTS with another GI", OTS, YEAR, gi=cast.GI_B, when=plain),
    court("OTS and MUHP", OTS, YEAR, placement_end=Day(WEEKS), placed_since=TODAY, **_FOSTER),
    court("OTS and MUHP for longer than the law allows", OTS, YEAR, placement_end=Day(BEYOND), when=bound, **_FOSTER),
    court("OTS, MUHP refused", OTS, YEAR, placement_refused=True),
    court("OTS from next week", OTS, YEAR, start=Day(7), when=plain),
    court("OTS of an hour ago", OTS, YEAR, pronounced=Moment(timedelta(hours=1)), when=bound),
    court("OTS of three weeks ago", OTS, WEEKS, date=Day(-21), when=bound),
    court("OTS for a brother or sister", OTS, YEAR, sibling=cast.SIBLING, when=bound),
    court("extension", EXT, YEAR, when=bound),
    court("extension with MUHP", EXT, YEAR, placement_end=Day(QUARTER), when=bound, **_FOSTER),
    court("MUHP, short", OrderKind.PLACEMENT, placement_end=Day(21), when=bound, **_FOSTER),
    court("MUHP for longer than the law allows", OrderKind.PLACEMENT, placement_end=Day(BEYOND), when=bound, **_FOSTER),
    court("MUHP, not heard", OrderKind.PLACEMENT, placement_end=Day(WEEKS), heard=False, when=bound, **_FOSTER),
    court("MUHP ended", kind=OrderKind.PLACEMENT_ENDED, when=bound, ends=True),
    court("kept after a hearing", kind=OrderKind.MAINTAINED, when=bound, ends=True),
    court("kept, MUHP refused", OrderKind.MAINTAINED, placement_refused=True, when=bound),
    court("VOTS ended", kind=OrderKind.PROVISIONAL_SUPERVISION_ENDED, when=bound, ends=True),
    court("measure lifted", kind=OrderKind.SUPERVISION_LIFTED, when=bound, ends=True),
    court("measure lifted from next week", OrderKind.SUPERVISION_LIFTED, start=Day(7), when=plain),
    court("refused", ends=True, kind=OrderKind.REFUSED),
    Event(
        "court: an earlier arrangement about contact",
        By.COURT,
        (say(c.CourtOrder, RAAD, order=order(OrderKind.CONTACT_ARRANGEMENT)),),
        plain,
        needs=("order",),
        may=_RECORDERS,
        court=True,
    ),
    _import("OTS", order(OTS, YEAR, date=Day(-10)), needs=()),
    _import("OTS and MUHP", order(OTS, YEAR, date=Day(-10), placement_end=Day(WEEKS), **_FOSTER)),
    _import("guardianship", order(VG, date=Day(-10), sent_on=Day(-10))),
    _import("provisional guardianship", order(VV, QUARTER, date=Day(-10))),
    _import("temporary guardianship", order(TV, YEAR, date=Day(-10), sent_on=Day(-10))),
    _import("an order that is over", order(OTS, -1, date=Day(-200)), good=False),
    _import("an order without GI", order(OTS, YEAR, gi=None), good=False),
    _import("an order without an end", order(OTS), good=False),
    Event("a hearing is held", By.WORKER, (say(c.HoldHearing, GI),), held),
    Event("the child goes to live elsewhere", By.WORKER, (say(c.ReportResidence, GI, residence="away"),), held),
    Event("the child comes home", By.WORKER, (say(c.ReportResidence, GI, residence="home"),), held),
    Event(
        "the GI moves the child to other carers",
        By.WORKER,
        (say(c.ChangeResidence, GI, decision="besluit", place="pleeggezin", carers="pleeg-b"),),
        held,
        needs=("decision",),
        may=frozenset({Role.GI}),
    ),
    Event(
        "the GI ends the placement",
        By.WORKER,
        (say(c.EndPlacement, GI, decision="besluit", account="verslag", raad_told=Day(-40)),),
        held,
        needs=("decision", "account"),
        may=frozenset({Role.GI}),
        able=able.ended_by_the_gi,
    ),
)
"""What courts decide and what is done under it."""
