-- A member (the asker) asks a mutual connection (the connector) to introduce them to another (the target). Ended ones
-- are kept: they decide when one may ask again. `expires_at` is when the present wait is over and stays as it is when a
-- silent answer ends it, for to its asker it goes on to wait; `withdrawn_at` ends that, too.
CREATE TABLE introduction (
    asker_id     bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id           bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    connector_id bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    target_id    bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    status       text        NOT NULL
        CHECK (status IN ('ASKED', 'FORWARDED', 'ACCEPTED', 'DECLINED_UNSEEN', 'DECLINED', 'DECLINED_BY_TARGET',
                          'WITHDRAWN', 'LAPSED', 'VOIDED', 'OVERTAKEN')),
    to_connector text        NOT NULL CHECK (length(to_connector) BETWEEN 20 AND 600),
    to_target    text        NOT NULL CHECK (length(to_target) BETWEEN 20 AND 600),
    words        text        CHECK (length(words) BETWEEN 20 AND 600),
    reason       text        CHECK (length(reason) BETWEEN 1 AND 300),
    asked_at     timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    forwarded_at timestamptz,
    ended_at     timestamptz,
    withdrawn_at timestamptz,
    PRIMARY KEY (asker_id, id),
    CHECK (asker_id <> connector_id AND connector_id <> target_id AND asker_id <> target_id),
    CHECK (expires_at > asked_at),
    CHECK ((status IN ('ASKED', 'FORWARDED')) = (ended_at IS NULL)),
    CHECK ((words IS NULL) = (forwarded_at IS NULL)),
    CHECK (forwarded_at IS NOT NULL OR status NOT IN ('FORWARDED', 'ACCEPTED', 'DECLINED_BY_TARGET')),
    CHECK (forwarded_at IS NULL OR status NOT IN ('ASKED', 'DECLINED_UNSEEN', 'DECLINED')),
    CHECK ((reason IS NULL) = (status <> 'DECLINED'))
);

-- One that is open per asker and target.
CREATE UNIQUE INDEX introduction_one_open_idx ON introduction (asker_id, target_id) WHERE status IN ('ASKED', 'FORWARDED');
CREATE UNIQUE INDEX introduction_id_idx ON introduction (id);
CREATE INDEX introduction_connector_idx ON introduction (connector_id, id DESC);
CREATE INDEX introduction_target_idx ON introduction (target_id, id DESC);

-- Nobody blocked stands in an open introduction. The trigger takes the pair locks, in the order of ids, before it looks.
CREATE FUNCTION refuse_introduction_of_separated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    three bigint[] := ARRAY(SELECT unnest(ARRAY[NEW.asker_id, NEW.connector_id, NEW.target_id]) ORDER BY 1);
BEGIN
    IF NEW.status IN ('ASKED', 'FORWARDED') THEN
        PERFORM pair_lock(three[1], three[2]);
        PERFORM pair_lock(three[1], three[3]);
        PERFORM pair_lock(three[2], three[3]);
        IF EXISTS (SELECT 1 FROM block WHERE member_id = ANY (three) AND other_id = ANY (three)) THEN
            RAISE EXCEPTION 'of members %, % and % two are separated by a block', three[1], three[2], three[3]
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER introduction_needs_no_block BEFORE INSERT OR UPDATE ON introduction
    FOR EACH ROW EXECUTE FUNCTION refuse_introduction_of_separated();
