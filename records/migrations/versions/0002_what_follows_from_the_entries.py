"""What follows from the entries.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one revision up."""
    op.create_table(
        "consent",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=False),
        sa.Column("consent_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name=op.f("ck_consent_period")),
        sa.PrimaryKeyConstraint("case_id", "child_id", "consent_id", name="pk_consent"),
        schema="scheidslijn",
    )
    op.create_table(
        "court_order",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("compulsory", sa.Boolean(), nullable=False),
        sa.Column("gi", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name=op.f("ck_court_order_period")),
        sa.PrimaryKeyConstraint("case_id", "child_id", "order_id", name="pk_court_order"),
        schema="scheidslijn",
    )
    op.create_table(
        "notice",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("notice_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("opened_seq", sa.Integer(), nullable=False),
        sa.Column("closed_seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "notice_id", name="pk_notice"),
        schema="scheidslijn",
    )
    op.create_index(
        "ix_notice_recipient",
        "notice",
        ["recipient"],
        unique=False,
        schema="scheidslijn",
        postgresql_where=sa.text("closed_seq IS NULL"),
    )
    op.create_table(
        "open_term",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("term_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("opened_seq", sa.Integer(), nullable=False),
        sa.Column("closed_seq", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('met','missed','expired','moved','dropped')", name=op.f("ck_open_term_outcome")
        ),
        sa.CheckConstraint("num_nulls(outcome, closed_seq) IN (0, 2)", name=op.f("ck_open_term_closed_with_outcome")),
        sa.PrimaryKeyConstraint("case_id", "term_id", name="pk_open_term"),
        schema="scheidslijn",
    )
    op.create_index(
        "ix_open_term_due",
        "open_term",
        ["at"],
        unique=False,
        schema="scheidslijn",
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_table(
        "work_item",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("opened_seq", sa.Integer(), nullable=False),
        sa.Column("closed_seq", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "item_id", name="pk_work_item"),
        schema="scheidslijn",
    )
    op.create_index(
        "ix_work_item_role",
        "work_item",
        ["role"],
        unique=False,
        schema="scheidslijn",
        postgresql_where=sa.text("closed_seq IS NULL"),
    )
    op.create_table(
        "outbox",
        sa.Column("outbox_id", sa.Integer(), sa.Identity(always=True), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id", "command_id"],
            ["scheidslijn.command.case_id", "scheidslijn.command.command_id"],
            name="fk_outbox_command",
        ),
        sa.PrimaryKeyConstraint("outbox_id", name="pk_outbox"),
        schema="scheidslijn",
    )
    op.create_table(
        "child_position",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("title", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("ahead", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition", "state"],
            ["scheidslijn.legal_state.edition", "scheidslijn.legal_state.state"],
            name="fk_child_position_legal_state",
        ),
        sa.PrimaryKeyConstraint("case_id", "child_id", name="pk_child_position"),
        schema="scheidslijn",
    )
    op.create_index(
        "uq_child_position_open",
        "child_position",
        ["child_id"],
        unique=True,
        schema="scheidslijn",
        postgresql_where=sa.text("state <> 'closed'"),
    )


def downgrade() -> None:
    """Refuse: going back would throw the log away."""
    raise NotImplementedError(downgrade.__doc__)
