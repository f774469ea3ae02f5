-- Mails on their way. Written in the transaction of whatever they tell of, so that neither exists without the other.
-- A queue: no member owns its rows, and statements on it are scatters.
CREATE TABLE mail (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    to_address   text        NOT NULL CHECK (length(to_address) <= 254),
    subject      text        NOT NULL CHECK (length(subject) <= 200),
    -- Null once a body with a one-time link is sent, failed or expired: such a link must not lie about.
    body         text                 CHECK (length(body) <= 20000),
    is_one_time  boolean     NOT NULL,
    status       text        NOT NULL CHECK (status IN ('QUEUED', 'SENT', 'FAILED', 'EXPIRED')),
    attempts     integer     NOT NULL DEFAULT 0,
    queued_at    timestamptz NOT NULL,
    next_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    last_error   text                 CHECK (length(last_error) <= 500),
    CHECK (status <> 'SENT' OR sent_at IS NOT NULL),
    CHECK (status = 'QUEUED' OR NOT is_one_time OR body IS NULL)
);

CREATE INDEX mail_due_idx ON mail (next_at) WHERE status = 'QUEUED';
CREATE INDEX mail_expires_idx ON mail (expires_at) WHERE status = 'QUEUED';

-- How many mails went to one mailbox, and in all, in one hour.
CREATE TABLE mail_budget (
    hour timestamptz NOT NULL,
    key  text        NOT NULL CHECK (length(key) <= 100),
    used integer     NOT NULL CHECK (used > 0),
    PRIMARY KEY (hour, key)
);
