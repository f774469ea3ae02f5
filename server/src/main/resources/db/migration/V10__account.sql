-- How a member signs in. The address is stored in its normal form (see EmailAddress), so that unique means one mailbox.
CREATE TABLE account (
    member_id    bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    email        text        NOT NULL UNIQUE CHECK (length(email) <= 254 AND email = lower(email)), -- scatter: sign-in asks by address
    password     text        NOT NULL CHECK (password LIKE '$argon2id$%' AND length(password) <= 200),
    password_at  timestamptz NOT NULL,
    created_at   timestamptz NOT NULL
);

-- Where a member is signed in. Holds a hash of the cookie's secret: whoever reads this table cannot sign in with it.
CREATE TABLE session (
    member_id    bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    key_hash     bytea       NOT NULL CHECK (length(key_hash) = 32),
    browser      text        NOT NULL CHECK (length(browser) <= 40),
    system       text        NOT NULL CHECK (length(system) <= 40),
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (member_id, key_hash)
);
CREATE INDEX session_last_seen_idx ON session (last_seen_at); -- scatter: the sweep of what has lapsed

-- Proofs by mail of those who have an account: one at a time for each purpose. The secret itself is in the mail only.
CREATE TABLE account_proof (
    member_id    bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    purpose      text        NOT NULL CHECK (purpose IN ('RESET', 'EMAIL')),
    secret_hash  bytea       NOT NULL CHECK (length(secret_hash) = 32),
    new_email    text                 CHECK (length(new_email) <= 254),
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (member_id, purpose),
    CHECK ((purpose = 'EMAIL') = (new_email IS NOT NULL))
);

-- Those who signed up and have not proved their address. No member owns these rows yet.
CREATE TABLE sign_up (
    secret_hash  bytea       PRIMARY KEY CHECK (length(secret_hash) = 32),
    email        text        NOT NULL CHECK (length(email) <= 254),
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    password     text        NOT NULL CHECK (password LIKE '$argon2id$%' AND length(password) <= 200),
    join_link_id bigint,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX sign_up_expires_idx ON sign_up (expires_at);

-- Links by which an operator lets people join. Owned by the operator who made them.
CREATE TABLE join_link (
    member_id    bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    secret_hash  bytea       NOT NULL CHECK (length(secret_hash) = 32),
    note         text        NOT NULL CHECK (length(note) <= 120),
    max_uses     integer     NOT NULL CHECK (max_uses BETWEEN 1 AND 1000),
    uses         integer     NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND max_uses),
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (member_id, id)
);
CREATE UNIQUE INDEX join_link_secret_idx ON join_link (secret_hash); -- scatter: the link names no member
CREATE UNIQUE INDEX join_link_id_idx ON join_link (id); -- scatter

-- How a member has the pages.
CREATE TABLE member_look (
    member_id    bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    language     text        NOT NULL CHECK (length(language) <= 10),
    theme        text        NOT NULL CHECK (length(theme) <= 10),
    zone         text        NOT NULL CHECK (length(zone) <= 60)
);

-- The one row about the network itself. It exists from the moment that its first operator does.
CREATE TABLE network_setting (
    is_only      boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
    name         text        NOT NULL CHECK (length(name) <= 80),
    description  text        NOT NULL CHECK (length(description) <= 200),
    join_policy  text        NOT NULL CHECK (join_policy IN ('ANYONE', 'LINK', 'DOMAIN', 'APPROVAL')),
    domains      text        NOT NULL CHECK (length(domains) <= 2000),
    is_set_up    boolean     NOT NULL
);

-- In a demo's own database, and nowhere else: whom a visitor may become with one click.
CREATE TABLE demo_guest (
    member_id    bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    position     integer     NOT NULL
);
