-- Notifications that are mailed when their member is away. Rewrites nothing: the columns are null.
ALTER TABLE notification ADD COLUMN mail_at timestamptz; -- when it is due to be mailed; null when it is not to be, or was
ALTER TABLE notification ADD COLUMN untold_since timestamptz; -- the first of several that are told as one by the next mail
CREATE INDEX notification_mail_idx ON notification (mail_at) WHERE mail_at IS NOT NULL; -- scatter: the worker asks what is due

-- The mails of the last days, with what they tell of: for the words, which are written late, and for the number per day.
CREATE TABLE notification_mail (
    member_id        bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    mail_id          bigint      NOT NULL,
    notification_ids bigint[]    NOT NULL CHECK (cardinality(notification_ids) <= 200),
    queued_at        timestamptz NOT NULL,
    PRIMARY KEY (member_id, mail_id)
);
CREATE UNIQUE INDEX notification_mail_id_idx ON notification_mail (mail_id); -- scatter: the mail names no member

-- What a member wants by mail. Who has no row wants every kind, at any hour.
CREATE TABLE notification_mail_setting (
    member_id  bigint PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    stopped    text[] NOT NULL CHECK (cardinality(stopped) <= 20 AND length(array_to_string(stopped, '')) <= 400),
    quiet_from time,
    quiet_to   time,
    CHECK (num_nonnulls(quiet_from, quiet_to) IN (0, 2)),
    CHECK (quiet_from <> quiet_to)
);

-- What signs the links that end mails: whoever holds one needs no session.
CREATE TABLE notification_mail_key (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    key     bytea   NOT NULL CHECK (length(key) = 32)
);
