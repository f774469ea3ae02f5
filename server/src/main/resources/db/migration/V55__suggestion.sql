-- Whom a member does not want suggested. DISMISSED by themselves; PARTED when a connection between the two ended, which is
-- never shown to anybody. Holds for a year (Suggestions.MEMORY); older rows go when the member dismisses the next one.
CREATE TABLE suggestion_dismissal (
    member_id    bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    other_id     bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    kind         text        NOT NULL CHECK (kind IN ('DISMISSED', 'PARTED')),
    dismissed_at timestamptz NOT NULL,
    PRIMARY KEY (member_id, other_id),
    CHECK (member_id <> other_id)
);
CREATE INDEX suggestion_dismissal_latest_idx ON suggestion_dismissal (member_id, dismissed_at DESC, other_id DESC);
CREATE INDEX suggestion_dismissal_mirror_idx ON suggestion_dismissal (other_id); -- the cascade

-- Whether a member is suggested to others; no row stands for yes.
CREATE TABLE suggestion_setting (
    member_id    bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    is_suggested boolean     NOT NULL
);

-- What the operator decided about suggestions; no row stands for the defaults.
CREATE TABLE suggestion_network (
    is_only      boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
    peak         integer     NOT NULL CHECK (peak BETWEEN 1 AND 100)
);

-- The last day on which a member was here. Sessions are swept when they lapse, and this outlives them, to the day only.
CREATE TABLE member_seen (
    member_id    bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    seen_on      date        NOT NULL
);

INSERT INTO member_seen (member_id, seen_on)
SELECT member_id, max((last_seen_at AT TIME ZONE 'UTC')::date) FROM session GROUP BY member_id;

-- One write a day and member: sessions themselves note the time once a minute.
CREATE FUNCTION note_member_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO member_seen (member_id, seen_on) VALUES (NEW.member_id, (NEW.last_seen_at AT TIME ZONE 'UTC')::date)
    ON CONFLICT (member_id) DO UPDATE SET seen_on = excluded.seen_on WHERE member_seen.seen_on < excluded.seen_on;
    RETURN NULL;
END $$;
CREATE TRIGGER session_is_seen AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION note_member_seen();
CREATE TRIGGER session_is_seen_again AFTER UPDATE ON session FOR EACH ROW
    WHEN ((OLD.last_seen_at AT TIME ZONE 'UTC')::date < (NEW.last_seen_at AT TIME ZONE 'UTC')::date)
    EXECUTE FUNCTION note_member_seen();
