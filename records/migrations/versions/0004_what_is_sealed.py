"""What is sealed.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go one revision up: the read log, the leaves of the tree, and the signed heads."""
    op.create_table(
        "access",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("actor_role", sa.Text(), nullable=False),
        sa.Column("actor_organisation", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("prev_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "hash = sha256('scheidslijn/access/v1\\000'::bytea || prev_hash || body)", name=op.f("ck_access_hash")
        ),
        sa.CheckConstraint(
            "purpose IN ('work','lead','request','complaint','audit','operation')", name=op.f("ck_access_purpose")
        ),
        sa.CheckConstraint("what ~ '^[a-z_]{1,40}$'", name=op.f("ck_access_what")),
        sa.PrimaryKeyConstraint("case_id", "seq", name="pk_access"),
        schema="scheidslijn",
    )
    op.create_table(
        "sealed_leaf",
        sa.Column("leaf_index", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("kind IN ('entry','access')", name=op.f("ck_sealed_leaf_kind")),
        sa.CheckConstraint("octet_length(leaf) = 32", name=op.f("ck_sealed_leaf_leaf")),
        sa.PrimaryKeyConstraint("leaf_index", name="pk_sealed_leaf"),
        sa.UniqueConstraint("kind", "case_id", "seq", name=op.f("uq_sealed_leaf_kind_case_id_seq")),
        schema="scheidslijn",
    )
    op.create_table(
        "tree_node",
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("octet_length(hash) = 32", name=op.f("ck_tree_node_hash")),
        sa.PrimaryKeyConstraint("level", "number", name="pk_tree_node"),
        schema="scheidslijn",
    )
    op.create_table(
        "checkpoint",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.PrimaryKeyConstraint("size", name="pk_checkpoint"),
        schema="scheidslijn",
    )
    op.create_table(
        "attestation",
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.CheckConstraint("kind IN ('cosignature','timestamp')", name=op.f("ck_attestation_kind")),
        sa.ForeignKeyConstraint(["size"], ["scheidslijn.checkpoint.size"], name="fk_attestation_checkpoint"),
        sa.PrimaryKeyConstraint("size", "kind", "source", name="pk_attestation"),
        schema="scheidslijn",
    )


def downgrade() -> None:
    """Refuse: going back would throw the log away."""
    raise NotImplementedError(downgrade.__doc__)
