-- Every statement the store runs, by name, for SQLite and PostgreSQL alike. `:name` is a parameter.
-- {for update}, {for key share} and {skip locked} lock rows in PostgreSQL; in SQLite the transaction already has the write lock.

-- :add_purpose_key Keep a key for a purpose unless there is one.
INSERT INTO purpose_keys (purpose, wrapped) VALUES (:purpose, :wrapped) ON CONFLICT DO NOTHING;

-- :purpose_keys All purpose keys, still wrapped.
SELECT purpose, wrapped FROM purpose_keys ORDER BY purpose {for update};

-- :rewrap_purpose_key The same key under a newer key-encryption key.
UPDATE purpose_keys SET wrapped = :wrapped WHERE purpose = :purpose;

-- :note_activity Note what Teams delivered, and read the conversation it belongs to, whether the person has cases, and whether they were told anything unasked since, or something did not reach them, and whether it was kept long ago; no row comes back when it was noted before.
INSERT INTO inbox (activity_index, seen_at) VALUES (:activity, :at) ON CONFLICT DO NOTHING
RETURNING (SELECT state FROM conversations WHERE id = :id),
    EXISTS (SELECT 1 FROM requesters WHERE person_index = :person),
    EXISTS (SELECT 1 FROM conversations c, outbox o WHERE c.id = :id AND o.delivered_at > c.updated_at
        AND o.kind IN ('reminder', 'requester_notice', 'relayed_notice')
        AND o.conversation IN (SELECT CAST(:own_lane AS TEXT)
            UNION ALL SELECT 'requester:' || case_id FROM requesters WHERE person_index = :person)),
    EXISTS (SELECT 1 FROM outbox o
        WHERE o.conversation IN (SELECT CAST(:own_lane AS TEXT)
            UNION ALL SELECT 'requester:' || case_id FROM requesters WHERE person_index = :person)
          AND o.parked_at IS NOT NULL AND o.delivered_at IS NULL AND o.cancelled_at IS NULL),
    EXISTS (SELECT 1 FROM conversations WHERE id = :id AND updated_at < :long_ago);

-- :delete_inbox Forget ids of old deliveries.
DELETE FROM inbox WHERE seen_at < :before RETURNING activity_index;

-- :conversation The state of one person in one place.
SELECT state FROM conversations WHERE id = :id;

-- :keep_conversation Keep the state; the last one wins, because turns of one conversation stand in line.
INSERT INTO conversations (id, person_index, state, version, in_dialog, updated_at)
VALUES (:id, :person, :state, 1, :in_dialog, :at)
ON CONFLICT (id) DO UPDATE SET
    state = excluded.state, version = conversations.version + 1,
    in_dialog = excluded.in_dialog, updated_at = excluded.updated_at;

-- :forget_conversations Delete all conversations of a person.
DELETE FROM conversations WHERE person_index = :person RETURNING 1;

-- :idle_conversations Conversations with something under way that nobody has touched.
SELECT id, state FROM conversations WHERE in_dialog = 1 AND updated_at < :before {for update};

-- :delete_unused_conversations Delete conversations nobody has touched, with profile and concerns.
DELETE FROM conversations WHERE updated_at < :before RETURNING 1;

-- :conversations_under_way Conversations with something under way; the draft of a case, and danger that was heard, always are.
SELECT id, state FROM conversations WHERE in_dialog = 1;

-- :locked_conversation The state of one conversation, locked so that no turn changes it meanwhile.
SELECT state FROM conversations WHERE id = :id {for update};

-- :empty_conversation Take away what was under way, or a part of it, without counting it as a touch.
UPDATE conversations SET state = :state, in_dialog = :in_dialog WHERE id = :id;

-- :add_submission Note a press of the send button; no row comes back when it was noted before.
INSERT INTO submissions (submission_index, case_id) VALUES (:submission, :case_id)
ON CONFLICT DO NOTHING RETURNING case_id;

-- :case_of_submission The case that an earlier press made.
SELECT case_id FROM submissions WHERE submission_index = :submission;

-- :add_case A new case.
INSERT INTO cases (
    id, code, municipality, team, version, age_band, arena, urgency, themes, risk, protective, levels_done,
    created_at, due_at, posted_at, seen_at, claimed_at, answered_at, closed_at, withdrawn_at, redacted_at,
    text_deleted_at, body
) VALUES (
    :id, :code, :municipality, :team, :version, :age_band, :arena, :urgency, :themes, :risk, :protective, :levels_done,
    :created_at, :due_at, :posted_at, :seen_at, :claimed_at, :answered_at, :closed_at, :withdrawn_at, :redacted_at,
    :text_deleted_at, :body
);

-- :save_case A changed case; no row comes back when somebody else changed it first.
UPDATE cases SET
    municipality = :municipality, team = :team, version = :version, age_band = :age_band, arena = :arena,
    urgency = :urgency, themes = :themes, risk = :risk, protective = :protective, levels_done = :levels_done,
    due_at = :due_at, posted_at = :posted_at, seen_at = :seen_at, claimed_at = :claimed_at,
    answered_at = :answered_at, closed_at = :closed_at, withdrawn_at = :withdrawn_at, redacted_at = :redacted_at,
    text_deleted_at = :text_deleted_at, body = :body
WHERE id = :id AND version = :version_before RETURNING id;

-- :replace_body The same case with less text.
UPDATE cases SET body = :body WHERE id = :id;

-- :empty_case What is left of a case that cannot be read: neither its text nor the choices that tell nothing.
UPDATE cases SET body = NULL, text_deleted_at = :at, version = version + 1, age_band = :age_band, arena = :arena,
    urgency = :urgency, themes = :themes, risk = :risk, protective = :protective, levels_done = :levels_done
WHERE id = :id;

-- :cases_with_text Every case whose text is not deleted for good.
SELECT {case columns}, c.body,
    (SELECT k.wrapped FROM case_keys k WHERE k.case_id = c.id) AS wrapped
FROM cases c WHERE c.text_deleted_at IS NULL ORDER BY c.created_at, c.id;

-- :grow_version A new version, so that a copy read before cannot be saved.
UPDATE cases SET version = version + 1 WHERE id = :id;

-- :case One case, to be held before it is read: a statement that waits for a row reads the key as it was before.
SELECT {case columns}, c.body,
    (SELECT k.wrapped FROM case_keys k WHERE k.case_id = c.id) AS wrapped
FROM cases c WHERE c.id = :id;

-- :hold_case Lock one case until the unit ends.
SELECT 1 FROM cases WHERE id = :id {for update};

-- :hold_open_cases Lock all cases of a team that are not over, in the order of their ids.
SELECT id FROM cases WHERE team = :team AND closed_at IS NULL AND withdrawn_at IS NULL ORDER BY id {for update};

-- :case_by_code The id of the case with that code.
SELECT id FROM cases WHERE code = :code;

-- :case_facts What the plain columns tell of the case with that code.
SELECT {case columns} FROM cases c WHERE c.code = :code;

-- :cases_of_person A person's own cases, newest first.
SELECT {case columns}, c.body,
    (SELECT k.wrapped FROM case_keys k WHERE k.case_id = c.id) AS wrapped
FROM cases c JOIN requesters r ON r.case_id = c.id
WHERE r.person_index = :person ORDER BY c.created_at DESC, c.id;

-- :number_of_cases_of_person How many cases a person has sent since a moment.
SELECT COUNT(*) FROM cases c JOIN requesters r ON r.case_id = c.id
WHERE r.person_index = :person AND c.created_at > :since;

-- :open_cases_of_team A team's cases that are not over, oldest first.
SELECT {case columns}, c.body,
    (SELECT k.wrapped FROM case_keys k WHERE k.case_id = c.id) AS wrapped
FROM cases c
WHERE c.team = :team AND c.closed_at IS NULL AND c.withdrawn_at IS NULL ORDER BY c.created_at, c.id;

-- :keep_case_key The key of a case's text, wrapped.
INSERT INTO case_keys (case_id, wrapped) VALUES (:case_id, :wrapped)
ON CONFLICT (case_id) DO UPDATE SET wrapped = excluded.wrapped;

-- :case_key The wrapped key of one case.
SELECT wrapped FROM case_keys WHERE case_id = :case_id;

-- :case_keys_wrapped_otherwise Keys that the current key-encryption key does not wrap: what it wraps begins so.
SELECT case_id, wrapped FROM case_keys WHERE substr(wrapped, 1, :length) <> :start ORDER BY case_id;

-- :destroy_case_key After this nothing sealed with the key can be read again.
DELETE FROM case_keys WHERE case_id = :case_id;

-- :add_requester Who sent a case.
INSERT INTO requesters (case_id, person_index, requester) VALUES (:case_id, :person, :requester);

-- :requester Who sent a case.
SELECT requester FROM requesters WHERE case_id = :case_id;

-- :keep_requester Where who sent a case is reached now.
UPDATE requesters SET requester = :requester WHERE case_id = :case_id;

-- :sender_index The keyed hash of who sent a case.
SELECT person_index FROM requesters WHERE case_id = :case_id;

-- :forget_sender Note when a person last asked to be forgotten where they have sent a case.
UPDATE requesters SET forget_at = :at WHERE person_index = :person;

-- :over_and_to_be_forgotten Cases that were over when their requester asked to be forgotten, or have been for a while.
SELECT c.id FROM cases c JOIN requesters r ON r.case_id = c.id
WHERE r.forget_at IS NOT NULL AND COALESCE(c.withdrawn_at, c.closed_at) IS NOT NULL
  AND (COALESCE(c.withdrawn_at, c.closed_at) < r.forget_at OR COALESCE(c.withdrawn_at, c.closed_at) < :before)
ORDER BY c.id;

-- :waits_for_requester Something that is due and has not reached the requester, unless it was given up long ago.
SELECT 1 FROM outbox
WHERE conversation = :conversation AND delivered_at IS NULL AND cancelled_at IS NULL AND due_at <= :now
  AND (parked_at IS NULL OR parked_at > :given_up) LIMIT 1;

-- :forget_requester Delete the link between a case and a person.
DELETE FROM requesters WHERE case_id = :case_id RETURNING 1;

-- :forget_unnamed_requesters Links to people who were forgotten: the key that seals who it was is destroyed.
DELETE FROM requesters
WHERE NOT EXISTS (SELECT 1 FROM case_keys k WHERE k.case_id = requesters.case_id || :key_of) RETURNING case_id;

-- :delete_submissions_of_case A submission id is made from the person too, so it goes with the link.
DELETE FROM submissions WHERE case_id = :case_id;

-- :channel_of_team A team's channel.
SELECT team, place, problem, connected_at FROM channels WHERE team = :team;

-- :channel_that_stays The same, which nobody takes from the team before the unit ends; it may be moved.
SELECT team, place, problem, connected_at FROM channels WHERE team = :team {for key share};

-- :channels_at The teams that work in a channel.
SELECT team, place, problem, connected_at FROM channels WHERE place_index = :place ORDER BY team;

-- :channels_to_unlink The same, once nobody needs that they stay.
SELECT team, place, problem, connected_at FROM channels WHERE place_index = :place ORDER BY team {for update};

-- :link_channel Connect, or change, a team's channel.
INSERT INTO channels (team, place_index, place, problem, connected_at)
VALUES (:team, :place_index, :place, :problem, :at)
ON CONFLICT (team) DO UPDATE SET
    place_index = excluded.place_index, place = excluded.place,
    problem = excluded.problem, connected_at = excluded.connected_at;

-- :note_channel_problem What is wrong with a team's channel; no row comes back when the team has another one by now.
UPDATE channels SET problem = :problem WHERE team = :team AND place_index = :place AND problem = :before RETURNING team;

-- :reach_channel_at How a team's channel is reached now; no row comes back when the team has another one by now.
UPDATE channels SET place = :place WHERE team = :team AND place_index = :before RETURNING team;

-- :unlink_channel A team has no channel any more.
DELETE FROM channels WHERE team = :team;

-- :card The card of a case that is in the channel now.
SELECT activity_id, place, version FROM cards WHERE case_id = :case_id AND retired_at IS NULL;

-- :case_of_card The case whose card in the channel a message is now.
SELECT case_id FROM cards WHERE activity_id = :activity_id AND retired_at IS NULL;

-- :delete_cards A case that is deleted has no card.
DELETE FROM cards WHERE case_id = :case_id;

-- :retire_cards Whatever was the card of the case is not any more.
UPDATE cards SET retired_at = :at WHERE case_id = :case_id AND retired_at IS NULL AND activity_id <> :except_id;

-- :keep_card Where the card is and which version it shows.
INSERT INTO cards (case_id, activity_id, place, version, kept_at, retired_at)
VALUES (:case_id, :activity_id, :place, :version, :at, NULL)
ON CONFLICT (case_id, activity_id) DO UPDATE SET
    place = excluded.place, version = excluded.version, kept_at = excluded.kept_at, retired_at = NULL;

-- :cards_without_case Cards in a channel whose case does not exist.
SELECT DISTINCT d.case_id FROM cards d
WHERE d.retired_at IS NULL AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = d.case_id);

-- :cases_without_card Open cases with neither a card nor a row that will post one.
SELECT c.id FROM cases c
WHERE c.closed_at IS NULL AND c.withdrawn_at IS NULL AND c.created_at < :before
  AND NOT EXISTS (SELECT 1 FROM cards d WHERE d.case_id = c.id AND d.retired_at IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.case_id = c.id AND o.kind = 'case_card'
      AND o.delivered_at IS NULL AND o.cancelled_at IS NULL)
ORDER BY c.created_at;

-- :add_row A row to deliver; no row comes back when its dedupe key is known.
INSERT INTO outbox (
    id, kind, case_id, dedupe_index, conversation, lane, payload_version, payload, attempt, looks, created_at, due_at,
    next_at
) VALUES (
    :id, :kind, :case_id, :dedupe, :conversation, :lane, :payload_version, :payload, 0, 0, :at, :due_at, :due_at
) ON CONFLICT (dedupe_index) DO NOTHING RETURNING id;

-- :note_sent_row A row that is delivered already: what something shown became, with nothing in it.
INSERT INTO outbox (
    id, kind, case_id, dedupe_index, conversation, lane, payload_version, attempt, looks, created_at, due_at, next_at,
    delivered_at, activity_id, sent_to
) VALUES (
    :id, :kind, :case_id, :dedupe, :conversation, :lane, :payload_version, 0, 0, :at, :due_at, :due_at, :at,
    :activity_id, :sent_to
) ON CONFLICT (dedupe_index) DO NOTHING;

-- :row_with_key Whether there is a row with that key, delivered or not.
SELECT 1 FROM outbox WHERE dedupe_index = :dedupe;

-- :activity_with_key The message a delivered row with that key became.
SELECT activity_id FROM outbox WHERE dedupe_index = :dedupe AND delivered_at IS NOT NULL;

-- :message_of_another Whether a message is known as anything but a card of the case.
SELECT 1 FROM outbox WHERE activity_id = :activity_id AND delivered_at IS NOT NULL
  AND NOT (COALESCE(case_id, '') = :case_id AND kind IN ('case_card', 'case_card_update', 'erase')) LIMIT 1;

-- :cancel_row_with_key Cancel a row that is not delivered; its payload goes.
UPDATE outbox SET cancelled_at = :at, payload = NULL, sent_to = NULL, lease_until = NULL
WHERE dedupe_index = :dedupe AND delivered_at IS NULL AND cancelled_at IS NULL;

-- :keep_delivered_row Make room for a row with the same key: what is delivered goes on to tell where it stands.
UPDATE outbox SET dedupe_index = id WHERE dedupe_index = :dedupe AND delivered_at IS NOT NULL;

-- :leave_row_under_way Make room for a row with the same key: what may have landed is not sent again, and where it stands is known when it has.
UPDATE outbox SET dedupe_index = id, cancelled_at = COALESCE(cancelled_at, :at), payload = NULL
WHERE dedupe_index = :dedupe AND delivered_at IS NULL AND may_have_landed_at IS NOT NULL;

-- :delete_row_with_key Make room for a row with the same key.
DELETE FROM outbox WHERE dedupe_index = :dedupe;

-- :lanes_without_key Conversations with a person as earlier versions named them: by a hash without a key.
SELECT DISTINCT conversation FROM outbox WHERE substr(conversation, 1, :length) = :start ORDER BY conversation;

-- :name_lane Another name for a conversation and its lanes.
UPDATE outbox SET conversation = :keyed, lane = :keyed || substr(lane, length(conversation) + 1)
WHERE conversation = :before RETURNING 1;

-- :delete_rows_to Delete what was to reach one conversation.
DELETE FROM outbox WHERE conversation = :conversation RETURNING 1;

-- :delete_rows_about What was sent about a case that is deleted.
DELETE FROM outbox WHERE case_id = :case_id;

-- :lease_rows Rows that are due and first in their lane, leased to one worker.
UPDATE outbox SET lease_owner = :owner, lease_until = :until
WHERE seq IN (
    SELECT o.seq FROM outbox o
    WHERE o.delivered_at IS NULL AND o.cancelled_at IS NULL AND o.parked_at IS NULL
      AND o.next_at <= :now AND (o.lease_until IS NULL OR o.lease_until <= :now)
      AND NOT EXISTS (
        SELECT 1 FROM outbox e
        WHERE e.lane = o.lane AND e.seq < o.seq AND e.delivered_at IS NULL AND e.cancelled_at IS NULL
          AND e.due_at <= :now AND (e.parked_at IS NULL OR e.kind = 'case_card'))
    ORDER BY o.next_at, o.seq LIMIT :at_most {skip locked})
RETURNING seq, id, kind, case_id, conversation, payload_version, payload, sent_to, attempt, looks, lease_until,
    activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at;

-- :row_left_lying Whether a row that could be leased since long ago is left lying.
SELECT 1 FROM outbox o
WHERE o.delivered_at IS NULL AND o.cancelled_at IS NULL AND o.parked_at IS NULL
  AND o.next_at <= :before AND (o.lease_until IS NULL OR o.lease_until <= :before)
  AND NOT EXISTS (
    SELECT 1 FROM outbox e
    WHERE e.lane = o.lane AND e.seq < o.seq AND e.delivered_at IS NULL AND e.cancelled_at IS NULL
      AND e.due_at <= :before AND (e.parked_at IS NULL OR e.kind = 'case_card'))
LIMIT 1;

-- :start_attempt From here the send may have landed; no row comes back when the lease has gone to another worker.
UPDATE outbox SET attempt = attempt + 1, looks = 0, last_attempt_at = :at, may_have_landed_at = :at, lease_until = :until,
    sent_to = :sent_to
WHERE id = :id AND lease_owner = :owner AND delivered_at IS NULL AND cancelled_at IS NULL AND parked_at IS NULL
RETURNING id;

-- :mark_delivered It has landed. The payload has done its work and is erased.
UPDATE outbox SET delivered_at = :at, activity_id = :activity_id, lease_until = NULL, payload = NULL, sent_to = NULL,
    last_code = NULL
WHERE id = :id AND delivered_at IS NULL;

-- :postpone_row Try again later, nothing has landed; no row comes back when the lease has gone to another worker.
UPDATE outbox SET next_at = :until, last_code = :code, lease_until = NULL, may_have_landed_at = NULL, sent_to = NULL
WHERE id = :id AND lease_owner = :owner AND delivered_at IS NULL AND cancelled_at IS NULL RETURNING id;

-- :postpone_ambiguous_row Try again later, an earlier send may have landed; no row comes back when the lease has gone.
UPDATE outbox SET next_at = :until, last_code = :code, lease_until = NULL, looks = looks + :looked
WHERE id = :id AND lease_owner = :owner AND delivered_at IS NULL AND cancelled_at IS NULL RETURNING id;

-- :park_row Give the row to a person; no row comes back when the lease has gone to another worker.
UPDATE outbox SET parked_at = :at, last_code = :code, lease_until = NULL
WHERE id = :id AND lease_owner = :owner AND delivered_at IS NULL AND cancelled_at IS NULL RETURNING id;

-- :retry_row Take a row out of parking.
UPDATE outbox SET parked_at = NULL, next_at = :now, lease_until = NULL, looks = 0
WHERE id = :id AND parked_at IS NOT NULL AND delivered_at IS NULL AND cancelled_at IS NULL RETURNING id;

-- :drop_row What the row is about no longer exists.
UPDATE outbox SET cancelled_at = :at, last_code = :code, payload = NULL, sent_to = NULL, lease_until = NULL
WHERE id = :id AND delivered_at IS NULL;

-- :parked_rows Rows that need a person.
SELECT seq, id, kind, case_id, conversation, payload_version, payload, sent_to, attempt, looks, lease_until,
    activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at
FROM outbox WHERE parked_at IS NOT NULL AND delivered_at IS NULL AND cancelled_at IS NULL ORDER BY seq;

-- :parked_rows_about Those of one case.
SELECT seq, id, kind, case_id, conversation, payload_version, payload, sent_to, attempt, looks, lease_until,
    activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at
FROM outbox WHERE case_id = :case_id AND parked_at IS NOT NULL AND delivered_at IS NULL AND cancelled_at IS NULL
ORDER BY seq;

-- :reminders_to_come The reminders of one person that have not been delivered, the next one first.
SELECT seq, id, kind, case_id, conversation, payload_version, payload, sent_to, attempt, looks, lease_until,
    activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at
FROM outbox WHERE conversation = :conversation AND kind = 'reminder' AND delivered_at IS NULL
    AND cancelled_at IS NULL ORDER BY due_at, seq;

-- :delivered_rows_about What has been sent about a case.
SELECT seq, id, kind, case_id, conversation, payload_version, payload, sent_to, attempt, looks, lease_until,
    activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at
FROM outbox WHERE case_id = :case_id AND delivered_at IS NOT NULL ORDER BY seq;

-- :waiting_rows Rows not yet delivered, earliest first.
SELECT seq, id, kind, case_id, conversation, payload_version, NULL AS payload, NULL AS sent_to, attempt, looks,
    lease_until, activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at
FROM outbox WHERE parked_at IS NULL AND delivered_at IS NULL AND cancelled_at IS NULL
ORDER BY next_at, seq LIMIT :at_most;

-- :rows_about All rows about a case, without what they say.
SELECT seq, id, kind, case_id, conversation, payload_version, NULL AS payload, NULL AS sent_to, attempt, looks,
    lease_until, activity_id, last_code, due_at, last_attempt_at, may_have_landed_at, delivered_at, parked_at, cancelled_at
FROM outbox WHERE case_id = :case_id ORDER BY seq;

-- :row_counts How many rows stand in each state.
SELECT CASE
    WHEN cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN delivered_at IS NOT NULL THEN 'delivered'
    WHEN parked_at IS NOT NULL THEN 'parked'
    WHEN may_have_landed_at IS NOT NULL THEN 'ambiguous'
    ELSE 'waiting' END AS state, COUNT(*)
FROM outbox GROUP BY 1;

-- :delete_finished_rows Rows that were delivered or cancelled long ago, unless a text they showed is still to be erased.
DELETE FROM outbox WHERE ((delivered_at IS NOT NULL AND delivered_at < :before)
    OR (cancelled_at IS NOT NULL AND cancelled_at < :before))
    AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = outbox.case_id AND c.text_deleted_at IS NULL) RETURNING seq;

-- :give_up_on_chats What could not be emptied in the chat of somebody who is forgotten: the row names the chat.
DELETE FROM outbox WHERE conversation LIKE :lane AND delivered_at IS NULL AND due_at < :before RETURNING seq;

-- :give_up_on_reminders Reminders that stood fast for so long that they tell nobody anything: who they were for may have left.
DELETE FROM outbox WHERE kind = 'reminder' AND parked_at < :before AND delivered_at IS NULL AND cancelled_at IS NULL
RETURNING seq;

-- :look_before_sending_all After a restore nobody knows what was sent since the backup was made.
UPDATE outbox SET may_have_landed_at = :at, last_attempt_at = :at, next_at = :at, lease_until = NULL
WHERE delivered_at IS NULL AND cancelled_at IS NULL AND parked_at IS NULL AND due_at <= :at;

-- :add_question An anonymised question.
INSERT INTO questions (id, question, municipality, role, kind, asked_at)
VALUES (:id, :question, :municipality, :role, :kind, :at);

-- :add_vote A thumb, counted per article and day.
INSERT INTO votes (article, voted_on, useful, not_useful) VALUES (:article, :voted_on, :useful, :not_useful)
ON CONFLICT (article, voted_on) DO UPDATE SET
    useful = votes.useful + excluded.useful, not_useful = votes.not_useful + excluded.not_useful;

-- :closed_with_text Cases that are over and whose text is not yet deleted for good.
SELECT c.id FROM cases c
WHERE (c.closed_at < :before OR c.withdrawn_at < :before) AND c.text_deleted_at IS NULL ORDER BY c.id;

-- :closed_with_requester Cases that are over and still know who sent them.
SELECT c.id FROM cases c JOIN requesters r ON r.case_id = c.id
WHERE c.closed_at < :before OR c.withdrawn_at < :before ORDER BY c.id;

-- :delete_cases Cases of years that are over, whose text went long ago, when nobody is known to have sent them and nothing about them waits to be sent.
DELETE FROM cases
WHERE text_deleted_at < :text_before AND created_at < :sent_before
  AND NOT EXISTS (SELECT 1 FROM requesters r WHERE r.case_id = cases.id)
  AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.case_id = cases.id AND o.delivered_at IS NULL AND o.cancelled_at IS NULL)
RETURNING id, code, municipality, team, version, age_band, arena, urgency, themes, risk, protective, levels_done,
    created_at, due_at, posted_at, seen_at, claimed_at, answered_at, closed_at, withdrawn_at, redacted_at,
    text_deleted_at;

-- :count_cases So many more deleted cases stand under this.
INSERT INTO case_counts (municipality, year, kind, name, number) VALUES (:municipality, :year, :kind, :group_name, :number)
ON CONFLICT (municipality, year, kind, name) DO UPDATE SET number = case_counts.number + excluded.number;

-- :case_counts What is left of deleted cases.
SELECT municipality, year, kind, name, number FROM case_counts ORDER BY municipality, year, kind, name;

-- :drop_small_case_counts Counts that are too small to be shown.
DELETE FROM case_counts WHERE year < :year AND number < :smallest;

-- :make_audit_ends The ends of an empty audit trail.
INSERT INTO audit_ends (id, first_seq, first_link, last_seq, last_link, seal)
VALUES (1, 1, '', 0, '', :seal) ON CONFLICT DO NOTHING;

-- :audit_ends Where the audit trail starts and stops, locked so that entries are chained one by one.
SELECT first_seq, first_link, last_seq, last_link, seal FROM audit_ends WHERE id = 1 {for update};

-- :audit_ends_as_they_are The same, held by nobody.
SELECT first_seq, first_link, last_seq, last_link, seal FROM audit_ends WHERE id = 1;

-- :any_case Whether there is a case at all.
SELECT id FROM cases LIMIT 1;

-- :move_audit_ends New ends.
UPDATE audit_ends SET first_seq = :first_seq, first_link = :first_link, last_seq = :last_seq, last_link = :last_link,
    seal = :seal WHERE id = 1;

-- :add_audit_entry One more entry.
INSERT INTO audit (seq, at, actor, what, case_id, link) VALUES (:seq, :at, :actor, :what, :case_id, :link);

-- :audit_entries Part of the trail, in order.
SELECT seq, at, actor, what, case_id, link FROM audit WHERE seq >= :from_seq ORDER BY seq LIMIT :at_most;

-- :last_audit_entry_before The newest entry that is old enough to go.
SELECT seq, link FROM audit WHERE at < :before ORDER BY seq DESC LIMIT 1;

-- :delete_audit_to Delete the oldest part; the ends must have been moved first.
DELETE FROM audit WHERE seq <= :seq RETURNING seq;

-- :rewrap_case_key The same case key under a newer key-encryption key; no row comes back when it is another key by now.
UPDATE case_keys SET wrapped = :wrapped WHERE case_id = :case_id AND wrapped = :before RETURNING case_id;

-- :case_bodies What is sealed of every case, and the key it should open with.
SELECT c.id, c.body, (SELECT k.wrapped FROM case_keys k WHERE k.case_id = c.id) AS wrapped FROM cases c ORDER BY c.id;

-- :closed_cases_of_team A team's cases that are over but whose text is not deleted yet, newest first.
SELECT {case columns}, c.body,
    (SELECT k.wrapped FROM case_keys k WHERE k.case_id = c.id) AS wrapped
FROM cases c
WHERE c.team = :team AND (c.closed_at IS NOT NULL OR c.withdrawn_at IS NOT NULL) AND c.text_deleted_at IS NULL
ORDER BY c.created_at DESC, c.id;

-- :answer_times When the answered cases of a team were sent and answered.
SELECT created_at, answered_at FROM cases WHERE team = :team AND answered_at >= :since;

-- :all_channels Every connected channel.
SELECT team, place, problem, connected_at FROM channels ORDER BY team;

-- :keep_evaluation A filled-in form; answering again replaces it.
INSERT INTO evaluations (id, kind, municipality, team, code, answered_on, answers)
VALUES (:id, :kind, :municipality, :team, :code, :answered_on, :answers)
ON CONFLICT (id) DO UPDATE SET answered_on = excluded.answered_on, answers = excluded.answers;

-- :evaluation_kept Whether a form is filled in.
SELECT 1 FROM evaluations WHERE id = :id;

-- :evaluations_of_team The forms about a team between two days.
SELECT kind, municipality, code, answered_on, answers FROM evaluations
WHERE team = :team AND answered_on >= :first AND answered_on <= :last ORDER BY id;

-- :delete_evaluations Forms that nobody is expected to fill in again.
DELETE FROM evaluations WHERE (kind <> 'year' AND answered_on < :before) OR (kind = 'year' AND answered_on < :year_before)
RETURNING team, kind, municipality, code, answered_on, answers;

-- :count_answers So many more gave this answer.
INSERT INTO evaluation_counts (team, year, kind, question, answer, number)
VALUES (:team, :year, :kind, :question, :answer, :number)
ON CONFLICT (team, year, kind, question, answer)
DO UPDATE SET number = evaluation_counts.number + excluded.number;

-- :answer_counts How many gave each answer about a team in one year.
SELECT kind, question, answer, number FROM evaluation_counts WHERE team = :team AND year = :year;

-- :drop_small_answer_counts Counts of so few forms that they are never shown.
DELETE FROM evaluation_counts WHERE year < :year AND (
    SELECT SUM(o.number) FROM evaluation_counts o WHERE o.team = evaluation_counts.team
        AND o.year = evaluation_counts.year AND o.kind = evaluation_counts.kind
        AND o.question = evaluation_counts.question) < :smallest;

-- :count_course One more has finished a course.
INSERT INTO course_counts (municipality, month, course, version, number)
VALUES (:municipality, :month, :course, :version, 1)
ON CONFLICT (municipality, month, course, version) DO UPDATE SET number = course_counts.number + 1;

-- :course_counts Every count, oldest month first.
SELECT municipality, month, course, version, number FROM course_counts
ORDER BY month, municipality, course, version;

-- :count_guide A guide was begun, or came to an outcome, once more.
INSERT INTO guide_counts (municipality, month, guide, outcome, number)
VALUES (:municipality, :month, :guide, :outcome, 1)
ON CONFLICT (municipality, month, guide, outcome) DO UPDATE SET number = guide_counts.number + 1;

-- :guide_counts Every count, oldest month first.
SELECT municipality, month, guide, outcome, number FROM guide_counts
ORDER BY month, municipality, guide, outcome;

-- :keep_duty A member of a team has duty to the end of a day.
INSERT INTO on_duty (team, person_index, member, last_on) VALUES (:team, :person, :member, :last_on)
ON CONFLICT (team, person_index) DO UPDATE SET member = excluded.member, last_on = excluded.last_on;

-- :duties_of_team Who has duty in the team today, the longest duty last.
SELECT person_index, member, last_on FROM on_duty WHERE team = :team AND last_on >= :today
ORDER BY last_on, person_index;

-- :people_on_duty Everybody who is noted with duty in the team.
SELECT person_index FROM on_duty WHERE team = :team ORDER BY person_index;

-- :end_duty A member has no duty in the team any more.
DELETE FROM on_duty WHERE team = :team AND person_index = :person RETURNING 1;

-- :forget_duties A person has no duty in any team any more.
DELETE FROM on_duty WHERE person_index = :person RETURNING 1;

-- :delete_ended_duties Forget who had duty before today.
DELETE FROM on_duty WHERE last_on < :today RETURNING 1;

-- :add_trend Keep what a team tells; no row comes back when it was kept before.
INSERT INTO trends (id, municipality, told_on, trend) VALUES (:id, :municipality, :told_on, :trend)
ON CONFLICT (id) DO NOTHING RETURNING id;

-- :change_trend The same one, with what is known of it now; nothing happens when it was withdrawn.
UPDATE trends SET trend = :trend WHERE id = :id;

-- :trends What the teams of a municipality have told, newest first.
SELECT id, trend FROM trends WHERE municipality = :municipality ORDER BY told_on DESC, id DESC;

-- :delete_trend Forget one that is withdrawn.
DELETE FROM trends WHERE id = :id;

-- :delete_old_trends Forget what was told before that day.
DELETE FROM trends WHERE told_on < :before RETURNING 1;

-- :keep_admin_chat Where an administrator is told what needs a person.
INSERT INTO admin_chats (person_index, chat) VALUES (:person, :chat)
ON CONFLICT (person_index) DO UPDATE SET chat = excluded.chat;

-- :forget_admin_chat Somebody is no administrator any more.
DELETE FROM admin_chats WHERE person_index = :person RETURNING 1;

-- :admin_chats Every administrator who has written to the bot.
SELECT person_index, chat FROM admin_chats ORDER BY person_index;

-- :keep_editor_chat Where an editor is told what happens to the knowledge.
INSERT INTO editor_chats (person_index, chat) VALUES (:person, :chat)
ON CONFLICT (person_index) DO UPDATE SET chat = excluded.chat;

-- :forget_editor_chat Somebody is no editor any more.
DELETE FROM editor_chats WHERE person_index = :person RETURNING 1;

-- :editor_chats Every editor who has written to the bot.
SELECT person_index, chat FROM editor_chats ORDER BY person_index;

-- :questions Questions that had no good answer, newest first.
SELECT id, question, municipality, role, kind, asked_at FROM questions WHERE asked_at >= :since ORDER BY asked_at DESC;

-- :delete_question A question an editor has dealt with.
DELETE FROM questions WHERE id = :id;

-- :votes Thumbs by article.
SELECT article, SUM(useful), SUM(not_useful) FROM votes WHERE voted_on >= :since GROUP BY article ORDER BY article;

-- :count_shown How often an answer was shown this month, added to what other replicas have counted.
INSERT INTO answers_shown (article, month, times) VALUES (:article, :month, :times)
ON CONFLICT (article, month) DO UPDATE SET times = answers_shown.times + excluded.times;

-- :answers_shown How often each answer was shown since the start of a month.
SELECT article, SUM(times) FROM answers_shown WHERE month >= :since GROUP BY article ORDER BY article;

-- :counted_since The first month that is still counted.
SELECT MIN(month) FROM answers_shown;

-- :delete_old_shown Counts nobody looks at any more.
DELETE FROM answers_shown WHERE month < :before RETURNING article;

-- :delete_old_questions Questions no list shows any more.
DELETE FROM questions WHERE asked_at < :before RETURNING id;

-- :delete_old_votes Thumbs nobody looks at any more.
DELETE FROM votes WHERE voted_on < :before RETURNING article;

-- :take_lease Take a piece of work, unless another replica has it; no row comes back then.
INSERT INTO leases (work, owner, held_until) VALUES (:work, :owner, :until)
ON CONFLICT (work) DO UPDATE SET owner = excluded.owner, held_until = excluded.held_until
    WHERE leases.held_until <= :now OR leases.owner = excluded.owner
RETURNING work;

-- :give_back_lease The work is done.
DELETE FROM leases WHERE work = :work AND owner = :owner;

-- :head_number The number of the edition in use.
SELECT COALESCE(MAX(number), 0) FROM editions;

-- :edition One edition.
SELECT number, version, files, published_at, way, told, who FROM editions WHERE number = :number;

-- :newest_editions The newest editions.
SELECT number, version, files, published_at, way, told, who FROM editions ORDER BY number DESC LIMIT :at_most;

-- :add_edition A new edition, unless somebody else has just taken its number.
INSERT INTO editions (number, version, files, published_at, way, told, person_index, who)
VALUES (:number, :version, :files, :at, :way, :told, :person, :who)
ON CONFLICT (number) DO NOTHING RETURNING number;

-- :forget_editor Somebody wants to be forgotten: their editions stay, without a name.
UPDATE editions SET who = NULL, person_index = NULL WHERE person_index = :person RETURNING 1;

-- :edition_file The content of one file.
SELECT content FROM edition_files WHERE hash = :hash;

-- :edition_hashes Which contents are kept.
SELECT hash FROM edition_files;

-- :add_edition_file The content of a file, kept once.
INSERT INTO edition_files (hash, content) VALUES (:hash, :content) ON CONFLICT (hash) DO NOTHING;

-- :remembered What work on the knowledge remembers under a name.
SELECT state FROM edition_sources WHERE source = :source;

-- :remember Remember it in place of what was there.
INSERT INTO edition_sources (source, state) VALUES (:source, :state)
ON CONFLICT (source) DO UPDATE SET state = excluded.state;

-- :case_figures What is left of every case as a figure.
SELECT {case columns}
FROM cases c ORDER BY c.created_at;
