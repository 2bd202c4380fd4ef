"""The same move with DBOS, a library that makes functions durable with PostgreSQL alone.

As its authors advise: a workflow started directly, without a queue, with the id of the command; the
log is reached in one step, which may run twice because the append itself knows a command. The
case is kept in the process, as a Temporal worker keeps it, and folded from what the append answers.
"""

from __future__ import annotations

import hmac
import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

from dbos import DBOS, DBOSConfig, SetWorkflowID
from pydantic import TypeAdapter
from sqlalchemy import Engine

from records import log
from records.chain import canonical, seal
from records.engine import engine
from states import commands as c
from states import exchange as x
from states.decide import decide
from states.entry import Trace, bodies, happened
from states.evolve import evolve
from states.facts import Case
from states.position import framework_of
from tests.bench import family, load
from tests.bench.contender import Ground, Turns

ATTEMPTS = 6
_COMMAND: TypeAdapter[c.Command] = TypeAdapter(c.Command)


class _Office:
    """What a process of the rival holds: the pool, the key and the cases as it knows them."""

    def __init__(self, pool: Engine) -> None:
        self.pool = pool
        self.key = bytes(32)
        self.cases: dict[str, Case] = {}

    def carry_out(self, case_id: str, sent: dict[str, Any], workflow: str) -> dict[str, Any]:
        """Decide and append, once more for every time that the log was ahead."""
        command = _COMMAND.validate_python(sent)
        digest = hmac.digest(self.key, canonical(sent), "sha256").hex()
        for _ in range(ATTEMPTS):
            case = self.cases.get(case_id) or Case(id=case_id)
            now = datetime.now(UTC)
            if case.recorded_at is not None:
                now = max(now, case.recorded_at)
            decision = decide(case, command, now)
            if decision.refusal is not None:
                raise RuntimeError(decision.refusal)
            trace = Trace(command.id, workflow, workflow, "bench")
            drafts = bodies(decision.drafts, case_id, now, trace)
            outcome = x.Outcome(
                command=command.id,
                recorded_at=now,
                first_seq=case.seq + 1,
                last_seq=decision.case.seq,
                positions={
                    child.id: x.Position(state=child.state.value, framework=framework_of(child.state).value)
                    for child in decision.case.children.values()
                },
                notices_due=tuple(n.id for d in decision.drafts for n in d.event.notices),
            ).model_dump(mode="json")
            request = log.Request(
                case=case_id,
                expected_seq=case.seq,
                command=log.Command(id=command.id, digest=digest, outcome=outcome),
                entries=tuple(seal(drafts, bytes.fromhex(case.head))),
            )
            with self.pool.connect() as connection:
                answer = log.append(connection, request)
            self._fold(case_id, answer)
            if answer.status is log.Status.CONFLICT:
                raise RuntimeError(answer.status)
            if answer.status is not log.Status.BEHIND:
                return answer.outcome or outcome
        raise RuntimeError(log.Status.BEHIND)

    def _fold(self, case_id: str, answer: log.Answer) -> None:
        case = self.cases.get(case_id) or Case(id=case_id)
        for entry in answer.entries:
            if entry.seq == case.seq + 1:
                case = evolve(case, happened(json.loads(entry.body)), entry.hash)
        self.cases[case_id] = case


def dbos(ground: Ground, take_turns: Callable[[Turns], None]) -> None:
    """The load on DBOS, from threads of the process that it runs in."""
    office = _Office(engine(ground.database_url, size=ground.plan.at_once))
    config: DBOSConfig = {
        "name": "bench",
        "system_database_url": ground.owner_url,
        "sys_db_pool_size": ground.plan.at_once,
        "log_level": "ERROR",
    }
    DBOS(config=config)

    @DBOS.step()
    def carry_out(case: str, sent: dict[str, Any], workflow: str) -> dict[str, Any]:
        return office.carry_out(case, sent, workflow)

    @DBOS.workflow()
    def command(case: str, sent: dict[str, Any]) -> dict[str, Any]:
        return carry_out(case, sent, f"{case}/{sent['id']}")

    DBOS.launch()
    cases = [f"rival-{number}" for number in range(ground.plan.cases)]
    numbers: Counter[str] = Counter()

    def send(case: str, what: c.Base) -> None:
        with SetWorkflowID(f"{case}/{what.id}"):
            command(case, what.model_dump(mode="json", exclude_none=True))

    def move(case: str) -> None:
        send(case, family.change_lead(case, numbers[case]))
        numbers[case] += 1

    def open_(case: str) -> None:
        for step in family.opening(case):
            send(case, step)

    def tidy(case: str) -> None:
        send(case, family.deliver(case, numbers[case]))

    def everywhere(operate: Callable[[str], None]) -> None:
        with ThreadPoolExecutor(ground.plan.at_once) as pool:
            list(pool.map(operate, cases))

    everywhere(open_)

    def play(seconds: float) -> load.Sample:
        return load.run_in_threads(cases, ground.plan.at_once, seconds, move)

    take_turns(Turns(tidy=lambda: everywhere(tidy), play=play))
    DBOS.destroy()
    office.pool.dispose()
