-- An invitation from one member to another. Ended ones are kept: they decide when one may be sent again.
-- `withdrawn_at` is set on a DECLINED invitation that its inviter, who is not told of the decline, took back.
CREATE TABLE invitation (
    inviter_id   bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    invitee_id   bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    status       text        NOT NULL
        CHECK (status IN ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED', 'VOIDED')),
    claim_kind   text        NOT NULL
        CHECK (claim_kind IN ('WORKED', 'STUDIED', 'MET', 'GROUP', 'TOPIC', 'SKILL', 'INTRODUCED', 'OTHER')),
    claim        text        NOT NULL CHECK (length(claim) BETWEEN 1 AND 200),
    is_checked   boolean     NOT NULL,
    why_now      text        NOT NULL CHECK (length(why_now) BETWEEN 20 AND 600),
    sent_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    withdrawn_at timestamptz,
    PRIMARY KEY (inviter_id, id),
    CHECK (inviter_id <> invitee_id),
    CHECK (expires_at > sent_at),
    CHECK ((status = 'PENDING') = (ended_at IS NULL)),
    CHECK (withdrawn_at IS NULL OR status = 'DECLINED')
);

-- One pending invitation per pair, in either direction. On a sharded database this one needs a place of its own.
CREATE UNIQUE INDEX invitation_one_pending_idx ON invitation (least(inviter_id, invitee_id), greatest(inviter_id, invitee_id))
    WHERE status = 'PENDING';
CREATE INDEX invitation_received_idx ON invitation (invitee_id, sent_at DESC, id DESC) WHERE status = 'PENDING';
CREATE INDEX invitation_sent_idx ON invitation (inviter_id, sent_at DESC, id DESC) WHERE status IN ('PENDING', 'DECLINED');
CREATE INDEX invitation_of_invitee_idx ON invitation (invitee_id, id);
CREATE INDEX invitation_pair_idx ON invitation (inviter_id, invitee_id, id DESC);

-- A member's connections, latest first.
CREATE INDEX connection_since_idx ON connection (member_id, since DESC, other_id DESC);

-- What a member chose for their connections; no row stands for the defaults.
CREATE TABLE connection_setting (
    member_id     bigint PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    list_audience text   NOT NULL DEFAULT 'MEMBERS' CHECK (list_audience IN ('ME', 'CONNECTIONS', 'MEMBERS'))
);

-- A blocked pair has no pending invitation. The trigger takes the pair lock before it looks.
CREATE FUNCTION refuse_invitation_of_separated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status = 'PENDING' THEN
        PERFORM pair_lock(NEW.inviter_id, NEW.invitee_id);
        IF EXISTS (SELECT 1 FROM block
                    WHERE (member_id, other_id) IN ((NEW.inviter_id, NEW.invitee_id), (NEW.invitee_id, NEW.inviter_id))) THEN
            RAISE EXCEPTION 'members % and % are separated by a block', NEW.inviter_id, NEW.invitee_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER invitation_needs_no_block BEFORE INSERT OR UPDATE ON invitation
    FOR EACH ROW EXECUTE FUNCTION refuse_invitation_of_separated();
