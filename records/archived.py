"""The table of kept histories, as in ``records.tables``: it describes, a SQL function writes."""

from datetime import datetime

from sqlalchemy import CheckConstraint, LargeBinary, Text, text
from sqlmodel import Field

from records.moments import UTCDateTime
from records.tables import Row


class ArchivedHistoryRow(Row, table=True):
    """The history of one run, under the SHA-256 of its content; ``box`` is sealed, ``sealed`` its SHA-256."""

    __tablename__ = "archived_history"
    __table_args__ = (
        CheckConstraint("octet_length(sha256) = 32", name="sha256"),
        CheckConstraint("sealed = sha256(box)", name="sealed"),
    )

    sha256: bytes = Field(primary_key=True, sa_type=LargeBinary)
    case_id: str = Field(sa_type=Text)
    run_id: str = Field(sa_type=Text, index=True)
    closed: bool
    key_id: str = Field(sa_type=Text)
    sealed: bytes = Field(sa_type=LargeBinary)
    box: bytes = Field(sa_type=LargeBinary)
    stored_at: datetime = Field(sa_type=UTCDateTime, sa_column_kwargs={"server_default": text("clock_timestamp()")})
