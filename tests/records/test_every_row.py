"""What the law decides, the real database stores: every row of the table, from the first report on (D9).

The database checks each entry by rules of its own. Here it gets whole histories, and must take them all.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest
from recordskit import fresh
from sqlalchemy import Connection

from records import chain, log, queries
from states.position import framework_of
from tests.unit.rows import Row
from tests.unit.test_rows import ROWS


def renamed(value: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    """A body with other ids for its case and children: a child has one open case."""
    if isinstance(value, dict):
        return {key: renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [renamed(inner, names) for inner in value]
    if isinstance(value, str):
        head, slash, rest = value.partition("/")
        return names.get(head, head) + slash + rest
    return value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.id} {row.case}")
def test_the_database_takes_the_row(row: Row, app: Connection) -> None:
    """Every entry is stored, and the child stands where the law put it."""
    desk = row.made()
    if row.do is None:
        desk.pass_to(row.when)
    else:
        desk.say(row.when, row.do, **row.fields)
    names = {name: fresh(name) for name in ("case", *desk.case.children)}
    seq, head = 0, chain.GENESIS
    for command, bodies in groupby(desk.log, key=lambda body: body["command"]):
        sealed = chain.seal([renamed(body, names) for body in bodies], head)
        wanted = log.Request(
            case=names["case"],
            exercise=True,
            expected_seq=seq,
            command=log.Command(command, "00"),
            entries=tuple(sealed),
        )
        answer = log.append(app, wanted)
        assert answer.status is log.Status.OK
        seq, head = answer.seq, bytes.fromhex(answer.hash)
    stood = {
        row.child_id: (row.state.value, row.framework.value)
        for row in queries.children_at(app, names["case"], desk.now)
    }
    assert stood == {
        names[name]: (child.state.value, framework_of(child.state).value) for name, child in desk.case.children.items()
    }
