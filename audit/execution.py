"""Execution replay: the kept histories of a case, run again by Temporal's own replayer with the build that ran them.

It shows that the code of that build, given what came in, takes the very steps that were recorded. What cannot be
replayed is said plainly: which history, why, and whether the log makes that lawful.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from audit.answers import Answers
from audit.folding import UnknownCaseError, bodies
from audit.operators import done_by_operators
from records import archive
from records.archive import ArchiveKeys, KeyGoneError, NotThatHistoryError

Body = dict[str, Any]
Replay = Callable[[Mapping[str, Any]], Awaitable[str | None]]
"""Replays a history; gives what differed, or ``None``."""
Gather = Callable[[Answers, Mapping[str, Any]], Awaitable[None]]
SWEEPER = "sweep"


class Verdict(StrEnum):
    """What came of one run."""

    REPLAYED = "replayed"
    DIFFERS = "differs"
    BUILD_GONE = "build gone"
    KEY_GONE = "key gone"
    NOT_OPENED = "not opened"
    DAMAGED = "damaged"
    LOST = "lost"
    NOT_KEPT = "not kept"


FAULTS = frozenset({Verdict.DIFFERS, Verdict.DAMAGED, Verdict.LOST})
READ = frozenset({Verdict.REPLAYED, Verdict.DIFFERS, Verdict.BUILD_GONE})
GONE = frozenset({Verdict.BUILD_GONE, Verdict.KEY_GONE})


@dataclass(frozen=True, slots=True)
class RunReplayed:
    """What came of one run; ``lawful`` says of something that is not here whether that is accounted for."""

    run: str
    builds: tuple[str, ...]
    closed: bool
    events: int
    verdict: Verdict
    words: str = ""
    lawful: bool | None = None
    operator: tuple[str, ...] = ()
    """What an operator did to it, as Temporal wrote it down: when, what, who, why."""


@dataclass(slots=True)
class Report:
    """What came of a case. Numbers are those of its entries."""

    case: str
    entries: int = 0
    runs: list[RunReplayed] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)
    confirmed: int = 0
    swept: int = 0
    adopted: list[int] = field(default_factory=list)
    """Entries that a run read and none was told it stored (D8): lawful, and few."""
    uncovered: list[int] = field(default_factory=list)
    """Entries of a run whose history does not reach so far, is not kept, or cannot be read."""
    unknown: list[int] = field(default_factory=list)
    """Entries that name a run whose whole history is kept, and that no kept history knows."""
    differing: list[int] = field(default_factory=list)
    """Entries that a run was told under another hash."""

    @property
    def holds(self) -> bool:
        """Nothing differs, nothing is missing without a reason, and no entry came from nowhere."""
        bad = any(run.verdict in FAULTS or run.lawful is False for run in self.runs)
        return not (bad or self.unknown or self.differing)

    @property
    def unreplayed(self) -> int:
        """How many runs were not run again: of those it is not said that they are right."""
        return sum(run.verdict is not Verdict.REPLAYED for run in self.runs)


@dataclass(frozen=True, slots=True)
class Means:
    """With what is replayed: keys of the archive, what reads answers, and for each build what replays it."""

    keys: ArchiveKeys | None
    gather: Gather
    builds: Mapping[str, Replay]


async def replay(connection: Connection, case: str, means: Means) -> Report:
    """Replay every kept history of a case, and lay what they say beside its entries.

    Raises:
        UnknownCaseError: there is no such case.
        NotNowError, UnreachableError: the database could not be read.
    """
    told = list(bodies(connection, case))
    if not told:
        raise UnknownCaseError(UnknownCaseError.__doc__)
    report = Report(case, entries=len(told))
    kept = _kept(body for body, _ in told)
    destroyed = [body for body, _ in told if body["kind"] == "destruction"]
    last = next((body["run"] for body, _ in reversed(told) if body["run"] != SWEEPER), "")
    answers, whole = Answers(), set[str]()
    for run in _runs(body for body, _ in told):
        facts = kept.get(run)
        if facts is None:
            report.runs.append(_not_kept(run, last=run == last))
            continue
        found = await _one(connection, facts, means, answers, destroyed)
        report.runs.append(found)
        if found.closed and found.verdict in READ:
            whole.add(run)
    report.answers = dict(answers.counted)
    _compare(report, told, answers, whole)
    return report


def _not_kept(run: str, *, last: bool) -> RunReplayed:
    """The last run may go on still; one after which others came had ended, or never was."""
    words = "it runs on, or ended just now" if last else "other runs came after it, and nobody kept it"
    return RunReplayed(run, (), closed=False, events=0, verdict=Verdict.NOT_KEPT, words=words, lawful=last)


def _runs(entries: Iterable[Body]) -> list[str]:
    """The runs of a case in the order in which they appear, those that are only archived included."""
    found: dict[str, None] = {}
    for body in entries:
        if body["kind"] == "archive":
            found[body["facts"]["run"]] = None
        if body["run"] != SWEEPER:
            found[body["run"]] = None
    return list(found)


def _kept(entries: Iterable[Body]) -> dict[str, Body]:
    """What is kept of each run: the whole, or the last part of it."""
    found: dict[str, Body] = {}
    for body in entries:
        facts = body["facts"]
        if body["kind"] == "archive" and not found.get(facts["run"], {}).get("closed"):
            found[facts["run"]] = {**facts, "entry": body["seq"]}
    return found


class _StoppedError(Exception):
    """A run could not be replayed to its end; ``args`` are the verdict and why."""


async def _one(
    connection: Connection, facts: Body, means: Means, answers: Answers, destroyed: list[Body]
) -> RunReplayed:
    verdict, words, lawful = Verdict.REPLAYED, "", None
    operator: tuple[str, ...] = ()
    try:
        history = _history(connection, facts, means)
        operator = done_by_operators(history)
        await _answers(history, means, answers)
        await _steps(history, facts, means)
    except _StoppedError as stopped:
        verdict, words = stopped.args
    if verdict in GONE:
        after = [body for body in destroyed if body["seq"] > facts["entry"]]
        lawful = bool(after)
        words += (
            f"; entry {after[-1]['seq']} says what was destroyed lawfully on {after[-1]['effective_at'][:10]}"
            if after
            else "; no entry says that it was destroyed, so as far as this log goes that is not lawful"
        )
    builds = tuple(facts["builds"])
    return RunReplayed(facts["run"], builds, facts["closed"], facts["events"], verdict, words, lawful, operator)


def _history(connection: Connection, facts: Body, means: Means) -> Body:
    entry = facts["entry"]
    stored = archive.read(connection, bytes.fromhex(facts["sha256"]))
    if stored is None:
        raise _StoppedError(Verdict.LOST, f"entry {entry} names it, and the archive does not have it")
    if sha256(stored.box).hexdigest() != facts["sealed"]:
        raise _StoppedError(Verdict.DAMAGED, f"the box is not the one that entry {entry} names")
    if means.keys is None:
        words = "no key of the archive was given; the box is the one that its entry names"
        raise _StoppedError(Verdict.NOT_OPENED, words)
    try:
        history: Body = json.loads(archive.opened(means.keys, stored))
    except KeyGoneError as error:
        raise _StoppedError(Verdict.KEY_GONE, str(error)) from None
    except NotThatHistoryError as error:
        raise _StoppedError(Verdict.DAMAGED, str(error)) from None
    return history


async def _answers(history: Body, means: Means, answers: Answers) -> None:
    try:
        await means.gather(answers, history)
    except Exception as error:  # noqa: BLE001 - whatever a codec says without the key of this case
        words = f"what it holds cannot be decoded ({type(error).__name__})"
        raise _StoppedError(Verdict.KEY_GONE, words) from None


async def _steps(history: Body, facts: Body, means: Means) -> None:
    missing = [build for build in facts["builds"] if build not in means.builds]
    if missing:
        raise _StoppedError(Verdict.BUILD_GONE, f"build {', '.join(missing)} is not here")
    for build in facts["builds"]:
        differs = await means.builds[build](history)
        if differs is not None:
            raise _StoppedError(Verdict.DIFFERS, f"build {build}: {differs}")


def _compare(report: Report, told: list[tuple[Body, str]], answers: Answers, whole: set[str]) -> None:
    for body, own in told:
        seq = body["seq"]
        known = answers.confirmed.get(seq) or answers.read.get(seq)
        if known is not None and known != own:
            report.differing.append(seq)
        elif seq in answers.confirmed:
            report.confirmed += 1
        elif body["run"] == SWEEPER and body["kind"] == "archive":
            report.swept += 1
        elif known is not None:
            report.adopted.append(seq)
        elif body["run"] in whole or body["run"] == SWEEPER:
            report.unknown.append(seq)
        else:
            report.uncovered.append(seq)
