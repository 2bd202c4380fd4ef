"""Commands about who must consent, as anybody might send them."""

from __future__ import annotations

from hypothesis import strategies as st

from states import commands as c
from states.consents.consent import Purpose
from states.consents.table import DepartureKind
from states.orders.order import OrderKind
from tests.unit import cast
from tests.unit.drawing import DAYS, MOMENTS, TEXT, by, said, some
from tests.unit.said import Day

HELP = st.sampled_from(("hulp", "hulp", "hulp", "opvang", "general"))
KINDS = [kind for kind in DepartureKind if kind not in (DepartureKind.PRESUMED, DepartureKind.REPLACED)]


@st.composite
def replacing(draw: st.DrawFn) -> dict[str, object]:
    """The court replaces somebody's consent."""
    given = draw(st.sampled_from((0, 0, -1, -30)))
    return {
        "kind": OrderKind.CONSENT_REPLACED,
        "court": "rechtbank",
        "date": Day(given),
        "start": draw(st.sampled_from((None, None, Day(3)))),
        "end": draw(st.sampled_from((None, None, Day(60)))),
        "help": draw(HELP),
        "replaces": draw(st.sampled_from(((), ("bart",), ("anna",), ("anna", "bart"), ("oma",)))),
        "purposes": draw(st.sampled_from(((Purpose.HELP,), tuple(Purpose)))),
    }


ASKING = st.one_of(
    said(
        c.JudgeCapacity,
        by=by(cast.TEAM, cast.PROVIDER),
        purpose=st.sampled_from((Purpose.HELP, Purpose.HELP, Purpose.INTENSIVE_HELP)),
        help=some(HELP),
        able=st.booleans(),
        judged_by=TEXT,
        reason=TEXT,
        valid_from=st.one_of(st.none(), st.none(), DAYS, MOMENTS),
    ),
    said(
        c.DepartFromConsent,
        by=by(cast.TEAM, cast.PROVIDER),
        kind=st.sampled_from(KINDS),
        help=some(HELP),
        person=st.sampled_from(("anna", "bart", "oma")),
        harm=TEXT,
        reason=TEXT,
        refused_on=some(st.builds(Day, st.sampled_from((0, -1, -30)))),
    ),
    said(c.ReportContact, by=by(cast.TEAM), person=st.sampled_from(("kind", "anna", "bart", "oma"))),
    said(c.CourtOrder, by=by(cast.RAAD), order=replacing()),
)
"""Any command about who must consent."""
