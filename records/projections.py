"""What follows from the entries: positions, orders, consents, terms, tasks, notices, outbox.

The trigger on ``entry`` is the only writer (``sql/project.sql``), so each row can be rebuilt
from the entries; ``opened_seq`` and ``closed_seq`` name the entry that did it.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Identity, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from records.moments import UTCDateTime
from records.tables import CommandRow, LegalStateRow, Row

_PERIOD = "valid_until IS NULL OR valid_until >= valid_from"


class ChildPositionRow(Row, table=True):
    """A child's last recorded state. Never read this table: ``child_state`` applies ``ahead``."""

    __tablename__ = "child_position"
    __table_args__ = (
        ForeignKeyConstraint(["edition", "state"], [LegalStateRow.edition, LegalStateRow.state]),
        Index(
            "uq_child_position_open",
            "child_id",
            unique=True,
            postgresql_where=text("state <> 'closed'"),
        ),
    )

    case_id: str = Field(primary_key=True, sa_type=Text)
    child_id: str = Field(primary_key=True, sa_type=Text)
    state: str = Field(sa_type=Text)
    edition: str = Field(sa_type=Text)
    since: datetime = Field(sa_type=UTCDateTime)
    title: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    ahead: list[dict[str, Any]] = Field(sa_type=JSONB)
    seq: int


class ConsentRow(Row, table=True):
    """A consent (toestemming) of one person for one child; ``valid_until`` is exclusive."""

    __tablename__ = "consent"
    __table_args__ = (CheckConstraint(_PERIOD, name="period"),)

    case_id: str = Field(primary_key=True, sa_type=Text)
    child_id: str = Field(primary_key=True, sa_type=Text)
    consent_id: str = Field(primary_key=True, sa_type=Text)
    person_id: str = Field(sa_type=Text)
    purpose: str = Field(sa_type=Text)
    valid_from: datetime = Field(sa_type=UTCDateTime)
    valid_until: datetime | None = Field(default=None, sa_type=UTCDateTime)
    seq: int


class CourtOrderRow(Row, table=True):
    """The period of power of a court order (beschikking) for one child; the end is exclusive."""

    __tablename__ = "court_order"
    __table_args__ = (CheckConstraint(_PERIOD, name="period"),)

    case_id: str = Field(primary_key=True, sa_type=Text)
    child_id: str = Field(primary_key=True, sa_type=Text)
    order_id: str = Field(primary_key=True, sa_type=Text)
    kind: str = Field(sa_type=Text)
    compulsory: bool
    gi: str | None = Field(default=None, sa_type=Text)
    valid_from: datetime = Field(sa_type=UTCDateTime)
    valid_until: datetime | None = Field(default=None, sa_type=UTCDateTime)
    seq: int


class OpenTermRow(Row, table=True):
    """A term (termijn) that runs; once it has an ``outcome`` it runs no more."""

    __tablename__ = "open_term"
    __table_args__ = (
        CheckConstraint("outcome IN ('met','missed','expired','moved','dropped')", name="outcome"),
        CheckConstraint("num_nulls(outcome, closed_seq) IN (0, 2)", name="closed_with_outcome"),
        Index("ix_open_term_due", "at", postgresql_where=text("outcome IS NULL")),
    )

    case_id: str = Field(primary_key=True, sa_type=Text)
    term_id: str = Field(primary_key=True, sa_type=Text)
    child_id: str | None = Field(default=None, sa_type=Text)
    rule: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    due: date
    at: datetime = Field(sa_type=UTCDateTime)
    why: str = Field(sa_type=Text)
    outcome: str | None = Field(default=None, sa_type=Text)
    opened_seq: int
    closed_seq: int | None = None


class WorkItemRow(Row, table=True):
    """A task for a role; done when ``closed_seq`` names the entry that did it."""

    __tablename__ = "work_item"
    __table_args__ = (Index("ix_work_item_role", "role", postgresql_where=text("closed_seq IS NULL")),)

    case_id: str = Field(primary_key=True, sa_type=Text)
    item_id: str = Field(primary_key=True, sa_type=Text)
    child_id: str | None = Field(default=None, sa_type=Text)
    code: str = Field(sa_type=Text)
    role: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    opened_seq: int
    closed_seq: int | None = None


class NoticeRow(Row, table=True):
    """A notice (kennisgeving) owed to someone; given when ``closed_seq`` is set."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_recipient", "recipient", postgresql_where=text("closed_seq IS NULL")),)

    case_id: str = Field(primary_key=True, sa_type=Text)
    notice_id: str = Field(primary_key=True, sa_type=Text)
    child_id: str | None = Field(default=None, sa_type=Text)
    recipient: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text)
    opened_seq: int
    closed_seq: int | None = None


class OutboxRow(Row, table=True):
    """A message to others, stored in the transaction of its command."""

    __tablename__ = "outbox"
    __table_args__ = (ForeignKeyConstraint(["case_id", "command_id"], [CommandRow.case_id, CommandRow.command_id]),)

    outbox_id: int | None = Field(default=None, primary_key=True, sa_column_args=[Identity(always=True)])
    case_id: str = Field(sa_type=Text)
    command_id: str = Field(sa_type=Text)
    topic: str = Field(sa_type=Text)
    payload: dict[str, Any] = Field(sa_type=JSONB)
    stored_at: datetime = Field(sa_type=UTCDateTime, sa_column_kwargs={"server_default": text("clock_timestamp()")})
