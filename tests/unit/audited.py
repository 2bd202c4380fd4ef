"""Cases for the questions of an auditor: as they were written down, read back from their text as a log is."""

from __future__ import annotations

import json
from typing import Any

from audit.folding import Body
from states import commands as c
from tests.unit.cast import GI, at
from tests.unit.desk import Desk, court, helped, supervised


def read(desk: Desk) -> list[Body]:
    """The entries of a case as a reader of the log has them."""
    found: list[Body] = json.loads(json.dumps(desk.log))
    return found


def late_order() -> Desk:
    """Help, and a supervision of 16 February that is written down on 2 March, after an act of help in between."""
    desk = helped()
    assert desk.say("2026-02-20 10:00", c.RegisterAct, act=17).refusal is None
    return court(desk, "2026-03-02 09:00", "supervision", "2027-02-16", given="2026-02-16")


def lapsed() -> Desk:
    """A supervision that ended by itself, and a command refused after it."""
    desk = supervised()
    desk.pass_to("2027-02-02 00:00")
    refused: dict[str, Any] = {"by": GI, "act": 21}
    assert desk.say("2027-02-03 09:00", c.RegisterAct, **refused).refusal is not None
    return desk


def bent(entries: list[Body], seq: int, **changes: Any) -> list[Body]:  # noqa: ANN401 - any field
    """The same entries, one of them with other values; ``a__b`` names a field within a field."""
    copied: list[Body] = json.loads(json.dumps(entries))
    for name, value in changes.items():
        *path, last = name.split("__")
        place = copied[seq - 1]
        for part in path:
            place = place[part]
        place[last] = value
    return copied


NOW = at("2026-04-01")
