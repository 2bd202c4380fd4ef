"""Moments in the tables are UTC and know it: nothing naive goes in or comes out."""

from datetime import UTC, datetime

from sqlalchemy import DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

_WIRE_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


class NaiveMomentError(ValueError, DontWrapMixin):
    """A developer passed a moment without a time zone. Attach UTC before storing or asking."""

    def __init__(self) -> None:
        """Carry the docstring as the message."""
        super().__init__(self.__doc__)


def wire(moment: datetime) -> str:
    """Write a moment the one way an entry's body has it: UTC, six digits, ``Z``.

    Raises:
        NaiveMomentError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise NaiveMomentError
    return moment.astimezone(UTC).strftime(_WIRE_FORMAT)


class UTCDateTime(TypeDecorator[datetime]):
    """``timestamptz`` that refuses naive moments and gives back UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment; PostgreSQL would read it in the session's time zone."""
        if value is not None and value.tzinfo is None:
            raise NaiveMomentError
        return value

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment in UTC, whatever time zone the session has."""
        return None if value is None else value.astimezone(UTC)
