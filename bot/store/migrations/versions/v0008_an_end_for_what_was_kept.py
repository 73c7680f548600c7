"""Cases and evaluations that are counted and deleted, and who asked that nothing ties them to a case any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and make the tables."""
    op.add_column("requesters", sa.Column("forget_at", sa.BigInteger()))
    op.create_table(
        "case_counts",
        sa.Column("municipality", sa.Text(), primary_key=True),
        sa.Column("year", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    op.create_table(
        "evaluation_counts",
        sa.Column("team", sa.Text(), primary_key=True),
        sa.Column("year", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("question", sa.Text(), primary_key=True),
        sa.Column("answer", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
