-- What a member is told of. A row is written in the transaction of its cause, one per cause, and holds ids only: what
-- it says is read, with the reader's leave, at each reading.
CREATE TABLE notification (
    member_id  bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind       text        NOT NULL CHECK (kind IN ('INVITED', 'ACCEPTED', 'COMMENTED', 'REACTED', 'MENTIONED',
                                                    'MENTIONED_IN_COMMENT')),
    actor_id   bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    subject_id bigint      NOT NULL,
    at         timestamptz NOT NULL,
    is_read    boolean     NOT NULL DEFAULT false,
    -- The cause was taken back; should it come again, nobody is told twice.
    is_over    boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (member_id, id),
    UNIQUE (member_id, kind, actor_id, subject_id),
    CHECK (member_id <> actor_id)
);
CREATE INDEX notification_latest_idx ON notification (member_id, id DESC) WHERE NOT is_over;
CREATE INDEX notification_unread_idx ON notification (member_id, id DESC) WHERE NOT is_over AND NOT is_read;
CREATE INDEX notification_actor_idx ON notification (actor_id);
