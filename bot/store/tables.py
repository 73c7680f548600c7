"""The tables as they are now. Must stay equal to what the migrations make (a test compares them).

Nothing a person wrote, no name and no id of a person stands in plain: `*_index` columns are keyed hashes, and so is
what tells a person in `outbox.conversation` and `lane`; binary columns are sealed. Fixed choices and times stand in
plain because figures and queries need them.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

_Counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _moment(name: str, *, required: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=not required)


purpose_keys = sa.Table(
    "purpose_keys",
    metadata,
    sa.Column("purpose", sa.Text(), primary_key=True),
    sa.Column("wrapped", sa.LargeBinary(), nullable=False),
)

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("activity_index", sa.Text(), primary_key=True),
    _moment("seen_at", required=True),
    sa.Index("inbox_by_seen_at", "seen_at"),
)

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("person_index", sa.Text(), nullable=False),
    sa.Column("state", sa.LargeBinary(), nullable=False),
    sa.Column("version", sa.BigInteger(), nullable=False),
    sa.Column("in_dialog", sa.Integer(), nullable=False),  # whether anything is under way, also outside a dialog
    _moment("updated_at", required=True),
    sa.Index("conversations_by_person", "person_index"),
)

cases = sa.Table(
    "cases",
    metadata,
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

case_keys = sa.Table(
    "case_keys",
    metadata,
    sa.Column("case_id", sa.Text(), primary_key=True),
    sa.Column("wrapped", sa.LargeBinary(), nullable=False),
)

requesters = sa.Table(
    "requesters",
    metadata,
    sa.Column("case_id", sa.Text(), primary_key=True),
    sa.Column("person_index", sa.Text(), nullable=False),
    sa.Column("requester", sa.LargeBinary(), nullable=False),
    _moment("forget_at"),
    sa.Index("requesters_by_person", "person_index"),
)

submissions = sa.Table(
    "submissions",
    metadata,
    sa.Column("submission_index", sa.Text(), primary_key=True),
    sa.Column("case_id", sa.Text(), nullable=False),
)

channels = sa.Table(
    "channels",
    metadata,
    sa.Column("team", sa.Text(), primary_key=True),
    sa.Column("place_index", sa.Text(), nullable=False),
    sa.Column("place", sa.LargeBinary(), nullable=False),
    sa.Column("problem", sa.Text(), nullable=False),
    _moment("connected_at", required=True),
    sa.Index("channels_by_place", "place_index"),
)

trends = sa.Table(
    "trends",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("municipality", sa.Text(), nullable=False),
    sa.Column("told_on", sa.Text(), nullable=False),
    sa.Column("trend", sa.LargeBinary(), nullable=False),
)

on_duty = sa.Table(
    "on_duty",
    metadata,
    sa.Column("team", sa.Text(), primary_key=True),
    sa.Column("person_index", sa.Text(), primary_key=True),
    sa.Column("member", sa.LargeBinary(), nullable=False),
    sa.Column("last_on", sa.Text(), nullable=False),
)

cards = sa.Table(
    "cards",
    metadata,
    sa.Column("case_id", sa.Text(), primary_key=True),
    sa.Column("activity_id", sa.Text(), primary_key=True),
    sa.Column("place", sa.LargeBinary(), nullable=False),
    sa.Column("version", sa.BigInteger(), nullable=False),
    _moment("kept_at", required=True),
    _moment("retired_at"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("seq", _Counter, primary_key=True, autoincrement=True),
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
    sa.Column("sent_to", sa.LargeBinary()),
    _moment("created_at", required=True),
    _moment("due_at", required=True),
    _moment("next_at", required=True),
    _moment("lease_until"),
    _moment("last_attempt_at"),
    _moment("may_have_landed_at"),
    _moment("delivered_at"),
    _moment("parked_at"),
    _moment("cancelled_at"),
    sa.Index(
        "outbox_open_by_next_at",
        "next_at",
        sqlite_where=sa.text("delivered_at IS NULL AND cancelled_at IS NULL AND parked_at IS NULL"),
        postgresql_where=sa.text("delivered_at IS NULL AND cancelled_at IS NULL AND parked_at IS NULL"),
    ),
    sa.Index(
        "outbox_unfinished_by_lane",
        "lane",
        "seq",
        sqlite_where=sa.text("delivered_at IS NULL AND cancelled_at IS NULL"),
        postgresql_where=sa.text("delivered_at IS NULL AND cancelled_at IS NULL"),
    ),
    sa.Index("outbox_by_case", "case_id"),
    sa.Index("outbox_by_conversation", "conversation"),
    sqlite_autoincrement=True,
)

questions = sa.Table(
    "questions",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("question", sa.LargeBinary(), nullable=False),
    sa.Column("municipality", sa.Text()),
    sa.Column("role", sa.Text()),
    sa.Column("kind", sa.Text(), nullable=False),
    _moment("asked_at", required=True),
)

votes = sa.Table(
    "votes",
    metadata,
    sa.Column("article", sa.Text(), primary_key=True),
    sa.Column("voted_on", sa.Text(), primary_key=True),
    sa.Column("useful", sa.Integer(), nullable=False),
    sa.Column("not_useful", sa.Integer(), nullable=False),
)

answers_shown = sa.Table(
    "answers_shown",
    metadata,
    sa.Column("article", sa.Text(), primary_key=True),
    sa.Column("month", sa.Text(), primary_key=True),
    sa.Column("times", sa.Integer(), nullable=False),
)
"""Neither who it was shown to nor where they work."""

evaluations = sa.Table(
    "evaluations",
    metadata,
    sa.Column("id", sa.Text(), primary_key=True),
    sa.Column("kind", sa.Text(), nullable=False),
    sa.Column("municipality", sa.Text(), nullable=False),
    sa.Column("team", sa.Text(), nullable=False),
    sa.Column("code", sa.Text(), nullable=False),
    sa.Column("answered_on", sa.Text(), nullable=False),
    sa.Column("answers", sa.Text(), nullable=False),
    sa.Index("evaluations_by_team", "team", "answered_on"),
)

evaluation_counts = sa.Table(
    "evaluation_counts",
    metadata,
    sa.Column("team", sa.Text(), primary_key=True),
    sa.Column("year", sa.Text(), primary_key=True),
    sa.Column("kind", sa.Text(), primary_key=True),
    sa.Column("question", sa.Text(), primary_key=True),
    sa.Column("answer", sa.Text(), primary_key=True),
    sa.Column("number", sa.Integer(), nullable=False),
)
"""What is left of evaluations: how many gave each answer. No two answers can be told to come from one form."""

case_counts = sa.Table(
    "case_counts",
    metadata,
    sa.Column("municipality", sa.Text(), primary_key=True),
    sa.Column("year", sa.Text(), primary_key=True),
    sa.Column("kind", sa.Text(), primary_key=True),
    sa.Column("name", sa.Text(), primary_key=True),
    sa.Column("number", sa.Integer(), nullable=False),
)
"""What is left of cases: how many there were under each team, month, theme, level, age and state, one by one."""

course_counts = sa.Table(
    "course_counts",
    metadata,
    sa.Column("municipality", sa.Text(), primary_key=True),
    sa.Column("month", sa.Text(), primary_key=True),
    sa.Column("course", sa.Text(), primary_key=True),
    sa.Column("version", sa.Text(), primary_key=True),
    sa.Column("number", sa.Integer(), nullable=False),
)
"""How many have finished a course. Nobody is in it, so there is nothing to forget."""

guide_counts = sa.Table(
    "guide_counts",
    metadata,
    sa.Column("municipality", sa.Text(), primary_key=True),
    sa.Column("month", sa.Text(), primary_key=True),
    sa.Column("guide", sa.Text(), primary_key=True),
    sa.Column("outcome", sa.Text(), primary_key=True),
    sa.Column("number", sa.Integer(), nullable=False),
)
"""How often a guide was begun and where it ended. Nobody is in it, so there is nothing to forget."""

admin_chats = sa.Table(
    "admin_chats",
    metadata,
    sa.Column("person_index", sa.Text(), primary_key=True),
    sa.Column("chat", sa.LargeBinary(), nullable=False),
)

editor_chats = sa.Table(
    "editor_chats",
    metadata,
    sa.Column("person_index", sa.Text(), primary_key=True),
    sa.Column("chat", sa.LargeBinary(), nullable=False),
)

edition_files = sa.Table(
    "edition_files",
    metadata,
    sa.Column("hash", sa.Text(), primary_key=True),
    sa.Column("content", sa.LargeBinary(), nullable=False),
)
"""Knowledge files, compressed and not sealed: they are made to be shown to everybody."""

editions = sa.Table(
    "editions",
    metadata,
    sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
    sa.Column("version", sa.Text(), nullable=False),
    sa.Column("files", sa.LargeBinary(), nullable=False),
    _moment("published_at", required=True),
    sa.Column("way", sa.Text(), nullable=False),
    sa.Column("told", sa.LargeBinary(), nullable=False),
    sa.Column("person_index", sa.Text()),
    sa.Column("who", sa.LargeBinary()),
    sa.Index("editions_by_person", "person_index"),
)

edition_sources = sa.Table(
    "edition_sources",
    metadata,
    sa.Column("source", sa.Text(), primary_key=True),
    sa.Column("state", sa.LargeBinary(), nullable=False),
)

leases = sa.Table(
    "leases",
    metadata,
    sa.Column("work", sa.Text(), primary_key=True),
    sa.Column("owner", sa.Text(), nullable=False),
    _moment("held_until", required=True),
)
"""Work that only one replica does at a time; one that dies lets go when the time is up."""

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", sa.BigInteger(), primary_key=True, autoincrement=False),
    _moment("at", required=True),
    sa.Column("actor", sa.Text(), nullable=False),
    sa.Column("what", sa.Text(), nullable=False),
    sa.Column("case_id", sa.Text(), nullable=False),
    sa.Column("link", sa.Text(), nullable=False),
)

audit_ends = sa.Table(
    "audit_ends",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
    sa.Column("first_seq", sa.BigInteger(), nullable=False),
    sa.Column("first_link", sa.Text(), nullable=False),
    sa.Column("last_seq", sa.BigInteger(), nullable=False),
    sa.Column("last_link", sa.Text(), nullable=False),
    sa.Column("seal", sa.Text(), nullable=False),
)
