"""One case on paper: say a command at a moment, let time pass, look at the child.

Everything is stored as the log would store it, read back, folded, and compared with what was decided.
"""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import Any

from states import commands as c
from states.decide import Decision, decide, lapse
from states.due import forecast, next_due
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case, ChildFile
from states.people import Actor
from states.position import State
from states.rights.readers import readers
from tests.unit.cast import GI, INTENSIVE, PARENTS, PETITION, RAAD, REASON, START, TEAM, VTO, at, opening, order
from tests.unit.ledger import Body, Ledger

STARTING = (c.StartHelp, c.StartIntensiveHelp, c.ChangeLead)
"""What waits for the sheets of rights."""


class Desk:
    """One case in memory, with the clock where the last command was said."""

    def __init__(self) -> None:
        """A case without entries."""
        self.case = Case(id="case")
        self.now = at("2020-01-01")
        self.log: list[Body] = []
        self.new: list[Body] = []
        self.ledger = Ledger()
        self._numbers = itertools.count(1)

    def store(self, decision: Decision, command: str, now: datetime) -> None:
        """Store what was decided, and see that reading it back gives the case that was decided."""
        before = self.case.model_dump_json()
        self.new = bodies(decision.drafts, self.case.id, now, Trace(command, "workflow", "run", "build"))
        assert self.case.model_dump_json() == before, "writing entries changed the case"
        self.ledger.append(self.new)
        for body in self.new:
            self.case = evolve(self.case, happened(body))
        assert self.case.children == decision.case.children, "the entries say something else than was decided"
        self.log += self.new
        self.now = now

    def say(self, when: str | datetime, command: type[c.Base], child: str = "kind", **fields: Any) -> Decision:  # noqa: ANN401
        """Give a command at a moment; ``by`` is the local team unless said otherwise."""
        envelope = {"id": f"c{next(self._numbers)}", "child": child, "by": TEAM, "reason": REASON}
        now = at(when)
        if command in STARTING and fields.get("rights_sheet", command is c.ChangeLead):
            fields.setdefault("sheet_to", self._readers(child, now))
        said = command.model_validate({**envelope, **fields})
        decision = decide(self.case, said, now)
        self.store(decision, said.id, now)
        return decision

    def _readers(self, child: str, now: datetime) -> tuple[str, ...]:
        """Who reads a sheet: a worker who has the day of the sheet gave it to each of them."""
        file = self.case.children.get(child)
        return readers(file, now) if file else ()

    def inform(self, when: str | datetime, child: str = "kind") -> None:
        """Each reader gets the sheet of where the child stands."""
        for person in self._readers(child, at(when)):
            decision = self.say(when, c.GiveSheet, child, by=GI, person=person, how="in een gesprek")
            assert decision.refusal is None, decision.refusal

    def pass_to(self, when: str | datetime) -> None:
        """Let time pass, with everything that happens by itself."""
        now = at(when)
        self.store(lapse(self.case, now), f"lapse/{len(self.log)}", now)

    def child(self, name: str = "kind") -> ChildFile:
        """What is known about a child."""
        return self.case.children[name]

    def state(self, name: str = "kind") -> State:
        """Where a child stands."""
        return self.child(name).state

    def due(self, rule: str, name: str = "kind") -> date | None:
        """The day of an open term; the earliest when there are more."""
        return min((t.due for t in self.child(name).terms if t.rule == rule), default=None)

    def moves(self, name: str = "kind") -> list[str]:
        """The moves in the entries of the last command, in order."""
        return [body["move"] for body in self.new if body["child"] == name and body["move"]]

    def notices(self, name: str = "kind") -> list[str]:
        """The codes of the notices that the last command made due."""
        return [n["code"] for b in self.new if b["child"] == name for n in b["effects"].get("notices", ())]

    def tasks(self, name: str = "kind") -> list[str]:
        """The codes of the tasks that the last command raised."""
        return [t["code"] for b in self.new if b["child"] == name for t in b["effects"].get("tasks", ())]

    def ended(self, name: str = "kind") -> dict[str, str]:
        """The terms that the last command closed, by rule, and how they ended."""
        rules = {t["id"]: t["rule"] for b in self.log for t in b["effects"].get("terms_opened", ())}
        closed = [t for b in self.new if b["child"] == name for t in b["effects"].get("terms_closed", ())]
        return {rules[t["id"]]: t["outcome"] for t in closed}

    def flags(self, name: str = "kind") -> set[str]:
        """The rules of the flags that the last command raised."""
        return {f["rule"] for b in self.new if b["child"] == name for f in b["facts"].get("flags", ())}

    @property
    def due_next(self) -> datetime | None:
        """When something happens by itself."""
        return next_due(self.case)


def reported(when: str = START, **about: Any) -> Desk:  # noqa: ANN401
    """A child in V0."""
    desk = Desk()
    desk.say(when, c.Report, opening=opening(**about), report="melding over dit kind")
    return desk


def agree(desk: Desk, when: str, people: tuple[str, ...] = PARENTS, **fields: Any) -> None:  # noqa: ANN401
    """People consent."""
    for person in people:
        decision = desk.say(when, c.GiveConsent, person=person, **fields)
        assert decision.refusal is None, decision.refusal


def helped(**about: Any) -> Desk:  # noqa: ANN401
    """A child in V1, since 2026-02-02 11:00."""
    people = about.pop("people", PARENTS)
    intrusive = about.pop("intrusive", False)
    desk = reported(**about)
    agree(desk, "2026-02-02 10:00", people, help="hulp")
    papers = {"frame_statement": "2026-02-02", "rights_sheet": "2026-02-02"}
    desk.say("2026-02-02 11:00", c.StartHelp, help="hulp", intrusive=intrusive, **papers)
    return desk


def intensive(people: tuple[str, ...] = PARENTS, **about: Any) -> Desk:  # noqa: ANN401
    """A child in V2a, since 2026-02-02 12:00."""
    desk = helped(people=people, **about)
    agree(desk, "2026-02-02 11:30", people, purpose="intensive_help")
    desk.say("2026-02-02 12:00", c.StartIntensiveHelp, **INTENSIVE)
    return desk


def requested(desk: Desk | None = None) -> Desk:
    """A child in R1, since 2026-02-03."""
    desk = desk or reported()
    desk.say("2026-02-03 09:00", c.RequestInvestigation, **VTO)
    return desk


def investigated(desk: Desk | None = None) -> Desk:
    """A child in R2, since 2026-02-04."""
    desk = requested(desk)
    desk.say("2026-02-04 09:00", c.RaadAccepts, by=RAAD)
    return desk


def petitioned(desk: Desk | None = None, **more: Any) -> Desk:  # noqa: ANN401
    """A child in R3, since 2026-02-05."""
    desk = investigated(desk)
    desk.say("2026-02-05 09:00", c.PetitionCourt, **PETITION | more)
    return desk


def ordered(record: dict[str, Any], when: str = START, desk: Desk | None = None, **about: Any) -> Desk:  # noqa: ANN401
    """A child about whom a court decided."""
    desk = desk or Desk()
    desk.say(when, c.CourtOrder, by=RAAD, opening=opening(**about), order=record)
    return desk


def _measured(kind: str, end: str, more: dict[str, Any]) -> Desk:
    about = {name: more.pop(name) for name in ("born", "holders", "expected") if name in more}
    return ordered(order(kind, "2026-02-02", **{"end": end, **more}), **about)


def provisional(**more: Any) -> Desk:  # noqa: ANN401
    """A child in M1, from 2026-02-02 to 2026-05-02."""
    return _measured("provisional_supervision", "2026-05-02", more)


def supervised(**more: Any) -> Desk:  # noqa: ANN401
    """A child in M2, from 2026-02-02 to 2027-02-02."""
    return _measured("supervision", "2027-02-02", more)


def placed(**more: Any) -> Desk:  # noqa: ANN401
    """A child in M3 with a MUHP to 2026-11-02, living in the foster family."""
    fields = {"placement": "pleeggezin", "placement_end": "2026-11-02", "placed_since": "2026-02-02"}
    return supervised(**fields | more)


def imported(*records: dict[str, Any], when: str = START, by: Actor = GI, **about: Any) -> Desk:  # noqa: ANN401
    """A child whose measure is taken over."""
    desk = Desk()
    desk.say(when, c.ImportMeasure, by=by, opening=opening(**about), orders=records)
    return desk


def ahead(desk: Desk, name: str = "kind") -> list[tuple[str, State]]:
    """What is foretold of a child, by the day (UTC) on which it will be."""
    return [(step["at"].date().isoformat(), step["to"]) for step in forecast(desk.child(name), desk.now)]


def court(desk: Desk, when: str, kind: str, end: str | None = None, **more: Any) -> Desk:  # noqa: ANN401
    """A court decides about a known child on the day of ``when``, or on ``given``."""
    given = more.pop("given", when[:10])
    decision = desk.say(when, c.CourtOrder, by=RAAD, order=order(kind, given, end, **more))
    assert decision.refusal is None, decision.refusal
    return desk
