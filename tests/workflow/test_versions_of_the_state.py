"""The case that a run carries over to the next: every old version is read, no newer one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client

from casetool.stack import Stack
from states import upcast
from states.facts import SCHEMA_VERSION, Case
from states.position import State
from tests.kit import Family, eventually

Families = Callable[..., Family]
STORED = Path(__file__).with_name("carried_over")


def _stored(version: int) -> dict[str, object]:
    found: dict[str, object] = json.loads((STORED / f"version_{version}.json").read_text())
    return found


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_case_carried_over_by_every_old_version_is_read(version: int) -> None:
    """Stored JSON of each version is kept for ever; without its file a version cannot be added."""
    case = upcast.upcast(_stored(version))
    assert case.schema_version == SCHEMA_VERSION
    assert (case.id, case.seq) == ("zaak-golden", 12)
    child = case.children["zaak-golden.noor"]
    assert child.state is State.HELP
    assert child.help is not None
    assert child.help.name == "thuishulp"
    assert {consent.person for consent in child.consents} == {"anna", "bart"}
    assert Case.model_validate(json.loads(case.model_dump_json())) == case


def test_every_old_version_has_an_upcaster() -> None:
    """One for each version before this one, and no other."""
    assert sorted(upcast.UPCASTERS) == list(range(1, SCHEMA_VERSION))


def test_upcasters_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case of two versions ago goes through both steps, in order."""
    steps: list[int] = []

    def step(version: int) -> Callable[[upcast.Snapshot], upcast.Snapshot]:
        def change(snapshot: upcast.Snapshot) -> upcast.Snapshot:
            steps.append(version)
            return {**snapshot, "schema_version": version + 1}

        return change

    monkeypatch.setattr(upcast, "SCHEMA_VERSION", 3)
    monkeypatch.setattr(upcast, "UPCASTERS", {1: step(1), 2: step(2)})
    upcast.upcast(_stored(1))
    assert steps == [1, 2]


def test_fields_of_a_newer_release_survive() -> None:
    """An older build of the same version hands on what it does not understand."""
    snapshot = {**_stored(1), "later": {"what": "nobody knows yet"}}
    assert upcast.upcast(snapshot).model_dump()["later"] == {"what": "nobody knows yet"}


def test_a_newer_version_is_refused() -> None:
    """The message names both versions; its docstring says what the operator does now."""
    with pytest.raises(upcast.UnknownVersionError, match="version 99; this build knows"):
        upcast.upcast({**_stored(1), "schema_version": 99})
    assert "newer build" in (upcast.UnknownVersionError.__doc__ or "")


async def test_a_run_that_was_handed_a_newer_version_waits_for_its_build(
    family: Families, client: Client, stack: Stack
) -> None:
    """It guesses nothing and loses nothing: the task fails, says why, and is tried again."""
    noor = family()
    start = noor.start.model_copy(update={"case": {**_stored(1), "schema_version": 99}})
    await client.start_workflow("FamilyCase", start, id=noor.handle.id, task_queue=stack.addresses.task_queue)

    async def failed() -> str:
        async for event in noor.handle.fetch_history_events():
            if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED:
                return event.workflow_task_failed_event_attributes.failure.message
        return ""

    assert "version 99; this build knows 1" in await eventually(failed)
