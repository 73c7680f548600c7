"""Evaluations by case code, and where administrators are told what needs a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "evaluations",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Index("evaluations_by_team", "team", "answered_on"),
    )
    op.create_table(
        "admin_chats",
        sa.Column("person_index", sa.Text(), primary_key=True),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
    )
