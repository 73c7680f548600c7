"""Published editions of the knowledge: the files by hash, one row an edition, and what was seen of each source."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "edition_files",
        sa.Column("hash", sa.Text(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "editions",
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("files", sa.LargeBinary(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("person_index", sa.Text()),
        sa.Column("who", sa.LargeBinary()),
        sa.Index("editions_by_person", "person_index"),
    )
    op.create_table(
        "edition_sources",
        sa.Column("source", sa.Text(), primary_key=True),
        sa.Column("state", sa.LargeBinary(), nullable=False),
    )
