"""First schema: everything the bot keeps, sealed from the start."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("delivered_at IS NULL AND cancelled_at IS NULL AND parked_at IS NULL")
_UNFINISHED = sa.text("delivered_at IS NULL AND cancelled_at IS NULL")


def _moment(name: str, *, required: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=not required)


def upgrade() -> None:
    """Make the tables."""
    _make_keys_and_conversations()
    _make_cases()
    _make_what_belongs_to_cases()
    _make_channels()
    _make_outbox()
    _make_questions()
    _make_audit()
    _forbid_changes_in_audit()


def _make_keys_and_conversations() -> None:
    op.create_table(
        "purpose_keys",
        sa.Column("purpose", sa.Text(), primary_key=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "inbox",
        sa.Column("activity_index", sa.Text(), primary_key=True),
        _moment("seen_at", required=True),
        sa.Index("inbox_by_seen_at", "seen_at"),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("person_index", sa.Text(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("in_dialog", sa.Integer(), nullable=False),
        _moment("updated_at", required=True),
        sa.Index("conversations_by_person", "person_index"),
    )


def _make_cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("code", sa.Text(), nullable=False, unique=True),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("age_band", sa.Text(), nullable=False),
        sa.Column("arena", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("risk", sa.Text(), nullable=False),
        sa.Column("protective", sa.Text(), nullable=False),
        sa.Column("levels_done", sa.Text(), nullable=False),
        _moment("created_at", required=True),
        _moment("due_at", required=True),
        _moment("posted_at"),
        _moment("seen_at"),
        _moment("claimed_at"),
        _moment("answered_at"),
        _moment("closed_at"),
        _moment("withdrawn_at"),
        _moment("redacted_at"),
        _moment("text_deleted_at"),
        sa.Column("body", sa.LargeBinary()),
        sa.Index("cases_by_team", "team", "closed_at", "withdrawn_at"),
        sa.Index("cases_by_closed_at", "closed_at"),
    )


def _make_what_belongs_to_cases() -> None:
    op.create_table(
        "case_keys",
        sa.Column("case_id", sa.Text(), primary_key=True),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "requesters",
        sa.Column("case_id", sa.Text(), primary_key=True),
        sa.Column("person_index", sa.Text(), nullable=False),
        sa.Column("requester", sa.LargeBinary(), nullable=False),
        sa.Index("requesters_by_person", "person_index"),
    )
    op.create_table(
        "submissions",
        sa.Column("submission_index", sa.Text(), primary_key=True),
        sa.Column("case_id", sa.Text(), nullable=False),
    )


def _make_channels() -> None:
    op.create_table(
        "channels",
        sa.Column("team", sa.Text(), primary_key=True),
        sa.Column("place_index", sa.Text(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        _moment("connected_at", required=True),
        sa.Index("channels_by_place", "place_index"),
    )
    op.create_table(
        "cards",
        sa.Column("case_id", sa.Text(), primary_key=True),
        sa.Column("activity_id", sa.Text(), primary_key=True),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        _moment("kept_at", required=True),
        _moment("retired_at"),
    )


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text()),
        sa.Column("dedupe_index", sa.Text(), nullable=False, unique=True),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("payload_version", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("lease_owner", sa.Text()),
        sa.Column("activity_id", sa.Text()),
        sa.Column("last_code", sa.Text()),
        _moment("created_at", required=True),
        _moment("due_at", required=True),
        _moment("next_at", required=True),
        _moment("lease_until"),
        _moment("last_attempt_at"),
        _moment("may_have_landed_at"),
        _moment("delivered_at"),
        _moment("parked_at"),
        _moment("cancelled_at"),
        sa.Index("outbox_open_by_next_at", "next_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        sa.Index("outbox_unfinished_by_lane", "lane", "seq", sqlite_where=_UNFINISHED, postgresql_where=_UNFINISHED),
        sa.Index("outbox_by_case", "case_id"),
        sa.Index("outbox_by_conversation", "conversation"),
        sqlite_autoincrement=True,
    )


def _make_questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("question", sa.LargeBinary(), nullable=False),
        sa.Column("municipality", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        _moment("asked_at", required=True),
    )
    op.create_table(
        "votes",
        sa.Column("article", sa.Text(), primary_key=True),
        sa.Column("voted_on", sa.Text(), primary_key=True),
        sa.Column("useful", sa.Integer(), nullable=False),
        sa.Column("not_useful", sa.Integer(), nullable=False),
    )


def _make_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger(), primary_key=True, autoincrement=False),
        _moment("at", required=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
    )
    op.create_table(
        "audit_ends",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("first_link", sa.Text(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_link", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
    )


_SQLITE_TRIGGERS = (
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_is_only_pruned BEFORE DELETE ON audit
    WHEN OLD.seq >= (SELECT first_seq FROM audit_ends WHERE id = 1)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
)
_POSTGRES_TRIGGERS = (
    """CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.seq < (SELECT first_seq FROM audit_ends WHERE id = 1) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'the audit trail is append-only';
    END $$""",
    """CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()""",
)


def _forbid_changes_in_audit() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_TRIGGERS if is_sqlite else _POSTGRES_TRIGGERS:
        op.execute(statement)
