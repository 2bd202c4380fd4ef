"""Histories that are kept.

Revision 0006, after 0004 (0005 is another part's: set ``down_revision`` to it when both are there).
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

_KINDS = "'transition','fact','act','refusal','notice','term','correction','destruction','archive'"


def upgrade() -> None:
    """Go one revision up: the archive of histories, and the kind of entry that names what is in it."""
    op.create_table(
        "archived_history",
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.CheckConstraint("octet_length(sha256) = 32", name=op.f("ck_archived_history_sha256")),
        sa.CheckConstraint("sealed = sha256(box)", name=op.f("ck_archived_history_sealed")),
        sa.PrimaryKeyConstraint("sha256", name="pk_archived_history"),
        schema="scheidslijn",
    )
    op.create_index("ix_archived_history_run_id", "archived_history", ["run_id"], schema="scheidslijn")
    op.drop_constraint("ck_entry_kind", "entry", schema="scheidslijn")
    op.create_check_constraint(op.f("ck_entry_kind"), "entry", f"kind IN ({_KINDS})", schema="scheidslijn")


def downgrade() -> None:
    """Refuse: going back would throw the histories away."""
    raise NotImplementedError(downgrade.__doc__)
