"""Where editors are told what happens to the knowledge."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "editor_chats",
        sa.Column("person_index", sa.Text(), primary_key=True),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
    )
