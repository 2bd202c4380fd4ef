"""Commands as anybody might send them: in order, half in order, and nonsense.

Days and moments are written as distances from the clock, so that one list of commands makes sense
whenever it is played.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from states import commands as c
from states.calendar import local_day
from states.consent import Lead, Purpose
from states.facts import PetitionKind, Residence
from states.order import Enforceable, OrderForm, OrderKind
from states.people import Actor, Authority, AuthorityKind, Role
from states.position import ClosedReason
from tests.unit import desk

CHILDREN = ("kind", "broer")
PEOPLE = ("anna", "bart", "oma")
FAMILY = (desk.ANNA, Actor(id="kind", role=Role.YOUTH))
WORKERS = (
    desk.TEAM,
    desk.PROVIDER,
    desk.GI,
    desk.OTHER_GI,
    desk.RAAD,
    desk.COLLEGE,
    desk.SUPERVISOR,
    Actor(id="onbekend", role=Role.LOCAL_TEAM),
)
ANYBODY = (*WORKERS, *FAMILY)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, so many days from the clock."""

    away: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment, so many minutes from the clock."""

    away: int


@dataclass(frozen=True, slots=True)
class Said:
    """A command and its fields, not yet at a moment."""

    command: type[c.Base]
    fields: tuple[tuple[str, Any], ...]

    def at(self, now: datetime) -> dict[str, Any]:
        """The fields, with the clock at a moment."""
        return {name: _resolved(value, now) for name, value in self.fields}


def _resolved(value: Any, now: datetime) -> Any:  # noqa: ANN401 - any field of any command
    if isinstance(value, Day):
        return local_day(now) + timedelta(days=value.away)
    if isinstance(value, Moment):
        return now + timedelta(minutes=value.away)
    if isinstance(value, dict):
        return {key: _resolved(one, now) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_resolved(one, now) for one in value)
    return value


DAYS = st.one_of(
    st.just(Day(0)),
    st.builds(Day, st.integers(-60, 60)),
    st.builds(Day, st.sampled_from([28, 60, 90, 92, 180, 365, 366, 400, 800])),
)
MOMENTS = st.one_of(
    st.builds(Moment, st.integers(-60 * 24 * 40, 0)),
    st.builds(Moment, st.sampled_from([1, 60 * 24, 60 * 24 * 30, -60 * 24 * 400])),
)


def _some(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Nearly always that value, sometimes nothing."""
    return st.integers(0, 11).flatmap(lambda n: value if n else st.none())


def _said(command: type[c.Base], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Said]:
    common: dict[str, st.SearchStrategy[Any]] = {
        "child": st.sampled_from(("kind", "kind", "kind", "broer")),
        "at": st.integers(0, 5).flatmap(lambda n: st.none() if n else MOMENTS),
    }
    wanted = {**common, **fields}
    return st.fixed_dictionaries(wanted).map(
        lambda found: Said(command, tuple((k, v) for k, v in found.items() if v is not None))
    )


def _by(*likely: Actor) -> st.SearchStrategy[Actor]:
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(likely) if n else st.sampled_from(ANYBODY))


TEXT = _some(st.just("tekst"))
BORN = st.one_of(
    st.builds(Day, st.integers(-18 * 365, 0)),
    st.builds(Day, st.sampled_from([-4383, -5844, -6574, -6575, -12, 30])),
)
AUTHORITY = st.lists(
    st.builds(
        Authority,
        holder=st.sampled_from(PEOPLE),
        kind=st.sampled_from(list(AuthorityKind)),
    ),
    max_size=2,
    unique_by=lambda a: a.holder,
).map(tuple)


@st.composite
def _openings(draw: st.DrawFn) -> dict[str, Any]:
    born = draw(BORN)
    unborn = draw(st.integers(0, 7)) == 0
    return {
        "name": "Noor",
        "municipality": draw(st.sampled_from(("Zonstad", "Zonstad", "Zonstad", ""))),
        "born": None if unborn else born,
        "expected": Day(60) if unborn else None,
        "region": draw(st.sampled_from(("mix", "mix", "GI_regie", "lokaal_team"))),
        "authority": draw(AUTHORITY),
    }


OPENINGS = _openings()
GRANTS = (OrderKind.PROVISIONAL_SUPERVISION, OrderKind.SUPERVISION, OrderKind.SUPERVISION_EXTENSION)
CHANGES = (
    OrderKind.PLACEMENT,
    OrderKind.PLACEMENT_ENDED,
    OrderKind.MAINTAINED,
    OrderKind.PROVISIONAL_SUPERVISION_ENDED,
    OrderKind.SUPERVISION_LIFTED,
    OrderKind.REFUSED,
    OrderKind.CONTACT_ARRANGEMENT,
)
GUARDIAN = (OrderKind.PROVISIONAL_GUARDIANSHIP, OrderKind.GUARDIANSHIP, OrderKind.TEMPORARY_GUARDIANSHIP)


@st.composite
def _records(draw: st.DrawFn, kinds: st.SearchStrategy[OrderKind]) -> dict[str, Any]:
    maybe = st.booleans()
    given = draw(st.sampled_from((0, 0, 0, -1, -3, -13, -14, -15, -40, -100, -400, 2)))
    placement = draw(st.sampled_from((None, "pleeggezin", "instelling")))
    record: dict[str, Any] = {
        "kind": draw(kinds),
        "court": "rechtbank",
        "date": Day(given),
        "zaaknummer": draw(st.sampled_from(("C/1", ""))),
        "form": draw(st.sampled_from(list(OrderForm))),
        "end": draw(st.one_of(st.none(), DAYS)),
        "start": draw(st.one_of(st.none(), st.none(), DAYS)),
        "gi": draw(st.sampled_from(("GI Fictieland", "GI Fictieland", "GI Elders", None))),
        "enforceable": draw(st.sampled_from(list(Enforceable))),
        "sent_on": draw(st.one_of(st.none(), st.just(Day(given)))),
        "final_on": draw(st.one_of(st.none(), DAYS)),
        "heard": draw(st.sampled_from((True, True, False))),
        "child_heard": draw(st.sampled_from((None, None, True, False))),
        "scope": draw(st.sampled_from((None, None, "medisch"))),
        "placement": placement,
        "placement_end": draw(st.one_of(st.none(), DAYS)) if placement else None,
        "placement_refused": placement is None and draw(maybe),
        "placed_since": draw(st.one_of(st.none(), st.just(Day(given)))) if placement else None,
        "sibling": draw(st.sampled_from((None, None, None, "broer", "kind"))),
        "child": draw(st.sampled_from((None,) * 12 + ("iemand-anders",))),
    }
    return {name: value for name, value in record.items() if value is not None}


ORDERS = _records(st.one_of(st.sampled_from(GRANTS), st.sampled_from(CHANGES), st.sampled_from(list(OrderKind))))
TAKEN_OVER = _records(
    st.sampled_from((*GRANTS, *GUARDIAN, *GUARDIAN, OrderKind.PLACEMENT, OrderKind.CONTACT_ARRANGEMENT))
)
ASKED = st.sampled_from((*PEOPLE, *PEOPLE, "kind", "kind"))
HELP = st.sampled_from(("hulp", "hulp", "hulp", "opvang", "general"))
LEADS = st.sampled_from(list(Lead))

VOLUNTARY = st.one_of(
    _said(c.Report, by=_by(desk.TEAM, desk.ANNA), opening=_some(OPENINGS), report=TEXT),
    _said(
        c.GiveConsent,
        by=_by(desk.TEAM),
        person=ASKED,
        purpose=st.sampled_from((Purpose.HELP, Purpose.HELP, Purpose.INTENSIVE_HELP, Purpose.SHARING)),
        help=HELP,
        valid_from=st.one_of(st.none(), st.none(), DAYS, MOMENTS),
        valid_until=st.one_of(st.none(), st.none(), DAYS),
        leads=st.lists(LEADS, max_size=2).map(tuple),
    ),
    _said(
        c.StartHelp,
        by=_by(desk.TEAM, desk.PROVIDER),
        help=HELP,
        intrusive=st.booleans(),
        frame_statement=_some(st.builds(Day, st.sampled_from((0, 0, 0, -1, 1)))),
        rights_sheet=_some(st.just(Day(0))),
    ),
    _said(
        c.StartIntensiveHelp,
        by=_by(desk.TEAM, desk.GI),
        lead=LEADS,
        worker=st.sampled_from((desk.GI, desk.TEAM)),
        mandate=_some(st.just(Day(-3))),
        why_more=TEXT,
        expertise=TEXT,
        reflection=_some(st.just(Day(7))),
        told_may_stop=st.sampled_from((True, True, True, False)),
        rights_sheet=_some(st.just(Day(0))),
        plan=TEXT,
        review_on=_some(st.builds(Day, st.sampled_from((30, 60, 89, 95)))),
    ),
    _said(
        c.ChangeLead,
        by=_by(desk.COLLEGE),
        lead=LEADS,
        worker=st.just(desk.GI),
        mandate=_some(st.just(Day(0))),
        agreed_by=st.sampled_from((("GI", "team"), ("GI",))),
    ),
    _said(c.EndIntensiveHelp, by=_by(desk.TEAM, desk.ANNA), evaluation=TEXT),
    _said(
        c.WithdrawConsent,
        by=_by(desk.TEAM),
        person=ASKED,
        purposes=st.sampled_from(((), (), (Purpose.INTENSIVE_HELP,), (Purpose.HELP,))),
        help=st.sampled_from((None, None, "hulp")),
    ),
    _said(c.ChangeAuthority, by=_by(desk.TEAM), authority=AUTHORITY, cause=TEXT),
    _said(
        c.Close,
        by=_by(desk.TEAM),
        closed_reason=st.sampled_from((ClosedReason.HELP_ENDED, ClosedReason.GOALS_REACHED, *ClosedReason)),
        judgement=TEXT,
        second_reader=_some(st.just("sanne")),
        closing_letter=_some(st.just(Day(0))),
        evaluation=TEXT,
        aftercare=TEXT,
    ),
    _said(c.DeliverNotices, by=_by(desk.TEAM), how=TEXT),
)
RAAD = st.one_of(
    _said(
        c.RequestInvestigation,
        by=_by(desk.TEAM, desk.GI),
        threats=TEXT,
        facts=TEXT,
        help_tried=TEXT,
        best_interest=TEXT,
        informed_on=_some(st.just(Day(0))),
        view_parents=TEXT,
        view_child=TEXT,
        receipt=TEXT,
        via=st.sampled_from(("corv", "corv", "other")),
    ),
    _said(c.RaadAccepts, by=_by(desk.RAAD)),
    _said(c.RaadAccepts, by=_by(desk.RAAD)),
    _said(c.RaadDeclines, by=_by(desk.RAAD), reply=TEXT),
    _said(c.RaadCloses, by=_by(desk.RAAD), report=TEXT, college_told=_some(st.just(Day(0)))),
    _said(
        c.PetitionCourt,
        by=_by(desk.RAAD, desk.GI),
        kind=st.sampled_from((PetitionKind.MEASURE, *PetitionKind)),
        petition=TEXT,
        report=TEXT,
        measures=st.just(("ots",)),
        gi=_some(st.just("GI Fictieland")),
        gi_agreed_with_college=st.sampled_from((True, True, False)),
    ),
)
COURT = st.one_of(
    _said(c.CourtOrder, by=_by(desk.RAAD, desk.GI), opening=_some(OPENINGS), order=_some(ORDERS)),
    _said(c.CourtOrder, by=_by(desk.RAAD, desk.GI), opening=_some(OPENINGS), order=_some(ORDERS)),
    _said(
        c.ImportMeasure,
        by=_by(desk.GI),
        opening=_some(OPENINGS),
        orders=st.lists(TAKEN_OVER, min_size=1, max_size=2).map(tuple),
    ),
    _said(c.EndPlacement, by=_by(desk.GI), decision=TEXT, account=TEXT, raad_told=_some(st.just(Day(-40)))),
    _said(c.HoldHearing, by=_by(desk.GI), parties=st.booleans(), youth=st.booleans()),
    _said(
        c.ReportResidence,
        by=_by(desk.GI),
        residence=st.sampled_from(list(Residence)),
        place=st.sampled_from(("", "pleeggezin", "instelling")),
    ),
    _said(c.NotifyGi, by=_by(desk.GI)),
    _said(c.WaiveFamilyPlan, by=_by(desk.GI)),
)
FACTS = st.one_of(
    _said(
        c.MeetTerm, by=_by(desk.TEAM), rule=st.sampled_from(("T08", "T18", "T19", "T24", "T40", "T44", "T46", "T01"))
    ),
    _said(c.ProlongAssessment, by=_by(desk.TEAM), second_reader=_some(st.just("sanne")), keeps_sight=TEXT),
    _said(c.Note, by=_by(desk.TEAM), text=st.just("notitie")),
    _said(
        c.RegisterAct,
        by=_by(desk.GI, desk.TEAM),
        act=st.sampled_from((6, 7, 8, 18, 19, 20, 21, 23, 24, 25, 57, 12, 77)),
        person=st.sampled_from((None, "anna", "oma")),
        for_placement=st.booleans(),
    ),
    _said(c.AttemptMove, move=st.sampled_from(("TR-02", "TR-50", "TR-04", "TR-99"))),
)
COMMANDS = st.one_of(VOLUNTARY, VOLUNTARY, RAAD, COURT, FACTS)
"""Any command."""

PAUSES = st.one_of(
    st.just(0),
    st.integers(1, 60 * 24),
    st.integers(60 * 24, 60 * 24 * 30),
    st.sampled_from([60 * 24 * days for days in (14, 15, 90, 92, 365, 800, 2000)]),
)
"""How much time passes between commands, in minutes."""


def today(now: datetime) -> date:
    """The day of the clock."""
    return local_day(now)
