"""Commands of the family about its file, and facts that signals read, as anybody might send them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from states import commands as c
from states.family.request import FilePart, Ground, RequestKind, RequestOutcome, Whose
from states.people import Role
from tests.unit import cast
from tests.unit.drawing import DAYS, FAMILY, TEXT, by, said, some

_SENDERS = by(*FAMILY, cast.TEAM, cast.GI)
_ASKS: dict[str, Any] = {
    "by": _SENDERS,
    "party": st.sampled_from((None, None, *Role)),
    "person": st.sampled_from((None, "anna", "bart", "oma")),
}
_FILE: dict[str, Any] = {
    **_ASKS,
    "part": st.sampled_from(list(FilePart)),
    "whose": st.sampled_from(list(Whose)),
    "wish": TEXT,
    "unable": st.sampled_from(("", "", "de arts zegt van niet")),
}

ACTS = st.one_of(
    *(said(do, **_FILE) for do in (c.AskToSee, c.AskForCopy, c.AskForCorrection, c.AskForDestruction)),
    said(c.AddStatement, **_ASKS, statement=TEXT),
    said(c.AskForConfidant, **_ASKS),
    said(c.TellOfConfidant, by=_SENDERS, person=some(st.just("anna")), how=TEXT),
    said(
        c.AnswerRequest,
        by=by(*FAMILY, cast.TEAM, cast.RAAD),
        kind=st.sampled_from(list(RequestKind)),
        outcome=st.sampled_from(list(RequestOutcome)),
        ground=some(st.sampled_from(list(Ground))),
        answer=TEXT,
        complaint_told=st.booleans(),
        party=st.sampled_from((None, Role.PARENT, Role.YOUTH)),
    ),
    said(
        c.FinishRequest,
        by=by(cast.TEAM, cast.RAAD, cast.ANNA),
        kind=st.sampled_from((RequestKind.CORRECTION, RequestKind.DESTRUCTION)),
        done_on=some(DAYS),
        answer=TEXT,
    ),
    said(c.KeepSight, by=by(cast.TEAM, cast.ANNA), keeps_sight=some(st.just("sanne")), stops=st.booleans()),
    said(c.ReportHelp, by=by(cast.GI), help=st.sampled_from(("hulp", "coach")), stopped=st.booleans(), on=some(DAYS)),
)
"""Any such command."""
