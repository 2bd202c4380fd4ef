"""Invented families on a running stack, the people around them, and what they can say.

A case has a child of its own, because a child can be open in one case only. Its clock starts where
a test wants it (UTC) and moves only as fast as the test lets it.
"""

from __future__ import annotations

import asyncio
import itertools
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHandle
from temporalio.service import RPCError
from temporalio.testing import TimeSkipper

from casetool.service import CaseService
from states import commands as c
from states import exchange as x
from states.facts import Case
from states.orders.order import OrderKind
from states.people import Actor, Authority, Registration, Role
from states.position import ClosedReason, State
from states.terms.calendar import local_day
from tests import agreement

T = TypeVar("T")

SKJ = Registration(registry="SKJ", number="100001", valid_until=date(2040, 1, 1))
TEAM = Actor(id="lotte", role=Role.LOCAL_TEAM, organisation="Zonstad", registration=SKJ)
GI = Actor(id="gerrit", role=Role.GI, organisation="GI Fictieland", registration=SKJ)
RAAD = Actor(id="rianne", role=Role.RAAD, organisation="Raad")
PARENTS = ("anna", "bart")
MONDAY = datetime(2026, 1, 12, 9, tzinfo=UTC)
PATIENCE = 30.0
"""Seconds after which something that should happen does not."""

_numbers = itertools.count(1)


async def eventually(ask: Callable[[], Awaitable[T]], seconds: float = PATIENCE) -> T:
    """Ask until the answer is true; AssertionError when it never is."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not (answer := await ask()):
        assert asyncio.get_running_loop().time() < deadline, f"not within {seconds} s"
        await asyncio.sleep(0.02)
    return answer


def offset(starts: datetime) -> float:
    """How far a case's clock is shifted (seconds) to say ``starts`` now."""
    return (starts - datetime.now(UTC)).total_seconds()


class Family:
    """One family case; ``starts`` (UTC) is its clock, ``None``: the real one."""

    def __init__(
        self,
        service: CaseService,
        engine: Engine,
        skipper: TimeSkipper,
        *,
        starts: datetime | None = MONDAY,
        born: date = date(2016, 5, 1),
    ) -> None:
        """Think of a case; nothing is stored yet."""
        self.service = service
        self.engine = engine
        self.skipper = skipper
        self.case = f"zaak-{uuid.uuid4().hex[:12]}"
        self.child = f"{self.case}.noor"
        self.born = born
        shift = offset(starts) if starts else 0.0
        self.start = x.CaseStart(id=self.case, exercise=starts is not None, clock_offset=shift)

    @property
    def handle(self) -> WorkflowHandle[object, object]:
        """The workflow, whichever run it is in."""
        return self.service.handle(self.case)

    async def send(self, command: c.Base) -> x.Outcome:
        """Carry out a command, in this case and with its clock."""
        return await self.service.send(self.case, command, self.start)

    def note(self, id_: str | None = None, text: str = "Gesprek thuis.") -> c.Note:
        """Something worth knowing; the smallest command."""
        return c.Note(id=id_ or fresh("note"), child=self.child, by=TEAM, text=text)

    def opening(self) -> c.Opening:
        """The child, as it first comes into the case."""
        return c.Opening(
            name="Noor",
            born=self.born,
            municipality="Zonstad",
            authority=tuple(Authority(holder=parent) for parent in PARENTS),
        )

    def report(self, id_: str | None = None) -> c.Report:
        """A concern about the child is reported."""
        return c.Report(
            id=id_ or fresh("report"),
            child=self.child,
            by=TEAM,
            opening=self.opening(),
            report="De school belde.",
            reason="De school maakt zich zorgen over Noor.",
        )

    def consents(self, help_: str = "thuishulp", valid_until: date | None = None) -> Iterable[c.GiveConsent]:
        """Both parents agree to a help, for good or up to a day."""
        for person in PARENTS:
            yield c.GiveConsent(
                id=fresh("consent"),
                child=self.child,
                by=TEAM,
                person=person,
                help=help_,
                valid_until=valid_until,
            )

    def start_help(self, today: date, help_: str = "thuishulp") -> c.StartHelp:
        """Voluntary help is agreed, with the papers it needs."""
        return c.StartHelp(
            id=fresh("help"),
            child=self.child,
            by=TEAM,
            help=help_,
            frame_statement=today,
            rights_sheet=today,
            reason="De ouders willen hulp thuis; dat is genoeg om Noor veilig te houden.",
        )

    def order(
        self,
        kind: OrderKind,
        day: date,
        end: date | None,
        more: Mapping[str, object] | None = None,
        child: str | None = None,
    ) -> c.CourtOrder:
        """A judge decides about the child, or about a brother or sister."""
        record = {"court": "rechtbank Fictieland", "gi": "GI Fictieland", "zaaknummer": "C/99/1"}
        return c.CourtOrder(
            id=fresh("order"),
            child=child or self.child,
            by=GI,
            opening=self.opening(),
            order=c.OrderRecord.model_validate({**record, "kind": kind, "date": day, "end": end, **(more or {})}),
        )

    def withdraw(self, person: str = PARENTS[0]) -> c.WithdrawConsent:
        """A parent stops consenting; no reason needed."""
        return c.WithdrawConsent(id=fresh("withdraw"), child=self.child, by=TEAM, person=person)

    def told(self) -> c.DeliverNotices:
        """Everybody has heard what they have a right to hear."""
        return c.DeliverNotices(id=fresh("told"), child=self.child, by=TEAM, how="brief")

    def close(self, today: date) -> c.Close:
        """The case of the child is closed without help."""
        return c.Close(
            id=fresh("close"),
            child=self.child,
            by=TEAM,
            closed_reason=ClosedReason.HELP_ENDED,
            judgement="Veilig genoeg.",
            reason="De ouders kunnen zonder hulp verder.",
            second_reader="sanne",
            closing_letter=today,
        )

    async def open(self) -> x.Outcome:
        """Report the child."""
        return await self.send(self.report())

    async def now(self) -> datetime:
        """The clock of the case (UTC)."""
        shift = timedelta(seconds=self.start.clock_offset)
        return await self.skipper.get_current_time(self.handle) + shift

    async def today(self) -> date:
        """The day in Amsterdam by the clock of the case."""
        return local_day(await self.now())

    async def forward(self, moment: datetime) -> None:
        """Let time pass up to a moment (UTC), with everything that happens in it."""
        left = moment - await self.now()
        assert left > timedelta(0), f"{moment} has passed already"
        assert await self.skipper.fast_forward(self.handle, left)

    async def view(self) -> x.View:
        """What the workflow knows."""
        return await self.service.view(self.case)

    async def state(self) -> State:
        """Where the workflow has the child."""
        child = (await self.view()).case.child(self.child)
        return child.state if child else State.NONE

    def entries(self) -> list[agreement.Body]:
        """What the log holds."""
        return agreement.bodies(self.engine, self.case)

    async def agree(self) -> Case:
        """See that log, workflow and database say the same."""
        return await agreement.agree(self.service, self.engine, self.case)

    async def run_id(self) -> str:
        """The run that the case is in."""
        return (await self.handle.describe()).run_id

    async def rolls(self, since: str, *, kept: bool = True) -> str:
        """Wait until the case is in another run than ``since``, and that one is ``kept``; returns which."""

        async def other() -> str:
            run = await self.run_id()
            return "" if run == since else run

        async def known() -> bool:
            found = [body["seq"] for body in self.entries() if body["command"] == f"archive/{since}"]
            return bool(found) and (await self.view()).case.seq >= found[0]

        run = await eventually(other)
        if kept:
            await eventually(known)
        return run

    def told_of(self) -> list[agreement.Body]:
        """What the log holds, without what it says of the program itself."""
        return [body for body in self.entries() if body["kind"] != "archive"]

    async def events(self) -> list[EventType.ValueType]:
        """The kinds of event in the history of the present run, in order."""
        return [event.event_type async for event in self.handle.fetch_history_events()]

    async def end(self) -> None:
        """End the workflow, if it still runs: the test is over."""
        with suppress(RPCError):
            await self.handle.terminate("the test is over")


def fresh(what: str) -> str:
    """An id for a command that no other command of this test run has."""
    return f"{what}-{next(_numbers)}"
