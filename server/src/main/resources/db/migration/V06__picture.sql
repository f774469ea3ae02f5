-- Pictures that members uploaded, already made harmless: decoded, scaled and encoded anew.
CREATE TABLE picture (
    member_id bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
    id        bigint      NOT NULL CHECK (id > 0),
    type      text        NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
    width     integer     NOT NULL CHECK (width BETWEEN 1 AND 1200),
    height    integer     NOT NULL CHECK (height BETWEEN 1 AND 1200),
    large     bytea       NOT NULL CHECK (octet_length(large) <= 12000000),
    avatar    bytea       NOT NULL CHECK (octet_length(avatar) <= 1000000),
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (member_id, id)
);

-- An address names the picture alone; the random id is unique over all members.
CREATE UNIQUE INDEX picture_id_idx ON picture (id);

-- Compressed already: do not let PostgreSQL try.
ALTER TABLE picture ALTER COLUMN large SET STORAGE EXTERNAL, ALTER COLUMN avatar SET STORAGE EXTERNAL;
