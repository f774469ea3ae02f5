-- A connection is two directed rows, each led by the member who owns it, so that the table can be spread by member one day.
-- Each row needs its mirror, checked at commit.
CREATE TABLE connection (
    member_id bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    other_id  bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    since     timestamptz NOT NULL,
    version   bigint      NOT NULL DEFAULT 1,
    PRIMARY KEY (member_id, other_id),
    CHECK (member_id <> other_id),
    CONSTRAINT connection_mirror FOREIGN KEY (other_id, member_id) REFERENCES connection (member_id, other_id)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE block (
    member_id bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    other_id  bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    since     timestamptz NOT NULL,
    PRIMARY KEY (member_id, other_id),
    CHECK (member_id <> other_id)
);
CREATE INDEX block_mirror_idx ON block (other_id, member_id);

-- A pair cannot be connected and blocked. The triggers take the pair lock before they look, so that of two racing
-- transactions the second sees what the first committed.
CREATE FUNCTION refuse_connection_of_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pair_lock(NEW.member_id, NEW.other_id);
    IF EXISTS (SELECT 1 FROM block WHERE (member_id, other_id) IN ((NEW.member_id, NEW.other_id), (NEW.other_id, NEW.member_id))) THEN
        RAISE EXCEPTION 'members % and % are separated by a block', NEW.member_id, NEW.other_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER connection_needs_no_block BEFORE INSERT ON connection
    FOR EACH ROW EXECUTE FUNCTION refuse_connection_of_blocked();

CREATE FUNCTION refuse_block_of_connected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pair_lock(NEW.member_id, NEW.other_id);
    IF EXISTS (SELECT 1 FROM connection WHERE (member_id, other_id) IN ((NEW.member_id, NEW.other_id), (NEW.other_id, NEW.member_id))) THEN
        RAISE EXCEPTION 'members % and % are connected', NEW.member_id, NEW.other_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER block_needs_no_connection BEFORE INSERT ON block
    FOR EACH ROW EXECUTE FUNCTION refuse_block_of_connected();
