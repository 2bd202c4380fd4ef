"""What a history says the log answered: the markers of its appends, laid beside the entries of the case (D8).

An entry is **confirmed** when a run was told ``ok`` for it. It is **adopted** when a run only read it: its command was
never stored as accepted, it came of another run, or a sweep of the archive recorded it. Both are lawful. An entry that
no kept history knows at all is for people to look at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from google.protobuf.json_format import ParseDict
from temporalio.api.common.v1 import Payloads
from temporalio.converter import DataConverter, WorkflowSerializationContext

from states.exchange import APPEND, Appended

MARKER = "markerRecordedEventAttributes"


@dataclass(slots=True)
class Answers:
    """The answers of all kept histories of a case: how often each, and the hash of each entry by its number."""

    counted: Counter[str] = field(default_factory=Counter)
    confirmed: dict[int, str] = field(default_factory=dict)
    read: dict[int, str] = field(default_factory=dict)

    def add(self, answer: Appended, *, stored: bool) -> None:
        """Take one answer; ``stored``: it was asked to store something."""
        self.counted[answer.status if stored else "read on"] += 1
        told = self.confirmed if stored and answer.status == "ok" else self.read
        told.update({entry.seq: entry.hash for entry in answer.entries})


async def gather(answers: Answers, history: Mapping[str, object], converter: DataConverter, namespace: str) -> None:
    """Add what one history (``records.archive.written``) holds.

    Raises:
        Exception: what the converter raises when a key of this case is gone.
    """
    workflow = str(history["workflow"])
    own = converter.with_context(WorkflowSerializationContext(namespace=namespace, workflow_id=workflow))
    events = history["events"]
    assert isinstance(events, list)  # noqa: S101 - the form of version 1
    for event in events:
        details = event.get(MARKER, {}).get("details", {})
        if "result" not in details or "data" not in details:
            continue
        about = json.loads(_payloads(details["data"]).payloads[0].data)
        if about.get("activity_type") != APPEND:
            continue
        (answer,) = await own.decode(list(_payloads(details["result"]).payloads), [Appended])
        answered: Appended = answer
        # Who is told "ok" without entries, or only read on, stored nothing.
        answers.add(answered, stored=answered.status != "ok" or bool(answered.entries))


def _payloads(value: dict[str, Any]) -> Payloads:
    return ParseDict(value, Payloads())
