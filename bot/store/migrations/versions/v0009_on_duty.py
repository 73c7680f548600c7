"""Who in a team has said that they have duty, until which day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "on_duty",
        sa.Column("team", sa.Text(), primary_key=True),
        sa.Column("person_index", sa.Text(), primary_key=True),
        sa.Column("member", sa.LargeBinary(), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=False),
    )
