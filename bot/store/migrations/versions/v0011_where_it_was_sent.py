"""Where a row was sent when nobody knows yet whether it landed: a team's channel may move meanwhile."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("outbox", sa.Column("sent_to", sa.LargeBinary()))
