-- What the two say to each other on an invitation before it is decided. `is_unheard` was written by the inviter after a
-- decline that they are not told of: its author reads it, nobody else ever does.
CREATE TABLE invitation_message (
    inviter_id    bigint      NOT NULL,
    invitation_id bigint      NOT NULL,
    id            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    author_id     bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    text          text        NOT NULL CHECK (length(text) BETWEEN 1 AND 600),
    at            timestamptz NOT NULL,
    is_unheard    boolean     NOT NULL,
    PRIMARY KEY (inviter_id, invitation_id, id),
    FOREIGN KEY (inviter_id, invitation_id) REFERENCES invitation (inviter_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_message_author_idx ON invitation_message (author_id);
