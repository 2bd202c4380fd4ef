"""Whatever anybody sends, and whenever: after every step the law holds.

Random commands of every kind, for two children, with pauses from nothing to years. Every entry is
stored through the checks of the database (:mod:`tests.unit.ledger`) and read back.
"""

from __future__ import annotations

import copy
import re
from datetime import datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from states.act_table import ACTS
from states.acts import Answer, may
from states.commands import CourtOrder
from states.consent import Purpose
from states.decide import Decision, decide, lapse
from states.due import forecast, next_due
from states.effects import power_terms
from states.facts import Case, ChildFile
from states.landing import derived
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
from tests.unit import commanding, proper
from tests.unit.commanding import Said
from tests.unit.desk import GI, OTHER_GI, TEAM, Desk
from tests.unit.ledger import Body

TITLE_ACTS = (8, 21, 25)
AGES = st.one_of(st.integers(0, 18 * 365), st.sampled_from((0, 4300, 4383, 5800, 5844, 6500, 6570, 6574)))
"""Of a child, in days; many are near a birthday that matters."""
L_RULES = {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T15", "T38"}
ORDER_REFUSALS = ("NX-01", "NX-11", "NX-12", "1:233/adult", "order/recorder", "unknown-child", "not-built")
INSTANT = timedelta(microseconds=1)


def _stands_as_facts_say(case: Case, now: datetime) -> None:
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


def _terms_are_powers(case: Case, now: datetime) -> None:
    """Every power that is not over has its terms open, and no other power has."""
    for child in case.children.values():
        running = {(t.id, t.due) for t in child.terms if t.rule in L_RULES}
        powers = {(t.id, t.due) for t in power_terms(child, now).values() if t.rule in L_RULES}
        assert running == powers


def _powers_need_their_order(case: Case, now: datetime) -> None:
    """Invariants 5 and 8: only the GI of the title has its powers; asking changes nothing."""
    for child in case.children.values():
        asked = child.model_copy(update={"petitions": ()})
        measure = child.measure(now)
        for by in (GI, OTHER_GI, TEAM):
            for act in TITLE_ACTS:
                verdict = may(act, child, now, by)
                if verdict.holds:
                    assert measure is not None
                    assert measure.gi == by.organisation
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


def _moves_are_lawful(new: list[Body], case: Case) -> None:
    """What holds of the transitions of one command."""
    for body in new:
        if body["kind"] != "transition":
            continue
        source, to = State(body["from"]), State(body["to"])
        if to in INTENSIVE:
            assert source in VOLUNTARY
            assert body["move"] in {"TR-05", "TR-06", "TR-07", "TR-18"}
        if to is State.ASSESSMENT and source is not to:
            assert "T44" in {t["rule"] for t in body["effects"].get("terms_opened", ())}
            if source not in (State.NONE, State.CLOSED):
                assert "safety" in {t["code"] for t in body["effects"].get("tasks", ())}
        if body["framework_before"] != body["framework_after"]:
            _is_told(body, case.children[body["child"]])


def _is_told(body: Body, child: ChildFile) -> None:
    """Invariant 9: parents and youth hear of every change of framework."""
    when = datetime.fromisoformat(body["effective_at"])
    told = {notice["recipient"] for notice in body["effects"].get("notices", ())}
    if child.band(when) is not AgeBand.UNDER_12:
        assert child.id in told
    if child.is_minor(when) and body["seq"] == child_last_seq(child, body):
        assert set(child.consents_at(when).holders) <= told


def child_last_seq(child: ChildFile, body: Body) -> int:
    """The entry itself, unless authority changed since: then who had it then is no longer known."""
    return -1 if any(a.since or a.until for a in child.authority) else int(body["seq"])


def _refusal_says_why(refusal: Refusal) -> None:
    assert refusal.reasons
    for reason in refusal.reasons:
        assert reason.rule
        assert reason.text
        assert reason.source
        assert reason.remedy


def _agrees_with_the_forecast(case: Case, now: datetime) -> None:
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
            _stands_as_facts_say(later.case, look)


def _late_is_the_same(case: Case, until: datetime) -> Decision:
    """What lapsed gives the same facts in one jump as step by step, and power ended by itself."""
    jump = lapse(case, until)
    steps = case
    while (due := next_due(steps)) is not None and due <= until:
        steps = lapse(steps, due).case
    assert _facts(jump.case) == _facts(steps)
    _stands_as_facts_say(jump.case, until)
    _terms_are_powers(jump.case, until)
    return jump


def _facts(case: Case) -> object:
    return {id_: child.model_dump() for id_, child in case.children.items()}


def _without_numbers(case: Case, child: str) -> object:
    """A child's facts; ids carry the number of an entry, which a brother or sister may shift."""
    found = case.children.get(child)
    text = found.model_dump_json(exclude={"acts"}) if found else ""
    return re.sub(r"(/[\w./-]+?)\.\d+\b", r"\1", text)


class Law(RuleBasedStateMachine):
    """Two children, one case, and people who send whatever they like."""

    @initialize(start=st.integers(0, 3650), ages=st.tuples(AGES, AGES))
    def _start(self, start: int, ages: tuple[int, int]) -> None:
        self.ages = dict(zip(commanding.CHILDREN, ages, strict=True))
        self.desk = Desk()
        self.desk.now = datetime.fromisoformat("2024-02-28T22:30:00+00:00") + timedelta(days=start)
        self.sent: list[tuple[datetime, Said, int]] = []

    def _say(self, said: Said, number: int) -> None:
        desk, now = self.desk, self.desk.now
        fields = said.at(now)
        command = said.command.model_validate({"id": f"c{number}", "by": TEAM, **fields})
        before = desk.case.model_dump_json()
        decision = decide(desk.case, command, now)
        assert desk.case.model_dump_json() == before, "deciding changed the case"
        assert decide(desk.case, command, now) == decision, "deciding twice gives two answers"
        seq = desk.case.seq
        desk.store(decision, command.id, now)
        assert desk.case.seq > seq, "a command leaves an entry"
        assert [body["seq"] for body in desk.log] == list(range(1, desk.case.seq + 1))
        _moves_are_lawful(desk.new, desk.case)
        if decision.refusal is not None:
            _refusal_says_why(decision.refusal)
            if isinstance(command, CourtOrder):
                assert any(decision.refusal.matches(rule_) for rule_ in ORDER_REFUSALS), decision.refusal

    @rule(pause=commanding.PAUSES, said=commanding.COMMANDS)
    def say(self, pause: int, said: Said) -> None:
        """Somebody sends something, some time later."""
        self.desk.now += timedelta(minutes=pause)
        self.sent.append((self.desk.now, said, len(self.sent) + 1))
        self._say(said, len(self.sent))

    @rule(pause=commanding.PAUSES, child=st.sampled_from(commanding.CHILDREN), pick=st.integers(0, 1000))
    def go_on_in_order(self, pause: int, child: str, pick: int) -> None:
        """Somebody takes a next step with everything in order."""
        self.desk.now += timedelta(minutes=pause)
        now = self.desk.now
        file = lapse(self.desk.case, now).case.children.get(child) or ChildFile(id=child)
        choices = proper.steps(file, now, self.ages[child])
        for said in choices[pick % len(choices)]:
            self.sent.append((now, said, len(self.sent) + 1))
            self._say(said, len(self.sent))

    @rule(said=commanding.VOLUNTARY)
    def say_at_the_moment_itself(self, said: Said) -> None:
        """Somebody sends something at the very moment at which something happens by itself."""
        due = next_due(self.desk.case)
        if due is not None and due - self.desk.now < timedelta(days=900):
            self.desk.now = due
            self.sent.append((due, said, len(self.sent) + 1))
            self._say(said, len(self.sent))

    @rule(days=st.sampled_from((1, 14, 30, 91, 365, 3000, 9000)))
    def look_ahead(self, days: int) -> None:
        """What would happen if nobody did anything from now on."""
        desk = self.desk
        _agrees_with_the_forecast(desk.case, desk.now)
        until = desk.now + timedelta(days=days)
        jump = _late_is_the_same(desk.case, until)
        other = copy.copy(desk)
        other.ledger = copy.deepcopy(desk.ledger)
        other.log = list(desk.log)
        other.store(jump, "lapse", until)
        _moves_are_lawful(other.new, other.case)

    @invariant()
    def the_law_holds(self) -> None:
        """After every step."""
        settled = lapse(self.desk.case, self.desk.now)
        _stands_as_facts_say(settled.case, self.desk.now)
        _terms_are_powers(settled.case, self.desk.now)
        _powers_need_their_order(settled.case, self.desk.now)

    @override
    def teardown(self) -> None:
        """Each child alone, with what was said about it, comes where it came with the other."""
        if not hasattr(self, "sent"):
            return
        for child in commanding.CHILDREN:
            alone = Case(id="case")
            for now, said, number in self.sent:
                fields = said.at(now)
                if fields["child"] == child:
                    command = said.command.model_validate({"id": f"c{number}", "by": TEAM, **fields})
                    alone = decide(alone, command, now).case
            until = self.desk.now
            together = lapse(self.desk.case, until).case
            assert _without_numbers(lapse(alone, until).case, child) == _without_numbers(together, child)


Law.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestLaw = Law.TestCase
