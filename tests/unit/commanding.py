"""Commands as anybody might send them: in order, half in order, and nonsense.

Days and moments are written as distances from the clock, so that one list of commands makes sense
whenever it is played.
"""

from __future__ import annotations

from hypothesis import strategies as st

from states import commands as c
from states.consents.consent import Lead, Purpose
from states.facts import PetitionKind, Residence
from states.position import ClosedReason
from tests.unit import cast
from tests.unit.asking import ASKING
from tests.unit.drawing import AUTHORITY, DAYS, MOMENTS, OPENINGS, ORDERS, PEOPLE, TAKEN_OVER, TEXT, by, said, some
from tests.unit.family import ACTS
from tests.unit.living import DEATH, LIFE
from tests.unit.said import Day
from tests.unit.working import WORK

ASKED = st.sampled_from((*PEOPLE, *PEOPLE, "kind", "kind"))
HELP = st.sampled_from(("hulp", "hulp", "hulp", "opvang", "general"))
LEADS = st.sampled_from(list(Lead))
EVERYBODY = ("anna", "bart", "oma", "kind")
SHEET_TO = st.sampled_from((EVERYBODY, EVERYBODY, EVERYBODY, EVERYBODY, ("anna", "bart"), ("anna",)))

VOLUNTARY = st.one_of(
    said(c.Report, by=by(cast.TEAM, cast.ANNA), opening=some(OPENINGS), report=TEXT),
    said(
        c.GiveConsent,
        by=by(cast.TEAM),
        person=ASKED,
        purpose=st.sampled_from((Purpose.HELP, Purpose.HELP, Purpose.INTENSIVE_HELP, Purpose.SHARING)),
        help=HELP,
        valid_from=st.one_of(st.none(), st.none(), DAYS, MOMENTS),
        valid_until=st.one_of(st.none(), st.none(), DAYS),
        leads=st.lists(LEADS, max_size=2).map(tuple),
    ),
    said(
        c.StartHelp,
        by=by(cast.TEAM, cast.PROVIDER),
        help=HELP,
        intrusive=st.booleans(),
        frame_statement=some(st.builds(Day, st.sampled_from((0, 0, 0, -1, 1)))),
        rights_sheet=some(st.just(Day(0))),
        sheet_to=SHEET_TO,
    ),
    said(
        c.StartIntensiveHelp,
        by=by(cast.TEAM, cast.GI),
        lead=LEADS,
        worker=st.sampled_from((cast.GI, cast.TEAM)),
        mandate=some(st.just(Day(-3))),
        why_more=TEXT,
        expertise=TEXT,
        reflection=some(st.just(Day(7))),
        told_may_stop=st.sampled_from((True, True, True, False)),
        rights_sheet=some(st.just(Day(0))),
        sheet_to=SHEET_TO,
        plan=TEXT,
        review_on=some(st.builds(Day, st.sampled_from((30, 60, 89, 95)))),
    ),
    said(
        c.ChangeLead,
        by=by(cast.COLLEGE),
        lead=LEADS,
        worker=st.just(cast.GI),
        mandate=some(st.just(Day(0))),
        agreed_by=st.sampled_from((("GI", "team"), ("GI",))),
        sheet_to=SHEET_TO,
    ),
    said(c.EndIntensiveHelp, by=by(cast.TEAM, cast.ANNA), evaluation=TEXT),
    said(
        c.WithdrawConsent,
        by=by(cast.TEAM),
        person=ASKED,
        purposes=st.sampled_from(((), (), (Purpose.INTENSIVE_HELP,), (Purpose.HELP,))),
        help=st.sampled_from((None, None, "hulp")),
    ),
    said(c.ChangeAuthority, by=by(cast.TEAM), authority=AUTHORITY, cause=TEXT),
    said(
        c.Close,
        by=by(cast.TEAM),
        closed_reason=st.sampled_from((ClosedReason.HELP_ENDED, ClosedReason.GOALS_REACHED, *ClosedReason)),
        judgement=TEXT,
        second_reader=some(st.just("sanne")),
        closing_letter=some(st.just(Day(0))),
        evaluation=TEXT,
        aftercare=TEXT,
    ),
    said(c.DeliverNotices, by=by(cast.TEAM), how=TEXT),
    said(
        c.GiveSheet,
        by=by(cast.TEAM, cast.GI),
        person=ASKED,
        how=st.sampled_from(("brief", "brief", "")),
        not_given_because=TEXT,
    ),
)
RAAD = st.one_of(
    said(
        c.RequestInvestigation,
        by=by(cast.TEAM, cast.GI),
        threats=TEXT,
        facts=TEXT,
        help_tried=TEXT,
        best_interest=TEXT,
        informed_on=some(st.just(Day(0))),
        view_parents=TEXT,
        view_child=TEXT,
        receipt=TEXT,
        via=st.sampled_from(("corv", "corv", "other")),
    ),
    said(c.RaadAccepts, by=by(cast.RAAD)),
    said(c.RaadAccepts, by=by(cast.RAAD)),
    said(c.RaadDeclines, by=by(cast.RAAD), reply=TEXT),
    said(c.RaadCloses, by=by(cast.RAAD), report=TEXT, college_told=some(st.just(Day(0)))),
    said(
        c.PetitionCourt,
        by=by(cast.RAAD, cast.GI),
        kind=st.sampled_from((PetitionKind.MEASURE, *PetitionKind)),
        petition=TEXT,
        report=TEXT,
        measures=st.just(("ots",)),
        gi=some(st.just("GI Fictieland")),
        gi_agreed_with_college=st.sampled_from((True, True, False)),
    ),
)
COURT = st.one_of(
    said(c.CourtOrder, by=by(cast.RAAD, cast.GI), opening=some(OPENINGS), order=some(ORDERS)),
    said(c.CourtOrder, by=by(cast.RAAD, cast.GI), opening=some(OPENINGS), order=some(ORDERS)),
    said(
        c.ImportMeasure,
        by=by(cast.GI),
        opening=some(OPENINGS),
        orders=st.lists(TAKEN_OVER, min_size=1, max_size=2).map(tuple),
    ),
    said(c.EndPlacement, by=by(cast.GI), decision=TEXT, account=TEXT, raad_told=some(st.just(Day(-40)))),
    said(c.HoldHearing, by=by(cast.GI), parties=st.booleans(), youth=st.booleans()),
    said(
        c.ReportResidence,
        by=by(cast.GI),
        residence=st.sampled_from(list(Residence)),
        place=st.sampled_from(("", "pleeggezin", "instelling")),
    ),
    said(c.NotifyGi, by=by(cast.GI)),
    said(c.WaiveFamilyPlan, by=by(cast.GI)),
)
FACTS = st.one_of(
    said(c.MeetTerm, by=by(cast.TEAM), rule=st.sampled_from(("T08", "T18", "T19", "T24", "T40", "T44", "T46", "T01"))),
    said(c.ProlongAssessment, by=by(cast.TEAM), second_reader=some(st.just("sanne")), keeps_sight=TEXT),
    said(c.Note, by=by(cast.TEAM), text=st.just("notitie")),
    said(
        c.RegisterAct,
        by=by(cast.GI, cast.TEAM, cast.PROVIDER),
        act=st.one_of(st.sampled_from((8, 20, 21, 23, 25, 57)), st.integers(1, 66)),
        person=st.sampled_from((None, "anna", "oma")),
        agreed_by=st.sampled_from(((), ("anna", "bart"), ("kind",), ("kind", "anna", "bart"))),
        help=st.sampled_from((None, None, "hulp")),
        for_placement=st.booleans(),
        topic=st.sampled_from((None, "school", "medisch")),
        necessary=TEXT,
        basis=TEXT,
        framework=st.sampled_from((None, "voluntary", "compulsory")),
        plan_date=some(st.just(Day(0))),
        reason=TEXT,
    ),
    said(c.AttemptMove, move=st.sampled_from(("TR-02", "TR-50", "TR-04", "TR-99"))),
)
COMMANDS = st.one_of(
    VOLUNTARY,
    VOLUNTARY,
    RAAD,
    COURT,
    FACTS,
    ASKING,
    ACTS,
    WORK,
    LIFE,
    st.integers(0, 9).flatmap(lambda n: LIFE if n else DEATH),
)
"""Any command."""

PAUSES = st.one_of(
    st.just(0),
    st.integers(1, 60 * 24),
    st.integers(60 * 24, 60 * 24 * 30),
    st.sampled_from([60 * 24 * days for days in (14, 15, 90, 92, 365, 800, 2000)]),
)
"""How much time passes between commands, in minutes."""
