"""What must hold of a case after every step, whatever was sent (1.2; 10-proof, 3)."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta

from states.acts.may import Answer, may
from states.acts.table import ACTS
from states.consents.consent import Purpose
from states.decide import Decision, lapse
from states.due import forecast, next_due
from states.facts import Case, ChildFile
from states.moves.landing import derived
from states.people import AgeBand
from states.position import (
    HELPED,
    INTENSIVE,
    MEASURE,
    RAAD,
    VOLUNTARY,
    Framework,
    State,
    framework_of,
)
from states.refusal import Refusal
from states.terms.powers import power_terms
from tests.unit.cast import GI, OTHER_GI, TEAM
from tests.unit.ledger import Body

TITLE_ACTS = (8, 21, 22, 25, 28, 29, 30, 33)
L_RULES = {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T15", "T38"}
ORDER_REFUSALS = ("NX-01", "NX-11", "NX-12", "1:233/adult", "order/recorder", "unknown-child", "TR-78/died")
INSTANT = timedelta(microseconds=1)


def stands_as_facts_say(case: Case, now: datetime) -> None:
    """Invariants 1, 2, 4, 6, 8 and 11: of every child, at a moment at which all is settled."""
    for child in case.children.values():
        state = child.state
        assert derived(child, now) is state
        measure = child.measure(now)
        assert (framework_of(state) is Framework.COMPULSORY) == (measure is not None)
        if state in (*RAAD, *MEASURE):
            assert child.is_minor(now)
        if measure is not None:
            assert measure.order in {order.id for order in child.orders}
        consents = child.consents_at(now)
        if state in HELPED:
            assert child.help is not None
            assert consents.complete_help(child.help.name) is not None
        if state in INTENSIVE:
            assert consents.complete(Purpose.INTENSIVE_HELP)
        if state in RAAD and child.help is not None:
            assert consents.complete_help(child.help.name) is not None
    due = next_due(case)
    assert due is None or due > now


def terms_are_powers(case: Case, now: datetime) -> None:
    """Every power that is not over has its terms open, and no other power has."""
    for child in case.children.values():
        running = {(t.id, t.due) for t in child.terms if t.rule in L_RULES}
        powers = {(t.id, t.due) for t in power_terms(child, now).values() if t.rule in L_RULES}
        assert running == powers


def powers_need_their_order(case: Case, now: datetime) -> None:
    """Invariants 5 and 8: only the GI of the title has its powers; asking changes nothing."""
    for child in case.children.values():
        asked = child.model_copy(update={"petitions": ()})
        measure = child.measure(now)
        for by in (GI, OTHER_GI, TEAM):
            for act in TITLE_ACTS:
                verdict = may(act, child, now, by)
                if verdict.holds:
                    assert measure is not None
                    assert by.organisation in {m.gi for m in child.measures_at(now)}
                if not any(m.order == (measure.order if measure else "") for m in child.measures if m.end is None):
                    assert verdict == may(act, asked, now, by)
        for act in ACTS:
            verdict = may(act, child, now, TEAM)
            assert verdict.rule
            assert verdict.text
            assert verdict.basis
            assert verdict.alternative
            assert verdict.answer in Answer
        assert not may(20, child, now, GI).holds
        assert not may(23, child, now, GI).holds


def moves_are_lawful(new: list[Body], case: Case) -> None:
    """What holds of the transitions of one command."""
    for body in new:
        if body["kind"] != "transition":
            continue
        source, to = State(body["from"]), State(body["to"])
        if to in INTENSIVE:
            assert source in VOLUNTARY
            assert source is to or body["move"] in {"TR-05", "TR-06", "TR-07"}
        if to is State.ASSESSMENT and source is not to:
            assert "T44" in {t["rule"] for t in body["effects"].get("terms_opened", ())}
            if source not in (State.NONE, State.CLOSED):
                assert "safety" in {t["code"] for t in body["effects"].get("tasks", ())}
        if body["framework_before"] != body["framework_after"]:
            is_told(body, case.children[body["child"]])


def is_told(body: Body, child: ChildFile) -> None:
    """Invariant 9: parents and youth hear of every change of framework."""
    when = datetime.fromisoformat(body["effective_at"])
    told = {notice["recipient"] for notice in body["effects"].get("notices", ())}
    if child.band(when) is not AgeBand.UNDER_12 and child.died is None:
        assert child.id in told
    if child.is_minor(when) and body["seq"] == child_last_seq(child, body):
        assert set(child.consents_at(when).holders) <= told


def child_last_seq(child: ChildFile, body: Body) -> int:
    """The entry itself, unless authority changed since: then who had it then is no longer known."""
    return -1 if any(a.since or a.until for a in child.authority) else int(body["seq"])


def refusal_says_why(refusal: Refusal) -> None:
    """A rule, a text, a source and a way on, for each reason (R-51)."""
    assert refusal.reasons
    for reason in refusal.reasons:
        assert reason.rule
        assert reason.text
        assert reason.source
        assert reason.remedy


def agrees_with_the_forecast(case: Case, now: datetime) -> None:
    """What is foretold is what happens if nobody acts: at each moment foretold, and in between."""
    for child in case.children.values():
        steps = forecast(child, now)
        moves = [s for s in steps if s["at"] > now]
        if not moves:
            continue
        looks = sorted({m for s in moves for m in (s["at"] - INSTANT, s["at"], s["at"] + timedelta(days=3))})
        for look in (m for m in looks if m > now):
            come = [s["to"] for s in steps if s["at"] <= look]
            expected = come[-1] if come else child.state
            later = lapse(case, look)
            assert later.case.children[child.id].state is expected
            stands_as_facts_say(later.case, look)


def late_is_the_same(case: Case, until: datetime) -> Decision:
    """What lapsed gives the same facts in one jump as step by step, and power ended by itself."""
    jump = lapse(case, until)
    steps = case
    while (due := next_due(steps)) is not None and due <= until:
        steps = lapse(steps, due).case
    assert facts(jump.case) == facts(steps)
    stands_as_facts_say(jump.case, until)
    terms_are_powers(jump.case, until)
    return jump


def facts(case: Case) -> object:
    """What is known of each child."""
    return {id_: child.model_dump() for id_, child in case.children.items()}


def without_numbers(case: Case, child: str) -> object:
    """A child's facts; ids carry the number of an entry, which a brother or sister may shift."""
    found = case.children.get(child)
    text = found.model_dump_json(exclude={"acts"}) if found else "null"
    facts: object = json.loads(re.sub(r"(/[\w./-]+?)\.\d+\b", r"\1", text))
    return facts
