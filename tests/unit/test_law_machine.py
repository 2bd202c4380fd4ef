"""Whatever anybody sends, and whenever: after every step the law holds.

Random commands of every kind, for two children, with pauses from nothing to years. Every entry is
stored through the checks of the database (:mod:`tests.unit.ledger`) and read back.
"""

from __future__ import annotations

import copy
from datetime import datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from states.commands import CourtOrder
from states.decide import decide, lapse
from states.due import next_due
from states.facts import Case, ChildFile
from tests.unit import commanding, drawing, proper
from tests.unit.cast import REASON, TEAM
from tests.unit.desk import Desk
from tests.unit.holding import (
    ORDER_REFUSALS,
    agrees_with_the_forecast,
    late_is_the_same,
    moves_are_lawful,
    powers_need_their_order,
    refusal_says_why,
    stands_as_facts_say,
    terms_are_powers,
    without_numbers,
)
from tests.unit.said import Said

AGES = st.one_of(st.integers(0, 18 * 365), st.sampled_from((0, 4300, 4383, 5800, 5844, 6500, 6570, 6574)))
"""Of a child, in days; many are near a birthday that matters."""


class Law(RuleBasedStateMachine):
    """Two children, one case, and people who send whatever they like."""

    @initialize(start=st.integers(0, 3650), ages=st.tuples(AGES, AGES))
    def _start(self, start: int, ages: tuple[int, int]) -> None:
        self.ages = dict(zip(drawing.CHILDREN, ages, strict=True))
        self.desk = Desk()
        self.desk.now = datetime.fromisoformat("2024-02-28T22:30:00+00:00") + timedelta(days=start)
        self.sent: list[tuple[datetime, Said, int]] = []

    def _say(self, said: Said, number: int) -> None:
        desk, now = self.desk, self.desk.now
        fields = said.at(now)
        command = said.command.model_validate({"id": f"c{number}", "by": TEAM, "reason": REASON, **fields})
        before = desk.case.model_dump_json()
        decision = decide(desk.case, command, now)
        assert desk.case.model_dump_json() == before, "deciding changed the case"
        assert decide(desk.case, command, now) == decision, "deciding twice gives two answers"
        seq = desk.case.seq
        desk.store(decision, command.id, now)
        assert desk.case.seq > seq, "a command leaves an entry"
        assert [body["seq"] for body in desk.log] == list(range(1, desk.case.seq + 1))
        moves_are_lawful(desk.new, desk.case)
        if decision.refusal is not None:
            refusal_says_why(decision.refusal)
            if isinstance(command, CourtOrder):
                assert any(decision.refusal.matches(rule_) for rule_ in ORDER_REFUSALS), (
                    command.order,
                    decision.refusal.rule,
                )

    @rule(pause=commanding.PAUSES, said=commanding.COMMANDS)
    def say(self, pause: int, said: Said) -> None:
        """Somebody sends something, some time later."""
        self.desk.now += timedelta(minutes=pause)
        self.sent.append((self.desk.now, said, len(self.sent) + 1))
        self._say(said, len(self.sent))

    @rule(pause=commanding.PAUSES, child=st.sampled_from(drawing.CHILDREN), pick=st.integers(0, 1000))
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
        agrees_with_the_forecast(desk.case, desk.now)
        until = desk.now + timedelta(days=days)
        jump = late_is_the_same(desk.case, until)
        other = copy.copy(desk)
        other.ledger = copy.deepcopy(desk.ledger)
        other.log = list(desk.log)
        other.store(jump, "lapse", until)
        moves_are_lawful(other.new, other.case)

    @invariant()
    def the_law_holds(self) -> None:
        """After every step."""
        settled = lapse(self.desk.case, self.desk.now)
        stands_as_facts_say(settled.case, self.desk.now)
        terms_are_powers(settled.case, self.desk.now)
        powers_need_their_order(settled.case, self.desk.now)

    @override
    def teardown(self) -> None:
        """Each child alone, with what was said about it, comes where it came with the other."""
        if not hasattr(self, "sent"):
            return
        for child in drawing.CHILDREN:
            alone = Case(id="case")
            for now, said, number in self.sent:
                fields = said.at(now)
                if fields["child"] == child:
                    command = said.command.model_validate({"id": f"c{number}", "by": TEAM, "reason": REASON, **fields})
                    alone = decide(alone, command, now).case
            until = self.desk.now
            together = lapse(self.desk.case, until).case
            assert without_numbers(lapse(alone, until).case, child) == without_numbers(together, child)


Law.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestLaw = Law.TestCase
