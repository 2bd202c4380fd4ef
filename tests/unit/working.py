"""Commands about good work, as anybody might send them."""

from __future__ import annotations

from hypothesis import strategies as st

from states import commands as c
from states.work.checklist import ChecklistName
from states.work.goal import GoalKind
from states.work.reflection import ReflectionKind
from states.work.statement import ReuseGround, StatementKind
from tests.unit import cast
from tests.unit.drawing import DAYS, TEXT, by, said, some
from tests.unit.said import Day

KEYS = st.sampled_from(("een", "een", "twee"))
_WORKERS = by(cast.TEAM, cast.GI, cast.ANNA)

WORK = st.one_of(
    said(
        c.RecordReflection,
        by=_WORKERS,
        kind=st.sampled_from(list(ReflectionKind)),
        held_on=some(DAYS),
        took_part=st.sampled_from((("lotte", "gerrit"), ("lotte",), ())),
        content=TEXT,
    ),
    said(c.AttachExpertise, by=_WORKERS, expertise=TEXT, on=some(DAYS)),
    said(c.AllocateWork, by=_WORKERS, worker=some(st.sampled_from((cast.GI, cast.COLLEGE, cast.ANNA)))),
    said(
        c.MarkStatement,
        by=_WORKERS,
        key=KEYS,
        kind=st.sampled_from(list(StatementKind)),
        statement=TEXT,
        source=TEXT,
        on=some(DAYS),
    ),
    said(c.ReplyToStatement, by=_WORKERS, key=KEYS, person=some(st.just("anna")), reply=TEXT),
    said(c.ReuseStatement, by=_WORKERS, key=KEYS, ground=st.sampled_from(list(ReuseGround)), basis=TEXT),
    said(
        c.GiveGrounds,
        by=_WORKERS,
        concerns=st.sampled_from(("request", "petition", "framework")),
        why_not_lighter=some(st.just("licht")).map(lambda text: text or ""),
        why_not_more=some(st.just("niet meer")).map(lambda text: text or ""),
        best_interest=some(st.just("belang")).map(lambda text: text or ""),
        view_child=TEXT,
    ),
    said(
        c.SetGoal,
        by=_WORKERS,
        key=KEYS,
        kind=st.sampled_from(list(GoalKind)),
        goal=TEXT,
        by_day=some(st.builds(Day, st.sampled_from((30, 90, -1)))),
        act=some(st.integers(1, 66)),
    ),
    said(
        c.OfferHelp,
        by=_WORKERS,
        key=KEYS,
        help=st.sampled_from(("hulp", "coach")),
        offered_to=st.sampled_from(((), ("anna",), ("anna", "bart"))),
        what=TEXT,
    ),
    said(
        c.AnswerOffer,
        by=_WORKERS,
        key=KEYS,
        person=st.sampled_from(("anna", "bart", "kind")),
        accepted=st.booleans(),
    ),
    said(c.GoalReached, by=_WORKERS, key=KEYS, on=some(DAYS), let_go=st.booleans()),
    said(
        c.FillChecklist,
        by=_WORKERS,
        checklist=st.sampled_from(list(ChecklistName)),
        answers=st.sampled_from(({"step-1": "blauwe plek"}, {"direct": "ja"}, {"onbekend": "x"}, {})),
    ),
    said(c.ReportCertificate, by=_WORKERS, gi=st.just("GI Fictieland"), valid_from=some(DAYS), valid_until=some(DAYS)),
)
"""Any such command."""
