-- How much of each limit is used. Bucket4j keeps its own format in `state`; a row is disposable once it has expired.
CREATE TABLE limit_bucket (
    key        text PRIMARY KEY CHECK (length(key) <= 200),
    state      bytea,
    expires_at bigint
);

CREATE INDEX limit_bucket_expires_idx ON limit_bucket (expires_at);
