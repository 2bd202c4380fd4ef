"""From when an edition counts.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FIRST = "2026-10-31 23:00:00+00"


def upgrade() -> None:
    """Go one revision up; every edition that was published before counts from 1 November 2026."""
    op.add_column(
        "legal_edition",
        sa.Column("begins_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text(f"'{FIRST}'")),
        schema="scheidslijn",
    )
    op.alter_column("legal_edition", "begins_at", server_default=None, schema="scheidslijn")


def downgrade() -> None:
    """Refuse: going back would throw the log away."""
    raise NotImplementedError(downgrade.__doc__)
