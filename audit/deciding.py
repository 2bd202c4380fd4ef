"""Deciding a stored command again, under the rules of its day: what it led to then, it must lead to now.

An accepted command is not in the log (its digest is): only a refusal keeps what was asked. Whoever has the commands,
from archived histories, can give them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from audit.difference import is_sealed
from audit.folding import Body
from states.commands import Base, Command
from states.decide import Decision, decide
from states.drafting import BrokenLawError, Draft
from states.entry import Trace, body
from states.facts import Case

_COMMAND: TypeAdapter[Base] = TypeAdapter(Command)
ELSEWHERE = "TR-01/elsewhere"
"""Refused because the log of another case said so."""


class NotAgainError(Exception):
    """For the auditor: this command cannot be decided again; the text says why."""


def command_of(entry: Body, sent: Mapping[str, Base]) -> Base:
    """The command behind an entry.

    Raises:
        NotAgainError: the log does not hold it, or holds it sealed.
    """
    if entry["command"] in sent:
        return sent[entry["command"]]
    if entry["event"] != "refused":
        raise NotAgainError("adopted: its command is not stored")
    data = entry["detail"].get("data")
    stored = data.get("command") if isinstance(data, Mapping) else None
    if not isinstance(stored, Mapping) or "do" not in stored:
        raise NotAgainError("the refusal does not say what was asked")
    try:
        return _COMMAND.validate_python({**stored, "id": entry["command"]})
    except ValidationError:
        why = "part of it is sealed" if is_sealed(stored) else "it no longer has a form that is known"
        raise NotAgainError(f"what was asked cannot be read again: {why}") from None


def decided_again(before: Case, group: Sequence[Body], sent: Mapping[str, Base]) -> Decision:
    """What the command of these entries leads to, on the case as it was before them.

    Raises:
        NotAgainError: the command cannot be decided again.
    """
    last = group[-1]
    command = command_of(last, sent)
    elsewhere = last["event"] == "refused" and ELSEWHERE in last["rules"]
    try:
        return decide(before, command, datetime.fromisoformat(last["recorded_at"]), elsewhere=elsewhere)
    except BrokenLawError as error:
        raise NotAgainError(f"the law contradicts itself: {error}") from error


def written(drafts: Sequence[Draft], group: Sequence[Body], case: str) -> list[Body]:
    """Drafts as the entries that they would have been, had they been written when these were."""
    last = {entry["child"]: entry["seq"] for entry in group}
    now = datetime.fromisoformat(group[0]["recorded_at"])
    trace = Trace(group[0]["command"], group[0]["workflow"], group[0]["run"], group[0]["build"])
    return [
        body(draft, case, now, trace, last=draft.child is not None and last.get(draft.child, draft.seq) == draft.seq)
        for draft in drafts
    ]
