"""One case on paper: say a command at a moment, let time pass, look at the child.

Everything is stored as the log would store it, read back, folded, and compared with what was decided.
"""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import Any

from states import commands as c
from states.calendar import AMSTERDAM
from states.decide import Decision, decide, lapse
from states.due import next_due
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case, ChildFile
from states.order import OrderKind
from states.people import Actor, Authority, Registration, Role
from states.position import State
from tests.unit.ledger import Body, Ledger

SKJ = Registration(registry="SKJ", number="100001", valid_until=date(2060, 1, 1))
TEAM = Actor(id="lotte", role=Role.LOCAL_TEAM, organisation="Lokaal team Zonstad", registration=SKJ)
PROVIDER = Actor(id="pim", role=Role.PROVIDER, organisation="Jeugdhulp Fictie", registration=SKJ)
GI = Actor(id="gerrit", role=Role.GI, organisation="GI Fictieland", registration=SKJ)
OTHER_GI = Actor(id="olga", role=Role.GI, organisation="GI Elders", registration=SKJ)
RAAD = Actor(id="rianne", role=Role.RAAD, organisation="Raad")
COLLEGE = Actor(id="cor", role=Role.COLLEGE, organisation="Gemeente Zonstad")
SUPERVISOR = Actor(id="sanne", role=Role.SUPERVISOR, organisation="Lokaal team Zonstad")
ANNA = Actor(id="anna", role=Role.PARENT)
BART = Actor(id="bart", role=Role.PARENT)

BORN = date(2017, 3, 3)
PARENTS = ("anna", "bart")
START = "2026-02-02 09:00"


def at(moment: str | datetime) -> datetime:
    """A moment in Amsterdam ("2026-02-02 09:00", or a day: its beginning) in UTC."""
    given = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return (given if given.tzinfo else given.replace(tzinfo=AMSTERDAM)).astimezone(UTC)


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)


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
        said = command.model_validate({"id": f"c{next(self._numbers)}", "child": child, "by": TEAM, **fields})
        now = at(when)
        decision = decide(self.case, said, now)
        self.store(decision, said.id, now)
        return decision

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


def opening(born: date | None = BORN, holders: tuple[str, ...] = PARENTS, **more: Any) -> c.Opening:  # noqa: ANN401
    """A child as it comes into the case."""
    fields: dict[str, Any] = {"name": "Noor", "municipality": "Zonstad", "born": born}
    fields["authority"] = tuple(Authority(holder=holder) for holder in holders)
    return c.Opening.model_validate(fields | more)


def order(kind: OrderKind | str, given: str, end: str | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A decision of the court, as it is recorded."""
    record = {"kind": kind, "date": given, "end": end, "court": "rechtbank Fictieland", "zaaknummer": "C/99/1"}
    return {**record, "gi": "GI Fictieland", "enforceable": "yes", **more}


VTO: dict[str, Any] = {
    "threats": "bedreiging",
    "facts": "feiten",
    "help_tried": "hulp",
    "best_interest": "belang",
    "informed_on": "2026-02-02",
    "view_parents": "mening",
    "view_child": "mening",
    "receipt": "CORV-1",
}
"""A request for investigation with everything in order."""

PETITION: dict[str, Any] = {
    "by": RAAD,
    "petition": "verzoek",
    "report": "rapport",
    "measures": ("ots",),
    "gi": "GI Fictieland",
    "gi_agreed_with_college": True,
}
"""A petition of the Raad with everything in order."""

INTENSIVE: dict[str, Any] = {
    "lead": "gi",
    "worker": GI,
    "mandate": "2026-01-30",
    "why_more": "meer nodig",
    "expertise": "deskundige",
    "reflection": "2026-02-09",
    "told_may_stop": True,
    "rights_sheet": "2026-02-02",
    "plan": "plan met doelen",
    "review_on": "2026-05-01",
}
"""Intensive voluntary help with everything in order."""


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
