"""A file is carried from run to run, so what it remembers must not grow for ever; the log has everything."""

from __future__ import annotations

from datetime import timedelta

from states import commands as c
from states.consents.folding import KEPT_CONSENTS
from states.decide import decide
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.position import State
from tests.unit.cast import PARENTS, TEAM
from tests.unit.desk import helped


def test_a_file_forgets_consents_that_ended_long_ago_and_no_others() -> None:
    """Consents to other help come and go; those that carry the help that runs stay."""
    desk = helped()
    case, now = desk.case, desk.now
    for number in range(2 * KEPT_CONSENTS):
        kind = (c.GiveConsent, c.WithdrawConsent)[number % 2]
        sent = kind(id=f"d{number}", child="kind", by=TEAM, person=PARENTS[0], help=f"hulp{number // 2}")
        now += timedelta(minutes=1)
        decision = decide(case, sent, now)
        assert decision.refusal is None
        for body in bodies(decision.drafts, case.id, now, Trace(sent.id, "w", "r", "b")):
            case = evolve(case, happened(body))
    child = case.children["kind"]
    assert len(child.consents) == KEPT_CONSENTS
    assert {consent.person for consent in child.consents if consent.end is None} == set(PARENTS)
    assert child.consents[-1].end is not None
    assert child.state is State.HELP
