-- Updates that members share, with their comments and reactions. All three lead with the author of the update, so that
-- an update lies in one place with everything said about it.
CREATE TABLE member_update (
    member_id      bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id             bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    body           text        NOT NULL CHECK (length(body) BETWEEN 1 AND 3000),
    audience       text        NOT NULL CHECK (audience IN ('CONNECTIONS', 'SECOND', 'MEMBERS', 'PUBLIC')),
    -- Who was mentioned and seen by the author when it was written; asked again at each reading.
    mentions       bigint[]    NOT NULL DEFAULT '{}' CHECK (cardinality(mentions) <= 10),
    picture_id     bigint,
    picture_width  integer,
    picture_height integer,
    picture_text   text        CHECK (length(picture_text) BETWEEN 1 AND 500),
    posted_at      timestamptz NOT NULL,
    PRIMARY KEY (member_id, id),
    FOREIGN KEY (member_id, picture_id) REFERENCES picture (member_id, id),
    CHECK (num_nonnulls(picture_id, picture_width, picture_height, picture_text) IN (0, 4))
);

-- An address names the update alone.
CREATE UNIQUE INDEX member_update_id_idx ON member_update (id);
CREATE INDEX member_update_feed_idx ON member_update (member_id, posted_at DESC, id DESC);
CREATE INDEX member_update_picture_idx ON member_update (member_id, picture_id) WHERE picture_id IS NOT NULL;

CREATE TABLE update_comment (
    author_id bigint      NOT NULL,
    update_id bigint      NOT NULL,
    id        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    member_id bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    body      text        NOT NULL CHECK (length(body) BETWEEN 1 AND 1500),
    mentions  bigint[]    NOT NULL DEFAULT '{}' CHECK (cardinality(mentions) <= 10),
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (author_id, update_id, id),
    FOREIGN KEY (author_id, update_id) REFERENCES member_update (member_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX update_comment_id_idx ON update_comment (id);
CREATE INDEX update_comment_member_idx ON update_comment (member_id);

CREATE TABLE update_reaction (
    author_id  bigint      NOT NULL,
    update_id  bigint      NOT NULL,
    member_id  bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    kind       text        NOT NULL CHECK (kind = 'USEFUL'),
    reacted_at timestamptz NOT NULL,
    PRIMARY KEY (author_id, update_id, member_id),
    FOREIGN KEY (author_id, update_id) REFERENCES member_update (member_id, id) ON DELETE CASCADE
);
CREATE INDEX update_reaction_member_idx ON update_reaction (member_id);

-- Whether a viewer (0: somebody not signed in) may know that a member is here: the rule of org.wellmet.visibility in
-- SQL, because a count must not fetch whom it counts. A test compares the two.
CREATE FUNCTION is_seen_by(member_id bigint, viewer bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM member WHERE member.id = $1 AND member.status = 'ACTIVE' AND ($2 <> 0 OR member.is_public))
       AND NOT EXISTS (SELECT 1 FROM block WHERE block.member_id = $1 AND block.other_id = $2)
       AND NOT EXISTS (SELECT 1 FROM block WHERE block.member_id = $2 AND block.other_id = $1)
$$;
