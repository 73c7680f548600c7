BEGIN IMMEDIATE;
CREATE TABLE admin_chats (
	person_index TEXT NOT NULL, 
	chat BLOB NOT NULL, 
	PRIMARY KEY (person_index)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0011');
CREATE TABLE answers_shown (
	article TEXT NOT NULL, 
	month TEXT NOT NULL, 
	times INTEGER NOT NULL, 
	PRIMARY KEY (article, month)
);
CREATE TABLE audit (
	seq BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	actor TEXT NOT NULL, 
	what TEXT NOT NULL, 
	case_id TEXT NOT NULL, 
	link TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
CREATE TABLE audit_ends (
	id INTEGER NOT NULL, 
	first_seq BIGINT NOT NULL, 
	first_link TEXT NOT NULL, 
	last_seq BIGINT NOT NULL, 
	last_link TEXT NOT NULL, 
	seal TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE cards (
	case_id TEXT NOT NULL, 
	activity_id TEXT NOT NULL, 
	place BLOB NOT NULL, 
	version BIGINT NOT NULL, 
	kept_at BIGINT NOT NULL, 
	retired_at BIGINT, 
	PRIMARY KEY (case_id, activity_id)
);
CREATE TABLE case_counts (
	municipality TEXT NOT NULL, 
	year TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (municipality, year, kind, name)
);
CREATE TABLE case_keys (
	case_id TEXT NOT NULL, 
	wrapped BLOB NOT NULL, 
	PRIMARY KEY (case_id)
);
CREATE TABLE cases (
	id TEXT NOT NULL, 
	code TEXT NOT NULL, 
	municipality TEXT NOT NULL, 
	team TEXT NOT NULL, 
	version BIGINT NOT NULL, 
	age_band TEXT NOT NULL, 
	arena TEXT NOT NULL, 
	urgency TEXT NOT NULL, 
	themes TEXT NOT NULL, 
	risk TEXT NOT NULL, 
	protective TEXT NOT NULL, 
	levels_done TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	due_at BIGINT NOT NULL, 
	posted_at BIGINT, 
	seen_at BIGINT, 
	claimed_at BIGINT, 
	answered_at BIGINT, 
	closed_at BIGINT, 
	withdrawn_at BIGINT, 
	redacted_at BIGINT, 
	text_deleted_at BIGINT, 
	body BLOB, 
	PRIMARY KEY (id), 
	UNIQUE (code)
);
CREATE TABLE channels (
	team TEXT NOT NULL, 
	place_index TEXT NOT NULL, 
	place BLOB NOT NULL, 
	problem TEXT NOT NULL, 
	connected_at BIGINT NOT NULL, 
	PRIMARY KEY (team)
);
CREATE TABLE conversations (
	id TEXT NOT NULL, 
	person_index TEXT NOT NULL, 
	state BLOB NOT NULL, 
	version BIGINT NOT NULL, 
	in_dialog INTEGER NOT NULL, 
	updated_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE course_counts (
	municipality TEXT NOT NULL, 
	month TEXT NOT NULL, 
	course TEXT NOT NULL, 
	version TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (municipality, month, course, version)
);
CREATE TABLE edition_files (
	hash TEXT NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (hash)
);
CREATE TABLE edition_sources (
	source TEXT NOT NULL, 
	state BLOB NOT NULL, 
	PRIMARY KEY (source)
);
CREATE TABLE editions (
	number BIGINT NOT NULL, 
	version TEXT NOT NULL, 
	files BLOB NOT NULL, 
	published_at BIGINT NOT NULL, 
	way TEXT NOT NULL, 
	told BLOB NOT NULL, 
	person_index TEXT, 
	who BLOB, 
	PRIMARY KEY (number)
);
CREATE TABLE editor_chats (
	person_index TEXT NOT NULL, 
	chat BLOB NOT NULL, 
	PRIMARY KEY (person_index)
);
CREATE TABLE evaluation_counts (
	team TEXT NOT NULL, 
	year TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	question TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (team, year, kind, question, answer)
);
CREATE TABLE evaluations (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	municipality TEXT NOT NULL, 
	team TEXT NOT NULL, 
	code TEXT NOT NULL, 
	answered_on TEXT NOT NULL, 
	answers TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE guide_counts (
	municipality TEXT NOT NULL, 
	month TEXT NOT NULL, 
	guide TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (municipality, month, guide, outcome)
);
CREATE TABLE inbox (
	activity_index TEXT NOT NULL, 
	seen_at BIGINT NOT NULL, 
	PRIMARY KEY (activity_index)
);
CREATE TABLE leases (
	work TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	held_until BIGINT NOT NULL, 
	PRIMARY KEY (work)
);
CREATE TABLE on_duty (
	team TEXT NOT NULL, 
	person_index TEXT NOT NULL, 
	member BLOB NOT NULL, 
	last_on TEXT NOT NULL, 
	PRIMARY KEY (team, person_index)
);
CREATE TABLE outbox (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	case_id TEXT, 
	dedupe_index TEXT NOT NULL, 
	conversation TEXT NOT NULL, 
	lane TEXT NOT NULL, 
	payload_version INTEGER NOT NULL, 
	payload BLOB, 
	attempt INTEGER NOT NULL, 
	looks INTEGER NOT NULL, 
	lease_owner TEXT, 
	activity_id TEXT, 
	last_code TEXT, 
	created_at BIGINT NOT NULL, 
	due_at BIGINT NOT NULL, 
	next_at BIGINT NOT NULL, 
	lease_until BIGINT, 
	last_attempt_at BIGINT, 
	may_have_landed_at BIGINT, 
	delivered_at BIGINT, 
	parked_at BIGINT, 
	cancelled_at BIGINT, sent_to BLOB, 
	UNIQUE (id), 
	UNIQUE (dedupe_index)
);
CREATE TABLE purpose_keys (
	purpose TEXT NOT NULL, 
	wrapped BLOB NOT NULL, 
	PRIMARY KEY (purpose)
);
CREATE TABLE questions (
	id TEXT NOT NULL, 
	question BLOB NOT NULL, 
	municipality TEXT, 
	role TEXT, 
	kind TEXT NOT NULL, 
	asked_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE requesters (
	case_id TEXT NOT NULL, 
	person_index TEXT NOT NULL, 
	requester BLOB NOT NULL, forget_at BIGINT, 
	PRIMARY KEY (case_id)
);
CREATE TABLE submissions (
	submission_index TEXT NOT NULL, 
	case_id TEXT NOT NULL, 
	PRIMARY KEY (submission_index)
);
CREATE TABLE trends (
	id TEXT NOT NULL, 
	municipality TEXT NOT NULL, 
	told_on TEXT NOT NULL, 
	trend BLOB NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE votes (
	article TEXT NOT NULL, 
	voted_on TEXT NOT NULL, 
	useful INTEGER NOT NULL, 
	not_useful INTEGER NOT NULL, 
	PRIMARY KEY (article, voted_on)
);
DELETE FROM "sqlite_sequence";
CREATE INDEX cases_by_closed_at ON cases (closed_at);
CREATE INDEX cases_by_team ON cases (team, closed_at, withdrawn_at);
CREATE INDEX channels_by_place ON channels (place_index);
CREATE INDEX conversations_by_person ON conversations (person_index);
CREATE INDEX editions_by_person ON editions (person_index);
CREATE INDEX evaluations_by_team ON evaluations (team, answered_on);
CREATE INDEX inbox_by_seen_at ON inbox (seen_at);
CREATE INDEX outbox_by_case ON outbox (case_id);
CREATE INDEX outbox_by_conversation ON outbox (conversation);
CREATE INDEX outbox_open_by_next_at ON outbox (next_at) WHERE delivered_at IS NULL AND cancelled_at IS NULL AND parked_at IS NULL;
CREATE INDEX outbox_unfinished_by_lane ON outbox (lane, seq) WHERE delivered_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX requesters_by_person ON requesters (person_index);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_only_pruned BEFORE DELETE ON audit
    WHEN OLD.seq >= (SELECT first_seq FROM audit_ends WHERE id = 1)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
COMMIT;
