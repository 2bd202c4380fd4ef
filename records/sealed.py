"""The tables of what is sealed, one class each, as in ``records.tables``: they describe, SQL functions write."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, LargeBinary, Text, UniqueConstraint, text
from sqlmodel import Field

from records.moments import UTCDateTime
from records.tables import SCHEMA, Row

# In SQL: the same sum as records.access.access_hash.
_HASH_IS_RIGHT = r"hash = sha256('scheidslijn/access/v1\000'::bytea || prev_hash || body)"
_NOW = {"server_default": text("clock_timestamp()")}
_GIVEN = {"autoincrement": False}


class AccessRow(Row, table=True):
    """Who looked at a case, or at one child in it, at what and why (D16). A chain per case, as entries are.

    ``read_at`` (UTC) is the database's clock. ``body`` is what was hashed; the columns repeat it, checked.
    """

    __tablename__ = "access"
    __table_args__ = (
        CheckConstraint(_HASH_IS_RIGHT, name="hash"),
        CheckConstraint("purpose IN ('work','lead','request','complaint','audit','operation')", name="purpose"),
        CheckConstraint("what ~ '^[a-z_]{1,40}$'", name="what"),
    )

    case_id: str = Field(primary_key=True, sa_type=Text)
    seq: int = Field(primary_key=True)
    child_id: str | None = Field(default=None, sa_type=Text)
    actor_id: str = Field(sa_type=Text)
    actor_role: str = Field(sa_type=Text)
    actor_organisation: str | None = Field(default=None, sa_type=Text)
    what: str = Field(sa_type=Text)
    purpose: str = Field(sa_type=Text)
    read_at: datetime = Field(sa_type=UTCDateTime)
    prev_hash: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)
    body: bytes = Field(sa_type=LargeBinary)


class SealedLeafRow(Row, table=True):
    """A leaf of the tree: its place, given once, and the entry or the line of the read log that it stands for."""

    __tablename__ = "sealed_leaf"
    __table_args__ = (
        CheckConstraint("kind IN ('entry','access')", name="kind"),
        CheckConstraint("octet_length(leaf) = 32", name="leaf"),
        UniqueConstraint("kind", "case_id", "seq"),
    )

    leaf_index: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    kind: str = Field(sa_type=Text)
    case_id: str = Field(sa_type=Text)
    seq: int
    leaf: bytes = Field(sa_type=LargeBinary)


class TreeNodeRow(Row, table=True):
    """The hash of a whole subtree of 256 leaves or more; smaller ones are made from the leaves again."""

    __tablename__ = "tree_node"
    __table_args__ = (CheckConstraint("octet_length(hash) = 32", name="hash"),)

    level: int = Field(primary_key=True, sa_column_kwargs=_GIVEN)
    number: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    hash: bytes = Field(sa_type=LargeBinary)


class CheckpointRow(Row, table=True):
    """A signed tree head, as a C2SP note with the log's own signature."""

    __tablename__ = "checkpoint"

    size: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    note: str = Field(sa_type=Text)
    stored_at: datetime = Field(sa_type=UTCDateTime, sa_column_kwargs=_NOW)


class AttestationRow(Row, table=True):
    """What somebody else says of a checkpoint: a witness's cosignature line, or an RFC 3161 response."""

    __tablename__ = "attestation"
    __table_args__ = (
        CheckConstraint("kind IN ('cosignature','timestamp')", name="kind"),
        ForeignKeyConstraint(["size"], [f"{SCHEMA}.checkpoint.size"]),
    )

    size: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    kind: str = Field(primary_key=True, sa_type=Text)
    source: str = Field(primary_key=True, sa_type=Text)
    content: bytes = Field(sa_type=LargeBinary)
    stored_at: datetime = Field(sa_type=UTCDateTime, sa_column_kwargs=_NOW)
