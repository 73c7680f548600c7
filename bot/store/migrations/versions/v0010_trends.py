"""What teams have told the samordningsteam has changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "trends",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Text(), nullable=False),
        sa.Column("trend", sa.LargeBinary(), nullable=False),
    )
