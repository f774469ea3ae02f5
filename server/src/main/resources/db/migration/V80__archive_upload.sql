-- What was read from an upload and waits, a day at most, until its owner says what of it is taken over. One per member.
-- `resume` and `contacts` are what org.wellmet.archive writes; nobody but it reads them.
CREATE TABLE archive_upload (
    member_id     bigint      PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    id            bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind          text        NOT NULL CHECK (kind IN ('LINKEDIN', 'JSON_RESUME')),
    resume        jsonb       NOT NULL CHECK (octet_length(resume::text) <= 8388608),
    contacts      jsonb       NOT NULL CHECK (octet_length(contacts::text) <= 50331648),
    contact_count integer     NOT NULL CHECK (contact_count BETWEEN 0 AND 50000),
    left_alone    jsonb       NOT NULL CHECK (octet_length(left_alone::text) <= 1048576),
    expires_at    timestamptz NOT NULL
);
CREATE INDEX archive_upload_expires_idx ON archive_upload (expires_at);
