"""The tables, one class each. PostgreSQL guards them (``records/sql``); these classes only describe.

Table classes do not validate (SQLModel): they are for reading and for migrations, never for
input. Everything is written by the SQL function ``scheidslijn.append`` and its triggers.
"""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from records.moments import UTCDateTime

SCHEMA = "scheidslijn"

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# The hash of an entry, in SQL: the same sum as records.chain.entry_hash.
_HASH_IS_RIGHT = r"hash = sha256('scheidslijn/entry/v1\000'::bytea || prev_hash || body)"
_KINDS = "'transition','fact','act','refusal','notice','term','correction','destruction','archive'"
_FRAMEWORKS = "'voluntary','compulsory','none'"
_MOVE_COLUMNS = "move_edition, move, from_state, to_state, framework_before, framework_after"


class Row(SQLModel):
    """Base of every table class: own metadata, so that nothing else in the process joins it."""

    metadata: ClassVar[MetaData] = MetaData(schema=SCHEMA, naming_convention=_NAMES)


class LegalEditionRow(Row, table=True):
    """An edition of the rules, and from when it counts. Its row comes last and closes the edition for good."""

    __tablename__ = "legal_edition"

    edition: str = Field(primary_key=True, sa_type=Text)
    digest: str = Field(sa_type=Text)
    begins_at: datetime = Field(sa_type=UTCDateTime)


class LegalStateRow(Row, table=True):
    """A state that exists in an edition, and the framework (kader) it belongs to."""

    __tablename__ = "legal_state"
    __table_args__ = (
        CheckConstraint(f"framework IN ({_FRAMEWORKS})", name="framework"),
        ForeignKeyConstraint(["edition"], [LegalEditionRow.edition], deferrable=True, initially="DEFERRED"),
    )

    edition: str = Field(primary_key=True, sa_type=Text)
    state: str = Field(primary_key=True, sa_type=Text)
    framework: str = Field(sa_type=Text)


class LegalTransitionRow(Row, table=True):
    """A move that an edition knows: nothing else can be stored as a transition."""

    __tablename__ = "legal_transition"
    __table_args__ = (
        CheckConstraint("to_state <> 'none'", name="to_is_a_state"),
        ForeignKeyConstraint(
            ["edition", "from_state"],
            [LegalStateRow.edition, LegalStateRow.state],
            name="fk_legal_transition_from",
        ),
        ForeignKeyConstraint(
            ["edition", "to_state"],
            [LegalStateRow.edition, LegalStateRow.state],
            name="fk_legal_transition_to",
        ),
        Index("ix_legal_transition_pair", "edition", "from_state", "to_state"),
    )

    edition: str = Field(primary_key=True, sa_type=Text)
    move: str = Field(primary_key=True, sa_type=Text)
    from_state: str = Field(primary_key=True, sa_type=Text)
    to_state: str = Field(primary_key=True, sa_type=Text)


class CaseHeadRow(Row, table=True):
    """The head of a case's chain; ``last_recorded_at`` is the case's own clock (UTC)."""

    __tablename__ = "case_head"

    case_id: str = Field(primary_key=True, sa_type=Text)
    seq: int
    hash: bytes = Field(sa_type=LargeBinary)
    exercise: bool
    opened_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    last_recorded_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class CommandRow(Row, table=True):
    """A command, once: the digest of what was sent, and the first outcome."""

    __tablename__ = "command"
    __table_args__ = (CheckConstraint("first_seq >= 1 AND last_seq >= first_seq", name="span"),)

    case_id: str = Field(primary_key=True, sa_type=Text)
    command_id: str = Field(primary_key=True, sa_type=Text)
    digest: str = Field(sa_type=Text)
    outcome: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    first_seq: int
    last_seq: int
    stored_at: datetime = Field(sa_type=UTCDateTime, sa_column_kwargs={"server_default": text("clock_timestamp()")})


class EntryRow(Row, table=True):
    """One entry of a case's log. ``body`` is what was hashed; the columns repeat it, checked."""

    __tablename__ = "entry"
    __table_args__ = (
        CheckConstraint(_HASH_IS_RIGHT, name="hash"),
        CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
        CheckConstraint(
            f"CASE WHEN kind = 'transition'"
            f" THEN child_id IS NOT NULL AND num_nulls({_MOVE_COLUMNS}) = 0"
            f" ELSE num_nonnulls({_MOVE_COLUMNS}) = 0 END",
            name="move_is_whole",
        ),
        CheckConstraint("move_edition = edition", name="move_of_its_edition"),
        # MATCH FULL: a NULL among the columns is an error, it does not switch the key off.
        ForeignKeyConstraint(
            ["move_edition", "move", "from_state", "to_state"],
            [
                LegalTransitionRow.edition,
                LegalTransitionRow.move,
                LegalTransitionRow.from_state,
                LegalTransitionRow.to_state,
            ],
            match="FULL",
        ),
        Index(
            "ix_entry_transition",
            "case_id",
            "child_id",
            "seq",
            postgresql_where=text("kind = 'transition'"),
        ),
    )

    case_id: str = Field(primary_key=True, sa_type=Text)
    seq: int = Field(primary_key=True)
    kind: str = Field(sa_type=Text)
    event: str = Field(sa_type=Text)
    child_id: str | None = Field(default=None, sa_type=Text)
    command_id: str = Field(sa_type=Text)
    actor_id: str = Field(sa_type=Text)
    actor_role: str = Field(sa_type=Text)
    actor_organisation: str | None = Field(default=None, sa_type=Text)
    actor_under: str | None = Field(default=None, sa_type=Text)
    effective_at: datetime = Field(sa_type=UTCDateTime)
    recorded_at: datetime = Field(sa_type=UTCDateTime)
    stored_at: datetime = Field(sa_type=UTCDateTime, sa_column_kwargs={"server_default": text("clock_timestamp()")})
    move_edition: str | None = Field(default=None, sa_type=Text)
    move: str | None = Field(default=None, sa_type=Text)
    from_state: str | None = Field(default=None, sa_type=Text)
    to_state: str | None = Field(default=None, sa_type=Text)
    framework_before: str | None = Field(default=None, sa_type=Text)
    framework_after: str | None = Field(default=None, sa_type=Text)
    rules: list[str] = Field(sa_type=ARRAY(Text))
    edition: str = Field(sa_type=Text)
    edition_digest: str = Field(sa_type=Text)
    workflow_id: str = Field(sa_type=Text)
    run_id: str = Field(sa_type=Text)
    build_id: str = Field(sa_type=Text)
    prev_hash: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)
    body: bytes = Field(sa_type=LargeBinary)
