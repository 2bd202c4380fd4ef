"""Kept histories are run again and laid beside the entries; what is gone, damaged or came from nowhere is said."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine
from temporalio import workflow
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer, UnsandboxedWorkflowRunner
from typing_extensions import override

from audit.answers import gather
from audit.execution import Means, Replay, Report, RunReplayed, Verdict, replay
from audit.folding import UnknownCaseError, fold
from casetool import replaying
from casetool.settings import SettingsError
from casetool.stack import Stack
from casetool.temporal import DATA_CONVERTER
from records import log
from records.archive import ArchiveKeys
from records.chain import seal
from states import exchange as x
from states.decide import decide
from states.entry import Trace, bodies
from tests import stranger
from tests.kit import Family, fresh
from tests.workflow.keptkit import KEYS, Kept, archived, recorded, rolled
from tests.workflow.test_same_command_again import reset
from workflows.family_case import FamilyCase

Families = Callable[..., Family]
GATHER = partial(gather, converter=DATA_CONVERTER, namespace=replaying.NAMESPACE)


async def replayed(
    kept: Kept, noor: Family, *, keys: ArchiveKeys | None = KEYS, builds: Mapping[str, Replay] | None = None
) -> Report:
    """Replay a case; unless a test says otherwise with everything that is needed."""
    here = {kept.build: replaying.here} if builds is None else builds
    with kept.engine.connect() as connection:
        return await replay(connection, noor.case, Means(keys, GATHER, here))


async def lived(kept: Kept) -> Family:
    """A case with two runs that are kept, and nothing after that."""
    noor = kept.family()
    await noor.open()
    await noor.send(noor.note())
    await rolled(noor)
    await recorded(noor, 1)
    await noor.send(noor.note())
    await kept.sweep(everything=True)
    return noor


def committed(noor: Family, run: str, *, kind: str | None = None) -> int:
    """What a worker leaves behind that dies after its commit: an entry of a run that was never told so."""
    with noor.engine.connect() as connection:
        folded = fold(connection, noor.case)
        note = noor.note()
        assert folded.recorded_at is not None
        decision = decide(folded, note, folded.recorded_at)
        trace = Trace(note.id, f"case/{noor.case}", run, "build")
        drafts = bodies(decision.drafts, noor.case, folded.recorded_at, trace)
        if kind is not None:
            drafts = [{**draft, "kind": kind, "child": None, "effects": {}} for draft in drafts]
        request = log.Request(
            case=noor.case,
            expected_seq=folded.seq,
            command=log.Command(note.id, "00", None),
            entries=tuple(seal(drafts, bytes.fromhex(folded.head))),
            exercise=True,
        )
        assert log.append(connection, request).status is log.Status.OK
    return folded.seq + 1


def verdicts(report: Report) -> list[Verdict]:
    """Of each run, in order."""
    return [run.verdict for run in report.runs]


async def test_every_step_of_a_kept_case_is_taken_again(kept: Kept) -> None:
    """By the build that ran it; every entry is one that a run was told it stored, or the archive's own."""
    noor = await lived(kept)
    report = await replayed(kept, noor)
    assert verdicts(report) == [Verdict.REPLAYED, Verdict.REPLAYED]
    assert [run.closed for run in report.runs] == [True, False]
    assert (report.confirmed, report.swept, report.entries) == (5, 1, 6)
    assert (report.adopted, report.uncovered, report.unknown, report.differing) == ([], [], [], [])
    assert report.holds


async def test_what_the_engine_does_to_itself_is_expected(kept: Kept) -> None:
    """Commands that came twice, and entries whose command was never stored as accepted (D8)."""
    noor = kept.family()
    await noor.open()
    note = noor.note()
    await noor.send(note)
    await noor.send(note)
    left = committed(noor, await noor.run_id())
    await noor.send(noor.note())
    await rolled(noor)
    await recorded(noor, 1)
    await kept.sweep(everything=True)
    report = await replayed(kept, noor)
    assert (report.answers["already"], report.answers["behind"]) == (1, 1)
    assert report.adopted == [left]
    assert (verdicts(report), report.holds) == ([Verdict.REPLAYED, Verdict.NOT_KEPT], True)


async def test_what_no_history_reaches_yet_is_said(kept: Kept) -> None:
    """A run that goes on is kept as far as last night."""
    noor = await lived(kept)
    await noor.send(noor.note())
    report = await replayed(kept, noor)
    assert (report.uncovered, report.holds) == ([7], True)
    fresh_one = kept.family()
    await fresh_one.open()
    report = await replayed(kept, fresh_one)
    (run,) = report.runs
    assert (run.verdict, run.lawful, report.holds) == (Verdict.NOT_KEPT, True, True)
    assert "runs on" in run.words


async def test_an_entry_that_was_slipped_in(kept: Kept) -> None:
    """Head, command, position and chain all fit; but the whole history of its run is kept, and knows nothing of it."""
    noor = await lived(kept)
    first = noor.entries()[0]["run"]
    forged = committed(noor, first)
    report = await replayed(kept, noor)
    assert (report.unknown, report.holds) == ([forged], False)


async def test_an_entry_of_a_run_that_never_was(kept: Kept) -> None:
    """Other runs came after it, and nobody kept a history of it."""
    noor = await lived(kept)
    stranger.carries_out(noor.engine, noor.case, await noor.now(), noor.note())
    await noor.send(noor.note())
    report = await replayed(kept, noor)
    wrong = [run for run in report.runs if run.lawful is False]
    assert [(run.run, run.verdict) for run in wrong] == [("other-run", Verdict.NOT_KEPT)]
    assert not report.holds


@workflow.defn(name="FamilyCase")
class Slower(FamilyCase):
    """Takes one step that no recorded run took."""

    @workflow.run
    @override
    async def run(self, start: x.CaseStart) -> None:
        """Wait a second before keeping watch."""
        await asyncio.sleep(1)
        await super().run(start)


async def slower(history: Mapping[str, Any]) -> str | None:
    """Replay with other code."""
    whole = WorkflowHistory.from_json(history["workflow"], json.dumps({"events": history["events"]}))
    replayer = Replayer(workflows=[Slower], data_converter=DATA_CONVERTER, workflow_runner=UnsandboxedWorkflowRunner())
    failure = (await replayer.replay_workflow(whole, raise_on_replay_failure=False)).replay_failure
    return type(failure).__name__ if failure else None


async def test_code_that_takes_another_step_is_found(kept: Kept) -> None:
    """The replay bites."""
    report = await replayed(kept, await lived(kept), builds={kept.build: slower})
    assert set(verdicts(report)) == {Verdict.DIFFERS}
    assert "NondeterminismError" in report.runs[0].words
    assert not report.holds


async def test_a_build_or_a_key_that_is_gone_is_said_and_whether_that_was_lawful(kept: Kept) -> None:
    """Only an entry of a destruction that came after it makes it so."""
    noor = await lived(kept)
    without_build = await replayed(kept, noor, builds={})
    without_key = await replayed(kept, noor, keys=ArchiveKeys(bytes(32)))
    assert set(verdicts(without_build)) == {Verdict.BUILD_GONE}
    assert set(verdicts(without_key)) == {Verdict.KEY_GONE}
    assert {run.lawful for run in without_build.runs + without_key.runs} == {False}
    assert f"build {kept.build} is not here" in without_build.runs[0].words
    assert [one.holds for one in (without_build, without_key)] == [False, False]
    # Older keys open what was sealed under them.
    assert (await replayed(kept, noor, keys=ArchiveKeys(bytes(32), (KEYS.current,)))).holds
    gone = committed(noor, await noor.run_id(), kind="destruction")
    after = await replayed(kept, noor, keys=ArchiveKeys(bytes(32)))
    assert {run.lawful for run in after.runs} == {True}
    assert f"entry {gone} says what was destroyed lawfully" in after.runs[0].words
    assert after.holds


async def test_what_is_not_opened_is_not_called_right(kept: Kept) -> None:
    """Without a key the box can be compared with its entry, and no more; that is no fault of anybody."""
    noor = await lived(kept)
    report = await replayed(kept, noor, keys=None)
    assert verdicts(report) == [Verdict.NOT_OPENED, Verdict.NOT_OPENED]
    assert (report.holds, report.unreplayed, report.confirmed) == (True, 2, 0)
    assert report.uncovered == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ("SET box = set_byte(box, 40, get_byte(box, 40) # 1)", Verdict.DAMAGED),
        ("SET sha256 = sha256(sha256)", Verdict.LOST),
    ],
    ids=["a byte", "the name"],
)
async def test_a_kept_history_that_was_changed_is_found(
    kept: Kept, stack: Stack, change: str, verdict: Verdict
) -> None:
    """Plain SQL of the owner is refused; with the guard off, the entry tells that the box is another one."""
    noor = await lived(kept)
    run = archived(noor)[0]["facts"]["run"]
    seals = "sealed = sha256(set_byte(box, 40, get_byte(box, 40) # 1))"
    more = f", {seals}" if "box" in change else ""
    statement = f"UPDATE scheidslijn.archived_history {change}{more} WHERE run_id = '{run}'"
    assert stack.addresses.owner_url is not None
    with psycopg.connect(stack.addresses.owner_url.replace("+psycopg", "")) as owner:
        with pytest.raises(psycopg.Error, match="never changed or removed"), owner.transaction():
            owner.execute(statement)
        owner.execute("ALTER TABLE scheidslijn.archived_history DISABLE TRIGGER append_only")
        owner.execute(statement)
        owner.execute("ALTER TABLE scheidslijn.archived_history ENABLE ALWAYS TRIGGER append_only")
    report = await replayed(kept, noor)
    assert verdicts(report) == [verdict, Verdict.REPLAYED]
    assert not report.holds


def of(report: Report, run: str) -> RunReplayed:
    """What is said of one run."""
    return next(one for one in report.runs if one.run == run)


async def test_terminate_by_an_operator(kept: Kept) -> None:
    """The case goes on; the history that is kept says when, by whom and why."""
    noor = kept.family()
    await noor.open()
    run = await noor.run_id()
    await noor.handle.terminate(reason="lunch")
    await noor.send(noor.note())
    await recorded_by_sweep(kept, noor, 1)
    report = await replayed(kept, noor)
    (deed,) = of(report, run).operator
    assert "terminated by " in deed
    assert deed.endswith(": lunch")
    assert (report.unknown, report.holds) == ([], True)
    await noor.send(noor.note())
    await noor.agree()


@pytest.mark.parametrize("reapply", [True, False], ids=["replayed", "thrown away"])
async def test_reset_by_an_operator(kept: Kept, *, reapply: bool) -> None:
    """Nothing is lost and nothing repeated; both runs are kept, and the second says of which it is a reset."""
    noor = kept.family()
    await noor.open()
    await noor.send(noor.note())
    before = noor.entries()
    run = await noor.run_id()
    await reset(kept.client, noor, reapply=reapply)
    await noor.send(noor.note())
    assert noor.entries()[: len(before)] == before
    await recorded_by_sweep(kept, noor, 1)
    report = await replayed(kept, noor)
    assert any("terminated" in deed for deed in of(report, run).operator)
    second = await noor.run_id()
    assert any(f"began as a reset of run {run}" in deed for deed in of(report, second).operator)
    assert (report.unknown, report.differing, report.holds) == ([], [], True)
    await noor.send(noor.note())
    await noor.agree()


async def recorded_by_sweep(kept: Kept, noor: Family, count: int) -> None:
    """Sweep until so many ended runs are kept; the list of them comes a moment after their end."""
    async with asyncio.timeout(30):
        while sum(entry["facts"]["closed"] for entry in archived(noor)) < count:
            await kept.sweep(everything=True)


async def test_an_unknown_case_is_none(kept: Kept) -> None:
    """Instead of one that holds."""
    with kept.engine.connect() as connection, pytest.raises(UnknownCaseError):
        await replay(connection, fresh("nobody"), Means(KEYS, GATHER, {}))


async def test_the_command(family: Families, stack: Stack, engine: Engine) -> None:
    """On the servers of this run: the build of this checkout by itself, another one by its own program."""
    noor = family()
    await noor.open()
    run = await noor.run_id()
    await noor.handle.signal("roll")
    await noor.rolls(run)

    def ask(*more: str, build: str = "") -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.defpath,
            "SCHEIDSLIJN_DATABASE_URL": stack.addresses.database_url,
            "SCHEIDSLIJN_ARCHIVE_KEY_FILE": str(stack.home / "archive.key"),
            **({"SCHEIDSLIJN_BUILD_ID": build} if build else {}),
        }
        command = [sys.executable, "-m", "casetool", "audit", "replay-execution", noor.case, *more]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)

    own = ask()
    assert own.returncode == 0, own.stdout + own.stderr
    assert f"run {run}: replayed" in own.stdout
    assert own.stdout.splitlines()[-1] == "nothing is wrong; not run again, and so not checked: 1 runs"
    other = ask(build="another")
    assert other.returncode == 1
    assert f"build {stack.addresses.build_id} is not here" in other.stdout
    program = f"{stack.addresses.build_id}={sys.executable} -m casetool.replaying"
    by_program = ask("--build", program, "--json", build="another")
    assert by_program.returncode == 0, by_program.stdout + by_program.stderr
    told = json.loads(by_program.stdout)
    assert (told["holds"], told["runs"][0]["verdict"]) == (True, "replayed")
    ends = f"{stack.addresses.build_id}={sys.executable} -c 'import sys; sys.exit(3)'"
    broken = ask("--build", ends, build="another")
    assert (broken.returncode, "differs" in broken.stdout, "ended with 3" in broken.stdout) == (1, True, True)
    with engine.connect() as connection:
        asked = "SELECT what, purpose FROM scheidslijn.access WHERE case_id = %s"
        looks = connection.exec_driver_sql(asked, (noor.case,)).all()
    assert {tuple(look) for look in looks} == {("execution", "audit")}
    with pytest.raises(SettingsError, match="write BUILD=PROGRAM"):
        replaying.programs(["nothing"])
