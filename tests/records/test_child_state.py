"""Where a child stands, at any moment, whatever ran or did not run (D3)."""

from recordskit import Family
from sqlalchemy import Connection
from records.log import Status
from states.position import State


def test_smoke(family: Family, app: Connection) -> None:
    family.open()
    assert family.seq == 1
    other = Family(app)
    other.supervised()
    assert other.seq == 1
