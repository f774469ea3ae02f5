-- An invitation to somebody who is not here, by a mail to one address or by a link to be handed on. The secret itself is
-- in the mail or was shown once.
CREATE TABLE outside_invitation (
    member_id   bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    secret_hash bytea       NOT NULL CHECK (length(secret_hash) = 32),
    email       text                 CHECK (length(email) <= 254 AND email = lower(email)),
    note        text        NOT NULL CHECK (length(note) <= 120),
    why_now     text        NOT NULL CHECK (length(why_now) BETWEEN 20 AND 600),
    max_uses    integer     NOT NULL CHECK (max_uses BETWEEN 1 AND 10),
    uses        integer     NOT NULL DEFAULT 0 CHECK (uses BETWEEN 0 AND max_uses),
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    PRIMARY KEY (member_id, id),
    CHECK (email IS NULL OR max_uses = 1)
);
CREATE UNIQUE INDEX outside_invitation_secret_idx ON outside_invitation (secret_hash); -- scatter: the link names no member
-- Exactly one mail from one member to one address.
CREATE UNIQUE INDEX outside_invitation_email_idx ON outside_invitation (member_id, email) WHERE email IS NOT NULL;

-- Who came by one. The invitation that waits for them is written when they take part, which may be after an operator's
-- word.
CREATE TABLE outside_arrival (
    inviter_id    bigint      NOT NULL,
    outside_id    bigint      NOT NULL,
    member_id     bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    at            timestamptz NOT NULL,
    is_delivered  boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (inviter_id, outside_id, member_id),
    CHECK (inviter_id <> member_id),
    FOREIGN KEY (inviter_id, outside_id) REFERENCES outside_invitation (member_id, id) ON DELETE CASCADE
);
CREATE INDEX outside_arrival_member_idx ON outside_arrival (member_id);

-- The hash of the invitation's secret, kept while somebody who follows it proves their address.
ALTER TABLE sign_up ADD COLUMN welcome bytea CHECK (length(welcome) = 32);

ALTER TABLE invitation DROP CONSTRAINT invitation_claim_kind_check;
ALTER TABLE invitation ADD CONSTRAINT invitation_claim_kind_check
    CHECK (claim_kind IN ('WORKED', 'STUDIED', 'MET', 'GROUP', 'TOPIC', 'SKILL', 'INTRODUCED', 'WELCOMED', 'OTHER'));

-- What a member keeps for themselves on a connection; it goes with the connection.
CREATE TABLE connection_note (
    member_id  bigint NOT NULL,
    other_id   bigint NOT NULL,
    note       text   NOT NULL CHECK (length(note) <= 2000),
    how_we_met text   NOT NULL CHECK (length(how_we_met) <= 300),
    PRIMARY KEY (member_id, other_id),
    FOREIGN KEY (member_id, other_id) REFERENCES connection (member_id, other_id) ON DELETE CASCADE
);
