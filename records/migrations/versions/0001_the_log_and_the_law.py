"""The log and the law.

The first revision; what guards these tables is in records/sql.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one revision up."""
    op.create_table(
        "case_head",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("exercise", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_head"),
        schema="scheidslijn",
    )
    op.create_table(
        "command",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("outcome", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.CheckConstraint("first_seq >= 1 AND last_seq >= first_seq", name=op.f("ck_command_span")),
        sa.PrimaryKeyConstraint("case_id", "command_id", name="pk_command"),
        schema="scheidslijn",
    )
    op.create_table(
        "legal_edition",
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("edition", name="pk_legal_edition"),
        schema="scheidslijn",
    )
    op.create_table(
        "legal_state",
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("framework", sa.Text(), nullable=False),
        sa.CheckConstraint("framework IN ('voluntary','compulsory','none')", name=op.f("ck_legal_state_framework")),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["scheidslijn.legal_edition.edition"],
            name="fk_legal_state_legal_edition",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("edition", "state", name="pk_legal_state"),
        schema="scheidslijn",
    )
    op.create_table(
        "legal_transition",
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.CheckConstraint("to_state <> 'none'", name=op.f("ck_legal_transition_to_is_a_state")),
        sa.ForeignKeyConstraint(
            ["edition", "from_state"],
            ["scheidslijn.legal_state.edition", "scheidslijn.legal_state.state"],
            name="fk_legal_transition_from",
        ),
        sa.ForeignKeyConstraint(
            ["edition", "to_state"],
            ["scheidslijn.legal_state.edition", "scheidslijn.legal_state.state"],
            name="fk_legal_transition_to",
        ),
        sa.PrimaryKeyConstraint("edition", "move", "from_state", "to_state", name="pk_legal_transition"),
        schema="scheidslijn",
    )
    op.create_index(
        "ix_legal_transition_pair",
        "legal_transition",
        ["edition", "from_state", "to_state"],
        unique=False,
        schema="scheidslijn",
    )
    op.create_table(
        "entry",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=True),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("actor_role", sa.Text(), nullable=False),
        sa.Column("actor_organisation", sa.Text(), nullable=True),
        sa.Column("actor_under", sa.Text(), nullable=True),
        sa.Column("effective_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.Column("move_edition", sa.Text(), nullable=True),
        sa.Column("move", sa.Text(), nullable=True),
        sa.Column("from_state", sa.Text(), nullable=True),
        sa.Column("to_state", sa.Text(), nullable=True),
        sa.Column("framework_before", sa.Text(), nullable=True),
        sa.Column("framework_after", sa.Text(), nullable=True),
        sa.Column("rules", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("edition_digest", sa.Text(), nullable=False),
        sa.Column("workflow_id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("build_id", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "CASE WHEN kind = 'transition' THEN child_id IS NOT NULL AND "
            "num_nulls(move_edition, move, from_state, to_state, framework_before, framework_after) = 0 ELSE "
            "num_nonnulls(move_edition, move, from_state, to_state, framework_before, framework_after) = 0 END",
            name=op.f("ck_entry_move_is_whole"),
        ),
        sa.CheckConstraint(
            "hash = sha256('scheidslijn/entry/v1\\000'::bytea || prev_hash || body)", name=op.f("ck_entry_hash")
        ),
        sa.CheckConstraint(
            "kind IN ('transition','fact','act','refusal','notice','term','correction','destruction')",
            name=op.f("ck_entry_kind"),
        ),
        sa.CheckConstraint("move_edition = edition", name=op.f("ck_entry_move_of_its_edition")),
        sa.ForeignKeyConstraint(
            ["move_edition", "move", "from_state", "to_state"],
            [
                "scheidslijn.legal_transition.edition",
                "scheidslijn.legal_transition.move",
                "scheidslijn.legal_transition.from_state",
                "scheidslijn.legal_transition.to_state",
            ],
            name="fk_entry_legal_transition",
            match="FULL",
        ),
        sa.PrimaryKeyConstraint("case_id", "seq", name="pk_entry"),
        schema="scheidslijn",
    )
    op.create_index(
        "ix_entry_transition",
        "entry",
        ["case_id", "child_id", "seq"],
        unique=False,
        schema="scheidslijn",
        postgresql_where=sa.text("kind = 'transition'"),
    )


def downgrade() -> None:
    """Refuse: going back would throw the log away."""
    raise NotImplementedError(downgrade.__doc__)
